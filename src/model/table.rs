//! A hash table of numbers: what they stand for is kept elsewhere.

use crate::error::{ErrorKind, Result};

/// Open addressing with linear probing. A slot holds half of the hash beside the number, so that most probes that
/// miss touch one place of memory, and growing never looks at what the numbers stand for.
///
/// The hash is fixed (no random seed), so that memory and order never differ between two runs.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// (hash << 32) | (number + 1); 0 is free. A power of two of them.
    slots: Vec<u64>,
    len: usize,
}

impl Table {
    /// The number with that hash for which `is` holds.
    #[inline]
    pub fn find(&self, hash: u32, mut is: impl FnMut(u32) -> bool) -> Option<u32> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(&slot) = self.slots.get(at)
            && slot != 0
        {
            if (slot >> 32) as u32 == hash && is(slot as u32 - 1) {
                return Some(slot as u32 - 1);
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// The first number that [`Table::find`] would look at.
    #[inline]
    pub fn first(&self, hash: u32) -> Option<u32> {
        let slot = *self.slots.get(hash as usize & self.slots.len().wrapping_sub(1))?;
        (slot as u32).checked_sub(1)
    }

    /// Makes room for more numbers.
    #[inline]
    pub fn reserve(&mut self, more: usize, what: &'static str) -> Result<()> {
        // At most five eighths full.
        let slots = |len: usize| (len * 8).div_ceil(5);
        if slots(self.len + more) <= self.slots.len() {
            Ok(())
        } else {
            self.grow(slots(self.len + more), what)
        }
    }

    #[cold]
    fn grow(&mut self, least: usize, what: &'static str) -> Result<()> {
        let size = least.next_power_of_two().max(64);
        let mut slots = Vec::new();
        slots.try_reserve_exact(size).map_err(|_| ErrorKind::OutOfMemory { what })?;
        slots.resize(size, 0);
        for slot in std::mem::replace(&mut self.slots, slots) {
            if slot != 0 {
                self.place(slot);
            }
        }
        Ok(())
    }

    /// Adds a number that is not in the table; [`Table::reserve`] has made room for it.
    #[inline]
    pub fn insert(&mut self, hash: u32, number: u32) {
        self.len += 1;
        self.place(u64::from(hash) << 32 | (u64::from(number) + 1));
    }

    #[inline]
    fn place(&mut self, slot: u64) {
        let mask = self.slots.len() - 1;
        let mut at = (slot >> 32) as usize & mask;
        while self.slots[at] != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }
}

/// Mixes two words to the 32 bits that a table takes.
#[inline]
pub(super) fn hash(a: u64, b: u64) -> u32 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let h = (a.wrapping_mul(K).rotate_left(29) ^ b).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    ((h ^ (h >> 32)).wrapping_mul(K) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_by_hash_and_by_what_they_stand_for() {
        let mut table = Table::default();
        // Every hash is shared by ten numbers.
        let of = |n: u32| hash(u64::from(n / 10), 0);
        for n in 0..5_000 {
            assert_eq!(table.find(of(n), |m| m == n), None);
            table.reserve(1, "test").unwrap();
            table.insert(of(n), n);
        }
        for n in 0..5_000 {
            assert_eq!(table.find(of(n), |m| m == n), Some(n));
        }
        assert_eq!(table.find(of(7), |_| false), None);
        assert_eq!(Table::default().find(0, |_| true), None);
    }
}
