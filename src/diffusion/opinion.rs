//! Where opinions settle after a message, and after a counter-message.

use crate::error::{ErrorKind, Result};
use crate::graph::Graph;
use crate::graph::column::{filled, room};
use crate::graph::steps::Steps;
use std::rc::Rc;

/// Susceptibility at the most where it is derived from weights: nobody is without an opinion.
const MOST: f64 = 0.95;

/// Parameters of [`Opinions`].
#[derive(Debug, Clone)]
pub struct Params {
    /// The opinion that each account comes with, −1 to 1.
    pub first: Vec<f64>,
    /// Who holds to it whatever others say: those that carry a message.
    pub firm: Vec<bool>,
    /// Share of its own first opinion that every other account keeps, 0 to 1; `None` is `1/(R + 1)`, R the attention
    /// that the account pays, and 0.05 at least.
    pub stubbornness: Option<f64>,
    /// Stop when no opinion moved by more.
    pub tolerance: f64,
    /// Iterations at the most.
    pub max_iterations: usize,
}

impl Params {
    /// With the usual tolerance.
    pub fn new(first: Vec<f64>, firm: Vec<bool>, stubbornness: Option<f64>) -> Params {
        Params { first, firm, stubbornness, tolerance: 1e-10, max_iterations: 2000 }
    }
}

/// The equilibrium of Friedkin and Johnsen's opinions, an iteration at a time.
///
/// `x(t+1) = ΛWx(t) + (I − Λ)x(0)`: each account mixes the opinions of those it attends to, in the shares of its
/// attention (W), with the one it came with; λ is its susceptibility, one less its stubbornness. Accounts that are
/// firm or attend to nobody have λ = 0.
///
/// # Parameters
/// The attention graph, [`Params`].
///
/// # Complexity
/// O(nodes + arcs) an iteration, ln(tolerance)/ln(largest λ) iterations at the most. Memory: 32 bytes a node.
///
/// # Errors
/// See [`Opinions::new`].
///
/// # Source
/// Friedkin and Johnsen, "Social influence and opinions", Journal of Mathematical Sociology 15, 1990.
///
/// # Examples
/// ```
/// use sillage::diffusion::opinion::{Opinions, Params};
/// use sillage::graph::{Graph, steps::run};
/// // 1 attends to 0, who carries a message, and keeps half of its own silence.
/// let graph = Graph::from_sorted(2, &[1], vec![0], vec![1.0])?;
/// let params = Params::new(vec![1.0, 0.0], vec![true, false], Some(0.5));
/// let settled = run(Opinions::new(graph.into(), params)?);
/// assert_eq!(settled.values, [1.0, 0.5]);
/// # Ok::<(), sillage::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Opinions {
    graph: Rc<Graph>,
    params: Params,
    /// λ over the attention paid: what one unit of weight counts for.
    scale: Vec<f64>,
    /// (1 − λ)·first opinion.
    own: Vec<f64>,
    now: Vec<f64>,
    next: Vec<f64>,
    /// Next account of the iteration.
    at: usize,
    moved: f64,
    iterations: usize,
    done: bool,
}

/// Opinions as they settled.
#[derive(Debug, Clone, Default)]
pub struct Settled {
    /// Opinion of each account, −1 to 1.
    pub values: Vec<f64>,
    /// Iterations it took.
    pub iterations: usize,
    /// Whether they were at rest by then.
    pub converged: bool,
}

/// Arcs of one piece.
const PIECE: usize = 1 << 20;

fn counts(weight: f32) -> f64 {
    if weight > 0.0 && weight.is_finite() { f64::from(weight) } else { 0.0 }
}

impl Opinions {
    /// Prepares the iteration.
    ///
    /// # Errors
    /// `argument.invalid` for columns of another length, first opinions outside [−1, 1], or a stubbornness outside
    /// (0, 1]; `memory.exhausted`.
    pub fn new(graph: Rc<Graph>, params: Params) -> Result<Opinions> {
        let n = graph.nodes();
        let invalid = |name, given: String| ErrorKind::InvalidArgument { name, given };
        if params.first.len() != n || params.firm.len() != n {
            let given = format!("{} {}", params.first.len(), params.firm.len());
            return Err(invalid("first", given).into());
        }
        if let Some(bad) = params.first.iter().find(|x| !(-1.0..=1.0).contains(*x)) {
            return Err(invalid("first", bad.to_string()).into());
        }
        if let Some(bad) = params.stubbornness.filter(|s| !(*s > 0.0 && *s <= 1.0)) {
            return Err(invalid("stubbornness", bad.to_string()).into());
        }
        let (mut scale, mut own) = (room(n)?, room(n)?);
        for account in 0..n {
            let total: f64 = graph.out_arcs(account).map(|arc| counts(graph.weight(arc))).sum();
            let susceptible = if params.firm[account] || total == 0.0 {
                0.0
            } else {
                params.stubbornness.map_or((total / (total + 1.0)).min(MOST), |s| 1.0 - s)
            };
            scale.push(if susceptible > 0.0 { susceptible / total } else { 0.0 });
            own.push((1.0 - susceptible) * params.first[account]);
        }
        let mut now = room(n)?;
        now.extend_from_slice(&params.first);
        let next = filled(0.0, n)?;
        Ok(Opinions { graph, params, scale, own, now, next, at: 0, moved: 0.0, iterations: 0, done: n == 0 })
    }
}

impl Steps for Opinions {
    type Output = Settled;

    fn step(&mut self) -> bool {
        if self.done {
            return true;
        }
        let n = self.graph.nodes();
        let mut work = 0;
        while self.at < n && work < PIECE {
            let arcs = self.graph.out_arcs(self.at);
            work += arcs.len() + 1;
            let mut heard = 0.0;
            if self.scale[self.at] > 0.0 {
                for arc in arcs {
                    heard += counts(self.graph.weight(arc)) * self.now[self.graph.out_to[arc] as usize];
                }
            }
            let settled = self.own[self.at] + self.scale[self.at] * heard;
            self.moved = self.moved.max((settled - self.now[self.at]).abs());
            self.next[self.at] = settled;
            self.at += 1;
        }
        if self.at == n {
            std::mem::swap(&mut self.now, &mut self.next);
            self.iterations += 1;
            self.done = self.moved <= self.params.tolerance || self.iterations >= self.params.max_iterations;
            if !self.done {
                self.at = 0;
                self.moved = 0.0;
            }
        }
        self.done
    }

    fn share_done(&self) -> f64 {
        // Moves shrink by a constant factor: where the last one stands between 1 and the tolerance.
        if self.done {
            return 1.0;
        }
        self.iterations as f64 / (self.iterations as f64 + 30.0)
    }

    fn finish(self) -> Settled {
        Settled {
            values: self.now,
            iterations: self.iterations,
            converged: self.moved <= self.params.tolerance,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::linear::social_power;
    use crate::graph::steps::run;
    use crate::graph::testing::{close, from_triples, golden};

    fn settled(graph: &Rc<Graph>, params: Params) -> Vec<f64> {
        let settled = run(Opinions::new(graph.clone(), params).unwrap());
        assert!(settled.converged);
        settled.values
    }

    #[test]
    fn the_toy_of_reference() {
        // λ = .5, .8, .2 by hand: stubbornness is one number for all, so that each is solved with its own scale.
        let graph = from_triples(3, vec![(0, 1, 1.0), (1, 0, 1.0), (1, 2, 1.0), (2, 1, 1.0)]);
        let params = Params::new(vec![1.0, 0.0, -1.0], vec![false; 3], None);
        let mut opinions = Opinions::new(graph, params).unwrap();
        opinions.scale = vec![0.5, 0.4, 0.2];
        opinions.own = vec![0.5, 0.0, -0.8];
        let found = run(opinions).values;
        close(&found, &[0.4166666667, -0.1666666667, -0.8333333333], 1e-9, "x*");
    }

    #[test]
    fn means_are_those_of_social_power() {
        // The mean opinion is the sum of first opinions by the power of each.
        let graph = golden("karate");
        let first: Vec<f64> = (0..34).map(|a| f64::from(a % 3) - 1.0).collect();
        let params = Params::new(first.clone(), vec![false; 34], None);
        let found = settled(&graph, params);
        let power = social_power::social_power(&graph, social_power::Params::default()).unwrap().values;
        let expected: f64 = power.iter().zip(&first).map(|(p, x)| p * x).sum();
        assert!((found.iter().sum::<f64>() / 34.0 - expected).abs() < 1e-8);
    }

    #[test]
    fn messages_stay_within_bounds_and_cancel_out() {
        let graph = golden("karate");
        let firm: Vec<bool> = (0..34).map(|a| a == 0 || a == 33).collect();
        let mut first = vec![0.0; 34];
        first[0] = 1.0;
        let alone = settled(&graph, Params::new(first.clone(), firm.clone(), Some(0.2)));
        assert!(alone.iter().all(|x| (0.0..=1.0).contains(x)) && alone[0] == 1.0 && alone[33] == 0.0);
        first[33] = -1.0;
        let both = settled(&graph, Params::new(first.clone(), firm.clone(), Some(0.2)));
        assert!(both.iter().zip(&alone).all(|(b, a)| b <= a) && both[33] == -1.0);
        let turned: Vec<f64> = first.iter().map(|x| -x).collect();
        let opposite = settled(&graph, Params::new(turned, firm, Some(0.2)));
        close(&opposite, &both.iter().map(|x| -x).collect::<Vec<_>>(), 1e-9, "signs");
    }

    #[test]
    fn nobody_to_attend_to_and_what_cannot_be() {
        let graph = from_triples(2, vec![(0, 1, f32::NAN)]);
        assert_eq!(settled(&graph, Params::new(vec![0.5, -1.0], vec![false; 2], Some(0.1))), [0.5, -1.0]);
        let bad = |first: Vec<f64>, stubbornness| {
            Opinions::new(graph.clone(), Params::new(first, vec![false; 2], stubbornness)).unwrap_err().code()
        };
        assert_eq!(bad(vec![2.0, 0.0], None), "argument.invalid");
        assert_eq!(bad(vec![0.0; 3], None), "argument.invalid");
        assert_eq!(bad(vec![0.0; 2], Some(0.0)), "argument.invalid");
        assert!(Opinions::new(Rc::new(Graph::default()), Params::new(vec![], vec![], None)).unwrap().step());
    }
}
