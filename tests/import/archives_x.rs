//! The archive of an account of X: invented tweets of an invented coffee roaster.

use crate::support::{Import, import, import_bundle};

pub const ACCOUNT: &str = r#"window.YTD.account.part0 = [ { "account" : { "email" : "a@b.example", "createdVia" : "web",
 "username" : "cafe_lumen", "accountId" : "2001", "createdAt" : "2015-02-03T04:05:06.000Z", "accountDisplayName" : "Café Lumen" } } ]"#;
pub const PROFILE: &str = r#"window.YTD.profile.part0 = [ { "profile" : { "description" : { "bio" : "Torréfacteur à Lyon" }, "avatarMediaUrl" : "" } } ]"#;
pub const FOLLOWERS: &str = r#"window.YTD.follower.part0 = [ { "follower" : { "accountId" : "2002", "userLink" : "https://twitter.com/intent/user?user_id=2002" } },
 { "follower" : { "accountId" : "2003" } }, { "follower" : { "userLink" : "" } } ]"#;
pub const FOLLOWING: &str = r#"window.YTD.following.part0 = [ { "following" : { "accountId" : "2003" } } ]"#;
pub const LIKES: &str = r#"window.YTD.like.part0 = [
 { "like" : { "tweetId" : "900", "fullText" : "Super café", "expandedUrl" : "https://twitter.com/i/web/status/900" } },
 { "like" : { "tweetId" : "901", "expandedUrl" : "https://twitter.com/omar_verne/status/901" } },
 { "like" : { "tweetId" : "902", "expandedUrl" : "https://twitter.com/i/web/status/902" } } ]"#;
pub const TWEETS: &str = r#"window.YTD.tweets.part0 = [
 {"tweet":{"id_str":"100","id":"100","created_at":"Wed Mar 01 09:00:00 +0000 2023","full_text":"Merci @atelier_nova &amp; Léa","favorite_count":"42","retweet_count":"7","lang":"fr",
  "entities":{"user_mentions":[{"name":"Atelier Nova","screen_name":"atelier_nova","id_str":"2002","id":"2002"}],"urls":[]}}},
 {"tweet":{"id_str":"101","created_at":"Wed Mar 01 09:30:00 +0000 2023","full_text":"RT @Lea_Brule: Le meilleur espresso de @lyon","favorite_count":"0","retweet_count":"12",
  "entities":{"user_mentions":[{"screen_name":"lea_brule","id_str":"2003"},{"screen_name":"lyon","id_str":"-1"}]}}},
 {"tweet":{"id_str":"102","created_at":"Wed Mar 01 09:40:00 +0000 2023","full_text":"@lea_brule merci !","favorite_count":"3","retweet_count":"0",
  "in_reply_to_status_id_str":"900","in_reply_to_user_id_str":"2003","in_reply_to_screen_name":"lea_brule","entities":{"user_mentions":[{"screen_name":"lea_brule","id_str":"2003"}]}}},
 {"tweet":{"id_str":"103","created_at":"Wed Mar 01 10:00:00 +0000 2023","full_text":"À lire https://t.co/x","favorite_count":"1",
  "entities":{"urls":[{"url":"https://t.co/x","expanded_url":"https://twitter.com/omar_verne/status/903?s=20"}],"user_mentions":[]}}},
 {"tweet":{"id_str":"104","created_at":"Wed Mar 01 11:00:00 +0000 2023","full_text":"Un texte qui continue bien au-delà de ce qui… https://t.co/y"}} ]"#;
pub const NOTES: &str = r#"window.YTD.note_tweet.part0 = [ { "noteTweet" : { "noteTweetId" : "990", "createdAt" : "2023-03-01T11:00:00.000Z",
 "core" : { "text" : "Un texte qui continue bien au-delà de ce qui se lit d'habitude, jusqu'au bout." } } } ]"#;

fn files() -> Vec<(&'static str, &'static [u8])> {
    vec![
        ("data/account.js", ACCOUNT.as_bytes()),
        ("data/profile.js", PROFILE.as_bytes()),
        ("data/follower.js", FOLLOWERS.as_bytes()),
        ("data/following.js", FOLLOWING.as_bytes()),
        ("data/like.js", LIKES.as_bytes()),
        ("data/note-tweet.js", NOTES.as_bytes()),
        ("data/tweets.js", TWEETS.as_bytes()),
    ]
}

fn study(got: &Import) -> (Vec<String>, Vec<String>) {
    (got.posts(), got.ties())
}

#[test]
fn an_archive_tells_posts_ties_and_whose_it_is() {
    let (receipts, got) = import_bundle("x.zip", &files());
    let formats: Vec<_> = receipts.iter().map(|r| r.format).collect();
    assert_eq!(formats, ["x_archive"; 7]);
    let rows: Vec<_> = receipts.iter().map(|r| (r.seen, r.kept, r.dropped)).collect();
    assert_eq!(rows, [(1, 1, 0), (1, 1, 0), (3, 2, 1), (1, 1, 0), (3, 3, 0), (1, 1, 0), (5, 5, 0)]);
    assert_eq!(
        got.ties(),
        [
            "atelier_nova follow cafe_lumen",
            "cafe_lumen follow lea_brule",
            "cafe_lumen like lea_brule",
            "cafe_lumen like omar_verne",
            "cafe_lumen mention atelier_nova",
            "cafe_lumen quote omar_verne",
            "cafe_lumen reply lea_brule",
            "cafe_lumen repost lea_brule",
            "lea_brule follow cafe_lumen",
        ]
    );
    assert_eq!(
        got.posts(),
        [
            "cafe_lumen Original 100 Some(1677661200) Merci @atelier_nova & Léa",
            "cafe_lumen Original 104 Some(1677668400) Un texte qui continue bien au-delà de ce qui se lit d'habitude, jusqu'au bout.",
            "cafe_lumen Quote 103 Some(1677664800) À lire https://t.co/x",
            "cafe_lumen Reply 102 Some(1677663600) @lea_brule merci !",
            "cafe_lumen Repost 101 Some(1677663000) Le meilleur espresso de @lyon",
        ]
    );
    assert_eq!((got.likes("100"), got.likes("101"), got.likes("104")), (Some(42.0), None, None));
    assert_eq!(
        (got.name("cafe_lumen"), got.bio("cafe_lumen")),
        (Some("Café Lumen"), Some("Torréfacteur à Lyon"))
    );
    // Followers come by id, mentions by handle: one account each.
    assert_eq!(got.accounts(), 5);
}

#[test]
fn any_order_of_the_files_makes_the_same_study() {
    let expected = study(&import_bundle("x.zip", &files()).1);
    let mut order = files();
    for turn in 0..order.len() {
        order.rotate_left(1);
        if turn % 2 == 0 {
            order.reverse();
        }
        assert_eq!(study(&import_bundle("x.zip", &order).1), expected, "turn {turn}");
    }
    let loose: Vec<_> = files().into_iter().map(|(_, bytes)| ("fichier", bytes)).collect();
    assert_eq!(study(&import_bundle("", &loose).1), expected, "loose files under other names");
}

#[test]
fn an_archive_that_names_nobody_is_its_owners() {
    let (_, got) = import_bundle("x.zip", &[("data/tweets.js", TWEETS.as_bytes())]);
    assert!(got.posts().iter().all(|post| post.starts_with("(x.zip) ")), "{:?}", got.posts());
}

#[test]
fn the_first_line_of_each_age() {
    let expected = import(TWEETS);
    let body = TWEETS.split_once('=').unwrap().1;
    let bare = body
        .replace("{\"tweet\":{", "{")
        .replace("}]}}},\n", "}]}},\n")
        .replace("\"urls\":[]}}},", "\"urls\":[]}},");
    let bare = bare
        .replace("\"user_mentions\":[]}}},", "\"user_mentions\":[]}},")
        .replace("t.co/y\"}} ]", "t.co/y\"} ]");
    for text in [
        format!("\u{feff}window.YTD.tweet.part0 ={body}"),
        format!("window.YTD.tweets.part12 ={body};\r\n"),
        format!("window.YTD.community_tweet.part0 =\r\n{}", body.replace('\n', "\r\n")),
        format!("window.YTD.tweet.part0 = {bare}"),
        bare.clone(),
        body.to_string(),
    ] {
        let got = import(&text);
        assert_eq!((got.receipt.format, got.rows()), ("x_archive", (5, 5, 0, 0)), "{}", &text[..40]);
        assert_eq!(study(&got), study(&expected), "{}", &text[..40]);
    }
}

#[test]
fn the_oldest_archives_name_their_owner_in_every_tweet() {
    let got = import(
        r#"Grailbird.data.tweets_2013_01 =
[ {
  "source" : "web", "entities" : { "user_mentions" : [ { "name" : "Nina", "screen_name" : "nina_brume", "id_str" : "7" } ], "urls" : [ ] },
  "id_str" : "290000000000000001", "text" : "Bonne année @nina_brume", "created_at" : "2013-01-01 00:10:20 +0000",
  "user" : { "name" : "Café Lumen", "screen_name" : "cafe_lumen", "id_str" : "2001" } } ]"#,
    );
    assert_eq!((got.receipt.format, got.rows()), ("x_archive", (1, 1, 0, 0)));
    assert_eq!(
        got.posts(),
        ["cafe_lumen Original 290000000000000001 Some(1356999020) Bonne année @nina_brume"]
    );
    assert_eq!(got.ties(), ["cafe_lumen mention nina_brume"]);
}

#[test]
fn the_files_that_hold_one_object_name_the_owner() {
    let manifest = "window.__THAR_CONFIG = {\n  \"dataTypes\": { \"tweets\": { \"files\": [ { \"fileName\": \"data/tweets.js\" } ] } },\n  \"userInfo\": { \"accountId\": \"2001\", \"userName\": \"cafe_lumen\", \"displayName\": \"Café Lumen\" },\n  \"archiveInfo\": { \"sizeBytes\": \"1\" } }";
    let details = "var user_details =  {\n  \"expanded_url\" : \"http://a.example\",\n  \"screen_name\" : \"cafe_lumen\",\n  \"full_name\" : \"Café Lumen\",\n  \"bio\" : \"Torréfacteur\",\n  \"id\" : \"2001\",\n  \"created_at\" : \"2013-01-01 00:10:20 +0000\"\n}";
    for text in [manifest, details] {
        let (receipts, got) =
            import_bundle("x.zip", &[("a.js", text.as_bytes()), ("following.js", FOLLOWING.as_bytes())]);
        assert_eq!((receipts[0].format, receipts[0].seen, receipts[0].kept), ("x_archive", 1, 1));
        assert_eq!(got.ties(), ["cafe_lumen follow 2003"]);
        assert_eq!(got.name("cafe_lumen"), Some("Café Lumen"));
    }
}

#[test]
fn what_says_nothing_of_an_audience_is_dropped_with_the_reason() {
    let got = import(
        r#"window.YTD.saved_search.part0 = [ { "savedSearch" : { "savedSearchId" : "1", "query" : "x" } } ]"#,
    );
    assert_eq!((got.receipt.format, got.rows()), ("x_archive", (1, 0, 1, 0)));
    assert_eq!(got.issues(), ["archive.not_audience×1"]);
    let got = import(
        r#"window.YTD.direct_messages.part0 = [ { "dmConversation" : { "conversationId" : "1-2", "messages" : [ ] } } ]"#,
    );
    assert_eq!(got.issues(), ["archive.private×1"]);
    assert!(got.receipt.issues[0].places[0].excerpt.is_empty(), "a private message is never shown");
    let got = import("window.YTD.ad_impressions.part0 = [ ]");
    assert_eq!(got.rows(), (0, 0, 0, 0));
}

#[test]
fn a_truncated_archive_loses_its_last_tweet_alone() {
    let cut = TWEETS.find("Un texte").unwrap();
    let got = import(&TWEETS[..cut]);
    assert_eq!(got.rows(), (5, 4, 1, 0));
    assert_eq!(got.issues(), ["json.truncated×1"]);
}

#[test]
fn ten_thousand_tweets_in_three_parts() {
    let part = |number: usize, from: u64, to: u64| {
        let tweets: Vec<String> = (from..to)
            .map(|n| {
                let body = if n % 10 == 0 { format!("RT @a{}: oui", n % 97) } else { format!("bonjour @a{} {n}", n % 97) };
                format!(
                    r#"{{"tweet":{{"full_text":"{body}","created_at":"Wed Mar 01 09:00:00 +0000 2023","favorite_count":"{}","id_str":"{}","entities":{{"user_mentions":[{{"screen_name":"a{}","id_str":"{}"}}]}}}}}}"#,
                    n % 50, 5_000_000_000_000_000_000 + n, n % 97, 10 + n % 97
                )
            })
            .collect();
        format!("window.YTD.tweets.part{number} = [\r\n{}\r\n]", tweets.join(",\r\n"))
    };
    let (one, two, three) = (part(0, 0, 4_000), part(1, 4_000, 8_000), part(2, 8_000, 10_000));
    let files = [
        ("data/tweets-part2.js", three.as_bytes()),
        ("data/account.js", ACCOUNT.as_bytes()),
        ("data/tweets.js", one.as_bytes()),
        ("data/tweets-part1.js", two.as_bytes()),
        // An older archive of the same account holds some of them again.
        ("tweet.js", two.as_bytes()),
    ];
    let (receipts, got) = import_bundle("x.zip", &files);
    assert_eq!(receipts.iter().map(|r| r.seen).collect::<Vec<_>>(), [2_000, 1, 4_000, 4_000, 4_000]);
    assert_eq!(receipts.iter().map(|r| r.posts).collect::<Vec<_>>(), [2_000, 0, 4_000, 4_000, 0]);
    assert_eq!((got.posts().len(), got.accounts()), (10_000, 98));
    let ties = got.ties();
    assert_eq!(ties.len(), 10_000);
    assert_eq!(ties.iter().filter(|tie| tie.contains(" repost ")).count(), 1_000);
}
