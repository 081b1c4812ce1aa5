//! Exports of known tools, each as an invented file of a few rows, down to the ties they make; and the same files with
//! their columns turned round, as no tool ever wrote them.

use crate::support::import;

struct Case {
    name: &'static str,
    bytes: &'static [u8],
    format: &'static str,
    kept: u64,
    ties: &'static [&'static str],
    /// Likes of posts by their ids.
    likes: &'static [(&'static str, Option<f64>)],
}

macro_rules! case {
    ($name:literal, $format:literal, $kept:literal, $ties:expr, $likes:expr) => {
        Case {
            name: $name,
            bytes: include_bytes!(concat!("../fixtures/tools/", $name, ".csv")),
            format: $format,
            kept: $kept,
            ties: &$ties,
            likes: &$likes,
        }
    };
}

const CASES: &[Case] = &[
    case!(
        "twarc_csv",
        "twarc_csv",
        4,
        [
            "cafe_lumen mention atelier_nova",
            "lea quote cafe_lumen",
            "nina repost cafe_lumen",
            "omar reply cafe_lumen"
        ],
        [
            ("1630000000000000001", Some(42.0)),
            ("1630000000000000002", None),
            ("1630000000000000003", Some(3.0)),
            ("1630000000000000004", Some(7.0))
        ]
    ),
    case!(
        "minet",
        "minet",
        4,
        [
            "cafe_lumen mention atelier_nova",
            "cafe_lumen mention lea",
            "lea quote cafe_lumen",
            "nina repost cafe_lumen",
            "omar reply cafe_lumen"
        ],
        [
            ("1630000000000000001", Some(42.0)),
            ("1630000000000000002", None),
            ("1630000000000000003", Some(3.0))
        ]
    ),
    case!(
        "dmi_tcat",
        "dmi_tcat",
        4,
        [
            "cafe_lumen mention atelier_nova",
            "lea repost nina",
            "nina repost cafe_lumen",
            "omar reply cafe_lumen"
        ],
        [("1630000000000000001", Some(42.0)), ("1630000000000000002", None), ("1630000000000000004", None)]
    ),
    case!(
        "tags",
        "tags",
        3,
        ["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"],
        []
    ),
    case!(
        "four_cat_twitter",
        "four_cat",
        4,
        [
            "cafe_lumen mention atelier_nova",
            "cafe_lumen mention lea",
            "lea quote cafe_lumen",
            "nina repost cafe_lumen",
            "omar reply cafe_lumen"
        ],
        [
            ("1630000000000000001", Some(42.0)),
            ("1630000000000000002", None),
            ("1630000000000000003", Some(3.0))
        ]
    ),
    case!(
        "four_cat_tiktok",
        "four_cat",
        2,
        ["cafe.lumen mention lea.brule", "lea.brule mention cafe.lumen"],
        [("7000000000000000001", Some(125.0))]
    ),
    case!(
        "four_cat_tiktok_comments",
        "four_cat",
        3,
        ["nina reply cafe.lumen", "omar mention lea.brule", "omar reply cafe.lumen", "zoe reply cafe.lumen"],
        [("711", Some(3.0))]
    ),
    case!(
        "four_cat_instagram",
        "four_cat",
        3,
        [
            "cafe.lumen mention lea.brule",
            "cafe.lumen mention nina",
            "cafe.lumen mention omar.v",
            "lea.brule mention cafe.lumen"
        ],
        [("Abc1", Some(300.0)), ("Abc2", None), ("Abc3", None)]
    ),
    case!(
        "four_cat_telegram",
        "four_cat",
        3,
        ["nina mention omar_v", "nina reply cafe", "omar_v repost canal_x"],
        []
    ),
    case!(
        "four_cat_bsky",
        "four_cat",
        3,
        [
            "cafe.bsky.social mention lea.example.com",
            "nina.bsky.social reply cafe.bsky.social",
            "omar.bsky.social quote cafe.bsky.social"
        ],
        [("3k1", Some(12.0))]
    ),
    case!("four_cat_truth", "four_cat", 2, ["cafe mention lea"], [("11", Some(12.0))]),
    case!(
        "brandwatch",
        "brandwatch",
        4,
        ["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"],
        [
            ("1630000000000000001", Some(42.0)),
            ("1630000000000000002", None),
            ("1630000000000000003", Some(3.0)),
            ("XyZ", Some(55.0))
        ]
    ),
    case!(
        "talkwalker",
        "talkwalker",
        3,
        ["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"],
        [("1630000000000000001", Some(42.0)), ("1630000000000000002", None)]
    ),
    case!(
        "meltwater",
        "meltwater",
        4,
        ["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"],
        [
            ("1630000000000000001", Some(42.0)),
            ("1630000000000000002", None),
            ("1630000000000000003", Some(3.0))
        ]
    ),
    case!(
        "meltwater_legacy",
        "meltwater",
        3,
        ["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"],
        []
    ),
    case!(
        "crowdtangle_fb",
        "crowdtangle",
        2,
        ["nina.page repost cafelumen"],
        [("1", Some(1100040.0)), ("2", Some(60.0))]
    ),
    case!("crowdtangle_ig", "crowdtangle", 2, ["cafe.lumen mention lea.brule"], [("AbC", Some(300.0))]),
    case!(
        "sprout",
        "sprout",
        2,
        ["cafe.lumen mention lea.brule"],
        [("55", Some(1042.0)), ("56", Some(40.0))]
    ),
    case!("ytdt_comments", "youtube_data_tools", 2, ["omar reply lea"], [("UgA", Some(4.0))]),
    case!("takeout", "youtube_takeout", 2, ["ucme mention lea"], []),
    case!(
        "connections",
        "linkedin_connections",
        2,
        [
            "(owner) follow lea-brule",
            "(owner) follow samchen",
            "lea-brule follow (owner)",
            "samchen follow (owner)"
        ],
        []
    ),
    case!("linkedin_page", "linkedin_page", 2, [], [("7101", Some(33.0))]),
    case!(
        "gen_fr",
        "posts",
        4,
        ["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"],
        [
            ("1630000000000000001", Some(42.0)),
            ("1630000000000000002", None),
            ("1630000000000000003", Some(3.0)),
            ("1630000000000000004", Some(9.0))
        ]
    ),
    case!(
        "gen_es2",
        "posts",
        4,
        ["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"],
        [
            ("1630000000000000001", Some(42.0)),
            ("1630000000000000002", None),
            ("1630000000000000003", Some(3.0)),
            ("1630000000000000004", Some(9.0))
        ]
    ),
    case!(
        "gen_de",
        "posts",
        4,
        ["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"],
        [
            ("1630000000000000001", Some(42.0)),
            ("1630000000000000002", None),
            ("1630000000000000003", Some(3.0)),
            ("1630000000000000004", Some(9.0))
        ]
    ),
    case!(
        "gen_pt2",
        "posts",
        4,
        ["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"],
        [
            ("1630000000000000001", Some(42.0)),
            ("1630000000000000002", None),
            ("1630000000000000003", Some(3.0)),
            ("1630000000000000004", Some(9.0))
        ]
    ),
    case!("inf_pt", "influencers", 3, [], []),
    case!("crm_fr", "contacts", 3, [], []),
];

fn check(case: &Case, bytes: &[u8], how: &str) {
    let got = import(bytes);
    let name = format!("{} {how}", case.name);
    assert_eq!((got.receipt.format, got.rows().1), (case.format, case.kept), "{name}: {:?}", got.issues());
    assert_eq!(got.ties(), case.ties, "{name}: {:?}", got.roles());
    for (id, likes) in case.likes {
        assert_eq!(got.likes(id), *likes, "{name}: likes of {id}");
    }
}

#[test]
fn every_tool_is_read_down_to_its_ties() {
    for case in CASES {
        check(case, case.bytes, "as it is");
    }
}

/// The fields of a record that holds no quoted separator, the last one first.
fn turned(line: &str, separator: char) -> String {
    let mut fields: Vec<String> = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    for c in line.chars() {
        quoted ^= c == '"';
        if c == separator && !quoted {
            fields.push(std::mem::take(&mut field));
        } else {
            field.push(c);
        }
    }
    fields.push(field);
    fields.reverse();
    fields.join(&separator.to_string())
}

#[test]
fn columns_may_stand_in_any_order_under_names_in_capitals() {
    for case in CASES.iter().filter(|case| !case.bytes.starts_with(&[0xff, 0xfe])) {
        let text = String::from_utf8(case.bytes.to_vec()).unwrap();
        let header = import(case.bytes).receipt.header_line.unwrap() as usize;
        let mut lines = text.lines().skip(header - 1);
        let mut other = turned(&lines.next().unwrap().to_uppercase(), ',') + "\n";
        for line in lines {
            other.push_str(&turned(line, ','));
            other.push('\n');
        }
        check(case, other.as_bytes(), "turned round");
    }
}

#[test]
fn a_first_line_of_numbers_is_no_row_and_values_tell_the_columns() {
    let got = import(
        ",0,1,2,3,4,5\n\
         0,bonjour à toutes et tous,d02u4j6,cafe,1455682967,lea_b,2\n\
         1,le café est servi maintenant,466d3p1,cafe,1455680638,Omar-Verne,2\n\
         2,encore un peu de pluie,46ab3pz,cafe,1455680639,nina,2\n\
         3,à demain peut-être alors,46ab3p9,cafe,1455680640,lea_b,2\n\
         4,merci pour les conseils,46ab3py,cafe,1455680641,zoe.t,2\n",
    );
    assert_eq!((got.receipt.format, got.rows()), ("posts", (5, 5, 0, 0)));
    assert_eq!(got.receipt.confidence, sillage::issue::Confidence::Guess);
    assert_eq!(got.posts()[0], "lea_b Original ? Some(1455680640) à demain peut-être alors");
}

#[test]
fn confidence_is_certain_likely_or_a_guess() {
    use sillage::issue::Confidence::{Certain, Guess, Likely};
    let confidence = |text: &str| import(text).receipt.confidence;
    let text = "un matin de pluie sur la ville";
    assert_eq!(import(CASES[0].bytes).receipt.confidence, Certain);
    assert_eq!(confidence(&format!("Auteur,Texte,Date\nlea,{text},2024-03-01\n")), Likely);
    assert_eq!(confidence(&format!("Auteur,Texte\nlea,{text}\n")), Guess);
}

#[test]
fn mail_addresses_stay_out_unless_they_are_the_only_key() {
    let got = import(
        "Nom,Compte Instagram,E-mail,Valeur client\nLéa B,@lea.b,lea@exemple.fr,12\nOmar V,@omar,o@exemple.fr,3\n",
    );
    assert_eq!((got.receipt.format, got.issues()), ("contacts", vec!["email.left_out×1".to_string()]));
    assert_eq!((got.name("lea.b"), got.platform("lea.b")), (Some("Léa B"), "instagram"));
    let got = import("Prénom,Nom,E-mail,Service\nLéa,B,lea@exemple.fr,achats\nOmar,V,o@exemple.fr,ventes\n");
    assert_eq!((got.receipt.format, got.issues()), ("contacts", vec!["email.as_key×1".to_string()]));
    assert_eq!((got.name("lea@exemple.fr"), got.platform("o@exemple.fr")), (Some("Léa B"), "email"));
}

#[test]
fn comments_that_share_the_id_of_their_post_stay_apart() {
    let got = import(
        "id,author,body,post_id,post_url\n\
         1,nina,bravo,77,https://www.tiktok.com/@cafe.lumen/video/77\n\
         2,omar,encore,77,https://www.tiktok.com/@cafe.lumen/video/77\n\
         3,zoe,superbe,77,https://www.tiktok.com/@cafe.lumen/video/77\n",
    );
    assert_eq!(got.rows(), (3, 3, 0, 0));
    assert_eq!(got.ties(), ["nina reply cafe.lumen", "omar reply cafe.lumen", "zoe reply cafe.lumen"]);
}

#[test]
fn a_handle_is_taken_from_the_address_where_the_author_is_a_display_name() {
    let got = import(
        "Author,Text,Date,URL\n\
         Café Lumen,Bonjour,2024-03-01,https://x.com/cafe_lumen/status/12\n\
         Léa Brûlé,@cafe_lumen oui,2024-03-02,https://x.com/lea/status/13\n",
    );
    assert_eq!(got.ties(), ["lea reply cafe_lumen"]);
    assert_eq!(got.name("cafe_lumen"), Some("Café Lumen"));
}

#[test]
fn accounts_of_the_fediverse() {
    let got =
        import("Account address,Show boosts,Notify on new posts,Languages\n\nlea@mas.example,true,false,\n");
    assert_eq!(got.ties(), ["(owner) follow lea@mas.example"]);
    let got = import("Amis,lea@mas.example\nAmis,omar@autre.example\n");
    assert_eq!((got.receipt.format, got.rows(), got.ties().len()), ("mastodon_list", (2, 2, 0, 0), 0));
}

#[test]
fn what_is_refused_says_which_columns_were_seen() {
    let error =
        crate::support::try_import(b"fruit,colour,weight (kg)\napple,red,0.2\n", 64, Default::default());
    assert!(error.unwrap_err().to_string().contains("fruit, colour, weight (kg)"));
}

#[test]
fn a_video_described_by_keys_and_values_is_one_post() {
    let got = import(
        "key,value\nid,vid12345678\npublishedAt,2024-03-01 09:00:00\nchannelId,UCcafe\nchannelTitle,\"Café, Lumen\"\n\
         title,Le torréfacteur\nviewCount,900\nlikeCount,42\ncommentCount,3\n",
    );
    assert_eq!(got.rows(), (1, 1, 0, 0));
    assert_eq!(got.posts(), ["uccafe Original vid12345678 Some(1709283600) Le torréfacteur"]);
    assert_eq!((got.likes("vid12345678"), got.name("uccafe")), (Some(42.0), Some("Café, Lumen")));
}
