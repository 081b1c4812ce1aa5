//! Chats of Telegram as its desktop application exports them: one chat, or all of them.
//!
//! Accounts have a number and a name that they chose; the export holds no handle. A message is numbered inside its
//! chat, and answers another by that number, so the account that it answers is found once both were read.

use super::found::{Found, Reference, Who};
use super::json::{
    Adapter, At, JsonAdapter, Value, any_id, any_text, any_time, close, id_of, reaction_total, text, time_of,
};
use super::ledger::Ledger;
use crate::error::Result;
use crate::model::{Builder, Platform, PostKind};
use std::borrow::Cow;

/// How such a file is told.
pub const ADAPTER: Adapter = Adapter {
    code: "telegram",
    paths: &[
        "messages[]",
        "chats.list[].messages[]",
        "left_chats.list[].messages[]",
        // What comes before the messages of a chat: its name, then its number.
        "name",
        "chats.list[].name",
        "left_chats.list[].name",
        "id",
        "chats.list[].id",
        "left_chats.list[].id",
    ],
    open: |head| {
        let messages = head.has_key("messages") && (head.has_key("from_id") || head.has_key("actor_id"));
        let message =
            |v: &Value<'_>| v.get("from_id").is_some() && v.get("text").is_some() && v.get("date").is_some();
        (messages && (head.has_key("text_entities") || head.any(message) || head.has_key("date_unixtime")))
            .then(|| Box::new(Chats::default()) as Box<dyn JsonAdapter>)
    },
};

#[derive(Debug, Default)]
struct Chats {
    /// What tells the chat that is being read from the others: its number, or else its name.
    chat: String,
}

impl JsonAdapter for Chats {
    fn record(
        &mut self,
        which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        match which {
            0..3 => {
                let kind = text(value, "type").unwrap_or("message");
                if kind != "message" {
                    place.open(ledger);
                    let said = any_text(value, &["action", "type"]).unwrap_or_default().into_owned();
                    ledger.drop("chat.service", || said);
                    return Ok(());
                }
                close(message(value, &self.chat), value, place, ledger, into)
            }
            _ => {
                self.chat = id_of(value).map_or_else(String::new, Cow::into_owned);
                Ok(())
            }
        }
    }
}

/// A message of a chat.
fn message<'v>(value: &'v Value<'v>, chat: &str) -> Option<Found<'v>> {
    let mut found = Found::on(Platform::Telegram);
    let number = any_id(value, &["id"])?;
    found.id = Some(Cow::Owned(format!("{chat}/{number}")));
    found.author = who(value, "from", "from_id");
    found.time = any_time(value, &["date_unixtime", "date"]);
    found.text = written(value.get("text")?);
    let parts = [value.get("text_entities"), value.get("text")];
    for part in parts.into_iter().flatten().find_map(Value::as_array).unwrap_or_default() {
        match text(part, "type") {
            Some("mention") => found.mentions.push(Who::named(None, any_text(part, &["text"]))),
            Some("mention_name") => {
                let id = any_id(part, &["user_id"]).map(|id| Cow::Owned(format!("user{id}")));
                found.mentions.push(Who { name: any_text(part, &["text"]), ..Who::named(id, None) });
            }
            _ => {}
        }
    }
    reactions(value, &mut found);
    if value.get("forwarded_from").is_some() || value.get("forwarded_from_id").is_some() {
        let who = who(value, "forwarded_from", "forwarded_from_id");
        found.refers(PostKind::Repost, Reference { who: Some(who), ..Reference::default() });
    } else if let Some(answered) = any_id(value, &["reply_to_message_id"]) {
        // An answer to a message of another chat names that chat: `channel123`.
        let elsewhere = any_id(value, &["reply_to_peer_id"]);
        let elsewhere =
            elsewhere.as_deref().map(|peer| peer.trim_start_matches(|c: char| c.is_ascii_alphabetic()));
        let post = Some(Cow::Owned(format!("{}/{answered}", elsewhere.unwrap_or(chat))));
        found.refers(PostKind::Reply, Reference { post, ..Reference::default() });
    }
    Some(found)
}

/// An account: its number, and its name, which is all that others are shown. A deleted one has its number only.
fn who<'v>(value: &'v Value<'v>, name: &str, id: &str) -> Who<'v> {
    let shown = any_text(value, &[name]);
    let id = value.get(id).and_then(id_of).map(|id| match id.bytes().all(|b| b.is_ascii_digit()) {
        // Older exports leave out what kind of number it is.
        true => Cow::Owned(format!("user{id}")),
        false => id,
    });
    Who { name: shown.clone(), ..Who::named(id, shown) }
}

/// A text: a string, or a list of strings and of parts with a kind.
fn written<'v>(value: &'v Value<'v>) -> Option<Cow<'v, str>> {
    let text = match value {
        Value::String(text) => Cow::Borrowed(&**text),
        Value::Array(parts) => {
            let part = |part: &'v Value<'v>| part.as_str().or_else(|| part.get("text")?.as_str());
            Cow::Owned(parts.iter().filter_map(part).collect::<String>())
        }
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// How many reacted, and those that the export names.
fn reactions<'v>(value: &'v Value<'v>, found: &mut Found<'v>) {
    let Some(reactions) = value.get("reactions").and_then(Value::as_array) else { return };
    found.counts.likes = Some(reaction_total(reactions));
    for recent in reactions.iter().filter_map(|r| r.get("recent")).flat_map(Value::elements) {
        let time = recent.get("date").and_then(time_of);
        found.liked_by.push((who(recent, "from", "from_id"), time));
    }
}
