//! Posts of X as its own pages receive them: GraphQL answers, saved whole or post by post.

use super::found::{Found, Reference, Who};
use super::json::{
    Adapter, At, JsonAdapter, PostOf, Value, any_count, any_text, close, dig, excerpt, id, text, time,
};
use super::ledger::Ledger;
use super::words::unescape;
use crate::error::Result;
use crate::model::{Builder, Counts, Platform, PostKind};
use std::borrow::Cow;

/// Posts inside posts: a re-share holds a quote, which holds what it quotes.
const DEPTH: usize = 3;

/// Posts saved one by one.
pub const ADAPTER: Adapter =
    Adapter { code: "x_graphql", paths: &[], open: |head| head.any(knows).then(|| PostOf::certain(tweet)) };

/// Answers saved whole: timelines, searches, threads, lists of accounts.
pub const PAGES: Adapter = Adapter {
    code: "x_graphql",
    paths: &["**.tweet_results.result", "**.user_results.result"],
    open: |head| {
        let page = head.has_key("tweet_results") || head.has_key("user_results");
        page.then(|| Box::new(Pages) as Box<dyn JsonAdapter>)
    },
};

#[derive(Debug)]
struct Pages;

impl JsonAdapter for Pages {
    fn record(
        &mut self,
        which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        if which == 0 {
            return record(value, place, ledger, into);
        }
        place.open(ledger);
        match user(value).add(Platform::X, None, into)? {
            Some(_) => ledger.keep(None),
            None => ledger.drop("row.no_author", || excerpt(value)),
        }
        Ok(())
    }
}

/// Whether a value is such a post.
pub fn knows(value: &Value<'_>) -> bool {
    let post = shown(value);
    post.get("legacy").is_some_and(|legacy| legacy.get("full_text").is_some())
        && (post.get("core").is_some() || post.get("user").is_some())
}

/// Adds a post, or drops what stands in the place of one that was taken away.
pub fn record(value: &Value<'_>, place: &mut At, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
    if shown(value).get("legacy").is_none() && (value.get("tombstone").is_some() || value.members().len() < 3)
    {
        place.open(ledger);
        ledger.drop("post.unavailable", || excerpt(value));
        return Ok(());
    }
    close(tweet(value), value, place, ledger, into)
}

/// The post itself: some are wrapped with what limits them.
fn shown<'v, 'a>(value: &'v Value<'a>) -> &'v Value<'a> {
    let value = value.get("result").filter(|inner| inner.is_object()).unwrap_or(value);
    value.get("tweet").filter(|inner| inner.get("legacy").is_some()).unwrap_or(value)
}

/// A post.
pub fn tweet<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    inner(value, DEPTH)
}

fn inner<'v>(value: &'v Value<'v>, depth: usize) -> Option<Found<'v>> {
    let value = shown(value);
    let legacy = value.get("legacy")?;
    let mut found = Found::on(Platform::X);
    found.id = id(value, "rest").or_else(|| id(value, "rest_id")).or_else(|| id(legacy, "id"));
    found.author = match dig(value, "core.user_results.result").or_else(|| value.get("user")) {
        Some(account) => user(account),
        None => Who::named(id(legacy, "user_id"), None),
    };
    if found.author.id.is_none() {
        found.author.id = id(legacy, "user_id");
    }
    found.time = time(legacy, "created_at");
    found.lang = any_text(legacy, &["lang"]);
    let note = dig(value, "note_tweet.note_tweet_results.result");
    let long = note.and_then(|note| text(note, "text"));
    let body = long.or_else(|| text(legacy, "full_text")).or_else(|| text(legacy, "text"));
    found.text = body.map(unescape);
    found.url = address(&found);
    let lists =
        [note.and_then(|n| dig(n, "entity_set.user_mentions")), dig(legacy, "entities.user_mentions")];
    let named = lists.into_iter().flatten().find(|list| !list.elements().is_empty());
    for account in named.map(Value::elements).unwrap_or_default() {
        let mut who = Who::named(id(account, "id"), any_text(account, &["screen_name"]));
        who.name = any_text(account, &["name"]);
        found.mentions.push(who);
    }
    found.counts = Counts {
        likes: any_count(legacy, &["favorite_count"]),
        reposts: any_count(legacy, &["retweet_count"]),
        replies: any_count(legacy, &["reply_count"]),
        quotes: any_count(legacy, &["quote_count"]),
        views: any_count(value, &["views.count", "ext_views.count"]),
        saves: any_count(legacy, &["bookmark_count"]),
        clicks: None,
    };
    refer(&mut found, value, legacy, depth);
    Some(found)
}

/// What the post re-shares, quotes or answers.
fn refer<'v>(found: &mut Found<'v>, value: &'v Value<'v>, legacy: &'v Value<'v>, depth: usize) {
    let whole = |key: &str| {
        let held = legacy.get(key).or_else(|| value.get(key)).and_then(|r| r.get("result"))?;
        if depth == 0 { None } else { inner(held, depth - 1) }
    };
    let retweeted = legacy.get("retweeted_status_result").or_else(|| value.get("retweeted_status_result"));
    if retweeted.is_some() || id(legacy, "retweeted_status_id").is_some() {
        let original = whole("retweeted_status_result");
        if let Some(original) = &original {
            // The text of a re-share is cut; the original's is whole.
            found.text = original.text.clone();
        }
        let post = id(legacy, "retweeted_status_id").or_else(|| original.as_ref().and_then(|o| o.id.clone()));
        found.refers(PostKind::Repost, Reference { post, who: None, whole: original.map(Box::new) });
        return;
    }
    let answered = id(legacy, "in_reply_to_user_id").is_some()
        || id(legacy, "in_reply_to_status_id").is_some()
        || text(legacy, "in_reply_to_screen_name").is_some();
    let author =
        || Who::named(id(legacy, "in_reply_to_user_id"), any_text(legacy, &["in_reply_to_screen_name"]));
    let quoted = id(legacy, "quoted_status_id").or_else(|| {
        let shown = value.get("quoted_status_result").and_then(|r| r.get("result")).map(shown)?;
        id(shown, "rest_id")
    });
    if quoted.is_some() {
        let original = whole("quoted_status_result");
        let link = any_text(legacy, &["quoted_status_permalink.expanded"]);
        let who = link.map(|link| Who::named(None, Some(link)));
        if answered {
            found.mentions.push(author());
        }
        found.refers(PostKind::Quote, Reference { post: quoted, who, whole: original.map(Box::new) });
    } else if answered {
        let post = id(legacy, "in_reply_to_status_id");
        found.refers(PostKind::Reply, Reference { post, who: Some(author()), whole: None });
    }
}

fn address<'v>(found: &Found<'v>) -> Option<Cow<'v, str>> {
    let (handle, id) = (found.author.handle.as_deref()?, found.id.as_deref()?);
    Some(Cow::Owned(format!("https://x.com/{handle}/status/{id}")))
}

/// An account: its fields moved about over the years.
fn user<'v>(value: &'v Value<'v>) -> Who<'v> {
    let value = value.get("result").filter(|inner| inner.is_object()).unwrap_or(value);
    Who {
        id: id(value, "rest_id")
            .or_else(|| id(value, "id").filter(|id| id.bytes().all(|b| b.is_ascii_digit()))),
        handle: any_text(value, &["core.screen_name", "legacy.screen_name", "screen_name"]),
        name: any_text(value, &["core.name", "legacy.name", "name"]),
        location: any_text(value, &["legacy.location", "location.location", "location"]),
        bio: any_text(value, &["legacy.description", "profile_bio.description", "description"]),
        followers: any_count(
            value,
            &["legacy.followers_count", "relationship_counts.followers", "followers_count"],
        ),
        following: any_count(
            value,
            &["legacy.friends_count", "relationship_counts.following", "friends_count"],
        ),
        posts_total: any_count(value, &["legacy.statuses_count", "tweet_counts.tweets", "statuses_count"]),
        verified: value
            .get("is_blue_verified")
            .and_then(Value::as_bool)
            .filter(|blue| *blue)
            .or_else(|| dig(value, "legacy.verified").and_then(Value::as_bool))
            .or_else(|| value.get("is_blue_verified").and_then(Value::as_bool)),
    }
}
