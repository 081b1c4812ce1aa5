//! Fatal errors: stable codes with parameters, never prose. The page translates the codes.

use serde::Serialize;
use std::fmt;

/// Result of an operation of the engine.
pub type Result<T> = std::result::Result<T, Error>;

/// A fatal error. Small on the stack; what it means is its [`code`](Error::code).
///
/// What an import merely *notices* (a bad row, a repaired encoding) is never an error but an
/// [`Issue`](crate::issue::Issue) of the receipt.
#[derive(Debug, Clone, PartialEq)]
pub struct Error(Box<ErrorKind>);

/// What went wrong, with the values a message needs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum ErrorKind {
    /// The file holds no byte.
    FileEmpty,
    /// The file holds nothing but blanks.
    FileBlank,
    /// The file's content is a container or a binary format that this version does not read.
    FormatUnsupported {
        /// What it looks like: `zip`, `xlsx`, `pdf`, `binary`…
        detected: String,
    },
    /// Text was found, but no column or field that an adapter understands.
    FormatUnknown {
        /// The column names or the first characters seen, for the message.
        seen: String,
    },
    /// A limit of [`crate::limits`] was reached.
    LimitReached {
        /// Name of the limit, as in `limits.rs`.
        limit: &'static str,
        /// Its value.
        value: f64,
    },
    /// Memory for the data could not be had.
    OutOfMemory {
        /// What was being held: `posts`, `accounts`, `ties`, `text`, `file`.
        what: &'static str,
    },
    /// A value of the caller is out of range or unknown.
    InvalidArgument {
        /// Name of the argument.
        name: &'static str,
        /// What was given.
        given: String,
    },
    /// The call needs a finished analysis.
    NotAnalysed,
    /// No account answers to that handle or index.
    AccountUnknown {
        /// What was asked for.
        asked: String,
    },
}

impl Error {
    /// Wraps a kind.
    pub fn new(kind: ErrorKind) -> Self {
        Error(Box::new(kind))
    }

    /// The kind, for matching.
    pub fn kind(&self) -> &ErrorKind {
        &self.0
    }

    /// The stable code that pages translate.
    pub fn code(&self) -> &'static str {
        match *self.0 {
            ErrorKind::FileEmpty => "file.empty",
            ErrorKind::FileBlank => "file.blank",
            ErrorKind::FormatUnsupported { .. } => "format.unsupported",
            ErrorKind::FormatUnknown { .. } => "format.unknown",
            ErrorKind::LimitReached { .. } => "limit.reached",
            ErrorKind::OutOfMemory { .. } => "memory.exhausted",
            ErrorKind::InvalidArgument { .. } => "argument.invalid",
            ErrorKind::NotAnalysed => "analysis.missing",
            ErrorKind::AccountUnknown { .. } => "account.unknown",
        }
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Error::new(kind)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.code(), self.0)
    }
}

impl std::error::Error for Error {}
