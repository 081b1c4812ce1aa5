//! Folding: accounts with a single neighbour are counted in that neighbour, as often as it takes.

use super::{Ties, filled, room};
use crate::error::Result;
use crate::graph::steps::Steps;

/// Nodes and ties of a piece.
const PIECE: usize = 1 << 17;

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
#[derive(Debug, Default)]
pub(super) struct Fold {
    pub twigs: Vec<Twig>,
    pub in_core: Vec<bool>,
    pub targets: Vec<f64>,
    pub sources: Vec<f64>,
    pub own: Vec<f64>,
    pub crossing: Vec<f64>,
}

impl Fold {
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

/// Folding under way, a block of nodes at a time.
///
/// Cost: O(nodes + arcs).
#[derive(Debug)]
pub(super) struct Folding {
    ties: Ties,
    /// Which ties count, by their weight.
    walkable: fn(f32) -> bool,
    fold: Fold,
    /// The neighbours left, counted, and the exclusive or of their numbers: with one left, that is its number.
    degree: Vec<u32>,
    left: Vec<u32>,
    counted: usize,
    queue: Vec<u32>,
    at: usize,
}

impl Folding {
    /// Prepares to fold a graph; `own` is the weight of the sources at each node.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(ties: Ties, own: Vec<f64>, walkable: fn(f32) -> bool) -> Result<Folding> {
        let n = ties.nodes();
        let mut sources = room(n)?;
        sources.extend_from_slice(&own);
        let fold = Fold {
            twigs: Vec::new(),
            in_core: filled(n, true)?,
            targets: filled(n, 1.0)?,
            sources,
            own,
            crossing: filled(n, 0.0)?,
        };
        let (degree, left, queue) = (filled(n, 0)?, filled(n, 0)?, room(n)?);
        Ok(Folding { ties, walkable, fold, degree, left, counted: 0, queue, at: 0 })
    }

    /// What was folded, once all is done.
    pub fn take(&mut self) -> Fold {
        std::mem::take(&mut self.fold)
    }

    #[inline(never)]
    fn count(&mut self) {
        let mut read = 0;
        while self.counted < self.degree.len() && read < PIECE {
            let node = self.counted;
            let (degree, left) = (&mut self.degree[node], &mut self.left[node]);
            each_neighbour(&self.ties, node, self.walkable, |other, _, _| {
                *degree += 1;
                *left ^= other;
            });
            if *degree == 1 {
                self.queue.push(node as u32);
            }
            read += 1 + *degree as usize;
            self.counted += 1;
        }
    }

    #[inline(never)]
    fn fold(&mut self) {
        let fold = &mut self.fold;
        let mut read = 0;
        while read < PIECE
            && let Some(&node) = self.queue.get(self.at)
        {
            self.at += 1;
            let index = node as usize;
            read += 1;
            if self.degree[index] != 1 {
                continue; // Its last neighbour was folded into it.
            }
            let parent = self.left[index];
            let above = parent as usize;
            self.degree[above] -= 1;
            self.left[above] ^= node;
            if self.degree[above] == 1 {
                self.queue.push(parent);
            }
            let (mut up, mut down) = (false, false);
            each_neighbour(&self.ties, index, self.walkable, |other, ahead, behind| {
                read += 1;
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
    }
}

impl Steps for Folding {
    type Output = Fold;

    fn step(&mut self) -> bool {
        if self.counted < self.degree.len() {
            self.count();
        } else {
            self.fold();
        }
        self.counted == self.degree.len() && self.at == self.queue.len()
    }

    fn share_done(&self) -> f64 {
        let n = self.degree.len().max(1) as f64;
        0.5 * (self.counted as f64 + self.at as f64 / self.queue.len().max(1) as f64 * n) / n
    }

    fn finish(self) -> Fold {
        self.fold
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
