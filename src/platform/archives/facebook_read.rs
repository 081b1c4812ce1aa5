//! Where the downloads of Facebook put people, posts and mentions.

use super::meta::{self, labelled};
use crate::error::Result;
use crate::model::{AccountIn, Builder, NameId, Platform};
use crate::platform::json::Value;
use std::borrow::Cow;

/// A record of the owner's doings: a moment, and what was written, shown or done.
pub fn is_post(value: &Value<'_>) -> bool {
    let held = |key: &str| value.get(key).map_or(&[][..], Value::elements);
    let data = held("data")
        .iter()
        .any(|d| ["post", "update_timestamp", "reaction", "comment"].iter().any(|key| d.get(key).is_some()));
    let shown = held("attachments").iter().any(|a| a.get("data").is_some_and(Value::is_array));
    let told = value.get("title").is_some()
        && (value.get("data").is_some_and(Value::is_array)
            || value.get("attachments").is_some_and(Value::is_array));
    value.get("timestamp").is_some_and(|t| t.as_u64().is_some())
        && value.get("label_values").is_none()
        && (data || shown || told)
}

/// The name that stands beside its label.
pub fn name_in_labels<'v>(value: &'v Value<'_>) -> Option<Cow<'v, str>> {
    labelled(value).into_iter().find(|l| meta::is_name_label(&l.label)).and_then(|l| l.value)
}

/// Somebody known by name alone.
pub fn person(name: Option<&str>) -> AccountIn<'_> {
    AccountIn { name, ..AccountIn::named(Platform::Facebook, None, name) }
}

/// A text whose mentions are written `@[100001:2048:Rémi Dupré]`, as it was shown; the accounts go to `names`.
pub fn named_in<'t>(text: &'t str, names: &mut Vec<NameId>, into: &mut Builder) -> Result<Cow<'t, str>> {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("@[") {
        let (before, after) = rest.split_at(at);
        shown.push_str(before);
        let inner = after.find(']').map(|end| (&after[2..end], end));
        let parts = inner.and_then(|(inner, end)| {
            let (id, tail) = inner.split_once(':')?;
            let (_, name) = tail.split_once(':')?;
            (id.bytes().all(|b| b.is_ascii_digit()) && !name.is_empty()).then_some((name, end))
        });
        match parts {
            Some((name, end)) => {
                let account = into.account(&person(Some(name)))?;
                names.extend(account.filter(|name| !names.contains(name)));
                shown.push_str(name);
                rest = &after[end + 1..];
            }
            None => {
                shown.push_str("@[");
                rest = &after[2..];
            }
        }
    }
    if shown.is_empty() {
        return Ok(Cow::Borrowed(text));
    }
    shown.push_str(rest);
    Ok(Cow::Owned(shown))
}
