//! Leiden: communities of high modularity, each of them connected.

mod aggregate;
mod level;
mod moving;
mod refine;
mod run;

use super::agreement::{Agreement, agreement};
use super::modularity::{Modularity, Ties, check_resolution};
use super::numbering::{Numbered, numbered};
use crate::error::{Error, ErrorKind, Result};
use crate::graph::Undirected;
use crate::graph::steps::{self, Steps};
use crate::math::rng::Stream;
use crate::math::sum;
use run::{Run, Until};
use std::rc::Rc;

/// Entries of rows that one step reads, about.
const STEP: usize = 1 << 17;

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
/// could merge nothing a last exact pass splits what is not. Ties without weight hold nothing together, so that a node
/// without weight is alone; without any weight every node is, and the modularity is unknown.
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
/// O(nodes + ties) for a pass over a level; observed are about 10 passes for the first iteration and 5 for each later
/// one. Memory, on top of the graph: about 90 bytes a node and 8 bytes an entry of the second level, which has fewer
/// entries than the graph.
///
/// # Source
/// Traag, Waltman and van Eck 2019, “From Louvain to Leiden: guaranteeing well-connected communities”, algorithm A.2.
#[derive(Debug)]
pub struct Leiden {
    graph: Rc<Undirected>,
    params: Params,
    run: Run,
    phase: Phase,
    found: Vec<Numbered>,
    qualities: Vec<f64>,
    agreements: Vec<Agreement>,
    failed: Option<Error>,
}

#[derive(Debug)]
enum Phase {
    Start,
    Run,
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
        let until = Until { iterations: params.iterations, tolerance: params.tolerance };
        Ok(Leiden {
            graph: Rc::clone(graph),
            run: Run::new(graph, params.resolution, params.randomness, until)?,
            phase: Phase::Start,
            found: Vec::new(),
            qualities: Vec::new(),
            agreements: Vec::new(),
            failed: None,
            params,
        })
    }

    /// Does a piece of the phase at work and says which comes next.
    fn advance(&mut self) -> Result<Phase> {
        match std::mem::replace(&mut self.phase, Phase::Done) {
            Phase::Start => {
                let random = Stream::new(self.params.seed, "leiden", self.found.len() as u64);
                self.run.start(random, self.params.initial.as_deref());
                Ok(Phase::Run)
            }
            Phase::Run => {
                if !self.run.advance()? {
                    return Ok(Phase::Run);
                }
                let ties = Ties::Undirected(Rc::clone(&self.graph));
                let of = std::mem::take(&mut self.run.labels);
                Ok(Phase::Judge(Box::new(Modularity::new(ties, of, self.params.resolution)?)))
            }
            Phase::Judge(mut judge) => {
                if !judge.step() {
                    return Ok(Phase::Judge(judge));
                }
                self.run.labels = judge.take_labels();
                self.qualities.push(judge.finish());
                self.found.push(numbered(&self.run.labels)?);
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
        let iteration = self.run.iteration as f64;
        let run = if matches!(self.phase, Phase::Start) { 0.0 } else { iteration / (iteration + 1.0) };
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
    steps::run(Leiden::new(graph, params)?)
}

#[cfg(test)]
mod tests;
