//! Posts of X as scrapers flatten them: snscrape, twscrape, twint and their kin, one object a post.

use super::found::{Found, Reference, Who};
use super::json::{Adapter, PostOf, Value, any_count, any_id, any_text, any_time, any_truth, text, time_of};
use super::mentions;
use super::words::unescape;
use crate::model::{Counts, Platform, PostKind};
use std::borrow::Cow;

/// Posts inside posts.
const DEPTH: usize = 3;

/// How such a file is told.
pub const ADAPTER: Adapter =
    Adapter { code: "x_scraper", paths: &[], open: |head| head.any(knows).then(|| PostOf::certain(tweet)) };

/// Whether a value is such a post.
fn knows(value: &Value<'_>) -> bool {
    let has = |key: &str| value.get(key).is_some();
    let kind = text(value, "_type").is_some_and(|kind| kind.starts_with("snscrape.modules.twitter"));
    let snscrape = (has("rawContent") || has("content") || has("renderedContent"))
        && value.get("user").is_some_and(|user| text(user, "username").is_some())
        && (has("retweetCount") || has("conversationId"));
    let twint = has("tweet") && has("username") && (has("retweets_count") || has("nretweets"));
    let author = value.get("author").is_some_and(|a| text(a, "userName").is_some());
    let actor = author && (has("retweetCount") || has("isRetweet") || has("createdAt"));
    kind || snscrape || twint || actor
}

fn tweet<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    inner(value, DEPTH)
}

fn inner<'v>(value: &'v Value<'v>, depth: usize) -> Option<Found<'v>> {
    let body = any_text(
        value,
        &["rawContent", "fullText", "full_text", "content", "renderedContent", "tweet", "text"],
    );
    let author = account(value);
    if body.is_none() && author.handle.is_none() && author.id.is_none() {
        return None;
    }
    let mut found = Found::on(Platform::X);
    found.id = any_id(value, &["id_str", "id", "tweet_id"]);
    found.author = author;
    found.time = moment(value);
    found.text = body.map(|body| match body {
        Cow::Borrowed(body) => unescape(body),
        owned => owned,
    });
    found.lang = any_text(value, &["lang", "language"]);
    found.url = any_text(value, &["url", "link", "twitterUrl"]);
    found.counts = Counts {
        likes: any_count(value, &["likeCount", "likes_count", "nlikes", "favoriteCount"]),
        reposts: any_count(value, &["retweetCount", "retweets_count", "nretweets"]),
        replies: any_count(value, &["replyCount", "replies_count", "nreplies"]),
        quotes: any_count(value, &["quoteCount", "quotes_count"]),
        views: any_count(value, &["viewCount", "views_count", "views"]),
        saves: any_count(value, &["bookmarkCount", "bookmarkedCount"]),
        clicks: None,
    };
    let listed = ["mentionedUsers", "mentions"].iter().find_map(|key| value.get(key)?.as_array());
    let listed = listed.or_else(|| value.at(&["entities", "user_mentions"])?.as_array());
    found.mentions.extend(listed.unwrap_or_default().iter().map(named));
    found.names_in_text = listed.is_none();
    refer(&mut found, value, depth);
    Some(found)
}

/// What the post re-shares, quotes or answers.
fn refer<'v>(found: &mut Found<'v>, value: &'v Value<'v>, depth: usize) {
    let held = |keys: &[&str]| {
        let held =
            keys.iter().find_map(|key| value.get(key).filter(|v| v.is_object() && !v.members().is_empty()));
        held.map(|held| Reference {
            post: any_id(held, &["id_str", "id"]),
            who: None,
            whole: if depth > 0 { inner(held, depth - 1).map(Box::new) } else { None },
        })
    };
    if let Some(reference) = held(&["retweetedTweet", "retweet", "retweeted_tweet"]) {
        if let Some(original) = &reference.whole {
            found.text = original.text.clone();
        }
        found.refers(PostKind::Repost, reference);
        return;
    }
    // twint names the one who re-shares apart from the author of what it shows.
    if let Some(handle) = any_text(value, &["user_rt"]) {
        let by = Who::named(any_id(value, &["user_rt_id"]), Some(handle));
        let original = std::mem::replace(&mut found.author, by);
        let reference = Reference { post: found.id.take(), who: Some(original), whole: None };
        found.id = any_id(value, &["retweet_id"]);
        found.time = any_time(value, &["retweet_date"]).or(found.time);
        found.refers(PostKind::Repost, reference);
        return;
    }
    let shared = any_truth(value, &["isRetweet", "retweet"]) == Some(true);
    if let Some((handle, rest)) = found.text.as_deref().and_then(mentions::repost_of)
        && (shared || found.text.as_deref().is_some_and(|t| t.starts_with("RT @")))
    {
        let who = Some(Who::named(None, Some(Cow::Owned(handle.to_owned()))));
        let rest = rest.to_owned();
        found.refers(PostKind::Repost, Reference { post: None, who, whole: None });
        found.text = Some(Cow::Owned(rest));
        return;
    }
    if let Some(reference) = held(&["quotedTweet", "quote", "quoted_tweet"]) {
        found.refers(PostKind::Quote, reference);
    } else if let Some(link) = any_text(value, &["quote_url", "quoteUrl"]) {
        let post = link.rsplit('/').next().map(|id| Cow::Owned(id.to_owned()));
        let who = Some(Who::named(None, Some(link)));
        found.refers(PostKind::Quote, Reference { post, who, whole: None });
    }
    let author_handle = found.author.handle.as_deref().unwrap_or_default();
    let listed = value.get("reply_to").and_then(Value::as_array).unwrap_or_default().iter().map(named);
    let listed = listed
        .into_iter()
        .find(|who| who.handle.as_deref().is_some_and(|h| !h.eq_ignore_ascii_case(author_handle)));
    let who = match value.get("inReplyToUser") {
        Some(user) if user.is_object() => Some(named(user)),
        _ => {
            let handle =
                any_text(value, &["inReplyToUsername", "inReplyToScreenName", "in_reply_to_screen_name"]);
            let id = any_id(value, &["inReplyToUserId", "in_reply_to_user_id"]);
            (handle.is_some() || id.is_some()).then(|| Who::named(id, handle)).or(listed)
        }
    };
    let post =
        any_id(value, &["inReplyToTweetId", "inReplyToTweetIdStr", "inReplyToId", "in_reply_to_status_id"]);
    if who.is_some() || post.is_some() {
        if found.kind == PostKind::Quote {
            found.mentions.extend(who);
        } else {
            found.refers(PostKind::Reply, Reference { post, who, whole: None });
        }
    }
}

/// The author: an object, or fields of the post.
fn account<'v>(value: &'v Value<'v>) -> Who<'v> {
    match ["user", "author"].iter().find_map(|key| value.get(key).filter(|v| v.is_object())) {
        Some(user) => named(user),
        None => Who {
            name: any_text(value, &["name"]),
            ..Who::named(
                any_id(value, &["user_id_str", "user_id"]),
                any_text(value, &["username", "screen_name"]),
            )
        },
    }
}

/// An account, by its object or by its mere handle.
fn named<'v>(value: &'v Value<'v>) -> Who<'v> {
    if let Some(handle) = value.as_str() {
        return Who::named(None, Some(Cow::Borrowed(handle)));
    }
    Who {
        id: any_id(value, &["id_str", "id", "user_id"]).filter(|id| id.bytes().all(|b| b.is_ascii_digit())),
        handle: any_text(value, &["username", "userName", "screen_name", "screenName"]),
        name: any_text(value, &["displayname", "displayName", "name"]),
        bio: any_text(value, &["rawDescription", "description"]),
        location: any_text(value, &["location"]),
        followers: any_count(value, &["followersCount", "followers", "followers_count"]),
        following: any_count(value, &["friendsCount", "following", "friends_count"]),
        posts_total: any_count(value, &["statusesCount", "statuses_count"]),
        verified: any_truth(value, &["verified", "isVerified", "isBlueVerified"]),
    }
}

/// The moment of a post: twint parts it into a day, a time and a zone.
fn moment(value: &Value<'_>) -> Option<i64> {
    if let (Some(day), Some(hour)) = (text(value, "date"), text(value, "time")) {
        let zone = text(value, "timezone").unwrap_or("");
        let whole = Value::String(Cow::Owned(format!("{day} {hour} {zone}")));
        if let Some(moment) = time_of(&whole) {
            return Some(moment);
        }
    }
    any_time(value, &["date", "createdAt", "created_at", "timestamp"])
}
