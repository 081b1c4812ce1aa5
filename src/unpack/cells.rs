//! Cells as text: numbers as they are written, dates in ISO form, rows as comma-separated values.

/// Columns and rows of the largest sheet there can be.
pub(super) const GRID: (u32, u32) = (16_384, 1_048_576);

/// How the number of a cell is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shown {
    #[default]
    Number,
    /// A day.
    Date,
    /// A day and a time.
    DateTime,
    /// A time of day, or a length of time.
    Time,
}

/// What a number format code of a workbook shows.
pub(super) fn shown_by(code: &str) -> Shown {
    if ["general", "standard", "@"].iter().any(|plain| code.eq_ignore_ascii_case(plain)) {
        return Shown::Number;
    }
    let (mut day, mut time) = (false, false);
    let mut months = false;
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            // Only the first section counts: positive numbers.
            ';' => break,
            '"' => while letters.next().is_some_and(|c| c != '"') {},
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|&c| c != ']').collect();
                time |= !inside.is_empty() && inside.chars().all(|c| "hmsHMS".contains(c));
            }
            'd' | 'D' | 'y' | 'Y' | 'j' | 'J' => day = true,
            'h' | 'H' | 's' | 'S' => time = true,
            'm' | 'M' => months = true,
            _ => {}
        }
    }
    match (day || (months && !time), time) {
        (true, true) => Shown::DateTime,
        (true, false) => Shown::Date,
        (false, true) => Shown::Time,
        (false, false) => Shown::Number,
    }
}

/// The formats that every workbook has without naming them.
pub(super) fn built_in(id: u32) -> Shown {
    match id {
        14..=17 | 27..=31 | 34..=36 | 50..=58 => Shown::Date,
        22 => Shown::DateTime,
        18..=21 | 32..=33 | 45..=47 => Shown::Time,
        _ => Shown::Number,
    }
}

/// A serial number of days as ISO text; `None` where it is no date.
pub(super) fn date(serial: f64, shown: Shown, from_1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let seconds = (serial * 86_400.0).round() as i64;
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let clock = format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    if shown == Shown::Time && days == 0 {
        return Some(clock);
    }
    if shown == Shown::Time && !from_1904 && days < 366 {
        return Some(format!("{}:{:02}:{:02}", seconds / 3600, second / 60 % 60, second % 60));
    }
    let days = match (from_1904, days) {
        (true, _) => days + 1462,
        // The year 1900 is counted as a leap year: its first days are one behind.
        (false, ..60) => days + 1,
        (false, _) => days,
    };
    let (year, month, day) = civil(days - 25_569);
    let date = format!("{year:04}-{month:02}-{day:02}");
    Some(if shown == Shown::Date && second == 0 { date } else { format!("{date} {clock}") })
}

/// Year, month and day of a number of days since 1970.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// A number as it is written in a workbook. Digits stay digits, so that a long id written out is not touched; a number
/// that a spreadsheet rounded keeps its scientific form, so that a destroyed id is known for what it is.
pub(super) fn number(raw: &str) -> String {
    let raw = raw.trim();
    let digits = raw.strip_prefix('-').unwrap_or(raw);
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        return raw.to_owned();
    }
    match raw.parse::<f64>() {
        Ok(value) if value.is_finite() => float(value),
        _ => raw.to_owned(),
    }
}

/// A number that a workbook holds in binary form.
pub(super) fn float(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    if value.abs() >= 1e15 {
        return format!("{value:E}").replace('E', "E+");
    }
    // 17 digits show the noise of sums such as 0.1 + 0.2; a spreadsheet shows 15.
    let short = format!("{value:.14e}").parse::<f64>().unwrap_or(value);
    format!("{short}")
}

/// Writes rows of cells as comma-separated values. Empty columns and rows at the end of a sheet are left out.
#[derive(Debug, Default)]
pub(super) struct Rows {
    out: Vec<u8>,
    /// Row under way, from 0.
    row: u32,
    /// Columns of it that are written.
    columns: u32,
    /// Empty rows written for gaps so far.
    blank: u32,
    started: bool,
    /// Columns of the widest row so far, where it is not too wide: rows that end before it are filled up.
    width: u32,
}

/// Columns up to which rows are filled up. In a wider sheet a stray cell would make every row as long.
const FILLED: u32 = 256;

/// Empty rows that are written for gaps between rows, in all: they keep line numbers right, and no more.
const BLANK_ROWS: u32 = 10_000;

impl Rows {
    /// Adds a cell that is not empty; rows and columns go up.
    pub fn cell(&mut self, row: u32, column: u32, text: &str) {
        if row > self.row || !self.started {
            self.end_row();
            let gap = row.saturating_sub(if self.started { self.row + 1 } else { 0 });
            let blank = gap.min(BLANK_ROWS.saturating_sub(self.blank));
            self.blank += blank;
            self.out.extend(std::iter::repeat_n(b'\n', blank as usize));
            (self.row, self.columns, self.started) = (row, 0, true);
        }
        while self.columns < column {
            self.out.push(b',');
            self.columns += 1;
        }
        let quoted = text.bytes().any(|b| matches!(b, b',' | b'"' | b'\n' | b'\r' | b';' | b'\t'))
            || text.starts_with(' ')
            || text.ends_with(' ');
        if quoted {
            self.out.push(b'"');
            self.out.extend_from_slice(text.replace('"', "\"\"").as_bytes());
            self.out.push(b'"');
        } else {
            self.out.extend_from_slice(text.as_bytes());
        }
    }

    /// Ends the row under way.
    pub fn end_row(&mut self) {
        if !self.started {
            return;
        }
        let columns = self.columns + 1;
        if columns <= FILLED {
            self.width = self.width.max(columns);
        }
        self.out.extend(std::iter::repeat_n(b',', self.width.saturating_sub(columns) as usize));
        self.out.push(b'\n');
    }

    /// What is written, once it is worth handing over.
    pub fn take(&mut self, least: usize) -> Option<Vec<u8>> {
        (self.out.len() >= least.max(1)).then(|| std::mem::take(&mut self.out))
    }

    /// Bytes written and not taken.
    pub fn pending(&self) -> usize {
        self.out.len()
    }
}

/// Text of a workbook, with its escapes for control characters (`_x000D_`) resolved.
pub(super) fn unescape(text: &str) -> String {
    let Some(first) = text.find("_x") else { return text.to_owned() };
    let mut out = text[..first].to_owned();
    let mut rest = &text[first..];
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.get(2..6).filter(|_| rest.as_bytes().get(6) == Some(&b'_'));
        match code.and_then(|c| u32::from_str_radix(c, 16).ok()).and_then(char::from_u32) {
            Some(character) => {
                out.push(character);
                rest = &rest[7..];
            }
            None => {
                out.push('_');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_dates() {
        for (code, shown) in [
            ("yyyy-mm-dd", Shown::Date),
            ("dd/mm/yyyy hh:mm", Shown::DateTime),
            ("[$-40C]d mmm yyyy;@", Shown::Date),
            ("[Red]0.00", Shown::Number),
            ("[h]:mm:ss", Shown::Time),
            ("h:mm AM/PM", Shown::Time),
            ("mmm", Shown::Date),
            ("0.00E+00", Shown::Number),
            ("#,##0 \"days\"", Shown::Number),
            ("General", Shown::Number),
            ("general", Shown::Number),
            ("jj/mm/aaaa", Shown::Date),
        ] {
            assert_eq!(shown_by(code), shown, "{code}");
        }
    }

    #[test]
    fn dates_of_both_calendars() {
        let date_time = |serial, from_1904| date(serial, Shown::DateTime, from_1904).unwrap();
        assert_eq!(date_time(45_327.5, false), "2024-02-05 12:00:00");
        assert_eq!(date_time(43_865.5, true), "2024-02-05 12:00:00");
        assert_eq!(date(45_327.0, Shown::Date, false).unwrap(), "2024-02-05");
        assert_eq!(date(1.0, Shown::Date, false).unwrap(), "1900-01-01");
        assert_eq!(date(61.0, Shown::Date, false).unwrap(), "1900-03-01");
        assert_eq!(date(0.75, Shown::Time, false).unwrap(), "18:00:00");
        assert_eq!(date(2.5, Shown::Time, false).unwrap(), "60:00:00");
        assert_eq!(date_time(45_327.999_999_9, false), "2024-02-06 00:00:00");
        assert_eq!(date(-1.0, Shown::Date, false), None);
        assert_eq!(date(f64::NAN, Shown::Date, false), None);
    }

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(number("1234567890123456789"), "1234567890123456789");
        assert_eq!(number("1.2345678901234568E+18"), "1.2345678901234568E+18");
        assert_eq!(number("1E-3"), "0.001");
        assert_eq!(number("0.30000000000000004"), "0.3");
        assert_eq!(number("42051.980000000003"), "42051.98");
        assert_eq!(number("-12"), "-12");
        assert_eq!(float(1e15), "1E+15");
        assert_eq!(float(123_456_789_012_345.0), "123456789012345");
    }

    #[test]
    fn rows_are_quoted_and_gaps_bounded() {
        let mut rows = Rows::default();
        rows.cell(0, 0, "a,b");
        rows.cell(0, 2, "two\nlines \"x\"");
        rows.cell(2, 1, "c");
        rows.cell(1_048_575, 0, "z");
        rows.end_row();
        let text = String::from_utf8(rows.take(1).unwrap()).unwrap();
        assert!(text.starts_with("\"a,b\",,\"two\nlines \"\"x\"\"\"\n\n,c,\n\n\n"), "{text:?}");
        assert!(text.len() < 11_000 && text.ends_with("\nz,,\n"));
        assert_eq!(unescape("a_x000D__x000A_b_x00"), "a\nb_x00");
    }
}
