//! Numbers as they are told.

use crate::math::wilson::Bounded;
use serde::Serialize;

/// A share or a difference with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Told {
    /// The value.
    pub value: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// What it is out of: how many posts or people, or what so many weigh.
    pub of: f64,
}

impl Told {
    /// A value out of `of`.
    pub(super) fn new(bounded: Bounded, of: f64) -> Told {
        Told { value: bounded.value, low: bounded.low, high: bounded.high, of }
    }
}
