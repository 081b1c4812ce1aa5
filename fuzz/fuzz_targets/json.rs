//! JSON: the parser against `serde_json`, and the adapters by slices.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sillage::ingest::value::Value;
use sillage::platform::ImportOptions;

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else { return };
    if let Ok(text) = std::str::from_utf8(bytes) {
        let ours = Value::read(text);
        if let Ok(theirs) = serde_json::from_str::<serde_json::Value>(text) {
            let (value, repairs) = ours.expect("what is JSON is read");
            assert_eq!(repairs, Default::default(), "what is JSON needs no mending");
            let again: serde_json::Value = serde_json::from_str(&value.to_string()).expect("what is written is JSON");
            assert!(same(&again, &theirs), "{again} is not {theirs}");
            let mut mended = value;
            mended.mend();
        }
    }
    sillage_fuzz::check("data.json", bytes, usize::from(first) + 1, &ImportOptions::default());
});

/// Numbers are compared as numbers: `1.0` may be written `1`.
fn same(one: &serde_json::Value, two: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Number, Object};
    match (one, two) {
        (Number(a), Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Array(a), Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Object(a), Object(b)) => a.len() == b.len() && a.iter().all(|(k, a)| b.get(k).is_some_and(|b| same(a, b))),
        (a, b) => a == b,
    }
}
