//! Exports of Slack: one file a channel and day, and a list of the people. Messages name people by their ids; whose
//! they are is told by `users.json`, read before or after.

use super::found::{Found, Reference, Text, Who};
use super::json::{
    Adapter, At, JsonAdapter, JsonHead, Value, any_id, any_text, any_time, close, count_of, excerpt,
    reaction_total, text,
};
use super::ledger::Ledger;
use super::words::unescape;
use crate::error::Result;
use crate::model::{Builder, Platform, PostKind};
use std::borrow::Cow;

/// How such a file is told.
pub const ADAPTER: Adapter = Adapter { code: "slack", paths: &[], open };

fn open(head: &JsonHead<'_>) -> Option<Box<dyn JsonAdapter>> {
    let message = |v: &Value<'_>| text(v, "type") == Some("message") && text(v, "ts").is_some_and(is_moment);
    let known = |v: &Value<'_>| is_user(v) || is_channel(v);
    (head.any(message) || head.any(known)).then(|| {
        // The folder is the channel: a moment is unique inside it only.
        let channel = head.name.rsplit('/').nth(1).unwrap_or_default().to_owned();
        Box::new(Day { channel }) as Box<dyn JsonAdapter>
    })
}

/// `1677661200.000100`: seconds and microseconds, which number the messages of a channel.
fn is_moment(ts: &str) -> bool {
    ts.split_once('.').is_some_and(|(seconds, rest)| {
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        seconds.len() >= 9 && digits(seconds) && rest.len() == 6 && digits(rest)
    })
}

fn is_user(value: &Value<'_>) -> bool {
    let id = text(value, "id").is_some_and(|id| id.starts_with(['U', 'W']));
    let has = |key: &str| value.get(key).is_some();
    id && has("name")
        && (has("real_name") || has("profile"))
        && (has("deleted") || has("team_id") || has("profile"))
}

fn is_channel(value: &Value<'_>) -> bool {
    let id = text(value, "id").is_some_and(|id| id.starts_with(['C', 'G', 'D']));
    id && value.get("members").is_some_and(Value::is_array) && value.get("text").is_none()
}

#[derive(Debug)]
struct Day {
    channel: String,
}

impl JsonAdapter for Day {
    fn record(
        &mut self,
        _which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        if is_user(value) {
            place.open(ledger);
            match user(value).add(Platform::Slack, None, into)? {
                Some(_) => ledger.keep(None),
                None => ledger.drop("row.no_author", || excerpt(value)),
            }
            return Ok(());
        }
        let dropped = if is_channel(value) {
            Some("chat.channel")
        } else {
            match text(value, "subtype") {
                None
                | Some("thread_broadcast" | "file_share" | "me_message" | "file_comment" | "reminder_add") => {
                    None
                }
                Some("bot_message") => Some("chat.app_message"),
                Some(_) => Some("chat.service"),
            }
        };
        let app = value.get("bot_id").is_some() && value.get("user").is_none();
        if let Some(code) = dropped.or(app.then_some("chat.app_message")) {
            place.open(ledger);
            let said = any_text(value, &["subtype", "name", "text"]).unwrap_or_default().into_owned();
            ledger.drop(code, || said);
            return Ok(());
        }
        close(self.message(value), value, place, ledger, into)
    }
}

impl Day {
    fn message<'v>(&self, value: &'v Value<'v>) -> Option<Found<'v>> {
        let ts = text(value, "ts")?;
        let mut found = Found::on(Platform::Slack);
        found.id = self.id(ts);
        let profile = any_text(value, &["user_profile.name"]);
        found.author = Who {
            name: any_text(value, &["user_profile.real_name", "user_profile.display_name"]),
            ..Who::named(any_id(value, &["user"]), profile)
        };
        found.time = any_time(value, &["ts"]);
        let body = text(value, "text");
        found.text = body.map(unescape);
        found.mentions = body.map(named).unwrap_or_default();
        let reactions = value.get("reactions").map(Value::elements).unwrap_or_default();
        if !reactions.is_empty() {
            found.counts.likes = Some(reaction_total(reactions));
        }
        for who in reactions.iter().filter_map(|r| r.get("users")).flat_map(Value::elements) {
            found.liked_by.push((Who::named(who.as_str().map(Cow::Borrowed), None), None));
        }
        found.counts.replies = value.get("reply_count").and_then(count_of);
        if let Some(thread) = text(value, "thread_ts").filter(|thread| *thread != ts) {
            let who = any_id(value, &["parent_user_id"]).map(|id| Who::named(Some(id), None));
            found.refers(PostKind::Reply, Reference { post: self.id(thread), who, whole: None });
        }
        Some(found)
    }

    fn id<'v>(&self, ts: &str) -> Text<'v> {
        Some(Cow::Owned(format!("{}/{ts}", self.channel)))
    }
}

/// `<@U1>`, `<@U1|lea>` → those people.
fn named(text: &str) -> Vec<Who<'_>> {
    let mut found = Vec::new();
    for part in text.split("<@").skip(1) {
        let Some((inside, _)) = part.split_once('>') else { continue };
        let (id, name) = inside.split_once('|').map_or((inside, None), |(id, name)| (id, Some(name)));
        if !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric()) {
            found
                .push(Who::named(Some(Cow::Borrowed(id)), name.filter(|n| !n.is_empty()).map(Cow::Borrowed)));
        }
    }
    found
}

fn user<'v>(value: &'v Value<'v>) -> Who<'v> {
    Who {
        name: any_text(value, &["real_name", "profile.real_name", "profile.display_name"]),
        bio: any_text(value, &["profile.title"]),
        ..Who::named(any_id(value, &["id"]), any_text(value, &["name"]))
    }
}
