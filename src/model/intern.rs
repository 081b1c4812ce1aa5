//! Interning: equal bytes, equal number.

use super::column::Column;
use super::strings::{StrId, Strings};
use super::table::{Table, hash};
use crate::error::{ErrorKind, Result};

/// Longest text that is its own key.
pub(super) const SHORT: usize = 15;

/// What a (tag, text) is found by: the text itself where it is short, as most names are, so that comparing two is
/// comparing two words; a fingerprint of it otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    /// First eight bytes, the first one lowest; or a hash.
    pub low: u64,
    /// The others, then the tag in the upper byte; the uppermost bit tells a fingerprint.
    pub high: u64,
}

const LONG: u64 = 1 << 63;

impl Key {
    /// The key of a short text given as words: `low` and the seven lower bytes of `high`, 0 beyond its end.
    #[inline]
    pub fn of_words(tag: u8, low: u64, high: u64) -> Key {
        Key { low, high: high | u64::from(tag) << 56 }
    }

    /// The key of any text.
    pub fn of(tag: u8, text: &str) -> Key {
        let bytes = text.as_bytes();
        if bytes.len() <= SHORT && !bytes.contains(&0) {
            let (low, high) = words(bytes);
            return Key::of_words(tag, low, high);
        }
        const K: u64 = 0x9E37_79B9_7F4A_7C15;
        let (whole, tail) = bytes.as_chunks::<8>();
        let mix = |h: u64, word: u64| (h.rotate_left(23) ^ word).wrapping_mul(K);
        let h = whole.iter().fold(bytes.len() as u64, |h, word| mix(h, u64::from_le_bytes(*word)));
        let low = mix(h, words(tail).0);
        Key { low: low ^ (low >> 29), high: LONG | u64::from(tag) << 56 | (bytes.len() as u64 & 0xff_ffff) }
    }

    /// What its place in a table is told by.
    #[inline]
    pub fn hash(self) -> u32 {
        hash(self.low, self.high)
    }

    fn tag(self) -> u8 {
        (self.high >> 56) as u8 & 0x7f
    }
}

/// Up to sixteen bytes as two words, 0 beyond their end. Loads that overlap, instead of a copy of unknown length:
/// in WebAssembly that is a call.
#[inline]
pub(super) fn words(bytes: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        let rest = u64::from_le_bytes(*last);
        let high = if bytes.len() <= 8 { 0 } else { rest >> (8 * (16 - bytes.len().min(16))) };
        return (u64::from_le_bytes(*first), high);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let last = u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4));
        return (u64::from(u32::from_le_bytes(*first)) | last, 0);
    }
    (bytes.iter().rev().fold(0, |word, b| word << 8 | u64::from(*b)), 0)
}

/// Maps (tag, text) pairs to consecutive `u32`s, and keeps a row for each. The texts live in the study's arena.
#[derive(Debug)]
pub(super) struct Interner<R> {
    table: Table,
    rows: Column<Keyed<R>>,
    texts: Column<StrId>,
}

/// A row beside its key, in one line of the processor's cache: looking a name up reads no other.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Keyed<R> {
    key: Key,
    row: R,
}

impl<R> Default for Interner<R> {
    fn default() -> Self {
        Interner { table: Table::default(), rows: Column::default(), texts: Column::default() }
    }
}

impl<R: Copy> Interner<R> {
    /// The number of (tag, text), if it is known. `key` is [`Key::of`] them; the text of a short key is not looked at.
    #[inline]
    pub fn find(&self, key: Key, text: &str, strings: &Strings) -> Option<u32> {
        let same = |n: u32| key.high & LONG == 0 || strings.get(self.texts[n as usize]) == text;
        self.table.find(key.hash(), |n| self.rows[n as usize].key == key && same(n))
    }

    /// The number that the key of a hash most likely has, for the price of one look.
    #[inline]
    pub fn likely(&self, hash: u32) -> Option<u32> {
        self.table.first(hash)
    }

    /// Whether a number is that of a key that is no fingerprint.
    #[inline]
    pub fn is(&self, number: u32, key: Key) -> bool {
        self.rows.at(number as usize).is_some_and(|keyed| keyed.key == key)
    }

    /// Looks at the row of a number, if there is one, so that it is in the processor's cache; what it gives says nothing.
    #[inline]
    pub fn glance(&self, number: u32) -> u32 {
        self.rows.at(number as usize).map_or(0, |keyed| keyed.key.low as u32)
    }

    /// As [`Interner::glance`], where the text of a number lies.
    #[inline]
    pub fn glance_at_text(&self, number: u32) -> StrId {
        self.texts.get(number as usize).unwrap_or(StrId::NONE)
    }

    /// Gives a number to a (tag, text) that has none.
    pub fn insert(&mut self, key: Key, text: &str, row: R, strings: &mut Strings) -> Result<u32> {
        let number = self.rows.len();
        if number >= crate::limits::IDS {
            return Err(ErrorKind::LimitReached { limit: "IDS", value: crate::limits::IDS as f64 }.into());
        }
        self.table.reserve(1, "accounts")?;
        let text = strings.add(text)?;
        self.texts.push(text, "accounts")?;
        self.rows.push(Keyed { key, row }, "accounts")?;
        self.table.insert(key.hash(), number as u32);
        Ok(number as u32)
    }

    /// The text of a number.
    pub fn text(&self, number: u32) -> StrId {
        self.texts[number as usize]
    }

    /// The tag of a number.
    pub fn tag(&self, number: u32) -> u8 {
        self.rows[number as usize].key.tag()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The row of a number.
    #[inline]
    pub fn row(&self, number: u32) -> &R {
        &self.rows[number as usize].row
    }

    /// The row of a number, to change it.
    #[inline]
    pub fn row_mut(&mut self, number: u32) -> &mut R {
        &mut self.rows[number as usize].row
    }

    /// All rows in order.
    pub fn rows(&self) -> impl Iterator<Item = &R> {
        self.rows.iter().map(|keyed| &keyed.row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn intern(interner: &mut Interner<()>, tag: u8, text: &str, strings: &mut Strings) -> (u32, bool) {
        let key = Key::of(tag, text);
        match interner.find(key, text, strings) {
            Some(number) => (number, false),
            None => (interner.insert(key, text, (), strings).unwrap(), true),
        }
    }

    #[test]
    fn equal_text_and_tag_give_the_same_number() {
        let mut strings = Strings::default();
        let mut interner = Interner::<()>::default();
        // Of every length from short to long.
        let text = |i: u32| format!("n{i}{}", "x".repeat((i % 40) as usize));
        for round in [true, false] {
            for i in 0..5_000_u32 {
                let (tag, text) = ((i % 3) as u8, text(i));
                let found = intern(&mut interner, tag, &text, &mut strings);
                assert_eq!(found, (i, round), "{text}");
                assert_eq!((strings.get(interner.text(i)), interner.tag(i)), (&text[..], tag));
            }
        }
        assert_eq!(intern(&mut interner, 2, "n0", &mut strings), (5_000, true));
    }

    #[test]
    fn texts_that_differ_in_length_or_in_zero_bytes_alone_differ() {
        let mut strings = Strings::default();
        let mut interner = Interner::<()>::default();
        for text in
            ["", "\0", "\0\0", "a", "a\0", "abcdefgh", "abcdefgh\0", "abcdefghijklmno", "abcdefghijklmnop"]
        {
            assert!(intern(&mut interner, 1, text, &mut strings).1, "{text:?}");
        }
    }

    #[test]
    fn words_are_the_bytes() {
        let text = b"abcdefghijklmnop";
        for length in 0..=16 {
            let mut padded = [0; 16];
            padded[..length].copy_from_slice(&text[..length]);
            let value = u128::from_le_bytes(padded);
            assert_eq!(words(&text[..length]), (value as u64, (value >> 64) as u64), "{length}");
        }
    }
}
