//! Affinity (Relevance): how much of what an account says itself is about the subject, and how lately.
//!
//! Stickiness index after Kumar et al.: the shrunken share of subject words in the account's own posts (reposts left
//! out: they are somebody else's words), divided by the share in the whole study, times `2^(−age/30 days)` of its last
//! post on the subject. Subject words are those of the brief, and in part those that go with them in this study, by
//! their association (see [`crate::text::expansion::TopicWords`]). Natural unit: multiple of the average. Tier T1.
//! Missing: without brief or without text, nobody has it; an account that wrote nothing itself is unknown.

use super::factor::{Context, FactorColumn, Unit};
use super::pillar::SubFactor;
use crate::math::exp2;
use crate::model::PostKind;
use crate::text::stickiness::Stickiness;

/// Age of the last post on the subject at which affinity counts half.
pub const HALF_LIFE_DAYS: f64 = 30.0;

/// Computes affinity.
pub fn affinity(context: &Context<'_>) -> FactorColumn {
    let (name, unit) = (SubFactor::Affinity, Unit::SubjectLift);
    if !context.has_brief {
        return FactorColumn::missing(name, unit, context.accounts(), "no_brief");
    }
    let posts = &context.data.posts;
    let Some(topic) = context.topic else {
        let written = posts.text[..posts.known].iter().any(|t| t.is_some());
        let reason = if written { "no_match" } else { "no_text" };
        return FactorColumn::missing(name, unit, context.accounts(), reason);
    };
    let own = |account| context.posts_of(account).filter(|p| posts.kind[*p] != PostKind::Repost);
    let words = |account| {
        let (on, all) = own(account).fold((0.0, 0.0), |(on, all), p| {
            (on + f64::from(topic.matched[p]), all + f64::from(topic.tokens[p]))
        });
        // Whoever never writes a word of the brief has none of the subject: words that go with it do not make it so.
        let more = context.vocabulary.filter(|_| on > 0.0);
        (on + more.map_or(0.0, |(words, vocabulary)| words.of(vocabulary, account)), all)
    };
    let sums: Vec<(f64, f64)> = (0..context.accounts()).map(words).collect();
    let Some(index) = Stickiness::learn(sums.iter().copied()) else {
        return FactorColumn::missing(name, unit, context.accounts(), "no_match");
    };
    let end = context.span.map(|s| s.1);
    let natural = (0..context.accounts())
        .map(|account| {
            let (on, all) = sums[account];
            if all == 0.0 {
                return f64::NAN;
            }
            let last = own(account).filter(|p| topic.q[*p] > 0.0).filter_map(|p| posts.time.at(p)).max();
            let faded = match (last, end) {
                (Some(last), Some(end)) => {
                    exp2(-((end - last).max(0) as f64) / (HALF_LIFE_DAYS * 86_400_000.0))
                }
                _ => 1.0,
            };
            // Whoever never writes about the subject has none of it: the prior's share is not theirs.
            if on > 0.0 { index.of(on, all).unwrap_or(f64::NAN) * faded } else { 0.0 }
        })
        .collect();
    FactorColumn::of_amounts(name, unit, natural)
}
