//! The summary of an analysis: counts, coverage, what was chosen and why.

use super::View;
use super::findings::{Finding, findings};
use super::stability::{StabilitySummary, stability};
use crate::graph::half_life::{Candidate, Source};
use crate::model::{Asked, Layer, NONE, OptOut, Withdrawn};
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
    /// Whom the settings name, and how many of them the data hold.
    pub listed: ListedSummary,
    /// How much is known of where accounts say they are, and who belongs to the target audience.
    pub audience: AudienceSummary,
    /// Who was left out at their own wish; `None` where nobody asked.
    pub opt_out: Option<Withdrawn>,
    /// Languages of accounts, the most frequent first.
    pub languages: Vec<LanguageCount>,
    /// Posts whose tone is read, and those that have one.
    pub tone: Option<ToneSummary>,
    /// How far the ranking holds; `None` before it is computed.
    pub stability: Option<StabilitySummary>,
}

impl Summary {
    /// Puts other names in the place of handles, and drops those that are in no account.
    pub fn without_names(&mut self, rename: impl Fn(&str) -> Option<String>) {
        for finding in &mut self.findings {
            if let Some(serde_json::Value::String(handle)) = finding.params.get_mut("handle") {
                *handle = rename(handle).unwrap_or_default();
            }
        }
        let ListedSummary { employees, customers, audience } = &mut self.listed;
        [employees, customers, audience].into_iter().for_each(|found| found.missing.clear());
    }
}

/// Names of a list of the settings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Found {
    pub given: usize,
    pub found: usize,
    /// The first of those that are not in the data.
    pub missing: Vec<String>,
}

/// Names of every list of the settings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct ListedSummary {
    pub employees: Found,
    pub customers: Found,
    pub audience: Found,
}

/// The target audience, and what places can be told by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AudienceSummary {
    /// Accounts that belong to it; `None` where none is named.
    pub members: Option<usize>,
    /// Accounts that say where they are, in a field of their own.
    pub located: usize,
    /// Accounts with a self-description.
    pub described: usize,
    /// Accounts with either.
    pub either: usize,
}

/// Accounts that write in a language.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct LanguageCount {
    pub code: String,
    pub accounts: usize,
}

/// How many posts have a tone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct ToneSummary {
    /// Posts in French or English, or in a language that is not known.
    pub judged: usize,
    /// Those with a word of feeling.
    pub toned: usize,
}

/// Names that are not in the data, listed at the most; and languages.
const MISSING: usize = 10;
const LANGUAGES: usize = 30;

fn listed(view: View<'_>) -> ListedSummary {
    let settings = &view.analysis.settings;
    let lists = [&settings.lists.employees, &settings.lists.customers, &settings.audience.accounts];
    let names: Vec<&str> = lists.into_iter().flatten().map(String::as_str).collect();
    let mut met = vec![false; names.len()];
    if !names.is_empty() {
        let asked = Asked::new(names.iter().copied());
        asked.each(&view.analysis.data.accounts, view.strings, |at, _| met[at] = true);
    }
    let out = OptOut::new(settings.opt_out.iter().map(String::as_str));
    let mut from = 0;
    let [employees, customers, audience] = lists.map(|list| {
        let met = &met[from..from + list.len()];
        from += list.len();
        let missing = list.iter().zip(met).filter(|(_, met)| !**met).map(|(name, _)| name);
        let missing = missing.filter(|name| !out.names(name)).cloned();
        let found = met.iter().filter(|met| **met).count();
        Found { given: list.len(), found, missing: missing.take(MISSING).collect() }
    });
    ListedSummary { employees, customers, audience }
}

fn audience(view: View<'_>) -> AudienceSummary {
    let accounts = &view.analysis.data.accounts;
    let mut told = AudienceSummary {
        members: view.analysis.audience.as_ref().map(|of| of.iter().filter(|member| **member).count()),
        located: 0,
        described: 0,
        either: 0,
    };
    for (location, bio) in accounts.location.iter().zip(&accounts.bio) {
        told.located += usize::from(location.is_some());
        told.described += usize::from(bio.is_some());
        told.either += usize::from(location.is_some() || bio.is_some());
    }
    told
}

fn languages(view: View<'_>) -> Vec<LanguageCount> {
    let Some(readings) = view.analysis.readings.as_deref() else { return Vec::new() };
    let mut counts = vec![0; readings.languages.len() + 1];
    for language in &readings.language {
        if let Some(count) = counts.get_mut(usize::from(*language)) {
            *count += 1;
        }
    }
    let codes = readings.languages.iter().zip(&counts[1..]).filter(|(_, accounts)| **accounts > 0);
    let mut found: Vec<LanguageCount> =
        codes.map(|(code, accounts)| LanguageCount { code: code.clone(), accounts: *accounts }).collect();
    found.sort_by(|a, b| b.accounts.cmp(&a.accounts).then_with(|| a.code.cmp(&b.code)));
    found.truncate(LANGUAGES);
    found
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
        listed: listed(view),
        audience: audience(view),
        opt_out: (data.withdrawn.asked > 0).then_some(data.withdrawn),
        languages: languages(view),
        tone: analysis
            .readings
            .as_deref()
            .map(|readings| ToneSummary { judged: readings.judged, toned: readings.hits }),
        stability: stability(view),
    }
}
