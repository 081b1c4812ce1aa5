//! Tones that are shown, corrected, and kept back where they say nothing; what of the ranking holds; who moves.

mod common;

use common::{CAFE, cafe_settings, patch, study};
use serde_json::{Value, json};
use sillage::query::RankingQuery;
use sillage::session::Session;
use sillage::text::corrections::Label;

/// `a` writes; four people answer, and whether a post has an id is up to the caller.
fn answers(ids: bool) -> String {
    let mut csv = String::from(if ids { "id," } else { "" });
    csv.push_str("date,author,text,reply_to\n");
    let rows = [
        ("ana", "Bonjour à tous", ""),
        ("zoe", "Quel bonheur, merci, j'adore", "ana"),
        ("max", "C'est horrible, honteux", "ana"),
        ("lea", "Le train de 8 h 12", "ana"),
        ("tom", "Super, merci beaucoup", "ana"),
    ];
    for (at, (author, text, to)) in rows.iter().enumerate() {
        if ids {
            csv.push_str(&format!("{},", 1_000 + at));
        }
        csv.push_str(&format!("2024-03-0{} 10:00,{author},\"{text}\",{to}\n", at + 1));
    }
    csv
}

fn settled(csv: &str, settings: Value) -> Session {
    study(&[("posts.csv", csv.as_bytes())], 1 << 20, settings)
}

fn post_of(session: &Session, handle: &str) -> sillage::query::dossier::EvidencePost {
    session.account_named(handle).unwrap().evidence.remove(0)
}

fn kindness(session: &Session, handle: &str) -> f64 {
    let dossier = session.account_named(handle).unwrap();
    dossier.factors.iter().find(|f| f.name.name() == "goodwill").unwrap().natural.unwrap()
}

#[test]
fn a_correction_counts_wherever_tone_does_and_can_be_taken_back() {
    for ids in [true, false] {
        let csv = answers(ids);
        let mut session = settled(&csv, json!({}));
        let (before, kind) = (session.result_hash().unwrap(), kindness(&session, "ana"));
        let tone = post_of(&session, "max").tone.unwrap();
        assert_eq!((tone.label, tone.sounds), (None, Some(Label::Negative)));
        assert!(tone.read.unwrap() < -0.3 && tone.words.iter().any(|word| word.text == "horrible"));
        assert_eq!(tone.key.contains('#'), !ids, "{}", tone.key);

        session.configure(patch(json!({ "tones": { tone.key.clone(): "positive" } }))).unwrap();
        session.analyse().unwrap();
        assert!(kindness(&session, "ana") > kind, "everybody who answered is kind now");
        let corrected = post_of(&session, "max").tone.unwrap();
        assert_eq!((corrected.label, corrected.sounds), (Some(Label::Positive), Some(Label::Positive)));
        assert_eq!(corrected.read, tone.read, "what was read is still shown");
        let after = session.result_hash().unwrap();
        assert_ne!(after, before);
        // What was kept of the analysis before is what a fresh study computes, whatever the order of rows.
        let mut lines: Vec<&str> = csv.trim_end().lines().collect();
        lines[1..].reverse();
        let turned = format!("{}\n", lines.join("\n"));
        let settings = json!({ "tones": { tone.key.clone(): "positive" } });
        assert_eq!(settled(&turned, settings).result_hash().unwrap(), after);

        session.configure(patch(json!({ "tones": null }))).unwrap();
        session.analyse().unwrap();
        assert_eq!(session.result_hash().unwrap(), before);
        assert_eq!(kindness(&session, "ana"), kind);
    }
}

#[test]
fn a_tone_that_nobody_could_read_can_be_given() {
    let mut session = settled(&answers(true), json!({}));
    let tone = post_of(&session, "lea").tone.unwrap();
    assert_eq!((tone.read, tone.sounds, tone.words.len()), (None, None, 0));
    session.configure(patch(json!({ "tones": { tone.key: "neutral", "x:nobody's": "negative" } }))).unwrap();
    session.analyse().unwrap();
    assert_eq!(post_of(&session, "lea").tone.unwrap().sounds, Some(Label::Neutral));
    assert!(session.configure(patch(json!({ "tones": { "k".repeat(5_000): "neutral" } }))).is_err());
}

#[test]
fn a_correction_that_moves_no_number_is_a_part_of_the_result() {
    let mut session = settled(&answers(true), json!({}));
    let before = session.result_hash().unwrap();
    let tone = post_of(&session, "ana").tone.unwrap();
    session.configure(patch(json!({ "tones": { tone.key: "negative" } }))).unwrap();
    session.analyse().unwrap();
    assert_ne!(session.result_hash().unwrap(), before);
}

#[test]
fn below_ten_posts_with_a_tone_nothing_is_said_of_a_person() {
    for count in [9, 10] {
        let mut csv = String::from("id,date,author,text\n");
        for at in 0..count {
            let text = if at < 4 { "C'est horrible" } else { "Quel bonheur, merci" };
            csv.push_str(&format!("{at}9,2024-03-{:02} 10:00,ana,{text} Tisane\n", at + 1));
        }
        csv.push_str("777,2024-03-28 10:00,ana,Le train de 8 h 12\n");
        let settings = json!({ "brand": { "name": "Tisane" } });
        let mut session = settled(&csv, settings);
        session.deepen_all().unwrap();
        let tone = session.account_named("ana").unwrap().tone.unwrap();
        assert_eq!((tone.posts, tone.toned), (count + 1, count));
        let counts = (tone.positive, tone.neutral, tone.negative);
        let people = session.brand_people().unwrap().people;
        let person = people.iter().find(|person| person.handle == "ana");
        if count < 10 {
            assert_eq!(counts, (None, None, None));
            assert!(person.is_none_or(|person| (person.positive, person.negative) == (None, None)));
        } else {
            assert_eq!(counts, (Some(6), Some(0), Some(4)));
            assert!(person.is_none_or(|person| person.positive == Some(6)), "{person:?}");
        }
    }
}

#[test]
fn the_summary_says_how_far_the_ranking_holds_once_it_is_known() {
    let mut session = study(&[("cafe.csv", CAFE.as_bytes())], 1 << 20, cafe_settings());
    assert_eq!(session.summary().unwrap().stability, None);
    session.deepen_all().unwrap();
    let stability = session.summary().unwrap().stability.unwrap();
    let value = serde_json::to_value(&stability).unwrap();
    let lines = value["lines"].as_array().unwrap();
    let what: Vec<&str> = lines.iter().map(|line| line["what"].as_str().unwrap()).collect();
    assert_eq!(what[..3], ["people", "time", "weights"]);
    assert_eq!(what.iter().filter(|what| **what == "objective").count(), 5, "the others");
    assert!(what.contains(&"layer"));
    assert!(stability.replicates >= 200 && stability.time_blocks >= 8 && stability.reason.is_none());
    for line in &stability.lines {
        let kept = line.top10.unwrap();
        assert!(kept > 0.0 && kept <= 1.0, "{line:?}");
        assert!(line.top50.is_none_or(|kept| kept > 0.0 && kept <= 1.0), "{line:?}");
    }
    assert!(stability.lines[0].top10.unwrap() < 1.0, "other people awake: not quite the same ten");
}

#[test]
fn who_moves_is_listed_with_a_curve() {
    let mut csv = String::from("id,date,author,text,retweet_of\n");
    let mut id = 100;
    for week in 0..14_u32 {
        let day = 3 + 7 * week;
        let date = format!("2024-{:02}-{:02} 10:00", 1 + day / 28, 1 + day % 28);
        for (star, people) in [("up", 1 + 2 * week), ("down", 27 - 2 * week)] {
            for person in 0..people {
                id += 1;
                csv.push_str(&format!("{id},{date},p{person},RT,{star}\n"));
            }
        }
    }
    let mut session = settled(&csv, json!({}));
    assert!(session.movers().unwrap().is_none(), "not computed yet");
    session.deepen_all().unwrap();
    let movers = session.movers().unwrap().unwrap();
    assert_eq!(movers.reason, None);
    let names =
        |list: &[sillage::query::movers::Mover]| list.iter().map(|m| m.handle.clone()).collect::<Vec<_>>();
    assert_eq!(
        (names(&movers.rising), names(&movers.fading)),
        (vec!["up".to_owned()], vec!["down".to_owned()])
    );
    assert_eq!(movers.rising[0].people.len(), movers.periods);
    assert!(movers.rising[0].rise_low.unwrap() > 0.0 && movers.fading[0].rise_high.unwrap() < 0.0);
    assert_eq!((movers.rising_total, movers.fading_total), (1, 1));
}

#[test]
fn facets_of_the_ranking_and_names_that_were_found() {
    let settings = json!({ "lists": { "employees": ["@Ana", "nobody"], "customers": ["zoe"] } });
    let mut session = settled(&answers(true), settings);
    session.deepen_all().unwrap();
    let summary = session.summary().unwrap();
    let (staff, customers) = (&summary.listed.employees, &summary.listed.customers);
    assert_eq!((staff.given, staff.found, &staff.missing[..]), (2, 1, &["nobody".to_owned()][..]));
    assert_eq!((customers.given, customers.found, summary.listed.audience.given), (1, 1, 0));
    let tone = summary.tone.unwrap();
    assert!(tone.toned > 0 && tone.toned < tone.judged + 1 && tone.judged <= 5, "{tone:?}");
    let french = summary.languages.iter().find(|language| language.code == "fr").unwrap().accounts;
    let all = |query: RankingQuery| session.ranking(&RankingQuery { enough: None, ..query }).unwrap().matched;
    let of = |code: &str| RankingQuery { language: Some(code.into()), ..RankingQuery::default() };
    assert_eq!(all(of("fr")), french);
    assert_eq!(all(of("xx")), 0);
    let size = |name: &str| RankingQuery { size: Some(name.into()), ..RankingQuery::default() };
    let sizes = ["below", "nano", "micro", "mid", "macro", "mega"];
    let rows = session.ranking(&RankingQuery { enough: None, ..RankingQuery::default() }).unwrap().rows;
    for name in sizes {
        let expected = rows.iter().filter(|row| row.size.is_some_and(|size| size.name() == name)).count();
        assert_eq!(all(size(name)), expected, "{name}");
    }
    assert!(session.ranking(&size("huge")).is_err());
}
