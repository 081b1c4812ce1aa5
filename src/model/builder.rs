//! Collects records in any order.

use super::record::{AccountIn, NameId, PostIn, PostOutcome, TieIn};
use crate::error::Result;

/// Collects accounts, posts and ties from any number of files, in any order.
#[derive(Debug, Default)]
pub struct Builder {
    // (filled in by the model's own work; adapters only need the methods below)
}

impl Builder {
    /// An empty study.
    pub fn new() -> Self {
        Self::default()
    }

    /// Registers what a record says of an account, and returns a name for it.
    ///
    /// Returns `None` when neither an id nor a handle is left after normalisation (an account that cannot be named).
    /// With an id and a handle both, the two are remembered as names of one account.
    pub fn account(&mut self, account: &AccountIn<'_>) -> Result<Option<NameId>> {
        let _ = account;
        Ok(None)
    }

    /// Registers a post and the ties it makes: repost, quote or reply towards `ref_author`, and one mention for each
    /// distinct account named (not for reposts; not for the account a reply answers).
    pub fn post(&mut self, post: &PostIn<'_>) -> Result<PostOutcome> {
        let _ = post;
        Ok(PostOutcome::New)
    }

    /// Registers a tie that comes without a post. A tie of an account with itself is counted, never kept.
    pub fn tie(&mut self, tie: &TieIn) -> Result<()> {
        let _ = tie;
        Ok(())
    }

    /// Totals so far: posts, ties, self-ties. A receipt is the difference of two readings.
    pub fn totals(&self) -> (u64, u64, u64) {
        (0, 0, 0)
    }
}
