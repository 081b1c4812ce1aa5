//! The teams that something simpler would have made under the same rules.

use super::candidates::Bounds;
use super::ground::Ground;
use super::judge::Judge;
use super::outcome::{Alternative, Estimate};
use crate::math::rng::Stream;

/// Draws of random teams.
const DRAWS: u64 = 20;

/// Names, in the order in which they are told.
const NAMES: [&str; 5] = ["followers", "score", "random", "optimum", "shortlist"];

/// Computes them, one a step.
#[derive(Debug, Default)]
pub struct Alternatives {
    at: usize,
    pub found: Vec<Alternative>,
}

impl Alternatives {
    /// Does the next; returns whether all are there.
    pub fn step(&mut self, ground: &Ground, bounds: &Bounds, judge: &dyn Judge, seed: u64) -> bool {
        let Some(name) = NAMES.get(self.at) else { return true };
        self.at += 1;
        let found = match *name {
            "followers" => followers(ground, bounds).map(|team| (judge.spread(&team), team)),
            "score" => {
                let team = bounds.first_of(ground.order[..ground.ranked].iter().copied());
                Some((judge.spread(&team), team))
            }
            "random" => random(bounds, judge, seed),
            "optimum" => judge.optimum(bounds).map(|team| (judge.spread(&team), team)),
            _ => Some(bounds.shortlist.clone())
                .filter(|team| !team.is_empty())
                .map(|team| (judge.spread(&team), team)),
        };
        if let Some((spread, members)) = found {
            let cost = bounds.cost_of(&members);
            self.found.push(Alternative { name, members, spread, cost });
        }
        self.at == NAMES.len()
    }

    /// Share of them that are there.
    pub fn share_done(&self) -> f64 {
        self.at as f64 / NAMES.len() as f64
    }
}

/// Those with most followers; `None` where nobody's are known.
fn followers(ground: &Ground, bounds: &Bounds) -> Option<Vec<u32>> {
    let followers = &ground.data.accounts.followers;
    let mut known: Vec<u32> =
        (0..followers.len() as u32).filter(|account| followers[*account as usize] >= 0.0).collect();
    if known.is_empty() {
        return None;
    }
    known.sort_by(|a, b| followers[*b as usize].total_cmp(&followers[*a as usize]).then(a.cmp(b)));
    Some(bounds.first_of(known.into_iter()))
}

/// The mean of random teams of candidates, with the least and the most of the draws; members of the first draw.
fn random(bounds: &Bounds, judge: &dyn Judge, seed: u64) -> Option<(Estimate, Vec<u32>)> {
    let open: Vec<u32> =
        (0..bounds.candidates.len() as u32).filter(|account| bounds.candidates[*account as usize]).collect();
    if open.is_empty() {
        return None;
    }
    let mut first = Vec::new();
    let (mut sum, mut low, mut high) = (0.0, f64::INFINITY, f64::NEG_INFINITY);
    for draw in 0..DRAWS {
        let mut order = open.clone();
        Stream::new(seed, "random team", draw).shuffle(&mut order);
        let team = bounds.first_of(order.into_iter());
        let reached = judge.spread(&team).value;
        sum += reached;
        low = reached.min(low);
        high = reached.max(high);
        if draw == 0 {
            first = team;
        }
    }
    Some((Estimate { value: sum / DRAWS as f64, low: Some(low), high: Some(high) }, first))
}
