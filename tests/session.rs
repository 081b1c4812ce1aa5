//! The whole path, from bytes to ranking, natively.

mod common;

use common::{CAFE, GOLDEN, TEA, cafe_settings, patch, study};
use proptest::prelude::*;
use serde_json::json;
use sillage::query::RankingQuery;
use sillage::session::Session;

fn hash(text: &str, chunk: usize, settings: serde_json::Value) -> String {
    study(&[("posts.csv", text.as_bytes())], chunk, settings).result_hash().unwrap()
}

/// Rows in another order, the header kept first. No cell of the demo holds a line break.
fn shuffled(csv: &str, step: usize) -> String {
    let mut lines = csv.lines();
    let header = lines.next().unwrap();
    let rows: Vec<&str> = lines.collect();
    let order = (0..rows.len()).map(|i| rows[(i * step) % rows.len()]);
    std::iter::once(header).chain(order).map(|l| format!("{l}\n")).collect()
}

fn coprime(step: usize, rows: usize) -> usize {
    fn gcd(a: usize, b: usize) -> usize {
        if b == 0 { a } else { gcd(b, a % b) }
    }
    (step..).find(|s| gcd(*s, rows) == 1).unwrap()
}

#[test]
fn det_1_the_result_is_the_golden_one() {
    let session = study(&[("cafe.csv", CAFE.as_bytes())], 1 << 16, cafe_settings());
    let first = session.ranking(&RankingQuery { to: 10, ..RankingQuery::default() }).unwrap();
    let top: Vec<&str> = first.rows.iter().map(|r| r.handle.as_str()).collect();
    let found = json!({ "resultHash": session.result_hash().unwrap(), "top": top });
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/cafe.json");
        std::fs::write(path, format!("{found:#}\n")).unwrap();
        return;
    }
    let golden: serde_json::Value = serde_json::from_str(GOLDEN).unwrap();
    assert_eq!(found, golden, "a change of scores is a change of method: see CONTRIBUTING");
}

#[test]
fn det_1_rows_files_and_slices_in_any_order_give_the_same_result() {
    let expected = hash(CAFE, 1 << 20, cafe_settings());
    let rows = CAFE.lines().count() - 1;
    for step in [7, 1009] {
        assert_eq!(hash(&shuffled(CAFE, coprime(step, rows)), 1 << 20, cafe_settings()), expected);
    }
    for chunk in [1, 977, 65_536] {
        assert_eq!(hash(CAFE, chunk, cafe_settings()), expected, "slices of {chunk}");
    }
    let files: [(&str, &[u8]); 2] = [("a.csv", CAFE.as_bytes()), ("b.csv", TEA.as_bytes())];
    let one = study(&files, 1 << 20, cafe_settings()).result_hash().unwrap();
    let other = study(&[files[1], files[0]], 1 << 20, cafe_settings()).result_hash().unwrap();
    assert_eq!(one, other);
}

#[test]
fn mrg_1_the_same_file_twice_counts_once() {
    let once = study(&[("a.csv", CAFE.as_bytes())], 1 << 20, cafe_settings());
    let twice =
        study(&[("a.csv", CAFE.as_bytes()), ("again.csv", CAFE.as_bytes())], 1 << 20, cafe_settings());
    assert_eq!(once.result_hash().unwrap(), twice.result_hash().unwrap());
    // Without post ids nothing but the bytes can tell.
    let log = "a b 1341100972 RT\nc b 1341100980 RT\na b 1341101972 RT\nd a 1341102000 MT\n";
    let once = study(&[("log.txt", log.as_bytes())], 1 << 20, json!({}));
    let twice = study(&[("log.txt", log.as_bytes()), ("copy.txt", log.as_bytes())], 1 << 20, json!({}));
    assert_eq!(once.result_hash().unwrap(), twice.result_hash().unwrap());
    assert_eq!(twice.summary().unwrap().ties["repost"], 3);
}

#[test]
fn changing_settings_gives_what_a_fresh_study_gives() {
    let changes = [
        json!({ "objective": "awareness" }),
        json!({ "brief": "festival" }),
        json!({ "brief": "" }),
        json!({ "window": { "to": 1_776_000_000_000.0 } }),
        json!({ "ties": { "halfLifeDays": 7 } }),
        json!({ "ties": { "halfLifeDays": null, "weights": { "quote": 0 } } }),
        json!({ "weights": { "reach": 1, "relevance": 0, "resonance": 1 } }),
        json!({ "weights": null, "objective": "none", "window": { "to": null }, "brief": "café" }),
    ];
    let mut session = study(&[("a.csv", CAFE.as_bytes())], 1 << 20, cafe_settings());
    let mut fresh = Session::new();
    let file = fresh.begin_file("a.csv", Default::default()).unwrap();
    fresh.push(file, CAFE.as_bytes()).unwrap();
    fresh.finish_file(file).unwrap();
    fresh.configure(patch(cafe_settings())).unwrap();
    for change in changes {
        session.configure(patch(change.clone())).unwrap();
        fresh.configure(patch(change.clone())).unwrap();
        session.analyse().unwrap();
        // A study that never was analysed has nothing to reuse.
        let whole =
            study(&[("a.csv", CAFE.as_bytes())], 1 << 20, serde_json::to_value(fresh.settings()).unwrap());
        assert_eq!(session.result_hash().unwrap(), whole.result_hash().unwrap(), "{change}");
    }
}

#[test]
fn a_cancelled_run_leaves_the_last_result() {
    let mut session = study(&[("a.csv", CAFE.as_bytes())], 1 << 20, cafe_settings());
    let before = session.result_hash().unwrap();
    session.configure(patch(json!({ "brief": "festival" }))).unwrap();
    session.start().unwrap();
    session.step(1.0).unwrap();
    assert_eq!(session.result_hash().unwrap(), before);
    session.analyse().unwrap();
    assert_ne!(session.result_hash().unwrap(), before);
}

#[test]
fn small_steps_and_one_big_step_agree() {
    let mut session = study(&[("a.csv", CAFE.as_bytes())], 1 << 20, json!({}));
    session.configure(patch(cafe_settings())).unwrap();
    session.start().unwrap();
    let mut last = 0.0;
    loop {
        let progress = session.step(0.1).unwrap();
        assert!(progress.share >= last - 1e-12 && progress.share <= 1.0, "{progress:?} after {last}");
        last = progress.share;
        if progress.finished {
            break;
        }
    }
    assert_eq!(session.result_hash().unwrap(), hash(CAFE, 1 << 20, cafe_settings()));
}

#[test]
fn grf_1_strange_studies_have_no_nan_and_no_crash() {
    let header = "date,author,text,retweet_of\n";
    let one = format!("{header}2024-03-01,ana,bonjour,\n");
    let own = format!("{header}2024-03-01,ana,bonjour,ana\n2024-03-02,ana,salut,ana\n");
    let star = format!("{header}2024-03-01,ana,RT @zoe: x,zoe\n2024-03-02,max,RT @zoe: x,zoe\n");
    for text in [&one, &own, &star] {
        for objective in ["none", "awareness", "consideration", "conversion"] {
            let settings = json!({ "objective": objective, "brief": "bonjour" });
            let session = study(&[("a.csv", text.as_bytes())], 1 << 20, settings);
            let summary = session.summary().unwrap();
            assert_eq!(serde_json::to_value(&summary).unwrap()["accounts"], summary.accounts);
            let all = RankingQuery { enough: None, ..RankingQuery::default() };
            for row in session.ranking(&all).unwrap().rows {
                assert!(row.score.is_none_or(f64::is_finite), "{text}: {row:?}");
                session.account(row.index as usize).unwrap();
            }
        }
    }
    assert_eq!(study(&[("a.csv", own.as_bytes())], 1 << 20, json!({})).account(0).unwrap().self_ties, 2);
}

#[test]
fn the_brief_changes_the_order_and_the_window_is_kept() {
    let mut session = study(&[("a.csv", CAFE.as_bytes())], 1 << 20, json!({ "objective": "consideration" }));
    let order = |s: &Session| {
        s.ranking(&RankingQuery::default()).unwrap().rows.into_iter().map(|r| r.handle).collect::<Vec<_>>()
    };
    let before = order(&session);
    session.configure(patch(cafe_settings())).unwrap();
    session.analyse().unwrap();
    assert_ne!(before, order(&session));
    let summary = session.summary().unwrap();
    let (first, last) = (summary.first_time.unwrap(), summary.last_time.unwrap());
    let middle = (first + last) / 2.0;
    session.configure(patch(json!({ "window": { "from": first, "to": middle } }))).unwrap();
    session.analyse().unwrap();
    let early = session.summary().unwrap();
    assert!(early.last_time.unwrap() < middle && early.posts < summary.posts);
}

#[test]
fn the_score_equals_the_sum_of_its_explanation() {
    let session = study(&[("a.csv", CAFE.as_bytes())], 1 << 20, cafe_settings());
    let rows =
        session.ranking(&RankingQuery { enough: None, to: 300, ..RankingQuery::default() }).unwrap().rows;
    for row in rows {
        let dossier = session.account(row.index as usize).unwrap();
        let Some(score) = row.score else { continue };
        let sum: f64 = dossier.explanation.contributions.iter().filter_map(|c| c.contribution).sum();
        assert!(((score / dossier.explanation.baseline.unwrap()).ln_exact() - sum).abs() < 1e-12);
        for (pillar, value) in &dossier.pillars {
            let own = dossier.factors.iter().filter(|f| f.pillar.name() == *pillar);
            let parts: f64 = own.filter_map(|f| f.contribution).sum();
            assert!(value.is_none_or(|v| (v - parts).abs() < 1e-9), "{pillar} of {}", row.handle);
        }
    }
}

trait LnExact {
    fn ln_exact(self) -> f64;
}
impl LnExact for f64 {
    fn ln_exact(self) -> f64 {
        sillage::math::ln(self)
    }
}

#[test]
fn questions_that_cannot_be_answered_say_so() {
    let session = Session::new();
    assert_eq!(session.summary().unwrap_err().code(), "analysis.missing");
    let mut session = study(&[("a.csv", CAFE.as_bytes())], 1 << 20, json!({}));
    assert_eq!(session.column("fame").unwrap_err().code(), "argument.invalid");
    assert_eq!(session.account_named("@nobody_at_all").unwrap_err().code(), "account.unknown");
    assert_eq!(session.measure("klout", serde_json::Value::Null).unwrap_err().code(), "argument.invalid");
    let mut session = session;
    for bad in [
        json!({ "ties": { "halfLifeDays": -1 } }),
        json!({ "ties": { "weights": { "repost": -1 } } }),
        json!({ "weights": { "reach": 0, "relevance": 0, "resonance": 0 } }),
        json!({ "window": { "from": 10, "to": 5 } }),
    ] {
        assert_eq!(session.configure(patch(bad)).unwrap_err().code(), "argument.invalid");
    }
}

#[test]
fn pol_1_names_of_javascript_are_ordinary_handles() {
    let names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    let mut text = "date,author,text,retweet_of\n".to_owned();
    for (i, name) in names.iter().enumerate() {
        text += &format!("2024-03-0{},{name},bonjour,{}\n", i + 1, names[(i + 1) % 4]);
    }
    let session = study(&[("a.csv", text.as_bytes())], 1 << 20, json!({}));
    for name in names {
        assert_eq!(session.account_named(name).unwrap().row.handle, name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_few_posts_give_finite_numbers_whatever_the_order(
        rows in prop::collection::vec((0_u32..6, 0_u32..7, 0_u32..40, "[a-zé ]{0,12}"), 1..30), turn in 0_usize..30,
    ) {
        let line = |(author, of, day, text): &(u32, u32, u32, String)| {
            let of = if *of == 6 { String::new() } else { format!("u{of}") };
            format!("2024-0{}-{:02},u{author},x{text},{of}\n", 1 + day / 28, 1 + day % 28)
        };
        let header = "date,author,text,retweet_of\n".to_owned();
        let body: Vec<String> = rows.iter().map(line).collect();
        let mut turned = body.clone();
        turned.rotate_left(turn % body.len());
        let one = study(&[("a.csv", (header.clone() + &body.concat()).as_bytes())], 64, json!({ "brief": "xa" }));
        let other = study(&[("a.csv", (header + &turned.concat()).as_bytes())], 7, json!({ "brief": "xa" }));
        prop_assert_eq!(one.result_hash().unwrap(), other.result_hash().unwrap());
        for name in ["score", "credit", "pagerank", "authority", "frequency"] {
            prop_assert!(one.column(name).unwrap().iter().all(|x| x.is_nan() || x.is_finite()));
        }
    }
}

#[test]
fn the_half_life_hangs_neither_on_the_subject_nor_on_what_was_asked_before() {
    let asked = |brief: &str| json!({ "objective": "awareness", "brief": brief });
    let tried = |session: &Session| serde_json::to_value(session.summary().unwrap().half_life).unwrap();
    let mut session = study(&[("posts.csv", CAFE.as_bytes())], 1 << 16, asked("café"));
    let first = tried(&session);
    assert_eq!(first["source"], "back_test", "there is something to choose from");
    session.configure(patch(asked("torréfaction"))).unwrap();
    session.analyse().unwrap();
    let fresh = study(&[("posts.csv", CAFE.as_bytes())], 1 << 16, asked("torréfaction"));
    assert_eq!(tried(&fresh), first);
    assert_eq!(session.result_hash().unwrap(), fresh.result_hash().unwrap());
}

#[test]
fn a_rank_by_negative_words_has_an_interval() {
    let mut session = study(&[("posts.csv", CAFE.as_bytes())], 1 << 16, json!({ "objective": "crisis" }));
    session.deepen_all().unwrap();
    let ranking = session.ranking(&RankingQuery { to: 1, ..RankingQuery::default() }).unwrap();
    let first = session.account_named(&ranking.rows[0].handle).unwrap();
    let dossier = serde_json::to_value(first).unwrap();
    let sure = &dossier["profile"]["uncertainty"];
    assert_eq!(sure["reason"], serde_json::Value::Null, "{sure}");
    assert!(sure["rankHigh"].as_u64().unwrap() >= sure["rankLow"].as_u64().unwrap(), "{sure}");
    assert!(sure["scoreHigh"].as_f64().unwrap() > sure["scoreLow"].as_f64().unwrap(), "{sure}");
}
