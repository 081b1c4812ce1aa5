//! What every importer is: a reader of one file's text, fed by slices.

use super::ImportOptions;
use super::ledger::Ledger;
use crate::error::Result;
use crate::ingest::sniff::Encoding;
use crate::issue::{ColumnReading, Confidence, Question};
use crate::model::Builder;
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
}

/// Looks at a file's beginning, and returns a reader for it if it is of the opener's kind.
pub type Opener = fn(&Head<'_>, &ImportOptions, &mut Ledger) -> Result<Option<Box<dyn Reader>>>;
