//! One run: iterations over the levels, from a partition to one that no move betters.

use super::super::connected::Split;
use super::super::numbering::filled;
use super::STEP;
use super::aggregate::Aggregate;
use super::level::{Level, Owned, refill};
use super::moving::Moving;
use super::refine::{Refine, Terms};
use crate::error::Result;
use crate::graph::Undirected;
use crate::math::rng::Stream;
use crate::math::sum;
use std::rc::Rc;

/// Nodes that stay together when the order of a large level is drawn. A level of few nodes has blocks of one.
const BLOCK: usize = 32;

/// Blocks at the least, before they grow beyond one node.
const BLOCKS: usize = 512;

/// When a run ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Until {
    /// Iterations at the most.
    pub iterations: usize,
    /// Least gain of modularity of an iteration after which another follows.
    pub tolerance: f64,
}

/// A run under way; its room is used again by the next one.
#[derive(Debug)]
pub(super) struct Run {
    graph: Rc<Undirected>,
    terms: Terms,
    until: Until,
    random: Stream,
    phase: Phase,
    /// Community of each account at the start of an iteration, and in the end.
    pub labels: Vec<u32>,
    /// Iterations done.
    pub iteration: usize,
    moves: u64,
    /// Modularity after the last iteration, to the precision of the weights of aggregated ties.
    reached: f64,
    /// Whether a community went up that was not put together with care, so that it may be in parts.
    stuck: bool,
    /// The accounts' level while the one at work is above it.
    base: Option<Level>,
    level: Level,
    /// Node of the level that each account is in; empty at the lowest.
    place: Vec<u32>,
    order: Vec<u32>,
    blocks: Vec<u32>,
    moving: Moving,
    refine: Refine,
    aggregate: Aggregate,
    spare: Owned,
    split: Split,
}

/// What a run does next.
#[derive(Debug, Clone, Copy)]
enum Phase {
    Begin,
    Level,
    Move,
    Measure,
    Merge,
    Aggregate,
    Climb,
    Split,
    Done,
}

impl Run {
    /// Prepares the room of runs on a graph with resolution γ and randomness θ.
    pub fn new(graph: &Rc<Undirected>, resolution: f64, randomness: f64, until: Until) -> Result<Run> {
        let level = Level::base(graph)?;
        let total = sum(level.strength.iter().copied());
        let entries = graph.weight.iter().filter(|weight| **weight > 0.0).count();
        let mean = total / entries as f64;
        let sharpness = (1.0 / (randomness * mean)).min(f64::MAX);
        let terms = Terms { total, resolution, pull: resolution / total, sharpness };
        Ok(Run {
            graph: Rc::clone(graph),
            terms,
            until,
            random: Stream::new(0, "leiden", 0),
            phase: Phase::Done,
            labels: filled(graph.nodes(), 0)?,
            iteration: 0,
            moves: 0,
            reached: f64::NEG_INFINITY,
            stuck: false,
            base: None,
            level,
            place: Vec::new(),
            order: Vec::new(),
            blocks: Vec::new(),
            moving: Moving::default(),
            refine: Refine::default(),
            aggregate: Aggregate::default(),
            spare: Owned::default(),
            split: Split::default(),
        })
    }

    /// Starts a run from a partition, or from every node alone.
    pub fn start(&mut self, random: Stream, initial: Option<&[u32]>) {
        self.random = random;
        (self.iteration, self.reached) = (0, f64::NEG_INFINITY);
        let weighted = self.terms.pull.is_finite();
        match initial {
            // Without weight everyone is alone.
            Some(initial) if weighted => start_from(initial, &mut self.labels),
            _ => self.labels.iter_mut().enumerate().for_each(|(node, label)| *label = node as u32),
        }
        self.phase = if weighted { Phase::Begin } else { Phase::Done };
    }

    /// Does a piece of the run; returns whether it is done, its communities then in `labels`.
    pub fn advance(&mut self) -> Result<bool> {
        self.phase = self.piece()?;
        Ok(matches!(self.phase, Phase::Done))
    }

    /// Does a piece of the phase at work and says which comes next.
    fn piece(&mut self) -> Result<Phase> {
        let pull = self.terms.pull;
        match self.phase {
            Phase::Begin => self.start_iteration(),
            Phase::Level => self.start_level(),
            Phase::Move => {
                if !self.moving.advance(&self.level, pull, STEP) {
                    return Ok(Phase::Move);
                }
                self.moves += self.moving.moves;
                if self.moving.communities() == self.level.nodes() {
                    return self.end_iteration();
                }
                self.refine.restart(&self.level)?;
                Ok(Phase::Measure)
            }
            Phase::Measure => {
                if !self.refine.measure(&self.level, &self.moving, STEP) {
                    return Ok(Phase::Measure);
                }
                self.shuffle()?;
                Ok(Phase::Merge)
            }
            Phase::Merge => {
                let with = (self.order.as_slice(), self.terms);
                if !self.refine.merge(&self.level, &self.moving, with, &mut self.random, STEP) {
                    return Ok(Phase::Merge);
                }
                // Where nothing may merge with care the communities themselves go up, or the levels would not end.
                let stuck = self.refine.merges == 0;
                self.stuck |= stuck;
                let groups = if stuck { &self.moving.community } else { &self.refine.refined };
                self.aggregate.restart(&self.level, groups, std::mem::take(&mut self.spare))?;
                Ok(Phase::Aggregate)
            }
            Phase::Aggregate => {
                Ok(if self.aggregate.advance(&self.level, STEP)? { Phase::Climb } else { Phase::Aggregate })
            }
            Phase::Climb => self.climb(),
            Phase::Split => {
                if !self.split.advance(&self.graph, &self.labels, STEP) {
                    return Ok(Phase::Split);
                }
                std::mem::swap(&mut self.labels, &mut self.split.part);
                Ok(Phase::Done)
            }
            Phase::Done => Ok(Phase::Done),
        }
    }

    fn start_iteration(&mut self) -> Result<Phase> {
        (self.moves, self.stuck) = (0, false);
        refill(&mut self.moving.community, self.labels.len(), 0)?;
        self.moving.community.copy_from_slice(&self.labels);
        Ok(Phase::Level)
    }

    fn start_level(&mut self) -> Result<Phase> {
        self.shuffle()?;
        self.moving.restart(&self.level, &self.order)?;
        Ok(Phase::Move)
    }

    /// Orders the nodes of the level: blocks of nodes that follow one another, in random order. Rows are read from memory
    /// several times as fast in this order as in that of single nodes, and the partitions are as good.
    fn shuffle(&mut self) -> Result<()> {
        let n = self.level.nodes();
        let block = (n / BLOCKS).clamp(1, BLOCK);
        refill(&mut self.blocks, n.div_ceil(block), 0)?;
        self.blocks.iter_mut().enumerate().for_each(|(at, first)| *first = (at * block) as u32);
        self.random.shuffle(&mut self.blocks);
        refill(&mut self.order, n, 0)?;
        self.order.clear();
        for first in &self.blocks {
            self.order.extend(*first..n.min(*first as usize + block) as u32);
        }
        Ok(())
    }

    /// Makes the aggregated rows the level at work, its communities those of the level below.
    fn climb(&mut self) -> Result<Phase> {
        let made = &mut self.aggregate;
        let groups = made.strength.len();
        if self.place.is_empty() {
            refill(&mut self.place, made.group.len(), 0)?;
            self.place.copy_from_slice(&made.group);
        } else {
            self.place.iter_mut().for_each(|place| *place = made.group[*place as usize]);
        }
        let mut number = filled(self.level.nodes(), u32::MAX)?;
        let mut count = 0;
        let mut community = filled(groups, u32::MAX)?;
        for (group, below) in made.group.iter().zip(&self.moving.community) {
            let number = &mut number[*below as usize];
            if *number == u32::MAX {
                *number = count;
                count += 1;
            }
            community[*group as usize] = *number;
        }
        self.moving.community = community;
        let next = self.level.above(std::mem::take(&mut made.rows), std::mem::take(&mut made.strength));
        let below = std::mem::replace(&mut self.level, next);
        if self.base.is_none() {
            self.base = Some(below);
        } else {
            self.spare = below.into_owned().unwrap_or_default();
        }
        Ok(Phase::Level)
    }

    fn end_iteration(&mut self) -> Result<Phase> {
        if self.place.is_empty() {
            self.labels.copy_from_slice(&self.moving.community);
        } else {
            for (label, place) in self.labels.iter_mut().zip(&self.place) {
                *label = self.moving.community[*place as usize];
            }
        }
        let quality = self.quality();
        let more = self.moves > 0 && quality - self.reached >= self.until.tolerance;
        self.reached = quality;
        self.place.clear();
        if let Some(base) = self.base.take() {
            self.spare = std::mem::replace(&mut self.level, base).into_owned().unwrap_or_default();
        }
        self.iteration += 1;
        if more && self.iteration < self.until.iterations {
            Ok(Phase::Begin)
        } else if self.stuck {
            self.split.restart(self.labels.len())?;
            Ok(Phase::Split)
        } else {
            // Every community is one node of the highest level, and each of those was put together along ties.
            Ok(Phase::Done)
        }
    }

    /// Modularity of the level at work, each of its nodes a community.
    fn quality(&self) -> f64 {
        let total = self.terms.total;
        let outside = sum(self.level.rows().weight.iter().map(|weight| f64::from(*weight)));
        let by_chance =
            sum(self.level.strength.iter().map(|strength| (strength / total) * (strength / total)));
        1.0 - outside / total - self.terms.resolution * by_chance
    }
}

/// Writes the labels to start from: those given, and for `u32::MAX` one that nobody else has.
fn start_from(initial: &[u32], labels: &mut [u32]) {
    let mut used = vec![false; initial.len()];
    initial.iter().filter(|label| **label != u32::MAX).for_each(|label| used[*label as usize] = true);
    let mut free = (0..initial.len() as u32).filter(|label| !used[*label as usize]);
    for (label, given) in labels.iter_mut().zip(initial) {
        *label = if *given == u32::MAX { free.next().unwrap_or(0) } else { *given };
    }
}
