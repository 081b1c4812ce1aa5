//! What influence comes to: who makes whom respond, directly and through others, and what that is worth.
//!
//! After Kumar, Bhaskaran, Mirchandani and Shah (Marketing Science 32, 2013) and Kumar and Mirchandani (MIT Sloan
//! Management Review 54, 2012), in a formulation of its own: the paper leaves the attenuation, the fading of time and the
//! norm open. All of it describes who responds to whom; none of it proves a cause.
//! [`observed_effect`] comes closest: it compares what an account's public does after its posts with what it does
//! otherwise, and says where that cannot be measured.

pub mod behaviours;
pub mod capillarity;
mod chains;
mod cie;
mod civ;
mod measures;
pub mod observed_effect;

mod responses;
mod source;
#[cfg(test)]
mod tests;

pub use cie::{Influence, Signed};
pub use civ::Worth;
pub use measures::{Solving, Value, ValueSteps};
pub use responses::{Params, Responding, Responses, response_layers};
pub use source::{Sources, Standing};
