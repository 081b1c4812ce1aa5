//! Posts of Facebook as its pages receive them: a story, whose author, text and moment each lie in another of the
//! sections that the page is made of.

use super::found::{Found, Reference, Who};
use super::json::{Value, any_count, any_id, any_text, dig};
use crate::model::{Counts, Platform, PostKind};
use std::borrow::Cow;

/// A post.
pub fn post<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let story = dig(value, "comet_sections.content.story")?;
    let mut found = told(story)?;
    let around = value.get("comet_sections").unwrap_or(&Value::Null);
    found.time = around.get("context_layout").and_then(|layout| within(layout, "creation_time", DEPTH));
    if let Some(feedback) = around.get("feedback") {
        let count = |path: &str| {
            holder(feedback, path.split('.').next()?, DEPTH).and_then(|of| any_count(of, &[path]))
        };
        found.counts = Counts {
            likes: count("reaction_count.count"),
            reposts: count("share_count.count"),
            replies: count("total_comment_count").or_else(|| count("comments.total_count")),
            views: count("video_view_count"),
            ..Counts::default()
        };
    }
    let shared = story.get("attached_story").filter(|shared| shared.is_object());
    // The story that is shared may be a shell around its own.
    let shared = shared.and_then(|of| dig(of, "comet_sections.content.story").or(Some(of))).and_then(told);
    if let Some(original) = shared {
        let kind = if found.text.is_some() { PostKind::Quote } else { PostKind::Repost };
        if kind == PostKind::Repost {
            found.text = original.text.clone();
        }
        let (post, who) = (original.id.clone(), Some(original.author.clone()));
        found.refers(kind, Reference { post, who, whole: Some(Box::new(original)) });
    }
    Some(found)
}

/// How deep the sections are searched.
const DEPTH: usize = 16;

/// What a story says itself.
fn told<'v>(story: &'v Value<'v>) -> Option<Found<'v>> {
    let actor = story.get("actors").map(Value::elements).and_then(|actors| actors.first())?;
    let mut found = Found::on(Platform::Facebook);
    let url = any_text(actor, &["url", "profile_url"]);
    let handle = url.as_deref().and_then(super::address::author).map(|name| Cow::Owned(name.to_owned()));
    let name = any_text(actor, &["name"]);
    found.author = Who { name: name.clone(), ..Who::named(any_id(actor, &["id"]), handle.or(name)) };
    found.id = any_id(story, &["post_id"]);
    found.url = any_text(story, &["wwwURL", "url"]);
    found.text = any_text(story, &["message.text", "comet_sections.message.story.message.text"]);
    found.names_in_text = true;
    if found.id.is_none() && found.text.is_none() { None } else { Some(found) }
}

/// The object that has such a member, the first met.
fn holder<'v>(value: &'v Value<'v>, key: &str, depth: usize) -> Option<&'v Value<'v>> {
    if value.get(key).is_some_and(|found| !found.is_null()) {
        return Some(value);
    }
    let depth = depth.checked_sub(1)?;
    let members = value.members().iter().map(|(_, member)| member);
    members.chain(value.elements()).find_map(|inner| holder(inner, key, depth))
}

/// The moment that a member of that name holds, wherever it lies.
fn within(value: &Value<'_>, key: &str, depth: usize) -> Option<i64> {
    super::json::any_time(holder(value, key, depth)?, &[key])
}
