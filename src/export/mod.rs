//! What leaves the study, at the user's word: files, safe to open anywhere.

mod cells;
pub mod csv;
pub mod gexf;
pub mod graphml;
pub mod json;
mod network;
pub mod pseudonym;
mod xml;

pub use network::{NetworkOptions, Places};
