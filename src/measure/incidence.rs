//! What accounts have in common, out of their posts.

use crate::error::{ErrorKind, Result};
use crate::graph::Window;
use crate::graph::projection::Incidence;
use crate::model::{Dataset, NONE, PostKind, StrId, Strings};
use crate::text::link::canonical;
use crate::text::{TokenKind, Tokenizer, is_stop_word};
use hashbrown::HashTable;
use serde::Deserialize;
use xxhash_rust::xxh3::xxh3_64;

/// What is looked for in posts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Object {
    /// Tags, folded.
    Hashtag,
    /// Addresses in the text, in their canonical form.
    Link,
    /// The sites of those addresses.
    Domain,
    /// Words, folded; not stop words, numbers, or words of a letter or two.
    Word,
    /// Posts that were re-shared or quoted.
    #[default]
    Repost,
}

/// Posts read in one step.
const STEP: usize = 1_000;

/// Incidences being read, a block of posts at a time.
///
/// The text of a re-share is that of somebody else: its tags, links and words are not counted for the account that
/// re-shares. An object counts once a post.
#[derive(Debug)]
pub(super) struct Reading {
    object: Object,
    window: Window,
    post: usize,
    tokenizer: Tokenizer,
    /// Texts of the objects, and which number each has.
    texts: Strings,
    labels: Vec<StrId>,
    known: HashTable<u32>,
    /// For re-shares: post of each object, and object of each post.
    posts: Vec<u32>,
    of_post: Vec<u32>,
    /// Objects of the post at hand.
    found: Vec<u32>,
    buffer: String,
    incidence: Incidence,
}

impl Reading {
    pub(super) fn new(object: Object, window: Window) -> Reading {
        Reading {
            object,
            window,
            post: 0,
            tokenizer: Tokenizer::new(),
            texts: Strings::default(),
            labels: Vec::new(),
            known: HashTable::new(),
            posts: Vec::new(),
            of_post: Vec::new(),
            found: Vec::new(),
            buffer: String::new(),
            incidence: Incidence::default(),
        }
    }

    /// Reads the next posts; returns whether all are read.
    ///
    /// # Errors
    /// `memory.exhausted`; `limit.reached` past the text that fits.
    pub(super) fn step(&mut self, data: &Dataset, strings: &Strings) -> Result<bool> {
        let posts = &data.posts;
        let to = posts.known.min(self.post + STEP);
        for post in self.post..to {
            let time = posts.time.at(post);
            if posts.author[post] == NONE || !self.window.contains(time) {
                continue;
            }
            self.found.clear();
            let passed_on = matches!(posts.kind[post], PostKind::Repost | PostKind::Quote);
            if self.object == Object::Repost {
                if passed_on && posts.ref_post[post] != NONE {
                    self.of_post(posts.ref_post[post], posts.author.len())?;
                }
            } else if posts.kind[post] != PostKind::Repost {
                self.of_text(strings.get(posts.text[post]))?;
            }
            self.found.sort_unstable();
            self.found.dedup();
            for object in &self.found {
                self.incidence.add(posts.author[post], *object, time)?;
            }
        }
        self.post = to;
        Ok(to == posts.known)
    }

    /// The object that a post is.
    fn of_post(&mut self, post: u32, posts: usize) -> Result<()> {
        let no_room = |_| ErrorKind::OutOfMemory { what: "projection" };
        if self.of_post.is_empty() {
            self.of_post.try_reserve_exact(posts).map_err(no_room)?;
            self.of_post.resize(posts, NONE);
        }
        if self.of_post[post as usize] == NONE {
            self.of_post[post as usize] = self.posts.len() as u32;
            self.posts.try_reserve(1).map_err(no_room)?;
            self.posts.push(post);
        }
        self.found.push(self.of_post[post as usize]);
        Ok(())
    }

    /// The objects in a text.
    fn of_text(&mut self, text: &str) -> Result<()> {
        let mut tokenizer = std::mem::take(&mut self.tokenizer);
        let mut failed = Ok(());
        tokenizer.each(text, |token| {
            let wanted = match (self.object, token.kind) {
                (Object::Hashtag, TokenKind::Tag { .. }) | (Object::Domain, TokenKind::Domain) => true,
                (Object::Word, TokenKind::Word | TokenKind::Part | TokenKind::Tag { parts: 0 }) => {
                    let number = token.text.bytes().all(|b| b.is_ascii_digit());
                    token.text.len() > 2 && !number && !is_stop_word(token.text)
                }
                (Object::Link, TokenKind::Domain) => {
                    let mut link = std::mem::take(&mut self.buffer);
                    let (written, after) = (&text[token.start..token.end], &text[token.end..]);
                    if canonical(written, after, token.text, &mut link) && failed.is_ok() {
                        failed = self.add(&link);
                    }
                    self.buffer = link;
                    false
                }
                _ => false,
            };
            if wanted && failed.is_ok() {
                failed = self.add(token.text);
            }
        });
        self.tokenizer = tokenizer;
        failed
    }

    /// The object of a text, a new one where it was never seen.
    fn add(&mut self, text: &str) -> Result<()> {
        let hash = xxh3_64(text.as_bytes());
        let same = |object: &u32| self.texts.get(self.labels[*object as usize]) == text;
        let object = match self.known.find(hash, same) {
            Some(object) => *object,
            None => {
                let no_room = |what| ErrorKind::OutOfMemory { what };
                let number = self.labels.len() as u32;
                self.labels.try_reserve(1).map_err(|_| no_room("projection"))?;
                self.labels.push(self.texts.add(text)?);
                let (texts, labels) = (&self.texts, &self.labels);
                let rehash = |object: &u32| xxh3_64(texts.bytes(labels[*object as usize]));
                self.known.try_reserve(1, rehash).map_err(|_| no_room("projection"))?;
                self.known.insert_unique(hash, number, rehash);
                number
            }
        };
        self.found.push(object);
        Ok(())
    }

    /// Share of the posts read.
    pub(super) fn share_done(&self, data: &Dataset) -> f64 {
        self.post as f64 / data.posts.known.max(1) as f64
    }

    /// The uses, of all accounts of the study.
    pub(super) fn incidence(&mut self, data: &Dataset) -> Incidence {
        let mut incidence = std::mem::take(&mut self.incidence);
        incidence.accounts = data.accounts.len();
        incidence
    }

    /// What an object is called: its text, or the address or id of the post it is.
    pub(super) fn label(&self, object: usize, data: &Dataset, strings: &Strings) -> String {
        if self.object != Object::Repost {
            return self.texts.get(self.labels[object]).to_owned();
        }
        let post = self.posts[object] as usize;
        let address = data.posts.url.get(post).and_then(|url| strings.get_some(*url)).map(str::to_owned);
        address.or_else(|| data.posts.id.get(post)?.to_text(strings)).unwrap_or_default()
    }
}
