//! Keeps the accounts of one import: every record seen is kept or dropped, and what was repaired is counted.

use crate::ingest::date;
use crate::issue::{Issues, Place, Severity};
use crate::model::Millis;

/// The accounts of one file.
#[derive(Debug, Default)]
pub struct Ledger {
    /// What was noticed.
    pub issues: Issues,
    /// Records seen.
    pub seen: u64,
    /// Records that are in the study.
    pub kept: u64,
    /// Records that are not.
    pub dropped: u64,
    /// Records kept with at least one value repaired.
    pub repaired: u64,
    /// First and last moment met.
    pub times: Option<(Millis, Millis)>,
    /// The moment of the import, where the caller says it: what is dated later is noted.
    today: Option<Millis>,
    row: u64,
    line: u64,
    row_repaired: bool,
}

impl Ledger {
    /// The accounts of an import that happens at a moment.
    pub fn on(today: Option<Millis>) -> Self {
        Ledger { today, ..Ledger::default() }
    }

    /// Opens a record. Every record opened is then kept or dropped.
    pub fn open(&mut self, row: u64, line: u64) {
        self.seen += 1;
        self.row = row;
        self.line = line;
        self.row_repaired = false;
    }

    /// Number of records seen so far; the next is one more.
    pub fn next_row(&self) -> u64 {
        self.seen + 1
    }

    /// Closes the record as kept, with its moment.
    pub fn keep(&mut self, time: Option<Millis>) {
        self.kept += 1;
        self.repaired += u64::from(self.row_repaired);
        if let Some(t) = time {
            if date::is_suspicious(t, self.today) {
                self.note("time.suspicious", None, || date::day(t));
            }
            self.times = Some(self.times.map_or((t, t), |(first, last)| (first.min(t), last.max(t))));
        }
    }

    /// Closes the record as dropped.
    pub fn drop(&mut self, code: &'static str, excerpt: impl FnOnce() -> String) {
        self.dropped += 1;
        self.add(code, Severity::Dropped, None, excerpt);
    }

    /// Notes a value of the record that was repaired or left unknown.
    pub fn repair(&mut self, code: &'static str, column: Option<&str>, excerpt: impl FnOnce() -> String) {
        self.row_repaired = true;
        self.add(code, Severity::Repaired, column, excerpt);
    }

    /// Notes something of the record that changes nothing.
    pub fn note(&mut self, code: &'static str, column: Option<&str>, excerpt: impl FnOnce() -> String) {
        self.add(code, Severity::Note, column, excerpt);
    }

    /// Notes something of the file as a whole.
    pub fn note_file(&mut self, code: &'static str, column: Option<&str>, excerpt: String) {
        let column = column.map(str::to_string);
        self.issues.add(code, Severity::Note, || Place { row: 0, line: 0, column, excerpt });
    }

    fn add(
        &mut self,
        code: &'static str,
        severity: Severity,
        column: Option<&str>,
        excerpt: impl FnOnce() -> String,
    ) {
        let (row, line) = (self.row, self.line);
        self.issues.add(code, severity, || Place {
            row,
            line,
            column: column.map(str::to_string),
            excerpt: excerpt(),
        });
    }
}
