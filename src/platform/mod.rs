//! Turns raw records into accounts, posts and ties: one adapter a family of exports.
//!
//! An adapter is one file: how to tell its exports, what their columns or fields mean, and their traps. All of them
//! keep to the same rules. A re-share never carries the counters of the original. A row without an author is
//! dropped, and so is one that says nothing. A re-share or an answer whose target is not known makes a post but no
//! tie. Whatever is dropped or repaired is counted, with its place.

mod address;
mod addresses;
mod archives;
mod bluesky;
mod bluesky_stream;
pub mod bundle;
mod by_values;
mod choose;
mod columns;
mod concepts;
mod connections;
mod contacts;
mod conventions;
mod crowdtangle_api;
mod discord;
mod edges;
mod facebook_story;
mod found;
mod generic_columns;
mod generic_json;
mod graph;
mod graph_feed;
mod graph_json;
mod graph_naming;
mod graph_network;
mod graph_nodes;
mod graph_words;
mod guess;
mod image_boards;
mod influencers;
mod instagram;
mod interaction_log;
mod json;
mod json_fields;
mod json_file;
mod key_values;
mod ledger;
mod linkedin;
mod mastodon_api;
mod mastodon_list;
mod mentions;
mod messenger;
mod naming;
mod part;
mod pieces;
mod posts;
mod reader;
mod record;
mod reddit;
mod roles;
mod rtweet;
mod slack;
mod table;
mod telegram;
mod threads;
mod ties;
mod tiktok;
mod tools;
mod totals;
mod twarc_v1;
mod twarc_v2;
mod vocabulary;
mod whatsapp;
mod whatsapp_line;
mod words;
mod worth;
mod x_graphql;
mod x_scrapers;
mod youtube_json;
mod zeeschuimer;

use crate::error::{ErrorKind, Result};

use crate::ingest::delimited::Separator;
use crate::ingest::fingerprint::Fingerprint;
use crate::ingest::returns;
use crate::ingest::sniff::{self, Encoding};
use crate::ingest::utf16::Transcoder;
use crate::issue::Receipt;
use crate::limits;
use crate::model::{Builder, List, Mark, Platform};
use ledger::Ledger;
use reader::{Head, Opener, Reader};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;

/// What the caller may decide about one file before it is read. Everything is optional.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ImportOptions {
    /// Format code that overrides detection, as in [`Receipt::format`].
    pub format: Option<String>,
    /// Name of an [`Encoding`], or another that people know it by.
    pub encoding: Option<String>,
    /// One character.
    pub separator: Option<String>,
    /// `false`: quotes are ordinary characters.
    pub quotes: Option<bool>,
    /// Name of column → role, for tables; overrides what was detected.
    pub roles: BTreeMap<String, String>,
    /// Network of the accounts where the file does not say it.
    pub platform: Option<String>,
    /// Order of day and month in dates like 05/02/2024, where the column itself cannot tell.
    pub day_first: Option<bool>,
    /// What a single mark in numbers like `1,234` means, where the column itself cannot tell: `comma` or `point`.
    pub decimal: Option<String>,
    /// Line of the row that names the columns, from 1; 0 where there is none.
    pub header_line: Option<u64>,
    /// `false`: text that was encoded twice is left as it is.
    pub repair_text: Option<bool>,
    /// Archive, workbook or folder that the file is a part of; empty for a loose file.
    pub bundle: String,
    /// Whose list a list of people is: `staff`, `customers`, or `none` of them. By default its columns and its name tell.
    pub list: Option<String>,
    /// The moment of the import, in milliseconds since 1970 UTC: what is dated later is noted.
    pub today: Option<f64>,
}

/// Kinds of file that lines end with LF in, the surest to tell first.
const OPENERS: &[Opener] = &[
    graph::open_xml,
    graph::open_text,
    whatsapp::open,
    json_file::open,
    key_values::open,
    archives::tiktok_text::open,
];

/// Tables, whose lines end with whatever they end with. The last one takes any text, or refuses it.
const TABLES: &[Opener] = &[archives::table::open, table::open];

impl ImportOptions {
    fn encoding(&self) -> Result<Option<Encoding>> {
        let Some(name) = &self.encoding else { return Ok(None) };
        let found = Encoding::from_name(name);
        found
            .map(Some)
            .ok_or_else(|| ErrorKind::InvalidArgument { name: "encoding", given: name.clone() }.into())
    }

    fn separator_byte(&self) -> Result<Option<Separator>> {
        let Some(text) = &self.separator else { return Ok(None) };
        match text.as_bytes() {
            [b' '] => Ok(Some(Separator::Blanks)),
            [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => {
                Ok(Some(Separator::Byte(*byte)))
            }
            _ => Err(ErrorKind::InvalidArgument { name: "separator", given: text.clone() }.into()),
        }
    }

    fn platform(&self) -> Result<Option<Platform>> {
        let Some(name) = &self.platform else { return Ok(None) };
        match Platform::ALL.into_iter().find(|p| p.name() == name) {
            Some(Platform::Unknown) => Ok(None),
            Some(platform) => Ok(Some(platform)),
            None => Err(ErrorKind::InvalidArgument { name: "platform", given: name.clone() }.into()),
        }
    }

    /// Whose list the caller says it is: `None` leaves it to the file, `Some(None)` is nobody's.
    fn list(&self) -> Result<Option<Option<List>>> {
        match self.list.as_deref() {
            None => Ok(None),
            Some("none") => Ok(Some(None)),
            Some(name) => match List::ALL.into_iter().find(|list| list.name() == name) {
                Some(list) => Ok(Some(Some(list))),
                None => Err(ErrorKind::InvalidArgument { name: "list", given: name.to_owned() }.into()),
            },
        }
    }

    fn check(&self) -> Result<()> {
        self.encoding()?;
        self.separator_byte()?;
        self.platform()?;
        if let Some(format) = &self.format
            && !archives::tiktok_text::FORMATS.contains(&format.as_str())
            && !archives::table::FORMATS.contains(&format.as_str())
            && !choose::is_format(format)
            && format != whatsapp::FORMAT
            && !json_file::ADAPTERS.iter().any(|adapter| adapter.code == format)
            && !graph::is_format(format)
        {
            return Err(ErrorKind::InvalidArgument { name: "format", given: format.clone() }.into());
        }
        if let Some(decimal) = &self.decimal
            && !matches!(decimal.as_str(), "comma" | "point")
        {
            return Err(ErrorKind::InvalidArgument { name: "decimal", given: decimal.clone() }.into());
        }
        self.list()?;
        match self.roles.values().find(|code| roles::from_code(code).is_none()) {
            Some(code) => Err(ErrorKind::InvalidArgument { name: "roles", given: code.clone() }.into()),
            None => Ok(()),
        }
    }
}

/// Reads one file, slice by slice, into a study. Any slicing gives the same study and the same receipt.
pub struct Importer {
    name: String,
    options: ImportOptions,
    /// Bytes read as records, and where the next ones that come in lie: the same, but for what another engine read.
    bytes: u64,
    next: u64,
    fingerprint: Fingerprint,
    /// Where this engine stands in its part of the file; none where it reads it from the beginning.
    part: Option<part::Part>,
    /// Length of the byte order mark.
    mark: usize,
    before: Option<Mark>,
    ledger: Ledger,
    head: Vec<u8>,
    transcoder: Option<Transcoder>,
    utf16: Option<Encoding>,
    /// Whether lines end with CR alone, and the reader is given LF instead.
    returns: bool,
    reader: Option<Box<dyn Reader>>,
}

impl fmt::Debug for Importer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Importer")
            .field("name", &self.name)
            .field("bytes", &self.bytes)
            .finish_non_exhaustive()
    }
}

impl Importer {
    /// Prepares to read a file.
    ///
    /// # Errors
    /// `argument.invalid` when an option names something that does not exist.
    pub fn new(name: &str, options: ImportOptions) -> Result<Self> {
        options.check()?;
        let today = options.today.filter(|today| today.is_finite()).map(|today| today as i64);
        Ok(Importer {
            name: name.to_string(),
            options,
            bytes: 0,
            next: 0,
            fingerprint: Fingerprint::default(),
            part: None,
            mark: 0,
            before: None,
            ledger: Ledger::on(today),
            head: Vec::new(),
            transcoder: None,
            utf16: None,
            returns: false,
            reader: None,
        })
    }

    /// Reads the next slice of the file.
    ///
    /// # Errors
    /// `format.unsupported`, `format.unknown`, `file.blank`, `limit.reached`, `memory.exhausted`.
    pub fn push(&mut self, bytes: &[u8], into: &mut Builder) -> Result<()> {
        self.before.get_or_insert_with(|| into.mark());
        let at = self.next;
        self.next += bytes.len() as u64;
        if self.next > limits::FILE_BYTES {
            return Err(
                ErrorKind::LimitReached { limit: "FILE_BYTES", value: limits::FILE_BYTES as f64 }.into()
            );
        }
        // What another engine read is passed over.
        let from = |place: u64| &bytes[(place.saturating_sub(at) as usize).min(bytes.len())..];
        self.fingerprint.update(from(self.fingerprint.bytes()));
        let mut rest = from(self.bytes);
        self.bytes = self.bytes.max(self.next);
        if self.reader.is_none() {
            let (first, others) = rest.split_at(rest.len().min(limits::SNIFF_BYTES - self.head.len()));
            self.head.extend_from_slice(first);
            rest = others;
            if self.head.len() < limits::SNIFF_BYTES {
                return Ok(());
            }
            self.begin(false, into)?;
        }
        if rest.is_empty() { Ok(()) } else { self.feed(rest, into) }
    }

    /// Ends the file, and says what became of it.
    ///
    /// # Errors
    /// As [`Importer::push`], and `file.empty`.
    pub fn finish(mut self, into: &mut Builder) -> Result<Receipt> {
        if self.bytes == 0 {
            return Err(ErrorKind::FileEmpty.into());
        }
        if self.reader.is_none() {
            self.begin(true, into)?;
        }
        if let (Some(reader), Some(transcoder)) = (&mut self.reader, &mut self.transcoder) {
            reader.push(transcoder.push(&[], true), &mut self.ledger, into)?;
        }
        if let Some(reader) = &mut self.reader {
            reader.finish(&mut self.ledger, into)?;
        }
        self.receipt(into)
    }

    /// Decides what the file is on its first bytes, then reads them.
    fn begin(&mut self, whole: bool, into: &mut Builder) -> Result<()> {
        let head = std::mem::take(&mut self.head);
        let (text, _) = self.look(head, whole)?;
        match &mut self.reader {
            Some(reader) => reader.push(&text, &mut self.ledger, into),
            None => Ok(()),
        }
    }

    /// Decides what the file is. Returns its first bytes as text, and the length of the byte order mark before them.
    fn look(&mut self, head: Vec<u8>, whole: bool) -> Result<(Vec<u8>, usize)> {
        if let Some(detected) = sniff::container(&head) {
            return Err(ErrorKind::FormatUnsupported { detected: detected.to_string() }.into());
        }
        let (sniffed, mark) = sniff::encoding(&head);
        let encoding = self.options.encoding()?.or(sniffed);
        self.transcoder = Transcoder::new(encoding);
        let text = match &mut self.transcoder {
            Some(transcoder) => {
                self.utf16 = encoding;
                transcoder.push(&head[mark..], false).to_vec()
            }
            None => head[mark..].to_vec(),
        };
        drop(head);
        let encoding = if self.utf16.is_some() { Some(Encoding::Utf8) } else { encoding };
        if sniff::is_binary(&text) {
            return Err(ErrorKind::FormatUnsupported { detected: "binary".into() }.into());
        }
        if text.trim_ascii().is_empty() {
            return Err(ErrorKind::FileBlank.into());
        }
        let mended = returns::as_line_feeds(&text);
        let lined = mended.as_deref().unwrap_or(&text);
        for (openers, text, lined) in [(OPENERS, lined, mended.is_some()), (TABLES, &*text, false)] {
            let looked = Head { text, whole, name: &self.name, encoding };
            for open in openers {
                if let Some(reader) = open(&looked, &self.options, &mut self.ledger)? {
                    self.reader = Some(reader);
                    self.returns = lined;
                    return Ok((text.to_vec(), mark));
                }
            }
        }
        let detected = sniff::other_text(&text).unwrap_or("text");
        Err(ErrorKind::FormatUnsupported { detected: detected.to_string() }.into())
    }

    fn feed(&mut self, bytes: &[u8], into: &mut Builder) -> Result<()> {
        let text = match &mut self.transcoder {
            Some(transcoder) => transcoder.push(bytes, false),
            None => bytes,
        };
        let mended = self.returns.then(|| returns::line_feeds(text));
        match &mut self.reader {
            Some(reader) => reader.push(mended.as_deref().unwrap_or(text), &mut self.ledger, into),
            None => Ok(()),
        }
    }

    fn receipt(self, into: &mut Builder) -> Result<Receipt> {
        let mut ledger = self.ledger;
        let Some(reader) = self.reader else { return Err(ErrorKind::FileEmpty.into()) };
        let read = reader.describe();
        if ledger.seen == 0 && read.separator.is_some() {
            ledger.note_file("table.no_rows", None, String::new());
        }
        into.settle();
        let mark = self.before.unwrap_or_default();
        let (before, after) = (mark.totals(), into.totals());
        Ok(Receipt {
            name: self.name,
            format: read.format,
            encoding: self.utf16.unwrap_or(read.encoding).name(),
            separator: read.separator,
            header_line: read.header_line,
            bytes: self.bytes,
            seen: ledger.seen,
            kept: ledger.kept,
            dropped: ledger.dropped,
            repaired: ledger.repaired,
            posts: after.0 - before.0,
            ties: after.1 - before.1,
            self_ties: after.2 - before.2,
            first_time: ledger.times.map(|(first, _)| first as f64),
            last_time: ledger.times.map(|(_, last)| last as f64),
            fingerprint: format!("{:032x}", self.fingerprint.digest()),
            columns: read.columns,
            issues: ledger.issues.into_sorted(),
            bundle: Some(self.options.bundle).filter(|bundle| !bundle.is_empty()),
            confidence: read.confidence,
            questions: read.questions,
            list: read.list.map(List::name),
            content: into.content_since(&mark),
        })
    }
}

#[cfg(test)]
mod tests;
