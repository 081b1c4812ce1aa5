//! Reverse-reachable sets: who could have reached a person drawn at random.
//!
//! The share of sets that a team hits, times the weight of everybody, is what the team reaches in the mean.

use super::independent_cascade::{below, tries_at};
use super::linear_threshold::{chosen_by, totals};
use super::{Influence, Model};
use crate::error::{ErrorKind, Result};
use crate::graph::column::{filled, room};
use crate::math::rng::Stream;
use crate::math::{Sum, sum};
use std::rc::Rc;

/// Nodes in all sets of one collection, at the most. With the index of the first collection it is 12 bytes each:
/// 900 MiB, which leaves as much again for a network of 1,000,000 nodes and 10,000,000 arcs in 2 GiB.
pub const MOST_ENTRIES: usize = 80_000_000;

/// Nodes from which a column grows by a quarter instead of by half.
const LARGE: usize = 1 << 24;

/// Sets one after the other; the first node of each is the person that was drawn.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sets {
    pub(crate) nodes: Vec<u32>,
    pub(crate) ends: Vec<u32>,
}

impl Sets {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    #[inline]
    pub(crate) fn range(&self, set: usize) -> std::ops::Range<usize> {
        let start = if set == 0 { 0 } else { self.ends[set - 1] as usize };
        start..self.ends[set] as usize
    }

    #[inline]
    pub(crate) fn set(&self, set: usize) -> &[u32] {
        &self.nodes[self.range(set)]
    }

    /// Leaves the first `len` sets.
    pub(crate) fn cut(&mut self, len: usize) {
        self.ends.truncate(len);
        self.nodes.truncate(self.ends.last().map_or(0, |end| *end as usize));
    }

    /// Room for as many nodes more; whether there is.
    #[inline]
    fn has_room(&mut self, nodes: usize) -> bool {
        self.nodes.capacity() - self.nodes.len() >= nodes || self.grow(nodes)
    }

    #[cold]
    fn grow(&mut self, nodes: usize) -> bool {
        let len = self.nodes.len();
        let more = if len < LARGE { len / 2 } else { len / 4 };
        self.nodes.try_reserve_exact(nodes.max(more).max(1024)).is_ok()
    }
}

/// From whom sets start, in proportion to what reaching them counts for.
#[derive(Debug)]
pub(crate) enum Roots {
    All(usize),
    Weighted { nodes: Vec<u32>, up_to: Vec<f64> },
}

impl Roots {
    /// # Errors
    /// `argument.invalid` for weights of another length; `memory.exhausted`.
    pub(crate) fn new(nodes: usize, weights: Option<&[f64]>) -> Result<Roots> {
        let Some(weights) = weights else { return Ok(Roots::All(nodes)) };
        check_length("targets", weights.len(), nodes)?;
        let counted = || weights.iter().enumerate().filter(|(_, w)| counts(**w) > 0.0);
        let (mut some, mut up_to) = (room(counted().count())?, room(counted().count())?);
        let mut total = Sum::default();
        for (node, weight) in counted() {
            total.add(*weight);
            some.push(node as u32);
            up_to.push(total.total());
        }
        Ok(Roots::Weighted { nodes: some, up_to })
    }

    /// What everybody counts for together.
    pub(crate) fn total(&self) -> f64 {
        match self {
            Roots::All(nodes) => *nodes as f64,
            Roots::Weighted { up_to, .. } => up_to.last().copied().unwrap_or(0.0),
        }
    }

    fn draw(&self, stream: &mut Stream) -> u32 {
        match self {
            Roots::All(nodes) => below(stream, *nodes),
            Roots::Weighted { nodes, up_to } => {
                let at = stream.next_f64() * self.total();
                nodes[up_to.partition_point(|up_to| *up_to <= at).min(nodes.len() - 1)]
            }
        }
    }
}

/// What a weight counts for.
pub(crate) fn counts(weight: f64) -> f64 {
    if weight > 0.0 && weight.is_finite() { weight } else { 0.0 }
}

/// Sum of the `most` largest weights of the nodes asked for: what they reach at the least.
pub(crate) fn largest(weights: Option<&[f64]>, of: impl Iterator<Item = usize>, most: usize) -> Result<f64> {
    let Some(weights) = weights else { return Ok(of.take(most).count() as f64) };
    let mut list = room(weights.len())?;
    list.extend(of.map(|node| counts(weights[node])));
    list.sort_unstable_by(|a, b| b.total_cmp(a));
    Ok(sum(list.into_iter().take(most)))
}

/// # Errors
/// `argument.invalid`.
pub(crate) fn check_length(name: &'static str, given: usize, nodes: usize) -> Result<()> {
    if given == nodes {
        return Ok(());
    }
    Err(ErrorKind::InvalidArgument { name, given: given.to_string() }.into())
}

/// The nodes that are in a list, those outside the network left out; `None` where there is none.
pub(crate) fn mask(nodes: usize, list: &[u32]) -> Result<Option<Vec<bool>>> {
    let mut mask = filled(false, nodes)?;
    let mut any = false;
    for node in list.iter().filter(|node| (**node as usize) < nodes) {
        mask[*node as usize] = true;
        any = true;
    }
    Ok(any.then_some(mask))
}

/// How far [`Sampler::fill`] came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filled {
    /// All sets that were asked for are there.
    All,
    /// The piece of work is done, not all sets are.
    Piece,
    /// There is no room for the rest.
    NoRoom,
}

/// When a node was last seen, and in how many sets it is.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    stamp: u32,
    degree: u32,
}

/// A set under way.
#[derive(Debug)]
struct Walk {
    stream: Stream,
    begin: usize,
    head: usize,
    /// Where the nodes of the next layer begin, and its number.
    layer_end: usize,
    layer: u32,
}

/// Draws sets. Each has its own stream, by its number: sets are the same however the work is cut.
#[derive(Debug)]
pub(crate) struct Sampler {
    influence: Rc<Influence>,
    hops: u32,
    /// Of the linear threshold.
    totals: Option<Vec<f64>>,
    roots: Roots,
    competitors: Option<Vec<bool>>,
    seed: u64,
    seen: Vec<Seen>,
    stamp: u32,
    walk: Option<Walk>,
    placed: Vec<u32>,
    most: usize,
}

impl Sampler {
    /// # Errors
    /// `memory.exhausted`.
    pub(crate) fn new(
        influence: Rc<Influence>,
        model: Model,
        roots: Roots,
        competitors: &[u32],
        seed: u64,
    ) -> Result<Sampler> {
        let nodes = influence.nodes();
        let (hops, totals) = match model {
            Model::IndependentCascade { hops } => (hops.unwrap_or(u32::MAX), None),
            Model::LinearThreshold => (u32::MAX, Some(totals(&influence)?)),
        };
        let competitors = mask(nodes, competitors)?;
        let seen = filled(Seen::default(), nodes)?;
        Ok(Sampler {
            influence,
            hops,
            totals,
            roots,
            competitors,
            seed,
            seen,
            stamp: 0,
            walk: None,
            placed: Vec::new(),
            most: MOST_ENTRIES,
        })
    }

    /// Sets another bound than [`MOST_ENTRIES`].
    pub(crate) fn limit(&mut self, most: usize) {
        self.most = most;
    }

    pub(crate) fn roots(&self) -> &Roots {
        &self.roots
    }

    pub(crate) fn nodes(&self) -> usize {
        self.influence.nodes()
    }

    /// In how many counted sets each node is.
    pub(crate) fn degrees(&self) -> impl Iterator<Item = u32> {
        self.seen.iter().map(|seen| seen.degree)
    }

    /// Counts anew in which sets each node is.
    pub(crate) fn recount(&mut self, sets: &Sets) {
        for seen in &mut self.seen {
            seen.degree = 0;
        }
        for node in &sets.nodes {
            self.seen[*node as usize].degree += 1;
        }
    }

    /// Draws sets until there are `goal`, or for about `work` arcs. With `counted`, degrees go up by them.
    pub(crate) fn fill(
        &mut self,
        sets: &mut Sets,
        purpose: &str,
        goal: usize,
        counted: bool,
        work: usize,
    ) -> Filled {
        let influence = Rc::clone(&self.influence);
        let mut done = 0;
        loop {
            if self.walk.is_none() {
                if sets.len() >= goal {
                    return Filled::All;
                }
                if sets.nodes.len() >= self.most || !sets.has_room(1) || sets.ends.try_reserve(1).is_err() {
                    return Filled::NoRoom;
                }
                self.begin(sets, purpose, counted);
            }
            let Some(mut walk) = self.walk.take() else { return Filled::NoRoom };
            while walk.head < sets.nodes.len() && done < work {
                if sets.nodes.len() >= self.most {
                    self.give_up(sets, &walk, counted);
                    return Filled::NoRoom;
                }
                let step = if self.totals.is_some() {
                    self.step_back(&influence, sets, &mut walk, counted)
                } else {
                    self.widen(&influence, sets, &mut walk, counted)
                };
                let Some(step) = step else {
                    self.give_up(sets, &walk, counted);
                    return Filled::NoRoom;
                };
                done += step;
            }
            if walk.head < sets.nodes.len() {
                self.walk = Some(walk);
                return Filled::Piece;
            }
            sets.ends.push(sets.nodes.len() as u32);
            done += 8;
        }
    }

    fn begin(&mut self, sets: &mut Sets, purpose: &str, counted: bool) {
        let mut stream = Stream::new(self.seed, purpose, sets.len() as u64);
        let root = self.roots.draw(&mut stream);
        let begin = sets.nodes.len();
        self.stamp += 1;
        if !self.competitors.as_ref().is_some_and(|c| c[root as usize]) {
            let seen = &mut self.seen[root as usize];
            *seen = Seen { stamp: self.stamp, degree: seen.degree + u32::from(counted) };
            sets.nodes.push(root);
        }
        self.walk = Some(Walk { stream, begin, head: begin, layer_end: begin, layer: 0 });
    }

    /// Takes back a set that has no room.
    fn give_up(&mut self, sets: &mut Sets, walk: &Walk, counted: bool) {
        self.drop_from(sets, walk.begin, counted);
    }

    fn drop_from(&mut self, sets: &mut Sets, begin: usize, counted: bool) {
        for node in &sets.nodes[begin..] {
            self.seen[*node as usize].degree -= u32::from(counted);
        }
        sets.nodes.truncate(begin);
    }

    /// Adds those whose tries at the next node succeed; `None` without room.
    #[inline]
    fn widen(
        &mut self,
        influence: &Influence,
        sets: &mut Sets,
        walk: &mut Walk,
        counted: bool,
    ) -> Option<usize> {
        if walk.head == walk.layer_end {
            if walk.layer == self.hops {
                walk.head = sets.nodes.len();
                return Some(0);
            }
            walk.layer += 1;
            walk.layer_end = sets.nodes.len();
        }
        let node = sets.nodes[walk.head];
        walk.head += 1;
        let most = influence.rows[node as usize + 1].start - influence.rows[node as usize].start;
        if !sets.has_room(most as usize) {
            return None;
        }
        let (stamp, add) = (self.stamp, u32::from(counted));
        let (seen, competitors) = (&mut self.seen, self.competitors.as_deref());
        let mut lost = false;
        let done = tries_at(influence, node, &mut walk.stream, &mut self.placed, |u| {
            let seen = &mut seen[u as usize];
            if seen.stamp != stamp {
                *seen = Seen { stamp, degree: seen.degree + add };
                sets.nodes.push(u);
                lost |= competitors.is_some_and(|c| c[u as usize]);
            }
        });
        if lost {
            // From this layer on a competitor is as near, or nearer.
            self.drop_from(sets, walk.layer_end, counted);
            walk.head = sets.nodes.len();
        }
        Some(done)
    }

    /// Adds the one that the last node listens to; `None` without room.
    #[inline]
    fn step_back(
        &mut self,
        influence: &Influence,
        sets: &mut Sets,
        walk: &mut Walk,
        counted: bool,
    ) -> Option<usize> {
        let node = sets.nodes[walk.head];
        walk.head += 1;
        if !sets.has_room(1) {
            return None;
        }
        let total = self.totals.as_ref().map_or(1.0, |totals| totals[node as usize]);
        let (heard, done) = chosen_by(influence, node, total, &mut walk.stream);
        if let Some(u) = heard {
            let seen = &mut self.seen[u as usize];
            let competitor = self.competitors.as_ref().is_some_and(|c| c[u as usize]);
            if seen.stamp != self.stamp && !competitor {
                *seen = Seen { stamp: self.stamp, degree: seen.degree + u32::from(counted) };
                sets.nodes.push(u);
            }
        }
        Some(done)
    }
}
