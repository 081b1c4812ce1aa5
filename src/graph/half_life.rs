//! How fast credit should fade, chosen on the user's own data by an internal back-test.

use super::attention::Attention;
use super::credit::{Credit, CreditParams, credit};
use crate::math::{log2, ndcg};
use crate::model::{Millis, Ties};
use serde::Serialize;

/// Re-shares below which there is nothing to choose from.
pub const MIN_EVENTS: usize = 200;
/// Accounts re-shared in the test fold below which orders cannot be told apart.
pub const MIN_RESHARED: usize = 40;
/// NDCG below the best at which a half-life is still as good. One fold cannot tell less: its standard error is 0.02 to
/// 0.03 where it could be measured; and what fades too fast rests on too few people.
pub const AS_GOOD: f64 = 0.015;
const DAY: f64 = 86_400_000.0;

/// Where a half-life comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Chosen on the data.
    BackTest,
    /// Too few events to choose: an eighth of the span, 1 to 90 days.
    Default,
    /// Said by the caller.
    Given,
    /// The data have no times: nothing fades.
    None,
}

/// One candidate and what it was worth.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Candidate {
    /// Half-life, days; `None` is no decay.
    pub days: Option<f64>,
    /// NDCG of the order by credit before the fold, against who was re-shared in the fold.
    pub ndcg: f64,
}

/// The choice of a half-life, one candidate a step.
#[derive(Debug)]
pub struct Choice {
    /// Milliseconds; `None` is no decay.
    candidates: Vec<Option<f64>>,
    tried: Vec<Candidate>,
    /// Start and end of the test fold.
    fold: (Millis, Millis),
    /// Distinct later re-sharers of each account; empty when there is nothing to test on.
    later: Vec<f64>,
    span: f64,
}

impl Choice {
    /// Prepares the back-test: `span` is cut at its last sixth, the candidates are span/64 … span/2 and no decay.
    ///
    /// `params.window` bounds the data; `params.end` is the last moment of it.
    pub fn new(attention: &Attention, ties: &Ties, params: &CreditParams<'_>) -> Choice {
        let gives =
            |t: &usize| params.layers[ties.layer[*t] as usize] && params.window.contains(ties.time.at(*t));
        let mut events = 0;
        let mut first = Millis::MAX;
        for time in (0..ties.len()).filter(gives).filter_map(|t| ties.time.at(t)) {
            events += 1;
            first = first.min(time);
        }
        let span = if events > 0 { (params.end - first) as f64 } else { 0.0 };
        let mut choice = Choice {
            candidates: Vec::new(),
            tried: Vec::new(),
            // The last moment itself belongs to the fold.
            fold: (params.end + 1 - (span / 6.0) as Millis, params.end + 1),
            later: Vec::new(),
            span,
        };
        if events < MIN_EVENTS || span <= 0.0 {
            return choice;
        }
        let test = CreditParams { window: choice.window(params, choice.fold), half_life: None, ..*params };
        let Credit { people, .. } = credit(attention, ties, &test);
        // Only those can be found who were seen before.
        let seen = credit(attention, ties, &choice.training(params, None));
        let later: Vec<f64> = people
            .iter()
            .zip(&seen.people)
            .map(|(later, before)| if *before > 0 { f64::from(*later) } else { f64::NAN })
            .collect();
        if later.iter().filter(|y| **y > 0.0).count() >= MIN_RESHARED {
            choice.later = later;
            choice.candidates = [64.0, 32.0, 16.0, 8.0, 4.0, 2.0].map(|d| Some(span / d)).to_vec();
            choice.candidates.push(None);
        }
        choice
    }

    fn window(&self, params: &CreditParams<'_>, (from, to): (Millis, Millis)) -> super::Window {
        super::Window { from: Some(params.window.from.map_or(from, |f| f.max(from))), to: Some(to) }
    }

    fn training<'a>(&self, params: &CreditParams<'a>, half_life: Option<f64>) -> CreditParams<'a> {
        let window = self.window(params, (Millis::MIN, self.fold.0));
        CreditParams { window, end: self.fold.0, half_life, ..*params }
    }

    /// Tries the next candidate; returns whether all are tried.
    pub fn step(&mut self, attention: &Attention, ties: &Ties, params: &CreditParams<'_>) -> bool {
        let Some(half_life) = self.candidates.get(self.tried.len()).copied() else { return true };
        let before = credit(attention, ties, &self.training(params, half_life)).of;
        let mut order: Vec<u32> =
            (0..before.len() as u32).filter(|i| !self.later[*i as usize].is_nan()).collect();
        order.sort_unstable_by(|a, b| before[*b as usize].total_cmp(&before[*a as usize]).then(a.cmp(b)));
        let gains: Vec<f64> = order.iter().map(|i| log2(1.0 + self.later[*i as usize])).collect();
        let k = (gains.len() / 10).clamp(1, 100);
        let ndcg = ndcg(&gains, k).unwrap_or(0.0);
        self.tried.push(Candidate { days: half_life.map(|h| h / DAY), ndcg });
        self.tried.len() == self.candidates.len()
    }

    /// Share of the candidates tried.
    pub fn share_done(&self) -> f64 {
        if self.candidates.is_empty() { 1.0 } else { self.tried.len() as f64 / self.candidates.len() as f64 }
    }

    /// The half-life in milliseconds (`None`: no decay), where it comes from, and what was tried: the longest of those
    /// that are as good as the best, within [`AS_GOOD`].
    pub fn finish(self) -> (Option<f64>, Source, Vec<Candidate>) {
        if self.tried.is_empty() {
            if self.span <= 0.0 {
                return (None, Source::None, Vec::new());
            }
            return (Some((self.span / 8.0).clamp(DAY, 90.0 * DAY)), Source::Default, Vec::new());
        }
        let best = self.tried.iter().fold(f64::NEG_INFINITY, |best, c| best.max(c.ndcg));
        // Candidates go from short to long.
        let at = self.tried.iter().rposition(|c| c.ndcg >= best - AS_GOOD).unwrap_or(0);
        (self.candidates[at], Source::BackTest, self.tried)
    }
}
