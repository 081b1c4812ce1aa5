//! Modularity: how much more weight lies inside communities than chance would put there.

use super::numbering::{check, filled};
use crate::error::{ErrorKind, Result};
use crate::graph::steps::{Steps, run};
use crate::graph::undirected::positive;
use crate::graph::{Graph, Undirected};
use crate::math::Sum;
use std::ops::Range;
use std::rc::Rc;

/// Entries of rows that one step reads.
const STEP: usize = 1 << 20;

/// The graph whose partition is judged.
#[derive(Debug, Clone)]
pub enum Ties {
    /// Ties without direction.
    Undirected(Rc<Undirected>),
    /// Arcs; those of a node to itself count as well.
    Directed(Rc<Graph>),
}

impl Ties {
    fn nodes(&self) -> usize {
        match self {
            Ties::Undirected(graph) => graph.nodes(),
            Ties::Directed(graph) => graph.nodes(),
        }
    }

    fn degree(&self, node: usize) -> usize {
        match self {
            Ties::Undirected(graph) => graph.degree(node),
            Ties::Directed(graph) => graph.out_degree(node),
        }
    }
}

/// Modularity of a partition, a block of nodes at a time.
///
/// Share of the weight that lies inside communities, less the share that would lie there if every account kept its
/// own activity and chose with whom by chance. 0: no better than chance; above 0.3 to 0.4: clear communities. The value
/// grows with the size of a graph, so that only partitions of one graph are compared by it.
///
/// Undirected: `Q = Σ_c [ in_c / 2m − γ (K_c / 2m)² ]`; directed (Leicht and Newman):
/// `Q = Σ_c [ in_c / m − γ K_c^out K_c^in / m² ]`.
///
/// | here | in the paper |
/// |---|---|
/// | `resolution` | γ: above 1 favours smaller communities |
/// | `inside` | in_c, the entries of the weight matrix inside community c |
/// | `leaves`, `reaches` | K_c^out, K_c^in; both K_c when there is no direction |
/// | `total` | 2m or m, the sum of the weight matrix |
///
/// A weight that is not a positive finite number counts as 0. Without any weight the modularity is `NaN`: unknown.
///
/// # Complexity
/// O(nodes + arcs); 16 bytes a node.
///
/// # Source
/// Newman and Girvan 2004; Reichardt and Bornholdt 2006 for γ; Leicht and Newman 2008 for the directed form. The same
/// values as networkx, igraph and leidenalg.
#[derive(Debug)]
pub struct Modularity {
    ties: Ties,
    of: Vec<u32>,
    resolution: f64,
    leaves: Vec<f64>,
    reaches: Vec<f64>,
    inside: Sum,
    total: Sum,
    next: usize,
}

impl Modularity {
    /// Prepares the sums for the communities `of` the nodes, whose labels are any numbers below that of the nodes.
    ///
    /// # Errors
    /// `argument.invalid` for a resolution that is negative or not finite, or labels that do not fit the graph;
    /// `memory.exhausted`.
    pub fn new(ties: Ties, of: Vec<u32>, resolution: f64) -> Result<Modularity> {
        check_resolution(resolution)?;
        let n = ties.nodes();
        check(&of, n)?;
        let directed = matches!(ties, Ties::Directed(_));
        Ok(Modularity {
            leaves: filled(n, 0.0)?,
            reaches: filled(if directed { n } else { 0 }, 0.0)?,
            ties,
            of,
            resolution,
            inside: Sum::default(),
            total: Sum::default(),
            next: 0,
        })
    }

    /// Takes the labels back out; the sums are not touched.
    pub(super) fn take_labels(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.of)
    }

    #[inline(never)]
    fn add(&mut self, nodes: Range<usize>) {
        let of = self.of.as_slice();
        for node in nodes {
            let own = of[node];
            let (mut inside, mut strength) = (0.0, 0.0);
            match &self.ties {
                Ties::Undirected(graph) => {
                    // Its weights are 0 or positive as it is.
                    for (other, weight) in graph.neighbours(node).iter().zip(graph.weights(node)) {
                        let weight = f64::from(*weight);
                        strength += weight;
                        inside += if of[*other as usize] == own { weight } else { 0.0 };
                    }
                }
                Ties::Directed(graph) => {
                    let row = graph.out_arcs(node);
                    for (other, weight) in graph.out_to[row.clone()].iter().zip(&graph.out_weight[row]) {
                        let weight = f64::from(positive(*weight));
                        let there = of[*other as usize];
                        strength += weight;
                        inside += if there == own { weight } else { 0.0 };
                        self.reaches[there as usize] += weight;
                    }
                }
            }
            self.leaves[own as usize] += strength;
            self.inside.add(inside);
            self.total.add(strength);
        }
    }
}

impl Steps for Modularity {
    type Output = f64;

    fn step(&mut self) -> bool {
        let (n, from) = (self.of.len(), self.next);
        let mut entries = 0;
        while self.next < n && entries < STEP {
            entries += 1 + self.ties.degree(self.next);
            self.next += 1;
        }
        self.add(from..self.next);
        self.next == n
    }

    fn share_done(&self) -> f64 {
        self.next as f64 / self.of.len().max(1) as f64
    }

    fn finish(self) -> f64 {
        let total = self.total.total();
        if !(total > 0.0) {
            return f64::NAN;
        }
        let mut by_chance = Sum::default();
        for (community, leaves) in self.leaves.iter().enumerate() {
            let reaches = self.reaches.get(community).unwrap_or(leaves);
            by_chance.add((leaves / total) * (reaches / total));
        }
        self.inside.total() / total - self.resolution * by_chance.total()
    }
}

/// Modularity of a partition of an undirected graph in one call; see [`Modularity`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, Undirected, community::modularity};
/// use std::rc::Rc;
/// // Two pairs that know each other, and one tie between them.
/// let graph = Graph::from_sorted(4, &[0, 1, 2], vec![1, 2, 3], vec![1.0; 3])?;
/// let ties = Rc::new(Undirected::of(&graph)?);
/// let q = modularity::undirected(&ties, &[0, 0, 1, 1], 1.0)?;
/// assert!((q - (2.0 / 3.0 - 0.5)).abs() < 1e-15);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Modularity::new`].
pub fn undirected(graph: &Rc<Undirected>, of: &[u32], resolution: f64) -> Result<f64> {
    Ok(run(Modularity::new(Ties::Undirected(Rc::clone(graph)), of.to_vec(), resolution)?))
}

/// Modularity of a partition of a directed graph in one call; see [`Modularity`].
///
/// # Errors
/// As [`Modularity::new`].
pub fn directed(graph: &Rc<Graph>, of: &[u32], resolution: f64) -> Result<f64> {
    Ok(run(Modularity::new(Ties::Directed(Rc::clone(graph)), of.to_vec(), resolution)?))
}

/// That a resolution is a number from 0 up.
pub(super) fn check_resolution(resolution: f64) -> Result<()> {
    if resolution >= 0.0 && resolution.is_finite() {
        return Ok(());
    }
    Err(ErrorKind::InvalidArgument { name: "resolution", given: resolution.to_string() }.into())
}
