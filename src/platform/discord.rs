//! Channels of Discord as DiscordChatExporter writes them.

use super::found::{Found, Reference, Who};
use super::json::{Adapter, At, JsonAdapter, Value, any_id, any_text, any_time, close, reaction_total, text};
use super::ledger::Ledger;
use crate::error::Result;
use crate::model::{Builder, Platform, PostKind};

/// How such a file is told.
pub const ADAPTER: Adapter = Adapter {
    code: "discord",
    paths: &["messages[]", "**.messages[]"],
    open: |head| {
        (head.has_key("guild") && head.has_key("channel") && head.has_key("messages"))
            .then(|| Box::new(Channel) as Box<dyn JsonAdapter>)
    },
};

#[derive(Debug)]
struct Channel;

impl JsonAdapter for Channel {
    fn record(
        &mut self,
        _which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        let kind = any_id(value, &["type"]).unwrap_or_default();
        // What people write; everything else is what the channel says of itself.
        let written =
            ["Default", "Reply", "ChatInputCommand", "ContextMenuCommand", "0", "19", "20", "23", ""];
        if !written.contains(&&*kind) {
            place.open(ledger);
            let kind = kind.into_owned();
            ledger.drop("chat.service", || kind);
            return Ok(());
        }
        close(message(value), value, place, ledger, into)
    }
}

fn message<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let mut found = Found::on(Platform::Discord);
    found.id = any_id(value, &["id"]);
    found.author = account(value.get("author")?);
    found.time = any_time(value, &["timestamp"]);
    found.text = any_text(value, &["content"]);
    for named in value.get("mentions").map(Value::elements).unwrap_or_default() {
        found.mentions.push(account(named));
    }
    let reactions = value.get("reactions").map(Value::elements).unwrap_or_default();
    if value.get("reactions").is_some() {
        found.counts.likes = Some(reaction_total(reactions));
    }
    for user in reactions.iter().filter_map(|r| r.get("users")).flat_map(Value::elements) {
        found.liked_by.push((account(user), None));
    }
    let post = any_id(value, &["reference.messageId"]);
    if value.get("forwardedMessage").is_some_and(Value::is_object) {
        found.text = any_text(value, &["forwardedMessage.content"]).or(found.text);
        found.refers(PostKind::Repost, Reference { post, ..Reference::default() });
    } else if post.is_some() {
        found.refers(PostKind::Reply, Reference { post, ..Reference::default() });
    }
    Some(found)
}

fn account<'v>(value: &'v Value<'v>) -> Who<'v> {
    // Everybody who left is called this.
    let gone = text(value, "name") == Some("Deleted User");
    let handle = any_text(value, &["name"]).filter(|_| !gone);
    Who { name: any_text(value, &["nickname"]), ..Who::named(any_id(value, &["id"]), handle) }
}
