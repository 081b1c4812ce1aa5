//! Katz status: all the ways attention reaches an account, longer ones counting less.

use super::arcs::{InArcs, Weighting};
use super::resolvent::System;
use super::status::{Automatic, Driver, Status};
use crate::error::Result;
use crate::graph::Graph;
use crate::graph::column::filled;
use crate::graph::steps::{Steps, run};
use std::rc::Rc;

/// Parameters of [`Katz`].
#[derive(Debug, Clone)]
pub struct Params {
    /// What each further arc on a way is worth, below 1/λ; `None` is half of that.
    pub attenuation: Option<f64>,
    /// What an arc counts for; negative weights never count.
    pub weighting: Weighting,
    /// Stop when the last step moved less than this share of the whole, in L1.
    pub tolerance: f64,
    /// Iterations at the most.
    pub max_iterations: usize,
}

impl Default for Params {
    fn default() -> Self {
        Params { attenuation: None, weighting: Weighting::Strength, tolerance: 1e-10, max_iterations: 300 }
    }
}

/// Katz status, a block of rows at a time.
///
/// `x = 1 + αAᵀx`, so that `x_i = Σ_k α^k ·` (ways of k arcs that end in i, by the product of their weights): whoever
/// is heeded by those who are heeded stands high, and nobody falls below 1.
///
/// | here | in the paper |
/// |---|---|
/// | `attenuation` | α, in the paper a |
/// | weights | A, in the paper C |
/// | λ̂ | the largest eigenvalue of A, by 30 power iterations |
///
/// # Parameters
/// [`Params`]. Without an attenuation it is 0.5/λ̂; where no attention runs in a circle (λ = 0) it is 0.5 divided by
/// the smaller of the largest row sum and the largest column sum. [`Status`] says what was taken.
///
/// # Complexity
/// O(nodes + arcs) an iteration: 30 for λ̂, then about 34 for 1e-10. Memory: 48 bytes a node.
///
/// # Errors
/// `argument.invalid` for an attenuation of 1/λ or more; `memory.exhausted`.
///
/// # Source
/// Katz, "A new status index derived from sociometric analysis", Psychometrika 18, 1953.
#[derive(Debug)]
pub struct Katz(Driver);

impl Katz {
    /// Prepares the iteration.
    ///
    /// # Errors
    /// `argument.invalid` for an attenuation that is negative or not finite; `memory.exhausted`.
    pub fn new(graph: Rc<Graph>, params: Params) -> Result<Katz> {
        let nodes = graph.nodes();
        let weighting = match params.weighting {
            Weighting::Structure => Weighting::Structure,
            _ => Weighting::Strength,
        };
        let arcs = InArcs::new(graph, weighting)?;
        let row_norm = arcs.out_totals()?.iter().copied().fold(0.0, f64::max);
        let system = System {
            arcs,
            factor: 0.0,
            divisor: None,
            base: filled(1.0, nodes)?,
            base_factor: 1.0,
            dangling: Vec::new(),
            tolerance: params.tolerance,
            relative: true,
            max_iterations: params.max_iterations,
            contraction: None,
        };
        Ok(Katz(Driver::new(system, row_norm, params.attenuation, Automatic::Half)?))
    }
}

impl Steps for Katz {
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

/// Katz status of every node in one call; see [`Katz`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, linear::katz};
/// // 0 heeds 1, who heeds 2: two ways end in 2, one of them twice as long.
/// let graph = Graph::from_sorted(3, &[0, 1], vec![1, 2], vec![1.0, 1.0])?;
/// let params = katz::Params { attenuation: Some(0.5), ..katz::Params::default() };
/// assert_eq!(katz::katz(&graph.into(), params)?.solution.values, [1.0, 1.5, 1.75]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Katz`].
pub fn katz(graph: &Rc<Graph>, params: Params) -> Result<Status> {
    run(Katz::new(graph.clone(), params)?)
}
