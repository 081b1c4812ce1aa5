//! The attention graph and what is measured on it, one algorithm a file.
//!
//! One convention everywhere: an arc a → b says "a paid attention to b" (re-shared, answered, named, follows).
//! Attention flows along arcs; influence flows against them.

pub mod attention;
pub mod blocks;
mod build;
pub(crate) mod column;
pub mod community;
pub mod components;
pub mod credit;
mod csr;
pub mod half_life;
pub mod layout;
pub mod linear;
pub mod local;
pub mod paths;
pub mod projection;
pub mod steps;
#[cfg(test)]
pub(crate) mod testing;
mod undirected;
mod visit;

pub use attention::{Attention, LayerWeights, Window};
pub use build::{Build, Built};
pub use csr::Graph;
pub use linear::pagerank;
pub(crate) use undirected::Flatten;
pub use undirected::Undirected;
pub use visit::{ArcRef, Arcs};
