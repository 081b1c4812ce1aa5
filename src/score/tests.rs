//! Composite, explanation and credit on small studies made by hand.

use super::*;
use crate::graph::credit::{CreditParams, credit, credit_layers};
use crate::graph::{Attention, LayerWeights, Window};
use crate::model::{AccountIn, Builder, Dataset, Layer, Millis, Platform, TieIn};
use proptest::prelude::*;

/// Ties (from, to, layer, time in hours) → data; accounts are numbered by their letter.
fn study(ties: &[(&str, &str, Layer, i64)]) -> Dataset {
    let mut builder = Builder::new();
    for (from, to, layer, hour) in ties {
        let mut name =
            |handle| builder.account(&AccountIn::named(Platform::X, None, Some(handle))).unwrap().unwrap();
        let (from, to) = (name(from), name(to));
        let time = Some(hour * 3_600_000);
        builder.tie(&TieIn { from, to, layer: *layer, time, weight: 1.0, row: 1 }).unwrap();
    }
    Dataset::of(&builder).unwrap()
}

fn credit_of(data: &Dataset, half_life_hours: Option<f64>) -> Vec<f64> {
    let weights = LayerWeights::default();
    let attention = Attention::build(data.accounts.len(), &data.ties, &weights, Window::default()).unwrap();
    let end: Millis = data.ties.time.known(data.ties.len()).max().unwrap_or(0);
    let params = CreditParams {
        weights,
        layers: credit_layers(&data.ties, &weights),
        window: Window::default(),
        end,
        half_life: half_life_hours.map(|h| h * 3_600_000.0),
        topic: None,
    };
    credit(&attention, &data.ties, &params).of
}

#[test]
fn credit_counts_people_not_clicks() {
    use Layer::Repost;
    // a is re-shared ten times by one person, b once by two; both people are credible (somebody answered them).
    let mut ties = vec![("c", "a", Repost, 0); 10];
    ties.extend([("c", "b", Repost, 0), ("d", "b", Repost, 0), ("e", "c", Repost, 0), ("f", "d", Repost, 0)]);
    ties.extend([("e", "d", Repost, 0), ("f", "c", Repost, 0)]);
    let credit = credit_of(&study(&ties), None);
    assert!(credit[0] < 1.0 && credit[1] > credit[0], "{credit:?}");
    // One fresh re-share is worth 1 − 1/e.
    assert!((credit[1] - 2.0 * 0.632_120_558_828_557_7).abs() < 1e-6);
}

#[test]
fn credit_fades_by_half_each_half_life() {
    use Layer::Repost;
    let old = [("c", "a", Repost, 0), ("c", "b", Repost, 24), ("d", "b", Repost, 24)];
    let credit = credit_of(&study(&old), Some(24.0));
    // Strength 2^-1 against 1: 1 − e^−0.5 against 1 − e^−1.
    assert!((credit[0] - 0.393_469_340_287_366_6).abs() < 1e-6, "{credit:?}");
}

#[test]
fn credit_discounts_pods_and_one_purpose_accounts() {
    use Layer::Repost;
    // x and y re-share each other; z is re-shared by p, whom nobody answers and who does nothing else.
    let ties = [("x", "y", Repost, 0), ("y", "x", Repost, 0), ("p", "z", Repost, 0)];
    let credit = credit_of(&study(&ties), None);
    let fresh = 0.632_120_558_828_557_7;
    assert!((credit[1] - 0.2 * fresh).abs() < 1e-6, "x: {credit:?}");
    assert!((credit[2] - 0.2 * fresh).abs() < 1e-6, "y: {credit:?}");
    assert!((credit[3] - 0.25 * fresh).abs() < 1e-6, "z: {credit:?}");
}

#[test]
fn credit_comes_from_reshares_or_else_from_other_reactions() {
    use Layer::{Follow, Mention, Quote, Reply, Repost};
    let layers = |ties: &[(&str, &str, Layer, i64)]| {
        let data = study(ties);
        let layers = credit_layers(&data.ties, &LayerWeights::default());
        Layer::ALL.into_iter().filter(|l| layers[*l as usize]).collect::<Vec<_>>()
    };
    assert_eq!(layers(&[("a", "b", Repost, 0), ("a", "b", Mention, 0)]), [Repost]);
    assert_eq!(layers(&[("a", "b", Quote, 0), ("a", "b", Reply, 0)]), [Quote]);
    assert_eq!(layers(&[("a", "b", Reply, 0), ("a", "b", Mention, 0)]), [Reply, Mention]);
    assert_eq!(layers(&[("a", "b", Follow, 0)]), [], "following is exposure, not effect");
}

fn column(name: SubFactor, score: Vec<f64>) -> FactorColumn {
    FactorColumn { name, unit: Unit::Credit, natural: score.clone(), score, missing: None }
}

fn columns(values: &[[Option<f64>; 5]]) -> Vec<FactorColumn> {
    SubFactor::ALL
        .iter()
        .map(|f| column(*f, values.iter().map(|v| v[*f as usize].unwrap_or(f64::NAN)).collect()))
        .collect()
}

fn composed(values: &[[Option<f64>; 5]], objective: Objective) -> Scores {
    let credit = vec![0.0; values.len()];
    Scores::compose(&columns(values), objective.weights(), false, &credit)
}

#[test]
fn each_preset_ranks_its_champion_first() {
    // [popularity, authority, affinity, frequency, amplitude] of three champions and an average account.
    let values = [
        [95.0, 40.0, 40.0, 60.0, 60.0].map(Some),
        [45.0, 90.0, 90.0, 60.0, 60.0].map(Some),
        [35.0, 62.0, 62.0, 92.0, 92.0].map(Some),
        [50.0; 5].map(Some),
    ];
    for (champion, objective) in
        [Objective::Awareness, Objective::Consideration, Objective::Conversion].into_iter().enumerate()
    {
        assert_eq!(composed(&values, objective).order[0], champion as u32, "{objective:?}");
    }
}

#[test]
fn a_profile_that_holds_all_three_pillars_beats_one_that_misses_one() {
    let values = [[95.0, 95.0, 95.0, 2.0, 2.0].map(Some), [60.0; 5].map(Some)];
    assert_eq!(composed(&values, Objective::None).order, [1, 0]);
}

#[test]
fn dropping_a_column_equals_never_having_had_it() {
    let with = [[None, Some(70.0), Some(30.0), Some(20.0), Some(60.0)]];
    let scores = composed(&with, Objective::Consideration);
    let weights = scores.weights_of(0);
    assert_eq!(weights[0], 0.0);
    assert!((weights[1] - 0.45 / 0.8).abs() < 1e-15 && (weights[2] - 0.35 / 0.8).abs() < 1e-15);
    assert!((scores.coverage[0] - 0.8).abs() < 1e-15);
    assert!((scores.pillars[1][0] - 50.0).abs() < 1e-12);
}

#[test]
fn accounts_with_too_little_known_are_listed_apart() {
    let values = [[Some(50.0); 5], [Some(99.0), None, None, None, None]];
    let scores = composed(&values, Objective::Consideration);
    assert_eq!((scores.ranked, &scores.order[..]), (1, &[0, 1][..]), "20 % of the weight is not enough");
}

#[test]
fn nothing_known_is_not_a_score() {
    let scores = composed(&[[None; 5], [Some(10.0); 5]], Objective::Awareness);
    assert!(scores.score[0].is_nan());
    assert_eq!(scores.order, [1, 0]);
    assert_eq!(explain::explain(&scores, 0).score, None);
}

fn profile() -> impl Strategy<Value = [Option<f64>; 5]> {
    prop::array::uniform5(prop::option::weighted(0.8, 0.0..100.0_f64))
}

proptest! {
    #[test]
    fn contributions_add_up_to_the_score(values in prop::collection::vec(profile(), 1..20)) {
        let scores = composed(&values, Objective::Consideration);
        for account in 0..values.len() {
            let explanation = explain::explain(&scores, account);
            let (Some(score), Some(baseline)) = (explanation.score, explanation.baseline) else { continue };
            let total: f64 = explanation.contributions.iter().filter_map(|c| c.contribution).sum();
            prop_assert!((crate::math::ln(score / baseline) - total).abs() < 1e-12);
            prop_assert!((1.0..=100.000_001).contains(&score));
        }
    }

    #[test]
    fn more_of_anything_never_lowers_the_score(
        profile in prop::array::uniform5(0.0..100.0_f64), which in 0_usize..5, more in 0.0..50.0_f64,
    ) {
        let mut better = profile;
        better[which] = (better[which] + more).min(100.0);
        let score = |p: [f64; 5]| composed(&[p.map(Some)], Objective::Awareness).score[0];
        prop_assert!(score(better) >= score(profile) - 1e-12);
    }
}

#[test]
fn a_genuine_reshare_never_lowers_anybodys_credit() {
    use Layer::Repost;
    let base = [("c", "a", Repost, 3), ("d", "a", Repost, 5), ("c", "b", Repost, 5), ("e", "c", Repost, 5)];
    let before = credit_of(&study(&base), Some(6.0));
    let mut more = base.to_vec();
    more.push(("d", "b", Repost, 5));
    let after = credit_of(&study(&more), Some(6.0));
    assert!(before.iter().zip(&after).all(|(x, y)| y >= x), "{before:?} {after:?}");
}
