//! What a file is, told by its first bytes and never by its name.

use super::single_byte::{self, Table};
use memchr::memmem;

/// How the text of a file is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, of which ASCII is a part.
    Utf8,
    /// UTF-16, little end first: what "Unicode text" means to spreadsheets.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// The western code page of Windows, a superset of Latin-1 for text.
    Windows1252,
    /// The Central European code page of Windows.
    Windows1250,
    /// The Cyrillic code page of Windows.
    Windows1251,
    /// The Turkish code page of Windows.
    Windows1254,
    /// Latin-9.
    Iso8859_15,
    /// The western encoding of classic Mac OS, which some spreadsheets for the Mac still write.
    Macintosh,
}

impl Encoding {
    /// Every encoding.
    pub const ALL: [Encoding; 9] = [
        Encoding::Utf8,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Windows1252,
        Encoding::Windows1250,
        Encoding::Windows1251,
        Encoding::Windows1254,
        Encoding::Iso8859_15,
        Encoding::Macintosh,
    ];

    /// Its name, as receipts and options write it.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Windows1250 => "windows-1250",
            Encoding::Windows1251 => "windows-1251",
            Encoding::Windows1254 => "windows-1254",
            Encoding::Iso8859_15 => "iso-8859-15",
            Encoding::Macintosh => "macintosh",
        }
    }

    /// The encoding of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|e| e.name().eq_ignore_ascii_case(name))
    }

    /// The meaning of its upper bytes, where each byte is a character.
    pub fn table(self) -> Option<&'static Table> {
        match self {
            Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => None,
            Encoding::Windows1252 => Some(&single_byte::WINDOWS_1252),
            Encoding::Windows1250 => Some(&single_byte::WINDOWS_1250),
            Encoding::Windows1251 => Some(&single_byte::WINDOWS_1251),
            Encoding::Windows1254 => Some(&single_byte::WINDOWS_1254),
            Encoding::Iso8859_15 => Some(&single_byte::ISO_8859_15),
            Encoding::Macintosh => Some(&single_byte::MACINTOSH),
        }
    }
}

/// Names the container or binary format whose signature the file bears, if it bears one.
pub fn container(head: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 14] = [
        (b"\x1f\x8b", "gzip"),
        (b"%PDF", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"Rar!\x1a\x07", "rar"),
        (b"\x28\xb5\x2f\xfd", "zstd"),
        (b"BZh", "bzip2"),
        (b"\xfd7zXZ\0", "xz"),
        (b"PAR1", "parquet"),
        (b"SQLite format 3\0", "sqlite"),
        (b"\x89PNG", "image"),
        (b"\xff\xd8\xff", "image"),
        (b"GIF8", "image"),
        (b"\0asm", "binary"),
    ];
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        let has = |needle: &[u8]| memmem::find(head, needle).is_some();
        return Some(match () {
            () if has(b"xl/") => "xlsx",
            () if has(b"word/") => "docx",
            () if has(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet") => "ods",
            () => "zip",
        });
    }
    MAGIC.iter().find(|(magic, _)| head.starts_with(magic)).map(|&(_, name)| name)
}

/// Names the textual format that is neither a table nor JSON lines, if the text bears its signature.
pub fn other_text(text: &[u8]) -> Option<&'static str> {
    const OPENINGS: [(&[u8], &str); 10] = [
        (b"<gexf", "gexf"),
        (b"<graphml", "graphml"),
        (b"<!doctype html", "html"),
        (b"<html", "html"),
        (b"window.ytd", "x_archive"),
        (b"nodedef>", "gdf"),
        (b"*vertices", "pajek"),
        (b"%%matrixmarket", "matrix_market"),
        (b"graph [", "gml"),
        (b"dgs00", "dgs"),
    ];
    let text = text.trim_ascii_start();
    let opening = &text[..text.len().min(64)].to_ascii_lowercase();
    if opening.starts_with(b"<?xml") {
        let near = text[..text.len().min(4096)].to_ascii_lowercase();
        let has = |needle: &[u8]| memmem::find(&near, needle).is_some();
        return Some(if has(b"<gexf") {
            "gexf"
        } else if has(b"<graphml") {
            "graphml"
        } else {
            "xml"
        });
    }
    OPENINGS.iter().find(|(start, _)| opening.starts_with(start)).map(|&(_, name)| name)
}

/// The encoding that the first bytes show, and the length of the byte order mark.
///
/// `None` means nothing but ASCII was seen: UTF-8 and windows-1252 are both still possible.
pub fn encoding(head: &[u8]) -> (Option<Encoding>, usize) {
    if head.starts_with(b"\xef\xbb\xbf") {
        return (Some(Encoding::Utf8), 3);
    }
    if head.starts_with(b"\xff\xfe") {
        return (Some(Encoding::Utf16Le), 2);
    }
    if head.starts_with(b"\xfe\xff") {
        return (Some(Encoding::Utf16Be), 2);
    }
    if let Some(encoding) = utf16_without_mark(head) {
        return (Some(encoding), 0);
    }
    if head.is_ascii() {
        return (None, 0);
    }
    let (sequences, invalid) = utf8_evidence(head);
    (Some(if sequences >= invalid && sequences > 0 { Encoding::Utf8 } else { Encoding::Windows1252 }), 0)
}

/// Western text in UTF-16 has a NUL in every other byte, always on the same side.
fn utf16_without_mark(head: &[u8]) -> Option<Encoding> {
    let look = &head[..head.len().min(4096) & !1];
    let pairs = look.len() / 2;
    if pairs < 2 {
        return None;
    }
    let even = look.iter().step_by(2).filter(|&&b| b == 0).count();
    let odd = look.iter().skip(1).step_by(2).filter(|&&b| b == 0).count();
    if odd * 10 >= pairs * 6 && even * 20 <= pairs {
        Some(Encoding::Utf16Le)
    } else if even * 10 >= pairs * 6 && odd * 20 <= pairs {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Counts well-formed multi-byte sequences of UTF-8 and malformed ones. A sequence cut by the end counts as neither.
fn utf8_evidence(head: &[u8]) -> (usize, usize) {
    let (mut good, mut bad) = (0, 0);
    let mut rest = head;
    while !rest.is_empty() {
        match std::str::from_utf8(rest) {
            Ok(text) => {
                good += text.bytes().filter(|b| b & 0xC0 == 0xC0).count();
                break;
            }
            Err(error) => {
                let (valid, after) = rest.split_at(error.valid_up_to());
                good += valid.iter().filter(|&&b| b & 0xC0 == 0xC0).count();
                let Some(length) = error.error_len() else { break };
                bad += 1;
                rest = &after[length..];
            }
        }
    }
    (good, bad)
}

/// Whether text holds so many control characters that it is none.
pub fn is_binary(text: &[u8]) -> bool {
    let look = &text[..text.len().min(8192)];
    let control = look.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c)).count();
    control * 10 > look.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn containers_are_named_by_their_signature() {
        assert_eq!(container(b"PK\x03\x04....xl/workbook.xml"), Some("xlsx"));
        assert_eq!(container(b"PK\x03\x04....data/tweets.js"), Some("zip"));
        assert_eq!(container(b"\x1f\x8b\x08"), Some("gzip"));
        assert_eq!(container(b"%PDF-1.7"), Some("pdf"));
        assert_eq!(container(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Some("xls"));
        assert_eq!(container(b"author,text"), None);
        assert_eq!(other_text(b"\n<?xml version='1.0'?><gexf>"), Some("gexf"));
        assert_eq!(other_text(b"window.YTD.tweets.part0 = ["), Some("x_archive"));
    }

    #[test]
    fn encodings() {
        let utf16 = |text: &str, le: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|u| if le { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
        };
        assert_eq!(encoding(b"plain"), (None, 0));
        assert_eq!(encoding("caf\u{e9}".as_bytes()), (Some(Encoding::Utf8), 0));
        assert_eq!(encoding(b"caf\xe9 cr\xe8me"), (Some(Encoding::Windows1252), 0));
        assert_eq!(encoding(b"\xef\xbb\xbfid"), (Some(Encoding::Utf8), 3));
        assert_eq!(encoding(&utf16("author\ttext\n", true)), (Some(Encoding::Utf16Le), 0));
        assert_eq!(encoding(&utf16("author\ttext\n", false)), (Some(Encoding::Utf16Be), 0));
        // One torn emoji does not make a French file a Windows one.
        assert_eq!(encoding(b"caf\xc3\xa9 \xf0\x9f caf\xc3\xa9"), (Some(Encoding::Utf8), 0));
        // A character cut by the end of the head is no evidence against UTF-8.
        assert_eq!(encoding(b"caf\xc3\xa9 \xc3"), (Some(Encoding::Utf8), 0));
    }
}
