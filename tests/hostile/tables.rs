use crate::options;
use crate::support::{code, import, import_with, try_import};
use sillage::platform::ImportOptions;

#[test]
fn csv_1_line_ends_of_all_kinds_in_one_file() {
    let got = import("author,text\r\nlea,a\nomar,b\rnina,c\r\n\r\nzoe,d");
    assert_eq!((got.rows(), got.posts().len()), ((4, 4, 0, 0), 4));
    let got = import("author,text\rlea,a\romar,b\r");
    assert_eq!(got.rows(), (2, 2, 0, 0));
}

#[test]
fn csv_2_a_quote_that_is_never_closed_costs_its_own_row_at_most() {
    let rows = |bad: usize| -> String {
        let row = |i: usize| {
            if i == bad { "lea,\"jamais fermé,1\n".into() } else { format!("omar,\"texte {i}\",{i}\n") }
        };
        (0..600).map(row).collect()
    };
    for bad in [0, 299, 599] {
        let got = import(format!("author,text,likes\n{}", rows(bad)));
        assert_eq!(got.rows(), (600, 600, 0, 1), "row {bad}");
        assert_eq!(got.issues(), ["quote.unclosed×1"]);
        let place = &got.receipt.issues[0].places[0];
        assert_eq!((place.row, place.line), (bad as u64 + 1, bad as u64 + 2));
    }
    // One that swallowed a file without any other quote.
    let bare: String = (0..800).map(|i| format!("omar,texte {i},{i}\n")).collect();
    let got = import(format!("author,text,likes\nlea,\"jamais,1\n{bare}"));
    assert_eq!((got.receipt.seen, got.receipt.kept), (801, 801));
    let plain = import_with(
        format!("author,text,likes\nlea,\"jamais,1\n{bare}").as_bytes(),
        options(|o| o.quotes = Some(false)),
    );
    assert_eq!((plain.receipt.seen, plain.issues()), (801, vec![]));
}

#[test]
fn csv_3_quotes_in_the_middle_of_a_field_are_text() {
    let got = import("author,text\nlea,il dit \"non\" et part\nomar,\"il dit \"\"oui\"\"\"\n");
    assert_eq!(got.rows(), (2, 2, 0, 0));
    assert!(got.posts()[0].ends_with("il dit \"non\" et part") && got.posts()[1].ends_with("il dit \"oui\""));
}

#[test]
fn csv_4_and_5_ragged_rows_and_names_that_repeat() {
    let got = import("id,author,text,id,Likes,likes\n1,lea,a,x,3,4\n2,omar,b\n3,nina,c,y,1,2,trop\n");
    assert_eq!(got.rows(), (3, 3, 0, 2));
    assert_eq!(got.issues(), ["row.long×1", "row.short×1"]);
    let names: Vec<&str> = got.receipt.columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["id", "author", "text", "id (2)", "Likes", "likes"]);
}

#[test]
fn csv_6_headers_with_holes_with_line_breaks_and_none() {
    let got = import("author,,\"te\nxt\",text\nlea,1,2,bonjour\n");
    let names: Vec<&str> = got.receipt.columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!((names, got.receipt.header_line), (vec!["author", "#2", "te xt", "text"], Some(1)));
    let got = import("1,2\n2,3\n3,1\n");
    assert_eq!((got.receipt.header_line, got.rows(), got.receipt.ties), (None, (3, 3, 0, 0), 3));
    let got = import("\n\n\r\nauthor,text\nlea,bonjour\n");
    assert_eq!((got.receipt.header_line, got.rows()), (Some(4), (1, 1, 0, 0)));
}

#[test]
fn csv_7_separators_and_the_line_that_names_one() {
    for separator in [";", "\t", "|", ","] {
        let text = "author,text,likes\nlea,a b,1\nomar,c d,2\n".replace(',', separator);
        let got = import(&text);
        assert_eq!((got.receipt.separator, got.rows().1), (separator.chars().next(), 2));
        for first in [format!("sep={separator}\r\n"), format!("\"sep={separator}\"\n")] {
            let got = import(format!("{first}{text}"));
            assert_eq!(
                (got.receipt.separator, got.receipt.header_line, got.rows().1),
                (separator.chars().next(), Some(2), 2)
            );
        }
        let given = import_with(text.as_bytes(), options(|o| o.separator = Some(separator.into())));
        assert_eq!(given.posts(), got.posts());
    }
    // A comma in every text does not make it the separator.
    let got = import("auteur;texte;date\nlea;un, deux, trois;2024-03-01\nomar;un, deux, trois;2024-03-01\n");
    assert_eq!(got.receipt.separator, Some(';'));
}

#[test]
fn csv_8_lines_above_the_header_totals_below_and_blank_lines() {
    let got = import(
        "Report:,Café Lumen\nFrom:,\"1 March 2024, 00:00\"\n\nLabel\n\nDate,Author,Text,Likes\n2024-03-01,lea,bonjour,3\n\n2024-03-02,omar,salut,4\nTotal,,,7\n",
    );
    assert_eq!((got.receipt.header_line, got.rows()), (Some(6), (3, 2, 1, 0)));
    assert_eq!(got.issues(), ["row.total×1"]);
    // Padded to the width of the table, as spreadsheets write them.
    let got = import("Export,,\n,,\nUser,Text,Likes\nlea,bonjour,3\nTotal :,,3\n");
    assert_eq!((got.receipt.header_line, got.rows()), (Some(3), (2, 1, 1, 0)));
    // Two exports put end to end.
    let twice = "author,text\nlea,bonjour\nauthor,text\nomar,salut\n";
    let got = import(twice);
    assert_eq!((got.rows(), got.issues()), ((3, 2, 1, 0), vec!["row.header×1".to_string()]));
    // Editable: another line, or none.
    let got = import_with(twice.as_bytes(), options(|o| o.header_line = Some(3)));
    assert_eq!((got.receipt.header_line, got.rows()), (Some(3), (1, 1, 0, 0)));
    let given = |o: &mut ImportOptions| {
        o.header_line = Some(0);
        o.roles = [("#1".into(), "author".into()), ("#2".into(), "text".into())].into();
        o.format = Some("posts".into());
    };
    let got = import_with(b"lea,bonjour\nomar,salut\n", options(given));
    assert_eq!((got.receipt.header_line, got.rows()), (None, (2, 2, 0, 0)));
    let error = try_import(b"author,text\n", 9, options(|o| o.header_line = Some(40))).unwrap_err();
    assert_eq!(error.code(), "argument.invalid");
}

#[test]
fn csv_9_nul_bytes_many_columns_long_fields() {
    let got = import("author,text\nlea,a\0b\nomar,ok\n");
    assert_eq!(got.rows(), (2, 2, 0, 0));
    assert_eq!(code(format!("author,text{}\nlea,ok\n", ",x".repeat(2_001))), "limit.reached");
    let long = format!("author,text\nlea,{}\nomar,ok\n", "x".repeat(2 << 20));
    let got = import(&long);
    assert_eq!((got.rows(), got.issues()), ((2, 1, 1, 0), vec!["row.too_long×1".to_string()]));
    let longer = format!("author,text\nlea,\"{}\"\nomar,ok\n", "x".repeat(20 << 20));
    let got = import(&longer);
    assert_eq!(got.rows(), (2, 1, 1, 0));
    let text = format!("author,text\nlea,{}\n", "é".repeat(60_000));
    assert_eq!(import(&text).issues(), ["text.cut×1"]);
}

#[test]
fn csv_10_nothing_blanks_only_and_a_header_only_are_three_things() {
    assert_eq!(code(""), "file.empty");
    assert_eq!(code("  \r\n\t\n"), "file.blank");
    assert_eq!(import("author,text\n").issues(), ["table.no_rows×1"]);
    assert_eq!(import("author,text").issues(), ["table.no_rows×1"]);
}

#[test]
fn csv_11_what_a_file_is_not_told_by_its_name() {
    assert_eq!(
        code("<!DOCTYPE html>\n<html><body><table><tr><td>author</td></tr></table></body></html>"),
        "format.unsupported"
    );
    assert_eq!(code(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "format.unsupported");
    assert_eq!(code(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "format.unsupported");
}

#[test]
fn comments_and_hashtags_are_told_apart() {
    let got = import("# made by hand\n# FromNodeId\tToNodeId\n1\t2\n# in between\n2\t3\n");
    assert_eq!((got.receipt.ties, got.rows()), (2, (2, 2, 0, 0)));
    let got = import("text,author\n#café à midi,lea\n#thé,omar\n");
    assert_eq!(got.rows(), (2, 2, 0, 0));
}
