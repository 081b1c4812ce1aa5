//! Groups of accounts that act together.

use serde::Serialize;

/// Accounts that act together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Its accounts, in order.
    pub accounts: Vec<u32>,
    /// Ties inside the group (mutual re-shares, or pairs that acted together, or posts of the same text).
    pub ties: u32,
    /// Share of its pairs that are tied; 1 where that has no meaning.
    pub density: f64,
}

/// Groups in the order of their size, then of their first account, and the group of each account.
pub(super) fn largest_first(mut groups: Vec<Group>, mut of: Vec<u32>) -> (Vec<Group>, Vec<u32>) {
    groups.sort_by(|a, b| b.accounts.len().cmp(&a.accounts.len()).then(a.accounts.cmp(&b.accounts)));
    for (number, group) in groups.iter().enumerate() {
        for account in &group.accounts {
            of[*account as usize] = number as u32;
        }
    }
    (groups, of)
}
