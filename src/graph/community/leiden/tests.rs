use super::super::connected::parts_too_many;
use super::super::examples::{KARATE_BEST, karate, random_arcs, ties};
use super::super::modularity::undirected;
use super::*;

fn once(seed: u64) -> Params {
    Params { restarts: 1, seed, ..Params::default() }
}

/// What holds of every result.
fn check(graph: &Rc<Undirected>, found: &Communities, resolution: f64) {
    assert_eq!(parts_too_many(graph, &found.of).unwrap(), 0, "every community is connected");
    assert_eq!(numbered(&found.of).unwrap(), Numbered { of: found.of.clone(), sizes: found.sizes.clone() });
    let quality = undirected(graph, &found.of, resolution).unwrap();
    assert_eq!(found.quality.to_bits(), quality.to_bits());
    assert!(found.qualities.iter().all(|q| q.is_nan() || *q <= found.quality), "{:?}", found.qualities);
}

#[test]
fn karate_in_a_hundred_seeds() {
    let graph = karate();
    for seed in 0..100 {
        let found = leiden(&graph, Params { seed, ..Params::default() }).unwrap();
        check(&graph, &found, 1.0);
        assert!((found.quality - 0.419_789_612_097_304_6).abs() < 1e-12, "seed {seed}: {}", found.quality);
        assert_eq!(found.of, KARATE_BEST);
        assert!(found.stability.ari > 0.5 && found.stability.ari <= 1.0 && found.stability.nmi > 0.5);
    }
}

/// Every partition of a few nodes, and the best modularity among them.
fn best_of_all(graph: &Rc<Undirected>, resolution: f64) -> f64 {
    let n = graph.nodes();
    let (mut of, mut best) = (vec![0_u32; n], f64::NEG_INFINITY);
    loop {
        best = best.max(undirected(graph, &of, resolution).unwrap());
        // The next restricted growth string: each label at most one above those before.
        let Some(at) = (1..n).rev().find(|at| of[*at] <= *of[..*at].iter().max().unwrap()) else {
            return best;
        };
        of[at] += 1;
        of[at + 1..].fill(0);
    }
}

#[test]
fn the_best_of_all_partitions_of_small_graphs() {
    let (mut optimal, mut graphs) = (0, 0);
    for seed in 0..60 {
        let n = 4 + (seed % 4) as usize;
        let graph = ties(n, &random_arcs(n as u32, 2 * n, seed));
        for resolution in [0.5, 1.0, 1.5] {
            let best = best_of_all(&graph, resolution);
            // Without any weight there is nothing to find.
            if best == f64::NEG_INFINITY {
                continue;
            }
            let found = leiden(&graph, Params { resolution, ..Params::default() }).unwrap();
            check(&graph, &found, resolution);
            assert!(
                found.quality <= best + 1e-12 && found.quality > best - 0.05,
                "{} of {best}",
                found.quality
            );
            optimal += usize::from(found.quality > best - 1e-12);
            graphs += 1;
        }
    }
    assert!(optimal * 100 >= graphs * 95, "{optimal} of {graphs}");
}

#[test]
fn connected_and_the_same_again_whatever_the_graph() {
    for seed in 0..40 {
        let n = 20 + 13 * seed as u32;
        let graph = ties(n as usize, &random_arcs(n, 3 * n as usize, seed));
        for resolution in [0.0, 0.7, 1.0, 4.0] {
            let params = Params { resolution, seed, restarts: 2, randomness: 0.3, ..Params::default() };
            let found = leiden(&graph, params.clone()).unwrap();
            check(&graph, &found, resolution);
            assert_eq!(leiden(&graph, params).unwrap().of, found.of);
        }
    }
}

/// The same bits natively and in WebAssembly, on every machine.
#[test]
fn the_partition_of_a_random_graph_stays_what_it_is() {
    let found =
        leiden(&ties(3000, &random_arcs(3000, 12_000, 1)), Params { seed: 7, ..Params::default() }).unwrap();
    let mut hash = 0_u64;
    for community in &found.of {
        hash = (hash ^ u64::from(*community)).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(17);
    }
    assert_eq!((found.sizes.len(), hash), (30, 0xcb1d_70e8_aadc_c187), "{hash:#x}");
    assert_eq!(found.quality.to_bits(), 4_602_138_705_991_349_375);
}

#[test]
fn a_ring_of_cliques_is_found_beyond_the_resolution_limit() {
    // Thirty cliques of five, each tied to the next by one tie.
    let mut arcs = Vec::new();
    for ring in 0..30_u32 {
        for a in 0..5 {
            arcs.extend((a + 1..5).map(|b| (5 * ring + a, 5 * ring + b, 1.0)));
        }
        arcs.push((5 * ring, (5 * ring + 6) % 150, 1.0));
    }
    let found = leiden(&ties(150, &arcs), Params { resolution: 2.0, ..Params::default() }).unwrap();
    assert_eq!(found.of, (0..150).map(|node| node / 5).collect::<Vec<u32>>());
    assert_eq!(found.stability, Agreement { ari: 1.0, nmi: 1.0 });
    // At resolution 1 pairs of cliques have the higher modularity: the resolution limit.
    let pairs = leiden(&ties(150, &arcs), Params::default()).unwrap();
    assert!(pairs.sizes.len() < 30 && pairs.quality > undirected(&ties(150, &arcs), &found.of, 1.0).unwrap());
}

#[test]
fn disjoint_graphs_share_no_community_and_names_of_nodes_matter_little() {
    let arcs = random_arcs(60, 200, 1);
    let twice: Vec<_> = arcs.iter().flat_map(|(a, b, w)| [(*a, *b, *w), (a + 60, b + 60, *w)]).collect();
    let found = leiden(&ties(120, &twice), Params::default()).unwrap();
    assert!((0..60).all(|a| found.of[60..].iter().all(|b| *b != found.of[a])));
    let alone = leiden(&ties(60, &arcs), Params::default()).unwrap().quality;
    let mut names: Vec<u32> = (0..60).collect();
    Stream::new(1, "names", 0).shuffle(&mut names);
    let named: Vec<_> = arcs.iter().map(|(a, b, w)| (names[*a as usize], names[*b as usize], *w)).collect();
    let other = leiden(&ties(60, &named), Params::default()).unwrap().quality;
    assert!((alone - other).abs() < 0.01, "{alone} and {other}");
}

#[test]
fn the_unit_of_weights_does_not_matter() {
    let arcs = random_arcs(80, 300, 3);
    let found = leiden(&ties(80, &arcs), once(5)).unwrap();
    for factor in [1.0 / 1024.0, 4.0, 65536.0] {
        let scaled: Vec<_> = arcs.iter().map(|(a, b, w)| (*a, *b, w * factor)).collect();
        assert_eq!(leiden(&ties(80, &scaled), once(5)).unwrap().of, found.of);
    }
}

#[test]
fn extremes_of_resolution() {
    let graph = ties(7, &[(0, 1, 1.0), (1, 2, 2.0), (3, 4, 1.0), (5, 5, 3.0)]);
    let found = leiden(&graph, Params { resolution: 0.0, ..Params::default() }).unwrap();
    assert_eq!(found.of, [0, 0, 0, 1, 1, 2, 3], "the components");
    let found = leiden(&graph, Params { resolution: 1e12, ..Params::default() }).unwrap();
    assert_eq!(found.sizes, [1; 7]);
    check(&graph, &found, 1e12);
}

#[test]
fn starts_from_a_given_partition() {
    let graph = karate();
    let from = |initial: &[u32]| leiden(&graph, Params { initial: Some(initial.to_vec()), ..once(0) });
    assert_eq!(from(&KARATE_BEST).unwrap().of, KARATE_BEST);
    assert_eq!(from(&KARATE_BEST.map(|label| 33 - label)).unwrap().of, KARATE_BEST);
    for initial in [vec![u32::MAX; 34], vec![0; 34], vec![33; 34]] {
        let found = from(&initial).unwrap();
        check(&graph, &found, 1.0);
        assert!(found.quality > 0.39, "{}", found.quality);
    }
    assert_eq!(from(&[0; 33]).unwrap_err().code(), "argument.invalid");
    assert_eq!(from(&[34; 34]).unwrap_err().code(), "argument.invalid");
}

#[test]
fn a_given_community_in_parts_is_split() {
    // At resolution 0 nothing pulls two pairs apart that share nothing.
    let graph = ties(4, &[(0, 1, 1.0), (2, 3, 1.0)]);
    let params = Params { resolution: 0.0, initial: Some(vec![0; 4]), ..once(0) };
    let found = leiden(&graph, params).unwrap();
    assert_eq!(found.of, [0, 0, 1, 1]);
    assert_eq!(found.quality, 1.0);
}

#[test]
fn nothing_and_nearly_nothing() {
    let found = leiden(&ties(0, &[]), Params::default()).unwrap();
    assert!(found.of.is_empty() && found.sizes.is_empty() && found.quality.is_nan());
    assert_eq!(found.stability.ari, 1.0);
    let found = leiden(&ties(1, &[]), Params::default()).unwrap();
    assert_eq!((found.of, found.sizes), (vec![0], vec![1]));
    let found = leiden(&ties(50_000, &[]), Params { initial: Some(vec![7; 50_000]), ..once(1) }).unwrap();
    assert_eq!(found.sizes.len(), 50_000, "without weight everyone is alone");
    assert!(found.quality.is_nan());
    let loops = [(0, 0, 1.0), (1, 1, 2.0)];
    assert_eq!(leiden(&ties(2, &loops), Params::default()).unwrap().of, [0, 1]);
    let worthless = [(0, 1, 0.0), (1, 2, -3.0), (2, 3, f32::NAN), (3, 0, f32::INFINITY)];
    let found = leiden(&ties(4, &worthless), Params::default()).unwrap();
    assert_eq!(found.sizes, [1; 4]);
    let one = [(0, 1, 0.0), (1, 2, 1e-40), (2, 3, f32::NAN), (3, 0, -1.0)];
    let found = leiden(&ties(4, &one), Params::default()).unwrap();
    assert_eq!(found.of, [1, 0, 0, 2], "a tie without weight holds nothing together");
    assert_eq!(found.quality, 0.0);
}

#[test]
fn star_and_clique_are_one_community() {
    let star: Vec<_> = (1..1000).map(|leaf| (leaf, 0, 1.0)).collect();
    let found = leiden(&ties(1000, &star), once(0)).unwrap();
    assert_eq!(found.sizes, [1000]);
    let clique: Vec<_> = (0..60_u32).flat_map(|a| (a + 1..60).map(move |b| (a, b, 0.3))).collect();
    let found = leiden(&ties(60, &clique), Params::default()).unwrap();
    assert_eq!(found.sizes, [60]);
    assert!(found.quality.abs() < 1e-12);
}

#[test]
fn largest_weights_do_not_overflow() {
    let arcs = [(0, 1, f32::MAX), (1, 0, f32::MAX), (1, 2, f32::MAX), (2, 3, 1.0), (3, 4, f32::MAX)];
    let found = leiden(&ties(5, &arcs), Params::default()).unwrap();
    assert!(found.quality.is_finite(), "{}", found.quality);
    assert_eq!(found.of, [0, 0, 0, 1, 1]);
}

#[test]
fn a_path_of_a_million() {
    let n = 1_000_000_u32;
    let from: Vec<u32> = (0..n - 1).collect();
    let graph =
        crate::graph::Graph::from_sorted(n as usize, &from, (1..n).collect(), vec![1.0; n as usize - 1])
            .unwrap();
    let graph = Rc::new(Undirected::of(&graph).unwrap());
    let found = leiden(&graph, Params { iterations: 1, ..once(0) }).unwrap();
    // About 2 · sqrt(n) nodes a community are best: 1 - 2 / sqrt(n).
    assert!(found.quality > 0.99, "{}", found.quality);
    assert_eq!(parts_too_many(&graph, &found.of).unwrap(), 0);
}

#[test]
fn pieces_end_early_with_what_is_there_and_share_rises() {
    let graph = karate();
    let mut steps = Leiden::new(&graph, Params::default()).unwrap();
    let mut share = 0.0;
    while !steps.step() {
        assert!((share..=1.0).contains(&steps.share_done()), "{share} then {}", steps.share_done());
        share = steps.share_done();
    }
    assert!(steps.step());
    assert_eq!(steps.share_done(), 1.0);
    let mut steps = Leiden::new(&graph, Params::default()).unwrap();
    for _ in 0..3 {
        steps.step();
    }
    let stopped = steps.finish().unwrap();
    assert_eq!((stopped.sizes.len(), stopped.qualities.len()), (34, 0));
    assert!(stopped.quality.is_nan() && stopped.stability.ari.is_nan());
}

#[test]
fn parameters_out_of_range() {
    let graph = karate();
    let all = Params::default;
    for params in [
        Params { resolution: -1.0, ..all() },
        Params { resolution: f64::NAN, ..all() },
        Params { randomness: 0.0, ..all() },
        Params { randomness: f64::INFINITY, ..all() },
        Params { restarts: 0, ..all() },
        Params { iterations: 0, ..all() },
        Params { tolerance: f64::NAN, ..all() },
    ] {
        assert_eq!(Leiden::new(&graph, params).unwrap_err().code(), "argument.invalid");
    }
}
