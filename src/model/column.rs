//! A column that grows without ever copying what it holds.

use crate::error::{ErrorKind, Result};

const BITS: u32 = 14;
/// Rows of one block.
const BLOCK: usize = 1 << BITS;

/// Values by row number, in blocks: growing takes one more block, and leaves no hole of the old size behind.
#[derive(Debug)]
pub(super) struct Column<T> {
    blocks: Vec<Vec<T>>,
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Column { blocks: Vec::new() }
    }
}

impl<T: Copy> Column<T> {
    /// How many rows.
    #[inline]
    pub fn len(&self) -> usize {
        self.blocks.last().map_or(0, |last| (self.blocks.len() - 1) * BLOCK + last.len())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Adds a row.
    #[inline]
    pub fn push(&mut self, value: T, what: &'static str) -> Result<()> {
        match self.blocks.last_mut() {
            Some(last) if last.len() < last.capacity().min(BLOCK) => last.push(value),
            _ => self.push_slowly(value, what)?,
        }
        Ok(())
    }

    #[cold]
    fn push_slowly(&mut self, value: T, what: &'static str) -> Result<()> {
        let full = |_| ErrorKind::OutOfMemory { what };
        // The first block begins small: most studies are.
        if let [only] = &mut self.blocks[..]
            && only.len() < BLOCK
        {
            only.try_reserve(1).map_err(full)?;
            only.push(value);
            return Ok(());
        }
        let mut block = Vec::new();
        if !self.blocks.is_empty() {
            block.try_reserve_exact(BLOCK).map_err(full)?;
        } else {
            block.try_reserve(1).map_err(full)?;
        }
        block.push(value);
        self.blocks.try_reserve(1).map_err(full)?;
        self.blocks.push(block);
        Ok(())
    }

    /// The value of a row.
    #[inline]
    pub fn get(&self, row: usize) -> Option<T> {
        self.at(row).copied()
    }

    /// The value of a row where it lies.
    #[inline]
    pub fn at(&self, row: usize) -> Option<&T> {
        self.blocks.get(row >> BITS)?.get(row & (BLOCK - 1))
    }

    /// Sets the value of a row, of the next one or of one further on: the rows between become `fill`.
    #[inline]
    pub fn set(&mut self, row: usize, value: T, fill: T, what: &'static str) -> Result<()> {
        if let Some(block) = self.blocks.get_mut(row >> BITS) {
            let at = row & (BLOCK - 1);
            if let Some(held) = block.get_mut(at) {
                *held = value;
                return Ok(());
            }
            if at < block.capacity().min(BLOCK) {
                while block.len() < at {
                    block.push(fill);
                }
                block.push(value);
                return Ok(());
            }
        }
        self.set_slowly(row, value, fill, what)
    }

    #[cold]
    fn set_slowly(&mut self, row: usize, value: T, fill: T, what: &'static str) -> Result<()> {
        while self.len() < row {
            self.push(fill, what)?;
        }
        self.push(value, what)
    }

    /// Keeps the first rows.
    pub fn truncate(&mut self, len: usize) {
        self.blocks.truncate(len.div_ceil(BLOCK));
        let before = self.blocks.len().saturating_sub(1) * BLOCK;
        if let Some(last) = self.blocks.last_mut() {
            last.truncate(len - before);
        }
    }

    /// All values in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.blocks.iter().flatten()
    }
}

impl<T> std::ops::Index<usize> for Column<T> {
    type Output = T;

    #[inline]
    fn index(&self, row: usize) -> &T {
        &self.blocks[row >> BITS][row & (BLOCK - 1)]
    }
}

impl<T> std::ops::IndexMut<usize> for Column<T> {
    #[inline]
    fn index_mut(&mut self, row: usize) -> &mut T {
        &mut self.blocks[row >> BITS][row & (BLOCK - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_across_blocks() {
        let mut column = Column::default();
        for i in 0..3 * BLOCK as u32 {
            column.push(i, "test").unwrap();
        }
        assert_eq!(column.len(), 3 * BLOCK);
        assert!(column.iter().copied().eq(0..3 * BLOCK as u32));
        assert_eq!((column[BLOCK], column.get(3 * BLOCK)), (BLOCK as u32, None));
        for keep in [2 * BLOCK, 2 * BLOCK - 1, 5, 0] {
            column.truncate(keep);
            assert_eq!(column.len(), keep);
        }
        column.set(BLOCK + 2, 9, 7, "test").unwrap();
        column.set(1, 8, 7, "test").unwrap();
        assert_eq!((column.len(), column[0], column[1], column[BLOCK + 2]), (BLOCK + 3, 7, 8, 9));
    }
}
