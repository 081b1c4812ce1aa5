use crate::support::{import, import_with};
use sillage::platform::ImportOptions;

#[test]
fn rtweet() {
    let got = import(include_bytes!("../fixtures/rtweet.csv"));
    assert_eq!((got.receipt.format, got.rows()), ("rtweet", (4, 4, 0, 0)));
    // Four rows, and the post that one of them quotes; the re-shared one is a row itself.
    assert_eq!((got.receipt.posts, got.receipt.ties, got.receipt.self_ties), (5, 6, 0));
    assert_eq!(
        got.ties(),
        [
            "cafe_lumen mention atelier_nova",
            "nina_brume repost cafe_lumen",
            "omar_verne mention cafe_lumen",
            "omar_verne mention nina_brume",
            "omar_verne quote lea_torref",
            "omar_verne reply cafe_lumen",
        ]
    );
    assert_eq!(
        got.posts()[4],
        "omar_verne Reply 800000000000000104 Some(1709294400) @Cafe_Lumen où ça ? @nina_brume"
    );
    // A re-share shows the original's text, and none of its counters.
    assert_eq!(
        got.posts()[2],
        "nina_brume Repost 800000000000000102 Some(1709287200) Nouveau torréfacteur, avec @Atelier_Nova"
    );
    assert_eq!(got.likes("800000000000000102"), None);
    assert_eq!(got.likes("800000000000000101"), Some(12.0));
    assert_eq!(got.likes("700000000000000001"), Some(40.0));
    // The newest record of an account wins, wherever it stands.
    assert_eq!((got.followers("cafe_lumen"), got.followers("lea_torref")), (1510.0, 12450.0));
    assert_eq!(
        (got.receipt.first_time, got.receipt.last_time),
        (Some(1_709_283_600e3), Some(1_709_294_400e3))
    );
}

#[test]
fn posts_with_what_they_refer_to() {
    let got = import(include_bytes!("../fixtures/referenced.csv"));
    assert_eq!((got.receipt.format, got.rows()), ("posts", (6, 5, 1, 0)));
    assert_eq!(got.issues(), ["row.no_author×1"]);
    assert_eq!((got.receipt.issues[0].places[0].row, got.receipt.issues[0].places[0].line), (6, 8));
    assert_eq!(
        got.ties(),
        [
            "lea_torref mention omar_verne",
            "nina_brume quote cafe_lumen",
            "nina_brume repost cafe_lumen",
            // The columns do not say whose post it is, its text does.
            "nina_brume repost omar_verne",
        ]
    );
    assert_eq!(got.receipt.self_ties, 1, "a thread is a reply to oneself");
    assert_eq!(got.receipt.posts, 6);
    assert_eq!(got.name("cafe_lumen"), Some("Café Lumen"));
    let posts = got.posts();
    assert!(
        posts.contains(&"nina_brume Quote 500000000000000007 Some(1712577600) Oui !".to_string()),
        "{posts:?}"
    );
    assert_eq!(posts.iter().filter(|p| p.ends_with("Notre carte de printemps")).count(), 2, "{posts:?}");
}

#[test]
fn a_header_below_a_preamble() {
    let got = import(include_bytes!("../fixtures/brandwatch.csv"));
    assert_eq!((got.receipt.header_line, got.rows()), (Some(6), (3, 3, 0, 0)));
    assert_eq!(
        got.ties(),
        ["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"]
    );
    // Ids of posts are in their addresses.
    assert_eq!(got.likes("600000000000000001"), Some(42.0));
}

#[test]
fn ids_that_a_spreadsheet_destroyed_are_no_ids() {
    let got = import(include_bytes!("../fixtures/tags.csv"));
    assert_eq!(got.rows(), (3, 3, 0, 2));
    assert_eq!(got.issues(), ["id.destroyed×4"]);
    assert_eq!(got.receipt.posts, 3);
    assert_eq!(got.ties(), ["nina repost cafe_lumen", "omar mention nina", "omar reply nina"]);
}

#[test]
fn a_date_and_a_time_in_two_columns() {
    let got = import(include_bytes!("../fixtures/split_time.csv"));
    assert_eq!(got.receipt.first_time, Some(1_715_947_288_000.0));
    assert_eq!(got.receipt.last_time, Some(1_715_948_984_000.0));
    assert_eq!(
        got.roles(),
        [
            "id_compte=author_id",
            "id_tweet=post_id",
            "date=time",
            "heure_UTC0=time_of_day",
            "text=text",
            "retweet_count=reposts",
            "reply_count=replies",
            "like_count=likes",
            "quote_count=quotes"
        ]
    );
}

#[test]
fn a_log_without_header() {
    let got = import(include_bytes!("../fixtures/log.txt"));
    assert_eq!(
        (got.receipt.format, got.receipt.separator, got.rows()),
        ("interaction_log", Some(' '), (5, 5, 0, 0))
    );
    assert_eq!((got.receipt.ties, got.receipt.self_ties), (4, 1));
    assert_eq!(got.ties(), ["101 mention 202", "101 reply 202", "103 repost 101", "104 quote 101"]);
    assert_eq!(got.receipt.first_time, Some(1_341_100_972_000.0));
}

#[test]
fn a_log_with_a_header() {
    let got = import(
        "actor,target,timestamp,type\nlea,omar,2024-03-01 09:00:00,RT\nnina,lea,2024-03-02 09:00:00,follow\n",
    );
    assert_eq!(got.receipt.format, "interaction_log");
    assert_eq!(got.ties(), ["lea repost omar", "nina follow lea"]);
}

#[test]
fn pairs_under_comments() {
    let got = import(include_bytes!("../fixtures/snap.txt"));
    assert_eq!((got.receipt.format, got.rows()), ("edges", (3, 3, 0, 0)));
    assert_eq!((got.receipt.ties, got.receipt.self_ties), (2, 1));
    assert_eq!(got.ties(), ["30 link 1412", "30 link 3352"]);
}

#[test]
fn edges_of_gephi() {
    let got = import(include_bytes!("../fixtures/gephi_edges.csv"));
    assert_eq!((got.receipt.format, got.rows()), ("edges", (5, 3, 2, 0)));
    assert_eq!(got.issues(), ["row.no_ends×1", "weight.not_positive×1"]);
    assert_eq!(
        got.ties(),
        ["cafe link nina", "cafe repost atelier", "nina link cafe", "nina mention atelier"],
        "an edge without direction is a tie both ways"
    );
}

#[test]
fn a_list_of_influencers() {
    let got = import(include_bytes!("../fixtures/influencers.csv"));
    assert_eq!((got.receipt.format, got.rows()), ("influencers", (4, 3, 1, 1)));
    assert_eq!(
        got.roles(),
        ["Name=author", "Instagram Name=author_name", "Followers (2)=followers", "Country=location"]
    );
    assert_eq!((got.followers("lea.brule"), got.followers("omar_verne")), (12400.0, 1_200_000.0));
    assert!(got.followers("nina.b").is_nan(), "a negative count is unknown, not zero");
    assert_eq!(got.name("lea.brule"), Some("Léa Brûlé"));
    assert_eq!(got.platform("nina.b"), "instagram");
    assert_eq!(got.issues(), ["row.empty×1", "number.negative×1"]);
}

#[test]
fn french_excel() {
    let mut bytes = b"sep=;\r\nPseudo;Plateforme;Abonn\xe9s;Taux d\x92engagement\r\n".to_vec();
    bytes.extend_from_slice(
        b"@lea.brule;Instagram;12\xa0450;3,4 %\r\n@omar;TikTok;1,2 M;8,05 %\r\n\"@nina\";X;96,6k;\r\n",
    );
    let got = import(bytes);
    assert_eq!(
        (got.receipt.encoding, got.receipt.separator, got.receipt.header_line),
        ("windows-1252", Some(';'), Some(2))
    );
    assert_eq!(got.receipt.columns[2].reading, Some("decimal comma"));
    assert_eq!(
        (got.followers("lea.brule"), got.followers("omar"), got.followers("nina")),
        (12450.0, 1.2e6, 96600.0)
    );
    assert_eq!(
        (got.platform("lea.brule"), got.platform("omar"), got.platform("nina")),
        ("instagram", "tiktok", "x")
    );
}

#[test]
fn utf16_with_tabs_as_listening_tools_write_it() {
    let text =
        "Date\tAuthor Handle\tHit Sentence\tLikes\r\n01-Mar-2024 09:00AM\t@Léa\tCafé ☕ avec @omar\t1\r\n";
    for mark in [true, false] {
        let mut bytes: Vec<u8> = if mark { vec![0xff, 0xfe] } else { Vec::new() };
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        let got = import(bytes);
        assert_eq!((got.receipt.encoding, got.receipt.separator), ("utf-16le", Some('\t')));
        assert_eq!(got.ties(), ["léa mention omar"]);
        assert_eq!(got.receipt.first_time, Some(1_709_283_600_000.0));
    }
}

#[test]
fn the_text_tells_what_no_column_says() {
    let got = import(
        "screen_name,text\nlea,RT @Omar: bonjour @nina\nlea,@omar oui\nlea,voir @nina et presse@exemple.fr ou https://x.fr/?a=@b\n",
    );
    assert_eq!(got.ties(), ["lea mention nina", "lea reply omar", "lea repost omar"]);
    // Columns of their own, even empty ones, speak louder.
    let got = import("author,text,retweet_of_author,reply_to_author\nlea,@omar oui,,\nlea,RT @omar: oui,,\n");
    assert_eq!(got.ties(), ["lea mention omar", "lea mention omar"]);
}

#[test]
fn roles_given_by_the_caller() {
    let options = ImportOptions {
        roles: [("Qui".to_string(), "author".to_string()), ("Quoi".to_string(), "text".to_string())].into(),
        platform: Some("instagram".into()),
        day_first: Some(false),
        ..ImportOptions::default()
    };
    let got = import_with("Qui,Quoi,Date\nlea,bonjour @omar,05/02/2024\n".as_bytes(), options);
    assert_eq!(got.ties(), ["lea mention omar"]);
    assert_eq!(got.platform("lea"), "instagram");
    assert_eq!(got.receipt.first_time, Some(1_714_608_000_000.0));
    assert_eq!(got.receipt.columns[2].reading, Some("month first"));
}

#[test]
fn addresses_of_posts_name_their_authors_where_no_column_does() {
    let table = "Tweet id,Tweet permalink,Tweet text,time,impressions,retweets,replies,likes,url clicks\n\
        1600000000000000001,https://twitter.com/cafe_lumen/status/1600000000000000001,Bonjour @lea,2022-12-06 10:15 +0000,1204.0,3.0,1.0,12.0,4.0\n";
    let read = import(table);
    assert_eq!(read.ties(), ["cafe_lumen mention lea"]);
    assert_eq!(read.likes("1600000000000000001"), Some(12.0));
}

#[test]
fn dotted_names_of_a_scraper_are_posts_and_no_list_of_influencers() {
    let table = "authorMeta.avatar,authorMeta.name,authorMeta.fans,commentCount,createTimeISO,diggCount,playCount,shareCount,text,webVideoUrl\n\
        https://a.example/1.jpg,cafe.lumen,15000,12,2024-03-14T09:30:00.000Z,320,5400,12,Latte art @lea.brule #cafe,https://www.tiktok.com/@cafe.lumen/video/7345\n";
    let read = import(table);
    assert_eq!(read.ties(), ["cafe.lumen mention lea.brule"]);
    assert_eq!(read.followers("cafe.lumen"), 15_000.0);
    assert_eq!(read.platform("cafe.lumen"), "tiktok");
}
