//! Tables of personal archives whose rows have no author: everything in them is their owner's. LinkedIn, Reddit, the
//! subscriptions of YouTube, and the tweets of older archives of Twitter.
//!
//! A table is told by the names of its columns, or, where those are translated, by what its first rows hold.

use super::Owner;
use super::table_rows::{Kind, Rows};
use crate::error::Result;
use crate::ingest::decode::FieldDecoder;
use crate::ingest::delimited::{self, Fault, RawRecord, Separator};
use crate::ingest::layout::{self, Given, Layout};
use crate::issue::{ColumnReading, Confidence};
use crate::model::{Builder, Platform};
use crate::platform::ImportOptions;
use crate::platform::ledger::Ledger;
use crate::platform::naming::squeeze;
use crate::platform::reader::{Described, Head, Reader};
use crate::platform::record::Record;

/// Codes of the formats.
pub const FORMATS: [&str; 4] = ["linkedin_archive", "reddit_archive", "youtube_archive", "x_archive"];

/// Columns that tell a table, squeezed, and what its rows are. Columns after a bar must not be there.
const SIGNATURES: [(&str, Kind); 14] = [
    ("tweetid timestamp source text retweetedstatususerid | author username screenname user", Kind::Tweet),
    ("conversationid from date content", Kind::Private),
    ("firstname lastname headline | url connectedon", Kind::LinkedInProfile),
    ("from to sentat direction", Kind::LinkedInInvitation),
    ("date sharelink sharecommentary", Kind::LinkedInShare),
    ("date link message | author from username id permalink", Kind::LinkedInComment),
    ("date type link | author from username id text body", Kind::LinkedInReaction),
    ("date status fullname | author text", Kind::LinkedInFollow),
    ("organization followedon", Kind::LinkedInCompany),
    ("endorsementdate skillname endorserpublicurl", Kind::LinkedInEndorsement),
    ("id permalink date subreddit title body | author", Kind::RedditPost),
    ("id permalink date subreddit parent body | author", Kind::RedditComment),
    ("id permalink direction | author", Kind::Private),
    ("statistic value", Kind::RedditStatistic),
];

/// Takes tables that bear the columns of such an archive.
pub fn open(head: &Head<'_>, options: &ImportOptions, _: &mut Ledger) -> Result<Option<Box<dyn Reader>>> {
    let forced = options.format.as_deref();
    let elsewhere = forced.is_some_and(|format| !FORMATS.contains(&format));
    if elsewhere || !options.roles.is_empty() {
        return Ok(None);
    }
    let given = Given { separator: options.separator_byte()?, quotes: options.quotes, ..Given::default() };
    let known = |cell: &str| {
        let cell = squeeze(cell);
        SIGNATURES.iter().any(|(columns, _)| columns.split(' ').any(|column| column == cell))
    };
    // A text that is no table is for others to refuse.
    let detect = |given| layout::detect(head.text, head.whole, head.encoding, given, &known).ok();
    let Some(mut layout) = detect(given) else { return Ok(None) };
    if layout.header_line.is_none()
        && layout.sample.get(1).is_some_and(|row| is_channel(row.first()))
        && let Some(named) = detect(Given { header_line: Some(1), ..given })
    {
        // Names of columns in a language of their own look like any other words.
        layout = named;
    }
    let columns: Vec<String> = layout.columns.iter().map(|column| squeeze(column)).collect();
    let told = told(&columns).filter(|kind| fits(*kind, &layout));
    let Some(kind) = told.or_else(|| shown(&layout, head.name)) else { return Ok(None) };
    let platform = match kind {
        Kind::RedditPost | Kind::RedditComment | Kind::RedditStatistic => Platform::Reddit,
        Kind::Subscription | Kind::Channel => Platform::YouTube,
        Kind::Tweet => Platform::X,
        Kind::Private if columns.iter().any(|column| column == "permalink") => Platform::Reddit,
        _ => Platform::LinkedIn,
    };
    let owner = Owner::of(platform, &options.bundle);
    let table = Table {
        reader: delimited::Reader::new(layout.dialect),
        decoder: FieldDecoder::new(head.encoding),
        rows: Rows::new(kind, owner, columns),
        layout,
    };
    Ok(Some(Box::new(table)))
}

/// What the names of the columns tell.
fn told(columns: &[String]) -> Option<Kind> {
    let has = |name: &str| columns.iter().any(|column| column == name);
    let found = SIGNATURES.iter().find(|(signature, _)| {
        let (wanted, unwanted) = signature.split_once(" | ").unwrap_or((signature, ""));
        wanted.split(' ').all(has) && !unwanted.split(' ').any(has)
    });
    found.map(|(_, kind)| *kind)
}

/// Whether rows are of their kind, where the columns bear names that anybody might use.
fn fits(kind: Kind, layout: &Layout) -> bool {
    let mut cells = layout.sample.iter().flatten().peekable();
    match kind {
        Kind::LinkedInShare | Kind::LinkedInComment | Kind::LinkedInReaction => {
            cells.peek().is_none() || cells.any(|cell| cell.contains("linkedin.com/"))
        }
        Kind::RedditStatistic => layout.columns.len() == 2 && cells.any(|cell| cell == "account name"),
        Kind::LinkedInFollow => layout.columns.len() == 3,
        _ => true,
    }
}

/// Whether a cell is the id of a channel of YouTube.
fn is_channel(cell: Option<&String>) -> bool {
    cell.is_some_and(|id| {
        let id = id.trim();
        id.len() == 24
            && id.starts_with("UC")
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    })
}

/// What the first rows of a table of YouTube tell, in whatever language its columns are named.
fn shown(layout: &Layout, name: &str) -> Option<Kind> {
    layout.header_line?;
    let rows = &layout.sample;
    if rows.is_empty() || !rows.iter().all(|row| is_channel(row.first())) {
        return None;
    }
    let addresses = |row: &Vec<String>| row.get(1).is_some_and(|url| url.contains("youtube.com/"));
    if layout.columns.len() == 3 && rows.iter().all(addresses) {
        return Some(Kind::Subscription);
    }
    let name = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    let own = ["channel", "cha\u{ee}ne", "chaine", "kanal", "canal"].iter().any(|word| name.contains(word));
    (own && rows.len() == 1 && (2..=12).contains(&layout.columns.len())).then_some(Kind::Channel)
}

#[derive(Debug)]
struct Table {
    reader: delimited::Reader,
    decoder: FieldDecoder,
    rows: Rows,
    layout: Layout,
}

impl Reader for Table {
    fn push(&mut self, text: &[u8], ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let (rows, decoder, header) = (&mut self.rows, &mut self.decoder, &self.layout.columns);
        self.reader.push(text, &mut |raw: RawRecord<'_>| row(raw, decoder, header, rows, ledger, into))
    }

    fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let (rows, decoder, header) = (&mut self.rows, &mut self.decoder, &self.layout.columns);
        self.reader.finish(&mut |raw: RawRecord<'_>| row(raw, decoder, header, rows, ledger, into))
    }

    fn describe(self: Box<Self>) -> Described {
        let reading = |(at, name): (usize, &String)| {
            let filled = self
                .layout
                .sample
                .iter()
                .filter_map(|row| row.get(at))
                .filter(|cell| !cell.trim().is_empty());
            let samples = if self.rows.is_private() { Vec::new() } else { filled.take(3).cloned().collect() };
            let role = self.rows.role(at);
            let confidence = (role != "ignored").then_some(Confidence::Certain);
            ColumnReading { name: name.clone(), role, reading: None, samples, confidence }
        };
        Described {
            separator: match self.layout.dialect.separator {
                Separator::Byte(byte) => Some(char::from(byte)),
                Separator::Blanks => Some(' '),
            },
            header_line: self.layout.header_line,
            columns: self.layout.columns.iter().enumerate().map(reading).collect(),
            ..Described::certain(self.rows.format(), self.decoder.encoding())
        }
    }
}

/// Opens a row, and maps it unless it cannot be read.
fn row(
    raw: RawRecord<'_>,
    decoder: &mut FieldDecoder,
    header: &[String],
    rows: &mut Rows,
    ledger: &mut Ledger,
    into: &mut Builder,
) -> Result<()> {
    ledger.open(raw.row, raw.line);
    let decoded = decoder.row(&raw);
    let record = Record::new(decoded, raw.row);
    let private = rows.is_private();
    let excerpt = || if private { String::new() } else { record.excerpt() };
    match raw.fault {
        Fault::None => {}
        Fault::UnclosedQuote if record.len() == header.len() => {
            ledger.repair("quote.unclosed", None, excerpt)
        }
        Fault::UnclosedQuote => {
            ledger.drop("quote.unclosed", excerpt);
            return Ok(());
        }
        Fault::TooWide => {
            ledger.drop("row.too_wide", excerpt);
            return Ok(());
        }
        Fault::TooLong => {
            ledger.drop("row.too_long", excerpt);
            return Ok(());
        }
    }
    if decoded.damaged {
        ledger.repair("text.invalid_bytes", None, excerpt);
    }
    if record.is_empty() {
        ledger.drop("row.empty", String::new);
        return Ok(());
    }
    if record.len() == header.len() && header.iter().enumerate().all(|(c, name)| record.get(c).trim() == name)
    {
        ledger.drop("row.header", || record.excerpt());
        return Ok(());
    }
    rows.row(&record, ledger, into)
}
