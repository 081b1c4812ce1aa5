//! How unlikely a count is: upper bounds of tails, without tables.

use crate::math::{exp, ln, sqrt};

/// Bound of the chance that `k` or more of `n` come out, each with chance `q`: `exp(−n · KL(k/n ‖ q))`, after Chernoff.
/// 1 when no more came out than expected; never below the chance itself.
pub fn more_than_expected(k: f64, n: f64, q: f64) -> f64 {
    let p = k / n;
    if !(n > 0.0 && q > 0.0 && p > q) {
        return 1.0;
    }
    if q >= 1.0 {
        return 1.0;
    }
    let part = |p: f64, q: f64| if p > 0.0 { p * ln(p / q) } else { 0.0 };
    exp(-n * (part(p, q) + part(1.0 - p, 1.0 - q)).max(0.0))
}

/// Chance that a standard normal number is below `z`.
pub fn below(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// Chance that a χ² of `freedom` degrees is below `x`, after Wilson and Hilferty.
pub fn chi_square_below(x: f64, freedom: f64) -> f64 {
    let spread = 2.0 / (9.0 * freedom);
    below((libm::cbrt(x / freedom) - (1.0 - spread)) / sqrt(spread))
}

/// Chances adjusted for how many were looked at (Holm): multiplied by what is left to look at, never falling.
pub fn holm(p: &mut [f64]) {
    let mut order: Vec<u32> = (0..p.len() as u32).collect();
    order.sort_unstable_by(|a, b| p[*a as usize].total_cmp(&p[*b as usize]).then(a.cmp(b)));
    let mut least = 0.0_f64;
    for (at, i) in order.into_iter().enumerate() {
        let left = (p.len() - at) as f64;
        least = least.max((p[i as usize] * left).min(1.0));
        p[i as usize] = least;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold_against_exact_tails() {
        // P(X ≥ 8) for n = 10, q = 0.5 is 56/1024.
        let bound = more_than_expected(8.0, 10.0, 0.5);
        assert!((56.0 / 1024.0..0.2).contains(&bound), "{bound}");
        assert_eq!(more_than_expected(4.0, 10.0, 0.5), 1.0);
        assert_eq!(more_than_expected(0.0, 0.0, 0.5), 1.0);
        assert!(more_than_expected(10.0, 10.0, 0.5) >= 0.5_f64.powi(10) * 0.999);
    }

    #[test]
    fn normal_and_chi_square() {
        assert!((below(-1.959_963_985) - 0.025).abs() < 1e-9);
        // The 5 % point of χ² with 23 degrees is 13.091.
        assert!((chi_square_below(13.091, 23.0) - 0.05).abs() < 1e-3);
    }

    #[test]
    fn holm_by_hand() {
        let mut p = [0.01, 0.04, 0.03, 0.005];
        holm(&mut p);
        let expected = [0.03, 0.06, 0.06, 0.02];
        assert!(p.iter().zip(expected).all(|(p, e)| (p - e).abs() < 1e-12), "{p:?}");
        holm(&mut []);
    }
}
