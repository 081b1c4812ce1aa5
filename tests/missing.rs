//! Missing data, end to end: what is missing is said, takes nothing away from the rest, and is never a 0 or a 50.

mod common;

use common::{CAFE, cafe_settings, study};
use proptest::prelude::*;
use serde_json::json;
use sillage::query::RankingQuery;
use sillage::session::Session;
use std::collections::BTreeMap;

/// The cells of a line of the demo: no cell holds a line break.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

/// The demo with some columns left out, or with their cells left blank.
fn demo(dropped: &[&str], blank: bool) -> String {
    let header = cells(CAFE.lines().next().unwrap());
    let keep: Vec<bool> = header.iter().map(|name| !dropped.contains(&name.as_str())).collect();
    assert_eq!(keep.iter().filter(|keep| !**keep).count(), dropped.len(), "{header:?}");
    let mut out = String::new();
    for (row, line) in CAFE.lines().enumerate() {
        let kept: Vec<String> = cells(line)
            .into_iter()
            .zip(&keep)
            .filter(|(_, keep)| **keep || blank)
            .map(|(cell, keep)| if *keep || row == 0 { format!("\"{cell}\"") } else { String::new() })
            .collect();
        out.push_str(&kept.join(","));
        out.push('\n');
    }
    out
}

fn cafe(dropped: &[&str]) -> Session {
    study(&[("cafe.csv", demo(dropped, false).as_bytes())], 1 << 16, cafe_settings())
}

fn reason(session: &Session, factor: &str) -> Option<&'static str> {
    session.summary().unwrap().coverage[factor].reason
}

/// What must hold whatever is missing: unknown is unknown for everybody, the rest is in range, and somebody is ranked.
fn sound(session: &mut Session) {
    let summary = session.summary().unwrap();
    for (name, coverage) in &summary.coverage {
        let column = session.column(name).unwrap();
        assert_eq!(coverage.available, coverage.reason.is_none());
        let known = column.iter().filter(|v| !v.is_nan()).count();
        assert_eq!(known, coverage.accounts, "{name}");
        assert!(coverage.available || known == 0, "{name} is missing, and yet known of {known}");
        assert!(column.iter().all(|v| v.is_nan() || (0.0..=100.0).contains(v)), "{name}");
    }
    let score = session.column("score").unwrap();
    assert!(score.iter().all(|v| v.is_nan() || (1.0..=100.000_001).contains(v)));
    let coverage = session.column("coverage").unwrap();
    assert!(
        score.iter().zip(&coverage).all(|(s, c)| s.is_nan() == (*c == 0.0) && (0.0..=1.000_001).contains(c))
    );
    let window =
        session.ranking(&RankingQuery { enough: None, to: 10_000, ..RankingQuery::default() }).unwrap();
    assert_eq!(window.ranked + window.apart, summary.accounts);
    assert!(window.rows[..window.ranked.min(window.rows.len())].iter().all(|row| row.enough));
    // Everything that comes after the ranking goes through as well.
    session.deepen_all().unwrap();
}

#[test]
fn no_followers() {
    let mut session = cafe(&["abonnés"]);
    sound(&mut session);
    assert_eq!(reason(&session, "popularity"), Some("no_followers"));
    let blank = study(&[("cafe.csv", demo(&["abonnés"], true).as_bytes())], 1 << 16, cafe_settings());
    assert_eq!(
        session.result_hash().unwrap(),
        blank.result_hash().unwrap(),
        "blank, or never there: the same"
    );
    // What does not hang on followers is what it was.
    let whole = cafe(&[]);
    for name in ["credit", "amplitude", "affinity", "pagerank", "frequency"] {
        let bits = |s: &Session| s.column(name).unwrap().iter().map(|v| v.to_bits()).collect::<Vec<u64>>();
        assert_eq!(bits(&session), bits(&whole), "{name}");
    }
}

#[test]
fn no_timestamps() {
    let mut session = cafe(&["date"]);
    sound(&mut session);
    let summary = serde_json::to_value(session.summary().unwrap()).unwrap();
    assert_eq!(summary["halfLife"]["days"], json!(null), "nothing fades");
    assert_eq!(summary["halfLife"]["source"], json!("none"));
    for name in ["frequency", "period"] {
        assert_eq!(reason(&session, name), Some("no_time"), "{name}");
    }
    assert_eq!(reason(&session, "amplitude"), None);
    assert!(session.summary().unwrap().ranked > 0);
}

#[test]
fn no_texts() {
    let mut session = cafe(&["texte"]);
    sound(&mut session);
    assert_eq!(reason(&session, "affinity"), Some("no_text"));
    assert_eq!(reason(&session, "authority"), None);
    assert!(!session.summary().unwrap().coverage["goodwill"].available);
    assert!(session.summary().unwrap().ranked > 0);
}

#[test]
fn counts_only() {
    // Nobody who reacts is named: the rate of reactions per post takes the place of credit.
    let mut session = cafe(&["réponse à", "partage de", "citation de", "post d'origine", "texte"]);
    sound(&mut session);
    assert_eq!(reason(&session, "authority"), Some("no_ties"));
    assert_eq!(reason(&session, "frequency"), Some("no_ties"));
    assert_eq!(reason(&session, "amplitude"), None);
    let first = session.ranking(&RankingQuery { to: 1, ..RankingQuery::default() }).unwrap().rows[0].index;
    let dossier = serde_json::to_value(session.account(first as usize).unwrap()).unwrap();
    let amplitude = dossier["factors"].as_array().unwrap().iter().find(|f| f["name"] == "amplitude").unwrap();
    assert_eq!(amplitude["unit"], json!("reactions_per_post"));
    assert!(session.column("credit").unwrap().iter().all(|c| c.is_nan()), "there is no credit to speak of");
}

#[test]
fn arcs_only() {
    let edges: String = (0..120).map(|i| format!("{}\t{}\n", i % 40, (i * i + 7) % 23 + 40)).collect();
    let mut session = study(&[("graph.txt", edges.as_bytes())], 1 << 16, json!({}));
    sound(&mut session);
    let expected = [("popularity", "no_followers"), ("affinity", "no_brief"), ("frequency", "no_time")];
    for (name, why) in expected {
        assert_eq!(reason(&session, name), Some(why), "{name}");
    }
    assert_eq!((reason(&session, "authority"), reason(&session, "amplitude")), (None, None));
    assert!(session.summary().unwrap().ranked > 0);
}

#[test]
fn one_account() {
    let csv = "id,date,author,text,likes\n1,2026-03-02T07:00:24Z,alone,\"Bonjour le café\",3\n";
    for objective in ["none", "awareness", "consideration", "conversion", "advocacy", "crisis"] {
        let settings = json!({ "objective": objective, "brief": "café" });
        let mut session = study(&[("one.csv", csv.as_bytes())], 1 << 16, settings);
        sound(&mut session);
        assert_eq!(session.summary().unwrap().accounts, 1, "{objective}");
    }
}

/// A log of re-shares: who, whom, when.
type Log = Vec<(u8, u8, u32)>;

fn log_of(log: &Log, name: impl Fn(u8) -> String) -> String {
    log.iter()
        .filter(|(a, b, _)| a != b)
        .map(|(a, b, t)| format!("{} {} {} RT\n", name(*a), name(*b), 1_341_100_972 + t * 600))
        .collect()
}

fn by_name(session: &Session, column: &str) -> BTreeMap<String, f64> {
    let handles: Vec<String> = session.handles().unwrap().map(str::to_owned).collect();
    handles.into_iter().zip(session.column(column).unwrap()).collect()
}

fn logs() -> impl Strategy<Value = Log> {
    prop::collection::vec((0_u8..30, 0_u8..30, 0_u32..4000), 20..150)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn accounts_by_other_names_have_the_same_credit_and_the_same_scores(log in logs(), seed in 0_u64..1000) {
        let mut names: Vec<u8> = (0..30).collect();
        sillage::math::rng::Stream::new(seed, "names", 0).shuffle(&mut names);
        let settings = json!({ "objective": "awareness", "discount": false });
        let of = |text: String| study(&[("log.txt", text.as_bytes())], 1 << 16, settings.clone());
        let here = of(log_of(&log, |a| format!("{}", 100 + u32::from(a))));
        let there = of(log_of(&log, |a| format!("{}", 100 + u32::from(names[a as usize]))));
        for column in ["credit", "amplitude", "frequency", "authority"] {
            let (x, y) = (by_name(&here, column), by_name(&there, column));
            for (name, value) in x {
                let account: u8 = (name.parse::<u32>().unwrap() - 100) as u8;
                let other = y[&format!("{}", 100 + u32::from(names[account as usize]))];
                let close = (value - other).abs() < 1e-6 || value.is_nan() && other.is_nan();
                prop_assert!(close, "{column} of {name}: {value} {other}");
            }
        }
    }

    #[test]
    fn one_more_reshare_by_somebody_new_lowers_neither_credit_nor_amplitude_nor_rank(
        log in logs(), target in 0_u8..30,
    ) {
        let settings = json!({ "ties": { "halfLifeDays": null }, "discount": false });
        let of = |log: &Log| {
            let text = log_of(log, |a| format!("{}", 100 + u32::from(a)));
            study(&[("log.txt", text.as_bytes())], 1 << 16, settings.clone())
        };
        prop_assume!(log.iter().any(|(a, b, _)| *b == target && a != b));
        let mut more = log.clone();
        // Somebody new, whom somebody answers, and who is therefore credible.
        more.push((40, target, 10));
        more.push((41, 40, 10));
        let (before, after) = (of(&log), of(&more));
        let name = format!("{}", 100 + u32::from(target));
        prop_assert!(by_name(&after, "credit")[&name] > by_name(&before, "credit")[&name]);
        let rank = |s: &Session| s.account_named(&name).unwrap().row.rank;
        let (was, is) = (rank(&before).unwrap(), rank(&after).unwrap());
        prop_assert!(is <= was, "{was} to {is}");
    }
}
