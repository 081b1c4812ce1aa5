//! The bytes of a container, of which only the ranges asked for are ever held.

use super::fault::Stop;

/// Bytes asked for at once where a container is read in order.
const CHUNK: u64 = 4 << 20;
/// Blocks up to this length are small.
const SMALL: usize = 128 << 10;
/// Small blocks that are kept.
const SMALL_BLOCKS: usize = 16;

/// A file of known length whose ranges are supplied on demand; the last ones are kept.
#[derive(Debug)]
pub(super) struct Source {
    size: u64,
    blocks: Vec<(u64, Vec<u8>)>,
}

impl Source {
    /// A file that the caller reads from.
    pub fn new(size: u64) -> Source {
        Source { size, blocks: Vec::new() }
    }

    /// Bytes that are all here.
    pub fn held(bytes: Vec<u8>) -> Source {
        Source { size: bytes.len() as u64, blocks: vec![(0, bytes)] }
    }

    /// Length of the file.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Takes a range that was asked for.
    pub fn supply(&mut self, offset: u64, bytes: Vec<u8>) {
        // Small blocks are looked at again and again while an archive is opened; of large ones the last two serve.
        let large = |bytes: &Vec<u8>| bytes.len() > SMALL;
        let most = if large(&bytes) { 2 } else { SMALL_BLOCKS };
        let alike = |block: &(u64, Vec<u8>)| large(&block.1) == large(&bytes);
        if self.blocks.iter().filter(|block| alike(block)).count() >= most
            && let Some(oldest) = self.blocks.iter().position(alike)
        {
            self.blocks.remove(oldest);
        }
        self.blocks.push((offset, bytes));
    }

    /// The bytes from `offset` on that are here: at least `least`, fewer only where the file ends.
    pub fn window(&self, offset: u64, least: usize) -> Result<&[u8], Stop> {
        self.window_of(offset, least, CHUNK)
    }

    /// As [`Source::window`], asking for `ask` bytes where they are not here.
    pub fn window_of(&self, offset: u64, least: usize, ask: u64) -> Result<&[u8], Stop> {
        let left = self.size.saturating_sub(offset);
        if left == 0 {
            return Ok(&[]);
        }
        let least = (least as u64).clamp(1, left);
        for (start, bytes) in self.blocks.iter().rev() {
            let Some(skip) = offset.checked_sub(*start) else { continue };
            let rest = usize::try_from(skip).ok().and_then(|skip| bytes.get(skip..)).unwrap_or_default();
            if rest.len() as u64 >= least {
                return Ok(rest);
            }
        }
        Err(Stop::Want { offset, length: ask.clamp(least, CHUNK.max(least)).min(left) })
    }

    /// Exactly these bytes; fewer only where the file ends.
    pub fn exactly(&self, offset: u64, length: usize) -> Result<&[u8], Stop> {
        let left = self.size.saturating_sub(offset);
        let asked = (length as u64).min(left);
        let found = match self.window(offset, length) {
            // No more than what is needed: what follows may never be read.
            Err(Stop::Want { offset, .. }) => return Err(Stop::Want { offset, length: asked }),
            other => other?,
        };
        Ok(&found[..found.len().min(asked as usize)])
    }
}
