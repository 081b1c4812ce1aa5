//! What any team reaches, by the same evidence for all.

use super::candidates::Bounds;
use super::outcome::Estimate;
use crate::diffusion::credit_distribution::Credits;
use crate::diffusion::{Chosen, Opim};
use crate::error::{Error, Result};
use crate::graph::column::filled;
use crate::math::{exp, sqrt};
use std::fmt;
use std::rc::Rc;

/// 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Tells what teams reach. Every question may fail with `memory.exhausted`.
pub trait Judge: fmt::Debug {
    /// What a team reaches.
    fn spread(&self, team: &[u32]) -> Result<Estimate>;
    /// What each member reaches by itself.
    fn alone(&self, team: &[u32]) -> Result<Vec<f64>>;
    /// What each member reaches and nobody else of the team.
    fn unique(&self, team: &[u32]) -> Result<Vec<f64>>;
    /// Members × members by rows: what both reach; on the diagonal, what each does.
    fn overlap(&self, team: &[u32]) -> Result<Vec<f64>>;
    /// What a team reaches in each of `count` communities.
    fn reached_in(&self, team: &[u32], of: &[u32], count: usize) -> Result<Vec<f64>>;
    /// The best team under the rules of the choice, by trying all, where there are few.
    fn optimum(&self, bounds: &Bounds) -> Result<Option<Vec<u32>>>;
    /// 95 % interval of the ratio of two spreads, where sampling tells one.
    fn ratio(&self, team: &[u32], other: &[u32]) -> Result<Option<(f64, f64)>>;
}

/// By reverse-reachable sets that had no part in the choice.
#[derive(Debug)]
pub struct BySets {
    pub opim: Box<Opim>,
    pub chosen: Chosen,
}

/// Teams tried at the most for the optimum.
const TRIES: usize = 20_000;

impl Judge for BySets {
    fn spread(&self, team: &[u32]) -> Result<Estimate> {
        let found = self.opim.evaluate(team)?;
        let known = |x: f64| (!x.is_nan()).then_some(x);
        let value = known(found.mean).unwrap_or(0.0);
        Ok(Estimate { value, low: known(found.low), high: known(found.high) })
    }

    fn alone(&self, team: &[u32]) -> Result<Vec<f64>> {
        self.opim.alone(team)
    }

    fn unique(&self, team: &[u32]) -> Result<Vec<f64>> {
        self.opim.unique(team)
    }

    fn overlap(&self, team: &[u32]) -> Result<Vec<f64>> {
        let (alone, shares) = (self.opim.alone(team)?, self.opim.overlap(team)?);
        let k = team.len();
        let both = |at: usize| alone[at / k] * shares[at];
        Ok((0..k * k).map(both).map(|x| if x.is_nan() { 0.0 } else { x }).collect())
    }

    fn reached_in(&self, team: &[u32], of: &[u32], count: usize) -> Result<Vec<f64>> {
        self.opim.reached_in(team, of, count)
    }

    fn optimum(&self, _: &Bounds) -> Result<Option<Vec<u32>>> {
        self.opim.optimum(TRIES)
    }

    /// Both spreads are counts of the same sets: what they have in common does not blur their ratio. The variance of
    /// its logarithm is `(1/θ)·((1−p)/p + (1−q)/q − 2(r − pq)/(pq))`, p and q the shares of sets hit, r by both.
    fn ratio(&self, team: &[u32], other: &[u32]) -> Result<Option<(f64, f64)>> {
        let total = self.opim.total();
        let share = |team: &[u32]| Ok::<f64, Error>(self.opim.evaluate(team)?.mean / total);
        let both: Vec<u32> = team.iter().chain(other).copied().collect();
        let (p, q, union) = (share(team)?, share(other)?, share(&both)?);
        let sets = self.chosen.sets as f64;
        if !(p > 0.0 && q > 0.0 && sets > 0.0) {
            return Ok(None);
        }
        let common = (p + q - union).max(0.0);
        let variance = ((1.0 - p) / p + (1.0 - q) / q - 2.0 * (common - p * q) / (p * q)).max(0.0) / sets;
        let wide = exp(Z * sqrt(variance));
        Ok(Some((p / q / wide, p / q * wide)))
    }
}

/// By the cascades of the log.
#[derive(Debug)]
pub struct ByCascades {
    pub credits: Rc<Credits>,
    pub competitors: Vec<u32>,
    /// What the competitors have by themselves.
    pub taken: f64,
}

/// Teams of the log tried at the most for the optimum: each takes a pass over its cascades.
const FEW_TRIES: usize = 2_000;

impl ByCascades {
    pub fn new(credits: Rc<Credits>, competitors: Vec<u32>) -> ByCascades {
        let taken = credits.spread(&competitors);
        ByCascades { credits, competitors, taken }
    }

    fn with(&self, team: &[u32]) -> Vec<u32> {
        team.iter().chain(&self.competitors).copied().collect()
    }

    fn value(&self, team: &[u32]) -> f64 {
        (self.credits.spread(&self.with(team)) - self.taken).max(0.0)
    }
}

impl Judge for ByCascades {
    fn spread(&self, team: &[u32]) -> Result<Estimate> {
        Ok(Estimate { value: self.value(team), low: None, high: None })
    }

    fn alone(&self, team: &[u32]) -> Result<Vec<f64>> {
        Ok(team.iter().map(|member| self.value(&[*member])).collect())
    }

    fn unique(&self, team: &[u32]) -> Result<Vec<f64>> {
        let whole = self.value(team);
        let without = |out: &u32| team.iter().copied().filter(|member| member != out).collect::<Vec<u32>>();
        Ok(team.iter().map(|member| (whole - self.value(&without(member))).max(0.0)).collect())
    }

    fn overlap(&self, team: &[u32]) -> Result<Vec<f64>> {
        let (k, alone) = (team.len(), self.alone(team)?);
        let mut both = filled(0.0, k * k)?;
        for row in 0..k {
            both[row * k + row] = alone[row];
            for column in row + 1..k {
                let pair = self.value(&[team[row], team[column]]);
                let common = (alone[row] + alone[column] - pair).max(0.0);
                both[row * k + column] = common;
                both[column * k + row] = common;
            }
        }
        Ok(both)
    }

    fn reached_in(&self, team: &[u32], of: &[u32], count: usize) -> Result<Vec<f64>> {
        let taken = self.credits.reached_in(&self.competitors, of, count);
        let mut reached = self.credits.reached_in(&self.with(team), of, count);
        reached.iter_mut().zip(taken).for_each(|(reached, taken)| *reached = (*reached - taken).max(0.0));
        reached.truncate(count);
        Ok(reached)
    }

    fn optimum(&self, bounds: &Bounds) -> Result<Option<Vec<u32>>> {
        let open = bounds.open_accounts();
        let few = teams(open.len(), bounds.size.saturating_sub(bounds.must_have.len()))
            .is_some_and(|teams| teams <= FEW_TRIES);
        Ok(if few { best_of(&open, bounds, &|team| self.value(team)) } else { None })
    }

    fn ratio(&self, _: &[u32], _: &[u32]) -> Result<Option<(f64, f64)>> {
        Ok(None)
    }
}

/// Teams of up to `size` out of `n`; `None` where there are too many to count.
fn teams(n: usize, size: usize) -> Option<usize> {
    let (mut total, mut of_size) = (1_usize, 1_usize);
    for k in 1..=size.min(n) {
        of_size = of_size.checked_mul(n + 1 - k)? / k;
        total = total.checked_add(of_size)?;
    }
    Some(total)
}

/// The best of all teams that the bounds allow, by trying them.
fn best_of(open: &[u32], bounds: &Bounds, value: &dyn Fn(&[u32]) -> f64) -> Option<Vec<u32>> {
    let room = bounds.size.saturating_sub(bounds.must_have.len());
    let mut best: Option<(f64, Vec<u32>)> = None;
    // Combinations in order, as places among those open.
    let mut places: Vec<usize> = Vec::new();
    loop {
        let chosen = places.iter().map(|place| open[*place]);
        let team = bounds.first_of(chosen.clone());
        // Bounds that leave somebody out make another team, which comes by itself.
        if team.len() == bounds.must_have.len() + places.len() {
            let found = value(&team);
            if best.as_ref().is_none_or(|(most, _)| found > *most) {
                best = Some((found, team));
            }
        }
        // The next combination: longer first, then the next place.
        let next = places.last().map_or(0, |last| last + 1);
        if places.len() < room && next < open.len() {
            places.push(next);
            continue;
        }
        loop {
            let last = places.pop()?;
            if last + 1 < open.len() {
                places.push(last + 1);
                break;
            }
            if places.is_empty() {
                return best.map(|(_, team)| team);
            }
        }
    }
}
