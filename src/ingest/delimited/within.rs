//! Reading from the middle of a table: where to begin, and how two readers go on from one another.

use super::{Fault, Reader, Separator, UNCLOSED_QUOTES};
use memchr::memchr_iter;

/// Bytes looked at to find where a record begins, and records that must look right from there on.
const LOOK: usize = 256 << 10;
const RECORDS: u64 = 40;
/// Places tried.
const PLACES: usize = 64;

/// Where a reader stands between two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stand {
    /// Bytes read of records that are complete.
    pub bytes: u64,
    /// Records so far.
    pub rows: u64,
    /// Lines of them.
    pub lines: u64,
    /// Quotes among them that never closed.
    pub unclosed: u32,
}

impl Stand {
    /// What one stand is further on than another of the same reader.
    pub fn since(self, earlier: Stand) -> Stand {
        Stand {
            bytes: self.bytes - earlier.bytes,
            rows: self.rows - earlier.rows,
            lines: self.lines - earlier.lines,
            unclosed: self.unclosed - earlier.unclosed,
        }
    }
}

impl Reader {
    /// Begins at a record that is not the first one: there is no header any more, nor anything to skip.
    pub fn begin_within(&mut self, rows: u64) {
        *self = Reader::new(self.dialect);
        self.header_pending = false;
        self.lines = self.dialect.skip_lines;
        self.rows = rows;
    }

    /// Where the last complete record ended, in bytes of all that was pushed. None while a line too long for a record is
    /// passed over: nothing was kept of it.
    pub fn stand(&self, pushed: u64) -> Option<Stand> {
        let open = self.is_open();
        let held = self.partial.len() + if open { self.open.len() } else { 0 };
        (!self.skipping).then(|| Stand {
            bytes: pushed - held as u64,
            rows: self.rows,
            lines: if open { self.open_line - 1 } else { self.lines },
            unclosed: self.unclosed,
        })
    }

    /// Whether the reader is between two records, past the header.
    pub fn is_between(&self) -> bool {
        let begun = !self.header_pending && self.lines >= self.dialect.skip_lines;
        begun && !self.skipping && self.partial.is_empty() && !self.is_open()
    }

    /// Whether to go on from here as another reader did from nothing makes no difference: too many quotes that never
    /// close change how the rest is read.
    pub fn may_advance(&self, by: Stand) -> bool {
        self.is_between() && self.unclosed + by.unclosed < UNCLOSED_QUOTES
    }

    /// Goes on from what another reader read.
    pub fn advance(&mut self, by: Stand) {
        self.rows += by.rows;
        self.lines += by.lines;
        self.unclosed += by.unclosed;
    }

    /// Where a record begins in text from the middle of the table: the first line from which on records have as many
    /// fields as there are columns. It may be wrong, so what is before must be read to know.
    pub fn first_record(&self, text: &[u8], columns: usize) -> Option<usize> {
        if self.dialect.cr_lines {
            return None;
        }
        let looked = &text[..text.len().min(LOOK)];
        let mut lines = memchr_iter(b'\n', looked).map(|at| at + 1).filter(|at| *at < looked.len());
        if self.dialect.separator == Separator::Blanks || !self.dialect.quotes {
            return lines.next();
        }
        let mut best: Option<(u64, usize)> = None;
        for at in lines.take(PLACES) {
            let right = self.right_from(&looked[at..], columns);
            if right == RECORDS {
                return Some(at);
            }
            if best.is_none_or(|(most, _)| right > most) {
                best = Some((right, at));
            }
        }
        best.map(|(_, at)| at)
    }

    /// How many of the first records look right when one begins here; all of them where the text ends before.
    fn right_from(&self, text: &[u8], columns: usize) -> u64 {
        let mut reader = Reader::new(self.dialect);
        reader.begin_within(0);
        let (mut seen, mut right) = (0, 0);
        let mut look = |raw: super::RawRecord<'_>| {
            if seen < RECORDS {
                seen += 1;
                right += u64::from(raw.fault == Fault::None && raw.fields.len() == columns);
            }
            Ok(())
        };
        let mut rest = text;
        // In small pieces, to stop as soon as it is told.
        while reader.rows < RECORDS && !rest.is_empty() {
            let (now, later) = rest.split_at(rest.len().min(8 << 10));
            rest = later;
            if reader.push(now, &mut look).is_err() {
                return 0;
            }
        }
        if seen > 0 && right == seen && rest.is_empty() { RECORDS } else { right }
    }
}
