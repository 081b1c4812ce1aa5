//! Collects records in any order.

use super::archive::{LikeRow, WholeText};
use super::handle::normalise_handle;
use super::intern::Interner;
use super::record::{
    AccountIn, Layer, Millis, NameId, Platform, PostIn, PostKind, PostOutcome, TieIn, layer_of,
};
use super::rows::{
    CountColumns, Known, NO, NO_TIME, NameRow, Newest, PostRow, TieRow, cut, earliest, newest_number,
    newest_text, push,
};
use super::strings::{StrId, Strings};
use super::tally::Tally;
use crate::error::{ErrorKind, Result};
use crate::issue::Content;
use std::collections::BTreeMap;

/// A moment of the building.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mark {
    posts: usize,
    ties: usize,
    likes: usize,
    whole_texts: usize,
    names: usize,
    totals: (u64, u64, u64),
    tally: Tally,
}

impl Mark {
    /// Totals at that moment: posts, ties, self-ties.
    pub fn totals(&self) -> (u64, u64, u64) {
        self.totals
    }
}

/// Collects accounts, posts and ties from any number of files, in any order.
#[derive(Debug, Default)]
pub struct Builder {
    pub(super) strings: Strings,
    pub(super) names: Interner,
    pub(super) name_rows: Vec<NameRow>,
    /// (handle, id) pairs beyond the first of a handle, with when they were seen.
    pub(super) reused: BTreeMap<(u32, u32), (Millis, Millis)>,
    pub(super) post_ids: Interner,
    /// Number of `post_ids` → row of `posts`.
    pub(super) post_of_id: Vec<u32>,
    pub(super) posts: Vec<PostRow>,
    pub(super) counts: CountColumns,
    pub(super) ties: Vec<TieRow>,
    pub(super) likes: Vec<LikeRow>,
    pub(super) whole_texts: Vec<WholeText>,
    pub(super) langs: Vec<String>,
    files: u16,
    total_posts: u64,
    total_ties: u64,
    total_self_ties: u64,
    /// Posts that refer to a post whose author nobody has named yet.
    awaiting: Vec<u32>,
    tally: Tally,
    key: String,
}

/// Name tags: platform and whether the name is a handle.
pub(super) fn tag(platform: Platform, is_handle: bool) -> u8 {
    (platform as u8) << 1 | u8::from(is_handle)
}

impl Builder {
    /// An empty study.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says that the records to come are of the next file, and returns its number, from 0.
    pub fn begin_file(&mut self) -> u32 {
        self.files += 1;
        u32::from(self.files) - 1
    }

    /// Language codes met, in order; [`super::Posts::lang`] is 1 + an index of them.
    pub fn langs(&self) -> &[String] {
        &self.langs
    }

    /// The arena of texts.
    pub fn strings(&self) -> &Strings {
        &self.strings
    }

    /// Registers what a record says of an account, and returns a name for it.
    ///
    /// Returns `None` when neither an id nor a handle is left after normalisation (an account that cannot be named).
    /// With an id and a handle both, the two are remembered as names of one account.
    ///
    /// # Errors
    /// `memory.exhausted`, `limit.reached`.
    pub fn account(&mut self, account: &AccountIn<'_>) -> Result<Option<NameId>> {
        let at = account.at.unwrap_or(NO_TIME);
        let mut key = std::mem::take(&mut self.key);
        let named = self.names_of(account, &mut key, at);
        self.key = key;
        let Some((number, shown)) = named? else { return Ok(None) };
        self.tell(number, account, shown)?;
        Ok(Some(NameId(number)))
    }

    /// Remembers what a record says of a name.
    pub(super) fn tell(&mut self, number: u32, account: &AccountIn<'_>, shown: Option<&str>) -> Result<()> {
        let at = account.at.unwrap_or(NO_TIME);
        let row = &mut self.name_rows[number as usize];
        let unknown = row.followers.value.is_nan();
        newest_number(&mut row.followers, account.followers, at);
        self.tally.followers += u64::from(unknown && !row.followers.value.is_nan());
        newest_number(&mut row.following, account.following, at);
        newest_number(&mut row.posts_total, account.posts_total, at);
        if let Some(verified) = account.verified {
            let new = (at, i8::from(verified));
            if new > (row.verified.at, row.verified.value) {
                row.verified = Newest { at: new.0, value: new.1 };
            }
        }
        newest_text(&mut row.shown, shown, at, &mut self.strings)?;
        newest_text(&mut row.name, account.name, at, &mut self.strings)?;
        newest_text(&mut row.bio, account.bio, at, &mut self.strings)
    }

    /// The account of the person whose archive a file is a part of. Another file of the same bundle may tell who that
    /// is, before or after (see [`Builder::owner_is`]); where none does, the account is shown as the owner of the bundle.
    ///
    /// # Errors
    /// `memory.exhausted`, `limit.reached`.
    pub fn owner(&mut self, platform: Platform, bundle: &str) -> Result<NameId> {
        // No handle can hold this mark: normalisation takes control characters out.
        let key = format!("\u{1}{bundle}");
        let number = self.name(tag(platform, true), &key)?;
        if !self.name_rows[number as usize].shown.value.is_some() {
            let shown = if bundle.is_empty() { "(owner)".to_owned() } else { format!("({bundle})") };
            let value = self.strings.add(&shown)?;
            self.name_rows[number as usize].shown = Newest { at: NO_TIME, value };
        }
        Ok(NameId(number))
    }

    /// Says who the owner of a bundle is.
    ///
    /// # Errors
    /// As [`Builder::owner`].
    pub fn owner_is(&mut self, platform: Platform, bundle: &str, name: NameId) -> Result<()> {
        let owner = self.owner(platform, bundle)?;
        if owner != name {
            self.link(owner.0, name.0, NO_TIME);
        }
        Ok(())
    }

    fn names_of<'a>(
        &mut self,
        account: &AccountIn<'a>,
        key: &mut String,
        at: Millis,
    ) -> Result<Option<(u32, Option<&'a str>)>> {
        let shown = account.handle.and_then(|h| normalise_handle(account.platform, h, key));
        let handle = if shown.is_some() { Some(self.name(tag(account.platform, true), key)?) } else { None };
        let id = match account.id.map(str::trim).filter(|id| !id.is_empty()) {
            Some(id) => Some(self.name(tag(account.platform, false), id)?),
            None => None,
        };
        if let (Some(id), Some(handle)) = (id, handle) {
            self.link(handle, id, at);
        }
        Ok(id.or(handle).map(|number| (number, shown)))
    }

    fn name(&mut self, tag: u8, key: &str) -> Result<u32> {
        let (number, new) = self.names.intern(tag, key, &mut self.strings)?;
        if new {
            push(&mut self.name_rows, NameRow::new(), "accounts")?;
        }
        Ok(number)
    }

    fn link(&mut self, handle: u32, id: u32, at: Millis) {
        let row = &mut self.name_rows[handle as usize];
        let seen = if row.id == NO || row.id == id {
            if row.id == NO {
                row.id_seen = (at, at);
            }
            row.id = id;
            &mut row.id_seen
        } else {
            self.reused.entry((handle, id)).or_insert((at, at))
        };
        *seen = (earliest(seen.0, at), seen.1.max(at));
    }

    /// Registers a post and the ties it makes: repost, quote or reply towards `ref_author`, and one mention for each
    /// distinct account named (not for reposts; not for the account a reply answers).
    ///
    /// # Errors
    /// `memory.exhausted`, `limit.reached`.
    pub fn post(&mut self, post: &PostIn<'_>) -> Result<PostOutcome> {
        let known = if post.embedded { Known::Embedded } else { Known::Record };
        let (number, was) = self.post_number(post.platform, post.id)?;
        let ref_post = match post.ref_post.map(str::trim).filter(|id| !id.is_empty()) {
            Some(id) => {
                let (reference, _) = self.post_number(post.platform, Some(id))?;
                let row = &mut self.posts[reference as usize];
                if row.author == NO {
                    row.author = post.ref_author.map_or(NO, |a| a.0);
                }
                reference
            }
            None => NO,
        };
        let text = post.text.map(|t| cut(t, crate::limits::TEXT_BYTES)).unwrap_or_default();
        let lang = self.lang(post.lang);
        let old = self.posts[number as usize];
        let keeps_text = text.is_empty() || {
            let held = self.strings.get(old.text);
            (held.len(), held) >= (text.len(), text)
        };
        let text = if keeps_text { old.text } else { self.strings.add(text)? };
        let url = match post.url {
            Some(url) if !old.url.is_some() => self.strings.add(cut(url, 2_048))?,
            _ => old.url,
        };
        let of_record = known > old.known;
        let time = post.time.unwrap_or(NO_TIME);
        let row = &mut self.posts[number as usize];
        row.text = text;
        row.url = url;
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
        let kind = row.kind;
        self.tally.texts += u64::from(!old.text.is_some() && row.text.is_some());
        self.tally.dated += u64::from(old.time == NO_TIME && row.time != NO_TIME);
        self.tally.viewed += u64::from(post.counts.views.is_some() && old.known < known);
        self.counts.set(number as usize, self.posts.len(), &post.counts, post.collected_at)?;
        let new = was == Known::Reference;
        self.total_posts += u64::from(new);
        let held = &self.posts[number as usize];
        let first = new || (of_record && old.ref_post == NO);
        if first && held.ref_author == NO && held.ref_post != NO && held.kind != PostKind::Original {
            push(&mut self.awaiting, number, "posts")?;
        }
        // A post met again may bring ties that its first record left out; freezing keeps each tie of a post once.
        if new || of_record {
            let answers = old.kind != PostKind::Original && old.ref_author != NO;
            self.ties_of(post, kind, number, time, (answers, old.mentions))?;
        }
        Ok(if new { PostOutcome::New } else { PostOutcome::Known })
    }

    /// Adds the ties of a post. `counted` are those that the totals count already: the one towards the author of the
    /// post it refers to, and so many mentions.
    fn ties_of(
        &mut self,
        post: &PostIn<'_>,
        kind: PostKind,
        number: u32,
        time: Millis,
        counted: (bool, u8),
    ) -> Result<()> {
        let answered = post.ref_author;
        if let (Some(layer), Some(to)) = (layer_of(kind), answered) {
            self.push_tie(post.author, to, layer, time, 1.0, number, !counted.0)?;
        }
        if kind == PostKind::Repost {
            return Ok(());
        }
        let mut mentions = 0_u8;
        for (i, to) in post.mentions.iter().enumerate() {
            let answers = kind == PostKind::Reply && Some(*to) == answered;
            if !answers && !post.mentions[..i].contains(to) {
                mentions = mentions.saturating_add(1);
                self.push_tie(post.author, *to, Layer::Mention, time, 1.0, number, mentions > counted.1)?;
            }
        }
        let row = &mut self.posts[number as usize];
        row.mentions = row.mentions.max(mentions);
        Ok(())
    }

    /// Registers a tie that comes without a post. A tie of an account with itself is counted, never used.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn tie(&mut self, tie: &TieIn) -> Result<()> {
        let time = tie.time.unwrap_or(NO_TIME);
        self.push_tie(tie.from, tie.to, tie.layer, time, tie.weight as f32, NO, true)
    }

    #[allow(clippy::too_many_arguments)]
    fn push_tie(
        &mut self,
        from: NameId,
        to: NameId,
        layer: Layer,
        time: Millis,
        weight: f32,
        post: u32,
        count: bool,
    ) -> Result<()> {
        if count && from == to {
            self.total_self_ties += 1;
        } else if count {
            self.total_ties += 1;
            self.tally.layers[layer as usize] += 1;
        }
        push(&mut self.ties, TieRow { from: from.0, to: to.0, post, time, weight, layer }, "ties")
    }

    /// Counts the ties of posts that refer to a post by its id alone, whose author was met meanwhile, before or after:
    /// call it at the end of a file, before reading the totals. Freezing makes the ties themselves.
    pub fn settle(&mut self) {
        let posts = &self.posts;
        let (mut ties, mut self_ties) = (0, 0);
        self.awaiting.retain(|number| {
            let post = &posts[*number as usize];
            if post.ref_author != NO || post.ref_post == NO {
                return false;
            }
            let to = posts[post.ref_post as usize].author;
            if to == post.author {
                self_ties += 1;
            } else if to != NO {
                ties += 1;
            }
            to == NO
        });
        self.add_totals(ties, self_ties);
        self.settle_likes();
    }

    /// Adds to the totals.
    pub(super) fn add_totals(&mut self, ties: u64, self_ties: u64) {
        self.total_ties += ties;
        self.total_self_ties += self_ties;
    }

    /// Counts one tie.
    pub(super) fn count_tie(&mut self, own: bool) {
        self.add_totals(u64::from(!own), u64::from(own));
    }

    /// Totals so far: posts, ties, self-ties. A receipt is the difference of two readings.
    pub fn totals(&self) -> (u64, u64, u64) {
        (self.total_posts, self.total_ties, self.total_self_ties)
    }

    /// Where the builder stands, for [`Builder::undo`].
    pub fn mark(&self) -> Mark {
        Mark {
            posts: self.posts.len(),
            ties: self.ties.len(),
            likes: self.likes.len(),
            whole_texts: self.whole_texts.len(),
            names: self.name_rows.len(),
            totals: (self.total_posts, self.total_ties, self.total_self_ties),
            tally: self.tally,
        }
    }

    /// What was added since, as the receipt of a file says it.
    pub fn content_since(&self, mark: &Mark) -> Content {
        // A handle that is linked to an id is a second name of that account.
        let accounts = self.name_rows.iter().skip(mark.names).filter(|row| row.id == NO).count();
        let mut written: Vec<u32> = self
            .posts
            .iter()
            .skip(mark.posts)
            .filter(|post| post.known != Known::Reference && post.author != NO)
            .map(|post| match self.name_rows.get(post.author as usize) {
                Some(row) if row.id != NO => row.id,
                _ => post.author,
            })
            .collect();
        written.sort_unstable();
        written.dedup();
        self.tally.since(&mark.tally, accounts as u64, written.len() as u64)
    }

    /// Takes back what a file added that turned out to be a copy of an earlier one: its rows without an id and its
    /// ties. Its names and its posts with an id were all known, so nothing else was added.
    pub fn undo(&mut self, mark: &Mark) {
        self.posts.truncate(mark.posts);
        self.ties.truncate(mark.ties);
        self.likes.truncate(mark.likes);
        self.whole_texts.truncate(mark.whole_texts);
        self.awaiting.retain(|number| (*number as usize) < mark.posts);
        self.counts.collected_at.truncate(mark.posts);
        self.counts.columns.iter_mut().for_each(|c| c.truncate(mark.posts));
        (self.total_posts, self.total_ties, self.total_self_ties) = mark.totals;
        self.tally = mark.tally;
    }

    /// Row of a post, and how much of it was known before; a post without an id is always a new row.
    pub(super) fn post_number(&mut self, platform: Platform, id: Option<&str>) -> Result<(u32, Known)> {
        let mut key = StrId::NONE;
        if let Some(id) = id.map(str::trim).filter(|id| !id.is_empty()) {
            let (number, new) = self.post_ids.intern(platform as u8, id, &mut self.strings)?;
            if !new {
                let row = self.post_of_id[number as usize];
                return Ok((row, self.posts[row as usize].known));
            }
            push(&mut self.post_of_id, self.posts.len() as u32, "posts")?;
            key = self.post_ids.key(number);
        }
        let row = PostRow {
            id: key,
            text: StrId::NONE,
            url: StrId::NONE,
            time: NO_TIME,
            author: NO,
            ref_post: NO,
            ref_author: NO,
            row: 0,
            file: 0,
            lang: 0,
            platform,
            kind: PostKind::Original,
            known: Known::Reference,
            mentions: 0,
        };
        if self.posts.len() >= crate::limits::IDS {
            return Err(ErrorKind::LimitReached { limit: "IDS", value: crate::limits::IDS as f64 }.into());
        }
        push(&mut self.posts, row, "posts")?;
        Ok((self.posts.len() as u32 - 1, Known::Reference))
    }

    /// Languages are few: a list is enough. 0 is unknown.
    fn lang(&mut self, lang: Option<&str>) -> u16 {
        let Some(lang) = lang.map(str::trim).filter(|l| !l.is_empty() && l.len() <= 12) else { return 0 };
        match self.langs.iter().position(|l| l == lang) {
            Some(at) => at as u16 + 1,
            None if self.langs.len() < 500 => {
                self.langs.push(lang.to_owned());
                self.langs.len() as u16
            }
            None => 0,
        }
    }
}
