//! One file, two engines: the second one reads parts of it that come later, and what it makes of them is handed over in
//! *pieces*. The first engine reads up to such a part, takes its pieces in as if it had read on itself, and reads on.
//!
//! Both decide on the same first bytes what the file is. Where a part begins is a guess (a line may end inside
//! quotes), so the first one takes a piece only when it stands between two records exactly where the piece begins. When
//! it does not, or when pieces stop coming, it reads on from where it stands: the study and the receipt never depend on
//! how many engines read the file.

use super::Importer;
use crate::error::{ErrorKind, Result};
use crate::ingest::delimited::Stand;
use crate::ingest::fingerprint::Fingerprint;
use crate::ingest::sniff::Encoding;
use crate::limits;
use crate::model::{Builder, Piece, PieceRef, Scanner, Writer, damaged};

/// Records that the second engine takes to lie before its part: first records are read in ways of their own.
const BEFORE: u64 = 1;
const NO_ENCODING: u8 = u8::MAX;

/// Where an engine stands in its part of a file.
#[derive(Debug)]
pub(super) struct Part {
    /// Where its first record begins in the file.
    start: u64,
    /// Bytes read as records.
    pushed: u64,
    /// Where it stood when the last piece was taken, and how many records had been seen then.
    stand: Stand,
    seen: u64,
    /// From where on the next blocks of the fingerprint are.
    hashed: u64,
}

impl Importer {
    /// Prepares to read parts of the file for another engine: `head` are the first bytes of the file. Returns whether
    /// the file can be shared.
    ///
    /// # Errors
    /// As [`Importer::push`].
    pub fn begin_parts(&mut self, head: &[u8]) -> Result<bool> {
        if head.len() < limits::SNIFF_BYTES {
            return Ok(false);
        }
        (_, self.mark) = self.look(head[..limits::SNIFF_BYTES].to_vec(), false)?;
        let shared = self.transcoder.is_none() && !self.returns;
        Ok(shared && self.reader.as_mut().is_some_and(|reader| reader.in_parts().is_some()))
    }

    /// Begins a part: `near` are bytes from `at` on, a multiple of the blocks of
    /// [`Fingerprint`](crate::ingest::fingerprint::Fingerprint). Returns where in the file the first record of the part
    /// begins; none where that cannot be told. What is read afterwards lies from `at` on.
    ///
    /// # Errors
    /// `argument.invalid` before [`Importer::begin_parts`].
    pub fn next_part(&mut self, at: u64, near: &[u8]) -> Result<Option<u64>> {
        let parts = self.reader.as_mut().and_then(|reader| reader.in_parts()).ok_or_else(damaged)?;
        let Some(first) = parts.first_record(near).filter(|_| at >= limits::SNIFF_BYTES as u64) else {
            return Ok(None);
        };
        let start = at + first as u64;
        parts.begin_within(start - self.mark as u64, BEFORE);
        let stand = parts.stand(0).unwrap_or_default();
        self.ledger.begin_within(BEFORE);
        self.fingerprint = Fingerprint::default();
        self.next = at;
        self.part = Some(Part { start, pushed: 0, stand, seen: BEFORE, hashed: at });
        Ok(Some(start))
    }

    /// Reads the next bytes of the part; where `give` is set, hands over what became of all that was read since the last
    /// time. `last` ends the file. Empty where there is nothing that could be handed over.
    ///
    /// # Errors
    /// As [`Importer::push`] and [`Importer::finish`].
    pub fn read_part(&mut self, bytes: &[u8], give: bool, last: bool, into: &mut Builder) -> Result<Piece> {
        let Some(part) = &mut self.part else { return Err(damaged()) };
        let at = self.next;
        self.next += bytes.len() as u64;
        self.fingerprint.update(bytes);
        let rest = &bytes[(part.start.saturating_sub(at) as usize).min(bytes.len())..];
        part.pushed += rest.len() as u64;
        let reader = self.reader.as_mut().ok_or_else(damaged)?;
        reader.push(rest, &mut self.ledger, into)?;
        if last {
            reader.finish(&mut self.ledger, into)?;
        }
        let parts = reader.in_parts().ok_or_else(damaged)?;
        let Some(stand) = parts.stand(part.pushed).filter(|_| give || last) else {
            return Ok(Piece::default());
        };
        let encoding = parts.encoding();
        let seen = self.ledger.seen;
        let (blocks, hashed) = self.fingerprint.take_blocks(last);
        let mut out = Writer::default();
        out.reserve(256 + 16 * blocks.len())?;
        out.u64(part.start + part.stand.bytes);
        for stand in [part.stand, stand] {
            [stand.bytes, stand.rows, stand.lines].into_iter().for_each(|count| out.u64(count));
            out.u32(stand.unclosed);
        }
        [part.seen, seen].into_iter().for_each(|count| out.u64(count));
        out.u8(encoding.map_or(NO_ENCODING, |encoding| encoding as u8));
        [part.hashed, hashed].into_iter().for_each(|count| out.u64(count));
        out.u32(blocks.len() as u32);
        for block in blocks {
            [block as u64, (block >> 64) as u64].into_iter().for_each(|half| out.u64(half));
        }
        (part.stand, part.seen) = (stand, seen);
        part.hashed += hashed;
        self.ledger.take().write(&mut out)?;
        into.write_piece(out)
    }

    /// Takes in a piece of [`Importer::read_part`] that begins where the file was read to. Returns `false`, and changes
    /// nothing, where it does not, or where reading on would have found something else.
    ///
    /// # Errors
    /// As [`Importer::push`]; `argument.invalid` for bytes that are no piece.
    pub fn read_piece(&mut self, piece: PieceRef<'_>, into: &mut Builder) -> Result<bool> {
        let mut head = Scanner::new(piece.head);
        let start = head.u64()?;
        let (from, to) = (read_stand(&mut head)?, read_stand(&mut head)?);
        let seen = (head.u64()?, head.u64()?);
        let encoding = match head.u8()? {
            NO_ENCODING => None,
            code => Some(Encoding::ALL.into_iter().find(|e| *e as u8 == code).ok_or_else(damaged)?),
        };
        let hashed = (head.u64()?, head.u64()?);
        let mut blocks = Vec::new();
        for _ in 0..head.u32()? {
            let (low, high) = (head.u64()?, head.u64()?);
            blocks.push(u128::from(low) | u128::from(high) << 64);
        }
        if to.bytes < from.bytes
            || to.rows < from.rows
            || to.lines < from.lines
            || to.unclosed < from.unclosed
            || seen.1 < seen.0
        {
            return Err(damaged());
        }
        let by = to.since(from);
        if start != self.bytes || self.transcoder.is_some() || self.returns {
            return Ok(false);
        }
        let Some(parts) = self.reader.as_mut().and_then(|reader| reader.in_parts()) else { return Ok(false) };
        let Some(here) = parts.stand(self.bytes) else { return Ok(false) };
        if !parts.is_between() || !parts.advance(by, encoding) {
            return Ok(false);
        }
        self.fingerprint.adopt(hashed.0, &blocks, hashed.1);
        let rows = self.ledger.seen.wrapping_sub(seen.0);
        self.ledger.read(seen.1 - seen.0, &mut head, rows, here.lines.wrapping_sub(from.lines))?;
        into.read_piece(head, piece, rows)?;
        self.bytes += by.bytes;
        if self.bytes > limits::FILE_BYTES {
            let value = limits::FILE_BYTES as f64;
            return Err(ErrorKind::LimitReached { limit: "FILE_BYTES", value }.into());
        }
        Ok(true)
    }

    /// From where in the file on bytes are to be pushed next, after pieces: some may come again that were read, but for
    /// their fingerprint.
    pub fn resume(&mut self) -> u64 {
        self.next = self.bytes.min(self.fingerprint.bytes());
        self.next
    }
}

fn read_stand(piece: &mut Scanner<'_>) -> Result<Stand> {
    Ok(Stand { bytes: piece.u64()?, rows: piece.u64()?, lines: piece.u64()?, unclosed: piece.u32()? })
}
