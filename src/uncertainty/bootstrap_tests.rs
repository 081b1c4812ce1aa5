//! The bootstrap against the ranking, against a plain one, and against a truth that is known.

use super::*;
use crate::graph::steps::run;
use crate::math::rng::Stream;
use crate::score::{FactorColumn, Objective, Recipe, Scores, SubFactor, Unit};
use crate::uncertainty::{Sample, poisson_weights};

const SEED: u64 = 11;

/// Who gave how much to whom: `given[b]` holds (reactor, credit).
type Given = Vec<Vec<(u32, f32)>>;

fn amounts(given: &Given) -> Vec<f64> {
    given.iter().map(|row| row.iter().map(|(_, c)| f64::from(*c)).sum()).collect()
}

/// The model of a study where amplitude is credit and the other sub-factors are given (0 to 100).
fn model(given: &Given, others: &[[f64; 2]], objective: Objective, reactors: u32) -> (Model, Scores) {
    let amount = amounts(given);
    let column = |name, of: usize| {
        let score: Vec<f64> = (0..amount.len()).map(|a| others.get(a).map_or(50.0, |o| o[of])).collect();
        FactorColumn { name, unit: Unit::Followers, natural: score.clone(), score, missing: None }
    };
    let factors = [
        column(SubFactor::Popularity, 0),
        column(SubFactor::Frequency, 1),
        FactorColumn::of_amounts(SubFactor::Amplitude, Unit::Credit, amount.clone()),
    ];
    let scores = Scores::compose(&factors, &Recipe::of(objective), &amount);
    let mut model = Model::of(&scores, &factors, &amount);
    let mut sample = Sample::new(reactors);
    for account in &model.order {
        sample.push(given[*account as usize].iter().copied()).unwrap();
    }
    model.samples.push(sample);
    (model, scores)
}

/// Heavy-tailed accounts: account b is re-shared by each reactor with a chance of its own.
fn world(accounts: usize, reactors: u32, seed: u64) -> (Vec<f64>, Given) {
    let mut stream = Stream::new(seed, "world", 0);
    let chance: Vec<f64> = (0..accounts).map(|b| 0.4 / (1.0 + b as f64).sqrt()).collect();
    let given = chance
        .iter()
        .map(|p| {
            let giving: Vec<u32> = (0..reactors).filter(|_| stream.next_f64() < *p).collect();
            // Credit of many strengths, .5 on average, so that no two accounts have the same.
            giving.into_iter().map(|a| (a, stream.next_f64() as f32)).collect()
        })
        .collect();
    (chance, given)
}

fn others(accounts: usize) -> Vec<[f64; 2]> {
    let mut stream = Stream::new(3, "others", 0);
    (0..accounts).map(|_| [100.0 * stream.next_f64(), 100.0 * stream.next_f64()]).collect()
}

#[test]
fn with_every_weight_one_a_replicate_is_the_ranking() {
    let (_, mut given) = world(700, 300, 1);
    given[40..60].iter_mut().for_each(Vec::clear);
    for objective in [Objective::None, Objective::Conversion] {
        let (model, _) = model(&given, &others(700), objective, 300);
        let mut bootstrap = Bootstrap::new(model, SEED, 8).unwrap();
        let mut stage = Stage::Credit(0);
        while let Stage::Credit(at) = stage {
            stage = bootstrap.credit(at);
        }
        for lane in 0..LANES {
            bootstrap.rank(lane);
        }
        for ranks in &bootstrap.buffers.rank {
            assert!(ranks.iter().copied().eq(0..700), "{objective:?}");
        }
    }
}

#[test]
fn replicates_are_those_of_a_plain_bootstrap() {
    let (_, given) = world(300, 200, 2);
    let others = others(300);
    for objective in [Objective::None, Objective::Awareness] {
        let (model, scores) = model(&given, &others, objective, 200);
        let out = run(Bootstrap::new(model, SEED, 64).unwrap());
        let mut ranks: Vec<Vec<f64>> = vec![Vec::new(); 300];
        for block in 0..8 {
            let weights = poisson_weights(SEED, "bootstrap reactors", block, 200);
            let weight = |a: &u32, lane: usize| f32::from(weights[*a as usize][lane]);
            for lane in 0..LANES {
                let times = |a: &u32| weight(a, lane);
                let again: Given =
                    given.iter().map(|row| row.iter().map(|(a, c)| (*a, c * times(a))).collect()).collect();
                let amount = amounts(&again);
                // The scale is that of the ranking.
                let scale = crate::math::scale::Scale::of_amounts(&amounts(&given));
                let key = |b: usize| {
                    if scores.by_credit {
                        return amount[b];
                    }
                    // Frequency and amplitude weigh 1 and 2 for awareness.
                    let resonance = (others[b][1] + 2.0 * scale.score(amount[b])) / 3.0;
                    let (reach, resonance) = (others[b][0].max(1.0), resonance.max(1.0));
                    (0.45 * crate::math::ln(reach) + 0.35 * crate::math::ln(resonance)) / 0.80
                };
                let mut order = scores.order.clone();
                order.sort_by(|x, y| key(*y as usize).total_cmp(&key(*x as usize)));
                order.iter().enumerate().for_each(|(rank, b)| ranks[*b as usize].push(rank as f64 + 1.0));
            }
        }
        let mut far = 0;
        for (b, ranks) in ranks.iter_mut().enumerate() {
            ranks.sort_by(f64::total_cmp);
            let bound = |p| crate::math::quantile::quantile(ranks, p);
            let (low, high) = (bound(0.05).floor(), bound(0.95).ceil());
            // What lies in one bin may stand in the other order, which moves a rank by one here and there.
            let apart =
                (f64::from(out.rank_low[b]) - low).abs().max((f64::from(out.rank_high[b]) - high).abs());
            far += usize::from(apart > 1.0);
            let in_top = ranks.iter().filter(|r| **r <= 50.0).count() as f32 / 64.0;
            assert!((out.in_top[1][b] - in_top).abs() < 0.05, "{objective:?} {b}");
        }
        assert!(far < 3, "{objective:?}: {far}");
    }
}

#[test]
fn the_same_seed_gives_the_same() {
    let (_, given) = world(150, 120, 4);
    let make = || {
        let (mut model, _) = model(&given, &others(150), Objective::Crisis, 120);
        let again = model.samples[0].clone();
        model.samples.push(again);
        Bootstrap::new(model, SEED, 40).unwrap()
    };
    let alone = run(make());
    assert_eq!(alone, run(make()), "twice the same");
    let other = {
        let mut b = make();
        b.seed = 12;
        run(b)
    };
    assert_ne!(other, alone, "another seed draws others");
}

#[test]
fn intervals_hold_the_truth_nine_times_out_of_ten() {
    // The truth is what many more reactors would have shown: credit in proportion to the chance.
    let (reactors, mut held, mut all) = (400, 0, 0);
    for seed in 0..8 {
        let (chance, given) = world(60, reactors, 100 + seed);
        let (model, _) = model(&given, &[], Objective::None, reactors);
        let out = run(Bootstrap::new(model, seed, 200).unwrap());
        for (b, chance) in chance.iter().enumerate() {
            let truth = 0.5 * chance * f64::from(reactors);
            held += usize::from(out.amount_low[b] <= truth && truth <= out.amount_high[b]);
            all += 1;
        }
    }
    let share = f64::from(held as u32) / f64::from(all as u32);
    assert!((0.85..=0.95).contains(&share), "{share}");
}

#[test]
fn rank_intervals_hold_the_true_rank_and_more_data_make_them_narrower() {
    let width = |reactors: u32| {
        let (mut held, mut wide, mut all) = (0, 0.0, 0.0);
        for seed in 0..4 {
            let (_, given) = world(80, reactors, 40 + seed);
            let (model, _) = model(&given, &[], Objective::None, reactors);
            let out = run(Bootstrap::new(model, seed, 200).unwrap());
            for b in 0..80 {
                let (low, high) = (out.rank_low[b], out.rank_high[b]);
                // Accounts are numbered by their true rank.
                held += u32::from(low <= b as u32 + 1 && (b as u32) < high);
                wide += f64::from(high - low);
                all += 1.0;
            }
        }
        (f64::from(held) / all, wide / all)
    };
    let (few, many) = (width(150), width(1500));
    assert!(few.0 > 0.75 && many.0 > 0.75, "{few:?} {many:?}");
    assert!(many.1 < 0.6 * few.1, "{few:?} {many:?}");
}

#[test]
fn chances_and_tiers_follow_the_distance() {
    // Two far ahead, then forty alike, then nobody.
    let mut stream = Stream::new(9, "tiers", 0);
    let given: Given = (0..60)
        .map(|b| {
            let chance = if b < 2 {
                0.9 - 0.3 * f64::from(b)
            } else if b < 42 {
                0.1
            } else {
                0.0
            };
            (0..2000).filter(|_| stream.next_f64() < chance).map(|a| (a, 1.0)).collect()
        })
        .collect();
    let (model, scores) = model(&given, &[], Objective::None, 2000);
    let out = run(Bootstrap::new(model, SEED, 200).unwrap());
    assert_eq!((out.tier[0], out.tier[1]), (1, 2));
    assert!(
        out.tier[2..42].iter().all(|t| *t >= 3) && out.tier[2..42].iter().max() <= Some(&8),
        "{:?}",
        out.tier
    );
    assert_eq!((out.rank_low[0], out.rank_high[0]), (1, 1));
    assert_eq!(out.in_top[0][0], 1.0);
    let ninth = scores.order[9] as usize;
    assert!(out.in_top[0][ninth] > 0.1 && out.in_top[0][ninth] < 0.95, "{}", out.in_top[0][ninth]);
    assert_eq!(out.in_top[1][59], 0.0);
    assert!(out.agreement[0].overlap > 0.5 && out.agreement[0].overlap < 1.0);
    assert!(out.in_top_by_weights[0][0].is_nan(), "no weight gives this order");
}

#[test]
fn weights_that_are_drawn_move_those_who_hang_on_one_pillar() {
    let given: Given = (0..200).map(|b| (0..5 + b % 7).map(|a| (a, 1.0)).collect()).collect();
    let mut others = others(200);
    others[6] = [100.0, 100.0];
    let (model, scores) = model(&given, &others, Objective::Awareness, 20);
    let out = run(Bootstrap::new(model, SEED, 200).unwrap());
    let first = scores.order[0] as usize;
    assert!(out.in_top_by_weights[0][first] > 0.95);
    let sure = |account: &u32| (0.0..1.0).contains(&out.in_top_by_weights[0][*account as usize]);
    assert!(scores.order[5..15].iter().any(sure), "somebody about the tenth place hangs on the weights");
    let total: f32 = out.in_top_by_weights[0].iter().sum();
    assert!((total - 10.0).abs() < 1e-3, "ten places in every draw: {total}");
}

#[test]
fn nothing_to_draw_is_said() {
    let factors = [FactorColumn::missing(SubFactor::Amplitude, Unit::Credit, 2, "no_ties")];
    for scores in [Scores::default(), Scores::compose(&factors, &Recipe::of(Objective::Crisis), &[0.0; 2])] {
        let n = scores.order.len();
        let out = run(Bootstrap::new(Model::of(&scores, &factors, &vec![0.0; n]), SEED, 200).unwrap());
        assert_eq!(out.missing, Some("nobody_ranked"));
        assert!(out.rank_low.iter().all(|r| *r == 0) && out.score_low.iter().all(|s| s.is_nan()));
    }
    // A ranking by clicks or by likes: what is drawn again does not move it, and nothing is claimed.
    let likes = FactorColumn::of_amounts(SubFactor::Amplitude, Unit::ReactionsPerPost, vec![1.0, 5.0, 9.0]);
    let scores = Scores::compose(std::slice::from_ref(&likes), &Recipe::of(Objective::Crisis), &[0.0; 3]);
    let out = run(Bootstrap::new(Model::of(&scores, &[likes], &[0.0; 3]), SEED, 200).unwrap());
    assert_eq!((out.missing, out.rank_high[0]), (Some("no_credit"), 0));
    assert_eq!(out.in_top_by_weights[0], [1.0; 3]);
}

#[test]
fn one_account_stands_where_it_stands() {
    let (model, _) = model(&vec![vec![(0, 0.5)]], &[], Objective::None, 1);
    let out = run(Bootstrap::new(model, SEED, 200).unwrap());
    assert_eq!((out.rank_low[0], out.rank_high[0], out.tier[0], out.in_top[0][0]), (1, 1, 1, 1.0));
    assert_eq!(out.amount_low[0], 0.0, "it may well have been nobody");
}

#[test]
fn beyond_the_places_that_have_tiers_all_are_of_the_next_one() {
    let n = TIERED + 5;
    let given: Given = (0..n).map(|b| if b < 3 { vec![(b as u32, 1.0)] } else { Vec::new() }).collect();
    let (model, scores) = model(&given, &others(n), Objective::Crisis, 3);
    let out = run(Bootstrap::new(model, SEED, 8).unwrap());
    let tier = |place: usize| out.tier[scores.order[place] as usize];
    assert!(tier(TIERED) == tier(TIERED - 1) + 1 && tier(n - 1) == tier(TIERED));
    assert_eq!(out.rank_high[scores.order[n - 1] as usize], n as u32);
}
