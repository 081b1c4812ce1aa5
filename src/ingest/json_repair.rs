//! Mends what keeps one record from being JSON although its meaning is plain: `NaN`, `Infinity`, `1e999`, a lone
//! surrogate, a line break or another control character inside a text.

/// What was mended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Repairs {
    /// Numbers that JSON cannot hold, now `null`.
    pub numbers: u32,
    /// Halves of surrogate pairs, now U+FFFD.
    pub surrogates: u32,
    /// Control characters that stood bare in a text, now escaped.
    pub controls: u32,
}

/// Escapes of the control characters, by their number.
const CONTROLS: [&str; 32] = [
    "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007", "\\b", "\\t",
    "\\n", "\\u000b", "\\f", "\\r", "\\u000e", "\\u000f", "\\u0010", "\\u0011", "\\u0012", "\\u0013",
    "\\u0014", "\\u0015", "\\u0016", "\\u0017", "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c",
    "\\u001d", "\\u001e", "\\u001f",
];

/// Returns the record mended, or `None` when there was nothing to mend.
pub fn repair(record: &str) -> Option<(String, Repairs)> {
    let bytes = record.as_bytes();
    let mut out = String::with_capacity(record.len());
    let mut repairs = Repairs::default();
    let mut copied = 0;
    let mut at = 0;
    let mut in_string = false;
    while at < bytes.len() {
        let here = at;
        let mut replacement = None;
        match bytes[at] {
            b'"' => {
                in_string = !in_string;
                at += 1;
            }
            b'\\' if in_string => {
                if let Some(unit) = escape_unit(bytes, at) {
                    at += 6;
                    if (0xD800..0xDC00).contains(&unit) {
                        if escape_unit(bytes, at).is_some_and(|low| (0xDC00..0xE000).contains(&low)) {
                            at += 6;
                        } else {
                            replacement = Some("\\ufffd");
                        }
                    } else if (0xDC00..0xE000).contains(&unit) {
                        replacement = Some("\\ufffd");
                    }
                } else {
                    at += 2;
                }
                repairs.surrogates += u32::from(replacement.is_some());
            }
            byte @ 0..0x20 if in_string => {
                at += 1;
                repairs.controls += 1;
                replacement = Some(CONTROLS[usize::from(byte)]);
            }
            _ if in_string => at += 1,
            b'-' | b'0'..=b'9' | b'N' | b'I' | b'n' | b'i' | b'+' => {
                while at < bytes.len()
                    && (bytes[at].is_ascii_alphanumeric() || matches!(bytes[at], b'+' | b'-' | b'.'))
                {
                    at += 1;
                }
                if unreadable_number(&record[here..at]) {
                    replacement = Some("null");
                    repairs.numbers += 1;
                }
            }
            _ => at += 1,
        }
        if let Some(text) = replacement {
            out.push_str(&record[copied..here]);
            out.push_str(text);
            copied = at;
        }
    }
    if repairs == Repairs::default() {
        return None;
    }
    out.push_str(&record[copied..]);
    Some((out, repairs))
}

fn unreadable_number(token: &str) -> bool {
    let word = token.trim_start_matches(['-', '+']);
    if word.eq_ignore_ascii_case("nan")
        || word.eq_ignore_ascii_case("infinity")
        || word.eq_ignore_ascii_case("inf")
    {
        return true;
    }
    word.starts_with(|c: char| c.is_ascii_digit()) && token.parse::<f64>().is_ok_and(f64::is_infinite)
}

/// The code unit of `\uXXXX` at a place.
fn escape_unit(bytes: &[u8], at: usize) -> Option<u32> {
    let escape = bytes.get(at..at + 6)?;
    if escape[0] != b'\\' || escape[1] != b'u' {
        return None;
    }
    escape[2..].iter().try_fold(0, |unit, &b| Some(unit * 16 + char::from(b).to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mended_records_are_json() {
        let (text, repairs) = repair(
            r#"{"a":NaN,"b":[-Infinity,1e999,1.5],"c":"NaN \ud83d end","d":"\ud83d\ude00","e":"\\ud83d"}"#,
        )
        .unwrap();
        assert_eq!(repairs, Repairs { numbers: 3, surrogates: 1, controls: 0 });
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["b"], serde_json::json!([null, null, 1.5]));
        assert_eq!(value["c"], "NaN \u{fffd} end");
        assert_eq!(value["d"], "\u{1f600}");
        assert_eq!(value["e"], "\\ud83d");
    }

    #[test]
    fn bare_control_characters_are_escaped() {
        let (text, repairs) = repair("{\"a\":\"one\ttwo\nthree\",\n\"b\":1}").unwrap();
        assert_eq!(repairs.controls, 2);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["a"], "one\ttwo\nthree");
    }

    #[test]
    fn sound_records_are_left_alone() {
        assert_eq!(repair(r#"{"a":1,"b":"Infinity","c":null}"#), None);
        assert_eq!(repair("{\"a\":"), None);
    }
}
