//! The central directory of a zip archive, found from the end of the file as other readers do.

use super::fault::{Fault, Stop};
use super::path;
use super::source::Source;
use crate::limits;

const END: [u8; 4] = *b"PK\x05\x06";
const RECORD: [u8; 4] = *b"PK\x01\x02";
const END_BYTES: usize = 22;
/// End records that are looked into: a comment may hold false ones.
const TRIED: usize = 8;
/// The end record and the longest comment that may follow it.
const TAIL: usize = END_BYTES + 0xFFFF;
/// A directory record with the longest name, extra field and comment.
const RECORD_MOST: usize = 46 + 3 * 0xFFFF;

/// One entry as the directory lists it.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    /// Its name; forward slashes where it stays inside the archive.
    pub name: String,
    /// Whether the name leads out of the archive.
    pub outside: bool,
    pub encrypted: bool,
    pub method: u16,
    pub sum: u32,
    pub packed: u64,
    /// Its size as declared: a hint, never a bound.
    pub bytes: u64,
    /// Where its local header begins.
    pub header: u64,
}

/// Reads the directory step by step.
#[derive(Debug, Default)]
pub(super) struct Directory {
    stage: Stage,
    pub entries: Vec<Listed>,
}

#[derive(Debug, Default, Clone, Copy)]
enum Stage {
    /// Looking for the end record.
    #[default]
    End,
    /// A 64-bit end record is said to be at this place; the other numbers are those of the 32-bit one.
    End64 { at: u64, seen: Ended },
    /// Reading records.
    Records { at: u64, end: u64, shift: u64 },
    /// All is read.
    Done,
}

/// What an end record says.
#[derive(Debug, Clone, Copy)]
struct Ended {
    /// Where the end record itself is.
    at: u64,
    disk: u32,
    first_disk: u32,
    size: u64,
    offset: u64,
}

impl Directory {
    /// Goes on until all is read.
    pub fn load(&mut self, source: &Source) -> Result<(), Stop> {
        loop {
            self.stage = match self.stage {
                Stage::End => find_end(source)?,
                Stage::End64 { at, seen } => {
                    let record = source.exactly(at, 56)?;
                    let wide = end64(record, seen).ok_or_else(|| Fault::new("archive.damaged"))?;
                    records(wide)?
                }
                Stage::Records { at, end, shift } => self.read(source, at, end, shift)?,
                Stage::Done => return Ok(()),
            };
        }
    }

    fn read(&mut self, source: &Source, mut at: u64, end: u64, shift: u64) -> Result<Stage, Stop> {
        let window = source.window(at, RECORD_MOST)?;
        let left = usize::try_from(end - at).unwrap_or(usize::MAX).min(window.len());
        let mut rest = &window[..left];
        let last = left < RECORD_MOST || at + left as u64 == end;
        while !rest.is_empty() {
            let Some((mut entry, length)) = record(rest) else {
                if rest.len() >= RECORD_MOST || (last && at + rest.len() as u64 == end) {
                    return Err(Fault::new("archive.damaged").into());
                }
                break;
            };
            if self.entries.len() >= limits::ARCHIVE_LISTED {
                return Err(Fault::limit("ARCHIVE_LISTED", limits::ARCHIVE_LISTED as u64).into());
            }
            entry.header = entry.header.saturating_add(shift);
            self.entries.push(entry);
            rest = &rest[length..];
            at += length as u64;
        }
        if at < end && source.size() <= at {
            return Err(Fault::new("archive.truncated").into());
        }
        if at < end {
            return Ok(Stage::Records { at, end, shift });
        }
        self.check()?;
        Ok(Stage::Done)
    }

    /// Entries must not share bytes: honest archives never do, and bombs are made that way.
    fn check(&self) -> Result<(), Fault> {
        let mut spans: Vec<(u64, u64)> =
            self.entries.iter().map(|e| (e.header, e.header.saturating_add(30 + e.packed))).collect();
        spans.sort_unstable();
        let overlap = spans.windows(2).any(|pair| pair[0].1 > pair[1].0);
        if overlap { Err(Fault::new("archive.overlap")) } else { Ok(()) }
    }

    /// The entry of that path, any case.
    pub fn find(&self, path: &str) -> Option<&Listed> {
        let path = path.trim_start_matches('/');
        self.entries.iter().find(|e| e.name.eq_ignore_ascii_case(path))
    }
}

/// Finds the last end record that fits: its comment ends with the file, its directory lies before it.
fn find_end(source: &Source) -> Result<Stage, Stop> {
    let from = source.size().saturating_sub(TAIL as u64);
    let tail = source.exactly(from, TAIL)?;
    let (mut spanned, mut tried) = (false, 0);
    for found in memchr::memmem::rfind_iter(tail, &END) {
        let at = from + found as u64;
        let Some(seen) = end(&tail[found..], at) else { continue };
        if tail.len() - found < END_BYTES {
            continue;
        }
        let locator =
            found.checked_sub(20).and_then(|l| tail.get(l..found)).filter(|l| l.starts_with(b"PK\x06\x07"));
        if let Some(wide) = locator.and_then(|l| u64_at(l, 8)) {
            return Ok(Stage::End64 { at: wide, seen });
        }
        if (seen.disk, seen.first_disk) != (0, 0) {
            spanned = true;
            continue;
        }
        let Some(start) = at.checked_sub(seen.size) else { continue };
        tried += 1;
        if tried > TRIED {
            break;
        }
        let fits = seen.size == 0 || source.exactly(start, 4)? == RECORD;
        if fits && start >= seen.offset {
            return Ok(records(seen)?);
        }
    }
    let code = match () {
        () if spanned || tail.starts_with(b"PK\x07\x08") => "archive.multidisk",
        () if source.exactly(0, 4)?.starts_with(b"PK\x07\x08") => "archive.multidisk",
        () => "archive.truncated",
    };
    Err(Fault::new(code).into())
}

fn records(seen: Ended) -> Result<Stage, Fault> {
    if (seen.disk, seen.first_disk) != (0, 0) {
        return Err(Fault::new("archive.multidisk"));
    }
    let damaged = || Fault::new("archive.damaged");
    let start = seen.at.checked_sub(seen.size).ok_or_else(damaged)?;
    // Bytes put before an archive move everything: the directory ends where its end record begins.
    let shift = start.checked_sub(seen.offset).ok_or_else(damaged)?;
    Ok(if seen.size == 0 { Stage::Done } else { Stage::Records { at: start, end: seen.at, shift } })
}

fn end(bytes: &[u8], at: u64) -> Option<Ended> {
    let comment = u16_at(bytes, 20)?;
    // What follows may be less than the comment claims where the file was cut, never more but zeros.
    let after = bytes.get(END_BYTES..)?;
    if after.len() < usize::from(comment) || after[usize::from(comment)..].iter().any(|&byte| byte != 0) {
        return None;
    }
    Some(Ended {
        at,
        disk: u32::from(u16_at(bytes, 4)?),
        first_disk: u32::from(u16_at(bytes, 6)?),
        size: u64::from(u32_at(bytes, 12)?),
        offset: u64::from(u32_at(bytes, 16)?),
    })
}

/// The 64-bit end record stands in for the numbers of the short one; the directory ends where it begins.
fn end64(bytes: &[u8], _short: Ended) -> Option<Ended> {
    if !bytes.starts_with(b"PK\x06\x06") {
        return None;
    }
    let (size, offset) = (u64_at(bytes, 40)?, u64_at(bytes, 48)?);
    let at = offset.checked_add(size)?;
    Some(Ended { at, disk: u32_at(bytes, 16)?, first_disk: u32_at(bytes, 20)?, size, offset })
}

/// One record, and its length; `None` when it is cut or none.
fn record(bytes: &[u8]) -> Option<(Listed, usize)> {
    if !bytes.starts_with(&RECORD) {
        return None;
    }
    let (name, extra, comment) = (u16_at(bytes, 28)?, u16_at(bytes, 30)?, u16_at(bytes, 32)?);
    let (name_end, extra_end) = (46 + usize::from(name), 46 + usize::from(name) + usize::from(extra));
    let length = extra_end + usize::from(comment);
    bytes.get(..length)?;
    let flags = u16_at(bytes, 8)?;
    let mut entry = Listed {
        name: path::decode(&bytes[46..name_end], flags & 0x800 != 0),
        outside: false,
        encrypted: flags & 0x2041 != 0,
        method: u16_at(bytes, 10)?,
        sum: u32_at(bytes, 16)?,
        packed: u64::from(u32_at(bytes, 20)?),
        bytes: u64::from(u32_at(bytes, 24)?),
        header: u64::from(u32_at(bytes, 42)?),
    };
    extras(&bytes[name_end..extra_end], &mut entry);
    // Folders keep the slash at their end: that is how they are told.
    let folder = entry.name.ends_with(['/', '\\']);
    match path::enclosed(&entry.name) {
        Some(inside) => entry.name = if folder { inside + "/" } else { inside },
        None => entry.outside = true,
    }
    Some((entry, length))
}

/// Reads 64-bit sizes, and names in UTF-8 beside an old name.
fn extras(mut rest: &[u8], entry: &mut Listed) {
    while let (Some(id), Some(size)) = (u16_at(rest, 0), u16_at(rest, 2)) {
        let Some(mut field) = rest.get(4..4 + usize::from(size)) else { return };
        rest = &rest[4 + usize::from(size)..];
        if id == 1 {
            for value in [&mut entry.bytes, &mut entry.packed, &mut entry.header] {
                if *value == 0xFFFF_FFFF
                    && let Some(wide) = u64_at(field, 0)
                {
                    *value = wide;
                    field = &field[8..];
                }
            }
        } else if id == 0x7075
            && let Some(Ok(name)) = field.get(5..).map(std::str::from_utf8)
            && !name.is_empty()
        {
            entry.name = name.to_owned();
        }
    }
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|b| u16::from_le_bytes(*b))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|b| u32::from_le_bytes(*b))
}

pub(super) fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|b| u64::from_le_bytes(*b))
}
