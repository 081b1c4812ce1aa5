//! The graph at one level: accounts at first, then groups of them that moved as one.

use super::super::numbering::filled;
use crate::error::{ErrorKind, Result};
use crate::graph::Undirected;
use std::rc::Rc;

/// Rows of neighbours, whoever owns them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows<'a> {
    pub start: &'a [u32],
    pub to: &'a [u32],
    pub weight: &'a [f32],
}

impl<'a> Rows<'a> {
    /// Neighbours of a node and the weights of its ties.
    #[inline(always)]
    pub fn row(&self, node: usize) -> (&'a [u32], &'a [f32]) {
        let row = self.start[node] as usize..self.start[node + 1] as usize;
        (&self.to[row.clone()], &self.weight[row])
    }
}

/// Rows made by aggregation.
#[derive(Debug, Default)]
pub(super) struct Owned {
    pub start: Vec<u32>,
    pub to: Vec<u32>,
    pub weight: Vec<f32>,
}

/// A graph to be partitioned and the strength of its nodes.
#[derive(Debug)]
pub(super) struct Level {
    base: Rc<Undirected>,
    /// Used instead of the base from the second level up.
    owned: Option<Owned>,
    /// Sum of the weights of all arcs at the ends of a node's accounts: k_i, loops included.
    pub strength: Vec<f64>,
}

impl Level {
    /// The accounts themselves.
    pub fn base(graph: &Rc<Undirected>) -> Result<Level> {
        let mut strength = filled(graph.nodes(), 0.0)?;
        for (node, strength) in strength.iter_mut().enumerate() {
            *strength = graph.strength(node);
        }
        Ok(Level { base: Rc::clone(graph), owned: None, strength })
    }

    /// Groups of the nodes of a level below.
    pub fn above(&self, owned: Owned, strength: Vec<f64>) -> Level {
        Level { base: Rc::clone(&self.base), owned: Some(owned), strength }
    }

    /// Nodes.
    pub fn nodes(&self) -> usize {
        self.strength.len()
    }

    /// The rows.
    #[inline]
    pub fn rows(&self) -> Rows<'_> {
        match &self.owned {
            Some(Owned { start, to, weight }) => Rows { start, to, weight },
            None => Rows { start: &self.base.start, to: &self.base.to, weight: &self.base.weight },
        }
    }

    /// Gives back the rows that were made, for the next level to be written into.
    pub fn into_owned(self) -> Option<Owned> {
        self.owned
    }
}

/// Makes a column as long as asked for, all of one value, in the room that it has where that suffices.
pub(super) fn refill<T: Clone>(column: &mut Vec<T>, len: usize, value: T) -> Result<()> {
    column.clear();
    column.try_reserve_exact(len).map_err(|_| ErrorKind::OutOfMemory { what: "communities" })?;
    column.resize(len, value);
    Ok(())
}

/// What is known of a community while nodes move.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Slot {
    /// Weight of the ties between it and the node under view; 0 between two views.
    pub toward: f64,
    /// Sum of the strengths of its nodes, K_c.
    pub total: f64,
}
