//! Networks written line by line: cuts lines out of slices, and lines into words.

use super::decode::FieldDecoder;
use super::delimited::Span;
use super::graph_items::{Parser, Sink};
use super::sniff::Encoding;
use crate::error::Result;
use crate::limits;
use memchr::memchr2;
use std::fmt::Debug;

/// A format of which every line makes sense by itself, or after those above it.
pub trait Lines: Debug {
    /// Reads a line, without its end.
    fn line(&mut self, text: &str, line: u64, sink: &mut dyn Sink) -> Result<()>;

    /// Does what had to wait for the end of the file.
    fn end(&mut self, _sink: &mut dyn Sink) -> Result<()> {
        Ok(())
    }
}

/// Feeds a format of lines by slices. Lines end with LF, CRLF or CR.
#[derive(Debug)]
pub struct LineParser<F> {
    format: F,
    decoder: FieldDecoder,
    partial: Vec<u8>,
    too_long: bool,
    after_cr: bool,
    line: u64,
}

impl<F: Lines> LineParser<F> {
    /// A parser at the beginning of a file.
    pub fn new(format: F, encoding: Option<Encoding>) -> Self {
        LineParser {
            format,
            decoder: FieldDecoder::new(encoding),
            partial: Vec::new(),
            too_long: false,
            after_cr: false,
            line: 0,
        }
    }

    fn keep(&mut self, part: &[u8]) {
        if self.too_long || self.partial.len() + part.len() > limits::RECORD_BYTES {
            self.too_long = true;
            self.partial = Vec::new();
        } else {
            self.partial.extend_from_slice(part);
        }
    }

    fn emit(&mut self, whole: Option<&[u8]>, sink: &mut dyn Sink) -> Result<()> {
        self.line += 1;
        if std::mem::take(&mut self.too_long) {
            sink.fault(self.line, "row.too_long", "");
            return Ok(());
        }
        let bytes = whole.unwrap_or(&self.partial);
        let all = [Span::all(bytes)];
        let decoded = self.decoder.decode(bytes, &all);
        if decoded.damaged {
            sink.damaged();
        }
        self.format.line(decoded.text, self.line, sink)?;
        self.partial.clear();
        Ok(())
    }
}

impl<F: Lines> Parser for LineParser<F> {
    fn push(&mut self, mut rest: &[u8], sink: &mut dyn Sink) -> Result<()> {
        while let Some(&first) = rest.first() {
            if std::mem::take(&mut self.after_cr) && first == b'\n' {
                rest = &rest[1..];
                continue;
            }
            let Some(at) = memchr2(b'\n', b'\r', rest) else {
                self.keep(rest);
                break;
            };
            let (part, tail) = rest.split_at(at);
            if self.partial.is_empty() && !self.too_long && part.len() <= limits::RECORD_BYTES {
                self.emit(Some(part), sink)?;
            } else {
                self.keep(part);
                self.emit(None, sink)?;
            }
            self.after_cr = tail.first() == Some(&b'\r');
            rest = &tail[1..];
        }
        Ok(())
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> Result<()> {
        if !self.partial.is_empty() || self.too_long {
            self.emit(None, sink)?;
        }
        self.format.end(sink)
    }

    fn decoder(&self) -> &FieldDecoder {
        &self.decoder
    }
}

/// Words of a line: parted by blanks, or enclosed in `"` or `'`. Quotes inside a word are part of it.
pub fn words(text: &str) -> Words<'_> {
    Words { rest: text, separator: None, unclosed: [false; 2] }
}

/// Cells of a line: parted by a character, blanks around them left out, enclosed in `"` or `'` or not.
pub fn cells(text: &str, separator: char) -> Words<'_> {
    Words { rest: text, separator: Some(separator), unclosed: [false; 2] }
}

/// See [`words`] and [`cells`].
#[derive(Debug, Clone)]
pub struct Words<'a> {
    rest: &'a str,
    separator: Option<char>,
    /// Nothing behind closes a `"`, or a `'`: no need to look again.
    unclosed: [bool; 2],
}

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let separator = self.separator;
        let blank = |c: char| c.is_whitespace() && Some(c) != separator;
        if self.separator.is_none() {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() {
                return None;
            }
        } else if self.rest == "\u{0}" {
            return None;
        } else {
            self.rest = self.rest.trim_start_matches(blank);
        }
        let quote = self.rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        if let Some(quote) = quote
            && let Some(length) = self.closing(quote)
        {
            let word = &self.rest[1..=length];
            self.rest = &self.rest[length + 2..];
            if let Some(separator) = self.separator {
                let rest = self.rest.trim_start_matches(blank);
                self.rest = rest.strip_prefix(separator).unwrap_or("\u{0}");
            }
            return Some(word);
        }
        let end = match self.separator {
            Some(separator) => self.rest.find(separator),
            None => self.rest.find(char::is_whitespace),
        };
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = match (self.separator, end) {
            (Some(separator), Some(_)) => rest.strip_prefix(separator).unwrap_or(rest),
            (Some(_), None) => "\u{0}",
            (None, _) => rest,
        };
        Some(word.trim())
    }
}

impl Words<'_> {
    /// Length of a text in quotes, where they close and a separator or the end follows.
    fn closing(&mut self, quote: char) -> Option<usize> {
        let unclosed = &mut self.unclosed[usize::from(quote == '"')];
        let inner = self.rest.get(1..).filter(|_| !*unclosed)?;
        let mut from = 0;
        loop {
            let Some(next) = inner[from..].find(quote) else {
                *unclosed = true;
                return None;
            };
            let at = from + next;
            let after = inner[at + 1..].chars().next();
            let closes = match (after, self.separator) {
                (None, _) => true,
                (Some(c), Some(separator)) => c == separator || c.is_whitespace(),
                (Some(c), None) => c.is_whitespace(),
            };
            if closes {
                return Some(at);
            }
            from = at + 1;
        }
    }
}

/// The beginning of a text, for a receipt.
pub fn beginning(text: &str) -> String {
    text.chars().take(limits::EXCERPT_CHARS + 1).collect()
}

/// A number as a text of digits, of either sign: what weights look like.
pub fn number(word: &str) -> Option<f64> {
    let plain = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    if plain { word.parse::<f64>().ok().filter(|n| n.is_finite()) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_cells() {
        let list = |text: &'static str| words(text).collect::<Vec<_>>();
        assert_eq!(list(" 1 \"Caf\u{e9} Lumen\"\t0.1 "), ["1", "Caf\u{e9} Lumen", "0.1"]);
        assert_eq!(list("1 \"L'atelier\" d'or \"x"), ["1", "L'atelier", "d'or", "\"x"]);
        assert_eq!(list("   "), Vec::<&str>::new());
        let row = |text: &'static str| cells(text, ',').collect::<Vec<_>>();
        assert_eq!(row("a, 'b, c' ,,\"d\",e 'f'"), ["a", "b, c", "", "d", "e 'f'"]);
        assert_eq!(row("a,"), ["a", ""]);
        assert_eq!(row(""), [""]);
        assert_eq!(cells("a\t\tb", '\t').collect::<Vec<_>>(), ["a", "", "b"]);
    }

    #[test]
    fn quotes_that_never_close_cost_no_time() {
        let text = "\"a ".repeat(1 << 20);
        assert_eq!(words(&text).count(), 1 << 20);
        assert_eq!(cells(&"'a,".repeat(1 << 20), ',').count(), (1 << 20) + 1);
    }

    #[derive(Debug, Default)]
    struct Told(Vec<(u64, String)>);

    impl Lines for Told {
        fn line(&mut self, text: &str, line: u64, _: &mut dyn Sink) -> Result<()> {
            self.0.push((line, text.into()));
            Ok(())
        }
    }

    #[test]
    fn lines_whatever_their_ends_and_the_slices() {
        for chunk in [1, 2, 3, 100] {
            let mut parser = LineParser::new(Told::default(), None);
            let mut seen = super::super::graph_items::Seen::default();
            for slice in b"a\r\n\r\nb\rc\n\nd".chunks(chunk) {
                parser.push(slice, &mut seen).unwrap();
            }
            parser.finish(&mut seen).unwrap();
            let told: Vec<_> = parser.format.0.iter().map(|(n, t)| (*n, t.as_str())).collect();
            assert_eq!(told, [(1, "a"), (2, ""), (3, "b"), (4, "c"), (5, ""), (6, "d")]);
        }
    }
}
