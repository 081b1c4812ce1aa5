use crate::common::study;
use crate::support::try_import;
use proptest::prelude::*;
use sillage::issue::Receipt;
use sillage::model::Dataset;
use sillage::platform::ImportOptions;

/// Small invented exports of several kinds.
const SEEDS: [&str; 10] = [
    include_str!("../fixtures/rtweet.csv"),
    include_str!("../fixtures/tags.csv"),
    include_str!("../fixtures/brandwatch.csv"),
    include_str!("../fixtures/influencers.csv"),
    include_str!("../fixtures/gephi_edges.csv"),
    include_str!("../fixtures/log.txt"),
    include_str!("../fixtures/snap.txt"),
    include_str!("../fixtures/twarc_v1.jsonl"),
    include_str!("../fixtures/twarc_v2_page.jsonl"),
    include_str!("../fixtures/twarc_v2_flat.jsonl"),
];

/// All that an import says and makes, or the code of its refusal.
fn outcome(bytes: &[u8], chunk: usize) -> Result<(Receipt, String), &'static str> {
    let (receipt, builder) = try_import(bytes, chunk, ImportOptions::default()).map_err(|e| e.code())?;
    let data = Dataset::of(&builder).unwrap();
    let made = format!("{:?} {:?} {:?}", data.accounts, data.posts, data.ties);
    Ok((receipt, made))
}

#[derive(Debug, Clone)]
enum Change {
    Cut(u16),
    Flip(u16, u8),
    Insert(u16, Vec<u8>),
    Repeat(u16, u8),
    Drop(u16, u8),
}

fn change() -> impl Strategy<Value = Change> {
    let telling = prop::sample::select(vec![
        &b"\""[..],
        b",",
        b";",
        b"\t",
        b"\n",
        b"\r\n",
        b"\0",
        b"\xff",
        b"\xe9",
        b"\xc3",
        b"{",
        b"}",
        b"[",
        b"]",
        b"\\",
        b"NaN",
        b"1e999",
        b"\\ud83d",
        "Ã©".as_bytes(),
        "é".as_bytes(),
        b"=\"",
        b"@",
        b"RT @",
        b"-1",
        b"1,234",
        b"05/02/2024",
    ]);
    prop_oneof![
        1 => any::<u16>().prop_map(Change::Cut),
        3 => (any::<u16>(), any::<u8>()).prop_map(|(at, byte)| Change::Flip(at, byte)),
        6 => (any::<u16>(), telling).prop_map(|(at, bytes)| Change::Insert(at, bytes.to_vec())),
        2 => (any::<u16>(), any::<u8>()).prop_map(|(at, length)| Change::Repeat(at, length)),
        2 => (any::<u16>(), any::<u8>()).prop_map(|(at, length)| Change::Drop(at, length)),
    ]
}

fn changed(seed: &str, changes: &[Change]) -> Vec<u8> {
    let mut bytes = seed.as_bytes().to_vec();
    for change in changes {
        let place = |at: &u16| usize::from(*at) % (bytes.len() + 1);
        match change {
            Change::Cut(at) => bytes.truncate(place(at).max(bytes.len() / 2)),
            Change::Flip(at, byte) => {
                let at = place(at);
                if let Some(b) = bytes.get_mut(at) {
                    *b = *byte;
                }
            }
            Change::Insert(at, new) => {
                let at = place(at);
                bytes.splice(at..at, new.iter().copied());
            }
            Change::Repeat(at, length) => {
                let at = place(at);
                let end = (at + usize::from(*length)).min(bytes.len());
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            Change::Drop(at, length) => {
                let at = place(at);
                let end = (at + usize::from(*length)).min(bytes.len());
                bytes.drain(at..end);
            }
        }
    }
    bytes
}

/// A cell of a table, of any kind.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}",
        "[0-9]{1,6}",
        prop::sample::select(vec![
            "",
            "1,234",
            "12,5",
            "3.4K",
            "2024-03-01",
            "05/02/2024",
            "25/02/2024 9:05 PM",
            "1709283600",
            "@lea",
            "NA",
            "RT @omar: x",
            "déjà",
            "dÃ©jÃ ",
            "1.26E+18",
            "a \"b\" c",
            "deux\nlignes",
            "😀",
            "-1",
            "5 %",
            "Total",
        ])
        .prop_map(str::to_string),
        ".{0,12}",
    ]
}

fn table() -> impl Strategy<Value = String> {
    let names = prop::sample::subsequence(
        vec![
            "author",
            "text",
            "date",
            "likes",
            "followers",
            "id",
            "retweets",
            "url",
            "source",
            "target",
            "weight",
            "zorglub",
        ],
        2..8,
    );
    let separator = prop::sample::select(vec![',', ';', '\t', '|']);
    (names, separator, 0usize..20).prop_flat_map(|(names, separator, rows)| {
        let width = names.len();
        prop::collection::vec(prop::collection::vec(cell(), width), rows).prop_map(move |rows| {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line =
                |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(&separator.to_string());
            let head = names.join(&separator.to_string());
            rows.iter().map(line).fold(head, |text, line| text + "\n" + &line) + "\n"
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_exports_are_read_or_refused_the_same_by_any_slices(
        seed in 0..SEEDS.len(),
        changes in prop::collection::vec(change(), 0..8),
        wide in any::<bool>(),
    ) {
        let mut bytes = changed(SEEDS[seed], &changes);
        if wide {
            bytes = String::from_utf8_lossy(&bytes).encode_utf16().flat_map(u16::to_le_bytes).collect();
        }
        let whole = outcome(&bytes, usize::MAX);
        for chunk in [1, 7, 4096] {
            prop_assert_eq!(&outcome(&bytes, chunk), &whole);
        }
    }

    #[test]
    fn tables_of_any_cells(text in table(), chunk in 1usize..64) {
        prop_assert_eq!(outcome(text.as_bytes(), chunk), outcome(text.as_bytes(), usize::MAX));
    }

    #[test]
    fn any_bytes_at_all(bytes in prop::collection::vec(any::<u8>(), 0..600), chunk in 1usize..20) {
        prop_assert_eq!(outcome(&bytes, chunk), outcome(&bytes, usize::MAX));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn files_in_any_order_make_one_study(
        seeds in prop::collection::btree_set(0..SEEDS.len() - 1, 2..5),
        changes in prop::collection::vec(change(), 0..4),
        first in 0usize..5,
        again in any::<bool>(),
    ) {
        let mut files: Vec<Vec<u8>> = seeds.iter().map(|&seed| changed(SEEDS[seed], &changes)).collect();
        if again {
            files.push(files[0].clone());
        }
        files.retain(|bytes| outcome(bytes, usize::MAX).is_ok());
        let hash = |files: &[Vec<u8>]| {
            let named: Vec<(&str, &[u8])> = files.iter().map(|bytes| ("f", bytes.as_slice())).collect();
            study(&named, 1 << 16, serde_json::json!({})).result_hash().unwrap()
        };
        if !files.is_empty() {
            let one = hash(&files);
            files.reverse();
            prop_assert_eq!(hash(&files), one.clone());
            let middle = first % files.len();
            files.rotate_left(middle);
            prop_assert_eq!(hash(&files), one);
        }
    }
}
