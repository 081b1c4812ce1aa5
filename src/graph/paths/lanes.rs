//! Brandes' two passes from several sources at once.

use super::core::Core;
use super::{filled, room};
use crate::error::Result;
use std::ops::Range;
use std::rc::Rc;

/// Sources side by side.
pub(super) const LANES: usize = 8;

/// One number a lane.
type Values = [f64; LANES];

/// One bit a lane.
type Mask = u8;

/// Nodes and arcs looked at between two looks up.
const PIECE: usize = 1 << 15;

/// Path counts of a level are scaled down from here on, by a power of two that loses nothing.
const LARGE: f64 = f64::from_bits((1023 + 500) << 52);
const SCALE: f64 = f64::from_bits((1023 - 500) << 52);
/// Below this a scaled path count stays where it is, so that dividing by it stays finite.
const TINY: f64 = f64::from_bits((1023 - 900) << 52);

/// What lanes hold for a node: those that have reached it, and those that reach it at the level under way.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    seen: Mask,
    at: Mask,
}

/// A node that some lanes reach at one level.
#[derive(Debug, Clone, Copy)]
struct Visit {
    node: u32,
    mask: Mask,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Chooses how the next level is found.
    Forth,
    /// Each node of the level adds its paths to those that it leads to…
    Push,
    /// …which are then counted.
    Gather,
    /// Each node not yet reached adds up the paths of those that lead to it.
    Pull,
    /// A level is complete.
    Close,
    /// Chooses how the dependencies of the level before are found.
    Back,
    /// Each node of the level adds up what depends on it.
    BackPull,
    /// Each node of the next level adds what it is worth to those that lead to it…
    BackPush,
    /// …which are then counted.
    BackGather,
    Done,
}

/// Breadth-first searches from up to [`LANES`] sources side by side, then their dependencies.
///
/// In graphs of people most nodes are three or four steps away from everywhere, so that the searches meet the same
/// nodes at the same levels: each row of neighbours is read once for all of them, and all lanes are added in a few
/// vector instructions. Levels go by push or by pull, whichever reads less, in both passes.
///
/// | here | Brandes 2001 |
/// |---|---|
/// | `paths` at first | σ(s, v) |
/// | `paths` in the end | (1 + δ(s, v)) / σ(s, v) |
#[derive(Debug)]
pub(super) struct Lanes {
    core: Rc<Core>,
    /// What each node stands for as a target.
    targets: Rc<Vec<f64>>,
    sum: Vec<Values>,
    mark: Vec<Mark>,
    visit: Vec<Visit>,
    paths: Vec<Values>,
    room: usize,
    level: Vec<usize>,
    scale: Vec<f64>,
    sources: Vec<u32>,
    weight: Values,
    /// Targets that each lane reaches, its own source's included.
    pub reached: Values,
    full: Mask,
    /// Arcs into nodes that some lane has not reached.
    open: usize,
    stage: Stage,
    cursor: usize,
    largest: f64,
}

impl Lanes {
    /// Room for searches in a core whose nodes stand for so many targets.
    pub fn new(core: Rc<Core>, targets: Rc<Vec<f64>>) -> Result<Lanes> {
        let n = core.nodes();
        let visits = 3 * n + LANES;
        Ok(Lanes {
            core,
            targets,
            sum: filled(n, [0.0; LANES])?,
            mark: filled(n, Mark::default())?,
            visit: room(visits)?,
            paths: room(visits)?,
            room: visits,
            level: Vec::new(),
            scale: Vec::new(),
            sources: Vec::new(),
            weight: [0.0; LANES],
            reached: [0.0; LANES],
            full: 0,
            open: 0,
            stage: Stage::Done,
            cursor: 0,
            largest: 0.0,
        })
    }

    /// Starts with sources, each once, and their weights.
    pub fn start(&mut self, sources: &[(u32, f64)]) {
        debug_assert!((1..=LANES).contains(&sources.len()), "as many sources as lanes");
        self.mark.fill(Mark::default());
        self.visit.clear();
        self.paths.clear();
        self.level.clear();
        self.scale.clear();
        self.sources.clear();
        (self.weight, self.reached) = ([0.0; LANES], [0.0; LANES]);
        self.full = ((1_u32 << sources.len()) - 1) as Mask;
        self.open = self.core.behind.arcs();
        self.level.push(0);
        for (lane, (source, weight)) in sources.iter().enumerate() {
            let mask = 1 << lane;
            self.sources.push(*source);
            self.weight[lane] = *weight;
            self.visit.push(Visit { node: *source, mask });
            self.paths.push(lanes_of(mask, &[1.0; LANES]));
            self.see(*source as usize, mask);
        }
        self.scale.push(1.0);
        self.level.push(self.visit.len());
        (self.stage, self.cursor, self.largest) = (Stage::Forth, 0, 0.0);
    }

    /// Does the next piece. `false` if there is no room for so many sources at once: nothing was added to `score`
    /// then, and the search may be started again with fewer.
    pub fn advance(&mut self, score: &mut [f64], arrived: &mut [f64]) -> bool {
        match self.stage {
            Stage::Forth => self.choose(),
            Stage::Push => return self.push(),
            Stage::Gather => self.gather(),
            Stage::Pull => return self.pull(),
            Stage::Close => self.close(score, arrived),
            Stage::Back => self.choose_back(),
            Stage::BackPull => self.pull_back(score, arrived),
            Stage::BackPush => self.push_back(),
            Stage::BackGather => self.gather_back(score, arrived),
            Stage::Done => {}
        }
        true
    }

    /// Whether the last search is at its end.
    pub fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    /// Visits of a level, counted from the last one backwards.
    fn last(&self, back: usize) -> Range<usize> {
        let end = self.level.len() - 1 - back;
        self.level[end - 1]..self.level[end]
    }

    fn go(&mut self, stage: Stage, cursor: usize) {
        (self.stage, self.cursor) = (stage, cursor);
    }

    #[inline]
    fn see(&mut self, node: usize, mask: Mask) {
        let seen = &mut self.mark[node].seen;
        *seen |= mask;
        if *seen == self.full {
            self.open -= self.core.behind.degree(node);
        }
    }

    fn choose(&mut self) {
        let last = self.last(0);
        let leading: usize =
            self.visit[last.clone()].iter().map(|v| self.core.ahead.degree(v.node as usize)).sum();
        if leading > self.open {
            self.scatter(last);
            self.go(Stage::Pull, 0);
        } else {
            self.go(Stage::Push, last.start);
        }
    }

    /// Puts the values of a level where its nodes are.
    fn scatter(&mut self, level: Range<usize>) {
        for (visit, paths) in self.visit[level.clone()].iter().zip(&self.paths[level]) {
            self.sum[visit.node as usize] = *paths;
            self.mark[visit.node as usize].at = visit.mask;
        }
    }

    /// Takes them away again.
    fn clear(&mut self, level: Range<usize>) {
        for visit in &self.visit[level] {
            self.sum[visit.node as usize] = [0.0; LANES];
            self.mark[visit.node as usize].at = 0;
        }
    }

    #[inline(never)]
    fn push(&mut self) -> bool {
        let end = self.level[self.level.len() - 1];
        let n = self.core.nodes();
        let (mark, sum) = (&mut self.mark[..n], &mut self.sum[..n]);
        let mut left = PIECE as isize;
        while self.cursor < end && left > 0 {
            let (visit, paths) = (self.visit[self.cursor], self.paths[self.cursor]);
            self.cursor += 1;
            let row = self.core.ahead.row(visit.node as usize);
            for &other in row {
                let Mark { seen, at } = &mut mark[other as usize];
                let new = visit.mask & !*seen;
                if new != 0 {
                    if *at == 0 {
                        if self.visit.len() == self.room {
                            return false;
                        }
                        self.visit.push(Visit { node: other, mask: 0 });
                    }
                    *at |= new;
                    let sum = &mut sum[other as usize];
                    for lane in 0..LANES {
                        sum[lane] += paths[lane];
                    }
                }
            }
            left -= 1 + row.len() as isize;
        }
        if self.cursor == end {
            self.go(Stage::Gather, end);
        }
        true
    }

    #[inline(never)]
    fn gather(&mut self) {
        let end = self.visit.len().min(self.cursor + PIECE);
        for at in self.cursor..end {
            let node = self.visit[at].node as usize;
            let mask = std::mem::take(&mut self.mark[node].at);
            let paths = lanes_of(mask, &self.sum[node]);
            self.sum[node] = [0.0; LANES];
            self.largest = self.largest.max(paths.iter().sum());
            self.visit[at].mask = mask;
            self.paths.push(paths);
            self.see(node, mask);
        }
        self.cursor = end;
        if end == self.visit.len() {
            self.go(Stage::Close, 0);
        }
    }

    #[inline(never)]
    fn pull(&mut self) -> bool {
        let core = self.core.clone();
        let n = core.nodes();
        let mut left = PIECE as isize;
        while self.cursor < n && left > 0 {
            let node = self.cursor;
            let open = self.full & !self.mark[node].seen;
            if open != 0 {
                let row = core.behind.row(node);
                let (mark, values) = (&self.mark[..n], &self.sum[..n]);
                let (mut mask, mut sum) = (0, [0.0; LANES]);
                for &other in row {
                    let at = mark[other as usize].at;
                    if at & open != 0 {
                        mask |= at;
                        let value = &values[other as usize];
                        for lane in 0..LANES {
                            sum[lane] += value[lane];
                        }
                    }
                }
                mask &= open;
                if mask != 0 {
                    if self.visit.len() == self.room {
                        return false;
                    }
                    let paths = lanes_of(mask, &sum);
                    self.largest = self.largest.max(paths.iter().sum());
                    self.visit.push(Visit { node: node as u32, mask });
                    self.paths.push(paths);
                    self.see(node, mask);
                }
                left -= row.len() as isize;
            }
            left -= 1;
            self.cursor += 1;
        }
        if self.cursor == n {
            self.clear(self.last(0));
            self.go(Stage::Close, 0);
        }
        true
    }

    fn close(&mut self, score: &mut [f64], arrived: &mut [f64]) {
        let end = self.visit.len();
        let start = self.level[self.level.len() - 1];
        if start < end {
            let mut scale = 1.0;
            if self.largest > LARGE {
                scale = SCALE;
                for paths in &mut self.paths[start..end] {
                    for value in paths.iter_mut().filter(|value| **value > 0.0) {
                        *value = (*value * SCALE).max(TINY);
                    }
                }
            }
            self.largest = 0.0;
            self.scale.push(scale);
            self.level.push(end);
            return self.go(Stage::Forth, 0);
        }
        // The last level leads nowhere: only its own trees depend on it.
        if self.level.len() > 2 {
            for at in self.last(0) {
                self.count(at, &[0.0; LANES], score, arrived);
            }
        }
        self.go(Stage::Back, 0);
    }

    /// Counts what depends on one visit: `beyond` is the sum of `paths` of those one level on.
    #[inline(always)]
    fn count(&mut self, at: usize, beyond: &Values, score: &mut [f64], arrived: &mut [f64]) {
        let Visit { node, mask } = self.visit[at];
        let targets = self.targets[node as usize];
        let paths = &mut self.paths[at];
        let there = bits_of(mask);
        let (mut total, mut arriving) = (0.0, 0.0);
        for lane in 0..LANES {
            // Lanes that are not there hold 0 paths and divide by 1.
            let absent = f64::from_bits(!there[lane] & ONE);
            let weight = f64::from_bits(there[lane] & self.weight[lane].to_bits());
            total += weight * (paths[lane] * beyond[lane] + (targets - 1.0));
            arriving += weight;
            self.reached[lane] += f64::from_bits(there[lane] & targets.to_bits());
            let worth = targets / (paths[lane] + absent) + beyond[lane];
            paths[lane] = f64::from_bits(there[lane] & worth.to_bits());
        }
        score[node as usize] += total;
        arrived[node as usize] += arriving;
    }

    fn choose_back(&mut self) {
        if self.level.len() <= 3 {
            // Only the sources' own level is left, which nothing of theirs passes through.
            for (lane, source) in self.sources.iter().enumerate() {
                self.reached[lane] += self.targets[*source as usize];
            }
            return self.go(Stage::Done, 0);
        }
        let (near, far) = (self.last(1), self.last(0));
        let degrees = |rows: &super::core::Rows, level: &Range<usize>| -> usize {
            self.visit[level.clone()].iter().map(|v| rows.degree(v.node as usize)).sum()
        };
        if degrees(&self.core.ahead, &near) <= degrees(&self.core.behind, &far) {
            self.scatter(far);
            self.go(Stage::BackPull, near.start);
        } else {
            for visit in &self.visit[near] {
                self.mark[visit.node as usize].at = visit.mask;
            }
            self.go(Stage::BackPush, far.start);
        }
    }

    #[inline(never)]
    fn pull_back(&mut self, score: &mut [f64], arrived: &mut [f64]) {
        let n = self.core.nodes();
        let end = self.last(1).end;
        let scale = self.scale[self.level.len() - 2];
        let core = self.core.clone();
        let mut left = PIECE as isize;
        while self.cursor < end && left > 0 {
            let visit = self.visit[self.cursor];
            let row = core.ahead.row(visit.node as usize);
            let (mark, values) = (&self.mark[..n], &self.sum[..n]);
            let mut sum = [0.0; LANES];
            for &other in row {
                if mark[other as usize].at & visit.mask != 0 {
                    let value = &values[other as usize];
                    for lane in 0..LANES {
                        sum[lane] += value[lane];
                    }
                }
            }
            if scale != 1.0 {
                sum.iter_mut().for_each(|value| *value *= scale);
            }
            self.count(self.cursor, &sum, score, arrived);
            self.cursor += 1;
            left -= 1 + row.len() as isize;
        }
        if self.cursor == end {
            self.clear(self.last(0));
            self.drop_level();
        }
    }

    #[inline(never)]
    fn push_back(&mut self) {
        let n = self.core.nodes();
        let end = self.last(0).end;
        let (mark, sum) = (&self.mark[..n], &mut self.sum[..n]);
        let mut left = PIECE as isize;
        while self.cursor < end && left > 0 {
            let (visit, paths) = (self.visit[self.cursor], self.paths[self.cursor]);
            self.cursor += 1;
            let row = self.core.behind.row(visit.node as usize);
            for &other in row {
                if mark[other as usize].at & visit.mask != 0 {
                    let sum = &mut sum[other as usize];
                    for lane in 0..LANES {
                        sum[lane] += paths[lane];
                    }
                }
            }
            left -= 1 + row.len() as isize;
        }
        if self.cursor == end {
            self.go(Stage::BackGather, self.last(1).start);
        }
    }

    #[inline(never)]
    fn gather_back(&mut self, score: &mut [f64], arrived: &mut [f64]) {
        let level = self.last(1);
        let scale = self.scale[self.level.len() - 2];
        let end = level.end.min(self.cursor + PIECE);
        for at in self.cursor..end {
            let node = self.visit[at].node as usize;
            let mut sum = std::mem::take(&mut self.sum[node]);
            self.mark[node].at = 0;
            if scale != 1.0 {
                sum.iter_mut().for_each(|value| *value *= scale);
            }
            self.count(at, &sum, score, arrived);
        }
        self.cursor = end;
        if end == level.end {
            self.drop_level();
        }
    }

    /// The level last counted becomes the last one.
    fn drop_level(&mut self) {
        self.level.pop();
        self.scale.pop();
        self.go(Stage::Back, 0);
    }

    /// Forgets a search for which there was no room.
    pub fn abandon(&mut self) {
        self.sum.fill([0.0; LANES]);
        self.stage = Stage::Done;
    }
}

/// The bits of the number 1.
const ONE: u64 = 1.0_f64.to_bits();

/// All bits set for the lanes in a mask, none for the others.
#[inline(always)]
fn bits_of(mask: Mask) -> [u64; LANES] {
    std::array::from_fn(|lane| if u64::from(mask) & (1 << lane) != 0 { u64::MAX } else { 0 })
}

/// The values of the lanes in a mask; 0 in the others.
#[inline(always)]
fn lanes_of(mask: Mask, values: &Values) -> Values {
    let there = bits_of(mask);
    std::array::from_fn(|lane| f64::from_bits(values[lane].to_bits() & there[lane]))
}
