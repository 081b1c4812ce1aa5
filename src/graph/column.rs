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
