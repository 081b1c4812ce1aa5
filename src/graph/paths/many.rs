//! Breadth-first search from hundreds of sources at once, one bit each.

use super::core::{Core, Rows};
use super::filled;
use crate::error::Result;
use std::rc::Rc;

/// Words a node: 64 sources each.
pub(super) const WORDS: usize = 4;

/// Sources of one search.
pub(super) const CROWD: usize = 64 * WORDS;

type Bits = [u64; WORDS];

const NONE: Bits = [0; WORDS];

/// Nodes and arcs looked at between two looks up.
const PIECE: usize = 1 << 15;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Chooses how the next level is found.
    Choose,
    /// Each node of the level passes its bits on…
    Push,
    /// …and those that are new are kept.
    Gather,
    /// Each node that not all bits have reached collects those of the nodes before it.
    Pull,
    Done,
}

/// Bit-parallel breadth-first search: a bit of each source spreads over the graph, all at the same pace.
///
/// One row of neighbours serves all sources. Each node's new bits are counted at each level.
///
/// # Source
/// Then et al. 2014, "The more the merrier: efficient multi-source graph traversal".
#[derive(Debug)]
pub(super) struct Many {
    ahead: Rc<Rows>,
    behind: Rc<Rows>,
    seen: Vec<Bits>,
    now: Vec<Bits>,
    next: Vec<Bits>,
    level: Vec<u32>,
    found: Vec<u32>,
    full: Bits,
    open: usize,
    stage: Stage,
    cursor: usize,
    /// Steps that the level under way is from the sources.
    pub hops: u32,
}

impl Many {
    /// Room for searches along the arcs of a core, or against them.
    pub fn new(core: &Core, against: bool) -> Result<Many> {
        let n = core.nodes();
        let (mut ahead, mut behind) = (core.ahead.clone(), core.behind.clone());
        if against {
            std::mem::swap(&mut ahead, &mut behind);
        }
        Ok(Many {
            ahead,
            behind,
            seen: filled(n, NONE)?,
            now: filled(n, NONE)?,
            next: filled(n, NONE)?,
            level: super::room(n)?,
            found: super::room(n)?,
            full: NONE,
            open: 0,
            stage: Stage::Done,
            cursor: 0,
            hops: 0,
        })
    }

    /// Starts from at most [`CROWD`] sources, each once.
    pub fn start(&mut self, sources: &[u32]) {
        self.seen.fill(NONE);
        self.now.fill(NONE);
        self.level.clear();
        self.full = NONE;
        self.open = self.behind.arcs();
        for (at, source) in sources.iter().enumerate() {
            let bit = 1 << (at % 64);
            self.full[at / 64] |= bit;
            self.seen[*source as usize][at / 64] |= bit;
            self.now[*source as usize][at / 64] |= bit;
            self.level.push(*source);
        }
        (self.stage, self.cursor, self.hops) = (Stage::Choose, 0, 0);
    }

    /// Whether the last search is at its end.
    pub fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    /// Does the next piece; `count` is called with a node and the number of sources that have just reached it.
    #[inline(always)]
    pub fn advance(&mut self, count: impl FnMut(usize, u32)) {
        match self.stage {
            Stage::Choose => self.choose(),
            Stage::Push => self.push(),
            Stage::Gather => self.gather(count),
            Stage::Pull => self.pull(count),
            Stage::Done => {}
        }
    }

    fn choose(&mut self) {
        self.hops += 1;
        self.found.clear();
        self.cursor = 0;
        let leading: usize = self.level.iter().map(|node| self.ahead.degree(*node as usize)).sum();
        self.stage = match leading {
            0 => Stage::Done,
            _ if leading > self.open / 2 => Stage::Pull,
            _ => Stage::Push,
        };
    }

    #[inline(never)]
    fn push(&mut self) {
        let next = &mut self.next[..];
        let mut left = PIECE as isize;
        while self.cursor < self.level.len() && left > 0 {
            let node = self.level[self.cursor] as usize;
            self.cursor += 1;
            let bits = self.now[node];
            let row = self.ahead.row(node);
            for &other in row {
                let next = &mut next[other as usize];
                if *next == NONE {
                    self.found.push(other);
                }
                for word in 0..WORDS {
                    next[word] |= bits[word];
                }
            }
            left -= 1 + row.len() as isize;
        }
        if self.cursor == self.level.len() {
            (self.stage, self.cursor) = (Stage::Gather, 0);
        }
    }

    #[inline(never)]
    fn gather(&mut self, mut count: impl FnMut(usize, u32)) {
        let end = self.found.len().min(self.cursor + PIECE);
        for at in self.cursor..end {
            let node = self.found[at] as usize;
            let new = and_not(self.next[node], self.seen[node]);
            self.next[node] = new;
            let reached = ones(new);
            if reached > 0 {
                self.see(node, new);
                count(node, reached);
            }
        }
        self.cursor = end;
        if end == self.found.len() {
            let next = &self.next;
            self.found.retain(|node| next[*node as usize] != NONE);
            self.turn();
        }
    }

    #[inline(never)]
    fn pull(&mut self, mut count: impl FnMut(usize, u32)) {
        let n = self.seen.len();
        let behind = self.behind.clone();
        let mut left = PIECE as isize;
        while self.cursor < n && left > 0 {
            let node = self.cursor;
            self.cursor += 1;
            left -= 1;
            if self.seen[node] == self.full {
                continue;
            }
            let row = behind.row(node);
            let now = &self.now[..n];
            let mut all = NONE;
            for &other in row {
                let bits = &now[other as usize];
                for word in 0..WORDS {
                    all[word] |= bits[word];
                }
            }
            left -= row.len() as isize;
            let new = and_not(all, self.seen[node]);
            let reached = ones(new);
            if reached > 0 {
                self.next[node] = new;
                self.found.push(node as u32);
                self.see(node, new);
                count(node, reached);
            }
        }
        if self.cursor == n {
            self.turn();
        }
    }

    #[inline]
    fn see(&mut self, node: usize, new: Bits) {
        let seen = &mut self.seen[node];
        for word in 0..WORDS {
            seen[word] |= new[word];
        }
        if *seen == self.full {
            self.open -= self.behind.degree(node);
        }
    }

    /// What was found becomes the level to go on from.
    fn turn(&mut self) {
        for node in &self.level {
            self.now[*node as usize] = NONE;
        }
        std::mem::swap(&mut self.now, &mut self.next);
        std::mem::swap(&mut self.level, &mut self.found);
        self.stage = Stage::Choose;
    }
}

#[inline(always)]
fn and_not(a: Bits, b: Bits) -> Bits {
    std::array::from_fn(|word| a[word] & !b[word])
}

#[inline(always)]
fn ones(bits: Bits) -> u32 {
    bits.iter().map(|word| word.count_ones()).sum()
}
