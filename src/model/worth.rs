//! What lists say that no export of a network does: what a customer is worth, what a person costs, and whose list it is.
//!
//! Few accounts have any of it, so it is kept beside the names and not in their rows.

use super::builder::Builder;
use super::column::Column;
use super::record::{Millis, NameId};
use super::rows::{NO, NO_TIME, Newest};
use super::wire::{Scanner, Writer};
use crate::error::Result;
use serde::Serialize;

/// Whose list somebody is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum List {
    /// The people who work for the brand.
    Staff,
    /// The people who buy from it.
    Customers,
}

impl List {
    /// Every list.
    pub const ALL: [List; 2] = [List::Staff, List::Customers];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            List::Staff => "staff",
            List::Customers => "customers",
        }
    }

    /// Its bit in [`super::Accounts::lists`].
    pub fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What a row of a list says of an account. `None` is unknown, which is not zero.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct WorthIn {
    /// What the customer is worth, in the currency of the list. Customers who cost more than they bring are below zero.
    pub value: Option<f64>,
    /// How many times the customer ordered.
    pub orders: Option<f64>,
    /// What it costs to work with the person: a post, a cooperation.
    pub cost: Option<f64>,
    /// Whose list it is.
    pub list: Option<List>,
}

/// The same, as the builder holds it.
#[derive(Debug, Clone, Copy)]
pub(super) struct WorthRow {
    pub value: Newest<f64>,
    pub orders: Newest<f64>,
    pub cost: Newest<f64>,
    pub lists: u8,
}

const NOTHING: Newest<f64> = Newest { at: NO_TIME, value: f64::NAN };

impl WorthRow {
    /// Nothing known.
    pub const NONE: WorthRow = WorthRow { value: NOTHING, orders: NOTHING, cost: NOTHING, lists: 0 };

    /// Adds what another reading says: of each number the newest, of two as new the greater; every list.
    pub fn merge(&mut self, other: &WorthRow) {
        for (held, new) in
            [(&mut self.value, other.value), (&mut self.orders, other.orders), (&mut self.cost, other.cost)]
        {
            let newer = held.value.is_nan() || (new.at, new.value) > (held.at, held.value);
            if !new.value.is_nan() && newer {
                *held = new;
            }
        }
        self.lists |= other.lists;
    }

    /// Writes it down for another engine.
    pub fn write(&self, out: &mut Writer) {
        for number in [self.value, self.orders, self.cost] {
            out.i64(number.at);
            out.f64(number.value);
        }
        out.u8(self.lists);
    }

    /// Reads what [`WorthRow::write`] wrote.
    pub fn read(piece: &mut Scanner<'_>) -> Result<WorthRow> {
        let mut number = || -> Result<Newest<f64>> {
            let at = piece.i64()?;
            let value = piece.f64()?;
            Ok(if value.is_finite() { Newest { at, value } } else { NOTHING })
        };
        let (value, orders, cost) = (number()?, number()?, number()?);
        let known = List::ALL.into_iter().fold(0, |bits, list| bits | list.bit());
        Ok(WorthRow { value, orders, cost, lists: piece.u8()? & known })
    }
}

/// What is known of the names that lists hold.
#[derive(Debug, Default)]
pub(super) struct Worths {
    /// Row of `rows` of each name, as far as the last one that has any.
    row: Column<u32>,
    rows: Column<WorthRow>,
}

impl Worths {
    /// Whether no list was read.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// What is known of a name.
    pub fn get(&self, name: u32) -> Option<WorthRow> {
        let row = self.row.get(name as usize).filter(|row| *row != NO)?;
        self.rows.get(row as usize)
    }

    fn row_mut(&mut self, name: u32) -> Result<&mut WorthRow> {
        let row = match self.row.get(name as usize).filter(|row| *row != NO) {
            Some(row) => row,
            None => {
                let row = self.rows.len() as u32;
                self.rows.push(WorthRow::NONE, "accounts")?;
                self.row.set(name as usize, row, NO, "accounts")?;
                row
            }
        };
        Ok(&mut self.rows[row as usize])
    }
}

impl Builder {
    /// Remembers what a list says of an account, and when that was true: the newest number of each kind wins.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn worth(&mut self, name: NameId, worth: &WorthIn, at: Option<Millis>) -> Result<()> {
        if *worth == WorthIn::default() {
            return Ok(());
        }
        let at = at.unwrap_or(NO_TIME);
        let number = |value: Option<f64>| match value.filter(|v| v.is_finite()) {
            Some(value) => Newest { at, value },
            None => NOTHING,
        };
        let amount = |value: Option<f64>| number(value.filter(|v| *v >= 0.0));
        let row = WorthRow {
            value: number(worth.value),
            orders: amount(worth.orders),
            cost: amount(worth.cost),
            lists: worth.list.map_or(0, List::bit),
        };
        self.add_worth(name.0, &row)
    }

    /// Adds what is known of a name to what was known of it.
    pub(super) fn add_worth(&mut self, name: u32, row: &WorthRow) -> Result<()> {
        let held = self.worths.row_mut(name)?;
        let before = *held;
        held.merge(row);
        let now = *held;
        self.tally.valued += u64::from(before.value.value.is_nan() && !now.value.value.is_nan());
        self.tally.priced += u64::from(before.cost.value.is_nan() && !now.cost.value.is_nan());
        self.tally.listed += u64::from(before.lists == 0 && now.lists != 0);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;

    fn name(builder: &mut Builder, id: Option<&str>, handle: &str) -> NameId {
        let account = AccountIn::named(Platform::X, id, Some(handle));
        builder.account(&account).unwrap().unwrap()
    }

    fn told(value: Option<f64>, list: Option<List>) -> WorthIn {
        WorthIn { value, list, ..WorthIn::default() }
    }

    #[test]
    fn the_newest_value_wins_in_any_order_and_lists_add_up() {
        let readings = [
            (told(Some(20.0), Some(List::Customers)), Some(1)),
            (told(Some(-5.0), None), Some(9)),
            (told(None, Some(List::Staff)), None),
            (told(Some(f64::NAN), None), Some(99)),
        ];
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]] {
            let mut builder = Builder::new();
            name(&mut builder, None, "first");
            let zoe = name(&mut builder, None, "zoe");
            for at in order {
                builder.worth(zoe, &readings[at].0, readings[at].1).unwrap();
            }
            let data = Dataset::of(&builder).unwrap();
            assert!(data.accounts.value_of(0).is_nan(), "unknown is not zero");
            assert_eq!(data.accounts.value_of(1), -5.0);
            assert!(data.accounts.cost_of(1).is_nan() && data.accounts.orders_of(1).is_nan());
            assert!(data.accounts.is_listed(1, List::Staff) && data.accounts.is_listed(1, List::Customers));
            assert!(!data.accounts.is_listed(0, List::Staff));
        }
    }

    #[test]
    fn an_id_and_its_handle_share_what_is_known() {
        let mut builder = Builder::new();
        let by_handle = name(&mut builder, None, "zoe");
        builder.worth(by_handle, &told(Some(7.0), Some(List::Customers)), None).unwrap();
        let by_id = name(&mut builder, Some("4"), "zoe");
        let cost = WorthIn { cost: Some(300.0), orders: Some(2.0), ..WorthIn::default() };
        builder.worth(by_id, &cost, None).unwrap();
        let data = Dataset::of(&builder).unwrap();
        let accounts = &data.accounts;
        assert_eq!((accounts.len(), accounts.value_of(0), accounts.cost_of(0)), (1, 7.0, 300.0));
        assert_eq!((accounts.orders_of(0), accounts.is_listed(0, List::Customers)), (2.0, true));
    }

    #[test]
    fn without_lists_there_is_no_column() {
        let mut builder = Builder::new();
        let zoe = name(&mut builder, None, "zoe");
        builder.worth(zoe, &WorthIn::default(), None).unwrap();
        let data = Dataset::of(&builder).unwrap();
        assert!(data.accounts.value.is_empty() && data.accounts.lists.is_empty());
        assert!(data.accounts.value_of(0).is_nan() && !data.accounts.is_listed(0, List::Staff));
    }

    #[test]
    fn a_piece_carries_what_lists_say() {
        let mut helper = Builder::taping();
        let zoe = name(&mut helper, None, "Zoe");
        let worth =
            WorthIn { value: Some(12.5), orders: None, cost: Some(80.0), list: Some(List::Customers) };
        helper.worth(zoe, &worth, Some(5)).unwrap();
        let piece = helper.write_piece(Writer::default()).unwrap();
        let mut builder = Builder::new();
        let known = name(&mut builder, None, "zoe");
        builder.worth(known, &told(Some(99.0), Some(List::Staff)), Some(2)).unwrap();
        builder.read_piece(Scanner::new(&piece.head), piece.lend(), 0).unwrap();
        let data = Dataset::of(&builder).unwrap();
        assert_eq!((data.accounts.value_of(0), data.accounts.cost_of(0)), (12.5, 80.0));
        assert_eq!(data.accounts.lists, [3]);
        for end in 0..piece.head.len() {
            let mut builder = Builder::new();
            assert!(builder.read_piece(Scanner::new(&piece.head[..end]), piece.lend(), 0).is_err());
        }
    }
}
