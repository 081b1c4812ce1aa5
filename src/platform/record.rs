//! A row of a table as text.

use crate::ingest::decode::Decoded;
use crate::ingest::mojibake;

/// A row: fields cut out of one text.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    text: &'a str,
    ends: &'a [usize],
    /// Record number in the file, from 1.
    pub row: u64,
}

impl<'a> Record<'a> {
    /// A row from its decoded fields.
    pub fn new(decoded: Decoded<'a>, row: u64) -> Self {
        Record { text: decoded.text, ends: decoded.ends, row }
    }

    /// A field; empty where the row is too short.
    pub fn get(&self, column: usize) -> &'a str {
        let Some(&end) = self.ends.get(column) else { return "" };
        let start = if column == 0 { 0 } else { self.ends[column - 1] };
        self.text.get(start..end).unwrap_or("")
    }

    /// How many fields there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no field holds anything but blanks.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether text in it may have been encoded twice.
    pub fn is_suspect(&self) -> bool {
        mojibake::suspect(self.text.as_bytes())
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
    ends: Vec<usize>,
}

impl Mender {
    /// The row mended; none where there was nothing to mend.
    pub fn mend(&mut self, record: &Record<'_>) -> Option<Record<'_>> {
        self.text.clear();
        self.ends.clear();
        let mut any = false;
        for column in 0..record.len() {
            let field = record.get(column);
            let mended = mojibake::repair(field);
            any |= mended.is_some();
            self.text.push_str(mended.as_deref().unwrap_or(field));
            self.ends.push(self.text.len());
        }
        any.then_some(Record { text: &self.text, ends: &self.ends, row: record.row })
    }
}
