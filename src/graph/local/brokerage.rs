//! Burt's constraint and effective size: how free an account is to stand between others.

use super::forward::Walk;
use crate::error::Result;
use crate::graph::Undirected;
use crate::graph::column::filled;
use crate::graph::steps::{Steps, run};
use std::rc::Rc;

/// The result of [`Brokerage`], one value a node; `NaN` for a node without ties, or without a weight on any.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Constraint: near 0 where an account stands between people who do not know each other, 1 or more where its
    /// whole circle hangs together.
    pub constraint: Vec<f64>,
    /// Effective size: neighbours, less what they repeat of each other.
    pub effective_size: Vec<f64>,
}

/// Burt's constraint and effective size, a piece at a time.
///
/// `C_i = Σ_j (p_ij + Σ_q p_iq·p_qj)²` and `ES_i = Σ_j (1 − Σ_q p_iq·m_jq)`, j over the neighbours of i and q over those
/// that i and j have in common. Low constraint with ties into several communities is a bridge, useful for awareness;
/// high constraint is an insider, useful for advocacy.
///
/// | here | in the literature |
/// |---|---|
/// | weight of a tie, both directions together | a |
/// | weight divided by the sum of the node's weights | p |
/// | weight divided by the largest of the node's weights | m |
///
/// Because a is the same from both sides, `Σ_q p_iq·p_qj = (1/S_i) Σ_q a_iq·a_qj/S_q`, S the sums: one number a tie, to
/// which each triangle adds. So every account is exact, hubs too, in the time it takes to list triangles.
///
/// # Complexity
/// O(ties^1.5); memory 16 bytes a tie and 56 a node.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Burt, "Structural Holes", 1992; effective size as in networkx with `nodes=list(G)`.
#[derive(Debug)]
pub struct Brokerage {
    graph: Rc<Undirected>,
    walk: Walk,
    /// 1/S by rank; 0 where S is 0.
    per_sum: Vec<f64>,
    /// 1/largest weight by rank.
    per_largest: Vec<f64>,
    /// `Σ_q a_iq·a_qj/S_q` of each tie.
    through: Vec<f64>,
    /// `Σ_j Σ_q a_iq·m_jq` by rank.
    repeated: Vec<f64>,
}

impl Brokerage {
    /// Ranks the nodes by degree. The weights are those of the view.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(graph: Rc<Undirected>) -> Result<Brokerage> {
        let n = graph.nodes();
        let walk = Walk::new(&graph, true)?;
        let (mut per_sum, mut per_largest) = (filled(0.0, n)?, filled(0.0, n)?);
        for (rank, node) in walk.forward.node.iter().enumerate() {
            let largest = graph.weights(*node as usize).iter().fold(0.0, |m: f32, w| m.max(*w));
            if largest > 0.0 {
                per_sum[rank] = 1.0 / graph.strength(*node as usize);
                per_largest[rank] = 1.0 / f64::from(largest);
            }
        }
        let through = filled(0.0, graph.ties())?;
        Ok(Brokerage { graph, walk, per_sum, per_largest, through, repeated: filled(0.0, n)? })
    }
}

impl Steps for Brokerage {
    type Output = Result<Found>;

    fn step(&mut self) -> bool {
        let Brokerage { graph, walk, per_sum, per_largest, through, repeated } = self;
        walk.step(graph, |forward, found| {
            let corner = found.corner.map(|c| c as usize);
            let weight = found.of.map(|tie| f64::from(forward.weight[tie]));
            for i in 0..3 {
                // Corner i is what the other two, ends of the tie opposite it, have in common.
                let (j, q) = ((i + 1) % 3, (i + 2) % 3);
                through[found.of[i]] += weight[j] * weight[q] * per_sum[corner[i]];
                // To j runs the tie opposite q, to q the one opposite j; between them the one opposite i.
                let to_j = weight[q] * per_largest[corner[q]];
                let to_q = weight[j] * per_largest[corner[j]];
                repeated[corner[i]] += weight[i] * (to_j + to_q);
            }
        })
    }

    fn share_done(&self) -> f64 {
        self.walk.share_done()
    }

    /// # Errors
    /// `memory.exhausted`.
    fn finish(self) -> Result<Found> {
        let n = self.graph.nodes();
        let (mut constraint, mut effective) = (filled(0.0, n)?, filled(0.0, n)?);
        let forward = &self.walk.forward;
        let rows = forward.start.windows(2).enumerate();
        for (rank, ends) in rows {
            for tie in ends[0] as usize..ends[1] as usize {
                let other = forward.to[tie] as usize;
                let both = f64::from(forward.weight[tie]) + self.through[tie];
                constraint[rank] += (both * self.per_sum[rank]) * (both * self.per_sum[rank]);
                constraint[other] += (both * self.per_sum[other]) * (both * self.per_sum[other]);
            }
        }
        for (rank, node) in forward.node.iter().enumerate() {
            let degree = self.graph.degree(*node as usize) as f64;
            effective[rank] = degree - self.repeated[rank] * self.per_sum[rank];
            if self.per_sum[rank] == 0.0 {
                (constraint[rank], effective[rank]) = (f64::NAN, f64::NAN);
            }
        }
        Ok(Found {
            constraint: self.walk.by_node(&constraint)?,
            effective_size: self.walk.by_node(&effective)?,
        })
    }
}

/// Constraint and effective size of every node in one call; see [`Brokerage`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, Undirected, local::brokerage::brokerage};
/// // 0 stands between two who do not know each other.
/// let graph = Graph::from_sorted(3, &[0, 0], vec![1, 2], vec![1.0; 2])?;
/// let found = brokerage(&Undirected::of(&graph)?.into())?;
/// assert_eq!(found.constraint, [0.5, 1.0, 1.0]);
/// assert_eq!(found.effective_size, [2.0, 1.0, 1.0]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// `memory.exhausted`.
pub fn brokerage(graph: &Rc<Undirected>) -> Result<Found> {
    run(Brokerage::new(graph.clone())?)
}
