//! How sure a rank is: bootstraps, rank intervals, chances of being among the first, tiers, stability.
//!
//! A place in a list looks exact and is not: other people might have been awake that day. Credit is drawn again two
//! hundred times, once with each reactor counting 0, 1, 2… times, once with each day or week of the data doing so; the
//! wider of the two intervals is kept, account by account. Both are about chance alone: that the regime changes
//! tomorrow is for the back-test to say.

mod bootstrap;
mod fast;
mod keep;
mod model;
#[cfg(test)]
mod model_tests;
mod stability;
mod tiers;
mod weights;
mod whim;

pub use bootstrap::{Bootstrap, REPLICATES, TOP, Uncertainty};
pub use keep::TAIL;
pub use model::{BuildModel, MIN_BLOCKS, Model, Sample};
pub use stability::{
    Agreement, DEEP, KEPT, PERSISTENCE, SHALLOW, Stability, Variant, kendall_tau_b, rank_biased_overlap,
};
pub use tiers::{APART, tiers};
pub use weights::poisson_weights;
pub use whim::CLOSENESS;
