//! Does the idea need few or many? A sweep of thresholds, and the test whether those at the top multiply.

use super::{Simulates, facts};
use crate::diffusion::threshold::{THRESHOLD, Thresholds};
use crate::error::Result;
use crate::math::quantile::quantile;
use crate::math::rng::Stream;
use crate::measure::Measured;
use crate::query::View;
use crate::team::Note;
use crate::team::ground::Ground;
use serde::Serialize;
use std::rc::Rc;

/// Thresholds of the sweep, in hundredths.
const SWEEP: [u32; 10] = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50];
/// Draws of random and of ordinary teams at each threshold.
const DRAWS: usize = 20;
/// Cascades of single accounts, of those at the top and of ordinary ones, at the most.
const SINGLES: usize = 200;
/// Accounts that receive attention, at least, for a top and a middle to be told apart.
const LEAST: usize = 40;
/// Arcs that all cascades together may look at: beyond, fewer draws have to do.
const WORK: f64 = 4e8;
/// Accounts of the list of susceptible audiences.
const LISTED: usize = 20;
/// Replicates of the interval of the multiplier.
const REPLICATES: u64 = 400;

/// A sweep under way.
#[derive(Debug)]
pub struct Sweep {
    ground: Rc<Ground>,
    thresholds: Thresholds,
    members: Vec<u32>,
    /// Accounts that receive attention, most attended first, and the middle half of them.
    attended: Vec<u32>,
    ordinary: Vec<u32>,
    notes: Vec<Note>,
    seed: u64,
    draws: usize,
    singles: usize,
    /// What is to be done: teams at thresholds, then single cascades.
    at: usize,
    team: Vec<f64>,
    random: Vec<f64>,
    middle: Vec<f64>,
    /// Additional accounts that cascades of single accounts reach: those at the top, ordinary ones.
    top_single: Vec<f64>,
    middle_single: Vec<f64>,
}

#[derive(Debug, Serialize)]
struct Susceptible {
    index: u32,
    handle: String,
    people: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    kind: &'static str,
    thresholds: Vec<f64>,
    team: Vec<f64>,
    random: Vec<f64>,
    ordinary: Vec<f64>,
    susceptible: Vec<Susceptible>,
    multiplier: Option<f64>,
    multiplier_low: Option<f64>,
    multiplier_high: Option<f64>,
    audience_ratio: Option<f64>,
    advice: &'static str,
}

impl Sweep {
    /// Prepares a sweep.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(ground: Rc<Ground>, members: &[u32], seed: u64) -> Result<Sweep> {
        let mut notes = Vec::new();
        let members = ground.known(members, &mut notes);
        if members.is_empty() {
            notes.push(Note::NoMembers);
        }
        let graph = &ground.attention.graph;
        if graph.arcs() == 0 {
            notes.push(Note::NoTies);
        }
        let mut attended: Vec<u32> =
            (0..graph.nodes() as u32).filter(|a| graph.in_degree(*a as usize) > 0).collect();
        attended.sort_by_key(|a| (std::cmp::Reverse(graph.in_degree(*a as usize)), *a));
        let ordinary = attended[attended.len() / 4..attended.len() - attended.len() / 4].to_vec();
        if attended.len() < LEAST {
            notes.push(Note::TooSmall);
        }
        let affordable = WORK / (graph.arcs().max(1) as f64);
        let draws = DRAWS.min((affordable * 0.5 / (2.0 * SWEEP.len() as f64)).max(1.0) as usize);
        let singles = SINGLES.min((affordable * 0.25).max(20.0) as usize);
        let thresholds = Thresholds::new(graph)?;
        Ok(Sweep {
            thresholds,
            members,
            attended,
            ordinary,
            notes,
            seed,
            draws,
            singles,
            at: 0,
            team: Vec::new(),
            random: Vec::new(),
            middle: Vec::new(),
            top_single: Vec::new(),
            middle_single: Vec::new(),
            ground,
        })
    }

    /// Those at the top: the most attended tenth.
    fn top(&self) -> &[u32] {
        &self.attended[..self.attended.len() / 10]
    }

    /// Mean size of cascades of as many random accounts of a pool.
    fn of_pool(&mut self, pool: &[u32], purpose: &str, place: usize, threshold: f64) -> f64 {
        let k = self.members.len().min(pool.len());
        if k == 0 {
            return 0.0;
        }
        let mut total = 0.0;
        for draw in 0..self.draws {
            // The same draws at each threshold, so that curves are smooth.
            let team = sample(pool, k, &mut Stream::new(self.seed, purpose, draw as u64));
            total += self.thresholds.cascade(&team, threshold) as f64;
        }
        debug_assert!(place < SWEEP.len());
        total / self.draws as f64
    }

    fn sweep(&mut self, place: usize) {
        let threshold = f64::from(SWEEP[place]) / 100.0;
        let members = self.members.clone();
        let team = self.thresholds.cascade(&members, threshold) as f64;
        let everybody: Vec<u32> = (0..self.ground.accounts() as u32).collect();
        let random = self.of_pool(&everybody, "threshold: random", place, threshold);
        let ordinary = std::mem::take(&mut self.ordinary);
        let middle = self.of_pool(&ordinary, "threshold: ordinary", place, threshold);
        self.ordinary = ordinary;
        self.team.push(team);
        self.random.push(random);
        self.middle.push(middle);
    }

    /// Cascades of single accounts: one at the top, one ordinary.
    fn single(&mut self, number: usize) {
        let mut stream = Stream::new(self.seed, "threshold: single", number as u64);
        let (top, middle) = (self.top().len() as u64, self.ordinary.len() as u64);
        if top == 0 || middle == 0 {
            return;
        }
        let one = self.attended[stream.below(top) as usize];
        let other = self.ordinary[stream.below(middle) as usize];
        self.top_single.push(self.thresholds.cascade(&[one], THRESHOLD) as f64 - 1.0);
        self.middle_single.push(self.thresholds.cascade(&[other], THRESHOLD) as f64 - 1.0);
    }

    /// How many times more people follow somebody at the top than somebody ordinary, with a 95 % bootstrap interval.
    fn multiplier(&self) -> Option<(f64, f64, f64)> {
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
        let (top, middle) = (mean(&self.top_single), mean(&self.middle_single));
        if middle.is_nan() || middle <= 0.0 {
            return None;
        }
        let mut ratios: Vec<f64> = (0..REPLICATES)
            .map(|replicate| {
                let mut stream = Stream::new(self.seed, "threshold: multiplier", replicate);
                let mut again = |values: &[f64]| {
                    let n = values.len() as u64;
                    (0..n).map(|_| values[stream.below(n) as usize]).sum::<f64>() / n as f64
                };
                let (top, middle) = (again(&self.top_single), again(&self.middle_single));
                if middle > 0.0 { top / middle } else { f64::INFINITY }
            })
            .collect();
        ratios.sort_unstable_by(f64::total_cmp);
        Some((top / middle, quantile(&ratios, 0.025), quantile(&ratios, 0.975)))
    }

    /// How many times more attention those at the top receive.
    fn audience_ratio(&self) -> Option<f64> {
        let graph = &self.ground.attention.graph;
        let mean = |of: &[u32]| {
            of.iter().map(|a| graph.in_degree(*a as usize) as f64).sum::<f64>() / of.len().max(1) as f64
        };
        let (top, middle) = (mean(self.top()), mean(&self.ordinary));
        (top > 0.0 && middle > 0.0).then(|| top / middle)
    }
}

/// `k` different members of a pool.
fn sample(pool: &[u32], k: usize, stream: &mut Stream) -> Vec<u32> {
    // Floyd's: k draws, whatever the size of the pool.
    let mut chosen = std::collections::BTreeSet::new();
    let n = pool.len();
    for j in n - k..n {
        let at = stream.below(j as u64 + 1) as usize;
        if !chosen.insert(at) {
            chosen.insert(j);
        }
    }
    chosen.into_iter().map(|at| pool[at]).collect()
}

/// The plain advice. Those at the top are worth it where they set off more than their audience alone explains.
fn advice(multiplier: Option<(f64, f64, f64)>, audience: Option<f64>) -> &'static str {
    match (multiplier, audience) {
        (Some((_, low, _)), Some(audience)) if low > audience => "few",
        (Some((_, _, high)), Some(audience)) if high < audience => "many",
        _ => "unclear",
    }
}

impl Simulates for Sweep {
    fn step(&mut self) -> Result<bool> {
        let all = SWEEP.len() + self.singles;
        if self.at < SWEEP.len() {
            self.sweep(self.at);
            self.at += 1;
        } else if self.at < all {
            self.single(self.at - SWEEP.len());
            self.at += 1;
        }
        Ok(self.at == all)
    }

    fn share_done(&self) -> f64 {
        let sweep = self.at.min(SWEEP.len()) as f64 / SWEEP.len() as f64;
        let singles = self.at.saturating_sub(SWEEP.len()) as f64 / self.singles.max(1) as f64;
        0.6 * sweep + 0.4 * singles
    }

    fn finish(self: Box<Self>, view: View<'_>) -> Result<Measured> {
        let enough = self.attended.len() >= LEAST;
        let multiplier = self.multiplier().filter(|_| enough);
        let audience_ratio = self.audience_ratio().filter(|_| enough);
        let mut susceptible: Vec<(usize, u32)> = self
            .attended
            .iter()
            .map(|a| (self.thresholds.susceptible(*a as usize, THRESHOLD), *a))
            .filter(|(people, _)| *people > 0)
            .collect();
        susceptible.sort_by_key(|(people, account)| (std::cmp::Reverse(*people), *account));
        susceptible.truncate(LISTED);
        let finite = |x: f64| x.is_finite().then_some(x);
        let told = Told {
            kind: "threshold",
            thresholds: SWEEP.iter().map(|t| f64::from(*t) / 100.0).collect(),
            team: self.team.clone(),
            random: self.random.clone(),
            ordinary: self.middle.clone(),
            susceptible: susceptible
                .into_iter()
                .map(|(people, index)| Susceptible {
                    index,
                    handle: view.handle(index as usize).to_owned(),
                    people,
                })
                .collect(),
            multiplier: multiplier.map(|m| m.0),
            multiplier_low: multiplier.and_then(|m| finite(m.1)),
            multiplier_high: multiplier.and_then(|m| finite(m.2)),
            audience_ratio,
            advice: advice(multiplier, audience_ratio),
        };
        Ok(Measured { facts: facts(&told, self.notes)?, ..Measured::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_hold_different_members() {
        let pool: Vec<u32> = (10..60).collect();
        for k in [0, 1, 25, 50] {
            let found = sample(&pool, k, &mut Stream::new(1, "t", k as u64));
            assert!(
                found.len() == k
                    && found.is_sorted_by(|a, b| a < b)
                    && found.iter().all(|x| pool.contains(x))
            );
        }
    }

    #[test]
    fn advice_needs_a_difference_beyond_chance() {
        assert_eq!(advice(Some((9.0, 6.0, 12.0)), Some(5.0)), "few");
        assert_eq!(advice(Some((3.0, 2.0, 4.0)), Some(5.0)), "many");
        assert_eq!(advice(Some((5.0, 4.0, 6.0)), Some(5.0)), "unclear");
        assert_eq!(advice(None, Some(5.0)), "unclear");
        assert_eq!(advice(Some((5.0, 4.0, f64::INFINITY)), Some(4.5)), "unclear");
    }
}
