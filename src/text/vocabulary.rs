//! The vocabulary of a study: who uses which word, in posts on the subject and in others.
//!
//! Words are counted by stem (see [`stems`](super::stems)), tags whole, each under the form most often written. Left out:
//! function words, numbers, names with `@`, links, emoji, single letters, and the words of re-shares. Words of fewer than
//! [`FEWEST`] accounts are counted as words and otherwise forgotten.
//!
//! Kept as a table account × word (six bytes a pair), from which [`expansion`](super::expansion) answers whatever is asked
//! without going back to the texts. One pass, 3 to 4 µs a post.

use super::stems::Stems;
use super::stop_words::is_stop_word;
use super::tokens::{Token, TokenKind, Tokenizer};
use super::tone::Tongue;
use crate::error::{ErrorKind, Result};
use crate::model::{Dataset, NONE, PostKind, Strings};
use hashbrown::HashTable;
use xxhash_rust::xxh3::xxh3_64;

/// Accounts that a word needs to be spoken of.
pub const FEWEST: u32 = 3;
/// Uses of a word that count of one account: one account, one vote (of five at the most).
pub const VOTES: u8 = 5;
/// Bytes of a word or a tag beyond which it is none.
const LONGEST: usize = 60;
/// Bytes of text of one step, some 10 ms.
const STEP_BYTES: usize = 400_000;

/// A word or a tag.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Term {
    /// Accounts that use it.
    pub accounts: u32,
    /// Accounts that use it in posts on the subject.
    pub on_accounts: u32,
    /// Votes of all accounts, at most [`VOTES`] each.
    pub votes: u32,
    /// Those for posts on the subject: an account's votes are shared as its uses are.
    pub on_votes: f64,
}

/// What an account says with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Times in posts on the subject, at most 255.
    pub on: u8,
    /// Times in other posts, at most 255.
    pub off: u8,
}

impl Use {
    /// Times in all.
    pub fn times(self) -> u32 {
        u32::from(self.on) + u32::from(self.off)
    }

    /// What counts of it.
    pub fn votes(self) -> u32 {
        self.times().min(u32::from(VOTES))
    }

    /// What counts for posts on the subject.
    pub fn on_votes(self) -> f64 {
        if self.on == 0 {
            0.0
        } else {
            f64::from(self.votes()) * f64::from(self.on) / f64::from(self.times())
        }
    }
}

/// Who uses which word.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    terms: Vec<Term>,
    /// The form of each term most often written; while counting, every form.
    forms: Forms,
    /// Start of each account's uses; one more entry than accounts.
    start: Vec<usize>,
    term: Vec<u32>,
    times: Vec<Use>,
    /// Accounts that wrote at least one word.
    pub writers: u32,
    /// Accounts that wrote on the subject.
    pub on_writers: u32,
    /// Votes for all words, those forgotten included.
    pub votes: f64,
    /// Those of them on the subject.
    pub on_votes: f64,
}

/// Written forms in one buffer.
#[derive(Debug, Clone, Default)]
struct Forms {
    letters: String,
    ends: Vec<u32>,
}

impl Forms {
    fn get(&self, form: u32) -> &str {
        let form = form as usize;
        let start = if form == 0 { 0 } else { self.ends[form - 1] as usize };
        &self.letters[start..self.ends[form] as usize]
    }

    fn push(&mut self, word: &str) -> Result<u32> {
        let full = self.letters.len() + word.len() > u32::MAX as usize;
        let short = ErrorKind::OutOfMemory { what: "vocabulary" };
        if full || self.letters.try_reserve(word.len()).is_err() || self.ends.try_reserve(1).is_err() {
            return Err(short.into());
        }
        self.letters.push_str(word);
        self.ends.push(self.letters.len() as u32);
        Ok(self.ends.len() as u32 - 1)
    }
}

impl Vocabulary {
    /// Number of words and tags.
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Number of accounts.
    pub fn accounts(&self) -> usize {
        self.start.len().saturating_sub(1)
    }

    /// A word.
    pub fn term(&self, term: u32) -> Term {
        self.terms[term as usize]
    }

    /// A word as it is most often written, in small letters; tags with their `#`.
    pub fn text(&self, term: u32) -> &str {
        self.forms.get(term)
    }

    /// Whether it is a tag.
    pub fn is_tag(&self, term: u32) -> bool {
        self.forms.get(term).starts_with(['#', '\u{ff03}'])
    }

    /// The words of an account.
    pub fn of(&self, account: usize) -> impl Iterator<Item = (u32, Use)> + '_ {
        let span = match self.start.get(account..account + 2) {
            Some(&[from, to]) => from..to,
            _ => 0..0,
        };
        self.term[span.clone()].iter().copied().zip(self.times[span].iter().copied())
    }
}

/// Counts the vocabulary, account by account: [`step`](Collection::step) until it returns true, then
/// [`finish`](Collection::finish).
#[derive(Debug)]
pub struct Collection {
    tokenizer: Tokenizer,
    stems: Stems,
    /// Forms by language and letters; their terms, `NONE` for words that do not count.
    known_forms: HashTable<u32>,
    tongues: Vec<u8>,
    term_of: Vec<u32>,
    /// Terms by stem.
    known_stems: HashTable<u32>,
    stem_texts: Forms,
    /// Times each form was written.
    written: Vec<u32>,
    /// Where the present account uses each term.
    last: Vec<usize>,
    out: Vocabulary,
    stem: String,
    account: usize,
    at: usize,
    /// Of the present account: whether it wrote, and on the subject.
    wrote: (bool, bool),
}

impl Collection {
    /// Ready to count.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(data: &Dataset) -> Result<Collection> {
        let mut start = Vec::new();
        let places = data.accounts.len() + 1;
        start.try_reserve_exact(places).map_err(|_| ErrorKind::OutOfMemory { what: "vocabulary" })?;
        start.push(0);
        Ok(Collection {
            tokenizer: Tokenizer::new(),
            stems: Stems::new(),
            known_forms: HashTable::new(),
            tongues: Vec::new(),
            term_of: Vec::new(),
            known_stems: HashTable::new(),
            stem_texts: Forms::default(),
            written: Vec::new(),
            last: Vec::new(),
            out: Vocabulary { start, ..Vocabulary::default() },
            stem: String::new(),
            account: 0,
            at: 0,
            wrote: (false, false),
        })
    }

    /// Counts on, about 10 ms; returns whether all is counted. `tongue` tells the language of an account; `subject`
    /// whether a post is on the subject, and `None` for a post that is not to be counted.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn step(
        &mut self,
        data: &Dataset,
        strings: &Strings,
        tongue: impl Fn(usize) -> Tongue,
        subject: impl Fn(usize) -> Option<bool>,
    ) -> Result<bool> {
        let mut bytes = 0;
        while bytes < STEP_BYTES && self.account < data.accounts.len() {
            let posts = data.posts.of(self.account);
            let spoken = tongue(self.account);
            while bytes < STEP_BYTES && self.at < posts.len() {
                let post = posts[self.at] as usize;
                self.at += 1;
                bytes += 32;
                if data.posts.kind[post] == PostKind::Repost {
                    continue;
                }
                let (Some(text), Some(on)) = (strings.get_some(data.posts.text[post]), subject(post)) else {
                    continue;
                };
                bytes += text.len();
                self.read(text, spoken, on)?;
            }
            if self.at >= posts.len() {
                self.close();
                bytes += 32;
            }
        }
        Ok(self.account >= data.accounts.len())
    }

    /// Share of the accounts that are counted.
    pub fn share_done(&self, data: &Dataset) -> f64 {
        if data.accounts.is_empty() { 1.0 } else { self.account as f64 / data.accounts.len() as f64 }
    }

    /// The vocabulary.
    pub fn finish(mut self) -> Vocabulary {
        // Words of too few accounts go; the others move together.
        let mut number = vec![NONE; self.out.terms.len()];
        let mut kept = 0;
        for (term, number) in number.iter_mut().enumerate() {
            if self.out.terms[term].accounts >= FEWEST {
                *number = kept as u32;
                self.out.terms[kept] = self.out.terms[term];
                kept += 1;
            }
        }
        self.out.terms.truncate(kept);
        self.choose_forms(&number);
        let mut to = 0;
        for account in 0..self.out.accounts() {
            let span = self.out.start[account]..self.out.start[account + 1];
            self.out.start[account] = to;
            for at in span {
                let term = number[self.out.term[at] as usize];
                if term != NONE {
                    (self.out.term[to], self.out.times[to]) = (term, self.out.times[at]);
                    to += 1;
                }
            }
        }
        if let Some(end) = self.out.start.last_mut() {
            *end = to;
        }
        self.out.term.truncate(to);
        self.out.times.truncate(to);
        self.out.term.shrink_to_fit();
        self.out.times.shrink_to_fit();
        self.out
    }

    /// The form of each term that is kept: the one most often written, capitals aside; the first by its letters of two as
    /// frequent. The others are forgotten.
    fn choose_forms(&mut self, number: &[u32]) {
        let mut written: Vec<(u32, String, u32)> = Vec::new();
        for (form, &term) in self.term_of.iter().enumerate() {
            let kept = if term == NONE { NONE } else { number[term as usize] };
            if kept != NONE {
                let letters = self.out.forms.get(form as u32).to_lowercase();
                written.push((kept, letters, self.written[form]));
            }
        }
        written.sort_unstable();
        let mut shown = Forms::default();
        for forms in written.chunk_by(|a, b| a.0 == b.0) {
            shown.letters.push_str(most_written(forms));
            shown.ends.push(shown.letters.len() as u32);
        }
        self.out.forms = shown;
    }

    fn read(&mut self, text: &str, tongue: Tongue, on: bool) -> Result<()> {
        let mut tokenizer = std::mem::take(&mut self.tokenizer);
        let mut result = Ok(());
        tokenizer.each(text, |token| {
            if result.is_ok() {
                result = self.take(text, token, tongue, on);
            }
        });
        self.tokenizer = tokenizer;
        result
    }

    fn take(&mut self, text: &str, token: Token<'_>, tongue: Tongue, on: bool) -> Result<()> {
        let tag = match token.kind {
            TokenKind::Word if is_stop_word(token.text) => return Ok(()),
            TokenKind::Word => false,
            TokenKind::Tag { .. } => true,
            _ => return Ok(()),
        };
        let written = &text[token.start..token.end];
        if written.len() > LONGEST {
            return Ok(());
        }
        let tongue = if tag { Tongue::Other } else { tongue };
        let form = self.form(written, token, tongue, tag)?;
        let term = self.term_of[form as usize];
        if term == NONE {
            return Ok(());
        }
        self.written[form as usize] = self.written[form as usize].saturating_add(1);
        self.wrote = (true, self.wrote.1 || on);
        let first = self.out.start[self.account];
        let last = self.last[term as usize];
        let here = if last >= first && last < self.out.term.len() && self.out.term[last] == term {
            last
        } else {
            let short = |_| ErrorKind::OutOfMemory { what: "vocabulary" };
            self.out.term.try_reserve(1).map_err(short)?;
            self.out.times.try_reserve(1).map_err(short)?;
            self.out.term.push(term);
            self.out.times.push(Use { on: 0, off: 0 });
            self.last[term as usize] = self.out.term.len() - 1;
            self.out.term.len() - 1
        };
        let times = &mut self.out.times[here];
        let count = if on { &mut times.on } else { &mut times.off };
        *count = count.saturating_add(1);
        Ok(())
    }

    /// The number of a written form, its term settled.
    fn form(&mut self, written: &str, token: Token<'_>, tongue: Tongue, tag: bool) -> Result<u32> {
        let code = tongue as u8;
        let hash = |code: u8, form: &str| xxh3_64(form.as_bytes()) ^ u64::from(code) << 56;
        let (tongues, forms) = (&self.tongues, &self.out.forms);
        let same = |form: &u32| tongues[*form as usize] == code && forms.get(*form) == written;
        if let Some(form) = self.known_forms.find(hash(code, written), same) {
            return Ok(*form);
        }
        let form = self.out.forms.push(written)?;
        self.tongues.push(code);
        self.written.push(0);
        let (tongues, forms) = (&self.tongues, &self.out.forms);
        let again = |form: &u32| hash(tongues[*form as usize], forms.get(*form));
        self.known_forms.try_reserve(1, again).map_err(|_| ErrorKind::OutOfMemory { what: "vocabulary" })?;
        self.known_forms.insert_unique(hash(code, written), form, again);
        let term = if tells(token.text, tag) { self.stem(written, token.text, tongue, tag)? } else { NONE };
        self.term_of.push(term);
        Ok(form)
    }

    /// The term of a new form.
    fn stem(&mut self, written: &str, folded: &str, tongue: Tongue, tag: bool) -> Result<u32> {
        self.stem.clear();
        if tag {
            self.stem.push('#');
            self.stem.push_str(folded);
        } else {
            self.stems.stem(written, tongue, &mut self.stem);
        }
        let stems = &self.stem_texts;
        let hash = xxh3_64(self.stem.as_bytes());
        if let Some(term) = self.known_stems.find(hash, |term| stems.get(*term) == self.stem) {
            return Ok(*term);
        }
        let term = self.stem_texts.push(&self.stem)?;
        let stems = &self.stem_texts;
        let again = |term: &u32| xxh3_64(stems.get(*term).as_bytes());
        let short = ErrorKind::OutOfMemory { what: "vocabulary" };
        if self.known_stems.try_reserve(1, again).is_err() || self.out.terms.try_reserve(1).is_err() {
            return Err(short.into());
        }
        self.known_stems.insert_unique(hash, term, again);
        self.out.terms.push(Term::default());
        self.last.push(usize::MAX);
        Ok(term)
    }

    /// The present account is counted.
    fn close(&mut self) {
        let out = &mut self.out;
        for at in out.start[self.account]..out.term.len() {
            let (term, times) = (&mut out.terms[out.term[at] as usize], out.times[at]);
            let on = times.on_votes();
            term.accounts += 1;
            term.on_accounts += u32::from(times.on > 0);
            term.votes += times.votes();
            term.on_votes += on;
            out.votes += f64::from(times.votes());
            out.on_votes += on;
        }
        out.writers += u32::from(self.wrote.0);
        out.on_writers += u32::from(self.wrote.1);
        out.start.push(out.term.len());
        (self.account, self.at, self.wrote) = (self.account + 1, 0, (false, false));
    }
}

/// Function words of Spanish, Italian, Portuguese, German and Dutch: they are none of a brief's stop words.
const ELSEWHERE: &str = "el los las del que y por con para se al lo como mas su sus una unos unas muy pero esta este \
    estos estas eso ya hay sin sobre tambien cuando donde desde hasta porque todos todas ser son nos mi il gli che di per con \
    non sono della delle dei nel nella alla piu anche come questo questa os em um uma nao mais dos das ao pelo pela seu \
    sua isso der die das und den dem ein eine einen ist nicht mit auf fur von zu im auch sich wir ihr sie es het een van \
    op dat voor zijn niet met ook maar bij naar wij";

/// Whether a folded word says anything of a subject.
pub fn tells(word: &str, tag: bool) -> bool {
    word.chars().nth(1).is_some()
        && word.contains(|c: char| !c.is_ascii_digit())
        && (tag
            || !is_stop_word(word)
                && !word.contains('\'')
                && !ELSEWHERE.split_whitespace().any(|w| w == word))
}

/// The form most often written among those of one word: (word, form in small letters, times), sorted. The first by its
/// letters of two as frequent.
pub(crate) fn most_written(forms: &[(u32, String, u32)]) -> &str {
    let (mut best, mut most) = ("", 0_u64);
    for same in forms.chunk_by(|a, b| a.1 == b.1) {
        let times = same.iter().map(|form| u64::from(form.2)).sum();
        if times > most {
            (best, most) = (&same[0].1, times);
        }
    }
    best
}
