//! JSON that no adapter knows.

use crate::support::{code, import, try_import};
use sillage::platform::ImportOptions;

#[test]
fn lines_and_arrays_with_members_inside_members() {
    let line = |id: u32, who: &str, text: &str| {
        format!(
            r#"{{"uid":{id},"user":{{"screen_name":"{who}","followers_count":12}},"body":"{text}","created_at":"2024-03-01T09:00:00Z","metrics":{{"like_count":{id}}},"tags":["a","b"]}}"#
        )
    };
    let (one, two) = (line(1, "lea", "bonjour @omar"), line(2, "omar", "RT @lea: bonjour"));
    let lines = import(format!("{one}\n{two}\n"));
    let array = import(format!("[\n {one},\n {two}\n]"));
    let named = import(format!(
        r#"{{"meta":{{"n":2}},"result":{{"page":{{"posts":[{one},{two}],"users":[{{"a":1}}]}}}}}}"#
    ));
    for got in [&lines, &array, &named] {
        assert_eq!((got.receipt.format, got.rows()), ("posts", (2, 2, 0, 0)));
        assert_eq!(got.ties(), ["lea mention omar", "omar repost lea"]);
        assert_eq!(got.followers("lea"), 12.0);
        assert!(got.roles().contains(&"user.screen_name=author".to_string()), "{:?}", got.roles());
        assert_eq!((got.receipt.separator, got.receipt.header_line), (None, None));
    }
}

#[test]
fn posts_under_the_ids_of_their_authors() {
    let text = r#"{"24744541": [{"text": "bonjour \"tous\", @omar", "created_at": "2022-06-07T08:52:12.000Z", "id": "50", "public_metrics": {"retweet_count": 1, "like_count": 9}}],
 "22": [{"referenced_tweets": [{"type": "replied_to", "id": "50"}], "text": "oui", "created_at": "2022-06-07T08:53:12.000Z", "id": "51", "public_metrics": {"retweet_count": 0, "like_count": 2}}]}"#;
    let got = import(text);
    assert_eq!(got.rows(), (2, 2, 0, 0));
    assert_eq!(got.ties(), ["22 reply 24744541", "24744541 mention omar"]);
    assert_eq!((got.likes("50"), got.likes("51")), (Some(9.0), Some(2.0)));
}

#[test]
fn any_slicing_gives_the_same() {
    let rows: Vec<String> = (0..200)
        .map(|i| {
            format!(
                r#"{{"auteur":"a{}","texte":"ligne {i}, «é»\nsuite","date":"2024-03-{:02}","likes":{i}}}"#,
                i % 7,
                1 + i % 28
            )
        })
        .collect();
    let text = rows.join("\n");
    let whole = try_import(text.as_bytes(), usize::MAX, ImportOptions::default()).unwrap().0;
    assert_eq!((whole.seen, whole.kept), (200, 200));
    for chunk in [1, 13, 1000] {
        assert_eq!(try_import(text.as_bytes(), chunk, ImportOptions::default()).unwrap().0, whole);
    }
}

#[test]
fn a_broken_record_costs_itself() {
    let got = import(
        "{\"author\":\"lea\",\"text\":\"a\"}\n{\"author\":\"omar\",\"text\":}\n{\"author\":\"nina\",\"text\":\"c\"}\n{\"author\":\"no",
    );
    assert_eq!(got.rows(), (4, 2, 2, 0));
    assert_eq!(got.issues(), ["json.invalid×1", "json.truncated×1"]);
}

#[test]
fn what_says_nothing_is_refused_with_its_names() {
    assert_eq!(code(r#"[{"fruit":"apple","colour":"red"}]"#), "format.unknown");
    let error =
        try_import(br#"{"a":{"fruit":"apple","colour":"red"}}"#, 9, ImportOptions::default()).unwrap_err();
    assert!(format!("{error:?}").contains("fruit"), "{error:?}");
    assert_eq!(code("[1,2,3]"), "format.unknown");
}

#[test]
fn documents_longer_than_the_first_look() {
    let record = |i: usize| {
        format!(
            r#"{{"user":{{"screen_name":"a{i}"}},"created_at":"2024-03-01T09:00:00Z","note":"bonjour à tous {i}"}}"#
        )
    };
    let records = (0..4_000).map(record).collect::<Vec<_>>().join(",");
    for text in [
        format!("{{\"result\":{{\"posts\":[{records}]}}}}"),
        format!("[{{\"page\":1,\"posts\":[{records}]}}]"),
    ] {
        assert!(text.len() > sillage::limits::SNIFF_BYTES);
        let got = import(&text);
        assert_eq!((got.receipt.format, got.rows()), ("posts", (4_000, 4_000, 0, 0)));
    }
    let page = |n: usize| {
        let posts = (0..n)
            .map(|i| format!(r#"{{"id":"{i}","author_id":"1","text":"bonjour à tous {i}"}}"#))
            .collect::<Vec<_>>();
        format!(
            r#"{{"data":[{}],"includes":{{"users":[{{"id":"1","username":"lea","name":"L"}}]}}}}"#,
            posts.join(",")
        )
    };
    let got = import(page(6_000));
    assert_eq!((got.receipt.format, got.rows()), ("twarc_v2", (6_000, 6_000, 0, 0)));
}
