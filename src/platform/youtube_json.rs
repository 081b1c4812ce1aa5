//! YouTube as its data interface gives it (videos, searches, playlists, channels, comments), and as yt-dlp describes a
//! video.

use super::found::{Found, Reference, Text, Who};
use super::json::{
    Adapter, At, JsonAdapter, PostOf, Value, any_count, any_id, any_text, any_time, close, dig, excerpt, text,
};
use super::ledger::Ledger;
use crate::error::Result;
use crate::ingest::html;
use crate::model::{Builder, Counts, Platform, PostKind};
use std::borrow::Cow;

/// Answers saved whole.
pub const PAGES: Adapter = Adapter {
    code: "youtube_api",
    paths: &["**.items[]"],
    open: |head| {
        (head.has_key("items") && head.has_key("snippet") && head.has_key("channelId"))
            .then(|| Box::new(Items) as Box<dyn JsonAdapter>)
    },
};

/// Items saved one by one.
pub const ADAPTER: Adapter = Adapter {
    code: "youtube_api",
    paths: &[],
    open: |head| {
        let kind = |v: &Value<'_>| text(v, "kind").is_some_and(|kind| kind.starts_with("youtube#"));
        let item = |v: &Value<'_>| {
            v.get("items").is_none()
                && v.get("snippet")
                    .is_some_and(|s| s.get("channelId").is_some() || s.get("topLevelComment").is_some())
        };
        (head.any(item) || head.any(|v| kind(v) && v.get("items").is_none()))
            .then(|| Box::new(Items) as Box<dyn JsonAdapter>)
    },
};

/// Descriptions by yt-dlp.
pub const YT_DLP: Adapter = Adapter {
    code: "yt_dlp",
    paths: &[],
    open: |head| {
        let knows = |v: &Value<'_>| {
            v.get("extractor").is_some()
                && v.get("uploader").is_some()
                && v.get("title").is_some()
                && v.get("id").is_some()
        };
        head.any(knows).then(|| PostOf::certain(described))
    },
};

#[derive(Debug)]
struct Items;

impl JsonAdapter for Items {
    fn record(
        &mut self,
        _which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let snippet = value.get("snippet").unwrap_or(&Value::Null);
        let kind = text(value, "kind").unwrap_or("").trim_start_matches("youtube#");
        let of = text(value.get("id").unwrap_or(&Value::Null), "kind").unwrap_or("");
        if kind == "channel"
            || of == "youtube#channel"
            || (kind.is_empty() && snippet.get("customUrl").is_some())
        {
            place.open(ledger);
            match channel(value).add(Platform::YouTube, None, into)? {
                Some(_) => ledger.keep(None),
                None => ledger.drop("row.no_author", || excerpt(value)),
            }
            return Ok(());
        }
        if let Some(top) = snippet.get("topLevelComment") {
            close(comment(top, snippet), value, place, ledger, into)?;
            for answer in dig(value, "replies.comments").map(Value::elements).unwrap_or_default() {
                close(comment(answer, snippet), answer, place, ledger, into)?;
            }
            return Ok(());
        }
        if kind == "comment" || snippet.get("textDisplay").is_some() {
            return close(comment(value, &Value::Null), value, place, ledger, into);
        }
        close(video(value), value, place, ledger, into)
    }
}

/// A video, found by itself, in a search or in a playlist.
fn video<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let snippet = value.get("snippet").filter(|snippet| snippet.is_object())?;
    let mut found = Found::on(Platform::YouTube);
    found.id = any_id(value, &["id.videoId", "contentDetails.videoId"])
        .or_else(|| any_id(snippet, &["resourceId.videoId"]))
        .or_else(|| any_id(value, &["id"]));
    found.author = Who {
        name: any_text(snippet, &["videoOwnerChannelTitle", "channelTitle"]),
        ..Who::named(any_id(snippet, &["videoOwnerChannelId", "channelId"]), None)
    };
    found.time =
        any_time(value, &["contentDetails.videoPublishedAt"]).or_else(|| any_time(snippet, &["publishedAt"]));
    found.text = titled(snippet);
    found.lang = any_text(snippet, &["defaultAudioLanguage", "defaultLanguage"]);
    found.url = watch(&found.id);
    found.counts = Counts {
        likes: any_count(value, &["statistics.likeCount"]),
        replies: any_count(value, &["statistics.commentCount"]),
        views: any_count(value, &["statistics.viewCount"]),
        ..Counts::default()
    };
    found.names_in_text = true;
    Some(found)
}

fn titled<'v>(value: &'v Value<'v>) -> Text<'v> {
    match (text(value, "title"), text(value, "description")) {
        (Some(title), Some(body)) => Some(Cow::Owned(format!("{title}\n\n{body}"))),
        (title, body) => title.or(body).map(Cow::Borrowed),
    }
}

fn watch<'v>(id: &Text<'v>) -> Text<'v> {
    Some(Cow::Owned(format!("https://www.youtube.com/watch?v={}", id.as_deref()?)))
}

/// A comment: an answer to the video, or to another comment. `thread` tells which video, and whose channel.
fn comment<'v>(value: &'v Value<'v>, thread: &'v Value<'v>) -> Option<Found<'v>> {
    let snippet = value.get("snippet").filter(|snippet| snippet.is_object())?;
    let mut found = Found::on(Platform::YouTube);
    found.id = any_id(value, &["id"]);
    let shown = any_text(snippet, &["authorDisplayName"]);
    found.author = Who {
        name: shown.clone(),
        ..Who::named(
            any_id(snippet, &["authorChannelId.value", "authorChannelId"]),
            shown.filter(|name| name.starts_with('@')),
        )
    };
    found.time = any_time(snippet, &["publishedAt"]);
    found.text =
        any_text(snippet, &["textOriginal"]).or_else(|| text(snippet, "textDisplay").map(html::text));
    found.counts.likes = any_count(snippet, &["likeCount"]);
    if snippet.get("parentId").is_none() {
        found.counts.replies = any_count(thread, &["totalReplyCount"]);
    }
    found.names_in_text = true;
    let parent = any_id(snippet, &["parentId"]);
    let reference = if parent.is_some() {
        Reference { post: parent, ..Reference::default() }
    } else {
        let channel = any_id(snippet, &["channelId"]).or_else(|| any_id(thread, &["channelId"]));
        let post = any_id(snippet, &["videoId"]).or_else(|| any_id(thread, &["videoId"]));
        Reference { post, who: channel.map(|id| Who::named(Some(id), None)), whole: None }
    };
    found.refers(PostKind::Reply, reference);
    Some(found)
}

fn channel<'v>(value: &'v Value<'v>) -> Who<'v> {
    Who {
        name: any_text(value, &["snippet.title", "snippet.channelTitle"]),
        bio: any_text(value, &["snippet.description"]),
        location: any_text(value, &["snippet.country"]),
        followers: any_count(value, &["statistics.subscriberCount"]),
        posts_total: any_count(value, &["statistics.videoCount"]),
        ..Who::named(any_id(value, &["id.channelId", "id"]), any_text(value, &["snippet.customUrl"]))
    }
}

/// A video as yt-dlp describes it, with its comments where they were asked for.
fn described<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let platform = match text(value, "extractor").unwrap_or("").split(':').next().unwrap_or("") {
        "youtube" => Platform::YouTube,
        "TikTok" | "tiktok" => Platform::TikTok,
        "Instagram" | "instagram" => Platform::Instagram,
        "facebook" => Platform::Facebook,
        "twitter" => Platform::X,
        _ => Platform::Web,
    };
    let mut found = Found::on(platform);
    found.id = any_id(value, &["id"]);
    let tube = platform == Platform::YouTube;
    let handle = any_text(value, &["uploader_id"]).filter(|id| !tube || id.starts_with('@'));
    found.author = Who {
        name: any_text(value, &["channel", "uploader"]),
        followers: any_count(value, &["channel_follower_count"]),
        ..Who::named(
            any_id(value, &["channel_id"]).filter(|_| tube),
            handle.or_else(|| any_text(value, &["uploader", "channel"]).filter(|_| !tube)),
        )
    };
    found.time = any_time(value, &["timestamp", "release_timestamp", "upload_date"]);
    found.text = titled(value);
    found.url = any_text(value, &["webpage_url", "original_url"]);
    found.counts = Counts {
        likes: any_count(value, &["like_count"]),
        reposts: any_count(value, &["repost_count"]),
        replies: any_count(value, &["comment_count"]),
        views: any_count(value, &["view_count"]),
        ..Counts::default()
    };
    found.names_in_text = true;
    for item in value.get("comments").map(Value::elements).unwrap_or_default() {
        let mut one = Found::on(platform);
        one.id = any_id(item, &["id"]);
        let shown = any_text(item, &["author"]);
        let handle = shown.clone().filter(|name| !tube || name.starts_with('@'));
        one.author = Who { name: shown, ..Who::named(any_id(item, &["author_id"]), handle) };
        one.time = any_time(item, &["timestamp"]);
        one.text = any_text(item, &["text"]);
        one.counts.likes = any_count(item, &["like_count"]);
        one.names_in_text = true;
        let parent = any_id(item, &["parent"]).filter(|id| id != "root");
        let who = parent.is_none().then(|| Who::named(found.author.id.clone(), found.author.handle.clone()));
        one.refers(
            PostKind::Reply,
            Reference { post: parent.or_else(|| found.id.clone()), who, whole: None },
        );
        found.inside.push(one);
    }
    Some(found)
}
