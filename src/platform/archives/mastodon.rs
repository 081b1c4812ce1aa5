//! The archive of an account of Mastodon and its kin: `outbox.json`, `actor.json`, `likes.json`, in ActivityPub.
//!
//! Accounts are `user@host`. Posts are named by addresses, most of which tell their author. A boost holds nothing but
//! the address of what it boosts. Messages to chosen people are private and left out.

use super::mastodon_address::{account, handle_of};
use super::{Owner, address};
use crate::error::Result;
use crate::ingest::html;
use crate::model::{AccountIn, Builder, Counts, NameId, Platform, PostIn, PostKind};
use crate::platform::json::{Adapter, At, JsonAdapter, JsonHead, Value, count, excerpt, text, time};
use crate::platform::ledger::Ledger;
use std::borrow::Cow;

/// The archive of an account of Mastodon.
pub const ADAPTER: Adapter = Adapter {
    code: "mastodon_archive",
    paths: &["orderedItems[]", "preferredUsername", "id", "name", "summary"],
    open,
};

fn open(head: &JsonHead<'_>) -> Option<Box<dyn JsonAdapter>> {
    let actor = head.has_key("preferredUsername") && (head.has_key("outbox") || head.has_key("inbox"));
    (head.has_key("orderedItems") || actor || head.forced).then(|| {
        let name = head.name.rsplit('/').next().unwrap_or(head.name).to_lowercase();
        let bookmarks = name.contains("bookmark") || head.text.contains("\"bookmarks.json\"") && !actor;
        let owner = Owner::of(Platform::Mastodon, head.bundle);
        Box::new(Archive { owner, bookmarks, actor: actor.then(Actor::default) }) as Box<dyn JsonAdapter>
    })
}

#[derive(Debug)]
struct Archive {
    owner: Owner,
    /// Addresses of this file are bookmarks, which only the owner sees.
    bookmarks: bool,
    /// What `actor.json` told so far.
    actor: Option<Actor>,
}

#[derive(Debug, Default)]
struct Actor {
    user: Option<String>,
    id: Option<String>,
    name: Option<String>,
    bio: Option<String>,
}

impl JsonAdapter for Archive {
    fn record(
        &mut self,
        which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        if which > 0 {
            let (Some(actor), Some(said)) = (&mut self.actor, value.as_str()) else { return Ok(()) };
            match which {
                1 => {
                    place.open(ledger);
                    ledger.keep(None);
                    actor.user = Some(said.to_string());
                }
                2 => actor.id = Some(said.to_string()),
                3 => actor.name = Some(said.to_string()),
                _ => actor.bio = Some(html::text(said).into_owned()),
            }
            return Ok(());
        }
        let row = place.open(ledger);
        if let Some(liked) = value.as_str() {
            if self.bookmarks {
                ledger.drop("archive.private", String::new);
                return Ok(());
            }
            return self.like(liked, ledger, into);
        }
        match text(value, "type") {
            Some("Create") => self.post(value, value.get("object").unwrap_or(value), row, ledger, into),
            Some("Note" | "Article" | "Question" | "Page" | "Video" | "Image") => {
                self.post(value, value, row, ledger, into)
            }
            Some("Announce") => self.boost(value, row, ledger, into),
            Some("Like") => match value.get("object").and_then(uri) {
                Some(liked) => self.like(liked, ledger, into),
                None => {
                    ledger.drop("row.no_ends", || excerpt(value));
                    Ok(())
                }
            },
            _ => {
                ledger.drop("archive.not_audience", || excerpt(value));
                Ok(())
            }
        }
    }

    fn finish(&mut self, _ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let Some(actor) = self.actor.take() else { return Ok(()) };
        let host = actor.id.as_deref().and_then(address).map(|(host, _)| host);
        let Some(user) = actor.user else { return Ok(()) };
        let handle = host.map_or_else(|| user.clone(), |host| format!("{user}@{host}"));
        self.owner.is_also(
            &AccountIn {
                name: actor.name.as_deref().filter(|n| !n.trim().is_empty()),
                bio: actor.bio.as_deref().filter(|b| !b.is_empty()),
                ..AccountIn::named(Platform::Mastodon, None, Some(&handle))
            },
            into,
        )
    }
}

impl Archive {
    /// The account that an activity is of; the owner's, where it does not say.
    fn author(&self, activity: &Value<'_>, object: &Value<'_>, into: &mut Builder) -> Result<NameId> {
        let said = activity.get("actor").or_else(|| object.get("attributedTo")).and_then(uri);
        if let Some(actor) = said
            && let Some(name) = account(actor, None, into)?
        {
            into.owner_is(Platform::Mastodon, self.owner.bundle(), name)?;
            return Ok(name);
        }
        self.owner.name(into)
    }

    fn like(&self, liked: &str, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let handle = handle_of(liked);
        let author = AccountIn::named(Platform::Mastodon, None, handle.as_deref());
        self.owner.like(liked, handle.is_some().then_some(&author), None, ledger, into)
    }

    fn boost(&self, value: &Value<'_>, row: u64, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let object = value.get("object").unwrap_or(&Value::Null);
        let Some(original) = uri(object) else {
            ledger.drop("row.no_ends", || excerpt(value));
            return Ok(());
        };
        if !is_public(value, object) {
            ledger.drop("archive.private", String::new);
            return Ok(());
        }
        let author = self.author(value, &Value::Null, into)?;
        let ref_author = match object.get("attributedTo").and_then(uri) {
            Some(actor) => account(actor, None, into)?,
            None => match account(original, None, into)? {
                Some(name) => Some(name),
                // An address that does not tell: a boost is sent to the followers and to the one who is boosted.
                None => match addressed(value).as_slice() {
                    [only] => account(only, None, into)?,
                    _ => None,
                },
            },
        };
        let at = time(value, "published");
        let shown = text(object, "content").map(html::text);
        into.post(&PostIn {
            kind: PostKind::Repost,
            id: text(value, "id"),
            text: shown.as_deref(),
            ref_post: Some(original),
            ref_author,
            ..blank(author, at, row)
        })?;
        ledger.keep(at);
        Ok(())
    }

    fn post(
        &self,
        activity: &Value<'_>,
        object: &Value<'_>,
        row: u64,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let at = time(object, "published").or_else(|| time(activity, "published"));
        let shown = body(object);
        if !object.is_object() || (shown.is_empty() && at.is_none()) {
            ledger.drop("json.not_a_post", || excerpt(activity));
            return Ok(());
        }
        if !is_public(activity, object) {
            ledger.drop("archive.private", String::new);
            return Ok(());
        }
        let author = self.author(activity, object, into)?;
        let mut mentions = Vec::new();
        for tag in object.get("tag").map_or(&[][..], Value::elements) {
            if text(tag, "type") == Some("Mention") {
                let name = account(text(tag, "href").unwrap_or(""), text(tag, "name"), into)?;
                mentions.extend(name.filter(|name| !mentions.contains(name)));
            }
        }
        let quoted = ["quote", "quoteUri", "quoteUrl", "_misskey_quote"]
            .iter()
            .find_map(|key| object.get(key).and_then(uri));
        let answered = object.get("inReplyTo").and_then(uri);
        let (kind, other) = match (quoted, answered) {
            (Some(quoted), _) => (PostKind::Quote, Some(quoted)),
            (None, Some(answered)) => (PostKind::Reply, Some(answered)),
            (None, None) => (PostKind::Original, None),
        };
        let ref_author = match other {
            Some(other) => account(other, None, into)?,
            None => None,
        };
        let total = |key: &str| object.get(key).and_then(|list| count(list, "totalItems"));
        let lang = match object.get("contentMap").map_or(&[][..], Value::members) {
            [(lang, _)] => Some(&**lang),
            _ => None,
        };
        into.post(&PostIn {
            kind,
            id: text(object, "id"),
            text: Some(&*shown).filter(|t| !t.is_empty()),
            lang,
            url: text(object, "url"),
            ref_post: other,
            ref_author,
            mentions: &mentions,
            counts: Counts {
                likes: total("likes"),
                reposts: total("shares"),
                replies: None,
                ..Counts::default()
            },
            ..blank(author, at, row)
        })?;
        ledger.keep(at);
        Ok(())
    }
}

/// A post of which only the author and the moment are known.
fn blank(author: NameId, time: Option<i64>, row: u64) -> PostIn<'static> {
    PostIn {
        platform: Platform::Mastodon,
        id: None,
        author,
        time,
        kind: PostKind::Original,
        text: None,
        lang: None,
        url: None,
        ref_post: None,
        ref_author: None,
        mentions: &[],
        counts: Counts::default(),
        collected_at: None,
        embedded: false,
        row,
    }
}

/// What was written: a warning stands before the text it hides, a title before an article.
fn body<'v>(object: &'v Value<'_>) -> Cow<'v, str> {
    let content = text(object, "content").or_else(|| {
        object
            .get("contentMap")
            .and_then(|map| map.members().first())
            .and_then(|(_, content)| content.as_str())
    });
    let shown = content.map(html::text).unwrap_or_default();
    match text(object, "summary").or_else(|| text(object, "name")) {
        Some(before) => Cow::Owned(format!("{}\n\n{shown}", html::text(before)).trim_end().to_string()),
        None => shown,
    }
}

/// The address that a value is, or that an object is named by.
fn uri<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    let said = value.as_str().or_else(|| text(value, "id"));
    said.or_else(|| value.elements().first().and_then(|first| first.as_str().or_else(|| text(first, "id"))))
        .filter(|uri| !uri.trim().is_empty())
}

/// Whom an activity is sent to, collections left out.
fn addressed<'v>(value: &'v Value<'_>) -> Vec<&'v str> {
    let lists = ["to", "cc"].iter().filter_map(|key| value.get(key));
    let all = lists
        .flat_map(|list| list.as_str().into_iter().chain(list.elements().iter().filter_map(Value::as_str)));
    all.filter(|to| !is_collection(to)).collect()
}

/// The public, or somebody's followers.
fn is_collection(to: &str) -> bool {
    to.ends_with("#Public") || to == "as:Public" || to == "Public" || to.ends_with("/followers")
}

/// Whether anybody, or all followers, may read it. Where nothing says to whom it went, it is taken for public.
fn is_public(activity: &Value<'_>, object: &Value<'_>) -> bool {
    let mut said = false;
    for value in [activity, object] {
        for list in ["to", "cc"].iter().filter_map(|key| value.get(key)) {
            let mut names =
                list.as_str().into_iter().chain(list.elements().iter().filter_map(Value::as_str)).peekable();
            said |= names.peek().is_some();
            if names.any(is_collection) {
                return true;
            }
        }
    }
    !said
}
