//! The layout as a whole: what it shows, that its energy falls, and that nothing breaks it.

use super::*;
use crate::graph::csr::Graph;
use crate::graph::steps::run;
use crate::math::rng::Stream;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The undirected graph of some ties with weights.
fn graph(nodes: usize, ties: impl IntoIterator<Item = (u32, u32, f32)>) -> Undirected {
    let ties: BTreeMap<(u32, u32), f32> = ties.into_iter().map(|(a, b, w)| ((a, b), w)).collect();
    let from: Vec<u32> = ties.keys().map(|tie| tie.0).collect();
    let to = ties.keys().map(|tie| tie.1).collect();
    Undirected::of(&Graph::from_sorted(nodes, &from, to, ties.values().copied().collect()).unwrap()).unwrap()
}

/// Groups of `size` nodes: `inside` ties a node within, and one tie in `leaves` between groups.
fn planted(groups: u32, size: u32, inside: u32, leaves: u64) -> Undirected {
    let mut stream = Stream::new(5, "planted", 0);
    let n = groups * size;
    let mut ties = Vec::new();
    for a in 0..n {
        for _ in 0..inside {
            let anywhere = stream.below(leaves) == 0;
            let b = if anywhere {
                stream.below(n.into())
            } else {
                u64::from(a / size * size) + stream.below(size.into())
            };
            ties.push((a, b as u32, 1.0));
        }
    }
    graph(n as usize, ties)
}

fn laid(graph: &Undirected, start: &Start, params: Params) -> Layout {
    run(ForceAtlas2::new(graph, start, params).unwrap())
}

fn apart(map: &Layout, a: usize, b: usize) -> f64 {
    f64::from(map.x[a] - map.x[b]).hypot(f64::from(map.y[a] - map.y[b]))
}

/// Mean distance within groups as a part of that between them.
fn within(map: &Layout, size: usize) -> f64 {
    let (mut inside, mut outside) = ((0.0, 0.0), (0.0, 0.0));
    for a in 0..map.x.len() {
        for b in 0..a {
            let sum = if a / size == b / size { &mut inside } else { &mut outside };
            *sum = (sum.0 + apart(map, a, b), sum.1 + 1.0);
        }
    }
    (inside.0 / inside.1) / (outside.0 / outside.1)
}

/// Mean share of a node's neighbours that are among as many nearest nodes.
fn kept(graph: &Undirected, map: &Layout) -> f64 {
    let mut total = 0.0;
    for a in 0..graph.nodes() {
        let mut others: Vec<usize> = (0..graph.nodes()).filter(|b| *b != a).collect();
        others.sort_by(|b, c| apart(map, a, *b).total_cmp(&apart(map, a, *c)));
        let near = &others[..graph.degree(a)];
        total += graph.neighbours(a).iter().filter(|b| near.contains(&(**b as usize))).count() as f64
            / near.len() as f64;
    }
    total / graph.nodes() as f64
}

/// Energy of the forces as they stand: their work from far away, pair by pair.
fn energy(layout: &ForceAtlas2) -> f64 {
    let length = |a: [f32; 2], b: [f32; 2]| f64::from(a[0] - b[0]).hypot(f64::from(a[1] - b[1]));
    let mut total = 0.0;
    for a in 0..layout.at.len() {
        let mass = f64::from(layout.mass[a]);
        total += f64::from(layout.gravity) * mass * length(layout.at[a], [0.0; 2]).powi(2) / 2.0;
        for b in 0..a {
            let d = length(layout.at[a], layout.at[b]).max(1e-9);
            total -= layout.params.scaling * mass * f64::from(layout.mass[b]) * crate::math::ln(d);
        }
    }
    total
        + layout
            .springs
            .each()
            .map(|(a, b, pull)| f64::from(pull) * length(layout.at[a], layout.at[b]).powi(2) / 2.0)
            .sum::<f64>()
}

#[test]
fn planted_groups_lie_apart_and_neighbours_together() {
    let graph = planted(6, 40, 5, 12);
    for (params, most) in [
        (Params::default(), 0.45),
        (Params { lin_log: true, ..Params::default() }, 0.55),
        (Params { dissuade_hubs: true, ..Params::default() }, 0.45),
        (Params { strong_gravity: false, ..Params::default() }, 0.45),
    ] {
        let map = laid(&graph, &Start::Scattered, params.clone());
        let (within, kept) = (within(&map, 40), kept(&graph, &map));
        assert!(map.settled && within < most, "{params:?}: {within}");
        // By chance a node keeps its degree over the number of nodes: 0.04.
        assert!(kept > 0.15, "{params:?}: {kept}");
    }
    let chance = laid(&graph, &Start::Scattered, Params { max_iterations: 0, ..Params::default() });
    assert!(within(&chance, 40) > 0.9 && kept(&graph, &chance) < 0.08 && !chance.settled);
}

#[test]
fn energy_falls() {
    let graph = planted(4, 30, 4, 10);
    let mut layout = ForceAtlas2::new(&graph, &Start::Scattered, Params::default()).unwrap();
    let mut seen = vec![energy(&layout)];
    while !layout.step() {
        if layout.iterations.is_multiple_of(20) && layout.phase == Phase::Place {
            seen.push(energy(&layout));
        }
    }
    seen.push(energy(&layout));
    let (first, last) = (seen[0], seen[seen.len() - 1]);
    assert!(seen.len() > 3 && last < first, "{seen:?}");
    let most = seen.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::NEG_INFINITY, f64::max);
    assert!(most < 0.01 * (first - last), "it hardly ever rises: {seen:?}");
}

#[test]
fn a_start_by_groups_or_by_an_earlier_map_keeps_them() {
    let graph = planted(6, 40, 5, 12);
    let start = Start::Groups((0..240).map(|node| node / 40).collect());
    let begun = laid(&graph, &start, Params { max_iterations: 0, ..Params::default() });
    assert!(within(&begun, 40) < 0.4, "{}", within(&begun, 40));
    let map = laid(&graph, &start, Params::default());
    assert!(within(&map, 40) < 0.45);
    let places: Vec<[f32; 2]> = map.x.iter().zip(&map.y).map(|(x, y)| [*x, *y]).collect();
    let on = laid(&graph, &Start::Given(places.clone()), Params::default());
    assert!(on.iterations < map.iterations, "{} after {}", on.iterations, map.iterations);
    let drift: f64 =
        (0..240).map(|i| f64::from(on.x[i] - places[i][0]).hypot(f64::from(on.y[i] - places[i][1]))).sum();
    assert!(drift / 240.0 < 0.15, "the map stays as it was: {}", drift / 240.0);
}

#[test]
fn same_seed_same_bits() {
    let graph = planted(3, 30, 4, 10);
    let of = |seed| laid(&graph, &Start::Scattered, Params { seed, ..Params::default() });
    let map = of(1);
    assert_eq!(map, of(1));
    assert_ne!(map.x, of(2).x);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for value in map.x.iter().chain(&map.y) {
        hash = (hash ^ u64::from(value.to_bits())).wrapping_mul(0x0000_0100_0000_01b3);
    }
    // Also what WebAssembly gives.
    assert_eq!(hash, 0xa5cd_7321_cde5_1cbc, "{hash:#x}");
}

#[test]
fn parts_of_an_iteration_on_a_large_graph_change_nothing() {
    let n = 30_000_u32;
    let mut stream = Stream::new(2, "large", 0);
    let graph = graph(n as usize, (0..2 * n).map(|i| (i % n, stream.below(n.into()) as u32, 1.0)));
    let params = Params { max_iterations: 2, ..Params::default() };
    let mut layout = ForceAtlas2::new(&graph, &Start::Scattered, params).unwrap();
    let mut steps = 1;
    while !layout.step() {
        steps += 1;
    }
    assert!(steps > 2, "an iteration took more than a step: {steps}");
    let map = layout.finish();
    assert_eq!(map.iterations, 2);
    framed(&map);
}

/// Whether a map can be drawn: every place known and inside, both ends of the longer side reached.
fn framed(map: &Layout) {
    let all = || map.x.iter().chain(&map.y);
    assert!(all().all(|c| (-1.0..=1.0).contains(c)), "{:?}", all().find(|c| !(-1.0..=1.0).contains(*c)));
    if map.x.len() > 1 {
        assert!(all().any(|c| *c == 1.0) && all().any(|c| *c == -1.0));
    }
}

#[test]
fn accounts_that_forces_draw_into_one_point_are_drawn_apart() {
    // Found by the property below: gravity a million times the usual, and a place at the end of what numbers hold.
    let graph = graph(2, [(1, 0, 1.321_018_9e-13)]);
    let places = vec![[0.0, 0.0], [0.0, -6.514_482_3e37]];
    let params = Params {
        lin_log: true,
        strong_gravity: true,
        gravity: 1e6,
        scaling: 2.0,
        max_iterations: 60,
        ..Params::default()
    };
    framed(&laid(&graph, &Start::Given(places), params));
}

#[test]
fn odd_graphs_are_drawn() {
    let short = || Params { max_iterations: 4, ..Params::default() };
    let path = |n: u32| graph(n as usize, (1..n).map(|a| (a - 1, a, 1.0)));
    let cases = [
        ("nothing", graph(0, [])),
        ("one", graph(1, [])),
        ("a loop", graph(1, [(0, 0, 1.0)])),
        ("isolates", graph(50_000, [])),
        ("a pair among isolates", graph(50_000, [(7, 8, 1.0)])),
        ("a star", graph(50_000, (1..50_000).map(|leaf| (0, leaf, 1.0)))),
        ("a path", path(30_000)),
        ("pairs", graph(10_000, (0..5_000).map(|pair| (2 * pair, 2 * pair + 1, 1.0)))),
        ("a clique", graph(100, (0..10_000).map(|pair| (pair / 100, pair % 100, 1.0)))),
        ("no weight", graph(3, [(0, 1, 0.0), (1, 2, f32::NAN)])),
        ("odd weights", graph(4, [(0, 1, f32::INFINITY), (1, 2, -3.0), (2, 3, 1e38), (0, 3, 1e-38)])),
    ];
    for (name, graph) in cases {
        for params in [
            short(),
            Params { lin_log: true, gravity: 0.0, ..short() },
            Params { strong_gravity: false, weight_influence: 4.0, ..short() },
        ] {
            let map = laid(&graph, &Start::Scattered, params);
            assert_eq!(map.x.len(), graph.nodes(), "{name}");
            framed(&map);
        }
    }
}

#[test]
fn components_stay_together_and_isolates_lie_around_them() {
    // Ten rings of 20, and 100 nodes without ties.
    let ties = (0..200_u32).map(|a| (a, a / 20 * 20 + (a + 1) % 20, 1.0));
    let graph = graph(300, ties);
    let map = laid(&graph, &Start::Scattered, Params::default());
    let radius = |node: usize| f64::from(map.x[node]).hypot(f64::from(map.y[node]));
    let farthest = (0..200).map(radius).fold(0.0, f64::max);
    let nearest = (200..300).map(radius).fold(f64::INFINITY, f64::min);
    assert!(farthest < nearest && farthest > 0.5, "{farthest} {nearest}");
    let ring = (0..20).map(|a| apart(&map, 0, a)).fold(0.0, f64::max);
    assert!(ring < 0.5 && ring > 0.01, "a component neither fills the map nor is a dot: {ring}");
}

#[test]
fn parameters_are_checked() {
    let graph = graph(2, [(0, 1, 1.0)]);
    for params in [
        Params { gravity: -1.0, ..Params::default() },
        Params { gravity: f64::NAN, ..Params::default() },
        Params { scaling: 0.0, ..Params::default() },
        Params { theta: f64::INFINITY, ..Params::default() },
        Params { weight_influence: -0.5, ..Params::default() },
        Params { tolerance: 2.0, ..Params::default() },
    ] {
        let given = format!("{params:?}");
        let error = ForceAtlas2::new(&graph, &Start::Scattered, params).err();
        assert_eq!(error.map(|e| e.code()), Some("argument.invalid"), "{given}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_graph_from_any_places_is_drawn(
        nodes in 1_usize..60,
        ties in prop::collection::vec((0_u32..60, 0_u32..60, any::<f32>()), 0..120),
        places in prop::collection::vec([any::<f32>(), any::<f32>()], 0..70),
        groups in prop::collection::vec(any::<u32>(), 0..70),
        lin_log in any::<bool>(),
        dissuade_hubs in any::<bool>(),
        strong_gravity in any::<bool>(),
        gravity in prop::sample::select(vec![0.0, 0.1, 1e6]),
        scaling in prop::sample::select(vec![1e-6, 2.0, 1e6]),
    ) {
        let n = nodes as u32;
        let graph = graph(nodes, ties.into_iter().map(|(a, b, w)| (a % n, b % n, w)));
        let params = Params { lin_log, dissuade_hubs, strong_gravity, gravity, scaling, max_iterations: 60, ..Params::default() };
        for start in [Start::Scattered, Start::Given(places), Start::Given(vec![[3.0; 2]; nodes]), Start::Groups(groups)] {
            framed(&laid(&graph, &start, params.clone()));
        }
    }
}
