//! Who used what, and when.

use crate::error::{ErrorKind, Result};
use crate::graph::column::{add_up, filled, room};

/// Uses of objects by accounts, in any order.
#[derive(Debug, Clone, Default)]
pub struct Incidence {
    /// Accounts there are.
    pub accounts: usize,
    /// Objects there are.
    pub objects: usize,
    /// Account of each use.
    pub account: Vec<u32>,
    /// Its object.
    pub object: Vec<u32>,
    /// Its moment, in milliseconds; `None` is unknown.
    pub time: Vec<Option<i64>>,
}

impl Incidence {
    /// Adds a use.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn add(&mut self, account: u32, object: u32, time: Option<i64>) -> Result<()> {
        if self.account.len() == self.account.capacity() {
            let more = self.account.len().max(1024);
            self.account.try_reserve(more).map_err(no_room)?;
            self.object.try_reserve(more).map_err(no_room)?;
            self.time.try_reserve(more).map_err(no_room)?;
        }
        self.account.push(account);
        self.object.push(object);
        self.time.push(time);
        self.accounts = self.accounts.max(account as usize + 1);
        self.objects = self.objects.max(object as usize + 1);
        Ok(())
    }

    /// How many uses.
    pub fn len(&self) -> usize {
        self.account.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.account.is_empty()
    }
}

/// The same without time: rows of distinct columns with how often, and rows and columns exchanged.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Objects of accounts (or, turned, accounts of objects).
    pub(super) rows: Side,
    /// The other way round.
    pub(super) columns: Side,
}

/// One direction: for each entity what it meets, in order, and how often.
#[derive(Debug, Clone, Default)]
pub(super) struct Side {
    start: Vec<u32>,
    met: Vec<u32>,
    uses: Vec<f32>,
}

impl Side {
    /// How many entities.
    pub(super) fn len(&self) -> usize {
        self.start.len().saturating_sub(1)
    }

    fn row(&self, entity: usize) -> std::ops::Range<usize> {
        self.start[entity] as usize..self.start[entity + 1] as usize
    }

    /// What an entity meets, in order.
    pub(super) fn met(&self, entity: usize) -> &[u32] {
        &self.met[self.row(entity)]
    }

    /// How often, in the order of [`Side::met`].
    pub(super) fn uses(&self, entity: usize) -> &[f32] {
        &self.uses[self.row(entity)]
    }
}

impl Table {
    /// Counts uses: accounts are rows. O(uses + accounts + objects).
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn of(incidence: &Incidence) -> Result<Table> {
        // By object, then, keeping that order, by account; then each pair once; then back by object.
        let by_object = order(&incidence.object, incidence.objects, None)?;
        let by_both = order(&incidence.account, incidence.accounts, Some(&by_object))?;
        let (mut account, mut object): (Vec<u32>, Vec<u32>) =
            (room(incidence.len())?, room(incidence.len())?);
        let mut uses: Vec<f32> = room(incidence.len())?;
        for use_ in by_both {
            let (a, o) = (incidence.account[use_ as usize], incidence.object[use_ as usize]);
            match uses.last_mut() {
                Some(count) if account.last() == Some(&a) && object.last() == Some(&o) => *count += 1.0,
                _ => {
                    account.push(a);
                    object.push(o);
                    uses.push(1.0);
                }
            }
        }
        let back = order(&object, incidence.objects, None)?;
        let columns = Side {
            start: starts(&object, incidence.objects)?,
            met: gathered(&account, &back)?,
            uses: gathered(&uses, &back)?,
        };
        let rows = Side { start: starts(&account, incidence.accounts)?, met: object, uses };
        Ok(Table { rows, columns })
    }

    /// Rows and columns exchanged: objects are rows.
    #[must_use]
    pub fn turned(self) -> Table {
        Table { rows: self.columns, columns: self.rows }
    }
}

fn no_room(_: std::collections::TryReserveError) -> crate::error::Error {
    ErrorKind::OutOfMemory { what: "projection" }.into()
}

/// Where the entries of each key begin; one more than keys.
fn starts(keys: &[u32], count: usize) -> Result<Vec<u32>> {
    let mut start = filled(0_u32, count + 1)?;
    for key in keys {
        start[*key as usize + 1] += 1;
    }
    add_up(&mut start);
    Ok(start)
}

/// The places of `keys` sorted by key; equal ones stay in the order of `from`, or of their places.
fn order(keys: &[u32], count: usize, from: Option<&[u32]>) -> Result<Vec<u32>> {
    let mut next = starts(keys, count)?;
    let mut sorted = filled(0_u32, keys.len())?;
    for at in 0..keys.len() {
        let place = from.map_or(at as u32, |from| from[at]);
        let slot = &mut next[keys[place as usize] as usize];
        sorted[*slot as usize] = place;
        *slot += 1;
    }
    Ok(sorted)
}

fn gathered<T: Copy>(values: &[T], order: &[u32]) -> Result<Vec<T>> {
    let mut out = room(order.len())?;
    out.extend(order.iter().map(|place| values[*place as usize]));
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uses_are_counted_both_ways() {
        let mut incidence = Incidence::default();
        for (account, object) in [(2, 1), (0, 1), (2, 0), (2, 1), (0, 3)] {
            incidence.add(account, object, None).unwrap();
        }
        assert_eq!((incidence.accounts, incidence.objects, incidence.len()), (3, 4, 5));
        let table = Table::of(&incidence).unwrap();
        assert_eq!((table.rows.met(2), table.rows.uses(2)), (&[0, 1][..], &[1.0, 2.0][..]));
        assert!(table.rows.met(1).is_empty());
        assert_eq!((table.columns.met(1), table.columns.uses(1)), (&[0, 2][..], &[1.0, 2.0][..]));
        let turned = table.turned();
        assert_eq!((turned.rows.len(), turned.columns.len()), (4, 3));
        assert_eq!(turned.rows.met(3), [0]);
        assert_eq!(Table::of(&Incidence::default()).unwrap().rows.len(), 0);
    }
}
