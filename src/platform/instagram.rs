//! Instagram as its pages, its interface and scrapers give it: posts in three shapes of the pages (graph, item list,
//! Polaris), in that of the Graph interface and in that of scrapers, and comments.

use super::found::{Found, Reference, Who};
use super::json::{
    Adapter, JsonAdapter, PostOf, Value, any_count, any_id, any_text, any_time, any_truth, dig, text,
};
use crate::issue::Confidence;
use crate::model::{Counts, Platform, PostKind};
use std::borrow::Cow;

/// Posts and comments, one a record.
pub const ADAPTER: Adapter = Adapter {
    code: "instagram_json",
    paths: &[],
    open: |head| head.any(|v| knows_post(v) || knows_comment(v)).then(|| PostOf::certain(either)),
};

/// Answers saved whole.
pub const PAGES: Adapter = Adapter {
    code: "instagram_json",
    paths: &[
        "**.edges[].node",
        "**.items[].media",
        "**.medias[].media",
        "**.items[]",
        "**.xdt_shortcode_media",
        "**.shortcode_media",
        "**.data[]",
        "node",
    ],
    open: |head| {
        let graph = head.has_key("edge_media_to_caption") || head.has_key("taken_at_timestamp");
        let list = head.has_key("taken_at") && head.has_key("media_type") && head.has_key("pk");
        let interface = head.has_key("permalink") && head.has_key("media_type") && head.has_key("caption");
        (graph || list || interface).then(|| {
            let of = PostOf { map: either, confidence: Confidence::Certain };
            Box::new(of) as Box<dyn JsonAdapter>
        })
    },
};

fn either<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    if knows_comment(value) { comment(value) } else { post(value) }
}

/// Whether a value is a post.
fn knows_post(value: &Value<'_>) -> bool {
    let value = value.get("node").filter(|_| value.get("instaloader").is_some()).unwrap_or(value);
    // Rows of a table of a scraper, saved as JSON: `mentions/0`.
    if value.members().iter().any(|(key, _)| key.contains('/')) {
        return false;
    }
    let has = |key: &str| value.get(key).is_some();
    let page = (has("code") && has("media_type") && (has("user") || has("owner")))
        || (has("shortcode") && (has("edge_media_to_caption") || has("taken_at_timestamp")))
        || text(value, "__typename").is_some_and(|kind| kind.contains("Polaris"));
    let scraper = has("ownerUsername") && (has("likesCount") || has("shortCode") || has("commentsCount"));
    let interface = has("permalink") && has("media_type") && (has("like_count") || has("comments_count"));
    page || scraper || interface
}

/// Whether a value is a comment.
fn knows_comment(value: &Value<'_>) -> bool {
    let has = |key: &str| value.get(key).is_some();
    let owner = value.get("owner").is_some_and(|owner| owner.get("username").is_some());
    (owner && has("text") && has("created_at") && has("likes_count"))
        || (has("ownerUsername") && has("text") && !has("caption") && (has("repliesCount") || has("postUrl")))
}

/// A post.
pub fn post<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let value = value.get("node").filter(|_| value.get("instaloader").is_some()).unwrap_or(value);
    let mut found = Found::on(Platform::Instagram);
    // The short code is what every shape has, and what addresses are made of.
    let code = any_text(value, &["code", "shortcode", "shortCode"]);
    let url = any_text(value, &["permalink", "url"]).filter(|url| url.starts_with("http"));
    found.id =
        code.clone().or_else(|| url.as_deref().and_then(code_of)).or_else(|| any_id(value, &["id", "pk"]));
    found.url = url
        .filter(|u| u.contains("instagram.com/"))
        .or_else(|| Some(Cow::Owned(format!("https://www.instagram.com/p/{}/", code?))));
    found.author = match ["user", "owner"].iter().find_map(|key| value.get(key).filter(|v| v.is_object())) {
        Some(owner) => account(owner),
        None => Who {
            name: any_text(value, &["ownerFullName"]),
            ..Who::named(
                any_id(value, &["ownerId", "owner_id"]),
                any_text(value, &["ownerUsername", "username"]),
            )
        },
    };
    found.time = any_time(value, &["taken_at", "taken_at_timestamp", "timestamp", "date"]);
    let graph = value.at(&["edge_media_to_caption", "edges"]).and_then(|edges| edges.elements().first());
    let graph = graph.and_then(|edge| any_text(edge, &["node.text"]));
    found.text = graph.or_else(|| any_text(value, &["caption.text", "caption"]));
    // Hidden counters are made up.
    let hidden = any_truth(value, &["like_and_view_counts_disabled"]) == Some(true);
    let likes = ["like_count", "edge_media_preview_like.count", "edge_liked_by.count", "likesCount"];
    found.counts = Counts {
        likes: if hidden { None } else { any_count(value, &likes) },
        replies: any_count(
            value,
            &[
                "comment_count",
                "edge_media_to_parent_comment.count",
                "edge_media_preview_comment.count",
                "edge_media_to_comment.count",
                "commentsCount",
                "comments_count",
            ],
        ),
        views: if hidden {
            None
        } else {
            any_count(
                value,
                &[
                    "play_count",
                    "view_count",
                    "video_view_count",
                    "videoPlayCount",
                    "videoViewCount",
                    "ig_play_count",
                ],
            )
        },
        ..Counts::default()
    };
    named(value, &mut found);
    found.names_in_text = true;
    inside(value, &mut found);
    if found.id.is_none() && found.text.is_none() { None } else { Some(found) }
}

/// The short code in an address.
fn code_of<'v>(url: &str) -> Option<Cow<'v, str>> {
    let mut parts = url.split(['/', '?']);
    parts.find(|part| matches!(*part, "p" | "reel" | "reels" | "tv"))?;
    parts.next().filter(|code| !code.is_empty()).map(|code| Cow::Owned(code.to_owned()))
}

/// Accounts tagged on the picture, and those who sign with the author.
fn named<'v>(value: &'v Value<'v>, found: &mut Found<'v>) {
    let list = |path: &str| dig(value, path).map(Value::elements).unwrap_or_default();
    for tag in list("usertags.in").iter().filter_map(|t| t.get("user")) {
        found.mentions.push(account(tag));
    }
    for tag in list("edge_media_to_tagged_user.edges").iter().filter_map(|t| dig(t, "node.user")) {
        found.mentions.push(account(tag));
    }
    for tag in list("taggedUsers").iter().chain(list("coauthor_producers")).chain(list("coauthorProducers")) {
        found.mentions.push(account(tag));
    }
    for handle in list("mentions").iter().filter_map(Value::as_str) {
        found.mentions.push(Who::named(None, Some(Cow::Borrowed(handle))));
    }
}

/// Comments that came with the post.
fn inside<'v>(value: &'v Value<'v>, found: &mut Found<'v>) {
    let who = || Who::named(found.author.id.clone(), found.author.handle.clone());
    let lists = [
        value.get("latestComments"),
        value.at(&["comments", "data"]),
        value.get("comments"),
        value.get("preview_comments"),
    ];
    let mut comments = Vec::new();
    for item in lists.into_iter().flatten().find_map(Value::as_array).unwrap_or_default() {
        let Some(mut one) = comment(item) else { continue };
        one.refers(PostKind::Reply, Reference { post: found.id.clone(), who: Some(who()), whole: None });
        comments.push(one);
    }
    found.inside = comments;
}

/// A comment; its answers are inside.
pub fn comment<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let mut found = Found::on(Platform::Instagram);
    found.id = any_id(value, &["id", "pk"]);
    found.author =
        match ["owner", "user", "from"].iter().find_map(|key| value.get(key).filter(|v| v.is_object())) {
            Some(owner) => account(owner),
            None => Who::named(any_id(value, &["ownerId"]), any_text(value, &["ownerUsername", "username"])),
        };
    found.text = any_text(value, &["text"]);
    found.text.as_ref()?;
    found.time = any_time(value, &["created_at", "created_at_utc", "timestamp"]);
    found.counts.likes = any_count(value, &["likes_count", "likesCount", "comment_like_count", "like_count"]);
    found.counts.replies = any_count(value, &["repliesCount", "child_comment_count"]);
    found.names_in_text = true;
    let post = any_text(value, &["postUrl", "post_url"]).as_deref().and_then(code_of);
    if let Some(post) = any_id(value, &["parent_comment_id"]).or(post) {
        found.refers(PostKind::Reply, Reference { post: Some(post), who: None, whole: None });
    }
    let answers = ["answers", "replies"].iter().find_map(|key| value.get(key)?.as_array());
    for answer in answers.unwrap_or_default() {
        let Some(mut one) = comment(answer) else { continue };
        let who = Who::named(found.author.id.clone(), found.author.handle.clone());
        one.kind = PostKind::Original;
        one.refers(PostKind::Reply, Reference { post: found.id.clone(), who: Some(who), whole: None });
        found.inside.push(one);
    }
    Some(found)
}

fn account<'v>(value: &'v Value<'v>) -> Who<'v> {
    Who {
        id: any_id(value, &["pk", "id", "pk_id"]),
        handle: any_text(value, &["username", "unique_id"]),
        name: any_text(value, &["full_name", "fullName", "nickname"]),
        bio: any_text(value, &["biography"]),
        location: None,
        followers: any_count(value, &["follower_count", "edge_followed_by.count", "followersCount"]),
        following: any_count(value, &["following_count", "edge_follow.count"]),
        posts_total: any_count(value, &["media_count", "edge_owner_to_timeline_media.count"]),
        verified: any_truth(value, &["is_verified", "isVerified"]),
    }
}
