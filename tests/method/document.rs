//! The two documents of the method, and what a section of them says.

const ENGLISH: &str = include_str!("../../docs/method.md");
const FRENCH: &str = include_str!("../../docs/methode.md");

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Language {
    English,
    French,
}

pub use Language::{English, French};

/// One of the two documents.
pub struct Document {
    pub language: Language,
    pub text: String,
}

impl Document {
    pub fn both() -> [Document; 2] {
        // No-break spaces are spaces here.
        [(English, ENGLISH), (French, FRENCH)]
            .map(|(language, text)| Document { language, text: text.replace('\u{a0}', " ") })
    }

    /// The text under the heading that begins with a number such as `8` or `8.2`, up to the next heading of any section
    /// that is not below it.
    pub fn section(&self, number: &str) -> &str {
        let level = if number.contains('.') { "### " } else { "## " };
        let dot = if number.contains('.') { " " } else { ". " };
        let heading = format!("\n{level}{number}{dot}");
        let start = self.text.find(&heading).unwrap_or_else(|| panic!("{:?} has no {number}", self.language));
        let rest = &self.text[start + heading.len()..];
        let ends = ["\n## ", "\n### "].iter().filter(|end| level.len() >= end.len() - 1);
        &rest[..ends.filter_map(|end| rest.find(end)).min().unwrap_or(rest.len())]
    }

    /// Cells of the row of a section that begins with a name; the `nth` such row.
    pub fn row(&self, number: &str, name: &str, nth: usize) -> Vec<String> {
        let begins = format!("| {name} |");
        let row = self.section(number).lines().filter(|line| line.starts_with(&begins)).nth(nth);
        let row = row.unwrap_or_else(|| panic!("{:?}, section {number}: no row {nth} {name}", self.language));
        let cells = row.trim_matches('|').split(" | ");
        cells.skip(1).map(|cell| cell.trim_matches([' ', '|']).to_owned()).collect()
    }

    /// A number as the language writes it.
    pub fn number(&self, value: f64) -> String {
        let plain = format!("{value}");
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
        let (separator, point) = if self.language == English { (",", ".") } else { (" ", ",") };
        let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
        let mut grouped = String::new();
        for (at, digit) in digits.char_indices() {
            if at > 0 && (digits.len() - at) % 3 == 0 {
                grouped.push_str(separator);
            }
            grouped.push(digit);
        }
        if part.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}{point}{part}") }
    }

    /// The number that a cell holds.
    pub fn value(&self, cell: &str) -> f64 {
        let plain: String = match self.language {
            English => cell.replace(',', ""),
            French => cell.replace(' ', "").replace(',', "."),
        };
        match plain.split_once('/') {
            Some((a, b)) => a.parse::<f64>().unwrap() / b.parse::<f64>().unwrap(),
            None => plain.parse().unwrap_or_else(|_| panic!("{:?}: {cell} is no number", self.language)),
        }
    }

    pub fn of<'a>(&self, english: &'a str, french: &'a str) -> &'a str {
        if self.language == English { english } else { french }
    }
}

/// Asserts that a section says so in both languages, each `{}` being one of the values in turn.
pub fn says(section: &str, english: &str, french: &str, values: &[f64]) {
    for document in Document::both() {
        let pattern = document.of(english, french);
        let mut parts = pattern.split("{}");
        let mut expected = parts.next().unwrap().to_owned();
        let mut left = values.iter();
        for part in parts {
            let value = left.next().unwrap_or_else(|| panic!("{pattern}: too few values"));
            expected.push_str(&document.number(*value));
            expected.push_str(part);
        }
        assert!(left.next().is_none(), "{pattern}: too many values");
        let text = document.section(section);
        assert!(
            text.match_indices(&expected).any(|(at, _)| whole(text, at, &expected)),
            "{:?}, section {section}, does not say: {expected}",
            document.language
        );
    }
}

/// Whether what was found is not a part of a longer number.
pub fn whole(text: &str, at: usize, found: &str) -> bool {
    let before = text[..at].chars().next_back();
    let mut after = text[at + found.len()..].chars();
    let (next, second) = (after.next(), after.next());
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let begins =
        !(digit(found.chars().next()) && before.is_some_and(|c| c.is_ascii_digit() || c == '.' || c == ','));
    let goes_on = digit(next) || (matches!(next, Some('.' | ',')) && digit(second));
    begins && !(digit(found.chars().next_back()) && goes_on)
}

/// Asserts that cells of a row hold numbers; the first is the cell after the name.
pub fn row(section: &str, english: &str, french: &str, nth: usize, values: &[(usize, f64)]) {
    for document in Document::both() {
        let cells = document.row(section, document.of(english, french), nth);
        for (at, value) in values {
            let cell = cells[*at].split(' ').next().unwrap_or_default();
            let cell = if document.language == French { &cells[*at] } else { cell };
            assert_eq!(document.value(cell), *value, "{:?}, {section}, {cells:?}", document.language);
        }
    }
}
