//! Reads a JSON value in one pass: containers are allocated once, at their size, and strings are copied only where they
//! hold escapes.

use super::json_scan::string_stop;
use super::value::{Invalid, Repairs, Value};
use crate::limits;
use std::borrow::Cow;

impl<'a> Value<'a> {
    /// Reads one value that spans the whole text.
    ///
    /// # Errors
    /// Where the text is no JSON, or is nested deeper than [`limits::JSON_DEPTH`](crate::limits::JSON_DEPTH).
    pub fn parse(text: &'a str) -> Result<Value<'a>, Invalid> {
        Self::read(text).map(|(value, _)| value)
    }

    /// As [`Value::parse`], and what was mended.
    ///
    /// # Errors
    /// As [`Value::parse`].
    pub fn read(text: &'a str) -> Result<(Value<'a>, Repairs), Invalid> {
        read(text)
    }
}

/// Reads one value that spans the whole text, and what was mended.
fn read(text: &str) -> Result<(Value<'_>, Repairs), Invalid> {
    let mut parser = Parser {
        text,
        bytes: text.as_bytes(),
        at: 0,
        repairs: Repairs::default(),
        too_deep: false,
        elements: Vec::new(),
        members: Vec::new(),
    };
    let value = parser.value(0).and_then(|value| {
        parser.blanks();
        (parser.at == parser.bytes.len()).then_some(value)
    });
    value.map(|value| (value, parser.repairs)).ok_or(Invalid { byte: parser.at, too_deep: parser.too_deep })
}

struct Parser<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    repairs: Repairs,
    too_deep: bool,
    /// Elements of the arrays that are open, and members of the objects: each container takes its own off the end, so
    /// that it is allocated once, at its size.
    elements: Vec<Value<'a>>,
    members: Vec<(Cow<'a, str>, Value<'a>)>,
}

impl<'a> Parser<'a> {
    #[inline]
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    #[inline]
    fn blanks(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        self.blanks();
        match self.peek() {
            b'"' => self.string().map(Value::String),
            b'{' => self.object(depth),
            b'[' => self.array(depth),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' if self.bytes[self.at..].starts_with(b"null") => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Option<Value<'a>> {
        let found = self.bytes[self.at..].starts_with(word.as_bytes());
        self.at += if found { word.len() } else { 0 };
        found.then_some(value)
    }

    fn object(&mut self, depth: usize) -> Option<Value<'a>> {
        if depth >= limits::JSON_DEPTH {
            self.too_deep = true;
            return None;
        }
        self.at += 1;
        let from = self.members.len();
        self.blanks();
        if self.peek() == b'}' {
            self.at += 1;
            return Some(Value::Object(Vec::new()));
        }
        loop {
            self.blanks();
            if self.peek() != b'"' {
                return None;
            }
            let key = self.string()?;
            self.blanks();
            if self.peek() != b':' {
                return None;
            }
            self.at += 1;
            let value = self.value(depth + 1)?;
            self.members.push((key, value));
            self.blanks();
            match self.peek() {
                b',' => self.at += 1,
                b'}' => {
                    self.at += 1;
                    return Some(Value::Object(self.members.drain(from..).collect()));
                }
                _ => return None,
            }
        }
    }

    fn array(&mut self, depth: usize) -> Option<Value<'a>> {
        if depth >= limits::JSON_DEPTH {
            self.too_deep = true;
            return None;
        }
        self.at += 1;
        let from = self.elements.len();
        self.blanks();
        if self.peek() == b']' {
            self.at += 1;
            return Some(Value::Array(Vec::new()));
        }
        loop {
            let value = self.value(depth + 1)?;
            self.elements.push(value);
            self.blanks();
            match self.peek() {
                b',' => self.at += 1,
                b']' => {
                    self.at += 1;
                    return Some(Value::Array(self.elements.drain(from..).collect()));
                }
                _ => return None,
            }
        }
    }

    #[inline]
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let start = self.at + 1;
        let Some(end) = string_stop(self.bytes, start) else {
            self.at = self.bytes.len();
            return None;
        };
        if self.bytes[end] == b'"' {
            self.at = end + 1;
            return self.text.get(start..end).map(Cow::Borrowed);
        }
        self.escaped(start, end).map(Cow::Owned)
    }

    /// A string that has escapes; the first one is at `end`.
    fn escaped(&mut self, start: usize, mut end: usize) -> Option<String> {
        let mut out = String::new();
        let mut from = start;
        loop {
            out.push_str(self.text.get(from..end)?);
            self.at = end;
            if self.bytes[end] == b'"' {
                self.at = end + 1;
                return Some(out);
            }
            from = end + 2;
            match self.bytes.get(end + 1)? {
                b'n' => out.push('\n'),
                b't' => out.push('\t'),
                b'r' => out.push('\r'),
                b'b' => out.push('\u{8}'),
                b'f' => out.push('\u{c}'),
                byte @ (b'"' | b'\\' | b'/') => out.push(char::from(*byte)),
                b'u' => {
                    let unit = self.unit(end)?;
                    from = end + 6;
                    let character = match unit {
                        0xD800..0xDC00 => {
                            match self.unit(from).filter(|low| (0xDC00..0xE000).contains(low)) {
                                Some(low) => {
                                    from += 6;
                                    char::from_u32(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
                                }
                                None => None,
                            }
                        }
                        unit => char::from_u32(unit),
                    };
                    self.repairs.surrogates += u32::from(character.is_none());
                    out.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                _ => return None,
            }
            let Some(next) = string_stop(self.bytes, from) else {
                self.at = self.bytes.len();
                return None;
            };
            end = next;
        }
    }

    /// The code unit of `\uXXXX` at a place.
    fn unit(&self, at: usize) -> Option<u32> {
        let escape = self.bytes.get(at..at + 6)?;
        if escape[0] != b'\\' || escape[1] != b'u' {
            return None;
        }
        escape[2..].iter().try_fold(0, |unit, &b| Some(unit * 16 + char::from(b).to_digit(16)?))
    }

    fn number(&mut self) -> Option<Value<'a>> {
        let start = self.at;
        let part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
        let length = self.bytes.get(start..)?.iter().take_while(|b| part(b)).count();
        let token = self.text.get(start..start + length)?;
        self.at += length;
        if (1..=19).contains(&length) && token.bytes().all(|b| b.is_ascii_digit()) {
            // No nineteen digits are too many.
            let whole = token.bytes().fold(0, |n: u64, b| n * 10 + u64::from(b - b'0'));
            return Some(Value::Whole(whole));
        }
        if is_number(token.strip_prefix('-').unwrap_or(token)) {
            if let Ok(whole) = token.parse() {
                return Some(Value::Whole(whole));
            }
            if let Some(number) = token.parse().ok().filter(|n: &f64| n.is_finite()) {
                return Some(Value::Number(number));
            }
        } else {
            let word = token.trim_start_matches(['-', '+']);
            if !["nan", "infinity", "inf"].iter().any(|w| word.eq_ignore_ascii_case(w)) {
                self.at = start;
                return None;
            }
        }
        self.repairs.numbers += 1;
        Some(Value::Null)
    }
}

/// Whether a token is a number of JSON, its sign taken off.
fn is_number(token: &str) -> bool {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let (mantissa, exponent) = match token.find(['e', 'E']) {
        Some(at) => (&token[..at], Some(&token[at + 1..])),
        None => (token, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)))
}
