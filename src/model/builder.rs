//! Collects records in any order.

use super::archive::{LikeRow, WholeText};
use super::blank::trim;
use super::column::Column;
use super::handle::{LongHandle, ShortHandle, long_handle, normalise_handle, short_handle, short_handle_in};
use super::intern::{Interner, Key, words};
use super::post_id::PostId;
use super::post_index::PostIndex;
use super::record::{
    AccountIn, Layer, Millis, NameId, Platform, PostIn, PostKind, PostOutcome, TieIn, layer_of,
};
use super::rows::{
    CountColumns, FreeTie, Known, NO, NO_TIME, NameRow, Newest, OTHER_FORM, POSTS, PostRow, PostTie,
    ProfileRow, cut, earliest, newest_number, newest_text, push,
};
use super::strings::{StrId, Strings};
use super::tally::Tally;
use super::tape::Tape;
use super::worth::Worths;
use crate::error::{ErrorKind, Result};
use crate::issue::Content;
use crate::math::narrow;
use fixedbitset::FixedBitSet;
use std::collections::BTreeMap;

/// A moment of the building.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mark {
    posts: usize,
    ties: (usize, usize),
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
    pub(super) names: Interner<NameRow>,
    pub(super) profiles: Column<ProfileRow>,
    pub(super) worths: Worths,
    /// (handle, id) pairs beyond the first of a handle, with when they were seen.
    pub(super) reused: BTreeMap<(u32, u32), (Millis, Millis)>,
    /// Whether any handle was seen with an id.
    pub(super) linked: bool,
    /// Ids of posts → rows of `posts`.
    post_index: PostIndex,
    pub(super) posts: Column<PostRow>,
    /// Addresses of posts: as long as the last post that has one.
    pub(super) urls: Column<StrId>,
    pub(super) counts: CountColumns,
    pub(super) post_ties: Column<PostTie>,
    pub(super) free_ties: Column<FreeTie>,
    pub(super) likes: Vec<LikeRow>,
    pub(super) whole_texts: Vec<WholeText>,
    pub(super) langs: Vec<String>,
    /// The same, to compare at a glance.
    lang_keys: Vec<(u64, u64)>,
    files: u16,
    total_posts: u64,
    total_ties: u64,
    total_self_ties: u64,
    /// Posts that refer to a post whose author nobody has named yet.
    awaiting: Vec<u32>,
    /// Handles that were looked at ahead, and how many of them were asked for.
    foreseen: Vec<Foreseen>,
    asked: usize,
    pub(super) tally: Tally,
    key: String,
    /// Where posts and ties go instead, in an engine that reads a part of a file for another one.
    pub(super) tape: Option<Box<Tape>>,
}

/// A short handle that was looked at ahead: where its text lies, what it is, and the number that it most likely has.
#[derive(Debug, Clone, Copy)]
struct Foreseen {
    at: usize,
    length: usize,
    low: u64,
    high: u64,
    capitals: u16,
    number: u32,
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
        // Past so many files their numbers are no longer told apart; their rows still are.
        self.files = self.files.saturating_add(1);
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
        let seen = account.handle.and_then(|handle| self.seen_ahead(handle));
        let short = match (seen, account.handle) {
            (Some(seen), Some(handle)) => Some(ShortHandle {
                low: seen.low,
                high: seen.high,
                capitals: seen.capitals,
                shown: handle.strip_prefix('@').unwrap_or(handle),
            }),
            (_, handle) => handle.and_then(short_handle),
        };
        let number = match (short, account.id) {
            (Some(handle), None) => {
                let number =
                    self.short_name(account.platform, &handle, seen.map_or(NO, |seen| seen.number))?;
                self.show_short(number, &handle, at)?;
                number
            }
            (None, None) if let Some(handle) = account.handle.and_then(long_handle) => {
                let number = self.name(tag(account.platform, true), handle.key())?;
                self.show_long(number, &handle, at)?;
                number
            }
            _ => {
                let mut key = std::mem::take(&mut self.key);
                let named = self.names_of(account, &mut key, at);
                self.key = key;
                let Some((number, shown)) = named? else { return Ok(None) };
                let row = self.names.row_mut(number);
                if newest_text(&mut row.shown, shown, at, &mut self.strings)? {
                    row.capitals = OTHER_FORM;
                }
                number
            }
        };
        self.tell(number, account)?;
        Ok(Some(NameId(number)))
    }

    /// Looks at accounts that are about to be named, all at once: so their rows are in the processor's cache when their
    /// turn comes, and the waits for memory are one wait. With each, sixteen bytes from its beginning on, where there are
    /// so many. The texts stay where they are until it is called again, with
    /// none at the least.
    pub(crate) fn foresee<'h>(
        &mut self,
        platform: Platform,
        handles: impl Iterator<Item = (&'h str, Option<&'h [u8; 16]>)>,
    ) {
        const MOST: usize = 64;
        /// As long as they are so few, they are in the cache anyway.
        const FEW: usize = 1 << 13;
        self.foreseen.clear();
        self.asked = 0;
        if self.names.len() < FEW {
            return;
        }
        let (mut hashes, mut count) = ([0; MOST], 0);
        let (mut long, mut longs) = ([0; MOST], 0);
        let tag = tag(platform, true);
        for (text, room) in handles.filter(|(handle, _)| !handle.is_empty()).take(MOST) {
            let short = room.map_or_else(|| short_handle(text), |room| short_handle_in(text, room));
            if let Some(ShortHandle { low, high, capitals, .. }) = short {
                hashes[count] = Key::of_words(tag, low, high).hash();
                let at = text.as_ptr().addr();
                let number = count as u32;
                self.foreseen.push(Foreseen { at, length: text.len(), low, high, capitals, number });
                count += 1;
            } else if let Some(handle) = long_handle(text) {
                hashes[count] = Key::of(tag, handle.key()).hash();
                (long[longs], longs) = (count, longs + 1);
                count += 1;
            }
        }
        // One loop for each kind of memory, of loads that do not wait for one another.
        let mut numbers = [NO; MOST];
        for (number, hash) in numbers.iter_mut().zip(&hashes[..count]) {
            *number = self.names.likely(*hash).unwrap_or(NO);
        }
        let mut seen = numbers[..count].iter().fold(0, |seen, number| seen ^ self.names.glance(*number));
        for foreseen in &mut self.foreseen {
            foreseen.number = numbers[foreseen.number as usize];
        }
        // The texts of long names are compared.
        let mut texts = [StrId::NONE; MOST];
        for (text, at) in texts.iter_mut().zip(&long[..longs]) {
            *text = self.names.glance_at_text(numbers[*at]);
        }
        for text in &texts[..longs] {
            seen ^= u32::from(self.strings.bytes(*text).first().copied().unwrap_or_default());
        }
        std::hint::black_box(seen);
    }

    /// What is known of a text that was looked at ahead: of that very one, where it lies. They are asked for in order,
    /// but some are left out.
    #[inline]
    fn seen_ahead(&mut self, text: &str) -> Option<Foreseen> {
        const NEAR: usize = 4;
        let rest = self.foreseen.get(self.asked..)?;
        let (at, length) = (text.as_ptr().addr(), text.len());
        let next = rest.iter().take(NEAR).position(|seen| seen.at == at && seen.length == length)?;
        self.asked += next + 1;
        rest.get(next).copied()
    }

    /// Notes the display form of an account that goes by a long handle.
    fn show_long(&mut self, number: u32, handle: &LongHandle<'_>, at: Millis) -> Result<()> {
        let key = self.names.text(number);
        let row = self.names.row_mut(number);
        if handle.is_shown_as_it_is() && (row.shown.value == key || !row.shown.value.is_some()) {
            // The key is the display form.
            row.shown = Newest { at: at.max(row.shown.at), value: key };
            return Ok(());
        }
        newest_text(&mut row.shown, Some(handle.shown), at, &mut self.strings)?;
        Ok(())
    }

    /// Remembers what a record says of a name, but for its handle.
    #[inline]
    pub(super) fn tell(&mut self, number: u32, account: &AccountIn<'_>) -> Result<()> {
        let at = account.at.unwrap_or(NO_TIME);
        if account.followers.is_some() {
            self.followed(number, account.followers, at);
        }
        let more = account.name.is_some()
            || account.bio.is_some()
            || account.location.is_some()
            || account.following.is_some()
            || account.posts_total.is_some()
            || account.verified.is_some();
        if more { self.profile(number, account, at) } else { Ok(()) }
    }

    /// Notes a number of followers.
    #[inline]
    pub(super) fn followed(&mut self, number: u32, followers: Option<f64>, at: Millis) {
        let held = &mut self.names.row_mut(number).followers;
        let unknown = held.value.is_nan();
        newest_number(held, followers, at);
        self.tally.followers += u64::from(unknown && !held.value.is_nan());
    }

    /// What few exports say of an account.
    fn profile(&mut self, number: u32, account: &AccountIn<'_>, at: Millis) -> Result<()> {
        let row = self.profile_row(number)?;
        newest_number(&mut row.following, account.following, at);
        newest_number(&mut row.posts_total, account.posts_total, at);
        if let Some(verified) = account.verified {
            let new = (at, i8::from(verified));
            if new > (row.verified.at, row.verified.value) {
                row.verified = Newest { at: new.0, value: new.1 };
            }
        }
        let (mut name, mut bio, mut location) = (row.name, row.bio, row.location);
        newest_text(&mut name, account.name, at, &mut self.strings)?;
        newest_text(&mut bio, account.bio, at, &mut self.strings)?;
        newest_text(&mut location, account.location, at, &mut self.strings)?;
        let row = self.profile_row(number)?;
        (row.name, row.bio, row.location) = (name, bio, location);
        Ok(())
    }

    pub(super) fn profile_row(&mut self, number: u32) -> Result<&mut ProfileRow> {
        let number = number as usize;
        if self.profiles.len() <= number {
            self.profiles.set(number, ProfileRow::new(), ProfileRow::new(), "accounts")?;
        }
        Ok(&mut self.profiles[number])
    }

    /// Notes the display form of an account that goes by a short handle.
    #[inline]
    pub(super) fn show_short(&mut self, number: u32, handle: &ShortHandle<'_>, at: Millis) -> Result<()> {
        let row = self.names.row_mut(number);
        if row.capitals != handle.capitals {
            return self.show_other(number, handle, at);
        }
        row.shown.at = row.shown.at.max(at);
        Ok(())
    }

    /// Notes a display form that is not the one known.
    fn show_other(&mut self, number: u32, handle: &ShortHandle<'_>, at: Millis) -> Result<()> {
        let key = self.names.text(number);
        let row = self.names.row_mut(number);
        if !row.shown.value.is_some() && handle.capitals == 0 {
            // The key is the display form.
            row.shown = Newest { at, value: key };
        } else {
            newest_text(&mut row.shown, Some(handle.shown), at, &mut self.strings)?;
        }
        if self.strings.get(row.shown.value) == handle.shown {
            row.capitals = handle.capitals;
        }
        Ok(())
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
        if !self.names.row(number).shown.value.is_some() {
            let shown = if bundle.is_empty() { "(owner)".to_owned() } else { format!("({bundle})") };
            let value = self.strings.add(&shown)?;
            self.names.row_mut(number).shown = Newest { at: NO_TIME, value };
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
            self.link(owner.0, name.0, NO_TIME)?;
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
            self.link(handle, id, at)?;
        }
        Ok(id.or(handle).map(|number| (number, shown)))
    }

    fn name(&mut self, tag: u8, text: &str) -> Result<u32> {
        self.name_of(Key::of(tag, text), text)
    }

    /// [`Builder::name`] of a text whose key is at hand.
    #[inline]
    pub(super) fn name_of(&mut self, key: Key, text: &str) -> Result<u32> {
        match self.names.find(key, text, &self.strings) {
            Some(number) => Ok(number),
            None => self.new_name(key, text),
        }
    }

    /// [`Builder::name`] of a short handle, whose key is at hand.
    /// `likely` is the number that it most likely has.
    #[inline]
    fn short_name(&mut self, platform: Platform, handle: &ShortHandle<'_>, likely: u32) -> Result<u32> {
        let key = Key::of_words(tag(platform, true), handle.low, handle.high);
        if self.names.is(likely, key) {
            return Ok(likely);
        }
        match self.names.find(key, "", &self.strings) {
            Some(number) => Ok(number),
            None => self.new_name(key, &handle.shown.to_ascii_lowercase()),
        }
    }

    #[cold]
    fn new_name(&mut self, key: Key, text: &str) -> Result<u32> {
        self.names.insert(key, text, NameRow::new(), &mut self.strings)
    }

    fn link(&mut self, handle: u32, id: u32, at: Millis) -> Result<()> {
        self.link_over(handle, id, (at, at))
    }

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

    /// Adds the ties of a post. `counted` are those that the totals count already: the one towards the author of the
    /// post it refers to, and so many mentions.
    fn ties_of(&mut self, post: &PostIn<'_>, kind: PostKind, number: u32, counted: (bool, u8)) -> Result<()> {
        let answered = post.ref_author;
        if let (Some(layer), Some(to)) = (layer_of(kind), answered) {
            self.post_tie(PostTie::new(post.author.0, to.0, number, layer), !counted.0)?;
        }
        if kind == PostKind::Repost {
            return Ok(());
        }
        let mut mentions = 0_u8;
        for (i, to) in post.mentions.iter().enumerate() {
            let answers = kind == PostKind::Reply && Some(*to) == answered;
            if !answers && !post.mentions[..i].contains(to) {
                mentions = mentions.saturating_add(1);
                let tie = PostTie::new(post.author.0, to.0, number, Layer::Mention);
                self.post_tie(tie, mentions > counted.1)?;
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
        if let Some(tape) = &mut self.tape {
            return tape.tie(tie);
        }
        self.count_tie_of(tie.from.0, tie.to.0, tie.layer);
        let (from, to, layer, weight) = (tie.from.0, tie.to.0, tie.layer, narrow(tie.weight));
        let time = tie.time.unwrap_or(NO_TIME);
        self.free_ties.push(FreeTie { from, to, time, weight, layer }, "ties")
    }

    fn post_tie(&mut self, tie: PostTie, count: bool) -> Result<()> {
        if count {
            self.count_tie_of(tie.from, tie.to, tie.layer());
        }
        self.post_ties.push(tie, "ties")
    }

    /// Counts one tie.
    pub(super) fn count_tie_of(&mut self, from: u32, to: u32, layer: Layer) {
        self.total_ties += u64::from(from != to);
        self.total_self_ties += u64::from(from == to);
        self.tally.layers[layer as usize] += u64::from(from != to);
    }

    /// Counts the ties of posts that refer to a post by its id alone, whose author was met meanwhile, before or after:
    /// call it at the end of a file, before reading the totals. Freezing makes the ties themselves.
    pub fn settle(&mut self) {
        let posts = &self.posts;
        let mut found = Vec::new();
        self.awaiting.retain(|number| {
            let post = &posts[*number as usize];
            if post.ref_author != NO || post.ref_post == NO {
                return false;
            }
            let to = posts[post.ref_post as usize].author;
            if to != NO {
                found.extend(layer_of(post.kind).map(|layer| (post.author, to, layer)));
            }
            to == NO
        });
        for (from, to, layer) in found {
            self.count_tie_of(from, to, layer);
        }
        self.settle_likes();
    }

    /// Totals so far: posts, ties, self-ties. A receipt is the difference of two readings.
    pub fn totals(&self) -> (u64, u64, u64) {
        (self.total_posts, self.total_ties, self.total_self_ties)
    }

    /// Where the builder stands, for [`Builder::undo`].
    pub fn mark(&self) -> Mark {
        Mark {
            posts: self.posts.len(),
            ties: (self.post_ties.len(), self.free_ties.len()),
            likes: self.likes.len(),
            whole_texts: self.whole_texts.len(),
            names: self.names.len(),
            totals: (self.total_posts, self.total_ties, self.total_self_ties),
            tally: self.tally,
        }
    }

    /// What was added since, as the receipt of a file says it.
    pub fn content_since(&self, mark: &Mark) -> Content {
        let mut written = FixedBitSet::with_capacity(self.names.len());
        let authors = self.posts.iter().skip(mark.posts);
        let authors = authors.filter(|post| post.known != Known::Reference && post.author != NO);
        let authors = authors.map(|post| post.author);
        // A handle that is linked to an id is a second name of that account. Most exports tell no ids: asking for the
        // row of each author would be the dearest part of a receipt.
        let accounts = if self.linked {
            authors.for_each(|author| {
                let id = self.names.row(author).id;
                written.insert(if id == NO { author } else { id } as usize);
            });
            self.names.rows().skip(mark.names).filter(|row| row.id == NO).count()
        } else {
            authors.for_each(|author| written.insert(author as usize));
            self.names.len() - mark.names
        };
        let written = written.count_ones(..);
        self.tally.since(&mark.tally, accounts as u64, written as u64)
    }

    /// Takes back what a file added that turned out to be a copy of an earlier one: its rows without an id and its
    /// ties. Its names and its posts with an id were all known, so nothing else was added.
    pub fn undo(&mut self, mark: &Mark) {
        self.posts.truncate(mark.posts);
        self.post_index.truncate(mark.posts);
        self.urls.truncate(mark.posts);
        self.counts.truncate(mark.posts);
        self.post_ties.truncate(mark.ties.0);
        self.free_ties.truncate(mark.ties.1);
        self.likes.truncate(mark.likes);
        self.whole_texts.truncate(mark.whole_texts);
        self.awaiting.retain(|number| (*number as usize) < mark.posts);
        (self.total_posts, self.total_ties, self.total_self_ties) = mark.totals;
        self.tally = mark.tally;
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
}

/// What an id of a post leads to.
enum Named {
    /// A row.
    Known(u32),
    /// None yet; the id as it is held.
    New(PostId),
}
