//! People: how large their audience is, which type of influencer they are, who stands up for the brand or against it,
//! which posts look paid, and who resembles whom.
//!
//! Everything here reads finished columns and posts and changes no score. What the data cannot tell is unknown, never
//! "no": each answer says what it could not look at.

pub mod ambassadors;
mod circles;
pub mod discoverer;
pub mod look_alikes;
pub mod paid;
pub mod regard;
pub mod size;
pub mod staff;
#[cfg(test)]
mod testing;
pub mod types;
mod vocabulary;
pub mod works_for;
