//! Values across the boundary.

use crate::error::{Error, ErrorKind};
use crate::graph::Graph;
use crate::measure::Measured;
use js_sys::{Float32Array, Float64Array, Object, Reflect, Uint8Array, Uint32Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

/// A small value as a plain object: unknown is `null`, maps are objects.
pub fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|e| argument("result", e.to_string()))
}

/// A value of the caller; `undefined` and `null` are the default.
pub fn from_js<T: DeserializeOwned + Default>(name: &'static str, value: JsValue) -> Result<T, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(value).map_err(|e| argument(name, e.to_string()))
}

fn argument(name: &'static str, given: String) -> JsValue {
    throw(ErrorKind::InvalidArgument { name, given }.into())
}

/// What is thrown: `{ code, params, fatal: false }`.
pub fn throw(error: Error) -> JsValue {
    let thrown = Object::new();
    let params = to_js(error.kind()).unwrap_or(JsValue::NULL);
    let _ = Reflect::set(&thrown, &"code".into(), &error.code().into());
    let _ = Reflect::set(&thrown, &"params".into(), &params);
    let _ = Reflect::set(&thrown, &"fatal".into(), &false.into());
    thrown.into()
}

/// Texts as `{ bytes, ends }`: one block of UTF-8, and where each ends.
pub fn text_column<'a>(texts: impl Iterator<Item = &'a str>) -> JsValue {
    let (mut bytes, mut ends) = (Vec::new(), Vec::new());
    for text in texts {
        bytes.extend_from_slice(text.as_bytes());
        ends.push(bytes.len() as u32);
    }
    let column = Object::new();
    let _ = Reflect::set(&column, &"bytes".into(), &Uint8Array::from(&bytes[..]));
    let _ = Reflect::set(&column, &"ends".into(), &Uint32Array::from(&ends[..]));
    column.into()
}

/// A graph by its rows, with what is to be done on it: `{ job, start, to, weight }`.
pub fn rows(job: &str, graph: &Graph) -> JsValue {
    let (start, to, weight) = graph.rows();
    let whole = Object::new();
    let _ = Reflect::set(&whole, &"job".into(), &job.into());
    let _ = Reflect::set(&whole, &"start".into(), &Uint32Array::from(start));
    let _ = Reflect::set(&whole, &"to".into(), &Uint32Array::from(to));
    let _ = Reflect::set(&whole, &"weight".into(), &Float32Array::from(weight));
    whole.into()
}

/// A measure as `{ values, columns, facts }`: `values` is the first column.
pub fn measured(measured: &Measured) -> Result<JsValue, JsValue> {
    let (whole, columns) = (Object::new(), Object::new());
    for (at, (name, values)) in measured.columns.iter().enumerate() {
        let values = Float64Array::from(&values[..]);
        if at == 0 {
            let _ = Reflect::set(&whole, &"values".into(), &values);
        }
        let _ = Reflect::set(&columns, &JsValue::from_str(name), &values);
    }
    let _ = Reflect::set(&whole, &"columns".into(), &columns);
    let _ = Reflect::set(&whole, &"facts".into(), &to_js(&measured.facts)?);
    if !measured.labels.is_empty() {
        let labels = text_column(measured.labels.iter().map(String::as_str));
        let _ = Reflect::set(&whole, &"labels".into(), &labels);
    }
    Ok(whole.into())
}
