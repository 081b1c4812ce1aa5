//! Finds the terms of a brief among the words of a post.

use super::brief::{Match, Term, is_inflection};
use super::stop_words::is_stop_word;
use super::tokens::{Token, TokenKind};

/// The terms of a brief as one Shift-And automaton (Baeza-Yates & Gonnet 1992): each word of each term is one bit; a
/// term is found when the bit of its last word is set.
#[derive(Debug)]
pub(super) struct Matcher {
    /// Terms of the brief.
    pub terms: usize,
    /// Bits by *term*: which are excluded.
    pub excluded: u64,
    /// Bits by *word*: first words, last words.
    starts: u64,
    ends: u64,
    /// Term of each word's bit, and number of words of the term that are not stop words.
    term_of: [u8; 64],
    weight_of: [u32; 64],
    /// For each first byte, the lengths that some candidate can have (bit 63: 63 or more).
    lengths: [u64; 256],
    /// Sorted by first byte.
    candidates: Vec<Candidate>,
    first: [u16; 257],
    domains: Vec<Candidate>,
}

#[derive(Debug, Clone)]
struct Candidate {
    text: Box<str>,
    kind: Match,
    accented: bool,
    bit: u64,
}

/// State of one post.
#[derive(Debug, Default)]
pub(super) struct Found {
    state: u64,
    /// Terms found, by term.
    pub terms: u64,
    /// Words that are not stop words.
    pub tokens: u32,
    /// Those of them that terms cover.
    pub covered: u32,
    covered_up_to: u32,
    /// Last-word bits that the whole of the present tag already counted.
    in_tag: u64,
}

impl Found {
    /// A word that is no part of a tag follows.
    pub fn leave_tag(&mut self) {
        self.in_tag = 0;
    }
}

impl Matcher {
    /// Compiles the terms of a brief.
    pub fn new(terms: &[Term]) -> Self {
        let mut matcher = Matcher {
            terms: terms.len(),
            excluded: 0,
            starts: 0,
            ends: 0,
            term_of: [0; 64],
            weight_of: [0; 64],
            lengths: [0; 256],
            candidates: Vec::new(),
            first: [0; 257],
            domains: Vec::new(),
        };
        let mut at = 0;
        for (t, term) in terms.iter().enumerate() {
            matcher.excluded |= u64::from(term.excluded) << t;
            matcher.starts |= 1 << at;
            for element in &term.elements {
                let bit = 1 << at;
                matcher.term_of[at] = t as u8;
                let candidate = Candidate {
                    text: element.text.as_str().into(),
                    kind: element.kind,
                    accented: element.accented,
                    bit,
                };
                match element.kind {
                    Match::Domain => matcher.domains.push(candidate),
                    _ => matcher.candidates.push(candidate),
                }
                at += 1;
            }
            let last = at - 1;
            matcher.ends |= 1 << last;
            let before = &term.elements[..term.elements.len() - 1];
            matcher.weight_of[last] = 1 + before.iter().filter(|e| !is_stop_word(&e.text)).count() as u32;
            if let Some(domain) = &term.domain {
                matcher.domains.push(Candidate {
                    text: domain.as_str().into(),
                    kind: Match::Domain,
                    accented: false,
                    bit: 1 << last,
                });
            }
            // « crème glacée » is also written #crèmeglacée.
            let words = |kinds: &[Match]| term.elements.iter().all(|e| kinds.contains(&e.kind));
            if term.elements.len() > 1 && words(&[Match::Inflected]) {
                let text: String = term.elements.iter().map(|e| e.text.as_str()).collect();
                let accented = term.elements.iter().any(|e| e.accented);
                matcher.candidates.push(Candidate {
                    text: text.into(),
                    kind: Match::Tag,
                    accented,
                    bit: 1 << last,
                });
            }
        }
        matcher.candidates.sort_by_key(|c| c.text.as_bytes()[0]);
        for candidate in &matcher.candidates {
            let (first, length) = (candidate.text.as_bytes()[0], candidate.text.len());
            matcher.first[first as usize + 1] += 1;
            let exact = |n: usize| 1_u64 << n.min(63);
            matcher.lengths[first as usize] |= match candidate.kind {
                Match::Inflected => exact(length) | exact(length + 1) | exact(length + 2),
                Match::Prefix | Match::TagPrefix => u64::MAX << length.min(63),
                Match::Tag | Match::Domain => exact(length),
            };
        }
        for b in 0..256 {
            matcher.first[b + 1] += matcher.first[b];
        }
        matcher
    }

    /// Bits of the words that a token can be. `word`: it stands in a sentence or in a tag as a word; `tag`: as a tag.
    #[inline]
    fn bits(&self, text: &str, token: Token<'_>, word: bool, tag: bool) -> u64 {
        let bytes = token.text.as_bytes();
        let first = usize::from(bytes[0]);
        if self.lengths[first] >> bytes.len().min(63) & 1 == 0 {
            return 0;
        }
        let mut bits = 0;
        for c in &self.candidates[usize::from(self.first[first])..usize::from(self.first[first + 1])] {
            let same = match c.kind {
                Match::Inflected => word && is_inflection(&c.text, token.text),
                Match::Prefix => word && token.text.starts_with(&*c.text),
                Match::Tag => tag && *c.text == *token.text,
                Match::TagPrefix => tag && token.text.starts_with(&*c.text),
                Match::Domain => false,
            };
            if same && !(c.accented && text[token.start..token.end].is_ascii()) {
                bits |= c.bit;
            }
        }
        bits
    }

    /// Whether a word can be one of the terms' or go on one that is begun; otherwise [`take`](Matcher::take) finds
    /// nothing in it.
    #[inline]
    pub fn may_find(&self, token: Token<'_>, found: &Found) -> bool {
        let bytes = token.text.as_bytes();
        found.state != 0
            || token.kind != TokenKind::Word
            || self.lengths[usize::from(bytes[0])] >> bytes.len().min(63) & 1 != 0
    }

    #[inline]
    pub fn take(&self, text: &str, token: Token<'_>, found: &mut Found, counts: &mut [u16; 64]) {
        let single = self.starts & self.ends;
        let ended = match token.kind {
            TokenKind::Word | TokenKind::Emoji => {
                found.in_tag = 0;
                let bits = self.bits(text, token, true, false);
                found.state = (found.state << 1 | self.starts) & bits;
                found.state & self.ends
            }
            TokenKind::Tag { parts: 0 } => {
                found.in_tag = 0;
                let bits = self.bits(text, token, true, true);
                found.state = (found.state << 1 | self.starts) & bits;
                // A phrase written as one tag sets its last bit without its first ones.
                (found.state | self.bits(text, token, false, true)) & self.ends
            }
            TokenKind::Tag { .. } => {
                // Its parts follow, and are what the words around stand next to.
                let whole = self.bits(text, token, true, true) & single;
                found.in_tag = (whole | self.bits(text, token, false, true)) & self.ends;
                self.count(found.in_tag, found, counts);
                return;
            }
            TokenKind::Part => {
                let bits = self.bits(text, token, true, false);
                found.state = (found.state << 1 | self.starts) & bits;
                found.state & self.ends & !found.in_tag
            }
            TokenKind::Handle => {
                (found.state, found.in_tag) = (0, 0);
                return;
            }
            TokenKind::Domain => {
                (found.state, found.in_tag) = (0, 0);
                let of_site = |c: &&Candidate| {
                    token.text.strip_suffix(&*c.text).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
                };
                self.domains.iter().filter(of_site).fold(0, |bits, c| bits | c.bit)
            }
        };
        if ended == 0 {
            // Emoji and domains are no stop words; what a tag named whole is covered below.
            if !is_stop_word(token.text) {
                found.tokens += 1;
                if found.in_tag != 0 {
                    found.covered += 1;
                    found.covered_up_to = found.tokens;
                }
            }
            return;
        }
        found.tokens += 1;
        self.count(ended, found, counts);
        let mut longest = 1;
        let mut rest = if token.kind == TokenKind::Domain { 0 } else { ended & found.state };
        while rest != 0 {
            longest = longest.max(self.weight_of[rest.trailing_zeros() as usize]);
            rest &= rest - 1;
        }
        let from = found.covered_up_to.max(found.tokens.saturating_sub(longest));
        found.covered += found.tokens - from;
        found.covered_up_to = found.tokens;
    }

    /// Counts the terms whose last words are in `ended`.
    fn count(&self, mut ended: u64, found: &mut Found, counts: &mut [u16; 64]) {
        while ended != 0 {
            let term = self.term_of[ended.trailing_zeros() as usize];
            ended &= ended - 1;
            found.terms |= 1 << term;
            counts[usize::from(term)] = counts[usize::from(term)].saturating_add(1);
        }
    }
}
