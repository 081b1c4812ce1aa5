//! Decides how a table is laid out from its first bytes: separator, lines above the header, header, first records.

use super::delimited::{Dialect, RawRecord, Reader, Separator};
use super::encoding::Encoding;
use super::mojibake;
use super::number::looks_numeric;
use crate::error::{ErrorKind, Result};
use crate::limits;
use memchr::memchr;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// A header row is looked for among so many first records.
const HEADER_RECORDS: usize = 20;
/// So many records show the layout of the file and how its columns are to be read.
const SAMPLE_RECORDS: usize = 500;
/// Bytes enough to choose a separator.
const SEPARATOR_BYTES: usize = 64 << 10;

/// What the caller knows already.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given {
    /// The separator.
    pub separator: Option<Separator>,
    /// Whether `"` encloses fields.
    pub quotes: Option<bool>,
    /// Line of the header, from 1; 0: there is none.
    pub header_line: Option<u64>,
    /// Whether text that was encoded twice is mended.
    pub mend: bool,
}

/// A table as its first bytes show it.
#[derive(Debug, Clone)]
pub struct Layout {
    /// How to read it.
    pub dialect: Dialect,
    /// Names of the columns, made distinct; `#1`, `#2`… where the file has none.
    pub columns: Vec<String>,
    /// Line of the header, from 1.
    pub header_line: Option<u64>,
    /// The header as it stands in the file; empty where it has none.
    pub header: Vec<String>,
    /// First records, after the header.
    pub sample: Vec<Vec<String>>,
}

/// Looks at the first bytes, `whole` when they are all of the file. `known` tells names of columns from other words.
pub fn detect(
    head: &[u8],
    whole: bool,
    encoding: Option<Encoding>,
    given: Given,
    known: &dyn Fn(&str) -> bool,
) -> Result<Layout> {
    let cr_lines = memchr(b'\n', head).is_none() && memchr(b'\r', head).is_some();
    let end_of_line = if cr_lines { b'\r' } else { b'\n' };
    let mut skip_lines = 0;
    let mut separator = given.separator;
    let mut body = head;
    if let Some((declared, length)) = declared_separator(head) {
        separator = separator.or(Some(Separator::Byte(declared)));
        skip_lines = 1;
        body = &head[length..];
    }
    let asked = given.header_line.filter(|&line| line > 0);
    let comment = if let Some(line) = asked {
        body = from_line(head, line, end_of_line)
            .ok_or_else(|| ErrorKind::InvalidArgument { name: "headerLine", given: line.to_string() })?;
        skip_lines = line - 1;
        None
    } else {
        let (comments, comment, length) = comment_lines(body, end_of_line, known);
        skip_lines += comments;
        body = &body[length..];
        comment
    };

    let dialect = Dialect {
        separator: Separator::Byte(b','),
        quotes: given.quotes.unwrap_or(true),
        comment,
        cr_lines,
        skip_lines: 0,
        header: false,
    };
    let look = Look { whole, encoding, mend: given.mend };
    let separator = separator.unwrap_or_else(|| choose_separator(body, look, dialect, known));
    let mut dialect = Dialect { separator, ..dialect };
    let records = first_records(body, look, dialect, SAMPLE_RECORDS + HEADER_RECORDS);
    let header = match given.header_line {
        Some(0) => None,
        Some(_) => (!records.is_empty()).then_some(0),
        None => find_header(&records, known),
    };
    let width = modal_width(&records).0.max(header.map_or(0, |i| records[i].fields.len()));
    if width > limits::COLUMNS {
        return Err(ErrorKind::LimitReached { limit: "COLUMNS", value: limits::COLUMNS as f64 }.into());
    }
    let (columns, header_line, first) = match header {
        Some(i) => {
            let line = skip_lines + records[i].line;
            skip_lines = line - 1;
            (distinct_names(&records[i].fields, width), Some(line), i + 1)
        }
        None => ((1..=width).map(|i| format!("#{i}")).collect(), None, 0),
    };
    dialect.skip_lines = skip_lines;
    dialect.header = header.is_some();
    // Comments inside a table with a header would be rows that begin with a hashtag.
    if dialect.header {
        dialect.comment = None;
    }
    let names = header.and_then(|i| records.get(i)).map(|record| record.fields.clone()).unwrap_or_default();
    let mut sample: Vec<Vec<String>> =
        records.into_iter().skip(first).take(SAMPLE_RECORDS).map(|r| r.fields).collect();
    if header_line.is_some() {
        // Exports put end to end: the header once more says nothing of the values.
        sample.retain(|record| record != &names);
    }
    Ok(Layout { dialect, columns, header_line, header: names, sample })
}

struct Sampled {
    line: u64,
    fields: Vec<String>,
}

/// How the first records are looked at.
#[derive(Clone, Copy)]
struct Look {
    whole: bool,
    encoding: Option<Encoding>,
    mend: bool,
}

/// The bytes from a line on, counted from 1.
fn from_line(head: &[u8], line: u64, end_of_line: u8) -> Option<&[u8]> {
    let mut rest = head;
    for _ in 1..line {
        rest = &rest[memchr(end_of_line, rest)? + 1..];
    }
    (!rest.is_empty()).then_some(rest)
}

fn first_records(body: &[u8], look: Look, dialect: Dialect, most: usize) -> Vec<Sampled> {
    /// Bytes read before seeing whether there are enough.
    const SLICE: usize = 8 << 10;
    let (mut records, count) = (Vec::new(), Cell::new(0));
    let mut sink = |record: RawRecord<'_>| {
        if records.len() < most {
            let fields = record.fields().map(|field| {
                let text = super::encoding::lossy(field, look.encoding);
                let mended = if look.mend { mojibake::repair(&text) } else { None };
                mended.unwrap_or_else(|| text.into_owned())
            });
            records.push(Sampled { line: record.line, fields: fields.collect() });
            count.set(records.len());
        }
        Ok(())
    };
    let mut reader = Reader::new(dialect);
    for slice in body.chunks(SLICE) {
        if count.get() == most {
            return records;
        }
        // The sink never fails, so neither can the reader.
        let _ = reader.push(slice, &mut sink);
    }
    if look.whole {
        let _ = reader.finish(&mut sink);
    }
    records
}

/// `sep=;` on the first line, which French and other spreadsheets honour. Returns the separator and the line's length.
fn declared_separator(head: &[u8]) -> Option<(u8, usize)> {
    let line_end = head.iter().position(|&b| b == b'\n' || b == b'\r')?;
    let line = head[..line_end].strip_prefix(b"\"").unwrap_or(&head[..line_end]);
    if line.len() < 5 || !line[..4].eq_ignore_ascii_case(b"sep=") {
        return None;
    }
    let newline = if head[line_end..].starts_with(b"\r\n") { 2 } else { 1 };
    Some((line[4], line_end + newline))
}

/// Lines at the head that begin with `#` or `%`, as edge lists have them: how many, their mark, and their length.
/// A header may begin with that mark too: `# Likes,Author,Text`.
fn comment_lines(body: &[u8], end_of_line: u8, known: &dyn Fn(&str) -> bool) -> (u64, Option<u8>, usize) {
    let (mut lines, mut mark, mut at) = (0, None, 0);
    while let Some(&first) = body.get(at) {
        let comment = (first == b'#' || first == b'%')
            && !matches!(body.get(at + 1), Some(b',' | b';' | b'\t' | b'|'))
            && mark.is_none_or(|m| m == first);
        if !comment {
            break;
        }
        let Some(length) = memchr(end_of_line, &body[at..]) else { break };
        let named = |name: &&str| known(name.trim_matches(['"', '#', ' ', '\r']));
        let line = std::str::from_utf8(&body[at..at + length.min(4096)]).unwrap_or("");
        if lines == 0 && line.split([',', ';', '\t', '|']).filter(named).count() >= 3 {
            break;
        }
        mark = Some(first);
        lines += 1;
        at += length + 1;
    }
    (lines, mark, at)
}

fn choose_separator(body: &[u8], look: Look, dialect: Dialect, known: &dyn Fn(&str) -> bool) -> Separator {
    /// So many known names in one row tell a header as well as more do.
    const ENOUGH: usize = 3;
    let look = Look { whole: look.whole && body.len() <= SEPARATOR_BYTES, ..look };
    let body = &body[..body.len().min(SEPARATOR_BYTES)];
    let mut best = ((0, 0, 0), Separator::Byte(b','));
    let mut widest = 0;
    for byte in [b',', b';', b'\t', b'|'] {
        let separator = Separator::Byte(byte);
        let records = first_records(body, look, Dialect { separator, ..dialect }, 100);
        let (width, share) = modal_width(&records);
        if width < 2 {
            continue;
        }
        let mut names = 0;
        for record in records.iter().take(HEADER_RECORDS) {
            names = known_cells(&record.fields, known).clamp(names, ENOUGH);
            if names == ENOUGH {
                break;
            }
        }
        let rank = (names, share / 5, width.min(100));
        if share >= 50 {
            widest = widest.max(width);
        }
        if rank > best.0 {
            best = (rank, separator);
        }
    }
    if best.0.0 < 2 && (widest < 2 || best.0.1 < 12) {
        let records = first_records(body, look, Dialect { separator: Separator::Blanks, ..dialect }, 100);
        let (width, share) = modal_width(&records);
        if (2..=6).contains(&width) && share >= 90 {
            return Separator::Blanks;
        }
    }
    best.1
}

/// The most frequent number of fields (the greater of equals), and the percentage of records that have it.
fn modal_width(records: &[Sampled]) -> (usize, usize) {
    let mut widths: Vec<usize> = records.iter().map(|r| r.fields.len()).collect();
    widths.sort_unstable();
    let (count, width) =
        widths.chunk_by(|a, b| a == b).map(|run| (run.len(), run[0])).max().unwrap_or((0, 0));
    (width, if records.is_empty() { 0 } else { count * 100 / records.len() })
}

fn known_cells(fields: &[String], known: &dyn Fn(&str) -> bool) -> usize {
    fields.iter().filter(|cell| cell.len() <= 100 && known(cell)).count()
}

fn find_header(records: &[Sampled], known: &dyn Fn(&str) -> bool) -> Option<usize> {
    // The most known names; the first of equals.
    let (mut most, mut best) = (0, 0);
    for (i, record) in records.iter().take(HEADER_RECORDS).enumerate() {
        // Telling a name from other words takes long: a row that has not more cells than that has not more names.
        if record.fields.len() > most {
            let names = known_cells(&record.fields, known);
            if names > most {
                (most, best) = (names, i);
            }
        }
    }
    if most >= 2 || (most == 1 && records[best].fields.len() == 1) {
        return Some(best);
    }
    let (width, _) = modal_width(records);
    // Lines above the header are often padded with separators to its width.
    let filled = |r: &Sampled| r.fields.iter().filter(|c| !c.trim().is_empty()).count();
    let mut first = records.iter().take(HEADER_RECORDS);
    let first = first.position(|r| r.fields.len() == width && filled(r) * 2 > width)?;
    let cells = &records[first].fields;
    let mut distinct: Vec<&str> = cells.iter().map(|c| c.trim()).filter(|c| !c.is_empty()).collect();
    let filled = distinct.len();
    distinct.sort_unstable();
    distinct.dedup();
    let words = cells.iter().all(|c| !looks_numeric(c));
    // Words over numbers are a header; words over words may be data.
    let numbers_below = (0..width).any(|column| {
        let mut below = records[first + 1..].iter().filter_map(|r| r.fields.get(column)).take(50).peekable();
        below.peek().is_some() && below.all(|c| c.trim().is_empty() || looks_numeric(c))
    });
    (distinct.len() * 2 > filled && words && (numbers_below || width > 3)).then_some(first)
}

/// Names as found, on one line; the second `id` becomes `id (2)`, an empty one its place.
fn distinct_names(fields: &[String], width: usize) -> Vec<String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    // How often each name was met: two thousand columns of one name are still named at once.
    let mut copies: BTreeMap<String, usize> = BTreeMap::new();
    let mut names: Vec<String> = Vec::with_capacity(width);
    for i in 0..width {
        let found = fields.get(i).map_or("", |f| f.trim().trim_start_matches('\u{feff}'));
        let mut name = found.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            name = format!("#{}", i + 1);
        }
        if !taken.insert(name.clone()) {
            let copy = copies.entry(name.clone()).or_insert(1);
            name = loop {
                *copy += 1;
                let numbered = format!("{name} ({copy})");
                if taken.insert(numbered.clone()) {
                    break numbered;
                }
            };
        }
        names.push(name);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(text: &str) -> Layout {
        let known = |name: &str| {
            matches!(name.trim().to_lowercase().as_str(), "author" | "text" | "date" | "pseudo" | "abonnés")
        };
        detect(text.as_bytes(), true, None, Given::default(), &known).unwrap()
    }

    #[test]
    fn separators() {
        for (text, separator) in [
            ("author,text\na,\"x;y\"\n", Separator::Byte(b',')),
            ("Pseudo;Abonnés\n@a;12,5\n", Separator::Byte(b';')),
            ("author\ttext\na\tb, c\n", Separator::Byte(b'\t')),
            ("author|text\na|b\n", Separator::Byte(b'|')),
            ("1 2 3 RT\n4  5 6 RE\n", Separator::Blanks),
            ("# a, b\n1\t2\n3\t4\n", Separator::Byte(b'\t')),
        ] {
            assert_eq!(layout(text).dialect.separator, separator, "{text:?}");
        }
    }

    #[test]
    fn the_line_of_the_separator_is_no_header() {
        let found = layout("sep=;\r\nauthor;text\r\na;b\r\n");
        assert_eq!((found.dialect.separator, found.header_line), (Separator::Byte(b';'), Some(2)));
        assert_eq!(found.sample, [["a", "b"]]);
    }

    #[test]
    fn a_preamble_is_passed_over() {
        let found =
            layout("Report:,All\nBrand:,\"Café\nLumen\"\n\nDate,Author,Text,Reach\n2024-01-01,a,b,3\n");
        assert_eq!(found.header_line, Some(5));
        assert_eq!(found.dialect.skip_lines, 4);
        assert_eq!(found.columns, ["Date", "Author", "Text", "Reach"]);
    }

    #[test]
    fn the_header_may_be_given() {
        let known = |_: &str| false;
        let given = |header_line| Given { header_line: Some(header_line), ..Given::default() };
        let text = "Export of today;;\n\nqui;quoi;quand\na;b;c\n";
        let at = |line| detect(text.as_bytes(), true, None, given(line), &known);
        let found = at(3).unwrap();
        assert_eq!((found.header_line, found.dialect.skip_lines), (Some(3), 2));
        assert_eq!(
            (found.columns, found.sample),
            (
                vec!["qui".into(), "quoi".into(), "quand".into()],
                vec![vec!["a".to_string(), "b".into(), "c".into()]]
            )
        );
        let none = at(0).unwrap();
        assert_eq!((none.header_line, none.columns.len(), none.sample.len()), (None, 3, 3));
        assert_eq!(at(9).unwrap_err().code(), "argument.invalid");
    }

    #[test]
    fn padded_lines_above_an_unknown_header_are_passed_over() {
        let found = layout("Bericht,,,\n,,,\nWer,Was,Wann,Wie oft\nx,y,z,3\n");
        assert_eq!((found.header_line, found.columns[0].as_str()), (Some(3), "Wer"));
        let groups = layout("\n,Visual,,Other\nauthor,colour,text,x\na,b,c,d\n");
        assert_eq!(groups.header_line, Some(3));
    }

    #[test]
    fn tables_without_header() {
        let found = layout("1\t2\n3\t4\n");
        assert_eq!((found.header_line, found.columns), (None, vec!["#1".to_string(), "#2".to_string()]));
        assert_eq!(layout("a b 3\nc d 4\n").header_line, None);
        assert_eq!(layout("node_a,node_b\n1,2\n").header_line, Some(1));
        assert_eq!(layout("Rank,views(avg),views(avg)\n1,2M,2000000\n").header_line, Some(1));
    }

    #[test]
    fn two_thousand_columns_of_one_name() {
        let names = distinct_names(&vec!["x".to_string(); 2_000], 2_000);
        assert_eq!((names[0].as_str(), names[1].as_str(), names[1_999].as_str()), ("x", "x (2)", "x (2000)"));
        let names = distinct_names(&["x (2)".into(), "x".into(), "x".into()], 3);
        assert_eq!(names, ["x (2)", "x", "x (3)"]);
    }

    #[test]
    fn names_become_distinct() {
        let found = layout("author,text,Followers,\"Follo\nwers\",,Followers\na,b,1M,2,3,1000000\n");
        assert_eq!(found.columns, ["author", "text", "Followers", "Follo wers", "#5", "Followers (2)"]);
    }
}
