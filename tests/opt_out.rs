//! Whoever asked to be left out is in no byte of anything that leaves the study.

use serde_json::json;
use sillage::export::{NetworkOptions, csv::CsvOptions, json::JsonOptions};
use sillage::session::Session;

/// The three who are talked about most, and one whose handle is a plain word.
const OUT: [&str; 4] =
    ["@Yannig_Delorvault", "https://x.com/maiwenn_castelbrac", "loicmarcheluche", "PHILIBERT_VASSERON"];
const NAMES: [&str; 7] = [
    "yannig_delorvault",
    "maiwenn_castelbrac",
    "loicmarcheluche",
    "philibert_vasseron",
    "yannig delorvault",
    "maïwenn castelbrac",
    "philibert vasseron",
];

fn study(settings: serde_json::Value) -> Session {
    let bytes =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/www/samples/cafe-lumiere.fr.csv")).unwrap();
    let mut session = Session::new();
    let file = session.begin_file("cafe.csv", Default::default()).unwrap();
    session.push(file, &bytes).unwrap();
    session.finish_file(file).unwrap();
    session.configure(serde_json::from_value(settings).unwrap()).unwrap();
    session.analyse().unwrap();
    session.deepen_all().unwrap();
    session
}

/// Everything that a study says or writes.
fn all(session: &mut Session) -> Vec<(String, String)> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let mut said = vec![
        ("csv".to_owned(), text(session.export_csv(&CsvOptions::default()).unwrap())),
        ("json".to_owned(), text(session.export_json(&JsonOptions::default()).unwrap())),
        ("gexf".to_owned(), text(session.export_gexf(&NetworkOptions::default()).unwrap())),
        ("graphml".to_owned(), text(session.export_graphml(&NetworkOptions::default()).unwrap())),
        ("summary".to_owned(), serde_json::to_string(&session.summary().unwrap()).unwrap()),
        ("brand".to_owned(), serde_json::to_string(&session.brand_people().unwrap()).unwrap()),
        ("communities".to_owned(), serde_json::to_string(&session.communities().unwrap()).unwrap()),
        ("movers".to_owned(), serde_json::to_string(&session.movers().unwrap()).unwrap()),
        ("suggestions".to_owned(), serde_json::to_string(&session.suggestions().unwrap()).unwrap()),
        ("handles".to_owned(), session.handles().unwrap().collect::<Vec<_>>().join("\n")),
        (
            "lookAlikes".to_owned(),
            serde_json::to_string(&session.look_alikes(&[0, 1, 2], 50).unwrap()).unwrap(),
        ),
        (
            "team".to_owned(),
            serde_json::to_string(&session.measure("team", json!({})).unwrap().facts).unwrap(),
        ),
    ];
    // One dossier in twenty: there are many, and each takes its time.
    let accounts = session.handles().unwrap().count();
    said.extend(
        (0..accounts).step_by(20).map(|at| {
            (format!("dossier {at}"), serde_json::to_string(&session.account(at).unwrap()).unwrap())
        }),
    );
    said
}

fn traces(session: &mut Session) -> Vec<String> {
    let found = |(what, text): (String, String)| {
        let small = text.to_lowercase();
        let held = NAMES.iter().filter(|name| small.contains(*name));
        held.map(|name| format!("{what}: {name}")).collect::<Vec<_>>()
    };
    all(session).into_iter().flat_map(found).collect()
}

#[test]
fn no_byte_of_a_handle_is_left_anywhere() {
    let mut session = study(json!({ "brief": "café", "brand": { "name": "Café Lumière" } }));
    assert!(traces(&mut session).len() > 20, "without the list they are everywhere");
    let lists = json!({ "employees": ["loicmarcheluche", "ronan_ferrervoise"] });
    let settings =
        json!({ "brief": "café", "brand": { "name": "Café Lumière" }, "lists": lists, "optOut": OUT });
    let mut session = study(settings);
    assert_eq!(traces(&mut session), Vec::<String>::new());
    let left = session.summary().unwrap().opt_out.unwrap();
    assert_eq!((left.asked, left.found, left.accounts), (4, 4, 4));
    assert!(left.posts > 20 && left.ties > 50 && left.covered > 5, "{left:?}");
    assert!(session.account_named("yannig_delorvault").is_err());
    let json = String::from_utf8(session.export_json(&JsonOptions::default()).unwrap()).unwrap();
    assert!(json.contains("ronan_ferrervoise"), "the others of a list stay");
}

#[test]
fn fingerprints_leave_the_same_people_out_with_the_same_result() {
    let named = study(json!({ "optOut": OUT }));
    let prints = named.opt_out_fingerprints("3f");
    let lines: Vec<&str> = prints.lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(NAMES.iter().all(|name| !prints.contains(name)));
    let hashed = study(json!({ "optOut": lines }));
    assert_eq!(hashed.result_hash().unwrap(), named.result_hash().unwrap());
    assert_eq!(hashed.summary().unwrap().opt_out, named.summary().unwrap().opt_out);
}

#[test]
fn taking_the_list_back_brings_everybody_back() {
    let mut session = study(json!({ "optOut": OUT }));
    let without = session.result_hash().unwrap();
    session.configure(serde_json::from_value(json!({ "optOut": [] })).unwrap()).unwrap();
    session.analyse().unwrap();
    let fresh = study(json!({}));
    assert_eq!(session.result_hash().unwrap(), fresh.result_hash().unwrap());
    assert_ne!(without, fresh.result_hash().unwrap());
    assert!(
        session.account_named("yannig_delorvault").is_ok() && session.summary().unwrap().opt_out.is_none()
    );
}

#[test]
fn pseudonyms_leave_no_byte_of_any_name_and_the_key_holds_them_all() {
    let lists = json!({ "employees": ["loicmarcheluche", "somebody_else"] });
    let session = study(json!({ "brief": "café", "lists": lists, "tones": { "x:1": "positive" } }));
    let word = Some("Influenceur".to_owned());
    let csv = CsvOptions { pseudonyms: word.clone(), ..CsvOptions::default() };
    let json = JsonOptions { pseudonyms: word.clone(), ..JsonOptions::default() };
    let network = NetworkOptions { pseudonyms: word, ..NetworkOptions::default() };
    let files = [
        session.export_csv(&csv).unwrap(),
        session.export_json(&json).unwrap(),
        session.export_gexf(&network).unwrap(),
        session.export_graphml(&network).unwrap(),
    ];
    let handles: Vec<String> = session.handles().unwrap().map(str::to_owned).collect();
    for bytes in files {
        let text = String::from_utf8(bytes).unwrap().to_lowercase();
        assert!(text.contains("influenceur 001") && text.contains("influenceur 030"));
        let held: Vec<&String> =
            handles.iter().filter(|handle| text.contains(&handle.to_lowercase())).collect();
        assert_eq!(held, Vec::<&String>::new());
        for other in ["delorvault", "castelbrac", "somebody_else", "x:1", "http://x", "https://x"] {
            assert!(!text.contains(other), "{other}");
        }
    }
    let first = session.ranking(&Default::default()).unwrap().rows.remove(0).handle;
    let options = json!({ "pseudonyms": "Influenceur", "dialect": "fr" });
    let key = session.export_key(&serde_json::from_value(options).unwrap()).unwrap();
    let key = String::from_utf8(key).unwrap();
    assert_eq!(key.lines().count(), handles.len() + 1);
    assert!(key.lines().nth(1).unwrap().starts_with(&format!("Influenceur 001;{first};")), "{key:.200}");
    assert!(handles.iter().all(|handle| key.contains(handle.as_str())));
    // The numbers are those of the ranking, whatever part of it is written.
    let some = CsvOptions { top: Some(2), ..csv };
    let text = String::from_utf8(session.export_csv(&some).unwrap()).unwrap();
    assert!(text.contains("Influenceur 002") && text.lines().count() == 3);
}
