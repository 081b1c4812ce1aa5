//! The reader of containers. Small values cross as plain objects made by hand: it does without serde.

use super::panic;
use crate::unpack::{self, Event, Fault, Limits};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// A container being read. See `www/shared/engine.d.ts` for the shapes that cross.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Unpacker {
    inner: unpack::Unpacker,
}

#[wasm_bindgen]
impl Unpacker {
    /// A file of that name and length.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, bytes: f64) -> Unpacker {
        panic::install_hook();
        Unpacker { inner: unpack::Unpacker::new(name, bytes as u64, Limits::default()) }
    }

    /// Gives bytes that were asked for.
    pub fn supply(&mut self, offset: f64, bytes: Vec<u8>) {
        self.inner.supply(offset as u64, bytes);
    }

    /// Takes the entry that was announced, or drops the one that is under way.
    pub fn answer(&mut self, take: bool) {
        self.inner.answer(take);
    }

    /// What it is, once it was opened.
    pub fn kind(&self) -> Option<String> {
        self.inner.kind().map(str::to_owned)
    }

    /// Makes a step.
    #[wasm_bindgen(js_name = next)]
    pub fn step(&mut self) -> Result<JsValue, JsValue> {
        self.inner.step().map(event).map_err(|fault| thrown(&fault))
    }
}

fn event(event: Event) -> JsValue {
    match event {
        Event::Need { offset, length } => object(&[
            ("type", "need".into()),
            ("offset", (offset as f64).into()),
            ("length", (length as f64).into()),
        ]),
        Event::Entry { path, bytes } => {
            let bytes = bytes.map_or(JsValue::NULL, |bytes| (bytes as f64).into());
            object(&[("type", "entry".into()), ("path", path.into()), ("bytes", bytes)])
        }
        Event::Data(bytes) => {
            object(&[("type", "data".into()), ("bytes", Uint8Array::from(&bytes[..]).into())])
        }
        Event::End { notes } => {
            let notes: Array = notes
                .into_iter()
                .map(|(code, count)| object(&[("code", code.into()), ("count", (count as f64).into())]))
                .collect();
            object(&[("type", "end".into()), ("notes", notes.into())])
        }
        Event::Skipped { path, bytes, code } => object(&[
            ("type", "skipped".into()),
            ("path", path.into()),
            ("bytes", (bytes as f64).into()),
            ("code", code.into()),
        ]),
        Event::Failed { path, fault } => {
            object(&[("type", "failed".into()), ("path", path.into()), ("error", thrown(&fault))])
        }
        Event::Done => object(&[("type", "done".into())]),
    }
}

/// What is thrown: `{ code, params, fatal: false }`.
fn thrown(fault: &Fault) -> JsValue {
    let detail = JsValue::from(fault.detail.as_str());
    let params = match fault.value {
        Some(value) => object(&[("limit", detail), ("value", (value as f64).into())]),
        None => object(&[("detail", detail)]),
    };
    object(&[("code", fault.code.into()), ("params", params), ("fatal", false.into())])
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &JsValue::from(*name), value);
    }
    object.into()
}
