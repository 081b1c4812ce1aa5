//! Columns as long as the graph, or an error where memory cannot be had.

use crate::error::{ErrorKind, Result};

/// A column of `len` times the same value.
///
/// # Errors
/// `memory.exhausted`.
pub(crate) fn filled<T: Clone>(value: T, len: usize) -> Result<Vec<T>> {
    let mut column = room(len)?;
    column.resize(len, value);
    Ok(column)
}

/// An empty column with room for `len` values.
///
/// # Errors
/// `memory.exhausted`.
pub(crate) fn room<T>(len: usize) -> Result<Vec<T>> {
    let mut column = Vec::new();
    column.try_reserve_exact(len).map_err(|_| ErrorKind::OutOfMemory { what: "graph" })?;
    Ok(column)
}

/// From counts, each one place after its row, to where rows start; from differences to values. Sums wrap around, so that
/// a difference may be below zero.
pub(crate) fn add_up(column: &mut [u32]) {
    let mut total = 0_u32;
    for value in column {
        total = total.wrapping_add(*value);
        *value = total;
    }
}

/// The rows of a piece that begins at one: as many as hold about `most` entries and rows together, one at least.
pub(crate) fn piece_of_rows(start: &[u32], row: usize, most: usize) -> std::ops::Range<usize> {
    let limit = start[row] as usize + row + most;
    let mut end = row + 1;
    // A few comparisons a row are nothing beside what is done with it.
    while end + 1 < start.len() && start[end + 1] as usize + end < limit {
        end += 1;
    }
    row..end
}
