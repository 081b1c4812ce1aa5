//! One arena for every text of a study.

use crate::error::{ErrorKind, Result};

/// Bytes of one chunk. No string crosses a chunk, so growth never copies what is already there.
const CHUNK_BITS: u32 = 22;
const CHUNK: usize = 1 << CHUNK_BITS;

/// Where a string lies in the arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StrId {
    at: u32,
    len: u32,
}

impl StrId {
    /// No text: unknown, or nothing written.
    pub const NONE: StrId = StrId { at: 0, len: 0 };

    /// First byte and length.
    pub(super) fn place(self) -> (u32, u32) {
        (self.at, self.len)
    }

    /// The string that lies there.
    pub(super) fn placed(at: u32, len: u32) -> StrId {
        StrId { at, len }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.len as usize
    }

    /// Whether there is no text.
    pub fn is_empty(self) -> bool {
        self.len == 0
    }

    /// Whether there is a text.
    pub fn is_some(self) -> bool {
        self.len > 0
    }
}

/// An append-only arena of UTF-8 strings, in chunks of 4 MiB.
#[derive(Debug, Default)]
pub struct Strings {
    chunks: Vec<String>,
}

impl Strings {
    /// Appends a text and returns where it lies; an empty text is [`StrId::NONE`].
    ///
    /// # Errors
    /// `memory.exhausted` when no chunk can be had; `limit.reached` past 4 GiB of text.
    pub fn add(&mut self, text: &str) -> Result<StrId> {
        if text.is_empty() {
            return Ok(StrId::NONE);
        }
        if text.len() > CHUNK {
            return Err(ErrorKind::LimitReached { limit: "TEXT_BYTES", value: CHUNK as f64 }.into());
        }
        let full = self.chunks.last().is_none_or(|c| c.len() + text.len() > CHUNK);
        if full {
            if self.chunks.len() >= 1 << (32 - CHUNK_BITS) {
                return Err(
                    ErrorKind::LimitReached { limit: "TEXT_TOTAL_BYTES", value: u32::MAX.into() }.into()
                );
            }
            let mut chunk = String::new();
            chunk.try_reserve_exact(CHUNK).map_err(|_| ErrorKind::OutOfMemory { what: "text" })?;
            self.chunks.push(chunk);
        }
        let n = self.chunks.len() - 1;
        let chunk = &mut self.chunks[n];
        let at = ((n << CHUNK_BITS) + chunk.len()) as u32;
        chunk.push_str(text);
        Ok(StrId { at, len: text.len() as u32 })
    }

    /// The bytes of a string.
    #[inline]
    pub fn bytes(&self, id: StrId) -> &[u8] {
        self.get(id).as_bytes()
    }

    /// The string.
    #[inline]
    pub fn get(&self, id: StrId) -> &str {
        if id.len == 0 {
            return "";
        }
        let start = (id.at as usize) & (CHUNK - 1);
        let chunk = &self.chunks[(id.at >> CHUNK_BITS) as usize];
        // Only places that were given out come in, so there always is a string.
        chunk.get(start..start + id.len as usize).unwrap_or_default()
    }

    /// The string, or `None` where there is none.
    pub fn get_some(&self, id: StrId) -> Option<&str> {
        id.is_some().then(|| self.get(id))
    }

    /// Bytes held.
    pub fn len_bytes(&self) -> usize {
        self.chunks.iter().map(String::len).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_come_back_as_they_went_in_across_chunks() {
        let mut strings = Strings::default();
        let big = "é".repeat(CHUNK / 4);
        let ids: Vec<_> = (0..5).map(|i| strings.add(&format!("{i}{big}")).unwrap()).collect();
        for (i, id) in ids.iter().enumerate() {
            assert_eq!(strings.get(*id), format!("{i}{big}"));
        }
        assert!(!strings.add("").unwrap().is_some());
        assert_eq!(strings.get(StrId::NONE), "");
    }

    #[test]
    fn a_string_longer_than_a_chunk_is_refused() {
        assert_eq!(Strings::default().add(&"a".repeat(CHUNK + 1)).unwrap_err().code(), "limit.reached");
    }
}
