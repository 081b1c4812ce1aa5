//! Re-shares that say what they re-share: what trials, successes and cascades are read from.

use super::credit_distribution::Cascades;
use crate::error::{ErrorKind, Result};
use crate::graph::Window;
use crate::model::{Dataset, Layer, Millis, NONE, PostKind};

/// Re-shares of re-shares followed back at the most.
const CHAIN: usize = 64;

/// One re-share that says which post it re-shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reshare {
    /// The post that was re-shared in the first place.
    pub post: u32,
    /// When it was re-shared.
    pub time: Millis,
    /// By whom.
    pub who: u32,
    /// The post that did it.
    pub by: u32,
}

/// The re-shares of a study.
#[derive(Debug, Clone, Default)]
pub struct Reshares {
    /// Those that name their post, in order of post, then of time.
    pub named: Vec<Reshare>,
    /// All that have a moment inside the window.
    pub dated: usize,
}

/// The post behind a chain of re-shares.
pub(super) fn root(data: &Dataset, mut post: u32) -> u32 {
    let posts = &data.posts;
    for _ in 0..CHAIN {
        let at = post as usize;
        if at >= posts.known || posts.kind[at] != PostKind::Repost || posts.ref_post[at] == NONE {
            break;
        }
        post = posts.ref_post[at];
    }
    post
}

impl Reshares {
    /// Reads them from the ties inside a window.
    ///
    /// Cost: O(ties + re-shares · log re-shares).
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn of(data: &Dataset, window: Window) -> Result<Reshares> {
        let (ties, posts) = (&data.ties, &data.posts);
        let mut found = Reshares::default();
        for tie in 0..ties.len() {
            if !matches!(ties.layer[tie], Layer::Repost | Layer::Quote) {
                continue;
            }
            let Some(time) = ties.time.at(tie).filter(|time| window.contains(Some(*time))) else { continue };
            found.dated += 1;
            let by = ties.post[tie];
            let Some(post) = posts.ref_post.get(by as usize).copied().filter(|post| *post != NONE) else {
                continue;
            };
            if found.named.len() == found.named.capacity() {
                let more = found.named.len().max(1024);
                found.named.try_reserve(more).map_err(|_| ErrorKind::OutOfMemory { what: "cascades" })?;
            }
            let who = ties.from[tie];
            found.named.push(Reshare { post: root(data, post), time, who, by });
        }
        found.named.sort_unstable();
        Ok(found)
    }

    /// Re-shares of one post after the other.
    pub fn by_post(&self) -> impl Iterator<Item = &[Reshare]> {
        self.named.chunk_by(|a, b| a.post == b.post)
    }

    /// The cascades of posts that somebody else re-shared: their authors, where they are known, then who re-shared
    /// them. Times are in days; a post without a moment came just before its first re-share.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn cascades(&self, data: &Dataset) -> Result<Cascades> {
        const DAY: f64 = 86_400_000.0;
        let mut cascades = Cascades::new();
        let mut acts: Vec<(f64, u32)> = Vec::new();
        for of_post in self.by_post() {
            acts.clear();
            acts.extend(of_post.iter().map(|share| (share.time as f64 / DAY, share.who)));
            let (post, first) = (of_post[0].post as usize, of_post[0].time);
            let author = data.posts.author[post];
            if author != NONE {
                let known = data.posts.time.at(post).filter(|time| *time < first);
                acts.push((known.unwrap_or(first - 1) as f64 / DAY, author));
            }
            if acts.iter().any(|act| act.1 != acts[0].1) {
                cascades.add(&mut acts)?;
            }
        }
        Ok(cascades)
    }
}
