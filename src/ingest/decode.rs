//! From bytes to text: UTF-8 as it is, encodings of single bytes record by record, all others in a stream.

use super::encoding::{Encoding, western};
use super::mojibake;

/// Makes text of the fields of records whose bytes are a superset of ASCII.
///
/// UTF-8 is lent without a copy. While nothing but ASCII has been met, the first field with another byte decides
/// between UTF-8 and western single bytes for the whole file. In UTF-8, bytes that are no text become U+FFFD. Text that
/// was encoded twice is mended, field by field, where that is wanted.
#[derive(Debug, Default)]
pub struct FieldDecoder {
    encoding: Option<Encoding>,
    mend: bool,
    text: String,
    ends: Vec<usize>,
    mended: String,
    mended_ends: Vec<usize>,
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
    /// Whether text that was encoded twice was mended.
    pub mended: bool,
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

    /// The same decoder, that also mends text which was encoded twice, or does not.
    #[must_use]
    pub fn mending(mut self, mend: bool) -> Self {
        self.mend = mend;
        self
    }

    /// Decodes one record.
    pub fn decode<'a>(&'a mut self, raw: &'a [u8], ends: &'a [usize]) -> Decoded<'a> {
        let lent = self.lend(raw, ends);
        let damaged = lent.is_none() && self.decode_fields(raw, ends);
        let suspect = self.mend && mojibake::suspect(lent.map_or(self.text.as_bytes(), str::as_bytes));
        if suspect && self.mend_fields(lent, ends) {
            return Decoded { text: &self.mended, ends: &self.mended_ends, damaged, mended: true };
        }
        match lent {
            Some(text) => Decoded { text, ends, damaged: false, mended: false },
            None => Decoded { text: &self.text, ends: &self.ends, damaged, mended: false },
        }
    }

    /// The record as it is, where its bytes are text already.
    fn lend<'a>(&mut self, raw: &'a [u8], ends: &[usize]) -> Option<&'a str> {
        let single = self.encoding.is_some_and(|encoding| encoding != Encoding::Utf8);
        if single && !raw.is_ascii() {
            return None;
        }
        let text = std::str::from_utf8(raw).ok()?;
        if !ends.iter().all(|&end| text.is_char_boundary(end)) {
            return None;
        }
        if self.encoding.is_none() && !raw.is_ascii() {
            self.encoding = Some(Encoding::Utf8);
        }
        Some(text)
    }

    /// Mends the fields of the record that was lent or decoded. Returns whether there was anything to mend.
    fn mend_fields(&mut self, lent: Option<&str>, ends: &[usize]) -> bool {
        let (text, ends) = lent.map_or((&*self.text, &*self.ends), |text| (text, ends));
        self.mended.clear();
        self.mended_ends.clear();
        let mut any = false;
        let mut start = 0;
        for &end in ends {
            let field = text.get(start..end).unwrap_or("");
            start = end;
            match mojibake::repair(field) {
                Some(better) => {
                    self.mended.push_str(&better);
                    any = true;
                }
                None => self.mended.push_str(field),
            }
            self.mended_ends.push(self.mended.len());
        }
        any
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
                self.encoding = Some(if utf8 { Encoding::Utf8 } else { western(field) });
            }
            match self.encoding {
                Some(encoding) if encoding != Encoding::Utf8 => self.text.push_str(&encoding.decode(field)),
                _ => {
                    damaged |= std::str::from_utf8(field).is_err();
                    self.text.push_str(&String::from_utf8_lossy(field));
                }
            }
            self.ends.push(self.text.len());
        }
        damaged
    }
}

/// Turns a stream of UTF-16, or of an encoding with characters of several bytes, into UTF-8. What is no text (a lone
/// surrogate) becomes U+FFFD.
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
    /// A transcoder where the encoding needs one: UTF-8 and encodings of single bytes, whose separators are those of
    /// ASCII, do not.
    pub fn new(encoding: Option<Encoding>) -> Option<Self> {
        let encoding = encoding.filter(|e| *e != Encoding::Utf8 && !e.is_single_byte())?;
        Some(Transcoder { decoder: encoding.table().new_decoder_without_bom_handling(), out: Vec::new() })
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
    fn fields_encoded_twice_are_mended_one_by_one() {
        let mut decoder = FieldDecoder::new(None).mending(true);
        let raw = "ZoÃ©été".as_bytes();
        let ends = [6, raw.len()];
        let decoded = decoder.decode(raw, &ends);
        assert_eq!((decoded.text, decoded.ends, decoded.mended), ("Zoéété", &[4, 9][..], true));
        assert!(!decoder.decode("été".as_bytes(), &[5]).mended);
        let mut left = FieldDecoder::new(None);
        assert_eq!(left.decode(raw, &ends).text, "ZoÃ©été");
        let mut windows = FieldDecoder::new(Some(Encoding::Windows1252)).mending(true);
        assert_eq!(windows.decode(b"Zo\xc3\xa9", &[4]).text, "Zoé");
    }

    #[test]
    fn characters_of_several_bytes_whose_second_is_a_separator() {
        let japanese = Encoding::from_name("shift_jis");
        let bytes = encoding_rs::SHIFT_JIS.encode("表,ソ|能\n").0.into_owned();
        let mut transcoder = Transcoder::new(japanese).unwrap();
        let mut out = transcoder.push(&bytes[..1], false).to_vec();
        out.extend_from_slice(transcoder.push(&bytes[1..], true));
        assert_eq!(out, "表,ソ|能\n".as_bytes());
        assert!(Transcoder::new(Encoding::from_name("iso-8859-15")).is_none());
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
