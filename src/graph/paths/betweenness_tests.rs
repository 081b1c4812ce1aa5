use super::*;
use crate::graph::paths::known::{FLORENTINE, KARATE, KITE, Known, MISERABLES};
use crate::graph::paths::twins::{arcs_of, directed, random, undirected};
use crate::graph::testing::by_two_workers;
use proptest::prelude::*;

fn all() -> Params {
    Params::default()
}

fn close(found: &[f64], expected: &[f64], what: &str) {
    assert_eq!(found.len(), expected.len());
    for (node, (a, b)) in found.iter().zip(expected).enumerate() {
        assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{what}, node {node}: {a}, not {b}");
    }
}

/// Betweenness from its definition: path counts between all pairs by Floyd and Warshall's distances.
fn naive(n: usize, arcs: &[(u32, u32, f64)], own: &[f64]) -> Vec<f64> {
    let mut far = vec![vec![f64::INFINITY; n]; n];
    far.iter_mut().enumerate().for_each(|(at, row)| row[at] = 0.0);
    for &(a, b, length) in arcs.iter().filter(|arc| arc.0 != arc.1) {
        far[a as usize][b as usize] = length;
    }
    let direct = far.clone();
    for k in 0..n {
        for i in 0..n {
            for j in 0..n {
                far[i][j] = far[i][j].min(far[i][k] + far[k][j]);
            }
        }
    }
    let same = |a: f64, b: f64| a.is_finite() && (a - b).abs() <= 1e-9 * b.max(1e-300);
    // Paths by growing distance.
    let mut paths = vec![vec![0.0; n]; n];
    for s in 0..n {
        let mut order: Vec<usize> = (0..n).filter(|t| far[s][*t].is_finite()).collect();
        order.sort_by(|a, b| far[s][*a].total_cmp(&far[s][*b]));
        paths[s][s] = 1.0;
        for t in order.into_iter().filter(|t| *t != s) {
            paths[s][t] = (0..n)
                .filter(|v| {
                    *v != t && direct[*v][t].is_finite() && same(far[s][*v] + direct[*v][t], far[s][t])
                })
                .map(|v| paths[s][v])
                .sum();
        }
    }
    (0..n)
        .map(|v| {
            let mut sum = 0.0;
            for s in (0..n).filter(|s| *s != v) {
                for t in (0..n).filter(|t| *t != v && *t != s) {
                    if same(far[s][v] + far[v][t], far[s][t]) {
                        sum += own[s] * paths[s][v] * paths[v][t] / paths[s][t];
                    }
                }
            }
            sum
        })
        .collect()
}

#[test]
fn known_graphs() {
    for Known { name, nodes, ties, betweenness: expected, .. } in [KARATE, KITE, FLORENTINE, MISERABLES] {
        let graph = undirected(nodes, ties);
        close(&betweenness(graph.clone(), all()).unwrap(), expected, name);
        // Lengths that are all alike change nothing.
        let params = Params { length: Some(Length::Inverse), ..all() };
        close(&betweenness(graph, params).unwrap(), expected, name);
    }
    let karate = betweenness(undirected(KARATE.nodes, KARATE.ties), all()).unwrap();
    assert!((karate.iter().sum::<f64>() - 790.0).abs() < 1e-9);
    let share = Params { unit: Unit::Share, ..all() };
    let florentine = betweenness(undirected(FLORENTINE.nodes, FLORENTINE.ties), share).unwrap();
    assert!((florentine[8] - 0.521_978_022_0).abs() < 1e-9, "Medici, as published");
}

#[test]
fn shares_are_of_the_pairs_and_of_the_sources_asked_for() {
    let graph = undirected(KARATE.nodes, KARATE.ties);
    let pairs = betweenness(graph.clone(), all()).unwrap();
    let n = KARATE.nodes as f64;
    let share = betweenness(graph.clone(), Params { unit: Unit::Share, ..all() }).unwrap();
    close(&share, &pairs.iter().map(|b| 2.0 * b / ((n - 1.0) * (n - 2.0))).collect::<Vec<_>>(), "share");
    let of_all = betweenness(graph.clone(), Params { unit: Unit::ShareOfAll, ..all() }).unwrap();
    close(&of_all, &pairs.iter().map(|b| 2.0 * b / (n * (n - 1.0))).collect::<Vec<_>>(), "share of all");
    let every = Params { sources: Sources::Sample { count: 99, seed: 1 }, unit: Unit::Share, ..all() };
    close(&betweenness(graph.clone(), every).unwrap(), &share, "a sample of everyone");
    let some = Params { sources: Sources::Sample { count: 8, seed: 1 }, unit: Unit::Share, ..all() };
    let found = betweenness(graph, some).unwrap();
    assert!((found[0] - share[0]).abs() < 0.25 && found != share);
}

#[test]
fn graphs_that_are_nothing_but_trees_come_from_counts() {
    // A path, a star and a caterpillar, undirected: b = pairs of the branches that meet in a node.
    let path: Vec<_> = (1..7).map(|a| (a - 1, a)).collect();
    close(&betweenness(undirected(7, &path), all()).unwrap(), &[0.0, 5.0, 8.0, 9.0, 8.0, 5.0, 0.0], "path");
    let star: Vec<_> = (1..50).map(|a| (0, a)).collect();
    let found = betweenness(undirected(50, &star), all()).unwrap();
    assert_eq!((found[0], found[1]), (49.0 * 48.0 / 2.0, 0.0));
}

#[test]
fn path_counts_beyond_all_bounds() {
    // Diamonds in a row: 2^3000 paths from end to end, half of them through each of a pair.
    let diamonds = 3000_u32;
    let mut arcs = Vec::new();
    for at in 0..diamonds {
        let first = 3 * at;
        arcs.extend([(first, first + 1), (first, first + 2), (first + 1, first + 3), (first + 2, first + 3)]);
    }
    let nodes = 3 * diamonds as usize + 1;
    let sources = Sources::List(vec![0]);
    for length in [None, Some(Length::Weight)] {
        let graph = directed(nodes, &arcs.iter().map(|a| (a.0, a.1, 1.0)).collect::<Vec<_>>());
        let params = Params { sources: sources.clone(), length, ..all() };
        let found = betweenness(graph, params).unwrap();
        for at in 0..diamonds as usize {
            let after = (nodes - 1 - 3 * at) as f64 - 3.0;
            assert!((found[3 * at + 1] / (0.5 * (after + 1.0)) - 1.0).abs() < 1e-9, "diamond {at}");
        }
    }
}

#[test]
fn any_number_of_workers_gives_the_same_bits() {
    let arcs = random(300, 1500, 5);
    for (params, graph) in [
        (all(), Ties::from(directed(300, &arcs))),
        (Params { length: Some(Length::Inverse), ..all() }, Ties::from(directed(300, &arcs))),
    ] {
        let whole = betweenness(graph.clone(), params.clone()).unwrap();
        let new = || Betweenness::new(graph.clone(), params.clone()).unwrap();
        assert!(new().blocks() > 16, "{}", new().blocks());
        assert_eq!(by_two_workers(new), whole);
    }
}

#[test]
fn searches_that_hardly_meet_are_split() {
    // On a long ring every source is at another distance from everyone.
    let nodes = 400;
    let ring: Vec<_> = (0..nodes).map(|a| (a, (a + 1) % nodes, 1.0)).collect();
    let found = betweenness(directed(nodes as usize, &ring), all()).unwrap();
    let expected = f64::from((nodes - 1) * (nodes - 2)) / 2.0;
    close(&found, &vec![expected; nodes as usize], "ring");
}

#[test]
fn bad_input() {
    let none = betweenness(directed(0, &[]), all()).unwrap();
    assert!(none.is_empty());
    for unit in [Unit::Pairs, Unit::Share, Unit::ShareOfAll] {
        for length in [None, Some(Length::Weight), Some(Length::Inverse)] {
            let params = || Params { unit, length, ..all() };
            for (n, arcs) in [
                (1, vec![]),
                (1, vec![(0, 0, 1.0)]),
                (2, vec![(0, 1, 1.0)]),
                (3, vec![(0, 0, 1.0), (1, 1, 1.0)]),
                (50_000, vec![]),
            ] {
                let found = betweenness(directed(n, &arcs), params()).unwrap();
                assert!(found.len() == n && found.iter().all(|b| *b == 0.0), "{n} {arcs:?}");
            }
            let clique: Vec<_> =
                (0..20).flat_map(|a| (0..20).filter(move |b| *b != a).map(move |b| (a, b, 1.0))).collect();
            assert!(betweenness(directed(20, &clique), params()).unwrap().iter().all(|b| *b == 0.0));
        }
    }
    // Weights that are none: with lengths 1/w they lead nowhere.
    let broken = [(0, 1, f32::NAN), (1, 2, -1.0), (2, 3, 0.0), (3, 4, f32::INFINITY)];
    let params = Params { length: Some(Length::Inverse), ..all() };
    assert_eq!(betweenness(directed(5, &broken), params).unwrap(), [0.0; 5]);
    let steps = betweenness(directed(5, &broken), all()).unwrap();
    assert_eq!(steps, [0.0, 3.0, 4.0, 3.0, 0.0], "steps do not ask for weights");
    let unknown = Params { sources: Sources::List(vec![7]), ..all() };
    assert_eq!(betweenness(directed(5, &broken), unknown).unwrap_err().code(), "argument.invalid");
}

#[test]
fn a_path_of_a_million() {
    let nodes = 1_000_000_u32;
    let path: Vec<_> = (1..nodes).map(|a| (a - 1, a, 1.0)).collect();
    let graph = directed(nodes as usize, &path);
    let found = betweenness(graph.clone(), all()).unwrap();
    let middle = f64::from(nodes / 2);
    assert_eq!(found[nodes as usize / 2], middle * (middle - 1.0));
}

fn graph_and_sources() -> impl Strategy<Value = (usize, Vec<(u32, u32, f32)>, Vec<f64>)> {
    (2..14_usize).prop_flat_map(|n| {
        let node = 0..n as u32;
        let weight = prop_oneof![Just(1.0_f32), Just(2.0), Just(3.0), Just(0.5)];
        let arcs = proptest::collection::vec((node.clone(), node, weight), 0..3 * n);
        (Just(n), arcs, proptest::collection::vec(0..3_u8, n))
            .prop_map(|(n, arcs, own)| (n, arcs, own.into_iter().map(f64::from).collect()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn as_the_definition_says((n, arcs, own) in graph_and_sources()) {
        let graph = directed(n, &arcs);
        let list: Vec<u32> = own.iter().enumerate()
            .flat_map(|(node, count)| std::iter::repeat_n(node as u32, *count as usize)).collect();
        let sources = Sources::List(list);
        for length in [None, Some(Length::Inverse), Some(Length::Weight)] {
            let measure = |w: f32| length.map_or(1.0, |length| length.of(w));
            let params = || Params { length, sources: sources.clone(), ..all() };
            let arcs = arcs_of(&graph.clone().into(), measure);
            close(&betweenness(graph.clone(), params()).unwrap(), &naive(n, &arcs, &own), "directed");
            let flat = Rc::new(crate::graph::Undirected::of(&graph).unwrap());
            let arcs = arcs_of(&flat.clone().into(), measure);
            let expected: Vec<f64> = naive(n, &arcs, &own).iter().map(|b| b / 2.0).collect();
            close(&betweenness(flat, params()).unwrap(), &expected, "undirected");
        }
    }

    #[test]
    fn names_and_neighbours_do_not_matter((n, arcs, _) in graph_and_sources(), shift in 1..13_u32) {
        let found = betweenness(directed(n, &arcs), all()).unwrap();
        let other = |a: u32| (a + shift) % n as u32;
        let renamed: Vec<_> = arcs.iter().map(|(a, b, w)| (other(*a), other(*b), *w)).collect();
        let again = betweenness(directed(n, &renamed), all()).unwrap();
        let back: Vec<f64> = (0..n as u32).map(|a| again[other(a) as usize]).collect();
        close(&back, &found, "renamed");
        // Beside another graph, and with accounts that nobody knows.
        let mut both = arcs.clone();
        both.extend(arcs.iter().map(|(a, b, w)| (a + n as u32, b + n as u32, *w)));
        let twice = betweenness(directed(2 * n + 5, &both), all()).unwrap();
        close(&twice[..n], &found, "first");
        close(&twice[n..2 * n], &found, "second");
    }
}
