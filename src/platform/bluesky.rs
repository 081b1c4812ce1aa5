//! Posts of Bluesky: what a post's own record says, and feeds, searches and threads as the interface gives them.

use super::found::{Found, Reference, Text, Who};
use super::json::{
    Adapter, At, JsonAdapter, PostOf, Value, any_count, any_text, any_time, close, dig, excerpt, text,
};
use super::ledger::Ledger;
use crate::error::Result;
use crate::model::{Builder, Counts, Layer, Millis, NameId, Platform, PostKind, TieIn};
use std::borrow::Cow;

/// Answers saved whole.
pub const PAGES: Adapter = Adapter {
    code: "bluesky_api",
    paths: &[
        "**.feed[]",
        "**.posts[]",
        "**.thread",
        "**.likes[].actor",
        "**.repostedBy[]",
        "**.followers[]",
        "**.follows[]",
        "**.actors[]",
        "**.notifications[]",
        "subject",
    ],
    open: |head| {
        let uri = memchr::memmem::find(head.text.as_bytes(), b"at://did:").is_some();
        let view = head.has_key("author") && head.has_key("record") && head.has_key("handle");
        let lists = ["feed", "posts", "thread"].iter().any(|key| head.has_key(key));
        let actors = head.has_key("did")
            && head.has_key("handle")
            && ["followers", "follows", "actors", "likes", "repostedBy"].iter().any(|key| head.has_key(key));
        ((uri && view && lists) || actors)
            .then(|| Box::new(Pages { subject: None, waiting: Vec::new() }) as Box<dyn JsonAdapter>)
    },
};

/// Posts saved one by one.
pub const ADAPTER: Adapter = Adapter {
    code: "bluesky_api",
    paths: &[],
    open: |head| {
        let knows = |v: &Value<'_>| {
            let post = v.get("post").filter(|p| p.is_object()).unwrap_or(v);
            post.at(&["author", "did"]).is_some() && post.at(&["record", "text"]).is_some()
        };
        head.any(knows).then(|| PostOf::certain(view))
    },
};

/// Places of the followers, of those followed, and of whom a page is about.
const FOLLOWERS: usize = 5;
const FOLLOWS: usize = 6;
const SUBJECT: usize = 9;

#[derive(Debug)]
struct Pages {
    /// Whom the lists that follow are about.
    subject: Option<NameId>,
    /// Accounts of a list that comes before it is said whose it is: whether they follow, and their record.
    waiting: Vec<(NameId, bool, u64)>,
}

impl Pages {
    /// Ties one account of a list with the one that the list is about.
    fn tie(&self, of: NameId, other: NameId, follows: bool, row: u64, into: &mut Builder) -> Result<()> {
        let (from, to) = if follows { (other, of) } else { (of, other) };
        into.tie(&TieIn { from, to, layer: Layer::Follow, time: None, weight: 1.0, row })
    }
}

impl JsonAdapter for Pages {
    fn record(
        &mut self,
        which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        if value.get("post").is_some() && value.get("replies").is_some() {
            return thread(value, place, ledger, into);
        }
        if which > 2 && value.get("record").is_none() {
            let row = place.open(ledger);
            let Some(name) = profile(value).add(Platform::Bluesky, None, into)? else {
                ledger.drop("row.no_author", || excerpt(value));
                return Ok(());
            };
            ledger.keep(None);
            match (which, self.subject) {
                (FOLLOWERS | FOLLOWS, Some(of)) => self.tie(of, name, which == FOLLOWERS, row, into)?,
                (FOLLOWERS | FOLLOWS, None) => self.waiting.push((name, which == FOLLOWERS, row)),
                (SUBJECT, _) => {
                    // Said behind the list, or before it.
                    self.subject = Some(name).filter(|_| self.waiting.is_empty());
                    for (other, follows, row) in std::mem::take(&mut self.waiting) {
                        self.tie(name, other, follows, row, into)?;
                    }
                }
                _ => {}
            }
            return Ok(());
        }
        close(view(value), value, place, ledger, into)
    }
}

/// A post and the answers to it, which hold the answers to them.
fn thread(value: &Value<'_>, place: &mut At, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
    close(view(value), value, place, ledger, into)?;
    for answer in value.get("replies").map(Value::elements).unwrap_or_default() {
        if answer.get("post").is_some() {
            thread(answer, place, ledger, into)?;
        }
    }
    Ok(())
}

/// A post as a feed shows it, with its author and its counters.
fn view<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let post = value.get("post").filter(|post| post.is_object()).unwrap_or(value);
    let who = profile(post.get("author")?);
    let uri = any_text(post, &["uri"]);
    let mut found = record(post.get("record")?, who, uri, any_time(post, &["indexedAt"]))?;
    found.counts = Counts {
        likes: any_count(post, &["likeCount"]),
        reposts: any_count(post, &["repostCount"]),
        replies: any_count(post, &["replyCount"]),
        quotes: any_count(post, &["quoteCount"]),
        saves: any_count(post, &["bookmarkCount"]),
        ..Counts::default()
    };
    if let Some(parent) = dig(value, "reply.parent.author").filter(|_| found.kind == PostKind::Reply) {
        found.reference.who = Some(profile(parent));
    }
    // What is quoted is shown too.
    let quoted =
        dig(post, "embed.record").map(|r| r.get("record").filter(|i| i.get("author").is_some()).unwrap_or(r));
    if let Some(quoted) = quoted.filter(|_| found.kind == PostKind::Quote)
        && let (Some(author), Some(inner)) = (quoted.get("author"), quoted.get("value"))
    {
        let whole =
            record(inner, profile(author), any_text(quoted, &["uri"]), any_time(quoted, &["indexedAt"]));
        found.reference.whole = whole.map(Box::new);
    }
    // A feed shows what its owner re-shares as the post itself.
    if let Some(by) = dig(value, "reason.by").filter(|by| by.is_object()) {
        let mut share = Found::on(Platform::Bluesky);
        share.author = profile(by);
        share.time = any_time(value, &["reason.indexedAt"]);
        share.text = found.text.clone();
        share.id = any_text(value, &["reason.uri"]).or_else(|| {
            Some(Cow::Owned(format!("{} {}", share.author.id.as_deref()?, found.id.as_deref()?)))
        });
        let post = found.id.clone();
        share.refers(PostKind::Repost, Reference { post, who: None, whole: Some(Box::new(found)) });
        return Some(share);
    }
    Some(found)
}

/// A post's own record. `seen` is when the network met it.
pub fn record<'v>(
    record: &'v Value<'v>,
    author: Who<'v>,
    uri: Text<'v>,
    seen: Option<Millis>,
) -> Option<Found<'v>> {
    let mut found = Found::on(Platform::Bluesky);
    found.author = author;
    found.url = uri.as_deref().and_then(address);
    found.id = uri;
    // Authors may write any date they like; the network cannot meet a post before it was written.
    let said = any_time(record, &["createdAt"]);
    found.time = match (said, seen) {
        (Some(said), Some(seen)) => Some(said.min(seen)),
        (said, seen) => said.or(seen),
    };
    if text(record, "$type") == Some("app.bsky.feed.repost") {
        let of = any_text(record, &["subject.uri"]);
        found.refers(PostKind::Repost, pointed(of));
        return Some(found);
    }
    let body = text(record, "text");
    found.text = body.map(Cow::Borrowed);
    found.lang =
        record.get("langs").map(Value::elements).and_then(|l| l.first()?.as_str()).map(Cow::Borrowed);
    for facet in record.get("facets").map(Value::elements).unwrap_or_default() {
        let did = facet.get("features").map(Value::elements).unwrap_or_default().iter().find_map(|feature| {
            let names = text(feature, "$type").is_some_and(|kind| kind.ends_with("#mention"));
            any_text(feature, &["did"]).filter(|_| names)
        });
        if did.is_some() {
            found.mentions.push(Who::named(did, body.and_then(|text| slice(text, facet))));
        }
    }
    let quoted = any_text(record, &["embed.record.record.uri", "embed.record.uri"])
        .filter(|uri| uri.contains("/app.bsky.feed.post/"));
    let parent = any_text(record, &["reply.parent.uri"]);
    if quoted.is_some() {
        if let Some(who) = pointed(parent).who {
            found.mentions.push(who);
        }
        found.refers(PostKind::Quote, pointed(quoted));
    } else if parent.is_some() {
        found.refers(PostKind::Reply, pointed(parent));
    }
    Some(found)
}

/// The handle that a facet marks: its places are bytes of the text.
fn slice<'v>(text: &'v str, facet: &Value<'_>) -> Text<'v> {
    let place = |key: &str| facet.at(&["index", key])?.as_u64().and_then(|n| usize::try_from(n).ok());
    let handle = text.get(place("byteStart")?..place("byteEnd")?)?.strip_prefix('@')?;
    handle.contains('.').then_some(Cow::Borrowed(handle))
}

/// A post known by its address, which names its author.
fn pointed(uri: Text<'_>) -> Reference<'_> {
    let who = uri.as_deref().and_then(did_of).map(|did| Who::named(Some(Cow::Owned(did.to_owned())), None));
    Reference { post: uri, who, whole: None }
}

/// `at://did:plc:aaa/app.bsky.feed.post/3k` → `did:plc:aaa`.
pub fn did_of(uri: &str) -> Option<&str> {
    uri.strip_prefix("at://")?.split('/').next().filter(|did| did.starts_with("did:"))
}

/// Where a post is shown.
fn address<'v>(uri: &str) -> Option<Cow<'v, str>> {
    let mut parts = uri.strip_prefix("at://")?.split('/');
    let (did, kind, key) = (parts.next()?, parts.next()?, parts.next()?);
    (kind == "app.bsky.feed.post").then(|| Cow::Owned(format!("https://bsky.app/profile/{did}/post/{key}")))
}

fn profile<'v>(value: &'v Value<'v>) -> Who<'v> {
    // A handle that no longer leads to its account is shown as this.
    let handle = any_text(value, &["handle"]).filter(|handle| handle != "handle.invalid");
    Who {
        name: any_text(value, &["displayName"]),
        bio: any_text(value, &["description"]),
        followers: any_count(value, &["followersCount"]),
        following: any_count(value, &["followsCount"]),
        posts_total: any_count(value, &["postsCount"]),
        verified: text(value, "verification.verifiedStatus").map(|status| status == "valid"),
        ..Who::named(any_text(value, &["did"]), handle)
    }
}
