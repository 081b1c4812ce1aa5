//! Authority (Relevance): recognised by recognised people, on the subject.
//!
//! Topic-sensitive PageRank: ties count by how much their post is on the subject, walks start again in proportion to
//! each account's activity on it. Natural unit: multiple of the average account's PageRank. Tier T2.
//! Missing: without ties, nobody has it.
//!
//! Source: Haveliwala 2002.

use super::factor::{Context, FactorColumn, Unit};
use super::pillar::SubFactor;
use crate::math::quantile::quantile_unsorted;
use crate::model::{Dataset, PostKind};
use crate::text::Topic;

/// Computes authority from the PageRank of the context.
pub fn authority(context: &Context<'_>) -> FactorColumn {
    let (name, unit) = (SubFactor::Authority, Unit::TimesAverage);
    if context.attention.graph.arcs() == 0 {
        return FactorColumn::missing(name, unit, context.accounts(), "no_ties");
    }
    let n = context.accounts() as f64;
    FactorColumn::of_amounts(name, unit, context.pagerank.iter().map(|x| x * n).collect())
}

/// Where walks start again: each account's own activity on the subject (the sum of the topic weights of its posts,
/// reposts left out), capped at the 99 % quantile of those who have any. `None` when nobody has: everywhere alike.
///
/// Reposts are somebody else's words; counting them would let accounts that do nothing but re-share one other account
/// feed it the whole of their start.
pub fn teleport(data: &Dataset, topic: &Topic, window: crate::graph::Window) -> Option<Vec<f64>> {
    let mut activity = vec![0.0; data.accounts.len()];
    for post in 0..data.posts.known {
        let (author, q) = (data.posts.author[post], topic.q[post]);
        let own = data.posts.kind[post] != PostKind::Repost && author != crate::model::NONE;
        if own && q > 0.0 && window.contains(data.posts.time.at(post)) {
            activity[author as usize] += f64::from(q);
        }
    }
    let mut active: Vec<f64> = activity.iter().copied().filter(|x| *x > 0.0).collect();
    let cap = quantile_unsorted(&mut active, 0.99);
    (cap > 0.0).then(|| activity.iter().map(|x| x.min(cap)).collect())
}
