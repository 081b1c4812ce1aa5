//! Measures that several engines work on: one begins, others do some of its blocks.
//!
//! An engine that only helps knows nothing of the study. It is given the graph as rows, and a [`Job`]: the algorithm with
//! all that decides its result, accounts as numbers.

use super::{Measured, Running};
use crate::error::{ErrorKind, Result};
use crate::graph::blocks::{Blocks, Dealt};
use crate::graph::paths::betweenness::{self, Betweenness};
use crate::graph::paths::harmonic::{self, Direction, Harmonic};
use crate::graph::paths::{Length, Sources, Ties};
use crate::graph::steps::Steps;
use crate::graph::{Graph, Undirected};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::rc::Rc;

/// Work that falls into blocks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Job {
    /// [`Betweenness`].
    Betweenness {
        /// From which sources.
        sources: Sources,
        /// The length of a tie.
        length: Option<Length>,
        /// Whether ties are walked both ways.
        undirected: bool,
    },
    /// [`Harmonic`].
    Harmonic {
        /// The others.
        others: Sources,
        /// Which distances count.
        direction: Direction,
        /// Whether ties are walked both ways.
        undirected: bool,
    },
}

impl Job {
    fn undirected(&self) -> bool {
        match self {
            Job::Betweenness { undirected, .. } | Job::Harmonic { undirected, .. } => *undirected,
        }
    }
}

/// A measure under way whose blocks may be given away; see [`Dealt`].
pub trait Shares {
    /// What another engine needs to know, and the graph.
    fn job(&self) -> (&Job, &Graph);
    /// See [`Dealt::give`].
    fn give(&mut self) -> Option<usize>;
    /// See [`Dealt::take`].
    ///
    /// # Errors
    /// `argument.invalid`.
    fn take(&mut self, block: usize, partial: Vec<f64>) -> Result<()>;
    /// See [`Dealt::take_back`].
    fn take_back(&mut self, block: usize);
    /// See [`Dealt::is_waiting`].
    fn is_waiting(&self) -> bool;
}

struct Divided<A, F> {
    dealt: Dealt<A>,
    job: Job,
    graph: Rc<Graph>,
    into: F,
}

impl<A, F> fmt::Debug for Divided<A, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.job)
    }
}

impl<A: Blocks, F: FnOnce(A::Output) -> Result<Measured>> Running for Divided<A, F> {
    fn step(&mut self) -> bool {
        self.dealt.step()
    }

    fn share_done(&self) -> f64 {
        self.dealt.share_done()
    }

    fn finish(self: Box<Self>) -> Result<Measured> {
        (self.into)(self.dealt.finish())
    }

    fn shares(&mut self) -> Option<&mut dyn Shares> {
        Some(self)
    }
}

impl<A: Blocks, F> Shares for Divided<A, F> {
    fn job(&self) -> (&Job, &Graph) {
        (&self.job, &self.graph)
    }

    fn give(&mut self) -> Option<usize> {
        self.dealt.give()
    }

    fn take(&mut self, block: usize, partial: Vec<f64>) -> Result<()> {
        self.dealt.take(block, partial)
    }

    fn take_back(&mut self, block: usize) {
        self.dealt.take_back(block);
    }

    fn is_waiting(&self) -> bool {
        self.dealt.is_waiting()
    }
}

/// Runs an algorithm as a measure whose blocks may be given away.
pub(super) fn divide<A: Blocks + 'static>(
    algorithm: A,
    job: Job,
    graph: Rc<Graph>,
    into: impl FnOnce(A::Output) -> Result<Measured> + 'static,
) -> Box<dyn Running> {
    Box::new(Divided { dealt: Dealt::new(algorithm), job, graph, into })
}

/// An algorithm that does blocks for another engine.
trait Serves {
    fn serve(&mut self, block: usize) -> Option<Vec<f64>>;
}

impl<A: Blocks> Serves for A {
    fn serve(&mut self, block: usize) -> Option<Vec<f64>> {
        if block >= self.blocks() {
            return None;
        }
        self.begin_block(block);
        while !self.step() {}
        self.take_partial()
    }
}

/// An engine's share of the work that another one began.
pub struct Helper {
    job: Job,
    algorithm: Box<dyn Serves>,
}

impl fmt::Debug for Helper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.job)
    }
}

impl Helper {
    /// Prepares for the blocks of a job (as JSON) on a graph, given by its rows.
    ///
    /// # Errors
    /// `argument.invalid` for what is no job or no graph; `memory.exhausted`.
    pub fn new(job: &str, start: &[u32], to: Vec<u32>, weight: Vec<f32>) -> Result<Helper> {
        let job: Job = serde_json::from_str(job).map_err(|error| invalid("job", error.to_string()))?;
        let graph = Rc::new(from_rows(start, to, weight)?);
        let ties: Ties =
            if job.undirected() { Rc::new(Undirected::of(&graph)?).into() } else { graph.into() };
        let blocks = Some(0..0);
        let algorithm: Box<dyn Serves> = match job.clone() {
            Job::Betweenness { sources, length, .. } => {
                let params = betweenness::Params { sources, length, blocks, ..Default::default() };
                Box::new(Betweenness::new(ties, params)?)
            }
            Job::Harmonic { others, direction, .. } => {
                Box::new(Harmonic::new(ties, harmonic::Params { others, direction, blocks })?)
            }
        };
        Ok(Helper { job, algorithm })
    }

    /// Does a block, and says what it comes to.
    ///
    /// # Errors
    /// `argument.invalid` for a block that there is not.
    pub fn block(&mut self, block: usize) -> Result<Vec<f64>> {
        self.algorithm.serve(block).ok_or_else(|| invalid("block", block.to_string()))
    }
}

/// A graph from its rows.
fn from_rows(start: &[u32], to: Vec<u32>, weight: Vec<f32>) -> Result<Graph> {
    let nodes = start.len().saturating_sub(1);
    let whole = start.first() == Some(&0)
        && start.last().is_some_and(|end| *end as usize == to.len())
        && start.is_sorted()
        && weight.len() == to.len()
        && to.iter().all(|node| (*node as usize) < nodes)
        && start.windows(2).all(|row| to[row[0] as usize..row[1] as usize].is_sorted_by(|a, b| a < b));
    if !whole {
        return Err(invalid("graph", format!("{nodes} nodes, {} arcs", to.len())));
    }
    let mut from = Vec::new();
    from.try_reserve_exact(to.len()).map_err(|_| ErrorKind::OutOfMemory { what: "graph" })?;
    for (node, row) in start.windows(2).enumerate() {
        from.resize(row[1] as usize, node as u32);
    }
    Graph::from_sorted(nodes, &from, to, weight)
}

fn invalid(name: &'static str, given: String) -> crate::error::Error {
    ErrorKind::InvalidArgument { name, given }.into()
}
