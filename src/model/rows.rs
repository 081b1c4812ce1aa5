//! Rows of a study while it is being built, and how several readings of one value become one.

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

/// What is known of one name.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameRow {
    pub shown: Newest<StrId>,
    pub name: Newest<StrId>,
    pub bio: Newest<StrId>,
    pub followers: Newest<f64>,
    pub following: Newest<f64>,
    pub posts_total: Newest<f64>,
    pub verified: Newest<i8>,
    /// For a handle: the first id it was seen with, and when. Further ids are in `Builder::reused`.
    pub id: u32,
    pub id_seen: (Millis, Millis),
}

impl NameRow {
    /// Nothing known.
    pub const fn new() -> Self {
        const TEXT: Newest<StrId> = Newest { at: NO_TIME, value: StrId::NONE };
        const NUMBER: Newest<f64> = Newest { at: NO_TIME, value: f64::NAN };
        NameRow {
            shown: TEXT,
            name: TEXT,
            bio: TEXT,
            followers: NUMBER,
            following: NUMBER,
            posts_total: NUMBER,
            verified: Newest { at: NO_TIME, value: -1 },
            id: NO,
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
    pub id: StrId,
    pub text: StrId,
    pub url: StrId,
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

#[derive(Debug, Clone, Copy)]
pub(super) struct TieRow {
    pub from: u32,
    pub to: u32,
    pub post: u32,
    pub time: Millis,
    pub weight: f32,
    pub layer: Layer,
}

/// Counters, a column each, allocated when first met: most exports have three of the seven.
#[derive(Debug, Default)]
pub(super) struct CountColumns {
    pub columns: [Vec<f64>; 7],
    /// When the counters were read, where a file says so.
    pub collected_at: Vec<Millis>,
}

impl CountColumns {
    pub fn set(
        &mut self,
        row: usize,
        rows: usize,
        counts: &Counts,
        collected_at: Option<Millis>,
    ) -> Result<()> {
        let values = [
            counts.likes,
            counts.reposts,
            counts.replies,
            counts.quotes,
            counts.views,
            counts.saves,
            counts.clicks,
        ];
        let at = collected_at.unwrap_or(NO_TIME);
        let held = self.collected_at.get(row).copied().unwrap_or(NO_TIME);
        if at != NO_TIME {
            resize(&mut self.collected_at, rows, NO_TIME)?;
            self.collected_at[row] = at.max(held);
        }
        for (column, value) in self.columns.iter_mut().zip(values) {
            let Some(value) = value.filter(|v| v.is_finite() && *v >= 0.0) else { continue };
            if column.len() <= row {
                resize(column, rows, f64::NAN)?;
            }
            let known = column[row];
            // Newer readings replace; of two as new, the greater is the later one.
            if known.is_nan() || at > held || (at == held && value > known) {
                column[row] = value;
            }
        }
        Ok(())
    }

    /// A counter of a row: NaN is unknown.
    pub fn get(&self, column: usize, row: usize) -> f64 {
        self.columns[column].get(row).copied().unwrap_or(f64::NAN)
    }
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

pub(super) fn newest_text(
    held: &mut Newest<StrId>,
    value: Option<&str>,
    at: Millis,
    strings: &mut Strings,
) -> Result<()> {
    let Some(value) = value.map(|v| cut(v.trim(), 4_096)).filter(|v| !v.is_empty()) else { return Ok(()) };
    if held.value.is_some() && at < held.at {
        return Ok(());
    }
    let known = strings.get(held.value);
    if known == value {
        held.at = at;
    } else if known.is_empty() || at > held.at || value > known {
        *held = Newest { at, value: strings.add(value)? };
    }
    Ok(())
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

fn resize<T: Copy>(column: &mut Vec<T>, rows: usize, value: T) -> Result<()> {
    if column.len() < rows {
        column.try_reserve(rows - column.len()).map_err(|_| ErrorKind::OutOfMemory { what: "posts" })?;
        column.resize(rows, value);
    }
    Ok(())
}
