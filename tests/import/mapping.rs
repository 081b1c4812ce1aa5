//! Tables whose columns say nothing, once somebody says it for them; and what receipts say of the content.

use crate::support::{code, import, import_with};
use sillage::issue::Confidence;
use sillage::platform::ImportOptions;

const MUTE: &str = "c1,c2,c3,c4\n7,lea,2026-01-05,hello @omar\n9,omar,2026-01-06,RT @lea: hello\n8,nina,,\n";

fn mapped(format: &str, roles: &[(&str, &str)]) -> ImportOptions {
    ImportOptions {
        format: Some(format.into()),
        roles: roles.iter().map(|(name, role)| ((*name).to_string(), (*role).to_string())).collect(),
        ..ImportOptions::default()
    }
}

#[test]
fn posts_whose_columns_are_named_by_hand() {
    assert_eq!(code(MUTE), "format.unknown");
    let options = mapped("posts", &[("c2", "author"), ("c3", "time"), ("c4", "text"), ("c1", "likes")]);
    let got = import_with(MUTE.as_bytes(), options);
    assert_eq!(got.receipt.format, "posts");
    assert_eq!(got.roles(), ["c1=likes", "c2=author", "c3=time", "c4=text"]);
    assert_eq!(got.ties(), ["lea mention omar", "omar repost lea"]);
    assert_eq!(got.receipt.seen, 3);
}

#[test]
fn a_format_alone_shows_the_columns_of_a_table_that_says_nothing() {
    let got = import_with(MUTE.as_bytes(), mapped("posts", &[]));
    assert_eq!(got.receipt.columns.len(), 4);
    assert_eq!(got.receipt.columns[1].samples, ["lea", "omar", "nina"]);
    assert_eq!((got.receipt.kept, got.receipt.dropped), (0, 3), "nothing is kept, and every row is counted");
}

#[test]
fn ties_and_lists_whose_columns_are_named_by_hand() {
    let text = "x,y,n,w\nlea,omar,3,a\nomar,nina,1,b\n";
    let got =
        import_with(text.as_bytes(), mapped("edges", &[("x", "source"), ("y", "target"), ("n", "weight")]));
    assert_eq!(got.receipt.format, "edges");
    assert_eq!(got.ties(), ["lea link omar", "omar link nina"]);
    let got = import_with(text.as_bytes(), mapped("influencers", &[("x", "author"), ("n", "followers")]));
    assert_eq!(got.receipt.format, "influencers");
    assert_eq!((got.followers("lea"), got.followers("omar")), (3.0, 1.0));
    assert_eq!(got.receipt.content.followers, 2);
}

#[test]
fn receipts_count_what_scores_are_made_of() {
    let got = import(
        "author,author_id,text,date,retweet_of,followers,views\n\
         lea,1,hello @omar,2026-01-05,,120,\n\
         omar,2,RT @lea: hello,2026-01-06,lea,,\n\
         nina,3,,2026-01-07,,40,900\n\
         nina,3,more,,,41,\n",
    );
    let content = &got.receipt.content;
    assert_eq!((content.accounts, content.authors, content.followers), (3, 3, 2));
    assert_eq!((content.texts, content.dated, content.viewed), (3, 3, 1));
    assert_eq!(content.layers["repost"], 1);
    assert_eq!(content.layers["mention"], 1);
    assert_eq!(content.layers.values().sum::<u64>(), got.receipt.ties);
}

#[test]
fn each_column_says_how_sure_its_role_is() {
    let sure = |text: &str| -> Vec<(&'static str, Option<Confidence>)> {
        import(text).receipt.columns.iter().map(|column| (column.role, column.confidence)).collect()
    };
    let named = sure("author,text,zk\nlea,hello there,8\n");
    let certain = Some(Confidence::Certain);
    assert_eq!(named, [("author", certain), ("text", certain), ("ignored", None)]);
    let told = sure(
        "zk1,zk2,zk3\nlea,a first sentence of some length,2026-01-05\nomar,another sentence that is said,2026-01-06\n\
         lea,and one more of these sentences,2026-01-07\n",
    );
    let guess = Some(Confidence::Guess);
    assert_eq!(told, [("author", guess), ("text", guess), ("time", guess)]);
}
