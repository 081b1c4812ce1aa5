use super::*;

fn import(name: &str, bytes: &[u8], chunk: usize) -> Result<Receipt> {
    let mut builder = Builder::new();
    builder.begin_file();
    let mut importer = Importer::new(name, ImportOptions::default())?;
    for slice in bytes.chunks(chunk.max(1)) {
        importer.push(slice, &mut builder)?;
    }
    importer.finish(&mut builder)
}

#[test]
fn nothing_header_only_and_blanks_are_three_things() {
    assert_eq!(import("a.csv", b"", 10).unwrap_err().code(), "file.empty");
    assert_eq!(import("a.csv", b" \r\n\n  ", 10).unwrap_err().code(), "file.blank");
    let receipt = import("a.csv", b"author,text,date\n", 10).unwrap();
    assert_eq!((receipt.seen, receipt.issues[0].code), (0, "table.no_rows"));
}
