//! A container that is in memory, unpacked in one go: for tests, fuzzing and native callers.

use super::{Event, Fault, Limits, Note, Unpacker};

/// One entry of a container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unpacked {
    /// Path inside the container, or the name of a sheet.
    pub path: String,
    /// What it holds, or why it was not read.
    pub content: Content,
}

/// What became of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// It was read.
    Read {
        /// Its bytes.
        bytes: Vec<u8>,
        /// What was noticed.
        notes: Vec<Note>,
    },
    /// It was passed over, for a reason.
    Skipped(&'static str),
    /// It cannot be read.
    Failed(Fault),
}

/// Unpacks a container that is in memory. `wanted` is asked of every entry with its path and declared size.
///
/// # Errors
/// As [`Unpacker::step`].
pub fn unpack(
    name: &str,
    bytes: &[u8],
    limits: Limits,
    mut wanted: impl FnMut(&str, Option<u64>) -> bool,
) -> Result<Vec<Unpacked>, Fault> {
    let mut found: Vec<Unpacked> = Vec::new();
    let mut open: Option<(String, Vec<u8>)> = None;
    walk(name, bytes, limits, |event, unpacker| match event {
        Event::Entry { path, bytes } => {
            let take = wanted(&path, bytes);
            unpacker.answer(take);
            open = take.then(|| (path, Vec::new()));
        }
        Event::Data(piece) => {
            if let Some((_, bytes)) = &mut open {
                bytes.extend_from_slice(&piece);
            }
        }
        Event::End { notes } => {
            let read =
                open.take().map(|(path, bytes)| Unpacked { path, content: Content::Read { bytes, notes } });
            found.extend(read);
        }
        Event::Skipped { path, code, .. } => found.push(Unpacked { path, content: Content::Skipped(code) }),
        Event::Failed { path, fault } => found.push(Unpacked { path, content: Content::Failed(fault) }),
        Event::Need { .. } | Event::Done => {}
    })?;
    Ok(found)
}

/// Takes every entry and forgets its bytes; gives how many came out. What fuzzing calls.
///
/// # Errors
/// As [`Unpacker::step`].
pub fn drain(bytes: &[u8], limits: Limits) -> Result<u64, Fault> {
    let mut out = 0;
    walk("data", bytes, limits, |event, unpacker| match event {
        Event::Entry { .. } => unpacker.answer(true),
        Event::Data(piece) => out += piece.len() as u64,
        _ => {}
    })?;
    Ok(out)
}

fn walk(
    name: &str,
    bytes: &[u8],
    limits: Limits,
    mut each: impl FnMut(Event, &mut Unpacker),
) -> Result<(), Fault> {
    let mut unpacker = Unpacker::new(name, bytes.len() as u64, limits);
    loop {
        match unpacker.step()? {
            Event::Need { offset, length } => {
                let from = usize::try_from(offset).unwrap_or(usize::MAX).min(bytes.len());
                let to = from.saturating_add(usize::try_from(length).unwrap_or(usize::MAX)).min(bytes.len());
                unpacker.supply(offset, bytes[from..to].to_vec());
            }
            Event::Done => return Ok(()),
            event => each(event, &mut unpacker),
        }
    }
}
