//! Log-odds with an informative Dirichlet prior: which words one group uses more than another.
//!
//! ```text
//! δ = ln( (y₁+α) / (n₁+α₀−y₁−α) ) − ln( (y₂+α) / (n₂+α₀−y₂−α) )        z = δ / √( 1/(y₁+α) + 1/(y₂+α) )
//! ```
//!
//! | symbol | meaning |
//! |---|---|
//! | y₁, y₂ | times the word is used in the one group and in the other |
//! | n₁, n₂ | words of each group |
//! | α₀ | weight of the prior, in words |
//! | α | α₀ times the word's share of both groups together |
//! | z | standard deviations from "used alike"; above 3: far more than chance |
//!
//! Unlike a ratio of shares, z does not favour words that were used twice.
//!
//! Source: Monroe, Colaresi & Quinn, *Fightin' Words*, Political Analysis 16(4), 2008, equations 15, 16 and 22.

use crate::math::ln;

/// Weight of the prior (Monroe et al. use that order of size for texts of this length).
pub const PRIOR: f64 = 50.0;

/// Two groups that are compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogOdds {
    /// Words of the one group.
    pub first: f64,
    /// Words of the other.
    pub second: f64,
    /// Weight of the prior.
    pub prior: f64,
}

impl LogOdds {
    /// z of a word used `first` times in the one group and `second` times in the other; NaN when it is used in neither.
    ///
    /// ```
    /// use sillage::text::log_odds::LogOdds;
    /// let groups = LogOdds { first: 141.0, second: 141.0, prior: 50.0 };
    /// assert!((groups.z(30.0, 3.0) - 4.15439).abs() < 1e-5);
    /// ```
    pub fn z(&self, first: f64, second: f64) -> f64 {
        let (y1, y2) = (first, second);
        let all = self.first + self.second;
        let alpha = self.prior * (y1 + y2) / all;
        let odds = |y: f64, n: f64| (y + alpha) / (n + self.prior - y - alpha);
        let delta = ln(odds(y1, self.first)) - ln(odds(y2, self.second));
        delta / (1.0 / (y1 + alpha) + 1.0 / (y2 + alpha)).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn golden() {
        // glace 30/3, chocolat 10/8, vélo 1/20, le 100/110; α₀ = 50.
        let groups = LogOdds { first: 141.0, second: 141.0, prior: PRIOR };
        for (y1, y2, expected) in [
            (30.0, 3.0, 4.15439),
            (10.0, 8.0, 0.432_096),
            (1.0, 20.0, -3.416_728),
            (100.0, 110.0, -2.327_105),
        ] {
            let z = groups.z(y1, y2);
            assert!((z - expected).abs() < 1e-5, "{z} {expected}");
        }
        assert!(groups.z(0.0, 0.0).is_nan());
    }

    proptest! {
        #[test]
        fn changing_sides_changes_the_sign(y1 in 0u32..50, y2 in 1u32..50, more in 1u32..500) {
            let (y1, y2, n1, n2) = (f64::from(y1), f64::from(y2), 60.0, 60.0 + f64::from(more));
            let z = LogOdds { first: n1, second: n2, prior: PRIOR }.z(y1, y2);
            let back = LogOdds { first: n2, second: n1, prior: PRIOR }.z(y2, y1);
            prop_assert!((z + back).abs() < 1e-9);
            let higher = LogOdds { first: n1, second: n2, prior: PRIOR }.z(y1 + 1.0, y2);
            prop_assert!(higher > z - 0.5);
        }
    }
}
