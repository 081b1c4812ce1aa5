//! Posts of Facebook as its pages receive them: a story, whose author, text and moment each lie in another of the
//! sections that the page is made of.

use super::found::{Found, Reference, Who};
use super::json::{Value, any_count, any_id, any_text, any_time, dig};
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

/// The comments that a page received in one answer, with the answers to them that it shows.
pub fn comments<'v>(value: &'v Value<'v>) -> Vec<Found<'v>> {
    let of = any_id(value, &["id"]).and_then(|id| plain(&id)).unwrap_or_default();
    // `feedback:<post>`, or `feedback:<post>_<comment>` for the answers to a comment.
    let of = of.strip_prefix("feedback:").and_then(|of| of.rsplit('_').next()).unwrap_or_default().to_owned();
    let mut all = Vec::new();
    let path = "comment_rendering_instance_for_feed_location.comments.edges";
    under(dig(value, path), &of, DEPTH, &mut all);
    all
}

/// The comments of a list, each before the answers to it.
fn under<'v>(list: Option<&'v Value<'v>>, of: &str, depth: usize, all: &mut Vec<Found<'v>>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    for node in list.map(Value::elements).unwrap_or_default().iter().filter_map(|edge| edge.get("node")) {
        let Some(found) = comment(node, of) else { continue };
        let id = found.id.clone().unwrap_or_default().into_owned();
        all.push(found);
        under(dig(node, "feedback.replies_connection.edges"), &id, depth, all);
    }
}

/// One comment under a post, or under another comment.
fn comment<'v>(node: &'v Value<'v>, of: &str) -> Option<Found<'v>> {
    let author = node.get("author").filter(|author| author.is_object())?;
    let mut found = Found::on(Platform::Facebook);
    let url = any_text(author, &["url", "profile_url"]);
    let handle = url.as_deref().and_then(super::address::author).map(|name| Cow::Owned(name.to_owned()));
    let name = any_text(author, &["name"]);
    found.author = Who { name: name.clone(), ..Who::named(any_id(author, &["id"]), handle.or(name)) };
    found.id = any_id(node, &["legacy_fbid"]).or_else(|| any_id(node, &["id"]));
    found.text = any_text(node, &["body.text", "preferred_body.text"]);
    found.time = any_time(node, &["created_time"]).or_else(|| within(node, "created_time", DEPTH));
    found.url = any_text(node, &["feedback.url"]);
    found.names_in_text = true;
    let reactors = |of: &Value<'_>| any_count(of, &["reactors.count", "reactors.count_reduced"]);
    found.counts.likes = node.get("feedback").and_then(reactors).or_else(|| {
        let links = node.get("comment_action_links").map(Value::elements)?;
        links.iter().find_map(|link| reactors(dig(link, "comment.feedback")?))
    });
    found.counts.replies = any_count(node, &["feedback.replies_fields.total_count"]);
    // The answers of an answer bear the id of what they are under.
    let parent = any_id(node, &["comment_direct_parent.legacy_fbid", "comment_parent.legacy_fbid"]);
    let post = parent.or_else(|| (!of.is_empty()).then(|| Cow::Owned(of.to_owned())));
    found.refers(PostKind::Reply, Reference { post, ..Reference::default() });
    (found.text.is_some() || found.time.is_some()).then_some(found)
}

/// An id that may be written in base 64.
fn plain(id: &str) -> Option<String> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if id.starts_with("feedback:") {
        return Some(id.to_owned());
    }
    let (mut bits, mut held, mut bytes) = (0_u32, 0, Vec::new());
    for byte in id.trim_end_matches('=').bytes() {
        bits = bits << 6 | DIGITS.iter().position(|digit| *digit == byte)? as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    String::from_utf8(bytes).ok()
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
    any_time(holder(value, key, depth)?, &[key])
}
