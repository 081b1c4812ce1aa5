//! Brands named in a post: the caller's own and its competitors.
//!
//! A name is found as a word of a brief is (see [`Brief`]): case and accents do not count, `s`, `x` or `es` may follow,
//! a name of several words is a phrase or one tag, a site's name is also its links. Besides, `@handle` finds that handle
//! and a name finds the handle or the tag that spells it (`Café Joyeux` finds `@cafejoyeux`). A name that is a function word of French or
//! English (`Elle`) is only found in capitals, as a tag or as a handle.

use super::brief::Brief;
use super::fold::fold;
use super::matcher::{Found, Matcher};
use super::stop_words::is_stop_word;
use super::tokens::{Token, TokenKind};
use crate::limits::BRIEF_TERMS;

/// Brands that bits can be given to.
pub const MOST: usize = 32;

/// Finds brands among the words of a post.
#[derive(Debug, Default)]
pub struct Brands {
    parts: Vec<Part>,
    /// Handles without `@`, folded, letters and digits only, with the bit of their brand. Sorted.
    handles: Vec<(String, u32)>,
    /// Function words that are names, folded, with the bit of their brand.
    capitals: Vec<(String, u32)>,
}

/// As many names as one automaton holds.
#[derive(Debug)]
struct Part {
    matcher: Matcher,
    /// Bit of the brand of each term.
    brand: Vec<u32>,
    found: Found,
    counts: [u16; 64],
}

impl Brands {
    /// Brands by their names, the first one with bit 0. Those after the 32nd are left out, and so are names in which
    /// there is nothing to find.
    ///
    /// ```
    /// use sillage::text::brands::Brands;
    /// let mut brands = Brands::new([vec!["Café Joyeux", "@joyeux"], vec!["L'Oréal"]]);
    /// assert_eq!(brands.of("Un tour chez café joyeux !"), 0b01);
    /// assert_eq!(brands.of("merci @Joyeux et #loreal"), 0b11);
    /// assert_eq!(brands.of("un café"), 0);
    /// ```
    pub fn new<'a>(brands: impl IntoIterator<Item = impl IntoIterator<Item = &'a str>>) -> Brands {
        let mut all = Brands::default();
        let (mut terms, mut owners) = (Vec::new(), Vec::new());
        let mut words = 0;
        for (b, names) in brands.into_iter().take(MOST).enumerate() {
            let bit = 1_u32 << b;
            for name in names {
                let name = name.trim();
                if let Some(handle) = name.strip_prefix('@') {
                    all.handles.push((spelling(handle), bit));
                    continue;
                }
                all.handles.push((spelling(name), bit));
                if is_stop_word(&fold(name)) {
                    all.capitals.push((fold(name), bit));
                    let Ok(tag) = Brief::parse(&format!("#{name}")) else { continue };
                    words += 1;
                    terms.extend_from_slice(tag.terms());
                    owners.resize(terms.len(), bit);
                    continue;
                }
                for term in parse(name).iter().flat_map(Brief::terms) {
                    let length = term.elements.len();
                    if words + length > BRIEF_TERMS {
                        all.part(&mut terms, &mut owners);
                        words = 0;
                    }
                    words += length;
                    terms.push(term.clone());
                    owners.push(bit);
                }
            }
        }
        all.part(&mut terms, &mut owners);
        all.handles.retain(|(handle, _)| !handle.is_empty());
        all.handles.sort_unstable();
        all
    }

    fn part(&mut self, terms: &mut Vec<super::brief::Term>, owners: &mut Vec<u32>) {
        if !terms.is_empty() {
            let matcher = Matcher::new(terms);
            let brand = std::mem::take(owners);
            self.parts.push(Part { matcher, brand, found: Found::default(), counts: [0; 64] });
        }
        terms.clear();
        owners.clear();
    }

    /// Whether there is no brand to find.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.handles.is_empty()
    }

    /// Brands named in a text, a bit each.
    pub fn of(&mut self, text: &str) -> u32 {
        self.begin();
        let mut bits = 0;
        super::Tokenizer::new().each(text, |token| bits |= self.take(text, token));
        bits
    }

    /// A new post.
    #[inline]
    pub(super) fn begin(&mut self) {
        for part in &mut self.parts {
            part.found = Found::default();
            part.counts = [0; 64];
        }
    }

    /// The next token; returns the brands that it makes known for the first time in this post.
    #[inline]
    pub(super) fn take(&mut self, text: &str, token: Token<'_>) -> u32 {
        let mut bits = 0;
        for part in &mut self.parts {
            if !part.matcher.may_find(token, &part.found) {
                part.found.leave_tag();
                continue;
            }
            let before = part.found.terms;
            part.matcher.take(text, token, &mut part.found, &mut part.counts);
            let mut new = part.found.terms & !before;
            while new != 0 {
                bits |= part.brand[new.trailing_zeros() as usize];
                new &= new - 1;
            }
        }
        match token.kind {
            TokenKind::Handle | TokenKind::Tag { .. } if !self.handles.is_empty() => {
                // `@user@server`: the user. Tags spell names without their apostrophes: `#loreal`.
                let text = token.text.strip_prefix('@').unwrap_or(token.text);
                let user = text.split('@').next().unwrap_or("");
                let from = self.handles.partition_point(|(h, _)| h.bytes().cmp(spelled(user)).is_lt());
                bits |= self.handles[from..]
                    .iter()
                    .take_while(|(h, _)| h.bytes().eq(spelled(user)))
                    .fold(0, |bits, (_, bit)| bits | bit);
            }
            TokenKind::Word if !self.capitals.is_empty() => {
                let written = &text[token.start..token.end];
                let loud = written.chars().count() > 1 && !written.chars().any(char::is_lowercase);
                for (word, bit) in &self.capitals {
                    if loud && word == token.text {
                        bits |= bit;
                    }
                }
            }
            _ => {}
        }
        bits
    }
}

/// A name as a query that finds it and nothing else.
fn parse(name: &str) -> Option<Brief> {
    let name = name.trim_start_matches(['-', '\u{2212}']);
    let alone = !name.contains(char::is_whitespace);
    let quoted = !(alone && (name.contains('.') || name.starts_with('#')));
    let clean: String =
        name.chars().filter(|c| !matches!(c, '"' | '«' | '»' | '“' | '”' | '„' | '*' | '\n')).collect();
    let query = if quoted { format!("\"{clean}\"") } else { clean };
    Brief::parse(&query).ok()
}

/// Letters and digits of a handle or a name, folded.
fn spelling(name: &str) -> String {
    fold(name).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Letters and digits of a handle as they stand in a post.
fn spelled(handle: &str) -> impl Iterator<Item = u8> {
    handle.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_finds_a_brand() {
        let names = vec!["Café Joyeux", "cafejoyeux.com", "@joyeux_fr", "#JoyeuxCafé"];
        let mut brands =
            Brands::new([names, vec!["Elle"], vec!["-50%", "\"Le Bon\" Coin"], vec!["Nespresso"]]);
        for (text, bits) in [
            ("Les CAFÉS joyeux", 1),
            ("Vive CAFE JOYEUX", 1),
            ("#CaféJoyeux #nespresso", 0b1001),
            ("@CafeJoyeux @nespresso_", 0b1001),
            ("@joyeuxfr@mastodon.social", 1),
            ("https://www.cafejoyeux.com/carte", 1),
            ("elle est partie", 0),
            ("dans ELLE ce mois-ci", 0b10),
            ("#elle et @elle", 0b10),
            ("sur le bon coin", 0b100),
            ("un bon coin", 0),
            ("mes Nespressos", 0b1000),
            ("", 0),
        ] {
            assert_eq!(brands.of(text), bits, "{text}");
        }
    }

    #[test]
    fn more_names_than_one_automaton_holds() {
        let names: Vec<Vec<String>> =
            (0..40).map(|b| (0..5).map(|n| format!("marque{b}x nom{n}y")).collect()).collect();
        let mut brands = Brands::new(names.iter().map(|b| b.iter().map(String::as_str)));
        for b in 0..40_u32 {
            let bits = if b < 32 { 1 << b } else { 0 };
            assert_eq!(brands.of(&format!("Marque{b}x nom3y")), bits);
        }
        assert_eq!(brands.of("marque3x nom1y, marque5x nom2y et @marque31xNom4Y"), 1 << 3 | 1 << 5 | 1 << 31);
    }

    #[test]
    fn odd_names_are_left_out() {
        for name in ["", " ", "@", "#", "\"\"", "*", "🙂", "-", "...", "@@@", "\u{301}"] {
            let mut brands = Brands::new([[name]]);
            assert_eq!(brands.of("rien ici @nobody"), 0, "{name}");
        }
        assert!(Brands::new([[""]]).is_empty());
        assert!(Brands::new(Vec::<Vec<&str>>::new()).is_empty());
    }
}
