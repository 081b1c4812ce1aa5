//! Amplitude (Resonance): how many people an account makes act.
//!
//! Re-share credit `R_b` (see [`crate::graph::credit`]). Where the files name nobody who reacts, the shrunken mean of
//! reactions per original post takes its place (log-normal random effects); for conversions, clicks per post do
//! whenever they are given, and for a crisis what was earned with negative words, wherever a tone is known. Natural unit: distinct recent people (or reactions, or clicks, per post). Tier T2 (T1).
//! Missing: without ties and without counters, nobody has it; without a counted original, an account is unknown.

use super::factor::{Context, FactorColumn, Unit};
use super::negative::negative_credit;
use super::objective::Effect;
use super::pillar::SubFactor;
use crate::math::log_normal::LogNormal;
use crate::model::{PostKind, count};

/// Computes amplitude.
pub fn amplitude(context: &Context<'_>) -> FactorColumn {
    let name = SubFactor::Amplitude;
    if context.effect == Effect::Clicks
        && let Some(clicks) = per_post(context, &[count::CLICKS])
    {
        return FactorColumn::of_amounts(name, Unit::ClicksPerPost, clicks);
    }
    if context.effect == Effect::Negative
        && context.has_credit
        && let Some(negative) = context.tone.and_then(|tone| negative_credit(context, tone))
    {
        return FactorColumn::of_amounts(name, Unit::NegativeCredit, negative);
    }
    if context.has_credit {
        return FactorColumn::of_amounts(name, Unit::Credit, context.credit.of.clone());
    }
    // Re-shares tell most; where a platform does not count them, comments and likes do.
    let tried = [&[count::REPOSTS, count::QUOTES][..], &[count::REPLIES], &[count::LIKES]];
    match tried.into_iter().find_map(|counters| per_post(context, counters)) {
        Some(rate) => FactorColumn::of_amounts(name, Unit::ReactionsPerPost, rate),
        None => FactorColumn::missing(name, Unit::Credit, context.accounts(), "no_ties"),
    }
}

/// Shrunken mean of counters per original post; `None` when no post has them.
fn per_post(context: &Context<'_>, counters: &[usize]) -> Option<Vec<f64>> {
    let posts = &context.data.posts;
    let mut observed = LogNormal::new(context.accounts());
    for account in 0..context.accounts() {
        for post in context.posts_of(account).filter(|p| posts.kind[*p] != PostKind::Repost) {
            let known: Vec<f64> = counters.iter().filter_map(|c| posts.count(*c, post)).collect();
            if !known.is_empty() {
                observed.add(account, known.iter().sum());
            }
        }
    }
    let effects = observed.finish()?;
    Some((0..context.accounts()).map(|a| effects.effect(a).map_or(f64::NAN, |e| e.count())).collect())
}
