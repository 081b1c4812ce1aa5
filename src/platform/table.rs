//! Tables: which adapter reads one, and the way of its rows.

use super::choose::{Choice, choose, confidence, numbered_header};
use super::columns::Columns;
use super::guess::platform_hint;
use super::influencers::{self, Bond, Influencers};
use super::ledger::Ledger;
use super::naming;
use super::posts::Posts;
use super::reader::{Described, Head, Parts, Reader, one_encoding};
use super::record::{Mender, Record};
use super::ties::Ties;
use super::tools::Ways;
use super::totals::is_total;
use super::worth;
use super::{ImportOptions, addresses, mastodon_list};
use crate::error::Result;
use crate::ingest::decode::FieldDecoder;
use crate::ingest::delimited::{self, Fault, RawRecord, Separator, Stand};
use crate::ingest::layout::{self, Given};
use crate::ingest::sniff::{self, Encoding};
use crate::issue::Confidence;
use crate::model::blank::trim;
use crate::model::{Builder, Platform};

#[derive(Debug)]
enum Adapter {
    Posts(Posts),
    Ties(Ties),
    Influencers(Influencers),
}

/// A table that is being imported.
#[derive(Debug)]
pub struct Table {
    reader: delimited::Reader,
    rows: Rows,
    format: &'static str,
    /// The separator as receipts show it.
    separator: char,
    header_line: Option<u64>,
    confidence: Confidence,
}

#[derive(Debug)]
struct Rows {
    adapter: Adapter,
    decoder: FieldDecoder,
    /// Mends text that was encoded twice, unless the user said not to.
    mender: Option<Mender>,
    /// The header as it stands in the file, its names trimmed; empty where it has none.
    header: Vec<String>,
    width: usize,
}

impl Table {
    /// Looks at the first bytes of a table (`whole` when they are all), and chooses how to read it.
    fn new(looked: &Head<'_>, options: &ImportOptions, ledger: &mut Ledger) -> Result<Self> {
        let Head { text: head, whole, name, encoding } = *looked;
        let mend = options.repair_text != Some(false);
        let given = Given {
            separator: options.separator_byte()?,
            quotes: options.quotes,
            header_line: options.header_line,
            mend,
        };
        let known = |cell: &str| naming::is_known(cell) || options.roles.contains_key(cell.trim());
        let mut layout = layout::detect(head, whole, encoding, given, &known)?;
        numbered_header(&mut layout);
        let Choice { format, tool, found, own } = choose(&layout, options)?;
        let roles = found.roles.clone();
        let hint = platform_hint(&layout, &roles);
        let mut ways = tool.map_or(Ways::NONE, |tool| tool.ways);
        let mut conventions = options.clone();
        if ways.english_numbers && options.decimal.is_none() {
            conventions.decimal = Some("point".to_owned());
        }
        if ways.month_first && options.day_first.is_none() {
            conventions.day_first = Some(false);
        }
        let mut columns = Columns::new(&layout, found, &conventions, ledger)?;
        columns.platform = match options.platform()? {
            Some(platform) => platform,
            None if format == "rtweet" => Platform::X,
            None if format == "linkedin_connections" => Platform::LinkedIn,
            None if format == "mastodon_list" => Platform::Mastodon,
            None if matches!(format, "influencers" | "contacts") && hint == Platform::Unknown => {
                influencers::platform_of_file(name)
            }
            None => tool.and_then(|tool| tool.platform).unwrap_or(hint),
        };
        if ways.rough_dates {
            ledger.note_file("time.approximate", None, String::new());
        }
        let adapter = match format {
            "interaction_log" | "edges" => {
                Adapter::Ties(Ties::new(columns, &layout, &roles).with_comments(head))
            }
            "influencers" | "contacts" | "linkedin_connections" | "mastodon_list" | "nodes" => {
                let followers = name.rsplit('/').next().unwrap_or(name).to_lowercase().contains("follower");
                let bond = match format {
                    "linkedin_connections" => Bond::Mutual,
                    "mastodon_list" if mastodon_list::detect(&layout).is_some_and(|(_, follows)| follows) => {
                        Bond::Follows
                    }
                    // Nothing but its name tells the list of followers from that of the muted.
                    "mastodon_list" if followers => Bond::Followed,
                    _ => Bond::None,
                };
                let list = Influencers::new(columns, bond, &options.bundle);
                list.note_mail(&layout, &roles, ledger);
                if let Some(column) = worth::left_alone(&layout, &roles).filter(|_| format == "contacts") {
                    ledger.note_file("value.by_order", Some(column), String::new());
                }
                let told = (format == "contacts").then(|| worth::list_of(&layout, &roles, name)).flatten();
                Adapter::Influencers(list.of_list(options.list()?.unwrap_or(told)))
            }
            _ => {
                addresses::settle(&layout, &roles, &mut ways);
                if own {
                    ledger.note_file("posts.own", None, String::new());
                }
                if ways.of_days {
                    ledger.note_file("counts.of_days", None, String::new());
                }
                let posts = Posts::new(columns, ways);
                Adapter::Posts(if own { posts.of_owner(&options.bundle) } else { posts })
            }
        };
        Ok(Table {
            reader: delimited::Reader::new(layout.dialect),
            rows: Rows {
                adapter,
                decoder: FieldDecoder::new(encoding),
                mender: mend.then(Mender::default),
                header: layout.header.iter().map(|name| name.trim().to_owned()).collect(),
                width: layout.columns.len(),
            },
            format,
            separator: match layout.dialect.separator {
                Separator::Byte(byte) => char::from(byte),
                Separator::Blanks => ' ',
            },
            header_line: layout.header_line,
            confidence: confidence(format, tool, &layout, &roles),
        })
    }
}

/// Reads any text as a table; refuses it when none of its columns says what it is.
pub fn open(
    head: &Head<'_>,
    options: &ImportOptions,
    ledger: &mut Ledger,
) -> Result<Option<Box<dyn Reader>>> {
    if sniff::other_text(head.text).is_some() {
        return Ok(None);
    }
    Ok(Some(Box::new(Table::new(head, options, ledger)?)))
}

impl Reader for Table {
    fn push(&mut self, bytes: &[u8], ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        self.reader.push(bytes, &mut Feed { rows: &mut self.rows, ledger, into })
    }

    fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        self.reader.finish(&mut Feed { rows: &mut self.rows, ledger, into })
    }

    fn describe(self: Box<Self>) -> Described {
        let encoding = self.rows.decoder.encoding();
        let list = match &self.rows.adapter {
            Adapter::Influencers(adapter) => adapter.list(),
            _ => None,
        };
        let mut columns = match self.rows.adapter {
            Adapter::Posts(adapter) => adapter.into_columns(),
            Adapter::Ties(adapter) => adapter.into_columns(),
            Adapter::Influencers(adapter) => adapter.into_columns(),
        };
        Described {
            separator: Some(self.separator),
            header_line: self.header_line,
            questions: std::mem::take(&mut columns.questions),
            columns: columns.receipt(self.confidence == Confidence::Certain),
            confidence: self.confidence,
            list,
            ..Described::certain(self.format, encoding)
        }
    }

    fn in_parts(&mut self) -> Option<&mut dyn Parts> {
        Some(self)
    }
}

impl Parts for Table {
    fn first_record(&self, text: &[u8]) -> Option<usize> {
        self.reader.first_record(text, self.rows.width)
    }

    fn begin_within(&mut self, _byte: u64, rows: u64) {
        self.reader.begin_within(rows);
    }

    fn stand(&self, pushed: u64) -> Option<Stand> {
        self.reader.stand(pushed)
    }

    fn is_between(&self) -> bool {
        self.reader.is_between()
    }

    fn encoding(&self) -> Option<Encoding> {
        self.rows.decoder.decided()
    }

    fn advance(&mut self, by: Stand, encoding: Option<Encoding>) -> bool {
        let Some(encoding) = one_encoding(self.rows.decoder.decided(), encoding) else { return false };
        let may = self.reader.may_advance(by);
        if may {
            self.reader.advance(by);
            self.rows.decoder.decide(encoding);
        }
        may
    }
}

/// Rows on their way into a study.
struct Feed<'a> {
    rows: &'a mut Rows,
    ledger: &'a mut Ledger,
    into: &'a mut Builder,
}

impl delimited::Sink for Feed<'_> {
    fn record(&mut self, record: RawRecord<'_>) -> Result<()> {
        self.rows.row(record, self.ledger, self.into)
    }

    fn ahead(&mut self, records: &[RawRecord<'_>]) {
        if let Adapter::Posts(posts) = &self.rows.adapter {
            posts.ahead(records, self.into);
        }
    }
}

impl Rows {
    fn row(&mut self, raw: RawRecord<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        ledger.open(raw.row, raw.line);
        let decoded = self.decoder.row(&raw);
        let found = Record::new(decoded, raw.row);
        let mended = self.mender.as_mut().filter(|_| found.is_suspect()).and_then(|m| m.mend(&found));
        let record = mended.unwrap_or(found);
        match raw.fault {
            Fault::None => {}
            Fault::UnclosedQuote if record.len() == self.width => {
                ledger.repair("quote.unclosed", None, || record.excerpt());
            }
            Fault::UnclosedQuote => {
                ledger.drop("quote.unclosed", || record.excerpt());
                return Ok(());
            }
            Fault::TooWide => {
                ledger.drop("row.too_wide", || record.excerpt());
                return Ok(());
            }
            Fault::TooLong => {
                ledger.drop("row.too_long", || record.excerpt());
                return Ok(());
            }
        }
        if decoded.damaged {
            ledger.repair("text.invalid_bytes", None, || record.excerpt());
        }
        if mended.is_some() {
            ledger.repair("text.double_encoded", None, || record.excerpt());
        }
        // What nearly every row is told by: its first cell.
        let first = trim(record.get(0));
        if first.is_empty() && record.is_empty() {
            ledger.drop("row.empty", String::new);
            return Ok(());
        }
        if self.header.first().is_some_and(|name| name == first) && repeats(&self.header, &record) {
            ledger.drop("row.header", || record.excerpt());
            return Ok(());
        }
        if is_total(&record) {
            ledger.drop("row.total", || record.excerpt());
            return Ok(());
        }
        if record.len() < self.width {
            ledger.repair("row.short", None, || record.excerpt());
        } else if record.len() > self.width
            && (self.width..record.len()).any(|c| !trim(record.get(c)).is_empty())
        {
            ledger.repair("row.long", None, || record.excerpt());
        }
        match &mut self.adapter {
            Adapter::Posts(adapter) => adapter.row(&record, ledger, into),
            Adapter::Ties(adapter) => adapter.row(&record, ledger, into),
            Adapter::Influencers(adapter) => adapter.row(&record, ledger, into),
        }
    }
}

/// Whether a row is the header once more, in exports that were put end to end.
fn repeats(header: &[String], record: &Record<'_>) -> bool {
    let same = |(column, name): (usize, &String)| trim(record.get(column)) == name;
    let told = || header.iter().filter(|name| !name.is_empty()).count();
    header.first().is_some_and(|first| same((0, first)))
        && record.len() >= header.len()
        && header.iter().enumerate().all(same)
        && told() > 1
}
