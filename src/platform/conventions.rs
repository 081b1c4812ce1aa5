//! How a table writes its numbers and dates, as a whole: what decides for a column whose own values leave it open.
//!
//! First come the values of the column itself, then what the user said, then the other columns of the table, then its
//! separator: spreadsheets write `;` where the comma parts decimals. What is open after that is asked.

use super::ImportOptions;
use super::guess::values;
use super::roles::{Field, Role};
use crate::ingest::date::{self, DateMarks, DateStyle};
use crate::ingest::delimited::Separator;
use crate::ingest::layout::Layout;
use crate::ingest::number::{self, Decimal, Marks, NumberStyle};
use crate::issue::{Answer, Question, Reading, clip};
use crate::limits;

/// Two columns of one row tell the same moment within so many milliseconds: a day and a half, for zones.
const SAME_MOMENT: u64 = 129_600_000;

/// The conventions of one table.
#[derive(Debug)]
pub struct Conventions<'a> {
    layout: &'a Layout,
    decimal: Option<Decimal>,
    day_first: Option<bool>,
    /// Columns of moments that need no order of day and month.
    plain_times: Vec<usize>,
    questions: Vec<Question>,
}

impl<'a> Conventions<'a> {
    /// Looks at all columns.
    pub fn of(layout: &'a Layout, roles: &[Role], options: &ImportOptions) -> Self {
        let (mut comma, mut point, mut day, mut month) = (0, 0, 0, 0);
        let mut plain_times = Vec::new();
        for column in 0..layout.columns.len() {
            let field = roles.get(column).map_or(Field::Ignored, |role| role.1);
            if field.is_time() || (field == Field::Ignored && is_dated(layout, column)) {
                let marks = DateMarks::of(values(layout, column));
                match marks.told() {
                    Some(true) => day += 1,
                    Some(false) => month += 1,
                    None if field.is_time() && !marks.open() => plain_times.push(column),
                    None => {}
                }
            }
            if field.is_number() || (field == Field::Ignored && is_numeric(layout, column)) {
                match Marks::of(values(layout, column)).told() {
                    Some(Decimal::Comma) => comma += 1,
                    Some(Decimal::Point) => point += 1,
                    None => {}
                }
            }
        }
        let told = match comma.cmp(&point) {
            std::cmp::Ordering::Greater => Some(Decimal::Comma),
            std::cmp::Ordering::Less => Some(Decimal::Point),
            std::cmp::Ordering::Equal => None,
        };
        let semicolons = layout.dialect.separator == Separator::Byte(b';');
        let decimal = told.or((semicolons && comma == 0).then_some(Decimal::Comma));
        // Wherever the comma parts decimals, the day comes before the month.
        let european = (decimal == Some(Decimal::Comma)).then_some(true);
        let asked = match options.decimal.as_deref() {
            Some("comma") => Some(Decimal::Comma),
            Some("point") => Some(Decimal::Point),
            _ => None,
        };
        Conventions {
            layout,
            decimal: asked.or(decimal),
            day_first: options.day_first.or((day != month).then_some(day > month)).or(european),
            plain_times,
            questions: Vec::new(),
        }
    }

    /// How the numbers of a column are read. Asks where nothing tells.
    pub fn numbers(&mut self, column: usize) -> NumberStyle {
        let marks = Marks::of(values(self.layout, column));
        let style = marks.style(self.decimal);
        let open = |v: &&str| Marks::of(std::iter::once(*v)).open();
        if style.ambiguous
            && let Some(sample) = values(self.layout, column).find(open)
        {
            let mut readings: Vec<Reading> = [(Decimal::Comma, "comma"), (Decimal::Point, "point")]
                .into_iter()
                .filter_map(|(decimal, name)| {
                    let number = number::read(sample, marks.style(Some(decimal)))?;
                    let option = Answer { decimal: Some(name), day_first: None };
                    Some(Reading { option, shown: number.to_string() })
                })
                .collect();
            let used = number::read(sample, style).map(|number| number.to_string());
            readings.sort_by_key(|reading| Some(&reading.shown) != used.as_ref());
            self.ask("number", column, sample, readings);
        }
        style
    }

    /// How the dates of a column are read. Asks where nothing tells.
    pub fn dates(&mut self, column: usize) -> DateStyle {
        let marks = DateMarks::of(values(self.layout, column));
        let beside = if marks.open() { self.agreeing(column) } else { None };
        let style = marks.style(beside.or(self.day_first));
        let open = |v: &&str| DateMarks::of(std::iter::once(*v)).open();
        if style.ambiguous
            && let Some(sample) = values(self.layout, column).find(open)
        {
            let readings = [style.day_first, !style.day_first].into_iter().filter_map(|day_first| {
                let moment = date::read(sample, DateStyle { day_first, ..style })?;
                let option = Answer { decimal: None, day_first: Some(day_first) };
                Some(Reading { option, shown: date::day(moment) })
            });
            let readings = readings.collect();
            self.ask("date", column, sample, readings);
        }
        style
    }

    /// The order of day and month under which a column tells the same moments as another one of its rows.
    fn agreeing(&self, column: usize) -> Option<bool> {
        let plain = DateStyle { day_first: true, ambiguous: false, year_first: false };
        let agree = |day_first: bool| {
            let style = DateStyle { day_first, ..plain };
            let same = |row: &Vec<String>, other: usize| {
                let one = date::read(row.get(column)?, style)?;
                let two = date::read(row.get(other)?, plain)?;
                Some(one.abs_diff(two) <= SAME_MOMENT)
            };
            self.plain_times.iter().any(|&other| {
                let told: Vec<bool> = self.layout.sample.iter().filter_map(|row| same(row, other)).collect();
                !told.is_empty() && told.iter().all(|same| *same)
            })
        };
        let (day, month) = (agree(true), agree(false));
        (day != month).then_some(day)
    }

    /// One question a kind: its answer is for the whole file.
    fn ask(&mut self, kind: &'static str, column: usize, sample: &str, readings: Vec<Reading>) {
        let told_apart = readings.len() == 2 && readings[0].shown != readings[1].shown;
        if told_apart && self.questions.iter().all(|question| question.kind != kind) {
            let mut sample = sample.to_string();
            clip(&mut sample, limits::EXCERPT_CHARS);
            self.questions.push(Question {
                kind,
                column: self.layout.columns[column].clone(),
                sample,
                readings,
            });
        }
    }

    /// What only the user can tell.
    pub fn into_questions(self) -> Vec<Question> {
        self.questions
    }
}

/// Whether all values of a column are numbers under one reading or the other, and none is a word or an id.
fn is_numeric(layout: &Layout, column: usize) -> bool {
    let style = NumberStyle::of(values(layout, column));
    let mut some = false;
    let all = values(layout, column).all(|value| {
        some = true;
        number::looks_numeric(value) && number::read(value, style).is_some()
    });
    all && some
}

/// Whether all values of a column are dates under one reading or the other.
fn is_dated(layout: &Layout, column: usize) -> bool {
    let day = DateStyle { day_first: true, ambiguous: false, year_first: false };
    let month = DateStyle { day_first: false, ..day };
    let mut found = values(layout, column).take(20).peekable();
    found.peek().is_some() && found.all(|v| date::read(v, day).or_else(|| date::read(v, month)).is_some())
}
