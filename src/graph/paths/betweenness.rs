//! Betweenness: how many shortest paths lead through a node.

use super::core::{Core, Renumber};
use super::fold::{Fold, Folding};
use super::lanes::{LANES, Lanes};
use super::sources::Sources;
use super::weighted::Weighted;
use super::{Length, Ties, filled, room};
use crate::error::{Error, ErrorKind, Result};
use crate::graph::blocks::{Blocks, Dealt};
use crate::graph::steps::{Steps, run};
use std::ops::Range;
use std::rc::Rc;

/// Parts of the work at the most; each sums up by itself, and the parts are added in order.
const BLOCKS: usize = 32;

/// In what the result is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// Pairs: the sum over the given sources, as networkx (`normalized=False`) and igraph give it; each pair once if
    /// ties are undirected.
    #[default]
    Pairs,
    /// Share of the pairs of other nodes, 0 to 1: of (n − 1)(n − 2) ordered ones, as networkx (`normalized=True`).
    Share,
    /// Share of all ordered pairs, n(n − 1), as sampling estimates it: see [`super::kadabra`].
    ShareOfAll,
}

/// Parameters of [`Betweenness`].
#[derive(Debug, Clone, Default)]
pub struct Params {
    /// From which sources.
    pub sources: Sources,
    /// The length of a tie; `None` counts steps. Betweenness by weight means [`Length::Inverse`].
    pub length: Option<Length>,
    /// In what the result is counted. Shares from a part of the sources are scaled up to all of them.
    pub unit: Unit,
}

impl Params {
    /// How long a step is, by the weight of its tie.
    fn measure(&self) -> Option<fn(f32) -> f64> {
        self.length.map(|length| match length {
            Length::Weight => (|weight| Length::Weight.of(weight)) as fn(f32) -> f64,
            Length::Inverse => |weight| Length::Inverse.of(weight),
        })
    }
}

/// [`Betweenness`] before its first source: folds and renumbers the graph, a block of rows at a time.
#[derive(Debug)]
pub struct Preparing {
    ties: Ties,
    params: Params,
    drawn: f64,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Folding(Folding),
    Renumbering(Fold, Renumber),
    Failed(Error),
}

impl Preparing {
    /// Draws the sources.
    ///
    /// # Errors
    /// `argument.invalid` for a source that is no node; `memory.exhausted`.
    pub fn new(ties: impl Into<Ties>, params: Params) -> Result<Preparing> {
        let ties = ties.into();
        let own = params.sources.weights(ties.nodes())?;
        let drawn = own.iter().sum();
        let walkable: fn(f32) -> bool = match params.length {
            Some(Length::Inverse) => |weight| Length::Inverse.of(weight).is_finite(),
            _ => |_| true,
        };
        let stage = Stage::Folding(Folding::new(ties.clone(), own, walkable)?);
        Ok(Preparing { ties, params, drawn, stage })
    }
}

impl Steps for Preparing {
    type Output = Result<Betweenness>;

    fn step(&mut self) -> bool {
        match &mut self.stage {
            Stage::Folding(folding) => {
                if folding.step() {
                    let fold = folding.take();
                    self.stage =
                        match Renumber::new(self.ties.clone(), Some(&fold.in_core), self.params.measure()) {
                            Ok(renumber) => Stage::Renumbering(fold, renumber),
                            Err(error) => Stage::Failed(error),
                        };
                }
                matches!(self.stage, Stage::Failed(_))
            }
            Stage::Renumbering(_, renumber) => renumber.step(),
            Stage::Failed(_) => true,
        }
    }

    fn share_done(&self) -> f64 {
        match &self.stage {
            Stage::Folding(folding) => 0.3 * folding.share_done(),
            Stage::Renumbering(_, renumber) => 0.3 + 0.7 * renumber.share_done(),
            Stage::Failed(_) => 1.0,
        }
    }

    /// # Errors
    /// As [`Betweenness::new`]; `argument.invalid` too when stopped before the end.
    fn finish(self) -> Result<Betweenness> {
        match self.stage {
            Stage::Renumbering(fold, renumber) => {
                Betweenness::on(&self.ties, fold, renumber.finish()?, self.drawn, &self.params)
            }
            Stage::Failed(error) => Err(error),
            Stage::Folding(_) => {
                Err(ErrorKind::InvalidArgument { name: "graph", given: "unfinished".to_owned() }.into())
            }
        }
    }
}

/// Betweenness by Brandes' algorithm, from all sources or some.
///
/// `b(v) = Σ σ(s, t | v) / σ(s, t)` over sources s and targets t, neither of which is v; σ counts shortest paths.
/// A reader: how often an account sits on the way by which what one says reaches another. High values with few ties
/// are go-betweens of circles that hardly read each other.
///
/// What makes it fast: accounts with one neighbour are folded away and their pairs counted in closed form; the rest
/// is renumbered by degree; eight searches run side by side; both passes choose between push and pull.
///
/// The work falls into at most 32 blocks that are always added in the same order, so that they may be done by
/// any number of workers with the same result to the last bit: see [`Blocks`].
///
/// # Complexity
/// O(sources · (nodes + arcs)) time, with lengths O(sources · (nodes + arcs) · log nodes). Memory: 400 bytes a node
/// and 8 an arc at the most; with lengths 150 bytes a node and 40 an arc.
///
/// # Errors
/// See [`Betweenness::new`].
///
/// # Source
/// Brandes 2001; folding as Baglioni et al. 2012, here for any directions and any sources; push and pull as Beamer,
/// Asanović and Patterson 2012.
#[derive(Debug)]
pub struct Betweenness {
    fold: Fold,
    core: Rc<Core>,
    unit: Unit,
    directed: bool,
    /// Weight of all sources.
    drawn: f64,
    /// Sources of the core, with their weights, in the order in which they are searched.
    sources: Vec<(u32, f64)>,
    pending: Vec<Range<usize>>,
    running: Option<Range<usize>>,
    kernel: Kernel,
    partial: Partial,
    total: Partial,
    done: usize,
    to_do: usize,
}

#[derive(Debug)]
enum Kernel {
    Steps(Box<Lanes>),
    Lengths(Box<Weighted>),
}

/// Sums over the sources of a block, by number of the core.
#[derive(Debug, Default)]
struct Partial {
    score: Vec<f64>,
    arrived: Vec<f64>,
    reached: Vec<f64>,
}

impl Partial {
    fn new(len: usize) -> Result<Partial> {
        Ok(Partial { score: filled(len, 0.0)?, arrived: filled(len, 0.0)?, reached: filled(len, 0.0)? })
    }

    fn columns(&mut self) -> [&mut Vec<f64>; 3] {
        [&mut self.score, &mut self.arrived, &mut self.reached]
    }
}

impl Betweenness {
    /// Folds and renumbers the graph and draws the sources.
    ///
    /// Cost: O(nodes + arcs).
    ///
    /// # Errors
    /// `argument.invalid` for a source that is no node; `memory.exhausted`.
    pub fn new(ties: impl Into<Ties>, params: Params) -> Result<Betweenness> {
        run(Preparing::new(ties, params)?)
    }

    /// Draws the sources of a graph that is folded and renumbered.
    fn on(ties: &Ties, fold: Fold, core: Core, drawn: f64, params: &Params) -> Result<Betweenness> {
        let core = Rc::new(core);
        let measure = params.measure();
        let mut sources = room(core.nodes())?;
        let mut targets = room(core.nodes())?;
        for (at, node) in core.name.iter().enumerate() {
            targets.push(fold.targets[*node as usize]);
            let weight = fold.sources[*node as usize];
            // Who pays attention to nobody in the core reaches nothing there.
            if weight > 0.0 && core.ahead.degree(at) > 0 {
                sources.push((at as u32, weight));
            }
        }
        let rank = nearness(&core)?;
        sources.sort_unstable_by_key(|(source, _)| (rank[*source as usize], *source));
        let targets = Rc::new(targets);
        let kernel = match measure {
            None => Kernel::Steps(Box::new(Lanes::new(core.clone(), targets)?)),
            Some(_) => Kernel::Lengths(Box::new(Weighted::new(core.clone(), targets)?)),
        };
        let size = core.nodes();
        Ok(Betweenness {
            unit: params.unit,
            directed: ties.is_directed(),
            drawn,
            pending: Vec::new(),
            running: None,
            kernel,
            partial: Partial::new(size)?,
            total: Partial::new(size)?,
            done: 0,
            to_do: 0,
            fold,
            core,
            sources,
        })
    }

    fn batch(&self) -> usize {
        match self.kernel {
            Kernel::Steps(_) => LANES,
            Kernel::Lengths(_) => 1,
        }
    }

    /// Batches of sources of one block.
    fn batches(&self, block: usize) -> Range<usize> {
        let (batches, blocks) = (self.sources.len().div_ceil(self.batch()), self.blocks());
        block * batches / blocks..(block + 1) * batches / blocks
    }

    /// Starts the next sources of the block, if there are any.
    fn next_sources(&mut self) -> bool {
        let Some(range) = self.pending.pop() else { return false };
        let sources = &self.sources[range.clone()];
        match &mut self.kernel {
            Kernel::Steps(lanes) => lanes.start(sources),
            Kernel::Lengths(one) => one.start(sources[0]),
        }
        self.running = Some(range);
        true
    }
}

/// The order in which a search backwards from the node of the highest degree meets the nodes; those that it does not
/// meet come last.
///
/// Sources that are as far from the centre are as far from most nodes: searched side by side, they meet.
fn nearness(core: &Core) -> Result<Vec<u32>> {
    let n = core.nodes();
    let (mut rank, mut queue) = (filled(n, u32::MAX)?, room::<u32>(n)?);
    if n > 0 {
        rank[0] = 0;
        queue.push(0);
    }
    let mut at = 0;
    while let Some(&node) = queue.get(at) {
        at += 1;
        for other in core.behind.row(node as usize) {
            if rank[*other as usize] == u32::MAX {
                rank[*other as usize] = queue.len() as u32;
                queue.push(*other);
            }
        }
    }
    Ok(rank)
}

impl Blocks for Betweenness {
    type Output = Vec<f64>;

    fn blocks(&self) -> usize {
        BLOCKS.min(self.sources.len().div_ceil(self.batch()))
    }

    fn begin_block(&mut self, block: usize) {
        let (batch, len) = (self.batch(), self.sources.len());
        let batches = self.batches(block);
        (self.done, self.to_do) = (0, batches.len());
        self.pending.clear();
        self.pending.extend(batches.rev().map(|at| at * batch..len.min((at + 1) * batch)));
    }

    fn step_block(&mut self) -> bool {
        if self.running.is_none() && !self.next_sources() {
            return true;
        }
        let Some(range) = self.running.clone() else { return true };
        let Partial { score, arrived, reached } = &mut self.partial;
        // On large graphs each piece misses the caches and takes its time.
        let pieces = if self.core.nodes() > 1 << 18 { 1 } else { 8 };
        for _ in 0..pieces {
            let done = match &mut self.kernel {
                Kernel::Steps(lanes) => {
                    if !lanes.advance(score, arrived) {
                        // Searches that hardly ever meet: half of them at a time.
                        lanes.abandon();
                        let middle = range.start + range.len() / 2;
                        self.pending.push(middle..range.end);
                        self.pending.push(range.start..middle);
                        self.running = None;
                        return false;
                    }
                    if lanes.is_done() {
                        for (lane, (source, _)) in self.sources[range.clone()].iter().enumerate() {
                            reached[*source as usize] = lanes.reached[lane];
                        }
                    }
                    lanes.is_done()
                }
                Kernel::Lengths(one) => {
                    one.advance(score, arrived);
                    if one.is_done() {
                        reached[self.sources[range.start].0 as usize] = one.reached;
                    }
                    one.is_done()
                }
            };
            if done {
                self.running = None;
                self.done += 1;
                break;
            }
        }
        false
    }

    fn block_share(&self) -> f64 {
        if self.to_do == 0 { 1.0 } else { (self.done as f64 / self.to_do as f64).min(1.0) }
    }

    fn add_own(&mut self) {
        for (total, partial) in self.total.columns().into_iter().zip(self.partial.columns()) {
            for (total, partial) in total.iter_mut().zip(partial.iter_mut()) {
                *total += std::mem::take(partial);
            }
        }
    }

    fn take_partial(&mut self) -> Vec<f64> {
        self.partial.columns().into_iter().flatten().map(std::mem::take).collect()
    }

    fn fits(&self, partial: &[f64]) -> bool {
        partial.len() == 3 * self.core.nodes()
    }

    fn add(&mut self, partial: &[f64]) {
        let size = self.core.nodes();
        for (at, total) in self.total.columns().into_iter().enumerate() {
            for (total, partial) in total.iter_mut().zip(&partial[at * size..]) {
                *total += partial;
            }
        }
    }

    fn finish(self) -> Vec<f64> {
        let n = self.core.number.len();
        let (mut score, mut beyond, mut arrived) = (vec![0.0; n], vec![0.0; n], vec![0.0; n]);
        for (at, node) in self.core.name.iter().enumerate() {
            let node = *node as usize;
            score[node] = self.total.score[at];
            arrived[node] = self.total.arrived[at];
            beyond[node] = (self.total.reached[at] - self.fold.targets[node]).max(0.0);
        }
        self.fold.unfold(&mut beyond, &mut arrived, &mut score);
        let count = n as f64;
        let factor = match self.unit {
            Unit::Pairs if self.directed => 1.0,
            Unit::Pairs => 0.5,
            Unit::Share => count / self.drawn / ((count - 1.0) * (count - 2.0)),
            Unit::ShareOfAll => count / self.drawn / (count * (count - 1.0)),
        };
        // Without a pair or a source there is nothing to share.
        let factor = if factor.is_finite() { factor } else { 0.0 };
        score.iter_mut().for_each(|score| *score *= factor);
        score
    }
}

/// Betweenness of every node in one call; see [`Betweenness`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, paths::betweenness::{self, Params}};
/// use std::rc::Rc;
/// // 0 → 1 → 2: one pair, whose path leads through 1.
/// let graph = Rc::new(Graph::from_sorted(3, &[0, 1], vec![1, 2], vec![1.0, 1.0])?);
/// assert_eq!(betweenness::betweenness(graph, Params::default())?, [0.0, 1.0, 0.0]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Betweenness::new`].
pub fn betweenness(ties: impl Into<Ties>, params: Params) -> Result<Vec<f64>> {
    Ok(run(Dealt::new(Betweenness::new(ties, params)?)))
}

#[cfg(test)]
#[path = "betweenness_tests.rs"]
mod tests;
