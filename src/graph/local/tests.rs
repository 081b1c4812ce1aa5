//! Local structure against reference values, naive twins, and graphs that break things.

use super::assortativity::assortativity;
use super::brokerage::brokerage;
use super::clustering::clustering;
use super::cores::cores;
use super::directed_clustering::directed_clustering;
use super::distribution::distribution;
use super::reciprocity::reciprocity;
use super::strong::strong;
use crate::graph::components::components;
use crate::graph::testing::{
    arcs_of, close, dense, floats, from_triples, golden, ldbc, reference, small_graph,
};
use crate::graph::{Graph, Undirected};
use crate::math::rng::Stream;
use proptest::prelude::*;
use std::rc::Rc;

fn flat(graph: &Graph) -> Rc<Undirected> {
    Rc::new(Undirected::of(graph).unwrap())
}

fn whole(column: &[u64]) -> Vec<f64> {
    column.iter().map(|x| *x as f64).collect()
}

#[test]
fn karate_kite_and_les_miserables_have_the_reference_values() {
    let all = reference();
    for name in ["karate", "kite", "lesmis"] {
        let (graph, case) = (golden(name), &all[name]);
        let view = flat(&graph);
        let core: Vec<f64> = cores(&view).unwrap().into_iter().map(f64::from).collect();
        close(&core, &floats(&case["core"]), 0.0, name);
        let found = clustering(&view).unwrap();
        close(&whole(&found.triangles), &floats(&case["triangles"]), 0.0, name);
        close(&found.clustering, &floats(&case["clustering"]), 1e-15, name);
        close(
            &[found.transitivity, found.mean],
            &[case["transitivity"].as_f64().unwrap(), case["mean_clustering"].as_f64().unwrap()],
            1e-14,
            name,
        );
        let found = brokerage(&view).unwrap();
        close(&found.constraint, &floats(&case["constraint"]), 1e-12, name);
        close(&found.effective_size, &floats(&case["effective_size"]), 1e-12, name);
        let found = assortativity(&graph).unwrap();
        let expected = case["assortativity"].as_f64().unwrap();
        close(&[found.undirected, found.in_in, found.out_in], &[expected; 3], 1e-12, name);
        // Both ways, the directed definition is the undirected one.
        let directed = directed_clustering(&graph).unwrap();
        close(&directed, &floats(&case["clustering"]), 1e-15, name);
        assert_eq!(reciprocity(&graph).unwrap().whole, 1.0);
    }
    let karate = clustering(&flat(&golden("karate"))).unwrap();
    assert_eq!(karate.total, 45);
}

#[test]
fn a_directed_toy_with_weights_has_the_reference_values() {
    let all = reference();
    let (graph, case) = (golden("directed_toy"), &all["directed_toy"]);
    let found = brokerage(&flat(&graph)).unwrap();
    close(&found.constraint, &floats(&case["constraint_weighted"]), 1e-12, "constraint");
    close(&found.effective_size, &floats(&case["effective_size_weighted"]), 1e-12, "effective size");
    assert_eq!(reciprocity(&graph).unwrap().whole, case["reciprocity"].as_f64().unwrap());
    let found = assortativity(&graph).unwrap();
    let named = |x: &str| case[&format!("assortativity_{x}")].as_f64().unwrap();
    close(
        &[found.in_in, found.in_out, found.out_in, found.out_out],
        &[named("in_in"), named("in_out"), named("out_in"), named("out_out")],
        1e-12,
        "assortativity",
    );
}

#[test]
fn ldbc_clustering_and_components() {
    for name in ["example_directed", "example_undirected", "lcc_dir", "lcc_undir"] {
        let (graph, case) = ldbc(name);
        // The validation outputs are printed with twelve digits.
        close(&directed_clustering(&graph).unwrap(), &floats(&case["lcc"]), 1e-12, name);
    }
    for name in ["example_directed", "example_undirected", "wcc_dir", "wcc_undir"] {
        let (graph, case) = ldbc(name);
        let (found, expected) = (components(&graph).unwrap(), floats(&case["wcc"]));
        for a in 0..graph.nodes() {
            for b in 0..graph.nodes() {
                assert_eq!(found.of[a] == found.of[b], expected[a] == expected[b], "{name}: {a} and {b}");
            }
        }
    }
}

/// Graphs that break things.
fn hostile() -> Vec<(&'static str, Rc<Graph>)> {
    let bad = [0.0, -1.0, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, 1e-45, 1.0];
    vec![
        ("empty", from_triples(0, Vec::new())),
        ("one", from_triples(1, Vec::new())),
        ("no arc", from_triples(50_000, Vec::new())),
        ("loops", from_triples(3, vec![(0, 0, 1.0), (1, 1, 2.0), (2, 2, 0.5)])),
        ("star", from_triples(100_000, (1..100_000).map(|a| (a, 0, 1.0)).collect())),
        (
            "clique",
            from_triples(60, (0..3600).map(|i| (i / 60, i % 60, 1.0)).filter(|a| a.0 != a.1).collect()),
        ),
        ("ring", from_triples(1001, (0..1001).map(|a| (a, (a + 1) % 1001, 1.0)).collect())),
        ("path", from_triples(1_000_000, (0..999_999).map(|a| (a, a + 1, 1.0)).collect())),
        ("all zero", from_triples(3, vec![(0, 1, 0.0), (1, 2, 0.0)])),
        ("bad weights", from_triples(8, (0..8).map(|a| (a, (a + 3) % 8, bad[a as usize])).collect())),
        ("huge", from_triples(3, vec![(0, 1, f32::MAX), (1, 0, f32::MAX), (1, 2, 3e38), (2, 0, 1e-45)])),
    ]
}

#[test]
fn no_graph_makes_an_infinity_or_a_panic() {
    for (name, graph) in hostile() {
        let n = graph.nodes();
        let view = flat(&graph);
        let core = cores(&view).unwrap();
        let found = clustering(&view).unwrap();
        assert!(found.clustering.iter().all(|c| (0.0..=1.0).contains(c)), "{name}");
        let directed = directed_clustering(&graph).unwrap();
        assert!(directed.iter().all(|c| (0.0..=1.0).contains(c)), "{name}");
        let holes = brokerage(&view).unwrap();
        for node in 0..n {
            let unknown = view.strength(node) == 0.0;
            let (c, size) = (holes.constraint[node], holes.effective_size[node]);
            assert_eq!((c.is_nan(), size.is_nan()), (unknown, unknown), "{name}, node {node}");
            assert!(unknown || (c.is_finite() && size.is_finite()), "{name}, node {node}: {c}, {size}");
        }
        let answered = reciprocity(&graph).unwrap();
        for node in 0..n {
            assert_eq!(answered.of[node].is_nan(), view.degree(node) == 0, "{name}, node {node}");
        }
        let mixing = assortativity(&graph).unwrap();
        for r in [mixing.undirected, mixing.in_in, mixing.in_out, mixing.out_in, mixing.out_out] {
            assert!(r.is_nan() || (-1.0 - 1e-12..=1.0 + 1e-12).contains(&r), "{name}: {r}");
        }
        let parts = strong(&graph).unwrap();
        assert_eq!(parts.sizes.iter().map(|s| *s as usize).sum::<usize>(), n, "{name}");
        match name {
            "clique" => {
                assert!(core.iter().all(|c| *c == 59) && found.total == 60 * 59 * 58 / 6);
                assert_eq!((found.transitivity, parts.sizes.len()), (1.0, 1));
            }
            "star" => assert!(core.iter().all(|c| *c == 1) && found.total == 0 && parts.sizes.len() == n),
            "path" => assert!(core.iter().all(|c| *c == 1) && parts.sizes.len() == n),
            "ring" => assert!(core.iter().all(|c| *c == 2) && parts.sizes == [1001]),
            "no arc" => assert!(core.iter().all(|c| *c == 0) && found.transitivity.is_nan()),
            _ => {}
        }
    }
}

#[test]
fn distributions_of_hostile_columns() {
    let none = distribution([f64::NAN, f64::INFINITY]).unwrap();
    assert!(none.values.is_empty() && none.mean.is_nan() && none.gini.is_nan() && none.known == 0);
    assert!(distribution([0.0, -0.0]).unwrap().gini.is_nan());
    assert_eq!(distribution([0.0, -0.0]).unwrap().counts, [2]);
    assert_eq!(distribution([5.0; 7]).unwrap().gini, 0.0);
    let one_has_all = distribution((0..100).map(|i| if i == 0 { 3.0 } else { 0.0 })).unwrap();
    assert!((one_has_all.gini - 0.99).abs() < 1e-15);
    assert!(distribution([-1.0, 2.0]).unwrap().gini.is_nan());
}

/// Neighbours in the undirected sense, as a matrix.
fn tied(graph: &Graph) -> Vec<Vec<bool>> {
    let n = graph.nodes();
    let mut tied = vec![vec![false; n]; n];
    for (a, b, _) in arcs_of(graph) {
        tied[a as usize][b as usize] = true;
        tied[b as usize][a as usize] = true;
    }
    tied
}

/// Taking nodes away one by one, the slow way.
fn naive_cores(tied: &[Vec<bool>]) -> Vec<u32> {
    let n = tied.len();
    (0..n)
        .map(|node| {
            let mut k = 0;
            loop {
                let mut left = vec![true; n];
                loop {
                    let degree = |a: usize| (0..n).filter(|b| left[*b] && tied[a][*b]).count();
                    let Some(out) = (0..n).find(|a| left[*a] && degree(*a) < k + 1) else { break };
                    left[out] = false;
                }
                if !left[node] {
                    return k as u32;
                }
                k += 1;
            }
        })
        .collect()
}

/// Burt's formulas as they stand.
fn naive_brokerage(w: &[Vec<f64>], tied: &[Vec<bool>]) -> (Vec<f64>, Vec<f64>) {
    let n = w.len();
    let a = |i: usize, j: usize| w[i][j] + w[j][i];
    let sum = |i: usize| (0..n).map(|j| a(i, j)).sum::<f64>();
    let largest = |i: usize| (0..n).map(|j| a(i, j)).fold(0.0, f64::max);
    let over = |x: f64, y: f64| if x > 0.0 { x / y } else { 0.0 };
    let p = |i: usize, j: usize| over(a(i, j), sum(i));
    let m = |j: usize, q: usize| over(a(j, q), largest(j));
    let (mut constraint, mut size) = (vec![0.0; n], vec![0.0; n]);
    for i in 0..n {
        for j in (0..n).filter(|j| tied[i][*j]) {
            let others = || (0..n).filter(|q| *q != i && *q != j);
            let through: f64 = others().map(|q| p(i, q) * p(q, j)).sum();
            constraint[i] += (p(i, j) + through) * (p(i, j) + through);
            size[i] += 1.0 - others().map(|q| p(i, q) * m(j, q)).sum::<f64>();
        }
        if sum(i) == 0.0 {
            (constraint[i], size[i]) = (f64::NAN, f64::NAN);
        }
    }
    (constraint, size)
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let mean = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (x, y) = (mean(&|p| p.0), mean(&|p| p.1));
    let (xy, xx, yy) = (
        mean(&|p| (p.0 - x) * (p.1 - y)),
        mean(&|p| (p.0 - x) * (p.0 - x)),
        mean(&|p| (p.1 - y) * (p.1 - y)),
    );
    if xx < 1e-12 || yy < 1e-12 { f64::NAN } else { xy / (xx * yy).sqrt() }
}

fn renamed(graph: &Graph, seed: u64) -> (Rc<Graph>, Vec<u32>) {
    let mut name: Vec<u32> = (0..graph.nodes() as u32).collect();
    Stream::new(seed, "names", 0).shuffle(&mut name);
    let arcs = arcs_of(graph).into_iter().map(|(a, b, w)| (name[a as usize], name[b as usize], w)).collect();
    (from_triples(graph.nodes(), arcs), name)
}

proptest! {
    #[test]
    fn everything_is_what_its_definition_says(graph in small_graph(11)) {
        let n = graph.nodes();
        let (view, tied, w) = (flat(&graph), tied(&graph), dense(&graph));
        let there = |a: usize, b: usize| graph.arc(a, b as u32).is_some();
        prop_assert_eq!(cores(&view).unwrap(), naive_cores(&tied));

        let found = clustering(&view).unwrap();
        let directed = directed_clustering(&graph).unwrap();
        for i in 0..n {
            let (mut ties, mut arcs) = (0, 0);
            for a in (0..n).filter(|a| tied[i][*a]) {
                for b in (0..n).filter(|b| tied[i][*b] && *b != a) {
                    ties += u64::from(a < b && tied[a][b]);
                    arcs += u32::from(there(a, b));
                }
            }
            let k = tied[i].iter().filter(|t| **t).count() as f64;
            let pairs = k * (k - 1.0);
            prop_assert_eq!(found.triangles[i], ties);
            prop_assert_eq!(found.clustering[i], if pairs > 0.0 { ties as f64 / (pairs / 2.0) } else { 0.0 });
            prop_assert_eq!(directed[i], if pairs > 0.0 { f64::from(arcs) / pairs } else { 0.0 });
        }

        let found = brokerage(&view).unwrap();
        let (constraint, size) = naive_brokerage(&w, &tied);
        close(&found.constraint, &constraint, 1e-12, "constraint");
        close(&found.effective_size, &size, 1e-12, "effective size");

        let found = reciprocity(&graph).unwrap();
        let mutual: usize = (0..n).map(|a| (0..n).filter(|b| there(a, *b) && there(*b, a)).count()).sum();
        prop_assert_eq!(found.mutual_pairs as usize * 2, mutual);
        for i in 0..n {
            let both = (0..n).filter(|j| there(i, *j) && there(*j, i)).count() as f64;
            let ends = (graph.in_degree(i) + graph.out_degree(i)) as f64;
            close(&[found.of[i]], &[2.0 * both / ends], 0.0, "reciprocity");
        }

        let found = assortativity(&graph).unwrap();
        let pairs = |x: &dyn Fn(usize) -> usize, y: &dyn Fn(usize) -> usize| {
            let arcs = arcs_of(&graph);
            correlation(&arcs.iter().map(|a| (x(a.0 as usize) as f64, y(a.1 as usize) as f64)).collect::<Vec<_>>())
        };
        let (into, out) = (|a: usize| graph.in_degree(a), |a: usize| graph.out_degree(a));
        let ties: Vec<(f64, f64)> = (0..n)
            .flat_map(|a| (0..n).map(move |b| (a, b)))
            .filter(|(a, b)| tied[*a][*b])
            .map(|(a, b)| (view.degree(a) as f64, view.degree(b) as f64))
            .collect();
        close(
            &[found.in_in, found.in_out, found.out_in, found.out_out, found.undirected],
            &[pairs(&into, &into), pairs(&into, &out), pairs(&out, &into), pairs(&out, &out), correlation(&ties)],
            1e-9,
            "assortativity",
        );

        // Strong components: mutual reachability, by the closure of the arcs.
        let mut reach: Vec<Vec<bool>> = (0..n).map(|a| (0..n).map(|b| a == b || there(a, b)).collect()).collect();
        for via in 0..n {
            for a in 0..n {
                for b in 0..n {
                    reach[a][b] |= reach[a][via] && reach[via][b];
                }
            }
        }
        let parts = strong(&graph).unwrap();
        let (oracle, mut of) = (petgraph::algo::kosaraju_scc(&*graph), vec![0; n]);
        for (number, nodes) in oracle.iter().enumerate() {
            for node in nodes {
                of[*node as usize] = number;
            }
        }
        for a in 0..n {
            for b in 0..n {
                prop_assert_eq!(parts.of[a] == parts.of[b], reach[a][b] && reach[b][a]);
                prop_assert_eq!(parts.of[a] == parts.of[b], of[a] == of[b]);
            }
        }
        prop_assert!(parts.sizes.is_sorted_by(|a, b| a >= b));
    }

    #[test]
    fn names_of_nodes_do_not_matter(graph in small_graph(14), seed in 0..1000_u64) {
        let (other, name) = renamed(&graph, seed);
        let (here, there) = (flat(&graph), flat(&other));
        let moved = |column: Vec<f64>| {
            name.iter().map(|new| column[*new as usize]).collect::<Vec<f64>>()
        };
        let core = |view: &Rc<Undirected>| cores(view).unwrap().into_iter().map(f64::from).collect::<Vec<f64>>();
        close(&core(&here), &moved(core(&there)), 0.0, "cores");
        close(&clustering(&here).unwrap().clustering, &moved(clustering(&there).unwrap().clustering), 0.0, "clustering");
        close(&directed_clustering(&graph).unwrap(), &moved(directed_clustering(&other).unwrap()), 0.0, "directed");
        close(&brokerage(&here).unwrap().constraint, &moved(brokerage(&there).unwrap().constraint), 1e-13, "constraint");
        close(&reciprocity(&graph).unwrap().of, &moved(reciprocity(&other).unwrap().of), 0.0, "reciprocity");
        let (a, b) = (assortativity(&graph).unwrap(), assortativity(&other).unwrap());
        close(&[a.undirected, a.in_out], &[b.undirected, b.in_out], 0.0, "assortativity");
        prop_assert_eq!(strong(&graph).unwrap().sizes, strong(&other).unwrap().sizes);
    }

    #[test]
    fn two_graphs_side_by_side_are_each_what_they_were(one in small_graph(8), two in small_graph(8)) {
        let shift = one.nodes() as u32;
        let mut arcs = arcs_of(&one);
        arcs.extend(arcs_of(&two).into_iter().map(|(a, b, w)| (a + shift, b + shift, w)));
        let both = from_triples(one.nodes() + two.nodes(), arcs);
        let views = [flat(&one), flat(&two)];
        let joined = |of: &dyn Fn(usize) -> Vec<f64>| [of(0), of(1)].concat();
        let view = flat(&both);
        let core = |view: &Rc<Undirected>| cores(view).unwrap().into_iter().map(f64::from).collect::<Vec<f64>>();
        close(&core(&view), &joined(&|i| core(&views[i])), 0.0, "cores");
        let of = |view: &Rc<Undirected>| clustering(view).unwrap().clustering;
        close(&of(&view), &joined(&|i| of(&views[i])), 0.0, "clustering");
        let of = |view: &Rc<Undirected>| brokerage(view).unwrap().effective_size;
        close(&of(&view), &joined(&|i| of(&views[i])), 1e-13, "effective size");
        prop_assert_eq!(clustering(&view).unwrap().total, views.iter().map(|v| clustering(v).unwrap().total).sum::<u64>());
        prop_assert_eq!(
            strong(&both).unwrap().sizes.len(),
            strong(&one).unwrap().sizes.len() + strong(&two).unwrap().sizes.len()
        );
    }
}
