//! New numbers for rows: when some are left out, those that stay move up, and whoever named a row names its new number.

use super::dataset::NONE;
use super::freeze::column;
use crate::error::Result;

/// The new number of each row, [`NONE`] of those that are left out.
#[derive(Debug)]
pub(super) struct Numbering(Vec<u32>);

impl Numbering {
    /// Numbers the rows that stay, out of `all`, in the order given. Cost: O(rows).
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn of(all: usize, staying: impl IntoIterator<Item = u32>, what: &'static str) -> Result<Numbering> {
        let mut numbers = column(all, NONE, what)?;
        for (new, old) in (0..).zip(staying) {
            numbers[old as usize] = new;
        }
        Ok(Numbering(numbers))
    }

    /// Numbers the rows that are marked to stay, in their own order. Cost: O(rows).
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn of_marked(stays: &[bool], what: &'static str) -> Result<Numbering> {
        Numbering::of(stays.len(), (0..).zip(stays).filter(|row| *row.1).map(|(row, _)| row), what)
    }

    /// What a row is called now: [`NONE`] where it is left out, and where none was named.
    pub fn moved(&self, old: u32) -> u32 {
        self.0.get(old as usize).copied().unwrap_or(NONE)
    }

    /// Names the new numbers in a column of old ones.
    pub fn rename(&self, column: &mut [u32]) {
        column.iter_mut().for_each(|row| *row = self.moved(*row));
    }
}

/// Leaves out the rows that are not kept; a column that is empty stays so.
pub(super) fn keep<T>(column: &mut Vec<T>, kept: &[bool]) {
    let mut at = 0;
    column.retain(|_| {
        at += 1;
        kept[at - 1]
    });
}
