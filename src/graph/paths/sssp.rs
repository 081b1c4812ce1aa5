//! Lengths of the shortest paths from one node to every other.

use super::{Length, Ties, filled};
use crate::error::{ErrorKind, Result};
use crate::graph::steps::Steps;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// Nodes and arcs looked at in one step.
const PIECE: usize = 1 << 15;

/// A node and how far it is, in the order of a queue: nearest first, then by number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Near {
    /// Distance.
    pub far: f64,
    /// Node.
    pub node: u32,
}

impl Eq for Near {}

impl Ord for Near {
    fn cmp(&self, other: &Near) -> Ordering {
        self.far.total_cmp(&other.far).then(self.node.cmp(&other.node))
    }
}

impl PartialOrd for Near {
    fn partial_cmp(&self, other: &Near) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Single-source shortest paths by Dijkstra's algorithm; infinity where no path leads.
///
/// # Parameters
/// What the length of a tie is: see [`Length`].
///
/// # Complexity
/// O((nodes + arcs) · log nodes) time; 8 bytes a node and up to 16 an arc.
///
/// # Source
/// Dijkstra 1959, with a binary heap whose outdated entries are skipped; output as in LDBC Graphalytics.
#[derive(Debug)]
pub struct Sssp {
    ties: Ties,
    length: Length,
    distance: Vec<f64>,
    queue: BinaryHeap<Reverse<Near>>,
    settled: usize,
}

impl Sssp {
    /// Prepares the search.
    ///
    /// # Errors
    /// `argument.invalid` for a source that is no node; `memory.exhausted`.
    pub fn new(ties: impl Into<Ties>, source: u32, length: Length) -> Result<Sssp> {
        let ties = ties.into();
        let n = ties.nodes();
        if source as usize >= n {
            return Err(ErrorKind::InvalidArgument { name: "source", given: source.to_string() }.into());
        }
        let mut queue = BinaryHeap::new();
        // Every arc puts at most one entry into the queue.
        queue
            .try_reserve_exact(n.max(1).min(ties.arcs() + 1))
            .map_err(|_| ErrorKind::OutOfMemory { what: "paths" })?;
        queue.push(Reverse(Near { far: 0.0, node: source }));
        let mut distance = filled(n, f64::INFINITY)?;
        distance[source as usize] = 0.0;
        Ok(Sssp { ties, length, distance, queue, settled: 0 })
    }
}

impl Steps for Sssp {
    type Output = Vec<f64>;

    fn step(&mut self) -> bool {
        let mut left = PIECE;
        while let Some(Reverse(Near { far, node })) = self.queue.pop() {
            let from = node as usize;
            if far > self.distance[from] {
                continue;
            }
            self.settled += 1;
            let row = self.ties.ahead(from);
            for (other, weight) in row.iter().zip(self.ties.weights_ahead(from)) {
                let through = far + self.length.of(*weight);
                let known = &mut self.distance[*other as usize];
                if through < *known {
                    *known = through;
                    self.queue.push(Reverse(Near { far: through, node: *other }));
                }
            }
            left = left.saturating_sub(1 + row.len());
            if left == 0 {
                return false;
            }
        }
        true
    }

    fn share_done(&self) -> f64 {
        if self.queue.is_empty() { 1.0 } else { (self.settled as f64 / self.distance.len() as f64).min(1.0) }
    }

    fn finish(self) -> Vec<f64> {
        self.distance
    }
}

/// Shortest lengths from one node to every other in one call; see [`Sssp`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, paths::{Length, sssp}};
/// use std::rc::Rc;
/// let graph = Rc::new(Graph::from_sorted(4, &[0, 0, 1], vec![1, 2, 2], vec![1.0, 5.0, 2.0])?);
/// assert_eq!(sssp::sssp(graph.clone(), 0, Length::Weight)?, [0.0, 1.0, 3.0, f64::INFINITY]);
/// assert_eq!(sssp::sssp(graph, 0, Length::Inverse)?, [0.0, 1.0, 0.2, f64::INFINITY]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Sssp::new`].
pub fn sssp(ties: impl Into<Ties>, source: u32, length: Length) -> Result<Vec<f64>> {
    Ok(crate::graph::steps::run(Sssp::new(ties, source, length)?))
}
