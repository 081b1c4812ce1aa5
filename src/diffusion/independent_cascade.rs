//! Independent cascade: each newly active node tries once at each of those it may activate.
//!
//! Whether the try on an arc succeeds may be drawn before anything spreads (a *live* arc). What a team reaches is then
//! what it can walk to over live arcs, and who may reach a node is what can be walked to from it backwards: a
//! reverse-reachable set.
//!
//! # Source
//! Kempe, Kleinberg and Tardos 2003; drawing successes of equal arcs together: Guo, Wang, Wei and Chen 2020.

use super::Influence;
use super::row::Draw;
use crate::math::rng::Stream;

/// Calls `reached` for every node whose try at `node` succeeds, in an order that depends on the stream alone.
/// Returns how many draws it took, about.
///
/// Where probabilities are equal, how many tries succeed is drawn first (binomial, by inversion) and then which ones
/// (Floyd 1987): the draws are as many as the successes, not as the arcs. Where they are unequal but small the same
/// is done by the largest one, and each success kept with its share of it.
#[inline]
pub(crate) fn tries_at(
    influence: &Influence,
    node: u32,
    stream: &mut Stream,
    placed: &mut Vec<u32>,
    mut reached: impl FnMut(u32),
) -> usize {
    let row = influence.rows[node as usize];
    let end = influence.rows[node as usize + 1].start as usize;
    let start = row.start as usize;
    let from = &influence.in_from[start..end];
    if row.draw == Draw::EachEqual {
        // Which saves reading probabilities, and nodes whose tries fail.
        for u in from {
            if stream.next_f64() < f64::from(row.most) {
                reached(*u);
            }
        }
        return from.len() + 1;
    }
    if row.draw == Draw::Each {
        for (u, p) in from.iter().zip(&influence.in_p[start..end]) {
            if stream.next_f64() < f64::from(*p) {
                reached(*u);
            }
        }
        return from.len() + 1;
    }
    let count = successes(from.len(), row.most, row.none, stream.next_f64());
    let thinned = row.draw == Draw::Thinned;
    let mut keep = |at: u32, stream: &mut Stream| {
        let kept = !thinned
            || stream.next_f64() * f64::from(row.most) < f64::from(influence.in_p[start + at as usize]);
        if kept {
            reached(from[at as usize]);
        }
    };
    if count == 1 {
        let at = below(stream, from.len());
        keep(at, stream);
        return 3;
    }
    placed.clear();
    for last in from.len() - count..from.len() {
        let drawn = below(stream, last + 1);
        let at = if placed.contains(&drawn) { last as u32 } else { drawn };
        placed.push(at);
        keep(at, stream);
    }
    2 * count + 1
}

/// How many of `tries` succeed, `none` being the probability that none does, by one uniform number.
#[inline]
fn successes(tries: usize, p: f32, none: f32, mut uniform: f64) -> usize {
    let odds = f64::from(p) / (1.0 - f64::from(p));
    let mut probability = f64::from(none);
    let mut count = 0;
    while uniform >= probability && count < tries {
        uniform -= probability;
        count += 1;
        probability *= odds * (tries - count + 1) as f64 / count as f64;
    }
    count
}

/// A whole number below `bound`, uniform to one part in 2^53 of it.
#[inline]
pub(crate) fn below(stream: &mut Stream, bound: usize) -> u32 {
    (stream.next_f64() * bound as f64) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often each of the arcs at node 0 succeeds, and how often none does.
    fn frequencies(p: &[f32], runs: u64) -> (Vec<f64>, f64) {
        let arcs = p.iter().enumerate().map(|(at, p)| (at as u32 + 1, 0, *p));
        let influence = Influence::new(p.len() + 1, arcs).unwrap();
        let (mut hits, mut none, mut placed) = (vec![0.0; p.len()], 0.0, Vec::new());
        for run in 0..runs {
            let mut stream = Stream::new(5, "tries", run);
            let mut any = false;
            tries_at(&influence, 0, &mut stream, &mut placed, |u| {
                hits[u as usize - 1] += 1.0 / runs as f64;
                any = true;
            });
            none += f64::from(u8::from(!any)) / runs as f64;
        }
        (hits, none)
    }

    #[test]
    fn every_way_of_drawing_has_the_same_probabilities() {
        let unequal: Vec<f32> = (1..=40).map(|i| 0.004 * i as f32).collect();
        for p in [vec![0.3; 4], vec![0.1; 10], vec![0.2; 30], vec![0.01; 100], unequal, vec![1.0; 7]] {
            let runs = 40_000;
            let (hits, none) = frequencies(&p, runs);
            let away = |p: f64| 4.5 * (p * (1.0 - p) / runs as f64).sqrt() + 1e-9;
            for (found, p) in hits.iter().zip(&p) {
                assert!((found - f64::from(*p)).abs() < away(f64::from(*p)), "{found} {p}");
            }
            let expected: f64 = p.iter().map(|p| 1.0 - f64::from(*p)).product();
            assert!((none - expected).abs() < away(expected), "{none} {expected}");
        }
    }

    #[test]
    fn successes_go_by_the_binomial() {
        let none = 0.9_f64.powi(20);
        assert_eq!(successes(20, 0.1, none as f32, 0.0), 0);
        assert_eq!(successes(20, 0.1, none as f32, none + 1e-6), 1);
        assert_eq!(successes(20, 0.1, none as f32, none * (1.0 + 20.0 / 9.0) + 1e-6), 2);
        assert!(successes(20, 0.1, none as f32, 1.0 - 1e-16) <= 20);
    }
}
