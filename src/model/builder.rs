//! What a study is built in: rows of names, posts and ties, in the order of the records.
//!
//! What records say is taken in by [`super::accounts`], [`super::posts`], [`super::ties`], [`super::worth`] and
//! [`super::archive`], each for its own part.

use super::ahead::Foreseen;
use super::archive::{LikeRow, WholeText};
use super::column::Column;
use super::intern::Interner;
use super::post_index::PostIndex;
use super::record::Millis;
use super::rows::{CountColumns, FreeTie, NameRow, PostRow, PostTie, ProfileRow};
use super::strings::{StrId, Strings};
use super::tally::Tally;
use super::tape::Tape;
use super::worth::Worths;
use std::collections::BTreeMap;

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
    pub(super) post_index: PostIndex,
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
    pub(super) lang_keys: Vec<(u64, u64)>,
    pub(super) files: u16,
    pub(super) total_posts: u64,
    pub(super) total_ties: u64,
    pub(super) total_self_ties: u64,
    /// Posts that refer to a post whose author nobody has named yet.
    pub(super) awaiting: Vec<u32>,
    /// Handles that were looked at ahead, and how many of them were asked for.
    pub(super) foreseen: Vec<Foreseen>,
    pub(super) asked: usize,
    pub(super) tally: Tally,
    /// A name while it is brought to the form that names are compared in: kept for its memory.
    pub(super) key: String,
    /// Where posts and ties go instead, in an engine that reads a part of a file for another one.
    pub(super) tape: Option<Box<Tape>>,
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

    /// Totals so far: posts, ties, self-ties. A receipt is the difference of two readings.
    pub fn totals(&self) -> (u64, u64, u64) {
        (self.total_posts, self.total_ties, self.total_self_ties)
    }
}
