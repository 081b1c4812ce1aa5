//! The last words of a dying instance.

use js_sys::Reflect;
use std::panic::PanicHookInfo;
use wasm_bindgen::JsValue;

/// Makes a panic say where it happened: to the console, and in `globalThis.sillagePanic`, where the worker picks it
/// up. Without it a panic is a `RuntimeError` without a message. It says nothing of the data.
pub fn install_hook() {
    std::panic::set_hook(Box::new(report));
}

fn report(info: &PanicHookInfo<'_>) {
    let place = info.location().map_or_else(String::new, |l| format!("{}:{}", l.file(), l.line()));
    let message = JsValue::from(format!("panic at {place}"));
    let _ = Reflect::set(&js_sys::global(), &"sillagePanic".into(), &message);
    web_sys::console::error_1(&message);
}
