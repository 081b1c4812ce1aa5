//! How far the ranking holds: what of its first places stays when chance, weights or choices are others.

use super::{View, some};
use crate::model::Layer;
use crate::score::Objective;
use crate::uncertainty::{Agreement, KEPT, Uncertainty, Variant};
use serde::Serialize;

/// What was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Changed {
    /// Other people awake: reactors drawn again.
    People,
    /// Other days: weeks or days drawn again.
    Time,
    /// Other weights of the pillars, about the chosen ones.
    Weights,
    /// Another half-life.
    HalfLife,
    /// Another weight of a kind of tie.
    Layer,
    /// Another objective.
    Objective,
}

/// One line of the report: what was changed, and what of the ranking stays.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct StabilityLine {
    pub what: Changed,
    /// What a half-life or a weight was multiplied by.
    pub times: Option<f64>,
    pub layer: Option<Layer>,
    pub objective: Option<Objective>,
    /// Share of the first 10 and 50 that are among the first 10 and 50 still.
    pub top10: Option<f64>,
    pub top50: Option<f64>,
    /// Rank-biased overlap of the first 100.
    pub overlap: Option<f64>,
    /// Kendall's τ_b of the first 1,000.
    pub tau: Option<f64>,
}

/// The report. `None` of [`stability`] is not computed yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct StabilitySummary {
    pub lines: Vec<StabilityLine>,
    pub replicates: usize,
    /// Weeks or days drawn again; 0 where the data span too few.
    pub time_blocks: u32,
    /// Why chance could not be tried.
    pub reason: Option<&'static str>,
}

/// How far the ranking holds; `None` before that is computed.
pub fn stability(view: View<'_>) -> Option<StabilitySummary> {
    let (found, variants) = (view.insights.uncertainty.as_deref()?, view.insights.stability.as_deref()?);
    let mut lines = Vec::new();
    for (what, agreement) in [Changed::People, Changed::Time].into_iter().zip(&found.agreement) {
        lines.push(line(what, *agreement));
    }
    let weights = under_other_weights(view, found);
    if weights.iter().any(|share| !share.is_nan()) {
        lines.push(line(Changed::Weights, Agreement { overlap: f64::NAN, tau: f64::NAN, kept: weights }));
    }
    for (variant, agreement) in variants {
        lines.push(match *variant {
            Variant::HalfLife(times) => {
                StabilityLine { times: Some(times), ..line(Changed::HalfLife, *agreement) }
            }
            Variant::Layer(layer, times) => {
                StabilityLine { times: Some(times), layer: Some(layer), ..line(Changed::Layer, *agreement) }
            }
            Variant::Objective(objective) => {
                StabilityLine { objective: Some(objective), ..line(Changed::Objective, *agreement) }
            }
        });
    }
    Some(StabilitySummary {
        lines,
        replicates: found.replicates,
        time_blocks: found.time_blocks,
        reason: found.missing,
    })
}

fn line(what: Changed, agreement: Agreement) -> StabilityLine {
    StabilityLine {
        what,
        times: None,
        layer: None,
        objective: None,
        top10: some(agreement.kept[0]),
        top50: some(agreement.kept[1]),
        overlap: some(agreement.overlap),
        tau: some(agreement.tau),
    }
}

/// Share of the first 10 and 50 that stay when the weights of the pillars are drawn about the chosen ones: the mean
/// chance of those who are there.
fn under_other_weights(view: View<'_>, found: &Uncertainty) -> [f64; 2] {
    let scores = &view.analysis.scores;
    let mut shares = [f64::NAN; 2];
    for (at, top) in KEPT.into_iter().enumerate() {
        let chances = &found.in_top_by_weights[at];
        if scores.ranked > top && !chances.is_empty() {
            let of = |account: &u32| chances.get(*account as usize).map_or(f64::NAN, |c| f64::from(*c));
            shares[at] = crate::math::mean(&scores.order[..top].iter().map(of).collect::<Vec<f64>>());
        }
    }
    shares
}
