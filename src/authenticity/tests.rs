//! The assessment on small made-up studies.

use super::*;
use crate::graph::credit::{CreditParams, credit, credit_layers};
use crate::model::{AccountIn, Builder, Counts, Layer, Millis, Platform, PostIn, PostKind, TieIn};

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

    /// A post; `of` is the author and id of the one it re-shares.
    fn post(
        &mut self,
        author: &str,
        id: &str,
        text: &str,
        of: Option<(&str, &str)>,
        millis: i64,
        likes: f64,
    ) {
        let mut name =
            |n: &str| self.builder.account(&AccountIn::named(Platform::X, None, Some(n))).unwrap().unwrap();
        let author = name(author);
        let ref_author = of.map(|(n, _)| name(n));
        let post = PostIn {
            platform: Platform::X,
            id: Some(id),
            author,
            time: Some(START + millis),
            kind: if of.is_some() { PostKind::Repost } else { PostKind::Original },
            text: Some(text),
            lang: None,
            url: None,
            ref_post: of.map(|o| o.1),
            ref_author,
            mentions: &[],
            counts: Counts { likes: Some(likes), ..Counts::default() },
            collected_at: None,
            embedded: false,
            row: 1,
        };
        self.builder.post(&post).unwrap();
    }

    fn profile(&mut self, name: &str, followers: f64, following: f64) {
        let account = AccountIn {
            followers: Some(followers),
            following: Some(following),
            at: Some(START),
            ..AccountIn::named(Platform::X, None, Some(name))
        };
        self.builder.account(&account).unwrap();
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
    assert!(evidence[1].figures.contains(&("peakStrangers", 100.0)), "{:?}", evidence[1]);
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

#[test]
fn the_same_text_by_several_accounts_is_a_group() {
    let mut study = Study::default();
    let slogan = "The very best coffee of the whole wide town is now open on the square";
    for i in 0..6_i64 {
        for day in 0..4_i64 {
            let text = format!(
                "{} @friend{i} https://x.y/{i}{day}",
                slogan.replace("best", ["best", "finest"][day as usize % 2])
            );
            study.post(
                &format!("herald{i}"),
                &format!("{}", 100 + i * 10 + day),
                &text,
                None,
                day * 86_400_000 + i * 60_000,
                1.0,
            );
            let own = format!(
                "day {day} of my own long story number {i}: walked {} miles up hill number {}",
                day * 7 + i,
                i * 13 + day
            );
            study.post(
                &format!("person{i}"),
                &format!("{}", 500 + i * 10 + day),
                &own,
                None,
                day * 86_400_000 + i * 60_000,
                1.0,
            );
        }
    }
    let held = study.held();
    let found = assess(&held.parts()).unwrap();
    assert!(!found.duplicated().is_empty());
    for i in 0..6 {
        let herald = held.account(&format!("herald{i}"));
        assert_eq!(found.strength(Signal::DuplicatedText, herald), 1.0);
        assert_eq!(found.strength(Signal::DuplicatedText, held.account(&format!("person{i}"))), 0.0);
        let evidence = &found.evidence(&held.parts(), herald)[0];
        assert_eq!((evidence.accounts_total, evidence.posts_total), (5, 24));
    }
}

#[test]
fn the_same_posts_within_seconds_time_and_again_are_coordination() {
    let mut study = Study::default();
    study.post("other", "1", "hello", None, 0, 1.0);
    for i in 0..40_i64 {
        study.post(
            &format!("crowd{i}"),
            &format!("{}", 10 + i),
            "hello",
            Some(("other", "1")),
            i * 900_000,
            0.0,
        );
    }
    for post in 0..12_i64 {
        let id = format!("{}", 1_000 + post);
        study.post("author", &id, "hello", None, post * 3_600_000, 1.0);
        for i in 0..4_i64 {
            let own = format!("{}", 2_000 + post * 10 + i);
            study.post(
                &format!("robot{i}"),
                &own,
                "hello",
                Some(("author", &id)),
                post * 3_600_000 + 5_000 * (i + 1),
                0.0,
            );
            let own = format!("{}", 5_000 + post * 10 + i);
            let late = (1 + (post * 7 + i * 11) % 50) * 60_000 + 13_000 * i;
            study.post(
                &format!("reader{i}"),
                &own,
                "hello",
                Some(("author", &id)),
                post * 3_600_000 + late,
                0.0,
            );
        }
    }
    let held = study.held();
    let found = assess(&held.parts()).unwrap();
    assert_eq!(found.coordinated().len(), 1, "{:?}", found.coordinated());
    let robots: Vec<u32> = (0..4).map(|i| held.account(&format!("robot{i}")) as u32).collect();
    assert_eq!(found.coordinated()[0].accounts, robots);
    assert_eq!(found.genuine[robots[0] as usize], crate::graph::credit::ONE_PURPOSE);
    let evidence = found.evidence(&held.parts(), robots[1] as usize);
    assert_eq!(evidence[0].accounts_total, 3);
}

#[test]
fn rates_follows_and_first_digits() {
    let mut study = Study::default();
    for i in 0..60_i64 {
        let name = format!("maker{i}");
        study.profile(&name, 1_000.0 + 50.0 * i as f64, if i == 1 { 900_000.0 } else { 300.0 });
        for post in 0..4 {
            let likes = if i == 30 { 60_000.0 } else { 40.0 + ((i * 7 + post * 3) % 40) as f64 };
            study.post(&name, &format!("{}", 10_000 + i * 10 + post), "word", None, i * 60_000 + post, likes);
        }
    }
    for i in 0..300_i64 {
        // Grown audiences: even on the logarithm; bought ones: all in the nineties.
        let grown = format!("grown{i}");
        study.profile(&grown, 10.0 * crate::math::pow(10.0, 3.0 * (i as f64 + 0.5) / 300.0), 100.0);
        study.share(&grown, "maker2", i * 37 % 5_000);
        study.share(&grown, "maker4", i * 41 % 5_000);
        let bought = format!("bought{i}");
        study.profile(&bought, 90.0 + (i % 10) as f64, 100.0);
        study.share(&bought, "maker3", i * 37 % 5_000);
        study.share(&bought, "maker5", i * 41 % 5_000);
    }
    let held = study.held();
    let found = assess(&held.parts()).unwrap();
    let strength = |signal, name: &str| found.strength(signal, held.account(name));
    assert!(strength(Signal::RateAnomaly, "maker30") >= TO_CHECK);
    assert_eq!(strength(Signal::RateAnomaly, "maker31"), 0.0);
    assert_eq!(strength(Signal::FollowPattern, "maker1"), 1.0);
    assert_eq!(strength(Signal::FollowPattern, "maker2"), 0.0);
    assert_eq!(strength(Signal::FirstDigits, "maker3"), 1.0);
    assert!(strength(Signal::FirstDigits, "maker2") < 0.1);
    assert!(strength(Signal::FirstDigits, "maker6").is_nan());
    for (name, signal) in
        [("maker30", Signal::RateAnomaly), ("maker1", Signal::FollowPattern), ("maker3", Signal::FirstDigits)]
    {
        let evidence = found.evidence(&held.parts(), held.account(name));
        let shown = evidence.iter().find(|e| e.signal == signal).unwrap();
        assert!(shown.figures.iter().any(|f| f.0 == "threshold"));
    }
}
