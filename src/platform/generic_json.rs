//! JSON that no adapter knows: wherever its records lie, they become the rows of a table whose columns are the names of
//! their members (`user.screen_name`), and the table says what it is. Posts, accounts, ties: whatever a table may hold.

use super::generic_columns::{Columns, DEPTH, flatten};
use super::json::Value;
use super::ledger::Ledger;
use super::naming;
use super::reader::{Described, Head, Reader};
use super::roles::{Field, Side};
use super::{ImportOptions, table};
use crate::error::{ErrorKind, Result};
use crate::ingest::decode::FieldDecoder;
use crate::ingest::json::{Framer, Framing, RawValue};
use crate::ingest::json_head;
use crate::ingest::json_paths::PathFramer;
use crate::limits;
use crate::model::Builder;
use std::collections::BTreeMap;

/// Records that tell what the columns are.
const SAMPLE: usize = 500;

/// Where the records of a document lie.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    /// A path for [`PathFramer`]; empty where the records are the values of the file themselves.
    path: String,
    /// Whether the records stand under names that may tell something: their author, their id.
    keyed: bool,
}

/// Reads any JSON whose records say what they are.
pub fn open(
    head: &Head<'_>,
    options: &ImportOptions,
    ledger: &mut Ledger,
    (framing, text, skip): (Framing, &str, usize),
    first: &[Value<'_>],
) -> Result<Box<dyn Reader>> {
    let closed = json_head::closed(text);
    let tree = closed.as_deref().and_then(|text| Value::parse(text).ok());
    let lone;
    let roots = match (framing, &tree) {
        // One document, or pages one after the other.
        (Framing::Lines | Framing::Values, tree) => match (first.is_empty(), tree) {
            (true, Some(tree)) => {
                lone = tree.clone();
                std::slice::from_ref(&lone)
            }
            _ => first,
        },
        (_, Some(tree)) => {
            lone = tree.clone();
            std::slice::from_ref(&lone)
        }
        (_, None) => first,
    };
    let found = locate(framing, roots);
    let sample = sample(&found, roots);
    let columns = Columns::of(&sample, found.keyed);
    if columns.names.is_empty() {
        return Err(refused(text));
    }
    let mut rows = Vec::new();
    columns.header(&mut rows);
    for (key, record) in &sample {
        columns.row(key, record, &mut rows);
    }
    let mend = options.repair_text != Some(false);
    let options = ImportOptions {
        encoding: None,
        separator: Some(",".to_owned()),
        quotes: Some(true),
        decimal: options.decimal.clone().or_else(|| Some("point".to_owned())),
        header_line: Some(1),
        ..options.clone()
    };
    let table_head = Head { text: &rows, whole: head.whole, encoding: None, ..*head };
    let Some(table) = table::open(&table_head, &options, ledger)? else { return Err(refused(text)) };
    let framer = if found.path.is_empty() {
        Cutter::Records(Framer::new(framing))
    } else {
        Cutter::Paths(PathFramer::new(&[&found.path]))
    };
    let mut header = Vec::new();
    columns.header(&mut header);
    Ok(Box::new(Json {
        skip,
        cutter: framer,
        rows: Rows { columns, decoder: FieldDecoder::new(head.encoding), table, mend, buffer: header },
    }))
}

/// JSON whose records say nothing: what was seen are its first names.
fn refused(text: &str) -> crate::error::Error {
    let mut seen: String = text.chars().take(1024).collect();
    crate::issue::clip(&mut seen, limits::EXCERPT_CHARS * 2);
    ErrorKind::FormatUnknown { seen }.into()
}

/// The place whose records say most.
fn locate(framing: Framing, roots: &[Value<'_>]) -> Found {
    let plain = Found { path: String::new(), keyed: false };
    let mut best = (0, plain.clone());
    let mut offer = |records: &[&Value<'_>], found: Found| {
        let score = worth(records);
        if score > best.0 {
            best = (score, found);
        }
    };
    let elements: Vec<&Value<'_>> = roots.iter().flat_map(Value::elements).collect();
    match framing {
        Framing::Elements => offer(&elements, plain),
        _ => offer(&roots.iter().collect::<Vec<_>>(), plain),
    }
    for root in roots {
        walk(root, "", 0, &mut offer);
        for element in root.elements().iter().take(3) {
            walk(element, "[]", 0, &mut offer);
        }
    }
    best.1
}

/// Looks at the arrays and the objects of a document for records.
fn walk(value: &Value<'_>, path: &str, depth: usize, offer: &mut impl FnMut(&[&Value<'_>], Found)) {
    if depth >= DEPTH {
        return;
    }
    let join = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let members = value.members();
    let objects: Vec<&Value<'_>> = members.iter().map(|(_, v)| v).filter(|v| v.is_object()).collect();
    if depth == 0 && objects.len() >= 2 && objects.len() * 10 >= members.len() * 9 {
        offer(&objects, Found { path: join("*"), keyed: true });
    }
    let lists: Vec<&Value<'_>> = members.iter().map(|(_, v)| v).filter(|v| holds_objects(v)).collect();
    let numbered = members.iter().all(|(name, _)| name.bytes().all(|b| b.is_ascii_digit()));
    if depth == 0 && lists.len() * 10 >= members.len() * 9 && (lists.len() >= 2 || numbered) {
        let records: Vec<&Value<'_>> = lists.iter().flat_map(|list| list.elements()).collect();
        offer(&records, Found { path: join("*[]"), keyed: true });
    }
    for (name, member) in members {
        // A name with a point or a bracket cannot be written in a path.
        if name.is_empty() || name.contains(['.', '[', '*']) {
            continue;
        }
        if holds_objects(member) {
            let records: Vec<&Value<'_>> = member.elements().iter().collect();
            offer(&records, Found { path: format!("{}[]", join(name)), keyed: false });
        } else {
            walk(member, &join(name), depth + 1, offer);
        }
    }
}

fn holds_objects(value: &Value<'_>) -> bool {
    value.elements().iter().any(Value::is_object)
}

/// How much records say of what a study needs: who, what, when, and how many of them there are.
fn worth(records: &[&Value<'_>]) -> usize {
    let objects: Vec<_> = records.iter().filter(|r| r.is_object()).take(20).collect();
    let mut names = BTreeMap::new();
    for record in &objects {
        flatten(record, String::new(), 0, &mut |name, _| {
            names.entry(name.to_owned()).or_insert(());
        });
    }
    let mut fields = Vec::new();
    for name in names.keys() {
        fields.extend(
            naming::readings(name).into_iter().filter(|(role, _)| role.0 == Side::Row).map(|r| r.0.1),
        );
    }
    let says = |wanted: &[Field]| usize::from(fields.iter().any(|field| wanted.contains(field)));
    let score = 4 * says(&[Field::Author, Field::AuthorId, Field::Source])
        + 4 * says(&[Field::Text, Field::Target])
        + 3 * says(&[Field::Time])
        + 2 * says(&[Field::Followers, Field::Likes, Field::Views])
        + says(&[Field::PostId]);
    if score == 0 { 0 } else { score * 1000 + records.len().min(999) }
}

/// The first records, each with the name that it stands under.
fn sample<'v, 'a>(found: &Found, roots: &'v [Value<'a>]) -> Vec<(&'v str, &'v Value<'a>)> {
    let mut records: Vec<(&str, &Value<'a>)> = roots.iter().map(|root| ("", root)).collect();
    if found.path.is_empty() {
        if let [(_, Value::Array(elements))] = records[..] {
            records = elements.iter().map(|element| ("", element)).collect();
        }
        records.truncate(SAMPLE);
        return records;
    }
    for step in found.path.split('.').flat_map(|step| match step.strip_suffix("[]") {
        Some("") => vec!["[]"],
        Some(name) => vec![name, "[]"],
        None => vec![step],
    }) {
        records = records
            .into_iter()
            .flat_map(|(key, value)| -> Vec<(&str, &Value<'a>)> {
                match step {
                    "[]" => value.elements().iter().map(|element| (key, element)).collect(),
                    "*" => value.members().iter().map(|(name, member)| (&**name, member)).collect(),
                    name => value.get(name).map(|member| (key, member)).into_iter().collect(),
                }
            })
            .collect();
    }
    records.truncate(SAMPLE);
    records
}

/// A JSON file that is read as a table.
#[derive(Debug)]
struct Json {
    /// Bytes before the first bracket.
    skip: usize,
    cutter: Cutter,
    rows: Rows,
}

#[derive(Debug)]
enum Cutter {
    Records(Framer),
    Paths(PathFramer),
}

#[derive(Debug)]
struct Rows {
    columns: Columns,
    decoder: FieldDecoder,
    table: Box<dyn Reader>,
    /// Whether text that was encoded twice is mended.
    mend: bool,
    /// Rows that the table has still to read.
    buffer: Vec<u8>,
}

impl Rows {
    fn record(&mut self, raw: RawValue<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let all = [crate::ingest::delimited::Span::all(raw.bytes)];
        let decoded = self.decoder.decode(raw.bytes, &all);
        let refused = if raw.too_long {
            Some("row.too_long")
        } else {
            match Value::parse(decoded.text) {
                Ok(mut value @ (Value::Object(_) | Value::Array(_))) => {
                    if self.mend {
                        value.mend();
                    }
                    let key = String::from_utf8_lossy(raw.under);
                    self.columns.row(&key, &value, &mut self.buffer);
                    None
                }
                Ok(_) => Some("json.not_a_post"),
                Err(_) if raw.cut => Some("json.truncated"),
                Err(_) => Some("json.invalid"),
            }
        };
        if let Some(code) = refused {
            let excerpt = decoded.text.chars().take(limits::EXCERPT_CHARS).collect();
            self.flush(ledger, into)?;
            let row = ledger.next_row();
            ledger.open(row, raw.line);
            ledger.drop(code, || excerpt);
        } else if self.buffer.len() >= 64 << 10 {
            self.flush(ledger, into)?;
        }
        Ok(())
    }

    fn flush(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let rows = std::mem::take(&mut self.buffer);
        let read = self.table.push(&rows, ledger, into);
        self.buffer = rows;
        self.buffer.clear();
        read
    }
}

impl Reader for Json {
    fn push(&mut self, text: &[u8], ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let skipped = self.skip.min(text.len());
        self.skip -= skipped;
        let rows = &mut self.rows;
        match &mut self.cutter {
            Cutter::Records(framer) => {
                framer.push(&text[skipped..], &mut |raw| rows.record(raw, ledger, into))
            }
            Cutter::Paths(framer) => {
                framer.push(&text[skipped..], &mut |_, raw| rows.record(raw, ledger, into))
            }
        }
    }

    fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let rows = &mut self.rows;
        match &mut self.cutter {
            Cutter::Records(framer) => framer.finish(&mut |raw| rows.record(raw, ledger, into))?,
            Cutter::Paths(framer) => {
                if !framer.finish(&mut |_, raw| rows.record(raw, ledger, into))? {
                    ledger.note_file("file.truncated", None, String::new());
                }
            }
        }
        self.rows.flush(ledger, into)?;
        self.rows.table.finish(ledger, into)
    }

    fn describe(self: Box<Self>) -> Described {
        let encoding = self.rows.decoder.encoding();
        Described { separator: None, header_line: None, encoding, ..self.rows.table.describe() }
    }
}
