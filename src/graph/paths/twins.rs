//! Graphs for the tests of this folder.

use super::Ties;
use crate::graph::{Graph, Undirected};
use crate::math::rng::Stream;
use std::rc::Rc;

/// A directed graph; of arcs named twice the first counts.
pub(super) fn directed(nodes: usize, arcs: &[(u32, u32, f32)]) -> Rc<Graph> {
    let mut arcs = arcs.to_vec();
    arcs.sort_by_key(|arc| (arc.0, arc.1));
    arcs.dedup_by_key(|arc| (arc.0, arc.1));
    let from: Vec<u32> = arcs.iter().map(|arc| arc.0).collect();
    let (to, weight) = arcs.iter().map(|arc| (arc.1, arc.2)).unzip();
    Rc::new(Graph::from_sorted(nodes, &from, to, weight).unwrap())
}

/// An undirected graph of ties of weight 1.
pub(super) fn undirected(nodes: usize, ties: &[(u32, u32)]) -> Rc<Undirected> {
    let arcs: Vec<_> = ties.iter().map(|(a, b)| (*a, *b, 1.0)).collect();
    Rc::new(Undirected::of(&directed(nodes, &arcs)).unwrap())
}

/// The arcs of a graph, with their lengths.
pub(super) fn arcs_of(ties: &Ties, length: impl Fn(f32) -> f64) -> Vec<(u32, u32, f64)> {
    (0..ties.nodes())
        .flat_map(|node| {
            let row = ties.ahead(node).iter().zip(ties.weights_ahead(node));
            row.map(|(other, weight)| (node as u32, *other, length(*weight))).collect::<Vec<_>>()
        })
        .collect()
}

/// So many arcs, most of them to and from the first nodes.
pub(super) fn random(nodes: u32, arcs: usize, seed: u64) -> Vec<(u32, u32, f32)> {
    let mut stream = Stream::new(seed, "test graph", 0);
    let mut node = || {
        let (x, y) = (stream.next_f64(), stream.next_f64());
        (x * y * f64::from(nodes)) as u32
    };
    (0..arcs).map(|at| (node(), node(), (at % 5 + 1) as f32)).collect()
}
