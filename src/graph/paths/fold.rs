//! Folding: accounts with a single neighbour are counted in that neighbour, as often as it takes.

use super::{Ties, filled, room};
use crate::error::Result;

/// A node that was folded into its only neighbour left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Twig {
    /// The folded node.
    pub node: u32,
    /// Where it hangs.
    pub parent: u32,
    /// Whether a step leads from the node to its parent.
    pub up: bool,
    /// Whether a step leads from the parent to the node.
    pub down: bool,
}

/// The graph without its hanging trees: what is left is the core, in which each node stands for its trees too.
///
/// A path that enters a tree must go through the node where the tree hangs, so that all paths between trees and the
/// rest follow from paths of the core and from counts. Export graphs are mostly made of such trees: in a graph of
/// retweets two accounts of three re-shared one account once.
///
/// | name | meaning |
/// |---|---|
/// | `targets` | the node itself, and the nodes of its trees that paths from it reach |
/// | `sources` | weight of the sources at the node itself and in its trees that reach it |
/// | `own` | weight of the sources at the node itself |
/// | `crossing` | Σ sources · targets over the branches: pairs that need not pass through the node |
#[derive(Debug)]
pub(super) struct Fold {
    pub twigs: Vec<Twig>,
    pub in_core: Vec<bool>,
    pub targets: Vec<f64>,
    pub sources: Vec<f64>,
    pub own: Vec<f64>,
    pub crossing: Vec<f64>,
}

impl Fold {
    /// Folds a graph, of whose ties only those `walkable` by their weight count.
    ///
    /// Cost: O(nodes + arcs).
    pub fn of(ties: &Ties, own: Vec<f64>, walkable: fn(f32) -> bool) -> Result<Fold> {
        let n = ties.nodes();
        // The neighbours left, counted, and the exclusive or of their numbers: with one left, that is its number.
        let (mut degree, mut left) = (filled(n, 0_u32)?, filled(n, 0_u32)?);
        for node in 0..n {
            each_neighbour(ties, node, walkable, |other, _, _| {
                degree[node] += 1;
                left[node] ^= other;
            });
        }
        let mut queue = room(n)?;
        queue.extend((0..n as u32).filter(|node| degree[*node as usize] == 1));
        let mut fold = Fold {
            twigs: Vec::new(),
            in_core: filled(n, true)?,
            targets: filled(n, 1.0)?,
            sources: room(n)?,
            own,
            crossing: filled(n, 0.0)?,
        };
        fold.sources.extend_from_slice(&fold.own);
        let mut at = 0;
        while let Some(&node) = queue.get(at) {
            at += 1;
            let index = node as usize;
            if degree[index] != 1 {
                continue; // Its last neighbour was folded into it.
            }
            let parent = left[index];
            let above = parent as usize;
            degree[above] -= 1;
            left[above] ^= node;
            if degree[above] == 1 {
                queue.push(parent);
            }
            let (mut up, mut down) = (false, false);
            each_neighbour(ties, index, walkable, |other, ahead, behind| {
                if other == parent {
                    (up, down) = (ahead, behind);
                }
            });
            let sources = if up { fold.sources[index] } else { 0.0 };
            let targets = if down { fold.targets[index] } else { 0.0 };
            fold.in_core[index] = false;
            fold.sources[above] += sources;
            fold.targets[above] += targets;
            fold.crossing[above] += sources * targets;
            fold.twigs.push(Twig { node, parent, up, down });
        }
        Ok(fold)
    }

    /// Adds to `score` what passes through nodes on account of the trees that hang on them.
    ///
    /// `beyond[a]`, for a core node: targets that it reaches outside of its trees. `arrived[a]`: weight of the sources
    /// outside of its trees that reach it. Both are then filled in for the nodes of the trees.
    pub fn unfold(&self, beyond: &mut [f64], arrived: &mut [f64], score: &mut [f64]) {
        let mut through = |node: usize, beyond: f64, arrived: f64| {
            let (sources, targets) = (self.sources[node] - self.own[node], self.targets[node] - 1.0);
            score[node] += sources * beyond + arrived * targets + (sources * targets - self.crossing[node]);
        };
        for node in (0..self.in_core.len()).filter(|node| self.in_core[*node]) {
            // What arrives from outside and ends in a tree is in the dependencies of the core already.
            through(node, beyond[node], 0.0);
        }
        for twig in self.twigs.iter().rev() {
            let (node, parent) = (twig.node as usize, twig.parent as usize);
            let (sources, targets) = (self.sources[node], self.targets[node]);
            if twig.up {
                let below = if twig.down { targets } else { 0.0 };
                beyond[node] = beyond[parent] + (self.targets[parent] - below);
            }
            if twig.down {
                let below = if twig.up { sources } else { 0.0 };
                arrived[node] = arrived[parent] + (self.sources[parent] - below);
            }
            through(node, beyond[node], arrived[node]);
        }
    }
}

/// Calls back for each neighbour of a node, once, in order: its number, and whether a step leads there and back.
fn each_neighbour(
    ties: &Ties,
    node: usize,
    walkable: fn(f32) -> bool,
    mut each: impl FnMut(u32, bool, bool),
) {
    let (ahead, behind) = (ties.ahead(node), ties.behind(node));
    let (to, from) = (ties.weights_ahead(node), ties.weights_behind(node));
    let (mut i, mut j) = (0, 0);
    loop {
        let (a, b) = (ahead.get(i).copied(), behind.get(j).copied());
        let other = match (a, b) {
            (Some(a), Some(b)) => a.min(b),
            (Some(a), None) => a,
            (None, Some(b)) => b,
            (None, None) => return,
        };
        let (mut there, mut back) = (false, false);
        if a == Some(other) {
            there = walkable(to[i]);
            i += 1;
        }
        if b == Some(other) {
            back = walkable(from[j]);
            j += 1;
        }
        if other as usize != node && (there || back) {
            each(other, there, back);
        }
    }
}
