//! The linear family: measures that are the fixed point of `x = b + βMᵀx`, and their relatives.
//!
//! An account is worth what it brings by itself, plus a part of what those who pay attention to it are worth. What
//! M and b are makes the measure:
//!
//! | measure | M | b |
//! |---|---|---|
//! | [`pagerank`] | each row of weights divided by its sum | where walks start again |
//! | [`katz`] | the weights | 1 |
//! | [`hubbell`] | the weights, of any sign | each account's own initiative |
//! | [`leontief`] | the weights, each row divided by a number of its own | whatever is to flow |
//! | [`social_power`] | susceptibility times the row divided by its sum | 1/n |
//!
//! [`hits`] is the dominant pair of singular vectors instead, and [`teleport`] makes starting points for PageRank.

mod arcs;
pub mod hits;
pub mod hubbell;
pub mod katz;
pub mod leontief;
pub mod pagerank;
mod radius;
mod resolvent;
pub mod social_power;
mod status;
mod sweep;
pub mod teleport;
#[cfg(test)]
mod tests;

pub use arcs::Weighting;
pub use resolvent::Solution;
pub use status::Status;
