//! Passes over JSON text without reading it: where strings stop, where brackets close.

/// Where in the structure of a text a place is.
#[derive(Debug, Default, Clone, Copy)]
pub struct Scan {
    /// Brackets open.
    pub depth: usize,
    /// Inside a string.
    pub in_string: bool,
    /// After a backslash inside a string.
    pub escaped: bool,
}

/// The bytes that change something outside of strings.
const STRUCTURE: [bool; 256] = {
    let mut table = [false; 256];
    table[b'"' as usize] = true;
    table[b'{' as usize] = true;
    table[b'}' as usize] = true;
    table[b'[' as usize] = true;
    table[b']' as usize] = true;
    table
};

impl Scan {
    /// Passes over one byte.
    #[inline]
    pub fn step(&mut self, byte: u8) {
        if self.in_string {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.in_string = false,
                _ => {}
            }
        } else {
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
    }

    /// Passes over text until no more than `depth` brackets are open. The place after the bracket that does it, or
    /// `None` where the text ends before.
    pub fn close(&mut self, bytes: &[u8], depth: usize) -> Option<usize> {
        let mut at = 0;
        loop {
            if self.in_string {
                if self.escaped {
                    self.escaped = at >= bytes.len();
                    at += 1;
                }
                let stop = string_stop(bytes, at)?;
                self.escaped = bytes[stop] == b'\\';
                self.in_string = self.escaped;
                at = stop + 1;
            } else {
                at += bytes.get(at..)?.iter().position(|b| STRUCTURE[usize::from(*b)])?;
                self.step(bytes[at]);
                at += 1;
                if self.depth <= depth {
                    return Some(at);
                }
            }
        }
    }
}

/// Place of the next quote or backslash, from a place on: eight bytes at a time, since most strings are short.
#[inline]
pub fn string_stop(bytes: &[u8], from: usize) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
    let mut at = from;
    while let Some(eight) = bytes.get(at..at + 8) {
        let word = u64::from_le_bytes(eight.try_into().ok()?);
        let found = zero(word ^ (ONES * u64::from(b'"'))) | zero(word ^ (ONES * u64::from(b'\\')));
        if found != 0 {
            return Some(at + (found.trailing_zeros() / 8) as usize);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    rest.iter().position(|b| matches!(b, b'"' | b'\\')).map(|place| at + place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_closes_at_the_same_place_whatever_the_slices() {
        let text = br#"{"a":["}]\"\\",{"b":"\\\\\""}],"c":"long enough for eight bytes }"} rest"#;
        let end = text.len() - 5;
        for chunk in 1..text.len() {
            let mut scan = Scan::default();
            let mut passed = 0;
            scan.step(text[0]);
            let closed = text[1..].chunks(chunk).find_map(|slice| {
                let found = scan.close(slice, 0);
                passed += found.unwrap_or(slice.len());
                found
            });
            assert!(closed.is_some());
            assert_eq!(1 + passed, end, "slices of {chunk}");
        }
    }

    #[test]
    fn strings_stop_at_quotes_and_backslashes() {
        for length in 0..30 {
            let text = format!("{}\"", "é".repeat(length));
            assert_eq!(string_stop(text.as_bytes(), 0), Some(2 * length));
            assert_eq!(string_stop(&text.as_bytes()[..2 * length], 0), None);
        }
    }
}
