//! PageRank, personalised or not.

use super::csr::Graph;
use crate::error::{ErrorKind, Result};
use crate::math::sum;

/// Parameters of [`PageRank`].
#[derive(Debug, Clone)]
pub struct Params {
    /// Probability of following an arc, 0 ≤ damping < 1.
    pub damping: f64,
    /// Stop when the last step moved less than this, in L1. The error left is then below
    /// `damping / (1 − damping)` times as much.
    pub tolerance: f64,
    /// Steps at the most.
    pub max_iterations: usize,
    /// Where a walk starts again, one non-negative number a node, of any positive sum; `None` is everywhere alike.
    pub teleport: Option<Vec<f64>>,
}

impl Default for Params {
    fn default() -> Self {
        Params { damping: 0.85, tolerance: 1e-12, max_iterations: 300, teleport: None }
    }
}

/// PageRank by power iteration, a few steps at a time.
///
/// `x = α(Pᵀx + d·v) + (1 − α)v`: a reader follows an arc with probability α, chosen in proportion to its weight, and
/// otherwise starts again by `v`; from a node that pays attention to nobody it also starts again by `v`.
/// The result adds up to 1.
///
/// | here | in the paper |
/// |---|---|
/// | `damping` | α |
/// | `teleport` | v |
/// | `dangling` | d, the mass on nodes without outgoing weight |
///
/// # Complexity
/// O(nodes + arcs) a step; about 171 steps for 1e-12 at α = 0.85.
///
/// # Source
/// Brin and Page 1998; dangling mass to the teleport vector as in networkx and igraph.
#[derive(Debug)]
pub struct PageRank {
    params: Params,
    teleport: Vec<f64>,
    out_total: Vec<f64>,
    rank: Vec<f64>,
    next: Vec<f64>,
    share: Vec<f64>,
    iterations: usize,
    /// L1 distance of the last step.
    pub moved: f64,
}

impl PageRank {
    /// Prepares the iteration.
    ///
    /// # Errors
    /// `argument.invalid` for a damping outside [0, 1) or a teleport vector that is negative, not finite, of another
    /// length or without mass.
    pub fn new(graph: &Graph, params: Params) -> Result<PageRank> {
        let n = graph.nodes();
        if !(0.0..1.0).contains(&params.damping) {
            let given = params.damping.to_string();
            return Err(ErrorKind::InvalidArgument { name: "damping", given }.into());
        }
        let teleport = match &params.teleport {
            None => vec![1.0 / n as f64; n],
            Some(v) => {
                let total = sum(v.iter().copied());
                if v.len() != n || !(total > 0.0 && total.is_finite()) || v.iter().any(|x| *x < 0.0) {
                    return Err(
                        ErrorKind::InvalidArgument { name: "teleport", given: total.to_string() }.into()
                    );
                }
                v.iter().map(|x| x / total).collect()
            }
        };
        let out_total: Vec<f64> = (0..n)
            .map(|a| graph.out_arcs(a).map(|arc| f64::from(graph.weight(arc)).max(0.0)).sum())
            .collect();
        let rank = teleport.clone();
        Ok(PageRank {
            params,
            teleport,
            out_total,
            next: vec![0.0; n],
            share: vec![0.0; n],
            rank,
            iterations: 0,
            moved: f64::INFINITY,
        })
    }

    /// One step; returns whether the iteration is finished.
    pub fn step(&mut self, graph: &Graph) -> bool {
        let n = graph.nodes();
        if n == 0 {
            return true;
        }
        let damping = self.params.damping;
        let mut dangling = 0.0;
        for a in 0..n {
            let total = self.out_total[a];
            if total > 0.0 {
                self.share[a] = self.rank[a] / total;
            } else {
                self.share[a] = 0.0;
                dangling += self.rank[a];
            }
        }
        let again = damping * dangling + (1.0 - damping);
        for b in 0..n {
            let places = graph.in_places(b);
            let received: f64 = graph.in_from[places.clone()]
                .iter()
                .zip(&graph.in_weight[places])
                .map(|(a, w)| f64::from(w.max(0.0)) * self.share[*a as usize])
                .sum();
            self.next[b] = damping * received + again * self.teleport[b];
        }
        self.moved = sum(self.rank.iter().zip(&self.next).map(|(x, y)| (x - y).abs()));
        std::mem::swap(&mut self.rank, &mut self.next);
        self.iterations += 1;
        self.moved < self.params.tolerance || self.iterations >= self.params.max_iterations
    }

    /// Share of the steps done, for progress: steps shrink what is left by the damping.
    pub fn share_done(&self) -> f64 {
        self.iterations as f64 / self.params.max_iterations as f64
    }

    /// Steps done.
    pub fn iterations(&self) -> usize {
        self.iterations
    }

    /// The rank of every node.
    pub fn finish(self) -> Vec<f64> {
        self.rank
    }
}

/// PageRank of every node in one call; see [`PageRank`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, pagerank};
/// // Two readers of one author, who reads nobody.
/// let graph = Graph::from_sorted(3, &[0, 1], vec![2, 2], vec![1.0, 1.0])?;
/// let rank = pagerank::pagerank(&graph, pagerank::Params::default())?;
/// assert!((rank[2] - 0.574468).abs() < 1e-6 && (rank.iter().sum::<f64>() - 1.0).abs() < 1e-12);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`PageRank::new`].
pub fn pagerank(graph: &Graph, params: Params) -> Result<Vec<f64>> {
    let mut iteration = PageRank::new(graph, params)?;
    while !iteration.step(graph) {}
    Ok(iteration.finish())
}
