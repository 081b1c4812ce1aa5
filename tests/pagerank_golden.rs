//! PageRank against reference values that networkx and igraph agree on.

use serde_json::Value;
use sillage::graph::Graph;
use sillage::graph::pagerank::{self, Params};
use std::rc::Rc;

fn pagerank(graph: &Rc<Graph>, params: Params) -> sillage::error::Result<Vec<f64>> {
    Ok(pagerank::pagerank(graph, params)?.values)
}

fn golden() -> Value {
    serde_json::from_str(include_str!("golden/pagerank.json")).unwrap()
}

fn graph(case: &Value, both_ways: bool, self_loops: bool) -> Rc<Graph> {
    let mut arcs: Vec<(u32, u32, f32)> = Vec::new();
    for edge in case["edges"].as_array().unwrap() {
        let (a, b) = (edge[0].as_u64().unwrap() as u32, edge[1].as_u64().unwrap() as u32);
        let weight = edge.get(2).map_or(1.0, |w| w.as_f64().unwrap() as f32);
        if a != b || self_loops {
            arcs.push((a, b, weight));
        }
        if both_ways {
            arcs.push((b, a, weight));
        }
    }
    arcs.sort_by_key(|a| (a.0, a.1));
    let from: Vec<u32> = arcs.iter().map(|a| a.0).collect();
    let (to, weight) = arcs.iter().map(|a| (a.1, a.2)).unzip();
    Rc::new(Graph::from_sorted(case["n"].as_u64().unwrap() as usize, &from, to, weight).unwrap())
}

fn assert_close(found: &[f64], expected: &Value) {
    let expected = expected.as_array().unwrap();
    assert_eq!(found.len(), expected.len());
    for (node, (x, y)) in found.iter().zip(expected).enumerate() {
        assert!((x - y.as_f64().unwrap()).abs() < 1e-10, "node {node}: {x} is not {y}");
    }
    assert!((found.iter().sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn undirected_references() {
    for name in ["karate", "kite", "lesmis"] {
        let case = &golden()[name];
        assert_close(&pagerank(&graph(case, true, false), Params::default()).unwrap(), &case["pagerank"]);
    }
}

#[test]
fn directed_toy_with_every_kind_of_teleport() {
    let case = &golden()["directed_toy"];
    let dropped = graph(case, false, false);
    let run = |graph: &Rc<Graph>, teleport: Option<Vec<f64>>| {
        pagerank(graph, Params { teleport, ..Params::default() }).unwrap()
    };
    assert_close(&run(&graph(case, false, true), None), &case["uniform_keep_selfloop"]);
    assert_close(&run(&dropped, None), &case["uniform_drop_selfloop"]);
    let seeds = vec![1.0, 0.0, 0.0, 0.0, 0.0, 1.0];
    assert_close(&run(&dropped, Some(seeds)), &case["personalised_0_and_5_dangling_to_teleport"]);
    let trusted = (0..6).map(|node| if dropped.in_degree(node) >= 2 { 1.0 } else { 0.0 }).collect();
    assert_close(&run(&dropped, Some(trusted)), &case["trust_teleport_on_indeg>=2"]);
}

#[test]
fn scaling_the_weights_of_a_row_changes_nothing() {
    let from = [0, 0, 1, 2];
    let to = vec![1, 2, 2, 0];
    let plain = Rc::new(Graph::from_sorted(3, &from, to.clone(), vec![1.0, 3.0, 1.0, 1.0]).unwrap());
    let scaled = Rc::new(Graph::from_sorted(3, &from, to, vec![8.0, 24.0, 0.25, 4.0]).unwrap());
    let run = |graph| pagerank(graph, Params::default()).unwrap();
    assert_eq!(run(&plain), run(&scaled));
}

#[test]
fn degenerate_graphs_have_no_nan() {
    let empty = Rc::new(Graph::from_sorted(0, &[], Vec::new(), Vec::new()).unwrap());
    assert!(pagerank(&empty, Params::default()).unwrap().is_empty());
    let alone = Rc::new(Graph::from_sorted(3, &[], Vec::new(), Vec::new()).unwrap());
    let rank = pagerank(&alone, Params::default()).unwrap();
    assert!(rank.iter().all(|x| (x - 1.0 / 3.0).abs() < 1e-15));
    let zero = Rc::new(Graph::from_sorted(2, &[0], vec![1], vec![0.0]).unwrap());
    assert_eq!(pagerank(&zero, Params::default()).unwrap(), [0.5, 0.5]);
}

#[test]
fn impossible_parameters_are_refused() {
    let graph = Rc::new(Graph::from_sorted(2, &[0], vec![1], vec![1.0]).unwrap());
    for damping in [1.0, -0.1, f64::NAN] {
        assert!(pagerank(&graph, Params { damping, ..Params::default() }).is_err());
    }
    for teleport in [vec![0.0, 0.0], vec![1.0], vec![-1.0, 2.0], vec![f64::NAN, 1.0]] {
        let params = Params { teleport: Some(teleport), ..Params::default() };
        assert_eq!(pagerank(&graph, params).unwrap_err().code(), "argument.invalid");
    }
}
