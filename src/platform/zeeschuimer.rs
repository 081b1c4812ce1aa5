//! Captures of a browser by Zeeschuimer, a line an item, and what 4CAT makes of them: the object that the page
//! received, with a note of where and when.
//!
//! An item met several times is one post with its newest counters: items have the ids of their posts.

use super::found::Found;
use super::json::{Adapter, At, JsonAdapter, Value, any_id, any_text, any_time, close, excerpt, text};
use super::ledger::Ledger;
use super::{facebook_story, image_boards, instagram, linkedin, mastodon_api, threads, tiktok, x_graphql};
use crate::error::Result;
use crate::model::{Builder, Platform};

/// Captures as the extension exports them.
pub const ADAPTER: Adapter = Adapter {
    code: "zeeschuimer",
    paths: &[],
    open: |head| {
        let knows =
            |v: &Value<'_>| v.get("source_platform").is_some() && v.get("data").is_some_and(Value::is_object);
        head.any(knows).then(|| Box::new(Captures) as Box<dyn JsonAdapter>)
    },
};

/// Captures as 4CAT keeps them.
pub const FOURCAT: Adapter = Adapter {
    code: "fourcat_json",
    paths: &[],
    open: |head| {
        let knows =
            |v: &Value<'_>| v.get("__import_meta").is_some_and(|m| m.get("source_platform").is_some());
        head.any(knows).then(|| Box::new(Captures) as Box<dyn JsonAdapter>)
    },
};

#[derive(Debug)]
struct Captures;

impl JsonAdapter for Captures {
    fn record(
        &mut self,
        _which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let note = value.get("__import_meta").unwrap_or(value);
        let Some(source) = text(note, "source_platform") else {
            place.open(ledger);
            ledger.drop("json.not_a_post", || excerpt(value));
            return Ok(());
        };
        let data =
            value.get("data").filter(|data| data.is_object() && note.get("data").is_some()).unwrap_or(value);
        if source.starts_with("twitter") || source.starts_with("x.com") {
            return match found_x(data, note) {
                None => x_graphql::record(data, place, ledger, into),
                found => close(found, value, place, ledger, into),
            };
        }
        if network(source) == "facebook-comments" {
            return comments(data, note, value, place, ledger, into);
        }
        if !is_known(source) {
            place.open(ledger);
            ledger.drop("capture.source_unknown", || source.to_owned());
            return Ok(());
        }
        close(found(source, data, note), value, place, ledger, into)
    }
}

/// The comments of one answer of Facebook, a record each.
fn comments<'v>(
    data: &'v Value<'v>,
    note: &'v Value<'v>,
    value: &Value<'_>,
    place: &mut At,
    ledger: &mut Ledger,
    into: &mut Builder,
) -> Result<()> {
    let all = facebook_story::comments(data);
    if all.is_empty() {
        return close(None, value, place, ledger, into);
    }
    for mut found in all {
        found.collected_at = any_time(note, &["timestamp_collected", "last_updated"]);
        close(Some(found), value, place, ledger, into)?;
    }
    Ok(())
}

fn found_x<'v>(data: &'v Value<'v>, note: &'v Value<'v>) -> Option<Found<'v>> {
    finished(x_graphql::tweet(data)?, note)
}

/// Name of the network in the address of its pages.
fn network(source: &str) -> &str {
    let name = source.trim_start_matches("www.");
    name.split('.').next().unwrap_or(name)
}

fn is_known(source: &str) -> bool {
    const NETWORKS: [&str; 16] = [
        "tiktok",
        "tiktok-comments",
        "douyin",
        "instagram",
        "instagram-comments",
        "facebook",
        "linkedin",
        "threads",
        "truthsocial",
        "gab",
        "9gag",
        "imgur",
        "pinterest",
        "xiaohongshu",
        "xiaohongshu-comments",
        "bilibili",
    ];
    NETWORKS.contains(&network(source))
}

/// The post that an item is.
fn found<'v>(source: &str, data: &'v Value<'v>, note: &'v Value<'v>) -> Option<Found<'v>> {
    let name = network(source);
    let found = match name {
        "tiktok" if tiktok::knows_comment(data) => tiktok::comment(data),
        "tiktok" | "douyin" => tiktok::video(data).or_else(|| tiktok::video(data.get("aweme_info")?)),
        "tiktok-comments" => tiktok::comment(data),
        "instagram" => instagram::post(data),
        "instagram-comments" => instagram::comment(data),
        "facebook" => facebook_story::post(data),
        "linkedin" => linkedin::post(data),
        "threads" => threads::post(data),
        "truthsocial" => mastodon_api::status(data, Platform::Truth),
        "gab" => mastodon_api::status(data, Platform::Gab),
        "9gag" => image_boards::ninegag(data),
        "imgur" => image_boards::imgur(data),
        "pinterest" => image_boards::pinterest(data),
        "xiaohongshu" => image_boards::xiaohongshu(data),
        "bilibili" => image_boards::bilibili(data),
        "xiaohongshu-comments" => image_boards::xiaohongshu_comment(data),
        _ => None,
    };
    let mut found = found?;
    if name == "douyin" {
        // Another network, whose ids are other people's.
        found.platform = Platform::Web;
    }
    finished(found, note)
}

/// Adds what the capture says to what the page said.
fn finished<'v>(mut found: Found<'v>, note: &'v Value<'v>) -> Option<Found<'v>> {
    found.collected_at = any_time(note, &["timestamp_collected", "last_updated"]);
    if found.id.is_none() {
        found.id = any_id(note, &["item_id"]);
    }
    if found.url.is_none() {
        found.url = any_text(note, &["item_url"]);
    }
    Some(found)
}
