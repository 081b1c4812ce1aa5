//! The words that the engine knows by itself: one look-up tells all there is to say of a word.
//!
//! Some 16,000 words of feeling (French and English), function words, negations and intensifiers, and the words of the
//! [`phrases`](super::phrases) that tell an advertisement, a purchase or a complaint.

use super::language::{ENGLISH, FRENCH};
use super::phrases::{BLOCKS, Phrases};
use super::tone::{lexicon, roles};
use std::sync::OnceLock;

/// A function word of French alone.
pub(super) const IN_FRENCH: u8 = 1;
/// A function word of English alone.
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
    /// Open addressing: 1 + an index into `words`, 0 free.
    slots: Vec<u16>,
    /// Words of 16 bytes at the most, as two numbers.
    words: Vec<(u64, u64)>,
    entries: Vec<Entry>,
    /// Longer words, in order.
    long: Vec<(Box<str>, Entry)>,
    masks: Vec<Mask>,
    /// The phrases.
    pub phrases: Phrases,
}

/// Words of phrases that a word can be.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mask {
    /// Automata in which it has a bit.
    pub blocks: u8,
    /// Its bits.
    pub bits: [u64; BLOCKS],
}

/// A power of two, four times the words.
const SLOTS: usize = 1 << 16;
/// Bytes of a word that is two numbers.
const SHORT: usize = 16;

impl Known {
    /// The one table, built with its first use (1 to 2 ms).
    pub fn table() -> &'static Known {
        static TABLE: OnceLock<Known> = OnceLock::new();
        TABLE.get_or_init(Known::build)
    }

    /// What is known of a folded word; the empty entry when nothing is.
    #[inline]
    pub fn get(&self, word: &str) -> Entry {
        if word.len() > SHORT {
            return self.long(word);
        }
        let word = numbers(word.as_bytes());
        let mut slot = place(word);
        loop {
            let found = usize::from(self.slots[slot]);
            if found == 0 {
                return Entry::default();
            }
            if self.words[found - 1] == word {
                return self.entries[found - 1];
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    #[cold]
    fn long(&self, word: &str) -> Entry {
        let at = self.long.binary_search_by(|(long, _)| (**long).cmp(word));
        at.map_or(Entry::default(), |at| self.long[at].1)
    }

    /// What is known of a folded tag: entries that begin with `#`.
    pub fn get_tag(&self, tag: &str) -> Entry {
        let mut letters = [0; 40];
        let Some(word) = letters.get_mut(..tag.len() + 1) else { return Entry::default() };
        word[0] = b'#';
        word[1..].copy_from_slice(tag.as_bytes());
        std::str::from_utf8(word).map_or(Entry::default(), |word| self.get(word))
    }

    /// The words of phrases that an entry can be.
    #[inline]
    pub fn mask(&self, entry: Entry) -> &Mask {
        &self.masks[usize::from(entry.phrase)]
    }

    /// The entry of a word, added when there is none.
    fn entry(&mut self, word: &str) -> &mut Entry {
        if word.len() > SHORT {
            let at = self.long.binary_search_by(|(long, _)| (**long).cmp(word));
            let at = at.unwrap_or_else(|at| {
                self.long.insert(at, (word.into(), Entry::default()));
                at
            });
            return &mut self.long[at].1;
        }
        let word = numbers(word.as_bytes());
        let mut slot = place(word);
        while self.slots[slot] != 0 && self.words[usize::from(self.slots[slot]) - 1] != word {
            slot = (slot + 1) % SLOTS;
        }
        if self.slots[slot] == 0 {
            self.words.push(word);
            self.entries.push(Entry::default());
            self.slots[slot] = self.words.len() as u16;
        }
        &mut self.entries[usize::from(self.slots[slot]) - 1]
    }

    fn build() -> Known {
        let mut known = Known {
            slots: vec![0; SLOTS],
            words: Vec::new(),
            entries: Vec::new(),
            long: Vec::new(),
            masks: vec![Mask::default()],
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
        let loud = |role: &roles::Role| matches!(role, roles::Role::Boost | roles::Role::Damp);
        for (english, list) in [(true, roles::ENGLISH), (false, roles::FRENCH)] {
            let words =
                list.iter().filter(|(role, _)| loud(role)).flat_map(|(_, words)| words.split_whitespace());
            for word in words.filter(|word| !roles::FELT.split(' ').any(|felt| felt == *word)) {
                let entry = known.entry(word);
                *if english { &mut entry.en } else { &mut entry.fr } = 0;
            }
        }
        let (phrases, words) = Phrases::compile();
        known.phrases = phrases;
        for (word, block, bits) in words {
            let next = known.masks.len() as u16;
            let entry = known.entry(word);
            if entry.phrase == 0 {
                entry.phrase = next;
                known.masks.push(Mask::default());
            }
            let phrase = usize::from(known.entry(word).phrase);
            known.masks[phrase].blocks |= 1 << block;
            known.masks[phrase].bits[block] |= bits;
        }
        debug_assert!(known.words.len() < SLOTS / 2);
        known
    }
}

/// Up to 16 bytes as two numbers, 0 beyond their end, by loads that overlap: a copy of unknown length is a call.
#[inline]
fn numbers(bytes: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        let high =
            if bytes.len() == 8 { 0 } else { u64::from_le_bytes(*last) >> (8 * (SHORT - bytes.len())) };
        return (u64::from_le_bytes(*first), high);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let last = u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4));
        return (u64::from(u32::from_le_bytes(*first)) | last, 0);
    }
    (bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)), 0)
}

#[inline]
fn place((low, high): (u64, u64)) -> usize {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mixed = (low ^ high.rotate_left(29)).wrapping_mul(FACTOR);
    (mixed >> 48) as usize % SLOTS
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
    fn every_word_of_the_lexicons_is_found() {
        let known = Known::table();
        let (mut words, mut long) = (0, 0);
        lexicon::english(|word, tenths| {
            let felt = known.get(word);
            assert!(felt.en == tenths || felt.en == 0 && felt.en_role != roles::Role::None, "{word}");
            words += 1;
            long += usize::from(word.len() > SHORT);
        });
        assert!(words > 7_000 && long > 10);
        assert_eq!(known.get("anything that is not a word at all"), Entry::default());
    }

    #[test]
    fn short_words_are_two_numbers() {
        let letters = b"abcdefghijklmnop";
        let mut seen = std::collections::BTreeSet::new();
        for length in 0..=SHORT {
            let (low, high) = numbers(&letters[..length]);
            let mut bytes = [0; SHORT];
            bytes[..length].copy_from_slice(&letters[..length]);
            let (first, second) = bytes.split_at(8);
            assert_eq!(low, u64::from_le_bytes(first.try_into().expect("eight")));
            assert_eq!(high, u64::from_le_bytes(second.try_into().expect("eight")));
            assert!(seen.insert((low, high)));
        }
    }
}
