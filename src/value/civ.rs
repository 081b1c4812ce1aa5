//! The customer influence value (CIV): what the people are worth who respond to an account.

use super::responses::Responses;
use crate::error::{ErrorKind, Result};
use crate::graph::column::room;
use crate::graph::linear::leontief::{self, Leontief, one_step};
use crate::graph::linear::{Solution, Weighting};

/// Value associated with every account: with, not caused by.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Worth {
    /// Its own value and the part of each responder's that answers it, `V_i + Σ_j D_ji V_j`, as Kumar and others put it.
    /// Not additive: a customer who responds to two accounts counts with both, and with itself.
    pub direct: Vec<f64>,
    /// The share of everybody's value that is in the end owed to the account: `(1 − a_i)·[(I − Dᵀ)⁻¹V]_i`. Value moves
    /// from those who respond to those they respond to; nothing is counted twice, and the sum is that of the values.
    pub net: Vec<f64>,
    /// Accounts whose value is known; the others count as 0.
    pub known: usize,
    /// Sum of the values known.
    pub total: f64,
}

/// The values that count: what is unknown is 0.
///
/// # Errors
/// `argument.invalid` for values of another length or infinite; `memory.exhausted`.
pub(super) fn counted(responses: &Responses, values: &[f64]) -> Result<Vec<f64>> {
    if values.len() != responses.accounts() || values.iter().any(|v| v.is_infinite()) {
        return Err(ErrorKind::InvalidArgument { name: "values", given: values.len().to_string() }.into());
    }
    let mut counted = room(values.len())?;
    counted.extend(values.iter().map(|v| if v.is_nan() { 0.0 } else { *v }));
    Ok(counted)
}

/// The iteration that [`worth`] is made of.
///
/// # Errors
/// As [`counted`].
pub(super) fn solve(responses: &Responses, values: &[f64]) -> Result<Leontief> {
    let params = leontief::Params {
        base: counted(responses, values)?,
        divisor: responses.divisor.clone(),
        attenuation: 1.0,
        weighting: Weighting::Signed,
        tolerance: 1e-11,
        max_iterations: 1000,
    };
    Leontief::new(responses.graph.clone(), params)
}

/// Both forms, from the solution without attenuation.
///
/// # Errors
/// As [`counted`].
pub(super) fn worth(responses: &Responses, values: &[f64], solution: Solution) -> Result<Worth> {
    let counted = counted(responses, values)?;
    let mut direct = one_step(&responses.graph, &responses.divisor, Weighting::Signed, &counted)?;
    direct.iter_mut().zip(&counted).for_each(|(d, v)| *d += v);
    let mut net = solution.values;
    net.iter_mut().zip(&responses.susceptibility).for_each(|(y, a)| *y *= 1.0 - a);
    let known = values.iter().filter(|v| !v.is_nan()).count();
    Ok(Worth { direct, net, known, total: crate::math::sum(counted) })
}
