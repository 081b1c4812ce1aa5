//! Tar archives, read in order: ustar, GNU and POSIX headers, long names.

use super::budget::Budget;
use super::fault::{Fault, Stop};
use super::flow::Flow;
use super::path;
use super::source::Source;
use super::{Container, Event};

const BLOCK: usize = 512;
/// Bytes of a long name or of a set of extended headers.
const NAME_MOST: u64 = 1 << 20;

/// The files of a tar archive that comes as a stream.
#[derive(Debug)]
pub(super) struct Tar {
    flow: Flow,
    buffer: Vec<u8>,
    at: usize,
    stage: Stage,
    /// Name that an extended header gave to the next file.
    long: Option<String>,
    /// Size that an extended header gave to the next file.
    size: Option<u64>,
}

#[derive(Debug)]
enum Stage {
    Header,
    /// Reading `left` bytes of an extended header of this kind.
    Extended {
        kind: u8,
        left: u64,
        padding: u64,
        bytes: Vec<u8>,
    },
    /// The file was announced.
    Asked {
        left: u64,
        padding: u64,
    },
    Reading {
        path: String,
        left: u64,
        padding: u64,
    },
    /// Passing over bytes.
    Skip(u64),
    Done,
}

/// Whether bytes begin with a tar header: its sum is right.
pub(super) fn is_tar(bytes: &[u8]) -> bool {
    bytes.first_chunk::<BLOCK>().is_some_and(|block| block[0] != 0 && sum_fits(block))
}

fn sum_fits(block: &[u8; BLOCK]) -> bool {
    let plain =
        block.iter().enumerate().map(|(i, &b)| if (148..156).contains(&i) { 32 } else { u64::from(b) });
    number(&block[148..156]).is_some_and(|sum| sum > 0 && sum == plain.sum::<u64>())
}

/// A number in octal digits, or in the binary form for large ones.
fn number(field: &[u8]) -> Option<u64> {
    if field.first().is_some_and(|b| b & 0x80 != 0) {
        return field
            .get(field.len().saturating_sub(8)..)?
            .first_chunk()
            .map(|b| u64::from_be_bytes(*b) & (u64::MAX >> 1));
    }
    let text = std::str::from_utf8(field).ok()?.trim_matches(['\0', ' ']);
    if text.is_empty() { Some(0) } else { u64::from_str_radix(text, 8).ok() }
}

fn text(field: &[u8]) -> &[u8] {
    &field[..memchr::memchr(0, field).unwrap_or(field.len())]
}

impl Tar {
    /// An archive whose first bytes may have been read already.
    pub fn new(flow: Flow, first: Vec<u8>) -> Tar {
        Tar { flow, buffer: first, at: 0, stage: Stage::Header, long: None, size: None }
    }

    /// Bytes that are here and not yet read.
    fn rest(&self) -> usize {
        self.buffer.len() - self.at
    }

    /// Makes sure of bytes to read; `false` at the end of the stream.
    fn fill(&mut self, least: usize, source: &Source, budget: &mut Budget) -> Result<bool, Stop> {
        while self.rest() < least {
            let Some(piece) = self.flow.pull(source, budget)? else { return Ok(false) };
            self.buffer.drain(..self.at);
            self.at = 0;
            self.buffer.extend_from_slice(&piece);
        }
        Ok(true)
    }

    /// The next header, or the end.
    fn header(&mut self, source: &Source, budget: &mut Budget) -> Result<Option<Event>, Stop> {
        let whole = self.fill(BLOCK, source, budget)?;
        let block: Option<&[u8; BLOCK]> = self.buffer.get(self.at..).and_then(|b| b.first_chunk());
        let Some(block) = block.filter(|_| whole) else {
            let missing = self.rest() > 0 || self.flow.cut();
            self.stage = Stage::Done;
            return Ok(missing.then(|| self.lost("archive.truncated")));
        };
        if block.iter().all(|&byte| byte == 0) {
            self.stage = Stage::Done;
            return Ok(None);
        }
        if !sum_fits(block) {
            self.stage = Stage::Done;
            return Ok(Some(self.lost("archive.damaged")));
        }
        let size = match self.size.take() {
            Some(size) => size,
            None => number(&block[124..136]).ok_or_else(|| Fault::new("archive.damaged"))?,
        };
        let padding = (BLOCK as u64 - size % BLOCK as u64) % BLOCK as u64;
        let kind = block[156];
        let short = short_name(block);
        self.at += BLOCK;
        if matches!(kind, b'x' | b'L') {
            if size > NAME_MOST {
                return Err(Fault::new("archive.damaged").into());
            }
            self.stage = Stage::Extended { kind, left: size, padding, bytes: Vec::new() };
            return Ok(None);
        }
        let name = self.long.take();
        // Plain files, also the old mark for them; folders, links and devices hold nothing to read.
        if !matches!(kind, b'0' | 0 | b'7') {
            self.stage = Stage::Skip(size + padding);
            return Ok(None);
        }
        let name = name.unwrap_or(short);
        if name.ends_with('/') {
            self.stage = Stage::Skip(size + padding);
            return Ok(None);
        }
        let Some(path) = path::enclosed(&name) else {
            self.stage = Stage::Skip(size + padding);
            return Ok(Some(Event::Skipped { path: name, bytes: size, code: "entry.path" }));
        };
        self.stage = Stage::Asked { left: size, padding };
        Ok(Some(Event::Entry { path, bytes: Some(size) }))
    }

    /// What follows cannot be read any more.
    fn lost(&self, code: &'static str) -> Event {
        Event::Failed { path: String::new(), fault: Fault::new(code) }
    }

    /// Takes up to `most` bytes that are here.
    fn take(&mut self, most: u64) -> Vec<u8> {
        let length = self.rest().min(usize::try_from(most).unwrap_or(usize::MAX));
        let piece = self.buffer[self.at..self.at + length].to_vec();
        self.at += length;
        piece
    }

    fn extended(&mut self, kind: u8, bytes: &[u8]) {
        if kind == b'L' {
            self.long = Some(path::decode(text(bytes), true));
            return;
        }
        let mut rest = bytes;
        while let Some(space) = memchr::memchr(b' ', rest) {
            let length = std::str::from_utf8(&rest[..space]).ok().and_then(|n| n.parse::<usize>().ok());
            let Some(record) = length.filter(|l| *l > space).and_then(|l| rest.get(space + 1..l)) else {
                return;
            };
            rest = &rest[space + 1 + record.len()..];
            let record = record.strip_suffix(b"\n").unwrap_or(record);
            if let Some(name) = record.strip_prefix(b"path=") {
                self.long = Some(path::decode(name, true));
            } else if let Some(size) = record.strip_prefix(b"size=") {
                self.size = std::str::from_utf8(size).ok().and_then(|n| n.parse().ok());
            }
        }
    }
}

fn short_name(block: &[u8; BLOCK]) -> String {
    let (name, prefix) = (text(&block[..100]), text(&block[345..500]));
    let mut whole = Vec::new();
    // The prefix belongs to POSIX headers; GNU ones keep other things there.
    if block[257..263] == *b"ustar\0" && !prefix.is_empty() {
        whole.extend_from_slice(prefix);
        whole.push(b'/');
    }
    whole.extend_from_slice(name);
    path::decode(&whole, false)
}

impl Container for Tar {
    fn kind(&self) -> &'static str {
        "tar"
    }

    fn next(&mut self, source: &mut Source, budget: &mut Budget) -> Result<Event, Stop> {
        loop {
            match std::mem::replace(&mut self.stage, Stage::Done) {
                Stage::Header => {
                    self.stage = Stage::Header;
                    if let Some(event) = self.header(source, budget)? {
                        return Ok(event);
                    }
                }
                Stage::Extended { kind, left, padding, mut bytes } if left > 0 => {
                    let more = self.fill(1, source, budget);
                    if let Ok(true) = more {
                        let piece = self.take(left);
                        let left = left - piece.len() as u64;
                        bytes.extend_from_slice(&piece);
                        self.stage = Stage::Extended { kind, left, padding, bytes };
                        continue;
                    }
                    self.stage = Stage::Extended { kind, left, padding, bytes };
                    more?;
                    self.stage = Stage::Done;
                    return Ok(self.lost("archive.truncated"));
                }
                Stage::Extended { kind, padding, bytes, .. } => {
                    self.extended(kind, &bytes);
                    self.stage = Stage::Skip(padding);
                }
                // No answer is a no.
                Stage::Asked { left, padding } => self.stage = Stage::Skip(left + padding),
                Stage::Reading { path, left, padding } => {
                    if left == 0 {
                        self.stage = Stage::Skip(padding);
                        return Ok(Event::End { notes: Vec::new() });
                    }
                    let more = self.fill(1, source, budget);
                    match more {
                        Ok(true) => {
                            let piece = self.take(left.min(1 << 20));
                            self.stage = Stage::Reading { path, left: left - piece.len() as u64, padding };
                            return Ok(Event::Data(piece));
                        }
                        Ok(false) => return Ok(Event::End { notes: vec![("archive.truncated", 1)] }),
                        Err(Stop::Fault(fault)) => {
                            return Ok(Event::Failed { path, fault });
                        }
                        Err(want) => {
                            self.stage = Stage::Reading { path, left, padding };
                            return Err(want);
                        }
                    }
                }
                Stage::Skip(left) => {
                    let here = (self.rest() as u64).min(left);
                    self.at += here as usize;
                    let left = left - here;
                    let left = left - self.flow.skip(left);
                    if left == 0 {
                        self.stage = Stage::Header;
                        continue;
                    }
                    self.stage = Stage::Skip(left);
                    if !self.fill(1, source, budget)? {
                        self.stage = Stage::Done;
                        // Some writers leave out the padding of the last file.
                        if left < BLOCK as u64 && !self.flow.cut() {
                            continue;
                        }
                        return Ok(self.lost("archive.truncated"));
                    }
                }
                Stage::Done => return Ok(Event::Done),
            }
        }
    }

    fn answer(&mut self, take: bool) {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Asked { left, padding } if take => Stage::Reading { path: String::new(), left, padding },
            Stage::Asked { left, padding } | Stage::Reading { left, padding, .. } => {
                Stage::Skip(left + padding)
            }
            other => other,
        };
    }
}
