//! Local clustering that counts the arcs among the neighbours, in either direction.

use super::forward::Walk;
use crate::error::Result;
use crate::graph::column::{filled, room};
use crate::graph::steps::{Steps, run};
use crate::graph::{Graph, Undirected};

/// The local clustering coefficient of LDBC Graphalytics, a piece at a time.
///
/// `C_i = |{(u, v) : u, v ∈ N(i), u → v}| / (k_i(k_i − 1))`, N(i) the neighbours in either direction, each once, and
/// k_i their number; 0 with fewer than two. An answer given by both sides counts twice, so that the value is 1 only
/// where everybody around an account pays attention to everybody else there.
///
/// # Complexity
/// O(arcs^1.5); memory 12 bytes a tie and 40 a node beside the undirected view.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Iosup and others, "The LDBC Graphalytics benchmark", arXiv 2011.15028, section 2.3.5.
#[derive(Debug)]
pub struct DirectedClustering {
    counts: Undirected,
    walk: Walk,
    /// Arcs among the neighbours, by rank.
    arcs: Vec<u64>,
}

impl DirectedClustering {
    /// Makes the undirected view and ranks the nodes by degree.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(graph: &Graph) -> Result<DirectedClustering> {
        let counts = Undirected::counting(graph)?;
        Ok(DirectedClustering { walk: Walk::new(&counts, true)?, arcs: filled(0, counts.nodes())?, counts })
    }
}

impl Steps for DirectedClustering {
    type Output = Result<Vec<f64>>;

    fn step(&mut self) -> bool {
        let arcs = &mut self.arcs;
        self.walk.step(&self.counts, |forward, found| {
            for (corner, opposite) in found.corner.into_iter().zip(found.of) {
                arcs[corner as usize] += forward.weight[opposite] as u64;
            }
        })
    }

    fn share_done(&self) -> f64 {
        self.walk.share_done()
    }

    /// # Errors
    /// `memory.exhausted`.
    fn finish(self) -> Result<Vec<f64>> {
        let arcs = self.walk.by_node(&self.arcs)?;
        let mut clustering = room(arcs.len())?;
        clustering.extend(arcs.iter().enumerate().map(|(node, arcs)| {
            let k = self.counts.degree(node) as f64;
            if k > 1.0 { *arcs as f64 / (k * (k - 1.0)) } else { 0.0 }
        }));
        Ok(clustering)
    }
}

/// Directed clustering of every node in one call; see [`DirectedClustering`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, local::directed_clustering::directed_clustering};
/// // Two readers of 2, one of whom reads the other.
/// let graph = Graph::from_sorted(3, &[0, 0, 1], vec![1, 2, 2], vec![1.0; 3])?;
/// assert_eq!(directed_clustering(&graph)?, [0.5, 0.5, 0.5]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// `memory.exhausted`.
pub fn directed_clustering(graph: &Graph) -> Result<Vec<f64>> {
    run(DirectedClustering::new(graph)?)
}
