//! Shortest paths and what is counted on them: distances, betweenness, closeness, reach.
//!
//! Paths follow arcs: from an account to those whom it pays attention to. A distance d(a, b) is that from a to b along
//! arcs, so that what b says needs d(a, b) re-shares at the most to reach a. Loops lie on no shortest path.

pub mod betweenness;
pub mod bfs;
mod core;
mod counters;
mod diameter;
mod fold;
pub mod harmonic;
pub mod hyperball;
pub mod kadabra;
mod lanes;
mod many;
mod preparation;
mod random_path;
mod sources;
pub mod sssp;
mod ties;
mod weighted;

#[cfg(test)]
mod distance_tests;
#[cfg(test)]
mod known;
#[cfg(test)]
mod twins;

pub use preparation::Preparation;
pub use random_path::Sampler;
pub use sources::Sources;
pub use ties::{Length, Ties};

use crate::error::{ErrorKind, Result};

/// A column of one value, or `memory.exhausted`.
pub(crate) fn filled<T: Clone>(len: usize, value: T) -> Result<Vec<T>> {
    let mut column = room(len)?;
    column.resize(len, value);
    Ok(column)
}

/// An empty column with room for so many values, or `memory.exhausted`.
pub(crate) fn room<T>(len: usize) -> Result<Vec<T>> {
    let mut column = Vec::new();
    column.try_reserve_exact(len).map_err(|_| ErrorKind::OutOfMemory { what: "paths" })?;
    Ok(column)
}
