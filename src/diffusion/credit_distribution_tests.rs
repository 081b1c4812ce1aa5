//! Credit Distribution on the toy of reference, and its gains against every subset.

use super::credit_distribution::{Build, Cascades, Credits, Params};
use super::credit_greedy::{Greedy, Rules};
use crate::graph::steps::{Steps, run};
use crate::graph::testing::from_triples;
use crate::math::rng::Stream;
use crate::model::NONE;
use std::rc::Rc;

/// a, b, c, d, e = 0…4; whom each may follow.
const LINKS: [(u32, u32); 7] = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (4, 3)];

fn toy(params: Params) -> Rc<Credits> {
    let graph = from_triples(5, LINKS.iter().map(|(v, u)| (*u, *v, 1.0)).collect());
    let log: [&[(f64, u32)]; 4] = [
        &[(0.0, 0), (1.0, 1), (2.0, 2), (3.0, 3)],
        &[(0.0, 1), (1.0, 3), (4.0, 2)],
        &[(5.0, 2), (0.0, 0), (9.0, 2), (f64::NAN, 4)],
        &[(0.0, 4), (2.0, 3)],
    ];
    let mut cascades = Cascades::new();
    for acts in log {
        cascades.add(&mut acts.to_vec()).unwrap();
    }
    Rc::new(run(Build::new(graph, cascades, None, params).unwrap()).unwrap())
}

fn exact(decay: Option<f64>) -> Params {
    Params { decay, prior: 0.0, least: 0.0 }
}

#[test]
fn singles_and_the_best_pair_of_the_toy() {
    let credits = toy(exact(None));
    for (person, expected) in [2.5, 2.0, 10.0 / 9.0, 1.0, 4.0 / 3.0].into_iter().enumerate() {
        assert!((credits.spread(&[person as u32]) - expected).abs() < 1e-9);
    }
    let picked = run(Greedy::new(credits.clone(), Rules { size: 2, ..Rules::default() }).unwrap());
    assert_eq!(picked.members, [0, 4]);
    assert!((picked.gains.iter().sum::<f64>() - 23.0 / 6.0).abs() < 1e-9);
    assert!((credits.spread(&[4, 0]) - 23.0 / 6.0).abs() < 1e-9);
}

#[test]
fn credit_that_fades_with_time() {
    let credits = toy(exact(Some(2.0)));
    for (person, expected) in [1.52763, 1.40969, 1.067392, 1.0, 1.122626].into_iter().enumerate() {
        assert!((credits.spread(&[person as u32]) - expected).abs() < 1e-6);
    }
    let picked = run(Greedy::new(credits.clone(), Rules { size: 2, ..Rules::default() }).unwrap());
    assert_eq!(picked.members, [0, 4]);
    assert!((credits.spread(&picked.members) - 2.650257).abs() < 1e-6);
}

/// A random log on a random network.
fn random(index: u64, least: f64) -> Rc<Credits> {
    let mut stream = Stream::new(3, "credit test", index);
    let n = 6 + stream.below(4) as u32;
    let mut links = Vec::new();
    for a in 0..n {
        for b in 0..n {
            if a != b && stream.next_f64() < 0.4 {
                links.push((a, b, 1.0));
            }
        }
    }
    let mut cascades = Cascades::new();
    for _ in 0..6 {
        let mut acts: Vec<(f64, u32)> =
            (0..n).filter(|_| stream.next_f64() < 0.6).map(|a| (a as f64, a)).collect();
        let mut moments: Vec<f64> = acts.iter().map(|a| a.0).collect();
        stream.shuffle(&mut moments);
        acts.iter_mut().zip(moments).for_each(|(act, time)| act.0 = time);
        cascades.add(&mut acts).unwrap();
    }
    let worth: Vec<f64> = (0..n).map(|a| f64::from(a % 3)).collect();
    let graph = from_triples(n as usize, links);
    let params = Params { decay: None, prior: 2.0, least };
    Rc::new(run(Build::new(graph, cascades, Some(&worth), params).unwrap()).unwrap())
}

#[test]
fn gains_are_differences_of_spreads() {
    for index in 0..40 {
        let credits = random(index, 0.0);
        let competitors = vec![1];
        let rules =
            Rules { size: 9, must_have: vec![2], competitors: competitors.clone(), ..Rules::default() };
        let picked = run(Greedy::new(credits.clone(), rules).unwrap());
        let mut team = competitors;
        for (member, gain) in picked.members.iter().zip(&picked.gains) {
            let before = credits.spread(&team);
            // Whoever is chosen adds more than anybody else would.
            if *member != 2 {
                for other in 0..credits.people() as u32 {
                    let mut with = team.clone();
                    with.push(other);
                    assert!(credits.spread(&with) - before <= gain + 1e-12, "{index}");
                }
            }
            team.push(*member);
            assert!((credits.spread(&team) - before - gain).abs() < 1e-12, "{index} {member}");
        }
        assert_eq!(picked.members[0], 2);
    }
}

#[test]
fn what_is_not_kept_costs_little() {
    for index in 0..20 {
        let (whole, cut) = (random(index, 0.0), random(index, 1e-3));
        let team = |credits: &Rc<Credits>| {
            run(Greedy::new(credits.clone(), Rules { size: 3, ..Rules::default() }).unwrap()).members
        };
        let (best, found) = (whole.spread(&team(&whole)), whole.spread(&team(&cut)));
        assert!(found > 0.99 * best, "{index}");
    }
}

#[test]
fn budgets_caps_and_candidates_bind() {
    let credits = toy(exact(None));
    let team = |rules: Rules| run(Greedy::new(credits.clone(), rules).unwrap()).members;
    let costs = Some(vec![10.0, 2.0, 1.0, 0.0, 1.0]);
    let rules =
        Rules { size: 5, budget: Some(3.0), costs: costs.clone(), by_ratio: true, ..Rules::default() };
    // d costs nothing, then e gains 1.33 less what d has of it, c the same; b no longer fits.
    let ratio = team(rules.clone());
    assert!(
        ratio.contains(&3) && ratio.iter().map(|m| costs.as_ref().unwrap()[*m as usize]).sum::<f64>() <= 3.0
    );
    assert!(team(Rules { budget: Some(-1.0), ..rules.clone() }).is_empty());
    let caps = Some((vec![0, 0, 0, 0, NONE], 1));
    assert_eq!(team(Rules { size: 5, caps, ..Rules::default() }), [0, 4]);
    let candidates = Some(vec![false, true, false, false, true]);
    assert_eq!(team(Rules { size: 5, candidates, ..Rules::default() }), [1, 4]);
    assert!(team(Rules { size: 5, candidates: Some(vec![false; 5]), ..Rules::default() }).is_empty());
    assert!(team(Rules::default()).is_empty());
}

#[test]
fn nothing_to_go_by() {
    let graph = from_triples(3, vec![]);
    let credits = run(Build::new(graph.clone(), Cascades::new(), None, Params::default()).unwrap()).unwrap();
    let credits = Rc::new(credits);
    assert_eq!(credits.spread(&[0, 7]), 0.0);
    assert!(
        run(Greedy::new(credits.clone(), Rules { size: 2, ..Rules::default() }).unwrap()).members.is_empty()
    );
    let mut build = Build::new(graph, Cascades::default(), None, Params::default()).unwrap();
    assert!(build.step());
}
