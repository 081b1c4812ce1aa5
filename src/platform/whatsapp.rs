//! Chats of WhatsApp, exported as text: a line a message, in the form of the phone's country.
//!
//! The order of day and month is decided for the whole file. A message goes on until a line begins with a moment again.
//! What nobody signs is what the application says of the chat. The export holds no answers: who is named with `@` is all
//! that is known of who speaks to whom.

use super::ImportOptions;
use super::found::{Found, Who};
use super::ledger::Ledger;
use super::reader::{Described, Head, Reader};
use super::whatsapp_line::{Moment, begin, is_mark, is_notice, signed};
use crate::error::Result;
use crate::ingest::decode::FieldDecoder;
use crate::issue::{Answer, Question, Reading};
use crate::limits;
use crate::model::{Builder, Millis, Platform};
use std::borrow::Cow;
use std::collections::BTreeMap;
use xxhash_rust::xxh3::xxh3_64;

/// Code of the format.
pub const FORMAT: &str = "whatsapp";

/// Reads a file as a chat, when it begins like one.
pub fn open(
    head: &Head<'_>,
    options: &ImportOptions,
    ledger: &mut Ledger,
) -> Result<Option<Box<dyn Reader>>> {
    let text = match head.encoding {
        Some(crate::ingest::sniff::Encoding::Utf8) | None => String::from_utf8_lossy(head.text),
        // Telephones write UTF-8.
        Some(_) => return Ok(None),
    };
    let begun: Vec<(Moment, &str)> = text.lines().filter_map(begin).collect();
    let first = text.lines().find(|line| !line.trim_matches(is_mark).trim().is_empty());
    let forced = options.format.as_deref() == Some(FORMAT);
    let signs = begun.iter().filter(|(_, rest)| signed(rest).is_some()).count();
    let begins = first.is_some_and(|line| begin(line).is_some());
    // A date and a dash begin the lines of many tables too: here somebody must sign them.
    if !(forced || begins && signs > 0 && signs * 3 >= begun.len()) || begun.is_empty() {
        return Ok(None);
    }
    let order = Order::of(&begun, options.day_first);
    ledger.note_file("chat.no_replies", None, String::new());
    Ok(Some(Box::new(Chat {
        order,
        decoder: FieldDecoder::new(head.encoding),
        line: Vec::new(),
        line_number: 0,
        too_long: false,
        message: None,
        title: title(&begun),
        twins: (Millis::MIN, BTreeMap::new()),
    })))
}

/// Who signs the notice that the chat begins with, where that is no person: on some telephones the title of the chat
/// signs what the application says, always behind a mark.
fn title(begun: &[(Moment, &str)]) -> Option<String> {
    let messages = || begun.iter().filter_map(|(_, rest)| signed(rest));
    let (title, _) = messages().find(|(_, said)| is_notice(said))?;
    let person = messages().any(|(name, said)| name == title && !said.starts_with('\u{200e}'));
    (!person).then(|| title.to_owned())
}

/// How the dates of a file are read.
#[derive(Debug)]
struct Order {
    day_first: bool,
    /// A date that can be read either way, where nothing in the file tells which.
    open: Option<Moment>,
}

impl Order {
    /// Numbers above twelve tell; else the order in which the days follow each other; else the user.
    fn of(begun: &[(Moment, &str)], given: Option<bool>) -> Self {
        let dates = || begun.iter().map(|(moment, _)| *moment).filter(|m| !m.year_first);
        let days = dates().filter(|m| m.date[0] > 12).count();
        let months = dates().filter(|m| m.date[1] > 12).count();
        if days != months {
            return Order { day_first: days > months, open: None };
        }
        let falls = |day_first| {
            let times: Vec<Millis> = dates().filter_map(|m| Some(m.millis(day_first)?.0)).collect();
            times.windows(2).filter(|pair| pair[1] < pair[0]).count()
        };
        let (day, month) = (falls(true), falls(false));
        if day != month {
            return Order { day_first: day < month, open: None };
        }
        let open = dates().find(|m| m.date[0] != m.date[1]);
        // A clock of twelve hours is American more often than not.
        let american = dates().next().is_some_and(|m| m.twelve_hours);
        Order { day_first: given.unwrap_or(!american), open: open.filter(|_| given.is_none()) }
    }
}

/// A message that may go on.
#[derive(Debug)]
struct Message {
    moment: Moment,
    line: u64,
    text: String,
}

#[derive(Debug)]
struct Chat {
    order: Order,
    decoder: FieldDecoder,
    line: Vec<u8>,
    line_number: u64,
    too_long: bool,
    message: Option<Message>,
    /// The title of the chat, where it signs what the application says.
    title: Option<String>,
    /// Messages of one moment, by who and what: equal ones are numbered.
    twins: (Millis, BTreeMap<u64, u32>),
}

impl Reader for Chat {
    fn push(&mut self, mut text: &[u8], ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        while let Some(at) = memchr::memchr(b'\n', text) {
            self.keep(&text[..at]);
            self.end_line(ledger, into)?;
            text = &text[at + 1..];
        }
        self.keep(text);
        Ok(())
    }

    fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        if !self.line.is_empty() {
            self.end_line(ledger, into)?;
        }
        self.end_message(ledger, into)
    }

    fn describe(self: Box<Self>) -> Described {
        let question = self.order.open.and_then(|moment| {
            let [a, b, c] = moment.date;
            let reading = |day_first: bool| {
                let (millis, _) = moment.millis(day_first)?;
                let day = jiff::Timestamp::from_millisecond(millis).ok()?;
                let shown = day.to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
                Some(Reading { option: Answer { day_first: Some(day_first), ..Answer::default() }, shown })
            };
            let first = self.order.day_first;
            let readings = vec![reading(first)?, reading(!first)?];
            Some(Question { kind: "date", column: String::new(), sample: format!("{a}/{b}/{c}"), readings })
        });
        Described {
            questions: question.into_iter().collect(),
            ..Described::certain(FORMAT, self.decoder.encoding())
        }
    }
}

impl Chat {
    fn keep(&mut self, part: &[u8]) {
        if self.line.len() + part.len() > limits::RECORD_BYTES {
            self.too_long = true;
        } else {
            self.line.extend_from_slice(part);
        }
    }

    fn end_line(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        self.line_number += 1;
        let bytes = std::mem::take(&mut self.line);
        let too_long = std::mem::take(&mut self.too_long);
        let trimmed = bytes.strip_suffix(b"\r").unwrap_or(&bytes);
        let all = [crate::ingest::delimited::Span::all(trimmed)];
        let line = self.decoder.decode(trimmed, &all).text.to_owned();
        if let Some((moment, rest)) = begin(&line).filter(|_| !too_long) {
            self.end_message(ledger, into)?;
            self.message = Some(Message { moment, line: self.line_number, text: rest.to_owned() });
        } else if let Some(message) = &mut self.message {
            if message.text.len() + line.len() < limits::TEXT_BYTES {
                message.text.push('\n');
                message.text.push_str(&line);
            }
        } else if !line.trim_matches(is_mark).trim().is_empty() {
            // Something before the first message.
            let row = ledger.next_row();
            ledger.open(row, self.line_number);
            ledger.drop("chat.service", || line.chars().take(limits::EXCERPT_CHARS).collect());
        }
        self.line = bytes;
        self.line.clear();
        Ok(())
    }

    fn end_message(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let Some(message) = self.message.take() else { return Ok(()) };
        let row = ledger.next_row();
        ledger.open(row, message.line);
        let excerpt = || message.text.chars().take(limits::EXCERPT_CHARS).collect::<String>();
        let Some((name, said)) = signed(&message.text).filter(|(name, said)| self.writes(name, said)) else {
            ledger.drop("chat.service", excerpt);
            return Ok(());
        };
        let mut found = Found::on(Platform::WhatsApp);
        match message.moment.millis(self.order.day_first) {
            Some((time, swapped)) => {
                if swapped {
                    ledger.repair("date.order", None, excerpt);
                }
                found.time = Some(time);
                found.id = Some(Cow::Owned(self.id(time, name, said)));
            }
            None => ledger.repair("time.unreadable", None, excerpt),
        }
        found.author = person(name);
        found.mentions = named(said);
        let said = said.trim_matches(|c: char| is_mark(c) || c.is_whitespace());
        let plain = said.replace(is_mark, "");
        found.text = Some(Cow::Owned(plain)).filter(|t: &Cow<'_, str>| !t.is_empty());
        found.close(row, ledger, into, excerpt)
    }

    /// Whether a person wrote it.
    fn writes(&self, name: &str, said: &str) -> bool {
        let titled = said.starts_with('\u{200e}') && self.title.as_deref() == Some(name);
        !titled && !is_notice(said)
    }

    /// What tells a message from all others, also in a later export of the same chat: when, who and what; equal ones of
    /// one moment are numbered.
    fn id(&mut self, time: Millis, name: &str, said: &str) -> String {
        if self.twins.0 != time {
            self.twins = (time, BTreeMap::new());
        }
        let hash = xxh3_64(said.as_bytes());
        let both = xxh3_64(format!("{name}\n{hash:x}").as_bytes());
        let twin = self.twins.1.entry(both).or_default();
        *twin += 1;
        format!("{time}/{both:016x}/{twin}")
    }
}

/// Someone, by a name in the phone's address book, or by a number.
fn person<'v>(name: &str) -> Who<'v> {
    let number = name.starts_with('+') && name.chars().all(|c| c.is_ascii_digit() || is_blank_of_number(c));
    let handle: String = if number {
        name.chars().filter(|c| !is_blank_of_number(*c) || *c == '+').collect()
    } else {
        name.replace(is_mark, "")
    };
    Who { name: Some(Cow::Owned(name.to_owned())), ..Who::named(None, Some(Cow::Owned(handle))) }
}

fn is_blank_of_number(c: char) -> bool {
    c.is_whitespace() || matches!(c, '+' | '-' | '(' | ')' | '.' | '\u{2011}')
}

/// `@33612345678`, and `@` before a name between marks.
fn named<'v>(text: &str) -> Vec<Who<'v>> {
    let mut found = Vec::new();
    for part in text.split('@').skip(1) {
        if let Some(rest) = part.strip_prefix('\u{2068}') {
            let name = rest.split('\u{2069}').next().unwrap_or("").trim_start_matches(['~', ' ', '\u{202f}']);
            if !name.is_empty() && name.chars().count() <= 80 {
                found.push(person(name));
            }
            continue;
        }
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        if (8..=15).contains(&digits) {
            found.push(person(&format!("+{}", &part[..digits])));
        }
    }
    found
}
