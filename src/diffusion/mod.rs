//! How something spreads from person to person: models, and teams that reach the most.
//!
//! An [`Influence`] holds who may activate whom. [`Opim`] chooses a team by reverse-reachable sets, with a bound on
//! how far the best possible team could be; [`Simulation`] runs a model forward from any team.
//!
//! Spread depends on the probabilities far more than on the team: absolute numbers are as good as what the
//! probabilities were learnt from, and under weighted cascade only ratios mean something.

mod assess;
mod budget;
pub mod build;
pub mod choosing;
mod columns;
mod coverage;
pub mod credit_distribution;
#[cfg(test)]
mod credit_distribution_tests;
pub mod credit_greedy;
pub mod exact;
mod greedy;
mod independent_cascade;
pub mod influence;
mod linear_threshold;
pub mod opim;
pub mod opinion;
mod optimum;
pub mod probabilities;
#[cfg(test)]
mod probabilities_tests;
mod ranked;
pub mod replay;
pub mod reshares;
mod row;
pub mod sampling;
pub mod simulation;
pub mod threshold;
pub(crate) mod weighted_cascade;

pub use choosing::{Choosing, Chosen, Way};
pub use influence::Influence;
pub use opim::Opim;
pub use simulation::{Simulating, Simulation, Spread};

/// A node without a community, in [`Choosing::caps`] and wherever communities are given.
pub const NONE: u32 = u32::MAX;

/// How activation spreads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    /// Each newly active node tries once to activate each of those it may; the tries are independent.
    IndependentCascade {
        /// Steps from the team at the most; `None`: as far as it goes.
        hops: Option<u32>,
    },
    /// Each node has a threshold uniform in (0, 1) and becomes active when the probabilities of its active
    /// neighbours, as weights, add up to it. Weights that add up to more than 1 at a node are divided by their sum.
    LinearThreshold,
}

/// Whom it is worth reaching.
#[derive(Debug, Clone, Copy, Default)]
pub struct Targets<'a> {
    /// What reaching each node counts for; negative or unknown weights count 0. `None`: everybody counts 1.
    pub weights: Option<&'a [f64]>,
}

/// An estimate with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The estimate.
    pub mean: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}
