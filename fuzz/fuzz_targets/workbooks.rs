//! Workbooks: old ones by their bytes, new ones as archives of any parts. What comes out is a table.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sillage::platform::ImportOptions;
use sillage::unpack::{Content, unpack};

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else { return };
    let limits = sillage_fuzz::limits();
    let book = if first & 1 == 0 {
        bytes.to_vec()
    } else {
        let mut parts = bytes.split(|&b| b == 0);
        let mut part = || parts.next().unwrap_or(b"");
        sillage_fuzz::stored(&[
            ("[Content_Types].xml", sillage_fuzz::TYPES.as_bytes()),
            ("_rels/.rels", sillage_fuzz::RELS.as_bytes()),
            ("xl/_rels/workbook.xml.rels", sillage_fuzz::BOOK_RELS.as_bytes()),
            ("xl/workbook.xml", sillage_fuzz::BOOK.as_bytes()),
            ("xl/worksheets/sheet1.xml", part()),
            ("xl/sharedStrings.xml", part()),
            ("xl/styles.xml", part()),
        ])
    };
    let Ok(sheets) = unpack("book", &book, limits, |_, _| true) else { return };
    for sheet in sheets {
        if let Content::Read { bytes, .. } = sheet.content {
            assert!(std::str::from_utf8(&bytes).is_ok() || first & 1 == 0, "a sheet is text in UTF-8");
            let _ = sillage_fuzz::import(&sheet.path, &bytes, usize::MAX, &ImportOptions::default());
        }
    }
});
