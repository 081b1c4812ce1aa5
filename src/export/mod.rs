//! What leaves the study, at the user's word: files, safe to open anywhere.

pub mod csv;
pub mod json;
