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
}
