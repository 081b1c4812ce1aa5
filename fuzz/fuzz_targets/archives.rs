//! Archives: zip, tar, gzip, one inside another; by their bytes, and as archives of any entries.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sillage::unpack::{drain, unpack};

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else { return };
    let limits = sillage_fuzz::limits();
    if let Ok(out) = drain(bytes, limits.clone()) {
        assert!(out <= limits.archive_bytes, "{out} bytes came out");
    }
    let take = |path: &str| (path.len() + usize::from(first)).is_multiple_of(2);
    let _ = unpack("a.zip", bytes, limits.clone(), |path, _| take(path));
    // The same bytes as the parts of a sound archive: what is inside is looked at, whatever its checksum would be.
    let parts: Vec<&[u8]> = bytes.split(|&b| b == first).take(8).collect();
    let names = ["a.csv", "b.zip", "../c", "data/tweets.js", "x.tar.gz", "__MACOSX/a", "d/e.json", "a.csv"];
    let entries: Vec<(&str, &[u8])> = names.into_iter().zip(parts).collect();
    let _ = drain(&sillage_fuzz::stored(&entries), limits);
});
