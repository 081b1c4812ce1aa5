//! Leiden: communities of high modularity, each of them connected.

mod aggregate;
mod level;
mod moving;
mod refine;

use super::agreement::{Agreement, agreement};
use super::connected::Split;
use super::modularity::{Modularity, Ties, check_resolution};
use super::numbering::{Numbered, filled, numbered};
use crate::error::{ErrorKind, Result};
use crate::graph::Undirected;
use crate::graph::steps::{Steps, run};
use crate::math::rng::Stream;
use crate::math::sum;
use aggregate::Aggregate;
use level::{Level, Owned, refill};
use moving::Moving;
use refine::{Refine, Terms};
use std::rc::Rc;

/// Entries of rows that one step reads, about.
const STEP: usize = 1 << 18;

/// Nodes that stay together when the order of a large level is drawn. A level of few nodes has blocks of one.
const BLOCK: usize = 32;

/// Blocks at the least, before they grow beyond one node.
const BLOCKS: usize = 512;

/// Parameters of [`Leiden`].
#[derive(Debug, Clone)]
pub struct Params {
    /// γ, from 0 up: 1 is modularity as usual, more gives smaller communities.
    pub resolution: f64,
    /// θ, above 0: how much less than the best a merge may gain and still be drawn in the refinement, as a share of
    /// the mean weight of a tie.
    pub randomness: f64,
    /// Runs from different random orders, 1 or more; the best is kept, and their agreement is the stability.
    pub restarts: usize,
    /// Iterations of a run at the most, 1 or more.
    pub iterations: usize,
    /// A run ends before that when an iteration changes nothing or raises the modularity by less than this. 0 goes on
    /// until nothing changes.
    pub tolerance: f64,
    /// Seed of every random choice.
    pub seed: u64,
    /// The partition to start from, such as that of the time window before: one label a node, below the number of
    /// nodes, or `u32::MAX` for a node that starts alone. `None` starts with every node alone.
    pub initial: Option<Vec<u32>>,
}

impl Default for Params {
    fn default() -> Self {
        Params {
            resolution: 1.0,
            randomness: 0.01,
            restarts: 5,
            iterations: 10,
            tolerance: 1e-4,
            seed: 0,
            initial: None,
        }
    }
}

/// Communities found by [`Leiden`].
#[derive(Debug, Clone)]
pub struct Communities {
    /// Community of each node, numbered by size, largest first, then by smallest node.
    pub of: Vec<u32>,
    /// Nodes of each community.
    pub sizes: Vec<u32>,
    /// Modularity of the partition, `NaN` when no tie has a weight.
    pub quality: f64,
    /// Modularity of each run.
    pub qualities: Vec<f64>,
    /// The run that was kept: the best, the first of equals.
    pub run: usize,
    /// Mean agreement of the runs' partitions over all pairs; `NaN` for a single run. Below 0.6 the communities are
    /// fuzzy: another order gives another partition that is about as good.
    pub stability: Agreement,
}

/// Communities by the Leiden algorithm, a block of nodes at a time.
///
/// Groups of accounts with more ties among one another than their activity would give by chance, found by raising the
/// [modularity](super::modularity). An iteration goes through levels: (1) *fast local moving*, each node goes to the
/// neighbouring community that gains most, and its neighbours are asked again; (2) *refinement*, inside each community
/// the nodes start alone again and merge, drawn by exp(gain / θ) among well connected sub-communities; (3)
/// *aggregation*, each sub-community becomes one node of the next level, which starts from the communities of (1).
/// Levels follow until every community is one node, iterations until one changes nothing.
///
/// Every community of the result is connected by ties of positive weight: what the refinement merges is, and where it
/// could merge nothing a last exact pass splits what is not. Ties without weight hold nothing together, so that a node without weight is alone;
/// without any weight every node is, and the modularity is unknown.
///
/// | here | in the paper |
/// |---|---|
/// | `resolution` | γ |
/// | `randomness` | θ, in units of the mean weight of a tie, so that the unit of weights does not matter |
/// | `Moving` | MoveNodesFast |
/// | `Refine` | RefinePartition, MergeNodesSubset |
/// | `Aggregate` | AggregateGraph |
///
/// # Complexity
/// O(nodes + ties) for a pass over a level, observed about 30 passes for an iteration from scratch and 5 for a later one; 75 bytes
/// a node and 8 bytes an entry of the second level, on top of the graph.
///
/// # Source
/// Traag, Waltman and van Eck 2019, “From Louvain to Leiden: guaranteeing well-connected communities”, algorithm A.2.
#[derive(Debug)]
pub struct Leiden {
    graph: Rc<Undirected>,
    params: Params,
    terms: Terms,
    random: Stream,
    phase: Phase,
    iteration: usize,
    moves: u64,
    /// Modularity after the last iteration, to the precision of the weights of aggregated ties.
    reached: f64,
    /// Whether a community went up that was not put together with care, so that it may be in parts.
    stuck: bool,
    /// The accounts' level while the one at work is above it.
    base: Option<Level>,
    level: Level,
    /// Node of the level that each account is in; empty at the lowest.
    place: Vec<u32>,
    /// Community of each account at the start of an iteration, and in the end.
    labels: Vec<u32>,
    order: Vec<u32>,
    blocks: Vec<u32>,
    moving: Moving,
    refine: Refine,
    aggregate: Aggregate,
    spare: Owned,
    split: Split,
    found: Vec<Numbered>,
    qualities: Vec<f64>,
    agreements: Vec<Agreement>,
    failed: Option<crate::error::Error>,
}

#[derive(Debug)]
enum Phase {
    Start,
    Move,
    Measure,
    Merge,
    Aggregate,
    Split,
    Judge(Box<Modularity>),
    Agree(usize, usize),
    Done,
}

impl Leiden {
    /// Prepares the first run.
    ///
    /// # Errors
    /// `argument.invalid` for parameters out of their range or a partition to start from that does not fit the graph;
    /// `memory.exhausted`.
    pub fn new(graph: &Rc<Undirected>, params: Params) -> Result<Leiden> {
        check_resolution(params.resolution)?;
        let refuse = |name, given: String| Err(ErrorKind::InvalidArgument { name, given }.into());
        if !(params.randomness > 0.0 && params.randomness.is_finite()) {
            return refuse("randomness", params.randomness.to_string());
        }
        if params.restarts == 0 {
            return refuse("restarts", "0".to_owned());
        }
        if params.iterations == 0 {
            return refuse("iterations", "0".to_owned());
        }
        if params.tolerance.is_nan() || params.tolerance < 0.0 {
            return refuse("tolerance", params.tolerance.to_string());
        }
        let n = graph.nodes();
        if let Some(initial) = &params.initial {
            if initial.len() != n {
                return refuse("initial", format!("{} labels for {n} nodes", initial.len()));
            }
            if let Some(label) = initial.iter().find(|label| **label as usize >= n && **label != u32::MAX) {
                return refuse("initial", label.to_string());
            }
        }
        let level = Level::base(graph)?;
        let total = sum(level.strength.iter().copied());
        let entries = graph.weight.iter().filter(|weight| **weight > 0.0).count();
        let mean = total / entries as f64;
        let sharpness = 1.0 / (params.randomness * mean);
        let terms = Terms { total, pull: params.resolution / total, sharpness };
        Ok(Leiden {
            graph: Rc::clone(graph),
            random: Stream::new(params.seed, "leiden", 0),
            phase: Phase::Start,
            iteration: 0,
            moves: 0,
            reached: f64::NEG_INFINITY,
            stuck: false,
            base: None,
            level,
            place: Vec::new(),
            labels: filled(n, 0)?,
            order: Vec::new(),
            blocks: Vec::new(),
            moving: Moving::default(),
            refine: Refine::default(),
            aggregate: Aggregate::default(),
            spare: Owned::default(),
            split: Split::default(),
            found: Vec::new(),
            qualities: Vec::new(),
            agreements: Vec::new(),
            failed: None,
            terms,
            params,
        })
    }

    /// Does a piece of the phase at work and says which comes next.
    fn advance(&mut self) -> Result<Phase> {
        let pull = self.terms.pull;
        match std::mem::replace(&mut self.phase, Phase::Done) {
            Phase::Start => {
                self.start_run();
                if pull.is_finite() { self.start_iteration() } else { self.judge() }
            }
            Phase::Move => {
                if !self.moving.advance(&self.level, pull, STEP) {
                    return Ok(Phase::Move);
                }
                self.moves += self.moving.moves;
                if self.moving.communities() == self.level.nodes() {
                    return self.end_iteration();
                }
                self.refine.restart(&self.level)?;
                Ok(Phase::Measure)
            }
            Phase::Measure => {
                if !self.refine.measure(&self.level, &self.moving, STEP) {
                    return Ok(Phase::Measure);
                }
                self.shuffle()?;
                Ok(Phase::Merge)
            }
            Phase::Merge => {
                let with = (self.order.as_slice(), self.terms);
                if !self.refine.merge(&self.level, &self.moving, with, &mut self.random, STEP) {
                    return Ok(Phase::Merge);
                }
                // Where nothing may merge with care the communities themselves go up, or the levels would not end.
                let stuck = self.refine.merges == 0;
                self.stuck |= stuck;
                let groups = if stuck { &self.moving.community } else { &self.refine.refined };
                self.aggregate.restart(&self.level, groups, std::mem::take(&mut self.spare))?;
                Ok(Phase::Aggregate)
            }
            Phase::Aggregate => {
                if self.aggregate.advance(&self.level, STEP)? {
                    self.climb()
                } else {
                    Ok(Phase::Aggregate)
                }
            }
            Phase::Split => {
                if !self.split.advance(&self.graph, &self.labels, STEP) {
                    return Ok(Phase::Split);
                }
                std::mem::swap(&mut self.labels, &mut self.split.part);
                self.judge()
            }
            Phase::Judge(mut judge) => {
                if !judge.step() {
                    return Ok(Phase::Judge(judge));
                }
                self.labels = judge.take_labels();
                self.qualities.push(judge.finish());
                self.iteration = 0;
                self.found.push(numbered(&self.labels)?);
                Ok(if self.found.len() < self.params.restarts { Phase::Start } else { Phase::Agree(0, 1) })
            }
            Phase::Agree(a, b) => {
                if b >= self.found.len() {
                    return Ok(Phase::Done);
                }
                self.agreements.push(agreement(&self.found[a].of, &self.found[b].of)?);
                Ok(if b + 1 < self.found.len() { Phase::Agree(a, b + 1) } else { Phase::Agree(a + 1, a + 2) })
            }
            Phase::Done => Ok(Phase::Done),
        }
    }

    /// The labels to start from, each below the number of nodes.
    fn start_run(&mut self) {
        self.random = Stream::new(self.params.seed, "leiden", self.found.len() as u64);
        (self.iteration, self.reached) = (0, f64::NEG_INFINITY);
        match &self.params.initial {
            // Without weight everyone is alone.
            Some(initial) if self.terms.pull.is_finite() => start_from(initial, &mut self.labels),
            _ => self.labels.iter_mut().enumerate().for_each(|(node, label)| *label = node as u32),
        }
    }

    fn start_iteration(&mut self) -> Result<Phase> {
        (self.moves, self.stuck) = (0, false);
        refill(&mut self.moving.community, self.labels.len(), 0)?;
        self.moving.community.copy_from_slice(&self.labels);
        self.start_level()
    }

    fn start_level(&mut self) -> Result<Phase> {
        self.shuffle()?;
        self.moving.restart(&self.level, &self.order)?;
        Ok(Phase::Move)
    }

    /// Orders the nodes of the level: blocks of nodes that follow one another, in random order. Rows are read from memory
    /// several times as fast in this order as in that of single nodes, and the partitions are as good.
    fn shuffle(&mut self) -> Result<()> {
        let n = self.level.nodes();
        let block = (n / BLOCKS).clamp(1, BLOCK);
        refill(&mut self.blocks, n.div_ceil(block), 0)?;
        self.blocks.iter_mut().enumerate().for_each(|(at, first)| *first = (at * block) as u32);
        self.random.shuffle(&mut self.blocks);
        refill(&mut self.order, n, 0)?;
        self.order.clear();
        for first in &self.blocks {
            self.order.extend(*first..n.min(*first as usize + block) as u32);
        }
        Ok(())
    }

    /// Makes the aggregated rows the level at work, its communities those of the level below.
    fn climb(&mut self) -> Result<Phase> {
        let made = &mut self.aggregate;
        let groups = made.strength.len();
        if self.place.is_empty() {
            refill(&mut self.place, made.group.len(), 0)?;
            self.place.copy_from_slice(&made.group);
        } else {
            self.place.iter_mut().for_each(|place| *place = made.group[*place as usize]);
        }
        let mut number = filled(self.level.nodes(), u32::MAX)?;
        let mut count = 0;
        let mut community = filled(groups, u32::MAX)?;
        for (group, below) in made.group.iter().zip(&self.moving.community) {
            let number = &mut number[*below as usize];
            if *number == u32::MAX {
                *number = count;
                count += 1;
            }
            community[*group as usize] = *number;
        }
        self.moving.community = community;
        let next = self.level.above(std::mem::take(&mut made.rows), std::mem::take(&mut made.strength));
        let below = std::mem::replace(&mut self.level, next);
        if self.base.is_none() {
            self.base = Some(below);
        } else {
            self.spare = below.into_owned().unwrap_or_default();
        }
        self.start_level()
    }

    fn end_iteration(&mut self) -> Result<Phase> {
        if self.place.is_empty() {
            self.labels.copy_from_slice(&self.moving.community);
        } else {
            for (label, place) in self.labels.iter_mut().zip(&self.place) {
                *label = self.moving.community[*place as usize];
            }
        }
        let quality = self.quality();
        let more = self.moves > 0 && quality - self.reached >= self.params.tolerance;
        self.reached = quality;
        self.place.clear();
        if let Some(base) = self.base.take() {
            self.spare = std::mem::replace(&mut self.level, base).into_owned().unwrap_or_default();
        }
        self.iteration += 1;
        if more && self.iteration < self.params.iterations {
            self.start_iteration()
        } else if self.stuck {
            self.split.restart(self.labels.len())?;
            Ok(Phase::Split)
        } else {
            // Every community is one node of the highest level, and each of those was put together along ties.
            self.judge()
        }
    }

    /// Modularity of the level at work, each of its nodes a community.
    fn quality(&self) -> f64 {
        let total = self.terms.total;
        let outside = sum(self.level.rows().weight.iter().map(|weight| f64::from(*weight)));
        let by_chance =
            sum(self.level.strength.iter().map(|strength| (strength / total) * (strength / total)));
        1.0 - outside / total - self.params.resolution * by_chance
    }

    /// Measures the partition in `labels` exactly.
    fn judge(&mut self) -> Result<Phase> {
        let ties = Ties::Undirected(Rc::clone(&self.graph));
        let of = std::mem::take(&mut self.labels);
        Ok(Phase::Judge(Box::new(Modularity::new(ties, of, self.params.resolution)?)))
    }
}

/// Writes the labels to start from: those given, and for `u32::MAX` one that nobody else has.
fn start_from(initial: &[u32], labels: &mut [u32]) {
    let mut used = vec![false; initial.len()];
    initial.iter().filter(|label| **label != u32::MAX).for_each(|label| used[*label as usize] = true);
    let mut free = (0..initial.len() as u32).filter(|label| !used[*label as usize]);
    for (label, given) in labels.iter_mut().zip(initial) {
        *label = if *given == u32::MAX { free.next().unwrap_or(0) } else { *given };
    }
}

impl Steps for Leiden {
    type Output = Result<Communities>;

    fn step(&mut self) -> bool {
        match self.advance() {
            Ok(phase) => self.phase = phase,
            Err(error) => self.failed = Some(error),
        }
        matches!(self.phase, Phase::Done)
    }

    fn share_done(&self) -> f64 {
        if matches!(self.phase, Phase::Done) {
            return 1.0;
        }
        // The first iteration is the long one: half of a run.
        let iteration = self.iteration as f64;
        let run = iteration / (iteration + 1.0);
        (self.found.len() as f64 + run).min(self.params.restarts as f64) / self.params.restarts as f64
    }

    fn finish(self) -> Result<Communities> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        let mut best = 0;
        for (at, quality) in self.qualities.iter().enumerate() {
            if *quality > self.qualities[best] {
                best = at;
            }
        }
        let kept = match self.found.into_iter().nth(best) {
            Some(kept) => kept,
            // Stopped before the first run ended.
            None => numbered(&(0..self.graph.nodes() as u32).collect::<Vec<_>>())?,
        };
        let mean =
            |of: fn(&Agreement) -> f64| sum(self.agreements.iter().map(of)) / self.agreements.len() as f64;
        Ok(Communities {
            of: kept.of,
            sizes: kept.sizes,
            quality: self.qualities.get(best).copied().unwrap_or(f64::NAN),
            qualities: self.qualities,
            run: best,
            stability: Agreement { ari: mean(|a| a.ari), nmi: mean(|a| a.nmi) },
        })
    }
}

/// Communities in one call; see [`Leiden`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, Undirected, community::leiden};
/// use std::rc::Rc;
/// // Two triangles and one tie between them.
/// let from = [0, 0, 1, 2, 3, 3, 4];
/// let graph = Graph::from_sorted(6, &from, vec![1, 2, 2, 3, 4, 5, 5], vec![1.0; 7])?;
/// let found = leiden::leiden(&Rc::new(Undirected::of(&graph)?), leiden::Params::default())?;
/// assert_eq!(found.of, [0, 0, 0, 1, 1, 1]);
/// assert!((found.quality - 5.0 / 14.0).abs() < 1e-15 && found.stability.ari == 1.0);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Leiden::new`].
pub fn leiden(graph: &Rc<Undirected>, params: Params) -> Result<Communities> {
    run(Leiden::new(graph, params)?)
}

#[cfg(test)]
mod tests;
