//! Every change that is said to move a rank is made, and has to move it: just so, and no less would do.

use super::moves::{Change, Goal, What, moves};
use super::*;
use proptest::prelude::*;

type Profile = [Option<f64>; 9];

fn columns(values: &[Profile]) -> Vec<FactorColumn> {
    SubFactor::ALL
        .iter()
        .map(|f| {
            let natural = values.iter().map(|v| v[*f as usize].unwrap_or(f64::NAN)).collect();
            FactorColumn::of_amounts(*f, Unit::Followers, natural)
        })
        .collect()
}

fn composed(factors: &[FactorColumn], weights: PillarWeights, credit: &[f64]) -> Scores {
    let recipe = Recipe { weights, by_credit: false, ..Recipe::of(Objective::Awareness) };
    Scores::compose(factors, &recipe, credit)
}

/// The place of an account after a part of a change was made: 1 is all of it. `None` when the change of a weight made
/// too little known of somebody.
fn after(
    factors: &[FactorColumn],
    scores: &Scores,
    credit: &[f64],
    account: usize,
    c: &Change,
    part: f64,
) -> Option<usize> {
    let value = (c.from + part * (c.to - c.from)).max(0.0);
    let (mut factors, mut weights) = (factors.to_vec(), scores.weights);
    match c.what {
        What::Factor(name) => factors[name as usize].score[account] = value,
        What::Weight(pillar) => {
            let (own, others) = (scores.weights.of(pillar), 1.0 - scores.weights.of(pillar));
            let mut all = scores.weights.all().map(|w| w / others * (1.0 - value));
            all[pillar as usize] = value;
            assert!(own < 1.0);
            weights = PillarWeights::new(all).normalised().unwrap();
        }
        What::Credit => unreachable!("the order goes by score"),
    }
    let made = composed(&factors, weights, credit);
    (made.ranked == scores.ranked).then_some(made.place[account] as usize)
}

fn profiles() -> impl Strategy<Value = Vec<Profile>> {
    let value = 1.0..5000.0_f64;
    // At most one sub-factor of a pillar, or a whole pillar, is unknown.
    let profile = (prop::array::uniform9(value), 0_usize..14).prop_map(|(values, gone)| {
        let kept = |(at, v)| (at != gone && at / 3 + 9 != gone).then_some(v);
        let mut profile = [None; 9];
        for (at, v) in values.into_iter().enumerate() {
            profile[at] = kept((at, v));
        }
        profile
    });
    // No two accounts alike: what is equal at any weights has no place at which it is passed.
    prop::collection::vec(profile, 4..24).prop_map(|mut all: Vec<Profile>| {
        let values = all.iter_mut().flatten().enumerate();
        values.for_each(|(at, value)| *value = value.map(|v| v + 0.01 * at as f64));
        all
    })
}

proptest! {
    #[test]
    fn a_change_moves_the_rank_and_a_smaller_one_does_not(values in profiles(), which in 0_usize..24) {
        let account = which % values.len();
        let factors = columns(&values);
        let credit: Vec<f64> = (0..values.len()).map(|i| i as f64).collect();
        let scores = composed(&factors, Objective::Awareness.weights(), &credit);
        let place = scores.place[account] as usize;
        for moves in moves(&scores, &factors, &credit, account, 2) {
            let to = moves.place as usize;
            let reached = |at: usize| if to < place { at <= to } else { at >= to };
            let distance = |c: &Change| (c.to - c.from).abs();
            prop_assert!(moves.changes.is_sorted_by(|a, b| distance(a) <= distance(b)));
            prop_assert!(moves.weights.is_sorted_by(|a, b| distance(a) <= distance(b)));
            for change in moves.changes.iter().chain(&moves.weights) {
                // Scores that are equal to begin with, or a hair apart, are settled by credit: no change is too small.
                if distance(change) < 1e-5 {
                    continue;
                }
                let made = after(&factors, &scores, &credit, account, change, 1.0 + 1e-6);
                let Some(made) = made else { continue };
                prop_assert!(reached(made), "{:?} {change:?}: {place} to {made}", moves.goal);
                for part in [0.25, 0.75, 0.999] {
                    let made = after(&factors, &scores, &credit, account, change, part);
                    prop_assert!(made.is_none_or(|at| !reached(at)), "{:?} {change:?}: {part} of it is enough", moves.goal);
                }
            }
        }
    }
}

#[test]
fn goals_are_those_that_there_are() {
    let values: Vec<Profile> = (1..=5).map(|i| [Some(f64::from(i) * 10.0); 9]).collect();
    let factors = columns(&values);
    let scores = composed(&factors, Objective::Awareness.weights(), &[0.0; 5]);
    let goals = |account| -> Vec<(Goal, u32)> {
        moves(&scores, &factors, &[0.0; 5], account, 2).iter().map(|m| (m.goal, m.place)).collect()
    };
    assert_eq!(goals(4), [(Goal::Lose, 1)], "the first");
    assert_eq!(goals(2), [(Goal::Gain, 1), (Goal::Lose, 3)], "one place from the first two");
    assert_eq!(goals(0), [(Goal::Gain, 3), (Goal::Enter, 1)], "the last");
}

#[test]
fn natural_units_are_told() {
    let values: Vec<Profile> = (1..=40).map(|i| [Some(f64::from(i * i)); 9]).collect();
    let factors = columns(&values);
    let scores = composed(&factors, Objective::Awareness.weights(), &[0.0; 40]);
    let found = moves(&scores, &factors, &[0.0; 40], 20, 10);
    let gain = found.iter().find(|m| m.goal == Goal::Gain).unwrap();
    let change = gain.changes.iter().find(|c| c.what == What::Factor(SubFactor::Popularity)).unwrap();
    assert_eq!(change.natural_from, Some(441.0));
    assert!(change.natural_to.unwrap() > 441.0);
}

#[test]
fn where_credit_gives_the_order_only_credit_moves_it() {
    let factors = columns(&[[Some(1.0); 9]; 3]);
    let credit = [1.0, 4.0, 2.5];
    let scores = Scores::compose(&factors, &Recipe::of(Objective::None), &credit);
    let found = moves(&scores, &factors, &credit, 2, 1);
    let to: Vec<f64> = found.iter().map(|m| m.changes[0].to).collect();
    assert!(found.iter().all(|m| m.changes.len() == 1 && m.weights.is_empty()));
    assert!((to[0] - 4.0).abs() < 1e-6 && (to[1] - 1.0).abs() < 1e-6 && to[0] > 4.0 && to[1] < 1.0, "{to:?}");
}

#[test]
fn an_account_listed_apart_moves_nowhere() {
    let mut values = vec![[Some(10.0); 9]; 3];
    values[1] = [None; 9];
    let factors = columns(&values);
    let scores = composed(&factors, Objective::Awareness.weights(), &[0.0; 3]);
    assert!(moves(&scores, &factors, &[0.0; 3], 1, 1).is_empty());
}
