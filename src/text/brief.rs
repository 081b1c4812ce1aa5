//! The brief: what the user's campaign is about, as a short query.
//!
//! | written | finds |
//! |---|---|
//! | `café torréfaction` | either word; each counts |
//! | `café, torréfaction` · `café OR torréfaction` · one a line | the same: commas, semicolons, `\|`, new lines, `OR` and `OU` only separate |
//! | `"crème glacée"` · `« crème glacée »` | the words side by side, in that order |
//! | `#glace` | the tag only (`glace` finds the tag as well) |
//! | `torréf*` | words that begin so |
//! | `-concours` · `-"jeu concours"` | leaves out the posts that hold it |
//! | `lemonde.fr` | links to that site, or the name written so |
//!
//! Case and accents do not count. A word also finds itself with `s`, `x` or `es` at its end: `café` finds `cafés`,
//! `roaster` finds `roasters`, `gâteau` finds `gâteaux` (from three letters on); not the other way round. Words inside
//! quotes do the same; tags and prefixes are taken as they are. Where leaving the accent out would give a stop word of
//! French or English (`thé`, `été`, `maïs`…), the accent counts. Stop words alone (`le`, `the`…) are set aside, see [`Brief::ignored`]; in quotes they
//! count. A word of several parts (`porte-monnaie`) is the parts side by side.
//!
//! Parsing never fails on what is written, only on its length.

use super::stop_words::is_stop_word;
use super::tokens::{TokenKind, Tokenizer};
use crate::error::{ErrorKind, Result};
use crate::limits::{BRIEF_BYTES, BRIEF_TERMS};
use unicode_normalization::UnicodeNormalization;

/// A parsed brief.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brief {
    terms: Vec<Term>,
    ignored: Vec<String>,
}

/// One term: a word, a phrase, a tag or a prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// As it is shown: the user's own letters, with quotes, `#`, `*` or `-`.
    pub display: String,
    /// Posts that hold it are left out.
    pub excluded: bool,
    pub(super) elements: Vec<Element>,
    /// The whole term is also the domain of a link.
    pub(super) domain: Option<String>,
}

/// One word of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    /// Folded.
    pub text: String,
    pub kind: Match,
    /// Only words written with an accent match: without it, `thé` is English `the`, and `maïs` is `mais`.
    pub accented: bool,
}

/// What a word of a term matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// The word, or the word with `s`, `x` or `es`.
    Inflected,
    /// Words that begin so.
    Prefix,
    /// A tag, whole.
    Tag,
    /// A tag that begins so.
    TagPrefix,
    /// The domain of a link.
    Domain,
}

impl Brief {
    /// Parses a brief.
    ///
    /// # Errors
    /// [`ErrorKind::LimitReached`] over [`BRIEF_BYTES`] bytes, or over [`BRIEF_TERMS`] words in all its terms.
    ///
    /// ```
    /// use sillage::text::Brief;
    /// let brief = Brief::parse("café, « crème glacée » -concours torréf* le")?;
    /// assert_eq!(brief.display_terms(), ["café", "\"crème glacée\"", "-concours", "torréf*"]);
    /// assert_eq!(brief.ignored(), ["le"]);
    /// # Ok::<(), sillage::error::Error>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self> {
        if text.len() > BRIEF_BYTES {
            let limit = ErrorKind::LimitReached { limit: "BRIEF_BYTES", value: BRIEF_BYTES as f64 };
            return Err(limit.into());
        }
        let mut brief = Brief::default();
        let mut tokenizer = Tokenizer::new();
        let mut rest = text;
        while let Some(raw) = next_raw(&mut rest) {
            brief.push(&raw, &mut tokenizer);
        }
        if brief.words() > BRIEF_TERMS {
            let limit = ErrorKind::LimitReached { limit: "BRIEF_TERMS", value: BRIEF_TERMS as f64 };
            return Err(limit.into());
        }
        Ok(brief)
    }

    /// No term at all: there is no subject.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The terms in the order written, without repeats.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms as they are shown.
    pub fn display_terms(&self) -> Vec<String> {
        self.terms.iter().map(|t| t.display.clone()).collect()
    }

    /// Stop words that were set aside, as written.
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }

    fn words(&self) -> usize {
        self.terms.iter().map(|t| t.elements.len()).sum()
    }

    fn push(&mut self, raw: &Raw<'_>, tokenizer: &mut Tokenizer) {
        let (body, prefix) = match raw.body.trim().strip_suffix('*') {
            Some(body) => (body.trim_end_matches('*'), true),
            None => (raw.body.trim(), false),
        };
        let mut elements = Vec::new();
        tokenizer.each(body, |token| {
            let kind = match token.kind {
                TokenKind::Word | TokenKind::Emoji => Match::Inflected,
                TokenKind::Tag { .. } => Match::Tag,
                TokenKind::Domain => Match::Domain,
                TokenKind::Part | TokenKind::Handle => return,
            };
            let accented =
                !body[token.start..token.end].is_ascii() && is_homograph(&body[token.start..token.end]);
            elements.push(Element { text: token.text.to_owned(), kind, accented });
        });
        let Some(last) = elements.last_mut() else { return };
        if prefix {
            last.kind = if last.kind == Match::Tag { Match::TagPrefix } else { Match::Prefix };
        }
        let lone_stop_word =
            elements.len() == 1 && elements[0].kind == Match::Inflected && is_stop_word(&elements[0].text);
        let lone_stop_word = lone_stop_word && !elements[0].accented;
        if lone_stop_word && !raw.quoted {
            self.ignored.push(body.to_owned());
            return;
        }
        // `lemonde.fr`: written as a name, it is also the domain of a link.
        let dotted = !raw.quoted && !prefix && elements.len() > 1 && is_dotted_name(body);
        let term = Term {
            display: display(raw, body, prefix),
            excluded: raw.excluded,
            domain: dotted.then(|| super::fold(body).trim_start_matches("www.").to_owned()),
            elements,
        };
        if self.terms.iter().any(|known| known.covers(&term)) {
            return;
        }
        self.terms.retain(|known| !term.covers(known));
        self.terms.push(term);
    }
}

impl Term {
    /// Whether this term finds all that the other finds: the same words, or a word of which the other is an inflection.
    fn covers(&self, other: &Term) -> bool {
        self.excluded == other.excluded
            && self.elements.len() == other.elements.len()
            && self.elements.iter().zip(&other.elements).all(|(a, b)| {
                let inflected = a.kind == Match::Inflected && is_inflection(&a.text, &b.text);
                a.kind == b.kind && a.accented == b.accented && (a.text == b.text || inflected)
            })
    }
}

/// Whether `word` is `base` with `s`, `x`, `es` or nothing at its end.
pub(super) fn is_inflection(base: &str, word: &str) -> bool {
    match word.strip_prefix(base) {
        Some("") => true,
        Some("s" | "x" | "es") => base.len() >= 3,
        _ => false,
    }
}

/// Accented words that mean something and whose folded form is a stop word.
fn is_homograph(written: &str) -> bool {
    const HOMOGRAPHS: [&str; 6] = ["thé", "été", "maïs", "fût", "sûr", "né"];
    let composed: String = written.nfc().flat_map(char::to_lowercase).collect();
    HOMOGRAPHS.contains(&composed.as_str())
}

/// A piece of the brief before its words are read.
struct Raw<'a> {
    body: &'a str,
    quoted: bool,
    excluded: bool,
}

fn next_raw<'a>(rest: &mut &'a str) -> Option<Raw<'a>> {
    loop {
        *rest = rest.trim_start_matches(is_separator);
        let excluded_rest = rest
            .strip_prefix(['-', '\u{2212}'])
            .filter(|after| !after.starts_with(is_separator) && !after.is_empty());
        let excluded = excluded_rest.is_some();
        let body = excluded_rest.unwrap_or(rest);
        let first = body.chars().next()?;
        if let Some(close) = closing_quote(first) {
            let inside = &body[first.len_utf8()..];
            // A quote that is never closed runs to the end of its line.
            let line = &inside[..inside.find('\n').unwrap_or(inside.len())];
            let (phrase, after) = match line.find(close) {
                Some(end) => (&line[..end], end + close.len_utf8()),
                None => (line, line.len()),
            };
            *rest = &inside[after..];
            let phrase = phrase.trim();
            if phrase.is_empty() {
                continue;
            }
            return Some(Raw { body: phrase, quoted: true, excluded });
        }
        let end = body.find(|c| is_separator(c) || closing_quote(c).is_some()).unwrap_or(body.len());
        *rest = &body[end..];
        let body = &body[..end];
        if matches!(body, "OR" | "OU") && !excluded {
            continue;
        }
        return Some(Raw { body, quoted: false, excluded });
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '|' | '\u{3001}' | '\u{ff0c}' | '»' | '”' | '(' | ')')
}

fn closing_quote(open: char) -> Option<char> {
    match open {
        '"' => Some('"'),
        '«' => Some('»'),
        '“' => Some('”'),
        '„' => Some('“'),
        _ => None,
    }
}

fn is_dotted_name(body: &str) -> bool {
    body.rsplit_once('.')
        .is_some_and(|(name, top)| !name.is_empty() && top.len() >= 2 && top.chars().all(char::is_alphabetic))
        && body.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '-')
}

fn display(raw: &Raw<'_>, body: &str, prefix: bool) -> String {
    let (minus, quote, star) = (
        if raw.excluded { "-" } else { "" },
        if raw.quoted { "\"" } else { "" },
        if prefix { "*" } else { "" },
    );
    format!("{minus}{quote}{body}{star}{quote}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn terms(text: &str) -> Vec<String> {
        Brief::parse(text).expect("within limits").display_terms()
    }

    #[test]
    fn a_marketer_s_brief() {
        assert_eq!(terms("café, torréfaction"), ["café", "torréfaction"]);
        assert_eq!(
            terms("café OR thé OU cacao|mate;chicorée\nmoka"),
            ["café", "thé", "cacao", "mate", "chicorée", "moka"]
        );
        assert_eq!(
            terms("\"glace artisanale\" « crème glacée », “ice cream”-vegan"),
            ["\"glace artisanale\"", "\"crème glacée\"", "\"ice cream\"", "-vegan"]
        );
        assert_eq!(
            terms("#Glace -#concours -\"jeu concours\" artis* \"pain maison*\""),
            ["#Glace", "-#concours", "-\"jeu concours\"", "artis*", "\"pain maison*\""]
        );
        assert_eq!(terms("(café OR thé)"), ["café", "thé"]);
    }

    #[test]
    fn words_of_several_parts() {
        let brief =
            Brief::parse("porte-monnaie L'Oréal lemonde.fr https://www.elle.fr/x").expect("within limits");
        let words: Vec<Vec<&str>> =
            brief.terms().iter().map(|t| t.elements.iter().map(|e| e.text.as_str()).collect()).collect();
        assert_eq!(words, [vec!["porte", "monnaie"], vec!["oreal"], vec!["lemonde", "fr"], vec!["elle.fr"]]);
        assert_eq!(brief.terms()[2].domain.as_deref(), Some("lemonde.fr"));
        assert_eq!(brief.terms()[3].elements[0].kind, Match::Domain);
    }

    #[test]
    fn repeats_and_stop_words() {
        assert_eq!(terms("café cafe CAFÉS Café"), ["café"]);
        assert_eq!(terms("cafés café"), ["café"]);
        assert_eq!(terms("café -café #café"), ["café", "-café", "#café"]);
        let brief = Brief::parse("le café de Paris \"elle\" The").expect("within limits");
        assert_eq!(brief.display_terms(), ["café", "Paris", "\"elle\""]);
        assert_eq!(brief.ignored(), ["le", "de", "The"]);
        let brief = Brief::parse("Thé été MAI\u{308}S très").expect("within limits");
        assert_eq!(brief.display_terms(), ["Thé", "été", "MAI\u{308}S"]);
        assert_eq!(brief.ignored(), ["très"]);
    }

    #[test]
    fn odd_writing_is_read_as_well_as_can_be() {
        assert!(Brief::parse("").expect("within limits").is_empty());
        assert!(Brief::parse(" , \n \"\" - * -- «» OR @marie").expect("within limits").is_empty());
        assert_eq!(terms("\"jamais fermé\ncafé"), ["\"jamais fermé\"", "café"]);
        assert_eq!(terms("café - thé"), ["café", "thé"]);
        assert_eq!(terms("☕"), ["☕"]);
    }

    #[test]
    fn limits() {
        let code = |text: &str| Brief::parse(text).expect_err("too long").code();
        assert_eq!(code(&"a".repeat(BRIEF_BYTES + 1)), "limit.reached");
        let many = |n: usize| (0..n).map(|i| format!("mot{i}z")).collect::<Vec<_>>().join(" ");
        assert_eq!(Brief::parse(&many(BRIEF_TERMS)).expect("within limits").terms().len(), BRIEF_TERMS);
        assert_eq!(code(&many(BRIEF_TERMS + 1)), "limit.reached");
        assert_eq!(code(&format!("\"{}\"", many(BRIEF_TERMS + 1))), "limit.reached");
    }

    proptest! {
        #[test]
        fn never_panics(text in "(\\PC|[-#@\"'*., \\n«»“”a-z]|OR|é){0,80}") {
            if let Ok(brief) = Brief::parse(&text) {
                for term in brief.terms() {
                    prop_assert!(!term.elements.is_empty() && !term.display.is_empty());
                }
                // What is shown can be typed again.
                let again = Brief::parse(&brief.display_terms().join(" ")).map(|b| b.terms().len());
                prop_assert!(again.is_ok());
            }
        }
    }
}
