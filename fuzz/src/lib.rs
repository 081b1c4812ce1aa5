//! What every target asserts: an import never panics, accounts for every record, and is the same by any slices.

use sillage::issue::Receipt;
use sillage::model::{Builder, Dataset};
use sillage::platform::{ImportOptions, Importer};
use sillage::unpack::Limits;

/// All that an import says and makes, or the code of its refusal.
type Outcome = Result<(Receipt, usize, usize, usize), &'static str>;

/// Imports bytes by slices of `chunk`.
pub fn import(name: &str, bytes: &[u8], chunk: usize, options: &ImportOptions) -> Outcome {
    let read = || {
        let mut builder = Builder::new();
        builder.begin_file();
        let mut importer = Importer::new(name, options.clone())?;
        for slice in bytes.chunks(chunk.max(1)) {
            importer.push(slice, &mut builder)?;
        }
        let receipt = importer.finish(&mut builder)?;
        let data = Dataset::of(&builder)?;
        Ok((receipt, data.accounts.len(), data.posts.known, data.ties.len()))
    };
    read().map_err(|error: sillage::error::Error| error.code())
}

/// Imports bytes whole and by slices, and holds the two against each other.
pub fn check(name: &str, bytes: &[u8], chunk: usize, options: &ImportOptions) {
    let whole = import(name, bytes, usize::MAX, options);
    if let Ok((receipt, _, posts, _)) = &whole {
        assert_eq!(receipt.seen, receipt.kept + receipt.dropped, "every record is kept or dropped");
        assert!(receipt.repaired <= receipt.kept, "what is repaired is kept");
        assert!(receipt.posts as usize >= *posts, "a post is counted when it is added");
    }
    assert_eq!(import(name, bytes, chunk, options), whole, "by slices of {chunk}");
}

/// Limits small enough for an input to reach them.
pub fn limits() -> Limits {
    Limits {
        archive_bytes: 1 << 22,
        entry_bytes: 1 << 20,
        ratio: 50,
        ratio_from: 1 << 16,
        entries: 50,
        nested_bytes: 1 << 18,
        held_bytes: 1 << 20,
        cells: 20_000,
    }
}

pub const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
pub const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
pub const BOOK_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
pub const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Posts" sheetId="1" r:id="r1"/></sheets></workbook>"#;

/// A zip archive of entries that are not compressed, with sound checksums.
pub fn stored(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in entries {
        let at = out.len() as u32;
        let (crc, size) = (crc32(bytes).to_le_bytes(), (bytes.len() as u32).to_le_bytes());
        let length = (name.len() as u16).to_le_bytes();
        let common = [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &crc, &size, &size, &length, &[0, 0]].concat();
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&common);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(bytes);
        directory.extend_from_slice(b"PK\x01\x02\x14\0");
        directory.extend_from_slice(&common);
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&at.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let (at, size) = (out.len() as u32, directory.len() as u32);
    let count = (entries.len() as u16).to_le_bytes();
    out.extend_from_slice(&directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    out.extend_from_slice(&[&count[..], &count, &size.to_le_bytes(), &at.to_le_bytes(), &[0, 0]].concat());
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |c, _| (c >> 1) ^ (0xEDB8_8320 & 0u32.wrapping_sub(c & 1)))
    })
}
