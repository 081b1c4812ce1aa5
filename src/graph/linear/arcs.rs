//! Incoming arcs as the solvers walk over them: clean weights, a block of rows at a time.

use crate::error::Result;
use crate::graph::column::room;
use crate::graph::{Graph, undirected::positive};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::rc::Rc;

/// Arcs and rows of a block: some 5 ms of work, so that a cancel is heard and the kernel is a call often repeated.
pub(crate) const BLOCK: usize = 1 << 20;

/// What an arc counts for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Weighting {
    /// Its weight; what is not a positive finite number counts as 0.
    #[default]
    Strength,
    /// 1, whatever its weight.
    Structure,
    /// Its weight, negative ones too; what is not finite counts as 0.
    Signed,
}

impl Weighting {
    /// The weight that counts.
    #[inline]
    pub(crate) fn of(self, weight: f32) -> f32 {
        match self {
            Weighting::Strength => positive(weight),
            Weighting::Structure => 1.0,
            Weighting::Signed if weight.is_finite() => weight,
            Weighting::Signed => 0.0,
        }
    }
}

/// The incoming arcs of every node, with the weights that count.
#[derive(Debug)]
pub(crate) struct InArcs {
    graph: Rc<Graph>,
    weighting: Weighting,
    /// The weights that count, where the graph's own hold something that does not.
    cleaned: Option<Vec<f32>>,
}

impl InArcs {
    /// Looks the weights over; they are copied only if one of them does not count as it stands.
    pub(crate) fn new(graph: Rc<Graph>, weighting: Weighting) -> Result<InArcs> {
        let clean = |w: &f32| weighting.of(*w) == *w;
        let mut cleaned = None;
        if weighting != Weighting::Structure && !graph.in_weight.iter().all(clean) {
            let mut column = room(graph.arcs())?;
            column.extend(graph.in_weight.iter().map(|w| weighting.of(*w)));
            cleaned = Some(column);
        }
        Ok(InArcs { graph, weighting, cleaned })
    }

    pub(crate) fn nodes(&self) -> usize {
        self.graph.nodes()
    }

    pub(crate) fn graph(&self) -> &Graph {
        &self.graph
    }

    /// Whether a weight can be below 0.
    pub(crate) fn signed(&self) -> bool {
        self.weighting == Weighting::Signed && self.weights().is_some_and(|w| w.iter().any(|w| *w < 0.0))
    }

    /// The weights, in the order of incoming arcs; `None` where each counts for 1.
    fn weights(&self) -> Option<&[f32]> {
        match &self.cleaned {
            _ if self.weighting == Weighting::Structure => None,
            Some(cleaned) => Some(cleaned),
            None => Some(&self.graph.in_weight),
        }
    }

    /// Sum of the sizes of the weights that leave each node.
    pub(crate) fn out_totals(&self) -> Result<Vec<f64>> {
        let mut totals = room(self.nodes())?;
        let graph = &self.graph;
        totals.extend((0..self.nodes()).map(|a| match self.weighting {
            Weighting::Structure => graph.out_degree(a) as f64,
            weighting => {
                let weights = &graph.out_weight[graph.out_arcs(a)];
                weights.iter().map(|w| f64::from(weighting.of(*w).abs())).fold(0.0, |sum, w| sum + w)
            }
        }));
        Ok(totals)
    }

    /// Sum of the sizes of the weights that reach each node, the largest of them.
    pub(crate) fn largest_in_total(&self) -> f64 {
        let graph = &self.graph;
        let of = |b: usize| match self.weights() {
            None => graph.in_degree(b) as f64,
            Some(weights) => weights[graph.in_places(b)].iter().map(|w| f64::from(w.abs())).sum(),
        };
        (0..self.nodes()).map(of).fold(0.0, f64::max)
    }

    /// The block of rows that begins at a row.
    pub(crate) fn block(&self, row: usize) -> Range<usize> {
        block(&self.graph.in_start, row)
    }

    /// `Σ weight · share[source]` of each row of a block, one arc after the other.
    #[inline]
    pub(crate) fn gather(&self, rows: Range<usize>, share: &[f64], each: impl FnMut(usize, f64)) {
        gather(&self.graph.in_start, &self.graph.in_from, self.weights(), rows, share, each);
    }

    /// The same with the sizes of the weights.
    pub(crate) fn gather_sizes(&self, rows: Range<usize>, share: &[f64], mut each: impl FnMut(usize, f64)) {
        let Some(weights) = self.weights().filter(|_| self.weighting == Weighting::Signed) else {
            return self.gather(rows, share, each);
        };
        for row in rows {
            let places = self.graph.in_places(row);
            let received = self.graph.in_from[places.clone()].iter().zip(&weights[places]);
            each(row, received.fold(0.0, |sum, (a, w)| sum + f64::from(w.abs()) * share[*a as usize]));
        }
    }

    /// The same with shares in single precision, which `each` may change as it goes: four sums at a time.
    #[inline]
    pub(crate) fn sweep(
        &self,
        rows: Range<usize>,
        share: &mut [f32],
        mut each: impl FnMut(usize, f64) -> f32,
    ) {
        let graph = &self.graph;
        let (sources, weights) = (&graph.in_from[..], self.weights());
        for row in rows {
            let places = graph.in_places(row);
            let from = &sources[places.clone()];
            let received = match weights {
                None => four_sums(from, from, |a, _| f64::from(share[a as usize])),
                Some(weights) => four_sums(from, &weights[places], |a, w| f64::from(w * share[a as usize])),
            };
            share[row] = each(row, received);
        }
    }
}

/// The block of rows that begins at a row, of rows that begin at `start`.
pub(crate) fn block(start: &[u32], row: usize) -> Range<usize> {
    let limit = start[row] as usize + row + BLOCK;
    // Binary search for the last row whose end stays inside the block; a single larger row is a block of its own.
    let (mut low, mut high) = (row + 1, start.len() - 1);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if start[middle] as usize + middle <= limit { low = middle } else { high = middle - 1 }
    }
    row..low
}

/// `Σ weight · share[other]` of each row of a block, one arc after the other; weights of 1 where there are none.
#[inline]
pub(crate) fn gather(
    start: &[u32],
    other: &[u32],
    weights: Option<&[f32]>,
    rows: Range<usize>,
    share: &[f64],
    mut each: impl FnMut(usize, f64),
) {
    let mut from = start[rows.start] as usize;
    for (row, to) in rows.clone().zip(&start[rows.start + 1..=rows.end]) {
        let to = *to as usize;
        let mut received = 0.0;
        match weights {
            None => {
                for a in &other[from..to] {
                    received += share[*a as usize];
                }
            }
            Some(weights) => {
                for (a, w) in other[from..to].iter().zip(&weights[from..to]) {
                    received += f64::from(*w) * share[*a as usize];
                }
            }
        }
        from = to;
        each(row, received);
    }
}

/// Sum of the terms in four independent sums, so that an addition does not wait for the one before.
#[inline(always)]
fn four_sums<W: Copy>(from: &[u32], weights: &[W], term: impl Fn(u32, W) -> f64) -> f64 {
    let mut sums = [0.0; 4];
    let (fours, rest) = from.as_chunks::<4>();
    let (weight_fours, weight_rest) = weights.as_chunks::<4>();
    for (a, w) in fours.iter().zip(weight_fours) {
        for i in 0..4 {
            sums[i] += term(a[i], w[i]);
        }
    }
    let mut received = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    for (a, w) in rest.iter().zip(weight_rest) {
        received += term(*a, *w);
    }
    received
}
