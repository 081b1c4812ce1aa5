//! The columns of a table as they were understood: which plays which role, and how its values are read.

use super::ImportOptions;
use super::conventions::Conventions;
use super::guess::values;
use super::ledger::Ledger;
use super::naming;
use super::record::Record;
use super::roles::{self, FIELDS, Field, IGNORED, Role, SIDES, Side};
use super::tools::Found;
use super::words;
use super::worth;
use crate::error::{ErrorKind, Result};
use crate::ingest::date::{self, DateStyle};
use crate::ingest::id::{self, Id};
use crate::ingest::layout::Layout;
use crate::ingest::number::{self, NumberStyle};
use crate::issue::{ColumnReading, Confidence, Question, clip};
use crate::limits;
use crate::model::blank::trim;
use crate::model::{Millis, Platform};

const NONE: u16 = u16::MAX;

/// The columns of a table and how each is read.
#[derive(Debug, Clone)]
pub struct Columns {
    names: Vec<String>,
    roles: Vec<Role>,
    index: [[u16; FIELDS]; SIDES],
    /// The next column of the same role, for each column.
    next: Vec<u16>,
    numbers: Vec<NumberStyle>,
    dates: Vec<DateStyle>,
    readings: Vec<Option<&'static str>>,
    samples: Vec<Vec<String>>,
    /// Network of the accounts where a row does not say it.
    pub platform: Platform,
    /// What only the user can tell.
    pub questions: Vec<Question>,
}

impl Columns {
    /// Settles how each column is read, with what the caller said of its role and its conventions.
    pub fn new(layout: &Layout, found: Found, options: &ImportOptions, ledger: &mut Ledger) -> Result<Self> {
        let Found { roles: mut found, mut ranks } = found;
        found.resize(layout.columns.len(), IGNORED);
        ranks.resize(layout.columns.len(), 0);
        for (name, code) in &options.roles {
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
            next: vec![NONE; layout.columns.len()],
            numbers: Vec::new(),
            dates: Vec::new(),
            readings: Vec::new(),
            samples: Vec::new(),
            platform: Platform::Unknown,
            questions: Vec::new(),
            roles: found,
        };
        let mut conventions = Conventions::of(layout, &columns.roles, options);
        for column in 0..columns.names.len() {
            columns.settle(layout, column, &mut conventions, ledger);
        }
        columns.questions = conventions.into_questions();
        let mut order: Vec<usize> = (0..columns.names.len()).collect();
        order.retain(|column| columns.roles[*column] != IGNORED);
        order.sort_by_key(|column| ranks[*column]);
        for column in order {
            columns.link(column);
        }
        Ok(columns)
    }

    fn settle(
        &mut self,
        layout: &Layout,
        column: usize,
        conventions: &mut Conventions<'_>,
        ledger: &mut Ledger,
    ) {
        let (_, field) = self.roles[column];
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
            numbers = conventions.numbers(column);
            reading = numbers.reading();
            if numbers.ambiguous {
                ledger.note_file("number.ambiguous", Some(&self.names[column]), first);
            }
        } else if field.is_time() {
            dates = conventions.dates(column);
            reading = date_reading(values(layout, column).next(), dates);
            if dates.ambiguous {
                ledger.note_file("date.ambiguous", Some(&self.names[column]), first);
            }
        } else if matches!(field, Field::PostId | Field::AuthorId) && id::rounded(values(layout, column)) {
            ledger.note_file("id.rounded", Some(&self.names[column]), first);
        }
        self.numbers.push(numbers);
        self.dates.push(dates);
        self.readings.push(reading);
    }

    /// Puts a column behind the others of its role.
    fn link(&mut self, column: usize) {
        let (side, field) = self.roles[column];
        match self.columns_of(side, field).last() {
            Some(last) => self.next[last] = column as u16,
            None => self.index[side as usize][field as usize] = column as u16,
        }
    }

    // Most roles are nobody's: saying so must cost a row next to nothing, so what asks for one is inlined down to here.
    #[inline(always)]
    fn at(&self, side: Side, field: Field) -> Option<usize> {
        let column = self.index[side as usize][field as usize];
        (column != NONE).then_some(usize::from(column))
    }

    /// Every column of a role, the surest first.
    fn columns_of(&self, side: Side, field: Field) -> impl Iterator<Item = usize> + '_ {
        let next = |column: u16| (column != NONE).then_some(usize::from(column));
        std::iter::successors(next(self.index[side as usize][field as usize]), move |column| {
            next(self.next[*column])
        })
    }

    /// The column of a role that this row fills in: the first one where several share the role.
    #[inline(always)]
    fn filled(&self, record: &Record<'_>, side: Side, field: Field) -> Option<usize> {
        let first = self.at(side, field)?;
        if self.next[first] == NONE {
            return Some(first);
        }
        self.filled_of_several(record, side, field).or(Some(first))
    }

    fn filled_of_several(&self, record: &Record<'_>, side: Side, field: Field) -> Option<usize> {
        self.columns_of(side, field).find(|column| !id::missing(trim(record.get(*column))))
    }

    /// The surest column of a role.
    pub fn column_of(&self, side: Side, field: Field) -> Option<usize> {
        self.at(side, field)
    }

    /// The column of a role that no other one shares.
    pub fn only_column_of(&self, side: Side, field: Field) -> Option<usize> {
        self.at(side, field).filter(|column| self.next[*column] == NONE)
    }

    /// Whether a column has that role.
    #[inline(always)]
    pub fn has(&self, side: Side, field: Field) -> bool {
        self.at(side, field).is_some()
    }

    /// The value as it stands; empty where there is none.
    #[inline(always)]
    pub fn raw<'r>(&self, record: &Record<'r>, side: Side, field: Field) -> &'r str {
        self.filled(record, side, field).map_or("", |column| record.get(column))
    }

    /// A word or text: trimmed, none where it is missing or a word for missing.
    #[inline(always)]
    pub fn word<'r>(&self, record: &Record<'r>, side: Side, field: Field) -> Option<&'r str> {
        let value = trim(record.get(self.filled(record, side, field)?));
        (!id::missing(value)).then_some(value)
    }

    /// An id, as text. One that a spreadsheet destroyed is noted, and unknown.
    #[inline(always)]
    pub fn id<'r>(
        &self,
        record: &Record<'r>,
        side: Side,
        field: Field,
        ledger: &mut Ledger,
    ) -> Option<&'r str> {
        let column = self.filled(record, side, field)?;
        self.id_at(record, column, ledger)
    }

    fn id_at<'r>(&self, record: &Record<'r>, column: usize, ledger: &mut Ledger) -> Option<&'r str> {
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
    #[inline(always)]
    pub fn number(&self, record: &Record<'_>, side: Side, field: Field, ledger: &mut Ledger) -> Option<f64> {
        let first = self.at(side, field)?;
        self.greatest(record, first, ledger)
    }

    fn greatest(&self, record: &Record<'_>, first: usize, ledger: &mut Ledger) -> Option<f64> {
        let mut number = self.number_at(record, first, ledger);
        let mut column = first;
        // Several columns of one role are one for each network: a row fills in its own, and others with zeros.
        while self.next[column] != NONE {
            column = usize::from(self.next[column]);
            let other = self.number_at(record, column, ledger);
            number = if other > number { other } else { number };
        }
        number
    }

    /// The sum of all columns of a role; none where no value of them is known.
    pub fn sum(&self, record: &Record<'_>, field: Field, ledger: &mut Ledger) -> Option<f64> {
        let mut sum = None;
        for column in self.columns_of(Side::Row, field) {
            if let Some(number) = self.number_at(record, column, ledger) {
                sum = Some(sum.unwrap_or(0.0) + number);
            }
        }
        sum
    }

    /// The values of all columns of a role, those that are missing left out.
    pub fn words<'r>(
        &self,
        record: &Record<'r>,
        side: Side,
        field: Field,
    ) -> impl Iterator<Item = &'r str> + use<'_, 'r> {
        let record = *record;
        self.columns_of(side, field)
            .map(move |column| trim(record.get(column)))
            .filter(|value| !id::missing(value))
    }

    #[inline]
    fn number_at(&self, record: &Record<'_>, column: usize, ledger: &mut Ledger) -> Option<f64> {
        let value = record.get(column);
        plain_count(value).or_else(|| self.number_written(value, column, ledger))
    }

    /// A number that is not plainly a count.
    fn number_written(&self, value: &str, column: usize, ledger: &mut Ledger) -> Option<f64> {
        match number::read(value, self.numbers[column]) {
            Some(n) if n >= 0.0 => Some(n),
            Some(_) => {
                ledger.repair("number.negative", Some(&self.names[column]), || value.to_string());
                None
            }
            None => {
                let value = trim(value);
                if !id::missing(value) {
                    ledger.repair("number.unreadable", Some(&self.names[column]), || value.to_string());
                }
                None
            }
        }
    }

    /// An amount of either sign. What is no number is noted, and unknown.
    pub fn amount(&self, record: &Record<'_>, field: Field, ledger: &mut Ledger) -> Option<f64> {
        let column = self.at(Side::Row, field)?;
        match self.signed(record, field) {
            Ok(number) => Some(number),
            Err(value) => {
                if !id::missing(trim(value)) {
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
    #[inline(always)]
    pub fn time(&self, record: &Record<'_>, side: Side, field: Field, ledger: &mut Ledger) -> Option<Millis> {
        let column = self.filled(record, side, field)?;
        self.time_at(record, column, (side, field), ledger)
    }

    fn time_at(
        &self,
        record: &Record<'_>,
        column: usize,
        (side, field): Role,
        ledger: &mut Ledger,
    ) -> Option<Millis> {
        let value = record.get(column);
        let moment = date::read(value, self.dates[column]);
        if moment.is_none() && !id::missing(trim(value)) {
            let code = if date::is_relative(value) { "time.relative" } else { "time.unreadable" };
            ledger.repair(code, Some(&self.names[column]), || value.to_string());
        }
        let moment = moment?;
        if field == Field::Time
            && side == Side::Row
            && let Some(clock) = self.at(Side::Row, Field::TimeOfDay)
            && moment.rem_euclid(86_400_000) == 0
            && !value.contains(':')
        {
            return Some(moment + date::time_of_day(record.get(clock)).unwrap_or(0));
        }
        Some(moment)
    }

    /// Yes or no, where the value says one of them.
    #[inline(always)]
    pub fn truth(&self, record: &Record<'_>, side: Side, field: Field) -> Option<bool> {
        words::truth(trim(record.get(self.filled(record, side, field)?)))
    }

    /// The network of a row: as its columns name it, else the network of its address.
    pub fn platform_of(&self, record: &Record<'_>) -> Platform {
        for column in self.columns_of(Side::Row, Field::Platform) {
            if let Some(platform) = words::platform(record.get(column)) {
                return platform;
            }
        }
        if self.platform == Platform::Unknown && self.has(Side::Row, Field::Url) {
            return words::platform_of_url(self.raw(record, Side::Row, Field::Url))
                .unwrap_or(Platform::Unknown);
        }
        self.platform
    }

    /// The network whose rules for handles hold where nothing tells the network: where authors have points in their
    /// names, those they mention may have, and where they have their server in it, those have too.
    pub fn spelling(&self) -> Platform {
        let author = self.at(Side::Row, Field::Author);
        let served = author.is_some_and(|column| {
            let served = |name: &&String| {
                name.trim_start_matches('@').split_once('@').is_some_and(|(_, host)| host.contains('.'))
            };
            !self.samples[column].is_empty()
                && self.samples[column].iter().filter(served).count() == self.samples[column].len()
        });
        if served {
            return Platform::Mastodon;
        }
        let pointed = author.is_some_and(|column| {
            self.samples[column].iter().any(|name| {
                let inner = name.trim_start_matches('@').trim_end_matches('.');
                inner.contains('.') && !inner.contains([' ', '/', '@'])
            })
        });
        if pointed { Platform::Instagram } else { Platform::Unknown }
    }

    /// What the receipt says of the columns. Those of a tool's own export are `certain`.
    pub fn receipt(self, certain: bool) -> Vec<ColumnReading> {
        let all = self.names.into_iter().zip(self.roles).zip(self.readings).zip(self.samples);
        all.map(|(((name, role), reading), samples)| ColumnReading {
            confidence: (role != IGNORED)
                .then(|| if certain { Confidence::Certain } else { sureness(&name, role) }),
            name,
            role: roles::code(role),
            reading,
            samples,
        })
        .collect()
    }
}

/// How sure the name of a column alone makes its role: a word of its own, a part of the name, or nothing but its values.
fn sureness(name: &str, role: Role) -> Confidence {
    match naming::readings(name).iter().find(|(read, _)| *read == role) {
        Some((_, rank)) if *rank < naming::BY_PARTS => Confidence::Certain,
        Some(_) => Confidence::Likely,
        None if worth::reading(name).is_some_and(|(field, _)| (Side::Row, field) == role) => {
            Confidence::Likely
        }
        None => Confidence::Guess,
    }
}

/// A count as most are written, in digits alone: every style reads it so.
#[inline]
fn plain_count(value: &str) -> Option<f64> {
    if value.is_empty() || value.len() > 15 {
        return None;
    }
    let mut count = 0_u64;
    for byte in value.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        count = count * 10 + u64::from(digit);
    }
    Some(count as f64)
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
