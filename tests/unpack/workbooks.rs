//! The cases XLS-1 to XLS-5.

use crate::support::*;
use sillage::unpack::{Limits, unpack};

fn cell(reference: &str, rest: &str, value: &str) -> String {
    format!(r#"<c r="{reference}" {rest}><v>{value}</v></c>"#)
}

#[test]
fn cells_of_every_kind() {
    let rows = [
        r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>té</t></r><r><t>xt</t></r><rPh><t>no</t></rPh></is></c><c r="D1" t="str"><f>A1&amp;"x"</f><v>f&lt;x</v></c></row>"#,
        r#"<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><v>1234567890123456789</v></c><c><v>1.2345678901234568E+18</v></c><c><v>0.1</v></c></row>"#,
        r#"<row r="4"><c r="B4" s="1"><v>45327.5</v></c><c r="A4" t="s"><v>1</v></c><c r="C4"/><c r="D4" t="s"><v>2</v></c></row>"#,
        r#"<row r="9"><c r="C9" s="3"/></row>"#,
    ];
    let mut book = Book::new(&rows.concat());
    book.strings = vec!["author".into(), "deux\nlignes, &quot;ici&quot;".into(), String::new()];
    book.styles = r#"<numFmts><numFmt numFmtId="165" formatCode="dd/mm/yyyy hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs>"#.into();
    let expected = "Sheet1: author,téxt,,f<x\nTRUE,,1234567890123456789,1.2345678901234568E+18,0.1\n\n\
        \"deux\nlignes, \"\"ici\"\"\",2024-02-05 12:00:00,,,\n [workbook.error_cells 1]";
    assert_eq!(told(&book.zip()), [expected]);
    book.properties = r#"<workbookPr date1904="1"/>"#.into();
    assert!(told(&book.zip())[0].contains("2028-02-06 12:00:00"));
}

#[test]
fn xls_1_two_cells_far_apart_are_two_cells() {
    let rows = format!(
        r#"<row r="1">{}</row><row r="1048576">{}</row>"#,
        cell("A1", "", "1"),
        cell("XFD1048576", "", "2")
    );
    let lines = told(&Book::new(&rows).zip());
    let (text, blank) = (lines[0].as_str(), lines[0].matches('\n').count());
    assert!(text.starts_with("Sheet1: 1\n\n") && text.ends_with(",2\n"), "{}", text.len());
    assert!(blank <= 10_002 && text.matches(',').count() == 16_383);
}

#[test]
fn xls_2_cells_outside_the_grid_are_counted() {
    let rows = format!(
        r#"<row r="1">{}{}{}</row><row r="4294967295">{}</row><row r="2">{}</row>"#,
        cell("A1", "", "1"),
        cell("XFE1", "", "2"),
        cell("ZZZZZZZZZZZZ1", "", "3"),
        cell("A4294967295", "", "4"),
        cell("A2", "", "5"),
    );
    assert_eq!(told(&Book::new(&rows).zip()), ["Sheet1: 1\n [workbook.outside_grid 4]"]);
}

/// Found by fuzzing: the column after the last that can be counted.
#[test]
fn cells_without_a_place_after_one_beyond_every_grid_are_outside_too() {
    let rows = format!(
        r#"<row r="1">{}{}<c><v>2</v></c><c><v>3</v></c><c><v>4</v></c></row><row r="4294967295"/><row>{}</row>"#,
        cell("A1", "", "0"),
        cell("ZZZZZZZZZZZZ1", "", "1"),
        r#"<c><v>5</v></c>"#,
    );
    assert_eq!(told(&Book::new(&rows).zip()), ["Sheet1: 0\n [workbook.outside_grid 5]"]);
}

#[test]
fn xls_3_texts_that_unpack_too_far_are_stopped() {
    let mut book = Book::new(r#"<row><c t="s"><v>0</v></c></row>"#);
    book.strings = vec!["A".repeat(1000); 10_000];
    let limits = Limits { ratio_from: 1 << 20, ratio: 50, ..Limits::default() };
    let fault = unpack("x", &book.zip(), limits, |_, _| true).unwrap_err();
    assert_eq!(fault.code, "entry.bomb");
    let mut book = Book::new(&r#"<row><c t="s"><v>0</v></c></row>"#.repeat(20_000));
    book.strings = vec!["lorem ipsum ".repeat(2_700)];
    // One long text that every cell points to: 650 MB out of a few kilobytes.
    assert_eq!(told(&book.zip()), ["Sheet1: !limit.reached ENTRY_BYTES"]);
    let limits = Limits { held_bytes: 1000, ..Limits::default() };
    let fault = unpack("x", &book.zip(), limits, |_, _| true).unwrap_err();
    assert_eq!((fault.code, fault.detail.as_str()), ("limit.reached", "WORKBOOK_HELD_BYTES"));
}

#[test]
fn xls_3_empty_styled_cells_cost_nothing() {
    let row = format!("<row>{}</row>", r#"<c s="1"/>"#.repeat(1000));
    let rows = format!("<row><c><v>1</v></c></row>{}", row.repeat(1_000));
    assert_eq!(told(&Book::new(&rows).zip()), ["Sheet1: 1\n"]);
    let limits = Limits { cells: 3, ..Limits::default() };
    let rows = "<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(2);
    let found = unpack("x", &Book::new(&rows).zip(), limits, |_, _| true).unwrap();
    assert_eq!(line(&found[0]), "Sheet1: !limit.reached WORKBOOK_CELLS");
}

#[test]
fn xls_4_other_documents_are_named() {
    for (path, name) in [
        ("xl/workbook.bin", "xlsb"),
        ("word/document.xml", "docx"),
        ("ppt/presentation.xml", "pptx"),
        ("Index/Document.iwa", "numbers"),
    ] {
        let archive = zip(&[file("[Content_Types].xml", b"<Types/>"), file(path, b"x")]);
        assert_eq!(told(&archive), [format!("! workbook.unsupported {name}")]);
    }
    let ods = zip(&[
        stored("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        file("content.xml", b"<a/>"),
    ]);
    assert_eq!(told(&ods), ["! workbook.unsupported ods"]);
    assert_eq!(
        told(&compound(&[("EncryptedPackage", b"xxxx"), ("EncryptionInfo", b"y")])),
        ["! workbook.encrypted"]
    );
    assert_eq!(told(&compound(&[("WordDocument", b"xxxx")])), ["! workbook.unsupported doc"]);
    let locked = biff(&[(0x2F, &[0; 54])], &[]);
    assert_eq!(told(&compound(&[("Workbook", &locked)])), ["! workbook.encrypted"]);
}

#[test]
fn xls_5_sheets_come_one_by_one() {
    let mut book = Book::new("<row><c><v>1</v></c></row>");
    book.sheets.push(("Caché|state=\"hidden\"".into(), "<row><c><v>2</v></c></row>".into()));
    book.sheets.push(("Vide".into(), String::new()));
    book.sheets.push(("R&amp;D".into(), "<row><c><v>3</v></c></row>".into()));
    assert_eq!(told(&book.zip()), ["Sheet1: 1\n", "Caché: -entry.hidden", "Vide: -entry.empty", "R&D: 3\n"]);
    // Where all is hidden, all is read.
    book.sheets = vec![("Caché|state=\"veryHidden\"".into(), "<row><c><v>2</v></c></row>".into())];
    assert_eq!(told(&book.zip()), ["Caché: 2\n"]);
}

#[test]
fn a_workbook_inside_an_archive() {
    let book = Book::new("<row><c><v>1</v></c></row>").zip();
    assert_eq!(told(&zip(&[file("in/book.xlsx", &book)])), ["in/book.xlsx/Sheet1: 1\n"]);
    assert_eq!(told(&gzip(&book)), ["test.zip/Sheet1: 1\n"]);
}

#[test]
fn workbooks_that_lack_parts() {
    let book = Book::new("<row><c><v>1</v></c></row>");
    let without = |name: &str| -> Vec<u8> {
        let files: Vec<File> = book.files().into_iter().filter(|f| f.name != name.as_bytes()).collect();
        zip(&files)
    };
    for name in ["xl/styles.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"] {
        assert_eq!(told(&without(name)), ["Sheet1: 1\n"], "without {name}");
    }
    assert_eq!(told(&without("xl/worksheets/sheet1.xml")), ["Sheet1: !workbook.damaged"]);
}

#[test]
fn an_old_workbook() {
    let mut strings = vec![2, 0, 0, 0, 2, 0, 0, 0];
    strings.extend([6, 0, 0]);
    strings.extend(b"author");
    strings.extend([4, 0, 1]);
    strings.extend("tex".encode_utf16().flat_map(u16::to_le_bytes));
    // The last letter is in the next record, which begins with the width of its letters.
    let rest = [0, b't'];
    let format = [&[165, 0, 10, 0, 0][..], b"yyyy-mm-dd"].concat();
    let style = |format: u8| [&[0, 0, format, 0][..], &[0; 16]].concat();
    let globals: Vec<(u16, &[u8])> = vec![(0x22, &[0, 0]), (0x41E, &format), (0xFC, &strings), (0x3C, &rest)];
    let (plain, dated) = (style(0), style(165));
    let mut with_styles = globals;
    with_styles.push((0xE0, &plain));
    with_styles.push((0xE0, &dated));
    let place = |row: u8, column: u8, style: u8| vec![row, 0, column, 0, style, 0];
    let shared = |row, column, index: u8| [place(row, column, 0), vec![index, 0, 0, 0]].concat();
    let number =
        |row, column, style, value: f64| [place(row, column, style), value.to_le_bytes().to_vec()].concat();
    let packed = [place(1, 1, 0), ((1234 << 2) | 3u32).to_le_bytes().to_vec()].concat();
    let formula = [place(1, 2, 0), vec![0, 0, 0, 0, 0, 0, 0xff, 0xff], vec![0; 8]].concat();
    let sheet: Vec<(u16, Vec<u8>)> = vec![
        (0xFD, shared(0, 0, 0)),
        (0xFD, shared(0, 1, 1)),
        (0x203, number(1, 0, 1, 45_327.0)),
        (0x27E, packed),
        (0x06, formula),
        (0x207, [&[2, 0, 0][..], b"ok"].concat()),
        (0x205, [place(1, 3, 0), vec![1, 0]].concat()),
        (0x205, [place(1, 4, 0), vec![42, 1]].concat()),
    ];
    let sheet: Vec<(u16, &[u8])> = sheet.iter().map(|(kind, bytes)| (*kind, &bytes[..])).collect();
    let stream = biff(&with_styles, &sheet);
    let lines = ["Feuil1: author,text\n2024-02-05,12.34,ok,TRUE\n [workbook.error_cells 1]"];
    assert_eq!(told(&compound(&[("Workbook", &stream)])), lines);
    // Small streams are kept in a stream of their own.
    let padded = [&stream[..], &vec![0; 5000]].concat();
    assert_eq!(told(&compound(&[("Workbook", &padded)])), lines);
    assert_eq!(told(&compound(&[("Workbook", &stream[..10])])), ["! workbook.damaged"]);
}

/// The records of an old workbook with one sheet, `Feuil1`.
pub fn biff(globals: &[(u16, &[u8])], sheet: &[(u16, &[u8])]) -> Vec<u8> {
    let begin = [0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let record = |out: &mut Vec<u8>, kind: u16, bytes: &[u8]| {
        out.extend(kind.to_le_bytes());
        out.extend((bytes.len() as u16).to_le_bytes());
        out.extend_from_slice(bytes);
    };
    let mut out = Vec::new();
    record(&mut out, 0x809, &begin);
    for (kind, bytes) in globals {
        record(&mut out, *kind, bytes);
    }
    let listing = [&[0, 0, 0, 0, 0, 0, 6, 0][..], b"Feuil1"].concat();
    let at = (out.len() + 4 + listing.len() + 4) as u32;
    record(&mut out, 0x85, &[&at.to_le_bytes(), &listing[4..]].concat());
    record(&mut out, 0x0A, &[]);
    record(&mut out, 0x809, &begin);
    for (kind, bytes) in sheet {
        record(&mut out, *kind, bytes);
    }
    record(&mut out, 0x0A, &[]);
    out
}

/// A compound file with these streams. Those under 4,096 bytes go into the small ones.
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    let mut sectors: Vec<Vec<u8>> = vec![vec![0; 512]];
    let mut table: Vec<u32> = vec![0xFFFF_FFFD];
    let mut chain = |bytes: &[u8]| -> u32 {
        let first = sectors.len() as u32;
        let count = bytes.len().div_ceil(512);
        for (i, part) in bytes.chunks(512).enumerate() {
            let mut sector = part.to_vec();
            sector.resize(512, 0);
            table.push(if i + 1 == count { END } else { sectors.len() as u32 + 1 });
            sectors.push(sector);
        }
        if count == 0 { END } else { first }
    };
    let (mut small, mut small_table) = (Vec::new(), Vec::<u32>::new());
    let mut entries = Vec::new();
    for (name, bytes) in streams {
        let start = if bytes.len() < 4096 {
            let first = small_table.len() as u32;
            let count = bytes.len().div_ceil(64) as u32;
            small_table.extend((0..count).map(|i| if i + 1 == count { END } else { first + i + 1 }));
            small.extend_from_slice(bytes);
            small.resize(small.len().next_multiple_of(64), 0);
            first
        } else {
            chain(bytes)
        };
        entries.push((*name, 2, start, bytes.len() as u64));
    }
    let root = chain(&small);
    entries.insert(0, ("Root Entry", 5, root, small.len() as u64));
    let mut listing = Vec::new();
    for (name, kind, start, size) in entries {
        let mut entry = vec![0u8; 128];
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..units.len()].copy_from_slice(&units);
        entry[64..66].copy_from_slice(&(units.len() as u16 + 2).to_le_bytes());
        entry[66] = kind;
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..128].copy_from_slice(&size.to_le_bytes());
        listing.extend(entry);
    }
    let listing = chain(&listing);
    let small_bytes: Vec<u8> = small_table.iter().flat_map(|n| n.to_le_bytes()).collect();
    let small_start = chain(&small_bytes);
    let mut first: Vec<u8> = table.iter().flat_map(|n| n.to_le_bytes()).collect();
    assert!(first.len() <= 512);
    first.resize(512, 0xFF);
    sectors[0] = first;
    let mut header = vec![0u8; 512];
    header[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    header[30..32].copy_from_slice(&9u16.to_le_bytes());
    header[32..34].copy_from_slice(&6u16.to_le_bytes());
    header[44..48].copy_from_slice(&1u32.to_le_bytes());
    header[48..52].copy_from_slice(&listing.to_le_bytes());
    header[56..60].copy_from_slice(&4096u32.to_le_bytes());
    header[60..64].copy_from_slice(&small_start.to_le_bytes());
    header[68..72].copy_from_slice(&END.to_le_bytes());
    header[76..512].fill(0xFF);
    header[76..80].copy_from_slice(&0u32.to_le_bytes());
    sectors.insert(0, header);
    sectors.concat()
}
