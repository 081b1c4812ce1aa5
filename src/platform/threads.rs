//! Threads as its pages receive it.

use super::found::{Found, Reference, Who};
use super::json::{
    Adapter, JsonAdapter, PostOf, Value, any_count, any_id, any_text, any_time, any_truth, dig,
};
use crate::model::{Counts, Platform, PostKind};
use std::borrow::Cow;

/// Posts inside posts.
const DEPTH: usize = 2;

/// Posts saved one by one.
pub const ADAPTER: Adapter =
    Adapter { code: "threads_json", paths: &[], open: |head| head.any(knows).then(|| PostOf::certain(post)) };

/// Answers saved whole.
pub const PAGES: Adapter = Adapter {
    code: "threads_json",
    paths: &["**.thread_items[].post"],
    open: |head| head.has_key("thread_items").then(|| PostOf::certain(post) as Box<dyn JsonAdapter>),
};

fn knows(value: &Value<'_>) -> bool {
    value.get("text_post_app_info").is_some_and(Value::is_object) && value.get("user").is_some()
}

/// A post.
pub fn post<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    inner(value, DEPTH)
}

fn inner<'v>(value: &'v Value<'v>, depth: usize) -> Option<Found<'v>> {
    let mut found = Found::on(Platform::Threads);
    found.id = any_id(value, &["code", "pk", "id"]);
    found.author = account(value.get("user")?);
    found.time = any_time(value, &["taken_at"]);
    found.text = any_text(value, &["caption.text"]);
    if let (Some(handle), Some(code)) = (found.author.handle.as_deref(), found.id.as_deref()) {
        found.url = Some(Cow::Owned(format!("https://www.threads.com/@{handle}/post/{code}")));
    }
    let info = value.get("text_post_app_info").unwrap_or(&Value::Null);
    let hidden = any_truth(value, &["like_and_view_counts_disabled"]) == Some(true);
    found.counts = Counts {
        likes: if hidden { None } else { any_count(value, &["like_count"]) },
        reposts: any_count(info, &["repost_count"]),
        replies: any_count(info, &["direct_reply_count"]),
        quotes: any_count(info, &["quote_count"]),
        ..Counts::default()
    };
    found.names_in_text = true;
    let share = |key: &str| dig(info, "share_info").and_then(|s| s.get(key)).filter(|v| v.is_object());
    let whole = |held: &'v Value<'v>| if depth > 0 { inner(held, depth - 1) } else { None };
    if let Some(original) = share("reposted_post") {
        let original = whole(original);
        found.text = original.as_ref().and_then(|o| o.text.clone()).or(found.text);
        let post = original.as_ref().and_then(|o| o.id.clone());
        found.refers(PostKind::Repost, Reference { post, who: None, whole: original.map(Box::new) });
    } else if let Some(original) = share("quoted_post") {
        let original = whole(original);
        let post = original.as_ref().and_then(|o| o.id.clone());
        found.refers(PostKind::Quote, Reference { post, who: None, whole: original.map(Box::new) });
    } else if let Some(author) = info.get("reply_to_author").filter(|v| v.is_object()) {
        found.refers(PostKind::Reply, Reference { post: None, who: Some(account(author)), whole: None });
    }
    Some(found)
}

fn account<'v>(value: &'v Value<'v>) -> Who<'v> {
    Who {
        name: any_text(value, &["full_name"]),
        bio: any_text(value, &["biography"]),
        followers: any_count(value, &["follower_count"]),
        verified: any_truth(value, &["is_verified"]),
        ..Who::named(any_id(value, &["pk", "id"]), any_text(value, &["username"]))
    }
}
