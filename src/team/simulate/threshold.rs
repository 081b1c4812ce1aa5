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
/// Arcs of one piece.
const PIECE: usize = 1 << 19;
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
    /// The cascade to be done, and whether it has begun.
    at: usize,
    begun: bool,
    team: Vec<f64>,
    random: Vec<f64>,
    middle: Vec<f64>,
    /// Additional accounts that cascades of single accounts reach: those at the top, ordinary ones.
    top_single: Vec<f64>,
    middle_single: Vec<f64>,
    /// Those with the largest susceptible audiences so far, and how many of `attended` were looked at.
    susceptible: Vec<(usize, u32)>,
    looked_at: usize,
}

/// One cascade.
#[derive(Debug, Clone, Copy)]
enum Job {
    /// The team at a threshold.
    Team(usize),
    /// As many random accounts: the threshold, the draw.
    Random(usize, usize),
    /// As many ordinary ones.
    Ordinary(usize, usize),
    /// One account at the top, and one ordinary one.
    Top(usize),
    Middle(usize),
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
            begun: false,
            team: vec![0.0; SWEEP.len()],
            random: vec![0.0; SWEEP.len()],
            middle: vec![0.0; SWEEP.len()],
            top_single: Vec::new(),
            middle_single: Vec::new(),
            susceptible: Vec::new(),
            looked_at: 0,
            ground,
        })
    }

    /// Those at the top: the most attended tenth.
    fn top(&self) -> &[u32] {
        &self.attended[..self.attended.len() / 10]
    }

    /// Cascades in all.
    fn jobs(&self) -> usize {
        SWEEP.len() * (1 + 2 * self.draws) + 2 * self.singles
    }

    fn job(&self) -> Job {
        let (of_threshold, sweeps) = (1 + 2 * self.draws, SWEEP.len() * (1 + 2 * self.draws));
        match self.at.checked_sub(sweeps) {
            Some(single) if single % 2 == 0 => Job::Top(single / 2),
            Some(single) => Job::Middle(single / 2),
            None => match (self.at / of_threshold, self.at % of_threshold) {
                (place, 0) => Job::Team(place),
                (place, draw) if draw <= self.draws => Job::Random(place, draw - 1),
                (place, draw) => Job::Ordinary(place, draw - 1 - self.draws),
            },
        }
    }

    /// Who begins a cascade, at what threshold. Nobody where there is nobody of the kind.
    fn seeds(&self, job: Job) -> (Vec<u32>, f64) {
        let at = |place: usize| f64::from(SWEEP[place]) / 100.0;
        // The same draws at each threshold, so that curves are smooth.
        let team = |n: usize, purpose, draw: usize| {
            sample(n, self.members.len().min(n), &mut Stream::new(self.seed, purpose, draw as u64))
        };
        match job {
            Job::Team(place) => (self.members.clone(), at(place)),
            Job::Random(place, draw) => {
                let team = team(self.ground.accounts(), "threshold: random", draw);
                (team.into_iter().map(|account| account as u32).collect(), at(place))
            }
            Job::Ordinary(place, draw) => {
                let team = team(self.ordinary.len(), "threshold: ordinary", draw);
                (team.into_iter().map(|of| self.ordinary[of]).collect(), at(place))
            }
            Job::Top(number) | Job::Middle(number) => {
                let mut stream = Stream::new(self.seed, "threshold: single", number as u64);
                let (top, middle) = (self.top().len() as u64, self.ordinary.len() as u64);
                if top == 0 || middle == 0 {
                    return (Vec::new(), THRESHOLD);
                }
                let pair =
                    [self.attended[stream.below(top) as usize], self.ordinary[stream.below(middle) as usize]];
                (vec![pair[usize::from(matches!(job, Job::Middle(_)))]], THRESHOLD)
            }
        }
    }

    /// Notes how many a cascade has reached.
    fn note(&mut self, job: Job, reached: usize) {
        let (size, draws) = (reached as f64, self.draws as f64);
        match job {
            Job::Team(place) => self.team[place] = size,
            Job::Random(place, draw) => mean(&mut self.random[place], size, draw, draws),
            Job::Ordinary(place, draw) => mean(&mut self.middle[place], size, draw, draws),
            // Without anybody there is no cascade.
            Job::Top(_) | Job::Middle(_) if reached == 0 => {}
            Job::Top(_) => self.top_single.push(size - 1.0),
            Job::Middle(_) => self.middle_single.push(size - 1.0),
        }
    }

    /// Looks for large susceptible audiences, a piece at a time; whether all were looked at.
    fn look(&mut self) -> bool {
        let mut work = 0;
        while let Some(account) = self.attended.get(self.looked_at).filter(|_| work < PIECE) {
            work += 1 + self.ground.attention.graph.in_degree(*account as usize);
            let people = self.thresholds.susceptible(*account as usize, THRESHOLD);
            if people > 0 {
                self.susceptible.push((people, *account));
            }
            self.looked_at += 1;
        }
        self.susceptible.sort_by_key(|(people, account)| (std::cmp::Reverse(*people), *account));
        self.susceptible.truncate(LISTED);
        self.looked_at == self.attended.len()
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

/// Adds to a sum, and makes it a mean with the last draw.
fn mean(of: &mut f64, size: f64, draw: usize, draws: f64) {
    *of += size;
    if (draw + 1) as f64 == draws {
        *of /= draws;
    }
}

/// `k` different numbers below `n`.
fn sample(n: usize, k: usize, stream: &mut Stream) -> Vec<usize> {
    // Floyd's: k draws, however large n is.
    let mut chosen = std::collections::BTreeSet::new();
    for j in n - k..n {
        let at = stream.below(j as u64 + 1) as usize;
        if !chosen.insert(at) {
            chosen.insert(j);
        }
    }
    chosen.into_iter().collect()
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
        // Small cascades share a piece.
        let mut work = 0;
        while self.at < self.jobs() && work < PIECE {
            let job = self.job();
            if !self.begun {
                let (seeds, threshold) = self.seeds(job);
                self.thresholds.begin(&seeds, threshold);
                self.begun = true;
            }
            if !self.thresholds.go_on(PIECE) {
                return Ok(false);
            }
            let reached = self.thresholds.last();
            work += 100 + 10 * reached.len();
            let reached = reached.len();
            self.note(job, reached);
            self.begun = false;
            self.at += 1;
        }
        Ok(self.at == self.jobs() && self.look())
    }

    fn share_done(&self) -> f64 {
        let looked_at = self.looked_at as f64 / self.attended.len().max(1) as f64;
        0.95 * self.at as f64 / self.jobs().max(1) as f64 + 0.05 * looked_at
    }

    fn finish(self: Box<Self>, view: View<'_>) -> Result<Measured> {
        let enough = self.attended.len() >= LEAST;
        let multiplier = self.multiplier().filter(|_| enough);
        let audience_ratio = self.audience_ratio().filter(|_| enough);
        let susceptible = self.susceptible.clone();
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
        for k in [0, 1, 25, 50] {
            let found = sample(50, k, &mut Stream::new(1, "t", k as u64));
            assert!(found.len() == k && found.is_sorted_by(|a, b| a < b) && found.iter().all(|x| *x < 50));
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
