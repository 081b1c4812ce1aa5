//! Hops from one node to every other.

use super::{Ties, filled, room};
use crate::error::{ErrorKind, Result};
use crate::graph::steps::Steps;

/// The distance of a node that no path reaches.
pub const UNREACHED: u32 = u32::MAX;

/// Nodes and arcs looked at in one step.
const PIECE: usize = 1 << 18;

/// Breadth-first search: the smallest number of steps from a source to every node.
///
/// A reader: whoever is at distance d re-shares what the source would see after d − 1 others did.
///
/// # Complexity
/// O(nodes + arcs) time, 8 bytes a node.
///
/// # Source
/// Moore 1959; output as in LDBC Graphalytics, with [`UNREACHED`] for its largest number.
#[derive(Debug)]
pub struct Bfs {
    ties: Ties,
    distance: Vec<u32>,
    queue: Vec<u32>,
    next: usize,
}

impl Bfs {
    /// Prepares the search.
    ///
    /// # Errors
    /// `argument.invalid` for a source that is no node; `memory.exhausted`.
    pub fn new(ties: impl Into<Ties>, source: u32) -> Result<Bfs> {
        let ties = ties.into();
        let n = ties.nodes();
        if source as usize >= n {
            return Err(ErrorKind::InvalidArgument { name: "source", given: source.to_string() }.into());
        }
        let (mut distance, mut queue) = (filled(n, UNREACHED)?, room(n)?);
        distance[source as usize] = 0;
        queue.push(source);
        Ok(Bfs { ties, distance, queue, next: 0 })
    }
}

impl Steps for Bfs {
    type Output = Vec<u32>;

    fn step(&mut self) -> bool {
        let mut left = PIECE;
        while let Some(&node) = self.queue.get(self.next) {
            self.next += 1;
            let row = self.ties.ahead(node as usize);
            let hops = self.distance[node as usize] + 1;
            for &other in row {
                let known = &mut self.distance[other as usize];
                if *known == UNREACHED {
                    *known = hops;
                    self.queue.push(other);
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
        if self.next == self.queue.len() { 1.0 } else { self.next as f64 / self.distance.len() as f64 }
    }

    fn finish(self) -> Vec<u32> {
        self.distance
    }
}

/// Hops from one node to every other in one call; see [`Bfs`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, paths::bfs};
/// use std::rc::Rc;
/// let graph = Rc::new(Graph::from_sorted(4, &[0, 1, 3], vec![1, 2, 0], vec![1.0; 3])?);
/// assert_eq!(bfs::bfs(graph, 0)?, [0, 1, 2, bfs::UNREACHED]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Bfs::new`].
pub fn bfs(ties: impl Into<Ties>, source: u32) -> Result<Vec<u32>> {
    Ok(crate::graph::steps::run(Bfs::new(ties, source)?))
}
