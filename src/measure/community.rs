//! Communities, and the part that each account plays in them.

use super::running::{chain, drive};
use super::{Measured, Running, Subject, parsed};
use crate::error::Result;
use crate::graph::community::cdlp::{self, Cdlp};
use crate::graph::community::leiden::{Leiden, Params};
use crate::graph::community::participation::{self, Participation, Role};
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
    /// Neighbours below which participation is unknown.
    min_degree: Option<usize>,
    seed: u64,
}

/// `leiden`: communities, and the part that each account plays in them.
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
    let flat = subject.flat()?;
    let least = participation::Params {
        min_degree: given.min_degree.unwrap_or(participation::Params::default().min_degree),
    };
    Ok(chain(Leiden::new(&flat, params)?, move |found| {
        let found = found?;
        let roles = Participation::new(&flat, found.of.clone(), &least)?;
        Ok(drive(roles, move |places| {
            let places = places?;
            let of = found.of.iter().map(|community| f64::from(*community)).collect();
            let role = |role: &Role| if *role == Role::Unknown { f64::NAN } else { f64::from(*role as u8) };
            Ok(Measured::column("community", of)
                .and("participation", places.participation)
                .and("within", places.within)
                .and("role", places.role.iter().map(role).collect())
                .fact("communities", found.sizes.len())
                .fact("sizes", json!(found.sizes))
                .fact("modularity", found.quality)
                .fact("qualities", json!(found.qualities))
                .fact("run", found.run)
                .fact("stability", json!({ "ari": found.stability.ari, "nmi": found.stability.nmi })))
        }))
    }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct LabelParams {
    iterations: Option<usize>,
}

/// `labelPropagation`.
pub(super) fn label_propagation(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: LabelParams = parsed("params", params)?;
    let defaults = cdlp::Params::default();
    let params = cdlp::Params { iterations: given.iterations.unwrap_or(defaults.iterations), ..defaults };
    Ok(drive(Cdlp::new(&subject.graph()?, params)?, |found| {
        Ok(Measured::column("community", found.into_iter().map(f64::from).collect()))
    }))
}
