//! What Bluesky's Jetstream and firehose say as it happens, a line an event: posts, re-shares, likes, follows, and who
//! bears which name.

use super::bluesky::{self, did_of};
use super::found::Who;
use super::json::{Adapter, At, JsonAdapter, Value, any_id, any_text, any_time, close, excerpt, text};
use super::ledger::Ledger;
use crate::error::Result;
use crate::model::{Builder, Layer, Platform, TieIn};
use std::borrow::Cow;

/// How such a file is told.
pub const ADAPTER: Adapter = Adapter {
    code: "bluesky_stream",
    paths: &[],
    open: |head| {
        let event = |v: &Value<'_>| {
            let jetstream = text(v, "did").is_some() && v.get("time_us").is_some() && v.get("kind").is_some();
            let record = v.get("record").is_some_and(|r| r.get("$type").is_some());
            jetstream || (record && (author(v).is_some() || text(v, "repo").is_some()))
        };
        head.any(event).then(|| Box::new(Events) as Box<dyn JsonAdapter>)
    },
};

#[derive(Debug)]
struct Events;

/// The author of an event, as an id.
fn author<'v>(value: &'v Value<'_>) -> Option<Cow<'v, str>> {
    let named = any_text(value, &["did", "repo", "author"]).filter(|did| did.starts_with("did:"));
    named.or_else(|| text(value, "uri").and_then(did_of).map(Cow::Borrowed))
}

impl JsonAdapter for Events {
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
        let Some(did) = author(value) else {
            place.open(ledger);
            ledger.drop("json.not_a_post", || excerpt(value));
            return Ok(());
        };
        let seen = any_time(value, &["time_us", "indexedAt", "commit.time", "time"]);
        if let Some(identity) = value.get("identity").filter(|v| v.is_object()) {
            place.open(ledger);
            let who = Who::named(Some(did), any_text(identity, &["handle"]));
            who.add(Platform::Bluesky, seen, into)?;
            ledger.keep(seen);
            return Ok(());
        }
        let commit = value.get("commit").unwrap_or(value);
        let record = commit.get("record").filter(|record| record.is_object());
        let Some(record) = record else {
            place.open(ledger);
            let deletes =
                matches!(text(commit, "operation").or_else(|| text(commit, "action")), Some("delete"));
            ledger.drop(if deletes { "event.deletion" } else { "event.not_used" }, || excerpt(value));
            return Ok(());
        };
        let kind = text(record, "$type").or_else(|| text(commit, "collection")).unwrap_or("");
        match kind {
            "app.bsky.feed.post" | "app.bsky.feed.repost" => {
                let key = any_id(commit, &["rkey"]);
                let key = key.or_else(|| text(commit, "path")?.rsplit('/').next().map(Cow::Borrowed));
                let uri = any_text(value, &["uri"])
                    .or_else(|| Some(Cow::Owned(format!("at://{did}/{kind}/{}", key?))));
                let who = Who::named(Some(did), None);
                close(bluesky::record(record, who, uri, seen), value, place, ledger, into)
            }
            "app.bsky.feed.like" | "app.bsky.graph.follow" => {
                place.open(ledger);
                let follow = kind.ends_with("follow");
                let to = if follow {
                    any_text(record, &["subject"])
                } else {
                    any_text(record, &["subject.uri"])
                        .and_then(|uri| Some(Cow::Owned(did_of(&uri)?.to_owned())))
                };
                let time = any_time(record, &["createdAt"]).or(seen);
                let from = Who::named(Some(did), None).add(Platform::Bluesky, time, into)?;
                let to = Who::named(to, None).add(Platform::Bluesky, time, into)?;
                let (Some(from), Some(to)) = (from, to) else {
                    ledger.drop("row.no_ends", || excerpt(value));
                    return Ok(());
                };
                let layer = if follow { Layer::Follow } else { Layer::Like };
                let row = ledger.seen;
                into.tie(&TieIn { from, to, layer, time, weight: 1.0, row })?;
                ledger.keep(time);
                Ok(())
            }
            "app.bsky.actor.profile" => {
                place.open(ledger);
                let who = Who {
                    name: any_text(record, &["displayName"]),
                    bio: any_text(record, &["description"]),
                    ..Who::named(Some(did), None)
                };
                who.add(Platform::Bluesky, seen, into)?;
                ledger.keep(None);
                Ok(())
            }
            _ => {
                place.open(ledger);
                let kind = kind.to_owned();
                ledger.drop("event.not_used", || kind);
                Ok(())
            }
        }
    }
}
