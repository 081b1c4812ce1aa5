//! The Leontief inverse applied to a vector: what each account comes to when everything flows on along attention.

use super::arcs::{InArcs, Weighting};
use super::resolvent::{Resolvent, Solution, System};
use crate::error::{ErrorKind, Result};
use crate::graph::Graph;
use crate::graph::column::filled;
use crate::graph::steps::{Steps, run};
use std::rc::Rc;

/// Parameters of [`Leontief`].
#[derive(Debug, Clone)]
pub struct Params {
    /// What each account brings by itself.
    pub base: Vec<f64>,
    /// What the weights that leave each account are divided by: at least the sum of their sizes. 1 or more, whatever it
    /// is, for an account whose weights are all 0.
    pub divisor: Vec<f64>,
    /// What each further arc on a way is worth, 0 to 1.
    pub attenuation: f64,
    /// What an arc counts for.
    pub weighting: Weighting,
    /// Stop when the last step moved less than this share of the whole, in L1.
    pub tolerance: f64,
    /// Iterations at the most.
    pub max_iterations: usize,
}

/// Solves `x = b + βDᵀx`, D the weights of each row divided by a divisor of its own, a block of rows at a time.
///
/// `x = (I − βDᵀ)⁻¹b`: what every account brings by itself, and β times the parts that it is given of what those are
/// worth who pay attention to it. The rows of D add up to less than 1 in size, so that the sum over all ways ends.
///
/// | here | in input-output analysis |
/// |---|---|
/// | `base` | final demand |
/// | D, transposed | technical coefficients |
///
/// [`super::hubbell`] is the same with one divisor for all, and looks for a radius first; here it is known to be below 1.
///
/// # Complexity
/// O(nodes + arcs) an iteration, about ln(tolerance) / ln(β · largest row sum) iterations at the most. Memory: 40 bytes a
/// node.
///
/// # Errors
/// See [`Leontief::new`].
///
/// # Source
/// Leontief 1941, "The structure of American economy"; Hubbell, Sociometry 28, 1965.
#[derive(Debug)]
pub struct Leontief(Resolvent);

impl Leontief {
    /// Prepares the iteration.
    ///
    /// # Errors
    /// `argument.invalid` for a base or divisors of another length or not finite, an attenuation outside 0 to 1, and a
    /// row that adds up to 1 or more after attenuation; `memory.exhausted`.
    pub fn new(graph: Rc<Graph>, params: Params) -> Result<Leontief> {
        let n = graph.nodes();
        let invalid = |name, given: f64| ErrorKind::InvalidArgument { name, given: given.to_string() };
        if params.base.len() != n || params.base.iter().any(|b| !b.is_finite()) {
            return Err(invalid("base", params.base.len() as f64).into());
        }
        if !(0.0..=1.0).contains(&params.attenuation) {
            return Err(invalid("attenuation", params.attenuation).into());
        }
        if params.divisor.len() != n || !params.divisor.iter().all(|d| *d > 0.0) {
            return Err(invalid("divisor", params.divisor.len() as f64).into());
        }
        let arcs = InArcs::new(graph, params.weighting)?;
        let totals = arcs.out_totals()?;
        let largest = totals.iter().zip(&params.divisor).map(|(t, d)| t / d).fold(0.0, f64::max);
        let contraction = params.attenuation * largest;
        if contraction >= 1.0 || contraction.is_nan() {
            return Err(invalid("divisor", largest).into());
        }
        let system = System {
            arcs,
            factor: params.attenuation,
            divisor: Some(params.divisor),
            base: params.base,
            base_factor: 1.0,
            dangling: Vec::new(),
            tolerance: params.tolerance,
            relative: true,
            max_iterations: params.max_iterations,
            contraction: Some(contraction),
        };
        Ok(Leontief(Resolvent::new(system)?))
    }
}

impl Steps for Leontief {
    type Output = Solution;

    fn step(&mut self) -> bool {
        self.0.step()
    }

    fn share_done(&self) -> f64 {
        self.0.share_done()
    }

    fn finish(self) -> Solution {
        self.0.finish()
    }
}

/// What every account comes to, in one call; see [`Leontief`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, linear::{Weighting, leontief::{Params, leontief}}};
/// // 0 gives half of what it comes to to 1, and 1 half of that to 2.
/// let graph = Graph::from_sorted(3, &[0, 1], vec![1, 2], vec![1.0, 1.0])?;
/// let params = Params {
///     base: vec![8.0, 0.0, 0.0],
///     divisor: vec![2.0; 3],
///     attenuation: 1.0,
///     weighting: Weighting::Strength,
///     tolerance: 1e-10,
///     max_iterations: 100,
/// };
/// assert_eq!(leontief(&graph.into(), params)?.values, [8.0, 4.0, 2.0]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Leontief::new`].
pub fn leontief(graph: &Rc<Graph>, params: Params) -> Result<Solution> {
    Ok(run(Leontief::new(graph.clone(), params)?))
}

/// One step of the same without the base: `Dᵀx`, what comes to each account over one arc.
///
/// Cost: O(nodes + arcs).
///
/// # Errors
/// `argument.invalid` for columns of another length; `memory.exhausted`.
pub fn one_step(graph: &Rc<Graph>, divisor: &[f64], weighting: Weighting, x: &[f64]) -> Result<Vec<f64>> {
    let n = graph.nodes();
    if divisor.len() != n || x.len() != n {
        return Err(ErrorKind::InvalidArgument { name: "divisor", given: divisor.len().to_string() }.into());
    }
    let arcs = InArcs::new(graph.clone(), weighting)?;
    let (mut share, mut found) = (filled(0.0, n)?, filled(0.0, n)?);
    for ((share, x), divisor) in share.iter_mut().zip(x).zip(divisor) {
        *share = x / divisor;
    }
    if n > 0 {
        arcs.gather(0..n, &share, |b, received| found[b] = received);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::linear::hubbell;
    use crate::graph::testing::{close, from_triples, small_graph};
    use proptest::prelude::*;

    fn params(graph: &Graph, attenuation: f64) -> Params {
        let row = |a: usize| {
            let weights = &graph.rows().2[graph.out_arcs(a)];
            2.0 + weights.iter().map(|w| f64::from(w.abs())).sum::<f64>()
        };
        Params {
            base: vec![1.0; graph.nodes()],
            divisor: (0..graph.nodes()).map(row).collect(),
            attenuation,
            weighting: Weighting::Signed,
            tolerance: 1e-12,
            max_iterations: 5000,
        }
    }

    proptest! {
        #[test]
        fn one_constant_is_hubbell_s_status(graph in small_graph(12)) {
            let found = run(Leontief::new(graph.clone(), params(&graph, 0.85)).unwrap());
            let given = hubbell::Params {
                attenuation: Some(0.85),
                constant: Some(2.0),
                tolerance: 1e-12,
                max_iterations: 5000,
                ..hubbell::Params::default()
            };
            let status = hubbell::hubbell(&graph, given).unwrap();
            close(&found.values, &status.solution.values, 1e-9, "status");
        }
    }

    #[test]
    fn one_step_and_what_cannot_be() {
        let graph = from_triples(3, vec![(0, 1, 3.0), (0, 2, -1.0), (2, 1, 1.0)]);
        let divisor = [4.0, 1.0, 2.0];
        let found = one_step(&graph, &divisor, Weighting::Signed, &[1.0, 5.0, 2.0]).unwrap();
        assert_eq!(found, [0.0, 0.75 + 1.0, -0.25]);
        let bad = |change: fn(&mut Params)| {
            let mut params = params(&graph, 0.85);
            change(&mut params);
            Leontief::new(graph.clone(), params).unwrap_err().code()
        };
        assert_eq!(bad(|p| p.base.truncate(1)), "argument.invalid");
        assert_eq!(bad(|p| p.base[0] = f64::NAN), "argument.invalid");
        assert_eq!(bad(|p| p.divisor[0] = 1.0), "argument.invalid");
        assert_eq!(bad(|p| p.divisor[0] = f64::NAN), "argument.invalid");
        assert_eq!(bad(|p| p.attenuation = 1.5), "argument.invalid");
        assert!(one_step(&from_triples(0, vec![]), &[], Weighting::Signed, &[]).unwrap().is_empty());
    }
}
