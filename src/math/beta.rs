//! The Beta distribution: its cumulative distribution and its quantiles.

use super::functions::{exp, lgamma, ln, ln_1p};

/// Chance that a Beta(a, b) number is at most `x`: the regularised incomplete beta function `I_x(a, b)`.
///
/// `NaN` for parameters that are not positive. The continued fraction of Lentz, on the side where it converges fast;
/// some 1e-13 of the value.
///
/// Source: Press et al., *Numerical Recipes*, 3rd ed., 6.4; DLMF 8.17.22.
///
/// ```
/// use sillage::math::beta::beta_cdf;
/// assert!((beta_cdf(0.3, 2.0, 5.0) - 0.579825).abs() < 1e-6);
/// ```
pub fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    if !(a > 0.0 && b > 0.0) || x.is_nan() {
        return f64::NAN;
    }
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = exp(log_front(x, a, b));
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(1.0 - x, b, a) / b
    }
}

/// The number that a Beta(a, b) number stays below with chance `p`; `NaN` for what is no chance, or no distribution.
///
/// Newton's steps inside a shrinking bracket; at most a hundred of them.
///
/// ```
/// use sillage::math::beta::{beta_cdf, beta_quantile};
/// assert!((beta_quantile(0.05, 3.0, 9.0) - 0.078820).abs() < 1e-6);
/// ```
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    let sound = a > 0.0 && b > 0.0 && (0.0..=1.0).contains(&p);
    if !sound {
        return f64::NAN;
    }
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    let mut x = a / (a + b);
    for _ in 0..100 {
        let apart = beta_cdf(x, a, b) - p;
        if apart > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let density = exp(log_front(x, a, b)) / (x * (1.0 - x));
        let mut next = x - apart / density;
        if !(next > low && next < high) {
            // Towards 0 by factors: quantiles of small parameters are very small numbers.
            next = if low == 0.0 { (high * 0.125).max(f64::MIN_POSITIVE) } else { 0.5 * (low + high) };
        }
        if (next - x).abs() <= 1e-14 * x {
            return next;
        }
        x = next;
    }
    x
}

/// `ln(x^a (1 − x)^b / B(a, b))`.
fn log_front(x: f64, a: f64, b: f64) -> f64 {
    lgamma(a + b) - lgamma(a) - lgamma(b) + a * ln(x) + b * ln_1p(-x)
}

fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let floor = |v: f64| if v.abs() < TINY { TINY } else { v };
    let (mut c, mut d) = (1.0, 1.0 / floor(1.0 - (a + b) * x / (a + 1.0)));
    let mut result = d;
    // The square root of the greater parameter is how many terms it takes.
    for m in 1..5_000 {
        let m = f64::from(m);
        for term in [
            m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0)),
        ] {
            d = 1.0 / floor(1.0 + term * d);
            c = floor(1.0 + term / c);
            result *= c * d;
        }
        if (c * d - 1.0).abs() < 1e-15 {
            break;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_values() {
        // scipy.stats.beta.cdf, .ppf
        for (x, a, b, expected) in [
            (0.3, 2.0, 5.0, 0.579_825),
            (0.5, 0.5, 0.5, 0.5),
            (0.01, 0.5, 3.0, 0.186_253_75),
            (0.2, 1.0, 1.0, 0.2),
            (0.7, 300.0, 120.0, 0.255_630_203_790_894_35),
        ] {
            assert!((beta_cdf(x, a, b) - expected).abs() < 1e-9, "{x} {a} {b}: {}", beta_cdf(x, a, b));
        }
        assert!((beta_quantile(0.5, 4.0, 4.0) - 0.5).abs() < 1e-12);
        assert!((beta_quantile(0.05, 1.0, 4.0) - (1.0 - crate::math::pow(0.95, 0.25))).abs() < 1e-12);
    }

    #[test]
    fn edges() {
        assert_eq!((beta_cdf(0.0, 2.0, 3.0), beta_cdf(1.0, 2.0, 3.0)), (0.0, 1.0));
        assert!(beta_cdf(0.5, 0.0, 1.0).is_nan() && beta_quantile(0.5, 1.0, f64::NAN).is_nan());
        assert!(beta_quantile(1.5, 1.0, 1.0).is_nan());
        assert!(beta_quantile(1e-9, 0.5, 1e6) >= 0.0);
    }

    proptest! {
        #[test]
        fn the_quantile_turns_the_distribution_round(
            p in 0.001..0.999_f64, a in 0.5..2000.0_f64, b in 0.5..2000.0_f64,
        ) {
            let x = beta_quantile(p, a, b);
            prop_assert!((beta_cdf(x, a, b) - p).abs() < 1e-9, "{x}");
            prop_assert!((beta_cdf(x, a, b) + beta_cdf(1.0 - x, b, a) - 1.0).abs() < 1e-9);
        }
    }
}
