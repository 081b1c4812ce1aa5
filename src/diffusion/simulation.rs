//! A model run forward many times (Monte Carlo).

use super::linear_threshold::{chosen_by, totals};
use super::sampling::{check_length, counts, mask};
use super::{Influence, Model, NONE, Targets};
use crate::error::Result;
use crate::graph::column::{filled, room};
use crate::graph::steps::Steps;
use crate::math::rng::Stream;
use crate::math::sqrt;
use std::rc::Rc;

/// Arcs that one step tries, about.
const WORK: usize = 100_000;
/// Steps of a cascade that are told apart; the last one holds what comes later too.
pub const HOPS_SHOWN: usize = 64;

/// What to simulate.
#[derive(Debug, Clone)]
pub struct Simulating<'a> {
    /// The team; nodes that are not there and those of competitors are left out.
    pub seeds: &'a [u32],
    /// Whose message is out already; they win ties.
    pub competitors: &'a [u32],
    /// The community of each node ([`super::NONE`]: none) and how many there are.
    pub communities: Option<(&'a [u32], usize)>,
    /// Runs to do.
    pub runs: usize,
    /// Seed of the random streams.
    pub seed: u64,
}

/// What a team reaches over many runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// Weight reached in the mean, the team included; `NaN` without a run.
    pub mean: f64,
    /// Lower end of the 95 % interval of the mean; `NaN` with fewer than two runs.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Weight reached at each step, the team being step 0; it adds up to the mean. At most [`HOPS_SHOWN`] steps.
    pub by_hop: Vec<f64>,
    /// Weight reached in each community; empty without communities.
    pub by_community: Vec<f64>,
    /// Runs done.
    pub runs: usize,
}

/// Runs of a model from a team, each with its own random stream by its number: the same however the work is cut.
///
/// The mean of what is reached, `mean ± 1.96·s/√runs`. A run of the linear threshold draws for each node that an
/// active neighbour touches whom it listens to, which is the same in distribution and tells whose message it gets.
///
/// # Parameters
/// [`Simulating`]; [`Model`]; [`Targets`].
///
/// # Complexity
/// A run costs the arcs that leave whoever becomes active (with the linear threshold also those that reach whoever
/// is touched). Memory: 4 to 8 bytes a node.
///
/// # Errors
/// `argument.invalid`, `memory.exhausted`: see [`Simulation::new`].
///
/// # Source
/// Kempe, Kleinberg and Tardos 2003.
///
/// # Examples
/// ```
/// use sillage::diffusion::{Influence, Model, Simulating, Simulation, Targets};
/// use sillage::graph::steps::run;
/// let influence = Influence::new(3, [(0, 1, 0.5), (1, 2, 0.5)].into_iter())?.into();
/// let simulating = Simulating { seeds: &[0], competitors: &[], communities: None, runs: 10_000, seed: 1 };
/// let cascade = Model::IndependentCascade { hops: None };
/// let spread = run(Simulation::new(influence, cascade, Targets::default(), &simulating)?);
/// assert!((spread.mean - 1.75).abs() < 0.05 && spread.low < spread.mean && spread.mean < spread.high);
/// assert_eq!(spread.by_hop[0], 1.0);
/// # Ok::<(), sillage::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Simulation {
    influence: Rc<Influence>,
    hops: u32,
    totals: Option<Vec<f64>>,
    /// Empty: everybody counts 1.
    weights: Vec<f64>,
    communities: Vec<u32>,
    seeds: Vec<u32>,
    competitors: Vec<u32>,
    runs: usize,
    seed: u64,
    run: Option<Run>,
    /// The run in which a node became active last, counted from 1.
    active: Vec<u32>,
    /// With the linear threshold: the run in which a node chose last, and whom.
    choice: Vec<(u32, u32)>,
    done: usize,
    mean: f64,
    /// Sum of squares around the mean (Welford 1962).
    squares: f64,
    by_hop: Vec<f64>,
    by_community: Vec<f64>,
}

/// A run under way: who is active on each side, and how far the layer is.
#[derive(Debug)]
struct Run {
    stream: Stream,
    sides: [Vec<u32>; 2],
    heads: [usize; 2],
    ends: [usize; 2],
    hop: u32,
    reached: f64,
    by_hop: Vec<f64>,
}

const THEIRS: usize = 0;
const OURS: usize = 1;

impl Simulation {
    /// Prepares the runs.
    ///
    /// # Errors
    /// `argument.invalid` for columns of another length; `memory.exhausted`.
    pub fn new(
        influence: Rc<Influence>,
        model: Model,
        targets: Targets<'_>,
        simulating: &Simulating<'_>,
    ) -> Result<Simulation> {
        let nodes = influence.nodes();
        let (hops, totals) = match model {
            Model::IndependentCascade { hops } => (hops.unwrap_or(u32::MAX), None),
            Model::LinearThreshold => (u32::MAX, Some(totals(&influence)?)),
        };
        let mut weights = Vec::new();
        if let Some(given) = targets.weights {
            check_length("targets", given.len(), nodes)?;
            weights = room(nodes)?;
            weights.extend(given.iter().map(|weight| counts(*weight)));
        }
        let (mut communities, mut by_community) = (Vec::new(), Vec::new());
        if let Some((of, count)) = simulating.communities {
            check_length("communities", of.len(), nodes)?;
            communities = room(nodes)?;
            communities.extend_from_slice(of);
            by_community = filled(0.0, count)?;
        }
        let theirs = mask(nodes, simulating.competitors)?;
        let there = |list: &[u32]| list.iter().copied().filter(|node| (*node as usize) < nodes).collect();
        let competitors: Vec<u32> = there(simulating.competitors);
        let mut seeds: Vec<u32> = there(simulating.seeds);
        seeds.retain(|node| !theirs.as_ref().is_some_and(|theirs| theirs[*node as usize]));
        Ok(Simulation {
            active: filled(0, nodes)?,
            choice: filled((0, NONE), if totals.is_some() { nodes } else { 0 })?,
            influence,
            hops,
            totals,
            weights,
            communities,
            seeds,
            competitors,
            runs: simulating.runs.min(u32::MAX as usize - 1),
            seed: simulating.seed,
            run: None,
            done: 0,
            mean: 0.0,
            squares: 0.0,
            by_hop: Vec::new(),
            by_community,
        })
    }

    fn begin(&mut self) -> Run {
        let stream = Stream::new(self.seed, "simulation", self.done as u64);
        let mut run = Run {
            stream,
            sides: [Vec::new(), Vec::new()],
            heads: [0, 0],
            ends: [0, 0],
            hop: 0,
            reached: 0.0,
            by_hop: Vec::new(),
        };
        for at in 0..self.competitors.len() {
            self.activate(&mut run, self.competitors[at], THEIRS);
        }
        for at in 0..self.seeds.len() {
            self.activate(&mut run, self.seeds[at], OURS);
        }
        run
    }

    /// Makes a node active unless it is.
    #[inline]
    fn activate(&mut self, run: &mut Run, node: u32, side: usize) {
        let now = self.done as u32 + 1;
        if std::mem::replace(&mut self.active[node as usize], now) == now {
            return;
        }
        run.sides[side].push(node);
        if side == OURS {
            let weight = self.weights.get(node as usize).copied().unwrap_or(1.0);
            run.reached += weight;
            let hop = (run.hop as usize).min(HOPS_SHOWN - 1);
            if hop >= run.by_hop.len() {
                run.by_hop.resize(hop + 1, 0.0);
            }
            run.by_hop[hop] += weight;
        }
    }

    /// Adds up where a whole run went.
    fn keep(&mut self, run: &Run) {
        if self.by_hop.len() < run.by_hop.len() {
            self.by_hop.resize(run.by_hop.len(), 0.0);
        }
        for (sum, reached) in self.by_hop.iter_mut().zip(&run.by_hop) {
            *sum += reached;
        }
        if self.by_community.is_empty() {
            return;
        }
        for node in &run.sides[OURS] {
            if let Some(reached) = self.by_community.get_mut(self.communities[*node as usize] as usize) {
                *reached += self.weights.get(*node as usize).copied().unwrap_or(1.0);
            }
        }
    }

    /// Lets one active node try at all it may activate; `None` when the run is over.
    fn next(&mut self, influence: &Influence, run: &mut Run) -> Option<usize> {
        let side = match (run.heads[THEIRS] < run.ends[THEIRS], run.heads[OURS] < run.ends[OURS]) {
            (true, _) => THEIRS,
            (false, true) => OURS,
            (false, false) => {
                // The next layer.
                run.ends = [run.sides[THEIRS].len(), run.sides[OURS].len()];
                if run.hop == self.hops || run.heads[OURS] == run.ends[OURS] {
                    return None;
                }
                run.hop += 1;
                return Some(0);
            }
        };
        let node = run.sides[side][run.heads[side]];
        run.heads[side] += 1;
        let (to, p) = influence.activates(node as usize);
        let (now, mut work) = (self.done as u32 + 1, to.len() + 1);
        for (other, p) in to.iter().zip(p) {
            if let Some(totals) = &self.totals {
                let choice = &mut self.choice[*other as usize];
                if self.active[*other as usize] != now && choice.0 != now {
                    let total = totals[*other as usize];
                    let (heard, looked) = chosen_by(influence, *other, total, &mut run.stream);
                    *choice = (now, heard.unwrap_or(NONE));
                    work += looked;
                }
                if *choice == (now, node) {
                    self.activate(run, *other, side);
                }
            } else if run.stream.next_f64() < f64::from(*p) {
                self.activate(run, *other, side);
            }
        }
        Some(work)
    }
}

impl Steps for Simulation {
    type Output = Spread;

    fn step(&mut self) -> bool {
        let influence = Rc::clone(&self.influence);
        let mut work = 0;
        while work < WORK && self.done < self.runs {
            let mut run = match self.run.take() {
                Some(run) => run,
                None => self.begin(),
            };
            let over = loop {
                match self.next(&influence, &mut run) {
                    None => break true,
                    Some(more) => work += more,
                }
                if work >= WORK {
                    break false;
                }
            };
            work += 1;
            if !over {
                self.run = Some(run);
                break;
            }
            self.done += 1;
            self.keep(&run);
            let away = run.reached - self.mean;
            self.mean += away / self.done as f64;
            self.squares += away * (run.reached - self.mean);
        }
        self.done == self.runs
    }

    fn share_done(&self) -> f64 {
        self.done as f64 / self.runs.max(1) as f64
    }

    /// What the runs that are done give.
    fn finish(self) -> Spread {
        let n = self.done as f64;
        let half = if self.done > 1 { 1.96 * sqrt(self.squares / (n - 1.0) / n) } else { f64::NAN };
        let mean = if self.done > 0 { self.mean } else { f64::NAN };
        let part = |sum: f64| if self.done > 0 { sum / n } else { f64::NAN };
        Spread {
            mean,
            low: (mean - half).max(if half.is_nan() { f64::NAN } else { 0.0 }),
            high: mean + half,
            by_hop: self.by_hop.iter().map(|sum| part(*sum)).collect(),
            by_community: self.by_community.iter().map(|sum| part(*sum)).collect(),
            runs: self.done,
        }
    }
}
