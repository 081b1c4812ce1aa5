//! How the columns of an [`Influence`](super::Influence) are made, a piece at a time.
//!
//! What walks over arcs is a function of some of them: V8 optimises a WebAssembly function only between two calls of
//! it.

use super::row::{Draw, Row};
use crate::error::Result;
use crate::graph::column::{add_up, filled, piece_of_rows, room};
use crate::math::pow;

/// Source, target, probability.
pub(crate) type Arc = (u32, u32, f32);
/// Where rows begin, the other ends of their arcs, and the probabilities.
pub(crate) type Columns = (Vec<u32>, Vec<u32>, Vec<f32>);

/// Arcs of one call.
const SOME: usize = 4096;
/// Arcs and rows of one piece.
pub(crate) const PIECE: usize = 1 << 18;

/// Rows of arcs in any order; each row is in the order given.
#[derive(Debug)]
pub(crate) struct Sorting {
    list: Vec<Arc>,
    sorted: bool,
    last: u32,
    columns: Columns,
    next: Vec<u32>,
    counted: bool,
    at: usize,
}

impl Sorting {
    pub(crate) fn new(nodes: usize, list: Vec<Arc>) -> Result<Sorting> {
        let columns = (filled(0, nodes + 1)?, room(list.len())?, room(list.len())?);
        Ok(Sorting { list, sorted: true, last: 0, columns, next: Vec::new(), counted: false, at: 0 })
    }

    /// The next piece; whether all is done.
    pub(crate) fn step(&mut self) -> Result<bool> {
        let piece = self.at..self.list.len().min(self.at + PIECE);
        self.at = piece.end;
        let some = &self.list[piece];
        let (start, to, p) = (&mut self.columns.0, &mut self.columns.1, &mut self.columns.2);
        if !self.counted {
            for (u, _, _) in some {
                start[*u as usize + 1] += 1;
                self.sorted &= self.last <= *u;
                self.last = *u;
            }
            if self.at == self.list.len() {
                add_up(start);
                if !self.sorted {
                    self.next = filled(0, start.len())?;
                    self.next.copy_from_slice(start);
                    to.resize(self.list.len(), 0);
                    p.resize(self.list.len(), 0.0);
                }
                (self.counted, self.at) = (true, 0);
            }
            return Ok(false);
        }
        if self.sorted {
            to.extend(some.iter().map(|arc| arc.1));
            p.extend(some.iter().map(|arc| arc.2));
        } else {
            some.chunks(SOME).for_each(|some| scatter(some, &mut self.next, to, p));
        }
        Ok(self.at == self.list.len())
    }

    pub(crate) fn finish(self) -> Columns {
        self.columns
    }
}

#[inline(never)]
fn scatter(some: &[Arc], next: &mut [u32], to: &mut [u32], p: &mut [f32]) {
    for (u, v, probability) in some {
        let place = next[*u as usize] as usize;
        next[*u as usize] += 1;
        (to[place], p[place]) = (*v, *probability);
    }
}

/// The same arcs by their other end; each row is in the order of the first.
#[derive(Debug)]
pub(crate) struct Turning {
    columns: Columns,
    next: Vec<u32>,
    counted: bool,
    at: usize,
}

impl Turning {
    pub(crate) fn new(of: &Columns) -> Result<Turning> {
        let columns = (filled(0, of.0.len())?, filled(0, of.1.len())?, filled(0.0, of.1.len())?);
        Ok(Turning { columns, next: Vec::new(), counted: of.1.is_empty(), at: 0 })
    }

    /// The next piece; whether all is done.
    pub(crate) fn step(&mut self, (start, to, p): &Columns) -> Result<bool> {
        if !self.counted {
            let piece = self.at..to.len().min(self.at + PIECE);
            self.at = piece.end;
            to[piece].chunks(SOME).for_each(|some| count(some, &mut self.columns.0));
            if self.at == to.len() {
                add_up(&mut self.columns.0);
                self.next = filled(0, self.columns.0.len())?;
                self.next.copy_from_slice(&self.columns.0);
                (self.counted, self.at) = (true, 0);
            }
            return Ok(false);
        }
        if self.at + 1 < start.len() && !to.is_empty() {
            let rows = piece_of_rows(start, self.at, PIECE);
            self.at = rows.end;
            for node in rows {
                let row = start[node] as usize..start[node + 1] as usize;
                turn(node as u32, &to[row.clone()], &p[row], &mut self.next, &mut self.columns);
            }
            return Ok(false);
        }
        Ok(true)
    }

    pub(crate) fn finish(self) -> Columns {
        self.columns
    }
}

#[inline(never)]
fn count(some: &[u32], start: &mut [u32]) {
    for end in some {
        start[*end as usize + 1] += 1;
    }
}

#[inline(never)]
fn turn(node: u32, to: &[u32], p: &[f32], next: &mut [u32], other: &mut Columns) {
    for (to, p) in to.iter().zip(p) {
        let next = &mut next[*to as usize];
        (other.1[*next as usize], other.2[*next as usize]) = (node, *p);
        *next += 1;
    }
}

/// One arc of those of a pair, which stand beside one another.
#[derive(Debug)]
pub(crate) struct Merging {
    columns: Columns,
    /// Arcs kept, and where the row at hand begins among those there were.
    kept: usize,
    begin: usize,
    at: usize,
}

impl Merging {
    pub(crate) fn new(columns: Columns) -> Merging {
        Merging { columns, kept: 0, begin: 0, at: 0 }
    }

    /// The next piece; whether all is done.
    pub(crate) fn step(&mut self) -> bool {
        let (start, from, p) = &mut self.columns;
        if self.at + 1 >= start.len() {
            return true;
        }
        // Where a row begins is changed as soon as the one before is merged, where it ends is not.
        let limit = self.begin + self.at + PIECE;
        while self.at + 1 < start.len() && self.begin + self.at < limit {
            let end = start[self.at + 1] as usize;
            self.kept = merge(self.begin..end, self.kept, from, p);
            self.begin = end;
            self.at += 1;
            start[self.at] = self.kept as u32;
        }
        false
    }

    pub(crate) fn finish(mut self) -> Columns {
        self.columns.1.truncate(self.kept);
        self.columns.2.truncate(self.kept);
        self.columns
    }
}

#[inline(never)]
fn merge(row: std::ops::Range<usize>, first: usize, from: &mut [u32], p: &mut [f32]) -> usize {
    let mut kept = first;
    for place in row {
        if kept > first && from[kept - 1] == from[place] {
            let missed = (1.0 - f64::from(p[kept - 1])) * (1.0 - f64::from(p[place]));
            p[kept - 1] = (1.0 - missed) as f32;
        } else {
            (from[kept], p[kept]) = (from[place], p[place]);
            kept += 1;
        }
    }
    kept
}

/// How the tries at each node are drawn.
#[derive(Debug)]
pub(crate) struct Rows {
    rows: Vec<Row>,
    last: Row,
    of: usize,
}

impl Rows {
    pub(crate) fn new(nodes: usize) -> Result<Rows> {
        let last = Row { start: 0, most: 0.0, none: 0.0, draw: Draw::Each };
        Ok(Rows { rows: room(nodes + 1)?, last, of: 0 })
    }

    /// The next piece of the rows that begin there; whether all is done.
    pub(crate) fn step(&mut self, start: &[u32], p: &[f32]) -> bool {
        let mut work = 0;
        while self.rows.len() < start.len() && work < PIECE {
            let node = self.rows.len();
            let end = start.get(node + 1).map_or(p.len(), |end| *end as usize);
            let tries = &p[start[node] as usize..end];
            work += 1 + tries.len();
            let mut row = Row::of(start[node], tries);
            if matches!(row.draw, Draw::Equal | Draw::Thinned) {
                let known =
                    self.last.draw != Draw::Each && self.of == tries.len() && self.last.most == row.most;
                let none = || pow(1.0 - f64::from(row.most), tries.len() as f64) as f32;
                row.none = if known { self.last.none } else { none() };
                (self.last, self.of) = (row, tries.len());
            }
            self.rows.push(row);
        }
        self.rows.len() == start.len()
    }

    pub(crate) fn finish(self) -> Vec<Row> {
        self.rows
    }
}
