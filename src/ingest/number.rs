//! Counts as people and tools write them: `1 234`, `12,5`, `1.2K`, `3,4 M`, `1,5 Md`, `12 %`. Unknown is not zero.

use super::id::{missing, unguard};

/// What `,` and `.` mean in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NumberStyle {
    /// `,` parts the decimals; otherwise it groups digits.
    pub decimal_comma: bool,
    /// `.` groups digits; otherwise it parts the decimals.
    pub dot_groups: bool,
    /// Nothing in the column tells whether `1,234` (or `1.234`) groups or parts.
    pub ambiguous: bool,
}

impl NumberStyle {
    /// Decides for a column from its first values. Alone, three digits after one mark are read as a group: the
    /// columns are counts.
    pub fn of<'a>(values: impl Iterator<Item = &'a str>) -> Self {
        let (mut comma_decimal, mut comma_group, mut comma_unsure) = (0, 0, 0);
        let (mut dot_decimal, mut dot_group, mut dot_unsure) = (0, 0, 0);
        for value in values {
            let value = value.trim();
            if missing(value) || !value.bytes().any(|b| b.is_ascii_digit()) {
                continue;
            }
            let commas = value.bytes().filter(|&b| b == b',').count();
            let dots = value.bytes().filter(|&b| b == b'.').count();
            match (commas, dots) {
                (0, 0) => {}
                (c, d) if c > 0 && d > 0 => {
                    if value.rfind(',') > value.rfind('.') {
                        comma_decimal += 1;
                        dot_group += 1;
                    } else {
                        comma_group += 1;
                        dot_decimal += 1;
                    }
                }
                (c, 0) if c > 1 => comma_group += 1,
                (1, 0) => *evidence(value, ',', &mut comma_decimal, &mut comma_unsure) += 1,
                (0, d) if d > 1 => dot_group += 1,
                _ => *evidence(value, '.', &mut dot_decimal, &mut dot_unsure) += 1,
            }
        }
        let decimal_comma = comma_decimal > comma_group;
        // With a decimal comma, a dot can only group.
        let dot_groups = dot_group > dot_decimal || (dot_decimal == 0 && (dot_unsure > 0 || decimal_comma));
        let comma_told = comma_decimal + comma_group > 0;
        let dot_told = dot_decimal + dot_group > 0;
        let ambiguous = comma_unsure + dot_unsure > 0 && !comma_told && !dot_told;
        NumberStyle { decimal_comma, dot_groups, ambiguous }
    }

    /// Its name in a receipt, where it is not the plain one.
    pub fn reading(self) -> Option<&'static str> {
        if self.decimal_comma {
            Some("decimal comma")
        } else if self.dot_groups {
            Some("dots group digits")
        } else {
            None
        }
    }
}

/// One mark in a value: decimals, unless exactly three digits follow one to three that do not begin with 0.
fn evidence<'c>(value: &str, mark: char, decimal: &'c mut usize, unsure: &'c mut usize) -> &'c mut usize {
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let (before, after) = value.split_once(mark).unwrap_or((value, ""));
    let grouped = after.len() == 3
        && digits(after)
        && (1..=3).contains(&before.len())
        && digits(before)
        && !before.starts_with('0');
    if grouped { unsure } else { decimal }
}

/// Reads a number. `None` is unknown: empty, a word for nothing, or no number at all.
///
/// `12 %` is 12: the unit stays with the column.
pub fn read(cell: &str, style: NumberStyle) -> Option<f64> {
    let bytes = cell.as_bytes();
    if !bytes.is_empty() && bytes.len() <= 15 && bytes.iter().all(u8::is_ascii_digit) {
        return Some(bytes.iter().fold(0u64, |n, b| n * 10 + u64::from(b - b'0')) as f64);
    }
    read_slow(unguard(cell.trim()), style)
}

fn read_slow(cell: &str, style: NumberStyle) -> Option<f64> {
    if missing(cell) {
        return None;
    }
    if let Some(inner) = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return read_slow(inner, style).map(|n| -n);
    }
    let mut plain = String::with_capacity(cell.len());
    let mut rest = cell.chars().peekable();
    if let Some(&sign) = rest.peek()
        && matches!(sign, '-' | '\u{2212}' | '+' | '~' | '\u{2248}' | '>' | '<')
    {
        rest.next();
        if matches!(sign, '-' | '\u{2212}') {
            plain.push('-');
        }
    }
    let mut unit = String::new();
    while let Some(c) = rest.next() {
        match c {
            '0'..='9' if unit.is_empty() => plain.push(c),
            ',' if unit.is_empty() => {
                if style.decimal_comma {
                    plain.push('.');
                }
            }
            '.' if unit.is_empty() => {
                if !style.dot_groups {
                    plain.push('.');
                }
            }
            // Exponents as tools write them, `1.2e+06`, stay with the number.
            'e' | 'E' if unit.is_empty() && matches!(rest.peek(), Some('+' | '-' | '0'..='9')) => {
                plain.push('e');
                plain.push(rest.next()?);
            }
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}' | '_' if unit.is_empty() => {}
            '0'..='9' => return None,
            c => unit.push(c),
        }
    }
    if !plain.bytes().any(|b| b.is_ascii_digit()) || plain.bytes().filter(|&b| b == b'.').count() > 1 {
        return None;
    }
    let scale = scale(&unit)?;
    // Scaling in decimal text keeps `1.2K` exactly 1200.
    let number: f64 =
        if scale == 0 { plain.parse().ok()? } else { format!("{plain}e{scale}").parse().ok()? };
    number.is_finite().then_some(number)
}

/// The power of ten behind a unit; words such as `abonnés` are passed over. `None` for what is no unit.
fn scale(unit: &str) -> Option<i32> {
    let unit = unit.trim().trim_end_matches(['+', '%', '.']).trim();
    let first =
        unit.split(|c: char| c.is_whitespace() || c == '\u{a0}' || c == '\u{202f}').next().unwrap_or("");
    Some(match first {
        "" => 0,
        "k" | "K" | "mil" | "Tsd" | "tsd" => 3,
        "M" | "m" | "Mio" | "mio" | "Mn" | "mln" | "million" | "millions" | "MM" => 6,
        "Md" | "md" | "Mds" | "Mrd" | "B" | "b" | "bn" | "Bn" | "G" | "milliard" | "milliards" => 9,
        word if word.chars().count() >= 4 && word.chars().all(char::is_alphabetic) => 0,
        _ => return None,
    })
}

/// Whether a cell is a number or a date rather than a word: what header cells are not.
pub fn looks_numeric(cell: &str) -> bool {
    let cell = cell.trim();
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    digits > 0 && digits * 2 >= cell.len() && !cell.starts_with(|c: char| c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: NumberStyle = NumberStyle { decimal_comma: false, dot_groups: false, ambiguous: false };
    const FRENCH: NumberStyle = NumberStyle { decimal_comma: true, dot_groups: true, ambiguous: false };

    #[test]
    fn english_numbers() {
        for (cell, value) in [
            ("1234", 1234.0),
            ("1,234", 1234.0),
            ("1 234", 1234.0),
            ("1\u{a0}234", 1234.0),
            ("1\u{202f}234", 1234.0),
            ("1'234", 1234.0),
            ("409.8M", 409_800_000.0),
            ("30.8K", 30_800.0),
            ("1.2B", 1.2e9),
            ("12 k", 12_000.0),
            ("10K+", 10_000.0),
            ("<1000", 1000.0),
            ("\u{2212}5", -5.0),
            ("(5)", -5.0),
            ("2.5%", 2.5),
            ("1234567890123456789", 1_234_567_890_123_456_789.0),
            ("1.2e+06", 1.2e6),
            ("13800000.00", 13_800_000.0),
        ] {
            assert_eq!(read(cell, PLAIN), Some(value), "{cell}");
        }
    }

    #[test]
    fn french_numbers() {
        for (cell, value) in [
            ("12,5", 12.5),
            ("1,2 M", 1_200_000.0),
            ("1,5 Md", 1.5e9),
            ("96,6k", 96_600.0),
            ("3,4 %", 3.4),
            ("12 450", 12_450.0),
            ("334.327,57", 334_327.57),
            ("1 234 abonnés", 1234.0),
        ] {
            assert_eq!(read(cell, FRENCH), Some(value), "{cell}");
        }
    }

    #[test]
    fn unknown_is_not_zero() {
        for cell in [
            "", " ", "NA", "N/A", "-", "n.d.", "null", "NaN", "#VALOR!", "N/A'", "abc", "1e999", "12x3",
            "inf",
        ] {
            assert_eq!(read(cell, PLAIN), None, "{cell}");
        }
    }

    #[test]
    fn a_column_decides_what_its_marks_mean() {
        let style = |values: &[&str]| NumberStyle::of(values.iter().copied());
        assert!(style(&["12,5", "1,234"]).decimal_comma);
        assert!(!style(&["1,234,567", "1,234"]).decimal_comma);
        assert_eq!(style(&["1,234", "999"]), NumberStyle { ambiguous: true, ..PLAIN });
        assert!(style(&["1,2 M", "96,6k"]).decimal_comma);
        assert_eq!(style(&["1.234", "12.345"]), NumberStyle { dot_groups: true, ambiguous: true, ..PLAIN });
        assert_eq!(style(&["0.348", "0.125"]), PLAIN);
        assert_eq!(style(&["1710.0", "517.0"]), PLAIN);
        assert_eq!(style(&["334.327,57"]), FRENCH);
        assert_eq!(style(&["5,432.10"]), PLAIN);
    }
}
