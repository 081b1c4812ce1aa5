//! Projections against their naive twins, pair by pair.

use super::*;
use crate::graph::steps::run;
use crate::math::{ln, sqrt};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn incidence(uses: &[(u32, u32, Option<i64>)]) -> Incidence {
    let mut incidence = Incidence::default();
    for (account, object, time) in uses {
        incidence.add(*account, *object, *time).unwrap();
    }
    incidence
}

/// How often each account used each object.
fn counted(uses: &[(u32, u32, Option<i64>)]) -> BTreeMap<u32, BTreeMap<u32, f64>> {
    let mut counted: BTreeMap<u32, BTreeMap<u32, f64>> = BTreeMap::new();
    for (account, object, _) in uses {
        *counted.entry(*account).or_default().entry(*object).or_default() += 1.0;
    }
    counted
}

/// Weight and number shared of every pair, by the definitions.
fn naive(
    uses: &[(u32, u32, Option<i64>)],
    weighting: Weighting,
    max_degree: usize,
) -> BTreeMap<(u32, u32), (f64, u32)> {
    let mut of = counted(uses);
    let all = of.len() as f64;
    let mut members: BTreeMap<u32, f64> = BTreeMap::new();
    for object in of.values().flat_map(BTreeMap::keys) {
        *members.entry(*object).or_default() += 1.0;
    }
    members.retain(|_, k| *k <= max_degree as f64);
    for objects in of.values_mut() {
        objects.retain(|object, _| members.contains_key(object));
    }
    let objects = members.len() as f64;
    let vector = |a: u32| -> BTreeMap<u32, f64> {
        of[&a].iter().map(|(o, uses)| (*o, uses * ln(all / members[o]))).collect()
    };
    let mut found = BTreeMap::new();
    for a in of.keys() {
        for b in of.keys().filter(|b| *b > a) {
            let shared: Vec<u32> = of[a].keys().filter(|o| of[b].contains_key(o)).copied().collect();
            if shared.is_empty() {
                continue;
            }
            let n = shared.len() as f64;
            let weight = match weighting {
                Weighting::Count => n,
                Weighting::Newman => shared.iter().map(|o| 1.0 / (members[o] - 1.0)).sum(),
                Weighting::Cosine => {
                    let (x, y) = (vector(*a), vector(*b));
                    let length = |v: &BTreeMap<u32, f64>| sqrt(v.values().map(|c| c * c).sum());
                    let dot: f64 = shared.iter().map(|o| x[o] * y[o]).sum();
                    if length(&x) * length(&y) > 0.0 { dot / length(&x) / length(&y) } else { 0.0 }
                }
                Weighting::Npmi if n == objects => 1.0,
                Weighting::Npmi => {
                    let p = |n: f64| n / objects;
                    ln(p(n) / (p(of[a].len() as f64) * p(of[b].len() as f64))) / -ln(p(n))
                }
            };
            found.insert((*a, *b), (weight, shared.len() as u32));
        }
    }
    found
}

fn ties(found: &Projected) -> BTreeMap<(u32, u32), (f64, u32)> {
    assert!(found.from.iter().zip(&found.to).is_sorted_by(|a, b| a < b), "in order, each once");
    (0..found.len())
        .map(|t| ((found.from[t], found.to[t]), (f64::from(found.weight[t]), found.shared[t])))
        .collect()
}

/// Whether both have the same pairs of about the same weight.
fn same(found: &BTreeMap<(u32, u32), (f64, u32)>, expected: &BTreeMap<(u32, u32), (f64, u32)>) {
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (pair, (weight, shared)) in found {
        assert_eq!(*shared, expected[pair].1, "{pair:?}");
        assert!((weight - expected[pair].0).abs() < 1e-5, "{pair:?}: {weight} and {:?}", expected[pair]);
    }
}

fn uses() -> impl Strategy<Value = Vec<(u32, u32, Option<i64>)>> {
    let time = prop_oneof![1 => Just(None), 9 => (0_i64..2_000).prop_map(Some)];
    prop::collection::vec((0_u32..14, 0_u32..10, time), 0..120)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn shared_is_what_pairs_share(
        uses in uses(),
        weighting in prop::sample::select(vec![Weighting::Count, Weighting::Newman, Weighting::Cosine, Weighting::Npmi]),
        max_degree in 2_usize..12,
        min_shared in 0_u32..4,
        min_weight in prop::sample::select(vec![-2.0, 0.0, 0.25]),
    ) {
        let params = SharedParams { weighting, min_shared, min_weight, max_degree };
        let table = Table::of(&incidence(&uses)).unwrap();
        let found = run(Shared::new(table, params).unwrap()).unwrap();
        let mut expected = naive(&uses, weighting, max_degree);
        // A weight at the very threshold may fall to either side of it.
        let close = |weight: f64| (weight - min_weight).abs() < 1e-6;
        let at_threshold: BTreeSet<_> = expected.iter().filter(|(_, e)| close(e.0)).map(|(pair, _)| *pair).collect();
        expected.retain(|_, (weight, shared)| *shared >= min_shared && *weight > min_weight);
        expected.retain(|pair, _| !at_threshold.contains(pair));
        let mut found_ties = ties(&found);
        found_ties.retain(|pair, _| !at_threshold.contains(pair));
        same(&found_ties, &expected);
        let k = |object: u32| counted(&uses).values().filter(|of| of.contains_key(&object)).count();
        prop_assert_eq!(found.makers, (0..10).filter(|o| k(*o) > 1).count());
        prop_assert_eq!(found.left_out, (0..10).filter(|o| k(*o) > max_degree).count());
    }

    #[test]
    fn together_is_within_the_window(
        uses in uses(),
        window in 0_i64..400,
        min_shared in 1_u32..4,
        max_degree in prop::sample::select(vec![2_usize, 4, 1_000]),
    ) {
        let params = CoActionParams { window, min_shared, max_degree, min_cosine: -1.0 };
        let found = run(CoAction::new(&incidence(&uses), params).unwrap()).unwrap();
        let together = |a: &(u32, u32, Option<i64>), b: &(u32, u32, Option<i64>)| {
            a.1 == b.1 && a.2.zip(b.2).is_some_and(|(s, t)| (s - t).abs() <= window)
        };
        // In one window from an act on.
        let burst = |object: u32| uses.iter().filter(|a| a.1 == object && a.2.is_some()).any(|a| {
            uses.iter().filter(|b| together(a, b) && b.2 >= a.2).count() > max_degree
        });
        let mut objects: BTreeMap<(u32, u32), BTreeSet<u32>> = BTreeMap::new();
        for a in &uses {
            for b in &uses {
                if a.0 < b.0 && together(a, b) && !burst(a.1) {
                    objects.entry((a.0, b.0)).or_default().insert(a.1);
                }
            }
        }
        objects.retain(|_, objects| objects.len() as u32 >= min_shared);
        let expected = objects.iter().map(|(pair, o)| (*pair, (o.len() as f64, o.len() as u32))).collect();
        same(&ties(&found), &expected);
        prop_assert_eq!(found.left_out, (0..10).filter(|o| burst(*o)).count());
        let cosine = naive(&uses, Weighting::Cosine, usize::MAX);
        for tie in 0..found.len() {
            let expected = cosine[&(found.from[tie], found.to[tie])].0;
            prop_assert!((f64::from(found.cosine[tie]) - expected).abs() < 1e-5);
        }
    }

    #[test]
    fn a_graph_has_both_arcs_of_every_tie(uses in uses()) {
        let table = Table::of(&incidence(&uses)).unwrap();
        let found = run(Shared::new(table, SharedParams::default()).unwrap()).unwrap();
        let graph = found.graph(20).unwrap();
        prop_assert_eq!((graph.nodes(), graph.arcs()), (20, 2 * found.len()));
        for tie in 0..found.len() {
            let (a, b) = (found.from[tie], found.to[tie]);
            for (a, b) in [(a, b), (b, a)] {
                let arc = graph.arc(a as usize, b).unwrap();
                prop_assert_eq!(graph.weight(arc), found.weight[tie]);
            }
        }
        let groups = found.groups(20);
        let alone = (0..20).filter(|node| graph.out_degree(*node) == 0).count();
        prop_assert_eq!(groups.iter().sum::<u32>() as usize + alone, 20);
        prop_assert!(groups.is_sorted_by(|a, b| a >= b));
    }
}

#[test]
fn newman_gives_each_one_a_share() {
    // A collaboration of three and one of two: every account gives 1 for each.
    let found = run(Shared::new(
        Table::of(&incidence(&[(0, 0, None), (1, 0, None), (2, 0, None), (0, 1, None), (1, 1, None)]))
            .unwrap(),
        SharedParams::default(),
    )
    .unwrap())
    .unwrap();
    let strength = |account: u32| -> f32 {
        (0..found.len())
            .filter(|t| found.from[*t] == account || found.to[*t] == account)
            .map(|t| found.weight[t])
            .sum()
    };
    assert_eq!([0, 1, 2].map(strength), [2.0, 2.0, 1.0]);
}

#[test]
fn what_everybody_uses_is_left_out_and_costs_nothing() {
    // One tag of 30,000 accounts, and 15,000 tags of two.
    let mut uses: Vec<_> = (0..30_000).map(|account| (account, 0, None)).collect();
    uses.extend((0..30_000).map(|account| (account, 1 + account / 2, None)));
    let table = Table::of(&incidence(&uses)).unwrap();
    let found = run(Shared::new(table, SharedParams::default()).unwrap()).unwrap();
    assert_eq!((found.len(), found.makers, found.left_out), (15_000, 15_001, 1));
    assert_eq!(found.groups(30_000), vec![2; 15_000]);
}

#[test]
fn a_burst_is_left_out_and_a_slow_crowd_is_not() {
    let params = CoActionParams { min_shared: 1, ..CoActionParams::default() };
    let crowd = |every: i64| -> Vec<_> { (0..5_000).map(|a| (a, 0, Some(i64::from(a) * every))).collect() };
    let burst = run(CoAction::new(&incidence(&crowd(1)), params.clone()).unwrap()).unwrap();
    assert_eq!((burst.len(), burst.left_out), (0, 1));
    let slow = run(CoAction::new(&incidence(&crowd(30_000)), params).unwrap()).unwrap();
    assert_eq!((slow.len(), slow.left_out), (4_999 + 4_998, 0), "the next and the one after it");
}

#[test]
fn parameters_and_odd_input() {
    let table = || Table::of(&incidence(&[(0, 0, None)])).unwrap();
    for params in [
        SharedParams { max_degree: 1, ..SharedParams::default() },
        SharedParams { min_weight: f64::NAN, ..SharedParams::default() },
    ] {
        assert_eq!(Shared::new(table(), params).unwrap_err().code(), "argument.invalid");
    }
    for params in [
        CoActionParams { window: -1, ..CoActionParams::default() },
        CoActionParams { max_degree: 0, ..CoActionParams::default() },
        CoActionParams { min_cosine: f64::NAN, ..CoActionParams::default() },
    ] {
        let error = CoAction::new(&Incidence::default(), params).unwrap_err();
        assert_eq!(error.code(), "argument.invalid");
    }
    assert!(run(Shared::new(Table::default(), SharedParams::default()).unwrap()).unwrap().is_empty());
    let extreme = incidence(&[(0, 0, Some(i64::MIN)), (1, 0, Some(i64::MAX)), (2, 0, None)]);
    let params = CoActionParams { min_shared: 0, ..CoActionParams::default() };
    let none = run(CoAction::new(&extreme, params).unwrap()).unwrap();
    assert!(none.is_empty() && none.graph(3).unwrap().arcs() == 0);
}
