//! Keeps the accounts of one import: every record seen is kept or dropped, and what was repaired is counted.

use crate::error::Result;
use crate::ingest::date;
use crate::issue::{Issue, Issues, Place, Severity, known_code};
use crate::model::{Millis, Scanner, Writer};

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

    /// Takes what was noted so far, and goes on with the next record.
    pub fn take(&mut self) -> Ledger {
        let next = Ledger { seen: self.seen, today: self.today, ..Ledger::default() };
        std::mem::replace(self, next)
    }

    /// Counts so many records as seen before.
    pub fn begin_within(&mut self, rows: u64) {
        *self = Ledger { seen: rows, today: self.today, ..Ledger::default() };
    }

    /// Writes down what [`Ledger::take`] took.
    pub fn write(self, out: &mut Writer) -> Result<()> {
        out.reserve(64)?;
        [self.kept, self.dropped, self.repaired].into_iter().for_each(|count| out.u64(count));
        out.u8(u8::from(self.times.is_some()));
        let (first, last) = self.times.unwrap_or_default();
        [first, last].into_iter().for_each(|time| out.i64(time));
        let issues = self.issues.into_sorted();
        out.u32(issues.len() as u32);
        for issue in issues {
            out.text(issue.code);
            out.u8(issue.severity as u8);
            out.u64(issue.count);
            out.u32(issue.places.len() as u32);
            for place in issue.places {
                out.u64(place.row);
                out.u64(place.line);
                out.u8(u8::from(place.column.is_some()));
                out.text(place.column.as_deref().unwrap_or_default());
                out.text(&place.excerpt);
            }
        }
        Ok(())
    }

    /// Adds `seen` records and what [`Ledger::write`] wrote of them; `rows` and `lines` are what to add to their places.
    pub fn read(&mut self, seen: u64, piece: &mut Scanner<'_>, rows: u64, lines: u64) -> Result<()> {
        self.seen += seen;
        self.kept += piece.u64()?;
        self.dropped += piece.u64()?;
        self.repaired += piece.u64()?;
        let dated = piece.u8()? != 0;
        let (first, last) = (piece.i64()?, piece.i64()?);
        if dated {
            self.times = Some(self.times.map_or((first, last), |(a, b)| (a.min(first), b.max(last))));
        }
        for _ in 0..piece.u32()? {
            let code = known_code(piece.text()?);
            let severity = match piece.u8()? {
                0 => Severity::Note,
                1 => Severity::Repaired,
                _ => Severity::Dropped,
            };
            let count = piece.u64()?;
            let mut places = Vec::new();
            for _ in 0..piece.u32()? {
                let (row, line) = (piece.u64()?, piece.u64()?);
                // What is of the file as a whole has no place in it.
                let (row, line) =
                    if row == 0 { (0, 0) } else { (row.wrapping_add(rows), line.wrapping_add(lines)) };
                let named = piece.u8()? != 0;
                let column = piece.text()?;
                let column = named.then(|| column.to_owned());
                places.push(Place { row, line, column, excerpt: piece.text()?.to_owned() });
            }
            self.issues.merge(Issue { code, severity, count, places });
        }
        Ok(())
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
