//! Fields of JSON records: text, ids, counts, moments, by name or by path.

use crate::ingest::value::Value;
use std::borrow::Cow;

/// A string field that says something.
pub fn text<'v>(value: &'v Value<'_>, key: &str) -> Option<&'v str> {
    value.get(key)?.as_str().filter(|s| !s.trim().is_empty())
}

/// An id: the text of `<key>_str` or of `key`, or the exact digits of a whole number.
pub fn id<'v>(value: &'v Value<'_>, key: &str) -> Option<Cow<'v, str>> {
    let members = value.members();
    let twin = |name: &str| name.len() == key.len() + 4 && name.starts_with(key) && name.ends_with("_str");
    let text = members.iter().rev().find(|(name, _)| twin(name)).and_then(|(_, v)| id_of(v));
    text.or_else(|| value.get(key).and_then(id_of))
}

/// A value that is an id: text, or the exact digits of a whole number.
pub fn id_of<'v>(value: &'v Value<'_>) -> Option<Cow<'v, str>> {
    match value {
        Value::String(text) => crate::ingest::id::read(text).known().map(Cow::Borrowed),
        Value::Whole(number) => Some(Cow::Owned(number.to_string())),
        _ => None,
    }
}

/// A count: a number, or a number written as text, never negative.
pub fn count(value: &Value<'_>, key: &str) -> Option<f64> {
    count_of(value.get(key)?)
}

/// A value that is a count.
pub fn count_of(value: &Value<'_>) -> Option<f64> {
    let number = match value {
        Value::String(text) => {
            crate::ingest::number::read(text, crate::ingest::number::NumberStyle::default())?
        }
        other => other.as_f64()?,
    };
    (number >= 0.0).then_some(number)
}

/// The value at a path written `stats.diggCount`.
pub fn dig<'v, 'a>(value: &'v Value<'a>, path: &str) -> Option<&'v Value<'a>> {
    path.split('.').try_fold(value, |value, key| value.get(key))
}

/// How many reacted, in a list of reactions that are counted each.
pub fn reaction_total(reactions: &[Value<'_>]) -> f64 {
    reactions.iter().filter_map(|reaction| count(reaction, "count")).fold(0.0, |sum, count| sum + count)
}

/// The first of some paths where a string says something.
pub fn any_text<'v>(value: &'v Value<'_>, paths: &[&str]) -> Option<Cow<'v, str>> {
    let text = |path: &&str| dig(value, path)?.as_str().filter(|s| !s.trim().is_empty());
    paths.iter().find_map(text).map(Cow::Borrowed)
}

/// The first of some paths where an id stands.
pub fn any_id<'v>(value: &'v Value<'_>, paths: &[&str]) -> Option<Cow<'v, str>> {
    paths.iter().find_map(|path| id_of(dig(value, path)?))
}

/// The first of some paths where a count stands.
pub fn any_count(value: &Value<'_>, paths: &[&str]) -> Option<f64> {
    paths.iter().find_map(|path| count_of(dig(value, path)?))
}

/// The first of some paths where a moment stands.
pub fn any_time(value: &Value<'_>, paths: &[&str]) -> Option<i64> {
    paths.iter().find_map(|path| time_of(dig(value, path)?))
}

/// The first of some paths where `true` or `false` stands.
pub fn any_truth(value: &Value<'_>, paths: &[&str]) -> Option<bool> {
    paths.iter().find_map(|path| dig(value, path)?.as_bool())
}

/// A moment.
pub fn time(value: &Value<'_>, key: &str) -> Option<i64> {
    time_of(value.get(key)?)
}

/// A value that is a moment.
pub fn time_of(value: &Value<'_>) -> Option<i64> {
    use crate::ingest::date::{DateStyle, read};
    let style = DateStyle { day_first: true, ambiguous: false, year_first: false };
    match value {
        Value::String(text) => read(text, style),
        Value::Whole(number) => read(&number.to_string(), style),
        Value::Number(number) => read(&number.to_string(), style),
        _ => None,
    }
}
