//! From sub-factors to pillars, composite, coverage and rank.

use super::factor::FactorColumn;
use super::gate::GateColumn;
use super::objective::{Gate, Objective};
use super::pillar::{Pillar, SubFactor};
use super::weights::{FactorWeights, PillarWeights};
use crate::math::quantile::median_unsorted;
use crate::math::{exp, ln};

/// Share of what these data can tell about anybody that must be known of an account for it to be ranked.
pub const ENOUGH: f64 = 0.5;

/// What a composition goes by.
#[derive(Debug, Clone, Copy)]
pub struct Recipe<'a> {
    /// Weights of the pillars, adding up to 1.
    pub weights: PillarWeights,
    /// Weights of the sub-factors; only their ratios inside a pillar matter.
    pub factor_weights: FactorWeights,
    /// Whether credit gives the order, as it does without an objective.
    pub by_credit: bool,
    /// What is asked of an account first.
    pub gate: Option<&'a GateColumn>,
}

impl Recipe<'_> {
    /// What an objective asks for, its gate left out.
    pub fn of(objective: Objective) -> Self {
        let preset = objective.preset();
        Recipe {
            weights: preset.weights,
            factor_weights: preset.factor_weights,
            by_credit: objective == Objective::None,
            gate: None,
        }
    }
}

/// Pillars, composite and order of every account. Unknown is NaN.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// Pillars, 0 to 100: the weighted mean of what is known of their sub-factors.
    pub pillars: [Vec<f64>; 3],
    /// Weighted geometric mean of the pillars known, 1 to 100.
    pub score: Vec<f64>,
    /// Share of the objective's weight that is known, 0 to 1.
    pub coverage: Vec<f64>,
    /// Most that any account has.
    pub best_coverage: f64,
    /// Median of each pillar over the accounts where it is known, at least 1; NaN where nobody has it.
    pub medians: [f64; 3],
    /// Weights used, adding up to 1.
    pub weights: PillarWeights,
    /// Weights of the sub-factors used.
    pub factor_weights: FactorWeights,
    /// Whether credit gave the order.
    pub by_credit: bool,
    /// The gate that was applied; `None` without one, and where the data cannot tell who passes.
    pub gate: Option<Gate>,
    /// Accounts in order: those with enough data, best first, then the others. Behind a gate, those that pass come
    /// before those that do not.
    pub order: Vec<u32>,
    /// How many have enough data: the first ones of `order`.
    pub ranked: usize,
    /// How many of these pass the gate: the first ones of `order`; all of them where there is none.
    pub passed: usize,
    /// Place of each account in `order`.
    pub place: Vec<u32>,
}

impl Default for PillarWeights {
    fn default() -> Self {
        Objective::None.weights()
    }
}

impl Scores {
    /// Composes the score of every account.
    ///
    /// A pillar is the weighted mean of its known sub-factors. The score is `exp(Σ w_k ln max(s_k, 1))` over the
    /// known pillars, their weights scaled up to 1: a profile that is excellent twice and nothing once must not win,
    /// and a missing column is as if it had never been asked for. `credit` breaks ties, and gives the order when the
    /// recipe says so; the number of the account settles what is left.
    ///
    /// # Complexity
    /// O(accounts · (sub-factors + log accounts)) time; about 60 bytes an account.
    pub fn compose(factors: &[FactorColumn], recipe: &Recipe<'_>, credit: &[f64]) -> Scores {
        let n = credit.len();
        let Recipe { weights, factor_weights, by_credit, gate } = *recipe;
        let gate = gate.filter(|gate| gate.missing.is_none());
        let mut scores =
            Scores { weights, factor_weights, by_credit, gate: gate.map(|g| g.gate), ..Scores::default() };
        scores.coverage = vec![0.0; n];
        // The same share, of what anybody has: what the data cannot tell of anyone speaks against nobody.
        let mut relative = vec![0.0; n];
        let anybody: f64 = Pillar::ALL
            .iter()
            .filter(|p| known_weight(factors, &factor_weights, **p) > 0.0)
            .map(|p| weights.of(*p))
            .sum();
        for pillar in Pillar::ALL {
            let own = columns(factors, &factor_weights, pillar);
            let whole = whole_weight(&factor_weights, pillar);
            let known = known_weight(factors, &factor_weights, pillar);
            let of_all = weights.of(pillar) / whole;
            let of_known = weights.of(pillar) / (known * anybody);
            let mut column = vec![f64::NAN; n];
            for (account, value) in column.iter_mut().enumerate() {
                let (mut total, mut weight) = (0.0, 0.0);
                for (w, score) in &own {
                    let score = score[account];
                    if !score.is_nan() {
                        total += w * score;
                        weight += w;
                    }
                }
                if weight > 0.0 {
                    *value = total / weight;
                    scores.coverage[account] += of_all * weight;
                    relative[account] += of_known * weight;
                }
            }
            let mut known: Vec<f64> = column.iter().filter(|v| !v.is_nan()).map(|v| v.max(1.0)).collect();
            scores.medians[pillar as usize] = median_unsorted(&mut known);
            scores.pillars[pillar as usize] = column;
        }
        scores.score = (0..n).map(|account| scores.score_of(account)).collect();
        scores.best_coverage = scores.coverage.iter().copied().fold(0.0, f64::max);
        scores.rank(&relative, gate, credit);
        scores
    }

    /// Weight of each pillar for an account: scaled up over those that are known; 0 where unknown.
    pub fn weights_of(&self, account: usize) -> [f64; 3] {
        let known = Pillar::ALL
            .map(|p| if self.pillars[p as usize][account].is_nan() { 0.0 } else { self.weights.of(p) });
        let total: f64 = known.iter().sum();
        if total > 0.0 { known.map(|w| w / total) } else { [0.0; 3] }
    }

    fn score_of(&self, account: usize) -> f64 {
        let weights = self.weights_of(account);
        if weights == [0.0; 3] {
            return f64::NAN;
        }
        let log: f64 = (0..3)
            .filter(|k| weights[*k] > 0.0)
            .map(|k| weights[k] * ln(self.pillars[k][account].max(1.0)))
            .sum();
        exp(log)
    }

    /// Whether enough is known of an account for it to be ranked.
    pub fn enough(&self, account: usize) -> bool {
        (self.place[account] as usize) < self.ranked
    }

    /// Whether an account that is ranked passes the gate.
    pub fn passes(&self, account: usize) -> bool {
        (self.place[account] as usize) < self.passed
    }

    /// What an account is ordered by: its credit or its score; NaN where unknown.
    pub fn key(&self, account: usize, credit: &[f64]) -> f64 {
        if self.by_credit { credit[account] } else { self.score[account] }
    }

    fn rank(&mut self, relative: &[f64], gate: Option<&GateColumn>, credit: &[f64]) {
        let n = credit.len();
        let best = relative.iter().copied().fold(0.0, f64::max);
        // A hair of tolerance: the same shares added up in another order are the same share.
        let least = ENOUGH * best * (1.0 - 1e-12);
        let (first, second) =
            if self.by_credit { (credit, &self.score[..]) } else { (&self.score[..], credit) };
        let mut groups: [Vec<(u64, u32)>; 3] = Default::default();
        groups[0].reserve(n);
        for account in 0..n {
            let group = if !(relative[account] > 0.0 && relative[account] >= least) {
                2
            } else {
                usize::from(gate.is_some_and(|gate| !gate.passes(account)))
            };
            groups[group].push((descending(first[account]), account as u32));
        }
        self.passed = groups[0].len();
        self.ranked = groups[0].len() + groups[1].len();
        self.order = Vec::with_capacity(n);
        for group in &mut groups {
            group.sort_unstable();
            for alike in group.chunk_by_mut(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
                for (key, account) in alike.iter_mut() {
                    *key = descending(second[*account as usize]);
                }
                alike.sort_unstable();
            }
            self.order.extend(group.iter().map(|(_, account)| *account));
        }
        self.place = vec![0; n];
        for (place, account) in self.order.iter().enumerate() {
            self.place[*account as usize] = place as u32;
        }
    }
}

/// The columns of a pillar that weigh something.
fn columns<'a>(
    factors: &'a [FactorColumn],
    weights: &FactorWeights,
    pillar: Pillar,
) -> Vec<(f64, &'a [f64])> {
    factors
        .iter()
        .filter(|f| f.name.pillar() == pillar && weights.weight(f.name) > 0.0)
        .map(|f| (weights.weight(f.name), &f.score[..]))
        .collect()
}

/// Weight of all the sub-factors of a pillar.
fn whole_weight(weights: &FactorWeights, pillar: Pillar) -> f64 {
    SubFactor::ALL.iter().filter(|f| f.pillar() == pillar).map(|f| weights.weight(*f)).sum()
}

/// Weight of those that are known of anybody.
fn known_weight(factors: &[FactorColumn], weights: &FactorWeights, pillar: Pillar) -> f64 {
    let known =
        columns(factors, weights, pillar).into_iter().filter(|(_, score)| score.iter().any(|s| !s.is_nan()));
    known.map(|(weight, _)| weight).sum()
}

/// A key that sorts numbers from great to small, unknown last, in integers: many times faster than comparing floats
/// through a column.
fn descending(value: f64) -> u64 {
    if value.is_nan() {
        return u64::MAX;
    }
    let bits = (value + 0.0).to_bits();
    // Order of the integers is order of the numbers once negative ones are turned over.
    let ascending = if bits >> 63 == 1 { !bits } else { bits | 1 << 63 };
    !ascending
}
