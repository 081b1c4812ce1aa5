//! Accounts and what they use, side by side: the part of the two-mode network that a map can show.

use super::Table;
use crate::error::{ErrorKind, Result};
use crate::graph::Graph;
use crate::math::ln;

/// Parameters of [`two_mode`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoModeParams {
    /// Objects at the most.
    pub objects: usize,
    /// Accounts at the most.
    pub accounts: usize,
    /// Distinct accounts that an object needs.
    pub min_users: usize,
}

impl Default for TwoModeParams {
    fn default() -> Self {
        TwoModeParams { objects: 60, accounts: 400, min_users: 2 }
    }
}

/// A part of a two-mode network: edges go from accounts to objects only.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TwoMode {
    /// Objects, by number, the most telling first, and how many accounts use each in all.
    pub objects: Vec<u32>,
    /// Distinct accounts that use each of them, those not shown included.
    pub users: Vec<u32>,
    /// Accounts, by index, those with the most of these objects first.
    pub accounts: Vec<u32>,
    /// Uses: place of the account among `accounts`, in order.
    pub from: Vec<u32>,
    /// Place of the object among `objects`.
    pub to: Vec<u32>,
    /// How often.
    pub uses: Vec<f32>,
    /// Accounts that use any object.
    pub all_accounts: usize,
    /// Objects that anybody uses.
    pub all_objects: usize,
}

impl TwoMode {
    /// The same as a graph: accounts first, then objects.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn graph(&self) -> Result<Graph> {
        let accounts = self.accounts.len();
        let to = self.to.iter().map(|object| accounts as u32 + object).collect();
        Graph::from_sorted(accounts + self.objects.len(), &self.from, to, self.uses.clone())
    }
}

/// The most telling objects, and the accounts that use most of them.
///
/// What one account uses ties nobody, and what everybody uses tells nobody apart: an object with `u` users among `N`
/// accounts counts
///
/// ```text
/// u · ln(N / u)
/// ```
///
/// the information that knowing its users gives, largest where a little more than a third of all use it. Where that is
/// nothing for every object (all accounts use all), the number of users decides. Accounts are taken by how many of the
/// objects chosen they use, then by how often, then by number.
///
/// | here | meaning |
/// |---|---|
/// | `u` | distinct accounts that use the object |
/// | `N` | accounts that use any object |
///
/// # Parameters
/// `table`: accounts are rows. `params`: how much is shown.
///
/// # Complexity
/// Time O(uses + accounts · log accounts + objects · log objects), memory O(accounts + objects) and what is shown.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Two-mode networks: Borgatti and Everett, "Network analysis of 2-mode data", Social Networks 19 (1997). The weight is
/// the inverse document frequency of Spärck Jones (1972) times the users.
///
/// # Example
/// ```
/// use sillage::graph::projection::{Incidence, Table, TwoModeParams, two_mode};
///
/// let mut incidence = Incidence::default();
/// for (account, object) in [(0, 7), (1, 7), (1, 7), (1, 8), (2, 8), (3, 9)] {
///     incidence.add(account, object, None)?;
/// }
/// let found = two_mode(&Table::of(&incidence)?, &TwoModeParams::default())?;
/// assert_eq!((found.objects, found.accounts), (vec![7, 8], vec![1, 0, 2]));
/// assert_eq!((found.from, found.to, found.uses), (vec![0, 0, 1, 2], vec![0, 1, 0, 1], vec![2.0, 1.0, 1.0, 1.0]));
/// # Ok::<(), sillage::error::Error>(())
/// ```
pub fn two_mode(table: &Table, params: &TwoModeParams) -> Result<TwoMode> {
    let no_room = |_| ErrorKind::OutOfMemory { what: "projection" };
    let (rows, columns) = (&table.rows, &table.columns);
    let users = |object: u32| columns.met(object as usize).len();
    let all_accounts = (0..rows.len()).filter(|account| !rows.met(*account).is_empty()).count();
    let all_objects = (0..columns.len()).filter(|object| users(*object as u32) > 0).count();
    let telling = |object: u32| {
        let u = users(object) as f64;
        u * ln(all_accounts as f64 / u)
    };
    let mut objects: Vec<u32> = Vec::new();
    objects.try_reserve_exact(columns.len()).map_err(no_room)?;
    objects.extend((0..columns.len() as u32).filter(|object| users(*object) >= params.min_users.max(1)));
    objects
        .sort_by(|a, b| telling(*b).total_cmp(&telling(*a)).then(users(*b).cmp(&users(*a))).then(a.cmp(b)));
    objects.truncate(params.objects);
    let mut place = Vec::new();
    place.try_reserve_exact(columns.len()).map_err(no_room)?;
    place.resize(columns.len(), u32::MAX);
    for (at, object) in objects.iter().enumerate() {
        place[*object as usize] = at as u32;
    }
    // Distinct objects of those, and uses of them, of each account.
    let of = |account: u32| {
        let met = rows.met(account as usize).iter().zip(rows.uses(account as usize));
        met.map(|(object, uses)| (place[*object as usize], *uses)).filter(|(object, _)| *object != u32::MAX)
    };
    let mut found: Vec<(usize, f64, u32)> = Vec::new();
    found.try_reserve_exact(rows.len()).map_err(no_room)?;
    for account in 0..rows.len() as u32 {
        let (count, uses) = of(account).fold((0, 0.0), |(n, sum), (_, uses)| (n + 1, sum + f64::from(uses)));
        if count > 0 {
            found.push((count, uses, account));
        }
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
    found.truncate(params.accounts);
    let mut shown = TwoMode {
        users: objects.iter().map(|object| users(*object) as u32).collect(),
        objects,
        accounts: found.iter().map(|(.., account)| *account).collect(),
        all_accounts,
        all_objects,
        ..TwoMode::default()
    };
    for (at, (.., account)) in found.iter().enumerate() {
        let mut row: Vec<(u32, f32)> = of(*account).collect();
        row.sort_unstable_by_key(|(object, _)| *object);
        for (object, uses) in row {
            shown.from.push(at as u32);
            shown.to.push(object);
            shown.uses.push(uses);
        }
    }
    Ok(shown)
}

#[cfg(test)]
mod tests {
    use super::super::Incidence;
    use super::*;

    fn table(uses: &[(u32, u32)]) -> Table {
        let mut incidence = Incidence::default();
        for (account, object) in uses {
            incidence.add(*account, *object, None).unwrap();
        }
        Table::of(&incidence).unwrap()
    }

    #[test]
    fn what_everybody_uses_comes_after_what_tells_accounts_apart() {
        // 0 is used by all six, 1 by three of them, 2 by two, 3 by one.
        let mut uses: Vec<(u32, u32)> = (0..6).map(|account| (account, 0)).collect();
        uses.extend([(0, 1), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)]);
        let found = two_mode(&table(&uses), &TwoModeParams::default()).unwrap();
        assert_eq!((found.objects, found.users), (vec![2, 1, 0], vec![2, 3, 6]));
        assert_eq!((found.all_accounts, found.all_objects), (6, 4));
        assert_eq!(found.accounts, [0, 1, 2, 3, 4, 5]);
        assert_eq!(found.to, [1, 2, 1, 2, 1, 2, 0, 2, 0, 2, 2]);
    }

    #[test]
    fn no_more_than_was_asked_for() {
        let uses: Vec<(u32, u32)> = (0..40).flat_map(|a| (0..=a % 7).map(move |o| (a, o))).collect();
        let params = TwoModeParams { objects: 3, accounts: 5, min_users: 2 };
        let found = two_mode(&table(&uses), &params).unwrap();
        assert_eq!((found.objects.len(), found.accounts.len()), (3, 5));
        assert!(found.from.is_sorted() && found.from.len() == found.to.len());
        let graph = found.graph().unwrap();
        assert_eq!((graph.nodes(), graph.arcs()), (8, found.from.len()));
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert_eq!(two_mode(&Table::default(), &TwoModeParams::default()).unwrap(), TwoMode::default());
        let alone = two_mode(&table(&[(0, 0), (1, 1)]), &TwoModeParams::default()).unwrap();
        assert!(alone.objects.is_empty() && alone.accounts.is_empty() && alone.graph().unwrap().nodes() == 0);
        // All use all: information is nothing, and nothing is lost.
        let all = two_mode(&table(&[(0, 0), (0, 1), (1, 0), (1, 1)]), &TwoModeParams::default()).unwrap();
        assert_eq!((all.objects, all.accounts), (vec![0, 1], vec![0, 1]));
    }
}
