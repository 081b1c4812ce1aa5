//! One shortest path between two random nodes, each as likely as any other.

use super::core::{Core, Rows};
use super::{Ties, filled, room};
use crate::error::Result;
use crate::math::rng::Stream;
use std::ops::Range;
use std::rc::Rc;

/// Path counts of a level are scaled down from here on; only their ratios within a level matter.
const LARGE: f64 = f64::from_bits((1023 + 500) << 52);
const SCALE: f64 = f64::from_bits((1023 - 500) << 52);
const TINY: f64 = f64::from_bits((1023 - 900) << 52);

const UNSEEN: u32 = u32::MAX;

/// Random shortest paths, numbered: the i-th sample of a seed is the same whoever draws it, and in whatever order.
///
/// Two searches, one along arcs from the start and one against them from the end, take turns: always the one whose
/// next level reads fewer arcs. They meet after O(√arcs) of them in graphs of people, where a single search would read
/// them all.
///
/// # Source
/// Borassi and Natale 2016, § 3, "balanced bidirectional breadth-first search".
#[derive(Debug)]
pub struct Sampler {
    core: Core,
    seed: u64,
    /// How often each node of the core was inside of a path.
    inside: Vec<u32>,
    /// The nodes that were.
    met: Vec<u32>,
    /// Arcs read so far.
    read: u64,
    forth: Side,
    back: Side,
    /// Arcs where the two searches meet, and the paths through each.
    meeting: Vec<(u32, u32, f64)>,
}

/// One of the two searches.
#[derive(Debug)]
struct Side {
    ahead: Rc<Rows>,
    behind: Rc<Rows>,
    far: Vec<u32>,
    paths: Vec<f64>,
    seen: Vec<u32>,
    /// Where the last level starts in `seen`.
    last: usize,
    hops: u32,
    /// Arcs that the next level reads.
    leading: usize,
}

impl Side {
    fn new(core: &Core, back: bool) -> Result<Side> {
        let n = core.nodes();
        let (mut ahead, mut behind) = (core.ahead.clone(), core.behind.clone());
        if back {
            std::mem::swap(&mut ahead, &mut behind);
        }
        let (far, paths, seen) = (filled(n, UNSEEN)?, filled(n, 0.0)?, room(n)?);
        Ok(Side { ahead, behind, far, paths, seen, last: 0, hops: 0, leading: 0 })
    }

    fn start(&mut self, node: u32) {
        for node in self.seen.drain(..) {
            self.far[node as usize] = UNSEEN;
        }
        self.seen.push(node);
        self.far[node as usize] = 0;
        self.paths[node as usize] = 1.0;
        (self.last, self.hops, self.leading) = (0, 0, self.ahead.degree(node as usize));
    }

    /// Goes one level on. Arcs into what the other side has seen go to `meeting`, this side's end first.
    fn go_on(&mut self, other: &Side, meeting: &mut Vec<(u32, u32, f64)>) {
        let level = self.last..self.seen.len();
        self.hops += 1;
        self.leading = 0;
        let mut largest = 0.0_f64;
        for at in level.clone() {
            let node = self.seen[at];
            let paths = self.paths[node as usize];
            for &next in self.ahead.row(node as usize) {
                let index = next as usize;
                if other.far[index] != UNSEEN {
                    meeting.push((node, next, paths * other.paths[index]));
                } else if self.far[index] == UNSEEN {
                    self.far[index] = self.hops;
                    self.paths[index] = paths;
                    self.seen.push(next);
                    self.leading += self.ahead.degree(index);
                } else if self.far[index] == self.hops {
                    self.paths[index] += paths;
                    largest = largest.max(self.paths[index]);
                }
            }
        }
        self.last = level.end;
        if largest > LARGE {
            for node in &self.seen[level.end..] {
                let paths = &mut self.paths[*node as usize];
                *paths = (*paths * SCALE).max(TINY);
            }
        }
    }

    /// A random path from where this search started to a node that it has seen: each node in between is called out.
    fn walk(&self, mut node: u32, stream: &mut Stream, mut each: impl FnMut(u32)) {
        while self.far[node as usize] > 0 {
            let before = self.far[node as usize] - 1;
            if before == 0 {
                each(node);
                return;
            }
            let row = self.behind.row(node as usize).iter();
            let candidates = row.filter(|other| self.far[**other as usize] == before);
            let total: f64 = candidates.clone().map(|other| self.paths[*other as usize]).sum();
            let mut left = stream.next_f64() * total;
            each(node);
            for other in candidates {
                node = *other;
                left -= self.paths[node as usize];
                if left < 0.0 {
                    break;
                }
            }
        }
    }
}

impl Sampler {
    /// Renumbers the graph.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(ties: &Ties, seed: u64) -> Result<Sampler> {
        Sampler::on(Core::of(ties, None, None)?, seed)
    }

    /// The same on a graph that is renumbered already.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(super) fn on(core: Core, seed: u64) -> Result<Sampler> {
        Ok(Sampler {
            seed,
            inside: filled(core.nodes(), 0)?,
            met: room(core.nodes())?,
            read: 0,
            forth: Side::new(&core, false)?,
            back: Side::new(&core, true)?,
            meeting: Vec::new(),
            core,
        })
    }

    /// Draws samples, from the first number of a range on, until the range is empty or so many arcs were read.
    pub fn draw(&mut self, range: &mut Range<u64>, arcs: u64) {
        let end = self.read + arcs;
        while self.read < end
            && let Some(number) = range.next()
        {
            self.sample(number);
        }
    }

    /// The nodes that were inside of paths, and of how many; forgets them.
    pub fn take(&mut self, mut each: impl FnMut(u32, u32)) {
        for node in self.met.drain(..) {
            each(self.core.name[node as usize], std::mem::take(&mut self.inside[node as usize]));
        }
    }

    /// Nodes that were inside of paths.
    pub fn met(&self) -> usize {
        self.met.len()
    }

    fn sample(&mut self, number: u64) {
        self.read += 64;
        let n = self.inside.len() as u64;
        if n < 2 {
            return;
        }
        let mut stream = Stream::new(self.seed, "kadabra", number);
        // Drawn by the graph's own numbers, so that the renumbering changes nothing.
        let from = stream.below(n);
        let to = stream.below(n - 1);
        let to = to + u64::from(to >= from);
        let (from, to) = (self.core.number[from as usize], self.core.number[to as usize]);
        let (forth, back) = (&mut self.forth, &mut self.back);
        forth.start(from);
        back.start(to);
        self.meeting.clear();
        while self.meeting.is_empty() {
            if forth.last == forth.seen.len() || back.last == back.seen.len() {
                return; // No path.
            }
            if forth.leading <= back.leading {
                self.read += forth.leading as u64;
                forth.go_on(back, &mut self.meeting);
            } else {
                self.read += back.leading as u64;
                back.go_on(forth, &mut self.meeting);
                if !self.meeting.is_empty() {
                    self.meeting.iter_mut().for_each(|(a, b, _)| std::mem::swap(a, b));
                }
            }
        }
        let total: f64 = self.meeting.iter().map(|(_, _, paths)| paths).sum();
        let mut left = stream.next_f64() * total;
        let (mut a, mut b) = (from, to);
        for (near, far, paths) in &self.meeting {
            (a, b) = (*near, *far);
            left -= paths;
            if left < 0.0 {
                break;
            }
        }
        let (inside, met) = (&mut self.inside, &mut self.met);
        let mut count = |node: u32| {
            if inside[node as usize] == 0 {
                met.push(node);
            }
            inside[node as usize] += 1;
        };
        forth.walk(a, &mut stream, &mut count);
        back.walk(b, &mut stream, &mut count);
    }
}
