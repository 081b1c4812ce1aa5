//! Streams one JSON document and hands over the values at given paths, without ever holding the document.
//!
//! A path is written `chats.list[].messages[]`: names of members, `[]` for every element of an array, `*` for any
//! member, `**` for any number of levels (arrays included). Of a value that lies at a path, the parts are not looked
//! at again. Everything else is passed over.

use super::json::RawValue;
use super::json_scan::Scan;
use crate::error::Result;
use crate::limits;
use memchr::memchr2;

/// Names longer than this match nothing but `*`.
const NAME_BYTES: usize = 256;

/// Where values go, with the number of the path that they lie at.
pub type PathSink<'s> = dyn FnMut(usize, RawValue<'_>) -> Result<()> + 's;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Name(Vec<u8>),
    AnyName,
    Element,
    AnyDepth,
}

#[derive(Debug, Clone)]
enum Level {
    /// Inside an object, at the member of that name.
    Member(Vec<u8>),
    /// Inside an array.
    Element,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expect {
    Value,
    Name,
    Other,
}

/// Cuts a document into the values at given paths.
#[derive(Debug)]
pub struct PathFramer {
    paths: Vec<Vec<Step>>,
    levels: Vec<Level>,
    /// Levels deeper than the limit are only counted.
    too_deep: usize,
    expect: Expect,
    in_string: bool,
    escaped: bool,
    /// The name of a member is being read.
    name: Option<Vec<u8>>,
    /// The value that is being kept: its path, and how deep it stands.
    inside: Option<(usize, usize)>,
    /// Inside a kept number or word, which ends with whatever follows it.
    bare: bool,
    depth: usize,
    record: Vec<u8>,
    too_long: bool,
    line: u64,
    byte: u64,
    start: (u64, u64),
}

impl PathFramer {
    /// A framer at the beginning of a document.
    pub fn new(paths: &[&str]) -> Self {
        PathFramer {
            paths: paths.iter().map(|path| steps(path)).collect(),
            levels: Vec::new(),
            too_deep: 0,
            expect: Expect::Value,
            in_string: false,
            escaped: false,
            name: None,
            inside: None,
            bare: false,
            depth: 0,
            record: Vec::new(),
            too_long: false,
            line: 1,
            byte: 0,
            start: (1, 0),
        }
    }

    /// Reads a slice; every value that it completes goes to `sink`.
    pub fn push(&mut self, bytes: &[u8], sink: &mut PathSink<'_>) -> Result<()> {
        let mut at = 0;
        let mut from = 0;
        while at < bytes.len() {
            if let Some(kept) = self.depth_of_kept().filter(|kept| self.depth > *kept) {
                // What a kept value holds is read later: only its end counts here.
                let mut scan = Scan { depth: self.depth, in_string: self.in_string, escaped: self.escaped };
                let end = scan.close(&bytes[at..], kept).map_or(bytes.len(), |end| at + end);
                self.line += memchr::memchr_iter(b'\n', &bytes[at..end]).count() as u64;
                (self.depth, self.in_string, self.escaped) = (scan.depth, scan.in_string, scan.escaped);
                at = end;
                if self.depth == kept {
                    self.keep(&bytes[from..at]);
                    self.expect = Expect::Other;
                    self.emit(false, sink)?;
                }
                continue;
            }
            if self.in_string && !self.escaped {
                let jump = memchr2(b'"', b'\\', &bytes[at..]).unwrap_or(bytes.len() - at);
                self.line += memchr::memchr_iter(b'\n', &bytes[at..at + jump]).count() as u64;
                if let Some(name) = &mut self.name
                    && name.len() <= NAME_BYTES
                {
                    name.extend_from_slice(&bytes[at..at + jump]);
                }
                at += jump;
                if at == bytes.len() {
                    break;
                }
            }
            let byte = bytes[at];
            self.line += u64::from(byte == b'\n');
            if self.bare && matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\r' | b'\n') {
                self.keep(&bytes[from..at]);
                self.bare = false;
                self.emit(false, sink)?;
            }
            if self.in_string {
                self.string_byte(byte);
                if !self.in_string && self.depth_of_kept() == Some(self.depth) {
                    self.keep(&bytes[from..=at]);
                    self.emit(false, sink)?;
                }
                at += 1;
                continue;
            }
            match byte {
                b'"' if self.expect == Expect::Name && self.inside.is_none() => {
                    self.in_string = true;
                    self.name = Some(Vec::new());
                }
                b'"' => {
                    if self.expect == Expect::Value {
                        self.begin(at, &mut from);
                    }
                    self.in_string = true;
                    self.expect = Expect::Other;
                }
                b'{' | b'[' => {
                    self.begin(at, &mut from);
                    self.open(byte == b'[');
                }
                b'}' | b']' => {
                    self.close();
                    if self.depth_of_kept() == Some(self.depth) {
                        self.keep(&bytes[from..=at]);
                        self.emit(false, sink)?;
                    }
                }
                b',' => {
                    self.expect = match self.levels.last() {
                        Some(Level::Member(_)) if self.too_deep == 0 => Expect::Name,
                        _ => Expect::Value,
                    };
                }
                b':' => self.expect = Expect::Value,
                b' ' | b'\t' | b'\r' | b'\n' => {}
                _ if self.expect == Expect::Value => {
                    let kept = self.inside.is_some();
                    self.begin(at, &mut from);
                    self.bare = !kept && self.inside.is_some();
                    self.expect = Expect::Other;
                }
                _ => {}
            }
            at += 1;
        }
        if self.inside.is_some() {
            self.keep(&bytes[from..]);
        }
        self.byte += bytes.len() as u64;
        Ok(())
    }

    /// Gives what is left once the file has ended. Returns whether the document was whole.
    pub fn finish(&mut self, sink: &mut PathSink<'_>) -> Result<bool> {
        let whole = self.depth == 0 && !self.in_string;
        if self.inside.is_some() {
            let cut = !self.bare;
            self.emit(cut, sink)?;
        }
        Ok(whole)
    }

    fn string_byte(&mut self, byte: u8) {
        match byte {
            _ if self.escaped => {
                self.escaped = false;
                if let Some(name) = &mut self.name {
                    name.push(byte);
                }
            }
            b'\\' => self.escaped = true,
            b'"' => {
                self.in_string = false;
                if let (Some(name), Some(Level::Member(held))) = (self.name.take(), self.levels.last_mut()) {
                    *held = name;
                    self.expect = Expect::Other;
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, array: bool) {
        self.depth += 1;
        self.expect = if array { Expect::Value } else { Expect::Name };
        if self.inside.is_some() {
            return;
        }
        if self.levels.len() >= limits::JSON_DEPTH {
            self.too_deep += 1;
            return;
        }
        self.levels.push(if array { Level::Element } else { Level::Member(Vec::new()) });
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.expect = Expect::Other;
        if self.inside.is_some() {
            return;
        }
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else {
            self.levels.pop();
        }
    }

    fn depth_of_kept(&self) -> Option<usize> {
        self.inside.map(|(_, depth)| depth)
    }

    /// A value begins: it is kept when it lies at one of the paths.
    fn begin(&mut self, at: usize, from: &mut usize) {
        if self.inside.is_some() || self.too_deep > 0 {
            return;
        }
        let Some(which) = self.paths.iter().position(|path| matches(path, &self.levels)) else { return };
        self.inside = Some((which, self.depth));
        self.too_long = false;
        self.record.clear();
        self.start = (self.line, self.byte + at as u64);
        *from = at;
    }

    fn keep(&mut self, part: &[u8]) {
        if self.too_long || self.record.len() + part.len() > limits::RECORD_BYTES {
            self.too_long = true;
            self.record = Vec::new();
        } else {
            self.record.extend_from_slice(part);
        }
    }

    fn emit(&mut self, cut: bool, sink: &mut PathSink<'_>) -> Result<()> {
        let Some((which, _)) = self.inside.take() else { return Ok(()) };
        self.bare = false;
        let (line, byte) = self.start;
        let under = match self.levels.first() {
            Some(Level::Member(name)) => &name[..],
            _ => &[],
        };
        let raw =
            RawValue { bytes: self.record.trim_ascii(), line, byte, cut, too_long: self.too_long, under };
        sink(which, raw)
    }
}

fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let name = part.trim_end_matches("[]");
        match name {
            "" => {}
            "*" => steps.push(Step::AnyName),
            "**" => steps.push(Step::AnyDepth),
            _ => steps.push(Step::Name(name.as_bytes().to_vec())),
        }
        for _ in 0..(part.len() - name.len()) / 2 {
            steps.push(Step::Element);
        }
    }
    steps
}

fn matches(path: &[Step], levels: &[Level]) -> bool {
    match (path.split_first(), levels.split_first()) {
        (None, None) => true,
        (Some((Step::AnyDepth, rest)), _) => {
            matches(rest, levels) || levels.split_first().is_some_and(|(_, deeper)| matches(path, deeper))
        }
        (Some((step, rest)), Some((level, deeper))) => {
            let same = match (step, level) {
                (Step::Name(name), Level::Member(held)) => name == held,
                (Step::AnyName, Level::Member(_)) | (Step::Element, Level::Element) => true,
                _ => false,
            };
            same && matches(rest, deeper)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found_by(paths: &[&str], text: &str, chunk: usize) -> (Vec<(usize, String, u64)>, bool) {
        let mut framer = PathFramer::new(paths);
        let mut found = Vec::new();
        let mut sink = |which: usize, raw: RawValue<'_>| {
            found.push((which, String::from_utf8_lossy(raw.bytes).into_owned(), raw.line));
            Ok(())
        };
        for slice in text.as_bytes().chunks(chunk) {
            framer.push(slice, &mut sink).unwrap();
        }
        let whole = framer.finish(&mut sink).unwrap();
        (found, whole)
    }

    fn found(paths: &[&str], text: &str) -> Vec<(usize, String, u64)> {
        let (all, whole) = found_by(paths, text, usize::MAX);
        assert!(whole);
        for chunk in [1, 2, 3, 7] {
            assert_eq!(found_by(paths, text, chunk), (all.clone(), true), "slices of {chunk}");
        }
        all
    }

    #[test]
    fn values_at_paths_are_handed_over_in_order() {
        let text = "{\"name\":\"a \\\"chat\\\"\",\"id\":12,\n\"messages\":[{\"messages\":[1]},\n {\"t\":\"]}\"}],\"x\":{\"name\":1}}";
        let expected = [
            (1, "\"a \\\"chat\\\"\"".to_string(), 1),
            (2, "12".into(), 1),
            (0, "{\"messages\":[1]}".into(), 2),
            (0, "{\"t\":\"]}\"}".into(), 3),
        ];
        assert_eq!(found(&["messages[]", "name", "id"], text), expected);
    }

    #[test]
    fn any_name_and_any_depth() {
        let text = r#"{"Activity":{"Fans":{"FansList":[{"u":1},{"u":2}]}},"b":[{"FansList":[3]}]}"#;
        let all = |paths: &[&str]| found(paths, text).into_iter().map(|f| f.1).collect::<Vec<_>>();
        assert_eq!(all(&["**.FansList[]"]), ["{\"u\":1}", "{\"u\":2}", "3"]);
        assert_eq!(all(&["*.*.FansList[]"]), ["{\"u\":1}", "{\"u\":2}"]);
        assert_eq!(all(&["b[].*[]"]), ["3"]);
        assert!(all(&["nothing[]"]).is_empty());
    }

    #[test]
    fn elements_of_the_root_array_and_scalars() {
        assert_eq!(found(&["[]"], "[1, \"b\" ,[2,3]]").len(), 3);
        assert_eq!(found(&["[].id"], "[{\"id\":7},{\"id\":8 }]").len(), 2);
    }

    #[test]
    fn a_document_cut_short_gives_its_last_value_as_cut() {
        let mut cut = Vec::new();
        let mut framer = PathFramer::new(&["m[]"]);
        let mut sink = |_: usize, raw: RawValue<'_>| {
            cut.push(raw.cut);
            Ok(())
        };
        framer.push(b"{\"m\":[{\"a\":1},{\"b\":", &mut sink).unwrap();
        assert!(!framer.finish(&mut sink).unwrap());
        assert_eq!(cut, [false, true]);
    }
}
