//! Counts as people and tools write them: `1 234`, `12,5`, `1.2K`, `3,4 M`, `1,5 Md`, `12 %`. Unknown is not zero.

use super::id::{missing, unguard};
use std::cmp::Ordering;

/// Longer than any number with its unit.
const NUMBER_BYTES: usize = 64;

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

/// Which mark parts the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decimal {
    /// `12,5`
    Comma,
    /// `12.5`
    Point,
}

/// What the marks in some values tell, and what they leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    comma: Mark,
    dot: Mark,
    /// Whole numbers below 1000, and above, that bear no mark.
    small: u32,
    large: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Mark {
    decimal: u32,
    group: u32,
    unsure: u32,
}

impl Marks {
    /// Looks at values.
    pub fn of<'a>(values: impl Iterator<Item = &'a str>) -> Self {
        let mut marks = Marks::default();
        values.for_each(|value| marks.look(value.trim()));
        marks
    }

    fn look(&mut self, value: &str) {
        if missing(value) {
            return;
        }
        let is_digit = |c: char| c.is_ascii_digit();
        let (Some(first), Some(last)) = (value.find(is_digit), value.rfind(is_digit)) else { return };
        let core = &value[first..=last];
        let commas = core.bytes().filter(|&b| b == b',').count();
        let dots = core.bytes().filter(|&b| b == b'.').count();
        match (commas, dots) {
            (0, 0) if core.len() <= 3 => self.small += 1,
            (0, 0) if core.bytes().all(|b| b.is_ascii_digit()) => self.large += 1,
            (0, 0) => {}
            (1, 0) => self.comma.alone(core, ',', &value[last + 1..]),
            (0, 1) => self.dot.alone(core, '.', &value[last + 1..]),
            (_, 0) => self.comma.group += 1,
            (0, _) => self.dot.group += 1,
            _ if core.rfind(',') > core.rfind('.') => {
                self.comma.decimal += 1;
                self.dot.group += 1;
            }
            _ => {
                self.comma.group += 1;
                self.dot.decimal += 1;
            }
        }
    }

    /// What the values tell without any doubt.
    pub fn told(&self) -> Option<Decimal> {
        let comma = self.comma.decimal + self.dot.group;
        let point = self.dot.decimal + self.comma.group;
        match comma.cmp(&point) {
            Ordering::Greater => Some(Decimal::Comma),
            Ordering::Less => Some(Decimal::Point),
            Ordering::Equal => None,
        }
    }

    /// Whether the values leave it open how they are to be read.
    pub fn open(&self) -> bool {
        let told = self.comma.decimal + self.comma.group + self.dot.decimal + self.dot.group > 0;
        self.comma.unsure + self.dot.unsure > 0 && !told && !self.grouped_by_size()
    }

    /// Numbers below 1000 without a mark beside larger ones that all have theirs: the mark groups digits.
    fn grouped_by_size(&self) -> bool {
        self.small >= 3 && self.large == 0 && self.comma.unsure + self.dot.unsure >= 3
    }

    /// How values with these marks are read; `elsewhere` is what decides when they leave it open.
    ///
    /// Where nothing decides, three digits after one mark are a group: the columns are counts.
    pub fn style(&self, elsewhere: Option<Decimal>) -> NumberStyle {
        if let (true, Some(decimal)) = (self.open(), elsewhere) {
            let comma = decimal == Decimal::Comma;
            return NumberStyle { decimal_comma: comma, dot_groups: comma, ambiguous: false };
        }
        let decimal_comma = self.comma.decimal > self.comma.group;
        // With a decimal comma, a dot can only group.
        let dot_groups = self.dot.group > self.dot.decimal
            || (self.dot.decimal == 0 && (self.dot.unsure > 0 || decimal_comma));
        NumberStyle { decimal_comma, dot_groups, ambiguous: self.open() }
    }
}

impl Mark {
    /// One mark in a value: decimals, unless exactly three digits follow one to three that do not begin with 0.
    fn alone(&mut self, core: &str, mark: char, unit: &str) {
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let (before, after) = core.split_once(mark).unwrap_or((core, ""));
        let grouped = after.len() == 3
            && digits(after)
            && (1..=3).contains(&before.len())
            && digits(before)
            && !before.starts_with('0')
            // `1,234 M` is shortened already: its digits are decimals.
            && scale(unit).is_none_or(|scale| scale == 0);
        if grouped {
            self.unsure += 1;
        } else {
            self.decimal += 1;
        }
    }
}

impl NumberStyle {
    /// Decides for a column from its first values alone.
    pub fn of<'a>(values: impl Iterator<Item = &'a str>) -> Self {
        Marks::of(values).style(None)
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
    if missing(cell) || cell.len() > NUMBER_BYTES {
        return None;
    }
    if let Some(inner) = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return if inner.starts_with('(') { None } else { read_slow(inner, style).map(|n| -n) };
    }
    let mut plain = String::with_capacity(cell.len());
    let mut rest = cell.chars().peekable();
    // A sign and a currency, in either order.
    let mut signed = false;
    while let Some(&c) = rest.peek() {
        match c {
            '-' | '\u{2212}' if !signed => {
                signed = true;
                plain.push('-');
            }
            '+' | '~' | '\u{2248}' | '>' | '<' | '\u{2265}' | '\u{2264}' if !signed => signed = true,
            c if is_currency(c) || is_blank(c) => {}
            _ => break,
        }
        rest.next();
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
            '\'' | '\u{2019}' | '_' if unit.is_empty() => {}
            c if is_blank(c) && unit.is_empty() => {}
            '0'..='9' => return None,
            c => unit.push(c),
        }
    }
    if !plain.bytes().any(|b| b.is_ascii_digit()) || plain.bytes().filter(|&b| b == b'.').count() > 1 {
        return None;
    }
    let scale = scale(&unit)?;
    // Scaling in decimal text keeps `1.2K` exactly 1200.
    let number: f64 = if scale == 0 {
        plain.parse().ok()?
    } else if plain.contains('e') {
        return None;
    } else {
        format!("{plain}e{scale}").parse().ok()?
    };
    number.is_finite().then_some(number)
}

/// Blanks that group digits or part a number from its unit, narrow and unbreakable ones among them.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2007}'..='\u{200a}')
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '\u{a3}' | '\u{a5}' | '\u{20a0}'..='\u{20bf}')
}

/// The power of ten behind a unit, `mil millones` included; words such as `abonnés` are passed over. `None` for what
/// is no unit.
fn scale(unit: &str) -> Option<i32> {
    let mut power = 0;
    let words = unit.split(|c: char| c.is_whitespace() || is_blank(c));
    let trimmed = words.map(|w| w.trim_matches(|c| matches!(c, '+' | '%' | '.') || is_currency(c)));
    for (place, word) in trimmed.filter(|word| !word.is_empty()).enumerate() {
        match power_of(word) {
            Some(more) => power += more,
            // `1,5 M de vues`
            None if place > 0 => break,
            None if word.chars().count() >= 4 && word.chars().all(char::is_alphabetic) => break,
            None if matches!(word, "EUR" | "USD" | "GBP" | "CHF" | "CAD") => {}
            None => return None,
        }
    }
    Some(power)
}

/// Words and letters for thousands, millions and milliards in English, French, German, Spanish and Portuguese.
fn power_of(word: &str) -> Option<i32> {
    const POWERS: [(i32, &str); 3] = [
        (3, "k tsd tausend mil mille millier milliers thousand thousands"),
        (
            6,
            "m mm mio mn mln mi mill million millions millionen millón millones milhão milhões milhao milhoes",
        ),
        (
            9,
            "md mds mrd mld b bn bi g milliard milliards milliarde milliarden billion billions bilhão bilhões bilhao \
             bilhoes",
        ),
    ];
    if word.len() > 12 {
        return None;
    }
    let lower = word.to_lowercase();
    let found = POWERS.iter().find(|(_, words)| words.split_ascii_whitespace().any(|w| w == lower));
    found.map(|&(power, _)| power)
}

/// Whether a cell is a number or a date rather than a word: what header cells are not.
pub fn looks_numeric(cell: &str) -> bool {
    let cell = cell.trim();
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let plain = |c: char| c.is_ascii_digit() || c.is_ascii_punctuation() || is_blank(c) || is_currency(c);
    digits > 0
        && cell.chars().filter(|&c| !plain(c)).count() <= digits
        && !cell.starts_with(|c: char| c.is_alphabetic())
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
            ("$1,234.50", 1234.5),
            ("-$5", -5.0),
            ("\u{20ac} 12", 12.0),
            ("3.1M followers", 3_100_000.0),
            ("1\u{2009}234", 1234.0),
            ("1\u{2019}234", 1234.0),
            ("2 Mio.", 2e6),
            ("12 Tsd.", 12_000.0),
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
            ("1,5 M de vues", 1_500_000.0),
            ("1,2 mi", 1_200_000.0),
            ("3 mil millones", 3e9),
            ("1,2 mill.", 1_200_000.0),
            ("2 milliers", 2000.0),
            ("12,50 €", 12.5),
            ("3 k€", 3000.0),
        ] {
            assert_eq!(read(cell, FRENCH), Some(value), "{cell}");
        }
    }

    #[test]
    fn unknown_is_not_zero() {
        for cell in [
            "", " ", "NA", "N/A", "-", "n.d.", "null", "NaN", "#VALOR!", "N/A'", "abc", "1e999", "12x3",
            "inf", "10K-50K", "(((5)))", "12:30", "5 ans", "2w", "1/2", "٣٤",
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
        // A unit behind the number changes nothing, unless it shortens it.
        assert_eq!(style(&["1,234 followers"]), NumberStyle { ambiguous: true, ..PLAIN });
        assert!(style(&["1,234 M"]).decimal_comma);
        assert!(style(&["1,2", "-$1,234"]).decimal_comma);
    }

    #[test]
    fn small_numbers_without_a_mark_show_that_it_groups() {
        let style = NumberStyle::of(["1,234", "87", "12,004", "999", "5", "2,001"].into_iter());
        assert_eq!(style, PLAIN);
        assert!(
            NumberStyle::of(["1,234", "87", "12,004", "999", "5", "2,001", "4500"].into_iter()).ambiguous
        );
    }

    #[test]
    fn other_columns_decide_what_one_leaves_open() {
        let open = Marks::of(["1,234"].into_iter());
        assert!(open.open() && open.told().is_none());
        assert_eq!(open.style(Some(Decimal::Comma)), FRENCH);
        assert_eq!(open.style(Some(Decimal::Point)), PLAIN);
        let told = Marks::of(["12,5"].into_iter());
        assert_eq!(told.told(), Some(Decimal::Comma));
        assert!(told.style(Some(Decimal::Point)).decimal_comma, "its own values come first");
    }
}
