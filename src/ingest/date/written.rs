//! Moments written with separators or words, in any order of their parts: `Wed Mar 01 09:00:00 +0000 2023`,
//! `5 févr. 2024 à 9h05`, `01/03/2023 9:00 PM`.

use super::words::{filler, fold, month, weekday, zone_offset};
use super::{DateStyle, leading_number};
use jiff::civil::DateTime;
use jiff::tz::Offset;

const BLANKS: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\t'];

/// Reads a moment.
pub fn read(cell: &str, style: DateStyle) -> Option<i64> {
    let cell = &*compact(without_zone_name(cell));
    let mut parts = Parts::default();
    let mut at = 0;
    while at < cell.len() {
        let rest = &cell[at..];
        let first = rest.chars().next()?;
        if first.is_ascii_digit() {
            at += parts.digits(rest)?;
        } else if let Some(length) = parts.half_of_day(rest) {
            at += length;
        } else if first.is_alphabetic() {
            let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            parts.word(&rest[..end])?;
            at += end;
        } else if matches!(first, '+' | '-' | '\u{2212}') && parts.hour.is_some() {
            at += parts.offset(rest)?;
        } else {
            at += first.len_utf8();
        }
    }
    parts.moment(style)
}

/// `…+01:00[Europe/Paris]` and `… GMT+0100 (Central European Standard Time)` name their offset twice.
fn without_zone_name(cell: &str) -> &str {
    let cut = match cell.as_bytes().last() {
        Some(b']') => cell.find('['),
        Some(b')') => cell.find('('),
        _ => None,
    };
    cut.filter(|&at| at > 8).map_or(cell, |at| cell[..at].trim_end())
}

/// `20230301T090000Z` with its marks put in.
fn compact(cell: &str) -> std::borrow::Cow<'_, str> {
    let b = cell.as_bytes();
    let digits = |from: usize, to: usize| b.len() >= to && b[from..to].iter().all(u8::is_ascii_digit);
    if b.len() < 13 || !matches!(b[8], b'T' | b't') || !digits(0, 8) || !digits(9, 13) {
        return cell.into();
    }
    let seconds = if digits(13, 15) { &cell[13..15] } else { "00" };
    let rest = if digits(13, 15) { &cell[15..] } else { &cell[13..] };
    let (year, month, day) = (&cell[..4], &cell[4..6], &cell[6..8]);
    format!("{year}-{month}-{day}T{}:{}:{seconds}{rest}", &cell[9..11], &cell[11..13]).into()
}

#[derive(Default)]
struct Parts {
    numbers: [(u32, usize); 3],
    count: usize,
    month: Option<i8>,
    /// The month was read from `mar`, which is also a Tuesday.
    maybe_tuesday: bool,
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
        if self.hour.is_none() && number.len() <= 2 {
            let next = rest.trim_start_matches(BLANKS);
            let french = next.starts_with('h') && !next[1..].starts_with(char::is_alphabetic);
            let dotted = self.date_whole()
                && rest.starts_with('.')
                && rest[1..].starts_with(|c: char| c.is_ascii_digit());
            if rest.starts_with(':') || (french && self.date_begun()) || dotted {
                return self.time(text);
            }
            // `9 PM`
            if self.date_begun() && half_of_day(next).is_some() {
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

    fn date_begun(&self) -> bool {
        self.count + usize::from(self.month.is_some()) >= 2
    }

    fn date_whole(&self) -> bool {
        self.count + usize::from(self.month.is_some()) == 3
    }

    /// `12:29:44.5`, `9h05`, `9 h 05`, `9.05`. Returns the bytes read.
    fn time(&mut self, text: &str) -> Option<usize> {
        let (hour, rest) = leading_number(text)?;
        self.hour = Some(hour.parse().ok()?);
        let after = rest.trim_start_matches(BLANKS);
        let mark = after.chars().next().filter(|c| matches!(c, ':' | 'h' | '.'))?;
        let mut rest = &after[1..];
        if mark == 'h' {
            rest = rest.trim_start_matches(BLANKS);
        }
        let read = |rest: &str| text.len() - rest.len();
        let Some((minute, rest)) = leading_number(rest) else { return Some(read(rest)) };
        self.minute = minute.parse().ok()?;
        let Some(seconds) = rest.strip_prefix(':') else { return Some(read(rest)) };
        let (second, mut rest) = leading_number(seconds)?;
        self.second = second.parse::<i8>().ok()?.min(59);
        if let Some(after) = rest.strip_prefix(['.', ','])
            && let Some((fraction, after)) = leading_number(after)
        {
            let nine: String = fraction.chars().chain("000000000".chars()).take(9).collect();
            self.nanos = nine.parse().ok()?;
            rest = after;
        }
        Some(read(rest))
    }

    /// `PM`, `p.m.`, `p. m.` Returns the bytes read.
    fn half_of_day(&mut self, text: &str) -> Option<usize> {
        self.hour?;
        let (afternoon, length) = half_of_day(text)?;
        self.afternoon = Some(afternoon);
        Some(length)
    }

    /// `+0000`, `-05:00`, `+02`. Returns the bytes read.
    fn offset(&mut self, text: &str) -> Option<usize> {
        let sign = if text.starts_with('+') { 1 } else { -1 };
        let after = &text[text.chars().next()?.len_utf8()..];
        let Some((digits, mut rest)) = leading_number(after) else {
            // A dash between the time and what follows it.
            return Some(text.len() - after.len());
        };
        let (hours, minutes): (i32, i32) = match digits.len() {
            1 | 2 => {
                let minutes = match rest.strip_prefix(':').and_then(leading_number) {
                    Some((minutes, after)) if minutes.len() <= 2 => {
                        rest = after;
                        minutes.parse().ok()?
                    }
                    // Another date without a space before it, for all that one can tell.
                    Some(_) => return None,
                    None => 0,
                };
                (digits.parse().ok()?, minutes)
            }
            4 => (digits[..2].parse().ok()?, digits[2..].parse().ok()?),
            // `2024-03-01 - 5` and the like: no offset, a date.
            _ => return None,
        };
        self.offset_seconds = Some(sign * (hours * 3600 + minutes * 60));
        Some(text.len() - rest.len())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let name = fold(word);
        if let Some(month) = month(&name) {
            let tuesday = name == "mar";
            match self.month {
                None => (self.month, self.maybe_tuesday) = (Some(month), tuesday),
                Some(_) if self.maybe_tuesday && !tuesday => {
                    (self.month, self.maybe_tuesday) = (Some(month), false)
                }
                Some(_) => return None,
            }
        } else if let Some(offset) = zone_offset(&name) {
            self.offset_seconds = Some(offset);
        } else if !filler(&name) && !weekday(&name) {
            return None;
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
        let date = DateTime::new(
            i16::try_from(year).ok()?,
            month,
            i8::try_from(day).ok()?,
            on_24_hours(self.hour.unwrap_or(0), self.afternoon),
            self.minute,
            self.second,
            self.nanos,
        )
        .ok()?;
        let offset = Offset::from_seconds(self.offset_seconds.unwrap_or(0)).ok()?;
        Some(offset.to_timestamp(date).ok()?.as_millisecond())
    }
}

/// `am`, `p.m.`, `a. m.`: whether it is the afternoon, and the bytes read.
fn half_of_day(text: &str) -> Option<(bool, usize)> {
    let mut left = text.chars();
    let afternoon = match left.next()? {
        'a' | 'A' => false,
        'p' | 'P' => true,
        _ => return None,
    };
    let rest = left.as_str();
    let rest = rest.strip_prefix('.').unwrap_or(rest).trim_start_matches(BLANKS);
    let rest = rest.strip_prefix(['m', 'M'])?;
    let ends = !rest.starts_with(char::is_alphanumeric);
    ends.then(|| (afternoon, text.len() - rest.strip_prefix('.').unwrap_or(rest).len()))
}

fn on_24_hours(hour: i8, afternoon: Option<bool>) -> i8 {
    match afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
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

/// Milliseconds since midnight of `12:29:44`, `9:05`, `3:04 PM`, `9h05`.
pub fn time_of_day(cell: &str) -> Option<i64> {
    let mut parts = Parts::default();
    let cell = cell.trim();
    let (hour, rest) = leading_number(cell)?;
    if hour.len() > 2 || !rest.trim_start_matches(BLANKS).starts_with([':', 'h']) {
        return None;
    }
    let read = parts.time(cell)?;
    let rest = cell[read..].trim();
    if let Some((afternoon, _)) = half_of_day(rest) {
        parts.afternoon = Some(afternoon);
    }
    let hour = i64::from(on_24_hours(parts.hour?, parts.afternoon));
    let in_range = (0..24).contains(&hour) && (0..60).contains(&parts.minute);
    in_range.then(|| ((hour * 60 + i64::from(parts.minute)) * 60 + i64::from(parts.second)) * 1000)
}
