//! Frequency (Resonance): how regularly an account makes people act, not how often it posts.
//!
//! Share of the observed periods with at least one credited reaction, shrunk by a beta-binomial over all accounts.
//! Periods are weeks when the data span six or more, else days, else hours. Natural unit: share of periods. Tier T2.
//! Missing: without dated ties, or below six hours, nobody has it.

use super::factor::{Context, FactorColumn, SubFactor, Unit};
use crate::math::beta_binomial::BetaBinomial;
use crate::model::Millis;

const HOUR: Millis = 3_600_000;
/// Periods below which regularity means nothing.
pub const MIN_PERIODS: Millis = 6;

/// The period that a span is cut into, and its unit; `None` when the span is too short.
pub fn period(span: Millis) -> Option<(Millis, Unit)> {
    [(7 * 24 * HOUR, Unit::ShareOfWeeks), (24 * HOUR, Unit::ShareOfDays), (HOUR, Unit::ShareOfHours)]
        .into_iter()
        .find(|(length, _)| span / length >= MIN_PERIODS)
}

/// Periods of an account with a credited reaction, and how many were observed.
pub fn active_periods(context: &Context<'_>, length: Millis, first: Millis, last: Millis) -> (Vec<u32>, u32) {
    let ties = &context.data.ties;
    let observed = ((last - first) / length + 1) as u32;
    let mut active = vec![0; context.accounts()];
    let mut periods: Vec<u32> = Vec::new();
    for (account, active) in active.iter_mut().enumerate() {
        periods.clear();
        for arc in context.attention.graph.in_arcs(account) {
            let dated = context
                .attention
                .ties_of(*arc as usize, ties, context.window)
                .filter(|t| context.credit_layers[ties.layer[*t] as usize])
                .filter_map(|t| ties.time[t]);
            periods.extend(dated.map(|time| ((time - first) / length) as u32));
        }
        periods.sort_unstable();
        periods.dedup();
        *active = periods.len() as u32;
    }
    (active, observed)
}

/// Computes frequency.
pub fn frequency(context: &Context<'_>) -> FactorColumn {
    let name = SubFactor::Frequency;
    let missing = |reason| FactorColumn::missing(name, Unit::ShareOfWeeks, context.accounts(), reason);
    if !context.has_credit() {
        return missing("no_ties");
    }
    let Some((first, last)) = context.span else { return missing("no_time") };
    let Some((length, unit)) = period(last - first) else { return missing("too_short") };
    let (active, observed) = active_periods(context, length, first, last);
    if active.iter().all(|a| *a == 0) {
        return missing("no_time");
    }
    let pairs = || active.iter().map(|a| (f64::from(*a), f64::from(observed)));
    let Some(prior) = BetaBinomial::fit(pairs()) else { return missing("too_short") };
    let natural = pairs().map(|(y, n)| prior.mean(y, n)).collect();
    let zero: Vec<bool> = active.iter().map(|a| *a == 0).collect();
    FactorColumn::of_shares(name, unit, natural, &zero)
}
