//! The engine as WebAssembly, in Node and in Chromium: the same result to the last bit as natively.
#![cfg(target_arch = "wasm32")]

mod common;

use common::{CAFE, GOLDEN, cafe_settings, study};
use js_sys::{Reflect, Uint8Array};
use serde::Serialize as _;
use sillage::wasm::Engine;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn js(value: &serde_json::Value) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap()
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap()
}

fn analysed() -> Engine {
    let mut engine = Engine::new();
    let file = engine.begin_file("cafe.csv", CAFE.len() as f64, JsValue::UNDEFINED).unwrap();
    for chunk in CAFE.as_bytes().chunks(100_000) {
        engine.push(file, chunk).unwrap();
    }
    let receipt = engine.finish_file(file).unwrap();
    let number = |name| get(&receipt, name).as_f64().unwrap();
    assert_eq!(number("seen"), number("kept") + number("dropped"));
    engine.configure(js(&cafe_settings())).unwrap();
    engine.start().unwrap();
    while !get(&engine.step(50.0).unwrap(), "finished").is_truthy() {}
    engine
}

#[wasm_bindgen_test]
fn the_result_is_the_golden_one_to_the_last_bit() {
    let golden: serde_json::Value = serde_json::from_str(GOLDEN).unwrap();
    assert_eq!(analysed().result_hash().unwrap(), golden["resultHash"].as_str().unwrap());
    let session = study(&[("cafe.csv", CAFE.as_bytes())], 4096, cafe_settings());
    assert_eq!(session.result_hash().unwrap(), golden["resultHash"].as_str().unwrap());
}

#[wasm_bindgen_test]
fn questions_cross_the_boundary_in_the_promised_shapes() {
    let engine = analysed();
    let summary = engine.summary().unwrap();
    let accounts = get(&summary, "accounts").as_f64().unwrap() as u32;
    assert_eq!(engine.column("score").unwrap().length(), accounts);
    assert_eq!(engine.platforms().unwrap().length(), accounts);
    let handles = engine.handles().unwrap();
    assert_eq!(js_sys::Uint32Array::from(get(&handles, "ends")).length(), accounts);
    let window = engine.ranking(js(&serde_json::json!({ "from": 0, "to": 5 }))).unwrap();
    let rows = js_sys::Array::from(&get(&window, "rows"));
    assert_eq!(rows.length(), 5);
    let first = rows.get(0);
    assert_eq!(get(&first, "rank").as_f64(), Some(1.0));
    let dossier = engine.account(get(&first, "handle")).unwrap();
    assert_eq!(get(&dossier, "index").as_f64(), get(&first, "index").as_f64());
    assert!(get(&dossier, "bio").is_null(), "unknown is null");
    let csv: Uint8Array = engine.export("csv", js(&serde_json::json!({ "top": 3 }))).unwrap();
    assert_eq!(String::from_utf8(csv.to_vec()).unwrap().lines().count(), 4);
}

#[wasm_bindgen_test]
fn a_measure_crosses_as_columns_and_facts() {
    let mut engine = analysed();
    let accounts = get(&engine.summary().unwrap(), "accounts").as_f64().unwrap() as u32;
    engine
        .begin_measure("pagerank", js(&serde_json::json!({ "maxIterations": 20, "damping": 0.5 })))
        .unwrap();
    while get(&engine.step_measure(2.0).unwrap(), "finished").as_bool() != Some(true) {}
    let measured = engine.finish_measure().unwrap();
    let values = js_sys::Float64Array::from(get(&measured, "values"));
    assert_eq!(values.length(), accounts);
    assert!(get(&get(&measured, "columns"), "pagerank").is_object());
    assert_eq!(get(&get(&measured, "facts"), "iterations").as_f64(), Some(20.0));
    let thrown = engine.begin_measure("klout", JsValue::UNDEFINED).unwrap_err();
    assert_eq!(get(&thrown, "code").as_string().as_deref(), Some("argument.invalid"));
    assert!(engine.step_measure(1.0).is_err(), "nothing is under way");
}

#[wasm_bindgen_test]
fn what_is_thrown_is_a_code_with_parameters() {
    let engine = Engine::new();
    let thrown = engine.summary().unwrap_err();
    assert_eq!(get(&thrown, "code").as_string().as_deref(), Some("analysis.missing"));
    assert_eq!(get(&thrown, "fatal").as_bool(), Some(false));
    let mut engine = Engine::new();
    let thrown = engine.configure(js(&serde_json::json!({ "objective": "fame" }))).unwrap_err();
    assert_eq!(get(&thrown, "code").as_string().as_deref(), Some("argument.invalid"));
}
