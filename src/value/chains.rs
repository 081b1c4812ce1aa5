//! Who forwarded from whom: chains of re-shares, as the data hold them or as earlier ties let one infer them.

use crate::error::Result;
use crate::graph::column::filled;
use crate::model::{Layer, Millis, NONE, PostKind};
use crate::score::{Context, Reactions};

/// Links of a chain followed upwards at the most.
const LONGEST: usize = 64;

/// What is known of shares of shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deep {
    /// The platform keeps chains: a re-share names the re-share it came from.
    Kept,
    /// Every re-share names the original; the account it came from is inferred for some of them.
    Inferred,
    /// The same, and nothing can be inferred.
    Flattened,
}

/// What is known of the shares of one post.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct OfPost {
    /// Shares of shares, at any depth.
    pub deep: usize,
    /// Direct shares of which it is known or inferred from whom they came.
    pub attributed: usize,
    kept: bool,
}

impl OfPost {
    /// Shares of shares; `None` where none of the shares could be attributed.
    pub fn value(&self, shares: usize) -> Option<f64> {
        let known = self.kept || shares == 0 || self.attributed > 0 || self.deep > 0;
        known.then_some(self.deep as f64)
    }
}

/// Attributes shares.
///
/// Where the data keep chains (some re-share names a re-share), shares count for every post above the one they name.
/// Where they do not, a quote's own shares still do; and a re-share by j came from the account that shared the same post
/// last before j did, among those that j follows or reacted to earlier still; failing all of them, from the author,
/// where j follows or reacted to them earlier; else it is not known from whom.
///
/// # Source
/// "Last influence" of Bakshy, Hofman, Mason and Watts 2011, "Everyone's an influencer".
#[derive(Debug)]
pub(super) struct Chains {
    kept: bool,
    /// Whether anything was inferred.
    inferred: bool,
    /// Shares at two links or more below each post, as the data name them.
    below: Vec<u32>,
    /// First moment of each arc; the least for a follow without date, the most where no date is known.
    since: Vec<Millis>,
    /// The post at which an account was last met, and its place among the shares.
    met: Vec<(u32, u32)>,
}

impl Chains {
    /// Follows the chains that the data name, and looks up since when accounts know each other.
    ///
    /// Cost: O(posts + ties), and as many links as chains have.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn of(context: &Context<'_>, reactions: &Reactions) -> Result<Chains> {
        let posts = &context.data.posts;
        let is_share = |post: usize| {
            matches!(posts.kind[post], PostKind::Repost | PostKind::Quote) && post < posts.known
        };
        let parent = |post: usize| Some(posts.ref_post[post]).filter(|p| *p != NONE).map(|p| p as usize);
        let mut below = filled(0_u32, posts.author.len())?;
        let mut kept = false;
        for above in (0..posts.known).filter(|post| is_share(*post) && parent(*post).is_some()) {
            // The shares of a share: it is itself one of what is above it.
            let shares = reactions.to(above).iter().filter(|r| is_share(**r as usize)).count() as u32;
            if shares == 0 {
                continue;
            }
            kept |= posts.kind[above] == PostKind::Repost;
            let mut post = above;
            for _ in 0..LONGEST {
                let Some(up) = parent(post).filter(|up| *up != above) else { break };
                below[up] += shares;
                if !is_share(up) {
                    break;
                }
                post = up;
            }
        }
        let (ties, attention) = (&context.data.ties, context.attention);
        let mut since = filled(Millis::MAX, if kept { 0 } else { attention.graph.arcs() })?;
        for (arc, since) in since.iter_mut().enumerate() {
            for t in attention.ties_of(arc, ties, context.window) {
                let undated = if ties.layer[t] == Layer::Follow { Millis::MIN } else { Millis::MAX };
                *since = (*since).min(ties.time.at(t).unwrap_or(undated));
            }
        }
        let met = filled((NONE, 0), if kept { 0 } else { context.accounts() })?;
        Ok(Chains { kept, inferred: false, below, since, met })
    }

    /// What is known of the shares of a post.
    pub fn of_post(&mut self, context: &Context<'_>, reactions: &Reactions, post: usize) -> OfPost {
        let mut found = OfPost { deep: self.below[post] as usize, attributed: 0, kept: self.kept };
        let posts = &context.data.posts;
        let shares = reactions.to(post).iter().map(|r| *r as usize);
        let shares = shares.filter(|r| posts.kind[*r] != PostKind::Reply);
        if self.kept {
            found.attributed = shares.count();
            return found;
        }
        let author = posts.author[post];
        let mut sharers: Vec<u32> = Vec::new();
        for share in shares {
            let sharer = posts.author[share];
            if let Some(time) = posts.time.at(share) {
                if self.came_from_a_sharer(context, (post as u32, &sharers), sharer, time) {
                    found.deep += 1;
                    found.attributed += 1;
                } else if self.knew(context, sharer, author, time) {
                    found.attributed += 1;
                }
                self.met[sharer as usize] = (post as u32, sharers.len() as u32);
                sharers.push(sharer);
            }
        }
        self.inferred |= found.attributed > 0;
        found
    }

    /// Whether an account had reacted to another, or followed it, before a moment.
    fn knew(&self, context: &Context<'_>, a: u32, b: u32, time: Millis) -> bool {
        context.attention.graph.arc(a as usize, b).is_some_and(|arc| self.since[arc] < time)
    }

    /// Whether one of those who shared a post already is somebody that the next one knew. Looks through whichever are
    /// fewer: them, or those whom the next one pays attention to.
    fn came_from_a_sharer(
        &self,
        context: &Context<'_>,
        (post, sharers): (u32, &[u32]),
        sharer: u32,
        time: Millis,
    ) -> bool {
        let graph = &context.attention.graph;
        if sharers.len() <= graph.out_degree(sharer as usize) {
            return sharers.iter().rev().any(|k| *k != sharer && self.knew(context, sharer, *k, time));
        }
        graph.out_arcs(sharer as usize).any(|arc| {
            let k = graph.out_to[arc] as usize;
            self.met[k].0 == post && self.since[arc] < time
        })
    }

    /// What is known of shares of shares in the whole study, once every post was looked at.
    pub fn deep(&self) -> Deep {
        match (self.kept, self.inferred || self.below.iter().any(|b| *b > 0)) {
            (true, _) => Deep::Kept,
            (false, true) => Deep::Inferred,
            (false, false) => Deep::Flattened,
        }
    }
}
