//! Reddit: posts and comments as Pushshift and Arctic Shift keep them, a line each, and listings of the interface.
//!
//! Posts are numbered `t3_…` and comments `t1_…`; a comment names what it answers by that number alone, so whom it
//! answers is found once both were read.

use super::found::{Found, Reference, Who};
use super::json::{Adapter, At, JsonAdapter, Value, any_count, any_id, any_text, any_time, close, text};
use super::ledger::Ledger;
use super::mentions;
use super::words::unescape;
use crate::error::Result;
use crate::model::{Builder, Platform, PostKind};
use std::borrow::Cow;

/// Posts and comments, one a record.
pub const ADAPTER: Adapter = Adapter {
    code: "reddit",
    paths: &[],
    open: |head| head.any(knows).then(|| Box::new(Things) as Box<dyn JsonAdapter>),
};

/// Listings saved whole.
pub const PAGES: Adapter = Adapter {
    code: "reddit",
    paths: &["**.children[]", "**.things[]"],
    open: |head| {
        (head.has_key("children") && head.has_key("subreddit") && head.has_key("kind"))
            .then(|| Box::new(Things) as Box<dyn JsonAdapter>)
    },
};

fn knows(value: &Value<'_>) -> bool {
    let has = |key: &str| value.get(key).is_some();
    let comment = has("body") && (has("link_id") || has("parent_id"));
    let post = has("title") && (has("selftext") || has("num_comments") || has("is_self"));
    has("subreddit") && has("author") && (comment || post)
}

#[derive(Debug)]
struct Things;

impl JsonAdapter for Things {
    fn keeps_nothing(&self) -> bool {
        true
    }

    fn record(
        &mut self,
        _which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let kind = text(value, "kind").filter(|_| value.get("data").is_some());
        let data = if kind.is_some() { value.get("data").unwrap_or(value) } else { value };
        if kind == Some("more") {
            place.open(ledger);
            ledger.drop("comments.not_loaded", || text(data, "parent_id").unwrap_or("").to_owned());
            return Ok(());
        }
        if matches!(text(data, "author"), Some("[deleted]" | "[removed]")) {
            place.open(ledger);
            ledger.drop("author.deleted", || {
                any_text(data, &["body", "title"]).unwrap_or_default().into_owned()
            });
        } else {
            close(thing(data, kind), data, place, ledger, into)?;
        }
        // Answers are inside what they answer.
        let answers = data.at(&["replies", "data", "children"]).map(Value::elements).unwrap_or_default();
        answers.iter().try_for_each(|answer| self.record(0, answer, place, ledger, into))
    }
}

/// A post or a comment.
fn thing<'v>(value: &'v Value<'v>, kind: Option<&str>) -> Option<Found<'v>> {
    let comment = kind == Some("t1") || (value.get("body").is_some() && value.get("title").is_none());
    let mut found = Found::on(Platform::Reddit);
    let prefix = if comment { "t1_" } else { "t3_" };
    found.id = any_id(value, &["name"]).filter(|name| name.starts_with(prefix)).or_else(|| {
        let id = any_id(value, &["id"])?;
        Some(if id.starts_with(prefix) { id } else { Cow::Owned(format!("{prefix}{id}")) })
    });
    found.author = Who::named(None, any_text(value, &["author"]));
    found.time = any_time(value, &["created_utc", "created"]);
    let there = |key: &str| text(value, key).filter(|t| !matches!(*t, "[deleted]" | "[removed]"));
    found.text = if comment {
        there("body").map(unescape)
    } else {
        match (there("title"), there("selftext")) {
            (Some(title), Some(body)) => {
                Some(Cow::Owned(unescape(&format!("{title}\n\n{body}")).into_owned()))
            }
            (title, body) => title.or(body).map(unescape),
        }
    };
    found.url = text(value, "permalink").map(|path| Cow::Owned(format!("https://www.reddit.com{path}")));
    found.counts.likes = any_count(value, &["score", "ups"]);
    found.counts.replies = any_count(value, &["num_comments"]);
    found.collected_at = any_time(value, &["retrieved_utc", "retrieved_on"]);
    if let Some(body) = text(value, if comment { "body" } else { "selftext" }) {
        named(body, &mut found);
    }
    if let Some(title) = text(value, "title") {
        named(title, &mut found);
    }
    if comment {
        let post = any_id(value, &["parent_id"]).or_else(|| any_id(value, &["link_id"]));
        // Old archives number the comment that is answered without saying that it is one.
        let post = post.map(|id| match value.get("parent_id") {
            Some(Value::Whole(number)) => Cow::Owned(format!("t1_{}", base36(*number))),
            _ => id,
        });
        found.refers(PostKind::Reply, Reference { post, ..Reference::default() });
    } else if let Some(post) = any_id(value, &["crosspost_parent"]) {
        let held = value.get("crosspost_parent_list").map(Value::elements).and_then(|list| list.first());
        let whole = held.and_then(|held| thing(held, Some("t3"))).map(Box::new);
        found.refers(PostKind::Repost, Reference { post: Some(post), who: None, whole });
    }
    Some(found)
}

/// Whom a text names.
fn named<'v>(text: &'v str, found: &mut Found<'v>) {
    mentions::after_slash(text, |handle| found.mentions.push(Who::named(None, Some(Cow::Borrowed(handle)))));
}

/// A number as Reddit writes it.
fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit((number % 36) as u32, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}
