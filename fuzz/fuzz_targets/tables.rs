//! Tables, with everything about them that the user may set.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sillage::platform::ImportOptions;

const FORMATS: [&str; 8] = ["posts", "edges", "interaction_log", "influencers", "rtweet", "", "", ""];
const SEPARATORS: [&str; 8] = [",", ";", "\t", "|", " ", "", "", ""];
const ENCODINGS: [&str; 8] = ["utf-8", "utf-16le", "windows-1252", "macintosh", "windows-1251", "", "", ""];

fn pick(words: [&str; 8], bits: u8) -> Option<String> {
    Some(words[usize::from(bits & 7)].to_string()).filter(|word| !word.is_empty())
}

fuzz_target!(|data: &[u8]| {
    let [chunk, kind, how, line, bytes @ ..] = data else { return };
    let said = |bits: u8| match bits & 3 {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    };
    let options = ImportOptions {
        format: pick(FORMATS, *kind),
        separator: pick(SEPARATORS, kind >> 3),
        encoding: pick(ENCODINGS, *how),
        quotes: said(kind >> 6),
        day_first: said(how >> 3),
        repair_text: said(how >> 5),
        header_line: Some(u64::from(*line)).filter(|line| *line < 12),
        decimal: match how >> 6 {
            0 => Some("comma".into()),
            1 => Some("point".into()),
            _ => None,
        },
        today: Some(1_700_000_000_000.0),
        ..ImportOptions::default()
    };
    sillage_fuzz::check("table.csv", bytes, usize::from(*chunk) + 1, &options);
});
