//! What a bought or arranged crowd can do to a rank: attacks A to E on an invented log, through the whole engine.
//!
//! The same attacks run on a published log in `scripts/validity.mjs`.

mod common;

use serde_json::json;
use sillage::math::rng::Stream;
use sillage::session::Session;
use std::fmt::Write;

const DAY: u64 = 86_400;
const END: u64 = 1_700_000_000;
const AUTHORS: u64 = 600;
const READERS: u64 = 4_000;

/// Six days of re-shares: a few authors draw most of them, most readers act once or twice, some are read themselves.
fn log(seed: u64) -> Vec<(String, String, u64)> {
    let mut random = Stream::new(seed, "log", 0);
    let mut rows = Vec::new();
    for _ in 0..20_000 {
        // Squared twice: the first authors are met most.
        let u = random.next_f64();
        let author = format!("author{}", (u * u * u * AUTHORS as f64) as u64);
        let reader = match random.below(10) {
            0 => format!("author{}", random.below(AUTHORS)),
            1..4 => format!("reader{}", random.below(READERS / 8)),
            _ => format!("reader{}", random.below(READERS)),
        };
        if reader != author {
            rows.push((reader, author, END - 1 - random.below(6 * DAY)));
        }
    }
    for _ in 0..800 {
        let from = format!("author{}", random.below(AUTHORS));
        rows.push((from, format!("reader{}", random.below(READERS / 2)), END - 1 - random.below(6 * DAY)));
    }
    rows
}

/// Rows of an attack on a target.
fn attack(kind: char, target: &str, random: &mut Stream) -> Vec<(String, String, u64)> {
    let mut rows = Vec::new();
    let puppet = |i: u64| format!("zz{i}");
    match kind {
        'A' => (0..100).for_each(|i| rows.push((puppet(i), target.to_owned(), END - 1 - random.below(DAY)))),
        'B' => {
            (0..200).for_each(|i| rows.push((puppet(i % 20), target.to_owned(), END - 1 - random.below(DAY))))
        }
        'C' => {
            let member = |i: u64| if i == 30 { target.to_owned() } else { puppet(i) };
            for i in 0..31 {
                for j in (0..31).filter(|j| *j != i) {
                    rows.push((member(i), member(j), END - 1 - random.below(DAY)));
                }
            }
        }
        'D' => (0..100).for_each(|i| rows.push((puppet(i), target.to_owned(), END - 1 - random.below(600)))),
        _ => {
            for i in 0..100 {
                for _ in 0..3 {
                    let other = format!("author{}", random.below(AUTHORS / 4));
                    rows.push((puppet(i), other, END - 7_200 - random.below(DAY)));
                }
                rows.push((puppet(i), target.to_owned(), END - 1 - random.below(3_600)));
            }
        }
    }
    rows
}

fn study(rows: &[(String, String, u64)], discount: bool) -> Session {
    let mut text = String::new();
    for (from, to, time) in rows {
        writeln!(text, "{from} {to} {time} RT").unwrap();
    }
    let settings = json!({ "objective": "none", "discount": discount, "ties": { "halfLifeDays": 1 } });
    common::study(&[("log.txt", text.as_bytes())], 1 << 16, settings)
}

/// Handles with credit, best first.
fn order(session: &Session) -> Vec<String> {
    let credit = session.column("credit").unwrap();
    let mut found: Vec<(f64, String)> = credit
        .into_iter()
        .zip(session.handles().unwrap())
        .filter(|c| c.0 > 0.0)
        .map(|(c, h)| (c, h.to_owned()))
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().map(|f| f.1).collect()
}

fn rank(session: &Session, target: &str) -> usize {
    order(session).iter().position(|h| h == target).unwrap() + 1
}

#[test]
fn attacked_accounts_stay_out_of_the_top_hundredth() {
    for seed in 0..3 {
        let base = log(seed);
        let before = order(&study(&base, true));
        let hundredth = before.len().div_ceil(100);
        let mut random = Stream::new(seed, "attack", 0);
        // Between the tenth and the half of the ranking.
        let places = before.len() / 10..before.len() / 2;
        let target = &before[places.start + random.below(places.len() as u64) as usize];
        for kind in "ABCD".chars() {
            let mut rows = base.clone();
            rows.extend(attack(kind, target, &mut random));
            let (with, without) = (rank(&study(&rows, true), target), rank(&study(&rows, false), target));
            assert!(with > hundredth, "{kind} with seed {seed}: rank {with}, without the discount {without}");
            assert!(without < with, "{kind} with seed {seed}: the discount has a reason: {without}, {with}");
        }
    }
}

/// Puppets that first act like anybody are seen by no signal here; the discount takes back some of what they win.
#[test]
fn imitation_wins_less_with_the_discount() {
    let base = log(7);
    let before = order(&study(&base, true));
    let target = &before[before.len() / 4];
    let mut rows = base;
    rows.extend(attack('E', target, &mut Stream::new(7, "attack", 0)));
    let (with, without) = (rank(&study(&rows, true), target), rank(&study(&rows, false), target));
    assert!(with > without, "{with} with the discount, {without} without");
}

#[test]
fn the_discount_leaves_an_honest_top_as_it_is() {
    let base = log(11);
    let (with, without) = (order(&study(&base, true)), order(&study(&base, false)));
    let kept = with[..20].iter().filter(|h| without[..20].contains(h)).count();
    assert!(kept >= 18, "{kept} of the first 20");
}
