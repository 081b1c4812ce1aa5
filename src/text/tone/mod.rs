//! Tone: how positive or negative a post sounds, by words and rules, in French and English.
//!
//! ```text
//! s = Σ valence of each word of feeling, changed by the words before it        tone = s / √(s² + 15)
//! ```
//!
//! After VADER (Hutto & Gilbert, ICWSM 2014) and its French translation vaderSentiment-fr; valences run from −4 to 4.
//!
//! | rule | what it does |
//! |---|---|
//! | intensifier up to 3 words before | ± 0.293, 95 % and 90 % of it when further away; less for "slightly", "plutôt" |
//! | negation up to 3 words before, in the same sentence | × −0.74 |
//! | `ne … pas`, `j'aime pas`: the negation comes after the verb | × −0.74 for the verb, and nothing after it |
//! | `plus` | a negation after `ne`, an intensifier otherwise |
//! | a word in capitals among others that are not | ± 0.733 |
//! | `but`, `mais` | half of what came before, one and a half of what follows |
//! | `!` up to four, `?` from two on | ± 0.292 each; ± 0.18 each, 0.96 from four on |
//! | emoji and emoticons | a value of their own |
//! | idioms (`pas mal`, `the bomb`) | a value instead of that of their words |
//!
//! Beyond VADER: the rules of French above, sentences bound the reach of negations, and an intensifier that also says
//! something (`super`, `incredible`) does so when no word of feeling follows it.
//!
//! **No word of feeling found: unknown (NaN), not neutral.** A text in another language is judged by its emoji and
//! emoticons alone; where the language is unknown, a word counts when the two lexicons do not contradict each other.

pub mod lexicon;
pub mod roles;
mod trace;

use super::known::{Entry, FACE, Known};
use super::tokens::{Token, TokenKind};
use roles::{BOOST, Role};

pub use trace::Felt;
pub(super) use trace::Trace;

/// Language that a text is judged in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tongue {
    /// Not known.
    #[default]
    Unknown,
    /// English.
    English,
    /// French.
    French,
    /// Known, and neither of them.
    Other,
}

impl Tongue {
    /// From a language code such as `fr`, `en-GB` or `und`.
    pub fn of_code(code: &str) -> Tongue {
        let language = code.split(['-', '_']).next().unwrap_or(code);
        match language.to_ascii_lowercase().as_str() {
            "fr" | "fra" | "fre" | "french" | "francais" | "français" => Tongue::French,
            "en" | "eng" | "english" | "anglais" => Tongue::English,
            // Codes of platforms for "no language": undetermined, only tags, only links, too short…
            "" | "und" | "zxx" | "qam" | "qct" | "qht" | "qme" | "qst" | "art" | "unknown" | "null"
            | "none" => Tongue::Unknown,
            _ => Tongue::Other,
        }
    }
}

/// Square of the constant that the sum of valences is compared with (VADER's alpha).
pub const ALPHA: f64 = 15.0;
/// What a negation multiplies by.
const NEGATION: f64 = -0.74;
/// What capitals add.
const CAPITALS: f64 = 0.733;
/// "Never so", "never this".
const NEVER_SO: f64 = 1.25;
/// Words between `ne` and its second half at the most.
const NE_REACH: u32 = 5;
const NOWHERE: u32 = u32::MAX;

/// A word before the present one.
#[derive(Debug, Clone, Copy, Default)]
struct Before {
    role: Role,
    capitals: bool,
}

/// A word of feeling that counted.
#[derive(Debug, Clone, Copy, Default)]
struct Hit {
    index: u32,
    value: f64,
    /// A pronoun stood before it: it is a verb.
    verb: bool,
    /// Taken back when a word of feeling follows at once.
    tentative: bool,
}

/// The tone of one text, while its words go by.
#[derive(Debug, Clone)]
pub(super) struct Tone {
    tongue: Tongue,
    before: [Before; 3],
    hits: [Hit; 4],
    sum: f64,
    count: u32,
    /// 1; after "but" 1.5.
    factor: f64,
    index: u32,
    /// Index of the last `ne` of the sentence.
    ne: u32,
    /// End of the last token in the text.
    end: usize,
    /// Whether the text has small letters; not looked at yet.
    small_letters: Option<bool>,
    /// The words that count, where somebody wants to see them.
    trace: Option<Box<Trace>>,
}

impl Tone {
    /// For a text in this language.
    pub fn new(tongue: Tongue) -> Tone {
        Tone {
            tongue,
            before: [Before::default(); 3],
            hits: [Hit::default(); 4],
            sum: 0.0,
            count: 0,
            factor: 1.0,
            index: 0,
            ne: NOWHERE,
            end: 0,
            small_letters: None,
            trace: None,
        }
    }

    /// The language that the text is judged in.
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// The same, with the words that count.
    pub fn traced(tongue: Tongue, text: &str) -> Tone {
        Tone { trace: Some(Box::new(Trace::of(text))), ..Tone::new(tongue) }
    }

    /// The words that counted, where they were followed.
    pub fn felt(self) -> Vec<Felt> {
        self.trace.map_or_else(Vec::new, |trace| trace.finish())
    }

    /// The next token, and what is known of it.
    #[inline]
    pub fn take(&mut self, text: &str, token: Token<'_>, entry: Entry, elided: Option<u8>, known: &Known) {
        if token.start >= self.end {
            let gap = &text.as_bytes()[self.end..token.start];
            // An emoticon may end in a letter: ":D".
            if gap != b" " && !gap.is_empty() && self.gap(text, token.start, token.end, known) {
                self.end = token.end;
                return;
            }
            self.end = token.end;
        }
        if let Some(trace) = &mut self.trace {
            trace.word(self.index, token.start, token.end);
        }
        match token.kind {
            TokenKind::Tag { parts } if parts > 0 => {}
            TokenKind::Handle | TokenKind::Domain => self.shift(Before::default()),
            TokenKind::Emoji => self.face(entry),
            // Most words: nothing is known of them, and nothing came before that they could matter to.
            _ if entry == Entry::default() && elided != Some(b'n') => self.shift(Before::default()),
            _ => self.word(text, token, entry, elided),
        }
    }

    fn shift(&mut self, word: Before) {
        self.before = [word, self.before[0], self.before[1]];
        self.index = self.index.saturating_add(1);
    }

    fn face(&mut self, entry: Entry) {
        if entry.flags & FACE != 0 {
            self.add(f64::from(entry.en) / 10.0, false, false);
        }
    }

    fn add(&mut self, value: f64, verb: bool, tentative: bool) {
        let value = value * self.factor;
        if let Some(trace) = &mut self.trace {
            trace.add(self.index, value);
        }
        self.sum += value;
        self.count += 1;
        self.hits.rotate_right(1);
        self.hits[0] = Hit { index: self.index, value, verb, tentative };
    }

    /// Valence and role of a word in the language of the text.
    #[inline]
    fn meaning(&self, entry: Entry) -> (i8, Role) {
        match self.tongue {
            Tongue::English => (entry.en, entry.en_role),
            Tongue::French => (entry.fr, entry.fr_role),
            Tongue::Other => (0, Role::None),
            Tongue::Unknown => {
                let valence = match (i16::from(entry.en), i16::from(entry.fr)) {
                    (0, one) | (one, 0) => one,
                    (en, fr) if en * fr > 0 => (en + fr) / 2,
                    _ => 0,
                };
                (valence as i8, if entry.en_role == Role::None { entry.fr_role } else { entry.en_role })
            }
        }
    }

    fn word(&mut self, text: &str, token: Token<'_>, entry: Entry, elided: Option<u8>) {
        if elided == Some(b'n') {
            self.ne = self.index;
        }
        let (valence, mut role) = self.meaning(entry);
        match role {
            Role::None if valence == 0 => {
                // Nothing stands between a pronoun and its verb but other pronouns: it was no subject.
                return self.shift(Before::default());
            }
            Role::Ne => self.ne = self.index,
            Role::But => {
                self.sum *= 0.5;
                if let Some(trace) = &mut self.trace {
                    trace.change_all(0.5);
                }
                self.hits = [Hit::default(); 4];
                self.factor = 1.5;
            }
            Role::Plus if self.after_ne() => role = Role::Pas,
            Role::Plus => role = Role::Boost,
            _ => {}
        }
        if role == Role::Pas && self.turn_verb() {
            return self.shift(Before::default());
        }
        let capitals = (valence != 0 || matches!(role, Role::Boost | Role::Damp | Role::So | Role::Very))
            && is_capitals(&text[token.start..token.end])
            && self.has_small_letters(text);
        if valence != 0 {
            let verb = self.before[0].role == Role::Subject
                || matches!(elided, Some(b'j' | b'l' | b'c' | b'm' | b't' | b's' | b'n'));
            let tentative = matches!(role, Role::Boost | Role::Damp | Role::So | Role::Very | Role::No);
            let value = self.value(f64::from(valence) / 10.0, capitals);
            self.add(value, verb, tentative);
        }
        self.shift(Before { role, capitals });
    }

    /// The valence of a word after those before it.
    fn value(&mut self, valence: f64, capitals: bool) -> f64 {
        // "No" and intensifiers before a word of feeling have no feeling of their own.
        if self.hits[0].tentative && self.hits[0].index.wrapping_add(1) == self.index {
            self.sum -= self.hits[0].value;
            if let Some(trace) = &mut self.trace {
                trace.take_back(self.hits[0].index);
            }
            self.count -= 1;
            self.hits.rotate_left(1);
            self.hits[3] = Hit::default();
        }
        let before = self.before;
        let role = |d: usize| before[d].role;
        let mut value = valence;
        if role(0) == Role::No
            || role(1) == Role::No
            || role(2) == Role::No && matches!(role(0), Role::Or | Role::Nor)
        {
            value *= NEGATION;
        }
        if capitals {
            value += if valence > 0.0 { CAPITALS } else { -CAPITALS };
        }
        for (d, word) in before.iter().enumerate() {
            let scale = match word.role {
                Role::Boost | Role::So | Role::Very => BOOST,
                Role::Damp => -BOOST,
                _ => 0.0,
            };
            if scale != 0.0 {
                let sign = if value < 0.0 { -1.0 } else { 1.0 };
                let loud = if word.capitals { CAPITALS } else { 0.0 };
                value += sign * (scale + loud) * [1.0, 0.95, 0.9][d];
            }
            match word.role {
                Role::Negate | Role::Nor | Role::Pas => value *= NEGATION,
                Role::Never
                    if d > 0 && before[..d].iter().any(|w| matches!(w.role, Role::So | Role::This)) =>
                {
                    value *= NEVER_SO;
                }
                Role::Never => value *= NEGATION,
                Role::Without if d > 0 && before[..d].iter().any(|w| w.role == Role::Doubt) => {}
                Role::Without => value *= NEGATION,
                _ => {}
            }
        }
        if role(0) == Role::Least && !matches!(role(1), Role::At | Role::Very) {
            value *= NEGATION;
        }
        value
    }

    fn after_ne(&self) -> bool {
        self.ne != NOWHERE && self.index - self.ne <= NE_REACH
    }

    /// "Je n'aime pas": turns the verb that the negation belongs to. Returns whether there was one.
    fn turn_verb(&mut self) -> bool {
        let hit = self.hits[0];
        if hit.value == 0.0 || hit.index >= self.index {
            return false;
        }
        let distance = self.index - hit.index;
        let announced = self.after_ne() && self.ne <= hit.index && distance <= 3;
        if !(announced || hit.verb && distance == 1) {
            return false;
        }
        self.sum += hit.value * NEGATION - hit.value;
        self.hits[0].value *= NEGATION;
        if let Some(trace) = &mut self.trace {
            trace.change(hit.index, NEGATION);
        }
        self.ne = NOWHERE;
        true
    }

    /// Gives the last `words` words one valence together; 0: they have none and soften what follows ("kind of").
    pub fn idiom(&mut self, words: u32, tenths: i8, tongue: Tongue) {
        if self.tongue != tongue && self.tongue != Tongue::Unknown {
            return;
        }
        // The present word is already behind.
        let from = self.index.saturating_sub(words);
        for hit in &mut self.hits {
            if hit.value != 0.0 && hit.index >= from {
                self.sum -= hit.value;
                self.count -= 1;
                *hit = Hit::default();
            }
        }
        self.before = [Before::default(); 3];
        if let Some(trace) = &mut self.trace {
            trace.take_back(from);
        }
        if tenths == 0 {
            self.before[0].role = Role::Damp;
            return;
        }
        self.index -= 1;
        self.add(f64::from(tenths) / 10.0, false, false);
        self.index += 1;
        if let Some(trace) = &mut self.trace {
            trace.spread(from);
        }
    }

    /// What lies between two tokens: ends of sentences, and emoticons. With a token of one letter after it, returns
    /// whether that letter belonged to an emoticon.
    fn gap(&mut self, text: &str, to: usize, next_end: usize, known: &Known) -> bool {
        let gap = &text.as_bytes()[self.end..to];
        let mut at = 0;
        while at < gap.len() {
            if gap[at].is_ascii_whitespace() {
                if gap[at] == b'\n' {
                    self.sentence();
                }
                at += 1;
                continue;
            }
            let start = at;
            while at < gap.len() && !gap[at].is_ascii_whitespace() {
                at += 1;
            }
            let run = &gap[start..at];
            let apart = start > 0 || self.end == 0;
            if apart
                && matches!(run.len(), 1..=5)
                && matches!(run[0], b':' | b';' | b'=' | b'<' | b'>' | b'(' | b'^' | b'\\' | b'*')
            {
                let letter = at == gap.len() && next_end - to == 1;
                if letter && self.emoticon(&text[self.end + start..next_end], known) {
                    return true;
                }
                let whole = &text[self.end + start..self.end + at];
                if self.emoticon(whole, known)
                    || self.emoticon(whole.trim_end_matches(['.', ',', '!', '?']), known)
                {
                    continue;
                }
            }
            if run.iter().any(|b| matches!(b, b'.' | b'!' | b'?' | b';' | b':')) {
                self.sentence();
            } else if run.contains(&b',') {
                self.clause();
            }
        }
        false
    }

    fn emoticon(&mut self, face: &str, known: &Known) -> bool {
        let mut letters = [0; 8];
        let Some(folded) = letters.get_mut(..face.len()) else { return false };
        folded.copy_from_slice(face.as_bytes());
        folded.make_ascii_lowercase();
        let entry = std::str::from_utf8(folded).map_or(Entry::default(), |face| known.get(face));
        if entry.flags & FACE == 0 {
            return false;
        }
        if let Some(trace) = &mut self.trace {
            trace.face(face);
        }
        self.face(entry);
        self.shift(Before::default());
        true
    }

    /// A new clause: a negation does not turn the verb of another one.
    fn clause(&mut self) {
        self.ne = NOWHERE;
        self.hits[0].verb = false;
    }

    /// A new sentence: nothing before it changes what follows.
    fn sentence(&mut self) {
        self.clause();
        self.before = [Before::default(); 3];
    }

    fn has_small_letters(&mut self, text: &str) -> bool {
        *self.small_letters.get_or_insert_with(|| text.bytes().any(|b| b.is_ascii_lowercase()))
    }

    /// The tone, −1 to 1; NaN when no word of feeling was found.
    pub fn finish(&mut self, text: &str, known: &Known) -> f64 {
        if self.end < text.len() {
            self.gap(text, text.len(), text.len(), known);
        }
        if self.count == 0 {
            return f64::NAN;
        }
        let (mut exclamations, mut questions) = (0_u32, 0_u32);
        for byte in text.bytes() {
            exclamations += u32::from(byte == b'!');
            questions += u32::from(byte == b'?');
        }
        let mut emphasis = f64::from(exclamations.min(4)) * 0.292;
        emphasis += match questions {
            0 | 1 => 0.0,
            2 | 3 => f64::from(questions) * 0.18,
            _ => 0.96,
        };
        if self.sum > 0.0 {
            self.sum += emphasis;
        } else if self.sum < 0.0 {
            self.sum -= emphasis;
        }
        self.sum / (self.sum * self.sum + ALPHA).sqrt()
    }
}

/// The letter of an elided word right before `start`: `n` in "n'aime".
#[inline]
pub(super) fn elided(text: &str, start: usize) -> Option<u8> {
    let bytes = text.as_bytes().get(..start)?;
    let before = match bytes.last()? {
        b'\'' => &bytes[..start - 1],
        0x99 => bytes.strip_suffix("\u{2019}".as_bytes())?,
        _ => return None,
    };
    let (&letter, rest) = before.split_last()?;
    let alone = rest.last().is_none_or(|b| !b.is_ascii_alphanumeric() && *b < 0x80);
    alone.then_some(letter.to_ascii_lowercase())
}

/// Whether a word of two letters or more is all in capitals.
fn is_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let first = letters.by_ref().take(2).filter(|c| c.is_uppercase()).count();
    first == 2 && letters.all(char::is_uppercase)
}
