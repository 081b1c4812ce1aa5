//! HITS: authorities, whom good curators point at, and hubs, the curators who point at good authorities.

use super::arcs::{InArcs, Weighting, block, gather};
use super::resolvent::Solution;
use crate::error::Result;
use crate::graph::Graph;
use crate::graph::column::{filled, room};
use crate::graph::steps::{Steps, run};
use crate::math::rng::Stream;
use std::rc::Rc;

/// Iterations that look for the second eigenvalue.
const GAP_ITERATIONS: usize = 30;

/// Below this gap the result hangs on where the iteration began.
const DEGENERATE: f64 = 1e-3;

/// Parameters of [`Hits`].
#[derive(Debug, Clone)]
pub struct Params {
    /// What an arc counts for; negative weights never count.
    pub weighting: Weighting,
    /// Stop when an iteration moved the authorities less than this, in L1.
    pub tolerance: f64,
    /// Iterations at the most.
    pub max_iterations: usize,
}

impl Default for Params {
    fn default() -> Self {
        Params { weighting: Weighting::Strength, tolerance: 1e-10, max_iterations: 1000 }
    }
}

/// The result of [`Hits`].
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Authority of each node, adding up to 1; `NaN` where no arc has a weight. The error bound is an estimate, from
    /// the gap.
    pub authorities: Solution,
    /// Hub score of each node, adding up to 1.
    pub hubs: Vec<f64>,
    /// `1 − λ₂/λ₁` of AᵀA, at most: the speed of convergence.
    pub gap: f64,
    /// Whether λ₂ is as good as λ₁: two groups of accounts that have little to do with each other are equally strong,
    /// and their part of the result is what a start with equal scores makes of it. PageRank is the better measure.
    pub degenerate: bool,
}

/// HITS, a block of rows at a time.
///
/// `a = Aᵀh`, `h = Aa`, each divided by its sum, until they stay: the dominant eigenvectors of AᵀA and AAᵀ. Then, by
/// 30 iterations on what is orthogonal to a, the second eigenvalue, to say how firm the result is.
///
/// | here | in the paper |
/// |---|---|
/// | authorities | x, authority weights |
/// | hubs | y, hub weights |
/// | weights | A, 1 each in the paper |
///
/// # Parameters
/// [`Params`].
///
/// # Complexity
/// O(nodes + arcs) an iteration, ln(tolerance)/ln(λ₂/λ₁) iterations. Memory: 32 bytes a node.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Kleinberg, "Authoritative sources in a hyperlinked environment", Journal of the ACM 46, 1999.
#[derive(Debug)]
pub struct Hits {
    arcs: InArcs,
    /// Weights of outgoing arcs that count, where some do not.
    out_weights: Option<Vec<f32>>,
    params: Params,
    phase: Phase,
    row: usize,
    iterations: usize,
    authorities: Vec<f64>,
    hubs: Vec<f64>,
    next: Vec<f64>,
    last_step: f64,
    converged: bool,
    /// A vector orthogonal to the authorities, and its image.
    second: Vec<f64>,
    /// λ₁.
    largest: f64,
    gap_iterations: usize,
    /// λ₂/λ₁.
    ratio: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Phase {
    Hubs,
    Authorities,
    GapOut,
    GapIn,
    Done,
}

impl Hits {
    /// Prepares the iteration.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(graph: Rc<Graph>, params: Params) -> Result<Hits> {
        let n = graph.nodes();
        let weighting = match params.weighting {
            Weighting::Structure => Weighting::Structure,
            _ => Weighting::Strength,
        };
        let mut out_weights = None;
        if weighting != Weighting::Structure && !graph.out_weight.iter().all(|w| weighting.of(*w) == *w) {
            let mut column = room(graph.arcs())?;
            column.extend(graph.out_weight.iter().map(|w| weighting.of(*w)));
            out_weights = Some(column);
        }
        let mut random = Stream::new(0, "hits", 0);
        let mut second = room(n)?;
        second.extend((0..n).map(|_| random.next_f64() - 0.5));
        Ok(Hits {
            arcs: InArcs::new(graph, weighting)?,
            out_weights,
            params: Params { weighting, ..params },
            phase: if n == 0 { Phase::Done } else { Phase::Hubs },
            row: 0,
            iterations: 0,
            authorities: filled(1.0 / n as f64, n)?,
            hubs: filled(0.0, n)?,
            next: filled(0.0, n)?,
            last_step: if n == 0 { 0.0 } else { f64::INFINITY },
            converged: n == 0,
            second,
            largest: 0.0,
            gap_iterations: 0,
            ratio: 0.0,
        })
    }

    /// One block of `out[row] = Σ weight · from[target]`; returns whether it was the last.
    fn out(&mut self, second: bool) -> bool {
        let graph = self.arcs.graph();
        let rows = block(&graph.out_start, self.row);
        let weights = match &self.out_weights {
            _ if self.params.weighting == Weighting::Structure => None,
            Some(cleaned) => Some(&cleaned[..]),
            None => Some(&graph.out_weight[..]),
        };
        self.row = rows.end;
        let (from, to) =
            if second { (&self.second, &mut self.next) } else { (&self.authorities, &mut self.hubs) };
        gather(&graph.out_start, &graph.out_to, weights, rows, from, |row, sum| to[row] = sum);
        self.last_row()
    }

    /// One block of `to[row] = Σ weight · from[source]`; returns whether it was the last.
    fn back(&mut self, second: bool) -> bool {
        let rows = self.arcs.block(self.row);
        self.row = rows.end;
        let (from, to) = if second { (&self.next, &mut self.second) } else { (&self.hubs, &mut self.next) };
        self.arcs.gather(rows, from, |row, sum| to[row] = sum);
        self.last_row()
    }

    fn last_row(&mut self) -> bool {
        let last = self.row == self.authorities.len();
        if last {
            self.row = 0;
        }
        last
    }

    /// The new authorities are all there.
    fn end_of_iteration(&mut self) {
        self.iterations += 1;
        let Some(total) = divide_by_sum(&mut self.next) else {
            self.authorities.fill(f64::NAN);
            self.hubs.fill(f64::NAN);
            (self.last_step, self.converged, self.phase) = (0.0, true, Phase::Done);
            return;
        };
        self.largest = total;
        let moves = self.next.iter().zip(&self.authorities);
        self.last_step = moves.map(|(x, y)| (x - y).abs()).fold(0.0, |sum, x| sum + x);
        std::mem::swap(&mut self.next, &mut self.authorities);
        self.converged = self.last_step < self.params.tolerance;
        self.phase = Phase::Hubs;
        if self.converged || self.iterations >= self.params.max_iterations {
            divide_by_sum(&mut self.hubs);
            self.make_orthogonal();
            self.phase = Phase::GapOut;
        }
    }

    /// Takes out of the second vector what is along the authorities, and makes its length 1.
    fn make_orthogonal(&mut self) {
        let along = dot(&self.second, &self.authorities) / dot(&self.authorities, &self.authorities);
        for (x, a) in self.second.iter_mut().zip(&self.authorities) {
            *x -= along * a;
        }
        let length = dot(&self.second, &self.second).sqrt();
        for x in &mut self.second {
            *x = if length > 0.0 { *x / length } else { 0.0 };
        }
    }
}

fn dot(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).fold(0.0, |sum, (x, y)| sum + x * y)
}

/// Divides by the sum, and returns it if there is one.
fn divide_by_sum(x: &mut [f64]) -> Option<f64> {
    let total = x.iter().fold(0.0, |sum, x| sum + x);
    if !(total > 0.0 && total.is_finite()) {
        return None;
    }
    for x in x.iter_mut() {
        *x /= total;
    }
    Some(total)
}

impl Steps for Hits {
    type Output = Found;

    fn step(&mut self) -> bool {
        match self.phase {
            Phase::Hubs => {
                if self.out(false) {
                    self.phase = Phase::Authorities;
                }
            }
            Phase::Authorities => {
                if self.back(false) {
                    self.end_of_iteration();
                }
            }
            Phase::GapOut => {
                if self.out(true) {
                    self.ratio = (dot(&self.next, &self.next) / self.largest).min(1.0);
                    self.phase = Phase::GapIn;
                }
            }
            Phase::GapIn => {
                if self.back(true) {
                    self.make_orthogonal();
                    self.gap_iterations += 1;
                    let last = self.gap_iterations == GAP_ITERATIONS;
                    self.phase = if last { Phase::Done } else { Phase::GapOut };
                }
            }
            Phase::Done => {}
        }
        self.phase == Phase::Done
    }

    fn share_done(&self) -> f64 {
        match self.phase {
            Phase::Done => 1.0,
            Phase::GapOut | Phase::GapIn => 0.8 + 0.2 * self.gap_iterations as f64 / GAP_ITERATIONS as f64,
            _ => 0.8 * self.iterations as f64 / self.params.max_iterations.max(1) as f64,
        }
    }

    fn finish(self) -> Found {
        let gap = 1.0 - self.ratio;
        let error_bound = if self.last_step > 0.0 { self.ratio / gap * self.last_step } else { 0.0 };
        Found {
            gap,
            degenerate: gap < DEGENERATE,
            hubs: self.hubs,
            authorities: Solution {
                values: self.authorities,
                iterations: self.iterations,
                last_step: self.last_step,
                error_bound,
                converged: self.converged,
            },
        }
    }
}

/// Hubs and authorities in one call; see [`Hits`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, linear::hits};
/// // 0 and 1 point at 2; 1 points at 3 as well, and is the better curator for it.
/// let graph = Graph::from_sorted(4, &[0, 1, 1], vec![2, 2, 3], vec![1.0; 3])?;
/// let found = hits::hits(&graph.into(), hits::Params::default())?;
/// assert!(found.authorities.values[2] > found.authorities.values[3] && found.hubs[1] > found.hubs[0]);
/// assert!(!found.degenerate);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Hits::new`].
pub fn hits(graph: &Rc<Graph>, params: Params) -> Result<Found> {
    Ok(run(Hits::new(graph.clone(), params)?))
}
