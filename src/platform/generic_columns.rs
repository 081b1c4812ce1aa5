//! Records of JSON as rows of a table: members of members become columns named `user.screen_name`.

use super::json::Value;
use super::naming;
use super::roles::{Field, Side};
use crate::limits;
use std::collections::BTreeMap;

/// Objects inside each other whose members become columns.
pub const DEPTH: usize = 5;
/// Name of the column for the names under which records stand, where those are not their authors.
const KEY: &str = "(key)";

/// Calls `found` for each member of a record that holds a value, with its name written `user.screen_name`.
pub fn flatten<'v, 'a>(
    value: &'v Value<'a>,
    name: String,
    depth: usize,
    found: &mut impl FnMut(&str, &'v Value<'a>),
) {
    match value {
        Value::Object(members) if depth < DEPTH && !members.is_empty() => {
            for (key, member) in members {
                let name = if name.is_empty() { key.to_string() } else { format!("{name}.{key}") };
                flatten(member, name, depth + 1, found);
            }
        }
        Value::Array(cells) if depth == 0 => {
            for (at, cell) in cells.iter().enumerate() {
                found(&format!("column {}", at + 1), cell);
            }
        }
        Value::Object(_) => {}
        Value::Array(parts) if parts.iter().any(|part| typed(part).is_some()) => {
            // `referenced_tweets: [{type: replied_to, id: 1}]` → `referenced_tweets.replied_to.id`.
            for part in parts {
                let Some(kind) = typed(part) else { continue };
                for (key, member) in part.members().iter().filter(|(key, _)| key != "type") {
                    flatten(member, format!("{name}.{kind}.{key}"), depth + 1, found);
                }
            }
        }
        other if name.is_empty() => found("value", other),
        other => found(&name, other),
    }
}

/// The kind of a part of a list that says what each of its parts is.
fn typed<'v>(part: &'v Value<'_>) -> Option<&'v str> {
    part.get("id")?;
    part.get("type")?
        .as_str()
        .filter(|kind| kind.len() <= 20 && kind.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
}

/// The columns that records make.
#[derive(Debug)]
pub struct Columns {
    /// Their names, in the order of their first appearance.
    pub names: Vec<String>,
    places: BTreeMap<String, usize>,
    keyed: bool,
}

impl Columns {
    /// The columns of the first records; `keyed` where the name that a record stands under may tell something.
    pub fn of(sample: &[(&str, &Value<'_>)], keyed: bool) -> Self {
        let mut columns = Columns { names: Vec::new(), places: BTreeMap::new(), keyed };
        if keyed {
            columns.add(KEY);
        }
        for (_, record) in sample {
            flatten(record, String::new(), 0, &mut |name, _| columns.add(name));
        }
        if keyed {
            let says = |field: Field| {
                let is = |name: &String| {
                    naming::readings(name).iter().any(|(role, _)| *role == (Side::Row, field))
                };
                columns.names.iter().skip(1).any(is)
            };
            let digits = sample.iter().all(|(key, _)| key.bytes().all(|b| b.is_ascii_digit()));
            // Posts without an author under a name are the posts of that name.
            if !says(Field::Author) && !says(Field::AuthorId) {
                columns.names[0] = if digits { "author_id" } else { "author" }.to_owned();
            } else if !says(Field::PostId) && digits {
                columns.names[0] = "post_id".to_owned();
            }
        }
        columns
    }

    fn add(&mut self, name: &str) {
        if self.names.len() < limits::COLUMNS && !self.places.contains_key(name) {
            self.places.insert(name.to_owned(), self.names.len());
            self.names.push(name.to_owned());
        }
    }

    /// The row of the names.
    pub fn header(&self, out: &mut Vec<u8>) {
        for (at, name) in self.names.iter().enumerate() {
            separate(at, out);
            quoted(name, out);
        }
        out.push(b'\n');
    }

    /// The row of a record.
    pub fn row(&self, key: &str, record: &Value<'_>, out: &mut Vec<u8>) {
        let mut cells: Vec<Option<&Value<'_>>> = vec![None; self.names.len()];
        flatten(record, String::new(), 0, &mut |name, value| {
            if let Some(at) = self.places.get(name) {
                cells[*at] = Some(value);
            }
        });
        for (at, cell) in cells.into_iter().enumerate() {
            separate(at, out);
            if self.keyed && at == 0 {
                quoted(key, out);
            }
            match cell {
                None | Some(Value::Null) => {}
                Some(Value::String(text)) => quoted(text, out),
                Some(Value::Array(elements)) if elements.is_empty() => {}
                Some(Value::Array(elements)) if elements.len() == 1 && elements[0].as_str().is_some() => {
                    quoted(elements[0].as_str().unwrap_or_default(), out);
                }
                Some(other) => quoted(&other.to_string(), out),
            }
        }
        out.push(b'\n');
    }
}

fn separate(at: usize, out: &mut Vec<u8>) {
    if at > 0 {
        out.push(b',');
    }
}

/// A cell, in quotes where it must be.
fn quoted(text: &str, out: &mut Vec<u8>) {
    if !text.bytes().any(|b| matches!(b, b',' | b'"' | b'\n' | b'\r')) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    for (at, part) in text.split('"').enumerate() {
        out.extend_from_slice(if at > 0 { b"\"\"" } else { b"" });
        out.extend_from_slice(part.as_bytes());
    }
    out.push(b'"');
}
