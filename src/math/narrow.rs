//! Weights in 32 bits.

/// A sum of weights in the 32 bits that a graph keeps: what is above zero stays above it, and finite.
///
/// ```
/// use sillage::math::narrow;
/// assert_eq!((narrow(1e-300), narrow(1e300)), (f32::MIN_POSITIVE, f32::MAX));
/// assert_eq!((narrow(0.0), narrow(0.1)), (0.0, 0.1));
/// ```
#[inline]
pub fn narrow(total: f64) -> f32 {
    if total > 0.0 {
        total.clamp(f64::from(f32::MIN_POSITIVE), f64::from(f32::MAX)) as f32
    } else {
        total as f32
    }
}

#[cfg(test)]
mod tests {
    use super::narrow;

    #[test]
    fn a_sum_keeps_what_is_above_zero_above_it_and_finite() {
        assert_eq!(narrow(1e-300), f32::MIN_POSITIVE);
        assert_eq!((narrow(1e300), narrow(f64::INFINITY)), (f32::MAX, f32::MAX));
        assert_eq!((narrow(0.0), narrow(0.1)), (0.0, 0.1));
        assert!(narrow(f64::NAN).is_nan() && narrow(-2.0) == -2.0);
    }
}
