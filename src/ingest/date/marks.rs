//! Whether `05/02/2024` is in February or in May: what the values of a column tell of it.

use super::{leading_number, read};
use crate::ingest::id::unguard;

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

/// What the dates of some values tell of the order of their day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DateMarks {
    day: u32,
    month: u32,
    year: u32,
    seen: u32,
    /// How often the moments go back, and forth, from one value to the next, read day first and month first.
    day_turns: Turns,
    month_turns: Turns,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Turns {
    last: Option<i64>,
    forth: u32,
    back: u32,
}

impl Turns {
    fn look(&mut self, moment: Option<i64>) {
        if let (Some(last), Some(moment)) = (self.last, moment) {
            self.forth += u32::from(moment > last);
            self.back += u32::from(moment < last);
        }
        self.last = moment.or(self.last);
    }

    /// Whether the values stand in order, one way or the other, over enough of them.
    fn ordered(&self) -> bool {
        self.forth.min(self.back) == 0 && self.forth.max(self.back) >= 4
    }
}

impl DateMarks {
    /// Looks at values, in the order of the file.
    pub fn of<'a>(values: impl Iterator<Item = &'a str>) -> Self {
        let day_first = DateStyle { day_first: true, ambiguous: false, year_first: false };
        let month_first = DateStyle { day_first: false, ..day_first };
        let mut marks = DateMarks::default();
        for value in values {
            let Some((a, b, mark)) = numeric_pair(value) else { continue };
            marks.seen += 1;
            if a > 31 {
                marks.year += 1;
            } else if a > 12 || mark == '.' {
                // Dots part days from months only where the day comes first.
                marks.day += 1;
            } else if b > 12 {
                marks.month += 1;
            } else if value.len() <= 40 {
                marks.day_turns.look(read(value, day_first));
                marks.month_turns.look(read(value, month_first));
            }
        }
        marks
    }

    /// Whether the day comes first, where the values tell it without any doubt.
    pub fn told(&self) -> Option<bool> {
        if self.day != self.month {
            return Some(self.day > self.month);
        }
        // A file in order of time is so under one reading only.
        let ordered = (self.day_turns.ordered(), self.month_turns.ordered());
        (self.day == 0 && ordered.0 != ordered.1).then_some(ordered.0)
    }

    /// Whether the values leave the order open.
    pub fn open(&self) -> bool {
        self.seen > 0 && self.year == 0 && self.told().is_none()
    }

    /// How values with these marks are read; `elsewhere` is what decides when they leave it open. Where nothing
    /// decides, the day comes first.
    pub fn style(&self, elsewhere: Option<bool>) -> DateStyle {
        DateStyle {
            day_first: self.told().or(elsewhere).unwrap_or(true),
            ambiguous: self.open() && elsewhere.is_none(),
            year_first: self.year > 0,
        }
    }
}

impl DateStyle {
    /// Decides for a column from its first values; where they cannot tell, `day_first` as given, else day first.
    pub fn of<'a>(values: impl Iterator<Item = &'a str>, day_first: Option<bool>) -> Self {
        DateMarks::of(values).style(day_first)
    }
}

/// The first two numbers of `a/b/c`, `a-b-c` or `a.b.c` where the first is no four-digit year.
///
/// Returns the mark between them too.
fn numeric_pair(value: &str) -> Option<(u32, u32, char)> {
    let value = unguard(value.trim());
    let (a, rest) = leading_number(value)?;
    if a.len() > 2 {
        return None;
    }
    let mark = rest.chars().next()?;
    let rest = rest.strip_prefix(['/', '-', '.'])?;
    let (b, rest) = leading_number(rest)?;
    if b.len() > 2 {
        return None;
    }
    leading_number(rest.strip_prefix(['/', '-', '.'])?)?;
    Some((a.parse().ok()?, b.parse().ok()?, mark))
}
