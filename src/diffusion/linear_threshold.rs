//! Linear threshold: a node becomes active when enough of the weight around it is.
//!
//! Equivalent to each node choosing at most one arc that reaches it, with its weight as probability, before anything
//! spreads: what a team reaches is what it can walk to over chosen arcs, and a reverse-reachable set is one walk
//! backwards.
//!
//! # Source
//! Kempe, Kleinberg and Tardos 2003, theorem 4.6.

use super::Influence;
use super::row::Draw;
use crate::error::Result;
use crate::graph::column::room;
use crate::math::rng::Stream;

/// What the weights at each node add up to, and 1 where they come to less: by this they are divided.
///
/// # Errors
/// `memory.exhausted`.
pub(crate) fn totals(influence: &Influence) -> Result<Vec<f64>> {
    let mut totals = room(influence.nodes())?;
    for node in 0..influence.nodes() {
        let sum: f64 = influence.activated_by(node).1.iter().map(|p| f64::from(*p)).sum();
        totals.push(sum.max(1.0));
    }
    Ok(totals)
}

/// The neighbour that `node` listens to in this draw, if any, and how long it took to find.
#[inline]
pub(crate) fn chosen_by(
    influence: &Influence,
    node: u32,
    total: f64,
    stream: &mut Stream,
) -> (Option<u32>, usize) {
    let row = influence.rows[node as usize];
    let end = influence.rows[node as usize + 1].start as usize;
    let from = &influence.in_from[row.start as usize..end];
    let mut left = stream.next_f64() * total;
    if matches!(row.draw, Draw::Equal | Draw::EachEqual) {
        let at = (left / f64::from(row.most)) as usize;
        return (from.get(at).copied(), 1);
    }
    for (at, (u, p)) in from.iter().zip(&influence.in_p[row.start as usize..end]).enumerate() {
        left -= f64::from(*p);
        if left < 0.0 {
            return (Some(*u), at + 1);
        }
    }
    (None, from.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_neighbour_is_chosen_by_its_weight() {
        for p in [vec![0.2, 0.5], vec![0.1; 10], vec![0.05; 8], vec![0.9, 0.6], vec![0.3; 20]] {
            let arcs = p.iter().enumerate().map(|(at, p)| (at as u32 + 1, 0, *p));
            let influence = Influence::new(p.len() + 1, arcs).unwrap();
            let total = totals(&influence).unwrap()[0];
            let (runs, mut hits) = (40_000, vec![0.0; p.len()]);
            for run in 0..runs {
                let mut stream = Stream::new(1, "chosen", run);
                if let Some(u) = chosen_by(&influence, 0, total, &mut stream).0 {
                    hits[u as usize - 1] += 1.0 / runs as f64;
                }
            }
            for (found, p) in hits.iter().zip(&p) {
                let expected = f64::from(*p) / total;
                assert!(
                    (found - expected).abs() < 4.5 * (expected / runs as f64).sqrt(),
                    "{found} {expected}"
                );
            }
        }
    }
}
