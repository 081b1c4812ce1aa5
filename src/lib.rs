//! Sillage: who really moves an audience, computed from the exports a marketer already has.
//!
//! The crate is the analysis engine of a static web page. It has no I/O, no clock and no randomness of its own:
//! bytes go in by slices, a ranked and explained list of accounts comes out, and the same bytes always give the
//! same result, natively and in WebAssembly.
//!
//! Data flow one way:
//!
//! ```text
//! bytes ─▶ ingest ─▶ platform ─▶ model ─▶ graph, text ─▶ score ─▶ query, export
//! ```
//!
//! [`session::Session`] drives the whole; the `wasm` module (built for `wasm32` only) exposes it to JavaScript.
#![forbid(unsafe_code)]

pub mod error;
pub mod export;
pub mod graph;
pub mod ingest;
pub mod issue;
pub mod limits;
pub mod math;
pub mod model;
pub mod platform;
pub mod progress;
pub mod query;
pub mod score;
pub mod session;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod wasm;
