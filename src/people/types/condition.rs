//! What a rule asks of one column: a threshold, the border around it, and how far an account is from it.

use crate::math::quantile::{median_unsorted, quantile_unsorted};
use serde::Serialize;

/// What rules look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// Followers.
    Followers,
    /// Percentile of popularity, 0 to 100.
    Popularity,
    /// Share of what they say that is on the subject.
    OnTopic,
    /// Share of their ties that are answered.
    Reciprocity,
    /// Relevance, 0 to 100.
    Relevance,
    /// Within-module degree.
    Z,
    /// Authority, 0 to 100.
    Authority,
    /// Median rank quantile of first uses.
    Discovery,
    /// Hashtags and links that it was found on.
    Discoveries,
    /// Participation coefficient.
    Participation,
    /// Betweenness.
    Betweenness,
    /// Share of re-shares among their posts.
    Reshares,
    /// Relay index.
    Relay,
    /// Posts a week.
    Rhythm,
}

/// A condition, looked at.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// What it looks at.
    pub input: Input,
    /// Value of the account; NaN is unknown.
    pub value: f64,
    /// Where it begins to hold.
    pub threshold: f64,
    /// Whether larger values hold; otherwise smaller ones.
    pub at_least: bool,
    /// Whether it holds; `None` is unknown.
    pub holds: Option<bool>,
    /// Distance to the threshold in widths of the border, positive where it holds; NaN is unknown.
    pub margin: f64,
}

impl Condition {
    /// `value ≥ threshold`, or `>` where `strict`.
    pub(super) fn least(input: Input, value: f64, threshold: f64, width: f64, strict: bool) -> Condition {
        let margin = (value - threshold) / width;
        let holds = if strict { value > threshold } else { value >= threshold };
        let known = !value.is_nan() && !threshold.is_nan();
        Condition { input, value, threshold, at_least: true, holds: known.then_some(holds), margin }
    }

    /// `value ≤ threshold`, or `<` where `strict`.
    pub(super) fn most(input: Input, value: f64, threshold: f64, width: f64, strict: bool) -> Condition {
        let margin = (threshold - value) / width;
        let holds = if strict { value < threshold } else { value <= threshold };
        let known = !value.is_nan() && !threshold.is_nan();
        Condition { input, value, threshold, at_least: false, holds: known.then_some(holds), margin }
    }

    /// 0 to 1, one half at the threshold; 0 where it is unknown.
    pub(super) fn membership(&self) -> f64 {
        if self.margin.is_nan() { 0.0 } else { (0.5 + self.margin).clamp(0.0, 1.0) }
    }
}

/// Widths of borders, in the unit of each input.
pub(super) mod width {
    /// Of followers, as a share of the threshold.
    pub const FOLLOWERS: f64 = 0.5;
    /// Of scores and percentiles out of 100.
    pub const POINTS: f64 = 20.0;
    /// Of shares.
    pub const SHARE: f64 = 0.2;
    /// Of small shares such as reciprocity.
    pub const SMALL: f64 = 0.05;
    /// Of standard deviations.
    pub const Z: f64 = 1.0;
    /// Of hashtags and links.
    pub const ITEMS: f64 = 2.0;
    /// Of the relay index, a logarithm.
    pub const RELAY: f64 = 0.5;
    /// Of a quantile, as a share of its value.
    pub const TOP: f64 = 0.5;
}

/// Where a quantile of a column lies, and whether it is told apart from the middle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Top {
    least: f64,
    /// Half of the accounts are there already: only those above it stand out.
    strict: bool,
}

impl Top {
    /// The quantile of what is known of a column.
    pub fn of(column: &[f64], quantile: f64) -> Top {
        let mut known: Vec<f64> = column.iter().copied().filter(|x| !x.is_nan()).collect();
        let least = quantile_unsorted(&mut known, quantile);
        Top { least, strict: least <= median_unsorted(&mut known) }
    }

    /// Whether a value is as far up.
    pub fn condition(self, input: Input, value: f64) -> Condition {
        let width = (width::TOP * self.least).max(f64::MIN_POSITIVE);
        Condition::least(input, value, self.least, width, self.strict)
    }
}
