//! Zip archives: the entries one by one, each read where it lies and checked against its sum.

use super::budget::Budget;
use super::directory::{Directory, Listed, u16_at};
use super::fault::{Fault, Stop};
use super::flow::{Deflated, Flow, Plain};
use super::source::Source;
use super::{Container, Event};

/// The entries of an archive whose directory was read.
#[derive(Debug)]
pub(super) struct ZipFiles {
    entries: std::vec::IntoIter<Listed>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Next,
    Asked(Listed),
    Open(Listed),
    Reading(String, Flow),
}

impl ZipFiles {
    /// # Errors
    /// `archive.empty`, `archive.encrypted` when no entry can be read.
    pub fn new(directory: Directory) -> Result<ZipFiles, Fault> {
        let mut entries = directory.entries;
        entries.retain(|entry| !entry.name.ends_with('/'));
        if entries.is_empty() {
            return Err(Fault::new("archive.empty"));
        }
        if entries.iter().all(|entry| entry.encrypted) {
            return Err(Fault::new("archive.encrypted"));
        }
        Ok(ZipFiles { entries: entries.into_iter(), stage: Stage::Next })
    }
}

impl Container for ZipFiles {
    fn kind(&self) -> &'static str {
        "zip"
    }

    fn next(&mut self, source: &mut Source, budget: &mut Budget) -> Result<Event, Stop> {
        loop {
            match &mut self.stage {
                Stage::Next => {
                    let Some(entry) = self.entries.next() else { return Ok(Event::Done) };
                    if entry.outside {
                        return Ok(Event::Skipped {
                            path: entry.name,
                            bytes: entry.bytes,
                            code: "entry.path",
                        });
                    }
                    let event = Event::Entry { path: entry.name.clone(), bytes: Some(entry.bytes) };
                    self.stage = Stage::Asked(entry);
                    return Ok(event);
                }
                // No answer is a no.
                Stage::Asked(_) => self.stage = Stage::Next,
                Stage::Open(entry) => match open(entry, source) {
                    Ok(flow) => {
                        let path = std::mem::take(&mut entry.name);
                        self.stage = Stage::Reading(path, flow);
                    }
                    Err(Stop::Fault(fault)) => {
                        let path = std::mem::take(&mut entry.name);
                        self.stage = Stage::Next;
                        return Ok(Event::Failed { path, fault });
                    }
                    Err(want) => return Err(want),
                },
                Stage::Reading(path, flow) => match flow.pull(source, budget) {
                    Ok(Some(piece)) => return Ok(Event::Data(piece)),
                    Ok(None) => {
                        self.stage = Stage::Next;
                        return Ok(Event::End { notes: Vec::new() });
                    }
                    Err(Stop::Fault(fault)) => {
                        let path = std::mem::take(path);
                        self.stage = Stage::Next;
                        return Ok(Event::Failed { path, fault });
                    }
                    Err(want) => return Err(want),
                },
            }
        }
    }

    fn answer(&mut self, take: bool) {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Next) {
            Stage::Asked(entry) if take => Stage::Open(entry),
            _ => Stage::Next,
        };
    }
}

/// The stream of an entry, once its local header was read.
pub(super) fn open(entry: &Listed, source: &Source) -> Result<Flow, Stop> {
    if entry.encrypted || entry.method == 99 {
        return Err(Fault::new("entry.encrypted").into());
    }
    if !matches!(entry.method, 0 | 8) {
        return Err(Fault::with("entry.method", method(entry.method)).into());
    }
    // The name and the extra field of the local header are most often those of the directory.
    let ask = entry.packed.saturating_add(30 + 1024);
    let header = source.window_of(entry.header, 30, ask)?;
    let lengths = u16_at(header, 26).zip(u16_at(header, 28));
    let Some((name, extra)) = lengths.filter(|_| header.starts_with(b"PK\x03\x04")) else {
        return Err(Fault::new("entry.damaged").into());
    };
    let at = entry.header + 30 + u64::from(name) + u64::from(extra);
    let end = at.saturating_add(entry.packed);
    if end > source.size() {
        return Err(Fault::new("entry.truncated").into());
    }
    Ok(match entry.method {
        0 => Flow::Plain(Plain::new(at, end, Some(entry.sum))),
        _ => Flow::Deflated(Box::new(Deflated::new(at, end, entry.sum))),
    })
}

fn method(code: u16) -> String {
    let name = match code {
        1 => "Shrink",
        6 => "Implode",
        9 => "Deflate64",
        12 => "bzip2",
        14 => "LZMA",
        20 | 93 => "Zstandard",
        95 => "XZ",
        96 => "JPEG",
        97 => "WavPack",
        98 => "PPMd",
        _ => return code.to_string(),
    };
    name.to_owned()
}
