//! Tables of collectors: what their columns leave open, the texts, the addresses and the handles tell. The rows are invented.

use crate::support::{gives, import};

#[test]
fn an_empty_column_of_mentions_leaves_them_to_the_text() {
    let found = import(
        r#"url,date,rawContent,id,user.username,user.id,user.displayname,user.followersCount,replyCount,retweetCount,likeCount,quoteCount,lang,retweetedTweet,quotedTweet,inReplyToTweetId,inReplyToUser.username,mentionedUsers
https://twitter.com/cafe_lumen/status/1740000000000000001,2023-03-01 09:00:00+00:00,Nouveau @atelier_nova,1740000000000000001,cafe_lumen,2001,Café,1500,1,7,42,0,fr,,,,,
https://twitter.com/omar/status/1740000000000000003,2023-03-01 09:10:00+00:00,@cafe_lumen oui,1740000000000000003,omar,2003,Omar,40,0,0,3,0,fr,,,1740000000000000001,cafe_lumen,
"#,
    );
    gives(&found, "posts", 2, &["cafe_lumen mention atelier_nova", "omar reply cafe_lumen"]);
}

#[test]
fn names_with_their_server_are_mentioned_with_it() {
    let found = import(
        r#"id,uri,created_at,content,visibility,sensitive,language,replies_count,reblogs_count,favourites_count,url,in_reply_to_id,in_reply_to_account_id,account.acct,account.id,account.followers_count,reblog.account.acct
110001,https://piaille.example/users/lea/statuses/110001,2023-03-01T09:00:00Z,<p>Avec <span>@nina@mastodon.example</span></p>,public,FALSE,fr,1,2,5,https://piaille.example/@lea/110001,NA,NA,lea@piaille.example,11,300,NA
110002,https://piaille.example/users/omar/statuses/110002,2023-03-01T09:10:00Z,,public,FALSE,fr,0,2,5,NA,NA,NA,omar@piaille.example,12,40,lea@piaille.example
"#,
    );
    gives(
        &found,
        "posts",
        2,
        &[
            "lea@piaille.example mention nina@mastodon.example",
            "omar@piaille.example repost lea@piaille.example",
        ],
    );
}

#[test]
fn addresses_of_bluesky_are_ids() {
    let found = import(
        r#"uri,cid,author_handle,author_did,author_display_name,text,created_at,like_count,repost_count,reply_count,quote_count,langs,reply_parent_uri,reply_root_uri
at://did:plc:aaa/app.bsky.feed.post/k1,bafy1,lea.bsky.social,did:plc:aaa,Léa,Avec @nina.bsky.social,2023-03-01T09:00:00.000Z,42,7,1,0,fr,,
at://did:plc:bbb/app.bsky.feed.post/k2,bafy2,omar.bsky.social,did:plc:bbb,Omar,oui,2023-03-01T09:10:00.000Z,3,0,0,0,fr,at://did:plc:aaa/app.bsky.feed.post/k1,at://did:plc:aaa/app.bsky.feed.post/k1
"#,
    );
    gives(
        &found,
        "posts",
        2,
        &["lea.bsky.social mention nina.bsky.social", "omar.bsky.social reply lea.bsky.social"],
    );
    assert_eq!(found.platform("omar.bsky.social"), "bluesky");
}

#[test]
fn screen_names_come_before_names_of_users() {
    let found = import(
        r#"id,published at,platform,permalink,user name,user screen name,user id,user followers,text,language,sentiment,impressions,reach,engagements,likes,shares,comments,mentions,post type
tw1,2023-03-01T09:00:00Z,twitter,https://twitter.com/cafe_lumen/status/1740000000000000001,Café,cafe_lumen,2001,1500,Nouveau @atelier_nova,fr,neutral,1200,900,50,42,7,1,atelier_nova,original
tw2,2023-03-01T09:05:00Z,twitter,https://twitter.com/nina/status/1740000000000000002,Nina,nina,2002,90,RT @cafe_lumen: Nouveau @atelier_nova,fr,neutral,90,90,0,0,0,0,cafe_lumen|atelier_nova,retweet
tw3,2023-03-14T09:10:00Z,twitter,https://twitter.com/omar/status/1740000000000000003,Omar,omar,2003,40,@cafe_lumen oui,fr,positive,40,40,3,3,0,0,cafe_lumen,reply
"#,
    );
    gives(
        &found,
        "posts",
        3,
        &["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"],
    );
    assert_eq!(found.followers("cafe_lumen"), 1500.0);
}

#[test]
fn kinds_of_ties_beside_empty_labels() {
    let found = import(
        r#"Source,Target,Type,Kind,Label,Timeset,Weight
omar,cafe_lumen,Directed,reply,,,1
nina,cafe_lumen,Directed,retweet,,,2.0
"#,
    );
    gives(&found, "edges", 2, &["nina repost cafe_lumen", "omar reply cafe_lumen"]);
}

#[test]
fn posts_and_members_of_telegram_channels() {
    let found = import(
        r#"Channel,Username,Subscribers,Post link,Date,Text,Views,Forwards,Reactions,Comments
Café Lumen,@cafelumen,1500,https://t.me/cafelumen/15,2023-03-01 09:00:00,Bonjour @nina_b,120,2,4,1
Omar,@omarv,40,https://t.me/omarv/16,2023-03-14 09:10:00,oui,90,0,0,0
"#,
    );
    gives(&found, "posts", 2, &["cafelumen mention nina_b"]);
    assert_eq!((found.followers("cafelumen"), found.platform("omarv")), (1500.0, "telegram"));
}
