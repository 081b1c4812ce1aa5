//! TikTok and Douyin as their pages, their interfaces and scrapers give them: videos and comments.

use super::found::{Found, Reference, Who};
use super::json::{
    Adapter, JsonAdapter, PostOf, Value, any_count, any_id, any_text, any_time, any_truth, dig, text,
};
use crate::model::{Counts, Platform, PostKind};
use std::borrow::Cow;

/// Videos and comments, one a record.
pub const ADAPTER: Adapter = Adapter {
    code: "tiktok_json",
    paths: &[],
    open: |head| head.any(|v| knows_video(v) || knows_comment(v)).then(|| PostOf::certain(post)),
};

/// Answers saved whole.
pub const PAGES: Adapter = Adapter {
    code: "tiktok_json",
    paths: &[
        "**.itemList[]",
        "**.item_list[]",
        "**.aweme_list[]",
        "**.aweme_detail",
        "**.itemStruct",
        "**.aweme_info",
        "**.data.videos[]",
        "**.comments[]",
    ],
    open: |head| {
        let lists = ["itemList", "item_list", "aweme_list", "aweme_detail", "itemStruct", "aweme_info"];
        let research = head.has_key("videos") && head.has_key("video_description");
        let comments = head.has_key("comments") && head.has_key("aweme_id") && head.has_key("cid");
        (lists.iter().any(|key| head.has_key(key)) || research || comments)
            .then(|| PostOf::certain(post) as Box<dyn JsonAdapter>)
    },
};

/// A video or a comment, whichever the record is.
fn post<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    if knows_comment(value) { comment(value) } else { video(value) }
}

/// Whether a value is a video.
fn knows_video(value: &Value<'_>) -> bool {
    let has = |key: &str| value.get(key).is_some();
    let page =
        has("desc") && (has("createTime") || has("create_time")) && (has("author") || has("authorInfo"));
    let scraper = has("authorMeta") && (has("diggCount") || has("playCount") || has("webVideoUrl"));
    let research = has("video_description") && has("username");
    page || scraper || research
}

/// Whether a value is a comment.
pub fn knows_comment(value: &Value<'_>) -> bool {
    let has = |key: &str| value.get(key).is_some();
    (has("cid") && has("aweme_id") && has("text"))
        || (has("cid") && has("text") && (has("uniqueId") || has("videoWebUrl")))
}

/// A video.
pub fn video<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let mut found = Found::on(Platform::TikTok);
    found.id = any_id(value, &["id", "aweme_id", "awemeId", "video_id"]);
    found.author = author(value);
    found.time = any_time(value, &["createTime", "create_time", "createTimeISO"]);
    found.text = any_text(value, &["desc", "video_description", "text", "title"]);
    found.lang = any_text(value, &["textLanguage", "desc_language"]);
    found.url = any_text(value, &["webVideoUrl", "share_url"]);
    if found.url.is_none()
        && let (Some(handle), Some(id)) = (found.author.handle.as_deref(), found.id.as_deref())
    {
        found.url = Some(Cow::Owned(format!("https://www.tiktok.com/@{handle}/video/{id}")));
    }
    // `statsV2` holds the same counters as text, exact where `stats` is rounded.
    let stats = |one: &str, other: &str, flat: &str, snake: &str| {
        let paths = [
            format!("statsV2.{one}"),
            format!("stats.{one}"),
            format!("statistics.{other}"),
            flat.to_owned(),
            snake.to_owned(),
        ];
        any_count(value, &paths.each_ref().map(String::as_str))
    };
    found.counts = Counts {
        likes: stats("diggCount", "digg_count", "diggCount", "like_count"),
        reposts: stats("shareCount", "share_count", "shareCount", "share_count"),
        replies: stats("commentCount", "comment_count", "commentCount", "comment_count"),
        quotes: None,
        views: stats("playCount", "play_count", "playCount", "view_count"),
        saves: stats("collectCount", "collect_count", "collectCount", "favorites_count"),
        clicks: None,
    };
    named(value, &mut found);
    found.names_in_text = true;
    // A duet or a stitch shows the video of somebody else.
    let from = dig(value, "duetInfo.duetFromId").or_else(|| value.get("duet_from_id"));
    let from = from.and_then(super::json::id_of).filter(|id| id != "0");
    if from.is_some() {
        found.refers(PostKind::Quote, Reference { post: from, who: None, whole: None });
    }
    if found.id.is_none() && found.text.is_none() && found.time.is_none() {
        return None;
    }
    Some(found)
}

/// Accounts that the text links to, and those tagged.
fn named<'v>(value: &'v Value<'v>, found: &mut Found<'v>) {
    let extra = ["textExtra", "text_extra"].iter().find_map(|key| value.get(key)?.as_array());
    for part in extra.unwrap_or_default() {
        let handle = any_text(part, &["userUniqueId", "user_unique_id"]);
        let id = any_id(part, &["userId", "user_id"]).filter(|id| id != "0");
        if handle.is_some() || id.is_some() {
            found.mentions.push(Who::named(id, handle));
        }
    }
    for part in value.get("mentions").and_then(Value::as_array).unwrap_or_default() {
        if let Some(handle) = part.as_str() {
            found.mentions.push(Who::named(None, Some(Cow::Borrowed(handle))));
        }
    }
    for part in value.get("detailedMentions").and_then(Value::as_array).unwrap_or_default() {
        found.mentions.push(Who::named(any_id(part, &["id"]), any_text(part, &["name"])));
    }
}

/// The author: an object, or a handle beside other fields.
fn author<'v>(value: &'v Value<'v>) -> Who<'v> {
    let held = ["author", "authorInfo", "authorMeta"]
        .iter()
        .find_map(|key| value.get(key).filter(|v| v.is_object()));
    let Some(author) = held else {
        return Who {
            name: any_text(value, &["nickname"]),
            followers: any_count(value, &["authorStats.followerCount"]),
            following: any_count(value, &["authorStats.followingCount"]),
            posts_total: any_count(value, &["authorStats.videoCount"]),
            ..Who::named(any_id(value, &["authorId", "author_id"]), any_text(value, &["author", "username"]))
        };
    };
    let mut who = account(author);
    who.followers =
        any_count(value, &["authorStatsV2.followerCount", "authorStats.followerCount"]).or(who.followers);
    who.following = any_count(value, &["authorStats.followingCount"]).or(who.following);
    who.posts_total = any_count(value, &["authorStats.videoCount"]).or(who.posts_total);
    who
}

fn account<'v>(author: &'v Value<'v>) -> Who<'v> {
    // `secUid` is an id too, of another kind: it only serves where there is no other.
    let id = any_id(author, &["id", "uid"]).or_else(|| any_id(author, &["secUid", "sec_uid"]));
    let name = author.get("uniqueId").is_none() && author.get("unique_id").is_none();
    let handle = any_text(author, &["uniqueId", "unique_id"]);
    Who {
        id,
        handle: if name { handle.or_else(|| any_text(author, &["name"])) } else { handle },
        name: any_text(author, &["nickname", "nickName"]),
        bio: any_text(author, &["signature"]),
        location: None,
        followers: any_count(author, &["followerCount", "follower_count", "fans"]),
        following: any_count(author, &["followingCount", "following_count", "following"]),
        posts_total: any_count(author, &["videoCount", "aweme_count", "video"]),
        verified: any_truth(author, &["verified"]),
    }
}

/// A comment: an answer to a comment, or to the video.
pub fn comment<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let mut found = Found::on(Platform::TikTok);
    found.id = any_id(value, &["cid"]);
    found.author = match value.get("user") {
        Some(user) => account(user),
        None => Who::named(any_id(value, &["uid"]), any_text(value, &["uniqueId"])),
    };
    found.time = any_time(value, &["create_time", "createTime", "createTimeISO"]);
    found.text = any_text(value, &["text"]);
    found.lang = any_text(value, &["comment_language"]);
    found.counts.likes = any_count(value, &["digg_count", "diggCount"]);
    found.counts.replies = any_count(value, &["reply_comment_total", "replyCommentTotal"]);
    found.names_in_text = true;
    for part in value.get("text_extra").and_then(Value::as_array).unwrap_or_default() {
        let id = any_id(part, &["user_id"]).filter(|id| id != "0");
        if id.is_some() {
            found.mentions.push(Who::named(id, any_text(part, &["user_unique_id"])));
        }
    }
    let parent = any_id(value, &["reply_id", "repliesToId"]).filter(|id| id != "0");
    let video = any_id(value, &["aweme_id"]).or_else(|| {
        let url = text(value, "videoWebUrl")?;
        url.split('?').next()?.trim_end_matches('/').rsplit('/').next().map(Cow::Borrowed)
    });
    found.refers(PostKind::Reply, Reference { post: parent.or(video), who: None, whole: None });
    Some(found)
}
