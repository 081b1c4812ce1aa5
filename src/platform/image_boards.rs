//! Networks of pictures and videos that captures of their pages show: 9GAG, Imgur, Pinterest, Xiaohongshu, Bilibili.

use super::found::{Found, Reference, Who};
use super::json::{Value, any_count, any_id, any_text, any_time, any_truth, dig, text};
use crate::model::{Counts, Platform, PostKind};
use std::borrow::Cow;

/// A post of 9GAG. Some have no author, and are shown there as those of `9GAGGER`.
pub fn ninegag<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let mut found = Found::on(Platform::Web);
    found.id = any_id(value, &["id"]);
    found.author = Who {
        name: any_text(value, &["creator.fullName"]),
        verified: any_truth(value, &["creator.isVerifiedAccount"]),
        ..Who::named(None, any_text(value, &["creator.username"]))
    };
    found.time = any_time(value, &["creationTs"]);
    found.text = title_and_text(value, "title", "description");
    found.url = any_text(value, &["url"]);
    found.counts.likes = any_count(value, &["upVoteCount"]);
    found.counts.replies = any_count(value, &["commentsCount"]);
    Some(found)
}

/// A post of Imgur: accounts are known by their number alone.
pub fn imgur<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let mut found = Found::on(Platform::Web);
    found.id = any_id(value, &["id"]);
    let handle = any_text(value, &["account.username", "account_url"]);
    found.author = Who::named(any_id(value, &["account_id"]).filter(|id| id != "0"), handle);
    found.time = any_time(value, &["created_at", "datetime"]);
    found.text = title_and_text(value, "title", "description");
    found.url = any_text(value, &["url", "link"]);
    found.counts = Counts {
        likes: any_count(value, &["upvote_count", "ups"]),
        replies: any_count(value, &["comment_count"]),
        views: any_count(value, &["view_count", "views"]),
        saves: any_count(value, &["favorite_count"]),
        ..Counts::default()
    };
    Some(found)
}

/// A pin. Who pinned it is its author; whose creation it is, where another's, is named.
pub fn pinterest<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let mut found = Found::on(Platform::Pinterest);
    found.id = any_id(value, &["entityId", "id"]);
    let who = |key: &str| {
        let account = value.get(key).filter(|v| v.is_object())?;
        let name = any_text(account, &["fullName", "full_name"]);
        let followers = any_count(account, &["followerCount", "follower_count"]);
        let handle = any_text(account, &["username"]);
        handle.is_some().then(|| Who {
            name,
            followers,
            ..Who::named(any_id(account, &["entityId", "id"]), handle)
        })
    };
    found.author = who("pinner").unwrap_or_default();
    found.mentions.extend(who("nativeCreator"));
    found.time = any_time(value, &["created_at", "createdAt"]);
    found.text = title_and_text(value, "title", "description");
    if found.text.is_none() {
        found.text = any_text(value, &["body"]);
    }
    found.counts.saves = any_count(
        value,
        &["aggregatedPinData.aggregatedStats.saves", "aggregated_pin_data.aggregated_stats.saves"],
    );
    found.counts.reposts = any_count(value, &["repinCount", "repin_count"]);
    found.counts.replies = any_count(value, &["commentCount", "comment_count"]);
    if let Some(id) = &found.id {
        found.url = Some(Cow::Owned(format!("https://www.pinterest.com/pin/{id}")));
    }
    Some(found)
}

/// A note of Xiaohongshu (RedNote), in the shapes of its interface, of its page and of a page's tiles.
pub fn xiaohongshu<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let note = ["note_card", "note"]
        .iter()
        .find_map(|key| value.get(key).filter(|v| v.is_object()))
        .unwrap_or(value);
    let mut found = Found::on(Platform::Web);
    found.id = any_id(value, &["id", "note_id"]).or_else(|| any_id(note, &["noteId", "note_id"]));
    let user = note.get("user").unwrap_or(&Value::Null);
    let name = any_text(user, &["nickname", "nick_name"]).or_else(|| any_text(value, &["author_name"]));
    found.author = Who { name: name.clone(), ..Who::named(any_id(user, &["user_id", "userId"]), name) };
    found.time = any_time(note, &["time"]);
    found.text = title_and_text(note, "title", "desc")
        .or_else(|| any_text(note, &["display_title", "displayTitle", "title"]));
    if let Some(id) = &found.id {
        found.url = Some(Cow::Owned(format!("https://www.xiaohongshu.com/explore/{id}")));
    }
    let one = |snake: &str, camel: &str| {
        let held = dig(note, "interact_info").and_then(|info| info.get(snake));
        let held = held.or_else(|| dig(note, "interactInfo").and_then(|info| info.get(camel)))?;
        chinese_count(held)
    };
    found.counts = Counts {
        likes: one("liked_count", "likedCount").or_else(|| chinese_count(value.get("likes")?)),
        reposts: one("share_count", "shareCount"),
        replies: one("comment_count", "commentCount"),
        saves: one("collected_count", "collectedCount"),
        ..Counts::default()
    };
    Some(found)
}

/// A comment under such a note, or an answer to one.
pub fn xiaohongshu_comment<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let user = ["user_info", "user"].iter().find_map(|key| value.get(key)).unwrap_or(&Value::Null);
    let name = any_text(user, &["nickname", "nick_name"]);
    let mut found = Found::on(Platform::Web);
    found.id = any_id(value, &["id", "comment_id"]);
    found.author = Who { name: name.clone(), ..Who::named(any_id(user, &["user_id", "userId"]), name) };
    found.time = any_time(value, &["create_time", "time"]);
    found.text = any_text(value, &["content"]);
    found.counts.likes = value.get("like_count").and_then(chinese_count);
    found.counts.replies = value.get("sub_comment_count").and_then(chinese_count);
    let post = any_id(value, &["target_comment.id", "note_id"]);
    found.refers(PostKind::Reply, Reference { post, ..Reference::default() });
    Some(found).filter(|found| found.text.is_some())
}

/// A video of Bilibili, or a room where one is live.
pub fn bilibili<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let mut found = Found::on(Platform::Web);
    found.id = any_id(value, &["bvid", "id", "aid", "roomid"]);
    let name = any_text(value, &["owner.name", "author.name", "author", "uname"]);
    let id = any_id(value, &["owner.mid", "author.mid", "mid", "uid"]).filter(|id| id != "0");
    found.author = Who { name: name.clone(), ..Who::named(id, name) };
    found.time = any_time(value, &["pubdate", "ctime"]);
    found.text = title_and_text(value, "title", "desc");
    let address = any_id(value, &["bvid"]).map(|id| format!("https://www.bilibili.com/video/{id}"));
    found.url = address.map(Cow::Owned).or_else(|| any_text(value, &["uri"]));
    let count = |paths: &[&str]| paths.iter().find_map(|path| chinese_count(dig(value, path)?));
    found.counts = Counts {
        likes: count(&["stat.like"]),
        reposts: count(&["stat.share"]),
        replies: count(&["stat.reply"]),
        views: count(&["stat.view", "stat.play", "play"]),
        saves: count(&["stat.favorite"]),
        ..Counts::default()
    };
    Some(found).filter(|found| found.text.is_some())
}

/// A count that may be written `1.2万`, in tens of thousands.
fn chinese_count(value: &Value<'_>) -> Option<f64> {
    let Some(written) = value.as_str() else { return super::json::count_of(value) };
    match written.trim_end_matches('+').strip_suffix('万') {
        Some(number) => number.trim().parse::<f64>().ok().map(|n| (n * 10_000.0).round()),
        None => super::json::count_of(value),
    }
}

/// A title, and the text below it.
fn title_and_text<'v>(value: &'v Value<'v>, title: &str, body: &str) -> Option<Cow<'v, str>> {
    match (text(value, title), text(value, body)) {
        (Some(title), Some(body)) if title != body => Some(Cow::Owned(format!("{title}\n\n{body}"))),
        (Some(one), _) | (None, Some(one)) => Some(Cow::Borrowed(one)),
        (None, None) => None,
    }
}
