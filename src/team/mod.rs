//! The team: whom to recruit together, under a budget, and what would happen.
//!
//! A ranking says who is best by oneself; a team is chosen so that its members reach different people. This module
//! reads what a study and a caller know (candidates, costs, audience, tie probabilities), lets
//! [`crate::diffusion`] choose, and sets the choice beside what a plain ranking would have done under the same rules.
//! What cannot be answered is said with a stable code ([`Note`]), never with an empty silence.

mod alternatives;
mod candidates;
mod costs;
mod ground;
mod judge;
mod note;
mod options;
mod outcome;
pub mod simulate;
mod task;
mod ties;

pub use note::Note;
pub use options::{DiffusionModel, MESSAGES, Probabilities, TeamOptions, Whom};
pub use outcome::{Alternative, Estimate, Member, OverRanking, Reached, Team, Ties as TiesUsed};
pub use simulate::SimulateTask;
pub use task::{TeamTask, WORTH_TELLING};
