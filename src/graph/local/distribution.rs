//! How degrees, strengths or any other amounts are spread over the accounts.

use crate::error::Result;
use crate::graph::column::room;

/// A distribution of known values.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Distribution {
    /// The values there are, in order, each once.
    pub values: Vec<f64>,
    /// How many nodes have each.
    pub counts: Vec<u64>,
    /// Share of the nodes that have each value or more: the points of the complementary cumulative distribution.
    pub at_least: Vec<f64>,
    /// Nodes whose value is known.
    pub known: u64,
    /// Mean; `NaN` when no value is known.
    pub mean: f64,
    /// Gini coefficient: 0 when all have the same, near 1 when one has everything; `NaN` when nobody has anything, or
    /// somebody less than nothing.
    pub gini: f64,
}

/// The distribution of a column; `NaN` and infinite values are left out.
///
/// `Gini = Σ_i (2i − n − 1)·x_i / (n·Σ x)`, x in order, i from 1. The points of `at_least` over `values`, both axes
/// logarithmic, are nearly a straight line where a few hold most of the attention.
///
/// # Complexity
/// O(n log n), 8 bytes a value and 24 a distinct one.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Gini 1912, as in Dixon and others 1987, without the correction for small samples.
///
/// # Examples
/// ```
/// use sillage::graph::local::distribution::distribution;
/// let found = distribution([1.0, 0.0, 1.0, 2.0, f64::NAN])?;
/// assert_eq!(found.values, [0.0, 1.0, 2.0]);
/// assert_eq!(found.counts, [1, 2, 1]);
/// assert_eq!(found.at_least, [1.0, 0.75, 0.25]);
/// assert_eq!((found.known, found.mean, found.gini), (4, 1.0, 0.375));
/// # Ok::<(), sillage::error::Error>(())
/// ```
pub fn distribution(column: impl IntoIterator<Item = f64>) -> Result<Distribution> {
    let column = column.into_iter();
    let mut sorted = room(column.size_hint().0)?;
    // −0 is 0.
    sorted.extend(column.filter(|x| x.is_finite()).map(|x| x + 0.0));
    sorted.sort_unstable_by(f64::total_cmp);
    let n = sorted.len();
    let mut found = Distribution { known: n as u64, ..Distribution::default() };
    let (mut total, mut weighed) = (0.0, 0.0);
    for (i, x) in sorted.iter().enumerate() {
        total += x;
        weighed += (2.0 * (i + 1) as f64 - n as f64 - 1.0) * x;
        if found.values.last() == Some(x) {
            if let Some(count) = found.counts.last_mut() {
                *count += 1;
            }
        } else {
            found.values.push(*x);
            found.counts.push(1);
            found.at_least.push((n - i) as f64 / n as f64);
        }
    }
    found.mean = total / n as f64;
    let positive = total > 0.0 && found.values.first().is_some_and(|x| *x >= 0.0);
    found.gini = if positive { weighed / (n as f64 * total) } else { f64::NAN };
    Ok(found)
}
