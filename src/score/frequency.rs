//! Frequency (Resonance): how regularly an account makes people act, not how often it posts.
//!
//! Share of the observed periods with at least one credited reaction, shrunk by a beta-binomial over all accounts.
//! Periods are weeks when the data span six or more, else days, else hours. Natural unit: share of periods. Tier T2.
//! Missing: without dated ties, or below six hours, nobody has it.

use super::factor::{Context, FactorColumn, Unit};
use super::pillar::SubFactor;
use crate::math::beta_binomial::BetaBinomial;
use crate::model::Millis;

const HOUR: Millis = 3_600_000;
/// Periods below which regularity means nothing.
pub const MIN_PERIODS: Millis = 6;

/// The periods that a span is cut into.
#[derive(Debug, Clone, Copy)]
pub struct Periods {
    /// What they are.
    pub unit: Unit,
    /// How many there are.
    pub observed: u32,
    length: Millis,
    first: Millis,
}

impl Periods {
    /// Weeks, days or hours, the longest that give enough of them; `None` when the span is too short for any.
    pub fn of(first: Millis, last: Millis) -> Option<Periods> {
        let span = last - first;
        [(7 * 24 * HOUR, Unit::ShareOfWeeks), (24 * HOUR, Unit::ShareOfDays), (HOUR, Unit::ShareOfHours)]
            .into_iter()
            .find(|(length, _)| span / length >= MIN_PERIODS)
            .map(|(length, unit)| Periods { unit, observed: (span / length + 1) as u32, length, first })
    }

    /// Periods in which an account was given credit. `met` is a buffer.
    pub fn active(&self, context: &Context<'_>, account: usize, met: &mut Vec<u32>) -> u32 {
        let ties = &context.data.ties;
        met.clear();
        for arc in context.attention.graph.in_arcs(account) {
            let dated = context
                .attention
                .ties_of(*arc as usize, ties, context.window)
                .filter(|t| context.credit_layers[ties.layer[*t] as usize])
                .filter_map(|t| ties.time.at(t));
            met.extend(dated.map(|time| ((time - self.first) / self.length) as u32));
        }
        met.sort_unstable();
        met.dedup();
        met.len() as u32
    }
}

/// Computes frequency.
pub fn frequency(context: &Context<'_>) -> FactorColumn {
    let name = SubFactor::Frequency;
    let missing = |reason| FactorColumn::missing(name, Unit::ShareOfWeeks, context.accounts(), reason);
    if !context.has_credit {
        return missing("no_ties");
    }
    let Some((first, last)) = context.span else { return missing("no_time") };
    let Some(periods) = Periods::of(first, last) else { return missing("too_short") };
    let mut met = Vec::new();
    let active: Vec<u32> = (0..context.accounts()).map(|a| periods.active(context, a, &mut met)).collect();
    if active.iter().all(|a| *a == 0) {
        return missing("no_time");
    }
    let pairs = || active.iter().map(|a| (f64::from(*a), f64::from(periods.observed)));
    let Some(prior) = BetaBinomial::fit(pairs()) else { return missing("too_short") };
    let natural = pairs().map(|(y, n)| prior.mean(y, n)).collect();
    let zero: Vec<bool> = active.iter().map(|a| *a == 0).collect();
    FactorColumn::of_shares(name, periods.unit, natural, &zero)
}
