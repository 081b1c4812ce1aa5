//! Posts and ties as they are met, for another builder to add: what a second engine makes of its part of a file.
//!
//! The builder of that engine settles the names (they are small, and hashing them is the work worth sharing) and puts
//! everything else on a tape in the order of the file. The first engine plays the tape, so that posts met twice,
//! mentions, totals and places are decided by the same code in the same order as if it had read the file alone.

use super::builder::Builder;
use super::record::{Counts, Layer, Millis, NameId, Platform, PostIn, PostKind, TieIn};
use super::wire::{Scanner, Writer, damaged};
use crate::error::{ErrorKind, Result};

/// What is known of a post, a bit each.
mod flag {
    pub const ID: u32 = 1;
    pub const TIME: u32 = 1 << 1;
    pub const TEXT: u32 = 1 << 2;
    pub const LANG: u32 = 1 << 3;
    pub const URL: u32 = 1 << 4;
    pub const REF_POST: u32 = 1 << 5;
    pub const REF_AUTHOR: u32 = 1 << 6;
    pub const MENTIONS: u32 = 1 << 7;
    pub const COLLECTED: u32 = 1 << 8;
    /// It was read when it was written.
    pub const COLLECTED_THEN: u32 = 1 << 9;
    pub const EMBEDDED: u32 = 1 << 10;
    /// A tie, and no post.
    pub const TIE: u32 = 1 << 11;
    /// The first of the seven counters.
    pub const COUNTS: u32 = 12;
    /// The first bit of the code of the kind, or of the layer.
    pub const KIND: u32 = 19;
    /// The first bit of the code of the network.
    pub const PLATFORM: u32 = 24;
}

/// Records in order.
#[derive(Debug, Default)]
pub(super) struct Tape {
    fixed: Writer,
    /// All texts, one after the other.
    texts: String,
}

impl Tape {
    /// Adds a post.
    pub fn post(&mut self, post: &PostIn<'_>) -> Result<()> {
        let full = |_| ErrorKind::OutOfMemory { what: "posts" };
        self.fixed.reserve(160 + 4 * post.mentions.len())?;
        let mut flags = (post.kind as u32) << flag::KIND | (post.platform as u32) << flag::PLATFORM;
        let mut set = |known: bool, bit: u32| {
            if known {
                flags |= bit;
            }
        };
        let then = post.collected_at.is_some() && post.collected_at == post.time;
        set(post.time.is_some(), flag::TIME);
        set(post.ref_author.is_some(), flag::REF_AUTHOR);
        set(!post.mentions.is_empty(), flag::MENTIONS);
        set(post.collected_at.is_some() && !then, flag::COLLECTED);
        set(then, flag::COLLECTED_THEN);
        set(post.embedded, flag::EMBEDDED);
        let texts = [
            (post.id, flag::ID),
            (post.text, flag::TEXT),
            (post.lang, flag::LANG),
            (post.url, flag::URL),
            (post.ref_post, flag::REF_POST),
        ];
        texts.iter().for_each(|(text, bit)| set(text.is_some(), *bit));
        let counts = counts_of(&post.counts);
        for (at, count) in counts.iter().enumerate() {
            set(count.is_some(), 1 << (flag::COUNTS + at as u32));
        }
        let out = &mut self.fixed;
        out.u32(flags);
        out.u32(post.author.0);
        out.u32(post.row as u32);
        for text in texts.iter().filter_map(|(text, _)| *text) {
            out.u32(text.len() as u32);
            self.texts.try_reserve(text.len()).map_err(full)?;
            self.texts.push_str(text);
        }
        if let Some(time) = post.time {
            out.i64(time);
        }
        if let Some(at) = post.collected_at.filter(|_| !then) {
            out.i64(at);
        }
        if let Some(author) = post.ref_author {
            out.u32(author.0);
        }
        if !post.mentions.is_empty() {
            out.u32(post.mentions.len() as u32);
            post.mentions.iter().for_each(|name| out.u32(name.0));
        }
        counts.iter().flatten().for_each(|count| out.f64(*count));
        Ok(())
    }

    /// Adds a tie.
    pub fn tie(&mut self, tie: &TieIn) -> Result<()> {
        self.fixed.reserve(40)?;
        let out = &mut self.fixed;
        let dated = if tie.time.is_some() { flag::TIME } else { 0 };
        out.u32(flag::TIE | dated | (tie.layer as u32) << flag::KIND);
        out.u32(tie.from.0);
        out.u32(tie.to.0);
        out.u32(tie.row as u32);
        out.f64(tie.weight);
        if let Some(time) = tie.time {
            out.i64(time);
        }
        Ok(())
    }

    /// The records without their texts, and the texts.
    pub fn into_parts(self) -> (Vec<u8>, Vec<u8>) {
        (self.fixed.into_bytes(), self.texts.into_bytes())
    }
}

fn counts_of(counts: &Counts) -> [Option<f64>; 7] {
    let Counts { likes, reposts, replies, quotes, views, saves, clicks } = *counts;
    [likes, reposts, replies, quotes, views, saves, clicks]
}

/// Plays a tape.
#[derive(Debug)]
pub(super) struct Player<'a, 'n> {
    fixed: Scanner<'a>,
    texts: &'a str,
    /// The number here of each name there.
    names: &'n [u32],
    /// What to add to the numbers of rows.
    rows: u64,
}

impl<'a, 'n> Player<'a, 'n> {
    /// A player of the parts of a tape.
    pub fn new(fixed: &'a [u8], texts: &'a [u8], names: &'n [u32], rows: u64) -> Result<Self> {
        let texts = simdutf8::basic::from_utf8(texts).map_err(|_| damaged())?;
        Ok(Player { fixed: Scanner::new(fixed), texts, names, rows })
    }

    #[inline]
    fn name(&mut self) -> Result<NameId> {
        let number = self.fixed.u32()?;
        self.names.get(number as usize).map(|name| NameId(*name)).ok_or_else(damaged)
    }

    #[inline]
    fn text(&mut self, known: bool) -> Result<Option<&'a str>> {
        if !known {
            return Ok(None);
        }
        let length = self.fixed.u32()? as usize;
        let (text, rest) = self.texts.split_at_checked(length).ok_or_else(damaged)?;
        self.texts = rest;
        Ok(Some(text))
    }

    #[inline]
    fn time(&mut self, known: bool) -> Result<Option<Millis>> {
        if known { self.fixed.i64().map(Some) } else { Ok(None) }
    }

    fn row(&mut self) -> Result<u64> {
        Ok(u64::from(self.fixed.u32()?) + self.rows)
    }

    /// Adds every record to a study.
    pub fn play(mut self, into: &mut Builder) -> Result<()> {
        let mut mentions = Vec::new();
        while !self.fixed.is_empty() {
            self.record(&mut mentions, into)?;
        }
        Ok(())
    }

    fn record(&mut self, mentions: &mut Vec<NameId>, into: &mut Builder) -> Result<()> {
        let flags = self.fixed.u32()?;
        let has = |bit: u32| flags & bit != 0;
        let author = self.name()?;
        if has(flag::TIE) {
            let to = self.name()?;
            let row = self.row()?;
            let layer = *Layer::ALL.get((flags >> flag::KIND) as usize & 0x1f).ok_or_else(damaged)?;
            let weight = self.fixed.f64()?;
            let time = self.time(has(flag::TIME))?;
            return into.tie(&TieIn { from: author, to, layer, time, weight, row });
        }
        let row = self.row()?;
        let id = self.text(has(flag::ID))?;
        let text = self.text(has(flag::TEXT))?;
        let lang = self.text(has(flag::LANG))?;
        let url = self.text(has(flag::URL))?;
        let ref_post = self.text(has(flag::REF_POST))?;
        let time = self.time(has(flag::TIME))?;
        let collected_at = if has(flag::COLLECTED_THEN) { time } else { self.time(has(flag::COLLECTED))? };
        let ref_author = if has(flag::REF_AUTHOR) { Some(self.name()?) } else { None };
        mentions.clear();
        if has(flag::MENTIONS) {
            for _ in 0..self.fixed.u32()? {
                mentions.push(self.name()?);
            }
        }
        let mut counts = [None; 7];
        for (at, count) in counts.iter_mut().enumerate() {
            if has(1 << (flag::COUNTS + at as u32)) {
                *count = Some(self.fixed.f64()?);
            }
        }
        let [likes, reposts, replies, quotes, views, saves, clicks] = counts;
        const KINDS: [PostKind; 4] = [PostKind::Original, PostKind::Repost, PostKind::Quote, PostKind::Reply];
        into.post(&PostIn {
            platform: *Platform::ALL.get((flags >> flag::PLATFORM) as usize).ok_or_else(damaged)?,
            id,
            author,
            time,
            kind: *KINDS.get((flags >> flag::KIND) as usize & 0x1f).ok_or_else(damaged)?,
            text,
            lang,
            url,
            ref_post,
            ref_author,
            mentions,
            counts: Counts { likes, reposts, replies, quotes, views, saves, clicks },
            collected_at,
            embedded: has(flag::EMBEDDED),
            row,
        })?;
        Ok(())
    }
}
