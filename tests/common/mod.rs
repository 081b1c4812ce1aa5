//! What the tests of the whole path share.
#![allow(dead_code)]

use serde_json::{Value, json};
use sillage::score::SettingsPatch;
use sillage::session::Session;

/// The invented French campaign.
pub const CAFE: &str = include_str!("../../www/samples/cafe-lumiere.fr.csv");
/// The invented English campaign.
pub const TEA: &str = include_str!("../../www/samples/tea.en.csv");
/// The hash of the result on the French campaign with [`cafe_settings`]: the same natively, in Node, in Chromium.
pub const GOLDEN: &str = include_str!("../golden/cafe.json");

/// Settings of the golden result.
pub fn cafe_settings() -> Value {
    json!({ "objective": "consideration", "brief": "café, torréfaction, \"café de spécialité\"" })
}

/// Settings out of JSON.
pub fn patch(settings: Value) -> SettingsPatch {
    serde_json::from_value(settings).unwrap()
}

/// A study of some files, each given as (name, bytes), read in slices of `chunk` bytes.
pub fn study(files: &[(&str, &[u8])], chunk: usize, settings: Value) -> Session {
    let mut session = Session::new();
    for (name, bytes) in files {
        let file = session.begin_file(name, Default::default()).unwrap();
        for slice in bytes.chunks(chunk) {
            session.push(file, slice).unwrap();
        }
        let receipt = session.finish_file(file).unwrap();
        assert_eq!(receipt.seen, receipt.kept + receipt.dropped, "{name}");
    }
    session.configure(patch(settings)).unwrap();
    session.analyse().unwrap();
    session
}
