use super::*;
use crate::graph::paths::bfs::{UNREACHED, bfs};
use crate::graph::paths::known::{FLORENTINE, KARATE, KITE, Known, MISERABLES};
use crate::graph::paths::twins::{directed, random, undirected};
use crate::graph::testing::by_two_workers;
use proptest::prelude::*;

fn all() -> Params {
    Params::default()
}

/// Harmonic closeness from distances, one search a node.
fn naive(ties: &Ties, others: &[u32], direction: Direction) -> Vec<f64> {
    let mut sum = vec![0.0; ties.nodes()];
    let near = |hops: u32| if hops == 0 || hops == UNREACHED { 0.0 } else { 1.0 / f64::from(hops) };
    if direction == Direction::Incoming {
        for other in others {
            let distance = bfs(ties.clone(), *other).unwrap();
            sum.iter_mut().zip(distance).for_each(|(sum, hops)| *sum += near(hops));
        }
    } else {
        for (node, sum) in sum.iter_mut().enumerate() {
            let distance = bfs(ties.clone(), node as u32).unwrap();
            *sum = others.iter().map(|other| near(distance[*other as usize])).sum();
        }
    }
    sum
}

fn close(found: &[f64], expected: &[f64], what: &str) {
    assert_eq!(found.len(), expected.len());
    for (node, (a, b)) in found.iter().zip(expected).enumerate() {
        assert!((a - b).abs() <= 1e-12 * b.abs().max(1.0), "{what}, node {node}: {a}, not {b}");
    }
}

#[test]
fn known_graphs() {
    for Known { name, nodes, ties, harmonic: expected, .. } in [KARATE, KITE, FLORENTINE, MISERABLES] {
        let found = harmonic(undirected(nodes, ties), all()).unwrap();
        close(&found.closeness, expected, name);
        assert_eq!(found.standard_error, None);
    }
}

#[test]
fn several_searches_in_any_number_of_blocks() {
    // More nodes than one search takes sources, and a tail that outlives the crowd.
    let mut arcs = random(900, 4000, 3);
    arcs.extend((900..999).map(|a| (a, a + 1, 1.0)));
    arcs.push((5, 900, 1.0));
    let graph = directed(1000, &arcs);
    let everyone: Vec<u32> = (0..1000).collect();
    for direction in [Direction::Incoming, Direction::Outgoing] {
        let params = || Params { direction, ..all() };
        let whole = harmonic(graph.clone(), params()).unwrap();
        close(&whole.closeness, &naive(&graph.clone().into(), &everyone, direction), "directed");
        let new = || Harmonic::new(graph.clone(), params()).unwrap();
        assert_eq!(new().blocks(), 4);
        assert_eq!(by_two_workers(new), whole);
    }
}

#[test]
fn a_sample_is_unbiased_and_knows_its_error() {
    let graph = directed(500, &random(500, 3000, 8));
    let exact = harmonic(graph.clone(), all()).unwrap().closeness;
    let (mut inside, mut told, mut bias) = (0, 0, 0.0);
    for seed in 0..60 {
        let others = Sources::Sample { count: 100, seed };
        let found = harmonic(graph.clone(), Params { others, ..all() }).unwrap();
        let error = found.standard_error.unwrap();
        for node in (0..500).filter(|node| exact[*node] > 20.0) {
            told += 1;
            inside += usize::from((found.closeness[node] - exact[node]).abs() <= 2.0 * error[node]);
            bias += found.closeness[node] / exact[node] - 1.0;
        }
    }
    assert!(told > 1000);
    let share = inside as f64 / f64::from(told);
    assert!((0.92..0.98).contains(&share), "{share} within two standard errors");
    assert!((bias / f64::from(told)).abs() < 0.01, "{bias}");
    let everyone = Sources::Sample { count: 500, seed: 1 };
    assert_eq!(harmonic(graph, Params { others: everyone, ..all() }).unwrap().closeness, exact);
}

#[test]
fn bad_input() {
    assert!(harmonic(directed(0, &[]), all()).unwrap().closeness.is_empty());
    assert_eq!(harmonic(directed(1, &[(0, 0, 1.0)]), all()).unwrap().closeness, [0.0]);
    assert!(harmonic(directed(50_000, &[]), all()).unwrap().closeness.iter().all(|h| *h == 0.0));
    let star: Vec<_> = (1..40).map(|a| (a, 0, f32::NAN)).collect();
    assert_eq!(harmonic(directed(40, &star), all()).unwrap().closeness[0], 39.0);
    let unknown = Params { others: Sources::List(vec![40]), ..all() };
    assert_eq!(harmonic(directed(40, &star), unknown).unwrap_err().code(), "argument.invalid");
    // A sample of nobody knows nothing; one of one cannot say how far off it is.
    let none = Params { others: Sources::Sample { count: 0, seed: 1 }, ..all() };
    assert!(harmonic(directed(40, &star), none).unwrap().closeness.iter().all(|h| h.is_nan()));
    let one = Params { others: Sources::Sample { count: 1, seed: 1 }, ..all() };
    let found = harmonic(directed(40, &star), one).unwrap();
    assert!(found.closeness[0] >= 0.0 && found.standard_error.unwrap()[0].is_nan());
    let path: Vec<_> = (1..200_000).map(|a| (a - 1, a, 1.0)).collect();
    let others = Sources::List(vec![0, 100_000]);
    let found = harmonic(directed(200_000, &path), Params { others, ..all() }).unwrap();
    assert_eq!(found.closeness[100_001], 1.0 + 1.0 / 100_001.0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn as_one_search_a_node(
        arcs in proptest::collection::vec((0..20_u32, 0..20_u32), 0..60),
        others in proptest::collection::vec(0..20_u32, 0..30),
    ) {
        let arcs: Vec<_> = arcs.into_iter().map(|(a, b)| (a, b, 1.0)).collect();
        let graph = directed(20, &arcs);
        let flat = Rc::new(crate::graph::Undirected::of(&graph).unwrap());
        for ties in [Ties::from(graph), Ties::from(flat)] {
            for direction in [Direction::Incoming, Direction::Outgoing] {
                let params = Params { others: Sources::List(others.clone()), direction };
                let found = harmonic(ties.clone(), params).unwrap();
                close(&found.closeness, &naive(&ties, &others, direction), "random");
            }
        }
    }
}
