//! A model run forward many times (Monte Carlo).

use super::{Influence, Model, Targets};
use crate::error::Result;
use crate::graph::steps::Steps;
use std::rc::Rc;

/// What a team reaches over many runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// Weight reached in the mean, the team included.
    pub mean: f64,
    /// Lower end of the 95 % interval of the mean.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Weight reached at each step, the team being step 0; it adds up to the mean.
    pub by_hop: Vec<f64>,
    /// Weight reached in each community.
    pub by_community: Vec<f64>,
    /// Runs done.
    pub runs: usize,
}

/// Runs of a model from a team.
#[derive(Debug)]
pub struct Simulation {}

/// What to simulate.
#[derive(Debug, Clone)]
pub struct Simulating<'a> {
    /// The team.
    pub seeds: &'a [u32],
    /// Whose message is out already; they win ties.
    pub competitors: &'a [u32],
    /// The community of each node ([`super::NONE`]: none) and how many there are.
    pub communities: Option<(&'a [u32], usize)>,
    /// Runs at the most.
    pub runs: usize,
    /// Seed of the random streams.
    pub seed: u64,
}

impl Simulation {
    /// Prepares the runs.
    ///
    /// # Errors
    /// `argument.invalid` for columns of another length; `memory.exhausted`.
    pub fn new(
        _influence: Rc<Influence>,
        _model: Model,
        _targets: Targets<'_>,
        _simulating: &Simulating<'_>,
    ) -> Result<Simulation> {
        todo!()
    }
}

impl Steps for Simulation {
    type Output = Spread;
    fn step(&mut self) -> bool {
        todo!()
    }
    fn share_done(&self) -> f64 {
        todo!()
    }
    fn finish(self) -> Spread {
        todo!()
    }
}
