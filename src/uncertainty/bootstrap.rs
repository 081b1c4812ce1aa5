//! The Poisson bootstrap of a ranking, by reactor and by block of time.

use super::keep::{Extremes, fraction};
use super::model::Model;
use super::stability::{Agreement, DEEP, SHALLOW, compare};
use super::tiers::tiers;
use super::weights::{LANES, Weights};
use super::whim::Whim;
use crate::error::Result;
use crate::graph::column::filled;
use crate::graph::steps::Steps;
use std::ops::Range;

/// Replicates of each sample.
pub const REPLICATES: usize = 200;
/// Numbers of first places that chances are told for.
pub const TOP: [usize; 3] = [10, 50, 100];
/// Places that tiers are told for: those beyond are all of the tier that comes next.
pub const TIERED: usize = 20_000;
/// Values that keys are cut into for counting: far finer than what is shown, and small enough to count fast.
const BINS: usize = 1 << 16;
/// Entries, clusters or places of one step.
const A_STEP: usize = 1 << 18;

/// How sure the ranking is: one line an account of the study.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Uncertainty {
    /// Best place that 90 % of replicates leave, from 1; 0 is unknown.
    pub rank_low: Vec<u32>,
    /// Worst place, from 1; 0 is unknown.
    pub rank_high: Vec<u32>,
    /// Chance of being among the first 10, 50, 100 ([`TOP`]); NaN is unknown.
    pub in_top: [Vec<f32>; 3],
    /// The same when it is the weights of the pillars that change, not the data; NaN where the order hangs on none.
    pub in_top_by_weights: [Vec<f32>; 3],
    /// Tier, from 1; 0 is unknown.
    pub tier: Vec<u32>,
    /// Score, lower and upper bound of 90 %; NaN is unknown.
    pub score_low: Vec<f64>,
    /// Upper bound.
    pub score_high: Vec<f64>,
    /// Credit, lower and upper bound of 90 %; NaN is unknown.
    pub amount_low: Vec<f64>,
    /// Upper bound.
    pub amount_high: Vec<f64>,
    /// Whether the interval of the rank comes from blocks of time, which made it wider, and not from reactors.
    pub by_time: Vec<bool>,
    /// Replicates of each sample.
    pub replicates: usize,
    /// Blocks of time drawn again; 0 where the data span too few.
    pub time_blocks: u32,
    /// How far replicates agree with the ranking, on average: by reactor, then by block of time.
    pub agreement: Vec<Agreement>,
    /// Why nothing could be drawn again: a stable code.
    pub missing: Option<&'static str>,
}

/// The bootstrap under way.
///
/// Every cluster (a reactor; a week or a day) counts as often as a Poisson(1) number says that hangs on the seed, the
/// replicate and the cluster alone. Credit is a sum over clusters, so a replicate is `R_b + Σ (W − 1) c`; what does
/// not hang on credit stays as it is. The order of a replicate is that of its keys ([`Model::keys`]), equal ones (to a
/// 65,536th of their range) staying in the order of the ranking: with all weights 1 it is the ranking itself.
///
/// Eight replicates are one block: they share one pass over the credit.
///
/// # Parameters
/// `model`: see [`Model`]; `seed`: the user's; `replicates`: rounded up to a multiple of 8.
///
/// # Complexity
/// O(replicates · (entries + places)); 400 bytes a place, and 8 bytes an entry.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Chamandy, Muralidharan, Najmi and Naidu 2012 (Poisson bootstrap by counter); Hall and Miller 2009 (ranks); Künsch
/// 1989 (blocks of time).
#[derive(Debug)]
pub struct Bootstrap {
    model: Model,
    seed: u64,
    replicates: usize,
    samples: Vec<Kept>,
    whim: Whim,
    stage: Stage,
    /// Block under way.
    block: usize,
    /// Bins that a key of 1 makes.
    per_key: f32,
    buffers: Buffers,
    out: Uncertainty,
}

/// What one sample leaves of its replicates.
#[derive(Debug)]
struct Kept {
    ranks: Extremes<u32>,
    amounts: Extremes<f32>,
    in_top: [Vec<u16>; 3],
    /// Keys of the first places, replicate by replicate.
    keys: Vec<f32>,
    agreement: Vec<Agreement>,
}

/// Room for one block.
#[derive(Debug, Default)]
struct Buffers {
    weights: Vec<[i8; LANES]>,
    amount: Vec<[f32; LANES]>,
    bins: [Vec<u16>; LANES],
    rank: [Vec<u32>; LANES],
    counts: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Weights(usize),
    Credit(usize),
    Rank(usize),
    Keep(usize),
    Whim,
    Bounds(usize),
    Tiers,
    Done,
}

impl Bootstrap {
    /// Prepares the bootstrap of a model.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(model: Model, seed: u64, replicates: usize) -> Result<Bootstrap> {
        let places = model.places();
        let blocks = replicates.max(LANES).div_ceil(LANES);
        let replicates = blocks * LANES;
        let tiered = places.min(TIERED);
        let n = model.accounts;
        let mut samples = Vec::new();
        for _ in &model.samples {
            // What the extremes will take is asked for before they are made.
            filled(0_u64, places.saturating_mul(replicates / 10 + 4))?;
            samples.push(Kept {
                ranks: Extremes::new(places, replicates, 0, u32::MAX),
                amounts: Extremes::new(places, replicates, f32::NEG_INFINITY, f32::INFINITY),
                in_top: [filled(0, places)?, filled(0, places)?, filled(0, places)?],
                keys: filled(0.0, tiered * replicates)?,
                agreement: Vec::new(),
            });
        }
        let clusters = model.samples.iter().map(|s| s.clusters as usize).max().unwrap_or(0);
        let buffers = if samples.is_empty() {
            Buffers::default()
        } else {
            let mut bins: [Vec<u16>; LANES] = Default::default();
            let mut rank: [Vec<u32>; LANES] = Default::default();
            for (bins, rank) in bins.iter_mut().zip(&mut rank) {
                (*bins, *rank) = (filled(0, places)?, filled(0, places)?);
            }
            Buffers {
                weights: filled([0; LANES], clusters)?,
                amount: filled([0.0; LANES], places)?,
                bins,
                rank,
                counts: filled(0, BINS)?,
            }
        };
        // Five times the credit adds at most ln 5 to a logarithm.
        let most = model.base.iter().fold(0.0_f32, |most, key| if *key > most { *key } else { most }) + 1.7;
        let unknown = || filled(f64::NAN, n);
        let chances = || {
            Ok::<_, crate::error::Error>([filled(f32::NAN, n)?, filled(f32::NAN, n)?, filled(f32::NAN, n)?])
        };
        let out = Uncertainty {
            rank_low: filled(0, n)?,
            rank_high: filled(0, n)?,
            in_top: chances()?,
            in_top_by_weights: chances()?,
            tier: filled(0, n)?,
            score_low: unknown()?,
            score_high: unknown()?,
            amount_low: unknown()?,
            amount_high: unknown()?,
            by_time: filled(false, n)?,
            replicates,
            time_blocks: model.samples.get(1).map_or(0, |s| s.clusters),
            agreement: Vec::new(),
            missing: model.missing,
        };
        Ok(Bootstrap {
            whim: Whim::new(&model, seed, replicates)?,
            stage: Stage::Whim,
            per_key: (BINS - 1) as f32 / most,
            block: 0,
            model,
            seed,
            replicates,
            samples,
            buffers,
            out,
        })
    }

    /// Blocks of one sample.
    fn per_sample(&self) -> usize {
        self.replicates / LANES
    }

    /// Blocks of all samples.
    fn blocks(&self) -> usize {
        self.samples.len() * self.per_sample()
    }

    fn next_block(&self) -> Stage {
        if self.block < self.blocks() { Stage::Weights(0) } else { Stage::Bounds(0) }
    }

    fn draw(&mut self, from: usize) -> Stage {
        let (sample, block) = (self.block / self.per_sample(), self.block % self.per_sample());
        let purpose = if sample == 0 { "bootstrap reactors" } else { "bootstrap time" };
        let weights = Weights::new(self.seed, purpose, block as u64);
        let clusters = self.model.samples[sample].clusters as usize;
        let to = clusters.min(from + A_STEP);
        for (cluster, out) in self.buffers.weights[from..to].iter_mut().enumerate() {
            *out = weights.of((from + cluster) as u32);
        }
        if to < clusters { Stage::Weights(to) } else { Stage::Credit(0) }
    }

    fn credit(&mut self, from: usize) -> Stage {
        let sample = &self.model.samples[self.block / self.per_sample()];
        let places = self.model.places();
        let (mut place, mut done) = (from, 0);
        while place < places && done < A_STEP {
            let entries = sample.start[place] as usize..sample.start[place + 1] as usize;
            done += entries.len() + 8;
            let still = entries.is_empty();
            let amount = drawn(&self.model, sample, entries, &self.buffers.weights, place);
            let keys = if still { [self.model.base[place]; LANES] } else { self.model.keys(place, &amount) };
            for (bins, key) in self.buffers.bins.iter_mut().zip(keys) {
                bins[place] = (key * self.per_key) as u16;
            }
            self.buffers.amount[place] = amount;
            place += 1;
        }
        if place < places { Stage::Credit(place) } else { Stage::Rank(0) }
    }

    fn rank(&mut self, lane: usize) -> Stage {
        let Buffers { bins, rank, counts, .. } = &mut self.buffers;
        let (passed, places) = (self.model.passed, self.model.places());
        for side in [0..passed, passed..places] {
            count_off(&bins[lane], side, counts, &mut rank[lane]);
        }
        if lane + 1 < LANES { Stage::Rank(lane + 1) } else { Stage::Keep(0) }
    }

    /// Keeps what a block came to.
    fn keep(&mut self, from: usize) -> Stage {
        let places = self.model.places();
        let to = places.min(from + A_STEP / LANES);
        let (at, first) = (self.block / self.per_sample(), self.block % self.per_sample() * LANES);
        let kept = &mut self.samples[at];
        let Buffers { rank, amount, .. } = &self.buffers;
        for place in from..to {
            let ranks: [u32; LANES] = std::array::from_fn(|lane| rank[lane][place]);
            kept.ranks.add(place, &ranks);
            kept.amounts.add(place, &amount[place]);
            for (count, top) in kept.in_top.iter_mut().zip(TOP) {
                count[place] += ranks.iter().filter(|r| (**r as usize) < top).count() as u16;
            }
            if place < TIERED {
                let at = place * self.replicates + first;
                kept.keys[at..at + LANES].copy_from_slice(&self.model.keys(place, &amount[place]));
            }
        }
        if to < places {
            return Stage::Keep(to);
        }
        for ranks in rank {
            let first = ranks.iter().enumerate().filter(|(_, rank)| (**rank as usize) < SHALLOW);
            let mut top: Vec<(u32, u32)> = first.map(|(place, rank)| (*rank, place as u32)).collect();
            top.sort_unstable();
            let order: Vec<u32> = top.into_iter().map(|t| t.1).collect();
            kept.agreement.push(compare(&order, &ranks[..places.min(DEEP)]));
        }
        self.block += 1;
        self.next_block()
    }

    /// Intervals and chances of some places: those of the sample that makes the interval wider.
    fn bounds(&mut self, from: usize) -> Stage {
        let places = self.model.places();
        let to = places.min(from + A_STEP / LANES);
        let (n, f) = (self.replicates as f32, fraction(self.replicates));
        for place in from..to {
            let account = self.model.order[place] as usize;
            for (top, counts) in self.out.in_top_by_weights.iter_mut().zip(&self.whim.in_top) {
                top[account] = counts.get(place).map_or(f32::NAN, |c| f32::from(*c) / self.whim.draws as f32);
            }
            let mut widest = [None, None];
            for (at, kept) in self.samples.iter().enumerate() {
                let bound = |[a, b, c, d]: [f64; 4]| [a + f * (b - a), d - f * (d - c)];
                let [low, high] = bound(kept.ranks.around(place).map(f64::from));
                let rank = (low.floor() as u32 + 1, high.ceil() as u32 + 1);
                let amount = bound(kept.amounts.around(place).map(f64::from));
                if widest[0].is_none_or(|(_, (l, h))| rank.1 - rank.0 > h - l) {
                    widest[0] = Some((at, rank));
                }
                let wide = |[low, high]: [f64; 2]| high - low;
                let held = [self.out.amount_low[account], self.out.amount_high[account]];
                if widest[1].is_none() || wide(amount) > wide(held) {
                    widest[1] = Some((at, rank));
                    [self.out.amount_low[account], self.out.amount_high[account]] = amount;
                }
            }
            let Some((at, (low, high))) = widest[0] else { continue };
            self.out.by_time[account] = at == 1;
            (self.out.rank_low[account], self.out.rank_high[account]) = (low, high);
            for (top, counts) in self.out.in_top.iter_mut().zip(&self.samples[at].in_top) {
                top[account] = f32::from(counts[place]) / n;
            }
            // The score grows with the credit: its bounds are those of the credit.
            self.out.score_low[account] = self.model.score_at(place, self.out.amount_low[account] as f32);
            self.out.score_high[account] = self.model.score_at(place, self.out.amount_high[account] as f32);
        }
        if to < places { Stage::Bounds(to) } else { Stage::Tiers }
    }

    fn tiers(&mut self) {
        if self.samples.is_empty() {
            return;
        }
        let keys: Vec<&[f32]> = self.samples.iter().map(|kept| &kept.keys[..]).collect();
        let places = self.model.places();
        let tier = tiers(&keys, places.min(TIERED), self.replicates, &[self.model.passed]);
        let beyond = tier.last().map_or(1, |last| last + 1);
        for (place, account) in self.model.order.iter().enumerate() {
            self.out.tier[*account as usize] = tier.get(place).copied().unwrap_or(beyond);
        }
        self.out.agreement = self.samples.iter().map(|kept| Agreement::mean(&kept.agreement)).collect();
    }
}

/// Credit of a place in each replicate of a block.
#[inline]
fn drawn(
    model: &Model,
    sample: &super::Sample,
    entries: Range<usize>,
    weights: &[[i8; LANES]],
    place: usize,
) -> [f32; LANES] {
    let mut change = [0.0_f32; LANES];
    for (cluster, credit) in sample.cluster[entries.clone()].iter().zip(&sample.credit[entries]) {
        let weight = &weights[*cluster as usize];
        for lane in 0..LANES {
            change[lane] += f32::from(weight[lane]) * credit;
        }
    }
    change.map(|change| super::fast::max(model.amount[place] + change, 0.0))
}

/// Ranks of the places of one side, by counting: those of a higher bin first, those of the same bin in their order.
fn count_off(bins: &[u16], side: Range<usize>, counts: &mut [u32], rank: &mut [u32]) {
    counts.fill(0);
    for bin in &bins[side.clone()] {
        counts[*bin as usize] += 1;
    }
    let mut before = side.start as u32;
    for count in counts.iter_mut().rev() {
        before += std::mem::replace(count, before);
    }
    for (rank, bin) in rank[side.clone()].iter_mut().zip(&bins[side]) {
        let next = &mut counts[*bin as usize];
        *rank = *next;
        *next += 1;
    }
}

impl Steps for Bootstrap {
    type Output = Uncertainty;

    fn step(&mut self) -> bool {
        self.stage = match self.stage {
            Stage::Weights(at) => self.draw(at),
            Stage::Credit(at) => self.credit(at),
            Stage::Rank(lane) => self.rank(lane),
            Stage::Keep(at) => self.keep(at),
            Stage::Whim => {
                if self.whim.step(&self.model) {
                    self.next_block()
                } else {
                    Stage::Whim
                }
            }
            Stage::Bounds(at) => self.bounds(at),
            Stage::Tiers => {
                self.tiers();
                Stage::Done
            }
            Stage::Done => Stage::Done,
        };
        self.stage == Stage::Done
    }

    fn share_done(&self) -> f64 {
        let places = self.model.places().max(1) as f64;
        let inside = match self.stage {
            Stage::Weights(_) => 0.0,
            Stage::Credit(at) => 0.1 + 0.4 * at as f64 / places,
            Stage::Rank(lane) => 0.5 + 0.3 * lane as f64 / LANES as f64,
            Stage::Keep(at) => 0.8 + 0.2 * at as f64 / places,
            Stage::Done => return 1.0,
            _ => 0.0,
        };
        let blocks = self.blocks().max(1) as f64;
        (0.95 * (self.block as f64 + inside) / blocks).min(0.95)
    }

    /// How sure the ranking is. Nothing is known of anybody before all blocks are done.
    fn finish(self) -> Uncertainty {
        self.out
    }
}

#[cfg(test)]
#[path = "bootstrap_tests.rs"]
mod tests;
