//! Signal 8, follow pattern: follows very many accounts and is followed by few.
//!
//! More than [`MIN_FOLLOWING`] accounts followed, and more than [`THRESHOLD`] for each follower. A weak hint: it takes
//! off a tenth at most. Needs: followers and following. The age of accounts is in hardly any export, and not used.

use super::{Parts, ramp};

/// Accounts followed above which the ratio is looked at.
pub const MIN_FOLLOWING: f64 = 1_000.0;
/// Followed for each follower above which it is unusual (opinion).
pub const THRESHOLD: f64 = 5.0;

/// Followed accounts for each follower; NaN unknown.
pub fn ratio(parts: &Parts<'_>, account: usize) -> f64 {
    parts.data.accounts.following[account] / parts.data.accounts.followers[account].max(1.0)
}

/// Strength; NaN cannot be told.
pub fn strength(parts: &Parts<'_>, account: usize) -> f64 {
    let accounts = &parts.data.accounts;
    let (followers, following) = (accounts.followers[account], accounts.following[account]);
    if followers.is_nan() || following.is_nan() {
        return f64::NAN;
    }
    if following > MIN_FOLLOWING {
        ramp(ratio(parts, account), THRESHOLD - 2.0, THRESHOLD + 2.0)
    } else {
        0.0
    }
}
