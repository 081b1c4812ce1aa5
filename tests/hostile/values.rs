use crate::options;
use crate::support::{Import, import, import_with};

/// Followers of `a` in a list whose only numbers are these.
fn followers(cells: &[&str]) -> Vec<f64> {
    let rows: String = cells.iter().enumerate().map(|(i, cell)| format!("acc{i}\t{cell}\n")).collect();
    let got = import(format!("handle\tfollowers\n{rows}"));
    (0..cells.len()).map(|i| got.followers(&format!("acc{i}"))).collect()
}

fn first_time(got: &Import) -> i64 {
    got.receipt.first_time.unwrap() as i64 / 1000
}

#[test]
fn num_1_marks_and_blanks_between_digits() {
    assert_eq!(
        followers(&[
            "1 234",
            "1\u{a0}234",
            "1\u{202f}234",
            "1\u{2009}234",
            "1'234",
            "1\u{2019}234",
            "\"1234\"",
            "5 %"
        ]),
        [1234.0, 1234.0, 1234.0, 1234.0, 1234.0, 1234.0, 1234.0, 5.0]
    );
    assert_eq!(followers(&["1,234", "1,234,567"]), [1234.0, 1_234_567.0]);
    assert_eq!(followers(&["1.234", "334.327,57"]), [1234.0, 334_327.57]);
    assert_eq!(followers(&["12,5", "1,234"]), [12.5, 1.234]);
}

#[test]
fn num_2_numbers_as_people_shorten_them() {
    assert_eq!(
        followers(&[
            "1,2K",
            "3,4 M",
            "1,5 Md",
            "12 k",
            "10K+",
            "<1000",
            "1 234 abonnés",
            "2 Mio.",
            "3 mil",
            "1,2 mi"
        ]),
        [1200.0, 3.4e6, 1.5e9, 12e3, 10e3, 1000.0, 1234.0, 2e6, 3000.0, 1.2e6]
    );
    assert_eq!(followers(&["1.2B", "409.8M", "30.8K", "3.1M followers"]), [1.2e9, 409.8e6, 30_800.0, 3.1e6]);
}

#[test]
fn num_3_a_column_that_nothing_decides_is_asked_about_with_both_readings() {
    let got = import("handle,followers\nlea,\"1,234\"\nomar,\"5,678\"\n");
    assert_eq!(got.issues(), ["number.ambiguous×1"]);
    let question = &got.receipt.questions[0];
    assert_eq!(
        (question.kind, question.column.as_str(), question.sample.as_str()),
        ("number", "followers", "1,234")
    );
    let readings: Vec<_> = question.readings.iter().map(|r| (r.option.decimal, r.shown.as_str())).collect();
    assert_eq!(readings, [(Some("point"), "1234"), (Some("comma"), "1.234")]);
    assert_eq!(got.followers("lea"), 1234.0, "the first reading is the one in use");

    for (answer, value) in [("comma", 1.234), ("point", 1234.0)] {
        let told = import_with(
            b"handle,followers\nlea,\"1,234\"\nomar,\"5,678\"\n",
            options(|o| o.decimal = Some(answer.into())),
        );
        assert_eq!((told.followers("lea"), told.receipt.questions.len(), told.issues().len()), (value, 0, 0));
    }
}

#[test]
fn num_3_the_rest_of_the_table_decides_before_the_user_is_asked() {
    for (text, value) in [
        // Another column has decimals.
        ("handle,followers,engagement rate\nlea,\"1,234\",\"3,4 %\"\n", 1.234),
        ("handle,followers,engagement rate\nlea,\"1,234\",3.4%\n", 1234.0),
        // Spreadsheets write semicolons where the comma parts decimals.
        ("handle;followers\nlea;1,234\n", 1.234),
        ("handle;followers\nlea;1.234\n", 1234.0),
        // Numbers below 1000 bear no mark, all others do.
        ("handle,followers\nlea,\"1,234\"\na,87\nb,\"12,004\"\nc,999\nd,5\ne,\"2,001\"\n", 1234.0),
    ] {
        let got = import(text);
        assert_eq!((got.followers("lea"), got.receipt.questions.len()), (value, 0), "{text}");
        assert!(got.issues().is_empty(), "{:?}", got.issues());
    }
}

#[test]
fn num_4_and_5_nothing_is_not_zero() {
    let got = import(
        "handle,followers\na,-5\nb,NaN\nc,inf\nd,-\ne,N/A\nf,null\ng,n.d.\nh,\ni,0\nj,99999999999999999999\nk,beaucoup\n",
    );
    for unknown in ["a", "b", "c", "d", "e", "f", "g", "h", "k"] {
        assert!(got.followers(unknown).is_nan(), "{unknown}");
    }
    assert_eq!((got.followers("i"), got.followers("j")), (0.0, 1e20));
    assert_eq!(got.issues(), ["number.negative×1", "number.unreadable×2"]);
}

#[test]
fn dat_1_one_moment_in_every_form() {
    for cell in [
        "2024-02-05T09:30:00Z",
        "2024-02-05 10:30:00+01:00",
        "Mon Feb 05 09:30:00 +0000 2024",
        "Mon, 05 Feb 2024 09:30:00 GMT",
        "1707125400",
        "1707125400000",
        "1707125400000000",
        "1707125400000000000",
        "45327.3958333333",
        "5 févr. 2024 09:30",
        "lundi 5 février 2024 à 9 h 30",
        "Feb 5, 2024 9:30 AM",
        "5 de febrero de 2024 9:30 a. m.",
        "5. Februar 2024 09:30 Uhr",
        "5 de fevereiro de 2024 às 09:30",
        "2024-02-05 04:30:00 EST",
        "Mon Feb 05 2024 10:30:00 GMT+0100 (Central European Standard Time)",
        "05.02.2024 09:30",
        "20240205T093000Z",
        "=\"2024-02-05 09:30:00\"",
    ] {
        let got = import(format!("author\ttext\tdate\nlea\tx\t{cell}\n"));
        assert_eq!(first_time(&got), 1_707_125_400, "{cell}");
        assert!(got.issues().is_empty(), "{cell}: {:?}", got.issues());
    }
    let split = import("author,text,date,heure\nlea,x,2024-02-05,09:30:00\n");
    assert_eq!(first_time(&split), 1_707_125_400);
}

#[test]
fn dat_2_day_and_month_are_decided_for_the_column_or_asked() {
    let rows = |dates: &[&str]| -> String {
        let row = |d: &&str| format!("lea,x,{d}\n");
        format!("author,text,date\n{}", dates.iter().map(row).collect::<String>())
    };
    let may = 1_714_867_200;
    let february = 1_707_091_200;
    assert_eq!(first_time(&import(rows(&["05/02/2024", "25/12/2024"]))), february);
    assert_eq!(first_time(&import(rows(&["12/25/2024", "05/05/2024"]))), may);
    let open = import(rows(&["05/02/2024", "06/02/2024"]));
    assert_eq!((first_time(&open), open.issues()), (february, vec!["date.ambiguous×1".to_string()]));
    let question = &open.receipt.questions[0];
    assert_eq!(
        (question.kind, question.column.as_str(), question.sample.as_str()),
        ("date", "date", "05/02/2024")
    );
    let readings: Vec<_> = question.readings.iter().map(|r| (r.option.day_first, r.shown.as_str())).collect();
    assert_eq!(readings, [(Some(true), "2024-02-05"), (Some(false), "2024-05-02")]);
    for (answer, moment) in [(true, february), (false, 1_714_608_000)] {
        let told = import_with(
            rows(&["05/02/2024", "06/02/2024"]).as_bytes(),
            options(|o| o.day_first = Some(answer)),
        );
        assert_eq!((first_time(&told), told.receipt.questions.len()), (moment, 0));
    }
}

#[test]
fn dat_2_the_rest_of_the_table_decides_before_the_user_is_asked() {
    for (text, day) in [
        // Another column is beyond doubt.
        ("author,text,date,collected_at\nlea,x,05/02/2024,02/28/2024\n", "2024-05-02"),
        // Another column tells the same moment.
        ("author,text,date,unix_timestamp\nlea,x,05/02/2024 09:30,1714642200\n", "2024-05-02"),
        // The comma parts decimals, so the day comes first.
        ("author;text;date\nlea;x;05/02/2024\n", "2024-02-05"),
        // Dots part days from months.
        ("author,text,date\nlea,x,05.02.2024\n", "2024-02-05"),
    ] {
        let got = import(text);
        assert!(got.receipt.questions.is_empty(), "{text}: {:?}", got.receipt.questions);
        let shown = sillage::ingest::date::day(got.receipt.last_time.unwrap() as i64);
        assert_eq!(shown, day, "{text}");
    }
}

#[test]
fn dat_3_leap_days_moments_that_are_none_and_unlikely_ones() {
    assert_eq!(first_time(&import("author,text,date\nlea,x,2024-02-29\n")), 1_709_164_800);
    let got = import(
        "author,text,date\nlea,x,2023-02-29\nomar,y,2024-02-29 25:00\nnina,z,2024-02-29\nzoe,t,2024-02-29\n",
    );
    assert_eq!(got.issues(), ["time.unreadable×2"]);
    let got = import("author,text,date\nlea,x,il y a 2 h\nomar,y,3 d\nnina,z,2024-02-29\nzoe,t,hier\n");
    assert_eq!(got.issues(), ["time.relative×3"]);
    let today = 1_709_200_000_000.0;
    let text = b"author,text,date\nlea,x,1970-01-01\nomar,y,2024-02-29\nnina,z,2031-05-05\n";
    let got = import_with(text, options(|o| o.today = Some(today)));
    assert_eq!((got.issues(), got.rows()), (vec!["time.suspicious×2".to_string()], (3, 3, 0, 0)));
    assert_eq!(got.receipt.issues[0].places[1].excerpt, "2031-05-05");
    // Clocks that are set twice a year: an instant is told by its offset, in order even where the hour repeats.
    let got = import("author,text,date\nlea,x,2024-10-27T02:30:00+02:00\nomar,y,2024-10-27T02:30:00+01:00\n");
    assert_eq!(got.receipt.last_time.unwrap() - got.receipt.first_time.unwrap(), 3_600_000.0);
}
