//! What an adapter of JSON is: how it tells its files, and what it makes of their records.

use super::found::Found;
pub use super::json_fields::*;
use super::ledger::Ledger;
use crate::error::Result;
use crate::ingest::value::Repairs;
pub use crate::ingest::value::Value;
use crate::issue::Confidence;
use crate::limits;
use crate::model::Builder;
use memchr::memmem;
use std::fmt::Debug;

/// One kind of JSON.
#[derive(Debug)]
pub struct Adapter {
    /// Stable code.
    pub code: &'static str,
    /// Where its values lie in a document (see [`crate::ingest::json_paths`]). Empty: each line, each element of the
    /// root array, or each value of the file is a record.
    pub paths: &'static [&'static str],
    /// Looks at the beginning, and returns a mapper when the file is of this kind.
    pub open: fn(&JsonHead<'_>) -> Option<Box<dyn JsonAdapter>>,
}

/// The beginning of a JSON file.
#[derive(Debug)]
pub struct JsonHead<'a> {
    /// Its text, from the first bracket on; at most [`limits::SNIFF_BYTES`].
    pub text: &'a str,
    /// Whether it is the whole file.
    pub whole: bool,
    /// Name of the file, or its path inside an archive or folder.
    pub name: &'a str,
    /// Archive or folder that the file is a part of; empty for a loose file.
    pub bundle: &'a str,
    /// Name that the value was assigned to, as in `window.YTD.tweets.part0 = [`; empty for plain JSON.
    pub variable: &'a str,
    /// The first whole records, as lines, elements of the root array, or values; the beginning of the first one where it
    /// is longer than the text.
    pub first: &'a [Value<'a>],
    /// The caller asked for this kind: take it unless it cannot be.
    pub forced: bool,
}

impl JsonHead<'_> {
    /// Whether `"key"` stands in the text as the name of a member.
    pub fn has_key(&self, key: &str) -> bool {
        let quoted = format!("\"{key}\"");
        memmem::find_iter(self.text.as_bytes(), quoted.as_bytes())
            .any(|at| self.text[at + quoted.len()..].trim_start().starts_with(':'))
    }

    /// Whether the file lies in one of some folders of an archive.
    pub fn lies_in(&self, folders: &[&str]) -> bool {
        !self.bundle.is_empty()
            && self
                .name
                .rsplit('/')
                .skip(1)
                .any(|folder| folders.iter().any(|f| folder.eq_ignore_ascii_case(f)))
    }

    /// Whether one of the first records passes.
    pub fn any(&self, test: impl Fn(&Value<'_>) -> bool) -> bool {
        self.first.iter().any(test)
    }
}

/// Maps the records of one kind of JSON.
pub trait JsonAdapter: Debug {
    /// Maps one value. `which` is the number of the adapter's path that it lies at. A value that is a record of the
    /// file is opened in the ledger with `place.open(ledger)`, then kept or dropped; one that only tells something about
    /// the others is not.
    fn record(
        &mut self,
        which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()>;

    /// Does what had to wait for the end of the file.
    fn finish(&mut self, _ledger: &mut Ledger, _into: &mut Builder) -> Result<()> {
        Ok(())
    }

    /// How sure the format is.
    fn confidence(&self) -> Confidence {
        Confidence::Certain
    }

    /// Whether nothing is kept from one record to the next, so that several can share a file.
    fn keeps_nothing(&self) -> bool {
        false
    }
}

/// A mapper that keeps nothing from one record to the next.
#[derive(Debug)]
pub struct Stateless(pub fn(&Value<'_>, &mut At, &mut Ledger, &mut Builder) -> Result<()>);

impl JsonAdapter for Stateless {
    fn record(
        &mut self,
        _which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        (self.0)(value, place, ledger, into)
    }

    fn keeps_nothing(&self) -> bool {
        true
    }
}

/// A mapper of records that are a post each.
#[derive(Debug)]
pub struct PostOf {
    /// What a record says; `None` where it is no post.
    pub map: for<'v> fn(&'v Value<'v>) -> Option<Found<'v>>,
    /// How sure the format is.
    pub confidence: Confidence,
}

impl PostOf {
    /// Such a mapper, sure of its format.
    pub fn certain(map: for<'v> fn(&'v Value<'v>) -> Option<Found<'v>>) -> Box<dyn JsonAdapter> {
        Box::new(PostOf { map, confidence: Confidence::Certain })
    }
}

impl JsonAdapter for PostOf {
    fn record(
        &mut self,
        _which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        close((self.map)(value), value, place, ledger, into)
    }

    fn confidence(&self) -> Confidence {
        self.confidence
    }

    fn keeps_nothing(&self) -> bool {
        true
    }
}

/// Opens the record that a value is, and closes it: the post that was found in it is added, or the value is dropped.
pub fn close(
    found: Option<Found<'_>>,
    value: &Value<'_>,
    place: &mut At,
    ledger: &mut Ledger,
    into: &mut Builder,
) -> Result<()> {
    let row = place.open(ledger);
    match found {
        Some(found) => found.close(row, ledger, into, || excerpt(value))?,
        None => ledger.drop("json.not_a_post", || excerpt(value)),
    }
    Ok(())
}

/// What was mended in a record.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mended {
    pub repairs: Repairs,
    /// Bytes that are no text.
    pub damaged: bool,
    /// Text that was encoded twice.
    pub encoded_twice: bool,
    /// An id that a tool rounded, beside the id as text.
    pub ids_disagree: bool,
}

/// Where a value stands in the file. Opening its first record also notes what was mended.
#[derive(Debug)]
pub struct At {
    line: u64,
    mended: Mended,
}

impl At {
    /// A value on that line, of which so much was mended.
    pub(super) fn new(line: u64, mended: Mended) -> At {
        At { line, mended }
    }

    /// Opens the next record of the file, which is (a part of) this value. Returns its number.
    pub fn open(&mut self, ledger: &mut Ledger) -> u64 {
        let row = ledger.next_row();
        ledger.open(row, self.line);
        let mended = std::mem::take(&mut self.mended);
        if mended.repairs.numbers > 0 {
            ledger.repair("json.number", None, String::new);
        }
        if mended.repairs.surrogates > 0 {
            ledger.repair("json.surrogate", None, String::new);
        }
        if mended.damaged {
            ledger.repair("text.invalid_bytes", None, String::new);
        }
        if mended.encoded_twice {
            ledger.repair("text.double_encoded", None, String::new);
        }
        if mended.ids_disagree {
            ledger.repair("id.disagrees", None, String::new);
        }
        row
    }
}

/// The beginning of a value, for a receipt.
pub fn excerpt(value: &Value<'_>) -> String {
    beginning(&value.to_string())
}

/// The beginning of a text, for a receipt.
pub(super) fn beginning(text: &str) -> String {
    text.chars().take(limits::EXCERPT_CHARS).collect()
}
