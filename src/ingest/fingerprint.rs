//! What tells a copy of a file from another file.

use std::fmt;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// Bytes of a block. A file no longer than that is hashed as it is.
pub const BLOCK: u64 = 1 << 20;

/// XXH3-128 of a file of at most one block; of the hashes of its blocks, one after the other, where it is longer. So
/// several readers can share the work, each with blocks of its own, and any slicing gives the same.
pub struct Fingerprint {
    /// Hashes of whole blocks.
    blocks: Vec<u128>,
    /// The block that is being read, and how much of it was.
    open: Xxh3,
    filled: u64,
    /// Hash of a last block that another reader read.
    last: Option<u128>,
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fingerprint").field("bytes", &self.bytes()).finish_non_exhaustive()
    }
}

impl Default for Fingerprint {
    fn default() -> Self {
        Fingerprint { blocks: Vec::new(), open: Xxh3::new(), filled: 0, last: None }
    }
}

impl Fingerprint {
    /// Reads the next bytes.
    pub fn update(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let room = (BLOCK - self.filled).min(bytes.len() as u64) as usize;
            let (now, rest) = bytes.split_at(room);
            self.open.update(now);
            self.filled += room as u64;
            bytes = rest;
            if self.filled == BLOCK {
                self.blocks.push(self.open.digest128());
                self.open.reset();
                self.filled = 0;
            }
        }
    }

    /// How many bytes were read.
    pub fn bytes(&self) -> u64 {
        self.blocks.len() as u64 * BLOCK + self.filled
    }

    /// Takes the hashes of the blocks that were filled since the last time, and how many bytes they are. At the end of
    /// the file, the last block may be shorter.
    pub fn take_blocks(&mut self, ended: bool) -> (Vec<u128>, u64) {
        let mut bytes = self.blocks.len() as u64 * BLOCK;
        let mut blocks = std::mem::take(&mut self.blocks);
        if ended && self.filled > 0 {
            blocks.push(self.open.digest128());
            bytes += std::mem::take(&mut self.filled);
            self.open.reset();
        }
        (blocks, bytes)
    }

    /// Goes on with the blocks that another reader hashed from a place on, `bytes` long all together. What was read
    /// here of the first of them is forgotten. Blocks that do not follow are left: they are read here then.
    pub fn adopt(&mut self, from: u64, blocks: &[u128], bytes: u64) {
        let at = self.blocks.len() as u64 * BLOCK;
        let whole = blocks.len() as u64 * BLOCK;
        if from != at || blocks.is_empty() || bytes > whole || bytes + BLOCK <= whole {
            return;
        }
        self.open.reset();
        self.filled = 0;
        self.blocks.extend_from_slice(blocks);
        if bytes < whole {
            // The last one, which ends the file.
            self.filled = BLOCK - (whole - bytes);
            self.last = self.blocks.pop();
        }
    }

    /// The fingerprint of all that was read.
    pub fn digest(&self) -> u128 {
        let last = (self.filled > 0).then(|| self.last.unwrap_or_else(|| self.open.digest128()));
        match (&self.blocks[..], last) {
            ([], None) => self.open.digest128(),
            ([only], None) => *only,
            ([], Some(only)) => only,
            (blocks, last) => {
                let hashes = blocks.iter().copied().chain(last);
                xxh3_128(&hashes.flat_map(u128::to_le_bytes).collect::<Vec<u8>>())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(length: usize) -> Vec<u8> {
        (0..length as u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
    }

    fn whole(bytes: &[u8]) -> u128 {
        let mut all = Fingerprint::default();
        all.update(bytes);
        assert_eq!(all.bytes(), bytes.len() as u64);
        all.digest()
    }

    #[test]
    fn a_short_file_is_hashed_as_it_is() {
        for length in [0, 1, 5_000, BLOCK as usize] {
            assert_eq!(whole(&bytes(length)), xxh3_128(&bytes(length)));
        }
        assert_ne!(whole(&bytes(BLOCK as usize + 1)), xxh3_128(&bytes(BLOCK as usize + 1)));
    }

    #[test]
    fn two_readers_find_what_one_finds() {
        let block = BLOCK as usize;
        for length in [2 * block, 3 * block + 17] {
            let file = bytes(length);
            // The first reads somewhat further than where the second begins.
            for over in [0, 1_000] {
                let mut first = Fingerprint::default();
                let mut second = Fingerprint::default();
                file[..block + over].chunks(70_001).for_each(|slice| first.update(slice));
                let mut from = BLOCK;
                for slice in file[block..].chunks(900_000) {
                    second.update(slice);
                    let (blocks, bytes) = second.take_blocks(false);
                    first.adopt(from, &blocks, bytes);
                    from += bytes;
                }
                let (blocks, bytes) = second.take_blocks(true);
                first.adopt(from, &blocks, bytes);
                assert_eq!((first.bytes(), first.digest()), (length as u64, whole(&file)));
            }
        }
    }

    #[test]
    fn blocks_that_do_not_follow_are_not_taken() {
        let mut first = Fingerprint::default();
        first.update(&bytes(100));
        let digest = first.digest();
        for (from, blocks, bytes) in [(BLOCK, 1, BLOCK), (0, 0, 0), (0, 2, BLOCK), (0, 1, BLOCK + 1)] {
            first.adopt(from, &vec![7; blocks], bytes);
            assert_eq!(first.digest(), digest);
        }
    }
}
