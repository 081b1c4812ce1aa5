//! Cuts JSON into records without reading it whole: lines, elements of an array, members of an object's arrays.
//!
//! Each record is then read by itself, so that a bad one costs one record and not the document.

use super::json_scan::Scan;
use crate::error::Result;
use crate::limits;
use memchr::memchr2;

/// How the records of a file are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framing {
    /// One value a line.
    Lines,
    /// Values one after the other, over as many lines as they please.
    Values,
    /// The elements of one array.
    Elements,
    /// The elements of the arrays that one object holds.
    Members,
}

/// A record as bytes.
#[derive(Debug, Clone, Copy)]
pub struct RawValue<'a> {
    /// Its bytes, without the separators around it. Empty when it was too long to be kept.
    pub bytes: &'a [u8],
    /// Line on which it begins, from 1.
    pub line: u64,
    /// Place of its first byte in the text, from 0.
    pub byte: u64,
    /// Whether the file ended inside it.
    pub cut: bool,
    /// Whether it is longer than [`limits::RECORD_BYTES`].
    pub too_long: bool,
    /// Name of the document's member that it is a part of; empty where the root is an array, or the value itself.
    pub under: &'a [u8],
}

/// Where records go.
pub type Sink<'s> = dyn FnMut(RawValue<'_>) -> Result<()> + 's;

/// Whether text looks like JSON, and how its records are laid out.
///
/// `members` tells whether the arrays of one object are to be read element by element (a list of posts under a name)
/// rather than the object as one value (a page of results whose parts refer to each other).
pub fn sniff(text: &[u8], members: impl Fn(&[u8]) -> bool) -> Option<Framing> {
    let text = text.trim_ascii_start();
    match text.first()? {
        b'[' => {
            let second = text[1..].trim_ascii_start().first();
            matches!(second, None | Some(b'{' | b'[' | b']')).then_some(Framing::Elements)
        }
        b'{' => {
            let next = text[1..].trim_ascii_start().first();
            if !matches!(next, None | Some(b'"' | b'}')) {
                return None;
            }
            let line = text.split(|&b| b == b'\n').next().unwrap_or(text);
            let others = text[line.len()..].trim_ascii_start();
            let closed = balanced(line);
            if closed && several(line) {
                return Some(Framing::Values);
            }
            if (closed && (others.is_empty() || others.first() == Some(&b'{'))) || others.starts_with(b"{\"")
            {
                Some(Framing::Lines)
            } else if members(text) {
                Some(Framing::Members)
            } else if line.len() == text.len() {
                // One line longer than what was looked at.
                Some(Framing::Lines)
            } else {
                Some(Framing::Values)
            }
        }
        _ => None,
    }
}

/// Whether a line holds one value after the other: `{…}{…}`.
fn several(line: &[u8]) -> bool {
    let mut scanner = Scan::default();
    let mut ended = false;
    line.iter().any(|&b| {
        let before = scanner.depth;
        scanner.step(b);
        let again = ended && before == 0 && scanner.depth == 1;
        ended |= before == 1 && scanner.depth == 0;
        again
    })
}

fn balanced(line: &[u8]) -> bool {
    let mut scanner = Scan::default();
    line.iter().for_each(|&b| scanner.step(b));
    scanner.depth == 0 && !scanner.in_string
}

/// Cuts a stream into records.
#[derive(Debug)]
pub struct Framer {
    framing: Framing,
    scanner: Scan,
    record: Vec<u8>,
    inside: bool,
    too_long: bool,
    line: u64,
    byte: u64,
    start_line: u64,
    start_byte: u64,
    /// Kinds of the brackets open above the records: whether each is an array.
    arrays: Vec<bool>,
}

impl Framer {
    /// A framer at the beginning of a text.
    pub fn new(framing: Framing) -> Self {
        Framer {
            framing,
            scanner: Scan::default(),
            record: Vec::new(),
            inside: false,
            too_long: false,
            line: 1,
            byte: 0,
            start_line: 1,
            start_byte: 0,
            arrays: Vec::new(),
        }
    }

    /// Reads a slice; every record that it completes goes to `sink`.
    pub fn push(&mut self, bytes: &[u8], sink: &mut Sink<'_>) -> Result<()> {
        if self.framing == Framing::Lines {
            self.push_lines(bytes, sink)
        } else {
            self.push_values(bytes, sink)
        }
    }

    /// Gives what is left once the file has ended.
    pub fn finish(&mut self, sink: &mut Sink<'_>) -> Result<()> {
        if self.inside {
            let cut = self.framing != Framing::Lines || !balanced(&self.record);
            self.emit(cut, sink)?;
        }
        Ok(())
    }

    /// Whether each line is a record.
    pub fn reads_lines(&self) -> bool {
        self.framing == Framing::Lines
    }

    /// Bytes of the record that is open, and the lines before it (before the next one where none is).
    pub fn held(&self) -> (u64, u64) {
        if self.inside { (self.byte - self.start_byte, self.start_line - 1) } else { (0, self.line - 1) }
    }

    /// Goes on so many bytes and lines further.
    pub fn advance(&mut self, bytes: u64, lines: u64) {
        self.byte += bytes;
        self.line += lines;
    }

    fn push_lines(&mut self, mut rest: &[u8], sink: &mut Sink<'_>) -> Result<()> {
        while !rest.is_empty() {
            let (take, ended) = match memchr::memchr(b'\n', rest) {
                Some(at) => (at + 1, true),
                None => (rest.len(), false),
            };
            let (part, tail) = rest.split_at(take);
            rest = tail;
            let blanks = if self.inside { 0 } else { part.len() - part.trim_ascii_start().len() };
            if !self.inside && blanks < part.len() {
                self.begin(self.byte + blanks as u64);
            }
            if self.inside {
                self.keep(&part[blanks..]);
            }
            self.byte += take as u64;
            if ended {
                if self.inside {
                    self.emit(false, sink)?;
                }
                self.line += 1;
            }
        }
        Ok(())
    }

    fn push_values(&mut self, bytes: &[u8], sink: &mut Sink<'_>) -> Result<()> {
        let mut at = 0;
        let mut from = 0;
        while at < bytes.len() {
            if self.inside {
                // What a record holds is read later: only its end counts here.
                let end = self.scanner.close(&bytes[at..], self.level()).map_or(bytes.len(), |end| at + end);
                self.line += memchr::memchr_iter(b'\n', &bytes[at..end]).count() as u64;
                at = end;
                if self.scanner.depth == self.level() {
                    self.keep(&bytes[from..at]);
                    self.emit(false, sink)?;
                }
                continue;
            }
            if self.scanner.in_string && !self.scanner.escaped {
                // Strings are long and hold no structure: jump to what may end them.
                let jump = memchr2(b'"', b'\\', &bytes[at..]).unwrap_or(bytes.len() - at);
                self.line += memchr::memchr_iter(b'\n', &bytes[at..at + jump]).count() as u64;
                at += jump;
                if at == bytes.len() {
                    break;
                }
            }
            let byte = bytes[at];
            if byte == b'\n' {
                self.line += 1;
            }
            let level = self.level();
            let before = self.scanner.depth;
            let was_string = self.scanner.in_string;
            self.scanner.step(byte);
            if !was_string && matches!(byte, b'{' | b'[') && before < level {
                self.arrays.truncate(before);
                self.arrays.push(byte == b'[');
            }
            if before == level && matches!(byte, b'{' | b'[') && !was_string && self.in_records() {
                self.begin(self.byte + at as u64);
                from = at;
            }
            at += 1;
        }
        if self.inside {
            self.keep(&bytes[from..]);
        }
        self.byte += bytes.len() as u64;
        Ok(())
    }

    /// Depth at which records begin.
    fn level(&self) -> usize {
        match self.framing {
            Framing::Lines | Framing::Values => 0,
            Framing::Elements => 1,
            Framing::Members => 2,
        }
    }

    /// Whether a value that begins at the level of the records is one: members count only inside arrays.
    fn in_records(&self) -> bool {
        self.framing != Framing::Members || self.arrays.get(1) == Some(&true)
    }

    fn begin(&mut self, byte: u64) {
        self.inside = true;
        self.too_long = false;
        self.record.clear();
        self.start_line = self.line;
        self.start_byte = byte;
    }

    fn keep(&mut self, part: &[u8]) {
        if self.too_long || self.record.len() + part.len() > limits::RECORD_BYTES {
            self.too_long = true;
            self.record = Vec::new();
        } else {
            self.record.extend_from_slice(part);
        }
    }

    fn emit(&mut self, cut: bool, sink: &mut Sink<'_>) -> Result<()> {
        self.inside = false;
        sink(RawValue {
            bytes: self.record.trim_ascii(),
            line: self.start_line,
            byte: self.start_byte,
            cut,
            too_long: self.too_long,
            under: &[],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Found = (String, u64, u64, bool);

    fn frames_by(framing: Framing, text: &str, chunk: usize) -> Vec<Found> {
        let mut framer = Framer::new(framing);
        let mut found = Vec::new();
        let mut sink = |v: RawValue<'_>| {
            found.push((String::from_utf8_lossy(v.bytes).into_owned(), v.line, v.byte, v.cut));
            Ok(())
        };
        for slice in text.as_bytes().chunks(chunk) {
            framer.push(slice, &mut sink).unwrap();
        }
        framer.finish(&mut sink).unwrap();
        found
    }

    fn frames(framing: Framing, text: &str) -> Vec<Found> {
        let whole = frames_by(framing, text, usize::MAX);
        for chunk in [1, 2, 5] {
            assert_eq!(frames_by(framing, text, chunk), whole);
        }
        whole
    }

    fn found(text: &str, line: u64, byte: u64) -> Found {
        (text.into(), line, byte, false)
    }

    #[test]
    fn lines() {
        let text = "{\"a\":1}\r\n\n {\"a\":\"]}\"}\n{\"b\":";
        assert_eq!(
            frames(Framing::Lines, text),
            [found("{\"a\":1}", 1, 0), found("{\"a\":\"]}\"}", 3, 11), ("{\"b\":".into(), 4, 22, true)]
        );
        assert_eq!(frames(Framing::Lines, "{\"a\":1}"), [found("{\"a\":1}", 1, 0)]);
    }

    #[test]
    fn elements_of_an_array() {
        let text = "[\n {\"t\":\"a ] } \\\" {\"},\n {\"t\":[1,{\"x\":2}]}\n]";
        assert_eq!(
            frames(Framing::Elements, text),
            [found("{\"t\":\"a ] } \\\" {\"}", 2, 3), found("{\"t\":[1,{\"x\":2}]}", 3, 24)]
        );
        assert!(frames(Framing::Elements, "[{\"a\":1},{\"b\"")[1].3);
        assert!(frames(Framing::Elements, "[]").is_empty());
    }

    #[test]
    fn members_of_the_arrays_of_an_object() {
        let text = "{\"meta\":{\"n\":{\"x\":1}},\"tweets\":[{\"a\":1},\n{\"a\":2}],\"z\":[]}";
        assert_eq!(frames(Framing::Members, text), [found("{\"a\":1}", 1, 32), found("{\"a\":2}", 2, 41)]);
    }

    #[test]
    fn values_over_several_lines() {
        assert_eq!(
            frames(Framing::Values, "{\n\"a\":1\n}\n{}"),
            [found("{\n\"a\":1\n}", 1, 0), found("{}", 4, 10)]
        );
    }

    #[test]
    fn layouts_are_told_apart() {
        let sniff = |text: &str| sniff(text.as_bytes(), |t| memchr::memmem::find(t, b"tweets").is_some());
        assert_eq!(sniff("{\"a\":1}\n{\"a\":2}\n"), Some(Framing::Lines));
        assert_eq!(sniff("{\"a\":1}"), Some(Framing::Lines));
        assert_eq!(sniff("[{\"a\":1}]"), Some(Framing::Elements));
        assert_eq!(sniff("{\"a\":\"}{\"} {\"a\":2}"), Some(Framing::Values));
        assert_eq!(sniff("{\n \"a\": 1\n}\n"), Some(Framing::Values));
        assert_eq!(sniff("{\n \"tweets\": [\n{"), Some(Framing::Members));
        assert_eq!(sniff("[draft] title,text\n"), None);
        assert_eq!(sniff("{name},text\n"), None);
    }
}
