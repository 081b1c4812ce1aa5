//! The compound file that old workbooks and protected ones are kept in: a small file system of named streams.

use super::directory::{u16_at, u32_at, u64_at};
use super::fault::Fault;

/// First bytes of a compound file.
pub(super) const MAGIC: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// Sector numbers from here on mean "none", "end" or "of the table itself".
const SPECIAL: u32 = 0xFFFF_FFFA;
/// Streams that are listed.
const STREAMS: usize = 10_000;

/// A compound file in memory.
#[derive(Debug)]
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    mini_sector: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    cutoff: u64,
    streams: Vec<(String, u32, u64)>,
}

impl<'a> Compound<'a> {
    /// # Errors
    /// `workbook.damaged` where the tables do not hold together.
    pub fn new(bytes: &'a [u8]) -> Result<Compound<'a>, Fault> {
        Self::read(bytes).ok_or_else(|| Fault::new("workbook.damaged"))
    }

    fn read(bytes: &'a [u8]) -> Option<Compound<'a>> {
        let (shift, mini_shift) = (u16_at(bytes, 30)?, u16_at(bytes, 32)?);
        if !bytes.starts_with(&MAGIC) || !matches!(shift, 9 | 12) || !(4..=9).contains(&mini_shift) {
            return None;
        }
        let mut file = Compound {
            bytes,
            sector: 1 << shift,
            mini_sector: 1 << mini_shift,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            cutoff: u64::from(u32_at(bytes, 56)?),
            streams: Vec::new(),
        };
        for number in file.table_sectors()? {
            let Some(sector) = file.sector_at(number) else { break };
            file.table.extend(words(sector));
        }
        let mini_table = file.chain(u32_at(bytes, 60)?, u64::MAX)?;
        file.mini_table = words(&mini_table).collect();
        let listing = file.chain(u32_at(bytes, 48)?, u64::MAX)?;
        let mut root = None;
        for entry in listing.chunks_exact(128).take(STREAMS) {
            let length = usize::from(u16_at(entry, 64)?).saturating_sub(2).min(62);
            let units = entry[..length & !1].chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]]));
            let name: String = char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect();
            let mut size = u64_at(entry, 120)?;
            if shift == 9 {
                size &= 0xFFFF_FFFF;
            }
            let start = u32_at(entry, 116)?;
            match entry[66] {
                5 => root = Some((start, size)),
                1 | 2 => file.streams.push((name, start, size)),
                _ => {}
            }
        }
        if let Some((start, size)) = root {
            file.mini_stream = file.chain(start, size).unwrap_or_default();
        }
        Some(file)
    }

    /// Numbers of the sectors that hold the table: the first are in the header, the others in a chain.
    fn table_sectors(&self) -> Option<Vec<u32>> {
        let most = self.bytes.len() / self.sector + 1;
        let mut numbers: Vec<u32> = words(self.bytes.get(76..512)?).filter(|n| *n < SPECIAL).collect();
        let mut next = u32_at(self.bytes, 68)?;
        let mut seen = 0;
        while next < SPECIAL && seen < most {
            let Some(sector) = self.sector_at(next) else { break };
            let (list, link) = sector.split_at(self.sector - 4);
            numbers.extend(words(list).filter(|n| *n < SPECIAL));
            next = u32_at(link, 0)?;
            seen += 1;
        }
        (numbers.len() <= most * 2).then_some(numbers)
    }

    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let from = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(from..from.checked_add(self.sector)?)
    }

    /// The bytes of a chain of sectors, at most `size`. The last sector may be cut.
    fn chain(&self, start: u32, size: u64) -> Option<Vec<u8>> {
        let most = self.bytes.len() / self.sector + 1;
        let (mut out, mut next) = (Vec::new(), start);
        for _ in 0..most {
            if next >= SPECIAL || out.len() as u64 >= size {
                break;
            }
            let from = (next as usize).checked_add(1)?.checked_mul(self.sector)?;
            let to = from.checked_add(self.sector)?.min(self.bytes.len());
            let Some(sector) = self.bytes.get(from..to) else { break };
            out.extend_from_slice(sector);
            next = *self.table.get(next as usize)?;
        }
        out.truncate(usize::try_from(size).unwrap_or(usize::MAX));
        Some(out)
    }

    /// Whether there is a stream or a folder of that name.
    pub fn has(&self, name: &str) -> bool {
        self.streams.iter().any(|(n, ..)| n.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let (_, start, size) = self.streams.iter().find(|(n, ..)| n.eq_ignore_ascii_case(name))?;
        if *size >= self.cutoff {
            return self.chain(*start, *size);
        }
        let (mut out, mut next) = (Vec::new(), *start);
        for _ in 0..=self.mini_table.len() {
            if next >= SPECIAL || out.len() as u64 >= *size {
                break;
            }
            let from = (next as usize).checked_mul(self.mini_sector)?;
            let to = from.checked_add(self.mini_sector)?.min(self.mini_stream.len());
            out.extend_from_slice(self.mini_stream.get(from..to)?);
            next = *self.mini_table.get(next as usize)?;
        }
        out.truncate(usize::try_from(*size).unwrap_or(usize::MAX));
        Some(out)
    }
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}
