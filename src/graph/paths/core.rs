//! The part of a graph that searches run on, renumbered so that what is read together lies together.

use super::fold::Fold;
use super::{Ties, filled, room};
use crate::error::{Error, Result};
use crate::graph::column::add_up;
use crate::graph::steps::{Steps, run};
use std::cmp::Reverse;
use std::ops::Range;
use std::rc::Rc;

/// Nodes and steps of a piece.
const PIECE: usize = 1 << 17;

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
    pub fn places(&self, node: usize) -> Range<usize> {
        self.start[node] as usize..self.start[node + 1] as usize
    }

    /// Neighbours of a node, counted.
    #[inline]
    pub fn degree(&self, node: usize) -> usize {
        (self.start[node + 1] - self.start[node]) as usize
    }

    fn with_room(nodes: usize, arcs: usize) -> Result<Rows> {
        let mut rows = Rows { start: room(nodes + 1)?, to: room(arcs)? };
        rows.start.push(0);
        Ok(rows)
    }

    /// After [`turn`], rows begin where the ones before them ended.
    fn turned(&mut self) {
        let n = self.start.len() - 1;
        self.start.copy_within(0..n, 1);
        self.start[0] = 0;
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

    /// Renumbers the nodes that are not folded; see [`Renumber`].
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn of(ties: &Ties, fold: Option<&Fold>, length: Option<fn(f32) -> f64>) -> Result<Core> {
        run(Renumber::new(ties.clone(), fold.map(|fold| &fold.in_core[..]), length)?)
    }

    /// Nodes of the core.
    pub fn nodes(&self) -> usize {
        self.name.len()
    }
}

/// A core under way, a block of rows at a time.
///
/// Cost: O(nodes + arcs); 4 bytes an arc and direction.
#[derive(Debug)]
pub(super) struct Renumber {
    ties: Ties,
    /// Steps that are infinitely long are left out.
    length: Option<fn(f32) -> f64>,
    /// Whether the rows are put in order as well: the busiest neighbours come first then, and with them the
    /// foreseeable branches of a search.
    ordered: bool,
    core: Core,
    ahead: Rows,
    behind: Rows,
    phase: Phase,
    row: usize,
    failed: Option<Error>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Phase {
    Ahead,
    Behind,
    /// Counts the steps of `ahead` by their other side,
    Count,
    /// and puts them into `behind`.
    Turn,
    CountBack,
    TurnBack,
    Done,
}

impl Renumber {
    /// Numbers the nodes of a graph, or those `inside`.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(ties: Ties, inside: Option<&[bool]>, length: Option<fn(f32) -> f64>) -> Result<Renumber> {
        let n = ties.nodes();
        let degree = |node: usize| {
            ties.ahead(node).len() + if ties.is_directed() { ties.behind(node).len() } else { 0 }
        };
        let mut name = room::<u32>(n)?;
        name.extend((0..n as u32).filter(|node| inside.is_none_or(|inside| inside[*node as usize])));
        name.sort_unstable_by_key(|node| (Reverse(degree(*node as usize)), *node));
        let mut number = filled(n, Core::OUTSIDE)?;
        for (at, node) in name.iter().enumerate() {
            number[*node as usize] = at as u32;
        }
        let ahead = Rows::with_room(name.len(), ties.arcs())?;
        let lengths = room(if length.is_some() { ties.arcs() } else { 0 })?;
        Ok(Renumber {
            ordered: inside.is_some() && length.is_none(),
            core: Core { name, number, ahead: Rc::default(), behind: Rc::default(), length: lengths },
            ties,
            length,
            ahead,
            behind: Rows::default(),
            phase: Phase::Ahead,
            row: 0,
            failed: None,
        })
    }

    fn advance(&mut self) -> Result<()> {
        let n = self.core.name.len();
        if self.row < n {
            let from = self.row;
            let mut left = PIECE as isize;
            while self.row < n && left > 0 {
                left -= 1 + match self.phase {
                    Phase::Ahead => self.ties.ahead(self.core.name[self.row] as usize).len(),
                    Phase::Behind => self.ties.behind(self.core.name[self.row] as usize).len(),
                    Phase::Count | Phase::Turn => self.ahead.degree(self.row),
                    Phase::CountBack | Phase::TurnBack => self.behind.degree(self.row),
                    Phase::Done => 0,
                } as isize;
                self.row += 1;
            }
            let rows = from..self.row;
            match self.phase {
                Phase::Ahead => self.gather(rows),
                Phase::Behind => self.gather_behind(rows),
                Phase::Count => count(&self.ahead, rows, &mut self.behind.start),
                Phase::Turn => turn(&self.ahead, rows, &mut self.behind),
                Phase::CountBack => count(&self.behind, rows, &mut self.ahead.start),
                Phase::TurnBack => turn(&self.behind, rows, &mut self.ahead),
                Phase::Done => {}
            }
        }
        if self.row == n {
            self.row = 0;
            self.phase = self.next()?;
        }
        Ok(())
    }

    /// Ends a phase and prepares the one that follows.
    fn next(&mut self) -> Result<Phase> {
        let n = self.core.name.len();
        Ok(match self.phase {
            Phase::Ahead if self.ordered => {
                self.behind.start = filled(n + 1, 0)?;
                Phase::Count
            }
            Phase::Ahead if self.ties.is_directed() => {
                self.behind = Rows::with_room(n, self.ties.arcs())?;
                Phase::Behind
            }
            Phase::Count => {
                add_up(&mut self.behind.start);
                self.behind.to = filled(self.ahead.to.len(), 0)?;
                Phase::Turn
            }
            Phase::Turn => {
                self.behind.turned();
                // Its steps are in `behind` now.
                self.ahead.start.fill(0);
                Phase::CountBack
            }
            Phase::CountBack => {
                add_up(&mut self.ahead.start);
                Phase::TurnBack
            }
            Phase::TurnBack => {
                self.ahead.turned();
                Phase::Done
            }
            Phase::Ahead | Phase::Behind | Phase::Done => Phase::Done,
        })
    }

    /// Rows of some nodes, in their new order, and the lengths of their steps if they have any.
    #[inline(never)]
    fn gather(&mut self, places: Range<usize>) {
        let (number, rows) = (&self.core.number, &mut self.ahead);
        for node in &self.core.name[places] {
            let row = self.ties.ahead(*node as usize);
            if let Some(length) = self.length {
                for (other, weight) in row.iter().zip(self.ties.weights_ahead(*node as usize)) {
                    let (to, length) = (number[*other as usize], length(*weight));
                    if to != Core::OUTSIDE && other != node && length.is_finite() {
                        rows.to.push(to);
                        self.core.length.push(length);
                    }
                }
            } else {
                let kept = row.iter().filter(|other| *other != node).map(|other| number[*other as usize]);
                rows.to.extend(kept.filter(|to| *to != Core::OUTSIDE));
            }
            rows.start.push(rows.to.len() as u32);
        }
    }

    /// The same where steps come from; nobody asks for their lengths.
    #[inline(never)]
    fn gather_behind(&mut self, places: Range<usize>) {
        let (number, rows) = (&self.core.number, &mut self.behind);
        for node in &self.core.name[places] {
            let (row, weights) = (self.ties.behind(*node as usize), self.ties.weights_behind(*node as usize));
            for (other, weight) in row.iter().zip(weights) {
                let to = number[*other as usize];
                let walkable = self.length.is_none_or(|length| length(*weight).is_finite());
                if to != Core::OUTSIDE && other != node && walkable {
                    rows.to.push(to);
                }
            }
            rows.start.push(rows.to.len() as u32);
        }
    }
}

impl Steps for Renumber {
    type Output = Result<Core>;

    fn step(&mut self) -> bool {
        if self.failed.is_none() && self.phase != Phase::Done {
            self.failed = self.advance().err();
        }
        self.failed.is_some() || self.phase == Phase::Done
    }

    fn share_done(&self) -> f64 {
        let rows = self.row as f64 / self.core.name.len().max(1) as f64;
        let (before, all) = match (self.phase, self.ordered) {
            (Phase::Done, _) => return 1.0,
            (Phase::Ahead, true) => (0.0, 5.0),
            (phase, true) => (phase as usize as f64 - 1.0, 5.0),
            (phase, false) => (phase as usize as f64, if self.ties.is_directed() { 2.0 } else { 1.0 }),
        };
        (before + rows) / all
    }

    /// # Errors
    /// `memory.exhausted`; before the end, the core so far.
    fn finish(mut self) -> Result<Core> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        self.core.ahead = Rc::new(self.ahead);
        let both = self.ties.is_directed();
        self.core.behind = if both { Rc::new(self.behind) } else { self.core.ahead.clone() };
        Ok(self.core)
    }
}

#[inline(never)]
fn count(of: &Rows, rows: Range<usize>, start: &mut [u32]) {
    for to in &of.to[of.start[rows.start] as usize..of.start[rows.end] as usize] {
        start[*to as usize + 1] += 1;
    }
}

/// Each step of some rows from its other side. The start of a row moves on to its end, which is the start of the next.
#[inline(never)]
fn turn(of: &Rows, rows: Range<usize>, into: &mut Rows) {
    for node in rows {
        for other in of.row(node) {
            let place = &mut into.start[*other as usize];
            into.to[*place as usize] = node as u32;
            *place += 1;
        }
    }
}
