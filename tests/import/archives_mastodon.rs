//! The archive of an account of Mastodon: posts named by addresses, accounts as `user@host`.

use crate::support::{import, import_bundle};

pub const ACTOR: &str = r#"{"@context":"https://www.w3.org/ns/activitystreams","id":"https://m.example/users/lumen","type":"Person","preferredUsername":"lumen","name":"Café Lumen",
 "summary":"<p>Torréfacteur &amp; co</p>","outbox":"outbox.json","likes":"likes.json","bookmarks":"bookmarks.json"}"#;
pub const OUTBOX: &str = r##"{"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection","totalItems":6,"orderedItems":[
 {"id":"https://m.example/users/lumen/statuses/1/activity","type":"Create","actor":"https://m.example/users/lumen","published":"2023-03-01T09:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],
  "object":{"id":"https://m.example/users/lumen/statuses/1","type":"Note","summary":null,"inReplyTo":null,"published":"2023-03-01T09:00:00Z","url":"https://m.example/@lumen/1","attributedTo":"https://m.example/users/lumen",
   "to":["https://www.w3.org/ns/activitystreams#Public"],"content":"<p>Bonjour <span class=\"h-card\"><a href=\"https://other.example/@lea\">@<span>lea</span></a></span></p><p>à bientôt&nbsp;!</p>","contentMap":{"fr":"x"},
   "tag":[{"type":"Mention","href":"https://other.example/users/lea","name":"@lea@other.example"},{"type":"Hashtag","href":"https://m.example/tags/cafelumen","name":"#cafelumen"}],"likes":{"type":"Collection","totalItems":4},"shares":{"totalItems":2}}},
 {"id":"https://m.example/users/lumen/statuses/2/activity","type":"Announce","actor":"https://m.example/users/lumen","published":"2023-03-01T10:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],"cc":["https://other.example/users/lea"],"object":"https://other.example/users/lea/statuses/77"},
 {"id":"https://m.example/users/lumen/statuses/3/activity","type":"Create","actor":"https://m.example/users/lumen","published":"2023-03-01T11:00:00Z","to":["https://m.example/users/lumen/followers"],
  "object":{"id":"https://m.example/users/lumen/statuses/3","type":"Note","inReplyTo":"https://third.example/@omar/88","published":"2023-03-01T11:00:00Z","content":"<p>oui<br />merci</p>",
   "tag":[{"type":"Mention","href":"https://third.example/users/omar","name":"@omar@third.example"}]}},
 {"id":"a4","type":"Create","actor":"https://m.example/users/lumen","published":"2023-03-01T12:00:00Z","to":["https://other.example/users/lea"],"cc":[],
  "object":{"id":"https://m.example/users/lumen/statuses/4","type":"Note","content":"<p>en privé</p>","to":["https://other.example/users/lea"],"cc":[]}},
 {"id":"a5","type":"Announce","actor":"https://m.example/users/lumen","published":"2023-03-01T13:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],"cc":["https://n.example/ap/users/115","https://m.example/users/lumen/followers"],"object":"https://n.example/notes/9abc"},
 {"id":"a6","type":"Create","actor":"https://m.example/users/lumen","published":"2023-03-01T14:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],
  "object":{"id":"https://m.example/users/lumen/statuses/6","type":"Note","content":"<p>@nina</p>","summary":"Attention","tag":[{"type":"Mention","href":"https://n.example/ap/users/115","name":"@nina@n.example"}]}} ]}"##;
pub const LIKES: &str = r#"{"@context":"https://www.w3.org/ns/activitystreams","id":"likes.json","type":"OrderedCollection","orderedItems":["https://other.example/users/lea/statuses/77","https://x.example/objects/5f"]}"#;

#[test]
fn an_archive_tells_posts_boosts_likes_and_whose_it_is() {
    let files = [("outbox.json", OUTBOX), ("likes.json", LIKES), ("actor.json", ACTOR)];
    let mut order = files.map(|(name, text)| (name, text.as_bytes())).to_vec();
    for _ in 0..3 {
        order.rotate_left(1);
        let (receipts, got) = import_bundle("m.tar.gz", &order);
        assert!(receipts.iter().all(|r| r.format == "mastodon_archive"));
        let mut rows: Vec<_> = receipts.iter().map(|r| (r.seen, r.kept, r.dropped)).collect();
        rows.sort_unstable();
        assert_eq!(rows, [(1, 1, 0), (2, 2, 0), (6, 5, 1)]);
        assert_eq!(
            got.ties(),
            [
                "lumen@m.example like lea@other.example",
                "lumen@m.example mention lea@other.example",
                "lumen@m.example mention nina@n.example",
                "lumen@m.example reply omar@third.example",
                "lumen@m.example repost lea@other.example",
                "lumen@m.example repost nina@n.example",
            ]
        );
        assert_eq!(
            got.posts(),
            [
                "lumen@m.example Original https://m.example/users/lumen/statuses/1 Some(1677661200) Bonjour @lea\n\nà bientôt\u{a0}!",
                "lumen@m.example Original https://m.example/users/lumen/statuses/6 Some(1677679200) Attention\n\n@nina",
                "lumen@m.example Reply https://m.example/users/lumen/statuses/3 Some(1677668400) oui\nmerci",
                "lumen@m.example Repost a5 Some(1677675600) ?",
                "lumen@m.example Repost https://m.example/users/lumen/statuses/2/activity Some(1677664800) ?",
            ]
        );
        assert_eq!(got.likes("https://m.example/users/lumen/statuses/1"), Some(4.0));
        assert_eq!(
            (got.name("lumen@m.example"), got.bio("lumen@m.example")),
            (Some("Café Lumen"), Some("Torréfacteur & co"))
        );
    }
}

#[test]
fn bookmarks_and_private_messages_are_left_out() {
    let bookmarks = LIKES.replace("likes.json", "bookmarks.json");
    let got = import(&bookmarks);
    assert_eq!((got.rows(), got.issues()), ((2, 0, 2, 0), vec!["archive.private×2".to_string()]));
    let got = import(OUTBOX);
    assert!(got.posts().iter().all(|post| !post.contains("privé")));
    assert!(got.receipt.issues.iter().flat_map(|i| &i.places).all(|place| !place.excerpt.contains("privé")));
}

#[test]
fn keys_in_another_order_and_a_cut_file() {
    let turned = r#"{"orderedItems":["https://other.example/users/lea/statuses/77"],"type":"OrderedCollection","id":"likes.json"}"#;
    assert_eq!(import(turned).ties(), ["(owner) like lea@other.example"]);
    let actor = ACTOR
        .replace(r#""id":"https://m.example/users/lumen","#, "")
        .replace("\"outbox\":", "\"id\":\"https://m.example/users/lumen\",\"outbox\":");
    let got = import_bundle("", &[("a", actor.as_bytes()), ("b", turned.as_bytes())]).1;
    assert_eq!(got.ties(), ["lumen@m.example like lea@other.example"]);
    let got = import(&OUTBOX[..OUTBOX.find("a4").unwrap()]);
    assert_eq!(got.rows(), (4, 3, 1, 0));
}
