//! Sillage: who really moves an audience, computed from the exports a marketer already has.
//!
//! The crate is the analysis engine of a static web page. It has no I/O, no clock and no randomness of its own:
//! bytes go in by slices, a ranked and explained list of accounts comes out, and the same bytes always give the
//! same result, natively and in WebAssembly.
//!
//! Data flow one way:
//!
//! ```text
//! bytes ─▶ ingest ─▶ platform ─▶ model ─▶ graph, text ─▶ authenticity ─▶ score ─▶ query, export
//! ```
//!
//! Containers stand before it: [`unpack`] turns archives and workbooks into the bytes that `ingest` reads.
//!
//! [`session::Session`] drives the whole; the `wasm` module (built for `wasm32` only) exposes it to JavaScript.
#![forbid(unsafe_code)]

#[cfg(feature = "engine")]
pub mod authenticity;
#[cfg(feature = "engine")]
pub mod backtest;
#[cfg(feature = "engine")]
pub mod comparison;
#[cfg(feature = "engine")]
pub mod diffusion;
#[cfg(feature = "engine")]
pub mod error;
#[cfg(feature = "engine")]
pub mod export;
#[cfg(feature = "engine")]
pub mod graph;
#[cfg(feature = "engine")]
pub mod ingest;
#[cfg(feature = "engine")]
pub mod insight;
#[cfg(feature = "engine")]
pub mod issue;
pub mod limits;
#[cfg(feature = "engine")]
pub mod math;
#[cfg(feature = "engine")]
pub mod measure;
#[cfg(feature = "engine")]
pub mod model;
#[cfg(feature = "engine")]
pub mod overview;
#[cfg(feature = "engine")]
pub mod people;
#[cfg(feature = "engine")]
pub mod platform;
#[cfg(feature = "engine")]
pub mod progress;
#[cfg(feature = "engine")]
pub mod query;
#[cfg(feature = "engine")]
pub mod score;
#[cfg(feature = "engine")]
pub mod session;
#[cfg(feature = "engine")]
pub mod team;
#[cfg(feature = "engine")]
pub mod text;
#[cfg(feature = "engine")]
pub mod time;
#[cfg(feature = "engine")]
pub mod uncertainty;
#[cfg(feature = "unpack")]
pub mod unpack;
#[cfg(feature = "engine")]
pub mod value;

#[cfg(target_arch = "wasm32")]
pub mod wasm;
