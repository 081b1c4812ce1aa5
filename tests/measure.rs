//! Measures of the graph by name: `study.measure(name, params)`, from files to columns.

mod common;

use serde_json::{Value, json};
use sillage::measure::Measured;
use sillage::platform::ImportOptions;
use sillage::progress::Phase;
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

/// Weights beyond what 32 bits hold are the largest and the smallest that they hold, and their ties stay.
#[test]
fn weights_of_any_size_make_a_tie() {
    let text = "Source,Target,Weight\nana,bob,1e300\nana,bob,1e300\nbob,cid,1e-300\ncid,ana,0\ndan,ana,-2\nana,eve,3e38\n\
        ana,eve,3e38\n";
    let mut session = study("g.csv", text.as_bytes());
    let degree = session.measure("degree", Value::Null).unwrap();
    assert_eq!(degree.facts["arcs"], 3, "ties of no weight are left out");
    for (_, column) in &degree.columns {
        assert!(column.iter().all(|value| value.is_finite()), "{column:?}");
    }
    assert_eq!(of(&session, &degree, "inStrength", "bob"), f64::from(f32::MAX));
    assert_eq!(of(&session, &degree, "inStrength", "eve"), f64::from(f32::MAX));
    assert_eq!(of(&session, &degree, "inStrength", "cid"), f64::from(f32::MIN_POSITIVE));
    let rank = session.measure("pagerank", Value::Null).unwrap();
    assert!((rank.columns[0].1.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    let saturated = json!({ "graph": { "strength": "saturated" } });
    let degree = session.measure("degree", saturated).unwrap();
    assert!(of(&session, &degree, "inStrength", "cid") > 0.0, "however little");
}

/// The undirected view of a large graph is made in pieces, before the measure begins.
#[test]
fn a_large_graph_is_flattened_in_pieces() {
    let mut text = "Source,Target\n".to_owned();
    for at in 0..300_000_u32 {
        text.push_str(&format!("u{},v{}\n", at % 3_000, at / 3_000));
    }
    let mut session = study("g.csv", text.as_bytes());
    for (name, params) in [("core", json!({})), ("core", json!({ "graph": { "strength": "unit" } }))] {
        session.begin_measure(name, params).unwrap();
        let (mut pieces, mut share) = (0, 0.0);
        loop {
            let progress = session.step_measure(1.0).unwrap();
            assert!((share..=1.0).contains(&progress.share), "{share} then {}", progress.share);
            (pieces, share) = (pieces + 1, progress.share);
            if progress.finished {
                break;
            }
        }
        assert!(pieces > 4, "{pieces} pieces");
        let cores = session.finish_measure().unwrap();
        // Each of a hundred is tied to all of three thousand.
        assert_eq!(cores.columns[0].1, vec![100.0; 3_100]);
    }
    let early = json!({ "graph": { "strength": "saturated" }, "x": 1 });
    assert_eq!(session.measure("core", early).unwrap_err().code(), "argument.invalid");
}

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
fn the_graph_alone_gives_the_same_measures_and_an_analysis_goes_on_from_it() {
    let posts =
        b"author,text,retweeted_user,created_at\nana,\"tea, tea\",bob,2024-01-01\nbob,tea,,2024-01-02\n\
        cid,tea @bob,,2024-01-03\ndan,coffee,ana,2024-01-04\n";
    for (name, bytes) in [("log.csv", LOG.as_bytes()), ("posts.csv", &posts[..])] {
        let whole = study(name, bytes);
        let mut alone = Session::new();
        assert_eq!(alone.measure("graph", Value::Null).unwrap().facts["accounts"], json!(0));
        let file = alone.begin_file(name, ImportOptions::default()).unwrap();
        alone.push(file, bytes).unwrap();
        alone.finish_file(file).unwrap();
        let brief = serde_json::from_value(json!({ "brief": "tea" })).unwrap();
        alone.configure(brief).unwrap();
        let facts = alone.measure("graph", Value::Null).unwrap().facts;
        assert_eq!(facts["accounts"], json!(4), "{name}");
        assert_eq!(facts["arcs"], json!(3), "{name}");
        assert!(whole.handles().unwrap().eq(alone.handles().unwrap()));
        let mut whole = whole;
        for measure in ["pagerank", "betweenness", "leiden", "core", "timeline"] {
            let [a, b] =
                [&mut whole, &mut alone].map(|s| s.measure(measure, Value::Null).map_err(|e| e.code()));
            // As text: NaN is unknown on both sides.
            assert_eq!(format!("{a:?}"), format!("{b:?}"), "{name} {measure}");
        }
        // Nobody was ranked, and no text was read.
        assert_eq!(alone.summary().unwrap_err().code(), "analysis.missing");
        let on_topic = alone.measure("pagerank", json!({ "topic": true }));
        assert_eq!(on_topic.unwrap_err().code(), "analysis.missing");
        // What comes later is what it would have been.
        alone.analyse().unwrap();
        whole.configure(serde_json::from_value(json!({ "brief": "tea" })).unwrap()).unwrap();
        whole.analyse().unwrap();
        assert_eq!(whole.result_hash().unwrap(), alone.result_hash().unwrap());
        // An analysis has a graph: nothing is given up.
        alone.measure("graph", Value::Null).unwrap();
        assert!(alone.summary().is_ok());
        // Other ties, another graph: what was ranked before no longer holds.
        let replies = serde_json::from_value(json!({ "ties": { "weights": { "repost": 0 } } })).unwrap();
        alone.configure(replies).unwrap();
        let fewer = alone.measure("graph", Value::Null).unwrap();
        assert!(fewer.facts["arcs"].as_u64() < facts["arcs"].as_u64(), "{name}");
        assert_eq!(alone.summary().unwrap_err().code(), "analysis.missing");
    }
}

/// Pieces that the graph alone takes.
fn pieces_of_the_graph(session: &mut Session) -> usize {
    session.begin_measure("graph", Value::Null).unwrap();
    let mut pieces = 1;
    while !session.step_measure(1.0).unwrap().finished {
        pieces += 1;
    }
    session.finish_measure().unwrap();
    pieces
}

/// Phases that an analysis goes through.
fn phases(session: &mut Session) -> Vec<Phase> {
    session.start().unwrap();
    let mut phases = Vec::new();
    loop {
        let progress = session.step(1.0).unwrap();
        phases.push(progress.phase);
        if progress.finished {
            phases.dedup();
            return phases;
        }
    }
}

fn set(session: &mut Session, settings: Value) {
    session.configure(serde_json::from_value(settings).unwrap()).unwrap();
}

/// All that can be asked without a ranking, as text: NaN is unknown on both sides.
fn all_of_the_graph(session: &mut Session) -> String {
    let size = session.measure("graph", Value::Null).unwrap();
    let measures = ["pagerank", "leiden", "component", "degree", "timeline"]
        .map(|name| session.measure(name, Value::Null).map_err(|error| error.code()));
    format!("{size:?} {measures:?}")
}

#[test]
fn what_the_settings_leave_of_the_graph_is_not_made_again() {
    let fresh = |settings: Value| {
        let mut session = Session::new();
        let file = session.begin_file("log.csv", ImportOptions::default()).unwrap();
        session.push(file, LOG.as_bytes()).unwrap();
        session.finish_file(file).unwrap();
        set(&mut session, settings);
        session
    };
    let mut session = fresh(json!({}));
    let whole = pieces_of_the_graph(&mut session);
    let first = all_of_the_graph(&mut session);
    assert!(whole > 1, "accounts, posts and ties come before it: {whole} pieces");
    assert_eq!((pieces_of_the_graph(&mut session), all_of_the_graph(&mut session)), (1, first.clone()));
    // Each change comes on top of those before it.
    let changes = [
        json!({ "ties": { "weights": { "mention": 0 } } }),
        json!({ "window": { "to": 1_700_000_001_000.0_f64 } }),
        json!({ "seed": 5 }),
        json!({ "ties": { "halfLifeDays": 3 } }),
        json!({ "window": { "to": null }, "ties": { "weights": { "mention": 0.3 }, "halfLifeDays": "auto" } }),
    ];
    let mut seen = vec![first.clone()];
    for change in changes {
        set(&mut session, change.clone());
        assert_eq!(pieces_of_the_graph(&mut session), 1, "{change}: accounts and ties are there");
        let settings = serde_json::to_value(session.settings()).unwrap();
        let found = all_of_the_graph(&mut session);
        assert_eq!(found, all_of_the_graph(&mut fresh(settings)), "{change}");
        seen.push(found);
    }
    assert_ne!(seen[1], seen[0], "without mentions it is another graph");
    assert_ne!(seen[2], seen[1], "early ties alone are another graph");
    // Other people, other files: all of it again.
    set(&mut session, json!({ "optOut": ["cid"] }));
    assert!(pieces_of_the_graph(&mut session) >= whole);
    assert_ne!(all_of_the_graph(&mut session), first);
    set(&mut session, json!({ "optOut": null }));
    assert_eq!(pieces_of_the_graph(&mut session), whole);
    let file = session.begin_file("more.csv", ImportOptions::default()).unwrap();
    session.push(file, LOG.replace("ana", "eve").as_bytes()).unwrap();
    session.finish_file(file).unwrap();
    assert_eq!(pieces_of_the_graph(&mut session), whole);
    assert_ne!(all_of_the_graph(&mut session), first);
}

#[test]
fn an_analysis_and_the_graph_alone_go_on_from_each_other() {
    let fewer = json!({ "ties": { "weights": { "repost": 0 } } });
    let mut whole = study("log.csv", LOG.as_bytes());
    let usual = whole.result_hash().unwrap();
    set(&mut whole, fewer.clone());
    whole.analyse().unwrap();
    let without_reposts = whole.result_hash().unwrap();
    assert_ne!(usual, without_reposts);

    // After the graph, accounts and ties are not made again, nor is the graph where it is the same.
    let mut session = Session::new();
    let file = session.begin_file("log.csv", ImportOptions::default()).unwrap();
    session.push(file, LOG.as_bytes()).unwrap();
    session.finish_file(file).unwrap();
    pieces_of_the_graph(&mut session);
    let after_graph = phases(&mut session);
    assert!(!after_graph.contains(&Phase::Model) && !after_graph.contains(&Phase::Graph), "{after_graph:?}");
    assert!(after_graph.contains(&Phase::Score));
    assert_eq!(session.result_hash().unwrap(), usual);

    // The graph after an analysis that has it leaves all as it is.
    assert_eq!(pieces_of_the_graph(&mut session), 1);
    assert_eq!(session.result_hash().unwrap(), usual);
    // With other ties it takes the place of the analysis, and one of these ties goes on from it.
    set(&mut session, fewer);
    assert_eq!(pieces_of_the_graph(&mut session), 1);
    assert_eq!(session.result_hash().unwrap_err().code(), "analysis.missing");
    let again = phases(&mut session);
    assert!(!again.contains(&Phase::Model) && !again.contains(&Phase::Graph), "{again:?}");
    assert_eq!(session.result_hash().unwrap(), without_reposts);
    // With other ties than those of the graph, the graph is all that is made again.
    set(&mut session, json!({ "ties": { "weights": { "repost": 2 } } }));
    pieces_of_the_graph(&mut session);
    set(&mut session, json!({ "ties": { "weights": { "repost": 1 } } }));
    let other = phases(&mut session);
    assert!(!other.contains(&Phase::Model) && other.contains(&Phase::Graph), "{other:?}");
    assert_eq!(session.result_hash().unwrap(), usual);
}

#[test]
fn the_graph_alone_takes_no_parameters() {
    let mut session = study("log.csv", LOG.as_bytes());
    for params in [json!({ "layers": ["repost"] }), json!({ "graph": {} }), json!([]), json!(1)] {
        let error = session.measure("graph", params.clone()).unwrap_err();
        assert_eq!(error.code(), "argument.invalid", "{params}");
        let other = session.measure("component", params.clone());
        if params != json!({ "graph": {} }) {
            assert_eq!(
                error.to_string(),
                other.unwrap_err().to_string(),
                "as any measure refuses it: {params}"
            );
        }
    }
    assert!(session.measure("graph", json!({})).is_ok());
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

/// The karate club as a file of ties between `p0` and `p33`.
fn karate() -> Session {
    let mut csv = String::from("source,target\n");
    for tie in common::KARATE.split(',') {
        let (a, b) = tie.trim().split_once(' ').unwrap();
        csv.push_str(&format!("p{a},p{b}\n"));
    }
    study("karate.csv", csv.as_bytes())
}

#[test]
fn karate_has_the_published_values() {
    let mut session = karate();
    let mut measure = |name: &str, params: Value| session.measure(name, params).unwrap();
    let betweenness = measure("betweenness", json!({ "undirected": true }));
    let communities = measure("leiden", json!({ "restarts": 20 }));
    let distance = measure("distance", json!({ "from": "p0", "undirected": true }));
    let core = measure("core", Value::Null);
    let clustering = measure("clustering", Value::Null);
    let constraint = measure("constraint", Value::Null);
    let assortativity = measure("assortativity", Value::Null);
    let harmonic = measure("harmonic", json!({ "undirected": true }));
    let near = |a: f64, b: f64, tolerance: f64| assert!((a - b).abs() < tolerance, "{a} instead of {b}");
    near(of(&session, &betweenness, "betweenness", "p0"), 231.071_429, 1e-5);
    near(of(&session, &betweenness, "betweenness", "p33"), 160.551_587, 1e-5);
    near(betweenness.columns[0].1.iter().sum(), 790.0, 1e-9);
    near(communities.facts["modularity"].as_f64().unwrap(), 0.419_789_612_1, 1e-9);
    assert_eq!(communities.facts["sizes"], json!([12, 11, 6, 5]));
    assert_eq!(of(&session, &distance, "distance", "p33"), 2.0);
    let cores = &core.columns[0].1;
    assert_eq!([1.0, 2.0, 3.0, 4.0].map(|k| cores.iter().filter(|c| **c == k).count()), [1, 11, 12, 10]);
    assert_eq!(clustering.facts["triangles"], json!(45));
    near(clustering.facts["transitivity"].as_f64().unwrap(), 0.255_681_818_2, 1e-9);
    near(clustering.facts["mean"].as_f64().unwrap(), 0.570_638_478_2, 1e-9);
    near(of(&session, &constraint, "constraint", "p0"), 0.155_423_30, 1e-7);
    near(of(&session, &constraint, "effectiveSize", "p33"), 15.235_294, 1e-5);
    near(assortativity.facts["undirected"].as_f64().unwrap(), -0.475_613_097_7, 1e-9);
    near(of(&session, &harmonic, "harmonic", "p33"), 23.25, 1e-12);
}

#[test]
fn communities_are_followed_through_time() {
    // Two circles of five that talk among themselves for two months; in the third they are one.
    let day = 86_400;
    let mut log = String::from("userA,userB,timestamp,type\n");
    for month in 0..3 {
        for a in 0..10 {
            for b in 0..10 {
                if a != b && (month == 2 || a / 5 == b / 5) {
                    log.push_str(&format!("u{a},u{b},{},RT\n", 1_700_000_000 + (month * 30 + a + b) * day));
                }
            }
        }
    }
    log.push_str(&format!("u0,u1,{},RT\n", 1_700_000_000 + 90 * day - 1));
    let mut session = study("log.csv", log.as_bytes());
    let found = session.measure("timeline", json!({ "windows": 3 })).unwrap();
    let sizes: Vec<usize> = found.facts["windows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|w| w["communities"].as_array().unwrap().len())
        .collect();
    assert_eq!(sizes, [2, 2, 1]);
    let changes: Vec<&str> =
        found.facts["events"].as_array().unwrap().iter().map(|e| e["change"].as_str().unwrap()).collect();
    assert_eq!(changes, ["continued", "continued", "merged"]);
    assert_eq!(found.columns.len(), 4, "the last window, and each");
    assert_eq!(session.measure("timeline", json!({ "windows": 1 })).unwrap_err().code(), "argument.invalid");
    // Without a time there is no window.
    let mut timeless = karate();
    let found = timeless.measure("timeline", Value::Null).unwrap();
    assert!(found.columns[0].1.iter().all(|c| c.is_nan()));
}

#[test]
fn no_measure_fails_on_a_study_without_ties() {
    for file in ["id,author,text\n1,ana,hello\n2,bob,hello\n", "source,target\na,a\nb,b\n"] {
        let mut session = study("small.csv", file.as_bytes());
        for name in sillage::measure::names() {
            if name == "distance" {
                continue;
            }
            let found = session.measure(name, Value::Null).unwrap_or_else(|e| panic!("{name}: {e}"));
            let accounts = session.handles().unwrap().count();
            for (column, values) in &found.columns {
                // Ties are a row each, and there are none.
                let rows = if name == "ties" { 0 } else { accounts };
                assert_eq!(values.len(), rows, "{name}: {column}");
                assert!(values.iter().all(|v| !v.is_infinite()), "{name}: {column}");
            }
        }
    }
}

#[test]
fn every_measure_is_in_the_documentation() {
    let text = include_str!("../docs/measures.md");
    for name in sillage::measure::names() {
        assert!(text.contains(&format!("`{name}`")), "docs/measures.md does not name {name}");
    }
}
