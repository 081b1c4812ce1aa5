//! From bytes to text, record by record: UTF-8 as it is, encodings of one byte a character by their tables.

use super::delimited::{RawRecord, Span};
use super::encoding::Encoding;
use super::encoding_guess::western;
use super::single_byte::decode_into;

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
    /// Whether text in it may have been encoded twice; `true` where nobody looked.
    pub suspect: bool,
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

    /// What was decided so far; none while nothing but ASCII was met.
    pub fn decided(&self) -> Option<Encoding> {
        self.encoding
    }

    /// Goes on from what another decoder of the same file decided.
    pub fn decide(&mut self, encoding: Option<Encoding>) {
        self.encoding = encoding;
    }

    /// Decodes one record of a table.
    #[inline]
    pub fn row<'a>(&'a mut self, raw: &RawRecord<'a>) -> Decoded<'a> {
        let Some(text) = raw.text else { return self.decode(raw.bytes, raw.fields) };
        if self.encoding != Some(Encoding::Utf8) && !range(raw.fields).of(raw.bytes).is_ascii() {
            if self.encoding.and_then(Encoding::table).is_some() {
                return self.decode(raw.bytes, raw.fields);
            }
            self.encoding = Some(Encoding::Utf8);
        }
        Decoded { text, fields: raw.fields, base: 0, suspect: raw.suspect, damaged: false }
    }

    /// Decodes fields that lie in `raw`, in order.
    pub fn decode<'a>(&'a mut self, raw: &'a [u8], fields: &'a [Span]) -> Decoded<'a> {
        let all = range(fields);
        let base = all.start;
        let ascii = self.encoding == Some(Encoding::Utf8) || all.of(raw).is_ascii();
        if (ascii || self.encoding.and_then(Encoding::table).is_none())
            && let Ok(text) = simdutf8::basic::from_utf8(all.of(raw))
            && fields.iter().all(|field| text.is_char_boundary((field.end - base) as usize))
        {
            if !ascii {
                self.encoding = Some(Encoding::Utf8);
            }
            return Decoded { text, fields, base, suspect: true, damaged: false };
        }
        let damaged = self.decode_fields(raw, fields);
        Decoded { text: &self.text, fields: &self.fields, base: 0, suspect: true, damaged }
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
                self.encoding = Some(if utf8 { Encoding::Utf8 } else { western(field) });
            }
            if let Some(table) = self.encoding.and_then(Encoding::table) {
                decode_into(field, table, &mut self.text);
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
}
