//! Composite, explanation and credit on small studies made by hand.

use crate::graph::credit::{CreditParams, credit, credit_layers};
use crate::graph::{Attention, LayerWeights, Window};
use crate::model::{AccountIn, Builder, Dataset, Layer, Millis, Platform, TieIn};

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
