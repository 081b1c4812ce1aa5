//! Harmonic closeness: how near others are.

use super::core::Core;
use super::many::{CROWD, Many};
use super::sources::Sources;
use super::{Preparation, Ties, filled, room};
use crate::error::{ErrorKind, Result};
use crate::graph::blocks::{Blocks, Dealt};
use crate::graph::steps::run;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::rc::Rc;

/// Parts of the work at the most; each sums up by itself, and the parts are added in order.
const BLOCKS: usize = 32;

/// Which distances count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Direction {
    /// From others to the account, along attention: how quickly what it says can reach others. networkx's.
    #[default]
    Incoming,
    /// From the account to others: how quickly what others say can reach it. igraph's default.
    Outgoing,
}

/// Parameters of [`Harmonic`].
#[derive(Debug, Clone, Default)]
pub struct Params {
    /// Distances to or from which others. With [`Sources::Sample`] the result estimates that of all.
    pub others: Sources,
    /// Which distances count; without meaning where ties have no direction.
    pub direction: Direction,
}

/// What [`Harmonic`] gives.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Closeness {
    /// Harmonic closeness of each node.
    pub closeness: Vec<f64>,
    /// Standard error of each, if estimated from a sample; `None` if exact. NaN (unknown) for a sample of one.
    pub standard_error: Option<Vec<f64>>,
}

/// Harmonic closeness of every node, from all others or from a sample of them.
///
/// `H(v) = Σ 1 / d(u, v)` over all u ≠ v; whom no path reaches adds 0. A reader: the number of people at hand, those
/// further off counting for less: one step counts 1, two steps a half. Unlike plain closeness it needs no connected
/// graph.
///
/// From k others drawn without replacement `n/k · Σ 1 / d(u, v)` is unbiased, with the standard error
/// `n · √((1 − k/n) · s² / k)`, s² being the variance of 1/d among those drawn.
///
/// # Complexity
/// O(others / 256 · diameter · (nodes + arcs)) time at the most, in practice three or four readings of all arcs for
/// each 256 others; memory 150 bytes a node and 8 an arc.
///
/// # Source
/// Marchiori and Latora 2000; Boldi and Vigna 2014; the sample as Eppstein and Wang 2004; the search is of Then et
/// al. 2014.
#[derive(Debug)]
pub struct Harmonic {
    core: Rc<Core>,
    search: Many,
    /// Numbers of the sources in the core, each once, most often named first.
    sources: Vec<u32>,
    sampled: Option<usize>,
    pending: Vec<Range<usize>>,
    running: bool,
    partial: Sums,
    total: Sums,
    done: usize,
    to_do: usize,
}

/// Σ 1/d and Σ 1/d² for each node of the core; the second only for a sample.
#[derive(Debug, Default)]
struct Sums {
    first: Vec<f64>,
    second: Vec<f64>,
}

impl Harmonic {
    /// Renumbers the graph and draws the others.
    ///
    /// Cost: O(nodes + arcs).
    ///
    /// # Errors
    /// `argument.invalid` for a source that is no node; `memory.exhausted`.
    pub fn new(ties: impl Into<Ties>, params: Params) -> Result<Harmonic> {
        run(Harmonic::prepare(ties, params)?)
    }

    /// The same in pieces.
    ///
    /// # Errors
    /// `memory.exhausted`; the others at the end.
    pub fn prepare(ties: impl Into<Ties>, params: Params) -> Result<Preparation<Harmonic>> {
        Preparation::new(ties.into(), |core| Harmonic::on(core, params))
    }

    fn on(core: Core, params: Params) -> Result<Harmonic> {
        let (n, core) = (core.nodes(), Rc::new(core));
        let own = params.others.weights(n)?;
        let mut sources = room(n)?;
        // A node that is named twice counts twice.
        let most = own.iter().fold(0.0, |most: f64, times| most.max(*times)) as u32;
        for round in 0..most {
            let named = |at: &u32| own[core.name[*at as usize] as usize] > f64::from(round);
            sources.try_reserve(n).map_err(|_| ErrorKind::OutOfMemory { what: "paths" })?;
            sources.extend((0..n as u32).filter(named));
        }
        let sampled = match params.others {
            Sources::Sample { count, .. } if count < n => Some(count),
            _ => None,
        };
        let against = params.direction == Direction::Outgoing;
        let second = if sampled.is_some() { n } else { 0 };
        let sums =
            || Ok::<_, crate::error::Error>(Sums { first: filled(n, 0.0)?, second: filled(second, 0.0)? });
        Ok(Harmonic {
            search: Many::new(&core, against)?,
            sampled,
            pending: Vec::new(),
            running: false,
            partial: sums()?,
            total: sums()?,
            done: 0,
            to_do: 0,
            core,
            sources,
        })
    }

    fn batches(&self, block: usize) -> Range<usize> {
        let (batches, blocks) = (self.sources.len().div_ceil(CROWD), self.blocks());
        block * batches / blocks..(block + 1) * batches / blocks
    }
}

impl Blocks for Harmonic {
    type Output = Closeness;

    fn blocks(&self) -> usize {
        BLOCKS.min(self.sources.len().div_ceil(CROWD))
    }

    fn begin_block(&mut self, block: usize) {
        let len = self.sources.len();
        let batches = self.batches(block);
        (self.done, self.to_do) = (0, batches.len());
        self.pending.clear();
        self.pending.extend(batches.rev().map(|at| at * CROWD..len.min((at + 1) * CROWD)));
    }

    fn step_block(&mut self) -> bool {
        if !self.running {
            let Some(range) = self.pending.pop() else { return true };
            self.search.start(&self.sources[range]);
            self.running = true;
        }
        let Sums { first, second } = &mut self.partial;
        for _ in 0..8 {
            let far = f64::from(self.search.hops);
            if second.is_empty() {
                self.search.advance(|node, reached| first[node] += f64::from(reached) / far);
            } else {
                self.search.advance(|node, reached| {
                    let near = f64::from(reached) / far;
                    first[node] += near;
                    second[node] += near / far;
                });
            }
            if self.search.is_done() {
                self.running = false;
                self.done += 1;
                break;
            }
        }
        false
    }

    fn block_share(&self) -> f64 {
        if self.to_do == 0 { 1.0 } else { self.done as f64 / self.to_do as f64 }
    }

    fn add_own(&mut self) {
        let total = self.total.first.iter_mut().chain(&mut self.total.second);
        let partial = self.partial.first.iter_mut().chain(&mut self.partial.second);
        total.zip(partial).for_each(|(total, partial)| *total += std::mem::take(partial));
    }

    fn take_partial(&mut self) -> Vec<f64> {
        self.partial.first.iter_mut().chain(&mut self.partial.second).map(std::mem::take).collect()
    }

    fn fits(&self, partial: &[f64]) -> bool {
        partial.len() == self.total.first.len() + self.total.second.len()
    }

    fn add(&mut self, partial: &[f64]) {
        let total = self.total.first.iter_mut().chain(&mut self.total.second);
        total.zip(partial).for_each(|(total, partial)| *total += partial);
    }

    fn finish(self) -> Closeness {
        let n = self.core.nodes();
        let mut closeness = vec![0.0; n];
        let Some(count) = self.sampled else {
            for (at, node) in self.core.name.iter().enumerate() {
                closeness[*node as usize] = self.total.first[at];
            }
            return Closeness { closeness, standard_error: None };
        };
        let (all, drawn) = (n as f64, count as f64);
        let mut error = vec![0.0; n];
        for (at, node) in self.core.name.iter().enumerate() {
            let first = self.total.first[at];
            let second = self.total.second[at];
            closeness[*node as usize] = if count > 0 { all / drawn * first } else { f64::NAN };
            let variance = (second - first * first / drawn).max(0.0) / (drawn - 1.0);
            error[*node as usize] =
                if count > 1 { all * (variance / drawn * (1.0 - drawn / all)).sqrt() } else { f64::NAN };
        }
        Closeness { closeness, standard_error: Some(error) }
    }
}

/// Harmonic closeness of every node in one call; see [`Harmonic`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, paths::harmonic::{self, Params}};
/// use std::rc::Rc;
/// // 0 reads 1, who reads 2: what 2 says is one step from 1 and two from 0.
/// let graph = Rc::new(Graph::from_sorted(3, &[0, 1], vec![1, 2], vec![1.0, 1.0])?);
/// assert_eq!(harmonic::harmonic(graph, Params::default())?.closeness, [0.0, 1.0, 1.5]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Harmonic::new`].
pub fn harmonic(ties: impl Into<Ties>, params: Params) -> Result<Closeness> {
    Ok(run(Dealt::new(Harmonic::new(ties, params)?)))
}

#[cfg(test)]
#[path = "harmonic_tests.rs"]
mod tests;
