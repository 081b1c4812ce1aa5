//! Two-mode projections: who is tied to whom by what they both used, and what goes with what.
//!
//! An [`Incidence`] says which account used which object (a tag, a link, a word, a re-shared post), when. [`Shared`]
//! ties accounts by the objects they share, or objects by the accounts they share; [`CoAction`] ties accounts that act
//! on the same object within seconds of one another, time and again. [`two_mode`] leaves both as they are, side by side.
//!
//! An object of k accounts makes k²/2 ties, and the most popular ones say least. Those beyond a limit are left out, and
//! counted in the result: so the work stays near linear in the number of uses.

mod co_action;
mod incidence;
mod projected;
mod shared;
#[cfg(test)]
mod tests;
mod two_mode;

pub use co_action::{CoAction, CoActionParams};
pub use incidence::{Incidence, Table};
pub use projected::Projected;
pub use shared::{Shared, SharedParams, Weighting};
pub use two_mode::{TwoMode, TwoModeParams, two_mode};
