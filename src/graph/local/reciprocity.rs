//! Reciprocity: how much attention is answered with attention.

use crate::error::Result;
use crate::graph::Graph;
use crate::graph::column::room;
use crate::graph::steps::{Steps, run};
use std::rc::Rc;

/// Arcs and nodes of a piece.
const PIECE: usize = 1 << 20;

/// The result of [`Reciprocity`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Share of the arcs of each node, in both directions, that have an arc the other way; `NaN` for a node without.
    pub of: Vec<f64>,
    /// Pairs of accounts that pay attention to each other.
    pub mutual_pairs: u64,
    /// Share of all arcs that have one the other way; `NaN` without any.
    pub whole: f64,
}

/// Reciprocity of each node and of the whole, a piece at a time. Arcs from a node to itself are left out.
///
/// `r_i = 2·|{j : i → j and j → i}| / (in-degree + out-degree)`, and `r = |{i → j : j → i}| / arcs`. Between accounts
/// that answer each other everywhere, attention may be courtesy: high values make a score cheaper.
///
/// # Complexity
/// O(nodes + arcs), one merge of the two sorted rows of each node; 8 bytes a node.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Wasserman and Faust, "Social Network Analysis", 1994; as networkx.
#[derive(Debug)]
pub struct Reciprocity {
    graph: Rc<Graph>,
    of: Vec<f64>,
    mutual: u64,
    arcs: u64,
}

impl Reciprocity {
    /// Prepares the walk.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(graph: Rc<Graph>) -> Result<Reciprocity> {
        let of = room(graph.nodes())?;
        Ok(Reciprocity { graph, of, mutual: 0, arcs: 0 })
    }
}

impl Steps for Reciprocity {
    type Output = Found;

    fn step(&mut self) -> bool {
        let mut left = PIECE;
        while self.of.len() < self.graph.nodes() && left > 0 {
            let node = self.of.len();
            let (out, into) = (self.graph.targets(node), self.graph.sources(node));
            let (mut i, mut j, mut both, mut loops) = (0, 0, 0_u64, 0_u64);
            while i < out.len() && j < into.len() {
                let (a, b) = (out[i], into[j]);
                if a == b {
                    if a as usize == node {
                        loops = 1;
                    } else {
                        both += 1;
                    }
                }
                i += usize::from(a <= b);
                j += usize::from(b <= a);
            }
            let ends = (out.len() + into.len()) as u64 - 2 * loops;
            self.of.push((2 * both) as f64 / ends as f64);
            self.mutual += both;
            self.arcs += out.len() as u64 - loops;
            left = left.saturating_sub(out.len() + into.len() + 1);
        }
        self.of.len() == self.graph.nodes()
    }

    fn share_done(&self) -> f64 {
        if self.graph.nodes() == 0 { 1.0 } else { self.of.len() as f64 / self.graph.nodes() as f64 }
    }

    fn finish(self) -> Found {
        Found { of: self.of, mutual_pairs: self.mutual / 2, whole: self.mutual as f64 / self.arcs as f64 }
    }
}

/// Reciprocity in one call; see [`Reciprocity`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, local::reciprocity::reciprocity};
/// let graph = Graph::from_sorted(3, &[0, 0, 1], vec![1, 2, 0], vec![1.0; 3])?;
/// let found = reciprocity(&graph.into())?;
/// assert_eq!(found.of, [2.0 / 3.0, 1.0, 0.0]);
/// assert_eq!((found.mutual_pairs, found.whole), (1, 2.0 / 3.0));
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// `memory.exhausted`.
pub fn reciprocity(graph: &Rc<Graph>) -> Result<Found> {
    Ok(run(Reciprocity::new(graph.clone())?))
}
