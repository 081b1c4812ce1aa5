//! Interning: equal bytes, equal number.

use super::strings::{StrId, Strings};
use crate::error::{ErrorKind, Result};
use hashbrown::HashTable;

/// Maps (tag, text) pairs to consecutive `u32`s. The texts live in the study's arena.
///
/// The hash is fixed (no random seed), so that memory and order never differ between two runs.
#[derive(Debug, Default)]
pub struct Interner {
    /// (upper half of the hash, number): a resize never has to read the texts again.
    table: HashTable<(u32, u32)>,
    keys: Vec<StrId>,
    tags: Vec<u8>,
}

impl Interner {
    /// The number of (tag, text), new or known, and whether it is new.
    pub fn intern(&mut self, tag: u8, text: &str, strings: &mut Strings) -> Result<(u32, bool)> {
        let hash = hash(tag, text.as_bytes());
        if let Some(number) = self.lookup(hash, tag, text, strings) {
            return Ok((number, false));
        }
        let number = self.keys.len();
        if number >= crate::limits::IDS {
            return Err(ErrorKind::LimitReached { limit: "IDS", value: crate::limits::IDS as f64 }.into());
        }
        let room = self.table.try_reserve(1, |e| spread(e.0)).is_ok()
            && self.keys.try_reserve(1).is_ok()
            && self.tags.try_reserve(1).is_ok();
        if !room {
            return Err(ErrorKind::OutOfMemory { what: "accounts" }.into());
        }
        let key = strings.add(text)?;
        self.keys.push(key);
        self.tags.push(tag);
        self.table.insert_unique(spread(hash), (hash, number as u32), |e| spread(e.0));
        Ok((number as u32, true))
    }

    fn lookup(&self, hash: u32, tag: u8, text: &str, strings: &Strings) -> Option<u32> {
        let text = text.as_bytes();
        let is = |&(h, n): &(u32, u32)| {
            h == hash
                && self.tags[n as usize] == tag
                && self.keys[n as usize].len() == text.len()
                && equal(strings.bytes(self.keys[n as usize]), text)
        };
        self.table.find(spread(hash), is).map(|e| e.1)
    }

    /// The text of a number.
    pub fn key(&self, number: u32) -> StrId {
        self.keys[number as usize]
    }

    /// The tag of a number.
    pub fn tag(&self, number: u32) -> u8 {
        self.tags[number as usize]
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }
}

/// Whether two texts of one length are equal, by words: names are short, and WebAssembly's `memcmp` goes by bytes.
#[inline]
fn equal(a: &[u8], b: &[u8]) -> bool {
    let ((words, tail), (other_words, other_tail)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let same = |(x, y): (&[u8; 8], &[u8; 8])| u64::from_le_bytes(*x) == u64::from_le_bytes(*y);
    words.iter().zip(other_words).all(same) && tail.iter().zip(other_tail).all(|(x, y)| x == y)
}

/// Multiply-rotate hash over 8-byte words, 32 bits of it.
#[inline]
fn hash(tag: u8, bytes: &[u8]) -> u32 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut h = u64::from(tag).wrapping_add(bytes.len() as u64).wrapping_mul(K);
    let (words, tail) = bytes.as_chunks::<8>();
    for word in words {
        h = (h.rotate_left(23) ^ u64::from_le_bytes(*word)).wrapping_mul(K);
    }
    if !tail.is_empty() {
        let mut last = [0; 8];
        last[..tail.len()].copy_from_slice(tail);
        h = (h.rotate_left(23) ^ u64::from_le_bytes(last)).wrapping_mul(K);
    }
    ((h ^ (h >> 29)).wrapping_mul(K) >> 32) as u32
}

/// Widens a 32-bit hash to the 64 bits that the table wants (it takes its tag from the upper ones).
#[inline]
fn spread(hash: u32) -> u64 {
    u64::from(hash).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_text_and_tag_give_the_same_number() {
        let mut strings = Strings::default();
        let mut interner = Interner::default();
        for i in 0..5_000_u32 {
            assert_eq!(interner.intern((i % 3) as u8, &format!("n{i}"), &mut strings).unwrap(), (i, true));
        }
        for i in 0..5_000_u32 {
            let text = format!("n{i}");
            assert_eq!(interner.intern((i % 3) as u8, &text, &mut strings).unwrap(), (i, false));
            let other = ((i + 1) % 3) as u8;
            assert_eq!(interner.lookup(hash(other, text.as_bytes()), other, &text, &strings), None);
            assert_eq!(strings.get(interner.key(i)), text);
        }
    }
}
