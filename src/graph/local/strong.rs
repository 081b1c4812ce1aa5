//! Strongly connected components: who can be reached from each other along attention.

use crate::error::Result;
use crate::graph::Graph;
use crate::graph::column::{filled, room};
use crate::graph::components::Components;
use crate::graph::steps::{Steps, run};
use std::rc::Rc;

/// Arcs and nodes of a piece.
const PIECE: usize = 1 << 18;

/// Strongly connected components, a piece at a time.
///
/// In a component every account reaches every other along arcs: attention runs in circles there. The way back from a
/// node is a list of its own, so that a path of a million accounts takes no more of the stack than one of two.
///
/// # Complexity
/// O(nodes + arcs), 20 bytes a node.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1, 1972; with one number a node
/// as in Pearce, "A space-efficient algorithm for finding strongly connected components", 2016.
#[derive(Debug)]
pub struct Strong {
    graph: Rc<Graph>,
    /// 0 before a visit; then the smallest visit reached; in the end, counted down from the top, the component.
    low: Vec<u32>,
    /// Next arc of each node.
    next: Vec<u32>,
    /// Nodes on the way from the root to the one at hand.
    way: Vec<u32>,
    /// Visited nodes whose component is not known yet.
    open: Vec<u32>,
    /// Whether a node reaches no earlier one.
    root: Vec<bool>,
    visits: u32,
    components: u32,
    /// Next root to try.
    at: usize,
}

impl Strong {
    /// Prepares the walk.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(graph: Rc<Graph>) -> Result<Strong> {
        let n = graph.nodes();
        Ok(Strong {
            low: filled(0, n)?,
            next: filled(0, n)?,
            way: room(n)?,
            open: room(n)?,
            root: filled(true, n)?,
            graph,
            visits: 0,
            components: 0,
            at: 0,
        })
    }

    fn enter(&mut self, node: u32) {
        self.visits += 1;
        self.low[node as usize] = self.visits;
        self.next[node as usize] = self.graph.out_start[node as usize];
        self.way.push(node);
    }

    /// The node at hand has no further arc: it closes a component, or waits for one.
    fn leave(&mut self, node: u32) {
        self.way.pop();
        let low = self.low[node as usize];
        if self.root[node as usize] {
            let number = u32::MAX - self.components;
            self.components += 1;
            while let Some(other) = self.open.pop_if(|other| self.low[*other as usize] >= low) {
                self.low[other as usize] = number;
            }
            self.low[node as usize] = number;
        } else {
            self.open.push(node);
        }
        if let Some(before) = self.way.last() {
            self.reached(*before, node);
        }
    }

    /// `node` reaches whatever `other` reaches. A known component has a number above every visit.
    #[inline]
    fn reached(&mut self, node: u32, other: u32) {
        if self.low[other as usize] < self.low[node as usize] {
            self.low[node as usize] = self.low[other as usize];
            self.root[node as usize] = false;
        }
    }
}

impl Strong {
    /// Component of each node, and how many there are: a component has a higher number than all that it leads to.
    pub(in crate::graph) fn labels(self) -> (Vec<u32>, usize) {
        let mut label = self.low;
        for low in &mut label {
            // Before the end, what has no component yet is one.
            *low = if *low > u32::MAX - self.components { u32::MAX - *low } else { self.components };
        }
        (label, self.components as usize + 1)
    }
}

impl Steps for Strong {
    type Output = Result<Components>;

    fn step(&mut self) -> bool {
        for _ in 0..PIECE {
            let Some(node) = self.way.last().copied() else {
                while self.at < self.low.len() && self.low[self.at] > 0 {
                    self.at += 1;
                }
                if self.at == self.low.len() {
                    return true;
                }
                self.enter(self.at as u32);
                continue;
            };
            let arc = self.next[node as usize];
            if arc == self.graph.out_start[node as usize + 1] {
                self.leave(node);
                continue;
            }
            self.next[node as usize] = arc + 1;
            let other = self.graph.out_to[arc as usize];
            if self.low[other as usize] == 0 {
                self.enter(other);
            } else {
                self.reached(node, other);
            }
        }
        false
    }

    fn share_done(&self) -> f64 {
        if self.low.is_empty() { 1.0 } else { f64::from(self.visits) / self.low.len() as f64 }
    }

    /// # Errors
    /// `memory.exhausted`.
    fn finish(self) -> Result<Components> {
        let (labels, most) = self.labels();
        Components::numbered(labels, most)
    }
}

/// Strongly connected components in one call, numbered by size, then by smallest node; see [`Strong`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, local::strong::strong};
/// let graph = Graph::from_sorted(4, &[0, 1, 2, 3], vec![1, 2, 1, 0], vec![1.0; 4])?;
/// let found = strong(&graph.into())?;
/// assert_eq!((found.of, found.sizes), (vec![1, 0, 0, 2], vec![2, 1, 1]));
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// `memory.exhausted`.
pub fn strong(graph: &Rc<Graph>) -> Result<Components> {
    run(Strong::new(graph.clone())?)
}
