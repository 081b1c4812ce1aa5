//! KADABRA: betweenness of large graphs from random shortest paths, with a guarantee.

use super::core::Core;
use super::diameter::vertex_diameter;
use super::preparation::{Parts, Preparation};
use super::random_path::Sampler;
use super::{Ties, filled};
use crate::error::{ErrorKind, Result};
use crate::graph::blocks::{Blocks, Dealt};
use crate::graph::steps::run;
use crate::math::{exp, floor, ln, log2, sqrt};
use std::ops::Range;

/// Arcs read in one step.
const PIECE: u64 = 1 << 16;

/// Samples between two looks at the stop rule, at least; later a tenth of those drawn.
const BATCH: u64 = 1000;

/// Blocks between two looks at the most, and samples of each at least.
const BLOCKS: u64 = 8;
const BLOCK: u64 = 500;

/// More samples than anybody will ever draw.
const NEVER: u64 = 1 << 53;

/// Exact betweenness is chosen while nodes · arcs is not above this: some seconds at the most.
pub const EXACT_UP_TO: f64 = 5e8;

/// Whether betweenness of such a graph should be computed exactly, by [`super::betweenness`], or estimated by
/// [`Kadabra`]: exactly while `nodes · arcs ≤ 5e8` ([`EXACT_UP_TO`]).
pub fn exact_is_affordable(ties: &Ties) -> bool {
    ties.nodes() as f64 * ties.arcs() as f64 <= EXACT_UP_TO
}

/// Parameters of [`Kadabra`].
#[derive(Debug, Clone)]
pub struct Params {
    /// The error that no node exceeds, in shares of all ordered pairs.
    pub epsilon: f64,
    /// The probability that one does.
    pub delta: f64,
    /// Seed of the samples.
    pub seed: u64,
}

impl Default for Params {
    fn default() -> Self {
        Params { epsilon: 0.01, delta: 0.1, seed: 1 }
    }
}

/// What [`Kadabra`] gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// Betweenness of each node as a share of all ordered pairs, n(n − 1): [`super::betweenness::Unit::ShareOfAll`].
    pub share: Vec<f64>,
    /// The lower end of its interval. Where it is 0, the node cannot be told from one on no shortest path.
    pub lower: Vec<f64>,
    /// The upper end.
    pub upper: Vec<f64>,
    /// With probability 1 − delta no share is off by more than epsilon, and all intervals hold.
    pub epsilon: f64,
    /// See `epsilon`.
    pub delta: f64,
    /// Samples on which the estimate rests.
    pub samples: u64,
    /// Samples that would have been the most.
    pub most_samples: u64,
}

impl Estimate {
    /// Whether a node's betweenness is above 0 for all that the samples can tell.
    pub fn is_distinct(&self, node: usize) -> bool {
        self.lower[node] > 0.0
    }
}

/// Samples that suffice whatever the graph: `0.5/ε² · (⌊log₂(VD − 2)⌋ + 1 + ln(1/δ))`, VD being the most nodes on a
/// shortest path (Riondato and Kornaropoulos 2016).
pub fn most_samples(epsilon: f64, delta: f64, vertex_diameter: usize) -> f64 {
    let bits = if vertex_diameter > 2 { floor(log2((vertex_diameter - 2) as f64)) } else { 0.0 };
    0.5 / (epsilon * epsilon) * (bits + 1.0 + ln(1.0 / delta))
}

/// Betweenness by adaptive sampling.
///
/// Draws an ordered pair of nodes, then one of its shortest paths, each alike; a node's share is how many of the paths
/// lead through it. After τ samples the share b̃ is off by at most f downwards and g upwards:
///
/// `f = L/τ · (1/3 − ω/τ + √((1/3 − ω/τ)² + 2b̃ω/L))`, `L = ln(1/δ_L)`, not above b̃,
/// `g = U/τ · (1/3 + ω/τ + √((1/3 + ω/τ)² + 2b̃ω/U))`, `U = ln(1/δ_U)`, not above 1 − b̃.
///
/// It stops when f and g are at most ε for all nodes, or after ω samples. Half of δ pays for the latter; the other half
/// is shared among nodes by a first round of ω/100 samples, which is then thrown away: those with large shares, on
/// whom the stop depends, get most. Nodes without arcs on both sides are on no path, which is certain.
///
/// | here | in the paper |
/// |---|---|
/// | `epsilon`, `delta` | λ, δ |
/// | `most` | ω |
/// | `down`, `up` | ln(1/δ_L), ln(1/δ_U) |
///
/// Samples are numbered and each has its own random stream, and looks at the stop rule come at fixed numbers, so that
/// the result does not depend on who draws which: see [`Blocks`].
///
/// # Complexity
/// At most ω samples of O(√arcs) to O(arcs) each; memory 70 bytes a node and 8 an arc.
///
/// # Errors
/// See [`Kadabra::new`].
///
/// # Source
/// Borassi and Natale 2016, "KADABRA is an ADaptive Algorithm for Betweenness via Random Approximation".
#[derive(Debug)]
pub struct Kadabra {
    params: Params,
    sampler: Sampler,
    /// Nodes that can be inside of a path.
    able: Vec<bool>,
    most: f64,
    counts: Vec<u64>,
    down: Vec<f64>,
    up: Vec<f64>,
    /// The node that the stop rule failed on the last time.
    hardest: usize,
    first: bool,
    /// Samples added.
    taken: u64,
    plan: Vec<Samples>,
    /// Blocks added.
    added: usize,
    /// The block under way, and what is left of it.
    block: usize,
    left: Range<u64>,
    done: bool,
}

/// Samples of one block.
#[derive(Debug, Clone, PartialEq)]
struct Samples {
    numbers: Range<u64>,
    /// Whether the stop rule is looked at after them.
    looks: bool,
}

/// The blocks of the first round, which shares delta, and of all that may be needed after it.
fn plan(most: f64) -> Vec<Samples> {
    let mut plan = Vec::new();
    let mut next = 0;
    let mut add = |batch: u64| {
        let blocks = (batch / BLOCK).clamp(1, BLOCKS);
        for at in 0..blocks {
            let numbers = next + batch * at / blocks..next + batch * (at + 1) / blocks;
            plan.push(Samples { numbers, looks: at + 1 == blocks });
        }
        next += batch;
    };
    add(((most / 100.0) as u64).clamp(1, NEVER));
    let mut taken = 0;
    while (taken as f64) < most && taken < NEVER {
        let to_come = (most - taken as f64).max(1.0) as u64;
        let batch = to_come.saturating_add(1).min(BATCH.max(taken / 10));
        add(batch);
        taken += batch;
    }
    plan
}

impl Kadabra {
    /// Renumbers the graph and bounds its diameter.
    ///
    /// Cost: O(nodes + arcs).
    ///
    /// # Errors
    /// `argument.invalid` for an epsilon or delta outside (0, 1); `memory.exhausted`.
    pub fn new(ties: impl Into<Ties>, params: Params) -> Result<Kadabra> {
        run(Kadabra::prepare(ties, params)?)
    }

    /// The same in pieces.
    ///
    /// # Errors
    /// As [`Kadabra::new`].
    pub fn prepare(ties: impl Into<Ties>, params: Params) -> Result<Preparation<Kadabra>> {
        for (name, value) in [("epsilon", params.epsilon), ("delta", params.delta)] {
            if !(value > 0.0 && value < 1.0) {
                return Err(ErrorKind::InvalidArgument { name, given: value.to_string() }.into());
            }
        }
        let ties = ties.into();
        Preparation::with_parts(ties.clone(), move |core, parts| Kadabra::on(&ties, core, parts, params))
    }

    fn on(ties: &Ties, core: Core, parts: Parts, params: Params) -> Result<Kadabra> {
        let n = ties.nodes();
        let mut able = filled(n, false)?;
        for (node, able) in able.iter_mut().enumerate() {
            let others = |row: &[u32]| row.iter().filter(|other| **other as usize != node).count();
            let (ahead, behind) = (others(ties.ahead(node)), others(ties.behind(node)));
            // A path that comes from a node does not go back to it.
            *able = ahead > 0 && behind > 0 && (ahead > 1 || behind > 1 || first_other(ties, node));
        }
        // Half of delta each for the two ways to stop.
        let most = most_samples(params.epsilon, params.delta / 2.0, vertex_diameter(ties, parts)?);
        Ok(Kadabra {
            sampler: Sampler::on(core, params.seed)?,
            counts: filled(n, 0)?,
            down: filled(n, 0.0)?,
            up: filled(n, 0.0)?,
            hardest: 0,
            first: true,
            taken: 0,
            plan: plan(most),
            added: 0,
            block: 0,
            left: 0..0,
            done: !able.contains(&true),
            params,
            most,
            able,
        })
    }

    /// Counts the samples of the next block, and looks at the stop rule if it is time to.
    fn close_block(&mut self) {
        let Some(Samples { numbers, looks }) = self.plan.get(self.added) else { return };
        self.taken += numbers.end - numbers.start;
        self.added += 1;
        if !looks {
            return;
        }
        if self.first {
            self.share_delta();
            self.counts.fill(0);
            (self.first, self.taken) = (false, 0);
        } else {
            self.done = self.taken as f64 >= self.most || self.is_precise();
        }
    }

    /// Shares half of delta among nodes: `δ_v = e^(−C ε² / b̃_v)` for the largest sum that is allowed, found by halving,
    /// and a thousandth of it to all alike.
    fn share_delta(&mut self) {
        let tau = self.taken as f64;
        let able = self.able.iter().filter(|able| **able).count() as f64;
        let (allowed, alike) =
            (self.params.delta / 2.0 * 0.999, self.params.delta / 2.0 * 0.001 / (2.0 * able));
        let square = self.params.epsilon * self.params.epsilon;
        // Nodes seen as often share alike, and most were not seen at all.
        let mut seen: Vec<u64> =
            (0..self.counts.len()).filter(|v| self.able[*v]).map(|v| self.counts[v]).collect();
        seen.sort_unstable();
        let mut groups: Vec<(f64, f64)> = Vec::new();
        for chunk in seen.chunk_by(|a, b| a == b) {
            groups.push((chunk[0].max(1) as f64 / tau, chunk.len() as f64));
        }
        let share = |c: f64, b: f64| exp(-c * square / b);
        let (mut low, mut high) = (0.0, ln(4.0 * able / allowed) / square);
        for _ in 0..60 {
            let c = (low + high) / 2.0;
            let sum: f64 = groups.iter().map(|(b, nodes)| 2.0 * nodes * share(c, *b)).sum();
            if sum > allowed { low = c } else { high = c }
        }
        for node in 0..self.counts.len() {
            let b = self.counts[node].max(1) as f64 / tau;
            // The same share for both sides.
            let side = -ln((share(high, b) + alike).min(1.0));
            (self.down[node], self.up[node]) = (side, side);
        }
    }

    fn is_precise(&mut self) -> bool {
        let n = self.counts.len();
        for at in 0..=n {
            // First the node that was off the last time.
            let node = if at == 0 { self.hardest } else { at - 1 };
            if self.able[node] {
                let (below, above) = self.error(node);
                if below > self.params.epsilon || above > self.params.epsilon {
                    self.hardest = node;
                    return false;
                }
            }
        }
        true
    }

    /// How far a share may be off, downwards and upwards.
    fn error(&self, node: usize) -> (f64, f64) {
        let tau = self.taken as f64;
        let (share, ratio) = (self.counts[node] as f64 / tau, self.most / tau);
        let side = |third: f64, logarithm: f64| {
            let root = sqrt(third * third + 2.0 * share * self.most / logarithm);
            logarithm / tau * (third + root)
        };
        let below = side(1.0 / 3.0 - ratio, self.down[node]);
        let above = side(1.0 / 3.0 + ratio, self.up[node]);
        (below.min(share), above.min(1.0 - share))
    }
}

/// For a node with one neighbour on each side: whether they are two.
fn first_other(ties: &Ties, node: usize) -> bool {
    let first = |row: &[u32]| row.iter().copied().find(|other| *other as usize != node);
    first(ties.ahead(node)) != first(ties.behind(node))
}

impl Blocks for Kadabra {
    type Output = Estimate;

    fn blocks(&self) -> usize {
        self.plan.len()
    }

    fn begin_block(&mut self, block: usize) {
        self.block = block;
        self.left = self.plan[block].numbers.clone();
    }

    fn step_block(&mut self) -> bool {
        self.sampler.draw(&mut self.left, PIECE);
        self.left.is_empty()
    }

    fn block_share(&self) -> f64 {
        let Range { start, end } = self.plan[self.block].numbers;
        (self.left.start - start) as f64 / (end - start).max(1) as f64
    }

    fn add_own(&mut self) {
        let counts = &mut self.counts;
        self.sampler.take(|node, count| counts[node as usize] += u64::from(count));
        self.close_block();
    }

    /// Pairs of a node that was inside of paths, and of how many.
    fn take_partial(&mut self) -> Vec<f64> {
        let mut pairs = Vec::with_capacity(2 * self.sampler.met());
        self.sampler.take(|node, count| pairs.extend([f64::from(node), f64::from(count)]));
        pairs
    }

    fn fits(&self, partial: &[f64]) -> bool {
        let nodes = self.counts.len() as f64;
        let whole = |number: f64| number >= 0.0 && floor(number) == number;
        let (pairs, rest) = partial.as_chunks::<2>();
        rest.is_empty() && pairs.iter().all(|[node, count]| *node < nodes && whole(*node) && whole(*count))
    }

    fn add(&mut self, partial: &[f64]) {
        for [node, count] in partial.as_chunks::<2>().0 {
            self.counts[*node as usize] += *count as u64;
        }
        self.close_block();
    }

    fn is_enough(&self) -> bool {
        self.done
    }

    fn share_before(&self, block: usize) -> f64 {
        let drawn = self.plan.get(block).map_or(f64::INFINITY, |block| block.numbers.start as f64);
        (drawn / self.most).min(1.0)
    }

    fn finish(self) -> Estimate {
        let n = self.counts.len();
        let (mut share, mut lower, mut upper) = (vec![0.0; n], vec![0.0; n], vec![0.0; n]);
        for node in (0..n).filter(|node| self.able[*node]) {
            if self.first || self.taken == 0 {
                upper[node] = 1.0;
                continue;
            }
            let (below, above) = self.error(node);
            share[node] = self.counts[node] as f64 / self.taken as f64;
            lower[node] = share[node] - below;
            upper[node] = share[node] + above;
        }
        Estimate {
            share,
            lower,
            upper,
            epsilon: self.params.epsilon,
            delta: self.params.delta,
            samples: if self.first { 0 } else { self.taken },
            most_samples: self.most as u64 + 1,
        }
    }
}

/// Estimated betweenness of every node in one call; see [`Kadabra`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, paths::kadabra::{self, Params}};
/// use std::rc::Rc;
/// // 0 → 1 → 2: one ordered pair of six has a path through 1.
/// let graph = Rc::new(Graph::from_sorted(3, &[0, 1], vec![1, 2], vec![1.0, 1.0])?);
/// let found = kadabra::kadabra(graph, Params::default())?;
/// assert!((found.share[1] - 1.0 / 6.0).abs() <= found.epsilon && found.is_distinct(1));
/// assert_eq!(found.upper[0], 0.0);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Kadabra::new`].
pub fn kadabra(ties: impl Into<Ties>, params: Params) -> Result<Estimate> {
    Ok(run(Dealt::new(Kadabra::new(ties, params)?)))
}

#[cfg(test)]
#[path = "kadabra_tests.rs"]
mod tests;
