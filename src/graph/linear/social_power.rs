//! Social power: whose opinion, in the end, how much of everybody's opinion is made of.

use super::arcs::{InArcs, Weighting};
use super::resolvent::{Resolvent, Solution, System};
use crate::error::{ErrorKind, Result};
use crate::graph::Graph;
use crate::graph::column::{filled, room};
use crate::graph::steps::{Steps, run};
use std::rc::Rc;

/// Susceptibility at the most where it is derived from weights: nobody is without an opinion.
const MOST: f64 = 0.95;

/// Parameters of [`SocialPower`].
#[derive(Debug, Clone)]
pub struct Params {
    /// How much of an account's opinion comes from others, 0 to 1 each; `None` is `R/(R + constant)`, R the sum of
    /// the account's weights, and 0.95 at the most. An account that heeds nobody keeps its own opinion, whatever is given for it.
    pub susceptibility: Option<Vec<f64>>,
    /// How much of its own an account has besides what it answers to others.
    pub constant: f64,
    /// What an arc counts for; negative weights never count.
    pub weighting: Weighting,
    /// Stop when the last step moved less than this share of the whole, in L1.
    pub tolerance: f64,
    /// Iterations at the most.
    pub max_iterations: usize,
}

impl Default for Params {
    fn default() -> Self {
        Params {
            susceptibility: None,
            constant: 1.0,
            weighting: Weighting::Strength,
            tolerance: 1e-10,
            max_iterations: 1000,
        }
    }
}

/// Friedkin and Johnsen's social power, a block of rows at a time.
///
/// Opinions move by `x(t+1) = ΛWx(t) + (I − Λ)x(0)`: everybody mixes the opinions of those they heed with the one they
/// came with. They settle at `Vx(0)`, `V = (I − ΛW)⁻¹(I − Λ)`, and the power of j is the mean of column j of V: the
/// share of the settled opinion, over all accounts, that is j's first one. Powers add up to 1.
///
/// V is never made: with `y = 1/n + (ΛW)ᵀy`, the power of j is `(1 − λ_j)·y_j`.
///
/// | here | in the paper |
/// |---|---|
/// | `susceptibility` | Λ, diagonal |
/// | each row of weights divided by its sum | W |
///
/// # Parameters
/// [`Params`].
///
/// # Complexity
/// O(nodes + arcs) an iteration, ln(tolerance)/ln(largest susceptibility) iterations at the most. Memory: 48 bytes a
/// node.
///
/// # Errors
/// See [`SocialPower::new`].
///
/// # Source
/// Friedkin and Johnsen, "Social influence and opinions", Journal of Mathematical Sociology 15, 1990; Friedkin,
/// "Theoretical foundations for centrality measures", American Journal of Sociology 96, 1991.
#[derive(Debug)]
pub struct SocialPower {
    resolvent: Resolvent,
    /// 1 − λ of each account.
    own: Vec<f64>,
}

impl SocialPower {
    /// Prepares the iteration.
    ///
    /// # Errors
    /// `argument.invalid` for a susceptibility outside [0, 1] or of another length, for accounts that only heed each
    /// other and have no opinion of their own, and for a constant that is not positive; `memory.exhausted`.
    pub fn new(graph: Rc<Graph>, params: Params) -> Result<SocialPower> {
        let n = graph.nodes();
        let invalid = |name, given: f64| ErrorKind::InvalidArgument { name, given: given.to_string() };
        if !(params.constant > 0.0 && params.constant.is_finite()) {
            return Err(invalid("constant", params.constant).into());
        }
        let weighting = match params.weighting {
            Weighting::Structure => Weighting::Structure,
            _ => Weighting::Strength,
        };
        let arcs = InArcs::new(graph, weighting)?;
        let mut divisor = arcs.out_totals()?;
        let mut susceptibility = match params.susceptibility {
            Some(given) if given.len() != n => {
                return Err(invalid("susceptibility", given.len() as f64).into());
            }
            Some(given) => given,
            None => {
                let mut column = room(n)?;
                column.extend(divisor.iter().map(|total| (total / (total + params.constant)).min(MOST)));
                column
            }
        };
        if let Some(bad) = susceptibility.iter().find(|s| !(0.0..=1.0).contains(*s)) {
            return Err(invalid("susceptibility", *bad).into());
        }
        let mut largest = 0.0_f64;
        for (total, susceptible) in divisor.iter_mut().zip(&mut susceptibility) {
            if *total == 0.0 {
                *susceptible = 0.0;
            }
            *total = if *susceptible > 0.0 { *total / *susceptible } else { f64::INFINITY };
            largest = largest.max(*susceptible);
        }
        if largest >= 1.0 && !all_reach_an_opinion(&arcs, weighting, &susceptibility)? {
            return Err(invalid("susceptibility", 1.0).into());
        }
        let resolvent = Resolvent::new(System {
            arcs,
            factor: 1.0,
            divisor: Some(divisor),
            base: filled(1.0 / n as f64, n)?,
            base_factor: 1.0,
            dangling: Vec::new(),
            tolerance: params.tolerance,
            relative: true,
            max_iterations: params.max_iterations,
            contraction: Some(largest).filter(|l| *l < 1.0),
        })?;
        for s in &mut susceptibility {
            *s = 1.0 - *s;
        }
        Ok(SocialPower { resolvent, own: susceptibility })
    }
}

/// Whether from every account a way of attention leads to one with an opinion of its own.
fn all_reach_an_opinion(arcs: &InArcs, weighting: Weighting, susceptibility: &[f64]) -> Result<bool> {
    let graph = arcs.graph();
    let n = graph.nodes();
    let (mut reached, mut queue) = (filled(false, n)?, room(n)?);
    for (node, _) in susceptibility.iter().enumerate().filter(|(_, s)| **s < 1.0) {
        reached[node] = true;
        queue.push(node as u32);
    }
    let mut at = 0;
    while let Some(node) = queue.get(at).copied() {
        at += 1;
        let places = graph.in_places(node as usize);
        for (a, w) in graph.in_from[places.clone()].iter().zip(&graph.in_weight[places]) {
            if weighting.of(*w) > 0.0 && !reached[*a as usize] {
                reached[*a as usize] = true;
                queue.push(*a);
            }
        }
    }
    Ok(at == n)
}

impl Steps for SocialPower {
    type Output = Solution;

    fn step(&mut self) -> bool {
        self.resolvent.step()
    }

    fn share_done(&self) -> f64 {
        self.resolvent.share_done()
    }

    fn finish(self) -> Solution {
        let mut solution = self.resolvent.finish();
        for (power, own) in solution.values.iter_mut().zip(&self.own) {
            *power *= own;
        }
        solution
    }
}

/// Social power of every node in one call; see [`SocialPower`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, linear::social_power};
/// // Both others heed 2, half the time.
/// let graph = Graph::from_sorted(3, &[0, 1], vec![2, 2], vec![1.0, 1.0])?;
/// let power = social_power::social_power(&graph.into(), social_power::Params::default())?.values;
/// assert!((power[2] - 2.0 / 3.0).abs() < 1e-12 && (power[0] - 1.0 / 6.0).abs() < 1e-12);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`SocialPower::new`].
pub fn social_power(graph: &Rc<Graph>, params: Params) -> Result<Solution> {
    Ok(run(SocialPower::new(graph.clone(), params)?))
}
