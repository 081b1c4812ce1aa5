//! Moments of the building: what a file added since, and how a copy is taken back.

use super::builder::Builder;
use super::rows::{Known, NO};
use super::tally::Tally;
use crate::issue::Content;
use fixedbitset::FixedBitSet;

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

impl Builder {
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
        // A handle that is linked to an id is a second name of that account.
        let accounts = self.names.rows().skip(mark.names).filter(|row| row.id == NO).count();
        let mut written = FixedBitSet::with_capacity(self.names.len());
        for post in self.posts.iter().skip(mark.posts) {
            if post.known != Known::Reference && post.author != NO {
                let id = self.names.row(post.author).id;
                written.insert(if id == NO { post.author } else { id } as usize);
            }
        }
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
}
