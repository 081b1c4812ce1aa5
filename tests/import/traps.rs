use crate::support::{code, import, import_with, try_import};
use sillage::platform::ImportOptions;

#[test]
fn what_is_no_table_and_no_json_is_named() {
    assert_eq!(code(""), "file.empty");
    assert_eq!(code("\r\n \n"), "file.blank");
    assert_eq!(code(b"PK\x03\x04\x14\0xl/workbook.xml"), "format.unsupported");
    assert_eq!(code(b"\x1f\x8b\x08\0"), "format.unsupported");
    assert_eq!(code(b"\0\x01\x02\x03\x04\x05"), "format.unsupported");
    assert_eq!(code("<html>"), "format.unsupported");
    assert_eq!(code("fruit,colour,weight (kg)\napple,red,0.2\n"), "format.unknown");
    assert_eq!(code("{\"data\":[{\"colour\":\"red\",\"weight\":3}]}"), "format.unknown");
    let unknown = ImportOptions { format: Some("zorglub".into()), ..ImportOptions::default() };
    assert_eq!(try_import(b"a", 1, unknown).unwrap_err().code(), "argument.invalid");
}

#[test]
fn a_header_and_nothing_else() {
    let got = import("author,text,date\n");
    assert_eq!((got.rows(), got.issues()), ((0, 0, 0, 0), vec!["table.no_rows×1".to_string()]));
}

#[test]
fn enc_6_bytes_that_are_no_text_cost_a_character() {
    let mut bytes = "author,text\nlea,été ça où\nomar,torn ".as_bytes().to_vec();
    bytes.extend_from_slice(b"\xf0\x9f\nnina,fin\n");
    let got = import(bytes);
    assert_eq!((got.receipt.encoding, got.rows()), ("utf-8", (3, 3, 0, 1)));
    assert_eq!(got.issues(), ["text.invalid_bytes×1"]);
    assert!(got.posts()[2].contains("torn \u{fffd}"), "{:?}", got.posts());
}

#[test]
fn the_first_accent_decides_after_a_head_of_ascii() {
    let ascii = "lea,hello there\n".repeat(20_000);
    assert!(ascii.len() > sillage::limits::SNIFF_BYTES);
    let mut windows = format!("author,text\n{ascii}").into_bytes();
    let mut utf8 = windows.clone();
    windows.extend_from_slice(b"omar,\xe9t\xe9\nnina,na\xefve\n");
    utf8.extend_from_slice("omar,été\nnina,naïve\n".as_bytes());
    for (bytes, encoding) in [(windows, "windows-1252"), (utf8, "utf-8")] {
        let got = import(&bytes);
        assert_eq!(got.receipt.encoding, encoding);
        assert!(
            got.posts().iter().any(|p| p.ends_with("été"))
                && got.posts().iter().any(|p| p.ends_with("naïve"))
        );
    }
}

#[test]
fn csv_2_a_quote_that_is_never_closed_is_reported_with_its_line() {
    let mut text = String::from("author,text,date\n");
    for i in 0..50 {
        if i == 10 {
            text.push_str("lea,\"never closed,2024-03-01\n");
        } else {
            text.push_str(&format!("omar,\"texte {i}, entre guillemets\",2024-03-01\n"));
        }
    }
    let got = import(&text);
    assert_eq!(got.rows(), (50, 50, 0, 1));
    assert_eq!(got.issues(), ["quote.unclosed×1"]);
    assert_eq!((got.receipt.issues[0].places[0].row, got.receipt.issues[0].places[0].line), (11, 12));
    let plain = ImportOptions { quotes: Some(false), ..ImportOptions::default() };
    assert_eq!(import_with(text.as_bytes(), plain).receipt.seen, 50);
}

#[test]
fn csv_4_ragged_rows_are_padded_and_counted() {
    let got = import(
        "author,text,date\nlea,short\nomar,long,2024-03-01,more\nnina,fine,2024-03-01,\nlea,fine,2024-03-01\nlea,fine,2024-03-02\n",
    );
    assert_eq!(got.rows(), (5, 5, 0, 2));
    assert_eq!(got.issues(), ["row.long×1", "row.short×1"]);
}

#[test]
fn csv_9_nul_bytes_and_too_many_columns() {
    let got = import("author,text\nlea,a\0b\nomar,ok\n");
    assert_eq!(got.rows(), (2, 2, 0, 0));
    let wide = format!("author,text\nlea,{}\nomar,ok\n", ",".repeat(2_100));
    let got = import(&wide);
    assert_eq!((got.rows(), got.issues()), ((2, 1, 1, 0), vec!["row.too_wide×1".to_string()]));
    assert_eq!(code(format!("author,text{}\nlea,ok\n", ",x".repeat(2_100))), "limit.reached");
}

#[test]
fn num_2_and_4_numbers_of_people() {
    let got =
        import("author,text,likes,followers\nlea,a,1.2K,\"1,234\"\nomar,b,n.d.,-5\nnina,c,beaucoup,30.8K\n");
    assert_eq!((got.followers("lea"), got.followers("nina")), (1234.0, 30800.0));
    assert!(got.followers("omar").is_nan());
    assert_eq!(got.issues(), ["number.negative×1", "number.unreadable×1"]);
    assert_eq!(got.receipt.repaired, 2);
}

#[test]
fn dat_2_day_and_month_are_told_by_the_column() {
    let time =
        |rows: &str| import(format!("author,text,date\n{rows}")).receipt.first_time.unwrap() / 86_400e3;
    assert_eq!(time("lea,a,05/02/2024\nlea,b,25/02/2024\n"), 19_758.0);
    assert_eq!(time("lea,a,05/02/2024\nlea,b,05/25/2024\n"), 19_845.0);
    let unsure = import("author,text,date\nlea,a,05/02/2024\n");
    assert_eq!(unsure.issues(), ["date.ambiguous×1"]);
    assert_eq!(unsure.receipt.first_time.unwrap() / 86_400e3, 19_758.0);
    let later = import("author,text,date\nlea,a,42059.4832407407\nlea,b,demain\n");
    assert_eq!(
        (later.receipt.columns[2].reading, later.issues()),
        (Some("spreadsheet days"), vec!["time.unreadable×1".into()])
    );
}

#[test]
fn html_in_a_column_named_text_is_not_the_text() {
    let got = import(
        "datetime,content,text,username\n2024-03-01T09:00:00Z,bonjour @omar,\"<a href=\"\"x\"\">App</a>\",lea\n",
    );
    assert_eq!(got.ties(), ["lea mention omar"]);
    assert!(got.roles().contains(&"content=text".to_string()));
}

#[test]
fn pol_1_names_of_prototypes_are_ordinary_data() {
    let got = import(
        "author,text,__proto__,constructor\n__proto__,bonjour @constructor,1,2\ntoString,\"@hasOwnProperty oui\",3,4\n",
    );
    assert_eq!(got.ties(), ["__proto__ mention constructor", "tostring reply hasownproperty"]);
}

#[test]
fn rows_that_say_nothing_are_dropped() {
    let got = import(
        "author,text,date,likes\nlea,,,\n,,,\nlea,,,3\nomar,bonjour,,\n,bonjour,2024-03-01,\n[deleted],bonjour,,\n",
    );
    assert_eq!(got.rows(), (6, 2, 4, 0));
    assert_eq!(got.issues(), ["row.empty×2", "row.no_author×2"]);
}

#[test]
fn entities_of_the_api_are_text_again() {
    let got = import("author,text\nlea,R&amp;D &lt;3 @omar\n");
    assert_eq!(got.posts(), ["lea Original ? None R&D <3 @omar"]);
}

#[test]
fn a_caption_is_the_text_where_there_is_no_other() {
    let got = import(
        "User Name,Post Created,Likes,Title,Description\ncafe.lumen,2024-03-01 10:00:00 CET,300,,Avec @lea #café\n",
    );
    assert_eq!(got.ties(), ["cafe.lumen mention lea"]);
    assert_eq!(got.receipt.first_time, Some(1_709_283_600_000.0));
    assert_eq!(import("author,text\n").issues(), ["table.no_rows×1"]);
}
