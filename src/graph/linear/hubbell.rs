//! Hubbell's input-output status: initiative of one's own, and that of those who turn to one.

use super::arcs::{InArcs, Weighting};
use super::resolvent::System;
use super::status::{Automatic, Driver, Status};
use crate::error::{ErrorKind, Result};
use crate::graph::Graph;
use crate::graph::column::filled;
use crate::graph::steps::{Steps, run};
use std::rc::Rc;

/// Parameters of [`Hubbell`].
#[derive(Debug, Clone)]
pub struct Params {
    /// What is multiplied with every weight; `None` is 1, or 0.5/λ̂ where with 1 it would take too
    /// long or never end, λ̂ > 0.97.
    pub attenuation: Option<f64>,
    /// What each account brings by itself; `None` is 1 each.
    pub initiative: Option<Vec<f64>>,
    /// If given, the weight of an arc is divided by this plus the sum of its source's weights: the share of the
    /// source's doing that answers the target. The sum over all ways then always ends.
    pub constant: Option<f64>,
    /// What an arc counts for.
    pub weighting: Weighting,
    /// Stop when the last step moved less than this share of the whole, in L1.
    pub tolerance: f64,
    /// Iterations at the most.
    pub max_iterations: usize,
}

impl Default for Params {
    fn default() -> Self {
        Params {
            attenuation: None,
            initiative: None,
            constant: None,
            weighting: Weighting::Signed,
            tolerance: 1e-10,
            max_iterations: 1000,
        }
    }
}

/// Hubbell's status, a block of rows at a time.
///
/// `x = e + αWᵀx`: an account's status is what it brings by itself, and a part, the weight of the arc, of the status
/// of each account that turns to it. Weights may be fractions, or negative where turning to somebody lowers them.
///
/// | here | in the paper |
/// |---|---|
/// | `initiative` | e, exogenous input |
/// | weights, divided by `constant` + row sum where asked | W |
/// | `attenuation` | α, 1 in the paper |
///
/// With `constant` κ and no attenuation it is the influence effect of Kumar and others, before division by its sum.
///
/// # Parameters
/// [`Params`]. [`Status`] says which attenuation was taken.
///
/// # Complexity
/// O(nodes + arcs) an iteration: 30 for λ̂, then about ln(1e-10)/ln(αλ). Memory: 48 bytes a node, 56 with a constant.
///
/// # Errors
/// `argument.invalid` for an attenuation of 1/λ or more; `memory.exhausted`.
///
/// # Source
/// Hubbell, "An input-output approach to clique identification", Sociometry 28, 1965.
#[derive(Debug)]
pub struct Hubbell(Driver);

impl Hubbell {
    /// Prepares the iteration.
    ///
    /// # Errors
    /// `argument.invalid` for an attenuation that is negative or not finite, an initiative of another length or not
    /// finite, a constant that is not positive; `memory.exhausted`.
    pub fn new(graph: Rc<Graph>, params: Params) -> Result<Hubbell> {
        let nodes = graph.nodes();
        let invalid = |name, given: f64| ErrorKind::InvalidArgument { name, given: given.to_string() };
        let base = match params.initiative {
            None => filled(1.0, nodes)?,
            Some(given) if given.len() != nodes => {
                return Err(invalid("initiative", given.len() as f64).into());
            }
            Some(given) => match given.iter().find(|e| !e.is_finite()) {
                Some(bad) => return Err(invalid("initiative", *bad).into()),
                None => given,
            },
        };
        let arcs = InArcs::new(graph, params.weighting)?;
        let mut totals = arcs.out_totals()?;
        let mut row_norm = totals.iter().copied().fold(0.0, f64::max);
        let divisor = match params.constant {
            None => None,
            Some(constant) if constant.is_finite() && constant > 0.0 => {
                row_norm = 0.0;
                for total in &mut totals {
                    row_norm = f64::max(row_norm, *total / (*total + constant));
                    *total += constant;
                }
                Some(totals)
            }
            Some(constant) => return Err(invalid("constant", constant).into()),
        };
        let system = System {
            arcs,
            factor: 0.0,
            divisor,
            base,
            base_factor: 1.0,
            dangling: Vec::new(),
            tolerance: params.tolerance,
            relative: true,
            max_iterations: params.max_iterations,
            contraction: None,
        };
        Ok(Hubbell(Driver::new(system, row_norm, params.attenuation, Automatic::Whole)?))
    }
}

impl Steps for Hubbell {
    type Output = Result<Status>;

    fn step(&mut self) -> bool {
        self.0.step()
    }

    fn share_done(&self) -> f64 {
        self.0.share_done()
    }

    fn finish(self) -> Result<Status> {
        self.0.finish()
    }
}

/// Hubbell's status of every node in one call; see [`Hubbell`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, linear::hubbell};
/// // 0 answers 1 nine times out of ten: 9 / (9 + 1) of its status passes on.
/// let graph = Graph::from_sorted(2, &[0], vec![1], vec![9.0])?;
/// let params = hubbell::Params { constant: Some(1.0), ..hubbell::Params::default() };
/// assert_eq!(hubbell::hubbell(&graph.into(), params)?.solution.values, [1.0, 1.9]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Hubbell`].
pub fn hubbell(graph: &Rc<Graph>, params: Params) -> Result<Status> {
    run(Hubbell::new(graph.clone(), params)?)
}
