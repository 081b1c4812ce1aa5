//! Themes: the tags, words, sites and links that most people use, and how that moves.
//!
//! People are counted, not posts: one account, one vote. Words are counted by stem, tags whole, both shown as they are
//! most often written; function words, numbers, handles and the words of re-shares are left out. Where the language of an
//! account is not known, its words are stemmed as most people of the study write.
//!
//! Movement: the share of the people who wrote in each half of the span that use it, and the difference of the two with
//! Newcombe's 99 % interval. Many themes are looked at, and many people write in both halves: the wide interval is on
//! purpose.

use super::forms::{Texts, no_room, push};
use super::told::Told;
use crate::error::Result;
use crate::math::wilson::{Z99, difference};
use crate::model::{Millis, NONE, PostKind, Strings};
use crate::score::Analysis;
use crate::text::link::canonical;
use crate::text::stems::Stems;
use crate::text::tone::Tongue;
use crate::text::vocabulary::{most_written, tells};
use crate::text::{Token, TokenKind, Tokenizer};
use serde::Serialize;

/// Accounts that a theme needs.
pub const FEWEST: u32 = 3;
/// Accounts that have to write in each half before a movement is told.
pub const MIN_WRITERS: u32 = 20;
/// Bytes of text of one step, some 10 ms.
const STEP_BYTES: usize = 400_000;
/// Bytes of a word beyond which it is none, and of a link.
const LONGEST: usize = 60;
const LONGEST_LINK: usize = 300;
/// Themes of each kind at the most: tags, words, sites, links.
const MOST: [usize; 4] = [20, 30, 15, 15];
/// Themes among which those of the same letters in two languages are put together.
const CANDIDATES: usize = 400;

/// Kinds of theme.
const TAG: usize = 0;
const WORD: usize = 1;
const SITE: usize = 2;
const LINK: usize = 3;
/// What an account did with a theme: used it in the first half, in the second, on the subject; and that it wrote at all.
const FIRST: u8 = 1;
const SECOND: u8 = 2;
const ON: u8 = 4;
const WROTE: u8 = 8;

/// A theme.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Theme {
    /// As it is most often written; tags with their `#`.
    pub text: String,
    /// Accounts that use it.
    pub accounts: u32,
    /// Posts that hold it.
    pub posts: u32,
    /// Share of those who wrote in the first half that use it there, and the same of the second.
    pub first: Option<f64>,
    /// The same of the second half.
    pub second: Option<f64>,
    /// The second share less the first, with its 99 % interval.
    pub change: Option<Told>,
    /// `up`, `down`, or `unclear` where the interval holds 0.
    pub moves: Option<&'static str>,
    /// Share of its accounts that use it in posts on the subject; `None` without a brief.
    pub on_brief: Option<f64>,
}

/// The themes of a study.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Themes {
    /// Tags, by accounts, then posts.
    pub tags: Vec<Theme>,
    /// Words.
    pub words: Vec<Theme>,
    /// Sites that are linked to.
    pub sites: Vec<Theme>,
    /// Pages that are linked to.
    pub links: Vec<Theme>,
    /// Accounts that wrote; in the first half, and in the second.
    pub writers: u32,
    /// In the first half.
    pub writers_first: u32,
    /// In the second.
    pub writers_second: u32,
    /// Where the second half begins.
    pub middle: Option<f64>,
    /// Why no movement is told: a stable code.
    pub moves_reason: Option<&'static str>,
    /// Why nothing is told: a stable code.
    pub reason: Option<&'static str>,
}

/// What is counted of a theme.
#[derive(Debug, Clone, Copy)]
struct Count {
    kind: u8,
    accounts: u32,
    first: u32,
    second: u32,
    on: u32,
    posts: u32,
    /// The last post that held it, and where the present account uses it.
    post: u32,
    at: u32,
}

/// Themes under way.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    tokenizer: Tokenizer,
    stems: Stems,
    /// Themes by kind and key.
    keys: Texts,
    counts: Vec<Count>,
    /// Words and tags as written, with the language that stems them; which theme each is, and how often it was written.
    forms: Texts,
    theme_of: Vec<u32>,
    written: Vec<u32>,
    /// Themes of the present account, and what it does with them.
    used: Vec<(u32, u8)>,
    buffer: String,
    account: usize,
    at: usize,
    wrote: u8,
    middle: Option<Millis>,
    /// Language of most people, for those of whom none is known.
    main: Tongue,
    out: Themes,
}

/// Where a word stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    post: u32,
    flags: u8,
    tongue: Tongue,
}

impl Gathering {
    /// Ready to read.
    pub fn new(analysis: &Analysis) -> Gathering {
        let middle = analysis.span.filter(|(first, last)| first < last);
        let middle = middle.map(|(first, last)| {
            let length = last.saturating_sub(first);
            first + length / 2 + length % 2
        });
        Gathering { middle, main: main_tongue(analysis), ..Gathering::default() }
    }

    /// Reads on, about 10 ms; returns whether all is read.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn step(&mut self, analysis: &Analysis, strings: &Strings) -> Result<bool> {
        let (data, window) = (&analysis.data, analysis.window());
        let posts = &data.posts;
        let mut bytes = 0;
        while bytes < STEP_BYTES && self.account < data.accounts.len() {
            let own = posts.of(self.account);
            let language = analysis.readings.as_deref().and_then(|read| read.language_of(self.account));
            let tongue = language.map_or(self.main, Tongue::of_code);
            while bytes < STEP_BYTES && self.at < own.len() {
                let post = own[self.at] as usize;
                self.at += 1;
                bytes += 32;
                let time = posts.time.at(post);
                if posts.kind[post] == PostKind::Repost || !window.contains(time) {
                    continue;
                }
                let Some(text) = strings.get_some(posts.text[post]) else { continue };
                bytes += text.len();
                let half = self
                    .middle
                    .zip(time)
                    .map_or(0, |(middle, time)| if time < middle { FIRST } else { SECOND });
                let topic = analysis.topic.as_deref().and_then(|topic| topic.q.get(post));
                let on = if topic.is_some_and(|q| *q > 0.0) { ON } else { 0 };
                self.wrote |= half | WROTE;
                self.read(text, Place { post: post as u32, flags: half | on, tongue })?;
            }
            if self.at >= own.len() {
                self.close();
                bytes += 32;
            }
        }
        Ok(self.account >= data.accounts.len())
    }

    /// Share of the accounts that are read.
    pub fn share_done(&self, accounts: usize) -> f64 {
        if accounts == 0 { 1.0 } else { self.account as f64 / accounts as f64 }
    }

    /// The present account is read.
    fn close(&mut self) {
        for (theme, flags) in self.used.drain(..) {
            let count = &mut self.counts[theme as usize];
            count.accounts += 1;
            count.first += u32::from(flags & FIRST != 0);
            count.second += u32::from(flags & SECOND != 0);
            count.on += u32::from(flags & ON != 0);
        }
        self.out.writers += u32::from(self.wrote != 0);
        self.out.writers_first += u32::from(self.wrote & FIRST != 0);
        self.out.writers_second += u32::from(self.wrote & SECOND != 0);
        (self.account, self.at, self.wrote) = (self.account + 1, 0, 0);
    }

    fn read(&mut self, text: &str, place: Place) -> Result<()> {
        let mut tokenizer = std::mem::take(&mut self.tokenizer);
        let mut result = Ok(());
        tokenizer.each(text, |token| {
            if result.is_ok() {
                result = self.take(text, token, place);
            }
        });
        self.tokenizer = tokenizer;
        result
    }

    fn take(&mut self, text: &str, token: Token<'_>, place: Place) -> Result<()> {
        let written = &text[token.start..token.end];
        match token.kind {
            TokenKind::Domain => {
                let mut link = std::mem::take(&mut self.buffer);
                if token.text.len() <= LONGEST_LINK {
                    let site = self.theme(SITE, token.text)?;
                    self.add(site, place)?;
                }
                let whole = canonical(written, &text[token.end..], token.text, &mut link);
                // The site alone is no page of it.
                if whole && link.len() <= LONGEST_LINK && link != token.text {
                    let page = self.theme(LINK, &link)?;
                    self.add(page, place)?;
                }
                self.buffer = link;
                Ok(())
            }
            TokenKind::Word | TokenKind::Tag { .. } if written.len() <= LONGEST => {
                let tag = token.kind != TokenKind::Word;
                let theme = self.form(written, token.text, place.tongue, tag)?;
                if theme == NONE { Ok(()) } else { self.add(theme, place) }
            }
            _ => Ok(()),
        }
    }

    /// The theme that a word or a tag is, as it is written; [`NONE`] for what says nothing.
    fn form(&mut self, written: &str, folded: &str, tongue: Tongue, tag: bool) -> Result<u32> {
        let mut key = std::mem::take(&mut self.buffer);
        key.clear();
        // Tags have no language; of words, the same letters may have another stem in another one.
        key.push(if tag { 't' } else { char::from(b'0' + tongue as u8) });
        key.push_str(written);
        let form = self.forms.number(&key)?;
        if form as usize == self.theme_of.len() {
            key.clear();
            let theme = match (tells(folded, tag), tag) {
                (false, _) => NONE,
                (true, true) => self.theme(TAG, folded)?,
                (true, false) => {
                    self.stems.stem(written, tongue, &mut key);
                    self.theme(WORD, &key)?
                }
            };
            push(&mut self.theme_of, theme)?;
            push(&mut self.written, 0)?;
        }
        self.buffer = key;
        let times = &mut self.written[form as usize];
        *times = times.saturating_add(1);
        Ok(self.theme_of[form as usize])
    }

    /// The number of a theme.
    fn theme(&mut self, kind: usize, key: &str) -> Result<u32> {
        let mut whole = String::new();
        whole.try_reserve(key.len() + 1).map_err(|_| no_room())?;
        whole.push(char::from(b'0' + kind as u8));
        whole.push_str(key);
        let theme = self.keys.number(&whole)?;
        if theme as usize == self.counts.len() {
            let kind = kind as u8;
            let none =
                Count { kind, accounts: 0, first: 0, second: 0, on: 0, posts: 0, post: NONE, at: NONE };
            push(&mut self.counts, none)?;
        }
        Ok(theme)
    }

    /// Counts a theme for the present account.
    fn add(&mut self, theme: u32, place: Place) -> Result<()> {
        let count = &mut self.counts[theme as usize];
        if count.post != place.post {
            count.post = place.post;
            count.posts = count.posts.saturating_add(1);
        }
        match self.used.get_mut(count.at as usize) {
            Some((known, flags)) if *known == theme => *flags |= place.flags,
            _ => {
                count.at = self.used.len() as u32;
                push(&mut self.used, (theme, place.flags))?;
            }
        }
        Ok(())
    }

    /// The themes.
    pub fn finish(mut self, analysis: &Analysis) -> Themes {
        if self.out.writers == 0 {
            self.out.reason = Some("no_text");
            return self.out;
        }
        self.out.middle = self.middle.map(|middle| middle as f64);
        let few = self.out.writers_first.min(self.out.writers_second) < MIN_WRITERS;
        self.out.moves_reason = match self.middle {
            None => Some("no_time"),
            Some(_) => few.then_some("few_accounts"),
        };
        let mut chosen: [Vec<u32>; 4] = Default::default();
        for theme in 0..self.counts.len() as u32 {
            let count = &self.counts[theme as usize];
            if count.accounts >= FEWEST {
                chosen[usize::from(count.kind)].push(theme);
            }
        }
        for (themes, most) in chosen.iter_mut().zip(MOST) {
            let order = |theme: &u32| {
                let count = &self.counts[*theme as usize];
                (std::cmp::Reverse((count.accounts, count.posts)), self.keys.get(*theme))
            };
            themes.sort_unstable_by(|a, b| order(a).cmp(&order(b)));
            themes.truncate(most.max(CANDIDATES));
        }
        let shown = self.shown(&chosen.concat());
        let has_brief = analysis.topic.is_some();
        let told = chosen.map(|themes| self.together(&themes, &shown));
        let [tags, words, sites, links] = told.map(|themes| {
            let told = themes.into_iter().map(|(text, count)| self.tell(text, &count, has_brief));
            told.collect::<Vec<_>>()
        });
        let most = |mut themes: Vec<Theme>, most: usize| {
            themes.truncate(most);
            themes
        };
        let [a, b, c, d] = MOST;
        let out = &mut self.out;
        (out.tags, out.words) = (most(tags, a), most(words, b));
        (out.sites, out.links) = (most(sites, c), most(links, d));
        self.out
    }

    /// Themes of the same letters put together, in their order. An account writes in one language: nobody counts twice.
    fn together(&self, themes: &[u32], shown: &[(u32, String)]) -> Vec<(String, Count)> {
        let mut found: Vec<(String, Count)> = Vec::new();
        for theme in themes {
            let count = self.counts[*theme as usize];
            let written = shown.binary_search_by_key(theme, |one| one.0).map(|at| shown[at].1.clone());
            let text = written.unwrap_or_else(|_| self.keys.get(*theme)[1..].to_owned());
            match found.iter_mut().find(|(known, _)| *known == text) {
                Some((_, known)) => {
                    known.accounts += count.accounts;
                    known.posts = known.posts.saturating_add(count.posts);
                    known.first += count.first;
                    known.second += count.second;
                    known.on += count.on;
                }
                None => found.push((text, count)),
            }
        }
        let order = |(text, count): &(String, Count)| {
            (std::cmp::Reverse((count.accounts, count.posts)), text.clone())
        };
        found.sort_by_cached_key(order);
        found
    }

    /// The form of some themes most often written, capitals aside; the first by its letters of two as frequent.
    fn shown(&self, themes: &[u32]) -> Vec<(u32, String)> {
        let mut wanted = themes.to_vec();
        wanted.sort_unstable();
        let mut written: Vec<(u32, String, u32)> = Vec::new();
        for (form, theme) in self.theme_of.iter().enumerate() {
            if *theme != NONE && wanted.binary_search(theme).is_ok() {
                let letters = self.forms.get(form as u32)[1..].to_lowercase();
                written.push((*theme, letters, self.written[form]));
            }
        }
        written.sort_unstable();
        let mut shown = Vec::new();
        for forms in written.chunk_by(|a, b| a.0 == b.0) {
            shown.push((forms[0].0, most_written(forms).to_owned()));
        }
        shown
    }

    fn tell(&self, text: String, count: &Count, has_brief: bool) -> Theme {
        let [(first, before), (second, after)] =
            [(count.first, self.out.writers_first), (count.second, self.out.writers_second)]
                .map(|(users, writers)| (f64::from(users), f64::from(writers)));
        let known = self.out.moves_reason.is_none();
        let change = known.then(|| difference((second, after), (first, before), Z99)).flatten();
        Theme {
            text,
            accounts: count.accounts,
            posts: count.posts,
            first: known.then(|| first / before),
            second: known.then(|| second / after),
            change: change.map(|found| Told::new(found, before + after)),
            moves: change.map(|found| match () {
                () if found.low > 0.0 => "up",
                () if found.high < 0.0 => "down",
                () => "unclear",
            }),
            on_brief: has_brief.then(|| f64::from(count.on) / f64::from(count.accounts.max(1))),
        }
    }
}

/// The language that most accounts write in, of the two that words are stemmed in.
fn main_tongue(analysis: &Analysis) -> Tongue {
    let Some(readings) = analysis.readings.as_deref() else { return Tongue::Unknown };
    let tongues: Vec<Tongue> = readings.languages.iter().map(|code| Tongue::of_code(code)).collect();
    let of = |wanted: Tongue| {
        let spoken = |language: &&u16| {
            usize::from(**language).checked_sub(1).is_some_and(|at| tongues.get(at) == Some(&wanted))
        };
        readings.language.iter().filter(spoken).count()
    };
    match (of(Tongue::French), of(Tongue::English)) {
        (0, 0) => Tongue::Unknown,
        (french, english) if french >= english => Tongue::French,
        _ => Tongue::English,
    }
}
