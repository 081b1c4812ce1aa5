//! The spectral radius of a weight matrix, estimated.

use super::arcs::InArcs;
use crate::error::Result;
use crate::graph::column::filled;
use crate::math::{exp, ln, pow};

/// Iterations in all, and those over which the growth is averaged: an even number, for where walks alternate between
/// two sides.
const ITERATIONS: usize = 30;
const AVERAGED: usize = 10;

/// The share of the bound that the estimate is not below: with half of what it allows, the sum over all ways then ends.
const FAR_BELOW: f64 = 0.8;

/// Power iteration on Mᵀ from a vector of ones: λ̂ is the growth an iteration, averaged over the last ten.
///
/// Where weights can be negative their sizes are taken, which gives an upper bound. The estimate is 0 where no walk is
/// 30 arcs long: then M is nilpotent and its radius is 0 indeed. Where attention runs in circles of uneven weights the
/// growth swings, and may be far too low; `‖(Mᵀ)ᵏ1‖_∞^(1/k)`, which is known at each k, is never below the
/// radius, and λ̂ not far below that.
///
/// # Complexity
/// 30 times O(nodes + arcs), a block of rows a step.
#[derive(Debug)]
pub(crate) struct Radius {
    x: Vec<f64>,
    next: Vec<f64>,
    row: usize,
    norm: f64,
    growth: f64,
    iterations: usize,
    /// Logarithm of what the vector was divided by, and the smallest of the bounds.
    divided: f64,
    bound: f64,
}

impl Radius {
    pub(crate) fn new(nodes: usize) -> Result<Radius> {
        let iterations = if nodes == 0 { ITERATIONS } else { 0 };
        let start = 1.0 / nodes as f64;
        let (x, next) = (filled(start, nodes)?, filled(0.0, nodes)?);
        Ok(Radius {
            x,
            next,
            row: 0,
            norm: 0.0,
            growth: if nodes == 0 { 0.0 } else { 1.0 },
            iterations,
            divided: ln(nodes as f64),
            bound: if nodes == 0 { 0.0 } else { f64::INFINITY },
        })
    }

    /// One block of rows. `x` holds the vector already divided by M's divisors.
    pub(crate) fn step(&mut self, arcs: &InArcs, divisor: Option<&[f64]>) -> bool {
        if self.iterations >= ITERATIONS {
            return true;
        }
        if self.row == 0 {
            self.norm = 0.0;
            for (x, divisor) in self.x.iter_mut().zip(divisor.unwrap_or_default()) {
                *x /= divisor;
            }
        }
        let rows = arcs.block(self.row);
        let (next, norm) = (&mut self.next, &mut self.norm);
        arcs.gather_sizes(rows.clone(), &self.x, |b, received| {
            next[b] = received;
            *norm += received;
        });
        self.row = rows.end;
        if self.row == self.x.len() {
            self.end();
        }
        self.iterations >= ITERATIONS
    }

    fn end(&mut self) {
        self.row = 0;
        self.iterations += 1;
        if self.iterations > ITERATIONS - AVERAGED {
            self.growth *= pow(self.norm, 1.0 / AVERAGED as f64);
        }
        if self.norm == 0.0 {
            (self.growth, self.bound, self.iterations) = (0.0, 0.0, ITERATIONS);
            return;
        }
        let largest = self.next.iter().copied().fold(0.0, f64::max);
        self.bound = self.bound.min(exp((self.divided + ln(largest)) / self.iterations as f64));
        self.divided += ln(self.norm);
        std::mem::swap(&mut self.x, &mut self.next);
        for x in &mut self.x {
            *x /= self.norm;
        }
    }

    pub(crate) fn share_done(&self) -> f64 {
        self.iterations as f64 / ITERATIONS as f64
    }

    /// What the radius is not above.
    pub(crate) fn bound(&self) -> f64 {
        self.bound
    }

    /// λ̂: the growth, or what is not far below the bound where the growth is.
    pub(crate) fn estimate(&self) -> f64 {
        self.growth.max(FAR_BELOW * self.bound)
    }
}
