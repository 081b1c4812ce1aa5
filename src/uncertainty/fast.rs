//! A logarithm for single precision that a compiler can run in lanes.

/// Natural logarithm of a positive normal number, to some 1e-6: sums and products alone, so the same bits everywhere.
///
/// `x = 2^e m` with `m` in `[√½, √2)`; `ln m = 2 artanh((m−1)/(m+1))`, four terms of its series.
#[inline]
pub fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    // Subtracting the bits of √½ leaves the exponent that makes the rest lie about 1.
    let exponent = (bits.wrapping_sub(0x3f35_04f3) as i32) >> 23;
    let m = f32::from_bits(bits.wrapping_sub((exponent as u32) << 23));
    let t = (m - 1.0) / (m + 1.0);
    let t2 = t * t;
    let series = 2.0 * t * (1.0 + t2 * (0.333_333_34 + t2 * (0.2 + t2 * (0.142_857_15 + t2 * 0.111_111_11))));
    exponent as f32 * std::f32::consts::LN_2 + series
}

/// The greater of two numbers, neither of which is NaN.
#[inline]
pub fn max(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// The smaller of two numbers, neither of which is NaN.
#[inline]
pub fn min(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_to_the_true_logarithm() {
        let mut x = 1e-6_f32;
        while x < 1e9 {
            let expected = crate::math::ln(f64::from(x));
            assert!((f64::from(ln(x)) - expected).abs() < 2e-6 * expected.abs().max(1.0), "{x}");
            x *= 1.003;
        }
        assert_eq!(ln(1.0), 0.0);
    }
}
