//! HyperBall: how many people are within so many steps of each account, estimated for all accounts at once.

use super::core::Core;
use super::counters::Counters;
use super::harmonic::Direction;
use super::{Preparation, Ties, filled};
use crate::error::{ErrorKind, Result};
use crate::graph::steps::{Steps, run};
use crate::math::rng::Stream;

/// Nodes and arcs looked at in one step; each arc costs a counter.
const PIECE: usize = 1 << 15;

/// Parameters of [`HyperBall`].
#[derive(Debug, Clone)]
pub struct Params {
    /// Registers of a counter: 2^bits, 4 to 12. The relative standard error of a count is 1.04 / √(2^bits).
    pub bits: u32,
    /// Seed of the hashes.
    pub seed: u64,
    /// Steps that the audience is within.
    pub audience_steps: u32,
    /// Steps followed at the most. What is further off is left out.
    pub max_steps: u32,
    /// Which distances count; without meaning where ties have no direction.
    pub direction: Direction,
}

impl Default for Params {
    fn default() -> Self {
        Params { bits: 7, seed: 1, audience_steps: 2, max_steps: 100, direction: Direction::Incoming }
    }
}

/// What [`HyperBall`] gives.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Balls {
    /// People within the audience's steps of each node, itself left out: those whom two re-shares could reach.
    pub audience: Vec<f64>,
    /// People at any distance of each node, itself left out.
    pub reachable: Vec<f64>,
    /// Harmonic closeness of each node.
    pub harmonic: Vec<f64>,
    /// Pairs of different nodes within so many steps: from 0 steps on, for which there are none.
    pub pairs_within: Vec<f64>,
    /// Mean distance of the pairs that a path joins; NaN (unknown) without such a pair.
    pub average_distance: f64,
    /// Steps within which 90 % of those pairs are, interpolated; NaN without such a pair.
    pub effective_diameter: f64,
    /// Relative standard error of each count of people.
    pub relative_error: f64,
    /// Whether everything within reach was followed.
    pub complete: bool,
}

/// Neighbourhood sizes of every node by probabilistic counters.
///
/// `B(v, 0) = {v}`, `B(v, t) = B(v, t − 1) ∪ ⋃ B(u, t − 1)` over the neighbours u of v; each B is a HyperLogLog
/// counter, the union a maximum. Distances are Σ over t of `|B(v, t)| − |B(v, t − 1)|`.
/// A reader: "about 4,100 different people are within two re-shares of this account": nobody counts twice, however
/// many ways lead to them.
///
/// # Complexity
/// O(steps · arcs · 2^bits / 16) vector operations at the most; memory 2 · 2^bits bytes a node, 256 by default, and
/// 40 bytes a node and 8 an arc.
///
/// # Errors
/// See [`HyperBall::new`].
///
/// # Source
/// Boldi and Vigna 2013, "In-core computation of geometric centralities with HyperBall".
#[derive(Debug)]
pub struct HyperBall {
    core: Core,
    params: Params,
    counters: Counters,
    now: Vec<u8>,
    next: Vec<u8>,
    changed: Vec<bool>,
    changing: Vec<bool>,
    size: Vec<f64>,
    audience: Vec<f64>,
    harmonic: Vec<f64>,
    pairs: Vec<f64>,
    hops: u32,
    cursor: usize,
    any: bool,
    complete: bool,
    done: bool,
}

impl HyperBall {
    /// Renumbers the graph and puts each node into its own counter.
    ///
    /// Cost: O(arcs + nodes · 2^bits).
    ///
    /// # Errors
    /// `argument.invalid` for bits outside 4 to 12; `memory.exhausted`.
    pub fn new(ties: impl Into<Ties>, params: Params) -> Result<HyperBall> {
        run(HyperBall::prepare(ties, params)?)
    }

    /// The same in pieces.
    ///
    /// # Errors
    /// As [`HyperBall::new`].
    pub fn prepare(ties: impl Into<Ties>, params: Params) -> Result<Preparation<HyperBall>> {
        if !(4..=12).contains(&params.bits) {
            return Err(ErrorKind::InvalidArgument { name: "bits", given: params.bits.to_string() }.into());
        }
        Preparation::new(ties.into(), |core| HyperBall::on(core, params))
    }

    fn on(mut core: Core, params: Params) -> Result<HyperBall> {
        if params.direction == Direction::Outgoing {
            std::mem::swap(&mut core.ahead, &mut core.behind);
        }
        let n = core.nodes();
        let counters = Counters::new(params.bits);
        let m = counters.registers();
        let mut now = filled(n << params.bits, 0)?;
        for (counter, node) in now.chunks_exact_mut(m).zip(&core.name) {
            counters.insert(counter, Stream::new(params.seed, "hyperball", u64::from(*node)).next_u64());
        }
        Ok(HyperBall {
            next: filled(n << params.bits, 0)?,
            changed: filled(n, true)?,
            changing: filled(n, false)?,
            size: filled(n, 1.0)?,
            audience: filled(n, 1.0)?,
            harmonic: filled(n, 0.0)?,
            pairs: vec![0.0],
            hops: 1,
            cursor: 0,
            any: false,
            complete: false,
            done: n == 0,
            now,
            counters,
            core,
            params,
        })
    }

    /// Merges the counters of some nodes with those before them.
    #[inline(never)]
    fn spread(&mut self) {
        let n = self.core.nodes();
        let m = self.counters.registers();
        let far = f64::from(self.hops);
        let mut left = PIECE as isize;
        while self.cursor < n && left > 0 {
            let node = self.cursor;
            let next = &mut self.next[node * m..][..m];
            let old = &self.now[node * m..][..m];
            let row = self.core.behind.row(node);
            let mut news = row.iter().filter(|other| self.changed[**other as usize]).peekable();
            // Else it holds what it held two steps ago, and nothing has come since.
            if self.changed[node] || news.peek().is_some() {
                next.copy_from_slice(old);
            }
            let mut merged = 0;
            for other in news {
                let other = &self.now[*other as usize * m..][..m];
                next.iter_mut().zip(other).for_each(|(a, b)| *a = (*a).max(*b));
                merged += 1;
            }
            let changes = merged > 0 && next != old;
            self.changing[node] = changes;
            if changes {
                self.any = true;
                // A count never shrinks, nor falls below the neighbours of the first step, who are known.
                let known = if self.hops == 1 { row.len() as f64 + 1.0 } else { 0.0 };
                let size = self.counters.estimate(next).max(self.size[node]).max(known);
                self.harmonic[node] += (size - self.size[node]) / far;
                self.size[node] = size;
            }
            self.cursor += 1;
            left -= 1 + (row.len() / 8) as isize + merged;
        }
    }

    fn turn(&mut self) {
        let n = self.core.nodes() as f64;
        if !self.any {
            (self.complete, self.done) = (true, true);
            return;
        }
        self.pairs.push(crate::math::sum(self.size.iter().copied()) - n);
        if self.hops <= self.params.audience_steps {
            self.audience.copy_from_slice(&self.size);
        }
        std::mem::swap(&mut self.now, &mut self.next);
        std::mem::swap(&mut self.changed, &mut self.changing);
        (self.cursor, self.any) = (0, false);
        self.done = self.hops >= self.params.max_steps;
        self.hops += 1;
    }
}

impl Steps for HyperBall {
    type Output = Balls;

    fn step(&mut self) -> bool {
        if !self.done {
            self.spread();
            if self.cursor == self.core.nodes() {
                self.turn();
            }
        }
        self.done
    }

    fn share_done(&self) -> f64 {
        // Most graphs of people are within a dozen steps.
        let hops = f64::from(self.hops - 1);
        if self.done { 1.0 } else { hops / (hops + 4.0) }
    }

    fn finish(self) -> Balls {
        let n = self.core.nodes();
        let pairs = &self.pairs;
        let all = pairs[pairs.len() - 1];
        let (mut average, mut diameter) = (f64::NAN, f64::NAN);
        if all > 0.0 {
            let steps = pairs.windows(2).enumerate();
            average = steps.map(|(at, within)| (at + 1) as f64 * (within[1] - within[0])).sum::<f64>() / all;
            let most = 0.9 * all;
            let at = pairs.iter().position(|within| *within >= most).unwrap_or(pairs.len() - 1).max(1);
            diameter = (at - 1) as f64 + (most - pairs[at - 1]) / (pairs[at] - pairs[at - 1]);
        }
        let mut found = Balls {
            audience: vec![0.0; n],
            reachable: vec![0.0; n],
            harmonic: vec![0.0; n],
            average_distance: average,
            effective_diameter: diameter,
            relative_error: 1.04 / (self.counters.registers() as f64).sqrt(),
            complete: self.complete || n == 0,
            pairs_within: Vec::new(),
        };
        for (at, node) in self.core.name.iter().enumerate() {
            let node = *node as usize;
            found.audience[node] = self.audience[at] - 1.0;
            found.reachable[node] = self.size[at] - 1.0;
            found.harmonic[node] = self.harmonic[at];
        }
        found.pairs_within = self.pairs;
        found
    }
}

/// Neighbourhood sizes of every node in one call; see [`HyperBall`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, paths::hyperball::{self, Params}};
/// use std::rc::Rc;
/// // 40 people read 1, who reads 0.
/// let from: Vec<u32> = (1..42).collect();
/// let to = from.iter().map(|reader| u32::from(*reader > 1)).collect();
/// let graph = Rc::new(Graph::from_sorted(42, &from, to, vec![1.0; 41])?);
/// let balls = hyperball::hyperball(graph, Params::default())?;
/// assert!((balls.audience[0] - 41.0).abs() < 3.0 * balls.relative_error * 41.0);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`HyperBall::new`].
pub fn hyperball(ties: impl Into<Ties>, params: Params) -> Result<Balls> {
    Ok(run(HyperBall::new(ties, params)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::paths::bfs::{UNREACHED, bfs};
    use crate::graph::paths::harmonic::{self, harmonic};
    use crate::graph::paths::twins::{directed, random};

    #[test]
    fn counts_are_within_three_deviations() {
        let graph = directed(800, &random(800, 4000, 4));
        let distance: Vec<Vec<u32>> = (0..800).map(|node| bfs(graph.clone(), node).unwrap()).collect();
        for direction in [Direction::Incoming, Direction::Outgoing] {
            let exact =
                harmonic(graph.clone(), harmonic::Params { direction, ..Default::default() }).unwrap();
            let to = |a: usize, b: usize| {
                if direction == Direction::Incoming { distance[b][a] } else { distance[a][b] }
            };
            for (bits, seed) in [(7, 1), (10, 3)] {
                let found =
                    hyperball(graph.clone(), Params { bits, seed, direction, ..Params::default() }).unwrap();
                let within = |values: &[f64], exact: &dyn Fn(usize) -> f64| {
                    (0..800)
                        .filter(|v| (values[*v] - exact(*v)).abs() <= 3.0 * found.relative_error * exact(*v))
                        .count()
                };
                let count =
                    |v: usize, steps: u32| (0..800).filter(|u| *u != v && to(v, *u) <= steps).count() as f64;
                assert!(within(&found.audience, &|v| count(v, 2)) >= 784, "{bits} {seed}");
                assert!(within(&found.reachable, &|v| count(v, UNREACHED - 1)) >= 720);
                assert!(within(&found.harmonic, &|v| exact.closeness[v]) >= 720);
                assert!(found.complete);
                let all: Vec<f64> = (0..800)
                    .flat_map(|a| (0..800).map(move |b| (a, b)))
                    .filter(|(a, b)| a != b && to(*a, *b) != UNREACHED)
                    .map(|(a, b)| f64::from(to(a, b)))
                    .collect();
                let mean = all.iter().sum::<f64>() / all.len() as f64;
                assert!(
                    (found.average_distance / mean - 1.0).abs() < 0.1,
                    "{}, not {mean}",
                    found.average_distance
                );
                let most = found.effective_diameter.ceil();
                let share = all.iter().filter(|d| **d <= most).count() as f64 / all.len() as f64;
                assert!((0.87..1.0).contains(&share), "{share} within {}", found.effective_diameter);
            }
        }
    }

    #[test]
    fn bad_input() {
        let none = hyperball(directed(0, &[]), Params::default()).unwrap();
        assert!(none.audience.is_empty() && none.average_distance.is_nan() && none.complete);
        let alone = hyperball(directed(3, &[(0, 0, 1.0)]), Params::default()).unwrap();
        assert_eq!((alone.audience, alone.harmonic), (vec![0.0; 3], vec![0.0; 3]));
        assert_eq!(alone.pairs_within, [0.0]);
        assert!(alone.effective_diameter.is_nan());
        for bits in [0, 3, 13] {
            let error = hyperball(directed(3, &[]), Params { bits, ..Params::default() }).unwrap_err();
            assert_eq!(error.code(), "argument.invalid");
        }
        let path: Vec<_> = (1..2000).map(|a| (a - 1, a, 1.0)).collect();
        let found = hyperball(directed(2000, &path), Params::default()).unwrap();
        assert!(!found.complete, "only so many steps are followed");
        assert_eq!(found.pairs_within.len(), 101);
        let params = Params { max_steps: 5000, ..Params::default() };
        assert!(hyperball(directed(2000, &path), params).unwrap().complete);
    }

    #[test]
    fn the_seed_decides() {
        let graph = directed(300, &random(300, 1500, 4));
        let with = |seed| hyperball(graph.clone(), Params { seed, ..Params::default() }).unwrap();
        assert_eq!(with(5), with(5));
        assert_ne!(with(5).harmonic, with(6).harmonic);
    }
}
