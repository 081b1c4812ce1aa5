//! What interaction logs and edge lists have in common: two names, and a tie between them.

use super::columns::Columns;
use super::graph_naming::is_account_id;
use super::guess::values;
use super::ledger::Ledger;
use super::record::Record;
use super::roles::{Field, Role, Side};
use super::words;
use crate::error::Result;
use crate::ingest::id::{self, Id};
use crate::ingest::layout::Layout;
use crate::model::{AccountIn, Builder, Layer, NameId, PostKind, TieIn};

/// Maps rows to ties.
#[derive(Debug)]
pub struct Ties {
    columns: Columns,
    /// Both ends are ids throughout: of accounts, rather than handles.
    by_id: bool,
    /// The first line has two numbers where the others have three: how many nodes and ties there are.
    counts_first: bool,
    /// The comments above the rows say that ties have no direction.
    undirected: bool,
}

impl Ties {
    /// An adapter for a table whose columns were settled.
    pub fn new(columns: Columns, layout: &Layout, roles: &[Role]) -> Self {
        let ends = roles.iter().enumerate().filter(|(_, r)| matches!(r.1, Field::Source | Field::Target));
        let by_id = !layout.sample.is_empty()
            && ends.map(|(column, _)| column).all(|column| {
                values(layout, column).all(|v| is_account_id(v) || id::read(v) == Id::Destroyed)
            });
        let width = |row: &Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
        let numbers = |row: &Vec<String>| row.iter().all(|c| c.bytes().all(|b| b.is_ascii_digit()));
        let counts_first = layout.header_line.is_none()
            && layout.columns.len() == 3
            && layout.sample.first().is_some_and(|row| width(row) == 2 && numbers(row))
            && layout.sample.len() > 1
            && layout.sample.iter().skip(1).all(|row| width(row) == 3);
        Ties { columns, by_id, counts_first, undirected: false }
    }

    /// Reads the comments at the head of the file: SNAP writes `# Undirected graph` there.
    pub fn with_comments(mut self, head: &[u8]) -> Self {
        let comments =
            head.split(|&b| b == b'\n').take_while(|line| matches!(line.first(), Some(b'#' | b'%')));
        let says = |line: &[u8]| line.to_ascii_lowercase().windows(10).any(|word| word == b"undirected");
        self.undirected = comments.take(20).any(says);
        self
    }

    /// The columns, for the receipt.
    pub fn into_columns(self) -> Columns {
        self.columns
    }

    /// Maps one row.
    pub fn row(&mut self, record: &Record<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        if record.row == 1 && self.counts_first {
            ledger.drop("row.counts", || record.excerpt());
            return Ok(());
        }
        let weight = match self.weight(record, ledger) {
            Ok(weight) => weight,
            Err(text) => {
                ledger.drop("weight.not_positive", || text.to_string());
                return Ok(());
            }
        };
        let (Some(source), Some(target)) =
            (self.end(record, Field::Source, ledger), self.end(record, Field::Target, ledger))
        else {
            ledger.drop("row.no_ends", || record.excerpt());
            return Ok(());
        };
        let time = self.columns.time(record, Side::Row, Field::Time, ledger);
        let layer = self.layer(record, ledger);
        let platform = self.columns.platform_of(record);
        let mut name = |text| {
            let (id, handle) = if self.by_id { (Some(text), None) } else { (None, Some(text)) };
            into.account(&AccountIn { at: time, ..AccountIn::named(platform, id, handle) })
        };
        let (Some(from), Some(to)) = (name(source)?, name(target)?) else {
            ledger.drop("row.no_ends", || record.excerpt());
            return Ok(());
        };
        let mut tie =
            |from: NameId, to: NameId| into.tie(&TieIn { from, to, layer, time, weight, row: record.row });
        tie(from, to)?;
        let word = self.columns.raw(record, Side::Row, Field::Directed).trim();
        let told = words::directed(word).or_else(|| words::truth(word));
        let undirected = told.map_or(self.undirected, |directed| !directed);
        if undirected && from != to {
            tie(to, from)?;
        }
        ledger.keep(time);
        Ok(())
    }

    fn end<'r>(&self, record: &Record<'r>, field: Field, ledger: &mut Ledger) -> Option<&'r str> {
        if self.by_id {
            return self.columns.id(record, Side::Row, field, ledger);
        }
        let end = self.columns.raw(record, Side::Row, field).trim();
        (!end.is_empty()).then_some(end)
    }

    /// The weight of the row: 1 where there is none. `Err` holds what stands there when it is not above zero.
    fn weight<'r>(&self, record: &Record<'r>, ledger: &mut Ledger) -> std::result::Result<f64, &'r str> {
        if !self.columns.has(Side::Row, Field::Weight) {
            return Ok(1.0);
        }
        let text = self.columns.raw(record, Side::Row, Field::Weight);
        match self.columns.signed(record, Field::Weight) {
            Ok(weight) if weight > 0.0 => Ok(weight),
            Ok(_) => Err(text),
            Err(found) => {
                if !id::missing(found.trim()) {
                    ledger.repair("weight.unreadable", None, || found.to_string());
                }
                Ok(1.0)
            }
        }
    }

    fn layer(&self, record: &Record<'_>, ledger: &mut Ledger) -> Layer {
        let word = self.columns.raw(record, Side::Row, Field::Layer).trim();
        if word.is_empty() {
            return Layer::Link;
        }
        words::layer(word).unwrap_or_else(|| {
            // A post of one's own, in NodeXL a tie of its author with itself.
            if words::kind(word) == Some(PostKind::Original) {
                return Layer::Link;
            }
            ledger.note("tie.kind_unknown", None, || word.to_string());
            Layer::Link
        })
    }
}
