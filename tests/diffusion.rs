//! Diffusion against exact values, forward runs and what must hold on every network.

mod common;

use sillage::diffusion::exact::Worlds;
use sillage::diffusion::{Choosing, Chosen, Influence, Model, Opim, Simulating, Simulation, Targets};
use sillage::graph::steps::{Steps, run};
use std::rc::Rc;

const CASCADE: Model = Model::IndependentCascade { hops: None };
const TWO_HOPS: Model = Model::IndependentCascade { hops: Some(2) };
const THRESHOLD: Model = Model::LinearThreshold;

/// Six nodes, ten arcs: small enough to go through all 1,024 worlds.
const TOY: [(u32, u32, f64); 10] = [
    (0, 1, 0.5),
    (0, 2, 0.3),
    (1, 2, 0.4),
    (1, 3, 0.2),
    (2, 3, 0.5),
    (2, 4, 0.1),
    (3, 4, 0.6),
    (4, 0, 0.2),
    (4, 5, 0.3),
    (5, 3, 0.1),
];
const TOY_WEIGHTS: [f64; 6] = [1.0, 0.0, 0.0, 2.0, 0.0, 5.0];

fn toy() -> Rc<Influence> {
    Rc::new(Influence::new(6, TOY.iter().map(|(u, v, p)| (*u, *v, *p as f32))).unwrap())
}

fn karate(p: f32) -> Rc<Influence> {
    let both = common::karate().into_iter().flat_map(|(a, b)| [(a, b, p), (b, a, p)]);
    Rc::new(Influence::new(34, both).unwrap())
}

fn choose(influence: &Rc<Influence>, model: Model, choosing: &Choosing<'_>) -> Chosen {
    run(Opim::new(influence.clone(), model, Targets::default(), choosing).unwrap())
}

/// Rounds until a collection holds so many sets.
fn until(mut opim: Opim, sets: usize) -> Opim {
    while !opim.step() {}
    while opim.chosen().sets < sets && opim.go_on() {
        while !opim.step() {}
    }
    opim
}

fn simulate(
    influence: &Rc<Influence>,
    model: Model,
    seeds: &[u32],
    competitors: &[u32],
    runs: usize,
) -> (f64, f64) {
    let simulating = Simulating { seeds, competitors, communities: None, runs, seed: 11 };
    let spread = run(Simulation::new(influence.clone(), model, Targets::default(), &simulating).unwrap());
    (spread.mean, (spread.high - spread.low) / 3.92)
}

/// What a team reaches before competitors do, in all worlds of independent cascade, by hand.
fn first_reached(arcs: &[(u32, u32, f64)], nodes: usize, seeds: &[u32], competitors: &[u32]) -> f64 {
    let mut total = 0.0;
    for world in 0..1_u32 << arcs.len() {
        let live = |at: usize| world >> at & 1 == 1;
        let probability: f64 =
            (0..arcs.len()).map(|at| if live(at) { arcs[at].2 } else { 1.0 - arcs[at].2 }).product();
        let distances = |from: &[u32]| {
            let mut distance = vec![usize::MAX; nodes];
            from.iter().for_each(|node| distance[*node as usize] = 0);
            for _ in 0..nodes {
                for (at, (u, v, _)) in arcs.iter().enumerate().filter(|(at, _)| live(*at)) {
                    let _ = at;
                    let through = distance[*u as usize].saturating_add(1);
                    distance[*v as usize] = distance[*v as usize].min(through);
                }
            }
            distance
        };
        let (ours, theirs) = (distances(seeds), distances(competitors));
        total += probability * ours.iter().zip(&theirs).filter(|(a, b)| a < b).count() as f64;
    }
    total
}

fn close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }
}

fn singles() -> Vec<Vec<u32>> {
    (0..6).map(|node| vec![node]).collect()
}

fn pairs() -> Vec<Vec<u32>> {
    (0..6).flat_map(|a| (a + 1..6).map(move |b| vec![a, b])).collect()
}

#[test]
fn exact_values_of_the_toy() {
    let cascade = Worlds::new(6, &TOY, CASCADE).unwrap();
    close(
        &cascade.spreads(None, &singles()).unwrap(),
        &[2.496331, 2.1272, 2.09447, 2.0128, 1.774454, 1.18328],
    );
    close(
        &cascade.spreads(None, &pairs()).unwrap(),
        &[
            3.397912, 3.56745, 3.74288, 3.55227, 3.546954, 3.2372, 3.3456, 3.329168, 3.164896, 3.024, 3.1247,
            3.067, 2.688, 2.8328, 2.54038,
        ],
    );
    close(
        &cascade.spreads(Some(&TOY_WEIGHTS), &singles()).unwrap(),
        &[1.888636, 1.13168, 1.63394, 3.02, 1.872908, 5.212],
    );
    assert_eq!(cascade.best(None, 2).unwrap().0, [0, 3]);
    let hops = Worlds::new(6, &TOY, TWO_HOPS).unwrap();
    close(&hops.spreads(None, &singles()).unwrap(), &[2.205, 1.9152, 1.92, 1.9, 1.69, 1.16]);
    let threshold = Worlds::new(6, &TOY, THRESHOLD).unwrap();
    close(&threshold.spreads(None, &singles()).unwrap(), &[2.6895, 2.2284, 2.145, 2.02, 1.8, 1.184]);
    close(
        &threshold.spreads(None, &pairs()).unwrap(),
        &[3.7721, 3.701, 3.845, 3.68, 3.77, 3.483, 3.396, 3.42, 3.3188, 3.12, 3.15, 3.2, 2.7, 2.84, 2.57],
    );
    assert_eq!(threshold.best(None, 2).unwrap().0, [0, 3]);
}

#[test]
fn samples_and_runs_agree_with_exact_values() {
    for model in [CASCADE, TWO_HOPS, THRESHOLD] {
        let worlds = Worlds::new(6, &TOY, model).unwrap();
        for weights in [None, Some(&TOY_WEIGHTS[..])] {
            let choosing = Choosing { size: 2, ..Choosing::default() };
            let opim = Opim::new(toy(), model, Targets { weights }, &choosing).unwrap();
            let opim = until(opim, 100_000);
            let exact = worlds.spreads(weights, &pairs()).unwrap();
            for (team, exact) in pairs().iter().zip(&exact) {
                let found = opim.evaluate(team).unwrap();
                let error = (found.high - found.low) / 3.92;
                assert!(
                    (found.mean - exact).abs() < 4.5 * error,
                    "{model:?} {team:?}: {found:?} is not {exact}"
                );
            }
            let best = worlds.best(weights, 2).unwrap();
            let chosen = opim.chosen();
            let reached = worlds.spreads(weights, std::slice::from_ref(&chosen.seeds)).unwrap()[0];
            assert!(reached >= 0.98 * best.1, "{chosen:?} is not {best:?}");
            assert!(chosen.spread_low <= reached && best.1 <= chosen.spread_high);
            assert_eq!(opim.optimum(1000).unwrap().map(|team| team.len()), Some(2));
        }
        for (team, exact) in singles().iter().zip(worlds.spreads(None, &singles()).unwrap()) {
            let (mean, error) = simulate(&toy(), model, team, &[], 40_000);
            assert!((mean - exact).abs() < 4.5 * error, "{model:?} {team:?}: {mean} is not {exact}");
        }
    }
}

#[test]
fn thresholds_drawn_as_such_give_the_same_spread() {
    // The model by its own words: a node becomes active when the active weight around it reaches its threshold.
    let mut stream = sillage::math::rng::Stream::new(8, "thresholds", 0);
    let runs = 100_000;
    let mut sum = 0.0;
    for _ in 0..runs {
        let thresholds: [f64; 6] = std::array::from_fn(|_| stream.next_f64());
        let mut active = [true, false, false, false, false, false];
        loop {
            let weight = |v: usize| -> f64 {
                TOY.iter()
                    .filter(|(u, w, _)| *w as usize == v && active[*u as usize])
                    .map(|(_, _, p)| p)
                    .sum()
            };
            let more: Vec<usize> = (0..6).filter(|v| !active[*v] && weight(*v) > thresholds[*v]).collect();
            if more.is_empty() {
                break;
            }
            more.iter().for_each(|v| active[*v] = true);
        }
        sum += active.iter().filter(|active| **active).count() as f64;
    }
    assert!((sum / f64::from(runs) - 2.6895).abs() < 0.02);
}

#[test]
fn competitors_keep_whom_they_reach_first() {
    let choosing = Choosing { size: 1, competitors: &[3], ..Choosing::default() };
    for (model, exact) in [(CASCADE, true), (THRESHOLD, false)] {
        let opim = until(Opim::new(toy(), model, Targets::default(), &choosing).unwrap(), 100_000);
        for team in [[0, 1], [2, 4], [0, 5]] {
            let found = opim.evaluate(&team).unwrap();
            let error = (found.high - found.low) / 3.92;
            let (mean, run_error) = simulate(&toy(), model, &team, &[3], 100_000);
            assert!(
                (found.mean - mean).abs() < 4.5 * (error + run_error),
                "{team:?}: {found:?} is not {mean}"
            );
            if exact {
                let by_hand = first_reached(&TOY, 6, &team, &[3]);
                assert!((mean - by_hand).abs() < 4.5 * run_error, "{team:?}: {mean} is not {by_hand}");
            }
        }
        // A competitor is neither chosen nor won over.
        assert!(!opim.chosen().seeds.contains(&3));
        assert_eq!(opim.evaluate(&[3]).unwrap().mean, 0.0);
    }
}

#[test]
fn bounds_hold_on_karate() {
    let influence = karate(0.1);
    let mut outside = 0;
    for seed in 0..100 {
        let chosen = choose(&influence, CASCADE, &Choosing { size: 3, seed, ..Choosing::default() });
        assert!(chosen.guarantee >= 0.532);
        let (mean, _) = simulate(&influence, CASCADE, &chosen.seeds, &[], 4000);
        outside += u32::from(!(chosen.spread_low <= mean && mean <= chosen.spread_high));
        // The published best of three.
        assert!(mean > 7.3 && chosen.spread_high > 8.0, "{chosen:?}: {mean}");
    }
    assert!(outside <= 1, "{outside} of 100");
}

#[test]
fn karate_as_published() {
    for (size, expected) in [(1, 3.51), (2, 6.41), (3, 8.07), (5, 10.71)] {
        let opim =
            Opim::new(karate(0.1), CASCADE, Targets::default(), &Choosing { size, ..Choosing::default() });
        let opim = until(opim.unwrap(), 200_000);
        let chosen = opim.chosen();
        assert!((chosen.spread - expected).abs() < 0.06, "{chosen:?}");
        assert!((chosen.gains.iter().sum::<f64>() - chosen.spread).abs() < 1e-9);
        assert!(chosen.guarantee > 0.7);
        let best = opim.optimum(1_000_000).unwrap().unwrap();
        assert!(opim.evaluate(&best).unwrap().mean <= chosen.spread_high);
        assert!(opim.evaluate(&best).unwrap().mean >= chosen.spread - 0.05);
    }
}
