//! A JSON value that borrows its text from the record it was read from.
//!
//! Most strings of an export hold no escape, so most of a record is never copied; object members keep their order and
//! cost no tree. What keeps a record from being JSON although its meaning is plain is mended while reading, and
//! counted: `NaN`, `Infinity`, `1e999`, half of a surrogate pair.

use super::json_scan::string_stop;
use super::mojibake;
use crate::limits;
use std::borrow::Cow;
use std::fmt;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number that is not negative: exact, so that ids written as numbers survive.
    Whole(u64),
    /// Any other number.
    Number(f64),
    /// Text.
    String(Cow<'a, str>),
    /// A list.
    Array(Vec<Value<'a>>),
    /// Members in the order of the text. Of two members with one name the last counts.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// Reads one value that spans the whole text.
    ///
    /// # Errors
    /// Where the text is no JSON, or is nested deeper than [`limits::JSON_DEPTH`].
    pub fn parse(text: &'a str) -> Result<Value<'a>, Invalid> {
        Self::read(text).map(|(value, _)| value)
    }

    /// As [`Value::parse`], and what was mended.
    ///
    /// # Errors
    /// As [`Value::parse`].
    pub fn read(text: &'a str) -> Result<(Value<'a>, Repairs), Invalid> {
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
        value
            .map(|value| (value, parser.repairs))
            .ok_or(Invalid { byte: parser.at, too_deep: parser.too_deep })
    }

    /// A member of an object.
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        self.members().iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// A member of a member, and so on.
    pub fn at(&self, path: &[&str]) -> Option<&Value<'a>> {
        path.iter().try_fold(self, |value, key| value.get(key))
    }

    /// The members of an object; none for anything else.
    pub fn members(&self) -> &[(Cow<'a, str>, Value<'a>)] {
        if let Value::Object(members) = self { members } else { &[] }
    }

    /// The elements of an array; none for anything else.
    pub fn elements(&self) -> &[Value<'a>] {
        if let Value::Array(elements) = self { elements } else { &[] }
    }

    /// The elements, where it is an array.
    pub fn as_array(&self) -> Option<&[Value<'a>]> {
        if let Value::Array(elements) = self { Some(elements) } else { None }
    }

    /// The text, where it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(text) = self { Some(text) } else { None }
    }

    /// The truth value, where it is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(truth) = self { Some(*truth) } else { None }
    }

    /// The number, where it is one.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Value::Whole(whole) => Some(*whole as f64),
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The whole number, where it is one and not negative.
    pub fn as_u64(&self) -> Option<u64> {
        if let Value::Whole(whole) = self { Some(*whole) } else { None }
    }

    /// Mends every text in it that was encoded twice. Returns how many there were.
    pub fn mend(&mut self) -> u32 {
        match self {
            Value::String(text) => match mojibake::repair(text) {
                Some(mended) => {
                    *text = Cow::Owned(mended);
                    1
                }
                None => 0,
            },
            Value::Array(elements) => elements.iter_mut().map(Value::mend).sum(),
            Value::Object(members) => members.iter_mut().map(|(_, value)| value.mend()).sum(),
            _ => 0,
        }
    }

    /// Whether it is an object.
    pub fn is_object(&self) -> bool {
        matches!(self, Value::Object(_))
    }

    /// Whether it is an array.
    pub fn is_array(&self) -> bool {
        matches!(self, Value::Array(_))
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }
}

/// JSON text, for excerpts.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => f.write_str("null"),
            Value::Bool(truth) => write!(f, "{truth}"),
            Value::Whole(whole) => write!(f, "{whole}"),
            Value::Number(number) => write!(f, "{number}"),
            Value::String(text) => quoted(text, f),
            Value::Array(elements) => {
                f.write_str("[")?;
                for (i, element) in elements.iter().enumerate() {
                    write!(f, "{}{element}", if i > 0 { "," } else { "" })?;
                }
                f.write_str("]")
            }
            Value::Object(members) => {
                f.write_str("{")?;
                for (i, (key, value)) in members.iter().enumerate() {
                    f.write_str(if i > 0 { "," } else { "" })?;
                    quoted(key, f)?;
                    write!(f, ":{value}")?;
                }
                f.write_str("}")
            }
        }
    }
}

fn quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(&serde_json::to_string(text).map_err(|_| fmt::Error)?)
}

/// What was mended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Repairs {
    /// Numbers that JSON cannot hold, now `null`.
    pub numbers: u32,
    /// Halves of surrogate pairs, now U+FFFD.
    pub surrogates: u32,
}

/// Where a text stops being JSON, in bytes from its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invalid {
    /// Place of the first byte that cannot stand there.
    pub byte: usize,
    /// Whether it is only nested deeper than [`limits::JSON_DEPTH`].
    pub too_deep: bool,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_as_they_were_written() {
        let text =
            r#"{"id":1234567890123456789,"a":[null,true,-1.5],"t":"caf\u00e9 \"x\"","__proto__":{"b":2}}"#;
        let value = Value::parse(text).unwrap();
        assert_eq!(value.get("id").and_then(Value::as_u64), Some(1_234_567_890_123_456_789));
        assert_eq!(value.get("a").unwrap().elements()[2].as_f64(), Some(-1.5));
        assert_eq!(value.get("t").and_then(Value::as_str), Some("café \"x\""));
        assert_eq!(value.at(&["__proto__", "b"]).and_then(Value::as_u64), Some(2));
        assert_eq!(
            value.to_string(),
            r#"{"id":1234567890123456789,"a":[null,true,-1.5],"t":"café \"x\"","__proto__":{"b":2}}"#
        );
    }

    #[test]
    fn of_two_members_with_one_name_the_last_counts() {
        assert_eq!(Value::parse(r#"{"a":1,"a":2}"#).unwrap().get("a"), Some(&Value::Whole(2)));
    }

    #[test]
    fn strings_without_escapes_are_borrowed() {
        let Value::String(text) = Value::parse("\"plain\"").unwrap() else { panic!("no text") };
        assert!(matches!(text, Cow::Borrowed(_)));
    }

    #[test]
    fn jsn_3_what_is_plain_is_mended_and_counted() {
        let text = r#"{"a":NaN,"b":[-Infinity,1e999,1.5],"c":"NaN \ud83d end \udc00","d":"\ud83d\ude00","e":"\\ud83d"}"#;
        let (value, repairs) = Value::read(text).unwrap();
        assert_eq!(repairs, Repairs { numbers: 3, surrogates: 2 });
        assert_eq!(value.get("b").unwrap().to_string(), "[null,null,1.5]");
        assert_eq!(value.get("c").and_then(Value::as_str), Some("NaN \u{fffd} end \u{fffd}"));
        assert_eq!(value.get("d").and_then(Value::as_str), Some("\u{1f600}"));
        assert_eq!(value.get("e").and_then(Value::as_str), Some("\\ud83d"));
    }

    #[test]
    fn what_is_no_json_says_where() {
        for (text, byte) in [
            ("{\"a\":", 5),
            ("{\"a\" 1}", 5),
            ("[1,]", 3),
            ("{\"a\":1} x", 8),
            ("\"abc", 4),
            ("01x", 0),
            ("", 0),
            ("nul", 0),
            ("\"\\q\"", 1),
            ("{'a':1}", 1),
        ] {
            assert_eq!(Value::parse(text).unwrap_err(), Invalid { byte, too_deep: false }, "{text}");
        }
        let deep = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
        assert!(Value::parse(&deep(128)).is_ok());
        assert!(Value::parse(&deep(129)).is_err());
    }

    #[test]
    fn strings_of_every_length_end_where_they_end() {
        for length in 0..40 {
            let inside = "é".repeat(length);
            let text = format!("[\"{inside}\",\"{inside}\\n\"]");
            let value = Value::parse(&text).unwrap();
            let list = value.as_array().unwrap();
            assert_eq!(list[0].as_str(), Some(&*inside));
            assert_eq!(list[1].as_str(), Some(&*format!("{inside}\n")));
        }
    }

    #[test]
    fn text_encoded_twice_is_mended_wherever_it_stands() {
        let text = r#"{"a":["Zo\u00c3\u00a9",{"b":"\u00f0\u009f\u0098\u0080"}],"c":"Zoé"}"#;
        let mut value = Value::parse(text).unwrap();
        assert_eq!(value.mend(), 2);
        assert_eq!(value.to_string(), r#"{"a":["Zoé",{"b":"😀"}],"c":"Zoé"}"#);
    }

    #[test]
    fn nesting_has_a_limit() {
        let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        assert!(Value::parse(&nested(limits::JSON_DEPTH)).is_ok());
        assert!(Value::parse(&nested(limits::JSON_DEPTH + 1)).unwrap_err().too_deep);
        assert!(!Value::parse("[1,]").unwrap_err().too_deep);
    }
}
