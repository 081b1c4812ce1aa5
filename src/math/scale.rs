//! From natural units to 0-100, among the accounts of one file.
//!
//! Percentiles hide the head and reward noise in the tail, min-max is ruled by one outlier: amounts are scaled by
//! their logarithm between two quantiles, shares by their logit. Scores are relative to the file and are not to be
//! compared between files.

use super::functions::{ln_1p, logit};
use super::quantile::quantile_unsorted;

/// Lower quantile: it scores 0.
pub const LOW: f64 = 0.05;
/// Upper quantile: it scores 100.
pub const HIGH: f64 = 0.995;
/// Shares are kept this far from 0 and 1, where the logit is infinite. Shrunken shares never come that close.
pub const SHARE_EDGE: f64 = 1e-6;

/// A 0-100 scale learnt from a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    kind: Kind,
    /// Natural value that scores 0: the 5 % quantile. `NaN` when the column has no value to learn from.
    pub low: f64,
    /// Natural value that scores 100: the 99.5 % quantile. `NaN` when the column has no value to learn from.
    pub high: f64,
    /// Whether the values differ. Without contrast every value scores 50 (amounts of 0 still score 0), and the
    /// interface says so.
    pub contrast: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Amount,
    Share,
}

impl Scale {
    /// Scale for amounts (0 or more, no upper bound):
    /// `100·clip((ln(1+x) - ln(1+q05)) / (ln(1+q995) - ln(1+q05)), 0, 1)`, quantiles of type 7 over `x > 0`.
    ///
    /// Unknown (`NaN`) and infinite values are left out. O(n), no sort.
    ///
    /// ```
    /// use sillage::math::scale::Scale;
    /// let scale = Scale::of_amounts(&[0.0, 1.0, 3.0, 7.0, 15.0]);
    /// assert_eq!(scale.score(0.0), 0.0);
    /// assert_eq!(scale.score(1e9), 100.0);
    /// assert!(scale.score(f64::NAN).is_nan());
    /// ```
    pub fn of_amounts(column: &[f64]) -> Self {
        Self::learn(Kind::Amount, column.iter().copied().filter(|&x| x > 0.0 && x.is_finite()).collect())
    }

    /// Scale for shares (0 to 1, shrunk beforehand): the logit between its 5 % and 99.5 % quantiles over known values.
    pub fn of_shares(column: &[f64]) -> Self {
        Self::learn(Kind::Share, column.iter().copied().filter(|x| x.is_finite()).collect())
    }

    fn learn(kind: Kind, mut known: Vec<f64>) -> Self {
        let low = quantile_unsorted(&mut known, LOW);
        let high = quantile_unsorted(&mut known, HIGH);
        let mut scale = Scale { kind, low, high, contrast: false };
        scale.contrast = scale.bend(high) > scale.bend(low);
        scale
    }

    /// The score of a value, 0 to 100; unknown (`NaN`, infinite) stays unknown.
    pub fn score(&self, x: f64) -> f64 {
        if !x.is_finite() {
            return f64::NAN;
        }
        if self.kind == Kind::Amount && x <= 0.0 {
            return 0.0;
        }
        if !self.contrast {
            return 50.0;
        }
        let (low, high) = (self.bend(self.low), self.bend(self.high));
        100.0 * ((self.bend(x) - low) / (high - low)).clamp(0.0, 1.0)
    }

    /// Scores of a whole column.
    pub fn scores(&self, column: &[f64]) -> Vec<f64> {
        column.iter().map(|&x| self.score(x)).collect()
    }

    fn bend(&self, x: f64) -> f64 {
        match self.kind {
            Kind::Amount => ln_1p(x),
            Kind::Share => logit(x.clamp(SHARE_EDGE, 1.0 - SHARE_EDGE)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_by_the_formula() {
        let column: Vec<f64> = (0..=1000).map(f64::from).collect();
        let scale = Scale::of_amounts(&column);
        // Type 7 over 1..=1000: 1 + 999·p.
        assert!((scale.low - 50.95).abs() < 1e-9 && (scale.high - 995.005).abs() < 1e-9);
        let expected = 100.0 * (ln_1p(300.0) - ln_1p(50.95)) / (ln_1p(995.005) - ln_1p(50.95));
        assert!((scale.score(300.0) - expected).abs() < 1e-9);
        assert_eq!((scale.score(0.0), scale.score(50.0), scale.score(1000.0)), (0.0, 0.0, 100.0));
        assert!(scale.contrast);
    }

    #[test]
    fn no_contrast_is_fifty_and_said() {
        let scale = Scale::of_amounts(&[0.0, 7.0, 7.0, f64::NAN]);
        assert!(!scale.contrast);
        assert_eq!((scale.score(7.0), scale.score(0.0)), (50.0, 0.0));
        assert!(scale.score(f64::NAN).is_nan());
        let nothing = Scale::of_amounts(&[0.0, f64::NAN]);
        assert!(!nothing.contrast && nothing.low.is_nan());
        assert_eq!(nothing.score(0.0), 0.0);
        assert_eq!(Scale::of_shares(&[0.3, 0.3]).score(0.3), 50.0);
        assert!(!Scale::of_shares(&[]).contrast);
    }

    #[test]
    fn shares_by_the_logit() {
        let scale = Scale::of_shares(&[0.1, 0.5, 0.9]);
        let middle = 100.0 * (logit(0.5) - logit(scale.low)) / (logit(scale.high) - logit(scale.low));
        assert!((scale.score(0.5) - middle).abs() < 1e-12);
        let extreme = Scale::of_shares(&[0.0, 1.0]);
        assert!(extreme.scores(&[0.0, 0.5, 1.0]).iter().all(|s| (0.0..=100.0).contains(s)));
    }

    proptest! {
        #[test]
        fn monotone_bounded_and_independent_of_order(
            mut column in prop::collection::vec(0.0f64..1e7, 1..60), a in 0.0f64..1e7, b in 0.0f64..1e7
        ) {
            let scale = Scale::of_amounts(&column);
            let (low, high) = (scale.score(a.min(b)), scale.score(a.max(b)));
            prop_assert!((0.0..=100.0).contains(&low) && low <= high && high <= 100.0);
            column.reverse();
            prop_assert_eq!(scale, Scale::of_amounts(&column));
        }
    }
}
