//! The part of a graph that searches run on, renumbered so that what is read together lies together.

use super::fold::Fold;
use super::{Ties, filled, room};
use crate::error::Result;
use crate::graph::column::add_up;
use std::rc::Rc;

/// Rows of neighbours.
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

    /// The same steps from the other side, each row in order.
    fn turned(&self) -> Result<Rows> {
        let n = self.start.len() - 1;
        let mut start = filled(n + 1, 0_u32)?;
        for to in &self.to {
            start[*to as usize + 1] += 1;
        }
        add_up(&mut start);
        let mut to = filled(self.to.len(), 0)?;
        for node in 0..n {
            for other in self.row(node) {
                // The start of a row moves on to its end, which is the start of the next.
                let place = &mut start[*other as usize];
                to[*place as usize] = node as u32;
                *place += 1;
            }
        }
        start.copy_within(0..n, 1);
        start[0] = 0;
        Ok(Rows { start, to })
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
        let (ahead, lengths) =
            rows(&name, &number, length, ties.arcs(), |node| (ties.ahead(node), ties.weights_ahead(node)))?;
        if fold.is_some() && length.is_none() {
            // In rows in order the busiest neighbours come first, and with them the foreseeable branches of a search.
            let behind = ahead.turned()?;
            let ahead = Rc::new(behind.turned()?);
            let behind = if ties.is_directed() { Rc::new(behind) } else { ahead.clone() };
            return Ok(Core { name, number, ahead, behind, length: lengths });
        }
        let ahead = Rc::new(ahead);
        let behind = if ties.is_directed() {
            let of = |node| (ties.behind(node), ties.weights_behind(node));
            Rc::new(rows(&name, &number, length, ties.arcs(), of)?.0)
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

/// Rows of the nodes kept, in their new order, and the lengths of their steps if they have any.
fn rows<'a>(
    name: &[u32],
    number: &[u32],
    length: Option<fn(f32) -> f64>,
    arcs: usize,
    of: impl Fn(usize) -> (&'a [u32], &'a [f32]),
) -> Result<(Rows, Vec<f64>)> {
    let mut rows = Rows { start: room(name.len() + 1)?, to: room(arcs)? };
    let mut lengths = room(if length.is_some() { arcs } else { 0 })?;
    rows.start.push(0);
    for node in name {
        let (row, weights) = of(*node as usize);
        if let Some(length) = length {
            for (other, weight) in row.iter().zip(weights) {
                let (to, length) = (number[*other as usize], length(*weight));
                if to != Core::OUTSIDE && other != node && length.is_finite() {
                    rows.to.push(to);
                    lengths.push(length);
                }
            }
        } else {
            let kept = row.iter().filter(|other| *other != node).map(|other| number[*other as usize]);
            rows.to.extend(kept.filter(|to| *to != Core::OUTSIDE));
        }
        rows.start.push(rows.to.len() as u32);
    }
    Ok((rows, lengths))
}
