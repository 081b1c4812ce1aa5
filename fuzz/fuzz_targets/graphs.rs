//! Networks as XML, as text and as JSON. As `import`, with seeds and words of their own; every network is small, so
//! that its numbers must be too.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sillage::platform::ImportOptions;

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else { return };
    let options = ImportOptions::default();
    sillage_fuzz::check("network", bytes, usize::from(first) + 1, &options);
    if let Ok((_, accounts, _, ties)) = sillage_fuzz::import("network", bytes, usize::MAX, &options) {
        assert!(accounts <= bytes.len() && ties <= bytes.len() * 4, "{accounts} accounts, {ties} ties");
    }
});
