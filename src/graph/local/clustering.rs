//! Triangles and clustering: whether those around an account know each other.

use super::forward::Walk;
use crate::error::Result;
use crate::graph::Undirected;
use crate::graph::column::{filled, room};
use crate::graph::steps::{Steps, run};
use std::rc::Rc;

/// The result of [`Clustering`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Triangles that each node is a corner of.
    pub triangles: Vec<u64>,
    /// Local clustering of each node: the share of pairs of its neighbours that are tied; 0 with fewer than two.
    pub clustering: Vec<f64>,
    /// Triangles in all.
    pub total: u64,
    /// Transitivity: the share of pairs of ties with a common end whose other ends are tied; `NaN` without any pair.
    pub transitivity: f64,
    /// Mean of the local clustering; `NaN` without any node.
    pub mean: f64,
}

/// Triangles and local clustering on the undirected view, a piece at a time.
///
/// `C_i = 2T_i / (k_i(k_i − 1))`: high where an account's circle is a clique, low where it stands between people who do
/// not know each other.
///
/// | here | in the literature |
/// |---|---|
/// | triangles | T |
/// | neighbours | k |
///
/// # Complexity
/// O(ties^1.5); memory 8 bytes a tie and 40 a node.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Watts and Strogatz 1998 for the measure; Schank and Wagner, "Finding, counting and listing all triangles in large
/// graphs", 2005, for the algorithm, *forward*.
#[derive(Debug)]
pub struct Clustering {
    graph: Rc<Undirected>,
    walk: Walk,
    /// Triangles by rank.
    triangles: Vec<u64>,
}

impl Clustering {
    /// Ranks the nodes by degree.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(graph: Rc<Undirected>) -> Result<Clustering> {
        let walk = Walk::new(&graph, false)?;
        let triangles = filled(0, graph.nodes())?;
        Ok(Clustering { graph, walk, triangles })
    }
}

impl Steps for Clustering {
    type Output = Result<Found>;

    fn step(&mut self) -> bool {
        let triangles = &mut self.triangles;
        self.walk.step(&self.graph, |_, found| {
            for corner in found.corner {
                triangles[corner as usize] += 1;
            }
        })
    }

    fn share_done(&self) -> f64 {
        self.walk.share_done()
    }

    /// # Errors
    /// `memory.exhausted`.
    fn finish(self) -> Result<Found> {
        let triangles = self.walk.by_node(&self.triangles)?;
        let mut clustering = room(triangles.len())?;
        let (mut corners, mut pairs, mut sum) = (0_u128, 0_u128, 0.0);
        for (node, found) in triangles.iter().enumerate() {
            let k = self.graph.degree(node) as u64;
            let possible = k * k.saturating_sub(1) / 2;
            let local = if possible > 0 { *found as f64 / possible as f64 } else { 0.0 };
            clustering.push(local);
            sum += local;
            corners += u128::from(*found);
            pairs += u128::from(possible);
        }
        Ok(Found {
            total: (corners / 3) as u64,
            transitivity: corners as f64 / pairs as f64,
            mean: sum / triangles.len() as f64,
            triangles,
            clustering,
        })
    }
}

/// Triangles and clustering in one call; see [`Clustering`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, Undirected, local::clustering::clustering};
/// // A triangle, and one account that hangs on it.
/// let graph = Graph::from_sorted(4, &[0, 0, 1, 3], vec![1, 2, 2, 0], vec![1.0; 4])?;
/// let found = clustering(&Undirected::of(&graph)?.into())?;
/// assert_eq!(found.triangles, [1, 1, 1, 0]);
/// assert_eq!(found.clustering, [1.0 / 3.0, 1.0, 1.0, 0.0]);
/// assert_eq!((found.total, found.transitivity), (1, 0.6));
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// `memory.exhausted`.
pub fn clustering(graph: &Rc<Undirected>) -> Result<Found> {
    run(Clustering::new(graph.clone())?)
}
