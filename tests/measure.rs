//! Measures of the graph by name: `study.measure(name, params)`, from files to columns.

use serde_json::{Value, json};
use sillage::measure::Measured;
use sillage::platform::ImportOptions;
use sillage::session::Session;

/// A study of one file, analysed.
fn study(name: &str, bytes: &[u8]) -> Session {
    let mut session = Session::new();
    let file = session.begin_file(name, ImportOptions::default()).unwrap();
    session.push(file, bytes).unwrap();
    session.finish_file(file).unwrap();
    session.analyse().unwrap();
    session
}

/// The value of an account.
fn of(session: &Session, measured: &Measured, column: &str, handle: &str) -> f64 {
    let at = session.handles().unwrap().position(|h| h == handle).unwrap();
    measured.columns.iter().find(|(name, _)| *name == column).unwrap().1[at]
}

const LOG: &str = "userA,userB,timestamp,type\n\
    ana,bob,1700000000,RT\nana,bob,1700086400,RT\ncid,bob,1700172800,MT\nbob,dan,1700172800,RE\n";

#[test]
fn names_parameters_and_values_are_checked() {
    let mut session = study("log.csv", LOG.as_bytes());
    let mut code = |name: &str, params: Value| session.measure(name, params).unwrap_err().code();
    assert_eq!(code("klout", Value::Null), "argument.invalid");
    assert_eq!(code("pagerank", json!({ "dampin": 0.5 })), "argument.invalid");
    assert_eq!(code("pagerank", json!({ "damping": 1.0 })), "argument.invalid");
    assert_eq!(code("pagerank", json!([1])), "argument.invalid");
    assert_eq!(code("pagerank", json!({ "seeds": ["nobody"] })), "account.unknown");
    assert_eq!(code("degree", json!({ "graph": { "layers": ["poke"] } })), "argument.invalid");
    assert_eq!(code("degree", json!({ "graph": { "halfLifeDays": 0 } })), "argument.invalid");
    assert_eq!(Session::new().measure("degree", Value::Null).unwrap_err().code(), "analysis.missing");
}

#[test]
fn the_graph_is_chosen_by_kind_time_weight_and_decay() {
    let mut session = study("log.csv", LOG.as_bytes());
    let mut degree = |graph: Value| session.measure("degree", json!({ "graph": graph })).unwrap();
    let whole = degree(json!({}));
    let reposts = degree(json!({ "layers": ["repost"] }));
    let early = degree(json!({ "layers": ["repost"], "to": 1_700_000_001_000.0_f64 }));
    let faded = degree(json!({ "layers": ["repost"], "halfLifeDays": 1 }));
    let heavy = degree(json!({ "weights": { "mention": 5 } }));
    let unit = degree(json!({ "strength": "unit" }));
    let saturated = degree(json!({ "layers": ["repost"], "strength": "saturated" }));
    let value = |measured: &Measured, column: &str| of(&session, measured, column, "bob");
    assert_eq!((value(&whole, "in"), value(&whole, "out"), value(&whole, "neighbours")), (2.0, 1.0, 3.0));
    assert!((value(&whole, "inStrength") - 2.3).abs() < 1e-6, "two re-shares and a mention of 0.3");
    assert_eq!((value(&reposts, "in"), value(&reposts, "inStrength")), (1.0, 2.0));
    assert_eq!(value(&early, "inStrength"), 1.0);
    // The two re-shares are two days and one day older than the last tie.
    assert!((value(&faded, "inStrength") - 0.75).abs() < 1e-6);
    assert!((value(&heavy, "inStrength") - 7.0).abs() < 1e-6, "other weights keep their defaults");
    assert_eq!(value(&unit, "inStrength"), 2.0);
    assert!((value(&saturated, "inStrength") - (1.0 - sillage::math::exp(-2.0))).abs() < 1e-6);
}

#[test]
fn a_measure_does_not_depend_on_how_it_is_paced() {
    let mut session = study("log.csv", LOG.as_bytes());
    let at_once = session.measure("pagerank", json!({ "seeds": ["@Ana"] })).unwrap();
    session.begin_measure("pagerank", json!({ "seeds": ["ana"] })).unwrap();
    let mut last = 0.0;
    loop {
        let progress = session.step_measure(1.0).unwrap();
        assert!((0.0..=1.0).contains(&progress.share) && progress.share >= last);
        last = progress.share;
        if progress.finished {
            break;
        }
    }
    assert_eq!(session.finish_measure().unwrap(), at_once);
    assert!(session.finish_measure().is_err(), "it was taken");
    assert!((at_once.columns[0].1.iter().sum::<f64>() - 1.0).abs() < 1e-12);
}
