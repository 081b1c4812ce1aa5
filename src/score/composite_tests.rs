//! Composite, gate, order and explanation on columns made by hand.

use super::explain::{Explanation, explain};
use super::gate::GateColumn;
use super::objective::{Effect, Gate, Lifetime, Objective};
use super::weights::PillarWeights;
use super::*;
use crate::math::ln;
use proptest::prelude::*;

/// Values in the order of [`SubFactor::ALL`].
type Profile = [Option<f64>; 9];

const LEVEL: Profile = [Some(50.0); 9];

fn columns(values: &[Profile]) -> Vec<FactorColumn> {
    SubFactor::ALL
        .iter()
        .map(|f| {
            let score: Vec<f64> = values.iter().map(|v| v[*f as usize].unwrap_or(f64::NAN)).collect();
            FactorColumn { name: *f, unit: Unit::Credit, natural: score.clone(), score, missing: None }
        })
        .collect()
}

/// The recipe of an objective, credit left aside.
fn recipe(objective: Objective) -> Recipe<'static> {
    Recipe { by_credit: false, ..Recipe::of(objective) }
}

fn composed(values: &[Profile], objective: Objective) -> Scores {
    Scores::compose(&columns(values), &recipe(objective), &vec![0.0; values.len()])
}

/// A level profile with some sub-factors set.
fn with(set: &[(SubFactor, f64)]) -> Profile {
    let mut profile = LEVEL;
    for (factor, value) in set {
        profile[*factor as usize] = Some(*value);
    }
    profile
}

/// Everything that an objective may read of an account: re-shares, clicks and negative reactions; long and fast lives.
struct Cast {
    name: &'static str,
    profile: Profile,
    credit: f64,
    effects: [f64; 3],
    lives: [f64; 2],
    on_topic: f64,
    ambassador: f64,
}

fn cast() -> Vec<Cast> {
    use SubFactor::*;
    let level = |name| Cast {
        name,
        profile: LEVEL,
        credit: 5.0,
        effects: [50.0; 3],
        lives: [50.0; 2],
        on_topic: 6.0,
        ambassador: 0.0,
    };
    let set = |name, set: &[(SubFactor, f64)]| Cast { profile: with(set), ..level(name) };
    vec![
        // Makes more people act than anybody, and is middling otherwise.
        Cast { credit: 90.0, effects: [72.0, 50.0, 50.0], ..level("the re-shared") },
        Cast {
            effects: [62.0, 40.0, 40.0],
            ..set("the known", &[(Popularity, 98.0), (Proximity, 85.0), (Authority, 45.0), (Affinity, 40.0)])
        },
        Cast {
            lives: [90.0, 30.0],
            ..set("the specialist", &[(Popularity, 30.0), (Authority, 92.0), (Affinity, 85.0), (Trust, 60.0)])
        },
        Cast {
            effects: [55.0, 97.0, 45.0],
            ..set("the seller", &[(Popularity, 35.0), (Affinity, 75.0), (Frequency, 65.0)])
        },
        Cast {
            ambassador: 0.4,
            ..set("the fan", &[(Popularity, 1.0), (Goodwill, 90.0), (Trust, 95.0), (Frequency, 60.0)])
        },
        Cast {
            effects: [60.0, 45.0, 98.0],
            lives: [20.0, 95.0],
            ..set("the alarm", &[(Popularity, 70.0), (Goodwill, 2.0), (Authority, 70.0)])
        },
        // One lucky post that beats the specialist, and more trust than the fan without loving the brand.
        Cast {
            on_topic: 1.0,
            lives: [99.0, 30.0],
            ..set(
                "the lucky",
                &[(Popularity, 25.0), (Proximity, 30.0), (Authority, 97.0), (Affinity, 90.0), (Trust, 97.0)],
            )
        },
        level("the average"),
    ]
}

fn credit_of(cast: &[Cast]) -> Vec<f64> {
    cast.iter().map(|one| one.credit).collect()
}

#[test]
fn each_preset_ranks_its_own_champion_first() {
    let cast = cast();
    for (objective, champion) in Objective::ALL.into_iter().zip([
        "the re-shared",
        "the known",
        "the specialist",
        "the seller",
        "the fan",
        "the alarm",
    ]) {
        let preset = objective.preset();
        let profiles: Vec<Profile> = cast
            .iter()
            .map(|one| {
                let mut profile = one.profile;
                profile[SubFactor::Amplitude as usize] = Some(match preset.effect {
                    Effect::Reshares => one.effects[0],
                    Effect::Clicks => one.effects[1],
                    Effect::Negative => one.effects[2],
                });
                profile[SubFactor::Period as usize] = Some(match preset.lifetime {
                    Lifetime::Long => one.lives[0],
                    Lifetime::Fast => one.lives[1],
                });
                profile
            })
            .collect();
        let column = |of: fn(&Cast) -> f64| cast.iter().map(of).collect::<Vec<f64>>();
        let gate = preset.gate.map(|gate| match gate {
            Gate::OnTopicPosts => GateColumn::of(gate, column(|one| one.on_topic), "no_match"),
            Gate::Ambassador => GateColumn::of(gate, column(|one| one.ambassador), "no_brand"),
        });
        let recipe = Recipe { gate: gate.as_ref(), ..Recipe::of(objective) };
        let scores = Scores::compose(&columns(&profiles), &recipe, &credit_of(&cast));
        let first = scores.order[0] as usize;
        assert_eq!(cast[first].name, champion, "{objective:?}: {:?}", scores.score);
        if preset.gate.is_some() {
            let open =
                Scores::compose(&columns(&profiles), &Recipe { gate: None, ..recipe }, &credit_of(&cast));
            assert_eq!(cast[open.order[0] as usize].name, "the lucky", "{objective:?} needs its gate");
        }
        // And no preset merely follows the one without an objective.
        assert_eq!(first == 0, objective == Objective::None);
    }
}

#[test]
fn a_gate_lists_after_and_leaves_nobody_out() {
    let values = [with(&[(SubFactor::Authority, 90.0)]), LEVEL, LEVEL];
    let gate = |value| GateColumn::of(Gate::OnTopicPosts, value, "no_match");
    let of = |gate: &GateColumn| {
        let recipe = Recipe { gate: Some(gate), ..recipe(Objective::Consideration) };
        Scores::compose(&columns(&values), &recipe, &[0.0; 3])
    };
    let scores = of(&gate(vec![4.0, f64::NAN, 5.0]));
    assert_eq!((&scores.order[..], scores.passed, scores.ranked), (&[2, 0, 1][..], 1, 3));
    assert!(scores.passes(2) && !scores.passes(0) && scores.enough(0));
    // What nobody is known to have is not asked for.
    let unknown = of(&gate(vec![f64::NAN; 3]));
    assert_eq!((unknown.order[0], unknown.passed, unknown.gate), (0, 3, None));
    assert_eq!(of(&gate(vec![0.0; 3])).passed, 0);
}

#[test]
fn a_profile_that_holds_all_three_pillars_beats_one_that_misses_one() {
    let values = [[95.0, 95.0, 95.0, 95.0, 95.0, 95.0, 2.0, 2.0, 2.0].map(Some), [60.0; 9].map(Some)];
    assert_eq!(composed(&values, Objective::None).order, [1, 0]);
}

#[test]
fn weights_inside_a_pillar_are_scaled_up_over_what_is_known() {
    let mut values = [LEVEL; 2];
    values[0][3..6].copy_from_slice(&[Some(80.0), None, Some(20.0)]);
    let scores = composed(&values, Objective::Consideration);
    // Authority 2, affinity 1; trust unknown.
    assert!((scores.pillars[1][0] - 60.0).abs() < 1e-12);
    assert!((scores.coverage[0] - (0.20 + 0.45 * 0.75 + 0.35)).abs() < 1e-12, "{:?}", scores.coverage);
    // Advocacy does not ask for followers.
    values[0][..3].copy_from_slice(&[Some(100.0), Some(10.0), Some(40.0)]);
    assert!((composed(&values, Objective::Advocacy).pillars[0][0] - 30.0).abs() < 1e-12);
}

#[test]
fn accounts_with_too_little_known_are_listed_apart() {
    let mut bare = [None; 9];
    bare[0] = Some(99.0);
    let scores = composed(&[LEVEL, bare], Objective::Consideration);
    assert_eq!((scores.ranked, &scores.order[..]), (1, &[0, 1][..]), "7 % of the weight is not enough");
}

#[test]
fn nothing_known_is_not_a_score() {
    let scores = composed(&[[None; 9], [Some(10.0); 9]], Objective::Awareness);
    assert!(scores.score[0].is_nan());
    assert_eq!(scores.order, [1, 0]);
    let nothing = explain(&scores, &columns(&[[None; 9], [Some(10.0); 9]]), 0);
    assert_eq!((nothing.score, nothing.baseline), (None, None));
    assert!(nothing.contributions.iter().all(|c| c.points.is_none() && c.contribution.is_none()));
    let empty = composed(&[], Objective::Awareness);
    assert!(empty.order.is_empty() && empty.ranked == 0);
}

#[test]
fn order_is_exact_and_ties_go_by_credit_then_number() {
    let values = [LEVEL, with(&[(SubFactor::Amplitude, 50.000_000_000_1)]), LEVEL, LEVEL];
    let scores = Scores::compose(&columns(&values), &recipe(Objective::Awareness), &[1.0, 0.0, 3.0, 1.0]);
    assert_eq!(scores.order, [1, 2, 0, 3]);
    let recipe = Recipe::of(Objective::None);
    let scores = Scores::compose(&columns(&values), &recipe, &[1.0, 0.0, 3.0, 1.0]);
    assert_eq!(scores.order, [2, 0, 3, 1]);
    assert_eq!(scores.place, [1, 3, 0, 2]);
}

fn profile() -> impl Strategy<Value = Profile> {
    // Sub-factors of 0 are common: they are where the floor of a pillar is met.
    let value = prop_oneof![3 => 0.0..100.0_f64, 1 => Just(0.0)];
    prop::array::uniform9(prop::option::weighted(0.8, value))
}

fn objective() -> impl Strategy<Value = Objective> {
    prop::sample::select(&Objective::ALL[..])
}

fn weights() -> impl Strategy<Value = (PillarWeights, FactorWeights)> {
    let weight = || prop_oneof![4 => 0.01..5.0_f64, 1 => Just(0.0)];
    (prop::array::uniform3(0.01..5.0_f64), prop::array::uniform9(weight()))
        .prop_map(|(p, f)| (PillarWeights::new(p).normalised().unwrap(), FactorWeights::of(f)))
}

/// Everything adds up: shares to pillars, contributions to the logarithm, points to the score.
fn adds_up(explanation: &Explanation) -> Result<(), TestCaseError> {
    let (Some(score), Some(baseline)) = (explanation.score, explanation.baseline) else { return Ok(()) };
    let close = |a: f64, b: f64| (a - b).abs() < 1e-12 * a.abs().max(1.0);
    let (mut logs, mut points, mut inner_logs, mut inner_points) = (0.0, 0.0, 0.0, 0.0);
    for c in &explanation.contributions {
        logs += c.contribution.unwrap_or(0.0);
        points += c.points.unwrap_or(0.0);
        let sum = |of: fn(&explain::Share) -> Option<f64>| c.shares.iter().filter_map(of).sum::<f64>();
        if let (Some(value), Some(own)) = (c.value, c.contribution) {
            prop_assert!(close(value, sum(|s| s.of_pillar)), "{c:?}");
            prop_assert!(close(own, sum(|s| s.contribution)), "{own} {c:?}");
        }
        inner_logs += sum(|s| s.contribution);
        inner_points += sum(|s| s.points);
    }
    prop_assert!(close(ln(score / baseline), logs) && close(ln(score / baseline), inner_logs));
    prop_assert!(close(score, baseline + points), "{score} {baseline} {points}");
    prop_assert!(close(score, baseline + inner_points), "{score} {baseline} {inner_points}");
    Ok(())
}

proptest! {
    #[test]
    fn contributions_add_up_to_the_score(
        values in prop::collection::vec(profile(), 1..20), (pillars, inside) in weights(),
    ) {
        let recipe = Recipe { weights: pillars, factor_weights: inside, by_credit: false, gate: None };
        let factors = columns(&values);
        let scores = Scores::compose(&factors, &recipe, &vec![0.0; values.len()]);
        for account in 0..values.len() {
            let explanation = explain(&scores, &factors, account);
            adds_up(&explanation)?;
            prop_assert!(explanation.score.is_none_or(|s| (1.0..=100.000_001).contains(&s)));
        }
    }

    #[test]
    fn more_of_anything_never_lowers_the_score_nor_the_rank(
        others in prop::collection::vec(profile(), 0..12), own in prop::array::uniform9(0.0..100.0_f64),
        which in 0_usize..9, more in 0.0..50.0_f64, objective in objective(),
    ) {
        let mut better = own;
        better[which] = (better[which] + more).min(100.0);
        let of = |own: [f64; 9]| {
            let mut values = vec![own.map(Some)];
            values.extend(others.iter().copied());
            composed(&values, objective)
        };
        let (before, after) = (of(own), of(better));
        prop_assert!(after.score[0] >= before.score[0] * (1.0 - 1e-14));
        prop_assert!(after.place[0] <= before.place[0] || after.score[0] < before.score[0]);
    }

    #[test]
    fn a_column_that_nobody_has_is_as_if_it_had_never_been(
        mut values in prop::collection::vec(profile(), 1..20), gone in prop::collection::vec(0_usize..9, 1..5),
        objective in objective(),
    ) {
        for value in &mut values {
            for which in &gone {
                value[*which] = None;
            }
        }
        let all = columns(&values);
        let kept: Vec<FactorColumn> =
            all.iter().filter(|f| !gone.contains(&(f.name as usize))).cloned().collect();
        let credit: Vec<f64> = (0..values.len()).map(|i| (i * 7 % 5) as f64).collect();
        let recipe = Recipe::of(objective);
        let (with, without) =
            (Scores::compose(&all, &recipe, &credit), Scores::compose(&kept, &recipe, &credit));
        let bits = |column: &[f64]| column.iter().map(|x| x.to_bits()).collect::<Vec<u64>>();
        prop_assert_eq!(bits(&with.score), bits(&without.score));
        prop_assert_eq!(bits(&with.coverage), bits(&without.coverage));
        prop_assert_eq!((with.order, with.ranked), (without.order, without.ranked));
        // And what is listed apart does not hang on a column that tells of nobody.
        let enough = |scores: &Scores| {
            (0..values.len()).map(|a| scores.enough(a)).collect::<Vec<bool>>()
        };
        let asked = Scores::compose(&all, &Recipe { factor_weights: without_weight(&recipe, &gone), ..recipe }, &credit);
        let first = Scores::compose(&all, &recipe, &credit);
        prop_assert_eq!(enough(&asked), enough(&first));
        prop_assert_eq!(bits(&asked.score), bits(&first.score));
    }

    #[test]
    fn accounts_in_another_order_have_the_same_scores_and_ranks(
        values in prop::collection::vec(profile(), 1..30), seed in 0_u64..1000, objective in objective(),
    ) {
        let mut order: Vec<usize> = (0..values.len()).collect();
        crate::math::rng::Stream::new(seed, "permutation", 0).shuffle(&mut order);
        // Credit tells every account from the others, so that no tie is settled by number.
        let credit: Vec<f64> = (0..values.len()).map(|i| i as f64).collect();
        let moved: Vec<Profile> = order.iter().map(|i| values[*i]).collect();
        let moved_credit: Vec<f64> = order.iter().map(|i| credit[*i]).collect();
        let recipe = Recipe::of(objective);
        let here = Scores::compose(&columns(&values), &recipe, &credit);
        let there = Scores::compose(&columns(&moved), &recipe, &moved_credit);
        for (new, old) in order.iter().enumerate() {
            prop_assert_eq!(here.score[*old].to_bits(), there.score[new].to_bits());
            prop_assert_eq!(here.place[*old], there.place[new]);
            prop_assert_eq!(here.enough(*old), there.enough(new));
        }
        prop_assert_eq!(here.medians.map(f64::to_bits), there.medians.map(f64::to_bits));
    }
}

/// The weights of a recipe, 0 for some sub-factors.
fn without_weight(recipe: &Recipe<'_>, gone: &[usize]) -> FactorWeights {
    let weight =
        |f: SubFactor| if gone.contains(&(f as usize)) { 0.0 } else { recipe.factor_weights.weight(f) };
    FactorWeights::of(SubFactor::ALL.map(weight))
}
