//! The shared solver of `x = b + βMᵀx`.

use super::arcs::InArcs;
use crate::error::Result;
use crate::graph::column::filled;
use crate::math::Sum;

/// Up to here the norm of the iteration says how far the values are from the end; nearer to 1 it says next to nothing.
const TELLING_NORM: f64 = 0.99;

/// A solution, and how far it can be trusted.
#[derive(Debug, Clone, PartialEq)]
pub struct Solution {
    /// One value a node.
    pub values: Vec<f64>,
    /// Iterations done.
    pub iterations: usize,
    /// L1 distance of the last two iterations.
    pub last_step: f64,
    /// The L1 distance to the exact solution is at most this; `NaN` where no bound is known.
    pub error_bound: f64,
    /// Whether the tolerance was reached.
    pub converged: bool,
}

/// What is to be solved.
#[derive(Debug)]
pub(crate) struct System {
    /// The arcs a → b with the weights of M before its rows are divided.
    pub arcs: InArcs,
    /// β.
    pub factor: f64,
    /// What row a of the weights is divided by; infinite for a row that counts for nothing.
    pub divisor: Option<Vec<f64>>,
    /// b, and the first x.
    pub base: Vec<f64>,
    /// b is multiplied by this before it is added.
    pub base_factor: f64,
    /// Nodes whose value, times β, flows back to where b is.
    pub dangling: Vec<u32>,
    /// Stop when a step moves less than this, in L1.
    pub tolerance: f64,
    /// Whether the tolerance is a share of the L1 norm of x, and of each value too where none can be negative.
    pub relative: bool,
    /// Iterations at the most; one is always done.
    pub max_iterations: usize,
    /// A bound of ‖βMᵀ‖₁, if there is one below 1.
    pub contraction: Option<f64>,
}

/// Power iteration, also known as Jacobi's: `x ← b + βMᵀx`, a block of rows a step.
///
/// Sums are taken in the order of the arcs, so that the result is the same everywhere to the last bit.
///
/// # Complexity
/// O(nodes + arcs) an iteration, 24 bytes a node; iterations about ln(tolerance) / ln(ρ), ρ the spectral radius of βM.
///
/// # When it stops
/// A step that is small beside the whole may still move a small value by much, and a heavy weight then carries that on
/// to a large one. So a relative tolerance holds for each value too: from `|Δx_i| ≤ εx_i` everywhere it follows that
/// every later step is as small, because M has no negative weights.
///
/// # Error bound
/// With c = ‖βMᵀ‖₁ < 1, the error is at most c/(1−c) times the last step. Otherwise, for M and b without negative
/// numbers, `βMᵀx = x − b` shows that βMᵀ shrinks the norm max |eᵢ|/xᵢ by κ = max (xᵢ−bᵢ)/xᵢ at least, so that each
/// value is known up to κ/(1−κ) times the largest relative step.
#[derive(Debug)]
pub(crate) struct Resolvent {
    system: System,
    x: Vec<f64>,
    next: Vec<f64>,
    share: Vec<f64>,
    /// First row of the next block; 0 between two iterations.
    row: usize,
    /// What multiplies b in this iteration.
    again: f64,
    moved: Sum,
    norm: f64,
    /// Whether the largest relative step counts too, and how large it was.
    each: bool,
    stretch: f64,
    iterations: usize,
    last_step: f64,
    converged: bool,
    done: bool,
}

impl Resolvent {
    pub(crate) fn new(system: System) -> Result<Resolvent> {
        let n = system.arcs.nodes();
        let mut x = filled(0.0, n)?;
        x.copy_from_slice(&system.base);
        let each = system.relative && !system.arcs.signed() && system.base.iter().all(|b| *b >= 0.0);
        Ok(Resolvent {
            each,
            stretch: 0.0,
            x,
            next: filled(0.0, n)?,
            share: filled(0.0, n)?,
            system,
            row: 0,
            again: 1.0,
            moved: Sum::default(),
            norm: 0.0,
            iterations: 0,
            last_step: f64::INFINITY,
            converged: n == 0,
            done: n == 0,
        })
    }

    /// Begins again with another β.
    pub(crate) fn restart(&mut self, factor: f64, contraction: Option<f64>) {
        (self.system.factor, self.system.contraction) = (factor, contraction);
        self.x.copy_from_slice(&self.system.base);
        (self.row, self.iterations, self.last_step) = (0, 0, f64::INFINITY);
        (self.converged, self.done) = (self.x.is_empty(), self.x.is_empty());
    }

    pub(crate) fn step(&mut self) -> bool {
        if self.done {
            return true;
        }
        if self.row == 0 {
            self.begin();
        }
        let system = &self.system;
        let rows = system.arcs.block(self.row);
        let (factor, again, base, next) = (system.factor, self.again, &system.base, &mut self.next);
        system.arcs.gather(rows.clone(), &self.share, |b, received| {
            next[b] = factor * received + again * base[b];
        });
        for (x, y) in self.x[rows.clone()].iter().zip(&next[rows.clone()]) {
            self.moved.add((x - y).abs());
            self.norm += y.abs();
            if self.each && (x - y).abs() > self.stretch * y {
                self.stretch = (x - y).abs() / y;
            }
        }
        self.row = rows.end;
        if self.row == self.x.len() {
            self.end();
        }
        self.done
    }

    /// What each node hands on, divided beforehand, and what flows back to b.
    fn begin(&mut self) {
        let system = &self.system;
        match &system.divisor {
            None => self.share.copy_from_slice(&self.x),
            Some(divisor) => {
                for ((share, x), divisor) in self.share.iter_mut().zip(&self.x).zip(divisor) {
                    *share = x / divisor;
                }
            }
        }
        let dangling = system.dangling.iter().fold(0.0, |sum, a| sum + self.x[*a as usize]);
        self.again = system.factor * dangling + system.base_factor;
        (self.moved, self.norm, self.stretch) = (Sum::default(), 0.0, 0.0);
    }

    fn end(&mut self) {
        self.row = 0;
        std::mem::swap(&mut self.x, &mut self.next);
        self.iterations += 1;
        self.last_step = self.moved.total();
        let tolerance = self.system.tolerance * if self.system.relative { self.norm } else { 1.0 };
        // A sum of zeros has nowhere left to go.
        let all = !self.each || self.stretch < self.system.tolerance;
        self.converged = (self.last_step < tolerance && all) || self.last_step == 0.0;
        let lost = !self.last_step.is_finite();
        self.done = self.converged || lost || self.iterations >= self.system.max_iterations;
    }

    pub(crate) fn iterations(&self) -> usize {
        self.iterations
    }

    pub(crate) fn converged(&self) -> bool {
        self.converged
    }

    /// Share of the iterations done, at the worst.
    pub(crate) fn share_done(&self) -> f64 {
        if self.done { 1.0 } else { self.iterations as f64 / self.system.max_iterations.max(1) as f64 }
    }

    fn error_bound(&self) -> f64 {
        if self.x.is_empty() {
            return 0.0;
        }
        let by_norm =
            self.system.contraction.filter(|c| *c < 1.0).map(|c| (c, c / (1.0 - c) * self.last_step));
        if let Some((_, bound)) = by_norm.filter(|(c, _)| *c <= TELLING_NORM) {
            return bound;
        }
        let by_norm = by_norm.map_or(f64::NAN, |(_, bound)| bound);
        let base = &self.system.base;
        if self.system.arcs.signed() || base.iter().any(|b| *b < 0.0) {
            return by_norm;
        }
        let (mut kept, mut step) = (0.0_f64, 0.0_f64);
        for ((x, old), b) in self.x.iter().zip(&self.next).zip(base).filter(|((x, _), _)| **x > 0.0) {
            kept = kept.max((x - self.system.base_factor * b) / x);
            step = step.max((x - old).abs() / x);
        }
        // Both hold; `min` passes over what is not known.
        if kept < 1.0 { by_norm.min(kept / (1.0 - kept) * step * self.norm) } else { by_norm }
    }

    pub(crate) fn finish(self) -> Solution {
        Solution {
            error_bound: self.error_bound(),
            iterations: self.iterations,
            last_step: if self.x.is_empty() { 0.0 } else { self.last_step },
            converged: self.converged,
            values: self.x,
        }
    }
}
