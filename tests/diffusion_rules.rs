//! What a team may be, and what must hold whatever the network is.

use proptest::prelude::*;
use sillage::diffusion::exact::Worlds;
use sillage::diffusion::{
    Choosing, Chosen, Influence, Model, NONE, Opim, Simulating, Simulation, Targets, Way,
};
use sillage::graph::Graph;
use sillage::graph::steps::{Steps, run};
use std::rc::Rc;

const CASCADE: Model = Model::IndependentCascade { hops: None };
const MODELS: [Model; 3] = [CASCADE, Model::IndependentCascade { hops: Some(2) }, Model::LinearThreshold];

type Arcs = Vec<(u32, u32, f32)>;

fn influence(nodes: usize, arcs: &Arcs) -> Rc<Influence> {
    Rc::new(Influence::new(nodes, arcs.iter().copied()).unwrap())
}

/// The choice after rounds enough for small differences.
fn choose(of: &Rc<Influence>, choosing: &Choosing<'_>) -> Chosen {
    until(Opim::new(of.clone(), CASCADE, Targets::default(), choosing).unwrap(), 10_000).chosen()
}

fn until(mut opim: Opim, sets: usize) -> Opim {
    while !opim.step() {}
    while opim.chosen().sets < sets && opim.go_on() {
        while !opim.step() {}
    }
    opim
}

/// Stars whose centres are 0, 10, 20…, each with fewer leaves than the one before, all sure.
fn stars(count: u32) -> Rc<Influence> {
    let leaves = |star: u32| (1..10 - star).map(move |leaf| (10 * star, 10 * star + leaf, 1.0));
    influence(10 * count as usize, &(0..count).flat_map(leaves).collect())
}

fn spread_of(of: &Rc<Influence>, seeds: &[u32]) -> f64 {
    let simulating = Simulating { seeds, competitors: &[], communities: None, runs: 2000, seed: 4 };
    run(Simulation::new(of.clone(), CASCADE, Targets::default(), &simulating).unwrap()).mean
}

#[test]
fn the_largest_stars_in_order_and_ties_to_the_smallest() {
    let chosen = choose(&stars(5), &Choosing { size: 3, ..Choosing::default() });
    assert_eq!(chosen.seeds, [0, 10, 20]);
    assert_eq!(chosen.way, Way::Uniform);
    assert!(chosen.gains.windows(2).all(|pair| pair[0] > pair[1]), "{chosen:?}");
    assert_eq!(chosen.cost, 3.0);
    // Everybody is worth the same: not one more than another on average, and nothing is sure to be chosen twice.
    let alike = influence(4, &vec![(0, 1, 1.0), (1, 0, 1.0), (2, 3, 1.0), (3, 2, 1.0)]);
    let chosen = choose(&alike, &Choosing { size: 2, ..Choosing::default() });
    let mut seeds = chosen.seeds.clone();
    seeds.sort_unstable();
    assert_eq!(seeds, [0, 2]);
    assert!((chosen.spread - 4.0).abs() < 1e-9);
}

#[test]
fn budgets_go_by_gain_for_cost_and_never_beyond() {
    // The first star reaches 10 for 10, the others 9 to 6 for 1 each.
    let mut costs = vec![100.0; 50];
    for star in 0..5 {
        costs[10 * star] = if star == 0 { 10.0 } else { 1.0 };
    }
    let with =
        |budget| Choosing { size: 50, budget: Some(budget), costs: Some(&costs), ..Choosing::default() };
    let chosen = choose(&stars(5), &with(4.0));
    assert_eq!((chosen.seeds, chosen.cost), (vec![10, 20, 30, 40], 4.0));
    assert!(chosen.guarantee > 0.9, "everybody who could be paid was chosen");
    let chosen = choose(&stars(5), &with(2.5));
    assert_eq!((chosen.seeds.as_slice(), chosen.cost), (&[10, 20][..], 2.0));
    let chosen = choose(&stars(5), &with(14.0));
    assert_eq!((chosen.seeds.len(), chosen.cost), (5, 14.0));
    // Below every cost: nobody, and nothing to guarantee.
    let chosen = choose(&stars(5), &with(0.5));
    assert!(chosen.seeds.is_empty() && chosen.spread == 0.0 && chosen.guarantee.is_nan());
    for budget in [0.0, -3.0, f64::NAN] {
        assert!(choose(&stars(5), &with(budget)).seeds.is_empty(), "{budget}");
    }
}

#[test]
fn the_best_single_beats_the_best_ratio_where_it_does() {
    // A leaf that costs next to nothing has the best ratio, and uses up what the centre would need.
    let star = influence(11, &(1..11).map(|leaf| (0, leaf, 1.0)).collect());
    let mut costs = vec![1e9; 11];
    (costs[0], costs[1]) = (10.0, 0.1);
    let choosing = Choosing { size: 11, budget: Some(10.0), costs: Some(&costs), ..Choosing::default() };
    let chosen = choose(&star, &choosing);
    assert_eq!(chosen.seeds, [0]);
    assert!(matches!(chosen.way, Way::Singleton | Way::Uniform));
    assert!((chosen.spread - 11.0).abs() < 1e-9 && chosen.cost == 10.0);
}

#[test]
fn costs_that_are_none() {
    // Unknown: never under a budget. Zero or below: for nothing. Infinite: never.
    let mut costs = vec![1.0; 50];
    (costs[0], costs[10], costs[20], costs[30]) = (f64::NAN, 0.0, -5.0, f64::INFINITY);
    let choosing = Choosing { size: 3, budget: Some(1.0), costs: Some(&costs), ..Choosing::default() };
    let chosen = choose(&stars(5), &choosing);
    let mut seeds = chosen.seeds.clone();
    seeds.sort_unstable();
    assert_eq!((seeds.as_slice(), chosen.cost), (&[10, 20, 40][..], 1.0));
    let free = choose(&stars(5), &Choosing { budget: Some(0.0), ..choosing.clone() });
    assert_eq!((free.seeds.as_slice(), free.cost), (&[10, 20][..], 0.0));
    // Without a budget costs only add up, and an unknown one makes an unknown sum.
    let chosen = choose(&stars(5), &Choosing { budget: None, ..choosing });
    assert_eq!(chosen.seeds, [0, 10, 20]);
    assert!(chosen.cost.is_nan());
    // A budget without costs is a number of people.
    let chosen = choose(&stars(5), &Choosing { size: 50, budget: Some(2.9), ..Choosing::default() });
    assert_eq!((chosen.seeds.as_slice(), chosen.cost), (&[0, 10][..], 2.0));
}

#[test]
fn caps_must_haves_candidates_and_competitors() {
    let of = stars(5);
    let communities: Vec<u32> = (0..50).map(|node| if node < 30 { 7 } else { NONE }).collect();
    let choosing = Choosing { size: 3, caps: Some((&communities, 1)), ..Choosing::default() };
    assert_eq!(choose(&of, &choosing).seeds, [0, 30, 40]);
    assert_eq!(choose(&of, &Choosing { must_have: &[20], ..choosing.clone() }).seeds, [20, 30, 40]);
    assert_eq!(
        choose(&of, &Choosing { caps: Some((&communities, 0)), ..choosing.clone() }).seeds[..2],
        [30, 40]
    );
    let plain = Choosing { size: 2, ..Choosing::default() };
    // In whatever it costs, in the order given, once, and only if there.
    let costs = vec![5.0; 50];
    let paid = Choosing {
        must_have: &[41, 10, 41, 99],
        budget: Some(3.0),
        costs: Some(&costs),
        size: 1,
        ..plain.clone()
    };
    let chosen = choose(&of, &paid);
    assert_eq!((chosen.seeds.as_slice(), chosen.cost, chosen.guarantee), (&[41, 10][..], 10.0, 1.0));
    let mut candidates = vec![true; 50];
    (candidates[0], candidates[10]) = (false, false);
    let some = Choosing { candidates: Some(&candidates), ..plain.clone() };
    assert_eq!(choose(&of, &some).seeds, [20, 30]);
    assert_eq!(choose(&of, &Choosing { must_have: &[10], ..some }).seeds, [10, 20]);
    assert_eq!(choose(&of, &Choosing { competitors: &[0, 77], must_have: &[0], ..plain }).seeds, [10, 20]);
    let nobody = vec![false; 50];
    let chosen = choose(&of, &Choosing { candidates: Some(&nobody), ..Choosing::default() });
    assert!(chosen.seeds.is_empty() && chosen.guarantee.is_nan() && chosen.spread == 0.0);
}

#[test]
fn whom_it_is_worth_reaching() {
    let of = stars(3);
    let mut weights = vec![0.0; 30];
    (weights[11], weights[12], weights[0]) = (2.0, f64::NAN, -1.0);
    let targets = Targets { weights: Some(&weights) };
    let opim = |choosing: &Choosing<'_>| Opim::new(of.clone(), CASCADE, targets, choosing).unwrap();
    let two = Choosing { size: 2, ..Choosing::default() };
    let chosen = run(opim(&two));
    // One who reaches the only target; nobody else adds anything.
    assert_eq!(chosen.seeds, [10]);
    assert_eq!((chosen.spread, chosen.spread_high), (2.0, 2.0));
    let candidates: Vec<bool> = (0..30).map(|node| node < 10).collect();
    let mut beside = opim(&Choosing { candidates: Some(&candidates), ..two.clone() });
    while !beside.step() {}
    assert_eq!(beside.reachable().unwrap(), 0.0);
    assert!(beside.chosen().seeds.is_empty() && beside.certified());
    // Reachable, but hardly ever: it ends all the same.
    let hardly = influence(2, &vec![(0, 1, 1e-9)]);
    let targets_hardly = Targets { weights: Some(&[0.0, 1.0]) };
    let choosing = Choosing { size: 1, candidates: Some(&[true, false]), ..Choosing::default() };
    let chosen = run(Opim::new(hardly, CASCADE, targets_hardly, &choosing).unwrap());
    assert!(chosen.seeds.is_empty() && chosen.guarantee == 0.0 && chosen.spread_high < 0.001);
    let nothing = vec![0.0; 30];
    let targets = Targets { weights: Some(&nothing) };
    let must = Choosing { must_have: &[3], ..two };
    let chosen = run(Opim::new(of.clone(), CASCADE, targets, &must).unwrap());
    assert_eq!((chosen.seeds.as_slice(), chosen.spread), (&[3][..], 0.0));
    assert!(chosen.guarantee.is_nan());
}

#[test]
fn nobody_and_hardly_anybody() {
    for model in MODELS {
        for nodes in [0, 1, 3] {
            let of = influence(nodes, &vec![(0, 0, 1.0), (7, 1, 1.0), (0, 1, f32::NAN), (1, 2, -1.0)]);
            assert_eq!(of.arcs(), 0);
            for size in [0, 1, 2, 50] {
                let choosing = Choosing { size, ..Choosing::default() };
                let mut opim = Opim::new(of.clone(), model, Targets::default(), &choosing).unwrap();
                while !opim.step() {}
                let chosen = opim.chosen();
                assert_eq!(chosen.seeds.len(), size.min(nodes), "{model:?} {nodes} {size}");
                assert!((chosen.spread - size.min(nodes) as f64).abs() < 0.5);
                assert_eq!(opim.reachable().unwrap(), nodes as f64);
                assert!(opim.certified() && opim.share_done() == 1.0);
            }
            let simulating =
                Simulating { seeds: &[0, 0, 9], competitors: &[], communities: None, runs: 10, seed: 1 };
            let spread = run(Simulation::new(of, model, Targets::default(), &simulating).unwrap());
            assert_eq!(spread.mean, f64::from(u8::from(nodes > 0)));
            assert_eq!((spread.low, spread.high), (spread.mean, spread.mean));
        }
    }
    assert_eq!(Influence::weighted_cascade(&Graph::default()).unwrap().nodes(), 0);
}

#[test]
fn arguments_out_of_range_are_errors() {
    let of = stars(2);
    let code = |choosing: &Choosing<'_>| {
        Opim::new(of.clone(), CASCADE, Targets::default(), choosing).map(|_| ()).unwrap_err().code()
    };
    let plain = Choosing::default();
    for epsilon in [0.0, 1.0, -0.1, f64::NAN] {
        assert_eq!(code(&Choosing { epsilon, ..plain.clone() }), "argument.invalid");
    }
    assert_eq!(code(&Choosing { delta: Some(0.0), ..plain.clone() }), "argument.invalid");
    assert_eq!(code(&Choosing { costs: Some(&[1.0]), ..plain.clone() }), "argument.invalid");
    assert_eq!(code(&Choosing { candidates: Some(&[true]), ..plain.clone() }), "argument.invalid");
    assert_eq!(code(&Choosing { caps: Some((&[1], 1)), ..plain.clone() }), "argument.invalid");
    let targets = Targets { weights: Some(&[1.0]) };
    assert_eq!(Opim::new(of, CASCADE, targets, &plain).map(|_| ()).unwrap_err().code(), "argument.invalid");
}

#[test]
fn sure_and_impossible_arcs() {
    // A circle of sure arcs: one is enough, and everybody is as good.
    let circle = influence(200, &(0..200).map(|u| (u, (u + 1) % 200, 1.0)).collect());
    for model in [CASCADE, Model::LinearThreshold] {
        let chosen = run(Opim::new(circle.clone(), model, Targets::default(), &Choosing::default()).unwrap());
        assert_eq!(chosen.seeds, [0], "nobody adds anything to the first");
        assert_eq!((chosen.spread, chosen.guarantee > 0.53), (200.0, true));
    }
    // Two of the circle, 100 steps apart, at most 9 hops each: the cap is kept to the step.
    let model = Model::IndependentCascade { hops: Some(9) };
    let choosing = Choosing { size: 1, ..Choosing::default() };
    let chosen = run(Opim::new(circle, model, Targets::default(), &choosing).unwrap());
    assert!((chosen.spread - 10.0).abs() < 2.5, "{chosen:?}");
    // Nothing spreads: a team reaches itself.
    let chosen = choose(&influence(40, &Vec::new()), &Choosing { size: 40, ..Choosing::default() });
    assert_eq!((chosen.seeds.len(), chosen.guarantee), (40, 1.0));
    assert!((chosen.spread - 40.0).abs() < 1e-9);
}

#[test]
fn a_long_path_takes_no_stack() {
    let path = influence(200_000, &(0..199_999).map(|u| (u, u + 1, 1.0)).collect());
    for model in [CASCADE, Model::LinearThreshold] {
        let choosing = Choosing { size: 1, ..Choosing::default() };
        let mut opim =
            Opim::new(path.clone(), model, Targets::default(), &choosing).unwrap().with_room(600_000);
        while !opim.step() {}
        // Few sets have room: what there is holds all the same.
        let chosen = opim.chosen();
        assert!(chosen.sets < 16 && chosen.seeds.len() == 1, "{chosen:?}");
        assert!(chosen.spread_low <= 2e5 && chosen.spread_high >= chosen.spread_low);
        assert!(!opim.go_on());
        let simulating = Simulating { seeds: &[0], competitors: &[], communities: None, runs: 1, seed: 1 };
        let spread = run(Simulation::new(path.clone(), model, Targets::default(), &simulating).unwrap());
        assert_eq!(spread.mean, 2e5);
        assert!((spread.by_hop.iter().sum::<f64>() - 2e5).abs() < 1e-6);
    }
}

#[test]
fn weighted_cascade_shares_attention_out() {
    // 0 gives 3 of 4 to 1 and 1 of 4 to 2; 1 looks at 2 only; one weight counts for nothing.
    let graph = |weights: Vec<f32>| Graph::from_sorted(3, &[0, 0, 1], vec![1, 2, 2], weights).unwrap();
    let of = Influence::weighted_cascade(&graph(vec![3.0, 1.0, 5.0])).unwrap();
    assert_eq!(of.activated_by(0), (&[1, 2][..], &[0.75, 0.25][..]));
    assert_eq!(of.activates(2), (&[0, 1][..], &[0.25, 1.0][..]));
    let of = Influence::weighted_cascade(&graph(vec![3.0, f32::NAN, f32::INFINITY])).unwrap();
    assert_eq!((of.arcs(), of.activates(1)), (1, (&[0][..], &[1.0][..])));
}

#[test]
fn parts_of_a_team() {
    // 0 and 1 share a reader; 2 has one of its own.
    let of = influence(7, &vec![(0, 3, 1.0), (0, 4, 1.0), (1, 4, 1.0), (2, 5, 1.0)]);
    let choosing = Choosing { size: 3, ..Choosing::default() };
    let opim = until(Opim::new(of, CASCADE, Targets::default(), &choosing).unwrap(), 20_000);
    let close = |found: &[f64], expected: &[f64]| {
        assert_eq!(found.len(), expected.len());
        for (x, y) in found.iter().zip(expected) {
            assert!((x - y).abs() < 0.08, "{found:?} is not {expected:?}");
        }
    };
    let team = [0, 1, 2];
    close(&opim.alone(&team).unwrap(), &[3.0, 2.0, 2.0]);
    close(&opim.unique(&team).unwrap(), &[2.0, 1.0, 2.0]);
    close(&opim.overlap(&team).unwrap(), &[1.0, 1.0 / 3.0, 0.0, 0.5, 1.0, 0.0, 0.0, 0.0, 1.0]);
    close(&opim.reached_in(&team, &[0, 0, 1, 0, 0, 1, NONE], 2).unwrap(), &[4.0, 2.0]);
    let found = opim.evaluate(&team).unwrap();
    assert!(found.low < 6.0 && 6.0 < found.high && (found.mean - 6.0).abs() < 0.08);
    assert_eq!(opim.evaluate(&[]).unwrap().mean, 0.0);
    let best = opim.optimum(1000).unwrap().unwrap();
    assert!((opim.evaluate(&best).unwrap().mean - 6.0).abs() < 0.08, "{best:?}");
    assert_eq!(opim.optimum(2).unwrap(), None);
    assert_eq!(opim.reachable().unwrap(), 7.0);
}

prop_compose! {
    fn network()(nodes in 2_usize..9)(
        nodes in Just(nodes),
        arcs in prop::collection::vec((0..nodes as u32, 0..nodes as u32, 0.0_f32..=1.0), 0..12),
    ) -> (usize, Arcs) {
        (nodes, arcs)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn exact_spread_grows_by_less_and_less((nodes, arcs) in network(), model in 0_usize..3, x in 0_u32..9) {
        let worlds = Worlds::of(&influence(nodes, &arcs), MODELS[model]).unwrap();
        let x = x % nodes as u32;
        let teams = [vec![], vec![x], vec![0], vec![0, x], vec![0, 1], vec![0, 1, x]];
        let s = worlds.spreads(None, &teams).unwrap();
        prop_assert!(s.windows(2).step_by(2).all(|pair| pair[1] >= pair[0] - 1e-12), "more members, more reached");
        prop_assert!(s[2] <= s[4] + 1e-12);
        prop_assert!(s[1] - s[0] >= s[3] - s[2] - 1e-12 && s[3] - s[2] >= s[5] - s[4] - 1e-12);
    }

    #[test]
    fn the_best_of_small_networks_is_within_the_bounds((nodes, arcs) in network(), model in 0_usize..3, size in 1_usize..4) {
        let of = influence(nodes, &arcs);
        let choosing = Choosing { size, ..Choosing::default() };
        let chosen = run(Opim::new(of.clone(), MODELS[model], Targets::default(), &choosing).unwrap());
        let worlds = Worlds::of(&of, MODELS[model]).unwrap();
        let best = worlds.best(None, size).unwrap().1;
        let own = worlds.spreads(None, std::slice::from_ref(&chosen.seeds)).unwrap()[0];
        prop_assert!(chosen.spread_low <= own + 1e-9, "{chosen:?} {own}");
        prop_assert!(best <= chosen.spread_high + 1e-9, "{chosen:?} {best}");
        prop_assert!(own >= chosen.guarantee * best - 1e-9);
        prop_assert!((chosen.gains.iter().sum::<f64>() - chosen.spread).abs() < 1e-9);
        prop_assert!(chosen.gains.iter().all(|gain| *gain >= 0.0));
    }

    #[test]
    fn budgets_are_kept_and_bounded((nodes, arcs) in network(), costs in prop::collection::vec(0.0_f64..3.0, 9), budget in 0.0_f64..6.0) {
        let of = influence(nodes, &arcs);
        let costs = &costs[..nodes];
        let choosing = Choosing { size: 3, budget: Some(budget), costs: Some(costs), ..Choosing::default() };
        let chosen = run(Opim::new(of.clone(), CASCADE, Targets::default(), &choosing).unwrap());
        let cost: f64 = chosen.seeds.iter().map(|node| costs[*node as usize]).sum();
        prop_assert!(cost <= budget + 1e-9 && (cost - chosen.cost).abs() < 1e-9 && chosen.seeds.len() <= 3);
        // Every team that can be paid.
        let teams: Vec<Vec<u32>> = (0..1_u32 << nodes)
            .map(|bits| (0..nodes as u32).filter(|node| bits >> node & 1 == 1).collect::<Vec<_>>())
            .filter(|team| team.len() <= 3 && team.iter().map(|node| costs[*node as usize]).sum::<f64>() <= budget)
            .collect();
        let worlds = Worlds::of(&of, CASCADE).unwrap();
        let best = worlds.spreads(None, &teams).unwrap().into_iter().fold(0.0, f64::max);
        prop_assert!(best <= chosen.spread_high + 1e-9, "{chosen:?} {best}");
    }

    #[test]
    fn arcs_in_any_order_give_the_same((nodes, arcs) in network(), seed in 0_u64..100) {
        let mut other = arcs.clone();
        other.reverse();
        // Arcs of one pair are multiplied in the order given: leave one of each.
        let mut seen = std::collections::BTreeSet::new();
        let arcs: Arcs = arcs.into_iter().filter(|arc| seen.insert((arc.0, arc.1))).collect();
        let other: Arcs = other.into_iter().filter(|arc| arcs.contains(arc)).collect();
        let choosing = Choosing { size: 2, seed, ..Choosing::default() };
        prop_assert_eq!(choose(&influence(nodes, &arcs), &choosing), choose(&influence(nodes, &other), &choosing));
    }

    #[test]
    fn a_node_more_that_nobody_knows_changes_nothing_but_itself((nodes, arcs) in network()) {
        let (with, without) = (influence(nodes + 1, &arcs), influence(nodes, &arcs));
        let node = nodes as u32;
        prop_assert!((spread_of(&with, &[0, node]) - spread_of(&without, &[0]) - 1.0).abs() < 1e-9);
    }
}
