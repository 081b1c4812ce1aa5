//! Captures of pages: Zeeschuimer, 4CAT, GraphQL answers, scrapers.

use crate::support::{Import, import};

fn capture(platform: &str, id: &str, data: &str) -> String {
    format!(
        r#"{{"nav_index":"1:2:0","item_id":"{id}","timestamp_collected":1709290000000,"last_updated":1709290000000,"source_platform":"{platform}","source_platform_url":"https://x","source_url":"https://y","user_agent":"z","data":{data}}}"#
    )
}

fn tweet(id: &str, handle: &str, user: &str, text: &str, more: &str, legacy: &str) -> String {
    format!(
        r#"{{"__typename":"Tweet","rest_id":"{id}","core":{{"user_results":{{"result":{{"__typename":"User","rest_id":"{user}","core":{{"screen_name":"{handle}","name":"{handle} N"}},"legacy":{{"followers_count":10,"friends_count":3}}}}}}}},"views":{{"count":"300","state":"EnabledWithCount"}}{more},"legacy":{{"created_at":"Fri Mar 01 09:00:00 +0000 2024","full_text":"{text}","id_str":"{id}","user_id_str":"{user}","conversation_id_str":"1","lang":"fr","favorite_count":7,"retweet_count":2,"reply_count":1,"quote_count":0,"bookmark_count":4,"entities":{{"user_mentions":[{{"screen_name":"max_b","id_str":"33","name":"Max"}}]}}{legacy}}}}}"#
    )
}

#[test]
fn posts_of_x_with_what_they_hold() {
    let original = tweet("900", "lea", "11", "un texte entier @max_b", "", "");
    let wrapped = format!(
        r#"{{"__typename":"TweetWithVisibilityResults","tweet":{original},"limitedActionResults":{{}}}}"#
    );
    let repost = tweet(
        "901",
        "omar",
        "12",
        "RT @lea: un texte en…",
        "",
        &format!(r#","retweeted_status_result":{{"result":{wrapped}}}"#),
    );
    let quote = tweet(
        "902",
        "nina",
        "13",
        "voyez &amp; jugez",
        &format!(
            r#","note_tweet":{{"note_tweet_results":{{"result":{{"text":"voyez &amp; jugez, en long","entity_set":{{"user_mentions":[]}}}}}}}},"quoted_status_result":{{"result":{original}}}"#
        ),
        r#","is_quote_status":true,"quoted_status_id_str":"900""#,
    );
    let reply = tweet(
        "903",
        "zoe",
        "14",
        "@lea oui",
        "",
        r#","in_reply_to_screen_name":"lea","in_reply_to_status_id_str":"900","in_reply_to_user_id_str":"11""#,
    );
    let gone = r#"{"__typename":"TweetTombstone","tombstone":{"text":{"text":"…"}}}"#;
    let lines = [("901", &*repost), ("902", &quote), ("903", &reply), ("904", gone), ("901", &repost)]
        .map(|(id, data)| capture("twitter.com", id, data));
    let captured = import(lines.join("\n"));
    assert_eq!((captured.receipt.format, captured.rows()), ("zeeschuimer", (5, 4, 1, 0)));
    assert_eq!(captured.issues(), ["post.unavailable×1"]);

    let entry =
        |tweet: &str| format!(r#"{{"content":{{"itemContent":{{"tweet_results":{{"result":{tweet}}}}}}}}}"#);
    let page = format!(
        r#"{{"data":{{"home":{{"instructions":[{{"entries":[{}]}}]}}}}}}"#,
        [&*repost, &quote, &reply, gone].map(entry).join(",")
    );
    let page = import(page);
    assert_eq!((page.receipt.format, page.rows()), ("x_graphql", (4, 3, 1, 0)));
    for got in [&captured, &page] {
        assert_eq!(
            got.ties(),
            [
                "lea mention max_b",
                "nina mention max_b",
                "nina quote lea",
                "omar repost lea",
                "zoe mention max_b",
                "zoe reply lea"
            ]
        );
        assert_eq!((got.likes("900"), got.likes("901"), got.likes("902")), (Some(7.0), None, Some(7.0)));
        assert_eq!((got.followers("lea"), got.name("max_b")), (10.0, Some("Max")));
        let posts = got.posts();
        assert!(
            posts[0].ends_with("un texte entier @max_b") && posts[1].ends_with("voyez & jugez, en long"),
            "{posts:?}"
        );
        assert!(
            posts.contains(&"omar Repost 901 Some(1709283600) un texte entier @max_b".to_string()),
            "{posts:?}"
        );
    }
}

#[test]
fn lists_of_accounts_of_x() {
    let user = |id: &str, name: &str| {
        format!(
            r#"{{"content":{{"user_results":{{"result":{{"rest_id":"{id}","is_blue_verified":false,"legacy":{{"screen_name":"{name}","name":"N","followers_count":5}}}}}}}}}}"#
        )
    };
    let got = import(format!(r#"{{"data":{{"entries":[{},{}]}}}}"#, user("1", "lea"), user("2", "omar")));
    assert_eq!((got.receipt.format, got.rows(), got.followers("omar")), ("x_graphql", (2, 2, 0, 0), 5.0));
}

#[test]
fn tiktok_videos_and_comments() {
    let video = |likes: u32, at: u64| {
        format!(
            r#"{{"nav_index":"1","item_id":"70","timestamp_collected":{at},"source_platform":"tiktok.com","data":{{"id":"70","desc":"Duel @lea.brule","createTime":1709283600,"author":{{"id":"9","uniqueId":"cafe.lumen","nickname":"Café"}},"authorStats":{{"followerCount":5400}},"stats":{{"diggCount":{likes},"shareCount":3,"commentCount":9,"playCount":4100,"collectCount":"2"}},"textExtra":[{{"hashtagName":"x"}},{{"userUniqueId":"lea.brule","userId":"8"}}]}}}}"#
        )
    };
    let comment = capture(
        "tiktok.com",
        "71",
        r#"{"cid":"71","aweme_id":"70","text":"bravo","create_time":1709283700,"digg_count":1,"reply_id":"0","reply_comment_total":0,"user":{"uid":"5","unique_id":"omar","nickname":"O"}}"#,
    );
    // Captured twice: the later capture has the newest counters, in whichever order they come.
    for lines in [
        [comment.clone(), video(150, 1_709_290_000_000), video(120, 1_709_280_000_000)],
        [video(120, 1_709_280_000_000), video(150, 1_709_290_000_000), comment],
    ] {
        let got = import(lines.join("\n"));
        assert_eq!((got.rows(), got.receipt.posts), ((3, 3, 0, 0), 2));
        assert_eq!(got.ties(), ["cafe.lumen mention lea.brule", "omar reply cafe.lumen"]);
        assert_eq!((got.likes("70"), got.followers("cafe.lumen")), (Some(150.0), 5400.0));
    }
    let api = r#"{"status_code":0,"itemList":[{"id":"70","desc":"d","createTime":1709283600,"author":{"id":"9","uniqueId":"cafe.lumen"},"stats":{"diggCount":1}}]}"#;
    assert_eq!((import(api).receipt.format, import(api).rows()), ("tiktok_json", (1, 1, 0, 0)));
    let scraped = r#"[{"id":"70","text":"d @lea.b","createTimeISO":"2024-03-01T09:00:00.000Z","authorMeta":{"id":"9","name":"cafe.lumen","nickName":"Café","fans":12},"diggCount":3,"playCount":9,"webVideoUrl":"https://www.tiktok.com/@cafe.lumen/video/70","mentions":["@lea.b"]}]"#;
    let got = import(scraped);
    assert_eq!(
        (got.ties(), got.followers("cafe.lumen")),
        (vec!["cafe.lumen mention lea.b".to_string()], 12.0)
    );
    let research = r#"{"data":{"videos":[{"id":70,"username":"cafe.lumen","video_description":"d","create_time":1709283600,"like_count":4,"view_count":8,"share_count":0,"comment_count":1}],"has_more":false}}"#;
    assert_eq!(import(research).posts(), ["cafe.lumen Original 70 Some(1709283600) d"]);
}

#[test]
fn instagram_in_every_shape() {
    let graph = r#"{"__typename":"GraphImage","id":"1","shortcode":"Cx1","taken_at_timestamp":1709283600,"edge_media_to_caption":{"edges":[{"node":{"text":"avec @nina.b"}}]},"edge_media_preview_like":{"count":12},"edge_media_preview_comment":{"count":2},"edge_media_to_tagged_user":{"edges":[{"node":{"user":{"username":"omar","id":"3"}}}]},"owner":{"id":"2","username":"lea"}}"#;
    let list = r#"{"pk":"1","id":"1_2","code":"Cx1","media_type":1,"taken_at":1709283600,"caption":{"text":"avec @nina.b"},"like_count":12,"comment_count":2,"usertags":{"in":[{"user":{"username":"omar","pk":"3"}}]},"user":{"pk":"2","username":"lea"}}"#;
    let hidden = r#"{"pk":"9","code":"Cx2","media_type":1,"taken_at":1709283600,"caption":null,"like_count":3,"like_and_view_counts_disabled":true,"user":{"pk":"2","username":"lea"}}"#;
    let polaris = r#"{"__typename":"XIGPolarisVideoMedia","code":"Cx3","caption":{"text":"p"},"play_count":5,"user":{"id":"2","username":"lea"}}"#;
    let actor = r#"{"id":"1","shortCode":"Cx1","url":"https://www.instagram.com/p/Cx1/","caption":"avec @nina.b","timestamp":"2024-03-01T09:00:00.000Z","likesCount":12,"commentsCount":2,"ownerUsername":"lea","ownerId":"2","taggedUsers":[{"username":"omar","id":"3"}],"latestComments":[{"id":"5","text":"beau","ownerUsername":"zoe","timestamp":"2024-03-01T10:00:00.000Z","likesCount":1,"replies":[{"id":"6","text":"merci","ownerUsername":"lea"}]}]}"#;
    let check = |got: &Import, comments: bool| {
        let mut ties = vec!["lea mention nina.b", "lea mention omar"];
        if comments {
            ties.extend(["lea reply zoe", "zoe reply lea"]);
        }
        assert_eq!(got.ties(), ties);
        assert_eq!(got.likes("Cx1"), Some(12.0));
        assert!(
            got.posts().iter().any(|p| p == "lea Original Cx1 Some(1709283600) avec @nina.b"),
            "{:?}",
            got.posts()
        );
    };
    check(&import(capture("instagram.com", "1", graph)), false);
    check(&import(capture("instagram.com", "1", list)), false);
    check(&import(format!("[{actor}]")), true);
    check(&import(format!("{{\"node\":{graph},\"instaloader\":{{\"version\":\"4\"}}}}")), false);
    check(&import(format!("{{\"data\":{{\"user\":{{\"edges\":[{{\"node\":{graph}}}]}}}}}}")), false);
    let other =
        import([capture("instagram.com", "9", hidden), capture("instagram.com", "8", polaris)].join("\n"));
    assert_eq!((other.rows(), other.likes("Cx2")), ((2, 2, 0, 0), None));
    let interface = r#"{"data":[{"id":"17","caption":"c","media_type":"IMAGE","permalink":"https://www.instagram.com/p/Cx7/","timestamp":"2024-03-01T09:00:00+0000","username":"lea","like_count":4,"comments_count":1,"comments":{"data":[{"id":"18","text":"ok","username":"omar","timestamp":"2024-03-01T09:10:00+0000"}]}}],"paging":{}}"#;
    let got = import(interface);
    assert_eq!((got.receipt.format, got.ties()), ("instagram_json", vec!["omar reply lea".to_string()]));
}

#[test]
fn the_other_networks_that_are_captured() {
    let lines = [
        capture(
            "threads.com",
            "T1",
            r#"{"pk":"1","code":"T1","taken_at":1709283600,"caption":{"text":"fil"},"like_count":3,"user":{"pk":"7","username":"lea"},"text_post_app_info":{"repost_count":1,"direct_reply_count":2,"quote_count":0,"reply_to_author":{"username":"omar","pk":"8"}}}"#,
        ),
        capture(
            "truthsocial.com",
            "1",
            r#"{"id":"1","created_at":"2024-03-01T09:00:00.000Z","content":"<p>Hi <b>you</b></p>","account":{"id":"5","username":"ana","acct":"ana","followers_count":9},"favourites_count":2,"reblogs_count":1,"replies_count":0,"mentions":[{"id":"6","username":"bo","acct":"bo"}]}"#,
        ),
        capture(
            "gab.com",
            "2",
            r#"{"id":"2","created_at":"2024-03-01T09:00:00.000Z","content":"g","account":{"id":"5","username":"gus","acct":"gus"},"reaction_count":4}"#,
        ),
        capture(
            "9gag.com",
            "3",
            r#"{"id":"a3","url":"https://9gag.com/gag/a3","title":"t","description":"","creationTs":1709283600,"upVoteCount":5,"commentsCount":1,"creator":{"username":"gagger","fullName":"G"}}"#,
        ),
        capture("9gag.com", "4", r#"{"id":"a4","title":"t","creationTs":1709283600,"creator":null}"#),
        capture(
            "imgur.com",
            "5",
            r#"{"id":"i5","title":"t","description":"d","account_id":77,"created_at":"2024-03-01T09:00:00Z","upvote_count":3,"view_count":8}"#,
        ),
        capture(
            "pinterest.com",
            "6",
            r#"{"id":"p6","title":"pin","description":"d","pinner":{"id":"1","username":"pam","full_name":"P"},"nativeCreator":{"username":"cru"},"created_at":"Fri, 01 Mar 2024 09:00:00 +0000"}"#,
        ),
        capture(
            "xiaohongshu.com",
            "7",
            r#"{"id":"x7","type":"normal","note_card":{"display_title":"标题","desc":"正文","user":{"nickname":"小明","user_id":"u1"},"interact_info":{"liked_count":"1.2万"},"time":1709283600000}}"#,
        ),
        capture(
            "linkedin.com",
            "8",
            r#"{"updateMetadata":{"urn":"urn:li:activity:7169272822968320000"},"actor":{"name":{"text":"Léa B"},"navigationContext":{"actionTarget":"https://www.linkedin.com/in/lea-b?trk=x"}},"commentary":{"text":{"text":"pro","attributes":[{"type":"PROFILE_MENTION","*miniProfile":{"publicIdentifier":"omar-v"}}]}},"*socialDetail":{"*totalSocialActivityCounts":{"numLikes":6,"numComments":1,"numShares":0}}}"#,
        ),
        capture(
            "douyin.com",
            "9",
            r#"{"aweme_id":"d9","desc":"抖","create_time":1709283600,"author":{"uid":"3","nickname":"N","unique_id":"dd"},"statistics":{"digg_count":8,"comment_count":1,"share_count":0}}"#,
        ),
        capture("zorglub.example", "10", r#"{"a":1}"#),
    ];
    let got = import(lines.join("\n"));
    assert_eq!(got.rows(), (11, 9, 2, 0));
    assert_eq!(got.issues(), ["capture.source_unknown×1", "row.no_author×1"]);
    assert_eq!(got.ties(), ["ana mention bo", "lea reply omar", "lea-b mention omar-v", "pam mention cru"]);
    for (handle, platform) in
        [("ana", "truth"), ("gus", "gab"), ("pam", "pinterest"), ("lea-b", "linkedin"), ("小明", "web")]
    {
        assert_eq!(got.platform(handle), platform);
    }
    assert_eq!((got.likes("x7"), got.likes("d9"), got.likes("2")), (Some(12_000.0), Some(8.0), Some(4.0)));
    let posts = got.posts();
    assert!(posts.iter().any(|p| p == "ana Original 1 Some(1709283600) Hi you"), "{posts:?}");
    // The page shows how long ago it was; the number of the post holds the moment.
    assert!(posts.iter().any(|p| p.starts_with("lea-b Original 7169272822968320000 Some(1709")), "{posts:?}");
}

#[test]
fn what_4cat_makes_of_captures() {
    let line = r#"{"id":"70","desc":"Duel","createTime":1709283600,"author":{"id":"9","uniqueId":"cafe.lumen"},"stats":{"diggCount":4},"__import_meta":{"source_platform":"tiktok.com","source_platform_url":"u","timestamp_collected":1709290000000}}"#;
    let got = import(line);
    assert_eq!((got.receipt.format, got.rows(), got.likes("70")), ("fourcat_json", (1, 1, 0, 0), Some(4.0)));
}

#[test]
fn scrapers_of_x() {
    let snscrape = r#"{"_type":"snscrape.modules.twitter.Tweet","url":"https://twitter.com/omar/status/2","date":"2024-03-01T09:00:00+00:00","rawContent":"voir @nina","id":2,"user":{"username":"omar","id":12,"displayname":"Omar","followersCount":50},"replyCount":1,"retweetCount":2,"likeCount":3,"quoteCount":0,"conversationId":2,"lang":"fr","quotedTweet":{"_type":"snscrape.modules.twitter.Tweet","id":1,"date":"2024-02-01T09:00:00+00:00","rawContent":"avant","user":{"username":"lea","id":11},"likeCount":9},"inReplyToUser":null,"mentionedUsers":[{"username":"nina","id":13}]}
{"_type":"snscrape.modules.twitter.Tweet","date":"2024-03-01T09:05:00+00:00","rawContent":"@lea oui","id":3,"user":{"username":"zoe","id":14},"likeCount":0,"retweetCount":0,"inReplyToTweetId":1,"inReplyToUser":{"username":"lea","id":11},"mentionedUsers":[{"username":"lea","id":11}],"conversationId":1}
{"_type":"snscrape.modules.twitter.Tweet","date":"2024-03-01T09:06:00+00:00","rawContent":"RT @lea: avant","id":4,"user":{"username":"max","id":15},"likeCount":9,"retweetCount":9,"retweetedTweet":{"id":1,"date":"2024-02-01T09:00:00+00:00","rawContent":"avant","user":{"username":"lea","id":11},"likeCount":9},"mentionedUsers":null,"conversationId":4}"#;
    let got = import(snscrape);
    assert_eq!((got.receipt.format, got.rows()), ("x_scraper", (3, 3, 0, 0)));
    assert_eq!(got.ties(), ["max repost lea", "omar mention nina", "omar quote lea", "zoe reply lea"]);
    assert_eq!((got.likes("1"), got.likes("4"), got.followers("omar")), (Some(9.0), None, 50.0));

    let twint = r#"{"id":5,"conversation_id":"5","created_at":"2024-03-01 09:00:00 UTC","date":"2024-03-01","time":"09:00:00","timezone":"+0000","user_id":12,"username":"omar","name":"O","tweet":"@lea oui","language":"fr","mentions":[],"replies_count":0,"retweets_count":1,"likes_count":2,"retweet":false,"quote_url":"https://twitter.com/nina/status/9","user_rt":"","reply_to":[{"screen_name":"omar","id":"12"},{"screen_name":"lea","id":"11"}]}
{"id":6,"created_at":"2024-03-01 09:00:00 UTC","date":"2024-03-01","time":"09:00:00","timezone":"+0100","user_id":11,"username":"lea","tweet":"x","mentions":[{"screen_name":"max","id":"15"}],"replies_count":0,"retweets_count":1,"likes_count":2,"retweet":true,"user_rt":"zoe","user_rt_id":"14","retweet_id":"7","reply_to":[]}"#;
    let got = import(twint);
    assert_eq!(got.ties(), ["omar mention lea", "omar quote nina", "zoe repost lea"]);
    assert_eq!(got.likes("5"), Some(2.0));

    let actor = r#"[{"type":"tweet","id":"8","url":"https://x.com/omar/status/8","text":"@lea salut","createdAt":"Fri Mar 01 09:00:00 +0000 2024","author":{"userName":"omar","id":"12","name":"O","followers":5},"likeCount":1,"retweetCount":0,"isReply":true,"inReplyToId":"1","inReplyToUsername":"lea","inReplyToUserId":"11","entities":{"user_mentions":[{"screen_name":"lea","id_str":"11"}]}}]"#;
    assert_eq!(import(actor).ties(), ["omar reply lea"]);
}

#[test]
fn stories_of_facebook_whose_parts_lie_in_sections() {
    let story = |id: &str, who: &str, text: &str, more: &str| {
        capture(
            "facebook.com",
            id,
            &format!(
                r#"{{"id":"S:_I9:{id}","comet_sections":{{"content":{{"story":{{"post_id":"{id}","wwwURL":"https://www.facebook.com/{who}/posts/{id}","message":{text},"actors":[{{"id":"9{id}","name":"{who} N","url":"https://www.facebook.com/{who}"}}]{more}}}}},"context_layout":{{"story":{{"comet_sections":{{"metadata":[{{"story":{{"creation_time":1677661200}}}}]}}}}}},"feedback":{{"story":{{"of":{{"reaction_count":{{"count":53}},"share_count":{{"count":7}},"comments":{{"total_count":3}}}}}}}}}}}}"#
            ),
        )
    };
    let shared = r#","attached_story":{"post_id":"11","actors":[{"id":"911","name":"cafelumen N","url":"https://www.facebook.com/cafelumen"}],"message":{"text":"Nouveau"}}"#;
    let lines = [
        story("11", "cafelumen", r#"{"text":"Nouveau @lea"}"#, ""),
        story("12", "nina", "null", shared),
        capture("facebook.com", "13", r#"{"comet_sections":{}}"#),
    ];
    let found = import(lines.join("\n"));
    assert_eq!(found.rows(), (3, 2, 1, 0), "{:?}", found.issues());
    assert_eq!(found.ties(), ["cafelumen mention lea", "nina repost cafelumen"]);
    assert_eq!((found.likes("11"), found.platform("nina")), (Some(53.0), "facebook"));
    assert_eq!(found.receipt.first_time, Some(1_677_661_200_000.0));
}

#[test]
fn comments_of_instagram_and_xiaohongshu_answer_posts_or_comments() {
    let comment = |id: &str, who: &str, text: &str, parent: &str| {
        capture(
            "instagram-comments",
            id,
            &format!(
                r#"{{"pk":"{id}","id":"{id}","text":"{text}","created_at":1677661200,"comment_like_count":4,"user":{{"id":"5{id}","unique_id":"{who}","nickname":"{who} N"}},"post_id":"300","post_url":"https://www.instagram.com/reels/A1/","parent_comment_id":{parent}}}"#
            ),
        )
    };
    let lines =
        [comment("901", "lea.brule", "Top @omar_v", "null"), comment("902", "omar_v", "merci", "\"901\"")];
    let found = import(lines.join("\n"));
    assert_eq!(found.ties(), ["lea.brule mention omar_v", "omar_v reply lea.brule"]);
    assert_eq!((found.likes("901"), found.name("lea.brule")), (Some(4.0), Some("lea.brule N")));
    let note = r#"{"id":"c5","note_id":"n1","content":"好","create_time":1677661200000,"like_count":"1.2万","user_info":{"user_id":"u9","nickname":"Mei"}}"#;
    let found = import(capture("xiaohongshu-comments", "c5", note));
    assert_eq!((found.rows().1, found.likes("c5")), (1, Some(12_000.0)));
}

#[test]
fn comments_of_facebook_as_its_page_received_them() {
    let comment = |id: &str, who: &str, text: &str, more: &str| {
        format!(
            r#"{{"node":{{"__typename":"Comment","id":"Y29tbWVudDo","legacy_fbid":"{id}","depth":0,"body":{{"text":"{text}"}},"author":{{"__typename":"User","id":"9{id}","name":"{who} N","url":"https://www.facebook.com/{who}"}},"created_time":1677661200,"feedback":{{"id":"f","url":"https://www.facebook.com/cafelumen/posts/11?comment_id={id}","reactors":{{"count_reduced":"4"}},"replies_fields":{{"total_count":1}}{more}}}}}}}"#
        )
    };
    let under = |id: &str, edges: &str| {
        capture(
            "facebook-comments",
            id,
            &format!(
                r#"{{"__typename":"Feedback","id":"{id}","comment_rendering_instance_for_feed_location":{{"comments":{{"edges":[{edges}]}}}}}}"#
            ),
        )
    };
    let answer = comment("22", "omar", "merci", "");
    let replies = format!(r#","replies_connection":{{"edges":[{answer}]}}"#);
    let lines = [
        under(
            "feedback:11",
            &[comment("21", "lea", "Top @nina", &replies), comment("23", "max", "oui", "")].join(","),
        ),
        // The answers that were asked for later, and an id in base 64: `feedback:11_21`.
        under("ZmVlZGJhY2s6MTFfMjE=", &comment("24", "zoe", "non", "")),
        under("feedback:12", r#"{"node":{"id":"x"}}"#),
    ];
    let found = import(lines.join("\n"));
    assert_eq!(found.rows(), (5, 4, 1, 0), "{:?}", found.issues());
    assert_eq!(found.ties(), ["lea mention nina", "omar reply lea", "zoe reply lea"]);
    assert_eq!((found.likes("21"), found.platform("lea")), (Some(4.0), "facebook"));
    assert_eq!(found.receipt.first_time, Some(1_677_661_200_000.0));
}

#[test]
fn videos_of_bilibili() {
    let lines = [
        r#"{"id":301,"bvid":"BV1ab411c7de","goto":"av","uri":"https://www.bilibili.com/video/BV1ab411c7de","title":"咖啡","duration":125,"pubdate":1677661200,"owner":{"mid":77,"name":"Mei","face":"f"},"stat":{"view":12000,"like":500,"danmaku":33}}"#,
        r#"{"aid":302,"bvid":"BV1xy411c7zz","title":"茶","pubdate":1677661300,"stat":{"view":"1.2万"}}"#,
        r#"{"id":9,"roomid":9,"uid":78,"uname":"Lan","title":"直播","online":5}"#,
    ];
    let lines: Vec<String> =
        lines.iter().enumerate().map(|(i, data)| capture("bilibili.com", &i.to_string(), data)).collect();
    let found = import(lines.join("\n"));
    // A list of a channel's videos does not say whose they are.
    assert_eq!((found.rows(), found.issues()), ((3, 2, 1, 0), vec!["row.no_author×1".to_owned()]));
    assert_eq!((found.likes("BV1ab411c7de"), found.name("mei")), (Some(500.0), Some("Mei")));
    assert_eq!(found.accounts(), 2);
}
