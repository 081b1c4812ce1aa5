//! What a file is, told by its first bytes and never by its name.

pub use super::encoding::Encoding;
pub use super::encoding_guess::encoding;
use memchr::memmem;

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
    /// A repository of Bluesky: the roots of a content-addressed archive, after the length of its header.
    const ROOTS: (&[u8], &str) = (b"eroots\x81\xd8\x2a", "car");
    if memmem::find(&head[..head.len().min(32)], ROOTS.0).is_some() {
        return Some(ROOTS.1);
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
        assert_eq!(container(b"\x3a\xa2eroots\x81\xd8\x2aX%\0\x01q\x12 abcgversion\x01"), Some("car"));
        assert_eq!(container(b"author,text"), None);
        assert_eq!(other_text(b"\n<?xml version='1.0'?><gexf>"), Some("gexf"));
        assert_eq!(other_text(b"window.YTD.tweets.part0 = ["), Some("x_archive"));
    }
}
