//! Distances against the two example graphs of LDBC Graphalytics, petgraph, and bad input.

use super::bfs::{UNREACHED, bfs};
use super::sssp::sssp;
use super::twins::{directed, random};
use super::{Length, Ties};
use crate::graph::Undirected;
use petgraph::visit::EdgeRef;
use std::rc::Rc;

/// `example-directed` of LDBC Graphalytics (Apache 2.0), nodes as there; 0 is not one of them.
const DIRECTED: [(u32, u32, f32); 17] = [
    (1, 3, 0.5),
    (1, 5, 0.3),
    (2, 4, 0.1),
    (2, 5, 0.3),
    (2, 10, 0.12),
    (3, 1, 0.53),
    (3, 5, 0.62),
    (3, 8, 0.21),
    (3, 10, 0.52),
    (5, 3, 0.69),
    (5, 4, 0.53),
    (5, 8, 0.1),
    (6, 3, 0.23),
    (6, 4, 0.39),
    (7, 4, 0.83),
    (8, 1, 0.39),
    (9, 4, 0.69),
];

/// `example-undirected`, likewise.
const UNDIRECTED: [(u32, u32, f32); 12] = [
    (2, 3, 0.9),
    (2, 4, 0.69),
    (3, 4, 0.13),
    (3, 5, 0.5),
    (3, 8, 0.32),
    (5, 6, 0.63),
    (5, 8, 0.12),
    (6, 7, 0.53),
    (6, 8, 0.64),
    (6, 9, 0.23),
    (6, 10, 0.63),
    (7, 9, 0.36),
];

const NO: u32 = UNREACHED;
const FAR: f64 = f64::INFINITY;

fn same_lengths(found: &[f64], expected: &[f64]) {
    for (node, (a, b)) in found[1..].iter().zip(expected).enumerate() {
        assert!(a == b || (a - b).abs() < 1e-6 * b, "node {}: {a}, not {b}", node + 1);
    }
}

#[test]
fn ldbc_examples() {
    let graph = directed(11, &DIRECTED);
    assert_eq!(bfs(graph.clone(), 1).unwrap()[1..], [0, NO, 1, 2, 1, NO, NO, 2, NO, 2]);
    let lengths = sssp(graph, 1, Length::Weight).unwrap();
    same_lengths(&lengths, &[0.0, FAR, 0.5, 0.83, 0.3, FAR, FAR, 0.4, FAR, 1.02]);
    let flat = Rc::new(Undirected::of(&directed(11, &UNDIRECTED)).unwrap());
    assert_eq!(bfs(flat.clone(), 2).unwrap()[1..], [NO, 0, 1, 1, 2, 3, 4, 2, 4, 4]);
    let lengths = sssp(flat, 2, Length::Weight).unwrap();
    same_lengths(&lengths, &[FAR, 0.0, 0.82, 0.69, 1.26, 1.78, 2.31, 1.14, 2.01, 2.41]);
}

#[test]
fn petgraph_agrees() {
    for seed in 0..20 {
        let graph = directed(200, &random(200, 700, seed));
        let source = seed as u32 * 7;
        let hops = petgraph::algo::dijkstra(&*graph, source, None, |_| 1_u32);
        let lengths = petgraph::algo::dijkstra(&*graph, source, None, |arc| f64::from(*arc.weight()));
        let strong = petgraph::algo::dijkstra(&*graph, source, None, |arc| 1.0 / f64::from(*arc.weight()));
        let found = bfs(graph.clone(), source).unwrap();
        let far = sssp(graph.clone(), source, Length::Weight).unwrap();
        let near = sssp(graph.clone(), source, Length::Inverse).unwrap();
        for node in 0..200_u32 {
            let at = node as usize;
            assert_eq!(found[at], hops.get(&node).copied().unwrap_or(NO));
            assert_eq!(far[at], lengths.get(&node).copied().unwrap_or(FAR));
            assert!((near[at] - strong.get(&node).copied().unwrap_or(FAR)).abs() < 1e-12 || near[at] == FAR);
        }
    }
}

#[test]
fn bad_input() {
    assert_eq!(bfs(directed(0, &[]), 0).unwrap_err().code(), "argument.invalid");
    assert_eq!(sssp(directed(3, &[]), 3, Length::Weight).unwrap_err().code(), "argument.invalid");
    assert_eq!(bfs(directed(2, &[(0, 0, 1.0)]), 0).unwrap(), [0, NO]);
    let broken =
        directed(6, &[(0, 1, f32::NAN), (0, 2, -3.0), (0, 3, 0.0), (0, 4, f32::INFINITY), (4, 5, 2.0)]);
    assert_eq!(sssp(broken.clone(), 0, Length::Weight).unwrap(), [0.0, 0.0, 0.0, 0.0, 0.0, 2.0]);
    assert_eq!(sssp(broken, 0, Length::Inverse).unwrap(), [0.0, FAR, FAR, FAR, FAR, FAR]);
    let nodes = 1_000_000;
    let path: Vec<_> = (1..nodes).map(|a| (a - 1, a, 2.0)).collect();
    let graph: Ties = directed(nodes as usize, &path).into();
    assert_eq!(bfs(graph.clone(), 0).unwrap()[nodes as usize - 1], nodes - 1);
    assert_eq!(sssp(graph, 0, Length::Inverse).unwrap()[nodes as usize - 1], 499_999.5);
}
