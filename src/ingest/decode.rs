//! From bytes to text: UTF-8 as it is, windows-1252 record by record, UTF-16 in a stream.

use super::delimited::{RawRecord, Span};
use super::sniff::Encoding;

/// Makes text of the fields of records whose bytes are a superset of ASCII.
///
/// UTF-8 is lent without a copy. While nothing but ASCII has been met, the first field with another byte decides
/// between UTF-8 and windows-1252 for the whole file. In UTF-8, bytes that are no text become U+FFFD.
#[derive(Debug, Default)]
pub struct FieldDecoder {
    encoding: Option<Encoding>,
    text: String,
    fields: Vec<Span>,
}

/// A record as text. `fields` cut `text` at character boundaries.
#[derive(Debug, Clone, Copy)]
pub struct Decoded<'a> {
    /// Text that holds all fields.
    pub text: &'a str,
    /// Where each field lies, counted from `base`.
    pub fields: &'a [Span],
    /// What the first byte of `text` counts as.
    pub base: u32,
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

    /// Decodes one record of a table.
    #[inline]
    pub fn row<'a>(&'a mut self, raw: &RawRecord<'a>) -> Decoded<'a> {
        let Some(text) = raw.text else { return self.decode(raw.bytes, raw.fields) };
        if self.encoding != Some(Encoding::Utf8) && !range(raw.fields).of(raw.bytes).is_ascii() {
            if self.encoding == Some(Encoding::Windows1252) {
                return self.decode(raw.bytes, raw.fields);
            }
            self.encoding = Some(Encoding::Utf8);
        }
        Decoded { text, fields: raw.fields, base: 0, damaged: false }
    }

    /// Decodes fields that lie in `raw`, in order.
    pub fn decode<'a>(&'a mut self, raw: &'a [u8], fields: &'a [Span]) -> Decoded<'a> {
        let all = range(fields);
        let base = all.start;
        let ascii = self.encoding == Some(Encoding::Utf8) || all.of(raw).is_ascii();
        if (self.encoding != Some(Encoding::Windows1252) || ascii)
            && let Ok(text) = std::str::from_utf8(all.of(raw))
            && fields.iter().all(|field| text.is_char_boundary((field.end - base) as usize))
        {
            if !ascii {
                self.encoding = Some(Encoding::Utf8);
            }
            return Decoded { text, fields, base, damaged: false };
        }
        let damaged = self.decode_fields(raw, fields);
        Decoded { text: &self.text, fields: &self.fields, base: 0, damaged }
    }

    fn decode_fields(&mut self, raw: &[u8], fields: &[Span]) -> bool {
        self.text.clear();
        self.fields.clear();
        let mut damaged = false;
        for field in fields {
            let start = self.text.len() as u32;
            let field = field.of(raw);
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
            self.fields.push(Span { start, end: self.text.len() as u32 });
        }
        damaged
    }
}

/// From the first field to the last.
fn range(fields: &[Span]) -> Span {
    Span {
        start: fields.first().map_or(0, |field| field.start),
        end: fields.last().map_or(0, |field| field.end),
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

    fn spans(ends: &[u32]) -> Vec<Span> {
        let starts = std::iter::once(0).chain(ends.iter().copied());
        starts.zip(ends).map(|(start, &end)| Span { start, end }).collect()
    }

    #[test]
    fn the_first_non_ascii_field_decides_for_the_file() {
        let mut french = FieldDecoder::new(None);
        assert_eq!(french.decode(b"abc", &spans(&[1, 3])).text, "abc");
        let (fields, decoded) = (spans(&[3, 4]), spans(&[4, 7]));
        let found = french.decode(b"Zo\xe9\x80", &fields);
        assert_eq!((found.text, found.fields, found.damaged), ("Zo\u{e9}\u{20ac}", &decoded[..], false));
        assert_eq!(french.encoding(), Encoding::Windows1252);

        let mut utf8 = FieldDecoder::new(None);
        assert_eq!(utf8.decode("Zo\u{e9}".as_bytes(), &spans(&[4])).text, "Zo\u{e9}");
        let fields = spans(&[4]);
        let found = utf8.decode(b"a\xf0\x9fb", &fields);
        assert_eq!((found.text, found.damaged), ("a\u{fffd}b", true));
        assert_eq!(utf8.encoding(), Encoding::Utf8);
    }

    #[test]
    fn bytes_of_two_fields_never_make_one_character() {
        let mut decoder = FieldDecoder::new(Some(Encoding::Utf8));
        let (fields, decoded) = (spans(&[2, 4]), spans(&[4, 8]));
        let found = decoder.decode(b"a\xc3\xa9b", &fields);
        assert_eq!((found.text, found.fields, found.damaged), ("a\u{fffd}\u{fffd}b", &decoded[..], true));
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
