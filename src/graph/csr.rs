//! The frozen graph: compressed sparse rows in both directions.

use super::build::{Build, Built, PIECE, incoming};
use super::column::{add_up, filled, piece_of_rows};
use super::steps::run;
use crate::error::Result;

/// A directed weighted graph that never changes: arcs a → b, "a paid attention to b".
///
/// Attention flows along arcs, influence against them. Arcs are numbered in the order of (source, target); each pair
/// of accounts has at most one. Memory: 20 bytes an arc and 8 bytes a node, both directions and weights included.
///
/// Implements the `visit` traits of [`petgraph`] on `&Graph`, so that its algorithms run without a copy.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    pub(crate) out_start: Vec<u32>,
    pub(crate) out_to: Vec<u32>,
    pub(crate) out_weight: Vec<f32>,
    pub(crate) in_start: Vec<u32>,
    pub(crate) in_from: Vec<u32>,
    pub(crate) in_arc: Vec<u32>,
    pub(crate) in_weight: Vec<f32>,
}

impl Graph {
    /// Builds the graph from arcs sorted by (source, target), each pair once.
    ///
    /// Cost: O(nodes + arcs).
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn from_sorted(nodes: usize, from: &[u32], to: Vec<u32>, weight: Vec<f32>) -> Result<Graph> {
        debug_assert!(from.iter().zip(&to).is_sorted_by(|a, b| a < b), "arcs sorted, each pair once");
        let arcs = to.len();
        let mut out_start = filled(0, nodes + 1)?;
        let mut in_start = filled(0, nodes + 1)?;
        for a in from {
            out_start[*a as usize + 1] += 1;
        }
        for b in &to {
            in_start[*b as usize + 1] += 1;
        }
        add_up(&mut out_start);
        add_up(&mut in_start);
        let mut next = filled(0, nodes + 1)?;
        next.copy_from_slice(&in_start);
        let (in_from, in_arc, in_weight) = (filled(0, arcs)?, filled(0, arcs)?, filled(0.0, arcs)?);
        let mut graph =
            Graph { out_start, out_to: to, out_weight: weight, in_start, in_from, in_arc, in_weight };
        let mut row = 0;
        while row < nodes {
            let rows = piece_of_rows(&graph.out_start, row, PIECE);
            row = rows.end;
            incoming(rows, &mut graph, &mut next);
        }
        Ok(graph)
    }

    /// Builds the graph from arcs in any order: parallel ones are added up, loops left out. See [`Build`].
    ///
    /// # Errors
    /// As [`Build`].
    pub fn from_arcs(nodes: usize, from: Vec<u32>, to: Vec<u32>, weight: Vec<f32>) -> Result<Built> {
        run(Build::new(nodes, from, to, weight)?)
    }

    /// Memory that the columns take, in bytes.
    pub fn bytes(&self) -> usize {
        let index = [&self.out_start, &self.out_to, &self.in_start, &self.in_from, &self.in_arc];
        let weights = self.out_weight.len() + self.in_weight.len();
        4 * (index.iter().map(|column| column.len()).sum::<usize>() + weights)
    }

    /// Its rows: where the arcs of each node begin (and the last ones end), where they lead, and their weights.
    pub fn rows(&self) -> (&[u32], &[u32], &[f32]) {
        (&self.out_start, &self.out_to, &self.out_weight)
    }

    /// Nodes.
    pub fn nodes(&self) -> usize {
        self.out_start.len().saturating_sub(1)
    }

    /// Arcs.
    pub fn arcs(&self) -> usize {
        self.out_to.len()
    }

    /// Arc numbers that leave a node.
    #[inline]
    pub fn out_arcs(&self, node: usize) -> std::ops::Range<usize> {
        self.out_start[node] as usize..self.out_start[node + 1] as usize
    }

    /// Places, in the columns of incoming arcs, of those that reach a node.
    #[inline]
    pub(crate) fn in_places(&self, node: usize) -> std::ops::Range<usize> {
        self.in_start[node] as usize..self.in_start[node + 1] as usize
    }

    /// To whom a node pays attention, in order.
    pub fn targets(&self, node: usize) -> &[u32] {
        &self.out_to[self.out_arcs(node)]
    }

    /// Who pays attention to a node, in order.
    pub fn sources(&self, node: usize) -> &[u32] {
        &self.in_from[self.in_places(node)]
    }

    /// Arc numbers that reach a node, in the order of [`Graph::sources`].
    pub fn in_arcs(&self, node: usize) -> &[u32] {
        &self.in_arc[self.in_places(node)]
    }

    /// Distinct accounts that a node pays attention to.
    pub fn out_degree(&self, node: usize) -> usize {
        self.out_arcs(node).len()
    }

    /// Distinct accounts that pay attention to a node.
    pub fn in_degree(&self, node: usize) -> usize {
        self.in_places(node).len()
    }

    /// The arc a → b, by binary search: O(log out-degree).
    pub fn arc(&self, a: usize, b: u32) -> Option<usize> {
        let row = self.out_arcs(a);
        self.out_to[row.clone()].binary_search(&b).ok().map(|at| row.start + at)
    }

    /// Weight of an arc.
    pub fn weight(&self, arc: usize) -> f32 {
        self.out_weight[arc]
    }
}
