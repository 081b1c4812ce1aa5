//! The study's data: columns, one string arena, `u32` ids, unknown kept apart from zero.
//!
//! [`Builder`] takes records in any order; [`Builder::freeze`] puts them in a canonical order, so that nothing that
//! follows can depend on the order of rows or files, and returns a [`Dataset`].

mod builder;
mod dataset;
mod freeze;
mod handle;
mod intern;
mod record;
mod strings;

pub use builder::Builder;
pub use dataset::{AccountId, Accounts, Dataset, NONE, Posts, Ties};
pub use handle::normalise_handle;
pub use record::{
    AccountIn, Counts, Layer, Millis, NameId, Platform, PostIn, PostKind, PostOutcome, TieIn,
};
pub use strings::{StrId, Strings};
