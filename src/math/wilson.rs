//! How sure a share is: Wilson's interval, Newcombe's for the difference of two shares, Bonett and Price's for a balance.
//!
//! ```text
//! share       (p + z²/2n ± z √( p(1−p)/n + z²/4n² )) / (1 + z²/n)
//! difference  d − √((p₁−l₁)² + (u₂−p₂)²)  to  d + √((u₁−p₁)² + (p₂−l₂)²),   d = p₁ − p₂, l and u by Wilson
//! balance     (p̃₁−p̃₂) ± z √( (p̃₁+p̃₂−(p̃₁−p̃₂)²) / (n+2) ),   p̃ = (count + 1) / (n + 2)
//! ```
//!
//! | symbol | meaning |
//! |---|---|
//! | n | how many could have; not a whole number where votes were split |
//! | p | share that did |
//! | z | 1.96 for an interval that holds 95 times in 100, 2.576 for 99 |
//!
//! Unlike p ± z√(p(1−p)/n), the first never leaves 0 to 1 and says something of 0 out of 5.
//!
//! Sources: Wilson, JASA 22, 1927; Newcombe, Statistics in Medicine 17(8), 1998, method 10; Bonett & Price, Journal of
//! Educational and Behavioral Statistics 37(4), 2012.

use super::sqrt;

/// z of an interval that holds 95 times in 100.
pub const Z95: f64 = 1.959_963_984_540_054;
/// z of one that holds 99 times in 100.
pub const Z99: f64 = 2.575_829_303_548_901;

/// A value and the interval that it lies in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounded {
    /// The value.
    pub value: f64,
    /// Its lower bound.
    pub low: f64,
    /// Its upper bound.
    pub high: f64,
}

/// A share of `hits` out of `n`, either of which need not be whole. `None` without anything to count.
///
/// ```
/// use sillage::math::wilson::{Z95, share};
/// let one = share(15.0, 148.0, Z95).unwrap(); // Newcombe 1998: 0.0624 to 0.1605
/// assert!((one.low - 0.0624).abs() < 5e-5 && (one.high - 0.1605).abs() < 5e-5);
/// assert!(share(0.0, 0.0, Z95).is_none());
/// ```
pub fn share(hits: f64, n: f64, z: f64) -> Option<Bounded> {
    if !(n > 0.0 && n.is_finite() && hits >= 0.0) {
        return None;
    }
    let p = (hits / n).min(1.0);
    let z2 = z * z;
    let middle = p + z2 / (2.0 * n);
    let spread = z * sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));
    let whole = 1.0 + z2 / n;
    let low = if p == 0.0 { 0.0 } else { ((middle - spread) / whole).max(0.0) };
    let high = if p == 1.0 { 1.0 } else { ((middle + spread) / whole).min(1.0) };
    Some(Bounded { value: p, low, high })
}

/// By how much a first share is above a second. `None` where one of the two is of nothing.
///
/// ```
/// use sillage::math::wilson::{Z95, difference};
/// let d = difference((56.0, 70.0), (48.0, 80.0), Z95).unwrap(); // Newcombe 1998, case (a): 0.0524 to 0.3339
/// assert!((d.value - 0.2).abs() < 1e-12);
/// assert!((d.low - 0.0524).abs() < 5e-5 && (d.high - 0.3339).abs() < 5e-5);
/// ```
pub fn difference(first: (f64, f64), second: (f64, f64), z: f64) -> Option<Bounded> {
    let (a, b) = (share(first.0, first.1, z)?, share(second.0, second.1, z)?);
    let value = a.value - b.value;
    let apart = |x: f64, y: f64| sqrt(x * x + y * y);
    let low = value - apart(a.value - a.low, b.high - b.value);
    let high = value + apart(a.high - a.value, b.value - b.low);
    Some(Bounded { value, low: low.max(-1.0), high: high.min(1.0) })
}

/// The balance of those for and those against out of `n`, −1 to 1; the others are for neither. `None` without anybody.
///
/// ```
/// use sillage::math::wilson::{Z95, balance};
/// let net = balance(8.0, 2.0, 20.0, Z95).unwrap();
/// assert!((net.value - 0.3).abs() < 1e-12 && net.low > -0.03 && net.high < 0.6);
/// let all = balance(5.0, 0.0, 5.0, Z95).unwrap();
/// assert!(all.value == 1.0 && all.low < 0.6 && all.high == 1.0, "five of five is not everybody");
/// ```
pub fn balance(favour: f64, against: f64, n: f64, z: f64) -> Option<Bounded> {
    if !(n > 0.0 && n.is_finite() && favour >= 0.0 && against >= 0.0) {
        return None;
    }
    let (p, q) = ((favour + 1.0) / (n + 2.0), (against + 1.0) / (n + 2.0));
    let spread = z * sqrt(((p + q - (p - q) * (p - q)) / (n + 2.0)).max(0.0));
    let value = (favour - against) / n;
    // The middle of the interval is drawn towards 0: the value stays inside.
    let (low, high) = ((p - q - spread).min(value), (p - q + spread).max(value));
    Some(Bounded { value, low: low.max(-1.0), high: high.min(1.0) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_is_said_of_nothing() {
        for (hits, n) in [(0.0, 0.0), (1.0, -1.0), (f64::NAN, 3.0), (1.0, f64::NAN), (1.0, f64::INFINITY)] {
            assert_eq!(share(hits, n, Z95), None, "{hits} of {n}");
            assert_eq!(balance(hits, 0.0, n, Z95), None, "{hits} of {n}");
        }
        assert_eq!(difference((1.0, 2.0), (0.0, 0.0), Z95), None);
    }

    #[test]
    fn all_and_none_are_bounded_on_one_side() {
        let (none, all) = (share(0.0, 5.0, Z95).unwrap(), share(5.0, 5.0, Z95).unwrap());
        assert_eq!((none.low, all.high), (0.0, 1.0));
        // Wilson by hand: z²/(n + z²) = 3.8415/8.8415.
        assert!((none.high - 0.434_5).abs() < 1e-4 && (all.low - 0.565_5).abs() < 1e-4);
    }

    proptest! {
        #[test]
        fn intervals_hold_their_value(hits in 0u32..200, more in 0u32..200, other in 0u32..200, rest in 1u32..200) {
            let (x, n) = (f64::from(hits), f64::from(hits + more).max(1.0));
            let (y, m) = (f64::from(other), f64::from(other + rest));
            let one = share(x, n, Z95).unwrap();
            prop_assert!(0.0 <= one.low && one.low <= one.value && one.value <= one.high && one.high <= 1.0);
            let wider = share(x, n, Z99).unwrap();
            prop_assert!(wider.low <= one.low && one.high <= wider.high);
            let d = difference((x, n), (y, m), Z95).unwrap();
            let back = difference((y, m), (x, n), Z95).unwrap();
            prop_assert!(d.low <= d.value && d.value <= d.high && (d.low + back.high).abs() < 1e-12);
            let net = balance(x, y, x + y + f64::from(rest), Z95).unwrap();
            prop_assert!(-1.0 <= net.low && net.low <= net.value && net.value <= net.high && net.high <= 1.0);
        }
    }
}
