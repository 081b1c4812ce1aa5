//! Communities: who keeps to whom, how sure that is, who bridges, and what becomes of communities over time.

pub mod agreement;
pub mod cdlp;
pub mod connected;
#[cfg(test)]
mod examples;
mod found;
pub mod leiden;
pub mod modularity;
mod numbering;
pub mod participation;
pub mod timeline;

pub use found::{Communities, FindCommunities};
pub use numbering::{Numbered, numbered};
