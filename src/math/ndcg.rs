//! Normalised discounted cumulative gain: how well an order puts first what turned out to matter.

use super::{log2, sum};

/// NDCG@k of an order, with linear gains: `Σ gain_i / log2(i + 1)` over the first `k`, divided by the best possible.
///
/// `gains` are in the order to be judged and not negative. Returns `None` when every gain is 0: nothing to find.
///
/// ```
/// let ndcg = sillage::math::ndcg(&[3.0, 2.0, 3.0, 0.0, 1.0, 2.0], 6).unwrap();
/// assert!((ndcg - 0.960808).abs() < 1e-6);
/// ```
pub fn ndcg(gains: &[f64], k: usize) -> Option<f64> {
    let discounted = |gains: &[f64]| {
        sum(gains.iter().take(k).enumerate().filter(|g| *g.1 > 0.0).map(|(i, g)| g / log2(i as f64 + 2.0)))
    };
    let mut best: Vec<f64> = gains.iter().copied().filter(|g| *g > 0.0).collect();
    best.sort_unstable_by(|a, b| b.total_cmp(a));
    let ideal = discounted(&best);
    (ideal > 0.0).then(|| discounted(gains) / ideal)
}
