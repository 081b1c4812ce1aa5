//! Which windows are compared.

use crate::error::{ErrorKind, Result};
use crate::graph::Window;
use crate::model::Millis;
use serde::Deserialize;

/// Accounts listed at the most from each ranking.
const MOST: usize = 100;

/// A span of time: `from` included, `to` left out; open where it is left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Span {
    /// Milliseconds since 1970.
    pub from: Option<f64>,
    /// The same.
    pub to: Option<f64>,
}

/// Options of a comparison.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CompareOptions {
    /// The earlier window.
    pub before: Span,
    /// The later window.
    pub after: Span,
    /// Whether to say how sure ranks are: most of the time is theirs.
    pub intervals: bool,
    /// Accounts listed at the most from each ranking.
    pub most: usize,
}

impl Default for CompareOptions {
    fn default() -> Self {
        CompareOptions { before: Span::default(), after: Span::default(), intervals: true, most: MOST }
    }
}

impl Span {
    /// The window, open ends closed by the first and the last moment of the data.
    ///
    /// # Errors
    /// `argument.invalid` for moments that cannot be, and for a window that ends before it begins.
    pub fn window(&self, name: &'static str, data: (Millis, Millis)) -> Result<Window> {
        let wrong = |given: f64| ErrorKind::InvalidArgument { name, given: given.to_string() };
        for moment in [self.from, self.to].into_iter().flatten() {
            if moment.is_nan() || moment.abs() > 8.64e15 {
                return Err(wrong(moment).into());
            }
        }
        let from = self.from.map_or(data.0, |t| t as Millis);
        let to = self.to.map_or(data.1.saturating_add(1), |t| t as Millis);
        if from >= to && (self.from.is_some() && self.to.is_some()) {
            return Err(wrong(to as f64).into());
        }
        Ok(Window { from: Some(from), to: Some(to.max(from)) })
    }
}
