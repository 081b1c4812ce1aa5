//! Why a score is what it is: contributions of pillars, and of the sub-factors inside them, that add up to it exactly.

use super::composite::Scores;
use super::factor::FactorColumn;
use super::pillar::{Pillar, SubFactor};
use crate::math::{exp, ln, ln_1p};
use serde::Serialize;

/// What one sub-factor brings to its pillar and to the score.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Share {
    /// Which sub-factor.
    pub factor: SubFactor,
    /// Its weight inside the pillar, scaled up over what is known; 0 where unknown.
    pub weight: f64,
    /// The account's value, 0 to 100.
    pub value: Option<f64>,
    /// `weight · value`: these add up to the pillar.
    pub of_pillar: Option<f64>,
    /// What it brings to the pillar's contribution: these add up to it.
    pub contribution: Option<f64>,
    /// The same in points of score: these add up to the pillar's points.
    pub points: Option<f64>,
}

/// What one pillar brings to a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Contribution {
    /// Which pillar.
    pub pillar: Pillar,
    /// Its weight, after scaling up over what is known; 0 where unknown.
    pub weight: f64,
    /// The account's value, 0 to 100.
    pub value: Option<f64>,
    /// The median over the accounts where it is known, at least 1.
    pub median: Option<f64>,
    /// `weight · (ln value − ln median)`; `None` where unknown.
    pub contribution: Option<f64>,
    /// The same in points of score; `None` where unknown.
    pub points: Option<f64>,
    /// What its sub-factors bring.
    pub shares: Vec<Share>,
}

/// A score and what it is made of.
///
/// `ln(score / baseline)` is the sum of the contributions, and `score − baseline` the sum of the points: those of the
/// three pillars, or those of all their sub-factors.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// The score; `None` when nothing is known.
    pub score: Option<f64>,
    /// The score of an account at the median of every pillar known here.
    pub baseline: Option<f64>,
    /// One entry a pillar.
    pub contributions: [Contribution; 3],
}

/// Explains the score of an account.
///
/// A pillar `s` of weight `w` and median `m` contributes `w (ln s − ln m)`. Inside it, sub-factor `j` of weight `v_j`
/// contributes `w v_j (s_j − m) / L(s, m)`, where `L(s, m) = (s − m) / (ln s − ln m)` is the logarithmic mean: since
/// `Σ v_j (s_j − m) = s − m`, these add up to the pillar's contribution without a rest. In the same way the points
/// are contributions times `L(score, baseline)`. Pillars below 1 count as 1; what that adds goes to all of their
/// sub-factors alike.
///
/// Source of the split: Ang, *Energy Policy* 33 (2005) 867 (logarithmic mean Divisia index, additive form).
pub fn explain(scores: &Scores, factors: &[FactorColumn], account: usize) -> Explanation {
    let weights = scores.weights_of(account);
    let score = scores.score[account];
    let baseline: f64 =
        (0..3).filter(|k| weights[*k] > 0.0).map(|k| weights[k] * ln(scores.medians[k])).sum();
    let baseline = exp(baseline);
    let per_unit = logarithmic_mean(score, baseline);
    let contributions = Pillar::ALL.map(|pillar| {
        let (value, median) = (scores.pillars[pillar as usize][account], scores.medians[pillar as usize]);
        let weight = weights[pillar as usize];
        let known = !value.is_nan();
        let contribution = known.then(|| weight * log_ratio(value.max(1.0), median));
        let points = contribution.map(|c| c * per_unit).filter(|p| !p.is_nan());
        Contribution {
            pillar,
            weight,
            value: known.then_some(value),
            median: (!median.is_nan()).then_some(median),
            contribution,
            points,
            shares: shares(scores, factors, account, pillar, weight, per_unit),
        }
    });
    Explanation {
        score: (!score.is_nan()).then_some(score),
        baseline: (!score.is_nan()).then_some(baseline),
        contributions,
    }
}

/// Weight of each sub-factor inside its pillar for an account: scaled up over those that are known; 0 where unknown.
pub fn shares_of(
    scores: &Scores,
    factors: &[FactorColumn],
    account: usize,
    pillar: Pillar,
) -> Vec<(usize, f64)> {
    let own = factors.iter().enumerate().filter(|(_, f)| f.name.pillar() == pillar);
    let weight =
        |f: &FactorColumn| if f.score[account].is_nan() { 0.0 } else { scores.factor_weights.weight(f.name) };
    let all: Vec<(usize, f64)> = own.map(|(at, f)| (at, weight(f))).collect();
    let total: f64 = all.iter().map(|a| a.1).sum();
    all.into_iter().map(|(at, w)| (at, if total > 0.0 { w / total } else { 0.0 })).collect()
}

fn shares(
    scores: &Scores,
    factors: &[FactorColumn],
    account: usize,
    pillar: Pillar,
    weight: f64,
    per_unit: f64,
) -> Vec<Share> {
    let (value, median) = (scores.pillars[pillar as usize][account], scores.medians[pillar as usize]);
    // What the floor of the pillar lifts each of its sub-factors by.
    let lift = (1.0 - value).max(0.0);
    let per_value = weight / logarithmic_mean(value.max(1.0), median);
    let share = |(at, inside): (usize, f64)| {
        let own = factors[at].score[account];
        let counted = (inside > 0.0).then_some(());
        let contribution = counted.map(|()| inside * (own + lift - median) * per_value);
        Share {
            factor: factors[at].name,
            weight: inside,
            value: (!own.is_nan()).then_some(own),
            of_pillar: counted.map(|()| inside * own),
            contribution,
            points: contribution.map(|c| c * per_unit).filter(|p| !p.is_nan()),
        }
    };
    shares_of(scores, factors, account, pillar).into_iter().map(share).collect()
}

/// `ln(a / b)`, exact where the two are close.
fn log_ratio(a: f64, b: f64) -> f64 {
    let apart = (a - b) / b;
    if apart.abs() < 0.5 { ln_1p(apart) } else { ln(a) - ln(b) }
}

/// The logarithmic mean of two positive numbers: between the geometric and the arithmetic one.
fn logarithmic_mean(a: f64, b: f64) -> f64 {
    let logs = log_ratio(a, b);
    // Where the two are all but equal the quotient is rounding; the series is exact to the last bit.
    if logs.abs() < 1e-6 { 0.5 * (a + b) } else { (a - b) / logs }
}
