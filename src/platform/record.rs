//! A row of a table as text.

use crate::ingest::decode::Decoded;
use crate::ingest::delimited::Span;
use crate::ingest::mojibake;
use crate::model::blank::trim;

/// A row: fields cut out of one text.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    text: &'a str,
    fields: &'a [Span],
    base: u32,
    suspect: bool,
    /// Record number in the file, from 1.
    pub row: u64,
}

impl<'a> Record<'a> {
    /// A row from its decoded fields.
    pub fn new(decoded: Decoded<'a>, row: u64) -> Self {
        Record {
            text: decoded.text,
            fields: decoded.fields,
            base: decoded.base,
            suspect: decoded.suspect,
            row,
        }
    }

    /// A field; empty where the row is too short.
    pub fn get(&self, column: usize) -> &'a str {
        let Some(field) = self.fields.get(column) else { return "" };
        let (start, end) = (field.start - self.base, field.end - self.base);
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// How many fields there are.
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// Whether no field holds anything but blanks.
    pub fn is_empty(&self) -> bool {
        (0..self.len()).all(|column| trim(self.get(column)).is_empty())
    }

    /// Whether text in it may have been encoded twice.
    pub fn is_suspect(&self) -> bool {
        // The row as one text first: in nearly all of them nothing is to be found.
        let all = || {
            let (first, last) = (self.fields.first()?, self.fields.last()?);
            self.text.get((first.start - self.base) as usize..(last.end - self.base) as usize)
        };
        self.suspect
            && all().is_none_or(|all| mojibake::may_hold(all.as_bytes()))
            && (0..self.len()).any(|column| mojibake::suspect(self.get(column).as_bytes()))
    }

    /// The beginning of the row, for a receipt.
    pub fn excerpt(&self) -> String {
        let mut excerpt = String::new();
        for column in 0..self.len() {
            if column > 0 {
                excerpt.push_str(" | ");
            }
            excerpt.extend(self.get(column).chars().take(crate::limits::EXCERPT_CHARS));
            if excerpt.len() > 4 * crate::limits::EXCERPT_CHARS {
                break;
            }
        }
        excerpt
    }
}

/// Mends the fields of a row that were encoded twice, one by one.
#[derive(Debug, Default)]
pub struct Mender {
    text: String,
    fields: Vec<Span>,
}

impl Mender {
    /// The row mended; none where there was nothing to mend.
    pub fn mend(&mut self, record: &Record<'_>) -> Option<Record<'_>> {
        self.text.clear();
        self.fields.clear();
        let mut any = false;
        for column in 0..record.len() {
            let field = record.get(column);
            let start = self.text.len() as u32;
            let mended = mojibake::repair(field);
            any |= mended.is_some();
            self.text.push_str(mended.as_deref().unwrap_or(field));
            self.fields.push(Span { start, end: self.text.len() as u32 });
        }
        any.then_some(Record {
            text: &self.text,
            fields: &self.fields,
            base: 0,
            suspect: false,
            row: record.row,
        })
    }
}
