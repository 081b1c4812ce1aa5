//! Streams of bytes out of a source: as they lie there, inflated, or gunzipped.

use super::budget::Budget;
use super::fault::{Fault, Stop};
use super::source::Source;
use flate2::{Crc, Decompress, FlushDecompress, Status};

/// Bytes that one pull gives at the most.
const PIECE: usize = 1 << 20;

/// A stream that is pulled piece by piece; `None` is its end.
#[derive(Debug)]
pub(super) enum Flow {
    /// Bytes as they lie in the source.
    Plain(Plain),
    /// An entry of a zip archive.
    Deflated(Box<Deflated>),
    /// The members of a gzip file.
    Gzip(Box<Gunzip>),
}

impl Flow {
    pub fn pull(&mut self, source: &Source, budget: &mut Budget) -> Result<Option<Vec<u8>>, Stop> {
        match self {
            Flow::Plain(plain) => plain.pull(source, budget),
            Flow::Deflated(deflated) => deflated.pull(source, budget),
            Flow::Gzip(gunzip) => gunzip.pull(source, budget),
        }
    }

    /// Passes over bytes without reading them, where the stream can; says how many.
    pub fn skip(&mut self, bytes: u64) -> u64 {
        match self {
            Flow::Plain(plain) if plain.crc.is_none() => {
                let step = bytes.min(plain.end.saturating_sub(plain.at));
                plain.at += step;
                step
            }
            _ => 0,
        }
    }

    /// Whether the stream ended before its own end: what came is good, more is missing.
    pub fn cut(&self) -> bool {
        matches!(self, Flow::Gzip(gunzip) if gunzip.cut)
    }
}

/// Bytes from `at` to `end`, checked against a sum where there is one.
#[derive(Debug)]
pub(super) struct Plain {
    at: u64,
    end: u64,
    read: u64,
    crc: Option<(Crc, u32)>,
}

impl Plain {
    pub fn new(at: u64, end: u64, sum: Option<u32>) -> Plain {
        Plain { at, end, read: 0, crc: sum.map(|sum| (Crc::new(), sum)) }
    }

    fn pull(&mut self, source: &Source, budget: &mut Budget) -> Result<Option<Vec<u8>>, Stop> {
        let left = self.end.saturating_sub(self.at);
        if left == 0 {
            return match &self.crc {
                Some((crc, sum)) if crc.sum() != *sum => Err(Fault::new("entry.damaged").into()),
                _ => Ok(None),
            };
        }
        let found = source.window(self.at, 1)?;
        if found.is_empty() {
            return Err(Fault::new("entry.truncated").into());
        }
        let piece = found[..found.len().min(PIECE).min(usize::try_from(left).unwrap_or(PIECE))].to_vec();
        self.at += piece.len() as u64;
        self.read += piece.len() as u64;
        if let Some((crc, _)) = &mut self.crc {
            crc.update(&piece);
        }
        budget.count(piece.len(), self.read)?;
        Ok(Some(piece))
    }
}

/// One deflated stream between two places of the source, with its sum.
#[derive(Debug)]
pub(super) struct Deflated {
    at: u64,
    end: u64,
    start: u64,
    sum: u32,
    crc: Crc,
    inflate: Decompress,
    done: bool,
}

impl Deflated {
    pub fn new(at: u64, end: u64, sum: u32) -> Deflated {
        Deflated { at, end, start: at, sum, crc: Crc::new(), inflate: Decompress::new(false), done: false }
    }

    fn pull(&mut self, source: &Source, budget: &mut Budget) -> Result<Option<Vec<u8>>, Stop> {
        if self.done {
            return Ok(None);
        }
        let (piece, ended) = inflate(&mut self.inflate, source, &mut self.at, self.end)?;
        self.crc.update(&piece);
        budget.count(piece.len(), self.at - self.start)?;
        if ended {
            self.done = true;
            if self.crc.sum() != self.sum {
                return Err(Fault::new("entry.damaged").into());
            }
        } else if piece.is_empty() {
            return Err(Fault::new("entry.truncated").into());
        }
        Ok(if piece.is_empty() { None } else { Some(piece) })
    }
}

/// Inflates up to one piece; says whether the stream ended. An empty piece without an end means that bytes are missing.
fn inflate(
    stream: &mut Decompress,
    source: &Source,
    at: &mut u64,
    end: u64,
) -> Result<(Vec<u8>, bool), Stop> {
    let mut piece: Vec<u8> = Vec::with_capacity(PIECE);
    loop {
        let left = end.saturating_sub(*at);
        let input = match source.window(*at, 1) {
            // What is there already is handed over first.
            Err(_) if left > 0 && !piece.is_empty() => return Ok((piece, false)),
            _ if left == 0 => &[],
            found => found?,
        };
        let input = &input[..input.len().min(usize::try_from(left).unwrap_or(usize::MAX))];
        let (before_in, before_out) = (stream.total_in(), stream.total_out());
        let status = stream.decompress_vec(input, &mut piece, FlushDecompress::None);
        let Ok(status) = status else { return Err(Fault::new("entry.damaged").into()) };
        let read = stream.total_in() - before_in;
        *at += read;
        if status == Status::StreamEnd {
            return Ok((piece, true));
        }
        let still = read == 0 && stream.total_out() == before_out;
        if piece.len() == piece.capacity() || (still && (input.is_empty() || !piece.is_empty())) {
            return Ok((piece, false));
        }
        if still {
            return Err(Fault::new("entry.damaged").into());
        }
    }
}

/// The members of a gzip file, one after the other. A file cut short gives what it holds.
#[derive(Debug)]
pub(super) struct Gunzip {
    at: u64,
    stage: GzipStage,
    crc: Crc,
    inflate: Decompress,
    members: u64,
    /// Whether the end is missing.
    pub cut: bool,
    /// The name that the first member carries.
    pub name: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum GzipStage {
    Header,
    Data,
    Trailer,
    Done,
}

impl Gunzip {
    pub fn new(at: u64) -> Gunzip {
        Gunzip {
            at,
            stage: GzipStage::Header,
            crc: Crc::new(),
            inflate: Decompress::new(false),
            members: 0,
            cut: false,
            name: None,
        }
    }

    pub fn pull(&mut self, source: &Source, budget: &mut Budget) -> Result<Option<Vec<u8>>, Stop> {
        loop {
            match self.stage {
                GzipStage::Header => self.header(source)?,
                GzipStage::Data => {
                    let (piece, ended) = inflate(&mut self.inflate, source, &mut self.at, source.size())?;
                    self.crc.update(&piece);
                    budget.count(piece.len(), self.at)?;
                    if ended {
                        self.stage = GzipStage::Trailer;
                    } else if piece.is_empty() {
                        self.cut = true;
                        self.stage = GzipStage::Done;
                    }
                    if !piece.is_empty() {
                        return Ok(Some(piece));
                    }
                }
                GzipStage::Trailer => {
                    let trailer = source.window(self.at, 8)?;
                    match trailer.first_chunk::<4>() {
                        Some(sum) if trailer.len() >= 8 => {
                            if u32::from_le_bytes(*sum) != self.crc.sum() {
                                return Err(Fault::new("entry.damaged").into());
                            }
                            self.at += 8;
                            self.stage = GzipStage::Header;
                        }
                        _ => {
                            self.cut = true;
                            self.stage = GzipStage::Done;
                        }
                    }
                }
                GzipStage::Done => return Ok(None),
            }
        }
    }

    /// Reads the header of the next member. What follows the last member and is none is padding.
    fn header(&mut self, source: &Source) -> Result<(), Stop> {
        const MOST: usize = 64 << 10;
        let found = source.window(self.at, MOST)?;
        let found = &found[..found.len().min(MOST)];
        let Some((length, name)) = gzip_header(found) else {
            if self.members == 0 {
                let code = if found.len() < MOST { "archive.truncated" } else { "archive.damaged" };
                return Err(Fault::new(code).into());
            }
            self.stage = GzipStage::Done;
            return Ok(());
        };
        if self.members == 0 {
            self.name = name;
        }
        self.members += 1;
        self.at += length as u64;
        self.crc = Crc::new();
        self.inflate = Decompress::new(false);
        self.stage = GzipStage::Data;
        Ok(())
    }
}

/// Length of a gzip header, and the name it carries.
fn gzip_header(bytes: &[u8]) -> Option<(usize, Option<String>)> {
    let head = bytes.first_chunk::<10>()?;
    if head[..3] != [0x1f, 0x8b, 8] {
        return None;
    }
    let flags = head[3];
    let mut at = 10;
    if flags & 4 != 0 {
        let extra = bytes.get(at..)?.first_chunk::<2>()?;
        at += 2 + usize::from(u16::from_le_bytes(*extra));
    }
    let mut name = None;
    for flag in [8, 16] {
        if flags & flag != 0 {
            let rest = bytes.get(at..)?;
            let end = memchr::memchr(0, rest)?;
            if flag == 8 {
                name = Some(String::from_utf8_lossy(&rest[..end]).into_owned());
            }
            at += end + 1;
        }
    }
    if flags & 2 != 0 {
        at += 2;
    }
    (at <= bytes.len()).then_some((at, name))
}
