//! The ties that a path may take: directed or not.

use crate::graph::csr::Graph;
use crate::graph::undirected::{Undirected, positive};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A graph as paths see it: rows of neighbours forwards and backwards.
///
/// `Rc<Graph>` and `Rc<Undirected>` both turn into it, so that every algorithm on paths takes either.
#[derive(Debug, Clone)]
pub enum Ties {
    /// Arcs, each walked from its source to its target.
    Directed(Rc<Graph>),
    /// Ties, each walked both ways.
    Undirected(Rc<Undirected>),
}

impl From<Rc<Graph>> for Ties {
    fn from(graph: Rc<Graph>) -> Ties {
        Ties::Directed(graph)
    }
}

impl From<Rc<Undirected>> for Ties {
    fn from(graph: Rc<Undirected>) -> Ties {
        Ties::Undirected(graph)
    }
}

impl Ties {
    /// Nodes.
    pub fn nodes(&self) -> usize {
        match self {
            Ties::Directed(graph) => graph.nodes(),
            Ties::Undirected(graph) => graph.nodes(),
        }
    }

    /// Steps that a path can take: arcs, or twice the ties.
    pub fn arcs(&self) -> usize {
        match self {
            Ties::Directed(graph) => graph.arcs(),
            Ties::Undirected(graph) => graph.to.len(),
        }
    }

    /// Whether a tie is walked in one direction only.
    pub fn is_directed(&self) -> bool {
        matches!(self, Ties::Directed(_))
    }

    /// Where one step leads to, in order.
    #[inline]
    pub fn ahead(&self, node: usize) -> &[u32] {
        match self {
            Ties::Directed(graph) => graph.targets(node),
            Ties::Undirected(graph) => graph.neighbours(node),
        }
    }

    /// Where one step comes from, in order.
    #[inline]
    pub fn behind(&self, node: usize) -> &[u32] {
        match self {
            Ties::Directed(graph) => graph.sources(node),
            Ties::Undirected(graph) => graph.neighbours(node),
        }
    }

    /// Weights of the steps of [`Ties::ahead`], as they were given.
    #[inline]
    pub(crate) fn weights_ahead(&self, node: usize) -> &[f32] {
        match self {
            Ties::Directed(graph) => &graph.out_weight[graph.out_arcs(node)],
            Ties::Undirected(graph) => graph.weights(node),
        }
    }

    /// Weights of the steps of [`Ties::behind`], as they were given.
    #[inline]
    pub(crate) fn weights_behind(&self, node: usize) -> &[f32] {
        match self {
            Ties::Directed(graph) => &graph.in_weight[graph.in_places(node)],
            Ties::Undirected(graph) => graph.weights(node),
        }
    }
}

/// How long a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Length {
    /// Its weight. A weight that is not a positive finite number counts as 0, and so does its length.
    #[default]
    Weight,
    /// 1 / weight: the stronger a tie, the shorter. A tie of weight 0 leads nowhere.
    Inverse,
}

impl Length {
    /// The length of a tie of such a weight; infinite if it leads nowhere.
    #[inline]
    pub fn of(self, weight: f32) -> f64 {
        let weight = f64::from(positive(weight));
        match self {
            Length::Weight => weight,
            Length::Inverse => 1.0 / weight,
        }
    }
}
