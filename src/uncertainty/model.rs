//! What replicates go over: the ranking by place, and the credit of each account by who gave it and when.

use super::fast;
use crate::error::{ErrorKind, Result};
use crate::graph::Attention;
use crate::graph::attention::TopicOfTies;
use crate::graph::credit::{Credit, CreditParams};
use crate::graph::steps::Steps;
use crate::math::scale::Scale;
use crate::math::{exp, exp2, ln, ln_1p};
use crate::model::{Dataset, Millis};
use crate::score::{Analysis, FactorColumn, Pillar, Scores, SubFactor, Unit};
use crate::text::Topic;
use std::rc::Rc;

const DAY: Millis = 86_400_000;
/// The epoch was a Thursday: weeks begin on Monday.
const MONDAY: Millis = 3 * DAY;
/// Blocks of time below which drawing them again says nothing.
pub const MIN_BLOCKS: u32 = 8;
/// Arcs looked at in one step of building.
const ARCS_A_STEP: usize = 1 << 18;

/// Credit of each place by cluster: clusters are drawn, and what they gave counts as often.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sample {
    /// Where the entries of each place begin; one more than places.
    pub start: Vec<u32>,
    /// Who gave it, or when.
    pub cluster: Vec<u32>,
    /// How much.
    pub credit: Vec<f32>,
    /// How many clusters there are.
    pub clusters: u32,
}

impl Sample {
    /// A sample without any place yet.
    pub fn new(clusters: u32) -> Sample {
        Sample { start: vec![0], clusters, ..Sample::default() }
    }

    /// Adds the next place.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn push(&mut self, entries: impl IntoIterator<Item = (u32, f32)>) -> Result<()> {
        for (cluster, credit) in entries {
            if self.cluster.len() == self.cluster.capacity() {
                let more = self.cluster.len().max(1024);
                self.cluster.try_reserve(more).map_err(|_| no_room())?;
                self.credit.try_reserve(more).map_err(|_| no_room())?;
            }
            self.cluster.push(cluster);
            self.credit.push(credit);
        }
        self.start.push(self.cluster.len() as u32);
        Ok(())
    }
}

/// The ranking as replicates read it: a column each, by place.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// Accounts of the study.
    pub accounts: usize,
    /// Account at each place; those listed apart are not here.
    pub order: Vec<u32>,
    /// How many pass the gate.
    pub passed: usize,
    /// Whether the order goes by the amount alone.
    pub by_credit: bool,
    /// What is drawn again: credit.
    pub amount: Vec<f32>,
    /// Logarithm of what the order goes by: of the score, or of 1 + the amount.
    pub base: Vec<f32>,
    /// Weight of Resonance in the score.
    pub pull: Vec<f32>,
    /// Weight of amplitude inside Resonance; 0 where it does not hang on the amount.
    pub inside: Vec<f32>,
    /// Resonance; 1 where unknown.
    pub pillar: Vec<f32>,
    /// Score.
    pub score: Vec<f64>,
    /// Logarithm of each pillar, at least 0; NaN is unknown.
    pub logs: Vec<[f32; 3]>,
    /// Weights of the pillars.
    pub weights: [f64; 3],
    /// Scale of amplitude: score at `ln(1 + x)` is `(ln(1 + x) − low) · slope`, or 50 where the slope is unknown.
    pub low: f32,
    /// See `low`.
    pub slope: f32,
    /// Drawn by reactor, then by block of time where there are enough of them.
    pub samples: Vec<Sample>,
    /// Why nothing can be drawn again: a stable code.
    pub missing: Option<&'static str>,
}

impl Model {
    /// The ranking, without samples yet. `amount` is the credit that the order may go by.
    pub fn of(scores: &Scores, factors: &[FactorColumn], amount: &[f64]) -> Model {
        let order = scores.order[..scores.ranked].to_vec();
        let resonance = Pillar::Resonance as usize;
        // Credit, or the part of it that was earned with negative words.
        let counted = |f: &&FactorColumn| matches!(f.unit, Unit::Credit | Unit::NegativeCredit);
        let column = factors.iter().filter(counted).find(|f| f.name == SubFactor::Amplitude);
        let column = column.filter(|f| f.missing.is_none());
        let scale = column.map(|c| Scale::of_amounts(&c.natural));
        let (low, slope) = match scale {
            Some(scale) if scale.contrast => {
                (ln_1p(scale.low), 100.0 / (ln_1p(scale.high) - ln_1p(scale.low)))
            }
            _ => (0.0, f64::NAN),
        };
        let own = factors.iter().filter(|f| f.name.pillar() == Pillar::Resonance);
        let own: Vec<(f64, &FactorColumn)> = own.map(|f| (scores.factor_weights.weight(f.name), f)).collect();
        let inside = |account: usize| {
            let Some(amplitude) = column.filter(|c| !c.score[account].is_nan()) else { return 0.0 };
            let known: f64 = own.iter().filter(|(_, f)| !f.score[account].is_nan()).map(|(w, _)| w).sum();
            let weight = scores.factor_weights.weight(amplitude.name);
            if known > 0.0 { weight / known } else { 0.0 }
        };
        let each = |of: &dyn Fn(usize) -> f64| -> Vec<f32> {
            order.iter().map(|a| of(*a as usize) as f32).collect()
        };
        let drawn = |a: usize| match column {
            Some(c) if !scores.by_credit => {
                if c.natural[a].is_nan() {
                    0.0
                } else {
                    c.natural[a]
                }
            }
            _ => amount[a],
        };
        let known = |value: f64| if value.is_nan() { 1.0 } else { value };
        let can = scores.by_credit || (column.is_some() && scores.weights.all()[resonance] > 0.0);
        Model {
            accounts: scores.order.len(),
            passed: scores.passed,
            by_credit: scores.by_credit,
            amount: each(&drawn),
            base: each(&|a| if scores.by_credit { ln_1p(amount[a]) } else { ln(scores.score[a]) }),
            pull: each(&|a| scores.weights_of(a)[resonance]),
            inside: each(&inside),
            pillar: each(&|a| known(scores.pillars[resonance][a])),
            score: order.iter().map(|a| scores.score[*a as usize]).collect(),
            logs: order
                .iter()
                .map(|a| {
                    [0, 1, 2].map(|k| match scores.pillars[k][*a as usize] {
                        unknown if unknown.is_nan() => f32::NAN,
                        value => ln(value.max(1.0)) as f32,
                    })
                })
                .collect(),
            weights: scores.weights.all(),
            low: low as f32,
            slope: slope as f32,
            samples: Vec::new(),
            missing: if order.is_empty() { Some("nobody_ranked") } else { (!can).then_some("no_credit") },
            order,
        }
    }

    /// How many are ranked.
    pub fn places(&self) -> usize {
        self.order.len()
    }

    /// What the order goes by when the amount of a place is another one, as a logarithm, for several amounts at once.
    /// With the amount itself it is `base` to the last bit, so that replicates that draw everybody once give the
    /// ranking itself.
    #[inline]
    pub fn keys<const N: usize>(&self, place: usize, amounts: &[f32; N]) -> [f32; N] {
        let (base, amount) = (self.base[place], self.amount[place]);
        let mut keys = [0.0; N];
        if self.by_credit {
            let now = fast::ln(1.0 + amount);
            for (key, then) in keys.iter_mut().zip(amounts) {
                *key = base + (fast::ln(1.0 + then) - now);
            }
            return keys;
        }
        let rises = self.rises(place, amounts);
        for (key, rise) in keys.iter_mut().zip(rises) {
            *key = base + self.pull[place] * rise;
        }
        keys
    }

    /// By how much the logarithm of Resonance changes with other amounts.
    #[inline]
    fn rises<const N: usize>(&self, place: usize, amounts: &[f32; N]) -> [f32; N] {
        let (pillar, inside) = (self.pillar[place], self.inside[place]);
        let [now] = self.amplitudes(&[self.amount[place]]);
        let floor = fast::ln(fast::max(pillar, 1.0));
        self.amplitudes(amounts).map(|then| fast::ln(fast::max(pillar + inside * (then - now), 1.0)) - floor)
    }

    /// Scores of amounts, 0 to 100.
    #[inline]
    fn amplitudes<const N: usize>(&self, amounts: &[f32; N]) -> [f32; N] {
        if self.slope.is_nan() {
            return amounts.map(|amount| if amount > 0.0 { 50.0 } else { 0.0 });
        }
        amounts.map(|amount| {
            let scaled = (fast::ln(1.0 + amount) - self.low) * self.slope;
            let clipped = fast::min(fast::max(scaled, 0.0), 100.0);
            if amount > 0.0 { clipped } else { 0.0 }
        })
    }

    /// The score with another amount.
    pub fn score_at(&self, place: usize, amount: f32) -> f64 {
        let [rise] = self.rises(place, &[amount]);
        self.score[place] * exp(f64::from(self.pull[place] * rise))
    }
}

/// Blocks of time: weeks where the data span eight or more, else days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeBlocks {
    length: Millis,
    first: Millis,
    /// How many there are.
    pub count: u32,
}

impl TimeBlocks {
    /// Blocks of a span; `None` where it holds fewer than [`MIN_BLOCKS`] days.
    pub fn of(span: Option<(Millis, Millis)>) -> Option<TimeBlocks> {
        let (first, last) = span?;
        let blocks = |length: Millis, from: Millis| {
            let first = (first - from).div_euclid(length);
            let count = (last - from).div_euclid(length) - first + 1;
            TimeBlocks { length, first: first * length + from, count: count.min(i64::from(u32::MAX)) as u32 }
        };
        [blocks(7 * DAY, -MONDAY), blocks(DAY, 0)].into_iter().find(|b| b.count >= MIN_BLOCKS)
    }

    /// The block of a moment of the span.
    pub fn at(&self, time: Millis) -> u32 {
        ((time - self.first) / self.length).clamp(0, i64::from(self.count) - 1) as u32
    }
}

/// The making of a [`Model`] out of an analysis, some accounts a step.
#[derive(Debug)]
pub struct BuildModel {
    model: Model,
    data: Rc<Dataset>,
    attention: Rc<Attention>,
    credit: Rc<Credit>,
    topic: Option<(Rc<Topic>, f64)>,
    params: CreditParams<'static>,
    time: Option<TimeBlocks>,
    /// Credit of the account by block, and the blocks met.
    by_block: Vec<f64>,
    at: usize,
    failed: Option<crate::error::Error>,
}

impl BuildModel {
    /// Prepares the model of a finished analysis. Cost: O(accounts).
    pub fn new(analysis: &Analysis) -> BuildModel {
        let params = analysis.credit_params();
        let topic = analysis.topic.clone().zip(params.topic.map(|t| t.unknown));
        let mut model = Model::of(&analysis.scores, &analysis.factors, &analysis.credit.of);
        let time = TimeBlocks::of(analysis.span).filter(|_| model.missing.is_none());
        if model.missing.is_none() {
            model.samples.push(Sample::new(analysis.data.accounts.len() as u32));
            model.samples.extend(time.map(|time| Sample::new(time.count)));
        }
        BuildModel {
            at: if model.missing.is_some() { model.places() } else { 0 },
            model,
            data: analysis.data.clone(),
            attention: analysis.attention.clone(),
            credit: analysis.credit.clone(),
            topic,
            params: CreditParams { topic: None, ..params },
            by_block: vec![0.0; time.map_or(0, |t| t.count as usize)],
            time,
            failed: None,
        }
    }

    fn place(&mut self) -> Result<usize> {
        let account = self.model.order[self.at] as usize;
        let graph = self.attention.graph.clone();
        let (sources, arcs) = (graph.sources(account), graph.in_arcs(account));
        let whole = self.credit.of[account];
        // Where amplitude counts something less than the whole credit, its parts count so much less.
        let part = if whole > 0.0 { f64::from(self.model.amount[self.at]) / whole } else { 0.0 };
        let given = sources
            .iter()
            .zip(arcs)
            .map(|(a, arc)| (*a, (f64::from(self.credit.arc[*arc as usize]) * part) as f32));
        self.model.samples[0].push(given.filter(|(_, credit)| *credit > 0.0))?;
        if let Some(time) = self.time {
            let topic =
                self.topic.as_ref().map(|(t, unknown)| TopicOfTies { of_post: &t.q, unknown: *unknown });
            for arc in arcs.iter().map(|arc| *arc as usize).filter(|arc| self.credit.arc[*arc] > 0.0) {
                let credit = f64::from(self.credit.arc[arc]) * part;
                let ties = &self.data.ties;
                let (attention, params, data) = (&self.attention, &self.params, &self.data);
                let strengths = || {
                    let ties = attention.ties_of(arc, ties, params.window);
                    let giving = ties.filter(|t| params.layers[data.ties.layer[*t] as usize]);
                    giving.map(|t| (data.ties.time.at(t), strength(params, data, topic, t)))
                };
                let total: f64 = strengths().map(|(_, s)| s).sum();
                for (time, block) in strengths().filter_map(|(moment, s)| Some((s, time.at(moment?)))) {
                    self.by_block[block as usize] += credit * time / total;
                }
            }
            let met = (0..time.count).filter(|b| self.by_block[*b as usize] > 0.0);
            let entries: Vec<(u32, f32)> = met.map(|b| (b, self.by_block[b as usize] as f32)).collect();
            self.by_block.fill(0.0);
            self.model.samples[1].push(entries)?;
        }
        self.at += 1;
        Ok(arcs.len() + self.by_block.len() + 1)
    }
}

/// What a tie adds to the strength of its pair, as credit counts it.
fn strength(params: &CreditParams<'_>, data: &Dataset, topic: Option<TopicOfTies<'_>>, tie: usize) -> f64 {
    let ties = &data.ties;
    let topic = topic.map_or(1.0, |topic| topic.of(ties.post[tie]));
    let faded = match (params.half_life, ties.time.at(tie)) {
        (Some(h), Some(time)) => exp2(-((params.end - time).max(0) as f64) / h),
        _ => 1.0,
    };
    params.weights.of(ties.layer[tie]) * f64::from(ties.weight[tie]).max(0.0) * topic * faded
}

impl Steps for BuildModel {
    type Output = Result<Model>;

    fn step(&mut self) -> bool {
        let mut looked_at = 0;
        while self.at < self.model.places() && looked_at < ARCS_A_STEP {
            match self.place() {
                Ok(arcs) => looked_at += arcs,
                Err(error) => {
                    self.failed = Some(error);
                    self.at = self.model.places();
                }
            }
        }
        self.at == self.model.places()
    }

    fn share_done(&self) -> f64 {
        if self.model.order.is_empty() { 1.0 } else { self.at as f64 / self.model.places() as f64 }
    }

    fn finish(self) -> Result<Model> {
        match self.failed {
            Some(error) => Err(error),
            None => Ok(self.model),
        }
    }
}

fn no_room() -> crate::error::Error {
    ErrorKind::OutOfMemory { what: "replicates" }.into()
}
