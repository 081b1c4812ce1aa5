//! Cuts well-formed records out of a slice without copying a byte.
//!
//! What is not well formed (a quote that closes in the middle of a field, a line that ends with CR alone, a record
//! longer than any real one, one that goes on in the next slice) is left to the state machine of
//! [`delimited`](super::delimited), which reads everything, only slower.

use super::marks::{Marks, Walk};
use crate::limits;

/// Where a field lies in the bytes of its record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

impl Span {
    /// All of some bytes, of which there are less than 4 GiB.
    pub fn all(bytes: &[u8]) -> Self {
        Span { start: 0, end: bytes.len() as u32 }
    }

    /// Its bytes.
    #[inline]
    pub fn of(self, bytes: &[u8]) -> &[u8] {
        bytes.get(self.start as usize..self.end as usize).unwrap_or(&[])
    }
}

/// A record longer than this is left to the state machine, which knows the limits.
const LONGEST: usize = limits::FIELD_BYTES;

/// What was found at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// A record: where the next begins, how many lines it has, and whether quotes are doubled in its fields.
    Record {
        /// Where the next record begins.
        next: usize,
        /// Lines of the record.
        lines: u64,
        /// Whether a field holds doubled quotes.
        doubled: bool,
    },
    /// The bytes end before the record does.
    End,
    /// Not a well-formed record.
    Odd,
}

/// Cuts the records of one slice, one after the other.
#[derive(Debug)]
pub struct Cutter<'a> {
    bytes: &'a [u8],
    separator: u8,
    quotes: bool,
    walk: Walk<'a>,
}

impl<'a> Cutter<'a> {
    /// Prepares to cut from a place of a slice on. The slice is shorter than 4 GiB.
    #[inline]
    pub fn new(bytes: &'a [u8], from: usize, separator: u8, quotes: bool) -> Self {
        let walk = Marks::new(separator, quotes).walk(bytes, from);
        Cutter { bytes, separator, quotes, walk }
    }

    /// Cuts the record that begins at `start`, where the one before ended, and adds its fields to others. After anything but a record the cutter is spent.
    #[inline]
    pub fn record(&mut self, start: usize, fields: &mut Vec<Span>) -> Cut {
        let bytes = self.bytes;
        let before = fields.len();
        let mut lines = 1;
        let mut doubled = false;
        let mut from = start;
        loop {
            // The next mark tells how the field goes on: an opening quote is the one that it begins with.
            let Some(mut to) = self.walk.next() else { return Cut::End };
            let mut end = bytes[to];
            if end == b'"' && self.quotes && to == from {
                from += 1;
                loop {
                    let Some(at) = self.walk.next() else { return Cut::End };
                    to = at;
                    match bytes[at] {
                        b'"' if bytes.get(at + 1) == Some(&b'"') => {
                            self.walk.next();
                            doubled = true;
                        }
                        b'"' => break,
                        b'\n' => {
                            lines += 1;
                            if lines > limits::FIELD_LINE_BREAKS as u64 {
                                return Cut::Odd;
                            }
                        }
                        _ => {}
                    }
                }
                fields.push(Span { start: from as u32, end: to as u32 });
                // Nothing but the end of the field may follow, and it is the next mark.
                let Some(at) = self.walk.next() else { return Cut::End };
                if at != to + 1 {
                    return Cut::Odd;
                }
                (to, end) = (at, bytes[at]);
            } else {
                while end == b'"' && self.quotes {
                    let Some(at) = self.walk.next() else { return Cut::End };
                    (to, end) = (at, bytes[at]);
                }
                fields.push(Span { start: from as u32, end: to as u32 });
            }
            if end == self.separator {
                from = to + 1;
                continue;
            }
            let next = match end {
                b'\n' => to + 1,
                b'\r' if bytes.get(to + 1) == Some(&b'\n') => {
                    self.walk.next();
                    to + 2
                }
                _ => return Cut::Odd,
            };
            if next - start > LONGEST || fields.len() - before > limits::COLUMNS {
                return Cut::Odd;
            }
            return Cut::Record { next, lines, doubled };
        }
    }
}
