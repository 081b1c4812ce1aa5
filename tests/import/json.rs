use crate::support::import;

#[test]
fn the_first_api() {
    let got = import(include_str!("../fixtures/twarc_v1.jsonl").trim_end());
    assert_eq!((got.receipt.format, got.rows()), ("twarc_v1", (7, 4, 3, 2)));
    assert_eq!(
        got.issues(),
        ["json.invalid×1", "json.not_a_post×1", "json.truncated×1", "json.number×1", "json.surrogate×1"]
    );
    let place = |code: &str| {
        let issue = got.receipt.issues.iter().find(|i| i.code == code).unwrap();
        (issue.places[0].row, issue.places[0].line)
    };
    assert_eq!((place("json.invalid"), place("json.truncated")), ((6, 6), (7, 7)));
    assert_eq!(
        got.ties(),
        [
            "cafe_lumen mention atelier_nova",
            "nina_brume repost cafe_lumen",
            "omar_verne quote cafe_lumen",
            "omar_verne reply cafe_lumen"
        ]
    );
    // The original that a re-share holds is a post too, with its counters and its author's followers.
    assert_eq!(got.receipt.posts, 5);
    assert_eq!(got.likes("620000000000000009"), Some(9.0));
    assert_eq!(got.likes("630000000000000002"), None);
    assert_eq!(got.followers("cafe_lumen"), 1501.0);
    assert!(got.posts().iter().any(|p| p.ends_with("Un texte long, en entier")), "{:?}", got.posts());
    assert_eq!(got.likes("630000000000000003"), None, "1e999 is unknown");
}

#[test]
fn the_second_api_by_pages_and_flattened_say_the_same() {
    let page = import(include_bytes!("../fixtures/twarc_v2_page.jsonl"));
    let flat = import(include_bytes!("../fixtures/twarc_v2_flat.jsonl"));
    for got in [&page, &flat] {
        assert_eq!((got.receipt.format, got.rows()), ("twarc_v2", (2, 2, 0, 0)));
        assert_eq!((got.receipt.posts, got.receipt.ties), (3, 3));
        assert_eq!(
            got.ties(),
            ["nina_brume repost cafe_lumen", "omar_verne mention nina_brume", "omar_verne reply cafe_lumen"]
        );
        assert_eq!(got.likes("640000000000000000"), Some(42.0));
        assert_eq!((got.followers("cafe_lumen"), got.followers("nina_brume")), (1500.0, 90.0));
    }
    assert_eq!(page.posts(), flat.posts());
    assert!(page.posts()[1].ends_with("Notre carte de printemps, en entier"));
}

#[test]
fn the_same_posts_in_an_array_and_under_a_name() {
    let lines = include_str!("../fixtures/twarc_v1.jsonl");
    let sound: Vec<&str> =
        lines.lines().filter(|l| l.starts_with("{\"created_at\"") && l.ends_with("}}")).collect();
    assert_eq!(sound.len(), 4);
    let expected = import(sound.join("\n"));
    for text in [
        format!("\u{feff}[\n{}\n]", sound.join(",\n")),
        format!("{{\n\"statuses\": [{}], \"count\": 4}}", sound.join(", ")),
    ] {
        let got = import(&text);
        assert_eq!((got.posts(), got.ties()), (expected.posts(), expected.ties()));
        assert_eq!(got.receipt.kept, 4);
    }
}

#[test]
fn ids_keep_their_digits_even_as_numbers() {
    let got = import(
        r#"{"id":1234567890123456789,"text":"x","created_at":"Fri Mar 01 09:00:00 +0000 2024","user":{"id":9007199254740993,"screen_name":"lea"}}"#,
    );
    assert!(got.posts()[0].contains(" 1234567890123456789 "), "{:?}", got.posts());
}

#[test]
fn a_tweet_without_entities_names_those_of_its_text() {
    let line = r#"{"id_str":"1","created_at":"Wed Mar 01 09:00:00 +0000 2023","full_text":"@tom and @zoe, see a@b.example","user":{"screen_name":"lea"},"in_reply_to_screen_name":"tom"}"#;
    assert_eq!(import(line).ties(), ["lea mention zoe", "lea reply tom"]);
}
