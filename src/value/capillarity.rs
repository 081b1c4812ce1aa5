//! Capillarity: how many circles an account gets into; beside visibility, how well known it is.

use crate::error::Result;
use crate::graph::column::{filled, room};
use crate::math::quantile::{median_unsorted, mid_rank_percentiles};
use crate::math::{exp, ln, pow};
use crate::model::NONE;
use crate::score::{Context, FactorColumn};

/// People below whom capillarity cannot be told.
pub const MIN_PEOPLE: u32 = 5;
/// Size of the sample that accounts are compared at, at the most: it bounds the work.
pub const MOST: usize = 200;

/// Effective number of communities that the people who react to each account come from, as if so many had reacted to
/// every one of them; NaN with fewer than [`MIN_PEOPLE`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Capillarity {
    /// Effective communities of each account, 1 or more.
    pub communities: Vec<f64>,
    /// People that all accounts are compared at: the median of those with enough.
    pub people: usize,
    /// Why nobody has it: a stable code.
    pub missing: Option<&'static str>,
}

/// Hill numbers of order 1, `exp(−Σ q_c ln q_c)`, at a common sample size m.
///
/// An account with more than m people is rarefied: the mean entropy of m of them drawn at random. One with fewer is
/// extrapolated: `H(m) = n/m · H_n + (1 − n/m) · Ĥ`, with Chao, Wang and Jost's estimate Ĥ of the entropy of the whole
/// public. m is the median number of people over accounts with [`MIN_PEOPLE`] at least, 200 at the most; nobody is
/// extrapolated beyond twice their own number, where estimates are known to stray.
///
/// # Complexity
/// O(arcs), and O(m) for each account and number of people that its communities have.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Hill 1973; Chao et al. 2014, "Rarefaction and extrapolation with Hill numbers", Ecological Monographs 84.
pub fn capillarity(context: &Context<'_>) -> Result<Capillarity> {
    let (graph, n) = (&context.attention.graph, context.accounts());
    let missing =
        |reason| Ok(Capillarity { communities: vec![f64::NAN; n], people: 0, missing: Some(reason) });
    let Some(found) = context.communities.filter(|_| context.has_credit) else { return missing("no_ties") };
    let of = |account: u32| found.of.get(account as usize).copied().filter(|c| *c != NONE);
    let (mut starts, mut counts) = (room(n + 1)?, Vec::new());
    let mut sizes = Vec::new();
    let mut tally = filled(0_u32, found.sizes.len())?;
    let mut met = Vec::new();
    starts.push(0_usize);
    for b in 0..n {
        let people = graph.sources(b).iter().zip(graph.in_arcs(b));
        let people = people.filter(|(_, arc)| context.credit.arc[**arc as usize] > 0.0);
        let mut total = 0;
        for community in people.filter_map(|(a, _)| of(*a)) {
            if tally[community as usize] == 0 {
                met.push(community);
            }
            tally[community as usize] += 1;
            total += 1;
        }
        let own = met.drain(..).map(|community| std::mem::take(&mut tally[community as usize]));
        if total >= MIN_PEOPLE {
            sizes.push(f64::from(total));
            counts.extend(own);
        } else {
            own.for_each(drop);
        }
        starts.push(counts.len());
    }
    if sizes.is_empty() {
        return missing("few_people");
    }
    let people = (median_unsorted(&mut sizes) as usize).min(MOST);
    let of = |b: usize| {
        let own = &mut counts[starts[b]..starts[b + 1]];
        own.sort_unstable();
        if own.is_empty() { f64::NAN } else { exp(entropy_at(own, people)) }
    };
    Ok(Capillarity { communities: (0..n).map(of).collect(), people, missing: None })
}

/// Entropy of a public, by people per community in ascending order, at a sample of m people.
fn entropy_at(counts: &[u32], m: usize) -> f64 {
    let n = counts.iter().sum::<u32>() as usize;
    if m <= n {
        return rarefied(counts, n, m);
    }
    let share = n as f64 / m.min(2 * n) as f64;
    share * observed(counts, n as f64) + (1.0 - share) * of_the_whole(counts, n)
}

fn observed(counts: &[u32], n: f64) -> f64 {
    -counts.iter().map(|x| f64::from(*x) / n).map(|q| q * ln(q)).sum::<f64>()
}

/// Mean entropy of m people out of n drawn without putting back: `Σ_k −(k/m) ln(k/m)` times the expected number of
/// communities with k of them, a sum of hypergeometric probabilities.
fn rarefied(counts: &[u32], n: usize, m: usize) -> f64 {
    let mut entropy = 0.0;
    for group in counts.chunk_by(|a, b| a == b) {
        let x = group[0] as usize;
        // P(k = 0) = C(n − x, m) / C(n, m); where it is 0, the recurrence begins at the least k there can be.
        let least = (m + x).saturating_sub(n);
        let mut p = exp(ln_choose(x, least) + ln_choose(n - x, m - least) - ln_choose(n, m));
        let mut of_group = 0.0;
        for k in least..=x.min(m) {
            if k > 0 {
                let q = k as f64 / m as f64;
                of_group -= q * ln(q) * p;
            }
            // What remains of the other communities is not used up: k is at least what does not fit into them.
            p *= (x - k) as f64 * (m - k) as f64 / ((k + 1) as f64 * (n + k + 1 - x - m) as f64);
        }
        entropy += group.len() as f64 * of_group;
    }
    entropy.max(0.0)
}

fn ln_choose(n: usize, k: usize) -> f64 {
    let gamma = |x: usize| crate::math::lgamma(x as f64 + 1.0);
    if k == 0 || k == n { 0.0 } else { gamma(n) - gamma(k) - gamma(n - k) }
}

/// Chao, Wang and Jost's estimate of the entropy of the public that n people are a sample of.
fn of_the_whole(counts: &[u32], n: usize) -> f64 {
    let size = n as f64;
    let harmonic = |from: usize, to: usize| (from..to).map(|k| 1.0 / k as f64).sum::<f64>();
    let seen: f64 = counts.iter().map(|x| f64::from(*x) / size * harmonic(*x as usize, n)).sum();
    let times = |k: u32| counts.iter().filter(|x| **x == k).count() as f64;
    let (once, twice) = (times(1), times(2));
    let a = if twice > 0.0 {
        2.0 * twice / ((size - 1.0) * once + 2.0 * twice)
    } else if once > 0.0 {
        2.0 / ((size - 1.0) * (once - 1.0) + 2.0)
    } else {
        1.0
    };
    if a >= 1.0 {
        return seen;
    }
    // (1 − a)^(1−n) · (−ln a − Σ_(r<n) (1 − a)^r / r), which is Σ_(j≥1) (1 − a)^j / (n − 1 + j).
    let b = 1.0 - a;
    let scale = pow(b, size - 1.0);
    let unseen = if scale > 1e-6 {
        (-ln(a) - (1..n).map(|r| pow(b, r as f64) / r as f64).sum::<f64>()) / scale
    } else {
        let (mut sum, mut power, mut j) = (0.0, b, 1.0);
        while power > 1e-16 {
            sum += power / (size - 1.0 + j);
            (power, j) = (power * b, j + 1.0);
        }
        sum
    };
    seen + once / size * unseen
}

/// Visibility: the percentile of popularity, 0 to 100; NaN where popularity is unknown.
pub fn visibility(popularity: &FactorColumn) -> Vec<f64> {
    mid_rank_percentiles(&popularity.natural).into_iter().map(|p| 100.0 * p).collect()
}

#[cfg(test)]
#[path = "capillarity_tests.rs"]
mod tests;
