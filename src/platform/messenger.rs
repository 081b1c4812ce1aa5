//! Conversations of Messenger and of Instagram as their downloads write them. They say who wrote what, and who reacted;
//! they do not say which message answers which.

use super::found::{Found, Who};
use super::json::{Adapter, At, JsonAdapter, JsonHead, Value, any_text, any_time, close, text};
use super::ledger::Ledger;
use crate::error::Result;
use crate::model::{Builder, Platform};
use std::borrow::Cow;

/// How such a file is told.
pub const ADAPTER: Adapter = Adapter { code: "messenger", paths: &["messages[]", "participants[]"], open };

fn open(head: &JsonHead<'_>) -> Option<Box<dyn JsonAdapter>> {
    let old = head.has_key("sender_name") && head.has_key("timestamp_ms");
    let new = head.has_key("senderName") && head.has_key("participants");
    (head.has_key("messages") && (old || new)).then(|| {
        let instagram = head.name.contains("instagram");
        let platform = if instagram { Platform::Instagram } else { Platform::Facebook };
        // The folder is the conversation.
        let chat = head.name.rsplit('/').nth(1).unwrap_or_default().to_owned();
        Box::new(Conversation { platform, chat, said: false }) as Box<dyn JsonAdapter>
    })
}

#[derive(Debug)]
struct Conversation {
    platform: Platform,
    chat: String,
    said: bool,
}

impl JsonAdapter for Conversation {
    fn record(
        &mut self,
        which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        if which == 1 {
            let name = value.as_str().or_else(|| text(value, "name"));
            if let Some(name) = name {
                person(name).add(self.platform, None, into)?;
            }
            return Ok(());
        }
        if !self.said {
            self.said = true;
            ledger.note_file("chat.no_replies", None, String::new());
        }
        let service = matches!(text(value, "type"), Some("Subscribe" | "Unsubscribe" | "Call" | "Plan"));
        if service || value.get("is_unsent").and_then(Value::as_bool) == Some(true) {
            place.open(ledger);
            let kind = text(value, "type").unwrap_or("is_unsent").to_owned();
            ledger.drop("chat.service", || kind);
            return Ok(());
        }
        close(self.message(value), value, place, ledger, into)
    }
}

impl Conversation {
    fn message<'v>(&self, value: &'v Value<'v>) -> Option<Found<'v>> {
        let name = any_text(value, &["sender_name", "senderName"])?;
        let mut found = Found::on(self.platform);
        found.time = any_time(value, &["timestamp_ms", "timestamp"]);
        if let Some(time) = found.time {
            // Messages have no number: a conversation, a moment and a sender tell one from another.
            found.id = Some(Cow::Owned(format!("{}/{time}/{name}", self.chat)));
        }
        found.author = person(&name);
        found.text = any_text(value, &["content", "text"]);
        found.names_in_text = true;
        let reactions = value.get("reactions").map(Value::elements).unwrap_or_default();
        if !reactions.is_empty() {
            found.counts.likes = Some(reactions.len() as f64);
        }
        for reaction in reactions {
            if let Some(who) = text(reaction, "actor") {
                found.liked_by.push((person(who), None));
            }
        }
        Some(found)
    }
}

/// Someone, known by a name alone.
fn person<'v>(name: &str) -> Who<'v> {
    let name = Some(Cow::Owned(name.to_owned()));
    Who { name: name.clone(), ..Who::named(None, name) }
}
