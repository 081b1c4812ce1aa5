//! Reading: what every post says besides its subject. One pass over the texts.
//!
//! Of every post that an account wrote itself: its tone ([`tone`](super::tone)), the brands it names
//! ([`brands`](super::brands)), and marks of advertising, purchase, use and complaint ([`marks`](super::marks)). Of every
//! account: its language ([`language`](super::language)). Re-shares carry somebody else's words: they are not read.

use super::brands::Brands;
use super::known::{Known, POSSESSIVE};
use super::language::{Detection, FunctionWords, VOTERS};
use super::marks::{COMPLAINT, HINT, POSSESSION};
use super::phrases::{Says, Under};
use super::tokens::{TokenKind, Tokenizer};
use super::tone::{Felt, Tone, Tongue, elided};
use crate::error::{ErrorKind, Result};
use crate::model::{Dataset, PostKind, Strings};

/// Tone below which a word of after-sales is a complaint.
const NEGATIVE: f64 = -0.05;
/// Words between a possessive and a brand's last word: "mes deux nouvelles Nespresso".
const POSSESSED: u32 = 4;
/// Bytes of text of one step, some 10 ms.
const STEP_BYTES: usize = 500_000;

/// What the posts say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Readings {
    /// Tone of each known post, −1 to 1; NaN where no word of feeling was found, where the text is unknown, and for
    /// re-shares.
    pub tone: Vec<f32>,
    /// Brands that each post names: bit 0 the caller's own, bit `i` the `i`-th competitor.
    pub brands: Vec<u32>,
    /// Marks of each post: [`marks::AD`](super::marks::AD) and the others.
    pub marks: Vec<u8>,
    /// Language of each account: 0 unknown, else 1 + index into `languages`.
    pub language: Vec<u16>,
    /// Language codes, those of the data first.
    pub languages: Vec<String>,
    /// Posts with words of their own that were read.
    pub read: usize,
    /// Those of them that are in French or English, or in a language that is not known.
    pub judged: usize,
    /// Posts of these with a tone.
    pub hits: usize,
}

impl Readings {
    /// Share of the posts judged that have a tone; NaN when there are none.
    pub fn hit_rate(&self) -> f64 {
        if self.judged == 0 { f64::NAN } else { self.hits as f64 / self.judged as f64 }
    }

    /// Code of an account's language; `None` when it is unknown.
    pub fn language_of(&self, account: usize) -> Option<&str> {
        let code = usize::from(*self.language.get(account)?);
        self.languages.get(code.checked_sub(1)?).map(String::as_str)
    }
}

/// What one text says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said {
    /// Tone, −1 to 1; NaN unknown.
    pub tone: f64,
    /// Brands named.
    pub brands: u32,
    /// Marks.
    pub marks: u8,
    /// Whether the text is in French or English, or could be.
    pub judged: bool,
}

/// Reads texts one by one.
#[derive(Debug)]
pub struct Reader {
    known: &'static Known,
    tokenizer: Tokenizer,
    brands: Brands,
}

impl Reader {
    /// Looks for these brands.
    pub fn new(brands: Brands) -> Reader {
        Reader { known: Known::table(), tokenizer: Tokenizer::new(), brands }
    }

    /// Reads a text whose language is `tongue`. Of a language that is not known for this very text (`guessed`), the
    /// text's own function words decide where they are clear. O(bytes).
    ///
    /// ```
    /// use sillage::text::brands::Brands;
    /// use sillage::text::marks::{AD, PURCHASE};
    /// use sillage::text::reading::Reader;
    /// use sillage::text::tone::Tongue;
    /// let mut reader = Reader::new(Brands::new([["Nespresso"]]));
    /// let said = reader.read("J'ai acheté une machine #Nespresso, je ne regrette pas !", Tongue::French, false);
    /// assert_eq!((said.brands, said.marks), (1, PURCHASE));
    /// assert!(said.tone > 0.3);
    /// let said = reader.read("Great coffee #ad", Tongue::Unknown, true);
    /// assert!(said.tone > 0.5 && said.marks == AD);
    /// assert!(reader.read("Le train de 8 h 12", Tongue::French, false).tone.is_nan(), "no feeling: unknown");
    /// ```
    pub fn read(&mut self, text: &str, tongue: Tongue, guessed: bool) -> Said {
        let (said, words) = self.read_as(text, &mut Tone::new(tongue));
        match words.language().map(Tongue::of_code) {
            Some(own) if guessed && own != tongue => self.read_as(text, &mut Tone::new(own)).0,
            _ => said,
        }
    }

    /// The words of feeling of a text, with what each counts for: why its tone is what it is.
    ///
    /// ```
    /// use sillage::text::brands::Brands;
    /// use sillage::text::reading::Reader;
    /// use sillage::text::tone::Tongue;
    /// let felt = Reader::new(Brands::default()).felt("Great food, but I don't love the room", Tongue::English, false);
    /// let felt: Vec<(&str, bool)> = felt.iter().map(|one| (one.text.as_str(), one.value > 0.0)).collect();
    /// assert_eq!(felt, [("Great", true), ("love", false)]);
    /// ```
    pub fn felt(&mut self, text: &str, tongue: Tongue, guessed: bool) -> Vec<Felt> {
        let mut tone = Tone::traced(tongue, text);
        let (_, words) = self.read_as(text, &mut tone);
        if let Some(own) = words.language().map(Tongue::of_code).filter(|own| guessed && *own != tongue) {
            tone = Tone::traced(own, text);
            self.read_as(text, &mut tone);
        }
        tone.felt()
    }

    fn read_as(&mut self, text: &str, tone: &mut Tone) -> (Said, FunctionWords) {
        let Reader { known, tokenizer, brands } = self;
        let known = *known;
        let subject = known.get("je");
        let judged = tone.tongue() != Tongue::Other;
        let (mut under, mut words) = (Under::default(), FunctionWords::default());
        let (mut named, mut marks) = (0, 0);
        let (mut index, mut possessive) = (0_u32, None);
        brands.begin();
        tokenizer.each(text, |token| {
            let plain = matches!(token.kind, TokenKind::Word | TokenKind::Part | TokenKind::Tag { parts: 0 });
            let entry = match token.kind {
                _ if plain => known.get(token.text),
                TokenKind::Emoji => known.get(token.text),
                _ => Default::default(),
            };
            words.add(entry.language);
            let elided = if plain { elided(text, token.start) } else { None };
            tone.take(text, token, entry, elided, known);
            let mut say = |says, words| match says {
                Says::Mark(mark) => marks |= mark,
                Says::Feeling(tenths, tongue) => tone.idiom(words, tenths, tongue),
            };
            if let TokenKind::Tag { .. } = token.kind {
                let mut at = Under::default();
                known.phrases.step(&mut at, known, known.get_tag(token.text), &mut say);
            }
            if plain {
                if elided == Some(b'j') {
                    known.phrases.step(&mut under, known, subject, &mut say);
                }
                known.phrases.step(&mut under, known, entry, &mut say);
            } else if !matches!(token.kind, TokenKind::Tag { .. }) {
                under = Under::default();
            }
            if !brands.is_empty() {
                if entry.flags & POSSESSIVE != 0 {
                    possessive = Some(index);
                }
                let new = brands.take(text, token);
                named |= new;
                if new != 0 && possessive.is_some_and(|at| index - at <= POSSESSED) {
                    marks |= POSSESSION;
                }
                index = index.saturating_add(1);
            }
        });
        let tone = tone.finish(text, known);
        if marks & HINT != 0 && tone < NEGATIVE {
            marks |= COMPLAINT;
        }
        let said = Said { tone, brands: named, marks: marks & !HINT, judged };
        (said, words)
    }
}

/// Reads the posts of a study, account by account, in pieces: [`step`](Reading::step) until it returns true, then
/// [`finish`](Reading::finish). About 2 µs a post.
#[derive(Debug)]
pub struct Reading {
    reader: Reader,
    detection: Detection,
    /// Language of each code of the data.
    tongues: Vec<Tongue>,
    readings: Readings,
    account: usize,
    /// Posts of the present account that are read, and its language.
    at: usize,
    tongue: Tongue,
}

impl Reading {
    /// Ready to read; `brands` are the caller's own first, then its competitors.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(data: &Dataset, brands: Brands) -> Result<Reading> {
        let (posts, accounts) = (data.posts.known, data.accounts.len());
        let readings = Readings {
            tone: filled(posts, f32::NAN)?,
            brands: filled(posts, 0)?,
            marks: filled(posts, 0)?,
            language: filled(accounts, 0)?,
            languages: data.langs.clone(),
            ..Readings::default()
        };
        let mut reading = Reading {
            reader: Reader::new(brands),
            detection: Detection::new(),
            tongues: data.langs.iter().map(|code| Tongue::of_code(code)).collect(),
            readings,
            account: 0,
            at: 0,
            tongue: Tongue::Unknown,
        };
        reading.tongues.insert(0, Tongue::Unknown);
        Ok(reading)
    }

    /// Reads on, about 10 ms; returns whether all is read. `data` and `strings` are those it was made for.
    pub fn step(&mut self, data: &Dataset, strings: &Strings) -> bool {
        let mut bytes = 0;
        while bytes < STEP_BYTES {
            if self.account >= self.readings.language.len() {
                return true;
            }
            let posts = data.posts.of(self.account);
            if self.at == 0 {
                self.tongue = self.listen(data, strings, posts);
            }
            while bytes < STEP_BYTES && self.at < posts.len() {
                let post = posts[self.at] as usize;
                self.at += 1;
                bytes += 32;
                if data.posts.kind[post] == PostKind::Repost {
                    continue;
                }
                let Some(text) = strings.get_some(data.posts.text[post]) else { continue };
                bytes += text.len();
                self.read(data, post, text);
            }
            if self.at >= posts.len() {
                (self.account, self.at) = (self.account + 1, 0);
                bytes += 32;
            }
        }
        self.account >= self.readings.language.len()
    }

    /// Share of the accounts that are read.
    pub fn share_done(&self) -> f64 {
        let accounts = self.readings.language.len();
        if accounts == 0 { 1.0 } else { self.account as f64 / accounts as f64 }
    }

    /// What was read.
    pub fn finish(self) -> Readings {
        self.readings
    }

    fn read(&mut self, data: &Dataset, post: usize, text: &str) {
        let given = self.tongues.get(usize::from(data.posts.lang[post])).copied().unwrap_or_default();
        let guessed = given == Tongue::Unknown;
        let said = self.reader.read(text, if guessed { self.tongue } else { given }, guessed);
        let out = &mut self.readings;
        out.tone[post] = said.tone as f32;
        out.brands[post] = said.brands;
        out.marks[post] = said.marks;
        out.read += 1;
        out.judged += usize::from(said.judged);
        out.hits += usize::from(said.judged && !said.tone.is_nan());
    }

    /// Finds the language of the present account.
    fn listen(&mut self, data: &Dataset, strings: &Strings, posts: &[u32]) -> Tongue {
        let (mut counts, mut longest) = (Vec::<(u16, u32)>::new(), [(0_u32, u32::MAX); VOTERS]);
        for &post in posts {
            let row = post as usize;
            if data.posts.kind[row] == PostKind::Repost {
                continue;
            }
            let lang = data.posts.lang[row];
            if self.tongues.get(usize::from(lang)).is_some_and(|tongue| *tongue != Tongue::Unknown) {
                match counts.iter_mut().find(|(known, _)| *known == lang) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((lang, 1)),
                }
            }
            let length = data.posts.text[row].len() as u32;
            let place = longest.iter().position(|(other, _)| length > *other);
            if let Some(place) = place {
                longest[place..].rotate_right(1);
                longest[place] = (length, post);
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max();
        // Of two as frequent, the first in the order of codes.
        let said = counts.iter().filter(|(_, count)| Some(*count) == most).map(|(lang, _)| *lang).min();
        if let Some(lang) = said {
            self.readings.language[self.account] = lang;
            return self.tongues[usize::from(lang)];
        }
        let texts = longest.map(|(_, post)| {
            let id = data.posts.text.get(post as usize);
            id.and_then(|id| strings.get_some(*id)).unwrap_or("")
        });
        let Some(code) = self.detection.of(&texts) else { return Tongue::Unknown };
        let languages = &mut self.readings.languages;
        let at = languages.iter().position(|known| known == code).unwrap_or_else(|| {
            languages.push(code.to_owned());
            languages.len() - 1
        });
        self.readings.language[self.account] = at as u16 + 1;
        Tongue::of_code(code)
    }
}

fn filled<T: Clone>(length: usize, value: T) -> Result<Vec<T>> {
    let mut column = Vec::new();
    column.try_reserve_exact(length).map_err(|_| ErrorKind::OutOfMemory { what: "readings" })?;
    column.resize(length, value);
    Ok(column)
}
