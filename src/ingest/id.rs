//! Ids of posts and accounts: text from the first byte to the last, freed of what spreadsheets did to them.

use crate::model::blank::trim;

/// An id as a cell shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Id<'a> {
    /// Nothing there, or a word for nothing.
    Missing,
    /// The id.
    Known(&'a str),
    /// `1.26426E+18`: a spreadsheet rounded it, and no one can tell what it was.
    Destroyed,
}

impl<'a> Id<'a> {
    /// The id, where one is known.
    pub fn known(self) -> Option<&'a str> {
        match self {
            Id::Known(id) => Some(id),
            Id::Missing | Id::Destroyed => None,
        }
    }
}

/// Reads an id: blanks, `="…"` guards, a leading apostrophe and the `x` that rtweet puts before digits are taken off.
pub fn read(cell: &str) -> Id<'_> {
    if (6..=19).contains(&cell.len()) && only_digits(cell.as_bytes()) {
        return Id::Known(cell);
    }
    let mut id = unguard(trim(cell));
    if let Some(rest) = id.strip_prefix('\'') {
        id = rest;
    }
    if let Some(digits) = id.strip_prefix('x')
        && digits.len() >= 3
        && digits.bytes().all(|b| b.is_ascii_digit())
    {
        id = digits;
    }
    if missing(id) {
        return Id::Missing;
    }
    if is_scientific(id) {
        return Id::Destroyed;
    }
    // A column of integers with holes is written `24744541.0` by some tools; exact below 2^53.
    if let Some(whole) = id.strip_suffix(".0")
        && whole.len() <= 15
        && whole.bytes().all(|b| b.is_ascii_digit())
        && !whole.is_empty()
    {
        id = whole;
    }
    Id::Known(id)
}

/// Whether there are digits only, looked at eight at a time.
#[inline]
fn only_digits(bytes: &[u8]) -> bool {
    const HIGH: u64 = 0xF0F0_F0F0_F0F0_F0F0;
    const ZEROS: u64 = 0x3030_3030_3030_3030;
    let (eights, tail) = bytes.as_chunks::<8>();
    eights.iter().all(|eight| {
        let word = u64::from_le_bytes(*eight);
        (word & HIGH) == ZEROS && (word.wrapping_add(0x0606_0606_0606_0606) & HIGH) == ZEROS
    }) && tail.iter().all(u8::is_ascii_digit)
}

/// Whether the ids of a column were rounded to the fifteen digits that a spreadsheet keeps: long ones, and all of them
/// end with zeros from there on.
pub fn rounded<'a>(values: impl Iterator<Item = &'a str>) -> bool {
    /// So many ids with a zero at their end by chance are out of the question.
    const ENOUGH: usize = 8;
    let mut long = values
        .filter(|value| value.len() >= 17 && value.len() <= 20 && value.bytes().all(|b| b.is_ascii_digit()))
        .peekable();
    let mut seen = 0;
    long.peek().is_some()
        && long.all(|value| {
            seen += 1;
            value[15..].bytes().all(|b| b == b'0')
        })
        && seen >= ENOUGH
}

/// Whether a cell is one of the words that exports write for "nothing": `NA`, `null`, `-`, `n.d.`…
pub fn missing(cell: &str) -> bool {
    match cell.len() {
        0 => true,
        1..=5 => {
            // Each of the words begins with one of these.
            if !matches!(cell.as_bytes()[0], b'n' | b'N' | b'#' | b'-' | b'?' | 0xe2) {
                return false;
            }
            const WORDS: [&str; 16] = [
                "na", "n/a", "#n/a", "n/a'", "nan", "null", "none", "nil", "-", "--", "\u{2013}", "\u{2014}",
                "n.d.", "nd", "n.a.", "?",
            ];
            WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word))
        }
        _ => cell.starts_with('#') && matches!(cell, "#VALOR!" | "#VALUE!" | "#REF!" | "#NUM!" | "#DIV/0!"),
    }
}

/// Takes off the `="…"` that keeps spreadsheets from reading a number.
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell)
}

fn is_scientific(id: &str) -> bool {
    let Some(at) = id.bytes().position(|b| b == b'E' || b == b'e') else { return false };
    let (mantissa, exponent) = (&id[..at], &id[at + 1..]);
    let Some(exponent) = exponent.strip_prefix('+') else { return false };
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    digits(exponent)
        && !mantissa.is_empty()
        && mantissa.split(['.', ',']).count() <= 2
        && mantissa.split(['.', ',']).all(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_rounded_to_fifteen_digits() {
        let column = |id: &str| (10..20).map(|n| id.replace('?', &n.to_string())).collect::<Vec<_>>();
        let told = |ids: &[String]| rounded(ids.iter().map(String::as_str));
        assert!(told(&column("5703061336777?000")));
        assert!(
            !told(&column("5703061336777?001"))
                && !told(&column("5703?000"))
                && !told(&column("5703?000")[..3])
        );
    }

    #[test]
    fn ids_keep_every_digit() {
        assert_eq!(read(" x1427268662046642178 "), Id::Known("1427268662046642178"));
        assert_eq!(read("=\"1630000000000000011\""), Id::Known("1630000000000000011"));
        assert_eq!(read("24744541.0"), Id::Known("24744541"));
        assert_eq!(read("xavier"), Id::Known("xavier"));
        assert_eq!(read("UgA.1"), Id::Known("UgA.1"));
        assert_eq!(read("NA"), Id::Missing);
        assert_eq!(read("#VALOR!"), Id::Missing);
        for ruin in ["1.26426E+18", "1,26426E+18", "2E+18", "1.63e+18"] {
            assert_eq!(read(ruin), Id::Destroyed, "{ruin}");
        }
        assert_eq!(read("e+1"), Id::Known("e+1"));
    }
}
