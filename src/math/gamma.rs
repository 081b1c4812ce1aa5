//! `ln Γ`, digamma and trigamma of a positive number in one evaluation.

use super::functions::ln;

/// `(ln Γ(x), ψ(x), ψ'(x))` for `x > 0`.
///
/// The argument is raised to at least 10 by `Γ(x+1) = x Γ(x)`, where the asymptotic series (Abramowitz & Stegun
/// 6.1.41, 6.3.18, 6.4.12) have an error below 1e-15 of the value.
pub(super) fn polygamma(x: f64) -> (f64, f64, f64) {
    let (mut z, mut product) = (x, 1.0);
    let (mut digamma, mut trigamma) = (0.0, 0.0);
    while z < 10.0 {
        product *= z;
        digamma -= 1.0 / z;
        trigamma += 1.0 / (z * z);
        z += 1.0;
    }
    let log = ln(z);
    let r = 1.0 / z;
    let r2 = r * r;
    let mut lgamma = (z - 0.5) * log - z
        + 0.918_938_533_204_672_8
        + r * (1.0 / 12.0
            - r2 * (1.0 / 360.0
                - r2 * (1.0 / 1260.0
                    - r2 * (1.0 / 1680.0 - r2 * (1.0 / 1188.0 - r2 * (691.0 / 360_360.0))))));
    if z != x {
        lgamma -= ln(product);
    }
    digamma += log
        - 0.5 * r
        - r2 * (1.0 / 12.0
            - r2 * (1.0 / 120.0
                - r2 * (1.0 / 252.0 - r2 * (1.0 / 240.0 - r2 * (1.0 / 132.0 - r2 * (691.0 / 32_760.0))))));
    trigamma += r
        + 0.5 * r2
        + r * r2
            * (1.0 / 6.0
                - r2 * (1.0 / 30.0
                    - r2 * (1.0 / 42.0 - r2 * (1.0 / 30.0 - r2 * (5.0 / 66.0 - r2 * (691.0 / 2730.0))))));
    (lgamma, digamma, trigamma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::lgamma;

    #[test]
    fn known_values() {
        let (_, digamma, trigamma) = polygamma(1.0);
        assert!((digamma + 0.577_215_664_901_532_9).abs() < 1e-14);
        assert!((trigamma - 1.644_934_066_848_226_4).abs() < 1e-14);
        let (_, digamma, trigamma) = polygamma(0.5);
        assert!((digamma + 1.963_510_026_021_423_5).abs() < 1e-14);
        assert!((trigamma - 4.934_802_200_544_679).abs() < 1e-13);
        for x in [1e-6, 0.1, 0.9, 1.0, 2.5, 9.99, 10.0, 50.0, 1e4, 1e9] {
            let (ours, ..) = polygamma(x);
            assert!((ours - lgamma(x)).abs() <= 1e-13 * lgamma(x).abs().max(1.0), "{x}");
        }
    }

    #[test]
    fn recurrences_hold() {
        for x in [0.01, 0.7, 3.3, 12.0, 400.0] {
            let (g0, d0, t0) = polygamma(x);
            let (g1, d1, t1) = polygamma(x + 1.0);
            assert!((g1 - g0 - ln(x)).abs() < 1e-11);
            assert!((d1 - d0 - 1.0 / x).abs() < 1e-12 / x.min(1.0));
            assert!((t0 - t1 - 1.0 / (x * x)).abs() < 1e-11 / (x * x).min(1.0));
        }
    }
}
