//! Who rises and who fades, with the curve of each.

use super::{View, some};
use crate::time::{Direction, Period};
use serde::Serialize;

/// People listed each way at the most.
const MOST: usize = 50;

/// Somebody who rises or fades.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Mover {
    pub index: u32,
    pub handle: String,
    pub rank: Option<u32>,
    /// `log2` of how many times as many people as before, with its 90 % interval.
    pub rise: Option<f64>,
    pub rise_low: Option<f64>,
    pub rise_high: Option<f64>,
    /// People who made the posts travel, by period.
    pub people: Vec<u32>,
}

/// Who rises and who fades.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Movers {
    pub period: Period,
    /// Start of the first period, and how many are complete.
    pub first: f64,
    pub periods: usize,
    /// Recent periods, and those before that they are compared with.
    pub compared: (usize, usize),
    pub rising: Vec<Mover>,
    pub fading: Vec<Mover>,
    /// How many there are in all.
    pub rising_total: usize,
    pub fading_total: usize,
    /// Why nothing can be told.
    pub reason: Option<&'static str>,
}

/// Those who rise and those who fade, the surest first; `None` before that is computed. Cost: a pass over the accounts.
pub fn movers(view: View<'_>) -> Option<Movers> {
    let (panels, trends) = (view.insights.panels.as_deref()?, view.insights.trends.as_deref()?);
    let scores = &view.analysis.scores;
    let list = |wanted: Direction| {
        // How far the nearer bound lies from "no change".
        let sure = |a: u32| match wanted {
            Direction::Rising => trends.rise_low[a as usize],
            _ => -trends.rise_high[a as usize],
        };
        let all = trends.direction.iter().enumerate().filter(|(_, direction)| **direction == wanted);
        let mut found: Vec<u32> = all.map(|(account, _)| account as u32).collect();
        let total = found.len();
        found.sort_by(|a, b| sure(*b).total_cmp(&sure(*a)).then(a.cmp(b)));
        found.truncate(MOST);
        let mover = |account: u32| {
            let (a, place) = (account as usize, scores.place[account as usize]);
            let mut people = vec![0; panels.periods];
            for entry in panels.row(a) {
                people[panels.at[entry] as usize] = panels.people[entry];
            }
            Mover {
                index: account,
                handle: view.handle(a).to_owned(),
                rank: ((place as usize) < scores.ranked).then_some(place + 1),
                rise: some(trends.rise[a]),
                rise_low: some(trends.rise_low[a]),
                rise_high: some(trends.rise_high[a]),
                people,
            }
        };
        (found.into_iter().map(mover).collect::<Vec<Mover>>(), total)
    };
    let reason = panels.missing.or(trends.missing);
    let ((rising, rising_total), (fading, fading_total)) = match reason {
        None => (list(Direction::Rising), list(Direction::Fading)),
        Some(_) => ((Vec::new(), 0), (Vec::new(), 0)),
    };
    Some(Movers {
        period: panels.period,
        first: panels.first as f64,
        periods: panels.periods,
        compared: trends.compared,
        rising,
        fading,
        rising_total,
        fading_total,
        reason,
    })
}
