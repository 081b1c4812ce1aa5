//! What a caller may ask of a back-test.

use crate::error::{ErrorKind, Result};
use serde::Deserialize;

/// Where the data are cut, as shares of the time between the first and the last event.
const SHARES: [f64; 4] = [0.5, 0.6, 0.7, 0.8];
/// Cuts at the most.
const MOST_CUTS: usize = 12;
/// Replicates of the bootstrap.
const REPLICATES: usize = 300;
/// Replicates at the most.
const MOST_REPLICATES: usize = 2_000;
/// First places that are looked at, at the most.
pub const TOP: usize = 100;
/// Share of the candidates that the first places are, at the most.
pub const TENTH: usize = 10;

/// Options of a back-test.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct BackTestOptions {
    /// Where the data are cut, as shares of the time between the first and the last event, above 0 and below 1.
    pub shares: Vec<f64>,
    /// Moments to cut at instead, in milliseconds since 1970.
    pub at: Vec<f64>,
    /// How long people are looked at after a cut, days; a sixth of the whole time where it is left out.
    pub horizon_days: Option<f64>,
    /// First places that are looked at: 100 at the most, and no more than a tenth of the candidates.
    pub top: usize,
    /// Replicates of the bootstrap.
    pub replicates: usize,
}

impl Default for BackTestOptions {
    fn default() -> Self {
        BackTestOptions {
            shares: SHARES.to_vec(),
            at: Vec::new(),
            horizon_days: None,
            top: TOP,
            replicates: REPLICATES,
        }
    }
}

impl BackTestOptions {
    /// The options, checked.
    ///
    /// # Errors
    /// `argument.invalid` names the option that cannot be.
    pub fn checked(self) -> Result<BackTestOptions> {
        let wrong =
            |name, given: f64| Err(ErrorKind::InvalidArgument { name, given: given.to_string() }.into());
        if self.shares.len() > MOST_CUTS || (self.shares.is_empty() && self.at.is_empty()) {
            return wrong("shares", self.shares.len() as f64);
        }
        if let Some(share) = self.shares.iter().find(|s| !(**s > 0.0 && **s < 1.0)) {
            return wrong("shares", *share);
        }
        if self.at.len() > MOST_CUTS {
            return wrong("at", self.at.len() as f64);
        }
        if let Some(at) = self.at.iter().find(|t| t.is_nan() || t.abs() > 8.64e15) {
            return wrong("at", *at);
        }
        if let Some(days) = self.horizon_days.filter(|d| !(*d > 0.0 && *d <= 1e6)) {
            return wrong("horizonDays", days);
        }
        if !(1..=TOP).contains(&self.top) {
            return wrong("top", self.top as f64);
        }
        if !(20..=MOST_REPLICATES).contains(&self.replicates) {
            return wrong("replicates", self.replicates as f64);
        }
        Ok(self)
    }
}
