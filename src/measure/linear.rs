//! Measures that are the fixed point of a linear map: who is recognised by the recognised.

use super::running::drive;
use super::{Measured, Running, Subject, parsed};
use crate::error::{ErrorKind, Result};
use crate::graph::linear::{
    Solution, Status, Weighting, hits, hubbell, katz, pagerank, social_power, teleport,
};
use serde::Deserialize;
use serde_json::Value;

/// The result of a solver, with what is known of its error.
fn solved(name: &'static str, solution: Solution) -> Measured {
    Measured::column(name, solution.values)
        .fact("iterations", solution.iterations)
        .fact("lastStep", solution.last_step)
        .fact("errorBound", solution.error_bound)
        .fact("converged", solution.converged)
}

/// The same, with the attenuation used and the spectral radius that it stays below.
fn attenuated(name: &'static str, status: Status) -> Measured {
    solved(name, status.solution)
        .fact("attenuation", status.attenuation)
        .fact("spectralRadius", status.radius)
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct PageRankParams {
    damping: Option<f64>,
    tolerance: Option<f64>,
    max_iterations: Option<usize>,
    weighting: Weighting,
    /// Handles to start walks from; everywhere by default.
    seeds: Vec<String>,
    /// Start only from accounts that at least so many others pay attention to.
    trusted: Option<usize>,
    /// Start where the subject of the brief is written about.
    topic: bool,
}

/// `pagerank`.
pub(super) fn pagerank(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: PageRankParams = parsed("params", params)?;
    let graph = subject.graph()?;
    let defaults = pagerank::Params::default();
    if usize::from(!given.seeds.is_empty()) + usize::from(given.trusted.is_some()) + usize::from(given.topic)
        > 1
    {
        let given = "one of seeds, trusted and topic".to_owned();
        return Err(ErrorKind::InvalidArgument { name: "params", given }.into());
    }
    let teleport = if let Some(least) = given.trusted {
        teleport::trusted(&graph, None, least.max(1))?
    } else if given.topic {
        subject.topic_teleport()?
    } else if given.seeds.is_empty() {
        None
    } else {
        let accounts: Vec<u32> = subject.accounts(&given.seeds)?.into_iter().map(|a| a as u32).collect();
        Some(teleport::on_accounts(graph.nodes(), &accounts)?)
    };
    let params = pagerank::Params {
        damping: given.damping.unwrap_or(defaults.damping),
        tolerance: given.tolerance.unwrap_or(defaults.tolerance),
        max_iterations: given.max_iterations.unwrap_or(defaults.max_iterations),
        weighting: given.weighting,
        teleport,
    };
    Ok(drive(pagerank::PageRank::new(graph, params)?, |found| Ok(solved("pagerank", found))))
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct StatusParams {
    attenuation: Option<f64>,
    tolerance: Option<f64>,
    max_iterations: Option<usize>,
    weighting: Weighting,
}

/// `katz`.
pub(super) fn katz(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: StatusParams = parsed("params", params)?;
    let defaults = katz::Params::default();
    let params = katz::Params {
        attenuation: given.attenuation,
        weighting: given.weighting,
        tolerance: given.tolerance.unwrap_or(defaults.tolerance),
        max_iterations: given.max_iterations.unwrap_or(defaults.max_iterations),
    };
    Ok(drive(katz::Katz::new(subject.graph()?, params)?, |found| Ok(attenuated("katz", found?))))
}

/// `hubbell`.
pub(super) fn hubbell(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: StatusParams = parsed("params", params)?;
    let defaults = hubbell::Params::default();
    let params = hubbell::Params {
        attenuation: given.attenuation,
        weighting: given.weighting,
        tolerance: given.tolerance.unwrap_or(defaults.tolerance),
        max_iterations: given.max_iterations.unwrap_or(defaults.max_iterations),
        ..defaults
    };
    Ok(drive(hubbell::Hubbell::new(subject.graph()?, params)?, |found| Ok(attenuated("hubbell", found?))))
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct PowerParams {
    /// How much of its own an account has besides what it answers to others.
    constant: Option<f64>,
    tolerance: Option<f64>,
    max_iterations: Option<usize>,
    weighting: Weighting,
}

/// `socialPower`.
pub(super) fn social_power(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: PowerParams = parsed("params", params)?;
    let defaults = social_power::Params::default();
    let params = social_power::Params {
        constant: given.constant.unwrap_or(defaults.constant),
        weighting: given.weighting,
        tolerance: given.tolerance.unwrap_or(defaults.tolerance),
        max_iterations: given.max_iterations.unwrap_or(defaults.max_iterations),
        susceptibility: None,
    };
    let algorithm = social_power::SocialPower::new(subject.graph()?, params)?;
    Ok(drive(algorithm, |found| Ok(solved("socialPower", found))))
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct HitsParams {
    tolerance: Option<f64>,
    max_iterations: Option<usize>,
    weighting: Weighting,
}

/// `hits`.
pub(super) fn hits(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: HitsParams = parsed("params", params)?;
    let defaults = hits::Params::default();
    let params = hits::Params {
        weighting: given.weighting,
        tolerance: given.tolerance.unwrap_or(defaults.tolerance),
        max_iterations: given.max_iterations.unwrap_or(defaults.max_iterations),
    };
    Ok(drive(hits::Hits::new(subject.graph()?, params)?, |found| {
        Ok(solved("authority", found.authorities)
            .and("hub", found.hubs)
            .fact("gap", found.gap)
            .fact("degenerate", found.degenerate))
    }))
}
