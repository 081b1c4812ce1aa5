//! Files whose lines end as old Macs ended them: with CR alone.

use crate::support::{Import, import, import_with, try_import};
use sillage::platform::ImportOptions;

/// What comes of a text, which must come of it with CR too, in any slices.
fn same(text: &str) -> Import {
    let (lines, returns) = (import(text), import(text.replace('\n', "\r")));
    assert_eq!(returns.receipt.format, lines.receipt.format);
    assert_eq!((returns.rows(), returns.issues()), (lines.rows(), lines.issues()));
    assert_eq!((returns.ties(), returns.posts()), (lines.ties(), lines.posts()));
    for chunk in [1, 7] {
        let text = text.replace('\n', "\r");
        let (receipt, _) = try_import(text.as_bytes(), chunk, ImportOptions::default()).unwrap();
        assert_eq!((receipt.seen, receipt.kept), (lines.receipt.seen, lines.receipt.kept));
    }
    returns
}

#[test]
fn json_lines() {
    let line = |id: u32, who: &str, text: &str| {
        format!(
            r#"{{"id_str":"{id}","created_at":"Fri Mar 01 10:00:00 +0000 2024","full_text":"{text}","user":{{"id_str":"{id}","screen_name":"{who}"}}}}"#
        )
    };
    let text = [line(1, "lea", "Avec @nina"), line(2, "omar", "@lea oui")].join("\n");
    let found = same(&text);
    assert_eq!(found.receipt.format, "twarc_v1");
    assert_eq!(found.rows(), (2, 2, 0, 0));
    assert_eq!(found.ties(), ["lea mention nina", "omar mention lea"]);
}

#[test]
fn json_lines_past_what_is_looked_at() {
    let line = |id: u32| {
        format!(
            r#"{{"id_str":"{id}","created_at":"Fri Mar 01 10:00:00 +0000 2024","full_text":"{}","user":{{"id_str":"{id}","screen_name":"n{id}"}}}}"#,
            "mot ".repeat(30)
        )
    };
    let text = (1..=2_000).map(line).collect::<Vec<_>>().join("\r");
    let found = import_with(text.as_bytes(), ImportOptions::default());
    assert_eq!(found.rows(), (2_000, 2_000, 0, 0));
}

#[test]
fn chats_of_whatsapp() {
    let found = same("12/9/20, 23:55 - L\u{e9}a: salut\nencore\n13/9/20, 08:00 - Omar: oui\n");
    assert_eq!((found.receipt.format, found.rows()), ("whatsapp", (2, 2, 0, 0)));
    assert!(found.posts().iter().any(|post| post.ends_with("salut\nencore")), "{:?}", found.posts());
}

#[test]
fn matrices_and_lists_of_neighbours() {
    let found = same(",lea,omar,nina\nlea,0,1,0\nomar,0,0,2\nnina,1,0,0\n");
    assert_eq!(found.receipt.format, "adjacency_matrix");
    assert_eq!(found.ties(), ["lea link omar", "nina link lea", "omar link nina"]);
    assert_eq!(same("lea omar nina\nomar nina\nnina\n").receipt.format, "adjacency_list");
    assert_eq!(same("*Vertices 2\n1 \"lea\"\n2 \"omar\"\n*Arcs\n1 2\n").ties(), ["lea link omar"]);
}

#[test]
fn tables_keep_their_own_way() {
    let found = same("author,text,date\nlea,Avec @nina,2024-03-01\nomar,@lea oui,2024-03-02\n");
    assert_eq!(found.ties(), ["lea mention nina", "omar reply lea"]);
}
