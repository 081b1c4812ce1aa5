//! Why a score is what it is: contributions that add up to it exactly.

use super::composite::Scores;
use super::factor::Pillar;
use crate::math::{exp, ln};
use serde::Serialize;

/// What one pillar brings to a score.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
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
}

/// A score and what it is made of: `ln(score / baseline)` is the sum of the contributions.
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
pub fn explain(scores: &Scores, account: usize) -> Explanation {
    let weights = scores.weights_of(account);
    let contributions = Pillar::ALL.map(|pillar| {
        let (value, median) = (scores.pillars[pillar as usize][account], scores.medians[pillar as usize]);
        let weight = weights[pillar as usize];
        let known = !value.is_nan();
        Contribution {
            pillar,
            weight,
            value: known.then_some(value),
            median: (!median.is_nan()).then_some(median),
            contribution: known.then(|| weight * (ln(value.max(1.0)) - ln(median))),
        }
    });
    let score = scores.score[account];
    let baseline: f64 =
        (0..3).filter(|k| weights[*k] > 0.0).map(|k| weights[k] * ln(scores.medians[k])).sum();
    Explanation {
        score: (!score.is_nan()).then_some(score),
        baseline: (!score.is_nan()).then(|| exp(baseline)),
        contributions,
    }
}
