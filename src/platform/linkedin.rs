//! Posts of LinkedIn as its pages receive them (the shape that it calls Voyager).

use super::found::{Found, Reference, Who};
use super::json::{Adapter, PostOf, Value, any_count, any_text, dig};
use crate::model::{Counts, Millis, Platform, PostKind};
use std::borrow::Cow;

/// Posts saved one by one.
pub const ADAPTER: Adapter = Adapter {
    code: "linkedin_json",
    paths: &[],
    open: |head| head.any(knows).then(|| PostOf::certain(post)),
};

fn knows(value: &Value<'_>) -> bool {
    value.get("actor").is_some_and(|actor| actor.get("name").is_some())
        && (value.get("commentary").is_some() || value.get("updateMetadata").is_some())
}

/// A post.
pub fn post<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let actor = value.get("actor").filter(|actor| actor.is_object())?;
    let mut found = Found::on(Platform::LinkedIn);
    let urn = any_text(value, &["updateMetadata.urn", "preDashEntityUrn", "entityUrn"]);
    found.id = urn.as_deref().and_then(activity).map(|id| Cow::Owned(id.to_owned()));
    if let Some(id) = &found.id {
        found.url = Some(Cow::Owned(format!("https://www.linkedin.com/feed/update/urn:li:activity:{id}")));
        found.time = moment(id);
    }
    let link = any_text(actor, &["navigationContext.actionTarget"]);
    found.author = Who {
        name: any_text(actor, &["name.text"]),
        bio: any_text(actor, &["description.text"]),
        ..Who::named(None, link.as_deref().and_then(handle).map(|h| Cow::Owned(h.to_owned())))
    };
    if found.author.handle.is_none() {
        found.author.handle = any_text(actor, &["name.text"]);
    }
    found.text = any_text(value, &["commentary.text.text", "commentary.text"]);
    let attributes = dig(value, "commentary.text.attributes").map(Value::elements).unwrap_or_default();
    for part in attributes {
        for (held, name) in [("*miniProfile", "publicIdentifier"), ("*miniCompany", "universalName")] {
            if let Some(handle) = part.get(held).and_then(|profile| any_text(profile, &[name])) {
                found.mentions.push(Who::named(None, Some(handle)));
            }
        }
    }
    let social = value.get("*socialDetail").or_else(|| value.get("socialDetail")).unwrap_or(&Value::Null);
    let totals = social.get("*totalSocialActivityCounts").or_else(|| social.get("totalSocialActivityCounts"));
    let totals = totals.unwrap_or(&Value::Null);
    let one = |total: &str, own: &str| any_count(totals, &[total]).or_else(|| any_count(social, &[own]));
    found.counts = Counts {
        likes: one("numLikes", "likes.paging.total"),
        reposts: one("numShares", "totalShares"),
        replies: one("numComments", "comments.paging.total"),
        views: any_count(totals, &["numImpressions"]),
        ..Counts::default()
    };
    let shared =
        ["resharedUpdate", "*resharedUpdate"].iter().find_map(|key| value.get(key).filter(|v| v.is_object()));
    if let Some(original) = shared.and_then(post) {
        let kind = if found.text.is_some() { PostKind::Quote } else { PostKind::Repost };
        if kind == PostKind::Repost {
            found.text = original.text.clone();
        }
        let reference = Reference { post: original.id.clone(), who: None, whole: Some(Box::new(original)) };
        found.refers(kind, reference);
    }
    Some(found)
}

/// `urn:li:activity:123` → `123`, also inside an urn that holds two.
fn activity(urn: &str) -> Option<&str> {
    let rest = urn.split_once("urn:li:activity:")?.1;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..end).filter(|id| !id.is_empty())
}

/// The upper bits of an activity's number are its moment, in milliseconds since 1970. The page itself only shows how
/// long ago that was.
fn moment(id: &str) -> Option<Millis> {
    let moment = (id.parse::<u64>().ok()? >> 22) as Millis;
    // From 2003, when LinkedIn began, to 2100.
    (1_041_379_200_000..4_102_444_800_000).contains(&moment).then_some(moment)
}

/// The name in the address of a profile or of a page.
fn handle(link: &str) -> Option<&str> {
    let path = link.split_once("linkedin.com/")?.1;
    let mut parts = path.split(['?', '#']).next()?.split('/').filter(|part| !part.is_empty());
    let first = parts.next()?;
    if matches!(first, "in" | "company" | "school" | "showcase" | "pub") { parts.next() } else { Some(first) }
}
