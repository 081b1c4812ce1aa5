//! One counter of many posts, four bytes each.

use super::column::Column;
use crate::error::Result;
use std::collections::BTreeMap;

/// The row's counter is unknown.
const UNKNOWN: u32 = u32::MAX;
/// The row's counter is no whole number, or one too large: it is kept apart.
const APART: u32 = u32::MAX - 1;

/// A counter by row number, as long as its last row that has one. Nearly all are whole numbers below four thousand
/// million, and take four bytes.
#[derive(Debug, Default)]
pub struct Counter {
    small: Column<u32>,
    apart: BTreeMap<usize, f64>,
}

impl Counter {
    /// The counter of a row; NaN is unknown.
    #[inline]
    pub fn get(&self, row: usize) -> f64 {
        match self.small.get(row) {
            None | Some(UNKNOWN) => f64::NAN,
            Some(APART) => self.apart.get(&row).copied().unwrap_or(f64::NAN),
            Some(value) => f64::from(value),
        }
    }

    /// Whether no row has one.
    pub fn is_empty(&self) -> bool {
        self.small.is_empty()
    }

    /// Sets the counter of a row; rows between the last one and this are unknown.
    #[inline]
    pub(super) fn set(&mut self, row: usize, value: f64) -> Result<()> {
        let small = value as u32;
        if f64::from(small) == value && small < APART {
            return self.small.set(row, small, UNKNOWN, "posts");
        }
        self.set_apart(row, value)
    }

    /// Sets the counter of a row to what is no whole number, or one too large.
    fn set_apart(&mut self, row: usize, value: f64) -> Result<()> {
        let held = if value.is_nan() {
            UNKNOWN
        } else {
            self.apart.insert(row, value);
            APART
        };
        self.small.set(row, held, UNKNOWN, "posts")
    }

    /// Keeps the first rows.
    pub(super) fn truncate(&mut self, rows: usize) {
        self.small.truncate(rows);
        self.apart.split_off(&rows);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_comes_back() {
        let values = [0.0, 7.0, 0.5, 4_294_967_293.0, 4_294_967_294.0, 4_294_967_295.0, 9e15, f64::NAN];
        let mut counter = Counter::default();
        assert!(counter.is_empty() && counter.get(0).is_nan());
        for (i, value) in values.into_iter().enumerate() {
            counter.set(3 * i, value).unwrap();
        }
        for (i, value) in values.into_iter().enumerate() {
            assert_eq!(counter.get(3 * i).to_bits(), value.to_bits(), "{value}");
            assert!(counter.get(3 * i + 1).is_nan());
        }
        counter.set(6, 2.0).unwrap();
        assert_eq!(counter.get(6), 2.0);
        counter.truncate(12);
        assert_eq!((counter.get(9), counter.get(12).is_nan()), (4_294_967_293.0, true));
        counter.set(12, 1.0).unwrap();
        assert_eq!(counter.get(12), 1.0);
    }
}
