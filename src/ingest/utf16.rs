//! From UTF-16 to UTF-8, in a stream.

use super::encoding::Encoding;

/// Turns a stream of UTF-16 into UTF-8. Lone surrogates become U+FFFD.
#[derive(Debug)]
pub struct Transcoder {
    big_endian: bool,
    /// First byte of a unit that was cut by the end of a slice.
    half: Option<u8>,
    /// First half of a character that was cut.
    high: Option<u16>,
    out: Vec<u8>,
}

impl Transcoder {
    /// A transcoder where the encoding needs one: UTF-16 does, supersets of ASCII do not.
    pub fn new(encoding: Option<Encoding>) -> Option<Self> {
        let big_endian = match encoding? {
            Encoding::Utf16Le => false,
            Encoding::Utf16Be => true,
            _ => return None,
        };
        Some(Transcoder { big_endian, half: None, high: None, out: Vec::new() })
    }

    /// Transcodes a slice. With `last`, a unit cut by the end becomes U+FFFD. The result lives until the next call.
    pub fn push(&mut self, mut bytes: &[u8], last: bool) -> &[u8] {
        self.out.clear();
        self.out.reserve(bytes.len() * 3 / 2 + 8);
        if let (Some(first), Some((&second, rest))) = (self.half, bytes.split_first()) {
            self.half = None;
            bytes = rest;
            self.unit([first, second]);
        }
        let (units, rest) = bytes.as_chunks::<2>();
        units.iter().for_each(|unit| self.unit(*unit));
        self.half = rest.first().copied().or(self.half);
        if last && (self.half.take().is_some() | self.high.take().is_some()) {
            self.character(char::REPLACEMENT_CHARACTER);
        }
        &self.out
    }

    fn unit(&mut self, bytes: [u8; 2]) {
        let unit = if self.big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) };
        let high = self.high.take();
        match (high, unit) {
            (None, 0..0x80) => self.out.push(unit as u8),
            (_, 0xD800..0xDC00) => {
                if high.is_some() {
                    self.character(char::REPLACEMENT_CHARACTER);
                }
                self.high = Some(unit);
            }
            (Some(high), 0xDC00..0xE000) => {
                let code = 0x10000 + ((u32::from(high) - 0xD800) << 10) + (u32::from(unit) - 0xDC00);
                self.character(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            (high, unit) => {
                if high.is_some() {
                    self.character(char::REPLACEMENT_CHARACTER);
                }
                self.character(char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
        }
    }

    fn character(&mut self, character: char) {
        self.out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_by_single_bytes() {
        let bytes: Vec<u8> = "é😀\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut transcoder = Transcoder::new(Some(Encoding::Utf16Le)).unwrap();
        let mut out = Vec::new();
        for byte in &bytes {
            out.extend_from_slice(transcoder.push(&[*byte], false));
        }
        out.extend_from_slice(transcoder.push(&[], true));
        assert_eq!(out, "é😀\n".as_bytes());
    }

    #[test]
    fn utf16_agrees_with_the_encoding_standard() {
        let units =
            [0x61, 0xD83D, 0xDE00, 0xD83D, 0x62, 0xDE00, 0xD83D, 0xD83D, 0xDE00, 0xFFFD, 0x20AC, 0xD83D];
        for (encoding, standard) in
            [(Encoding::Utf16Le, encoding_rs::UTF_16LE), (Encoding::Utf16Be, encoding_rs::UTF_16BE)]
        {
            let bytes: Vec<u8> = units
                .iter()
                .flat_map(
                    |u: &u16| if encoding == Encoding::Utf16Le { u.to_le_bytes() } else { u.to_be_bytes() },
                )
                .chain([7])
                .collect();
            for cut in [0, 1, 3, 6, 7, 21] {
                let mut transcoder = Transcoder::new(Some(encoding)).unwrap();
                let mut out = transcoder.push(&bytes[..cut], false).to_vec();
                out.extend_from_slice(transcoder.push(&bytes[cut..bytes.len() - 3], false));
                out.extend_from_slice(transcoder.push(&[], true));
                let expected = standard.decode_without_bom_handling(&bytes[..bytes.len() - 3]).0;
                assert_eq!(String::from_utf8(out).unwrap(), expected, "{encoding:?} cut at {cut}");
            }
        }
    }
}
