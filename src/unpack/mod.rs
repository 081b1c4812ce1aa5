//! Containers and workbooks: what an archive, a compressed file or a workbook holds, entry by entry, as plain bytes.
//!
//! Nothing here reads a file. The caller makes steps with [`Unpacker::step`], supplies the ranges that are asked for,
//! and says of every entry whether it wants it. So an archive of gigabytes of pictures costs its directory and the few
//! entries worth reading. A workbook gives each sheet as comma-separated text in UTF-8.
//!
//! Whatever a container declares may be a lie: [`Limits`] are counted on bytes that really came out.

mod biff;
mod book;
mod budget;
mod cells;
mod cfb;
mod directory;
mod fault;
mod flow;
mod old_workbook;
mod open;
mod path;
mod sheet;
mod single;
mod source;
mod tar;
mod unpacker;
mod whole;
mod workbook;
mod xml;
mod zip;

pub use budget::Limits;
pub use fault::Fault;
pub use unpacker::Unpacker;
pub use whole::{Content, Unpacked, drain, unpack};

use budget::Budget;
use fault::Stop;
use source::Source;

/// Something noticed in an entry: a stable code, and how often.
pub type Note = (&'static str, u64);

/// What a step gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// These bytes of the file are wanted: see [`Unpacker::supply`].
    Need {
        /// Where they begin.
        offset: u64,
        /// How many.
        length: u64,
    },
    /// An entry comes: see [`Unpacker::answer`]. Without an answer it is passed over. A container inside gives its own
    /// entries instead of bytes.
    Entry {
        /// Path inside the container, or the name of a sheet.
        path: String,
        /// Its size as declared; unknown for sheets.
        bytes: Option<u64>,
    },
    /// The next bytes of the entry that was taken.
    Data(Vec<u8>),
    /// The entry is complete.
    End {
        /// What was noticed in it.
        notes: Vec<Note>,
    },
    /// An entry that is not read, and why.
    Skipped {
        /// Its path.
        path: String,
        /// Its size as declared.
        bytes: u64,
        /// Why: `entry.path`, `entry.nested`, `entry.empty`, `entry.chart`, `entry.hidden`.
        code: &'static str,
    },
    /// The entry cannot be read; whatever came of it is to be forgotten.
    Failed {
        /// Its path; empty where the container itself broke off.
        path: String,
        /// Why.
        fault: Fault,
    },
    /// There is nothing more.
    Done,
}

/// A container that is read entry by entry.
trait Container: std::fmt::Debug {
    /// `zip`, `tar`, `gzip` or `workbook`.
    fn kind(&self) -> &'static str;

    /// The next event. After [`Stop::Want`] the same call is made again.
    fn next(&mut self, source: &mut Source, budget: &mut Budget) -> Result<Event, Stop>;

    /// Takes the entry that was announced, or drops the one that is under way.
    fn answer(&mut self, take: bool);
}
