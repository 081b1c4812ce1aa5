//! The tokeniser: folded words, tags, domains and emoji out of a post, without an allocation per token.
//!
//! - Words are runs of letters and digits, lower-case and without accents (see [`fold`](super::fold())). Scripts written
//!   without spaces are cut by Unicode's word boundaries (UAX #29).
//! - French elisions are cut off: `l'été` gives `ete`, `qu’il` gives `il`. So is English `'s`. Other apostrophes inside
//!   a word stay: `aujourd'hui`, `don't`.
//! - `#GlaceArtisanale` gives the tag `glaceartisanale`, then its parts `glace` and `artisanale`.
//! - A URL gives its domain without `www.`; `t.co`, which wraps every link of one platform, gives nothing.
//! - A handle (`@someone`, `@user@server`) is reported as such, so that the words around it are not taken as
//!   neighbours, and counts as no word.
//! - Emoji are tokens, without skin tone and variation selectors.

use super::fold::{fold_into, is_mark, push_folded};
use unicode_segmentation::UnicodeSegmentation;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A word.
    Word,
    /// A `#tag`, without its `#`, whole.
    Tag {
        /// Number of [`TokenKind::Part`]s that follow; 0 when the tag is a single word.
        parts: u32,
    },
    /// A word inside a tag of several words.
    Part,
    /// The domain of a URL.
    Domain,
    /// An emoji.
    Emoji,
    /// A handle: not text. Its letters are as written.
    Handle,
}

/// A token, valid during the callback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// Folded text.
    pub text: &'a str,
    /// What it is.
    pub kind: TokenKind,
    /// First byte in the original text.
    pub start: usize,
    /// Byte after the last in the original text.
    pub end: usize,
}

/// The tokeniser; keeps a buffer between texts.
#[derive(Debug, Clone, Default)]
pub struct Tokenizer {
    word: String,
}

impl Tokenizer {
    /// A new tokeniser.
    pub fn new() -> Self {
        Tokenizer::default()
    }

    /// Calls `found` with each token of `text`, in order. O(bytes).
    ///
    /// ```
    /// use sillage::text::Tokenizer;
    /// let mut words = Vec::new();
    /// Tokenizer::new().each("L’été, les glaces de @marie ☕️ #GlaceMaison https://www.lemonde.fr/x", |t| words.push(t.text.to_owned()));
    /// assert_eq!(words, ["ete", "les", "glaces", "de", "@marie", "☕", "glacemaison", "glace", "maison", "lemonde.fr"]);
    /// ```
    pub fn each(&mut self, text: &str, mut found: impl FnMut(Token<'_>)) {
        let bytes = text.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            let b = bytes[i];
            if b < 0x80 {
                match CLASS[b as usize] {
                    WORD => i = self.word(text, i, &mut found),
                    HASH => i = self.tag(text, i, i + 1, &mut found),
                    AT => i = handle(text, i, &mut found),
                    _ => i += 1,
                }
                continue;
            }
            let c = char_at(text, i);
            if is_word_char(c) {
                i = self.word(text, i, &mut found);
            } else if c == '\u{ff03}' {
                i = self.tag(text, i, i + c.len_utf8(), &mut found);
            } else if is_emoji(c) {
                i = self.emoji(text, i, &mut found);
            } else {
                i += c.len_utf8();
            }
        }
    }

    /// A run of letters and digits from `start`; returns where to go on.
    #[inline]
    fn word(&mut self, text: &str, start: usize, found: &mut impl FnMut(Token<'_>)) -> usize {
        let bytes = text.as_bytes();
        let (mut start, mut i) = (start, start);
        // `plain`: ASCII only; `dense`: a script without spaces; `joined`: an apostrophe was taken into the word.
        let (mut plain, mut dense, mut joined) = (true, false, false);
        while i < bytes.len() {
            let b = bytes[i];
            if b < 0x80 {
                if CLASS[b as usize] == WORD {
                    i += 1;
                    continue;
                }
                if b != b'\'' {
                    break;
                }
            } else if matches!(b, 0xc3..=0xc9) && !(b == 0xc3 && matches!(bytes[i + 1], 0x97 | 0xb7)) {
                // U+00C0 to U+027F, two bytes each: all letters, but × and ÷.
                plain = false;
                i += 2;
                continue;
            }
            let c = char_at(text, i);
            if c == '\'' || c == '\u{2019}' {
                let after = i + c.len_utf8();
                if after >= bytes.len() || !is_word_char(char_at(text, after)) {
                    break;
                }
                if !joined && is_elision(&text[start..i]) {
                    (start, i, plain, dense) = (after, after, true, false);
                    continue;
                }
                if matches!(bytes[after], b's' | b'S') && !text[after + 1..].starts_with(is_word_char) {
                    self.emit(text, start..i, plain, dense, found);
                    return after + 1;
                }
                joined = true;
                plain &= c == '\'';
                i = after;
            } else if is_word_char(c) || is_mark(c) {
                plain = false;
                dense |= is_dense(c);
                i += c.len_utf8();
            } else {
                break;
            }
        }
        if plain {
            let run = &bytes[start..i];
            let rest = &bytes[i..];
            let scheme = rest.starts_with(b"://")
                && (run.eq_ignore_ascii_case(b"https") || run.eq_ignore_ascii_case(b"http"));
            if scheme {
                return self.url(text, start, i + 3, found);
            }
            if run.eq_ignore_ascii_case(b"www") && rest.first() == Some(&b'.') {
                return self.url(text, start, start, found);
            }
        }
        self.emit(text, start..i, plain, dense, found);
        i
    }

    #[inline]
    fn emit(
        &mut self,
        text: &str,
        span: std::ops::Range<usize>,
        plain: bool,
        dense: bool,
        found: &mut impl FnMut(Token<'_>),
    ) {
        let run = &text[span.clone()];
        if dense {
            return self.emit_dense(run, span.start, found);
        }
        self.fold_run(run, plain);
        if !self.word.is_empty() {
            found(Token { text: &self.word, kind: TokenKind::Word, start: span.start, end: span.end });
        }
    }

    #[cold]
    fn emit_dense(&mut self, run: &str, start: usize, found: &mut impl FnMut(Token<'_>)) {
        for (at, piece) in run.unicode_word_indices() {
            self.fold_run(piece, false);
            if !self.word.is_empty() {
                let start = start + at;
                found(Token { text: &self.word, kind: TokenKind::Word, start, end: start + piece.len() });
            }
        }
    }

    #[inline]
    fn fold_run(&mut self, run: &str, plain: bool) {
        self.word.clear();
        if plain {
            self.word.push_str(run);
            self.word.make_ascii_lowercase();
        } else {
            fold_into(run, &mut self.word);
        }
    }

    /// A tag whose `#` is at `start` and whose first letter is at `from`.
    fn tag(&mut self, text: &str, start: usize, from: usize, found: &mut impl FnMut(Token<'_>)) -> usize {
        let body = &text[from..];
        let length = body.find(|c: char| !(is_word_char(c) || is_mark(c) || c == '_')).unwrap_or(body.len());
        let body = body[..length].trim_end_matches('_');
        if body.is_empty() || body.starts_with(is_mark) {
            return from;
        }
        let end = from + length;
        let count = tag_parts(body).count() as u32;
        self.word.clear();
        for c in body.chars().filter(|&c| c != '_') {
            push_folded(c, &mut self.word);
        }
        if self.word.is_empty() {
            return end;
        }
        let parts = if count > 1 { count } else { 0 };
        found(Token { text: &self.word, kind: TokenKind::Tag { parts }, start, end });
        if parts > 0 {
            for (at, part) in tag_parts(body) {
                self.fold_run(part, false);
                let start = from + at;
                found(Token { text: &self.word, kind: TokenKind::Part, start, end: start + part.len() });
            }
        }
        end
    }

    /// A URL that starts at `start` and whose host starts at `from`.
    #[cold]
    fn url(&mut self, text: &str, start: usize, from: usize, found: &mut impl FnMut(Token<'_>)) -> usize {
        let rest = &text[from..];
        let length = rest
            .find(|c: char| match c {
                '"' | '<' | '>' => true,
                _ if c.is_ascii() => c.is_ascii_whitespace() || c.is_ascii_control(),
                _ => !is_word_char(c) || is_dense(c),
            })
            .unwrap_or(rest.len());
        let address = &rest[..length];
        let authority = address.split(['/', '?', '#', '\\']).next().unwrap_or(address);
        let host = authority.rsplit('@').next().unwrap_or(authority);
        let host = host.split(|c: char| !(is_word_char(c) || c == '.' || c == '-')).next().unwrap_or(host);
        self.word.clear();
        for c in host.chars() {
            push_folded(c, &mut self.word);
        }
        let host = self.word.trim_matches('.');
        let host = host.strip_prefix("www.").unwrap_or(host);
        if !host.is_empty() && host != "t.co" {
            found(Token { text: host, kind: TokenKind::Domain, start, end: from + length });
        }
        from + length
    }

    /// An emoji sequence: modifiers, selectors and joined emoji make one token; flags are pairs.
    fn emoji(&mut self, text: &str, start: usize, found: &mut impl FnMut(Token<'_>)) -> usize {
        self.word.clear();
        let (mut i, mut joined, mut flags) = (start, true, 0);
        while i < text.len() {
            let c = char_at(text, i);
            if c == '\u{200d}' {
                joined = true;
            } else if c == '\u{fe0f}' || c == '\u{20e3}' || is_skin_tone(c) {
                // Changes how the emoji looks, not what it is.
            } else if is_flag_letter(c) && (joined || flags == 1) {
                self.word.push(c);
                flags += 1;
                joined = false;
            } else if joined && is_emoji(c) {
                self.word.push(c);
                joined = false;
            } else {
                break;
            }
            i += c.len_utf8();
        }
        if !self.word.is_empty() {
            found(Token { text: &self.word, kind: TokenKind::Emoji, start, end: i });
        }
        i
    }
}

/// A handle whose `@` is at `start`: letters, digits, `_`, and `.` or `@` between them.
fn handle(text: &str, start: usize, found: &mut impl FnMut(Token<'_>)) -> usize {
    let bytes = text.as_bytes();
    let name = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    let mut end = start + 1;
    while end < bytes.len() {
        let inside = matches!(bytes[end], b'.' | b'@')
            && end > start + 1
            && bytes.get(end + 1).copied().is_some_and(name);
        if !(name(bytes[end]) || inside) {
            break;
        }
        end += 1;
    }
    if end > start + 1 {
        found(Token { text: &text[start..end], kind: TokenKind::Handle, start, end });
    }
    end
}

/// Words of a tag with their offsets: cut at `_`, at `aB`, before the last capital of `ABc`, and around numbers of two
/// digits or more.
fn tag_parts(tag: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        start += tag[start..].len() - tag[start..].trim_start_matches('_').len();
        let rest = tag.get(start..).filter(|rest| !rest.is_empty())?;
        let mut previous: Option<char> = None;
        let mut length = rest.len();
        for (at, c) in rest.char_indices() {
            let after = &rest[at + c.len_utf8()..];
            let cut = match previous {
                _ if c == '_' => true,
                None => false,
                Some(p) if c.is_uppercase() => {
                    p.is_lowercase()
                        || (p.is_ascii_digit() && at > 1)
                        || (p.is_alphabetic() && after.starts_with(char::is_lowercase))
                }
                Some(p) if c.is_ascii_digit() => {
                    p.is_alphabetic() && at > p.len_utf8() && after.starts_with(|d: char| d.is_ascii_digit())
                }
                Some(p) => p.is_ascii_digit() && at > 1 && c.is_alphabetic(),
            };
            if cut {
                length = at;
                break;
            }
            previous = Some(c);
        }
        let part = (start, &rest[..length]);
        start += length;
        Some(part)
    })
    .filter(|(_, part)| !part.chars().all(is_mark))
}

const WORD: u8 = 1;
const HASH: u8 = 2;
const AT: u8 = 3;

/// Class of each ASCII byte.
static CLASS: [u8; 128] = {
    let mut table = [0; 128];
    let mut i = 0;
    while i < 128 {
        if (i as u8).is_ascii_alphanumeric() {
            table[i] = WORD;
        }
        i += 1;
    }
    table[b'#' as usize] = HASH;
    table[b'@' as usize] = AT;
    table
};

#[inline]
fn char_at(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or(' ')
}

#[inline]
fn is_word_char(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{c0}'..='\u{24f}' => c != '×' && c != '÷',
        '\u{2000}'..='\u{206f}' => false,
        _ => !is_mark(c) && (c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)),
    }
}

/// Letters of scripts that do not put spaces between words.
fn is_dense(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9d}' | '\u{20000}'..='\u{3ffff}')
}

fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{1f000}'..='\u{1f0ff}' | '\u{1f191}'..='\u{1f19a}' | '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f300}'..='\u{1faff}'
        | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{231a}' | '\u{231b}' | '\u{23e9}'..='\u{23fa}'
        | '\u{2934}' | '\u{2935}')
}

fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

/// Whether the letters before an apostrophe are an elided French word.
fn is_elision(before: &str) -> bool {
    const LONG: [&str; 5] = ["qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];
    match before.as_bytes() {
        [one] => matches!(one.to_ascii_lowercase(), b'l' | b'd' | b'j' | b'n' | b's' | b'c' | b'm' | b't'),
        _ => LONG.iter().any(|word| before.eq_ignore_ascii_case(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<(String, TokenKind)> {
        let mut out = Vec::new();
        Tokenizer::new().each(text, |t| out.push((t.text.to_owned(), t.kind)));
        out
    }

    fn texts(text: &str) -> Vec<String> {
        all(text).into_iter().map(|t| t.0).collect()
    }

    #[test]
    fn elisions_and_apostrophes() {
        assert_eq!(
            texts("L'été qu’il j'aime jusqu'à LORSQU’ON d'abord s't"),
            ["ete", "il", "aime", "a", "on", "abord", "t"]
        );
        assert_eq!(
            texts("aujourd’hui don't roaster's the roasters' 'quoted'"),
            ["aujourd'hui", "don't", "roaster", "the", "roasters", "quoted"]
        );
        assert_eq!(
            texts("l' rock'n'roll quelqu'un presqu'île"),
            ["l", "rock'n'roll", "quelqu'un", "presqu'ile"]
        );
    }

    #[test]
    fn accents_composed_or_not() {
        assert_eq!(texts("Cafe\u{301} CAFÉ café"), ["cafe", "cafe", "cafe"]);
        assert_eq!(texts("œuf-coque 50% a_b"), ["oeuf", "coque", "50", "a", "b"]);
    }

    #[test]
    fn tags() {
        use TokenKind::{Part, Tag};
        assert_eq!(
            all("#GlaceArtisanale"),
            [
                ("glaceartisanale".into(), Tag { parts: 2 }),
                ("glace".into(), Part),
                ("artisanale".into(), Part)
            ]
        );
        assert_eq!(all("#été"), [("ete".into(), Tag { parts: 0 })]);
        assert_eq!(texts("#Paris2024"), ["paris2024", "paris", "2024"]);
        assert_eq!(
            texts("#COVID19 #5G #IAGénérative #ma_marque"),
            ["covid19", "covid", "19", "5g", "iagenerative", "ia", "generative", "mamarque", "ma", "marque"]
        );
        assert_eq!(texts("# seul ## #_"), ["seul"]);
    }

    #[test]
    fn handles_and_urls() {
        assert_eq!(
            texts("RT @marie_b: merci @paul.fr@mastodon.social."),
            ["rt", "@marie_b", "merci", "@paul.fr@mastodon.social"]
        );
        assert_eq!(
            texts(
                "voir https://www.LeMonde.fr/a?b=#c, http://user:pw@x.org:80/y WWW.caf\u{e9}.fr et https://t.co/Ab1… fin"
            ),
            ["voir", "lemonde.fr", "x.org", "cafe.fr", "et", "fin"]
        );
        assert_eq!(texts("https://… http://"), Vec::<String>::new());
    }

    #[test]
    fn emoji() {
        assert_eq!(texts("☕️☕ 👍🏽 🇫🇷🇧🇪 👩‍🍳top"), ["☕", "☕", "👍", "🇫🇷", "🇧🇪", "👩🍳", "top"]);
    }

    #[test]
    fn scripts_without_spaces() {
        assert_eq!(texts("咖啡店"), ["咖", "啡", "店"]);
        assert_eq!(texts("コーヒー が好き"), ["コーヒー", "が", "好", "き"]);
        assert_eq!(texts("Привет, мир! हिन्दी"), ["привет", "мир", "हिन्दी"]);
    }

    proptest! {
        #[test]
        fn never_panics_and_offsets_are_valid(text in "(\\PC|[#@'’_./: \\n]|https://|www\\.|[a-zA-Zé0-9]|👍🏽|\u{200d}|\u{fe0f}){0,60}") {
            let (mut at, mut within) = (0, 0..0);
            Tokenizer::new().each(&text, |t| {
                assert!(!t.text.is_empty());
                assert!(t.start < t.end && text.get(t.start..t.end).is_some());
                if t.kind == TokenKind::Part {
                    assert!(t.start >= within.start && t.end <= within.end);
                } else {
                    assert!(t.start >= at);
                    at = t.end;
                    within = t.start..t.end;
                }
                if t.kind != TokenKind::Handle {
                    assert_eq!(crate::text::fold(t.text), t.text);
                }
            });
        }

        #[test]
        fn any_string_at_all(text in any::<String>()) {
            Tokenizer::new().each(&text, |t| assert!(text.get(t.start..t.end).is_some()));
        }
    }
}
