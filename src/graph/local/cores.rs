//! k-cores: how deep in the thick of things an account sits.

use crate::error::Result;
use crate::graph::Undirected;
use crate::graph::column::{add_up, filled};
use crate::graph::steps::{Steps, run};
use std::rc::Rc;

/// Nodes and ties of a piece.
const PIECE: usize = 1 << 17;

/// Core numbers by peeling, a piece at a time.
///
/// The k-core is what is left when accounts with fewer than k neighbours are taken away until none is left; the core
/// number of an account is the largest k whose core holds it. A high one says "inner circle": a lens, never a ranking,
/// for thousands share each number.
///
/// Nodes wait in buckets by what is left of their degree; the lowest is taken, and each neighbour that is still above
/// it moves one bucket down.
///
/// # Complexity
/// O(nodes + ties), 16 bytes a node.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Batagelj and Zaveršnik, "An O(m) algorithm for cores decomposition of networks", 2003.
#[derive(Debug)]
pub struct Cores {
    graph: Rc<Undirected>,
    /// Degree in what is left; in the end the core number.
    degree: Vec<u32>,
    /// Nodes by degree, and where each is.
    order: Vec<u32>,
    place: Vec<u32>,
    /// Where the nodes of each degree start.
    start: Vec<u32>,
    at: usize,
}

impl Cores {
    /// Sorts the nodes by degree.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(graph: Rc<Undirected>) -> Result<Cores> {
        let n = graph.nodes();
        let mut degree = filled(0_u32, n)?;
        for (node, degree) in degree.iter_mut().enumerate() {
            *degree = graph.degree(node) as u32;
        }
        let largest = degree.iter().copied().max().unwrap_or(0) as usize;
        let mut start = filled(0_u32, largest + 2)?;
        for degree in &degree {
            start[*degree as usize + 1] += 1;
        }
        add_up(&mut start);
        let (mut order, mut place) = (filled(0_u32, n)?, filled(0_u32, n)?);
        for (node, degree) in degree.iter().enumerate() {
            let at = &mut start[*degree as usize];
            place[node] = *at;
            order[*at as usize] = node as u32;
            *at += 1;
        }
        // Each start is now the end of its bucket, which is the start of the next.
        start.rotate_right(1);
        start[0] = 0;
        Ok(Cores { graph, degree, order, place, start, at: 0 })
    }
}

impl Steps for Cores {
    type Output = Vec<u32>;

    fn step(&mut self) -> bool {
        let Cores { graph, degree, order, place, start, at } = self;
        let mut left = PIECE;
        while let Some(node) = order.get(*at).copied() {
            *at += 1;
            let lowest = degree[node as usize];
            let neighbours = graph.neighbours(node as usize);
            for other in neighbours {
                let old = degree[*other as usize];
                if old > lowest {
                    // The first of its bucket takes its place, and the bucket begins one later.
                    let first_at = &mut start[old as usize];
                    let first = order[*first_at as usize];
                    let here = place[*other as usize];
                    order[here as usize] = first;
                    place[first as usize] = here;
                    order[*first_at as usize] = *other;
                    place[*other as usize] = *first_at;
                    *first_at += 1;
                    degree[*other as usize] = old - 1;
                }
            }
            left = left.saturating_sub(neighbours.len() + 1);
            if left == 0 {
                break;
            }
        }
        *at == order.len()
    }

    fn share_done(&self) -> f64 {
        if self.order.is_empty() { 1.0 } else { self.at as f64 / self.order.len() as f64 }
    }

    fn finish(self) -> Vec<u32> {
        self.degree
    }
}

/// Core number of every node in one call; see [`Cores`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, Undirected, local::cores::cores};
/// // A triangle, and one account that hangs on it.
/// let graph = Graph::from_sorted(4, &[0, 0, 1, 3], vec![1, 2, 2, 0], vec![1.0; 4])?;
/// assert_eq!(cores(&Undirected::of(&graph)?.into())?, [2, 2, 2, 1]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// `memory.exhausted`.
pub fn cores(graph: &Rc<Undirected>) -> Result<Vec<u32>> {
    Ok(run(Cores::new(graph.clone())?))
}
