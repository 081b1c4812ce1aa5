//! The model of a real analysis: its parts add up to the credit they are parts of.

use super::model::TimeBlocks;
use super::{Bootstrap, BuildModel, Model, Stability, Variant};
use crate::graph::steps::run;
use crate::model::Millis;
use crate::score::SettingsPatch;
use crate::session::Session;
use serde_json::{Value, json};

const DAY: Millis = 86_400_000;

/// Re-shares by many people over some weeks: `people` a day, of twenty accounts, the first ones more often.
fn session(days: u64, people: u64, settings: Value) -> Session {
    let mut stream = crate::math::rng::Stream::new(2, "log", 0);
    let mut log = String::new();
    for day in 0..days {
        for _ in 0..people {
            let (a, u) = (stream.below(300), stream.next_f64());
            let b = 1000 + (20.0 * u * u) as u64;
            let time = 1_341_100_800 + day * 86_400 + stream.below(86_400);
            log.push_str(&format!("{a} {b} {time} RT\n"));
            // Others answer them, so that they are credible.
            if a % 3 == 0 {
                log.push_str(&format!("{} {a} {time} RT\n", 2000 + a % 7));
            }
        }
    }
    let mut session = Session::new();
    let file = session.begin_file("log.txt", Default::default()).unwrap();
    session.push(file, log.as_bytes()).unwrap();
    session.finish_file(file).unwrap();
    session.configure(serde_json::from_value::<SettingsPatch>(settings).unwrap()).unwrap();
    session.analyse().unwrap();
    session
}

fn model(session: &Session) -> Model {
    run(BuildModel::new(session.view().unwrap().analysis)).unwrap()
}

#[test]
fn parts_by_reactor_and_by_time_add_up_to_the_credit() {
    for settings in [
        json!({ "ties": { "halfLifeDays": 3 } }),
        json!({ "ties": { "halfLifeDays": null }, "discount": false }),
        json!({ "objective": "awareness" }),
    ] {
        let session = session(20, 40, settings);
        let model = model(&session);
        assert_eq!(model.samples.len(), 2, "twenty days are blocks enough");
        assert_eq!(model.samples[1].clusters, 20);
        let credit = &session.view().unwrap().analysis.credit.of;
        for sample in &model.samples {
            for (place, account) in model.order.iter().enumerate() {
                let row = sample.start[place] as usize..sample.start[place + 1] as usize;
                let sum: f64 = sample.credit[row.clone()].iter().map(|c| f64::from(*c)).sum();
                let whole = credit[*account as usize];
                assert!((sum - whole).abs() < 1e-4 * whole.max(1.0), "{sum} {whole}");
                assert!(sample.cluster[row].iter().all(|c| *c < sample.clusters));
            }
        }
    }
}

#[test]
fn the_bootstrap_of_an_analysis_is_about_its_ranking() {
    let session = session(20, 40, json!({}));
    let analysis = session.view().unwrap().analysis;
    let out = run(Bootstrap::new(model(&session), 0, 200).unwrap());
    assert_eq!((out.time_blocks, out.replicates, out.missing), (20, 200, None));
    let scores = &analysis.scores;
    for (place, account) in scores.order[..scores.ranked].iter().enumerate().take(20) {
        let a = *account as usize;
        assert!(out.rank_low[a] <= place as u32 + 1 && (place as u32) < out.rank_high[a], "place {place}");
        assert!(out.amount_low[a] < analysis.credit.of[a] && analysis.credit.of[a] < out.amount_high[a]);
        assert!(out.score_low[a] <= scores.score[a] + 1e-6 && scores.score[a] <= out.score_high[a] + 1e-6);
    }
    assert!(out.tier[scores.order[0] as usize] == 1);
    assert!(out.agreement.len() == 2 && out.agreement.iter().all(|a| a.overlap > 0.3 && a.overlap <= 1.0));
    assert!(out.agreement.iter().all(|a| a.kept[0] > 0.3 && a.kept[0] < 1.0), "{:?}", out.agreement);
}

#[test]
fn stability_tries_what_makes_sense_and_finds_the_ranking_itself_unchanged() {
    let session = session(20, 40, json!({ "ties": { "halfLifeDays": 3 } }));
    let analysis = session.view().unwrap().analysis;
    let mut report = Stability::new(analysis);
    while !report.step(analysis) {}
    let report = report.finish();
    let kinds: Vec<Variant> = report.iter().map(|r| r.0).collect();
    use crate::model::Layer::Repost;
    let ties = [
        Variant::HalfLife(0.5),
        Variant::HalfLife(2.0),
        Variant::Layer(Repost, 0.5),
        Variant::Layer(Repost, 2.0),
    ];
    assert_eq!(&kinds[..4], ties);
    assert_eq!(kinds.len(), 9, "and the five other objectives");
    for (variant, agreement) in &report {
        assert!(agreement.overlap > 0.0 && agreement.overlap <= 1.0 + 1e-12, "{variant:?} {agreement:?}");
        assert!(agreement.tau.abs() <= 1.0, "{variant:?} {agreement:?}");
    }
    assert!(report[0].1.overlap < 1.0, "three days or one and a half: not the same order");
    assert!(report[2].1.tau > 0.8, "half the weight of the only layer hardly changes an order");
}

#[test]
fn blocks_are_weeks_where_there_are_eight_else_days_else_none() {
    let monday = 4 * DAY;
    let of = |days: i64| TimeBlocks::of(Some((monday, monday + days * DAY - 1)));
    assert_eq!(of(7), None);
    assert_eq!(of(8).unwrap().count, 8);
    assert_eq!(of(49).unwrap().count, 49);
    let weeks = of(56).unwrap();
    assert_eq!(
        (weeks.count, weeks.at(monday), weeks.at(monday + 7 * DAY), weeks.at(monday + 56 * DAY - 1)),
        (8, 0, 1, 7)
    );
    assert_eq!(TimeBlocks::of(None), None);
}
