//! The back-test and the comparison of windows on whole studies: what comes after a cut never reaches the ranking before
//! it, what is known by hand comes out, and every study is answered.

use serde_json::{Map, Value, json};
use sillage::platform::ImportOptions;
use sillage::session::Session;
use std::fmt::Write as _;

const DAY: i64 = 86_400;
/// 1 January 2026.
const START: i64 = 1_767_225_600;

fn session(text: &str) -> Session {
    let mut session = Session::new();
    let file = session.begin_file("log.txt", ImportOptions::default()).unwrap();
    session.push(file, text.as_bytes()).unwrap();
    session.finish_file(file).unwrap();
    session.analyse().unwrap();
    session
}

fn asked(session: &mut Session, name: &str, options: Value) -> Map<String, Value> {
    session.measure(name, options).unwrap().facts
}

/// Numbers that look random and are the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// A log of `actor target seconds RT` over 60 days: account `p<i>` of 400 is re-shared the more, the smaller `i` is.
fn log(seed: u64, from: i64, days: i64, events: usize, prefix: &str) -> Vec<String> {
    let mut dice = Dice(seed);
    let line = |_| {
        let target = dice.below(20) * dice.below(20);
        let actor = dice.below(3_000);
        let time = from + dice.below((days * DAY) as u64) as i64;
        format!("{prefix}{actor} p{target} {time} RT")
    };
    (0..events).map(line).collect()
}

fn joined(lines: &[String]) -> String {
    lines.iter().fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "{line}");
        text
    })
}

/// The first and the last moment, so that cuts fall where they should whatever lies between.
fn frame() -> [String; 2] {
    [format!("first p0 {START} RT"), format!("last p0 {} RT", START + 60 * DAY)]
}

fn named(facts: &Map<String, Value>) -> Vec<String> {
    let people = facts["people"].as_array().unwrap();
    people.iter().map(|p| p["handle"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_comes_after_a_cut_never_changes_the_ranking_before_it() {
    let cut = (START + 30 * DAY) * 1000;
    let options = json!({ "at": [cut], "top": 20 });
    let before = log(1, START, 30, 3_000, "a");
    let with = |later: Vec<String>| {
        let mut session = session(&joined(&[&frame()[..], &before, &later].concat()));
        asked(&mut session, "backTest", options.clone())
    };
    let first = with(log(2, START + 30 * DAY, 30, 3_000, "a"));
    // Other people, other targets, mentions among them, ten times as many.
    let mut other = log(3, START + 30 * DAY, 30, 30_000, "z");
    for i in 0..2_000 {
        other.push(format!("y{i} p{} {} MT", 300 + i % 40, START + 31 * DAY + i));
        other.push(format!("new{} fresh{} {} RT", i % 7, i % 90, START + 40 * DAY + i));
    }
    let second = with(other);
    assert_eq!(first["reason"], Value::Null);
    assert_eq!(named(&first), named(&second), "the ranking before the cut");
    assert!(named(&first).len() >= 10);
    let at = |facts: &Map<String, Value>, key: &str| facts["cuts"][0][key].clone();
    for key in ["at", "until", "candidates", "top", "halfLifeDays"] {
        assert_eq!(at(&first, key), at(&second, key), "{key}");
    }
    assert_ne!(at(&first, "laterEvents"), at(&second, "laterEvents"), "what came after did change");
}

#[test]
fn counters_and_followers_that_came_later_are_no_feature() {
    // Posts with counters as of the end: whoever will be liked most must not be known before.
    let table = |likes: &dyn Fn(usize) -> usize| {
        let mut text = String::from("id,author,created_at,text,retweet_of,followers,likes\n");
        let mut dice = Dice(5);
        for i in 0..1_500_usize {
            let day = dice.below(60);
            let (author, target) = (dice.below(300), dice.below(12) * dice.below(12));
            let date = format!("2026-{:02}-{:02}T{:02}:00:00Z", 1 + day / 28, 1 + day % 28, dice.below(24));
            let of = if i % 4 == 0 { String::new() } else { format!("p{target}") };
            let who = if i % 4 == 0 { format!("p{target}") } else { format!("a{author}") };
            let _ = writeln!(text, "{i},{who},{date},words {i},{of},{},{}", likes(i) * 3, likes(i));
        }
        let mut session = Session::new();
        session.configure(serde_json::from_value(json!({ "objective": "awareness" })).unwrap()).unwrap();
        let file = session.begin_file("posts.csv", ImportOptions::default()).unwrap();
        session.push(file, text.as_bytes()).unwrap();
        session.finish_file(file).unwrap();
        session.analyse().unwrap();
        asked(&mut session, "backTest", json!({ "shares": [0.6] }))
    };
    let (one, other) = (table(&|i| i), table(&|i| 20_000 - 7 * i));
    assert_eq!(one["reason"], Value::Null, "{one:?}");
    assert_eq!(named(&one), named(&other));
    assert!(one["notes"].as_array().unwrap().contains(&json!("followers_later")));
}

#[test]
fn marks_are_those_counted_by_hand() {
    // 400 accounts re-shared once each before; of them 50 afterwards: p0 by 3 people, the others by one.
    let mut lines = frame().to_vec();
    for i in 0..400 {
        lines.push(format!("fan{i} q{i:03} {} RT", START + DAY + i));
    }
    // q000 is what the ranking must put first: five people before.
    for i in 0..4 {
        lines.push(format!("more{i} q000 {} RT", START + 2 * DAY + i));
    }
    let cut = START + 30 * DAY;
    for i in 0..50 {
        lines.push(format!("later{i} q{i:03} {} RT", cut + i));
    }
    lines.push(format!("again q000 {} RT", cut + 100));
    lines.push(format!("again q000 {} RT", cut + 101));
    lines.push(format!("other q000 {} RT", cut + 102));
    let mut session = session(&joined(&lines));
    let facts = asked(&mut session, "backTest", json!({ "at": [cut * 1000], "horizonDays": 5, "top": 1 }));
    let cut = &facts["cuts"][0];
    // p0 of the frame is a candidate as well.
    assert_eq!(
        (cut["candidates"].as_u64(), cut["passedOn"].as_u64(), cut["top"].as_u64()),
        (Some(401), Some(50), Some(1))
    );
    assert_eq!(cut["laterEvents"], json!(53));
    assert_eq!(cut["ceiling"], json!(1.0));
    assert_eq!(cut["laterPeople"], json!(52));
    let marks = |name: &str| {
        let orders = cut["orders"].as_array().unwrap();
        orders.iter().find(|o| o["name"] == name).unwrap()["marks"].clone()
    };
    for name in ["ours", "people", "reshares", "oracle"] {
        let marks = marks(name);
        assert_eq!(marks["found"], json!(1.0), "{name}");
        assert_eq!(marks["ndcg"], json!(1.0), "{name}");
        assert_eq!(marks["covered"], json!(3.0), "{name}: later0, again and other");
    }
    assert_eq!(marks("followers"), Value::Null);
    // By lot: log2(4) once and log2(2) 49 times among 401, over log2(4).
    let lot = (2.0 + 49.0) / 401.0 / 2.0;
    assert!((marks("random")["ndcg"].as_f64().unwrap() - lot).abs() < 1e-12);
    assert!((marks("random")["found"].as_f64().unwrap() - 1.0 / 401.0).abs() < 1e-9);
    assert!((marks("random")["capture"].as_f64().unwrap() - 52.0 / 401.0 / 3.0).abs() < 1e-12);
}

#[test]
fn the_result_does_not_depend_on_the_order_of_rows_nor_disturb_the_analysis() {
    let mut lines = [&frame()[..], &log(7, START, 60, 4_000, "a")].concat();
    let mut one = session(&joined(&lines));
    let hash = one.result_hash().unwrap();
    let first = asked(&mut one, "backTest", json!({}));
    assert_eq!(one.result_hash().unwrap(), hash);
    assert_eq!(asked(&mut one, "backTest", json!({})), first, "again");
    lines.reverse();
    assert_eq!(asked(&mut session(&joined(&lines)), "backTest", json!({})), first, "rows in another order");
    // A ranking by what really goes on beats chance, and its interval says so.
    let orders = first["orders"].as_array().unwrap();
    let random = orders.iter().find(|o| o["name"] == "random").unwrap();
    assert_eq!(random["verdict"], json!("better"));
    assert!(random["difference"]["low"].as_f64().unwrap() > 0.2);
    assert_eq!(first["enough"], json!(4));
}

#[test]
fn studies_that_cannot_tell_say_what_is_missing() {
    let reason = |text: &str| {
        let mut session = session(text);
        let facts = asked(&mut session, "backTest", json!({}));
        assert_eq!(facts["people"], json!([]));
        (facts["reason"].as_str().unwrap().to_owned(), facts["have"].as_f64(), facts["need"].as_f64())
    };
    assert_eq!(reason(&joined(&frame())), ("few_events".to_owned(), Some(2.0), Some(300.0)));
    assert_eq!(reason("source,target\na,b\nb,c\nc,a\n").0, "no_times");
    assert_eq!(reason("handle,followers\na,1\nb,2\n").0, "no_ties");
    // Enough events, all about one account.
    let one: Vec<String> = (0..500).map(|i| format!("a{i} star {} RT", START + i * 10_000)).collect();
    assert_eq!(reason(&joined(&one)), ("few_people".to_owned(), Some(1.0), Some(40.0)));
    // Everything at one moment.
    let same: Vec<String> = (0..500).map(|i| format!("a{i} p{} {START} RT", i % 50)).collect();
    assert_eq!(reason(&joined(&same)).0, "short_span");
}

#[test]
fn options_that_cannot_be_are_refused() {
    let mut session = session(&joined(&log(9, START, 60, 500, "a")));
    let wrong = [
        json!({ "shares": [] }),
        json!({ "shares": [1.0] }),
        json!({ "at": ["x"] }),
        json!({ "horizonDays": 0 }),
        json!({ "top": 0 }),
        json!({ "replicates": 5 }),
        json!({ "unknown": 1 }),
        json!(3),
    ];
    for options in wrong {
        assert_eq!(
            session.begin_measure("backTest", options.clone()).unwrap_err().code(),
            "argument.invalid",
            "{options}"
        );
    }
    let windows = json!({ "before": { "from": 5, "to": 1 } });
    assert_eq!(session.begin_measure("compareWindows", windows).unwrap_err().code(), "argument.invalid");
}

fn windows(first: (i64, i64), second: (i64, i64)) -> Value {
    let ms = |day: i64| (START + day * DAY) * 1000;
    json!({
        "before": { "from": ms(first.0), "to": ms(first.1) }, "after": { "from": ms(second.0), "to": ms(second.1) }, "intervals": false,
    })
}

#[test]
fn two_windows_are_counted_and_a_sure_change_is_told() {
    let mut lines = Vec::new();
    let mut dice = Dice(11);
    // Forty quiet accounts all along; `up` from one to ten people a day, `down` the reverse.
    for day in 0..40 {
        for i in 0..40 {
            lines.push(format!("a{} calm{i} {} RT", dice.below(500), START + day * DAY + i));
        }
        let (up, down) = if day < 20 { (1, 10) } else { (10, 1) };
        for i in 0..up {
            lines.push(format!("b{day}x{i} up {} RT", START + day * DAY + 100 + i));
        }
        for i in 0..down {
            lines.push(format!("c{day}x{i} down {} RT", START + day * DAY + 200 + i));
        }
    }
    let mut session = session(&joined(&lines));
    let hash = session.result_hash().unwrap();
    let facts = asked(&mut session, "compareWindows", windows((0, 20), (20, 40)));
    assert_eq!(session.result_hash().unwrap(), hash);
    assert_eq!(facts["reason"], Value::Null);
    assert_eq!(
        (&facts["before"]["interactions"], &facts["after"]["interactions"]),
        (&json!(20 * 51), &json!(20 * 51))
    );
    assert_eq!((&facts["up"], &facts["down"]), (&json!(1), &json!(1)));
    let accounts = facts["accounts"].as_array().unwrap();
    let of = |handle: &str| accounts.iter().find(|a| a["handle"] == handle).unwrap();
    assert_eq!((&of("up")["before"]["people"], &of("up")["after"]["people"]), (&json!(20), &json!(200)));
    assert_eq!((&of("up")["change"]["kind"], &of("down")["change"]["kind"]), (&json!("up"), &json!("down")));
    let rank = |handle: &str, side: &str| of(handle)[side]["rank"].as_u64().unwrap();
    assert!(rank("up", "after") < rank("up", "before") && rank("down", "after") > rank("down", "before"));
    assert!(facts["notes"].as_array().unwrap().contains(&json!("no_control")));
    // Half as long: the same rates, and a word about it.
    let shorter = asked(&mut session, "compareWindows", windows((0, 20), (20, 30)));
    let up = shorter["accounts"].as_array().unwrap().iter().find(|a| a["handle"] == "up").unwrap().clone();
    assert!(up["change"]["low"].as_f64().unwrap() > 1.0, "{up}");
    assert!(shorter["notes"].as_array().unwrap().contains(&json!("lengths_differ")));
}

#[test]
fn windows_that_cannot_be_compared_are_refused_in_words() {
    let mut study = session(&joined(&log(13, START, 60, 2_000, "a")));
    let mut reason =
        |first, second| asked(&mut study, "compareWindows", windows(first, second))["reason"].clone();
    assert_eq!(reason((0, 30), (20, 60)), json!("overlap"));
    assert_eq!(reason((30, 60), (0, 30)), json!("reversed"));
    assert_eq!(reason((-90, -30), (0, 30)), json!("empty_before"));
    assert_eq!(reason((0, 30), (90, 120)), json!("empty_after"));
    assert_eq!(reason((0, 30), (30, 60)), Value::Null);
    let mut undated = session("source,target\na,b\nb,c\n");
    assert_eq!(asked(&mut undated, "compareWindows", windows((0, 1), (1, 2)))["reason"], json!("no_times"));
    let mut few = session(&joined(&frame()));
    let facts = asked(&mut few, "compareWindows", windows((-1, 30), (30, 61)));
    assert_eq!(
        (&facts["reason"], &facts["have"], &facts["need"]),
        (&json!("few_events"), &json!(1.0), &json!(30.0))
    );
}
