//! Which posts react to which.

use crate::error::Result;
use crate::graph::Window;
use crate::graph::column::filled;
use crate::model::{Dataset, NONE, PostKind};

/// For every post, the known posts that re-share, quote or answer it, in order of time: those of its own author and those
/// outside the window left out.
///
/// Memory: 4 bytes a post and 4 a reaction.
#[derive(Debug, Clone, Default)]
pub struct Reactions {
    start: Vec<u32>,
    by: Vec<u32>,
}

impl Reactions {
    /// Sorts the reactions by the post they react to. Cost: O(posts).
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn of(data: &Dataset, window: Window) -> Result<Reactions> {
        let posts = &data.posts;
        let reacts = |post: usize| {
            let to = posts.ref_post[post];
            let reaction = posts.kind[post] != PostKind::Original
                && to != NONE
                && posts.author[post] != NONE
                && posts.author[post] != posts.author[to as usize]
                && window.contains(posts.time.at(post));
            reaction.then_some(to as usize)
        };
        let mut start = filled(0_u32, posts.author.len() + 1)?;
        for to in (0..posts.known).filter_map(reacts) {
            start[to + 1] += 1;
        }
        for post in 1..start.len() {
            start[post] += start[post - 1];
        }
        let mut next = filled(0_u32, start.len())?;
        next.copy_from_slice(&start);
        let mut by = filled(0_u32, start[start.len() - 1] as usize)?;
        // Known posts are in order of time, and so are the reactions to each.
        for post in 0..posts.known {
            if let Some(to) = reacts(post) {
                by[next[to] as usize] = post as u32;
                next[to] += 1;
            }
        }
        Ok(Reactions { start, by })
    }

    /// The posts that react to a post.
    pub fn to(&self, post: usize) -> &[u32] {
        &self.by[self.start[post] as usize..self.start[post + 1] as usize]
    }

    /// Whether nothing reacts to anything.
    pub fn is_empty(&self) -> bool {
        self.by.is_empty()
    }
}

/// Whether a post hands on another: a re-share or a quote.
pub fn is_share(kind: PostKind) -> bool {
    matches!(kind, PostKind::Repost | PostKind::Quote)
}
