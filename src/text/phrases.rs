//! Phrases that the engine knows: marks of advertising, purchase, use and complaint, and idioms of tone.
//!
//! All of them are one Shift-And automaton (Baeza-Yates & Gonnet 1992) over words: each word of each phrase is one bit.

use super::known::{Entry, Known};
use super::tone::Tongue;

/// Automata side by side; no phrase crosses from one to the next.
pub(super) const BLOCKS: usize = 6;

/// What a phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// Marks the post.
    Mark(u8),
    /// Has this valence in tenths, whatever that of its words.
    Feeling(i8, Tongue),
}

/// The automata.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    starts: [u64; BLOCKS],
    ends: [u64; BLOCKS],
    /// Bits of places where any word may stand.
    any: [u64; BLOCKS],
    /// What the phrase of each last word's bit says, and its number of words.
    says: Vec<Vec<(u32, Says, u32)>>,
}

/// State of one post.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Under {
    states: [u64; BLOCKS],
    /// Automata in which a phrase is begun.
    begun: u8,
}

impl Phrases {
    /// The automata, and for each word its block and bits. `|` parts the words that may stand in one place, `_` is any
    /// word.
    pub fn compile() -> (Phrases, Vec<(&'static str, usize, u64)>) {
        let mut phrases = Phrases { says: vec![Vec::new(); BLOCKS], ..Phrases::default() };
        let mut words = Vec::new();
        let (mut block, mut bit) = (0, 0);
        for (says, list) in super::marks::PHRASES {
            for phrase in list.lines().map(str::trim).filter(|line| !line.is_empty()) {
                let length = phrase.split(' ').count() as u32;
                if bit + length > 64 {
                    (block, bit) = (block + 1, 0);
                }
                assert!(block < BLOCKS, "more automata for the phrases");
                phrases.starts[block] |= 1 << bit;
                for place in phrase.split(' ') {
                    for word in place.split('|') {
                        match word {
                            "_" => phrases.any[block] |= 1 << bit,
                            _ => words.push((word, block, 1 << bit)),
                        }
                    }
                    bit += 1;
                }
                phrases.ends[block] |= 1 << (bit - 1);
                phrases.says[block].push((bit - 1, *says, length));
            }
        }
        (phrases, words)
    }

    /// Moves on by a word; calls `found` for each phrase that ends with it, with its number of words.
    #[inline]
    pub fn step(&self, under: &mut Under, known: &Known, entry: Entry, mut found: impl FnMut(Says, u32)) {
        if entry.phrase == 0 && under.begun == 0 {
            return;
        }
        let mask = known.mask(entry);
        let mut blocks = mask.blocks | under.begun;
        under.begun = 0;
        while blocks != 0 {
            let block = blocks.trailing_zeros() as usize;
            blocks &= blocks - 1;
            let state =
                (under.states[block] << 1 | self.starts[block]) & (mask.bits[block] | self.any[block]);
            under.states[block] = state;
            under.begun |= u8::from(state != 0) << block;
            let mut ended = state & self.ends[block];
            while ended != 0 {
                let bit = ended.trailing_zeros();
                ended &= ended - 1;
                if let Ok(at) = self.says[block].binary_search_by_key(&bit, |s| s.0) {
                    let (_, says, words) = self.says[block][at];
                    found(says, words);
                }
            }
        }
    }
}
