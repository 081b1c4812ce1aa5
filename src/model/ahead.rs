//! Looks at the names of the rows to come, so that the waits for memory are one wait and no handle is read twice.

use super::accounts::tag;
use super::builder::Builder;
use super::handle::{ShortHandle, long_handle, short_handle, short_handle_in};
use super::intern::Key;
use super::record::Platform;
use super::rows::NO;
use super::strings::StrId;

/// A short handle that was looked at ahead: where its text lies, what it is, and the number that it most likely has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Foreseen {
    pub at: usize,
    pub length: usize,
    pub low: u64,
    pub high: u64,
    pub capitals: u16,
    pub number: u32,
}

impl Builder {
    /// Looks at accounts that are about to be named, all at once: so their rows are in the processor's cache when their
    /// turn comes, and the waits for memory are one wait. With each, sixteen bytes from its beginning on, where there are
    /// so many. The texts stay where they are until it is called again, with none at the least.
    pub(crate) fn foresee<'h>(
        &mut self,
        platform: Platform,
        handles: impl Iterator<Item = (&'h str, Option<&'h [u8; 16]>)>,
    ) {
        const MOST: usize = 64;
        /// As long as they are so few, they are in the cache anyway. Debug builds always look: tests are small.
        const FEW: usize = 1 << 13;
        self.foreseen.clear();
        self.asked = 0;
        if !cfg!(debug_assertions) && self.names.len() < FEW {
            return;
        }
        let (mut hashes, mut count) = ([0; MOST], 0);
        let (mut long, mut longs) = ([0; MOST], 0);
        let tag = tag(platform, true);
        for (text, room) in handles.filter(|(handle, _)| !handle.is_empty()).take(MOST) {
            let short = room.map_or_else(|| short_handle(text), |room| short_handle_in(text, room));
            if let Some(ShortHandle { low, high, capitals, .. }) = short {
                hashes[count] = Key::of_words(tag, low, high).hash();
                let at = text.as_ptr().addr();
                let number = count as u32;
                self.foreseen.push(Foreseen { at, length: text.len(), low, high, capitals, number });
                count += 1;
            } else if let Some(handle) = long_handle(text) {
                hashes[count] = Key::of(tag, handle.key()).hash();
                (long[longs], longs) = (count, longs + 1);
                count += 1;
            }
        }
        // One loop for each kind of memory, of loads that do not wait for one another.
        let mut numbers = [NO; MOST];
        for (number, hash) in numbers.iter_mut().zip(&hashes[..count]) {
            *number = self.names.likely(*hash).unwrap_or(NO);
        }
        let mut seen = numbers[..count].iter().fold(0, |seen, number| seen ^ self.names.glance(*number));
        for foreseen in &mut self.foreseen {
            foreseen.number = numbers[foreseen.number as usize];
        }
        // The texts of long names are compared.
        let mut texts = [StrId::NONE; MOST];
        for (text, at) in texts.iter_mut().zip(&long[..longs]) {
            *text = self.names.glance_at_text(numbers[*at]);
        }
        for text in &texts[..longs] {
            seen ^= u32::from(self.strings.bytes(*text).first().copied().unwrap_or_default());
        }
        std::hint::black_box(seen);
    }

    /// What is known of a text that was looked at ahead: of that very one, where it lies. They are asked for in order,
    /// but some are left out.
    #[inline]
    pub(super) fn seen_ahead(&mut self, text: &str) -> Option<Foreseen> {
        const NEAR: usize = 4;
        let rest = self.foreseen.get(self.asked..)?;
        let (at, length) = (text.as_ptr().addr(), text.len());
        let next = rest.iter().take(NEAR).position(|seen| seen.at == at && seen.length == length)?;
        self.asked += next + 1;
        rest.get(next).copied()
    }
}
