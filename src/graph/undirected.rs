//! The undirected view of the graph: each tie once a side, its weight that of both directions together.

use super::column::{piece_of_rows, room};
use super::csr::Graph;
use crate::error::{ErrorKind, Result};

/// An undirected weighted simple graph: a row of neighbours for each node, in order, no loops.
///
/// The weight of {a, b} is `w(a → b) + w(b → a)`. A weight that is not a positive finite number counts as 0, and its
/// tie stays: structure and strength are separate questions. A sum beyond what `f32` holds is the largest that it holds. Memory: 16 bytes a tie and 4 bytes a node.
#[derive(Debug, Clone, Default)]
pub struct Undirected {
    pub(crate) start: Vec<u32>,
    pub(crate) to: Vec<u32>,
    pub(crate) weight: Vec<f32>,
}

impl Undirected {
    /// The undirected view of a directed graph.
    ///
    /// Cost: O(nodes + arcs), one merge of the two sorted rows of each node.
    ///
    /// # Errors
    /// `memory.exhausted`; `argument.invalid` beyond 4 billion entries.
    pub fn of(graph: &Graph) -> Result<Undirected> {
        Undirected::with(graph, positive)
    }

    /// The same, with the number of directions, 1 or 2, as the weight of each tie.
    ///
    /// # Errors
    /// As [`Undirected::of`].
    pub fn counting(graph: &Graph) -> Result<Undirected> {
        Undirected::with(graph, |_| 1.0)
    }

    fn with(graph: &Graph, counts: impl Fn(f32) -> f32) -> Result<Undirected> {
        let mut whole = Flatten::default();
        while !whole.advance(graph, usize::MAX, &counts)? {}
        Ok(whole.finish())
    }

    /// Nodes.
    pub fn nodes(&self) -> usize {
        self.start.len().saturating_sub(1)
    }

    /// Ties, each counted once.
    pub fn ties(&self) -> usize {
        self.to.len() / 2
    }

    /// Places of a node's row in the columns of neighbours and weights.
    #[inline]
    pub fn row(&self, node: usize) -> std::ops::Range<usize> {
        self.start[node] as usize..self.start[node + 1] as usize
    }

    /// Neighbours of a node, in order.
    #[inline]
    pub fn neighbours(&self, node: usize) -> &[u32] {
        &self.to[self.row(node)]
    }

    /// Weights of the ties of a node, in the order of [`Undirected::neighbours`].
    #[inline]
    pub fn weights(&self, node: usize) -> &[f32] {
        &self.weight[self.row(node)]
    }

    /// Neighbours of a node, counted.
    #[inline]
    pub fn degree(&self, node: usize) -> usize {
        self.row(node).len()
    }

    /// Sum of the weights of a node's ties.
    pub fn strength(&self, node: usize) -> f64 {
        self.weights(node).iter().map(|w| f64::from(*w)).sum()
    }
}

/// The undirected view under way: [`Undirected::of`], some rows at a time.
#[derive(Debug, Default)]
pub(crate) struct Flatten {
    flat: Undirected,
    entries: usize,
    row: usize,
    /// Whether the rows have been counted, and are being filled.
    counted: bool,
}

impl Flatten {
    /// Does the next piece of about `most` arcs and nodes; returns whether all is done. Always of the same graph.
    ///
    /// # Errors
    /// As [`Undirected::of`].
    pub(crate) fn step(&mut self, graph: &Graph, most: usize) -> Result<bool> {
        self.advance(graph, most, &positive)
    }

    fn advance(&mut self, graph: &Graph, most: usize, counts: &impl Fn(f32) -> f32) -> Result<bool> {
        let n = graph.nodes();
        if self.flat.start.is_empty() {
            self.flat.start = room(n + 1)?;
            self.flat.start.push(0);
        }
        if self.row == n {
            if self.counted {
                return Ok(true);
            }
            (self.flat.to, self.flat.weight) = (room(self.entries)?, room(self.entries)?);
            (self.counted, self.row) = (true, 0);
            return Ok(n == 0);
        }
        // Rows in one direction are as good a measure of the work as those in both.
        let rows = piece_of_rows(&graph.out_start, self.row, most.min(1 << 30));
        self.row = rows.end;
        if self.counted {
            self.fill(graph, rows, counts)
        } else {
            self.count(graph, rows, counts)?
        }
        Ok(self.counted && self.row == n)
    }

    #[inline(never)]
    fn count(
        &mut self,
        graph: &Graph,
        rows: std::ops::Range<usize>,
        counts: &impl Fn(f32) -> f32,
    ) -> Result<()> {
        for node in rows {
            self.entries += merge(graph, node, counts).filter(|(other, _)| *other as usize != node).count();
            let end = u32::try_from(self.entries).map_err(|_| ErrorKind::OutOfMemory { what: "graph" })?;
            self.flat.start.push(end);
        }
        Ok(())
    }

    #[inline(never)]
    fn fill(&mut self, graph: &Graph, rows: std::ops::Range<usize>, counts: &impl Fn(f32) -> f32) {
        for node in rows {
            for (other, w) in merge(graph, node, counts).filter(|(other, _)| *other as usize != node) {
                self.flat.to.push(other);
                self.flat.weight.push(w);
            }
        }
    }

    /// Share of the work done, 0 to 1.
    pub(crate) fn share_done(&self) -> f64 {
        let rows = self.row as f64 / self.flat.start.len().max(1) as f64;
        if self.counted { 0.5 + 0.5 * rows.min(1.0) } else { 0.5 * rows.min(1.0) }
    }

    /// The view, once all is done.
    pub(crate) fn finish(self) -> Undirected {
        self.flat
    }
}

/// The weight that counts: positive and finite, else 0.
#[inline]
pub(crate) fn positive(weight: f32) -> f32 {
    if weight > 0.0 && weight.is_finite() { weight } else { 0.0 }
}

/// Both rows of a node as one, in order, each neighbour once with the weights of both directions together.
fn merge(graph: &Graph, node: usize, counts: impl Fn(f32) -> f32) -> impl Iterator<Item = (u32, f32)> {
    let out = graph.out_arcs(node);
    let places = graph.in_places(node);
    let (out_to, out_weight) = (&graph.out_to[out.clone()], &graph.out_weight[out]);
    let (in_from, in_weight) = (&graph.in_from[places.clone()], &graph.in_weight[places]);
    let (mut i, mut j) = (0, 0);
    std::iter::from_fn(move || {
        let (a, b) = (out_to.get(i), in_from.get(j));
        let take_out = a.is_some_and(|a| b.is_none_or(|b| a <= b));
        let take_in = b.is_some_and(|b| a.is_none_or(|a| b <= a));
        let (mut other, mut weight) = (0, 0.0_f32);
        if take_out {
            (other, weight) = (out_to[i], counts(out_weight[i]));
            i += 1;
        }
        if take_in {
            other = in_from[j];
            weight = (weight + counts(in_weight[j])).min(f32::MAX);
            j += 1;
        }
        (take_out || take_in).then_some((other, weight))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_directions_make_one_tie_and_loops_none() {
        let graph =
            Graph::from_sorted(4, &[0, 0, 1, 2, 2], vec![1, 2, 0, 2, 3], vec![1.0, 2.0, 3.0, 9.0, f32::NAN])
                .unwrap();
        let flat = Undirected::of(&graph).unwrap();
        assert_eq!((flat.nodes(), flat.ties()), (4, 3));
        assert_eq!(flat.neighbours(0), [1, 2]);
        assert_eq!(flat.weights(0), [4.0, 2.0]);
        assert_eq!(flat.neighbours(2), [0, 3]);
        assert_eq!(flat.weights(3), [0.0], "a weight that is not a number counts for nothing");
        assert_eq!(flat.strength(0), 6.0);
        assert_eq!(Undirected::of(&Graph::default()).unwrap().nodes(), 0);
    }

    #[test]
    fn pieces_of_any_size_make_the_same_view() {
        let graph =
            Graph::from_sorted(5, &[0, 0, 1, 2, 4], vec![1, 2, 0, 3, 0], vec![1.0, 2.0, 3.0, 9.0, 5.0])
                .unwrap();
        let whole = Undirected::of(&graph).unwrap();
        for most in [1, 2, 3, 100] {
            let (mut pieces, mut share) = (Flatten::default(), 0.0);
            while !pieces.step(&graph, most).unwrap() {
                assert!((share..=1.0).contains(&pieces.share_done()), "{share} then {}", pieces.share_done());
                share = pieces.share_done();
            }
            let flat = pieces.finish();
            assert_eq!((&flat.start, &flat.to, &flat.weight), (&whole.start, &whole.to, &whole.weight));
        }
        assert!(Flatten::default().step(&Graph::default(), 1).is_ok());
    }
}
