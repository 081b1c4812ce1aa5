use crate::support::try_import;
use proptest::prelude::*;
use sillage::issue::Receipt;
use sillage::model::{Builder, Dataset};
use sillage::platform::ImportOptions;

fn outcome(bytes: &[u8], chunk: usize) -> Result<(Receipt, usize, usize), &'static str> {
    let (receipt, builder): (Receipt, Builder) =
        try_import(bytes, chunk, ImportOptions::default()).map_err(|e| e.code())?;
    let data = Dataset::of(&builder).unwrap();
    Ok((receipt, data.accounts.len(), data.ties.len()))
}

/// Pieces that real and broken tables and JSON lines are made of.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let fixed: Vec<&'static [u8]> = vec![
        b"author,text,date,likes\n",
        b"lea,bonjour @omar,2024-03-01,3\n",
        b"omar,\"deux\nlignes\",01/02/2024,\"1,234\"\r\n",
        b"nina,\"jamais ferm\xc3\xa9,x,1\n",
        b"a;b;c\n",
        b"1 2 3 RT\n",
        b"\"",
        b"\"\"",
        b",",
        b"\n",
        b"\r",
        b"\t",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xe9",
        b"\0",
        b"{\"id_str\":\"1\",\"text\":\"t @x\",\"user\":{\"screen_name\":\"lea\"}}\n",
        b"{\"data\":[{\"id\":\"1\",\"author_id\":\"2\",\"text\":\"t\"}]}\n",
        b"[{\"a\":",
        b"\\ud83d",
        b"1e999",
        b"NaN",
        b"}]",
        b"sep=;\n",
        b"# c\n",
    ];
    prop_oneof![
        8 => prop::sample::select(fixed).prop_map(<[u8]>::to_vec),
        1 => prop::collection::vec(any::<u8>(), 0..20),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slices_change_nothing(pieces in prop::collection::vec(piece(), 0..40), chunk in 1usize..50) {
        let bytes = pieces.concat();
        let whole = outcome(&bytes, usize::MAX);
        prop_assert_eq!(outcome(&bytes, chunk), whole);
    }

    #[test]
    fn noise_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = outcome(&bytes, 7);
    }

    #[test]
    fn a_table_with_noise_inside(noise in prop::collection::vec(piece(), 0..30), chunk in 1usize..60) {
        let mut bytes = b"author,text,date,likes\n".to_vec();
        for piece in &noise {
            bytes.extend_from_slice(b"lea,bonjour,2024-03-01,3\n");
            bytes.extend_from_slice(piece);
        }
        prop_assert_eq!(outcome(&bytes, chunk), outcome(&bytes, usize::MAX));
    }
}

#[test]
fn slices_change_nothing_past_the_first_look() {
    let mut text = String::from("author,text,date,likes\n");
    for i in 0..12_000 {
        match i % 1_000 {
            7 => text.push_str("lea,\"jamais fermé, x,2024-03-01,1\n"),
            8 => text.push_str(&format!("omar,\"deux\nlignes {i}\",2024-03-01,{i}\n")),
            _ => {
                text.push_str(&format!("nina{},bonjour @lea et les autres,2024-03-01 10:00:00,{i}\n", i % 50))
            }
        }
    }
    assert!(text.len() > 2 * sillage::limits::SNIFF_BYTES);
    let whole = outcome(text.as_bytes(), usize::MAX).unwrap();
    assert_eq!((whole.0.seen, whole.0.dropped), (12_000, 12));
    for chunk in [1, 4_093, sillage::limits::SNIFF_BYTES, 1 << 20] {
        assert_eq!(outcome(text.as_bytes(), chunk).unwrap(), whole);
    }
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let wide = outcome(&utf16, 1_001).unwrap();
    assert_eq!((wide.0.encoding, wide.0.seen, wide.1, wide.2), ("utf-16be", 12_000, whole.1, whole.2));
    assert_eq!(outcome(&utf16, usize::MAX).unwrap().0, wide.0);
}
