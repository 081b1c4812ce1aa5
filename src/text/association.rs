//! Association: how often a word comes with the subject, beyond chance.
//!
//! ```text
//! nPMI = ln( p(w,q) / (p(w) p(q)) ) / −ln p(w,q)        a = nPMI between 0 and 1
//! ```
//!
//! | symbol | meaning |
//! |---|---|
//! | p(w) | share of the accounts that use the word |
//! | p(q) | share of the accounts that write about the subject |
//! | p(w,q) | share of the accounts that use the word in a post about the subject |
//!
//! 1: the word is used when, and only when, the subject is spoken of; 0: no more than by chance. **One account, one
//! vote**: what counts is who uses a word, not how often, or one account that repeats itself would make the vocabulary.
//!
//! Source: Bouma, *Normalized (Pointwise) Mutual Information in Collocation Extraction*, GSCL 2009.

use crate::math::ln;

/// Normalised pointwise mutual information, −1 to 1, of two properties that `first` and `second` out of `all` have, and
/// `both` have together. NaN when nobody has one of them; −1 when nobody has both.
///
/// ```
/// use sillage::text::association::npmi;
/// assert_eq!(npmi(10.0, 10.0, 10.0, 100.0), 1.0);
/// assert_eq!(npmi(1.0, 10.0, 10.0, 100.0), 0.0);
/// assert!((npmi(5.0, 10.0, 10.0, 100.0) - 0.5372435).abs() < 1e-7);
/// ```
pub fn npmi(both: f64, first: f64, second: f64, all: f64) -> f64 {
    if first == 0.0 || second == 0.0 {
        return f64::NAN;
    }
    if both == 0.0 {
        return -1.0;
    }
    if both >= all {
        // Everybody has both: certain, and no news.
        return 0.0;
    }
    let joint = both / all;
    (ln(joint * all / first * all / second) / -ln(joint)).clamp(-1.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bounds() {
        assert!(npmi(0.0, 0.0, 3.0, 10.0).is_nan());
        assert_eq!(npmi(0.0, 3.0, 3.0, 10.0), -1.0);
        assert_eq!(npmi(10.0, 10.0, 10.0, 10.0), 0.0);
    }

    proptest! {
        #[test]
        fn within_bounds_and_symmetric(both in 0u32..50, more in 0u32..50, other in 0u32..50, rest in 0u32..500) {
            let (a, b) = (f64::from(both + more), f64::from(both + other));
            let all = f64::from(both + more + other + rest);
            let value = npmi(f64::from(both), a, b, all);
            prop_assert!(value.is_nan() || (-1.0..=1.0).contains(&value));
            let back = npmi(f64::from(both), b, a, all);
            prop_assert!((value.is_nan() && back.is_nan()) || (value - back).abs() <= 1e-12);
        }
    }
}
