//! Quantiles (type 7) and mid-rank percentiles.

use std::cmp::Ordering;

/// Quantile of type 7 (Hyndman & Fan 1996; the default of R and NumPy) of a slice sorted in ascending order.
///
/// `h = (n-1)·p`, linear between the two neighbours of `h`. `p` is clamped to `[0, 1]`. `NaN` when the slice is empty.
///
/// ```
/// use sillage::math::quantile::quantile;
/// assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.25), 1.75);
/// ```
pub fn quantile(sorted: &[f64], p: f64) -> f64 {
    if sorted.is_empty() {
        return f64::NAN;
    }
    let (low, fraction) = position(sorted.len(), p);
    match sorted.get(low + 1) {
        Some(&next) if fraction > 0.0 => between(sorted[low], next, fraction),
        _ => sorted[low],
    }
}

/// The same quantile of an unsorted slice, by selection: O(n), and the slice is left in another order.
pub fn quantile_unsorted(values: &mut [f64], p: f64) -> f64 {
    if values.is_empty() {
        return f64::NAN;
    }
    let (low, fraction) = position(values.len(), p);
    let (_, &mut at, above) = values.select_nth_unstable_by(low, f64::total_cmp);
    match above.iter().copied().min_by(f64::total_cmp) {
        Some(next) if fraction > 0.0 => between(at, next, fraction),
        _ => at,
    }
}

/// Median of a slice sorted in ascending order. `NaN` when it is empty.
pub fn median(sorted: &[f64]) -> f64 {
    quantile(sorted, 0.5)
}

/// Median by selection; the slice is left in another order. `NaN` when it is empty.
pub fn median_unsorted(values: &mut [f64]) -> f64 {
    quantile_unsorted(values, 0.5)
}

/// Mid-rank percentile of each value among the known ones, in `[0, 1]`: `(#below + 0.5·#equal) / N`.
///
/// `NaN` is unknown: it is left out of `N` and stays `NaN`. `-0.0` equals `0.0`. Cost: one sort.
///
/// ```
/// use sillage::math::quantile::mid_rank_percentiles;
/// assert_eq!(mid_rank_percentiles(&[10.0, 20.0, 20.0, 30.0]), [0.125, 0.5, 0.5, 0.875]);
/// ```
pub fn mid_rank_percentiles(column: &[f64]) -> Vec<f64> {
    let mut known: Vec<u32> = (0..column.len() as u32).filter(|&i| !column[i as usize].is_nan()).collect();
    // Unknown values are gone, so the order is total; equal values get the same rank whatever their order.
    known.sort_unstable_by(|&a, &b| {
        column[a as usize].partial_cmp(&column[b as usize]).unwrap_or(Ordering::Equal)
    });
    let total = known.len() as f64;
    let mut out = vec![f64::NAN; column.len()];
    let mut start = 0;
    for group in known.chunk_by(|&a, &b| column[a as usize] == column[b as usize]) {
        let percentile = (start as f64 + 0.5 * group.len() as f64) / total;
        for &i in group {
            out[i as usize] = percentile;
        }
        start += group.len();
    }
    out
}

/// The percentile that [`mid_rank_percentiles`] gives to one value of the column, by counting: O(n), no sort.
/// `NaN` when the value is unknown.
pub fn mid_rank_percentile(column: &[f64], value: f64) -> f64 {
    if value.is_nan() {
        return f64::NAN;
    }
    let (mut below, mut equal, mut known) = (0_usize, 0_usize, 0_usize);
    for x in column.iter().filter(|x| !x.is_nan()) {
        known += 1;
        below += usize::from(*x < value);
        equal += usize::from(*x == value);
    }
    (below as f64 + 0.5 * equal as f64) / known as f64
}

fn position(len: usize, p: f64) -> (usize, f64) {
    let h = (len - 1) as f64 * p.clamp(0.0, 1.0);
    let low = (libm::floor(h) as usize).min(len - 1);
    (low, h - low as f64)
}

fn between(a: f64, b: f64, fraction: f64) -> f64 {
    if a == b { a } else { a + fraction * (b - a) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn type_seven() {
        // R: quantile(c(1,2,4,8,16), c(.05,.5,.9,.995), type=7)
        let v = [1.0, 2.0, 4.0, 8.0, 16.0];
        for (p, expected) in [(0.0, 1.0), (0.05, 1.2), (0.5, 4.0), (0.9, 12.8), (0.995, 15.84), (1.0, 16.0)] {
            assert!((quantile(&v, p) - expected).abs() < 1e-12, "{p}");
        }
        assert!(quantile(&[], 0.5).is_nan());
        assert_eq!(median(&[7.0]), 7.0);
        assert_eq!(median_unsorted(&mut [9.0, 1.0, 5.0, 3.0]), 4.0);
    }

    #[test]
    fn one_percentile_is_that_of_the_whole_column() {
        let column = [3.0, f64::NAN, 0.0, -0.0, 3.0, 8.0, 1.0];
        for (value, expected) in column.iter().zip(mid_rank_percentiles(&column)) {
            assert_eq!(mid_rank_percentile(&column, *value).to_bits(), expected.to_bits(), "{value}");
        }
    }

    #[test]
    fn unknown_values_are_left_out_of_percentiles() {
        let p = mid_rank_percentiles(&[f64::NAN, 1.0, 0.0, -0.0, f64::NAN]);
        assert!(p[0].is_nan() && p[4].is_nan());
        assert!((p[1] - 5.0 / 6.0).abs() < 1e-15);
        assert_eq!(p[2], p[3]);
        assert!(mid_rank_percentiles(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn selection_equals_sorting(mut v in prop::collection::vec(-1e6f64..1e6, 1..60), p in 0.0f64..=1.0) {
            let mut sorted = v.clone();
            sorted.sort_by(f64::total_cmp);
            prop_assert_eq!(quantile_unsorted(&mut v, p).to_bits(), quantile(&sorted, p).to_bits());
        }

        #[test]
        fn percentiles_average_one_half(v in prop::collection::vec(0u8..9, 1..80)) {
            let p = mid_rank_percentiles(&v.iter().map(|&x| f64::from(x)).collect::<Vec<_>>());
            let mean = p.iter().sum::<f64>() / p.len() as f64;
            prop_assert!((mean - 0.5).abs() < 1e-12);
        }
    }
}
