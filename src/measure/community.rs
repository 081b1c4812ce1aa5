//! Communities, and the part that each account plays in them.

use super::running::drive;
use super::{Measured, Running, Subject, parsed};
use crate::error::Result;
use crate::graph::community::leiden::{Leiden, Params};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct LeidenParams {
    resolution: Option<f64>,
    randomness: Option<f64>,
    restarts: Option<usize>,
    iterations: Option<usize>,
    tolerance: Option<f64>,
    seed: u64,
}

/// `leiden`.
pub(super) fn leiden(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: LeidenParams = parsed("params", params)?;
    let defaults = Params::default();
    let params = Params {
        resolution: given.resolution.unwrap_or(defaults.resolution),
        randomness: given.randomness.unwrap_or(defaults.randomness),
        restarts: given.restarts.unwrap_or(defaults.restarts),
        iterations: given.iterations.unwrap_or(defaults.iterations),
        tolerance: given.tolerance.unwrap_or(defaults.tolerance),
        seed: given.seed,
        initial: None,
    };
    let algorithm = Leiden::new(&subject.flat()?, params)?;
    Ok(drive(algorithm, |found| {
        let found = found?;
        let of = found.of.iter().map(|community| f64::from(*community)).collect();
        Ok(Measured::column("community", of)
            .fact("communities", found.sizes.len())
            .fact("sizes", json!(found.sizes))
            .fact("modularity", found.quality)
            .fact("qualities", json!(found.qualities))
            .fact("run", found.run)
            .fact("stability", json!({ "ari": found.stability.ari, "nmi": found.stability.nmi })))
    }))
}
