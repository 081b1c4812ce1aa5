//! The part of a graph that searches run on, renumbered so that what is read together lies together.

use super::fold::Fold;
use super::{Ties, filled, room};
use crate::error::Result;
use std::rc::Rc;

/// Rows of neighbours, in order.
#[derive(Debug, Default)]
pub(super) struct Rows {
    start: Vec<u32>,
    to: Vec<u32>,
}

impl Rows {
    /// Neighbours of a node.
    #[inline]
    pub fn row(&self, node: usize) -> &[u32] {
        &self.to[self.places(node)]
    }

    /// Where a node's row lies.
    #[inline]
    pub fn places(&self, node: usize) -> std::ops::Range<usize> {
        self.start[node] as usize..self.start[node + 1] as usize
    }

    /// Neighbours of a node, counted.
    #[inline]
    pub fn degree(&self, node: usize) -> usize {
        (self.start[node + 1] - self.start[node]) as usize
    }

    /// Steps in all rows.
    pub fn arcs(&self) -> usize {
        self.to.len()
    }
}

/// Nodes by falling degree, without loops, in both directions. The nodes with the most ties are read the most, and
/// numbered one after another they share cache lines.
#[derive(Debug)]
pub(super) struct Core {
    /// The number that each node has in the graph.
    pub name: Vec<u32>,
    /// The number that each node of the graph has here; [`Core::OUTSIDE`] if folded.
    pub number: Vec<u32>,
    /// Where a step leads to.
    pub ahead: Rc<Rows>,
    /// Where a step comes from; the same rows if steps go both ways.
    pub behind: Rc<Rows>,
    /// Lengths of the steps of `ahead`, if they have any.
    pub length: Vec<f64>,
}

impl Core {
    /// The number of a node that is not in the core.
    pub const OUTSIDE: u32 = u32::MAX;

    /// Renumbers the nodes for which `keep` says so, or all of them. With `length`, steps that are infinitely long
    /// are left out.
    ///
    /// Cost: O(nodes + arcs); 4 bytes an arc and direction.
    pub fn of(ties: &Ties, fold: Option<&Fold>, length: Option<fn(f32) -> f64>) -> Result<Core> {
        let n = ties.nodes();
        let inside = |node: usize| fold.is_none_or(|fold| fold.in_core[node]);
        let degree = |node: usize| {
            ties.ahead(node).len() + if ties.is_directed() { ties.behind(node).len() } else { 0 }
        };
        let mut name = room::<u32>(n)?;
        name.extend((0..n as u32).filter(|node| inside(*node as usize)));
        name.sort_unstable_by_key(|node| (std::cmp::Reverse(degree(*node as usize)), *node));
        let mut number = filled(n, Core::OUTSIDE)?;
        for (at, node) in name.iter().enumerate() {
            number[*node as usize] = at as u32;
        }
        let measured = |weight: f32| length.map_or(0.0, |length| length(weight));
        let step = |node: u32, other: u32, weight: f32| {
            let kept =
                number[other as usize] != Core::OUTSIDE && node != other && measured(weight).is_finite();
            kept.then(|| number[other as usize])
        };
        // Rows come out in order by going through the other side's rows in order.
        let size = name.len();
        let behind_of = |node: u32| {
            let row = ties.behind(node as usize).iter().zip(ties.weights_behind(node as usize));
            row.filter_map(move |(other, weight)| step(node, *other, *weight))
        };
        let start = starts(size, name.iter().map(|node| behind_of(*node).count()))?;
        let arcs = start[size] as usize;
        let mut next = starts(size, (0..size).map(|_| 0))?;
        for node in &name {
            behind_of(*node).for_each(|other| next[other as usize + 1] += 1);
        }
        for at in 0..size {
            next[at + 1] += next[at];
        }
        let mut ahead = Rows { start: room(size + 1)?, to: filled(arcs, 0)? };
        ahead.start.extend_from_slice(&next);
        let mut lengths = filled(if length.is_some() { arcs } else { 0 }, 0.0)?;
        for (at, node) in name.iter().enumerate() {
            let row = ties.behind(*node as usize).iter().zip(ties.weights_behind(*node as usize));
            for (other, weight) in row {
                if let Some(other) = step(*node, *other, *weight) {
                    let place = next[other as usize] as usize;
                    next[other as usize] += 1;
                    ahead.to[place] = at as u32;
                    if length.is_some() {
                        lengths[place] = measured(*weight);
                    }
                }
            }
        }
        let ahead = Rc::new(ahead);
        let behind = if ties.is_directed() {
            let mut behind = Rows { start, to: filled(arcs, 0)? };
            next.truncate(0);
            next.extend_from_slice(&behind.start);
            for at in 0..size {
                for other in ahead.row(at) {
                    let place = &mut next[*other as usize];
                    behind.to[*place as usize] = at as u32;
                    *place += 1;
                }
            }
            Rc::new(behind)
        } else {
            ahead.clone()
        };
        Ok(Core { name, number, ahead, behind, length: lengths })
    }

    /// Nodes of the core.
    pub fn nodes(&self) -> usize {
        self.name.len()
    }
}

/// Where rows of such sizes start.
fn starts(rows: usize, sizes: impl Iterator<Item = usize>) -> Result<Vec<u32>> {
    let mut start = room(rows + 1)?;
    let mut end = 0;
    start.push(0);
    for size in sizes {
        end += size as u32;
        start.push(end);
    }
    Ok(start)
}
