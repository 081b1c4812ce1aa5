//! From bytes to text: UTF-8 as it is, windows-1252 record by record, UTF-16 in a stream.

use super::sniff::Encoding;

/// Makes text of the fields of records whose bytes are a superset of ASCII.
///
/// UTF-8 is lent without a copy. While nothing but ASCII has been met, the first field with another byte decides
/// between UTF-8 and windows-1252 for the whole file. In UTF-8, bytes that are no text become U+FFFD.
#[derive(Debug, Default)]
pub struct FieldDecoder {
    encoding: Option<Encoding>,
    text: String,
    ends: Vec<usize>,
}

/// A record as text. `ends` cut `text` at character boundaries.
#[derive(Debug, Clone, Copy)]
pub struct Decoded<'a> {
    /// All fields, one after the other.
    pub text: &'a str,
    /// Where each field ends in `text`.
    pub ends: &'a [usize],
    /// Whether bytes that are no text were replaced by U+FFFD.
    pub damaged: bool,
}

impl FieldDecoder {
    /// A decoder for an encoding, or for "ASCII so far".
    pub fn new(encoding: Option<Encoding>) -> Self {
        FieldDecoder { encoding, ..Self::default() }
    }

    /// What was decided. Pure ASCII is UTF-8.
    pub fn encoding(&self) -> Encoding {
        self.encoding.unwrap_or(Encoding::Utf8)
    }

    /// Decodes one record.
    pub fn decode<'a>(&'a mut self, raw: &'a [u8], ends: &'a [usize]) -> Decoded<'a> {
        if self.encoding != Some(Encoding::Windows1252) {
            if let Ok(text) = std::str::from_utf8(raw)
                && ends.iter().all(|&end| text.is_char_boundary(end))
            {
                if self.encoding.is_none() && !raw.is_ascii() {
                    self.encoding = Some(Encoding::Utf8);
                }
                return Decoded { text, ends, damaged: false };
            }
        } else if let Ok(text) = std::str::from_utf8(raw)
            && raw.is_ascii()
        {
            return Decoded { text, ends, damaged: false };
        }
        let damaged = self.decode_fields(raw, ends);
        Decoded { text: &self.text, ends: &self.ends, damaged }
    }

    fn decode_fields(&mut self, raw: &[u8], ends: &[usize]) -> bool {
        self.text.clear();
        self.ends.clear();
        let mut damaged = false;
        let mut start = 0;
        for &end in ends {
            let field = &raw[start..end];
            start = end;
            if self.encoding.is_none() && !field.is_ascii() {
                let utf8 = std::str::from_utf8(field).is_ok();
                self.encoding = Some(if utf8 { Encoding::Utf8 } else { Encoding::Windows1252 });
            }
            if self.encoding == Some(Encoding::Windows1252) {
                let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(field);
                self.text.push_str(&text);
            } else {
                damaged |= std::str::from_utf8(field).is_err();
                self.text.push_str(&String::from_utf8_lossy(field));
            }
            self.ends.push(self.text.len());
        }
        damaged
    }
}

/// Turns a stream of UTF-16 into UTF-8. Lone surrogates become U+FFFD.
pub struct Transcoder {
    decoder: encoding_rs::Decoder,
    out: Vec<u8>,
}

impl std::fmt::Debug for Transcoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Transcoder").field("encoding", &self.decoder.encoding().name()).finish()
    }
}

impl Transcoder {
    /// A transcoder where the encoding needs one: UTF-16 does, supersets of ASCII do not.
    pub fn new(encoding: Option<Encoding>) -> Option<Self> {
        let encoding = match encoding? {
            Encoding::Utf16Le => encoding_rs::UTF_16LE,
            Encoding::Utf16Be => encoding_rs::UTF_16BE,
            Encoding::Utf8 | Encoding::Windows1252 => return None,
        };
        Some(Transcoder { decoder: encoding.new_decoder_without_bom_handling(), out: Vec::new() })
    }

    /// Transcodes a slice. With `last`, a unit cut by the end becomes U+FFFD. The result lives until the next call.
    pub fn push(&mut self, mut bytes: &[u8], last: bool) -> &[u8] {
        self.out.clear();
        let mut written = 0;
        loop {
            self.out.resize(written + bytes.len() * 3 / 2 + 64, 0);
            let (result, read, wrote, _) = self.decoder.decode_to_utf8(bytes, &mut self.out[written..], last);
            bytes = &bytes[read..];
            written += wrote;
            if result == encoding_rs::CoderResult::InputEmpty {
                self.out.truncate(written);
                return &self.out;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_non_ascii_field_decides_for_the_file() {
        let mut french = FieldDecoder::new(None);
        assert_eq!(french.decode(b"abc", &[1, 3]).text, "abc");
        let decoded = french.decode(b"Zo\xe9\x80", &[3, 4]);
        assert_eq!((decoded.text, decoded.ends, decoded.damaged), ("Zo\u{e9}\u{20ac}", &[4, 7][..], false));
        assert_eq!(french.encoding(), Encoding::Windows1252);

        let mut utf8 = FieldDecoder::new(None);
        assert_eq!(utf8.decode("Zo\u{e9}".as_bytes(), &[4]).text, "Zo\u{e9}");
        let decoded = utf8.decode(b"a\xf0\x9fb", &[4]);
        assert_eq!((decoded.text, decoded.damaged), ("a\u{fffd}b", true));
        assert_eq!(utf8.encoding(), Encoding::Utf8);
    }

    #[test]
    fn bytes_of_two_fields_never_make_one_character() {
        let mut decoder = FieldDecoder::new(Some(Encoding::Utf8));
        let decoded = decoder.decode(b"a\xc3\xa9b", &[2, 4]);
        assert_eq!((decoded.text, decoded.ends, decoded.damaged), ("a\u{fffd}\u{fffd}b", &[4, 8][..], true));
    }

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
}
