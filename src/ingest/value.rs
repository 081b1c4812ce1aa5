//! A JSON value that borrows its text from the record it was read from.
//!
//! Most strings of an export hold no escape, so most of a record is never copied; object members keep their order and
//! cost no tree. `serde_json` does the reading.

use super::mojibake;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
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
    /// What `serde_json` says of text that is no JSON, or nested deeper than 128 levels.
    pub fn parse(text: &'a str) -> serde_json::Result<Value<'a>> {
        serde_json::from_str(text)
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

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

/// Text borrowed from the record wherever it holds no escape.
struct Text<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
            fn visit_string<E>(self, text: String) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text)))
            }
        }
        deserializer.deserialize_str(TextVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_u64<E>(self, whole: u64) -> Result<Value<'de>, E> {
        Ok(Value::Whole(whole))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value<'de>, E> {
        Ok(u64::try_from(number).map_or(Value::Number(number as f64), Value::Whole))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::String(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::String(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Value<'de>, E> {
        Ok(Value::String(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value<'de>, A::Error> {
        let mut all = Vec::new();
        while let Some(element) = elements.next_element()? {
            all.push(element);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value<'de>, A::Error> {
        let mut all = Vec::new();
        while let Some((Text(key), value)) = members.next_entry()? {
            all.push((key, value));
        }
        Ok(Value::Object(all))
    }
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
    fn text_encoded_twice_is_mended_wherever_it_stands() {
        let mut value =
            Value::parse(r#"{"a":["Zo\u00c3\u00a9",{"b":"\u00f0\u009f\u0098\u0080"}],"c":"Zoé"}"#).unwrap();
        assert_eq!(value.mend(), 2);
        assert_eq!(value.to_string(), r#"{"a":["Zoé",{"b":"😀"}],"c":"Zoé"}"#);
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
}
