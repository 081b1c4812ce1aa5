//! Tables: which adapter reads one, and the way of its rows.

use super::columns::{Columns, guess, guess_all, platform_hint, settle_comments};
use super::influencers::{self, Bond, Influencers};
use super::ledger::Ledger;
use super::naming;
use super::posts::Posts;
use super::reader::{Described, Head, Reader};
use super::record::{Mender, Record};
use super::roles::{self, Field, Role, Side};
use super::ties::Ties;
use super::tools::{self, Found, Tool, Ways};
use super::totals::is_total;
use super::{
    ImportOptions, addresses, by_values, connections, contacts, edges, graph_nodes, interaction_log,
    mastodon_list, rtweet,
};
use crate::error::{ErrorKind, Result};
use crate::ingest::decode::FieldDecoder;
use crate::ingest::delimited::{self, Fault, RawRecord, Separator};
use crate::ingest::layout::{self, Given, Layout};
use crate::ingest::sniff;
use crate::issue::Confidence;
use crate::limits;
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
    /// The header as it stands in the file; empty where it has none.
    header: Vec<String>,
    width: usize,
}

/// Codes of the adapters of tables, surest first.
pub const FORMATS: [&str; 9] = [
    "rtweet",
    "linkedin_connections",
    "mastodon_list",
    "interaction_log",
    "edges",
    "nodes",
    "posts",
    "influencers",
    "contacts",
];

/// Whether some table is of that format.
pub fn is_format(code: &str) -> bool {
    FORMATS.contains(&code) || tools::FORMATS.contains(&code)
}

/// How a table is read.
struct Choice {
    format: &'static str,
    tool: Option<&'static Tool>,
    found: Found,
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
        let Choice { format, tool, found } = choose(&layout, options)?;
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
                let bond = match format {
                    "linkedin_connections" => Bond::Mutual,
                    "mastodon_list" if mastodon_list::detect(&layout).is_some_and(|(_, follows)| follows) => {
                        Bond::Follows
                    }
                    _ => Bond::None,
                };
                let list = Influencers::new(columns, bond, &options.bundle);
                list.note_mail(&layout, &roles, ledger);
                Adapter::Influencers(list)
            }
            _ => {
                addresses::settle(&layout, &roles, &mut ways);
                Adapter::Posts(Posts::new(columns, ways))
            }
        };
        Ok(Table {
            reader: delimited::Reader::new(layout.dialect),
            rows: Rows {
                adapter,
                decoder: FieldDecoder::new(encoding),
                mender: mend.then(Mender::default),
                header: layout.header.clone(),
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
        let rows = &mut self.rows;
        self.reader.push(bytes, &mut |raw| rows.row(raw, ledger, into))
    }

    fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let rows = &mut self.rows;
        self.reader.finish(&mut |raw| rows.row(raw, ledger, into))
    }

    fn describe(self: Box<Self>) -> Described {
        let encoding = self.rows.decoder.encoding();
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
            ..Described::certain(self.format, encoding)
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
        if record.is_empty() {
            ledger.drop("row.empty", String::new);
            return Ok(());
        }
        if repeats(&self.header, &record) {
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
            && (self.width..record.len()).any(|c| !record.get(c).trim().is_empty())
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
    let same = |(column, name): (usize, &String)| record.get(column).trim() == name.trim();
    let told = || header.iter().filter(|name| !name.trim().is_empty()).count();
    header.first().is_some_and(|first| same((0, first)))
        && record.len() >= header.len()
        && header.iter().enumerate().all(same)
        && told() > 1
}

/// A first line of `0,1,2…` numbers the columns: it is the header, and no row.
fn numbered_header(layout: &mut Layout) {
    if layout.header_line.is_some() || layout.dialect.separator == Separator::Blanks {
        return;
    }
    let Some(first) = layout.sample.first() else { return };
    let numbers: Vec<u64> = first.iter().filter_map(|cell| cell.trim().parse().ok()).collect();
    let filled = first.iter().filter(|cell| !cell.trim().is_empty()).count();
    let steps = numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    if filled >= 4 && numbers.len() == filled && numbers[0] <= 1 && steps {
        layout.sample.remove(0);
        layout.dialect.header = true;
        layout.header_line = Some(layout.dialect.skip_lines + 1);
    }
}

/// Certain is a known tool; likely a table whose columns say who, what and when.
fn confidence(format: &str, tool: Option<&Tool>, layout: &Layout, roles: &[Role]) -> Confidence {
    let headed = layout.header_line.is_some() && !layout.columns.iter().all(|name| name.starts_with('#'));
    if tool.is_some() || (headed && matches!(format, "rtweet" | "linkedin_connections" | "mastodon_list")) {
        return Confidence::Certain;
    }
    let has = |field| roles.contains(&(Side::Row, field));
    let named = |field| {
        let column = roles.iter().position(|role| *role == (Side::Row, field));
        column.is_some_and(|column| naming::is_known(&layout.columns[column]))
    };
    let told = match format {
        "posts" => {
            (named(Field::Author) || named(Field::AuthorId)) && named(Field::Text) && named(Field::Time)
        }
        "contacts" => has(Field::Author),
        _ => true,
    };
    if told && headed { Confidence::Likely } else { Confidence::Guess }
}

/// The adapter that the evidence points to, and the role of each column.
fn choose(layout: &Layout, options: &ImportOptions) -> Result<Choice> {
    let forced = options.format.as_deref();
    let tool = match forced {
        Some(code) => tools::of_code(code, layout),
        None if rtweet::detect(layout) => None,
        None => tools::detect(layout),
    };
    if let Some(tool) = tool {
        return Ok(Choice {
            format: tool.code,
            tool: Some(tool),
            found: with_given(tools::roles(tool, layout), layout, options),
        });
    }
    let order: Vec<&'static str> = match forced {
        Some(given) => FORMATS.iter().copied().filter(|f| *f == given).collect(),
        None => FORMATS.to_vec(),
    };
    for format in order {
        let found = match format {
            "rtweet" => (forced.is_some() || rtweet::detect(layout)).then(|| rtweet::roles(layout).into()),
            "interaction_log" | "edges"
                if forced.is_none() && has_text(layout) && !edges::has_vertices(layout) =>
            {
                None
            }
            "linkedin_connections" => connections::detect(layout),
            "mastodon_list" => mastodon_list::detect(layout).map(|(found, _)| found),
            "interaction_log" => interaction_log::detect(layout).map(Found::from),
            "edges" => edges::detect(layout).map(Found::from),
            "nodes" => graph_nodes::detect(layout).map(Found::from),
            "posts" => {
                posts_roles(layout, options).filter(|found| forced.is_some() || is_posts(found, layout))
            }
            "contacts" => contacts::detect(layout),
            _ => influencers::detect(layout).map(Found::from),
        };
        // Who names the format may name the columns too: nothing need be recognised any more.
        let found = found.or_else(|| forced.map(|_| guess_all(layout, |role| belongs(format, role))));
        if let Some(found) = found {
            return Ok(Choice { format, tool: None, found: with_given(found, layout, options) });
        }
    }
    // Names that say nothing: the values may.
    if forced.is_none() {
        let mut found = guess_all(layout, is_posts_role);
        by_values::fill(layout, &mut found.roles);
        let has = |field| found.roles.contains(&(Side::Row, field));
        if has(Field::Text) && (has(Field::Author) || has(Field::AuthorId)) {
            return Ok(Choice { format: "posts", tool: None, found: with_given(found, layout, options) });
        }
    }
    let mut seen = layout.columns.join(", ");
    if layout.header_line.is_none() {
        seen = layout.sample.first().map(|r| r.join(", ")).unwrap_or(seen);
    }
    crate::issue::clip(&mut seen, limits::EXCERPT_CHARS * 2);
    Err(ErrorKind::FormatUnknown { seen }.into())
}

/// Whether a role means anything to an adapter.
fn belongs(format: &str, role: Role) -> bool {
    let (side, field) = role;
    let row = side == Side::Row;
    match format {
        "interaction_log" | "edges" => {
            row && (!is_posts_role(role) || matches!(field, Field::Time | Field::Platform))
        }
        "influencers" | "nodes" => row && is_account_role(field),
        _ => is_posts_role(role),
    }
}

fn is_account_role(field: Field) -> bool {
    use Field::*;
    let name = matches!(field, Author | AuthorId | AuthorName | Bio | Platform | Url);
    name || matches!(field, Followers | Following | PostsTotal | Verified | CollectedAt)
}

/// The roles with the caller's own choices: a role that is given to a column is taken from the one that had it.
fn with_given(mut found: Found, layout: &Layout, options: &ImportOptions) -> Found {
    found.roles.resize(layout.columns.len(), roles::IGNORED);
    for (name, code) in &options.roles {
        let (Some(role), Some(column)) =
            (roles::from_code(code), layout.columns.iter().position(|c| c == name))
        else {
            continue;
        };
        found.roles.iter_mut().filter(|r| **r == role).for_each(|r| *r = roles::IGNORED);
        found.roles[column] = role;
    }
    found
}

fn is_posts_role((_, field): Role) -> bool {
    !matches!(field, Field::Source | Field::Target | Field::Weight | Field::Layer | Field::Directed)
}

/// A list of contacts may hold dates too: posts have a text, or no mail addresses.
fn is_posts(found: &Found, layout: &Layout) -> bool {
    let has = |roles: &[Role], field| roles.contains(&(Side::Row, field));
    has(&found.roles, Field::Text)
        || !contacts::detect(layout).is_some_and(|found| has(&found.roles, Field::Email))
}

fn has_text(layout: &Layout) -> bool {
    layout.header_line.is_some() && guess(layout, is_posts_role).contains(&(Side::Row, Field::Text))
}

/// An author, with a text or a date.
fn posts_roles(layout: &Layout, options: &ImportOptions) -> Option<Found> {
    let mut found = guess_all(layout, is_posts_role);
    let row = |field| (Side::Row, field);
    let dated = found.roles.contains(&row(Field::Time));
    if layout.header_line.is_some() && dated && !found.roles.contains(&row(Field::Text)) {
        // Somebody said something some day: a column of sentences is what was said, whatever its name.
        by_values::fill(layout, &mut found.roles);
    }
    settle_comments(layout, &mut found);
    let given: Vec<Role> = options.roles.values().filter_map(|code| roles::from_code(code)).collect();
    let has = |field| found.roles.contains(&(Side::Row, field)) || given.contains(&(Side::Row, field));
    let author = has(Field::Author) || has(Field::AuthorId);
    (author && (has(Field::Text) || has(Field::Time))).then_some(found)
}
