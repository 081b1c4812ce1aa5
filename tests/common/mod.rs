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

/// Zachary's karate club: 34 people, 78 ties, numbered from 0.
pub const KARATE: &str = "0 1,0 2,0 3,0 4,0 5,0 6,0 7,0 8,0 10,0 11,0 12,0 13,0 17,0 19,0 21,0 31,1 2,1 3,1 7,1 13,1 17,1 19,\
    1 21,1 30,2 3,2 7,2 8,2 9,2 13,2 27,2 28,2 32,3 7,3 12,3 13,4 6,4 10,5 6,5 10,5 16,6 16,8 30,8 32,8 33,9 33,13 33,\
    14 32,14 33,15 32,15 33,18 32,18 33,19 33,20 32,20 33,22 32,22 33,23 25,23 27,23 29,23 32,23 33,24 25,24 27,24 31,\
    25 31,26 29,26 33,27 33,28 31,28 33,29 32,29 33,30 32,30 33,31 32,31 33,32 33";

/// The same as pairs.
pub fn karate() -> Vec<(u32, u32)> {
    let number = |text: &str| text.parse().unwrap();
    KARATE.split(',').map(|tie| tie.split_once(' ').unwrap()).map(|(a, b)| (number(a), number(b))).collect()
}
