//! Cells and lines of CSV, safe from formulas, in the dialect of the reader's spreadsheet.

use serde::Deserialize;

/// Which spreadsheet will open the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    /// Comma between cells, point before decimals.
    #[default]
    En,
    /// Semicolon between cells, comma before decimals.
    Fr,
}

/// Writes cells and lines in a dialect.
#[derive(Debug)]
pub(super) struct Writer {
    out: String,
    dialect: Dialect,
    raw: bool,
    at_start: bool,
}

impl Writer {
    /// A file with the mark that spreadsheets want. `raw` leaves text as it is.
    pub(super) fn new(dialect: Dialect, raw: bool) -> Writer {
        Writer { out: "\u{feff}".to_owned(), dialect, raw, at_start: true }
    }

    /// Its bytes.
    pub(super) fn finish(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    fn separate(&mut self) {
        if !self.at_start {
            self.out.push(if self.dialect == Dialect::Fr { ';' } else { ',' });
        }
        self.at_start = false;
    }

    /// A cell of text.
    pub(super) fn text(&mut self, text: &str) {
        self.separate();
        let guarded = !self.raw && is_formula(text);
        let quoted = guarded || text.contains([',', ';', '"', '\n', '\r', '\t']) || text.trim() != text;
        if !quoted {
            self.out.push_str(text);
            return;
        }
        self.out.push('"');
        if guarded {
            self.out.push('\'');
        }
        self.out.push_str(&text.replace('"', "\"\""));
        self.out.push('"');
    }

    /// A cell of a number, empty where that is unknown.
    pub(super) fn number(&mut self, value: f64) {
        self.separate();
        if value.is_finite() {
            let text = value.to_string();
            self.out.push_str(&if self.dialect == Dialect::Fr { text.replace('.', ",") } else { text });
        }
    }

    /// The end of a line.
    pub(super) fn end(&mut self) {
        self.out.push_str("\r\n");
        self.at_start = true;
    }
}

/// Whether a spreadsheet could take a text for a formula: by its first character, full-width forms included.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written((dialect, raw): (Dialect, bool), cells: &[&str], numbers: &[f64]) -> String {
        let mut writer = Writer { out: String::new(), ..Writer::new(dialect, raw) };
        cells.iter().for_each(|c| writer.text(c));
        numbers.iter().for_each(|n| writer.number(*n));
        writer.end();
        writer.out
    }

    #[test]
    fn inj_1_text_that_looks_like_a_formula_is_guarded() {
        let plain = (Dialect::En, false);
        for cell in ["=1+1", "+33", "-x", "@zoe", "\tx", "\rx", "\nx", "＝A1", "＠SUM"] {
            let line = written(plain, &[cell], &[]);
            assert!(line.starts_with("\"'"), "{cell:?} → {line:?}");
        }
        assert_eq!(written(plain, &["Zoé \"B\", x"], &[]), "\"Zoé \"\"B\"\", x\"\r\n");
        assert_eq!(written((Dialect::En, true), &["=1+1"], &[]), "=1+1\r\n");
    }

    #[test]
    fn inj_2_numbers_stay_numbers_and_unknown_is_empty() {
        let plain = (Dialect::En, false);
        assert_eq!(written(plain, &["a"], &[-12.0, 0.5, f64::NAN]), "a,-12,0.5,\r\n");
    }

    #[test]
    fn inj_6_french_dialect() {
        assert_eq!(written((Dialect::Fr, false), &["a,b"], &[0.5]), "\"a,b\";0,5\r\n");
    }
}
