//! What a tie counts, and what attention that nobody vouches for counts less.

use super::document::{Document, row, says};
use sillage::authenticity::{
    Signal, TO_CHECK, burst, concentration, coordination, discount, duplicated, first_digits, follows,
    one_purpose, pods, rate,
};
use sillage::graph::community::participation;
use sillage::graph::{LayerWeights, credit, half_life};

const HOUR: f64 = 3_600_000.0;

#[test]
fn ties_and_their_decay() {
    let w = LayerWeights::default();
    let all = [w.repost, w.quote, w.reply, w.mention, w.like, w.follow, w.link];
    for document in Document::both() {
        let after = document.section("3").split(document.of("| repost |", "| partage |")).nth(1).unwrap();
        let cells = after.lines().nth(2).unwrap().trim_matches('|').split('|');
        let found: Vec<f64> = cells.map(|cell| document.value(cell.trim())).collect();
        assert_eq!(found, all, "{:?}", document.language);
    }
    says("4", "within {} of the best", "moins de {} du meilleur", &[half_life::AS_GOOD]);
    says("4", "fewer than {} dated ties", "moins de {} liens de crédit", &[half_life::MIN_EVENTS as f64]);
    says("4", "fewer than {} accounts", "moins de {} comptes", &[half_life::MIN_RESHARED as f64]);
    says("5", "`ρ_ab = {}`", "`ρ_ab = {}`", &[credit::RECIPROCATED]);
    says("5", "`κ_a = {}`", "`κ_a = {}`", &[credit::ONE_PURPOSE]);
    let least = participation::Params::default().min_degree as f64;
    says("3", "below {} neighbours", "en dessous de {} voisins", &[least]);
}

#[test]
fn signals_of_authenticity_and_the_discount() {
    let signals = [
        (
            Signal::Concentration,
            "concentration",
            "concentration",
            concentration::THRESHOLD,
            concentration::MIN_ENGAGERS,
        ),
        (Signal::Reciprocity, "reciprocity", "réciprocité", pods::THRESHOLD, pods::MIN_ENGAGERS),
        (
            Signal::OnePurpose,
            "one-purpose engagers",
            "comptes à usage unique",
            one_purpose::THRESHOLD,
            one_purpose::MIN_ENGAGERS,
        ),
        (
            Signal::DuplicatedText,
            "duplicated text",
            "texte dupliqué",
            duplicated::THRESHOLD,
            duplicated::MIN_COUNT,
        ),
        (
            Signal::Coordination,
            "coordination",
            "coordination",
            coordination::THRESHOLD,
            coordination::MIN_ENGAGERS,
        ),
        (Signal::Burst, "burst", "rafale", burst::THRESHOLD, burst::MIN_DATED as u32),
        (Signal::RateAnomaly, "rate anomaly", "taux anormal", rate::THRESHOLD, rate::MIN_POSTS),
        (Signal::FollowPattern, "follow pattern", "abonnements", follows::THRESHOLD, 0),
        (
            Signal::FirstDigits,
            "first digits",
            "premiers chiffres",
            first_digits::THRESHOLD,
            first_digits::MIN_KNOWN,
        ),
    ];
    assert_eq!(signals.map(|s| s.0), Signal::ALL);
    for (signal, english, french, threshold, least) in signals {
        row("6.1", english, french, 0, &[(1, threshold), (2, signal.weight())]);
        for document in Document::both() {
            let cells = document.row("6.1", document.of(english, french), 0);
            let found = cells[3].split(' ').next().unwrap();
            assert!(least == 0 || document.value(found) == f64::from(least), "{cells:?}");
        }
    }
    let most = 100.0 * Signal::ALL.iter().map(|s| s.weight()).fold(0.0, f64::max);
    says("6.1", "more than {}.", "plus de {}.", &[most]);
    says("6.1", "strength {} or more", "force de {} ou plus", &[TO_CHECK]);
    says("6.1", "more than {} are followed", "à partir de {} comptes suivis", &[follows::MIN_FOLLOWING]);
    says("6.1", ", {} accounts |", ", {} comptes |", &[rate::MIN_ACCOUNTS as f64]);
    says("6.1", "k of at least {}", "k d’au moins {}", &[f64::from(pods::MIN_CORE)]);
    says("6.1", "more than {} of all pairs", "plus de {} des couples", &[pods::MIN_DENSITY]);
    says(
        "6.1",
        "by at least {} accounts, each within {} hours",
        "chez au moins {} comptes, chacun à moins de {} heures",
        &[duplicated::MIN_ACCOUNTS as f64, duplicated::WITHIN as f64 / HOUR],
    );
    says(
        "6.1",
        "at least {} posts re-shared",
        "au moins {} posts partagés",
        &[f64::from(coordination::MIN_SHARED)],
    );
    says(
        "6.1",
        "cosine above {}; a group has at least {} accounts",
        "au-dessus de {} ; un groupe compte au moins {} comptes",
        &[coordination::MIN_COSINE, coordination::MIN_ACCOUNTS as f64],
    );
    says(
        "6.1",
        "more than {} accounts within one minute",
        "plus de {} comptes dans la même minute",
        &[coordination::MAX_TOGETHER as f64],
    );
    says(
        "6.1",
        "within {} seconds of the post",
        "dans les {} secondes du post",
        &[burst::INSTANT as f64 / 1000.0],
    );
    assert_eq!((burst::WINDOW, burst::TESTS.len()), (600_000, 5), "ten minutes, five tests");
    says("6.2", "λ_w = {} · max", "λ_w = {} · max", &[discount::MULTIPLE]);
    says("6.2", "max(1, {} · d̄", "max(1, {} · d̄", &[discount::MULTIPLE]);
    says("6.2", "at {} times what is usual", "à {} fois l’ordinaire", &[discount::MULTIPLE]);
    says("6.2", "+ {} · max", "+ {} · max", &[discount::EXCESS]);
    says("6.2", "quantile {} of the credit", "quantile {} du crédit", &[discount::FREE]);
    says("6.2", "fewer than {} accounts", "moins de {} comptes", &[discount::MIN_ACCOUNTS]);
    says("6.2", "weighs {}, as", "pèse {}, comme", &[credit::ONE_PURPOSE]);
    assert!(sillage::score::Settings::default().discount, "on by default");
}
