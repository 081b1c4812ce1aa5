//! Words, tags, sites and links by number, and the form in which each is most often written.

use crate::error::{Error, ErrorKind, Result};
use hashbrown::HashTable;
use xxhash_rust::xxh3::xxh3_64;

/// Texts by number, in one buffer.
#[derive(Debug, Default)]
pub(super) struct Texts {
    letters: String,
    ends: Vec<usize>,
    known: HashTable<u32>,
}

impl Texts {
    /// A text.
    pub fn get(&self, number: u32) -> &str {
        text(&self.letters, &self.ends, number)
    }

    /// The number of a text; the next one when it is new.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn number(&mut self, given: &str) -> Result<u32> {
        let hash = xxh3_64(given.as_bytes());
        let (letters, ends) = (&self.letters, &self.ends);
        if let Some(found) = self.known.find(hash, |one| text(letters, ends, *one) == given) {
            return Ok(*found);
        }
        let number = u32::try_from(self.ends.len()).map_err(|_| no_room())?;
        self.letters.try_reserve(given.len()).map_err(|_| no_room())?;
        self.ends.try_reserve(1).map_err(|_| no_room())?;
        self.letters.push_str(given);
        self.ends.push(self.letters.len());
        let (letters, ends) = (&self.letters, &self.ends);
        let again = |one: &u32| xxh3_64(text(letters, ends, *one).as_bytes());
        self.known.try_reserve(1, again).map_err(|_| no_room())?;
        self.known.insert_unique(hash, number, again);
        Ok(number)
    }
}

fn text<'a>(letters: &'a str, ends: &[usize], number: u32) -> &'a str {
    let number = number as usize;
    let start = if number == 0 { 0 } else { ends[number - 1] };
    &letters[start..ends[number]]
}

/// The study is larger than the memory.
pub(super) fn no_room() -> Error {
    ErrorKind::OutOfMemory { what: "overview" }.into()
}

/// Gives a column another entry.
pub(super) fn push<T>(column: &mut Vec<T>, value: T) -> Result<()> {
    column.try_reserve(1).map_err(|_| no_room())?;
    column.push(value);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_one_number() {
        let mut texts = Texts::default();
        let numbers: Vec<u32> =
            ["", "é", "a", "é", "", "aé"].iter().map(|each| texts.number(each).unwrap()).collect();
        assert_eq!(numbers, [0, 1, 2, 1, 0, 3]);
        assert_eq!((texts.get(0), texts.get(1), texts.get(3)), ("", "é", "aé"));
    }
}
