//! Rows of a study while it is being built, and how several readings of one value become one.

use super::column::Column;
use super::counter::Counter;
use super::post_id::PostId;
use super::record::{Counts, Layer, Millis, Platform, PostKind};
use super::strings::{StrId, Strings};
use crate::error::{ErrorKind, Result};

/// "Nobody", "nothing" in columns of ids.
pub(super) const NO: u32 = u32::MAX;
/// "No time known" in columns of times.
pub(super) const NO_TIME: Millis = Millis::MIN;

/// A value and the moment it was true: the newest wins, and of two as new the greater, so that order never matters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Newest<T> {
    pub at: Millis,
    pub value: T,
}

/// What is known of one name: what nearly every record of a post touches.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameRow {
    pub shown: Newest<StrId>,
    pub followers: Newest<f64>,
    /// For a handle: the first id it was seen with. Further ids are in `Builder::reused`.
    pub id: u32,
    /// Which letters of `shown` are capitals, where it is otherwise the key; [`OTHER_FORM`] where it is not.
    pub capitals: u16,
}

/// The display form is not the key with capitals.
pub(super) const OTHER_FORM: u16 = u16::MAX;

const NO_TEXT: Newest<StrId> = Newest { at: NO_TIME, value: StrId::NONE };
const NO_NUMBER: Newest<f64> = Newest { at: NO_TIME, value: f64::NAN };

impl NameRow {
    /// Nothing known.
    pub const fn new() -> Self {
        NameRow { shown: NO_TEXT, followers: NO_NUMBER, id: NO, capitals: OTHER_FORM }
    }
}

/// What few exports say of an account. A column of these is as long as its last row that says something.
#[derive(Debug, Clone, Copy)]
pub(super) struct ProfileRow {
    pub name: Newest<StrId>,
    pub bio: Newest<StrId>,
    pub location: Newest<StrId>,
    pub following: Newest<f64>,
    pub posts_total: Newest<f64>,
    pub verified: Newest<i8>,
    /// For a handle: when it was seen with `NameRow::id`.
    pub id_seen: (Millis, Millis),
}

impl ProfileRow {
    /// Nothing known.
    pub const fn new() -> Self {
        ProfileRow {
            name: NO_TEXT,
            bio: NO_TEXT,
            location: NO_TEXT,
            following: NO_NUMBER,
            posts_total: NO_NUMBER,
            verified: Newest { at: NO_TIME, value: -1 },
            id_seen: (NO_TIME, NO_TIME),
        }
    }
}

/// How much of a post is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    /// Only that somebody referred to it.
    Reference,
    /// Found inside another record.
    Embedded,
    /// A record of its own.
    Record,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct PostRow {
    pub id: PostId,
    pub text: StrId,
    pub time: Millis,
    pub author: u32,
    pub ref_post: u32,
    pub ref_author: u32,
    pub row: u32,
    pub file: u16,
    pub lang: u16,
    pub platform: Platform,
    pub kind: PostKind,
    pub known: Known,
    /// Mentions of it that the totals count already.
    pub mentions: u8,
}

impl PostRow {
    /// A post of which only the id is known.
    pub const fn new(platform: Platform, id: PostId) -> Self {
        PostRow {
            id,
            text: StrId::NONE,
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
        }
    }
}

/// Posts of a study: their numbers share a `u32` with the kind of tie.
pub(super) const POSTS: usize = (1 << 29) - 1;

/// A tie that a post made. Its time is the post's.
#[derive(Debug, Clone, Copy)]
pub(super) struct PostTie {
    pub from: u32,
    pub to: u32,
    post_and_layer: u32,
}

impl PostTie {
    /// A tie of a post, whose number is at most [`POSTS`].
    pub fn new(from: u32, to: u32, post: u32, layer: Layer) -> Self {
        PostTie { from, to, post_and_layer: post << 3 | layer as u32 }
    }

    /// The post.
    pub fn post(self) -> u32 {
        self.post_and_layer >> 3
    }

    /// Its kind.
    pub fn layer(self) -> Layer {
        Layer::ALL[(self.post_and_layer & 7) as usize]
    }
}

/// A tie of a log or of a network file.
#[derive(Debug, Clone, Copy)]
pub(super) struct FreeTie {
    pub from: u32,
    pub to: u32,
    pub time: Millis,
    pub weight: f32,
    pub layer: Layer,
}

/// Counters, a column each, as long as its last row that has one: most exports have three of the seven.
#[derive(Debug, Default)]
pub(super) struct CountColumns {
    columns: [Counter; 7],
    /// When the counters were read; [`WITH_POST`] where that is the time of the post, and beyond the end.
    collected_at: Column<Millis>,
}

/// The counters were read when the post was written, or so its record says.
const WITH_POST: Millis = Millis::MIN + 1;

impl CountColumns {
    /// Merges a reading of the counters of a row. `times` are the post's time before this record, and after.
    pub fn set(
        &mut self,
        row: usize,
        times: (Millis, Millis),
        counts: &Counts,
        collected_at: Option<Millis>,
    ) -> Result<()> {
        let at = collected_at.unwrap_or(NO_TIME);
        let held = match self.collected_at.get(row) {
            None | Some(WITH_POST) => times.0,
            Some(held) => held,
        };
        let newest = at.max(held);
        if newest != times.1 || row < self.collected_at.len() {
            let stored = if newest == times.1 { WITH_POST } else { newest };
            self.collected_at.set(row, stored, WITH_POST, "posts")?;
        }
        for (column, value) in self.columns.iter_mut().zip(each(counts)) {
            let Some(value) = value.filter(|v| v.is_finite() && *v >= 0.0) else { continue };
            let known = column.get(row);
            // Newer readings replace; of two as new, the greater is the later one.
            if known.is_nan() || at > held || (at == held && value > known) {
                column.set(row, value)?;
            }
        }
        Ok(())
    }

    /// As [`CountColumns::set`] for the first reading of a new row, which is the last one.
    #[inline]
    pub fn add(
        &mut self,
        row: usize,
        time: Millis,
        counts: &Counts,
        collected_at: Option<Millis>,
    ) -> Result<()> {
        let at = collected_at.unwrap_or(NO_TIME);
        if at != time {
            self.collected_at.set(row, at, WITH_POST, "posts")?;
        }
        for (column, value) in self.columns.iter_mut().zip(each(counts)) {
            if let Some(value) = value.filter(|v| v.is_finite() && *v >= 0.0) {
                column.set(row, value)?;
            }
        }
        Ok(())
    }

    /// A counter of a row: NaN is unknown.
    pub fn get(&self, column: usize, row: usize) -> f64 {
        self.columns[column].get(row)
    }

    /// Whether no row has that counter.
    pub fn lacks(&self, column: usize) -> bool {
        self.columns[column].is_empty()
    }

    /// Keeps the first rows.
    pub fn truncate(&mut self, rows: usize) {
        self.collected_at.truncate(rows);
        self.columns.iter_mut().for_each(|column| column.truncate(rows));
    }
}

/// The counters in the order of their columns.
#[inline]
fn each(counts: &Counts) -> [Option<f64>; 7] {
    [counts.likes, counts.reposts, counts.replies, counts.quotes, counts.views, counts.saves, counts.clicks]
}

/// The earlier of two moments, of which either may be unknown.
pub(super) fn earliest(a: Millis, b: Millis) -> Millis {
    match (a, b) {
        (NO_TIME, t) | (t, NO_TIME) => t,
        (a, b) => a.min(b),
    }
}

pub(super) fn newest_number(held: &mut Newest<f64>, value: Option<f64>, at: Millis) {
    if let Some(value) = value.filter(|v| v.is_finite() && *v >= 0.0) {
        // NaN (nothing held) is below everything.
        if held.value.is_nan() || (at, value) > (held.at, held.value) {
            *held = Newest { at, value };
        }
    }
}

/// Returns whether the text is another one now.
pub(super) fn newest_text(
    held: &mut Newest<StrId>,
    value: Option<&str>,
    at: Millis,
    strings: &mut Strings,
) -> Result<bool> {
    let Some(value) = value.map(|v| cut(v.trim(), 4_096)).filter(|v| !v.is_empty()) else { return Ok(false) };
    if held.value.is_some() && at < held.at {
        return Ok(false);
    }
    let known = strings.get(held.value);
    if known == value {
        held.at = at;
        Ok(false)
    } else if known.is_empty() || at > held.at || value > known {
        *held = Newest { at, value: strings.add(value)? };
        Ok(true)
    } else {
        Ok(false)
    }
}

pub(super) fn cut(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

pub(super) fn push<T>(column: &mut Vec<T>, value: T, what: &'static str) -> Result<()> {
    if column.len() == column.capacity() {
        column.try_reserve(1).map_err(|_| ErrorKind::OutOfMemory { what })?;
    }
    column.push(value);
    Ok(())
}
