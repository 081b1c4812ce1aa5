//! Finds the bytes that structure a table, 64 bytes at a time.

/// Bytes of one block: a bit each in a mask.
const BLOCK: usize = 64;

/// The bytes that end fields and records or enclose them.
#[derive(Debug, Clone, Copy)]
pub struct Marks {
    separator: u8,
    /// The quote, or the separator again where quotes are ordinary characters.
    quote: u8,
}

impl Marks {
    /// Marks of a dialect: line feeds, carriage returns, the separator and, if asked, `"`.
    pub fn new(separator: u8, quotes: bool) -> Self {
        Marks { separator, quote: if quotes { b'"' } else { separator } }
    }

    /// A walk over the marks of `bytes`, from a place on.
    #[inline]
    pub fn walk(self, bytes: &[u8], from: usize) -> Walk<'_> {
        let block = from / BLOCK * BLOCK;
        let mut walk = Walk { marks: self, bytes, block, bits: 0 };
        walk.bits = walk.mask() & (u64::MAX << (from % BLOCK));
        walk
    }

    /// One bit for each byte that is a mark.
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    #[inline]
    fn mask(self, block: &[u8; BLOCK]) -> u64 {
        use core::arch::wasm32::{i8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, v128_or};
        let (separator, quote) = (u8x16_splat(self.separator), u8x16_splat(self.quote));
        let (feed, carriage) = (u8x16_splat(b'\n'), u8x16_splat(b'\r'));
        let (words, _) = block.as_chunks::<8>();
        let mut mask = 0;
        for i in 0..4 {
            let v = u64x2(u64::from_le_bytes(words[2 * i]), u64::from_le_bytes(words[2 * i + 1]));
            let fields = v128_or(u8x16_eq(v, separator), u8x16_eq(v, quote));
            let lines = v128_or(u8x16_eq(v, feed), u8x16_eq(v, carriage));
            mask |= u64::from(i8x16_bitmask(v128_or(fields, lines))) << (16 * i);
        }
        mask
    }

    /// One bit for each byte that is a mark.
    #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
    #[inline]
    fn mask(self, block: &[u8; BLOCK]) -> u64 {
        const ONES: u64 = 0x0101_0101_0101_0101;
        const LOW: u64 = 0x7f * ONES;
        let patterns = [self.separator, self.quote, b'\n', b'\r'].map(|b| u64::from(b) * ONES);
        let (words, _) = block.as_chunks::<8>();
        let mut mask = 0;
        for (i, word) in words.iter().enumerate() {
            let word = u64::from_le_bytes(*word);
            // The upper bit of each byte that equals one of the patterns.
            let found = patterns.iter().fold(0, |found, pattern| {
                let x = word ^ pattern;
                found | !(((x & LOW) + LOW) | x | LOW)
            });
            // The eight upper bits side by side.
            mask |= ((found >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * i);
        }
        mask
    }
}

/// The places of the marks, one after the other.
#[derive(Debug)]
pub struct Walk<'a> {
    marks: Marks,
    bytes: &'a [u8],
    /// Where the present block begins.
    block: usize,
    /// Its marks that are still to come.
    bits: u64,
}

impl Walk<'_> {
    #[inline]
    fn mask(&self) -> u64 {
        let rest = self.bytes.get(self.block..).unwrap_or(&[]);
        if let Some(block) = rest.first_chunk::<BLOCK>() {
            return self.marks.mask(block);
        }
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        // A separator may be NUL: what pads the block is none.
        self.marks.mask(&last) & ((1 << rest.len()) - 1)
    }

    /// The place of the next mark, if any is left.
    #[inline]
    pub fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            self.block += BLOCK;
            if self.block >= self.bytes.len() {
                self.block = self.bytes.len();
                return None;
            }
            self.bits = self.mask();
        }
        let at = self.block + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_met_once_from_any_place_on() {
        let text: Vec<u8> =
            (0..1000u32).map(|i| b"a,b\"\r\n\xac\x8d\0x;"[(i * i % 97 % 11) as usize]).collect();
        for (separator, quotes) in [(b',', true), (b';', false), (0, true)] {
            let is = |b: u8| b == separator || b == b'\n' || b == b'\r' || (quotes && b == b'"');
            for length in [0, 1, 63, 64, 65, 999] {
                for from in [0, 1, 62, 63, 64, 65, 500].into_iter().filter(|from| *from <= length) {
                    let mut walk = Marks::new(separator, quotes).walk(&text[..length], from);
                    let met: Vec<usize> = std::iter::from_fn(|| walk.next()).collect();
                    let wanted: Vec<usize> = (from..length).filter(|i| is(text[*i])).collect();
                    assert_eq!(met, wanted, "{separator} {quotes} {length} {from}");
                }
            }
        }
    }
}
