//! Local structure: what the surroundings of each account look like, and how the whole is knit.
//!
//! Those on the undirected view take an [`Undirected`](crate::graph::Undirected), where ties are counted once and the
//! two directions together; [`Undirected::counting`](crate::graph::Undirected::counting) is the same with the number
//! of directions (1 or 2) as the weight.

pub mod assortativity;
pub mod brokerage;
pub mod clustering;
pub mod cores;
pub mod directed_clustering;
pub mod distribution;
mod forward;
pub mod reciprocity;
pub mod strong;
#[cfg(test)]
mod tests;
