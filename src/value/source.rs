//! Source or relay: whether what an account hands out is its own or others'.

use super::responses::Responses;
use crate::error::Result;
use crate::graph::column::filled;
use crate::graph::linear::leontief::{self, Leontief};
use crate::graph::linear::{Solution, Weighting};
use crate::math::{Sum, ln};

/// What an account is in the flow of responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It responds to nobody, and nobody to it.
    NoInteraction,
    /// It responds to others; nobody responds to it.
    Public,
    /// Others respond to it, and it is less led than the average of those answered.
    Source,
    /// Others respond to it, and it hands on what it took up itself.
    Relay,
}

/// Source credit and relay index of every account.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sources {
    /// Hubbell's status without attenuation: `s = 1 + Dᵀs`.
    pub status: Vec<f64>,
    /// Friedkin and Johnsen's source credit `s_i(1 − a_i)/n`: the share of what everybody settles on that is the
    /// account's own. They add up to 1.
    pub credit: Vec<f64>,
    /// `ρ = ln((s_i / Σs) / credit_i)`: above 0 a relay, below 0 a source; NaN (unknown) without any interaction.
    ///
    /// It is `−ln(1 − a_i)` less a number that is the same for all: among those who are answered, it orders them by how
    /// much of what they do are responses.
    pub relay: Vec<f64>,
    /// What that makes of each account.
    pub standing: Vec<Standing>,
}

/// The iteration that [`sources`] is made of.
///
/// # Errors
/// `argument.invalid` when some account is led in everything; `memory.exhausted`.
pub(super) fn solve(responses: &Responses) -> Result<Leontief> {
    let params = leontief::Params {
        base: filled(1.0, responses.accounts())?,
        divisor: responses.divisor.clone(),
        attenuation: 1.0,
        weighting: Weighting::Signed,
        tolerance: 1e-10,
        max_iterations: 1000,
    };
    Leontief::new(responses.graph.clone(), params)
}

/// Source credit and relay index from the status.
///
/// # Source
/// Friedkin and Johnsen 1990, "Social influence and opinions"; Hubbell 1965.
pub(super) fn sources(responses: &Responses, status: Solution) -> Sources {
    let n = responses.accounts() as f64;
    let status = status.values;
    let mut total = Sum::default();
    status.iter().for_each(|s| total.add(*s));
    let total = total.total();
    let own = |(s, a): (&f64, &f64)| s * (1.0 - a) / n;
    let credit: Vec<f64> = status.iter().zip(&responses.susceptibility).map(own).collect();
    let mut found = Sources { relay: Vec::new(), standing: Vec::new(), status, credit };
    for (account, a) in responses.susceptibility.iter().enumerate() {
        let relay = ln(found.status[account] / total / found.credit[account]);
        let standing = match (responses.is_answered(account), *a > 0.0) {
            (false, false) => Standing::NoInteraction,
            (false, true) => Standing::Public,
            (true, _) if relay > 0.0 => Standing::Relay,
            (true, _) => Standing::Source,
        };
        found.relay.push(if standing == Standing::NoInteraction { f64::NAN } else { relay });
        found.standing.push(standing);
    }
    found
}
