//! Tables as text: records from slices of bytes, whatever the slices.
//!
//! The fields are cut by `csv-core`. What it leaves to us: it swallows the rest of a file after a quote that is never
//! closed, without a word. So lines are fed one at a time, the bytes of a record that spans lines are kept, and when
//! its quote turns out never to close, its first line is read again with quotes as ordinary characters and the lines
//! after it are read again as they should have been.

use super::quotes;
use crate::error::Result;
use crate::limits;
use csv_core::ReadRecordResult;
use memchr::memchr;

/// After so many quotes that never close, quotes are ordinary characters for the rest of the file.
const UNCLOSED_QUOTES: u32 = 200;

/// What parts the fields of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// One byte.
    Byte(u8),
    /// Any run of spaces and tabs.
    Blanks,
}

/// How a table is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// What parts the fields.
    pub separator: Separator,
    /// Whether `"` encloses fields.
    pub quotes: bool,
    /// First byte of lines that are comments.
    pub comment: Option<u8>,
    /// Lines end with CR alone.
    pub cr_lines: bool,
    /// Lines to skip before the header or the first record.
    pub skip_lines: u64,
    /// Whether the first record names the columns.
    pub header: bool,
}

/// What is wrong with a record as it was cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// It began with a quote that is never closed, and was read with quotes as ordinary characters.
    UnclosedQuote,
    /// It has more than [`limits::COLUMNS`] fields.
    TooWide,
    /// A field is longer than [`limits::FIELD_BYTES`] or the record longer than [`limits::RECORD_BYTES`].
    TooLong,
}

/// A record as bytes: fields one after the other, and where each ends.
#[derive(Debug, Clone, Copy)]
pub struct RawRecord<'a> {
    /// All fields, without separators and quotes.
    pub bytes: &'a [u8],
    /// Where each field ends in `bytes`.
    pub ends: &'a [usize],
    /// Number of the record, from 1, without the header.
    pub row: u64,
    /// Line of the file on which it begins, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Where records go.
pub type Sink<'s> = dyn FnMut(RawRecord<'_>) -> Result<()> + 's;

/// Cuts a table into records.
#[derive(Debug)]
pub struct Reader {
    dialect: Dialect,
    quoted: csv_core::Reader,
    plain: csv_core::Reader,
    out: Vec<u8>,
    out_len: usize,
    ends: Vec<usize>,
    ends_len: usize,
    wide: bool,
    /// Bytes of a line that is not whole yet.
    partial: Vec<u8>,
    /// The line that is not whole yet is longer than a record may be: its bytes are passed over.
    skipping: bool,
    /// Earlier lines of the record that is open.
    open: Vec<u8>,
    open_line: u64,
    /// Line breaks inside the field that is open.
    breaks: usize,
    unclosed: u32,
    lines: u64,
    rows: u64,
    header_pending: bool,
}

impl Reader {
    /// A reader at the beginning of a file.
    pub fn new(dialect: Dialect) -> Self {
        let build = |quotes: bool| {
            let mut builder = csv_core::ReaderBuilder::new();
            if let Separator::Byte(byte) = dialect.separator {
                builder.delimiter(byte);
            }
            builder.quoting(quotes).build()
        };
        Reader {
            dialect,
            quoted: build(dialect.quotes),
            plain: build(false),
            out: vec![0; 4096],
            out_len: 0,
            ends: vec![0; 64],
            ends_len: 0,
            wide: false,
            partial: Vec::new(),
            skipping: false,
            open: Vec::new(),
            open_line: 0,
            breaks: 0,
            unclosed: 0,
            lines: 0,
            rows: 0,
            header_pending: dialect.header,
        }
    }

    /// Reads a slice; every record that it completes goes to `sink`.
    pub fn push(&mut self, bytes: &[u8], sink: &mut Sink<'_>) -> Result<()> {
        let end_of_line = self.end_of_line();
        let mut rest = bytes;
        while let Some(at) = memchr(end_of_line, rest) {
            let (line, tail) = rest.split_at(at + 1);
            rest = tail;
            if self.skipping || self.partial.len() + line.len() > limits::RECORD_BYTES {
                self.overlong(sink)?;
            } else if self.partial.is_empty() {
                self.drive(line, sink)?;
            } else {
                let mut whole = std::mem::take(&mut self.partial);
                whole.extend_from_slice(line);
                self.drive(&whole, sink)?;
                whole.clear();
                self.partial = whole;
            }
        }
        if !self.skipping {
            if self.partial.len() + rest.len() > limits::RECORD_BYTES {
                self.skipping = true;
                self.partial = Vec::new();
            } else {
                self.partial.extend_from_slice(rest);
            }
        }
        Ok(())
    }

    /// Reads what is left once the file has ended.
    pub fn finish(&mut self, sink: &mut Sink<'_>) -> Result<()> {
        if self.skipping {
            self.overlong(sink)?;
        } else if !self.partial.is_empty() {
            let mut last = std::mem::take(&mut self.partial);
            last.push(self.end_of_line());
            self.drive(&last, sink)?;
        }
        while self.is_open() {
            let replay = self.recover(&[], sink)?;
            self.replay(replay, sink)?;
        }
        Ok(())
    }

    fn end_of_line(&self) -> u8 {
        if self.dialect.cr_lines { b'\r' } else { b'\n' }
    }

    fn is_open(&self) -> bool {
        self.out_len > 0 || self.ends_len > 0
    }

    /// A line longer than a record may be: one record, without content.
    fn overlong(&mut self, sink: &mut Sink<'_>) -> Result<()> {
        while self.is_open() {
            let replay = self.recover(&[], sink)?;
            self.replay(replay, sink)?;
        }
        self.skipping = false;
        self.partial = Vec::new();
        self.lines += 1;
        if self.lines > self.dialect.skip_lines {
            self.rows += 1;
            sink(RawRecord {
                bytes: &[],
                ends: &[],
                row: self.rows,
                line: self.lines,
                fault: Fault::TooLong,
            })?;
        }
        Ok(())
    }

    fn drive(&mut self, line: &[u8], sink: &mut Sink<'_>) -> Result<()> {
        if let Some(replay) = self.line(line, sink)? {
            self.replay(replay, sink)?;
        }
        Ok(())
    }

    /// Reads again lines that an unclosed quote had swallowed; they may hold unclosed quotes in their turn.
    fn replay(&mut self, lines: Vec<u8>, sink: &mut Sink<'_>) -> Result<()> {
        let end_of_line = self.end_of_line();
        let mut stack = vec![(lines, 0usize)];
        while let Some((bytes, at)) = stack.last_mut() {
            let rest = &bytes[*at..];
            if rest.is_empty() {
                stack.pop();
                continue;
            }
            let length = memchr(end_of_line, rest).map_or(rest.len(), |i| i + 1);
            *at += length;
            if let Some(inner) = self.line(&rest[..length], sink)? {
                stack.push((inner, 0));
            }
        }
        Ok(())
    }

    /// Reads one whole line. Returns the lines to read again when it shows that a quote was never closed.
    fn line(&mut self, line: &[u8], sink: &mut Sink<'_>) -> Result<Option<Vec<u8>>> {
        if self.lines < self.dialect.skip_lines {
            self.lines += 1;
            return Ok(None);
        }
        if !self.is_open() {
            let blank = line.iter().all(|&b| matches!(b, b'\r' | b'\n' | b' '));
            if blank || self.dialect.comment.is_some_and(|mark| line[0] == mark) {
                self.lines += 1;
                return Ok(None);
            }
            self.open_line = self.lines + 1;
            self.breaks = 0;
        }
        self.lines += 1;
        match self.dialect.separator {
            Separator::Blanks => {
                self.split_blanks(line);
                self.emit(Fault::None, sink)?;
                Ok(None)
            }
            Separator::Byte(separator) => self.feed(line, separator, sink),
        }
    }

    fn feed(&mut self, line: &[u8], separator: u8, sink: &mut Sink<'_>) -> Result<Option<Vec<u8>>> {
        let mut rest = line;
        let mut start = 0;
        let ends_before = self.ends_len;
        while !rest.is_empty() {
            let (done, read) = self.step(rest, self.unclosed >= UNCLOSED_QUOTES);
            let record = &rest[..read];
            rest = &rest[read..];
            if !done {
                break;
            }
            if !self.open.is_empty() {
                self.open.extend_from_slice(record);
                if quotes::swallowed(&self.open, separator) {
                    let after = rest.to_vec();
                    return self.recover(&after, sink).map(Some);
                }
                self.open.clear();
            }
            self.emit(Fault::None, sink)?;
            self.open_line = self.lines;
            start = line.len() - rest.len();
            // What is left of a line that ended with CR LF.
            if rest == b"\n" {
                break;
            }
        }
        if !self.is_open() {
            return Ok(None);
        }
        // Inside quotes at the end of a line.
        self.breaks = if self.ends_len == ends_before { self.breaks + 1 } else { 1 };
        self.open.extend_from_slice(&line[start..]);
        let field_start = if self.ends_len == 0 { 0 } else { self.ends[self.ends_len - 1] };
        if self.breaks > limits::FIELD_LINE_BREAKS
            || self.open.len() > limits::RECORD_BYTES
            || self.out_len.saturating_sub(field_start) > limits::FIELD_BYTES
        {
            return self.recover(&[], sink).map(Some);
        }
        Ok(None)
    }

    /// Feeds bytes to the parser until a record ends or they run out. Returns whether one ended, and the bytes read.
    fn step(&mut self, bytes: &[u8], plain: bool) -> (bool, usize) {
        let parser = if plain { &mut self.plain } else { &mut self.quoted };
        let mut read = 0;
        loop {
            let (result, nin, nout, nends) = parser.read_record(
                &bytes[read..],
                &mut self.out[self.out_len..],
                &mut self.ends[self.ends_len..],
            );
            read += nin;
            self.out_len += nout;
            self.ends_len += nends;
            match result {
                ReadRecordResult::InputEmpty | ReadRecordResult::End => return (false, read),
                ReadRecordResult::Record => return (true, read),
                ReadRecordResult::OutputFull => self.out.resize(self.out.len() * 2, 0),
                ReadRecordResult::OutputEndsFull if self.ends.len() <= limits::COLUMNS => {
                    self.ends.resize(self.ends.len() * 2, 0);
                }
                ReadRecordResult::OutputEndsFull => {
                    self.wide = true;
                    self.ends_len = limits::COLUMNS;
                }
            }
        }
    }

    /// Gives up the record that is open: its first line is a record of its own, the others are to be read again.
    fn recover(&mut self, after: &[u8], sink: &mut Sink<'_>) -> Result<Vec<u8>> {
        let mut raw = std::mem::take(&mut self.open);
        raw.extend_from_slice(after);
        self.quoted.reset();
        self.out_len = 0;
        self.ends_len = 0;
        self.wide = false;
        self.breaks = 0;
        self.unclosed += 1;
        let first = memchr(self.end_of_line(), &raw).map_or(raw.len(), |i| i + 1);
        self.plain.reset();
        let (done, _) = self.step(&raw[..first], true);
        self.plain.reset();
        if done {
            self.emit(Fault::UnclosedQuote, sink)?;
        } else {
            self.out_len = 0;
            self.ends_len = 0;
        }
        self.lines = self.open_line;
        raw.drain(..first);
        Ok(raw)
    }

    fn split_blanks(&mut self, line: &[u8]) {
        if self.out.len() < line.len() {
            self.out.resize(line.len(), 0);
        }
        for field in line.split(|b| b.is_ascii_whitespace()).filter(|field| !field.is_empty()) {
            if self.ends_len == limits::COLUMNS {
                self.wide = true;
                return;
            }
            if self.ends_len == self.ends.len() {
                self.ends.resize(self.ends.len() * 2, 0);
            }
            let end = self.out_len + field.len();
            self.out[self.out_len..end].copy_from_slice(field);
            self.out_len = end;
            self.ends[self.ends_len] = end;
            self.ends_len += 1;
        }
    }

    fn emit(&mut self, fault: Fault, sink: &mut Sink<'_>) -> Result<()> {
        let ends = &self.ends[..self.ends_len];
        let mut fault = fault;
        if self.out_len > limits::FIELD_BYTES {
            let mut start = 0;
            for &end in ends {
                if end - start > limits::FIELD_BYTES {
                    fault = Fault::TooLong;
                }
                start = end;
            }
        }
        if self.wide {
            fault = Fault::TooWide;
        }
        let bytes = &self.out[..self.out_len];
        self.out_len = 0;
        self.ends_len = 0;
        self.wide = false;
        if std::mem::take(&mut self.header_pending) {
            return Ok(());
        }
        self.rows += 1;
        sink(RawRecord { bytes, ends, row: self.rows, line: self.open_line, fault })
    }
}

#[cfg(test)]
#[path = "delimited_tests.rs"]
mod tests;
