//! Hostile and broken files, one test a case: what is stated happens, and nothing else.
//!
//! The cases bear the names of the fault model (`ENC-1`…). Their bytes are made here.

#[path = "../common/mod.rs"]
mod common;
#[path = "../import/support.rs"]
#[allow(dead_code)]
mod support;

mod accounts;
mod encodings;
mod json;
mod properties;
mod tables;
mod values;

use sillage::platform::ImportOptions;

/// Options, some of them set.
fn options(set: impl FnOnce(&mut ImportOptions)) -> ImportOptions {
    let mut options = ImportOptions::default();
    set(&mut options);
    options
}
