//! What may come out of a container, counted on bytes that really came out: sizes that a container declares may lie.

use super::fault::Fault;
use crate::limits;

/// The limits of one container, and of whatever it holds.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes out of the whole container.
    pub archive_bytes: u64,
    /// Bytes out of one entry.
    pub entry_bytes: u64,
    /// Bytes out for one byte in, past [`Limits::ratio_from`].
    pub ratio: u64,
    /// Bytes out of an entry before its ratio is looked at.
    pub ratio_from: u64,
    /// Entries that are read.
    pub entries: u32,
    /// Bytes of a container inside another one: it is held whole.
    pub nested_bytes: u64,
    /// Bytes of a part of a workbook that has to be held: its texts, an old workbook as a whole.
    pub held_bytes: u64,
    /// Cells of a workbook that are not empty.
    pub cells: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            archive_bytes: limits::ARCHIVE_BYTES,
            entry_bytes: limits::ENTRY_BYTES,
            ratio: limits::ENTRY_RATIO,
            ratio_from: limits::ENTRY_RATIO_FROM,
            entries: limits::ARCHIVE_ENTRIES,
            nested_bytes: limits::NESTED_BYTES,
            held_bytes: limits::WORKBOOK_HELD_BYTES,
            cells: limits::WORKBOOK_CELLS,
        }
    }
}

/// What came out so far.
#[derive(Debug)]
pub(super) struct Budget {
    pub limits: Limits,
    size: u64,
    out: u64,
    entries: u32,
    entry_out: u64,
    /// Whether a limit of the whole was reached: nothing more is read then.
    pub spent: bool,
}

impl Budget {
    /// A container of that many bytes.
    pub fn new(limits: Limits, size: u64) -> Budget {
        Budget { limits, size, out: 0, entries: 0, entry_out: 0, spent: false }
    }

    /// Bytes that came out in all.
    pub fn out(&self) -> u64 {
        self.out
    }

    /// Opens an entry.
    pub fn open(&mut self) -> Result<(), Fault> {
        self.entry_out = 0;
        self.entries += 1;
        if self.entries > self.limits.entries {
            self.spent = true;
            return Err(Fault::limit("ARCHIVE_ENTRIES", u64::from(self.limits.entries)));
        }
        Ok(())
    }

    /// Opens a part of an entry that is not handed over itself.
    pub fn part(&mut self) {
        self.entry_out = 0;
    }

    /// Counts bytes that came out of the open entry, of which `bytes_in` bytes have been read so far.
    pub fn count(&mut self, bytes_out: usize, bytes_in: u64) -> Result<(), Fault> {
        self.out += bytes_out as u64;
        self.entry_out += bytes_out as u64;
        if self.out > self.limits.archive_bytes {
            self.spent = true;
            return Err(Fault::limit("ARCHIVE_BYTES", self.limits.archive_bytes));
        }
        // Many entries that each stay below their limit may still be one bomb, read again and again.
        if self.out > self.limits.ratio_from.saturating_mul(4) && self.out / self.limits.ratio > self.size {
            self.spent = true;
            return Err(Fault::with("entry.bomb", self.limits.ratio.to_string()));
        }
        if self.entry_out > self.limits.entry_bytes {
            return Err(Fault::limit("ENTRY_BYTES", self.limits.entry_bytes));
        }
        if self.entry_out > self.limits.ratio_from && self.entry_out / self.limits.ratio > bytes_in {
            return Err(Fault::with("entry.bomb", self.limits.ratio.to_string()));
        }
        Ok(())
    }
}
