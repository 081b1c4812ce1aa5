//! Measures of shortest paths: who stands between, who is near.

use super::running::{drive, prepared};
use super::shared::{Job, Offer, divide};
use super::{Measured, Running, Subject, parsed};
use crate::error::{ErrorKind, Result};
use crate::graph::paths::betweenness::{Params, Preparing, Unit};
use crate::graph::paths::bfs::Bfs;
use crate::graph::paths::harmonic::{self, Direction, Harmonic};
use crate::graph::paths::hyperball::{self, Balls, HyperBall};
use crate::graph::paths::kadabra::{self, Estimate, Kadabra};
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
    /// From all sources, or estimated; by default what the size of the graph allows.
    exact: Option<bool>,
    epsilon: Option<f64>,
    delta: Option<f64>,
    weighted: bool,
    undirected: bool,
    unit: UnitName,
    seed: u64,
}

/// `betweenness`: exact, from some sources, or estimated with a guarantee.
pub(super) fn betweenness(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: BetweennessParams = parsed("params", params)?;
    let ties = ties(given.undirected, subject)?;
    let all = matches!(given.sources, Start::All);
    let affordable = given.weighted || kadabra::exact_is_affordable(&ties);
    if all && !given.exact.unwrap_or(affordable) {
        return estimated(&given, ties, subject);
    }
    if given.epsilon.is_some() || given.delta.is_some() {
        // What is exact has no error to bound.
        let given = "an error is given for what is not estimated".to_owned();
        return Err(ErrorKind::InvalidArgument { name: "epsilon", given }.into());
    }
    let params = Params {
        sources: given.sources.sources(given.seed, subject)?,
        length: given.weighted.then_some(Length::Inverse),
        unit: match given.unit {
            UnitName::Pairs => Unit::Pairs,
            UnitName::Share => Unit::Share,
            UnitName::ShareOfAll => Unit::ShareOfAll,
        },
    };
    let job = Job::Betweenness {
        sources: params.sources.clone(),
        length: params.length,
        undirected: given.undirected,
    };
    let offer = Offer { job, graph: subject.graph()? };
    Ok(divide(Preparing::new(ties, params)?, offer, move |values| {
        Ok(Measured::column("betweenness", values).fact("method", if all { "exact" } else { "sources" }))
    }))
}

/// By KADABRA.
fn estimated(given: &BetweennessParams, ties: Ties, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    if given.weighted {
        let given = "weighted betweenness is not estimated".to_owned();
        return Err(ErrorKind::InvalidArgument { name: "exact", given }.into());
    }
    let defaults = kadabra::Params::default();
    let params = kadabra::Params {
        epsilon: given.epsilon.unwrap_or(defaults.epsilon),
        delta: given.delta.unwrap_or(defaults.delta),
        seed: given.seed,
    };
    let n = ties.nodes() as f64;
    let all = (n * (n - 1.0)).max(0.0);
    let factor = match given.unit {
        UnitName::Pairs if ties.is_directed() => all,
        UnitName::Pairs => all / 2.0,
        UnitName::Share if n > 2.0 => all / ((n - 1.0) * (n - 2.0)),
        UnitName::Share | UnitName::ShareOfAll => 1.0,
    };
    let told = move |found: Estimate| {
        let scaled = |values: &[f64]| values.iter().map(|value| value * factor).collect::<Vec<f64>>();
        let distinct =
            (0..found.share.len()).map(|node| f64::from(u8::from(found.is_distinct(node)))).collect();
        Ok(Measured::column("betweenness", scaled(&found.share))
            .and("lower", scaled(&found.lower))
            .and("upper", scaled(&found.upper))
            .and("distinct", distinct)
            .fact("method", "kadabra")
            .fact("epsilon", found.epsilon * factor)
            .fact("delta", found.delta)
            .fact("samples", found.samples)
            .fact("mostSamples", found.most_samples))
    };
    let kadabra::Params { epsilon, delta, seed } = params;
    let job = Job::EstimatedBetweenness { epsilon, delta, seed, undirected: given.undirected };
    Ok(divide(Kadabra::prepare(ties, params)?, Offer { job, graph: subject.graph()? }, told))
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

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Way {
    /// From others to the account, along attention: how quickly what it says can reach them.
    #[default]
    Incoming,
    /// From the account to others.
    Outgoing,
}

impl Way {
    fn direction(&self) -> Direction {
        match self {
            Way::Incoming => Direction::Incoming,
            Way::Outgoing => Direction::Outgoing,
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct HarmonicParams {
    sources: Start,
    direction: Way,
    undirected: bool,
    seed: u64,
}

/// `harmonic`: closeness to all others, or estimated from some of them.
pub(super) fn harmonic(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: HarmonicParams = parsed("params", params)?;
    let params = harmonic::Params {
        others: given.sources.sources(given.seed, subject)?,
        direction: given.direction.direction(),
    };
    let (others, direction) = (params.others.clone(), params.direction);
    let job = Job::Harmonic { others, direction, undirected: given.undirected };
    let offer = Offer { job, graph: subject.graph()? };
    Ok(divide(Harmonic::prepare(ties(given.undirected, subject)?, params)?, offer, |found| {
        let measured = Measured::column("harmonic", found.closeness);
        Ok(match found.standard_error {
            Some(error) => measured.and("standardError", error).fact("exact", false),
            None => measured.fact("exact", true),
        })
    }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct ReachParams {
    /// Steps within which people count as audience.
    steps: Option<u32>,
    /// 2^bits registers a counter: more is nearer to the truth and takes more memory.
    bits: Option<u32>,
    direction: Way,
    undirected: bool,
    seed: u64,
}

/// `reach`: how many distinct accounts are within some steps, by HyperBall.
pub(super) fn reach(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: ReachParams = parsed("params", params)?;
    let defaults = hyperball::Params::default();
    let params = hyperball::Params {
        bits: given.bits.unwrap_or(defaults.bits),
        seed: given.seed,
        audience_steps: given.steps.unwrap_or(defaults.audience_steps),
        direction: given.direction.direction(),
        ..defaults
    };
    let told = |found: Balls| {
        Ok(Measured::column("audience", found.audience)
            .and("reachable", found.reachable)
            .and("harmonic", found.harmonic)
            .fact("pairsWithin", found.pairs_within)
            .fact("averageDistance", found.average_distance)
            .fact("effectiveDiameter", found.effective_diameter)
            .fact("relativeError", found.relative_error)
            .fact("complete", found.complete))
    };
    let preparation = HyperBall::prepare(ties(given.undirected, subject)?, params)?;
    Ok(prepared(preparation, move |algorithm| Ok(drive(algorithm?, told))))
}
