//! Period (Resonance): how long what an account publishes lives.
//!
//! Of each post with at least [`MIN_SHARES`] dated re-shares: the time until four fifths of them had come, and on how
//! many days (of 24 hours, counted from the post) it was re-shared. Posts of one account that were re-shared less often are
//! taken together, one after the other in order of time, until they have so many. An account has the median of either over its posts,
//! drawn towards that of all posts as far as posts of one account differ among themselves (weight of a log-normal
//! random-effects model). Each is scaled by its logarithm, and the score is the mean of the two.
//! A post only referred to, whose moment is unknown, begins with its first re-share. Posts of the last two days (or the
//! last quarter of a shorter span) are left out: their life is not over.
//! Natural unit: hours to four re-shares out of five. Tier T2 with posts.
//! Missing: without dated re-shares that name their post, nobody has it; an account none of whose posts was re-shared
//! often enough is unknown, not short-lived.

use super::factor::{Context, FactorColumn, Unit};
use super::objective::Lifetime;
use super::pillar::SubFactor;
use super::reactions::{Reactions, is_share};
use crate::error::Result;
use crate::math::log_normal::{LogNormal, LogNormalEffects};
use crate::math::quantile::median_unsorted;
use crate::math::scale::Scale;
use crate::math::{exp_m1, ln_1p};
use crate::model::{Millis, NONE};

/// Dated re-shares below which the life of a post cannot be told.
pub const MIN_SHARES: usize = 3;
/// Time that a post must have been observed.
pub const OBSERVED: Millis = 48 * HOUR;
const HOUR: Millis = 3_600_000;
const DAY: Millis = 24 * HOUR;

/// How long an account's posts live: medians, shrunk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Life {
    /// Posts, or groups of them, with enough dated re-shares.
    pub posts: u32,
    /// Hours until four re-shares out of five had come.
    pub hours: f64,
    /// Days on which a post was re-shared.
    pub days: f64,
    /// Hours until half of the re-shares had come.
    pub half: f64,
}

/// Time from a post to each of its re-shares, in order; from the first of them where the post's own moment is unknown, or
/// later than that. `times` is in order, and not empty.
fn delays(posted: Option<Millis>, times: &mut [Millis]) {
    let first = times[0];
    let origin = posted.filter(|t| *t <= first).unwrap_or(first);
    times.iter_mut().for_each(|time| *time -= origin);
}

/// The life of a post: hours to four fifths of the re-shares that came after such times, and days with any. `delays` is
/// in order, and not empty.
fn life_of(delays: &[Millis]) -> (f64, f64) {
    let most = delays[(4 * delays.len()).div_ceil(5) - 1];
    let days = delays.chunk_by(|a, b| a / DAY == b / DAY).count();
    (most as f64 / HOUR as f64, days as f64)
}

/// Hours until half of the re-shares had come. `times` are the delays, in order, and not empty.
fn half_of(times: &[Millis]) -> f64 {
    times[times.len().div_ceil(2) - 1] as f64 / HOUR as f64
}

/// The life of every account's posts; `None` inside where it is unknown, outside where no post has enough re-shares.
///
/// Cost: O(posts), and a sort of the posts with enough re-shares.
///
/// # Errors
/// `memory.exhausted`.
pub fn lives(context: &Context<'_>) -> Result<Option<Vec<Option<Life>>>> {
    let posts = &context.data.posts;
    let Some((first, end)) = context.span else { return Ok(None) };
    let reactions = Reactions::of(context.data, context.window)?;
    let observed = OBSERVED.min((end - first) / 4);
    let mut found: Vec<(u32, f64, f64, f64)> = Vec::new();
    let mut rare: Vec<(u32, Millis)> = Vec::new();
    let mut times = Vec::new();
    for (post, author) in posts.author.iter().enumerate().filter(|(_, author)| **author != NONE) {
        let shares = reactions.to(post).iter().map(|r| *r as usize).filter(|r| is_share(posts.kind[*r]));
        times.clear();
        times.extend(shares.filter_map(|r| posts.time.at(r)));
        let posted = posts.time.at(post);
        if times.is_empty() || posted.unwrap_or(times[0]) > end - observed {
            continue;
        }
        delays(posted, &mut times);
        if times.len() >= MIN_SHARES {
            let (hours, days) = life_of(&times);
            found.push((*author, hours, days, half_of(&times)));
        } else {
            rare.extend(times.iter().map(|delay| (*author, *delay)));
        }
    }
    // In order of account, and within one in the canonical order of posts.
    rare.sort_by_key(|share| share.0);
    for own in rare.chunk_by(|a, b| a.0 == b.0) {
        for together in own.chunks_exact(MIN_SHARES) {
            times.clear();
            times.extend(together.iter().map(|share| share.1));
            times.sort_unstable();
            let (hours, days) = life_of(&times);
            found.push((own[0].0, hours, days, half_of(&times)));
        }
    }
    if found.is_empty() {
        return Ok(None);
    }
    found.sort_by_key(|life| life.0);
    let sums = || LogNormal::new(context.accounts());
    let (mut hours, mut days, mut halves) = (sums(), sums(), sums());
    for life in &found {
        hours.add(life.0 as usize, life.1);
        days.add(life.0 as usize, life.2);
        halves.add(life.0 as usize, life.3);
    }
    let (hours, days, halves) = (hours.finish(), days.finish(), halves.finish());
    let mut lives = vec![None; context.accounts()];
    for own in found.chunk_by(|a, b| a.0 == b.0) {
        let account = own[0].0 as usize;
        lives[account] = Some(Life {
            posts: own.len() as u32,
            hours: shrunk_median(own.iter().map(|life| life.1).collect(), account, hours.as_ref()),
            days: shrunk_median(own.iter().map(|life| life.2).collect(), account, days.as_ref()),
            half: shrunk_median(own.iter().map(|life| life.3).collect(), account, halves.as_ref()),
        });
    }
    Ok(Some(lives))
}

/// The median, by its logarithm, drawn towards the mean of all posts. Without a model (no account has two posts) there
/// is nothing to tell person from luck by, and it stays as it is.
fn shrunk_median(mut values: Vec<f64>, account: usize, model: Option<&LogNormalEffects>) -> f64 {
    let median = median_unsorted(&mut values);
    match model.and_then(|model| Some((model.mean, model.effect(account)?))) {
        Some((mean, effect)) => exp_m1(mean + effect.own_weight * (ln_1p(median) - mean)),
        None => median,
    }
}

/// Computes period.
///
/// # Errors
/// `memory.exhausted`.
pub fn period(context: &Context<'_>) -> Result<FactorColumn> {
    let (name, unit) = (SubFactor::Period, Unit::HoursToMost);
    let missing = |reason| Ok(FactorColumn::missing(name, unit, context.accounts(), reason));
    if context.attention.graph.arcs() == 0 {
        return missing("no_ties");
    }
    if context.span.is_none() {
        return missing("no_time");
    }
    let Some(lives) = lives(context)? else { return missing("few_reshares") };
    let column = |of: fn(&Life) -> f64| -> Vec<f64> {
        lives.iter().map(|life| life.as_ref().map_or(f64::NAN, of)).collect()
    };
    if context.lifetime == Lifetime::Fast {
        // How fast: the hours to half of the re-shares, short first.
        let natural = column(|life| life.half);
        let scale = Scale::of_amounts(&natural);
        let score = natural.iter().map(|hours| 100.0 - scale.score(*hours)).collect();
        return Ok(FactorColumn { name, unit: Unit::HoursToHalf, natural, score, missing: None });
    }
    let (natural, days) = (column(|life| life.hours), column(|life| life.days));
    let (by_hours, by_days) = (Scale::of_amounts(&natural), Scale::of_amounts(&days));
    let score =
        natural.iter().zip(&days).map(|(h, d)| 0.5 * (by_hours.score(*h) + by_days.score(*d))).collect();
    Ok(FactorColumn { name, unit, natural, score, missing: None })
}

#[cfg(test)]
mod tests {
    use super::super::testing::Study;
    use super::*;
    use crate::model::Counts;
    use crate::model::PostKind::{Original, Quote, Reply, Repost};

    #[test]
    fn the_life_of_a_post() {
        let life = |posted: Option<i64>, list: &[i64]| {
            let mut times: Vec<i64> = list.iter().map(|h| h * HOUR).collect();
            delays(posted.map(|h| h * HOUR), &mut times);
            life_of(&times)
        };
        assert_eq!(life(Some(0), &[1, 2, 3, 4, 100]), (4.0, 2.0));
        assert_eq!(life(Some(0), &[1, 25, 49]), (49.0, 3.0));
        assert_eq!(life(None, &[10, 12, 13]), (3.0, 1.0), "from the first re-share on");
        assert_eq!(life(Some(11), &[10, 12, 13]), (3.0, 1.0), "a clock that is wrong");
    }

    #[test]
    fn posts_that_are_seldom_re_shared_are_taken_together() {
        let study =
            study(&[("often", &[&[5, 6, 7], &[5, 6, 8]]), ("seldom", &[&[1], &[30, 31], &[9], &[9]])]);
        let lives = lives(&study.context()).unwrap().unwrap();
        let seldom = lives[study.account("seldom")].unwrap();
        assert_eq!(seldom.posts, 1, "five re-shares are one group of three, and two left over");
        assert!(seldom.hours > lives[study.account("often")].unwrap().hours);
    }

    /// Each account with the hours at which each of its posts (made at hour 0) is re-shared.
    fn study(accounts: &[(&str, &[&[i64]])]) -> super::super::testing::Done {
        let mut study = Study::new();
        for (account, posts) in accounts {
            for (number, hours) in posts.iter().enumerate() {
                study.post(account, 0, Original, None, "text");
                for (i, hour) in hours.iter().enumerate() {
                    let kind = if i % 2 == 0 { Repost } else { Quote };
                    study.post(&format!("p{i}"), *hour, kind, Some((account, number)), "text");
                }
            }
        }
        study.post("end", 1000, Original, None, "text");
        study.done()
    }

    #[test]
    fn what_lives_longer_scores_higher_and_a_single_post_is_drawn_to_the_others() {
        let study = study(&[
            ("long", &[&[20, 60, 120], &[30, 90, 110], &[10, 100, 130]]),
            ("short", &[&[1, 1, 2], &[1, 2, 3], &[1, 2, 2]]),
            ("once", &[&[20, 60, 120]]),
            ("rare", &[&[20, 60]]),
        ]);
        let lives = lives(&study.context()).unwrap().unwrap();
        let of = |name: &str| lives[study.account(name)];
        let (long, once) = (of("long").unwrap(), of("once").unwrap());
        assert_eq!((long.posts, once.posts, of("rare")), (3, 1, None));
        assert!(once.hours < long.hours && once.hours > of("short").unwrap().hours, "{once:?} {long:?}");
        let column = period(&study.context()).unwrap();
        let score = |name: &str| column.score[study.account(name)];
        assert!(score("long") > score("once") && score("once") > score("short"), "{:?}", column.score);
        assert!(score("rare").is_nan());
        assert_eq!(column.natural[study.account("long")], long.hours);
    }

    #[test]
    fn answers_own_re_shares_and_young_posts_do_not_count() {
        let mut study = Study::new();
        study.post("a", 0, Original, None, "text");
        for hour in 1..5 {
            study.post("b", hour, Reply, Some(("a", 0)), "text");
            study.post("a", hour, Repost, Some(("a", 0)), "text");
        }
        study.post("c", 990, Original, None, "text");
        for hour in 991..1000 {
            study.post("d", hour, Repost, Some(("c", 0)), "text");
        }
        let column = period(&study.done().context()).unwrap();
        assert_eq!(column.missing, Some("few_reshares"));
    }

    #[test]
    fn what_is_missing_is_said() {
        assert_eq!(period(&Study::new().done().context()).unwrap().missing, Some("no_ties"));
        let mut study = Study::new();
        study.undated("b", "a");
        assert_eq!(period(&study.done().context()).unwrap().missing, Some("no_time"));
        let mut study = Study::new();
        for _ in 0..5 {
            study.counted("b", None, Repost, Some(("a", 0)), "text", Counts::default());
        }
        assert_eq!(period(&study.done().context()).unwrap().missing, Some("no_time"));
    }
}
