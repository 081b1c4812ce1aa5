//! Label propagation as the LDBC Graphalytics benchmark defines it.

use super::numbering::{check, filled};
use crate::error::Result;
use crate::graph::Graph;
use crate::graph::steps::{Steps, run};
use std::rc::Rc;

/// Entries of rows that one step reads, about.
const STEP: usize = 1 << 18;

/// Parameters of [`Cdlp`].
#[derive(Debug, Clone)]
pub struct Params {
    /// Rounds; a graph that nothing changes in any more ends before.
    pub iterations: usize,
    /// The labels to begin with, each below the number of nodes; `None` gives every node its own.
    pub labels: Option<Vec<u32>>,
}

impl Default for Params {
    fn default() -> Self {
        Params { iterations: 10, labels: None }
    }
}

/// Community detection by synchronous label propagation, a block of nodes at a time.
///
/// In each round every node takes the label that is most frequent among its neighbours, the smallest of equals; all
/// nodes change at once. Arcs count in both directions: a neighbour by an arc each way counts twice. Weights and loops
/// do not count. Fast and exactly defined, to compare with other systems; its communities are coarser than those of
/// [Leiden](super::leiden::Leiden), which are the ones to read.
///
/// `L_i(v) = min argmax_l ( |{u → v : L_{i−1}(u) = l}| + |{v → u : L_{i−1}(u) = l}| )`
///
/// # Complexity
/// O(nodes + arcs) a round; 16 bytes a node.
///
/// # Source
/// Iosup and others, “The LDBC Graphalytics Benchmark”, version 1.0.5, 2.3.4; Raghavan, Albert and Kumara 2007.
#[derive(Debug)]
pub struct Cdlp {
    graph: Rc<Graph>,
    labels: Vec<u32>,
    next: Vec<u32>,
    count: Vec<u32>,
    at: usize,
    round: usize,
    rounds: usize,
    changed: bool,
}

impl Cdlp {
    /// Prepares the rounds.
    ///
    /// # Errors
    /// `argument.invalid` for labels that do not fit the graph; `memory.exhausted`.
    pub fn new(graph: &Rc<Graph>, params: Params) -> Result<Cdlp> {
        let n = graph.nodes();
        let labels = match params.labels {
            Some(labels) => labels,
            None => (0..n as u32).collect(),
        };
        check(&labels, n)?;
        let (next, count) = (filled(n, 0)?, filled(n, 0)?);
        let graph = Rc::clone(graph);
        Ok(Cdlp { graph, labels, next, count, at: 0, round: 0, rounds: params.iterations, changed: false })
    }

    #[inline(never)]
    fn block(&mut self) {
        let mut read = 0;
        while read < STEP && self.at < self.labels.len() {
            let node = self.at;
            let (out, into) = (self.graph.targets(node), self.graph.sources(node));
            read += 4 + out.len() + into.len();
            let others =
                || out.iter().chain(into).map(|other| *other as usize).filter(|other| *other != node);
            let (mut most, mut label) = (0, self.labels[node]);
            for other in others() {
                let own = self.labels[other];
                let count = &mut self.count[own as usize];
                *count += 1;
                if *count > most || (*count == most && own < label) {
                    (most, label) = (*count, own);
                }
            }
            for other in others() {
                self.count[self.labels[other] as usize] = 0;
            }
            self.next[node] = label;
            self.changed |= label != self.labels[node];
            self.at += 1;
        }
    }
}

impl Steps for Cdlp {
    type Output = Vec<u32>;

    fn step(&mut self) -> bool {
        if self.round >= self.rounds {
            return true;
        }
        self.block();
        if self.at == self.labels.len() {
            std::mem::swap(&mut self.labels, &mut self.next);
            self.at = 0;
            self.round = if self.changed { self.round + 1 } else { self.rounds };
            self.changed = false;
        }
        self.round >= self.rounds
    }

    fn share_done(&self) -> f64 {
        let round = self.at as f64 / self.labels.len().max(1) as f64;
        if self.rounds == 0 { 1.0 } else { ((self.round as f64 + round) / self.rounds as f64).min(1.0) }
    }

    fn finish(self) -> Vec<u32> {
        self.labels
    }
}

/// The label of every node after label propagation, in one call; see [`Cdlp`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, community::cdlp};
/// use std::rc::Rc;
/// // Three accounts that re-share one another.
/// let graph = Graph::from_sorted(4, &[0, 1, 2], vec![1, 2, 0], vec![1.0; 3])?;
/// let labels = cdlp::cdlp(&Rc::new(graph), cdlp::Params { iterations: 3, labels: None })?;
/// assert_eq!(labels, [0, 0, 0, 3]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Cdlp::new`].
pub fn cdlp(graph: &Rc<Graph>, params: Params) -> Result<Vec<u32>> {
    Ok(run(Cdlp::new(graph, params)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(n: usize, mut arcs: Vec<(u32, u32)>) -> Rc<Graph> {
        arcs.sort_unstable();
        let from: Vec<u32> = arcs.iter().map(|arc| arc.0).collect();
        let to: Vec<u32> = arcs.iter().map(|arc| arc.1).collect();
        let weight = vec![1.0; to.len()];
        Rc::new(Graph::from_sorted(n, &from, to, weight).unwrap())
    }

    fn both_ways(arcs: &[(u32, u32)]) -> Vec<(u32, u32)> {
        arcs.iter().flat_map(|(a, b)| [(*a, *b), (*b, *a)]).collect()
    }

    /// What the benchmark says of its graphs: arcs, rounds, and the label of each account, all numbered from 1 on.
    fn check(arcs: &[(u32, u32)], rounds: usize, expected: &[u32]) {
        let arcs: Vec<(u32, u32)> = arcs.iter().map(|(a, b)| (a - 1, b - 1)).collect();
        let graph = graph(expected.len(), arcs);
        let found = cdlp(&graph, Params { iterations: rounds, labels: None }).unwrap();
        assert_eq!(found.iter().map(|label| label + 1).collect::<Vec<_>>(), expected);
    }

    /// The validation graphs of LDBC Graphalytics and their published outputs.
    #[test]
    fn ldbc_outputs() {
        let directed =
            [(1, 2), (1, 3), (1, 7), (2, 1), (2, 3), (3, 1), (3, 2), (4, 5), (4, 6), (5, 4), (5, 6)];
        let more = [(5, 7), (6, 5), (6, 7), (7, 5), (7, 6), (7, 8), (8, 6)];
        check(&[&directed[..], &more].concat(), 5, &[1, 1, 1, 5, 4, 4, 4, 4]);
        let ties =
            [(1, 2), (5, 8), (6, 8), (4, 6), (5, 7), (2, 3), (6, 7), (1, 7), (4, 5), (5, 6), (4, 8), (1, 3)];
        let ties = both_ways(&[&ties[..], &[(7, 8)]].concat());
        check(&ties, 5, &[1, 1, 1, 4, 4, 4, 4, 4]);
        let example =
            [(1, 3), (1, 5), (2, 4), (2, 5), (2, 10), (3, 1), (3, 5), (3, 8), (3, 10), (5, 3), (5, 4)];
        let more = [(5, 8), (6, 3), (6, 4), (7, 4), (8, 1), (9, 4)];
        check(&[&example[..], &more].concat(), 2, &[1, 2, 3, 4, 1, 1, 2, 3, 2, 1]);
        let ties =
            [(2, 3), (2, 4), (3, 4), (3, 5), (3, 8), (5, 6), (5, 8), (6, 7), (6, 8), (6, 9), (6, 10), (7, 9)];
        check(&both_ways(&ties), 2, &[1, 2, 3, 2, 2, 6, 5, 2, 5, 5]);
    }

    #[test]
    fn what_has_no_neighbour_keeps_its_label_and_loops_do_not_count() {
        let graph = graph(3, vec![(0, 0), (1, 1), (1, 2)]);
        let begin = |labels: &[u32]| Params { iterations: 1, labels: Some(labels.to_vec()) };
        assert_eq!(cdlp(&graph, begin(&[2, 0, 1])).unwrap(), [2, 1, 0]);
        assert_eq!(cdlp(&graph, Params { iterations: 0, labels: None }).unwrap(), [0, 1, 2]);
        assert_eq!(cdlp(&graph, begin(&[0, 1])).unwrap_err().code(), "argument.invalid");
        assert_eq!(cdlp(&graph, begin(&[0, 1, 3])).unwrap_err().code(), "argument.invalid");
        assert!(cdlp(&Rc::new(Graph::default()), Params::default()).unwrap().is_empty());
    }

    #[test]
    fn pieces_say_how_far_they_are() {
        let graph = graph(3, vec![(0, 1), (1, 2)]);
        let mut rounds = Cdlp::new(&graph, Params { iterations: 2, labels: None }).unwrap();
        assert_eq!(rounds.share_done(), 0.0);
        assert!(!rounds.step());
        assert_eq!(rounds.share_done(), 0.5);
        assert!(rounds.step() && rounds.step());
        assert_eq!(rounds.share_done(), 1.0);
    }
}
