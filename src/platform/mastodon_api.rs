//! Statuses as the interface of Mastodon gives them, and the networks that were built from it: Truth Social, Gab.

use super::found::{Found, Reference, Who};
use super::json::{
    Adapter, JsonAdapter, PostOf, Value, any_count, any_id, any_text, any_time, any_truth, text,
};
use crate::ingest::html;
use crate::model::{Counts, Platform, PostKind};
use std::borrow::Cow;

/// Posts inside posts.
const DEPTH: usize = 2;

/// Statuses saved one by one.
pub const ADAPTER: Adapter =
    Adapter { code: "mastodon_api", paths: &[], open: |head| head.any(knows).then(|| PostOf::certain(any)) };

/// Searches and threads saved whole.
pub const PAGES: Adapter = Adapter {
    code: "mastodon_api",
    paths: &["**.statuses[]", "**.ancestors[]", "**.descendants[]"],
    open: |head| {
        let page = ["statuses", "ancestors", "descendants"].iter().any(|key| head.has_key(key));
        (page && head.has_key("acct") && head.has_key("content"))
            .then(|| PostOf::certain(any) as Box<dyn JsonAdapter>)
    },
};

fn knows(value: &Value<'_>) -> bool {
    value.get("content").is_some()
        && value.get("account").is_some_and(|account| text(account, "acct").is_some())
}

fn any<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let url = text(value, "url").or_else(|| text(value, "uri")).unwrap_or("");
    let platform = match host(url) {
        Some("truthsocial.com") => Platform::Truth,
        Some("gab.com") => Platform::Gab,
        _ => Platform::Mastodon,
    };
    status(value, platform)
}

/// A status of a network.
pub fn status<'v>(value: &'v Value<'v>, platform: Platform) -> Option<Found<'v>> {
    inner(value, platform, None, DEPTH)
}

fn inner<'v>(
    value: &'v Value<'v>,
    platform: Platform,
    home: Option<&str>,
    depth: usize,
) -> Option<Found<'v>> {
    // A server numbers what it shows as it likes; the address is the same everywhere.
    let fediverse = platform == Platform::Mastodon;
    let account = value.get("account").filter(|account| account.is_object())?;
    let mut found = Found::on(platform);
    found.url = any_text(value, &["url", "uri"]);
    let own = text(account, "url")
        .and_then(host)
        .filter(|_| text(account, "acct").is_some_and(|a| !a.contains('@')));
    let home = own.or(home);
    found.id = if fediverse {
        any_text(value, &["uri", "url"]).or_else(|| any_id(value, &["id"]))
    } else {
        any_id(value, &["id"])
    };
    found.author = profile(account, fediverse, home);
    found.time = any_time(value, &["created_at"]);
    found.text = text(value, "content").map(html::text).filter(|t| !t.trim().is_empty());
    if let Some(warning) = text(value, "spoiler_text").filter(|_| found.text.is_none()) {
        found.text = Some(Cow::Borrowed(warning));
    }
    found.lang = any_text(value, &["language"]);
    found.counts = Counts {
        likes: any_count(value, &["favourites_count", "reaction_count"]),
        reposts: any_count(value, &["reblogs_count", "reposts_count"]),
        replies: any_count(value, &["replies_count"]),
        quotes: any_count(value, &["quotes_count"]),
        ..Counts::default()
    };
    for named in value.get("mentions").map(Value::elements).unwrap_or_default() {
        let mut who = profile(named, fediverse, home);
        if fediverse {
            who.id = None;
        }
        found.mentions.push(who);
    }
    let whole = |key: &str| {
        let held = value.get(key).filter(|v| v.is_object())?;
        let held = held.get("quoted_status").filter(|v| v.is_object()).unwrap_or(held);
        if depth > 0 { inner(held, platform, home, depth - 1) } else { None }
    };
    if value.get("reblog").is_some_and(Value::is_object) {
        let original = whole("reblog");
        found.text = original.as_ref().and_then(|o| o.text.clone());
        let post = original.as_ref().and_then(|o| o.id.clone());
        found.refers(PostKind::Repost, Reference { post, who: None, whole: original.map(Box::new) });
    } else if let Some(original) = whole("quote") {
        let post = original.id.clone();
        found.refers(PostKind::Quote, Reference { post, who: None, whole: Some(Box::new(original)) });
    }
    let answered = any_id(value, &["in_reply_to_account_id"]);
    let post = any_id(value, &["in_reply_to_id"]);
    if answered.is_some() || post.is_some() {
        let who = answered.as_deref().and_then(|id| {
            if any_id(account, &["id"]).as_deref() == Some(id) {
                return Some(Who::named(found.author.id.clone(), found.author.handle.clone()));
            }
            let listed = value.get("mentions").map(Value::elements).unwrap_or_default();
            listed.iter().find(|m| any_id(m, &["id"]).as_deref() == Some(id)).map(|m| {
                let mut who = profile(m, fediverse, home);
                who.id = who.id.filter(|_| !fediverse);
                who
            })
        });
        let post = post.filter(|_| !fediverse);
        found.refers(PostKind::Reply, Reference { post, who, whole: None });
    }
    Some(found)
}

/// An account. In the fediverse it is named `user@server`, also where its own server leaves the server out; the
/// numbers are the server's and differ from one to the next.
fn profile<'v>(value: &'v Value<'v>, fediverse: bool, home: Option<&str>) -> Who<'v> {
    let acct = any_text(value, &["acct", "username"]);
    let handle = match (fediverse, acct) {
        (true, Some(acct)) if !acct.contains('@') => match text(value, "url").and_then(host).or(home) {
            Some(server) => Some(Cow::Owned(format!("{acct}@{server}"))),
            None => Some(acct),
        },
        (_, acct) => acct,
    };
    Who {
        name: any_text(value, &["display_name"]),
        bio: text(value, "note").map(html::text),
        followers: any_count(value, &["followers_count"]),
        following: any_count(value, &["following_count"]),
        posts_total: any_count(value, &["statuses_count"]),
        verified: any_truth(value, &["verified", "is_verified"]),
        ..Who::named(any_id(value, &["id"]).filter(|_| !fediverse), handle)
    }
}

/// The server of an address.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    rest.split(['/', '?', '#'])
        .next()
        .map(|host| host.strip_prefix("www.").unwrap_or(host))
        .filter(|h| !h.is_empty())
}
