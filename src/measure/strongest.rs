//! The ties of a map: the strongest ones among some accounts.

use super::running::ready;
use super::{Measured, Running, Subject, parsed};
use crate::error::{ErrorKind, Result};
use crate::graph::Undirected;
use crate::graph::layout::among;
use serde::Deserialize;
use serde_json::Value;

/// Ties by default: what a map still shows.
const MOST: usize = 12_000;

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct TiesParams {
    /// Accounts whose ties among one another are asked for, by index; all by default.
    accounts: Option<Vec<u32>>,
    /// Ties at the most.
    most: Option<usize>,
}

/// `ties`: columns `from`, `to` and `weight`, one row a tie, the lower index first; the weight is that of both
/// directions together. See [`strongest`] for which, and in what order.
pub(super) fn ties(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: TiesParams = parsed("params", params)?;
    let whole = subject.flat()?;
    let all = whole.nodes();
    let found = match given.accounts {
        None => strongest(&whole, given.most.unwrap_or(MOST))?,
        Some(asked) => {
            let asked = super::map::distinct(asked, all)?;
            let part = among(&whole, &asked)?;
            let mut found = strongest(&part, given.most.unwrap_or(MOST))?;
            for tie in &mut found.ties {
                let (a, b) = (asked[tie.0 as usize], asked[tie.1 as usize]);
                (tie.0, tie.1) = (a.min(b), a.max(b));
            }
            found
        }
    };
    let column = |of: &dyn Fn(&(u32, u32, f32)) -> f64| found.ties.iter().map(of).collect::<Vec<f64>>();
    Ok(ready(
        Measured::column("from", column(&|tie| f64::from(tie.0)))
            .and("to", column(&|tie| f64::from(tie.1)))
            .and("weight", column(&|tie| f64::from(tie.2)))
            .fact("ties", found.all)
            .fact("tied", found.tied),
    ))
}

/// Some of the ties of a graph.
#[derive(Debug, Default)]
struct Strongest {
    /// Both ends and the weight.
    ties: Vec<(u32, u32, f32)>,
    /// How many ties there are.
    all: usize,
    /// How many nodes have one.
    tied: usize,
}

/// The strongest ties: first the strongest one of each node, so that nobody who has ties looks alone, then the others,
/// each of the two groups by weight, then by number. What weighs nothing is none.
///
/// Cost: O(n log n + m + most · log most) time, O(m) memory.
///
/// # Errors
/// `memory.exhausted`.
fn strongest(graph: &Undirected, most: usize) -> Result<Strongest> {
    let mut ties: Vec<(u32, u32, f32)> = Vec::new();
    ties.try_reserve_exact(graph.ties()).map_err(|_| ErrorKind::OutOfMemory { what: "layout" })?;
    let mut tied = 0;
    let rank =
        |a: &(u32, u32, f32), b: &(u32, u32, f32)| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1)));
    let mut best: Vec<(u32, u32, f32)> = Vec::new();
    for node in 0..graph.nodes() {
        let row = graph.neighbours(node).iter().zip(graph.weights(node));
        let each = |(other, weight): (&u32, &f32)| {
            let (a, b) = (node as u32, *other);
            (a.min(b), a.max(b), *weight)
        };
        let row = row.map(each).filter(|tie| tie.2 > 0.0 && tie.2.is_finite());
        let mut first: Option<(u32, u32, f32)> = None;
        for tie in row {
            if tie.0 == node as u32 {
                ties.push(tie);
            }
            if first.as_ref().is_none_or(|first| rank(&tie, first).is_lt()) {
                first = Some(tie);
            }
        }
        if let Some(first) = first {
            tied += 1;
            best.push(first);
        }
    }
    let all = ties.len();
    // No more of them can be asked for, those that come first as the strongest of somebody included.
    if most < all {
        if most > 0 {
            ties.select_nth_unstable_by(most - 1, rank);
        }
        ties.truncate(most);
    }
    ties.sort_unstable_by(rank);
    best.sort_unstable_by(rank);
    best.dedup();
    // Those that are the strongest of somebody come first; both lists are in the same order.
    let mut at = best.iter().peekable();
    let others: Vec<(u32, u32, f32)> =
        ties.into_iter().filter(|tie| at.next_if(|first| *first == tie).is_none()).collect();
    best.extend(others);
    best.truncate(most);
    Ok(Strongest { ties: best, all, tied })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Graph;

    fn graph(arcs: &[(u32, u32, f32)], nodes: usize) -> Undirected {
        let mut arcs = arcs.to_vec();
        arcs.sort_by_key(|arc| (arc.0, arc.1));
        let from: Vec<u32> = arcs.iter().map(|arc| arc.0).collect();
        let to = arcs.iter().map(|arc| arc.1).collect();
        let weight = arcs.iter().map(|arc| arc.2).collect();
        Undirected::of(&Graph::from_sorted(nodes, &from, to, weight).unwrap()).unwrap()
    }

    #[test]
    fn the_strongest_tie_of_each_comes_before_the_others() {
        // 0-1 (3+1), 0-2 (5), 1-2 (4.5), 3-0 (0.5); 4 is alone.
        let graph = graph(&[(0, 1, 3.0), (1, 0, 1.0), (0, 2, 5.0), (1, 2, 4.5), (3, 0, 0.5)], 5);
        let found = strongest(&graph, 99).unwrap();
        assert_eq!(found.ties, [(0, 2, 5.0), (1, 2, 4.5), (0, 3, 0.5), (0, 1, 4.0)]);
        assert_eq!((found.all, found.tied), (4, 4));
        assert_eq!(strongest(&graph, 2).unwrap().ties, [(0, 2, 5.0), (1, 2, 4.5)]);
    }

    #[test]
    fn nothing_comes_of_nothing_and_of_ties_that_weigh_nothing() {
        let none = strongest(&Undirected::default(), 9).unwrap();
        assert_eq!((none.ties.len(), none.all, none.tied), (0, 0, 0));
        let empty = strongest(&graph(&[(0, 1, 0.0), (1, 2, f32::NAN)], 3), 9).unwrap();
        assert_eq!((empty.ties.len(), empty.all, empty.tied), (0, 0, 0));
    }
}
