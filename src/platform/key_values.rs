//! One post as a table of keys and values, as YouTube Data Tools describe a video: read as a table of one row.

use super::ImportOptions;
use super::ledger::Ledger;
use super::naming;
use super::reader::{Described, Head, Reader};
use super::roles::{Field, Side};
use super::table;
use crate::error::Result;
use crate::ingest::layout::{self, Given};
use crate::ingest::sniff::Encoding;
use crate::model::Builder;

/// A post has no more properties than this.
const PAIRS: usize = 200;

/// A table of keys and values that is being imported.
#[derive(Debug)]
struct KeyValues {
    row: Vec<u8>,
    table: Box<dyn Reader>,
}

/// Reads a whole small table whose first column names what its second one holds.
pub fn open(
    head: &Head<'_>,
    options: &ImportOptions,
    ledger: &mut Ledger,
) -> Result<Option<Box<dyn Reader>>> {
    if !head.whole || options.format.is_some() {
        return Ok(None);
    }
    let given = Given {
        separator: options.separator_byte()?,
        quotes: options.quotes,
        header_line: None,
        mend: false,
    };
    let Ok(layout) = layout::detect(head.text, true, head.encoding, given, &naming::is_known) else {
        return Ok(None);
    };
    if layout.columns.len() != 2 || layout.sample.len() > PAIRS {
        return Ok(None);
    }
    let header = Some(layout.header.clone()).filter(|cells| cells.len() == 2);
    let named = header.iter().any(|cells| {
        matches!(naming::squeeze(&cells[0]).as_str(), "key" | "property" | "field" | "name" | "cle")
    });
    let pairs: Vec<(&str, &str)> = header
        .iter()
        .filter(|_| !named)
        .chain(&layout.sample)
        .filter_map(|row| Some((row.first()?.trim(), row.get(1)?.as_str())))
        .filter(|(key, _)| !key.is_empty())
        .collect();
    let readings: Vec<_> = pairs.iter().map(|(key, _)| naming::readings(key)).collect();
    let says = |fields: &[Field]| {
        readings.iter().flatten().any(|((side, field), _)| *side == Side::Row && fields.contains(field))
    };
    let known = readings.iter().filter(|readings| !readings.is_empty()).count();
    let distinct: std::collections::BTreeSet<&str> = pairs.iter().map(|(key, _)| *key).collect();
    let post = says(&[Field::PostId])
        && says(&[Field::AuthorId, Field::AuthorName])
        && says(&[Field::Text, Field::Time])
        && says(&[Field::Views, Field::Likes]);
    if pairs.len() < 5 || distinct.len() < pairs.len() || known * 2 < pairs.len() || !post {
        return Ok(None);
    }
    let quoted = |cells: Vec<&str>| {
        let cells: Vec<String> =
            cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        cells.join(",")
    };
    let keys = quoted(pairs.iter().map(|pair| pair.0).collect());
    let values = quoted(pairs.iter().map(|pair| pair.1).collect());
    let row = format!("{keys}\n{values}\n").into_bytes();
    let turned = Head { text: &row, whole: true, encoding: Some(Encoding::Utf8), ..*head };
    let table = table::open(&turned, options, ledger)?;
    Ok(table.map(|table| Box::new(KeyValues { row, table }) as Box<dyn Reader>))
}

impl Reader for KeyValues {
    /// All of it was seen when it was recognised.
    fn push(&mut self, _: &[u8], _: &mut Ledger, _: &mut Builder) -> Result<()> {
        Ok(())
    }

    fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        self.table.push(&self.row, ledger, into)?;
        self.table.finish(ledger, into)
    }

    fn describe(self: Box<Self>) -> Described {
        self.table.describe()
    }
}
