//! The study's data: columns, one string arena, `u32` ids, unknown kept apart from zero.
//!
//! [`Builder`] takes records in any order; the stages of [`freeze`] put them in a canonical order, so that nothing
//! that follows can depend on the order of rows or files, and make a [`Dataset`].

mod accounts;
mod ahead;
mod archive;
pub mod blank;
mod builder;
mod column;
mod counter;
mod cut;
mod dataset;
mod find;
pub mod freeze;
mod handle;
mod intern;
mod mark;
mod merge;
mod numbering;
mod opt_out;
mod post_id;
mod post_index;
mod posts;
mod record;
mod rows;
mod strings;
mod table;
mod tally;
mod tape;
#[cfg(test)]
mod tests;
mod ties;
mod wire;
mod withdraw;
#[cfg(test)]
mod withdraw_tests;
mod worth;

pub use builder::Builder;
pub use counter::Counter;
pub use cut::Cut;
pub use dataset::{AccountId, Accounts, Dataset, Moments, NONE, Posts, Ties, count};
pub use find::Asked;
pub use handle::normalise_handle;
pub use mark::Mark;
pub use merge::{Piece, PieceRef};
pub use opt_out::{Cover, MASK, OptOut};
pub use post_id::{Digits, PostId};
pub use record::{AccountIn, Counts, Layer, Millis, NameId, Platform, PostIn, PostKind, PostOutcome, TieIn};
pub use strings::{StrId, Strings};
pub use wire::{Scanner, Writer, damaged};
pub use withdraw::{Withdrawal, Withdrawn};
pub use worth::{List, WorthIn};

impl Dataset {
    /// All the stages of [`freeze`] in one call.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn of(builder: &Builder) -> crate::error::Result<Dataset> {
        let (mut names, mut accounts) = freeze::Names::resolve(builder)?;
        let posts = freeze::order_posts(builder, &mut names, &accounts)?;
        let ties = freeze::order_ties(builder, &names, &posts, &mut accounts)?;
        Ok(Dataset { accounts, posts, ties, langs: builder.langs().to_vec(), ..Dataset::default() })
    }
}
