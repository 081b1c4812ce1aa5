//! Bluesky, Mastodon, Reddit, YouTube, CrowdTangle, X's second API in its less usual forms.

use crate::support::{code, import, import_bundle};

const AT: &str = "at://did:plc:aaa/app.bsky.feed.post/3k1";

fn commit(did: &str, collection: &str, rkey: &str, record: &str) -> String {
    format!(
        r#"{{"did":"{did}","time_us":1709283600000000,"kind":"commit","commit":{{"rev":"r","operation":"create","collection":"{collection}","rkey":"{rkey}","record":{record},"cid":"c"}}}}"#
    )
}

#[test]
fn bluesky_as_it_happens() {
    let lines = [
        commit("did:plc:bbb", "app.bsky.feed.repost", "3r", &format!(r#"{{"$type":"app.bsky.feed.repost","createdAt":"2024-03-01T09:00:00Z","subject":{{"uri":"{AT}","cid":"c"}}}}"#)),
        commit("did:plc:ccc", "app.bsky.feed.post", "3q", &format!(r#"{{"$type":"app.bsky.feed.post","createdAt":"2030-01-01T00:00:00Z","text":"lu","embed":{{"$type":"app.bsky.embed.record","record":{{"uri":"{AT}"}}}}}}"#)),
        commit("did:plc:aaa", "app.bsky.feed.post", "3k1", r#"{"$type":"app.bsky.feed.post","createdAt":"2024-03-01T08:00:00Z","langs":["fr"],"text":"é @zoe.bsky.social","facets":[{"index":{"byteStart":3,"byteEnd":19},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:zzz"}]}]}"#),
        commit("did:plc:bbb", "app.bsky.feed.like", "3l", &format!(r#"{{"$type":"app.bsky.feed.like","createdAt":"2024-03-01T09:00:00Z","subject":{{"uri":"{AT}"}}}}"#)),
        commit("did:plc:bbb", "app.bsky.graph.follow", "3f", r#"{"$type":"app.bsky.graph.follow","createdAt":"2024-03-01T09:00:00Z","subject":"did:plc:ccc"}"#),
        commit("did:plc:bbb", "app.bsky.graph.block", "3b", r#"{"$type":"app.bsky.graph.block","createdAt":"2024-03-01T09:00:00Z","subject":"did:plc:ccc"}"#),
        r#"{"did":"did:plc:aaa","time_us":1709283600000000,"kind":"commit","commit":{"operation":"delete","collection":"app.bsky.feed.post","rkey":"3k0"}}"#.to_owned(),
        r#"{"did":"did:plc:aaa","time_us":1709283600000000,"kind":"identity","identity":{"did":"did:plc:aaa","handle":"lea.bsky.social","seq":1,"time":"2024-03-01T09:00:00Z"}}"#.to_owned(),
        r#"{"did":"did:plc:aaa","time_us":1709283600000000,"kind":"account","account":{"active":true,"did":"did:plc:aaa"}}"#.to_owned(),
    ];
    let got = import(lines.join("\n"));
    assert_eq!((got.receipt.format, got.rows()), ("bluesky_stream", (9, 6, 3, 0)));
    assert_eq!(got.issues(), ["event.deletion×1", "event.not_used×2"]);
    assert_eq!(
        got.ties(),
        [
            "did:plc:bbb follow did:plc:ccc",
            "did:plc:bbb like lea.bsky.social",
            "did:plc:bbb repost lea.bsky.social",
            "did:plc:ccc quote lea.bsky.social",
            "lea.bsky.social mention zoe.bsky.social"
        ]
    );
    // Nobody can post in the future: the network's own clock counts then.
    assert!(
        got.posts().iter().any(|p| p.starts_with("did:plc:ccc Quote") && p.contains("Some(1709283600)")),
        "{:?}",
        got.posts()
    );
}

#[test]
fn bluesky_feeds_and_threads() {
    let author =
        |did: &str, handle: &str| format!(r#"{{"did":"{did}","handle":"{handle}","displayName":"N"}}"#);
    let post = format!(
        r#"{{"uri":"{AT}","cid":"c","author":{},"record":{{"$type":"app.bsky.feed.post","createdAt":"2024-03-01T08:00:00Z","text":"bonjour"}},"replyCount":1,"repostCount":2,"likeCount":3,"quoteCount":0,"indexedAt":"2024-03-01T08:00:01Z"}}"#,
        author("did:plc:aaa", "lea.bsky.social")
    );
    let answer = format!(
        r#"{{"uri":"at://did:plc:ccc/app.bsky.feed.post/3k2","cid":"c","author":{},"record":{{"createdAt":"2024-03-01T09:00:00Z","text":"oui","reply":{{"parent":{{"uri":"{AT}"}},"root":{{"uri":"{AT}"}}}}}},"likeCount":0}}"#,
        author("did:plc:ccc", "omar.bsky.social")
    );
    let feed = format!(
        r#"{{"feed":[{{"post":{post},"reason":{{"$type":"app.bsky.feed.defs#reasonRepost","by":{},"indexedAt":"2024-03-02T00:00:00Z"}}}},{{"post":{answer}}}],"cursor":"x"}}"#,
        author("did:plc:bbb", "nina.bsky.social")
    );
    let got = import(feed);
    assert_eq!((got.receipt.format, got.rows()), ("bluesky_api", (2, 2, 0, 0)));
    assert_eq!(
        got.ties(),
        ["nina.bsky.social repost lea.bsky.social", "omar.bsky.social reply lea.bsky.social"]
    );
    assert_eq!(got.likes(AT), Some(3.0));
    let thread =
        format!(r#"{{"thread":{{"$type":"x","post":{post},"replies":[{{"post":{answer},"replies":[]}}]}}}}"#);
    assert_eq!(
        (import(&thread).rows(), import(&thread).ties()),
        ((2, 2, 0, 0), vec!["omar.bsky.social reply lea.bsky.social".to_string()])
    );
    assert_eq!(import(format!("{{\"posts\":[{post}],\"hitsTotal\":1}}")).posts().len(), 1);
    assert_eq!(import(format!("{post}\n{answer}\n")).ties(), ["omar.bsky.social reply lea.bsky.social"]);
}

#[test]
fn mastodon_statuses() {
    let account = |id: &str, acct: &str, url: &str| {
        format!(
            r#"{{"id":"{id}","username":"{}","acct":"{acct}","url":"{url}","display_name":"N","note":"<p>b</p>","followers_count":4}}"#,
            acct.split('@').next().unwrap()
        )
    };
    let lea = account("1", "lea", "https://mas.example/@lea");
    let omar = account("2", "omar@far.example", "https://far.example/@omar");
    let base = |id: &str, account: &str, more: &str| {
        format!(
            r#"{{"id":"{id}","created_at":"2024-03-01T09:00:00.000Z","uri":"https://mas.example/users/x/statuses/{id}","url":"https://mas.example/@x/{id}","content":"<p>un<br>deux &amp; trois</p>","account":{account},"favourites_count":5,"reblogs_count":1,"replies_count":0,"language":"fr"{more}}}"#
        )
    };
    let original = base(
        "10",
        &lea,
        r#","mentions":[{"id":"2","username":"omar","acct":"omar@far.example","url":"https://far.example/@omar"}],"reblog":null"#,
    );
    let boost = base("11", &omar, &format!(r#","mentions":[],"reblog":{original}"#));
    let reply = base(
        "12",
        &omar,
        r#","in_reply_to_id":"10","in_reply_to_account_id":"1","mentions":[{"id":"1","username":"lea","acct":"lea","url":"https://mas.example/@lea"}],"reblog":null"#,
    );
    for text in [
        format!("[{original},{boost},{reply}]"),
        format!("{{\"statuses\":[{original},{boost},{reply}],\"accounts\":[]}}"),
    ] {
        let got = import(text);
        assert_eq!((got.receipt.format, got.rows()), ("mastodon_api", (3, 3, 0, 0)));
        assert_eq!(
            got.ties(),
            [
                "lea@mas.example mention omar@far.example",
                "omar@far.example reply lea@mas.example",
                "omar@far.example repost lea@mas.example"
            ]
        );
        assert_eq!(got.likes("https://mas.example/users/x/statuses/10"), Some(5.0));
        assert!(got.posts()[0].ends_with("un\ndeux & trois"), "{:?}", got.posts());
    }
}

#[test]
fn reddit_by_lines_and_by_listings() {
    let lines = r#"{"id":"c2","subreddit":"coffee","author":"nina","created_utc":"1709283700","body":"et /u/zoe_k ? mail@u/x http://x/u/no","score":3,"link_id":"t3_p1","parent_id":"t1_c1"}
{"id":"p1","subreddit":"coffee","author":"lea_b","created_utc":1709283600,"title":"Lumen &amp; co","selftext":"[removed]","score":12,"num_comments":3,"permalink":"/r/coffee/comments/p1/x/"}
{"id":"c1","subreddit":"coffee","author":"omar","created_utc":1709283650.0,"body":"oui","score":1,"link_id":"t3_p1","parent_id":"t3_p1"}
{"id":"c3","subreddit":"coffee","author":"[deleted]","created_utc":1709283660,"body":"[deleted]","score":1,"link_id":"t3_p1","parent_id":"t3_p1"}
{"id":"c4","subreddit":"coffee","author":"max","created_utc":1709283670,"body":"?","score":1,"link_id":"t3_p1","parent_id":"t1_c3"}"#;
    let got = import(lines);
    assert_eq!((got.receipt.format, got.rows()), ("reddit", (5, 4, 1, 0)));
    assert_eq!(got.issues(), ["author.deleted×1"]);
    assert_eq!(got.ties(), ["nina mention zoe_k", "nina reply omar", "omar reply lea_b"]);
    assert!(
        got.posts().iter().any(|p| p == "lea_b Original t3_p1 Some(1709283600) Lumen & co"),
        "{:?}",
        got.posts()
    );

    let listing = r#"[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"name":"t3_p1","id":"p1","subreddit":"coffee","author":"lea_b","created_utc":1709283600.0,"title":"Lumen","selftext":"","ups":12,"num_comments":3}}]}},
{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"name":"t1_c1","id":"c1","subreddit":"coffee","author":"omar","created_utc":1709283650.0,"body":"oui","ups":1,"parent_id":"t3_p1","link_id":"t3_p1","replies":{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"name":"t1_c2","id":"c2","subreddit":"coffee","author":"nina","created_utc":1709283700.0,"body":"non","ups":1,"parent_id":"t1_c1","link_id":"t3_p1","replies":""}}]}}}},{"kind":"more","data":{"parent_id":"t3_p1","children":["c9"]}}]}}]"#;
    let got = import(listing);
    assert_eq!((got.receipt.format, got.rows()), ("reddit", (4, 3, 1, 0)));
    assert_eq!(got.ties(), ["nina reply omar", "omar reply lea_b"]);
    assert_eq!(got.issues(), ["comments.not_loaded×1"]);
}

#[test]
fn youtube() {
    let videos = r#"{"kind":"youtube#videoListResponse","items":[{"kind":"youtube#video","id":"v1","snippet":{"publishedAt":"2024-03-01T09:00:00Z","channelId":"UC1","title":"Torréfaction","description":"avec @omar.v","channelTitle":"Léa"},"statistics":{"viewCount":"900","likeCount":"40","commentCount":"2"}}]}"#;
    let threads = r#"{"kind":"youtube#commentThreadListResponse","items":[{"kind":"youtube#commentThread","id":"k1","snippet":{"channelId":"UC1","videoId":"v1","topLevelComment":{"kind":"youtube#comment","id":"k1","snippet":{"videoId":"v1","textDisplay":"super &lt;3<br>oui","authorDisplayName":"@nina","authorChannelId":{"value":"UC3"},"likeCount":2,"publishedAt":"2024-03-01T10:00:00Z"}},"totalReplyCount":1},"replies":{"comments":[{"kind":"youtube#comment","id":"k1.a","snippet":{"videoId":"v1","textOriginal":"oui","parentId":"k1","authorDisplayName":"Max","authorChannelId":{"value":"UC4"},"likeCount":0,"publishedAt":"2024-03-01T11:00:00Z"}}]}}]}"#;
    let (receipts, got) =
        import_bundle("", &[("threads.json", threads.as_bytes()), ("videos.json", videos.as_bytes())]);
    assert_eq!(
        receipts.iter().map(|r| (r.format, r.seen, r.kept)).collect::<Vec<_>>(),
        [("youtube_api", 2, 2), ("youtube_api", 1, 1)]
    );
    assert_eq!(got.ties(), ["nina reply uc1", "uc1 mention omar.v", "uc4 reply nina"]);
    assert_eq!((got.likes("v1"), got.name("uc1")), (Some(40.0), Some("Léa")));
    assert!(got.posts().iter().any(|p| p.ends_with("super <3\noui")), "{:?}", got.posts());
    let described = r#"{"id":"v1","extractor":"youtube","title":"Torréfaction","description":"d","uploader":"Léa","uploader_id":"@lea","channel_id":"UC1","channel":"Léa","channel_follower_count":70,"upload_date":"20240301","view_count":9,"like_count":4,"comment_count":1,"comments":[{"id":"k1","text":"super","author":"@nina","author_id":"UC3","parent":"root","timestamp":1709283700,"like_count":1}]}"#;
    let got = import(described);
    assert_eq!(
        (got.receipt.format, got.rows(), got.ties()),
        ("yt_dlp", (1, 1, 0, 0), vec!["nina reply lea".to_string()])
    );
    assert_eq!((got.followers("lea"), got.receipt.posts), (70.0, 2));
}

#[test]
fn crowdtangle() {
    let text = r#"{"status":200,"result":{"posts":[{"id":1,"platformId":"100_200","platform":"Facebook","date":"2024-03-01 09:00:00","updated":"2024-03-02 09:00:00","type":"photo","message":"bonjour","postUrl":"https://www.facebook.com/100/posts/200","subscriberCount":900,"statistics":{"actual":{"likeCount":5,"shareCount":2,"commentCount":1,"loveCount":3,"hahaCount":0}},"account":{"id":9,"name":"Café Lumen","handle":"cafelumen","platform":"Facebook","platformId":"100","subscriberCount":1000,"verified":true}}],"pagination":{}}}"#;
    let got = import(text);
    assert_eq!((got.receipt.format, got.rows()), ("crowdtangle_api", (1, 1, 0, 0)));
    assert_eq!(
        (got.likes("100_200"), got.followers("cafelumen"), got.platform("cafelumen")),
        (Some(8.0), 900.0, "facebook")
    );
}

#[test]
fn the_second_api_in_pieces() {
    // Accounts apart from their posts, in any order: academictwitteR keeps them so.
    let posts: &[u8] = br#"[{"id":"5","author_id":"1","text":"@omar oui","created_at":"2024-03-01T09:00:00.000Z","in_reply_to_user_id":"2","referenced_tweets":[{"type":"replied_to","id":"4"}]}]"#;
    let users: &[u8] = br#"{"users":[{"id":"1","username":"lea","name":"L"},{"id":"2","username":"omar","name":"O"}],"tweets":[]}"#;
    for files in
        [[("data_1.json", posts), ("users_1.json", users)], [("users_1.json", users), ("data_1.json", posts)]]
    {
        let (receipts, got) = import_bundle("d", &files);
        assert!(receipts.iter().all(|r| r.format == "twarc_v2" && r.dropped == 0));
        assert_eq!(got.ties(), ["lea reply omar"]);
    }
    // Pages written one after the other, over many lines.
    let page = |id: u32| {
        format!(
            "{{\n \"data\": [\n  {{\"id\":\"{id}\",\"author_id\":\"1\",\"text\":\"t\",\"created_at\":\"2024-03-01T09:00:00.000Z\"}}\n ],\n \"includes\": {{\"users\": [{{\"id\":\"1\",\"username\":\"lea\",\"name\":\"L\"}}]}}\n}}\n"
        )
    };
    assert_eq!(import(page(5) + &page(6)).rows(), (2, 2, 0, 0));
    assert_eq!(import(format!("[{},{}]", page(5), page(6))).rows(), (2, 2, 0, 0));
    // Counts say how many, and nothing of whom.
    let counts = import(
        r#"{"data":[{"start":"2024-03-01T09:00:00.000Z","end":"2024-03-01T10:00:00.000Z","tweet_count":3}],"meta":{"total_tweet_count":3},"__twarc":{"url":"u"}}"#,
    );
    assert_eq!((counts.rows(), counts.issues()), ((1, 0, 1, 0), vec!["counts.only×1".to_string()]));
}

#[test]
fn compressed_archives_of_reddit_are_named() {
    assert_eq!(code(b"\x28\xb5\x2f\xfd\x00\x00\x00\x00rest"), "format.unsupported");
}
