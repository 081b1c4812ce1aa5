//! Network files: what is in them can be read again, and says what the study says.

mod common;

use common::{CAFE, cafe_settings, study};
use serde_json::json;
use sillage::export::NetworkOptions;
use sillage::session::Session;

fn options(given: serde_json::Value) -> NetworkOptions {
    serde_json::from_value(given).unwrap()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// A study of a network whose names try to be markup.
fn hostile() -> Session {
    let file = "source,target,weight\n\"<a href='x'>&\",bob,2\nbob,\"]]> \"\"c\"\"\",3\n007,bob,1\n7,bob,1\n";
    study(&[("edges.csv", file.as_bytes())], 64, json!({}))
}

#[test]
fn both_forms_hold_every_account_and_every_tie() {
    let session = study(&[("cafe.csv", CAFE.as_bytes())], 4096, cafe_settings());
    let summary = session.summary().unwrap();
    let gexf = text(session.export_gexf(&NetworkOptions::default()).unwrap());
    let graphml = text(session.export_graphml(&NetworkOptions::default()).unwrap());
    for (file, form) in [(&gexf, "gexf"), (&graphml, "graphml")] {
        assert_eq!(file.matches("<node ").count(), summary.accounts, "{form}");
        assert_eq!(file.matches("<edge ").count(), summary.arcs, "{form}");
        assert!(
            !file.contains("\"NaN\"") && !file.contains("\"inf\"") && !file.contains(">NaN<"),
            "{form}: unknown is left out"
        );
    }
    assert!(
        gexf.starts_with("<?xml") && gexf.contains("version=\"1.3\"") && gexf.contains("idtype=\"string\"")
    );
    assert!(
        gexf.contains("title=\"community\" type=\"long\"") && graphml.contains("attr.name=\"resonance\"")
    );
    assert!(!gexf.contains("viz:position"), "no map was given");
}

#[test]
fn what_was_written_is_read_again_as_the_same_network() {
    let session = study(&[("cafe.csv", CAFE.as_bytes())], 4096, cafe_settings());
    let before = session.summary().unwrap();
    for (name, bytes) in [
        ("cafe.gexf", session.export_gexf(&NetworkOptions::default()).unwrap()),
        ("cafe.graphml", session.export_graphml(&NetworkOptions::default()).unwrap()),
    ] {
        let again = study(&[(name, &bytes)], 1000, json!({})).summary().unwrap();
        assert_eq!(again.arcs, before.arcs, "{name}");
        assert_eq!(again.largest_component, before.largest_component, "{name}");
    }
}

#[test]
fn names_are_text_and_ids_stay_strings() {
    let session = hostile();
    for file in [
        text(session.export_gexf(&NetworkOptions::default()).unwrap()),
        text(session.export_graphml(&NetworkOptions::default()).unwrap()),
    ] {
        assert!(!file.contains("<a href") && !file.contains("]]>"), "{file}");
        assert!(file.contains("&lt;a href=&#39;x&#39;&gt;&amp;"), "{file}");
        // 007 and 7 are two people.
        assert!(file.contains(":007\"") && file.contains(":7\""), "{file}");
        assert_eq!(file.matches("<node ").count(), 5);
        assert_eq!(file.matches("<edge ").count(), 4);
    }
}

#[test]
fn fewer_accounts_have_the_ties_among_them_and_their_places() {
    let session = hostile();
    let given = json!({ "accounts": [0, 1], "places": { "accounts": [1], "x": [0.5], "y": [-0.25] } });
    let gexf = text(session.export_gexf(&options(given.clone())).unwrap());
    assert_eq!((gexf.matches("<node ").count(), gexf.matches("<viz:position").count()), (2, 1));
    assert!(gexf.contains("<viz:position x=\"500\" y=\"-250\" z=\"0.0\"/>"), "{gexf}");
    let graphml = text(session.export_graphml(&options(given)).unwrap());
    assert!(graphml.contains("<data key=\"node-x\">500</data><data key=\"node-y\">-250</data>"), "{graphml}");
    assert!(graphml.matches("<edge ").count() <= 1);
    let top = text(session.export_gexf(&options(json!({ "top": 3 }))).unwrap());
    assert_eq!(top.matches("<node ").count(), 3);
}

#[test]
fn what_cannot_be_is_refused() {
    let session = hostile();
    let code = |given| session.export_gexf(&options(given)).map(|_| ()).map_err(|e| e.code());
    assert_eq!(code(json!({ "accounts": [99] })), Err("account.unknown"));
    assert_eq!(code(json!({ "places": { "x": [1.0], "y": [] } })), Err("argument.invalid"));
    assert_eq!(
        code(json!({ "places": { "accounts": [99], "x": [1.0], "y": [1.0] } })),
        Err("account.unknown")
    );
    assert_eq!(
        Session::new().export_graphml(&NetworkOptions::default()).unwrap_err().code(),
        "analysis.missing"
    );
}

#[test]
fn ties_of_a_map_and_interests_side_by_side() {
    let mut session = study(&[("cafe.csv", CAFE.as_bytes())], 4096, cafe_settings());
    let found = session.measure("ties", json!({ "most": 100 })).unwrap();
    assert!(found.columns.iter().all(|(_, values)| values.len() == 100));
    let (from, to) = (&found.columns[0].1, &found.columns[1].1);
    assert!(from.iter().zip(to).all(|(a, b)| a < b));
    let among = session.measure("ties", json!({ "accounts": [5, 3, 8, 3] })).unwrap();
    let named = |v: &f64| [3.0, 5.0, 8.0].contains(v);
    assert!(among.columns[0].1.iter().chain(&among.columns[1].1).all(named));
    assert_eq!(
        session.measure("ties", json!({ "accounts": [9e8 as u32] })).unwrap_err().code(),
        "account.unknown"
    );

    let both = json!({ "of": "hashtag", "onto": "both", "objects": 5, "accounts": 50 });
    let found = session.measure("projection", both.clone()).unwrap();
    let column = |name: &str| &found.columns.iter().find(|(known, _)| known == name).unwrap().1;
    assert_eq!((found.labels.len(), column("users").len(), column("objectX").len()), (5, 5, 5));
    assert!(column("accounts").len() <= 50 && column("accountX").len() == column("accounts").len());
    assert!(column("users").iter().all(|users| *users >= 2.0));
    assert!(column("accountX").iter().chain(column("objectY")).all(|at| at.abs() <= 1.0));
    assert!(column("from").iter().all(|at| (*at as usize) < column("accounts").len()));
    assert_eq!(session.measure("projection", both).unwrap(), found, "the same again");
    for wrong in [
        json!({ "of": "hashtag", "objects": 5 }),
        json!({ "of": "hashtag", "onto": "both", "weighting": "count" }),
        json!({ "of": "coAction", "onto": "both" }),
    ] {
        assert_eq!(session.measure("projection", wrong).unwrap_err().code(), "argument.invalid");
    }
    let on = json!({ "graph": { "project": { "of": "hashtag", "onto": "both" } } });
    assert_eq!(session.measure("pagerank", on).unwrap_err().code(), "argument.invalid");
}

#[test]
fn communities_know_what_surrounds_them() {
    let session = study(&[("cafe.csv", CAFE.as_bytes())], 4096, cafe_settings());
    let rows = session.communities().unwrap();
    let first = &rows[0].surroundings;
    assert!(first.inside.is_some_and(|share| share > 0.2 && share < 1.0));
    assert_eq!(first.languages[0].code, "fr");
    assert!(first.languages.iter().map(|l| l.accounts).sum::<u32>() <= rows[0].size);
    assert!(!first.bridges.is_empty() && first.bridges.is_sorted_by(|a, b| a.outside >= b.outside));
    assert!(first.bridges.iter().all(|b| b.towards != rows[0].number && !b.handle.is_empty()));
    assert!(
        first.near.iter().all(|near| near.number != rows[0].number && near.share > 0.0 && near.share < 1.0)
    );
    assert!(first.near.is_sorted_by(|a, b| a.share >= b.share));
}
