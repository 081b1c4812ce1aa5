//! CIE, source or relay and CIV: reference values and properties.

use super::*;
use crate::graph::Graph;
use crate::graph::linear::social_power;
use crate::graph::steps::run;
use crate::graph::testing::{close, from_triples, small_graph};
use crate::model::PostKind::{Original, Quote, Reply, Repost};
use crate::score::testing::Study;
use proptest::prelude::*;
use std::rc::Rc;

/// As the reference values are: no limit, nobody discounted.
fn plain(own_initiative: f64, attenuation: f64) -> Params {
    Params { own_initiative, attenuation, most_led: None, discount: false }
}

fn of(graph: &Rc<Graph>, values: Option<&[f64]>, params: Params) -> Value {
    let responses = Responses::of(graph.clone(), None, |_| true, params).unwrap();
    run(Value::of(responses, values.map(<[f64]>::to_vec))).unwrap()
}

/// A to E are 0 to 4; an arc goes from who responds to whom they respond to.
fn kumar() -> Rc<Graph> {
    from_triples(5, vec![(2, 0, 40.0), (3, 0, 10.0), (3, 2, 10.0), (4, 2, 5.0), (4, 1, 1.0)])
}

fn cycle() -> Rc<Graph> {
    from_triples(5, vec![(2, 0, 50.0), (3, 2, 6.0), (3, 0, 2.0), (4, 2, 3.0), (4, 3, 1.0), (0, 4, 1.0)])
}

#[test]
fn golden_of_the_first_example() {
    let clv = [10.0, 20.0, 100.0, 50.0, 50.0];
    let found = of(&kumar(), Some(&clv), plain(2.0, 0.85));
    let whole = [1.938_717_532_467_532, 0.106_25, 0.917_613_636_363_636_2, 0.0, 0.0];
    close(&found.influence.whole, &whole, 1e-9, "I − e");
    let share = [0.654_401_490_451_793_1, 0.035_863_996_273_870_51, 0.309_734_513_274_336_3, 0.0, 0.0];
    close(&found.influence.share, &share, 1e-9, "CIE");
    // w_AC + w_AD = .95238 + .45455.
    assert!(
        (found.influence.direct[0] - 0.85 * (0.952_380_952_380_952_3 + 0.454_545_454_545_454_53)).abs()
            < 1e-12
    );
    let worth = found.worth.unwrap();
    let direct = [127.965_367_965_367_96, 26.25, 153.977_272_727_272_72, 50.0, 50.0];
    close(&worth.direct, &direct, 1e-9, "direct");
    let net = [179.372_294_372_294_36, 26.25, 7.332_251_082_251_091, 4.545_454_545_454_547, 12.5];
    close(&worth.net, &net, 1e-8, "net");
    assert_eq!((worth.total, worth.known), (230.0, 5));
}

#[test]
fn golden_of_the_second_example() {
    let clv = [10.0, 10.0, 30.0, 100.0, 50.0];
    let found = of(&cycle(), Some(&clv), plain(1.0, 1.0));
    close(&found.sources.status, &[5.8541, 1.0, 4.5465, 1.7854, 3.9271], 5e-5, "s");
    let total: f64 = found.sources.status.iter().sum();
    let share: Vec<f64> = found.sources.status.iter().map(|s| s / total).collect();
    close(&share, &[0.3421, 0.0584, 0.2657, 0.1043, 0.2295], 5e-5, "s / Σs");
    let own: Vec<f64> = found.sources.credit.iter().map(|c| c * 5.0).collect();
    close(&own, &[2.9271, 1.0, 0.0891, 0.1984, 0.785_42], 6e-5, "s(1 − a)");
    let worth = found.worth.unwrap();
    close(&worth.net, &[133.5624, 10.0, 4.5349, 15.1903, 36.7125], 1e-4, "CIV");
    close(&worth.direct, &[61.634, 10.0, 126.6667, 110.0, 55.0], 5e-4, "Kumar's direct form");
    let faded = of(&cycle(), None, plain(1.0, 0.85)).influence.whole;
    let total: f64 = faded.iter().map(|i| i + 1.0).sum();
    let share: Vec<f64> = faded.iter().map(|i| (i + 1.0) / total).collect();
    close(&share, &[0.3211, 0.0817, 0.2603, 0.1188, 0.2182], 5e-5, "β = .85");
}

#[test]
fn the_example_of_kumar_and_mirchandani() {
    // A and B each send 50 messages to C, who answers and forwards A's and ignores B's.
    let graph = from_triples(3, vec![(2, 0, 50.0)]);
    let responses = |kappa| Responses::of(graph.clone(), None, |_| true, plain(kappa, 0.85)).unwrap();
    assert!((responses(1e-9).on(2, 0) - 1.0).abs() < 1e-9);
    assert!((responses(1.0).on(2, 0) - 50.0 / 51.0).abs() < 1e-12);
    assert_eq!(responses(1.0).on(2, 1), 0.0);
}

#[test]
fn a_led_account_hands_on_and_an_isolated_one_does_nothing() {
    // 1 responds to 0 in nearly all it does; 2, 3 and 4 respond to 1.
    let graph = from_triples(6, vec![(1, 0, 40.0), (2, 1, 3.0), (3, 1, 3.0), (4, 1, 3.0)]);
    let found = of(&graph, None, Params::default()).sources;
    use Standing::{NoInteraction, Public, Relay, Source};
    assert_eq!(found.standing, [Source, Relay, Public, Public, Public, NoInteraction]);
    assert!(found.relay[0] < 0.0 && found.relay[1] > 0.0 && found.relay[5].is_nan());
    assert!((found.credit.iter().sum::<f64>() - 1.0).abs() < 1e-9);
}

#[test]
fn puppets_are_worth_a_quarter_of_a_person() {
    let mut study = Study::new();
    study.post("a", 0, Original, None, "text");
    study.post("b", 0, Original, None, "text");
    study.post("puppet", 1, Repost, Some(("a", 0)), "text");
    study.post("person", 1, Repost, Some(("b", 0)), "text");
    study.post("person", 1, Reply, Some(("puppet", 0)), "text");
    let study = study.done();
    let found =
        run(Value::new(&study.context(), &study.params(), None, None, Params::default()).unwrap()).unwrap();
    let of = |account: &str| found.responses.susceptibility[study.account(account)];
    assert!((of("person") - 1.5 / 3.5).abs() < 1e-12 && (of("puppet") - 1.0 / 3.0).abs() < 1e-12);
    // Without the answer, nobody vouches for the puppet.
    let mut study = Study::new();
    study.post("a", 0, Original, None, "text");
    study.post("puppet", 1, Repost, Some(("a", 0)), "text");
    let study = study.done();
    let found =
        run(Value::new(&study.context(), &study.params(), None, None, Params::default()).unwrap()).unwrap();
    assert!((found.responses.susceptibility[study.account("puppet")] - 0.25 / 3.0).abs() < 1e-12);
}

#[test]
fn hostile_answers_count_against() {
    let mut study = Study::new();
    study.post("a", 0, Original, None, "text");
    study.post("friend", 1, Reply, Some(("a", 0)), "good");
    study.post("foe", 1, Quote, Some(("a", 0)), "bad");
    study.post("echo", 1, Repost, Some(("a", 0)), "bad");
    study.post("crowd", 2, Repost, Some(("foe", 0)), "bad");
    let study = study.done();
    let tone: Vec<f32> = study
        .texts()
        .map(|text| match text {
            "good" => 0.5,
            "bad" => -0.5,
            _ => f32::NAN,
        })
        .collect();
    let params = Params { discount: false, ..Params::default() };
    let steps = Value::new(&study.context(), &study.params(), Some(&tone), None, params).unwrap();
    let found = run(steps).unwrap().influence;
    let signed = found.signed.as_ref().unwrap();
    let (a, foe) = (study.account("a"), study.account("foe"));
    let (reply, quote, share) = (0.5 / 2.5, 0.8 / 2.8, 1.0 / 3.0);
    // A re-share has the words of somebody else; the crowd that follows the foe turns against a with the foe.
    let positive = 0.85 * (reply + share);
    let negative = 0.85 * quote * (1.0 + 0.85 * share);
    assert!((signed.positive[a] - positive).abs() < 1e-7, "{signed:?}");
    assert!((signed.negative[a] - negative).abs() < 1e-7, "{signed:?}");
    assert!((signed.net[a] - (positive - negative)).abs() < 1e-7);
    assert!((found.whole[a] - (positive + negative)).abs() < 1e-7);
    assert!((signed.net[foe] - 0.85 * share).abs() < 1e-7 && signed.negative[foe] == 0.0);
    let silent =
        run(Value::new(&study.context(), &study.params(), Some(&[]), None, params).unwrap()).unwrap();
    assert_eq!(silent.influence.signed, None, "no tone is known");
    assert_eq!(silent.influence.whole, found.whole);
}

#[test]
fn nothing_at_all_and_what_cannot_be() {
    let empty = of(&from_triples(0, vec![]), Some(&[]), Params::default());
    assert!(empty.influence.share.is_empty() && empty.worth.unwrap().total == 0.0);
    let silent = of(&from_triples(3, vec![]), Some(&[1.0, f64::NAN, 2.0]), Params::default());
    assert_eq!(silent.influence.share, [0.0; 3]);
    assert_eq!(silent.sources.standing, [Standing::NoInteraction; 3]);
    let worth = silent.worth.unwrap();
    assert_eq!((worth.net, worth.known, worth.total), (vec![1.0, 0.0, 2.0], 2, 3.0));
    let graph = kumar();
    let code = |params| Responses::of(graph.clone(), None, |_| true, params).unwrap_err().code();
    assert_eq!(code(plain(0.0, 0.85)), "argument.invalid");
    assert_eq!(code(plain(f64::NAN, 0.85)), "argument.invalid");
    assert_eq!(code(plain(2.0, 1.1)), "argument.invalid");
    assert_eq!(code(Params { most_led: Some(0.0), ..Params::default() }), "argument.invalid");
    let responses = Responses::of(graph.clone(), None, |_| true, Params::default()).unwrap();
    assert_eq!(run(Value::of(responses.clone(), Some(vec![1.0]))).unwrap_err().code(), "argument.invalid");
    assert_eq!(
        run(Value::of(responses, Some(vec![f64::INFINITY; 5]))).unwrap_err().code(),
        "argument.invalid"
    );
    // Whoever is stopped half way still gets a whole result.
    let responses = Responses::of(graph, None, |_| true, plain(2.0, 0.85)).unwrap();
    let mut steps = Value::of(responses, None);
    crate::graph::steps::Steps::step(&mut steps);
    let early = crate::graph::steps::Steps::finish(steps).unwrap();
    assert!((early.influence.share[0] - 0.654_401_490_451_793_1).abs() < 1e-9);
}

/// With another factor on all weights.
fn scaled(graph: &Graph, factor: f32) -> Rc<Graph> {
    let arcs = crate::graph::testing::arcs_of(graph);
    from_triples(graph.nodes(), arcs.into_iter().map(|(a, b, w)| (a, b, w * factor)).collect())
}

proptest! {
    #[test]
    fn nobody_has_influence_to_whom_nobody_responds(graph in small_graph(12)) {
        let found = of(&graph, None, Params::default());
        for b in 0..graph.nodes() {
            let answered = found.responses.is_answered(b);
            prop_assert_eq!(found.influence.share[b] > 0.0, answered);
            prop_assert!(found.influence.share[b] >= 0.0 && found.influence.indirect[b] >= 0.0);
        }
        let total: f64 = found.influence.share.iter().sum();
        prop_assert!(total == 0.0 || (total - 1.0).abs() < 1e-9);
    }

    #[test]
    fn scaling_all_responses_and_the_constant_changes_nothing(graph in small_graph(12), power in -3_i32..4) {
        let factor = crate::math::exp2(f64::from(power));
        let found = of(&graph, None, plain(2.0, 0.85)).influence;
        let other = of(&scaled(&graph, factor as f32), None, plain(2.0 * factor, 0.85)).influence;
        close(&found.share, &other.share, 1e-12, "CIE");
    }

    #[test]
    fn a_puppet_adds_little(graph in small_graph(10), target in 0_usize..10, strength in 1_u32..100) {
        let target = target % graph.nodes();
        let mut arcs = crate::graph::testing::arcs_of(&graph);
        arcs.push((graph.nodes() as u32, target as u32, strength as f32));
        let params = plain(2.0, 0.85);
        let before = of(&graph, None, params).influence.whole[target];
        let after = of(&from_triples(graph.nodes() + 1, arcs), None, params).influence.whole[target];
        let w = f64::from(strength) / (f64::from(strength) + 2.0);
        // The target's own responses may come back to it, over two arcs at least.
        prop_assert!(after - before >= 0.85 * w - 1e-9);
        prop_assert!(after - before <= 0.85 * w / (1.0 - 0.85 * 0.85) + 1e-9, "{} {}", after - before, w);
        if graph.out_degree(target) == 0 {
            prop_assert!((after - before - 0.85 * w).abs() < 1e-9);
        }
    }

    #[test]
    fn value_moves_and_is_never_made(
        graph in small_graph(12), values in prop::collection::vec(0.0..1000.0_f64, 12), limit in any::<bool>(),
    ) {
        let values = &values[..graph.nodes()];
        let params = Params { most_led: limit.then_some(0.95), ..Params::default() };
        let worth = of(&graph, Some(values), params).worth.unwrap();
        let (total, net) = (values.iter().sum::<f64>(), worth.net.iter().sum::<f64>());
        prop_assert!((total - net).abs() <= 1e-7 * total.max(1.0), "{total} {net}");
        prop_assert!(worth.net.iter().all(|v| *v >= 0.0));
        // Of one person's value, the shares of all accounts add up to 1.
        let mut one = vec![0.0; graph.nodes()];
        one[graph.nodes() / 2] = 1.0;
        let column = of(&graph, Some(&one), params).worth.unwrap().net;
        prop_assert!((column.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn source_credit_is_social_power_and_the_relay_index_is_susceptibility(graph in small_graph(12)) {
        let found = of(&graph, None, Params::default());
        let susceptibility = found.responses.susceptibility.clone();
        let given = social_power::Params {
            susceptibility: Some(susceptibility.clone()),
            tolerance: 1e-12,
            max_iterations: 5000,
            ..social_power::Params::default()
        };
        let power = social_power::social_power(&graph, given).unwrap().values;
        close(&found.sources.credit, &power, 1e-8, "power");
        let mean = found.sources.status.iter().sum::<f64>() / graph.nodes() as f64;
        for (b, relay) in found.sources.relay.iter().enumerate().filter(|r| !r.1.is_nan()) {
            let expected = -crate::math::ln(1.0 - susceptibility[b]) - crate::math::ln(mean);
            prop_assert!((relay - expected).abs() < 1e-9);
        }
    }

    #[test]
    fn two_studies_side_by_side_are_each_on_its_own(one in small_graph(6), two in small_graph(6)) {
        let shift = one.nodes() as u32;
        let mut arcs = crate::graph::testing::arcs_of(&one);
        let moved = crate::graph::testing::arcs_of(&two).into_iter();
        arcs.extend(moved.map(|(a, b, w)| (a + shift, b + shift, w)));
        let both = of(&from_triples(one.nodes() + two.nodes(), arcs), None, Params::default()).influence.whole;
        let mut apart = of(&one, None, Params::default()).influence.whole;
        apart.extend(of(&two, None, Params::default()).influence.whole);
        close(&both, &apart, 1e-8, "I");
    }
}
