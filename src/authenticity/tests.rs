//! The assessment on small made-up studies.

use super::*;
use crate::graph::credit::{CreditParams, credit, credit_layers};
use crate::model::{AccountIn, Builder, Layer, Millis, Platform, TieIn};

const MINUTE: Millis = 60_000;
const START: Millis = 1_700_000_000_000;

/// A study made of ties.
#[derive(Default)]
struct Study {
    builder: Builder,
}

struct Held {
    data: Dataset,
    attention: Attention,
    credit: Credit,
    layers: [bool; 7],
    builder: Builder,
}

impl Study {
    fn tie(&mut self, from: &str, to: &str, layer: Layer, time: Option<Millis>) {
        self.builder.begin_file();
        let mut name =
            |n: &str| self.builder.account(&AccountIn::named(Platform::X, None, Some(n))).unwrap().unwrap();
        let (from, to) = (name(from), name(to));
        self.builder.tie(&TieIn { from, to, layer, time, weight: 1.0, row: 1 }).unwrap();
    }

    fn share(&mut self, from: &str, to: &str, minute: i64) {
        self.tie(from, to, Layer::Repost, Some(START + minute * MINUTE));
    }

    fn held(self) -> Held {
        let data = Dataset::of(&self.builder).unwrap();
        let weights = LayerWeights::default();
        let attention =
            Attention::build(data.accounts.len(), &data.ties, &weights, Window::default()).unwrap();
        let layers = credit_layers(&data.ties, &weights);
        let end = data.ties.time.known(data.ties.len()).max().unwrap_or(0);
        let params =
            CreditParams { weights, layers, window: Window::default(), end, half_life: None, topic: None };
        let credit = credit(&attention, &data.ties, &params);
        Held { data, attention, credit, layers, builder: self.builder }
    }
}

impl Held {
    fn parts(&self) -> Parts<'_> {
        Parts {
            data: &self.data,
            strings: self.builder.strings(),
            attention: &self.attention,
            credit: &self.credit,
            credit_layers: self.layers,
            weights: LayerWeights::default(),
            window: Window::default(),
        }
    }

    fn account(&self, name: &str) -> usize {
        let handles = &self.data.accounts.handle;
        handles.iter().position(|h| self.builder.strings().get(*h) == name).unwrap()
    }
}

/// Twenty accounts that are re-shared by forty readers, who re-share several of them; some of them re-share each other.
fn ordinary() -> Study {
    let mut study = Study::default();
    for author in 0..20_i64 {
        for reader in 0..40_i64 {
            if (reader * 7 + author * 11) % 20 < 2 + author / 2 {
                study.share(
                    &format!("reader{reader}"),
                    &format!("author{author}"),
                    author * 97 + reader * 31,
                );
            }
        }
        study.share(&format!("author{author}"), &format!("author{}", (author * 3 + 1) % 20), author * 211);
        study.share(&format!("author{author}"), &format!("reader{}", author * 2), author * 173);
    }
    study
}

fn rank(credit: &[f64], account: usize) -> usize {
    credit.iter().filter(|c| **c > credit[account]).count() + 1
}

#[test]
fn an_ordinary_study_has_nothing_to_check() {
    let held = ordinary().held();
    let found = assess(&held.parts()).unwrap();
    for account in 0..held.data.accounts.len() {
        assert_eq!(found.to_check(account).count(), 0, "{account}");
        assert!(found.of[account].is_nan() || found.of[account] > 90.0);
    }
    assert!(found.pods.is_empty());
    assert!(found.missing[Signal::Concentration as usize].is_none());
}

#[test]
fn bought_strangers_are_seen_and_move_no_rank() {
    let before = ordinary().held();
    let without = assess(&before.parts()).unwrap();
    let mut study = ordinary();
    for puppet in 0..100 {
        study.share(&format!("puppet{puppet}"), "author3", 3_000 + puppet % 8);
    }
    let held = study.held();
    let found = assess(&held.parts()).unwrap();
    let target = held.account("author3");
    let signals: Vec<_> = found.to_check(target).collect();
    assert_eq!(signals, [Signal::OnePurpose, Signal::Burst]);
    assert!(found.of[target] < 50.0);
    let evidence = found.evidence(&held.parts(), target);
    assert_eq!(evidence[0].accounts_total, 100);
    assert_eq!(evidence[0].code, TO_CHECK_CODE);
    assert!(evidence[1].figures.iter().any(|f| *f == ("peakStrangers", 100.0)), "{:?}", evidence[1]);
    let (raw, kept) = (rank(&held.credit.of, target), rank(&found.discount.credit.of, target));
    let clean = rank(&without.discount.credit.of, before.account("author3"));
    assert!(raw <= 2, "without the discount they carry it to the top: {raw}");
    assert!(kept >= 8 && kept + 8 >= clean, "rank {clean} before, {kept} after");
}

#[test]
fn a_pod_is_found_with_its_members_and_counts_little() {
    let mut study = ordinary();
    let pod: Vec<String> = (0..30).map(|i| format!("pod{i}")).chain(["author2".to_owned()]).collect();
    for (i, a) in pod.iter().enumerate() {
        for (j, b) in pod.iter().enumerate() {
            if i != j {
                study.share(a, b, 2_000 + (i * 31 + j) as i64);
            }
        }
    }
    let held = study.held();
    let found = assess(&held.parts()).unwrap();
    assert_eq!(found.pods.len(), 1);
    assert_eq!((found.pods[0].accounts.len(), found.pods[0].ties), (31, 31 * 30 / 2));
    let target = held.account("author2");
    assert_eq!(found.strength(Signal::Reciprocity, target), 1.0);
    assert_eq!(found.evidence(&held.parts(), target)[0].accounts_total, 30);
    assert!(rank(&found.discount.credit.of, target) > 8);
    assert_eq!(found.genuine[held.account("pod0")], crate::graph::credit::ONE_PURPOSE);
}

#[test]
fn the_discount_adds_up_and_never_adds() {
    let mut study = ordinary();
    for puppet in 0..40 {
        study.share(&format!("puppet{puppet}"), "author7", puppet);
    }
    let held = study.held();
    let found = assess(&held.parts()).unwrap();
    let graph = &held.attention.graph;
    for b in 0..graph.nodes() {
        let sum: f64 =
            graph.in_arcs(b).iter().map(|arc| f64::from(found.discount.credit.arc[*arc as usize])).sum();
        assert_eq!(sum, found.discount.credit.of[b]);
        assert!(sum <= held.credit.of[b] * (1.0 + 1e-6));
    }
    assert_eq!(found.discount.credit.people, held.credit.people);
}

#[test]
fn one_more_person_never_lowers_an_account() {
    for (extra, name) in ["author9", "reader39", "somebody"].into_iter().enumerate() {
        let before = ordinary().held();
        let old = assess(&before.parts()).unwrap().discount.credit.of[before.account("author5")];
        let mut study = ordinary();
        study.share(name, "author5", 900 + extra as i64);
        let held = study.held();
        let new = assess(&held.parts()).unwrap().discount.credit.of[held.account("author5")];
        assert!(new >= old, "{name}: {old} → {new}");
    }
}

#[test]
fn regular_engagement_is_a_burst_and_chance_is_not() {
    let mut study = ordinary();
    for i in 0..160 {
        study.share(&format!("reader{}", i % 40), "clock", i * 10);
        study.share(&format!("reader{}", i % 40), "chance", (i * i * 7919) % 1_601);
    }
    let held = study.held();
    let found = assess(&held.parts()).unwrap();
    let target = held.account("clock");
    assert!(found.to_check(target).any(|s| s == Signal::Burst));
    let evidence = found.evidence(&held.parts(), target);
    assert!(evidence.iter().any(|e| e.figures.iter().any(|f| f.0 == "regular")), "{evidence:?}");
    assert_eq!(found.to_check(held.account("chance")).count(), 0);
}

#[test]
fn concentration_is_seen_where_one_person_does_it_all() {
    let mut study = ordinary();
    for i in 0..3_000_i64 {
        study.share("reader1", "author11", (i * i * 17) % 40_000);
    }
    let held = study.held();
    let found = assess(&held.parts()).unwrap();
    let target = held.account("author11");
    assert!(found.strength(Signal::Concentration, target) >= TO_CHECK);
    let evidence = &found.evidence(&held.parts(), target)[0];
    assert_eq!(evidence.accounts[0] as usize, held.account("reader1"));
    let figure = |name| evidence.figures.iter().find(|f| f.0 == name).unwrap().1;
    assert!(figure("ratio") < 0.11 && figure("gini") > 0.8 && figure("top") > 0.9, "{evidence:?}");
}

#[test]
fn replies_are_mutual_by_nature() {
    let mut study = Study::default();
    for a in 0..12 {
        for b in 0..12 {
            if a != b {
                study.tie(&format!("a{a}"), &format!("a{b}"), Layer::Reply, Some(START + a * 7 + b));
            }
        }
    }
    let held = study.held();
    let found = assess(&held.parts()).unwrap();
    assert!(found.pods.is_empty());
    assert_eq!(found.missing[Signal::Reciprocity as usize], Some("no_ties"));
    assert_eq!(found.discount.credit.of, held.credit.of);
}

#[test]
fn nothing_to_tell_is_said_and_nothing_panics() {
    let held = Study::default().held();
    let found = assess(&held.parts()).unwrap();
    assert!(found.of.is_empty());
    assert_eq!(found.missing[Signal::OnePurpose as usize], Some("no_ties"));
    let mut study = Study::default();
    study.tie("a", "b", Layer::Repost, None);
    study.tie("a", "a", Layer::Repost, None);
    let held = study.held();
    let found = assess(&held.parts()).unwrap();
    assert!(found.of.iter().all(|c| c.is_nan()));
    assert_eq!(found.missing[Signal::Burst as usize], Some("no_time"));
    assert_eq!(found.discount.credit.of, held.credit.of);
}
