//! From sub-factors to pillars, composite, coverage and rank.

use super::factor::{FactorColumn, Pillar};
use super::objective::{Objective, PillarWeights};
use crate::math::quantile::median_unsorted;
use crate::math::{exp, ln};

/// Share of what these data can tell about anybody that must be known of an account for it to be ranked.
pub const ENOUGH: f64 = 0.5;

/// Pillars, composite and order of every account. Unknown is NaN.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// Pillars, 0 to 100: the mean of what is known of their sub-factors.
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
    /// Accounts in order: those with enough data, best first, then the others.
    pub order: Vec<u32>,
    /// How many have enough data: the first ones of `order`.
    pub ranked: usize,
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
    /// A pillar is the plain mean of its known sub-factors. The score is `exp(Σ w_k ln max(s_k, 1))` over the known
    /// pillars, their weights scaled up to 1: a profile that is excellent twice and nothing once must not win, and
    /// a missing column is as if it had never been asked for. `credit` breaks ties, and gives the order when there is
    /// no objective.
    pub fn compose(
        factors: &[FactorColumn],
        weights: PillarWeights,
        by_credit: bool,
        credit: &[f64],
    ) -> Scores {
        let n = credit.len();
        let mut scores = Scores { weights, ..Scores::default() };
        scores.coverage = vec![0.0; n];
        for pillar in Pillar::ALL {
            let own: Vec<&FactorColumn> = factors.iter().filter(|f| f.name.pillar() == pillar).collect();
            let mut column = vec![f64::NAN; n];
            for (account, value) in column.iter_mut().enumerate() {
                let (mut total, mut known) = (0.0, 0.0);
                for score in own.iter().map(|f| f.score[account]).filter(|s| !s.is_nan()) {
                    total += score;
                    known += 1.0;
                }
                if known > 0.0 {
                    *value = total / known;
                    scores.coverage[account] += weights.of(pillar) * known / own.len() as f64;
                }
            }
            let mut known: Vec<f64> = column.iter().filter(|v| !v.is_nan()).map(|v| v.max(1.0)).collect();
            scores.medians[pillar as usize] = median_unsorted(&mut known);
            scores.pillars[pillar as usize] = column;
        }
        scores.score = (0..n).map(|account| scores.score_of(account)).collect();
        scores.best_coverage = scores.coverage.iter().copied().fold(0.0, f64::max);
        scores.rank(by_credit, credit);
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
        self.coverage[account] > 0.0 && self.coverage[account] >= ENOUGH * self.best_coverage
    }

    fn rank(&mut self, by_credit: bool, credit: &[f64]) {
        let (first, second) = if by_credit { (credit, &self.score[..]) } else { (&self.score[..], credit) };
        // Unknown last; accounts are numbered by key, which settles what is left.
        let down = |column: &[f64], a: u32, b: u32| {
            let value =
                |i: u32| if column[i as usize].is_nan() { f64::NEG_INFINITY } else { column[i as usize] };
            value(b).total_cmp(&value(a))
        };
        let mut order: Vec<u32> = (0..credit.len() as u32).collect();
        order.sort_unstable_by(|a, b| {
            let apart = |i: u32| !self.enough(i as usize);
            apart(*a)
                .cmp(&apart(*b))
                .then_with(|| down(first, *a, *b))
                .then_with(|| down(second, *a, *b))
                .then(a.cmp(b))
        });
        self.ranked = order.partition_point(|i| self.enough(*i as usize));
        self.place = vec![0; order.len()];
        for (place, account) in order.iter().enumerate() {
            self.place[*account as usize] = place as u32;
        }
        self.order = order;
    }
}
