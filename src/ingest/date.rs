//! Moments as exports write them, read to milliseconds since 1970 UTC.
//!
//! Whether `05/02/2024` is in February or in May is decided for a whole column ([`DateStyle`]), never for one cell.
//! What names no zone is UTC.

use super::id::{missing, unguard};
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// How the dates of a column are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateStyle {
    /// `05/02/2024` is 5 February.
    pub day_first: bool,
    /// Dates of that form were seen, and none has a number above 12 that tells the order.
    pub ambiguous: bool,
    /// `24/02/05` begins with the year: the first number is above 31 somewhere.
    pub year_first: bool,
}

impl DateStyle {
    /// Decides for a column from its first values; where they cannot tell, `day_first` as given, else day first.
    pub fn of<'a>(values: impl Iterator<Item = &'a str>, day_first: Option<bool>) -> Self {
        let (mut day, mut month, mut year, mut seen) = (0, 0, 0, 0);
        for value in values {
            let Some((a, b)) = numeric_pair(value) else { continue };
            seen += 1;
            if a > 31 {
                year += 1;
            } else if a > 12 {
                day += 1;
            } else if b > 12 {
                month += 1;
            }
        }
        let told = day != month;
        DateStyle {
            day_first: if told { day > month } else { day_first.unwrap_or(true) },
            ambiguous: seen > 0 && !told && year == 0 && day_first.is_none(),
            year_first: year > 0,
        }
    }
}

/// The first two numbers of `a/b/c`, `a-b-c` or `a.b.c` where the first is no four-digit year.
fn numeric_pair(value: &str) -> Option<(u32, u32)> {
    let value = value.trim();
    let (a, rest) = leading_number(value)?;
    if a.len() > 2 {
        return None;
    }
    let rest = rest.strip_prefix(['/', '-', '.'])?;
    let (b, rest) = leading_number(rest)?;
    if b.len() > 2 {
        return None;
    }
    leading_number(rest.strip_prefix(['/', '-', '.'])?)?;
    Some((a.parse().ok()?, b.parse().ok()?))
}

fn leading_number(text: &str) -> Option<(&str, &str)> {
    let end = text.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// Reads a moment. `None` where nothing, or nothing readable, is there.
pub fn read(cell: &str, style: DateStyle) -> Option<i64> {
    if let Some(moment) = iso_utc(cell.as_bytes()) {
        return Some(moment);
    }
    let cell = unguard(cell.trim());
    if missing(cell) {
        return None;
    }
    if let Some(moment) = number(cell) {
        return Some(moment);
    }
    written(cell, style)
}

/// `YYYY-MM-DD`, `T` or a blank, `HH:MM:SS`, then nothing or `Z`: by far the most frequent, so without any detour.
fn iso_utc(b: &[u8]) -> Option<i64> {
    if !(b.len() == 19 || (b.len() == 20 && b[19] == b'Z')) || b[4] != b'-' || b[7] != b'-' {
        return None;
    }
    if !(b[10] == b'T' || b[10] == b' ') || b[13] != b':' || b[16] != b':' {
        return None;
    }
    let two = |at: usize| -> Option<i64> {
        let (x, y) = (b[at].wrapping_sub(b'0'), b[at + 1].wrapping_sub(b'0'));
        (x < 10 && y < 10).then(|| i64::from(x * 10 + y))
    };
    let year = two(0)? * 100 + two(2)?;
    let (month, day) = (two(5)?, two(8)?);
    let (hour, minute, second) = (two(11)?, two(14)?, two(17)?);
    if !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) || year < 1 {
        return None;
    }
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    Some((days_from_civil(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second.min(59)) * 1000)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 of a date of the Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date
/// algorithms").
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let of_era = y.rem_euclid(400);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// A bare number: days of a spreadsheet, `20240131`, or seconds, milliseconds or microseconds since 1970.
fn number(cell: &str) -> Option<i64> {
    if !cell.bytes().all(|b| b.is_ascii_digit() || b == b'.') || !cell.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let whole = cell.split('.').next()?;
    if cell.len() == 8 && whole.len() == 8 {
        let (year, month, day) =
            (whole[..4].parse().ok()?, whole[4..6].parse().ok()?, whole[6..].parse().ok()?);
        if (1900..=2100).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day)
        {
            return Some(days_from_civil(year, month, day) * 86_400_000);
        }
    }
    if whole == cell && (17..=19).contains(&whole.len()) {
        // Nanoseconds, exactly.
        return whole.parse::<i64>().ok().map(|n| n / 1_000_000);
    }
    let value: f64 = cell.parse().ok()?;
    let millis = match value {
        // 1954 to 2173 in days since 1899-12-30; 25 569 of them make 1970. Rounded to the second, as cells are.
        v if (20_000.0..100_000.0).contains(&v) => ((v - 25_569.0) * 86_400.0).round() * 1000.0,
        v if (1e8..1e11).contains(&v) => v * 1000.0,
        v if (1e11..1e14).contains(&v) => v,
        v if (1e14..1e17).contains(&v) => v / 1000.0,
        _ => return None,
    };
    Some(millis as i64)
}

/// Everything that is written with separators or words.
fn written(cell: &str, style: DateStyle) -> Option<i64> {
    let mut parts = Parts::default();
    let mut at = 0;
    let bytes = cell.as_bytes();
    while at < bytes.len() {
        let rest = &cell[at..];
        let first = rest.chars().next()?;
        if first.is_ascii_digit() {
            at += parts.digits(rest)?;
        } else if first.is_alphabetic() {
            let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            parts.word(&rest[..end])?;
            at += end;
        } else if (first == '+' || first == '-') && parts.hour.is_some() {
            at += parts.offset(rest)?;
        } else {
            at += first.len_utf8();
        }
    }
    parts.moment(style)
}

#[derive(Default)]
struct Parts {
    numbers: [(u32, usize); 3],
    count: usize,
    month: Option<i8>,
    /// How many numbers stood before the month's name.
    before_month: usize,
    hour: Option<i8>,
    minute: i8,
    second: i8,
    nanos: i32,
    afternoon: Option<bool>,
    offset_seconds: Option<i32>,
}

impl Parts {
    /// Digits: a time of day when a colon (or `h`) follows, else a part of the date. Returns the bytes read.
    fn digits(&mut self, text: &str) -> Option<usize> {
        let (number, rest) = leading_number(text)?;
        let hour_mark =
            rest.starts_with(':') || (rest.starts_with('h') && number.len() <= 2 && self.date_whole());
        if self.hour.is_none() && hour_mark && number.len() <= 2 {
            return self.time(text);
        }
        // `9 PM`
        if self.hour.is_none() && self.date_whole() && self.offset_seconds.is_none() {
            let word = rest.trim_start();
            if number.len() <= 2 && (starts_with(word, "am") || starts_with(word, "pm")) {
                self.hour = number.parse().ok();
                return Some(number.len());
            }
        }
        if self.count == 3 || number.len() > 4 {
            return None;
        }
        self.numbers[self.count] = (number.parse().ok()?, number.len());
        self.count += 1;
        Some(number.len())
    }

    fn date_whole(&self) -> bool {
        self.count + usize::from(self.month.is_some()) >= 2
    }

    fn time(&mut self, text: &str) -> Option<usize> {
        let (hour, rest) = leading_number(text)?;
        self.hour = Some(hour.parse().ok()?);
        let rest = &rest[1..];
        let mut read = hour.len() + 1;
        let Some((minute, rest)) = leading_number(rest) else { return Some(read) };
        self.minute = minute.parse().ok()?;
        read += minute.len();
        let Some(rest) = rest.strip_prefix(':') else { return Some(read) };
        let (second, rest) = leading_number(rest)?;
        self.second = second.parse::<i8>().ok()?.min(59);
        read += 1 + second.len();
        if let Some(rest) = rest.strip_prefix(['.', ','])
            && let Some((fraction, _)) = leading_number(rest)
        {
            let nine: String = fraction.chars().chain("000000000".chars()).take(9).collect();
            self.nanos = nine.parse().ok()?;
            read += 1 + fraction.len();
        }
        Some(read)
    }

    /// `+0000`, `-05:00`, `+02`.
    fn offset(&mut self, text: &str) -> Option<usize> {
        let sign = if text.starts_with('-') { -1 } else { 1 };
        let (digits, rest) = leading_number(&text[1..])?;
        let mut read = 1 + digits.len();
        let (hours, minutes): (i32, i32) = match digits.len() {
            1 | 2 => {
                let minutes = match rest.strip_prefix(':').and_then(leading_number) {
                    Some((minutes, _)) => {
                        read += 1 + minutes.len();
                        minutes.parse().ok()?
                    }
                    None => 0,
                };
                (digits.parse().ok()?, minutes)
            }
            4 => (digits[..2].parse().ok()?, digits[2..].parse().ok()?),
            // `2024-03-01 - 5` and the like: no offset, a date.
            _ => return None,
        };
        self.offset_seconds = Some(sign * (hours * 3600 + minutes * 60));
        Some(read)
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let lower = fold(word);
        match lower.as_str() {
            "am" => self.afternoon = Some(false),
            "pm" => self.afternoon = Some(true),
            "t" | "at" | "a" | "le" | "de" | "del" | "the" | "of" | "um" | "uhr" | "h" | "st" | "nd"
            | "rd" | "th" | "er" => {}
            "z" | "utc" | "gmt" => self.offset_seconds = self.offset_seconds.or(Some(0)),
            zone if zone_offset(zone).is_some() => self.offset_seconds = zone_offset(zone),
            name => {
                if let Some(month) = month(name) {
                    if self.month.is_some() {
                        return None;
                    }
                    self.month = Some(month);
                    self.before_month = self.count;
                } else if !weekday(name) {
                    return None;
                }
            }
        }
        Some(())
    }

    fn moment(&self, style: DateStyle) -> Option<i64> {
        let n = &self.numbers[..self.count];
        let (year, month, day) = match (self.month, n) {
            // `5 févr. 2024`, `01-Mar-2023`, `Wed Mar 01 09:00:00 +0000 2023`, `Feb 6, 2024`, `2024 Feb 6`.
            (Some(month), &[a, b]) => {
                let (day, year) = if a.1 == 4 { (b, a) } else { (a, b) };
                (full_year(year), month, day.0)
            }
            (None, &[a, b, c]) if a.1 == 4 => (a.0, i8::try_from(b.0).ok()?, c.0),
            (None, &[a, b, c]) if style.year_first && a.1 <= 2 && c.1 <= 2 => {
                (full_year(a), i8::try_from(b.0).ok()?, c.0)
            }
            (None, &[a, b, c]) => {
                let (day, month) = if style.day_first { (a, b) } else { (b, a) };
                (full_year(c), i8::try_from(month.0).ok()?, day.0)
            }
            _ => return None,
        };
        let mut hour = self.hour.unwrap_or(0);
        match self.afternoon {
            Some(true) if hour < 12 => hour += 12,
            Some(false) if hour == 12 => hour = 0,
            _ => {}
        }
        let date = DateTime::new(
            i16::try_from(year).ok()?,
            month,
            i8::try_from(day).ok()?,
            hour,
            self.minute,
            self.second,
            self.nanos,
        )
        .ok()?;
        let offset = Offset::from_seconds(self.offset_seconds.unwrap_or(0)).ok()?;
        Some(offset.to_timestamp(date).ok()?.as_millisecond())
    }
}

/// A year of two digits is in 1970 to 2069.
fn full_year((year, digits): (u32, usize)) -> u32 {
    match digits {
        1 | 2 if year < 70 => 2000 + year,
        1 | 2 => 1900 + year,
        _ => year,
    }
}

/// Milliseconds since midnight of `12:29:44`, `9:05`, `3:04 PM`.
pub fn time_of_day(cell: &str) -> Option<i64> {
    let mut parts = Parts::default();
    let cell = cell.trim();
    let colon = leading_number(cell).is_some_and(|(hour, rest)| hour.len() <= 2 && rest.starts_with(':'));
    let read = parts.time(cell).filter(|_| colon)?;
    match fold(cell[read..].trim()).as_str() {
        "pm" => parts.afternoon = Some(true),
        "am" => parts.afternoon = Some(false),
        _ => {}
    }
    let mut hour = i64::from(parts.hour?);
    match parts.afternoon {
        Some(true) if hour < 12 => hour += 12,
        Some(false) if hour == 12 => hour = 0,
        _ => {}
    }
    let in_range = (0..24).contains(&hour) && (0..60).contains(&parts.minute);
    in_range.then(|| ((hour * 60 + i64::from(parts.minute)) * 60 + i64::from(parts.second)) * 1000)
}

fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn fold(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    word.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

fn month(word: &str) -> Option<i8> {
    const STARTS: [(&str, i8); 34] = [
        ("jan", 1),
        ("ene", 1),
        ("fev", 2),
        ("feb", 2),
        ("mars", 3),
        ("mar", 3),
        ("mrz", 3),
        ("maerz", 3),
        ("avr", 4),
        ("apr", 4),
        ("abr", 4),
        ("mai", 5),
        ("may", 5),
        ("juin", 6),
        ("jun", 6),
        ("juil", 7),
        ("jul", 7),
        ("aou", 8),
        ("aug", 8),
        ("ago", 8),
        ("sep", 9),
        ("set", 9),
        ("oct", 10),
        ("okt", 10),
        ("out", 10),
        ("nov", 11),
        ("dec", 12),
        ("dez", 12),
        ("dic", 12),
        ("janv", 1),
        ("fevr", 2),
        ("sept", 9),
        ("marz", 3),
        ("maio", 5),
    ];
    STARTS.iter().find(|(start, _)| word.starts_with(start)).map(|&(_, month)| month)
}

fn weekday(word: &str) -> bool {
    const STARTS: [&str; 26] = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mardi", "mer", "jeu", "ven", "sam", "dim",
        "mie", "jue", "vie", "sab", "dom", "seg", "ter", "qua", "qui", "sex", "die", "mit",
    ];
    STARTS.iter().any(|start| word.starts_with(start))
}

/// Offsets of the zone names that exports really write.
fn zone_offset(name: &str) -> Option<i32> {
    Some(match name {
        "wet" => 0,
        "bst" | "west" | "cet" => 3600,
        "cest" | "eet" => 2 * 3600,
        "eest" | "msk" => 3 * 3600,
        "edt" => -4 * 3600,
        "est" | "cdt" => -5 * 3600,
        "cst" | "mdt" => -6 * 3600,
        "mst" | "pdt" => -7 * 3600,
        "pst" => -8 * 3600,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_FIRST: DateStyle = DateStyle { day_first: true, ambiguous: false, year_first: false };
    const MONTH_FIRST: DateStyle = DateStyle { day_first: false, ..DAY_FIRST };

    fn utc(text: &str) -> i64 {
        text.parse::<jiff::Timestamp>().unwrap().as_millisecond()
    }

    #[test]
    fn every_form_of_one_moment() {
        for cell in [
            "2023-03-01T09:00:00Z",
            "2023-03-01 09:00:00",
            "2023-03-01 09:00:00+00:00",
            "2023-03-01 09:00:00 UTC",
            "2023-03-01T09:00:00.000Z",
            "2023-03-01 09:00:00.0",
            "2023-03-01T10:00:00+01:00",
            "2023-03-01T04:00:00-0500",
            "2023-03-01 04:00:00 EST",
            "2023-03-01 10:00:00 CET",
            "2023/03/01 09:00",
            "Wed Mar 01 09:00:00 +0000 2023",
            "Wed Mar 01 09:00:00 UTC 2023",
            "Wed, 01 Mar 2023 09:00:00 GMT",
            "01/03/2023 09:00:00",
            "1/3/23 9:00",
            "01.03.2023 09:00",
            "01-Mar-2023 09:00AM",
            "1 mars 2023 à 9h00",
            "Mar 1, 2023 9:00 AM",
            "1677661200",
            "1677661200000",
            "1677661200000000",
            "44986.375",
            "=\"2023-03-01 09:00:00\"",
        ] {
            assert_eq!(read(cell, DAY_FIRST), Some(utc("2023-03-01T09:00:00Z")), "{cell}");
        }
    }

    #[test]
    fn days_alone() {
        for cell in [
            "2024-02-05",
            "5 févr. 2024",
            "Feb 5, 2024",
            "05/02/2024",
            "05 Feb 2024",
            "20240205",
            "5. Februar 2024",
        ] {
            assert_eq!(read(cell, DAY_FIRST), Some(utc("2024-02-05T00:00:00Z")), "{cell}");
        }
        assert_eq!(read("10/16/17 22:59", MONTH_FIRST), Some(utc("2017-10-16T22:59:00Z")));
        assert_eq!(read("2024-02-29", DAY_FIRST), Some(utc("2024-02-29T00:00:00Z")));
    }

    #[test]
    fn what_is_no_date_is_unknown() {
        for cell in [
            "",
            "NA",
            "soon",
            "2w",
            "2023-02-29",
            "2023-02-29T00:00:00Z",
            "2023-13-01 00:00:00",
            "25/13/2024",
            "7",
            "99999999999999999999",
            "12:30",
            "2024-03-01T99:00:00Z",
            "Mar Mar 1 2024",
        ] {
            assert_eq!(read(cell, DAY_FIRST), None, "{cell}");
        }
    }

    #[test]
    fn the_order_of_day_and_month_is_the_columns() {
        let style = |values: &[&str], given| DateStyle::of(values.iter().copied(), given);
        assert!(style(&["05/02/2024", "25/12/2024"], None).day_first);
        assert!(!style(&["10/2/17 12:41", "10/16/17 22:59"], None).day_first);
        assert_eq!(style(&["05/02/2024"], None), DateStyle { ambiguous: true, ..DAY_FIRST });
        assert_eq!(style(&["05/02/2024"], Some(false)), MONTH_FIRST);
        assert_eq!(style(&["2024-02-05"], None), DAY_FIRST);
    }

    #[test]
    fn times_of_day() {
        assert_eq!(time_of_day("12:29:44"), Some(44_984_000));
        assert_eq!(time_of_day("3:04 PM"), Some(54_240_000));
        assert_eq!(time_of_day("2024"), None);
        assert_eq!(time_of_day("01/03/2023 09:31:00"), None);
    }
}
