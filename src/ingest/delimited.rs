//! Tables as text: records from slices of bytes, whatever the slices.
//!
//! Well-formed records are lent by the [`cutter`](super::cutter) as they lie in the slice. All others go line by line
//! through `csv-core`. What that leaves to us: it swallows the rest of a file after a quote that is never closed,
//! without a word. So lines are fed one at a time, the bytes of a record that spans lines are kept, and when its quote
//! turns out never to close, its first line is read again with quotes as ordinary characters and the lines after it are
//! read again as they should have been.

pub use super::cutter::Span;
use super::cutter::{Cut, Cutter};
use super::{mojibake, quotes};
use crate::error::Result;
use crate::limits;
use csv_core::ReadRecordResult;
use memchr::{memchr, memrchr};
pub use within::Stand;

mod within;

/// Bytes taken in one go: places in them are `u32`s.
const PIECE: usize = 1 << 30;

/// Bytes cut in one go. They are looked at three times (is it text, was it encoded twice, where do fields end), so they
/// should stay in the processor's cache; and a browser swaps a function for its optimised form between two calls only.
const WINDOW: usize = 1 << 16;

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

/// A record as bytes, and where its fields lie in them.
#[derive(Debug, Clone, Copy)]
pub struct RawRecord<'a> {
    /// Bytes that hold all fields, and maybe more.
    pub bytes: &'a [u8],
    /// The same as text, where they were found to be UTF-8 already.
    pub text: Option<&'a str>,
    /// Whether text in it may have been encoded twice: told for a slice, so that most records need not be looked at.
    pub suspect: bool,
    /// Where each field lies, without separators and quotes. Fields come in order and never overlap.
    pub fields: &'a [Span],
    /// Number of the record, from 1, without the header.
    pub row: u64,
    /// Line of the file on which it begins, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub fault: Fault,
}

impl<'a> RawRecord<'a> {
    /// The bytes of each field.
    pub fn fields(&self) -> impl Iterator<Item = &'a [u8]> {
        self.fields.iter().map(|field| field.of(self.bytes))
    }
}

/// Where records go: a closure does, where nothing is to be gained by looking ahead.
pub trait Sink {
    /// Takes a record.
    ///
    /// # Errors
    /// What ends the reading.
    fn record(&mut self, record: RawRecord<'_>) -> Result<()>;

    /// Shows records that come next: a chance to bring what they will need into the processor's cache, all at once
    /// rather than one wait after the other. They lie where they are shown until none are shown.
    fn ahead(&mut self, _records: &[RawRecord<'_>]) {}
}

impl<F: FnMut(RawRecord<'_>) -> Result<()>> Sink for F {
    fn record(&mut self, record: RawRecord<'_>) -> Result<()> {
        self(record)
    }
}

/// Records that are cut before the first of them is handed over.
const AHEAD: usize = 32;

/// A record that was cut.
#[derive(Debug, Clone, Copy, Default)]
struct Cutting {
    /// Its fields, among those of all records cut with it.
    fields: Span,
    row: u64,
    line: u64,
    doubled: bool,
}

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
    /// The fields of the records that are handed over.
    fields: Vec<Span>,
    /// The fields of a record that was cut, where quotes were doubled.
    undoubled: Vec<u8>,
    undoubled_fields: Vec<Span>,
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
            let mut parser = builder.quoting(quotes).build();
            primed(&mut parser);
            parser
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
            fields: Vec::new(),
            undoubled: Vec::new(),
            undoubled_fields: Vec::new(),
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
    pub fn push(&mut self, bytes: &[u8], sink: &mut dyn Sink) -> Result<()> {
        bytes.chunks(PIECE).try_for_each(|piece| self.piece(piece, sink))
    }

    fn piece(&mut self, bytes: &[u8], sink: &mut dyn Sink) -> Result<()> {
        let end_of_line = self.end_of_line();
        let mut rest = bytes;
        if self.skipping || !self.partial.is_empty() {
            let Some(at) = memchr(end_of_line, rest) else { return self.keep(rest) };
            let (line, after) = rest.split_at(at + 1);
            self.slow(line, sink)?;
            rest = after;
        }
        let whole = memrchr(end_of_line, rest).map_or(0, |at| at + 1);
        self.lines(&rest[..whole], sink)?;
        self.keep(&rest[whole..])
    }

    /// Keeps the beginning of a line that the next slice goes on with.
    fn keep(&mut self, rest: &[u8]) -> Result<()> {
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

    /// Reads whole lines, window by window.
    fn lines(&mut self, lines: &[u8], sink: &mut dyn Sink) -> Result<()> {
        let mut rest = lines;
        while !rest.is_empty() {
            let end = rest.get(WINDOW..).and_then(|after| memchr(self.end_of_line(), after));
            let end = end.map_or(rest.len(), |length| WINDOW + length + 1);
            let read = self.window(&rest[..end], end == rest.len(), sink)?;
            rest = &rest[read..];
        }
        Ok(())
    }

    /// Reads whole lines: as many records as can be by cutting, the others by the state machine. Returns how far it
    /// came: before the end where a record goes on in the next window, to begin with that record. There is none after
    /// the `last`.
    #[inline(never)]
    fn window(&mut self, lines: &[u8], last: bool, sink: &mut dyn Sink) -> Result<usize> {
        let end_of_line = self.end_of_line();
        let cuts = match self.dialect.separator {
            Separator::Byte(separator) if !self.dialect.cr_lines => Some(separator),
            _ => None,
        };
        let text = cuts.and_then(|_| simdutf8::basic::from_utf8(lines).ok());
        let text = (text, cuts.is_some() && mojibake::may_hold(lines));
        let mut at = 0;
        while at < lines.len() {
            if let Some(separator) = cuts
                && self.lines >= self.dialect.skip_lines
                && !self.is_open()
            {
                let ended;
                (at, ended) = self.cut(lines, at, text, separator, sink)?;
                if ended && !last && at > 0 && at < lines.len() {
                    return Ok(at);
                }
            }
            let Some(length) = memchr(end_of_line, &lines[at..]) else { break };
            self.slow(&lines[at..=at + length], sink)?;
            at += length + 1;
        }
        Ok(lines.len())
    }

    /// Cuts records from a place on, until the end or one that is not well formed. Returns how far it came, and whether
    /// it was the end that it met.
    fn cut(
        &mut self,
        lines: &[u8],
        from: usize,
        (text, suspect): (Option<&str>, bool),
        separator: u8,
        sink: &mut dyn Sink,
    ) -> Result<(usize, bool)> {
        let quotes = self.dialect.quotes && self.unclosed < UNCLOSED_QUOTES;
        let mut cutter = Cutter::new(lines, from, separator, quotes);
        let mut fields = std::mem::take(&mut self.fields);
        let mut at = from;
        let mut ended = None;
        while ended.is_none() {
            let mut cut = [Cutting::default(); AHEAD];
            let mut count = 0;
            fields.clear();
            while count < AHEAD {
                let Some(&first) = lines.get(at) else {
                    ended = Some(true);
                    break;
                };
                // Blank lines and comments are not records.
                if matches!(first, b'\r' | b'\n' | b' ') || self.dialect.comment == Some(first) {
                    let end = memchr(b'\n', &lines[at..]).map_or(lines.len(), |length| at + length + 1);
                    if self.passes_over(&lines[at..end]) {
                        self.lines += 1;
                        at = end;
                        cutter = Cutter::new(lines, at, separator, quotes);
                        continue;
                    }
                }
                let start = fields.len();
                let found = cutter.record(at, &mut fields);
                let Cut::Record { next, lines: breaks, doubled } = found else {
                    ended = Some(found == Cut::End);
                    break;
                };
                self.open_line = self.lines + 1;
                self.lines += breaks;
                at = next;
                if std::mem::take(&mut self.header_pending) {
                    continue;
                }
                self.rows += 1;
                let fields = Span { start: start as u32, end: fields.len() as u32 };
                cut[count] = Cutting { fields, row: self.rows, line: self.open_line, doubled };
                count += 1;
            }
            self.hand_over(lines, text, suspect, (&cut[..count], &fields), sink)?;
        }
        self.fields = fields;
        Ok((at, ended == Some(true)))
    }

    /// Hands over records that were cut.
    fn hand_over(
        &mut self,
        bytes: &[u8],
        text: Option<&str>,
        suspect: bool,
        (cut, fields): (&[Cutting], &[Span]),
        sink: &mut dyn Sink,
    ) -> Result<()> {
        let of = |cutting: &Cutting| cutting.fields.start as usize..cutting.fields.end as usize;
        let none = RawRecord { bytes, text, suspect, fields: &[], row: 0, line: 0, fault: Fault::None };
        let mut records = [none; AHEAD];
        for (record, cutting) in records.iter_mut().zip(cut) {
            (record.fields, record.row, record.line) = (&fields[of(cutting)], cutting.row, cutting.line);
        }
        sink.ahead(&records[..cut.len()]);
        let handed = records.into_iter().zip(cut).try_for_each(|(record, cutting)| {
            if !cutting.doubled {
                return sink.record(record);
            }
            self.undoubled_fields.clear();
            self.undoubled_fields.extend_from_slice(record.fields);
            undouble(bytes, &mut self.undoubled_fields, &mut self.undoubled);
            let (bytes, fields) = (&self.undoubled[..], &self.undoubled_fields[..]);
            sink.record(RawRecord { bytes, text: None, fields, ..record })
        });
        // Whatever became of them, they do not lie there any longer.
        sink.ahead(&[]);
        handed
    }

    /// Reads one line, of which a part may be kept from an earlier slice, by the state machine.
    fn slow(&mut self, line: &[u8], sink: &mut dyn Sink) -> Result<()> {
        if self.skipping || self.partial.len() + line.len() > limits::RECORD_BYTES {
            return self.overlong(sink);
        }
        if self.partial.is_empty() {
            return self.drive(line, sink);
        }
        let mut whole = std::mem::take(&mut self.partial);
        whole.extend_from_slice(line);
        self.drive(&whole, sink)?;
        whole.clear();
        self.partial = whole;
        Ok(())
    }

    /// Whether a line is blank or a comment.
    fn passes_over(&self, line: &[u8]) -> bool {
        line.iter().all(|&b| matches!(b, b'\r' | b'\n' | b' '))
            || self.dialect.comment.is_some_and(|mark| line.first() == Some(&mark))
    }

    /// Reads what is left once the file has ended.
    pub fn finish(&mut self, sink: &mut dyn Sink) -> Result<()> {
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
    fn overlong(&mut self, sink: &mut dyn Sink) -> Result<()> {
        while self.is_open() {
            let replay = self.recover(&[], sink)?;
            self.replay(replay, sink)?;
        }
        self.skipping = false;
        self.partial = Vec::new();
        self.lines += 1;
        if self.lines > self.dialect.skip_lines {
            self.rows += 1;
            sink.record(RawRecord {
                bytes: &[],
                text: None,
                suspect: false,
                fields: &[],
                row: self.rows,
                line: self.lines,
                fault: Fault::TooLong,
            })?;
        }
        Ok(())
    }

    fn drive(&mut self, line: &[u8], sink: &mut dyn Sink) -> Result<()> {
        if let Some(replay) = self.line(line, sink)? {
            self.replay(replay, sink)?;
        }
        Ok(())
    }

    /// Reads again lines that an unclosed quote had swallowed; they may hold unclosed quotes in their turn.
    fn replay(&mut self, lines: Vec<u8>, sink: &mut dyn Sink) -> Result<()> {
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
    fn line(&mut self, line: &[u8], sink: &mut dyn Sink) -> Result<Option<Vec<u8>>> {
        if self.lines < self.dialect.skip_lines {
            self.lines += 1;
            return Ok(None);
        }
        if !self.is_open() {
            if self.passes_over(line) {
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

    fn feed(&mut self, line: &[u8], separator: u8, sink: &mut dyn Sink) -> Result<Option<Vec<u8>>> {
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
    fn recover(&mut self, after: &[u8], sink: &mut dyn Sink) -> Result<Vec<u8>> {
        let mut raw = std::mem::take(&mut self.open);
        raw.extend_from_slice(after);
        primed(&mut self.quoted);
        self.out_len = 0;
        self.ends_len = 0;
        self.wide = false;
        self.breaks = 0;
        self.unclosed += 1;
        let first = memchr(self.end_of_line(), &raw).map_or(raw.len(), |i| i + 1);
        primed(&mut self.plain);
        let (done, _) = self.step(&raw[..first], true);
        primed(&mut self.plain);
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

    fn emit(&mut self, fault: Fault, sink: &mut dyn Sink) -> Result<()> {
        let mut fault = fault;
        self.fields.clear();
        let mut start = 0;
        for &end in &self.ends[..self.ends_len] {
            if end - start > limits::FIELD_BYTES {
                fault = Fault::TooLong;
            }
            self.fields.push(Span { start: start as u32, end: end as u32 });
            start = end;
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
        let (row, line) = (self.rows, self.open_line);
        sink.record(RawRecord { bytes, text: None, suspect: true, fields: &self.fields, row, line, fault })
    }
}

/// Copies the fields one after the other, with one quote for two.
fn undouble(bytes: &[u8], fields: &mut [Span], out: &mut Vec<u8>) {
    out.clear();
    for field in fields {
        let start = out.len() as u32;
        let mut rest = field.of(bytes);
        // Quotes are doubled in enclosed fields only; elsewhere they are ordinary characters.
        if field.start > 0 && bytes[field.start as usize - 1] == b'"' {
            while let Some(at) = memchr(b'"', rest) {
                out.extend_from_slice(&rest[..=at]);
                rest = rest.get(at + 2..).unwrap_or(&[]);
            }
        }
        out.extend_from_slice(rest);
        *field = Span { start, end: out.len() as u32 };
    }
}

/// A parser that takes a byte order mark for what it is: importers have taken off the one of the file.
fn primed(parser: &mut csv_core::Reader) {
    parser.reset();
    parser.read_record(b"\n", &mut [0; 4], &mut [0; 4]);
}

#[cfg(test)]
#[path = "delimited_tests.rs"]
mod tests;
