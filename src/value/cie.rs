//! The customer influence effect (CIE): how much of what people do answers an account, directly and through others.

use super::responses::Responses;
use crate::error::Result;
use crate::graph::column::filled;
use crate::graph::linear::leontief::{self, Leontief, one_step};
use crate::graph::linear::{Solution, Weighting};
use crate::math::Sum;

/// Influence of every account, in people: 3 is what three people come to who do nothing but answer the account.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Influence {
    /// All of it: `I − e`, `I = e + βDᵀI`, e = 1 for everybody.
    pub whole: Vec<f64>,
    /// What comes from those who respond to the account itself: `βDᵀe`.
    pub direct: Vec<f64>,
    /// What comes through others.
    pub indirect: Vec<f64>,
    /// CIE: the share of the account in all the influence there is; they add up to 1, or are all 0 where nobody
    /// responds to anybody.
    pub share: Vec<f64>,
    /// With the tone of quotes and replies; `None` where none is known.
    pub signed: Option<Signed>,
}

/// Influence with the sign of the responses it comes through.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Signed {
    /// Positive less negative.
    pub net: Vec<f64>,
    /// Over ways with no hostile response, or an even number of them.
    pub positive: Vec<f64>,
    /// Over ways with an odd number of hostile responses; 0 or more.
    pub negative: Vec<f64>,
}

/// The iteration that [`influence`] is made of.
///
/// # Errors
/// `memory.exhausted`.
pub(super) fn solve(responses: &Responses, signed: bool) -> Result<Option<Leontief>> {
    let graph = match (signed, &responses.signed) {
        (false, _) => responses.graph.clone(),
        (true, Some(graph)) => graph.clone(),
        (true, None) => return Ok(None),
    };
    let params = leontief::Params {
        base: filled(1.0, responses.accounts())?,
        divisor: responses.divisor.clone(),
        attenuation: responses.params.attenuation,
        weighting: Weighting::Signed,
        tolerance: 1e-10,
        max_iterations: 1000,
    };
    Leontief::new(graph, params).map(Some)
}

/// Influence of every account from the solutions without and with sign.
///
/// A way from one account to another is a chain of responses; it counts β for each of them, times the parts `D` of what
/// is done there. With signs, a way counts negatively if an odd number of its responses are hostile: since the unsigned
/// sum is positive + negative and the signed one positive − negative, both parts follow from the two.
///
/// # Complexity
/// O(accounts + arcs).
///
/// # Errors
/// `memory.exhausted`.
pub(super) fn influence(
    responses: &Responses,
    unsigned: Solution,
    signed: Option<Solution>,
) -> Result<Influence> {
    let n = responses.accounts();
    let mut direct = one_step(&responses.graph, &responses.divisor, Weighting::Signed, &filled(1.0, n)?)?;
    direct.iter_mut().for_each(|d| *d *= responses.params.attenuation);
    let mut whole = unsigned.values;
    whole.iter_mut().for_each(|i| *i -= 1.0);
    let signed = signed.map(|signed| {
        let parts = |sign: f64| -> Vec<f64> {
            whole.iter().zip(&signed.values).map(|(i, s)| (0.5 * (i + sign * (s - 1.0))).max(0.0)).collect()
        };
        Signed {
            positive: parts(1.0),
            negative: parts(-1.0),
            net: signed.values.iter().map(|s| s - 1.0).collect(),
        }
    });
    let mut total = Sum::default();
    whole.iter().for_each(|i| total.add(*i));
    let total = total.total();
    let share = whole.iter().map(|i| if total > 0.0 { i / total } else { 0.0 }).collect();
    let indirect = whole.iter().zip(&direct).map(|(i, d)| (i - d).max(0.0)).collect();
    Ok(Influence { whole, direct, indirect, share, signed })
}
