//! Graphs for tests: references, random ones, and small helpers.

use super::Graph;
use super::blocks::Blocks;
use proptest::prelude::*;
use serde_json::Value;
use std::rc::Rc;

/// A graph of arcs in any order, each pair once.
pub(crate) fn from_triples(nodes: usize, mut arcs: Vec<(u32, u32, f32)>) -> Rc<Graph> {
    arcs.sort_by_key(|a| (a.0, a.1));
    let from: Vec<u32> = arcs.iter().map(|a| a.0).collect();
    let (to, weight) = arcs.iter().map(|a| (a.1, a.2)).unzip();
    Rc::new(Graph::from_sorted(nodes, &from, to, weight).unwrap())
}

/// The arcs of a graph.
pub(crate) fn arcs_of(graph: &Graph) -> Vec<(u32, u32, f32)> {
    (0..graph.nodes())
        .flat_map(|a| graph.out_arcs(a).map(move |arc| (a as u32, graph.out_to[arc], graph.weight(arc))))
        .collect()
}

/// The matrix of weights that count.
pub(crate) fn dense(graph: &Graph) -> Vec<Vec<f64>> {
    let mut m = vec![vec![0.0; graph.nodes()]; graph.nodes()];
    for (a, b, w) in arcs_of(graph) {
        m[a as usize][b as usize] = if w > 0.0 && w.is_finite() { f64::from(w) } else { 0.0 };
    }
    m
}

/// The numbers of a list; `null` is `NaN`.
pub(crate) fn floats(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|x| x.as_f64().unwrap_or(f64::NAN)).collect()
}

/// Asserts that two columns agree, unknown with unknown.
pub(crate) fn close(found: &[f64], expected: &[f64], tolerance: f64, what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (node, (x, y)) in found.iter().zip(expected).enumerate() {
        let same = (x - y).abs() <= tolerance || (x.is_nan() && y.is_nan());
        assert!(same, "{what}, node {node}: {x} is not {y}");
    }
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Reference values by graph.
pub(crate) fn reference() -> Value {
    parse(include_str!("../../tests/golden/structure.json"))
}

/// A reference graph, both ways unless it is directed.
pub(crate) fn golden(name: &str) -> Rc<Graph> {
    let case = &parse(include_str!("../../tests/golden/pagerank.json"))[name];
    let directed = name.starts_with("directed");
    let mut arcs = Vec::new();
    for edge in case["edges"].as_array().unwrap() {
        let (a, b) = (edge[0].as_u64().unwrap() as u32, edge[1].as_u64().unwrap() as u32);
        let weight = edge.get(2).map_or(1.0, |w| w.as_f64().unwrap() as f32);
        if a == b {
            continue;
        }
        arcs.push((a, b, weight));
        if !directed {
            arcs.push((b, a, weight));
        }
    }
    from_triples(case["n"].as_u64().unwrap() as usize, arcs)
}

/// A graph of LDBC Graphalytics and its reference outputs.
pub(crate) fn ldbc(name: &str) -> (Rc<Graph>, Value) {
    let case = parse(include_str!("../../tests/golden/ldbc.json"))[name].clone();
    let end = |arc: &Value, i: usize| arc[i].as_u64().unwrap() as u32;
    let arcs = case["arcs"].as_array().unwrap().iter().map(|a| (end(a, 0), end(a, 1), 1.0)).collect();
    (from_triples(case["n"].as_u64().unwrap() as usize, arcs), case)
}

/// Small random graphs, from a single node to nearly complete; some weights do not count.
pub(crate) fn small_graph(most: usize) -> impl Strategy<Value = Rc<Graph>> {
    let weight = prop_oneof![6 => (1_u32..20).prop_map(|w| w as f32 / 4.0), 1 => Just(0.0_f32)];
    (1..=most, 0.0..1.0_f64).prop_flat_map(move |(n, density)| {
        let cell = (prop::bool::weighted(density), weight.clone());
        prop::collection::vec(cell, n * n).prop_map(move |cells| {
            let arcs = cells.iter().enumerate().filter(|(i, (there, _))| *there && i / n != i % n);
            from_triples(n, arcs.map(|(i, (_, w))| ((i / n) as u32, (i % n) as u32, *w)).collect())
        })
    })
}

/// What an algorithm comes to whose blocks two workers do by turns for a third.
pub(crate) fn by_two_workers<A: Blocks>(new: impl Fn() -> A) -> A::Output {
    let (mut sum, mut workers) = (new(), [new(), new()]);
    for block in 0..sum.blocks() {
        let partial = workers[block % 2].do_block(block);
        assert!(sum.fits(&partial) && !sum.fits(&partial[1..]));
        sum.add(&partial);
    }
    sum.finish()
}
