//! What every importer is: a reader of one file's text, fed by slices.

use super::ImportOptions;
use super::ledger::Ledger;
use crate::error::Result;
use crate::ingest::delimited::Stand;
use crate::ingest::sniff::Encoding;
use crate::issue::{ColumnReading, Confidence, Question};
use crate::model::{Builder, List};
use std::fmt::Debug;

/// The beginning of a file, as text: what readers are chosen by.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// First bytes, at most [`limits::SNIFF_BYTES`](crate::limits::SNIFF_BYTES) of them, in a superset of ASCII (UTF-16
    /// is UTF-8 by now), without byte order mark.
    pub text: &'a [u8],
    /// Whether they are the whole file.
    pub whole: bool,
    /// The file's name, or its path inside an archive or folder.
    pub name: &'a str,
    /// The encoding that the bytes show; none while nothing but ASCII was seen.
    pub encoding: Option<Encoding>,
}

/// What a reader says of itself once the file has ended.
#[derive(Debug)]
pub struct Described {
    /// Stable code of the adapter.
    pub format: &'static str,
    /// Encoding of the text.
    pub encoding: Encoding,
    /// Separator of a table.
    pub separator: Option<char>,
    /// Line of the header.
    pub header_line: Option<u64>,
    /// Columns of a table.
    pub columns: Vec<ColumnReading>,
    /// How sure the format is.
    pub confidence: Confidence,
    /// What only the user can tell.
    pub questions: Vec<Question>,
    /// Whose list it is.
    pub list: Option<List>,
}

impl Described {
    /// A format without columns, told by its own marks.
    pub fn certain(format: &'static str, encoding: Encoding) -> Self {
        Described {
            format,
            encoding,
            separator: None,
            header_line: None,
            columns: Vec::new(),
            confidence: Confidence::Certain,
            questions: Vec::new(),
            list: None,
        }
    }
}

/// Reads the text of one file into a study. Any slicing of the text gives the same study.
pub trait Reader: Debug {
    /// Reads the next slice.
    fn push(&mut self, text: &[u8], ledger: &mut Ledger, into: &mut Builder) -> Result<()>;

    /// Reads what is left once the file has ended.
    fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()>;

    /// What the receipt says of the file.
    fn describe(self: Box<Self>) -> Described;

    /// The same reader as one of several, each with a part of the file; none where what comes later depends on more of
    /// what came before than its place.
    fn in_parts(&mut self) -> Option<&mut dyn Parts> {
        None
    }
}

/// A reader whose state between two records is its place in the file, and the encoding that it met.
pub trait Parts {
    /// Where a record begins in text from the middle of the file. It may be wrong: what lies before tells.
    fn first_record(&self, text: &[u8]) -> Option<usize>;

    /// Forgets what was read, and begins at a record: `byte` is its place in the text, and so many records are taken to
    /// have been read before.
    fn begin_within(&mut self, byte: u64, rows: u64);

    /// Where the last complete record ended, in bytes of all that was pushed; none where that was not kept.
    fn stand(&self, pushed: u64) -> Option<Stand>;

    /// Whether the last record is complete, and nothing of the next one was read.
    fn is_between(&self) -> bool;

    /// The encoding; none while nothing but ASCII was met.
    fn encoding(&self) -> Option<Encoding>;

    /// Goes on from what another reader of the same file read from here on, and the encoding that it met. Returns
    /// `false`, and changes nothing, where reading on from here would have found something else.
    fn advance(&mut self, by: Stand, encoding: Option<Encoding>) -> bool;
}

/// The encoding that a reader goes on with, after another one read what follows without knowing it; none where that
/// took the text for something else.
pub fn one_encoding(mine: Option<Encoding>, theirs: Option<Encoding>) -> Option<Option<Encoding>> {
    match (mine, theirs) {
        (Some(mine), Some(theirs)) if mine != theirs => None,
        (mine, theirs) => Some(mine.or(theirs)),
    }
}

/// Looks at a file's beginning, and returns a reader for it if it is of the opener's kind.
pub type Opener = fn(&Head<'_>, &ImportOptions, &mut Ledger) -> Result<Option<Box<dyn Reader>>>;
