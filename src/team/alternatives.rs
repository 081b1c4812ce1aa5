//! The teams that something simpler would have made under the same rules.

use super::candidates::Bounds;
use super::ground::Ground;
use super::judge::Judge;
use super::outcome::{Alternative, Estimate};
use crate::error::Result;
use crate::math::rng::Stream;

/// Draws of random teams.
const DRAWS: usize = 20;

/// Names, in the order in which they are told.
const NAMES: [&str; 5] = ["followers", "score", "random", "optimum", "shortlist"];

/// Computes them, one a step; random teams one draw a step.
#[derive(Debug, Default)]
pub struct Alternatives {
    at: usize,
    draws: Vec<(f64, Vec<u32>)>,
    pub found: Vec<Alternative>,
}

impl Alternatives {
    /// Does the next; returns whether all are there.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn step(&mut self, ground: &Ground, bounds: &Bounds, judge: &dyn Judge, seed: u64) -> Result<bool> {
        let Some(name) = NAMES.get(self.at) else { return Ok(true) };
        let team = match *name {
            "followers" => followers(ground, bounds),
            "score" => Some(bounds.first_of(ground.order[..ground.ranked].iter().copied())),
            "random" => {
                if !self.draw(bounds, judge, seed)? {
                    return Ok(false);
                }
                None
            }
            "optimum" => judge.optimum(bounds)?,
            _ => Some(bounds.shortlist.clone()),
        };
        self.at += 1;
        if let Some(members) = team.filter(|team| !team.is_empty()) {
            let (spread, cost) = (judge.spread(&members)?, bounds.cost_of(&members));
            self.found.push(Alternative { name, members, spread, cost });
        }
        Ok(self.at == NAMES.len())
    }

    /// The next random team. In the end, the mean of them with the least and the most; members of the first.
    fn draw(&mut self, bounds: &Bounds, judge: &dyn Judge, seed: u64) -> Result<bool> {
        let mut order = bounds.open_accounts();
        if order.is_empty() {
            return Ok(true);
        }
        Stream::new(seed, "random team", self.draws.len() as u64).shuffle(&mut order);
        let team = bounds.first_of(order.into_iter());
        self.draws.push((judge.spread(&team)?.value, team));
        if self.draws.len() < DRAWS {
            return Ok(false);
        }
        let values: Vec<f64> = self.draws.iter().map(|draw| draw.0).collect();
        let spread = Estimate {
            value: values.iter().sum::<f64>() / DRAWS as f64,
            low: values.iter().copied().reduce(f64::min),
            high: values.iter().copied().reduce(f64::max),
        };
        let members = self.draws.swap_remove(0).1;
        let cost = bounds.cost_of(&members);
        self.found.push(Alternative { name: "random", members, spread, cost });
        Ok(true)
    }

    /// Share of them that are there.
    pub fn share_done(&self) -> f64 {
        (self.at as f64 + self.draws.len() as f64 / DRAWS as f64) / (NAMES.len() + 1) as f64
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
