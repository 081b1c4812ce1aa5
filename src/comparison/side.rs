//! One window as a whole, and what is kept of its analysis.

use super::outcome::Side;
use crate::graph::Window;
use crate::math::wilson::{Z95, share};
use crate::model::{Millis, NONE, PostKind};
use crate::score::Analysis;
use crate::score::goodwill::NEUTRAL;
use crate::uncertainty::Uncertainty;

/// Posts with a tone below which nothing is said of how a window sounds.
const TONED: usize = 40;

/// What is kept of the analysis of a window.
#[derive(Debug, Default)]
pub struct Kept {
    /// Place of each account, from 1; 0 where there is not enough to rank it by.
    pub rank: Vec<u32>,
    /// Interval of it; empty where it is not known.
    pub rank_low: Vec<u32>,
    /// See `rank_low`.
    pub rank_high: Vec<u32>,
    /// Community of each account, `u32::MAX` for none; empty without ties.
    pub community: Vec<u32>,
    /// Half-life, days.
    pub half_life_days: Option<f64>,
}

impl Kept {
    /// Keeps what is needed of an analysis.
    pub fn of(analysis: &Analysis, sure: Option<&Uncertainty>) -> Kept {
        let scores = &analysis.scores;
        let rank = |place: &u32| if (*place as usize) < scores.ranked { place + 1 } else { 0 };
        // Nobody is ranked whom the window says nothing of.
        let there = |(account, rank): (usize, u32)| {
            let seen =
                analysis.attention.graph.out_degree(account) + analysis.attention.graph.in_degree(account);
            if seen > 0 { rank } else { 0 }
        };
        Kept {
            rank: scores.place.iter().map(rank).enumerate().map(there).collect(),
            rank_low: sure.map_or_else(Vec::new, |s| s.rank_low.clone()),
            rank_high: sure.map_or_else(Vec::new, |s| s.rank_high.clone()),
            community: analysis.communities.as_ref().map_or_else(Vec::new, |c| c.of.clone()),
            half_life_days: analysis.half_life.millis.map(|m| m / 86_400_000.0),
        }
    }
}

/// Totals of a window, and its posts and ties by unit of time.
#[derive(Debug, Default)]
pub struct Totals {
    /// As a whole.
    pub side: Side,
    /// Posts by unit.
    pub posts: Vec<f64>,
    /// Ties by unit.
    pub ties: Vec<f64>,
    /// Posts of each account.
    pub own: Vec<u32>,
}

/// Counts a window of the whole study. O(posts + ties).
pub fn totals(analysis: &Analysis, window: Window, unit: Millis) -> Totals {
    let data = &analysis.data;
    let (from, to) = (window.from.unwrap_or(0), window.to.unwrap_or(0));
    // A window of years in hours would be a long list, of which only the spread matters.
    let bins = (((to - from) as f64 / unit as f64).ceil().max(1.0) as usize).min(1 << 20);
    let bin = |time: Millis| (((time - from) / unit) as usize).min(bins - 1);
    let n = data.accounts.len();
    let mut found = Totals {
        side: Side {
            from: from as f64,
            to: to as f64,
            days: (to - from) as f64 / 86_400_000.0,
            ..Side::default()
        },
        posts: vec![0.0; bins],
        ties: vec![0.0; bins],
        own: vec![0; n],
    };
    let side = &mut found.side;
    let (mut authors, mut people, mut received) = (vec![false; n], vec![false; n], vec![false; n]);
    let readings = analysis.readings.as_deref();
    let tone = analysis.tone();
    let has_brand = analysis.settings.brand.is_some();
    let (mut brand, mut named, mut positive, mut negative) = (0, 0, 0, 0);
    for post in 0..data.posts.known {
        let Some(time) = data.posts.time.at(post).filter(|t| window.contains(Some(*t))) else { continue };
        side.posts += 1;
        found.posts[bin(time)] += 1.0;
        let author = data.posts.author[post];
        if author != NONE {
            authors[author as usize] = true;
            found.own[author as usize] += u32::from(data.posts.kind[post] != PostKind::Repost);
        }
        if let Some(brands) = readings.filter(|_| has_brand).and_then(|r| r.brands.get(post)) {
            brand += usize::from(brands & 1 != 0);
            named += usize::from(*brands != 0);
        }
        if let Some(tone) =
            tone.and_then(|tone| tone.get(post)).map(|t| f64::from(*t)).filter(|t| !t.is_nan())
        {
            side.toned += 1;
            positive += usize::from(tone >= NEUTRAL);
            negative += usize::from(tone <= -NEUTRAL);
        }
    }
    for t in 0..data.ties.len() {
        let Some(time) = data.ties.time.at(t).filter(|t| window.contains(Some(*t))) else { continue };
        side.interactions += 1;
        found.ties[bin(time)] += 1.0;
        people[data.ties.from[t] as usize] = true;
        received[data.ties.to[t] as usize] = true;
    }
    let count = |flags: Vec<bool>| flags.into_iter().filter(|f| *f).count();
    (side.authors, side.people, side.received) = (count(authors), count(people), count(received));
    if readings.is_some() && has_brand {
        (side.brand, side.named) = (Some(brand), Some(named));
        let voice = share(brand as f64, named as f64, Z95).map(|of| [of.value, of.low, of.high]);
        side.voice = voice.filter(|_| !analysis.settings.competitors.is_empty());
    }
    if side.toned >= TONED {
        side.positive = Some(positive as f64 / side.toned as f64);
        side.negative = Some(negative as f64 / side.toned as f64);
    }
    found
}
