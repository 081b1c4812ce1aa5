//! The three behaviours of Kumar and Mirchandani: what people do with what an account publishes.
//!
//! | behaviour | per post |
//! |---|---|
//! | spread | times it is forwarded, changed or not: re-shares and quotes |
//! | influence | times those who received it forward it to their own public: shares of shares |
//! | social impact | comments and replies |
//!
//! Each is the mean over an account's posts, drawn towards that of all posts as far as posts of one account differ among
//! themselves (log-normal random effects).

use super::chains::{Chains, Deep};
use crate::error::Result;
use crate::graph::column::filled;
use crate::graph::steps::Steps;
use crate::math::log_normal::LogNormal;
use crate::model::{NONE, PostKind, count};
use crate::score::{Context, Reactions};

/// Posts and reactions looked at in one step.
const PIECE: usize = 1 << 14;

/// Where a behaviour is known from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Source {
    /// Counters of the platform, or the reactions in the data where those are more.
    Counters,
    /// Reactions in the data.
    #[default]
    Reactions,
    /// For influence: who forwarded from whom is not in the data, but inferred from earlier ties.
    Inferred,
}

/// One behaviour.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Behaviour {
    /// Mean per post, shrunken; NaN is unknown. Empty where nobody has it.
    pub per_post: Vec<f64>,
    /// What the mean is above with 90 % certainty.
    pub at_least: Vec<f64>,
    /// Posts of each account that take part.
    pub posts: Vec<u32>,
    /// Where it is known from.
    pub source: Source,
    /// Why nobody has it: a stable code.
    pub missing: Option<&'static str>,
}

/// The three behaviours of every account.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Behaviours {
    /// How often posts are forwarded.
    pub spread: Behaviour,
    /// How often those who forwarded them are forwarded.
    pub influence: Behaviour,
    /// How often posts are answered.
    pub social_impact: Behaviour,
    /// Share of the re-shares of which it is known or inferred from whom they came; NaN without any.
    pub attributed: f64,
}

/// Counts the [`Behaviours`] of a study, in pieces.
///
/// Posts that take part: an account's own posts, quotes and answers inside the window; posts only referred to take part
/// where somebody re-shared them. A counter and the reactions in the data are both a lower bound (an export may be a
/// sample, and a counter read at once): the larger counts. Influence: see [`Chains`].
///
/// # Complexity
/// O(posts + ties), and for each re-share the smaller of the accounts its author reacts to and the earlier re-shares.
///
/// # Errors
/// `memory.exhausted`.
#[derive(Debug)]
pub struct Counting<'a> {
    context: Context<'a>,
    tally: Tally,
}

/// [`Counting`] without what it reads, for those who cannot keep that: it is given anew, and the same, at every step.
#[derive(Debug)]
pub struct Tally {
    reactions: Reactions,
    chains: Chains,
    counted: [bool; 2],
    sums: [LogNormal; 3],
    posts: [Vec<u32>; 3],
    shares: (f64, f64),
    at: usize,
}

/// Prepares the count.
///
/// # Errors
/// `memory.exhausted`.
pub fn behaviours<'a>(context: &Context<'a>) -> Result<Counting<'a>> {
    Ok(Counting { context: *context, tally: Tally::new(context)? })
}

impl Tally {
    /// Prepares the count.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(context: &Context<'_>) -> Result<Tally> {
        let (posts, n) = (&context.data.posts, context.accounts());
        let has = |which: &[usize]| which.iter().any(|c| !posts.counts[*c].is_empty());
        let reactions = Reactions::of(context.data, context.window)?;
        Ok(Tally {
            chains: Chains::of(context, &reactions)?,
            reactions,
            counted: [has(&[count::REPOSTS, count::QUOTES]), has(&[count::REPLIES])],
            sums: [LogNormal::new(n), LogNormal::new(n), LogNormal::new(n)],
            posts: [filled(0, n)?, filled(0, n)?, filled(0, n)?],
            shares: (0.0, 0.0),
            at: 0,
        })
    }

    fn look_at(&mut self, context: &Context<'_>, post: usize) {
        let posts = &context.data.posts;
        let author = posts.author[post];
        if author == NONE
            || posts.kind[post] == PostKind::Repost
            || !context.window.contains(posts.time.at(post))
        {
            return;
        }
        let reactions = self.reactions.to(post);
        let answers = reactions.iter().filter(|r| posts.kind[**r as usize] == PostKind::Reply).count();
        let shares = reactions.len() - answers;
        let sum = |which: &[usize]| {
            which
                .iter()
                .filter_map(|c| posts.count(*c, post))
                .fold(None, |sum: Option<f64>, x| Some(sum.unwrap_or(0.0) + x))
        };
        let spread = self.known(0, sum(&[count::REPOSTS, count::QUOTES]), shares);
        let impact = self.known(1, sum(&[count::REPLIES]), answers);
        let deep = self.chains.of_post(context, &self.reactions, post);
        self.shares.0 += deep.attributed as f64;
        self.shares.1 += shares as f64;
        for (which, value) in [spread, deep.value(shares), impact].into_iter().enumerate() {
            if let Some(value) = value {
                self.sums[which].add(author as usize, value);
                self.posts[which][author as usize] += 1;
            }
        }
    }

    /// The larger of a counter and the reactions in the data. Where a study has counters, a post without one that
    /// nobody reacted to is unknown.
    fn known(&self, which: usize, counter: Option<f64>, seen: usize) -> Option<f64> {
        match counter {
            Some(counter) => Some(counter.max(seen as f64)),
            None if seen > 0 || !(self.counted[which] || self.reactions.is_empty()) => Some(seen as f64),
            None => None,
        }
    }

    /// Does the next piece; returns whether all is done.
    pub fn step(&mut self, context: &Context<'_>) -> bool {
        let posts = context.data.posts.author.len();
        let mut work = 0;
        while self.at < posts && work < PIECE {
            self.look_at(context, self.at);
            work += 1 + 4 * self.reactions.to(self.at).len();
            self.at += 1;
        }
        self.at == posts
    }

    /// The means of what was counted so far.
    pub fn finish(self, context: &Context<'_>) -> Behaviours {
        let accounts = context.accounts();
        let source = |counted| if counted { Source::Counters } else { Source::Reactions };
        let deep = self.chains.deep();
        let sources = [
            source(self.counted[0]),
            if deep == Deep::Inferred { Source::Inferred } else { Source::Reactions },
            source(self.counted[1]),
        ];
        let nothing = self.reactions.is_empty();
        let missing = [
            (nothing && !self.counted[0]).then_some("no_reshares"),
            if nothing { Some("no_reshares") } else { (deep == Deep::Flattened).then_some("flattened") },
            (nothing && !self.counted[1]).then_some("no_replies"),
        ];
        let [spread, influence, social_impact] = {
            let mut parts = self.sums.into_iter().zip(self.posts).zip(sources.into_iter().zip(missing));
            [(); 3].map(|()| {
                parts.next().map_or_else(Behaviour::default, |((sums, posts), (source, missing))| {
                    mean(sums, posts, source, missing, accounts)
                })
            })
        };
        let attributed = self.shares.0 / self.shares.1;
        Behaviours { spread, influence, social_impact, attributed }
    }
}

impl Steps for Counting<'_> {
    type Output = Behaviours;

    fn step(&mut self) -> bool {
        self.tally.step(&self.context)
    }

    fn share_done(&self) -> f64 {
        self.tally.at as f64 / self.context.data.posts.author.len().max(1) as f64
    }

    fn finish(self) -> Behaviours {
        self.tally.finish(&self.context)
    }
}

fn mean(
    sums: LogNormal,
    posts: Vec<u32>,
    source: Source,
    missing: Option<&'static str>,
    accounts: usize,
) -> Behaviour {
    let nobody = |reason| Behaviour { source, missing: Some(reason), ..Behaviour::default() };
    if let Some(reason) = missing {
        return nobody(reason);
    }
    let Some(model) = sums.finish() else { return nobody("few_posts") };
    let of = |value: fn(&crate::math::log_normal::Effect) -> f64| -> Vec<f64> {
        (0..accounts).map(|a| model.effect(a).as_ref().map_or(f64::NAN, value)).collect()
    };
    let (per_post, at_least) = (of(|e| e.count()), of(|e| e.lower_bound()));
    Behaviour { per_post, at_least, posts, source, missing: None }
}

#[cfg(test)]
#[path = "behaviours_tests.rs"]
mod tests;
