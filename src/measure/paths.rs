//! Measures of shortest paths: who stands between, who is near.

use super::running::drive;
use super::{Measured, Running, Subject, parsed};
use crate::error::Result;
use crate::graph::paths::betweenness::{Betweenness, Params, Unit};
use crate::graph::paths::bfs::Bfs;
use crate::graph::paths::sssp::Sssp;
use crate::graph::paths::{Length, Sources, Ties};
use serde::Deserialize;
use serde_json::Value;

/// Start which accounts: all, so many drawn at random, or these.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(untagged)]
enum Start {
    #[default]
    All,
    Drawn(usize),
    Handles(Vec<String>),
}

impl Start {
    fn sources(&self, seed: u64, subject: &Subject<'_>) -> Result<Sources> {
        Ok(match self {
            Start::All => Sources::All,
            Start::Drawn(count) => Sources::Sample { count: *count, seed },
            Start::Handles(handles) => {
                Sources::List(subject.accounts(handles)?.into_iter().map(|account| account as u32).collect())
            }
        })
    }
}

/// The ties to walk: along the arcs, or either way.
fn ties(undirected: bool, subject: &mut Subject<'_>) -> Result<Ties> {
    Ok(if undirected { subject.flat()?.into() } else { subject.graph()?.into() })
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
enum UnitName {
    #[default]
    Pairs,
    Share,
    ShareOfAll,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct BetweennessParams {
    sources: Start,
    weighted: bool,
    undirected: bool,
    unit: UnitName,
    seed: u64,
}

/// `betweenness`.
pub(super) fn betweenness(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: BetweennessParams = parsed("params", params)?;
    let params = Params {
        sources: given.sources.sources(given.seed, subject)?,
        length: given.weighted.then_some(Length::Inverse),
        unit: match given.unit {
            UnitName::Pairs => Unit::Pairs,
            UnitName::Share => Unit::Share,
            UnitName::ShareOfAll => Unit::ShareOfAll,
        },
        blocks: None,
    };
    let algorithm = Betweenness::new(ties(given.undirected, subject)?, params)?;
    Ok(drive(algorithm, |values| Ok(Measured::column("betweenness", values))))
}

/// What a step costs.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
enum StepLength {
    /// One, whatever the tie.
    #[default]
    Hop,
    /// The weight of the tie.
    Weight,
    /// 1 / weight: strong ties are short.
    Inverse,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct DistanceParams {
    from: String,
    #[serde(default)]
    length: StepLength,
    #[serde(default)]
    undirected: bool,
}

/// `distance`: from one account to each other, along attention; NaN where there is no way.
pub(super) fn distance(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: DistanceParams = parsed("params", params)?;
    let source = subject.accounts(std::slice::from_ref(&given.from))?[0] as u32;
    let ties = ties(given.undirected, subject)?;
    let length = match given.length {
        StepLength::Hop => {
            return Ok(drive(Bfs::new(ties, source)?, |hops| {
                let far = |hops: &u32| if *hops == u32::MAX { f64::NAN } else { f64::from(*hops) };
                Ok(Measured::column("distance", hops.iter().map(far).collect()))
            }));
        }
        StepLength::Weight => Length::Weight,
        StepLength::Inverse => Length::Inverse,
    };
    Ok(drive(Sssp::new(ties, source, length)?, |far| {
        let far = far.into_iter().map(|far| if far.is_finite() { far } else { f64::NAN });
        Ok(Measured::column("distance", far.collect()))
    }))
}
