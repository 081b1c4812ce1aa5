//! Two windows of one study, side by side: what changed between before and after.
//!
//! It says what changed and how sure that is; never why. There is no group of people whom a campaign did not touch to
//! compare with, and much else changes with time.
//!
//! # Formula
//! `E` of an account in a window is the number of distinct people who re-shared it, each counted once in every unit of
//! time (a day; an hour where a window is short): windows of different lengths have comparable rates. With
//! `ρ` the ratio of the lengths, `φ` how much more counts vary from unit to unit than chance alone would make them, and
//! `m` the shape of a gamma prior fitted to all accounts by moments,
//! `change = log2((E_after/φ + m) / (ρ E_before/φ + m))`. The share of the later rate is a Beta number, which gives the
//! 90 % interval and the chance of no change. Of all accounts tested, those are told as changed that Benjamini and
//! Hochberg's rule keeps: one in ten of them at most is expected to be a false alarm.
//!
//! # Complexity
//! An analysis of each window, and of each, where intervals are wanted, a bootstrap; O(ties log ties + posts) for the
//! rest. One of the two analyses is held at a time.
//!
//! # Source
//! Gamma-Poisson: as rising and fading ([`crate::time`]). Quasi-Poisson dispersion: Wedderburn 1974. False discoveries:
//! Benjamini and Hochberg 1995.

mod counts;
mod options;
mod outcome;
mod side;
mod task;

pub use options::{CompareOptions, Span};
pub use outcome::{AccountChange, Changed, CommunityChange, Comparison, Kind, Mark, Side, TotalChange};
pub use task::{Ask, Compare};
