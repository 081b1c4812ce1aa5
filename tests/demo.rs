//! The invented campaigns, end to end: every column understood, and the story they tell is what the ranking shows.

mod common;

use common::{CAFE, TEA, study};
use serde_json::json;
use sillage::query::RankingQuery;
use sillage::session::Session;

fn handles(session: &Session, to: usize) -> Vec<String> {
    let window = session.ranking(&RankingQuery { to, ..RankingQuery::default() }).unwrap();
    window.rows.into_iter().map(|row| row.handle).collect()
}

fn receipt_of(csv: &str) -> sillage::issue::Receipt {
    let mut session = Session::new();
    let file = session.begin_file("demo.csv", Default::default()).unwrap();
    session.push(file, csv.as_bytes()).unwrap();
    session.finish_file(file).unwrap()
}

#[test]
fn every_row_is_kept_and_every_column_understood() {
    for csv in [CAFE, TEA] {
        let receipt = receipt_of(csv);
        // No cell of the demo holds a line break.
        assert_eq!(receipt.seen as usize, csv.lines().count() - 1);
        assert_eq!((receipt.kept, receipt.dropped, receipt.repaired), (receipt.seen, 0, 0));
        assert!(receipt.issues.is_empty(), "{:?}", receipt.issues);
        for column in &receipt.columns {
            assert_ne!(column.role, "ignored", "{}", column.name);
        }
    }
}

#[test]
fn specialists_come_first_and_the_celebrity_does_not() {
    let campaigns = [
        (
            CAFE,
            "café, torréfaction, espresso, barista",
            "solene_vauquelard",
            ["armel_broussandier", "odile_marchepoix", "yannig_delorvault", "maiwenn_castelbrac"],
        ),
        (
            TEA,
            "tea, oolong, gongfu, looseleaf, infusion",
            "sabrina_vantongeray",
            ["orla_penhallick", "idris_thackwood", "wilhelmina_oast", "tamsin_quillfeather"],
        ),
    ];
    for (csv, brief, celebrity, specialists) in campaigns {
        let settings = json!({ "objective": "consideration", "brief": brief });
        let session = study(&[("demo.csv", csv.as_bytes())], 1 << 20, settings);
        let first = handles(&session, 5);
        for specialist in specialists {
            assert!(first.iter().any(|h| h == specialist), "{specialist} not in {first:?}");
        }
        assert!(!handles(&session, 10).iter().any(|h| h == celebrity), "{celebrity} is among the first");
        let by_followers = session.account_named(celebrity).unwrap().row.followers.unwrap();
        assert!(by_followers > 400_000.0);
    }
}

#[test]
fn evidence_counts_the_people_who_re_shared_each_post() {
    let session = study(&[("demo.csv", CAFE.as_bytes())], 1 << 20, json!({}));
    let dossier = session.account_named("maiwenn_castelbrac").unwrap();
    let best = dossier.evidence.iter().filter_map(|post| post.resharers).max();
    assert!(best.is_some_and(|people| people >= 5), "{best:?}");
    // What the file shows never exceeds what the platform counted.
    for post in &dossier.evidence {
        assert!(f64::from(post.resharers.unwrap_or(0)) <= post.reposts.unwrap(), "{:?}", post.text);
    }
}
