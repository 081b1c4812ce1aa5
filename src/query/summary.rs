//! The summary of an analysis: counts, coverage, what was chosen and why.

use super::View;
use super::findings::{Finding, findings};
use crate::graph::half_life::{Candidate, Source};
use crate::model::{Layer, NONE};
use crate::score::objective::Gate;
use crate::score::{FactorWeights, METHOD_VERSION, PillarWeights};
use serde::Serialize;
use std::collections::BTreeMap;

/// The half-life used.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct HalfLifeSummary {
    pub days: Option<f64>,
    pub source: Source,
    pub candidates: Vec<Candidate>,
}

/// How the brief matched.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct BriefSummary {
    pub terms: Vec<String>,
    pub matching_posts: Option<usize>,
    pub matching_authors: Option<usize>,
}

/// Whether the data can tell a sub-factor, and for how many.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct SubFactorCoverage {
    pub available: bool,
    pub reason: Option<&'static str>,
    pub accounts: usize,
}

/// What the objective asked of accounts before they compete.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct GateSummary {
    pub gate: Gate,
    pub reason: Option<&'static str>,
    pub passed: usize,
}

/// The communities found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct CommunitySummary {
    pub count: usize,
    pub largest: u32,
    pub modularity: Option<f64>,
}

/// The summary.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Summary {
    pub method_version: &'static str,
    pub accounts: usize,
    pub posts: usize,
    pub ties: BTreeMap<&'static str, usize>,
    pub arcs: usize,
    pub self_ties: u64,
    pub components: usize,
    pub largest_component: u32,
    pub first_time: Option<f64>,
    pub last_time: Option<f64>,
    pub half_life: HalfLifeSummary,
    pub credit_layers: Vec<&'static str>,
    pub brief: BriefSummary,
    pub coverage: BTreeMap<&'static str, SubFactorCoverage>,
    pub weights: PillarWeights,
    pub factor_weights: FactorWeights,
    pub gate: Option<GateSummary>,
    pub communities: Option<CommunitySummary>,
    pub ranked: usize,
    pub findings: Vec<Finding>,
}

/// Summarises an analysis. Cost: a pass over posts and ties.
pub fn summary(view: View<'_>) -> Summary {
    let analysis = view.analysis;
    let (data, window) = (&analysis.data, analysis.window());
    let mut ties: BTreeMap<&'static str, usize> = Layer::ALL.iter().map(|l| (l.name(), 0)).collect();
    for t in (0..data.ties.len()).filter(|t| window.contains(data.ties.time.at(*t))) {
        *ties.entry(data.ties.layer[t].name()).or_default() += 1;
    }
    let matching_authors = analysis.topic.as_deref().map(|topic| {
        let mut authors: Vec<u32> = (0..data.posts.known)
            .filter(|p| topic.q[*p] > 0.0 && window.contains(data.posts.time.at(*p)))
            .map(|p| data.posts.author[p])
            .filter(|a| *a != NONE)
            .collect();
        authors.sort_unstable();
        authors.dedup();
        authors.len()
    });
    let coverage = |f: &crate::score::FactorColumn| {
        let available = f.missing.is_none();
        (f.name.name(), SubFactorCoverage { available, reason: f.missing, accounts: f.known() })
    };
    Summary {
        method_version: METHOD_VERSION,
        accounts: data.accounts.len(),
        posts: (0..data.posts.known).filter(|p| window.contains(data.posts.time.at(*p))).count(),
        ties,
        arcs: analysis.attention.graph.arcs(),
        self_ties: data.accounts.self_ties.iter().map(|s| u64::from(*s)).sum(),
        components: analysis.components.sizes.len(),
        largest_component: analysis.components.sizes.first().copied().unwrap_or(0),
        first_time: analysis.span.map(|s| s.0 as f64),
        last_time: analysis.span.map(|s| s.1 as f64),
        half_life: HalfLifeSummary {
            days: analysis.half_life.millis.map(|h| h / 86_400_000.0),
            source: analysis.half_life.source,
            candidates: analysis.half_life.candidates.clone(),
        },
        credit_layers: Layer::ALL
            .iter()
            .filter(|l| analysis.credit_layers[**l as usize])
            .map(|l| l.name())
            .collect(),
        brief: BriefSummary {
            terms: analysis.brief_terms.clone(),
            matching_posts: analysis.topic.as_deref().map(|t| t.matching_posts),
            matching_authors,
        },
        coverage: analysis.factors.iter().map(coverage).collect(),
        weights: analysis.scores.weights,
        factor_weights: analysis.scores.factor_weights,
        gate: analysis.gate().map(|gate| GateSummary {
            gate: gate.gate,
            reason: gate.missing,
            passed: gate
                .missing
                .map_or_else(|| (0..gate.value.len()).filter(|a| gate.passes(*a)).count(), |_| 0),
        }),
        communities: analysis.communities.as_deref().map(|c| CommunitySummary {
            count: c.sizes.len(),
            largest: c.sizes.first().copied().unwrap_or(0),
            modularity: super::some(c.modularity),
        }),
        ranked: analysis.scores.ranked,
        findings: findings(view),
    }
}
