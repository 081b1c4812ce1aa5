//! What records say of posts: a row each, and one row for a post that is met again.

use super::blank::trim;
use super::builder::Builder;
use super::intern::words;
use super::post_id::PostId;
use super::record::{Platform, PostIn, PostKind, PostOutcome};
use super::rows::{Known, NO, NO_TIME, POSTS, PostRow, cut, earliest, push};
use super::strings::StrId;
use crate::error::{ErrorKind, Result};

/// What an id of a post leads to.
enum Named {
    /// A row.
    Known(u32),
    /// None yet; the id as it is held.
    New(PostId),
}

impl Builder {
    /// Registers a post and the ties it makes: repost, quote or reply towards `ref_author`, and one mention for each
    /// distinct account named (not for reposts; not for the account a reply answers).
    ///
    /// # Errors
    /// `memory.exhausted`, `limit.reached`.
    pub fn post(&mut self, post: &PostIn<'_>) -> Result<PostOutcome> {
        if let Some(tape) = &mut self.tape {
            return tape.post(post).map(|()| PostOutcome::New);
        }
        match self.post_named(post.platform, post.id)? {
            Named::Known(number) => self.met_again(post, number),
            Named::New(id) => self.new_post(post, id),
        }
    }

    /// Adds a post that nothing is known of.
    fn new_post(&mut self, post: &PostIn<'_>, id: PostId) -> Result<PostOutcome> {
        let text = post.text.map(|t| cut(t, crate::limits::TEXT_BYTES)).unwrap_or_default();
        let row = PostRow {
            text: self.strings.add(text)?,
            time: post.time.unwrap_or(NO_TIME),
            author: post.author.0,
            ref_author: post.ref_author.map_or(NO, |a| a.0),
            row: post.row as u32,
            file: self.files.saturating_sub(1),
            lang: self.lang(post.lang),
            kind: post.kind,
            known: if post.embedded { Known::Embedded } else { Known::Record },
            ..PostRow::new(post.platform, id)
        };
        let number = self.posts.len() as u32;
        self.posts.push(row, "posts")?;
        if let Some(reference) = self.reference(post)? {
            self.posts[number as usize].ref_post = reference;
            if row.ref_author == NO && row.kind != PostKind::Original {
                push(&mut self.awaiting, number, "posts")?;
            }
        }
        self.url(number, post.url)?;
        self.tally.texts += u64::from(row.text.is_some());
        self.tally.dated += u64::from(row.time != NO_TIME);
        self.tally.viewed += u64::from(post.counts.views.is_some());
        self.counts.add(number as usize, row.time, &post.counts, post.collected_at)?;
        self.total_posts += 1;
        self.ties_of(post, row.kind, number, (false, 0))?;
        Ok(PostOutcome::New)
    }

    /// Adds what a record says of a post that has a row already.
    fn met_again(&mut self, post: &PostIn<'_>, number: u32) -> Result<PostOutcome> {
        let known = if post.embedded { Known::Embedded } else { Known::Record };
        let was = self.posts[number as usize].known;
        let ref_post = self.reference(post)?.unwrap_or(NO);
        let text = post.text.map(|t| cut(t, crate::limits::TEXT_BYTES)).unwrap_or_default();
        let lang = self.lang(post.lang);
        let old = self.posts[number as usize];
        let keeps_text = text.is_empty() || {
            let held = self.strings.get(old.text);
            (held.len(), held) >= (text.len(), text)
        };
        let text = if keeps_text { old.text } else { self.strings.add(text)? };
        self.url(number, post.url)?;
        let of_record = known > old.known;
        let time = post.time.unwrap_or(NO_TIME);
        let row = &mut self.posts[number as usize];
        row.text = text;
        row.time = if old.time == NO_TIME { time } else { earliest(old.time, time) };
        row.author = if old.author == NO || of_record { post.author.0 } else { old.author };
        row.kind =
            if of_record || (known == old.known && post.kind > old.kind) { post.kind } else { old.kind };
        row.known = known.max(old.known);
        row.lang = if old.lang == 0 { lang } else { old.lang };
        if old.ref_post == NO {
            row.ref_post = ref_post;
        }
        if old.ref_author == NO {
            row.ref_author = post.ref_author.map_or(NO, |a| a.0);
        }
        if of_record {
            (row.file, row.row) = (self.files.saturating_sub(1), post.row as u32);
        }
        let (kind, times) = (row.kind, (old.time, row.time));
        self.tally.texts += u64::from(!old.text.is_some() && row.text.is_some());
        self.tally.dated += u64::from(old.time == NO_TIME && row.time != NO_TIME);
        self.tally.viewed += u64::from(post.counts.views.is_some() && old.known < known);
        self.counts.set(number as usize, times, &post.counts, post.collected_at)?;
        let new = was == Known::Reference;
        self.total_posts += u64::from(new);
        let held = &self.posts[number as usize];
        let first = new || (of_record && old.ref_post == NO);
        if first && held.ref_author == NO && held.ref_post != NO && held.kind != PostKind::Original {
            push(&mut self.awaiting, number, "posts")?;
        }
        // A post met again may bring ties that its first record left out; freezing keeps each tie of a post once.
        let names_more = kind != PostKind::Repost && post.mentions.len() > usize::from(old.mentions);
        let answers_now = old.ref_author == NO && post.ref_author.is_some();
        if new || of_record || names_more || answers_now {
            let answers = old.kind != PostKind::Original && old.ref_author != NO;
            self.ties_of(post, kind, number, (answers, old.mentions))?;
        }
        Ok(if new { PostOutcome::New } else { PostOutcome::Known })
    }

    /// The row of the post that a post refers to, whose author it may tell.
    fn reference(&mut self, post: &PostIn<'_>) -> Result<Option<u32>> {
        let Some(id) = post.ref_post.map(str::trim).filter(|id| !id.is_empty()) else { return Ok(None) };
        let reference = self.post_number(post.platform, id)?;
        let row = &mut self.posts[reference as usize];
        if row.author == NO {
            row.author = post.ref_author.map_or(NO, |a| a.0);
        }
        Ok(Some(reference))
    }

    /// Keeps the first address that is told of a post.
    fn url(&mut self, number: u32, url: Option<&str>) -> Result<()> {
        if let Some(url) = url.filter(|url| !url.is_empty())
            && !self.urls.get(number as usize).is_some_and(StrId::is_some)
        {
            let url = self.strings.add(cut(url, 2_048))?;
            self.urls.set(number as usize, url, StrId::NONE, "posts")?;
        }
        Ok(())
    }

    /// Languages are few: a list is enough. 0 is unknown.
    fn lang(&mut self, lang: Option<&str>) -> u16 {
        let Some(lang) = lang.map(trim).filter(|l| !l.is_empty() && l.len() <= 12) else { return 0 };
        let (low, high) = words(lang.as_bytes());
        let key = (low, high | (lang.len() as u64) << 56);
        match self.lang_keys.iter().position(|k| *k == key) {
            Some(at) => at as u16 + 1,
            None if self.langs.len() < 500 => {
                self.langs.push(lang.to_owned());
                self.lang_keys.push(key);
                self.langs.len() as u16
            }
            None => 0,
        }
    }

    /// The row of a post that is named by its id: a new one where none is known.
    pub(super) fn post_number(&mut self, platform: Platform, id: &str) -> Result<u32> {
        match self.post_named(platform, Some(id))? {
            Named::Known(number) => Ok(number),
            Named::New(id) => {
                self.posts.push(PostRow::new(platform, id), "posts")?;
                Ok((self.posts.len() - 1) as u32)
            }
        }
    }

    /// The row of a post, or the id of the row that is to be added next; a post without an id is always a new one.
    fn post_named(&mut self, platform: Platform, id: Option<&str>) -> Result<Named> {
        let text = id.map_or("", trim);
        let number = PostId::of_digits(text);
        if !text.is_empty()
            && let Some(row) = self.post_index.find(platform, number, text, &self.posts, &self.strings)?
        {
            return Ok(Named::Known(row));
        }
        if self.posts.len() >= POSTS {
            return Err(ErrorKind::LimitReached { limit: "POSTS", value: POSTS as f64 }.into());
        }
        Ok(Named::New(match number {
            Some(number) => number,
            None if text.is_empty() => PostId::NONE,
            None => PostId::of_text(text, &mut self.strings)?,
        }))
    }
}
