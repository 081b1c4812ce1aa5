//! The boundary with JavaScript: the only module that names `wasm_bindgen`, `js_sys` or `web_sys`.
//!
//! Every method is a few lines: it converts, calls what does the work, converts back. Numbers cross as typed arrays,
//! text by visible window, small values through serde. What is thrown is always `{ code, params, fatal: false }`; a trap
//! (a panic, no memory left, no stack left) kills the instance, and the page replaces it.
//!
//! The page builds the crate twice: `engine` alone, and `unpack` alone, so that an archive which kills its reader leaves
//! the study alive.

#[cfg(feature = "engine")]
mod convert;
#[cfg(feature = "engine")]
mod engine;
#[cfg(feature = "fault")]
mod fault;
mod panic;
#[cfg(feature = "unpack")]
mod unpacker;

#[cfg(feature = "engine")]
pub use engine::Engine;
#[cfg(feature = "unpack")]
pub use unpacker::Unpacker;
