//! A JSON value that borrows its text from the record it was read from.
//!
//! Most strings of an export hold no escape, so most of a record is never copied; object members keep their order and
//! cost no tree. What keeps a record from being JSON although its meaning is plain is mended while reading, and
//! counted: `NaN`, `Infinity`, `1e999`, half of a surrogate pair.

use super::mojibake;
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
    /// Whether it is only nested deeper than [`limits::JSON_DEPTH`](crate::limits::JSON_DEPTH).
    pub too_deep: bool,
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
        assert!(Value::parse(&nested(crate::limits::JSON_DEPTH)).is_ok());
        assert!(Value::parse(&nested(crate::limits::JSON_DEPTH + 1)).unwrap_err().too_deep);
        assert!(!Value::parse("[1,]").unwrap_err().too_deep);
    }
}
