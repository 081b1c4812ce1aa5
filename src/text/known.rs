//! The words that the engine knows by itself: one look-up tells all there is to say of a word.
//!
//! Some 16,000 words of feeling (French and English), function words, negations and intensifiers, and the words of the
//! [`phrases`](super::phrases) that tell an advertisement, a purchase or a complaint.

use super::phrases::{BLOCKS, Phrases};
use super::stop_words::{ENGLISH, FRENCH};
use super::tone::{lexicon, roles};
use std::sync::OnceLock;

/// A French function word.
pub(super) const IN_FRENCH: u8 = 1;
/// An English function word.
pub(super) const IN_ENGLISH: u8 = 2;
/// "my", "mon", "nos"…
pub(super) const POSSESSIVE: u8 = 4;
/// An emoji or an emoticon: the same in every language, and no word changes it.
pub(super) const FACE: u8 = 8;

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Entry {
    /// Valence in English, in tenths; 0 none.
    pub en: i8,
    /// Valence in French, in tenths; 0 none.
    pub fr: i8,
    /// What it does to the words around it, in English.
    pub en_role: roles::Role,
    /// The same in French.
    pub fr_role: roles::Role,
    /// [`IN_FRENCH`] and the like.
    pub flags: u8,
    /// Which words of phrases it can be: an index into the masks; 0 none.
    pub phrase: u16,
}

/// The table.
#[derive(Debug)]
pub(super) struct Known {
    /// Open addressing: the low half is 1 + an index into `entries`, 0 free; the high half a part of the hash.
    slots: Vec<u32>,
    entries: Vec<Entry>,
    /// Where each word ends in `letters`; the first is the empty word.
    ends: Vec<u32>,
    letters: String,
    masks: Vec<[u64; BLOCKS]>,
    /// The phrases.
    pub phrases: Phrases,
}

const SLOTS: usize = 1 << 16;

impl Known {
    /// The one table, built with its first use (1 to 2 ms).
    pub fn table() -> &'static Known {
        static TABLE: OnceLock<Known> = OnceLock::new();
        TABLE.get_or_init(Known::build)
    }

    /// What is known of a folded word; the empty entry when nothing is.
    #[inline]
    pub fn get(&self, word: &str) -> Entry {
        let (mut slot, tag) = place(word.as_bytes());
        loop {
            let found = self.slots[slot];
            if found == 0 {
                return Entry::default();
            }
            let index = (found & 0xffff) as usize - 1;
            if found >> 16 == tag && self.word(index) == word.as_bytes() {
                return self.entries[index];
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// What is known of a folded tag: entries that begin with `#`.
    #[inline]
    pub fn get_tag(&self, tag: &str) -> Entry {
        let mut letters = [0; 40];
        let Some(word) = letters.get_mut(..tag.len() + 1) else { return Entry::default() };
        word[0] = b'#';
        word[1..].copy_from_slice(tag.as_bytes());
        std::str::from_utf8(word).map_or(Entry::default(), |word| self.get(word))
    }

    /// The words of phrases that an entry can be.
    #[inline]
    pub fn mask(&self, entry: Entry) -> &[u64; BLOCKS] {
        &self.masks[usize::from(entry.phrase)]
    }

    fn word(&self, index: usize) -> &[u8] {
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        &self.letters.as_bytes()[start..self.ends[index] as usize]
    }

    /// The entry of a word, added when there is none.
    fn entry(&mut self, word: &str) -> &mut Entry {
        let (mut slot, tag) = place(word.as_bytes());
        let index = loop {
            let found = self.slots[slot];
            if found == 0 {
                self.letters.push_str(word);
                self.ends.push(self.letters.len() as u32);
                self.entries.push(Entry::default());
                self.slots[slot] = tag << 16 | self.entries.len() as u32;
                break self.entries.len() - 1;
            }
            let index = (found & 0xffff) as usize - 1;
            if found >> 16 == tag && self.word(index) == word.as_bytes() {
                break index;
            }
            slot = (slot + 1) % SLOTS;
        };
        &mut self.entries[index]
    }

    fn build() -> Known {
        let mut known = Known {
            slots: vec![0; SLOTS],
            entries: Vec::new(),
            ends: Vec::new(),
            letters: String::new(),
            masks: vec![[0; BLOCKS]],
            phrases: Phrases::default(),
        };
        lexicon::english(|word, tenths| known.entry(word).en = tenths);
        lexicon::french(|word, tenths| known.entry(word).fr = tenths);
        lexicon::faces(|face, tenths| {
            let entry = known.entry(face);
            (entry.en, entry.fr) = (tenths, tenths);
            entry.flags |= FACE;
        });
        for (list, flag) in [(FRENCH, IN_FRENCH), (ENGLISH, IN_ENGLISH), (roles::POSSESSIVES, POSSESSIVE)] {
            list.split_whitespace().for_each(|word| known.entry(word).flags |= flag);
        }
        for (role, words) in roles::ENGLISH {
            words.split_whitespace().for_each(|word| known.entry(word).en_role = *role);
        }
        for (role, words) in roles::FRENCH {
            words.split_whitespace().for_each(|word| known.entry(word).fr_role = *role);
        }
        // Intensifiers have no feeling of their own, but for a few.
        let felt = |role: roles::Role| !matches!(role, roles::Role::Boost | roles::Role::Damp);
        for index in 0..known.entries.len() {
            let own = roles::FELT.split(' ').any(|word| word.as_bytes() == known.word(index));
            let entry = &mut known.entries[index];
            if !own && !felt(entry.en_role) {
                entry.en = 0;
            }
            if !own && !felt(entry.fr_role) {
                entry.fr = 0;
            }
        }
        let (phrases, words) = Phrases::compile();
        known.phrases = phrases;
        for (word, block, bits) in words {
            let next = known.masks.len() as u16;
            let entry = known.entry(word);
            if entry.phrase == 0 {
                entry.phrase = next;
                known.masks.push([0; BLOCKS]);
            }
            let phrase = usize::from(known.entry(word).phrase);
            known.masks[phrase][block] |= bits;
        }
        debug_assert!(known.entries.len() < SLOTS / 2);
        known
    }
}

/// Slot and tag of a word.
#[inline]
fn place(word: &[u8]) -> (usize, u32) {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = word.len() as u64;
    let mut chunks = word.chunks_exact(8);
    for chunk in &mut chunks {
        let mut eight = [0; 8];
        eight.copy_from_slice(chunk);
        hash = (hash ^ u64::from_le_bytes(eight)).wrapping_mul(FACTOR);
        hash ^= hash >> 29;
    }
    let mut rest = 0;
    for &byte in chunks.remainder() {
        rest = rest << 8 | u64::from(byte);
    }
    hash = (hash ^ rest).wrapping_mul(FACTOR);
    hash ^= hash >> 32;
    ((hash as usize) % SLOTS, (hash >> 48) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_word() {
        let known = Known::table();
        assert_eq!((known.get("love").en, known.get("adore").fr), (32, known.get("adore").fr));
        assert!(known.get("adore").fr > 0 && known.get("horrible").en < 0);
        assert_eq!(known.get("sur").fr, 0, "sûr is not sur");
        assert_eq!(known.get("xyzzy"), Entry::default());
        assert_eq!(known.get(""), Entry::default());
        assert_eq!(known.get("notre").flags & (POSSESSIVE | IN_FRENCH | IN_ENGLISH), POSSESSIVE | IN_FRENCH);
        assert_eq!(known.get("❤").flags, FACE);
    }

    #[test]
    fn every_entry_is_found_again() {
        let known = Known::table();
        assert!(known.entries.len() > 14_000);
        for (index, entry) in known.entries.iter().enumerate() {
            let word = std::str::from_utf8(known.word(index)).expect("text");
            assert_eq!(known.get(word), *entry, "{word}");
        }
    }
}
