use super::*;

const CSV: Dialect = Dialect {
    separator: Separator::Byte(b','),
    quotes: true,
    comment: None,
    cr_lines: false,
    skip_lines: 0,
    header: true,
};

type Row = (u64, u64, Fault, Vec<String>);

fn read_by(dialect: Dialect, bytes: &[u8], chunk: usize) -> Vec<Row> {
    let mut reader = Reader::new(dialect);
    let mut rows = Vec::new();
    let mut sink = |record: RawRecord<'_>| {
        let fields = record.fields().map(|field| String::from_utf8_lossy(field).into_owned());
        rows.push((record.row, record.line, record.fault, fields.collect()));
        Ok(())
    };
    for slice in bytes.chunks(chunk) {
        reader.push(slice, &mut sink).unwrap();
    }
    reader.finish(&mut sink).unwrap();
    rows
}

fn read(dialect: Dialect, bytes: &str) -> Vec<Row> {
    let whole = read_by(dialect, bytes.as_bytes(), usize::MAX);
    for chunk in [1, 2, 3, 7] {
        assert_eq!(read_by(dialect, bytes.as_bytes(), chunk), whole, "slices of {chunk}");
    }
    whole
}

fn row(row: u64, line: u64, fields: &[&str]) -> Row {
    (row, line, Fault::None, fields.iter().map(ToString::to_string).collect())
}

#[test]
fn rows_and_lines_are_counted_as_a_person_would() {
    let rows = read(CSV, "a,b\r\n1,\"x\r\ny\"\r\n\r\n2,z\n3,\"q\"\"q\"");
    assert_eq!(rows, [row(1, 2, &["1", "x\r\ny"]), row(2, 5, &["2", "z"]), row(3, 6, &["3", "q\"q"])]);
}

#[test]
fn line_ends_of_every_age() {
    assert_eq!(read(CSV, "a,b\n1,2\n"), [row(1, 2, &["1", "2"])]);
    let mac = Dialect { cr_lines: true, ..CSV };
    assert_eq!(read(mac, "a,b\r1,2\r3,4"), [row(1, 2, &["1", "2"]), row(2, 3, &["3", "4"])]);
}

#[test]
fn a_quote_never_closed_costs_its_own_line_only() {
    let rows = read(CSV, "a,b\n1,\"open\n2,two\n3,\"three\n3\"\n4,four\n");
    assert_eq!(rows[0], (1, 2, Fault::UnclosedQuote, vec!["1".into(), "\"open".into()]));
    assert_eq!(rows[1], row(2, 3, &["2", "two"]));
    // The quote of line 4 would have closed the one of line 2.
    assert_eq!(rows[2], row(3, 4, &["3", "three\n3"]));
    assert_eq!(rows[3], row(4, 6, &["4", "four"]));
}

#[test]
fn a_quote_never_closed_until_the_end() {
    let rows = read(CSV, "a,b\n1,x\n2,\"open, y\n3,z\n4,w");
    let rest: Vec<_> = rows.iter().map(|r| (r.0, r.1, r.2)).collect();
    assert_eq!(
        rest,
        [(1, 2, Fault::None), (2, 3, Fault::UnclosedQuote), (3, 4, Fault::None), (4, 5, Fault::None)]
    );
}

#[test]
fn a_quote_never_closed_within_the_limit_of_line_breaks() {
    let mut text = String::from("a,b\n1,\"open\n");
    for i in 2..2000 {
        text.push_str(&format!("{i},x\n"));
    }
    let rows = read_by(CSV, text.as_bytes(), 11);
    assert_eq!(rows.len(), 1999);
    assert_eq!(rows[0].2, Fault::UnclosedQuote);
    assert!(rows[1..].iter().enumerate().all(|(i, r)| r.1 == i as u64 + 3 && r.2 == Fault::None));
}

#[test]
fn every_line_opens_a_quote() {
    let text = "a,b\n".to_string() + &"1,\"x,y\n".repeat(1000);
    assert_eq!(read_by(CSV, text.as_bytes(), 4096).len(), 1000);
}

#[test]
fn runs_of_blanks_and_comments() {
    let log = Dialect { separator: Separator::Blanks, header: false, comment: Some(b'#'), ..CSV };
    let rows = read(log, "# from to\n 1  2\t3 \n\n4 5 6\r\n");
    assert_eq!(rows, [row(1, 2, &["1", "2", "3"]), row(2, 4, &["4", "5", "6"])]);
}

#[test]
fn too_wide_and_too_long_are_said_not_read() {
    let wide = format!("a,b\n{}\n1,2\n", ",".repeat(3 * limits::COLUMNS));
    let rows = read_by(CSV, wide.as_bytes(), 1 << 20);
    assert_eq!((rows[0].2, rows.len()), (Fault::TooWide, 2));
    let long = format!("a,b\n{},2\n1,2\n", "x".repeat(limits::FIELD_BYTES + 1));
    let rows = read_by(CSV, long.as_bytes(), 1 << 16);
    assert_eq!((rows[0].2, rows[1].2), (Fault::TooLong, Fault::None));
    let longer = format!("a,b\n{}\n1,2\n", "x".repeat(limits::RECORD_BYTES + 1));
    for chunk in [1 << 20, usize::MAX] {
        let rows = read_by(CSV, longer.as_bytes(), chunk);
        assert_eq!((rows[0].2, rows[1].2, rows[1].1), (Fault::TooLong, Fault::None, 3));
    }
}

#[test]
fn records_that_cross_windows_are_read_as_all_others() {
    // Records of many lengths, some of several lines, so that windows end at every kind of place; a few quotes that
    // never close or close too early, and one record longer than a window.
    let mut text = String::from("id,text,n\n");
    for i in 0..9_000_usize {
        let long = "é\n".repeat(i % 37);
        match i % 1_500 {
            700 => text += &format!("{i},\"never closed,{i}\n"),
            800 => text += &format!("{i},\"closed\" early,{i}\r\n"),
            _ if i % 5 == 0 => text += &format!("{i},\"said \"\"{long}\"\"\",{i}\n"),
            _ => text += &format!("{i},plain words of row {i},{i}\n\n"),
        }
    }
    text += &format!("9000,\"{}\",9000\n9001,end,9001", "x, ".repeat(WINDOW));
    assert!(text.len() > 4 * WINDOW);
    let whole = read_by(CSV, text.as_bytes(), usize::MAX);
    assert_eq!(whole.len(), 9_002);
    for slice in [61, 999, WINDOW - 1, WINDOW + 7] {
        assert!(read_by(CSV, text.as_bytes(), slice) == whole, "slices of {slice}");
    }
    for (i, (row, _, fault, fields)) in whole.iter().enumerate() {
        assert_eq!((*row, fields[0].as_str()), (i as u64 + 1, i.to_string().as_str()));
        assert_eq!(*fault == Fault::UnclosedQuote, i % 1_500 == 700, "{i}");
    }
}
