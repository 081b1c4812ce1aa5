//! Ids of posts, held in eight bytes.

use super::strings::{StrId, Strings};
use crate::error::Result;

const TEXT: u64 = 1 << 63;

/// Id of a post: most are decimal numbers below 2^63, and are held as such; the others are texts of the arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PostId(u64);

impl PostId {
    /// No id.
    pub const NONE: PostId = PostId(0);

    /// Whether there is an id.
    pub fn is_some(self) -> bool {
        self.0 != 0
    }

    /// The id that some digits are, unless they begin with 0 or are too many.
    #[inline]
    pub(super) fn of_digits(text: &str) -> Option<PostId> {
        let bytes = text.as_bytes();
        if bytes.is_empty() || bytes.len() > 19 || bytes[0] == b'0' {
            return None;
        }
        let (eights, tail) = bytes.as_chunks::<8>();
        let mut number = 0;
        for eight in eights {
            number = number * 100_000_000 + eight_digits(u64::from_le_bytes(*eight))?;
        }
        for b in tail {
            let digit = b.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            number = number * 10 + u64::from(digit);
        }
        // 19 digits fit 64 bits, but not all of them 63.
        (number < TEXT).then_some(PostId(number))
    }

    /// The id of a text that is no such number.
    pub(super) fn of_text(text: &str, strings: &mut Strings) -> Result<PostId> {
        let id = strings.add(text)?;
        let (at, len) = id.place();
        Ok(PostId(TEXT | u64::from(len) << 32 | u64::from(at)))
    }

    /// The number, where it is one.
    pub(super) fn number(self) -> Option<u64> {
        (self.0 & TEXT == 0).then_some(self.0)
    }

    /// Whether it is a text of the arena, and that one.
    pub(super) fn is_text(self, text: &str, strings: &Strings) -> bool {
        self.0 & TEXT != 0 && self.text(strings, &mut Digits::default()) == text
    }

    /// As text.
    pub fn text<'a>(self, strings: &'a Strings, digits: &'a mut Digits) -> &'a str {
        if self.0 == 0 {
            return "";
        }
        if self.0 & TEXT != 0 {
            return strings.get(StrId::placed(self.0 as u32, ((self.0 & !TEXT) >> 32) as u32));
        }
        let mut at = digits.0.len();
        let mut rest = self.0;
        while rest > 0 && at > 0 {
            at -= 1;
            digits.0[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        std::str::from_utf8(&digits.0[at..]).unwrap_or_default()
    }

    /// As text of its own; `None` where there is none.
    pub fn to_text(self, strings: &Strings) -> Option<String> {
        self.is_some().then(|| self.text(strings, &mut Digits::default()).to_owned())
    }
}

/// Room for the digits of an id.
#[derive(Debug, Default)]
pub struct Digits([u8; 20]);

/// The number that eight digits are, the first one in the lowest byte.
#[inline]
fn eight_digits(word: u64) -> Option<u64> {
    const HIGH: u64 = 0xF0F0_F0F0_F0F0_F0F0;
    const ZEROS: u64 = 0x3030_3030_3030_3030;
    if (word & HIGH) != ZEROS || (word.wrapping_add(0x0606_0606_0606_0606) & HIGH) != ZEROS {
        return None;
    }
    let pairs = (word & !HIGH).wrapping_mul(1 + (10 << 8)) >> 8 & 0x00FF_00FF_00FF_00FF;
    let fours = pairs.wrapping_mul(1 + (100 << 16)) >> 16 & 0x0000_FFFF_0000_FFFF;
    Some(fours.wrapping_mul(1 + (10_000 << 32)) >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_every_character() {
        let mut strings = Strings::default();
        for text in
            ["1", "12345678", "1763000000000000000", "9223372036854775807", "987654321", "1000000000000000"]
        {
            let id = PostId::of_digits(text).unwrap();
            assert_eq!(id.to_text(&strings).as_deref(), Some(text));
        }
        for text in
            ["9223372036854775808", "007", "0", "12a45678", "1234567:", "12345678901234567890", "é", "a/b"]
        {
            assert_eq!(PostId::of_digits(text), None, "{text}");
            let id = PostId::of_text(text, &mut strings).unwrap();
            assert_eq!(id.to_text(&strings).as_deref(), Some(text));
        }
        assert_eq!(PostId::of_digits(""), None);
        assert_eq!(PostId::NONE.to_text(&strings), None);
    }
}
