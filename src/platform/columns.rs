//! The columns of a table as they were understood: which plays which role, and how its values are read.

use super::ledger::Ledger;
use super::naming;
use super::record::Record;
use super::roles::{self, FIELDS, Field, IGNORED, Role, SIDES, Side};
use super::words;
use crate::error::{ErrorKind, Result};
use crate::ingest::date::{self, DateStyle};
use crate::ingest::id::{self, Id};
use crate::ingest::layout::Layout;
use crate::ingest::number::{self, NumberStyle};
use crate::issue::{ColumnReading, clip};
use crate::limits;
use crate::model::{Millis, Platform};
use std::collections::BTreeMap;

const NONE: u16 = u16::MAX;
/// Longer than any date or number, an unreadable one included.
const VALUE_CHARS: usize = 64;

/// The columns of a table and how each is read.
#[derive(Debug, Clone)]
pub struct Columns {
    names: Vec<String>,
    roles: Vec<Role>,
    index: [[u16; FIELDS]; SIDES],
    numbers: Vec<NumberStyle>,
    dates: Vec<DateStyle>,
    readings: Vec<Option<&'static str>>,
    samples: Vec<Vec<String>>,
    /// Network of the accounts where a row does not say it.
    pub platform: Platform,
}

/// Guesses the role of each column by its name and its first values. `allowed` keeps to the roles an adapter knows.
pub fn guess(layout: &Layout, allowed: impl Fn(Role) -> bool) -> Vec<Role> {
    let mut candidates: Vec<(usize, usize, Role)> = Vec::new();
    for (column, name) in layout.columns.iter().enumerate() {
        for (role, rank) in naming::readings(name) {
            if allowed(role) && fits(layout, column, role) {
                // `13800000` before `13.8M`.
                let rounded =
                    role.1.is_number() && values(layout, column).any(|v| v.ends_with(char::is_alphabetic));
                candidates.push((rank + if rounded { 1000 } else { 0 }, column, role));
            }
        }
    }
    candidates.sort_unstable();
    let mut found = vec![IGNORED; layout.columns.len()];
    for (_, column, role) in candidates {
        if found[column] == IGNORED && !found.contains(&role) {
            found[column] = role;
        }
    }
    let has = |found: &[Role], field| found.contains(&(Side::Row, field));
    let rename = |found: &mut Vec<Role>, from, to| {
        if let Some(at) = found.iter().position(|r| *r == (Side::Row, from))
            && !has(found, to)
            && allowed((Side::Row, to))
        {
            found[at] = (Side::Row, to);
        }
    };
    if !has(&found, Field::AuthorId) {
        rename(&mut found, Field::AuthorName, Field::Author);
    }
    // A description beside dates and counts is a caption, beside a text it is the author's.
    if has(&found, Field::Time) {
        rename(&mut found, Field::Bio, Field::Text);
    }
    found
}

/// Values of a column among the first records, without the missing ones.
pub fn values(layout: &Layout, column: usize) -> impl Iterator<Item = &str> + Clone {
    layout.sample.iter().filter_map(move |r| r.get(column)).map(|v| v.trim()).filter(|v| !id::missing(v))
}

/// Whether at least half of a column's values (or none at all) pass a test.
fn most(layout: &Layout, column: usize, test: impl Fn(&str) -> bool) -> bool {
    let (mut all, mut passed) = (0, 0);
    for value in values(layout, column).take(100) {
        all += 1;
        passed += usize::from(test(value));
    }
    passed * 2 >= all
}

/// Whether the values of a column can be what its name says.
fn fits(layout: &Layout, column: usize, role: Role) -> bool {
    let any_date = DateStyle { day_first: true, ambiguous: false, year_first: false };
    let month_first = DateStyle { day_first: false, ..any_date };
    match role.1 {
        field if field.is_number() => {
            let style = NumberStyle::of(values(layout, column));
            most(layout, column, |v| number::read(v, style).is_some())
        }
        field if field.is_time() => most(layout, column, |v| {
            date::read(v, any_date).is_some() || date::read(v, month_first).is_some()
        }),
        Field::TimeOfDay => most(layout, column, |v| date::time_of_day(v).is_some()),
        Field::Kind => most(layout, column, |v| words::kind(v).is_some()),
        Field::Layer => most(layout, column, |v| words::layer(v).is_some()),
        Field::Directed => most(layout, column, |v| words::directed(v).is_some()),
        Field::IsRepost | Field::IsQuote | Field::IsReply | Field::Verified => {
            most(layout, column, |v| words::truth(v).is_some())
        }
        // An empty column, or one of links to applications, is not the text whatever its name.
        Field::Text => {
            let told = layout.sample.is_empty() || values(layout, column).next().is_some();
            told && most(layout, column, |v| !v.starts_with("<a "))
        }
        Field::Author if role.0 == Side::Reply => {
            most(layout, column, |v| !v.bytes().all(|b| b.is_ascii_digit()))
        }
        _ => true,
    }
}

impl Columns {
    /// Settles how each column is read. `given` are roles that the caller chose, by name of column.
    pub fn new(
        layout: &Layout,
        mut found: Vec<Role>,
        given: &BTreeMap<String, String>,
        day_first: Option<bool>,
        ledger: &mut Ledger,
    ) -> Result<Self> {
        found.resize(layout.columns.len(), IGNORED);
        for (name, code) in given {
            let role = roles::from_code(code)
                .ok_or_else(|| ErrorKind::InvalidArgument { name: "roles", given: code.clone() })?;
            if let Some(column) = layout.columns.iter().position(|c| c == name) {
                found.iter_mut().filter(|r| **r == role).for_each(|r| *r = IGNORED);
                found[column] = role;
            }
        }
        let mut columns = Columns {
            names: layout.columns.clone(),
            index: [[NONE; FIELDS]; SIDES],
            numbers: Vec::new(),
            dates: Vec::new(),
            readings: Vec::new(),
            samples: Vec::new(),
            platform: Platform::Unknown,
            roles: found,
        };
        for column in 0..columns.names.len() {
            columns.settle(layout, column, day_first, ledger);
        }
        Ok(columns)
    }

    fn settle(&mut self, layout: &Layout, column: usize, day_first: Option<bool>, ledger: &mut Ledger) {
        let (side, field) = self.roles[column];
        self.index[side as usize][field as usize] = column as u16;
        let samples = values(layout, column).take(3).map(|v| {
            let mut sample = v.to_string();
            clip(&mut sample, limits::EXCERPT_CHARS);
            sample
        });
        self.samples.push(samples.collect());
        let first = self.samples[column].first().cloned().unwrap_or_default();
        let mut reading = None;
        let mut numbers = NumberStyle::default();
        let mut dates = DateStyle { day_first: true, ambiguous: false, year_first: false };
        if field.is_number() {
            numbers = NumberStyle::of(values(layout, column));
            reading = numbers.reading();
            if numbers.ambiguous {
                ledger.note_file("number.ambiguous", Some(&self.names[column]), first);
            }
        } else if field.is_time() {
            dates = DateStyle::of(values(layout, column), day_first);
            reading = date_reading(values(layout, column).next(), dates);
            if dates.ambiguous {
                ledger.note_file("date.ambiguous", Some(&self.names[column]), first);
            }
        }
        self.numbers.push(numbers);
        self.dates.push(dates);
        self.readings.push(reading);
    }

    fn at(&self, side: Side, field: Field) -> Option<usize> {
        let column = self.index[side as usize][field as usize];
        (column != NONE).then_some(usize::from(column))
    }

    /// Whether a column has that role.
    pub fn has(&self, side: Side, field: Field) -> bool {
        self.at(side, field).is_some()
    }

    /// The value as it stands; empty where there is none.
    pub fn raw<'r>(&self, record: &Record<'r>, side: Side, field: Field) -> &'r str {
        self.at(side, field).map_or("", |column| record.get(column))
    }

    /// A word or text: trimmed, none where it is missing or a word for missing.
    pub fn word<'r>(&self, record: &Record<'r>, side: Side, field: Field) -> Option<&'r str> {
        let value = self.raw(record, side, field).trim();
        (!id::missing(value)).then_some(value)
    }

    /// An id, as text. One that a spreadsheet destroyed is noted, and unknown.
    pub fn id<'r>(
        &self,
        record: &Record<'r>,
        side: Side,
        field: Field,
        ledger: &mut Ledger,
    ) -> Option<&'r str> {
        let column = self.at(side, field)?;
        match id::read(record.get(column)) {
            Id::Known(id) => Some(id),
            Id::Missing => None,
            Id::Destroyed => {
                ledger.repair("id.destroyed", Some(&self.names[column]), || record.get(column).to_string());
                None
            }
        }
    }

    /// A count, never negative. What is no number is noted, and unknown.
    pub fn number(&self, record: &Record<'_>, side: Side, field: Field, ledger: &mut Ledger) -> Option<f64> {
        let column = self.at(side, field)?;
        let value = record.get(column);
        match number::read(value, self.numbers[column]) {
            Some(n) if n >= 0.0 => Some(n),
            Some(_) => {
                ledger.repair("number.negative", Some(&self.names[column]), || value.to_string());
                None
            }
            None => {
                let value = value.trim();
                if !id::missing(value) {
                    ledger.repair("number.unreadable", Some(&self.names[column]), || value.to_string());
                }
                None
            }
        }
    }

    /// A number of either sign, with what stands there when it is none.
    pub fn signed<'r>(&self, record: &Record<'r>, field: Field) -> std::result::Result<f64, &'r str> {
        let Some(column) = self.at(Side::Row, field) else { return Err("") };
        number::read(record.get(column), self.numbers[column]).ok_or(record.get(column))
    }

    /// A moment. What is no date is noted, and unknown.
    pub fn time(&self, record: &Record<'_>, side: Side, field: Field, ledger: &mut Ledger) -> Option<Millis> {
        let column = self.at(side, field)?;
        let value = record.get(column);
        let moment = if value.len() <= VALUE_CHARS { date::read(value, self.dates[column]) } else { None };
        if moment.is_none() && !id::missing(value.trim()) {
            ledger.repair("time.unreadable", Some(&self.names[column]), || value.to_string());
        }
        let moment = moment?;
        if field == Field::Time
            && side == Side::Row
            && moment.rem_euclid(86_400_000) == 0
            && let Some(clock) = self.at(Side::Row, Field::TimeOfDay)
            && !value.contains(':')
        {
            return Some(moment + date::time_of_day(record.get(clock)).unwrap_or(0));
        }
        Some(moment)
    }

    /// Yes or no, where the value says one of them.
    pub fn truth(&self, record: &Record<'_>, side: Side, field: Field) -> Option<bool> {
        words::truth(self.raw(record, side, field).trim())
    }

    /// The network of a row.
    pub fn platform_of(&self, record: &Record<'_>) -> Platform {
        if self.has(Side::Row, Field::Platform)
            && let Some(platform) = words::platform(self.raw(record, Side::Row, Field::Platform))
        {
            return platform;
        }
        if self.platform == Platform::Unknown && self.has(Side::Row, Field::Url) {
            return words::platform_of_url(self.raw(record, Side::Row, Field::Url))
                .unwrap_or(Platform::Unknown);
        }
        self.platform
    }

    /// What the receipt says of the columns.
    pub fn receipt(self) -> Vec<ColumnReading> {
        let all = self.names.into_iter().zip(self.roles).zip(self.readings).zip(self.samples);
        all.map(|(((name, role), reading), samples)| ColumnReading {
            name,
            role: roles::code(role),
            reading,
            samples,
        })
        .collect()
    }
}

fn date_reading(first: Option<&str>, style: DateStyle) -> Option<&'static str> {
    let first = first?;
    let digits = first.bytes().take_while(u8::is_ascii_digit).count();
    if first.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return match digits {
            5 => Some("spreadsheet days"),
            9 | 10 => Some("epoch seconds"),
            12 | 13 => Some("epoch milliseconds"),
            15 | 16 => Some("epoch microseconds"),
            17.. => Some("epoch nanoseconds"),
            _ => None,
        };
    }
    if digits == 4 || digits == 0 || first.contains(char::is_alphabetic) {
        return None;
    }
    Some(if style.year_first {
        "year first"
    } else if style.day_first {
        "day first"
    } else {
        "month first"
    })
}

/// The network that the names of the columns and the addresses in them point to, when they point to one only.
pub fn platform_hint(layout: &Layout, found: &[Role]) -> Platform {
    let mut seen = [0usize; Platform::ALL.len()];
    if let Some(url) = found.iter().position(|r| *r == (Side::Row, Field::Url)) {
        for value in values(layout, url).take(100) {
            if let Some(platform) = words::platform_of_url(value) {
                seen[platform as usize] += 1;
            }
        }
    }
    if seen.iter().all(|&n| n == 0) {
        for name in &layout.columns {
            if let Some(platform) = words::platform_of_name(&naming::squeeze(name)) {
                seen[platform as usize] += 1;
            }
        }
    }
    let mut told = Platform::ALL.into_iter().filter(|p| seen[*p as usize] > 0);
    match (told.next(), told.next()) {
        (Some(platform), None) => platform,
        _ => Platform::Unknown,
    }
}
