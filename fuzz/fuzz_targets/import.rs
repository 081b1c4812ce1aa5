//! Any bytes, as a file: sniffing, decoding, and whichever reader takes them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sillage::platform::ImportOptions;

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else { return };
    sillage_fuzz::check("data/file.js", bytes, usize::from(first) + 1, &ImportOptions::default());
});
