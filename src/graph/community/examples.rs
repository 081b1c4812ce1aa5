//! Graphs that the tests of this folder share.

use crate::graph::{Graph, Undirected};
use crate::math::rng::Stream;
use std::rc::Rc;

/// Ties of Zachary's karate club (1977), members from 0 on.
const KARATE: [(u32, u32); 78] = [
    (0, 1),
    (0, 2),
    (0, 3),
    (0, 4),
    (0, 5),
    (0, 6),
    (0, 7),
    (0, 8),
    (0, 10),
    (0, 11),
    (0, 12),
    (0, 13),
    (0, 17),
    (0, 19),
    (0, 21),
    (0, 31),
    (1, 2),
    (1, 3),
    (1, 7),
    (1, 13),
    (1, 17),
    (1, 19),
    (1, 21),
    (1, 30),
    (2, 3),
    (2, 7),
    (2, 8),
    (2, 9),
    (2, 13),
    (2, 27),
    (2, 28),
    (2, 32),
    (3, 7),
    (3, 12),
    (3, 13),
    (4, 6),
    (4, 10),
    (5, 6),
    (5, 10),
    (5, 16),
    (6, 16),
    (8, 30),
    (8, 32),
    (8, 33),
    (9, 33),
    (13, 33),
    (14, 32),
    (14, 33),
    (15, 32),
    (15, 33),
    (18, 32),
    (18, 33),
    (19, 33),
    (20, 32),
    (20, 33),
    (22, 32),
    (22, 33),
    (23, 25),
    (23, 27),
    (23, 29),
    (23, 32),
    (23, 33),
    (24, 25),
    (24, 27),
    (24, 31),
    (25, 31),
    (26, 29),
    (26, 33),
    (27, 33),
    (28, 31),
    (28, 33),
    (29, 32),
    (29, 33),
    (30, 32),
    (30, 33),
    (31, 32),
    (31, 33),
    (32, 33),
];

/// The best partition of the karate club, proven best by exhaustive methods: modularity 0.4197896.
pub const KARATE_BEST: [u32; 34] =
    [1, 1, 1, 1, 3, 3, 3, 1, 0, 0, 3, 1, 1, 1, 0, 0, 3, 1, 0, 1, 0, 1, 0, 2, 2, 2, 0, 2, 2, 0, 0, 2, 0, 0];

/// A directed graph out of arcs in any order, each pair once.
pub fn directed(nodes: usize, arcs: &[(u32, u32, f32)]) -> Rc<Graph> {
    let mut arcs = arcs.to_vec();
    arcs.sort_by_key(|arc| (arc.0, arc.1));
    arcs.dedup_by_key(|arc| (arc.0, arc.1));
    let from: Vec<u32> = arcs.iter().map(|arc| arc.0).collect();
    let (to, weight) = arcs.iter().map(|arc| (arc.1, arc.2)).unzip();
    Rc::new(Graph::from_sorted(nodes, &from, to, weight).unwrap())
}

/// The undirected view of a graph out of arcs.
pub fn ties(nodes: usize, arcs: &[(u32, u32, f32)]) -> Rc<Undirected> {
    Rc::new(Undirected::of(&directed(nodes, arcs)).unwrap())
}

/// The karate club.
pub fn karate() -> Rc<Undirected> {
    ties(34, &KARATE.map(|(a, b)| (a, b, 1.0)))
}

/// Random arcs with weights in quarters, some 0.
pub fn random_arcs(nodes: u32, arcs: usize, seed: u64) -> Vec<(u32, u32, f32)> {
    let mut random = Stream::new(seed, "test", u64::from(nodes));
    let mut node = || random.below(u64::from(nodes)) as u32;
    let mut made: Vec<(u32, u32, f32)> = (0..arcs).map(|_| (node(), node(), 0.0)).collect();
    made.iter_mut().for_each(|arc| arc.2 = random.below(9) as f32 / 4.0);
    made
}
