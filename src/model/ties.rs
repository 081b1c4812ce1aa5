//! Ties as records bring them: those that a post makes, and those that come without one.

use super::builder::Builder;
use super::record::{Layer, PostIn, PostKind, TieIn, layer_of};
use super::rows::{FreeTie, NO, NO_TIME, PostTie};
use crate::error::Result;
use crate::math::narrow;

impl Builder {
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

    /// Adds the ties of a post. `counted` are those that the totals count already: the one towards the author of the
    /// post it refers to, and so many mentions.
    pub(super) fn ties_of(
        &mut self,
        post: &PostIn<'_>,
        kind: PostKind,
        number: u32,
        counted: (bool, u8),
    ) -> Result<()> {
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

    /// Adds a tie that a post makes.
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
}
