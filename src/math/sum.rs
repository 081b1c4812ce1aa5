//! Compensated sums in a fixed order (Neumaier 1974): an error of a few units in the last place whatever the length.

/// A running compensated sum.
///
/// ```
/// use sillage::math::{Sum, sum};
/// assert_eq!(sum([1.0, 1e100, 1.0, -1e100]), 2.0); // a plain loop gives 0
/// let mut s = Sum::default();
/// s.add(0.1);
/// assert_eq!(s.total(), 0.1);
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Sum {
    total: f64,
    lost: f64,
}

impl Sum {
    /// Adds one value.
    #[inline]
    pub fn add(&mut self, x: f64) {
        let t = self.total + x;
        self.lost += if self.total.abs() >= x.abs() { (self.total - t) + x } else { (x - t) + self.total };
        self.total = t;
    }

    /// The sum so far. Infinite terms give an infinite sum, `NaN` terms `NaN`.
    #[inline]
    pub fn total(&self) -> f64 {
        if self.total.is_finite() { self.total + self.lost } else { self.total }
    }
}

/// Sum of the values in the order given.
pub fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut s = Sum::default();
    for x in values {
        s.add(x);
    }
    s.total()
}

/// Mean of the known values: `NaN` are left out, `NaN` comes back when none is known.
pub fn mean(values: &[f64]) -> f64 {
    let known = values.iter().filter(|x| !x.is_nan()).count();
    if known == 0 {
        return f64::NAN;
    }
    sum(values.iter().copied().filter(|x| !x.is_nan())) / known as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ten_million_tenths() {
        assert_eq!(sum(std::iter::repeat_n(0.1, 10_000_000)), 1_000_000.0);
    }

    #[test]
    fn infinite_and_unknown() {
        assert_eq!(sum([1.0, f64::INFINITY]), f64::INFINITY);
        assert!(sum([f64::NAN, 1.0]).is_nan());
        assert_eq!(mean(&[f64::NAN, 1.0, 3.0]), 2.0);
        assert!(mean(&[f64::NAN]).is_nan());
    }

    proptest! {
        #[test]
        fn exact_on_integers(v in prop::collection::vec(-1_000_000i64..1_000_000, 0..200)) {
            prop_assert_eq!(sum(v.iter().map(|&x| x as f64)), v.iter().sum::<i64>() as f64);
        }
    }
}
