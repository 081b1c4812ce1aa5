use crate::support::{code, import};

fn tweet(id: u32, text: &str) -> String {
    format!(
        r#"{{"id_str":"{id}","created_at":"Fri Mar 01 09:00:00 +0000 2024","text":{text},"favorite_count":3,"user":{{"id_str":"9","screen_name":"lea"}}}}"#
    )
}

#[test]
fn jsn_1_one_kind_of_record_in_every_frame() {
    let records = [tweet(1, "\"bonjour @omar\""), tweet(2, "\"salut\"")];
    let expected = import(records.join("\n"));
    assert_eq!(expected.rows(), (2, 2, 0, 0));
    for text in [
        format!("[{}]", records.join(",")),
        format!("[\n  {}\n]\n", records.join(",\n  ")),
        format!("{{\"statuses\":[{}],\"search_metadata\":{{\"count\":2}}}}", records.join(",")),
        records.join(""),
        records.join("\r\n\r\n"),
        format!("\u{feff}{}\n", records.join("\n")),
    ] {
        let got = import(&text);
        assert_eq!(
            (got.posts(), got.ties(), got.receipt.kept),
            (expected.posts(), expected.ties(), 2),
            "{text}"
        );
    }
}

#[test]
fn jsn_2_a_last_record_that_is_cut_costs_itself() {
    let whole = [tweet(1, "\"a\""), tweet(2, "\"b\"")].join("\n");
    for cut in [1, 20, 90] {
        let got = import(&whole[..whole.len() - cut]);
        assert_eq!((got.rows(), got.issues()), ((2, 1, 1, 0), vec!["json.truncated×1".to_string()]), "{cut}");
    }
    let array = format!("[{}", &whole.replace('\n', ",")[..whole.len() - 5]);
    assert_eq!(import(&array).rows(), (2, 1, 1, 0));
}

#[test]
fn jsn_3_what_is_no_json_but_plain_costs_a_value() {
    let text = [
        tweet(1, "\"half \\ud83d\"").replace(":3,", ":NaN,"),
        tweet(2, "\"b\"").replace(":3,", ":1e999,"),
        tweet(3, "\"c\"").replace(":3,", ":-Infinity,"),
        tweet(4, "\"d\",\"text\":\"last wins\""),
        tweet(5, "\"bare\ttab\""),
    ]
    .join("\n");
    let got = import(&text);
    assert_eq!(got.rows(), (5, 5, 0, 3));
    assert_eq!(got.issues(), ["json.number×3", "json.surrogate×1"]);
    assert!(
        got.posts().iter().any(|p| p.ends_with("half \u{fffd}"))
            && got.posts().iter().any(|p| p.ends_with("last wins"))
    );
    for id in ["1", "2", "3"] {
        assert_eq!(got.likes(id), None);
    }
}

#[test]
fn jsn_4_nesting_is_limited_record_by_record() {
    let deep = format!("\"x\",\"deep\":{}1{}", "[".repeat(200), "]".repeat(200));
    let got = import([tweet(1, &deep), tweet(2, "\"b\"")].join("\n"));
    assert_eq!((got.rows(), got.issues()), ((2, 1, 1, 0), vec!["json.too_deep×1".to_string()]));
    // Far beyond any stack.
    assert_eq!(code("[".repeat(1 << 20)), "format.unknown");
    assert_eq!(code("{\"a\":".repeat(1 << 18)), "format.unknown");
}

#[test]
fn id_1_ids_are_text_from_the_first_byte_to_the_last() {
    let number = tweet(1, "\"x\"").replace("\"id_str\":\"1\"", "\"id\":1234567890123456789");
    assert!(import(&number).posts()[0].contains(" 1234567890123456789 "));
    // What JavaScript rounded gives way to the text.
    let both = tweet(1, "\"x\"")
        .replace("\"id_str\":\"1\"", "\"id\":1234567890123456800,\"id_str\":\"1234567890123456789\"");
    let got = import(&both);
    assert!(got.posts()[0].contains(" 1234567890123456789 "));
    assert_eq!(got.issues(), ["id.disagrees×1"]);
    // Spreadsheets destroy them: the rows stay apart, and their authors are told by their handles.
    let got = import(
        "id,author,author_id,text\n1.23457E+18,lea,1.5E+18,a\n1.23457E+18,omar,1.5E+18,\"b @lea\"\n=\"1630000000000000011\",nina,x42,c\n",
    );
    assert_eq!((got.rows(), got.posts().len()), ((3, 3, 0, 2), 3));
    assert_eq!(got.issues(), ["id.destroyed×4"]);
    assert_eq!(got.ties(), ["omar mention lea"]);
    assert!(got.posts().iter().any(|p| p.contains(" 1630000000000000011 ")), "{:?}", got.posts());
}
