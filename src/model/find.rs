//! Accounts by the names that people type.

use super::{Accounts, Platform, Strings, normalise_handle};
use std::collections::HashMap;

/// Names that somebody asked for: handles in any case, with or without `@`, or ids. One pass over the accounts finds
/// those of all of them.
#[derive(Debug, Default)]
pub struct Asked<'a> {
    by_handle: HashMap<String, Vec<usize>>,
    by_id: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Asked<'a> {
    /// The names, numbered as they come.
    pub fn new(names: impl IntoIterator<Item = &'a str>) -> Asked<'a> {
        let mut asked = Asked::default();
        let mut key = String::new();
        for (at, name) in names.into_iter().enumerate() {
            if normalise_handle(Platform::Unknown, name, &mut key).is_some() {
                asked.by_handle.entry(key.clone()).or_default().push(at);
                asked.by_id.entry(name.trim()).or_default().push(at);
            }
        }
        asked
    }

    /// Calls `meet(name, account)` for every account that a name is of; twice where both its handle and its id are.
    pub fn each(&self, accounts: &Accounts, strings: &Strings, mut meet: impl FnMut(usize, usize)) {
        let mut key = String::new();
        let mut met = |places: Option<&Vec<usize>>, account: usize| {
            for at in places.into_iter().flatten() {
                meet(*at, account);
            }
        };
        for account in 0..accounts.len() {
            key.clear();
            let given = strings.get(accounts.handle[account]);
            if normalise_handle(accounts.platform[account], given, &mut key).is_some() {
                met(self.by_handle.get(&key), account);
            }
            if accounts.has_id[account] {
                met(self.by_id.get(strings.get(accounts.key[account])), account);
            }
        }
    }
}
