//! One window of the ranking: sorted, searched and filtered here, so that the page never holds more than it shows.

use super::{Column, View, some};
use crate::error::{ErrorKind, Result};
use crate::limits::WINDOW_ROWS;
use crate::model::Platform;
use crate::people::size::Tier;
use crate::people::types::Type;
use crate::text::{fold, fold_into};
use crate::time::Direction;
use crate::uncertainty::Uncertainty;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is asked of the ranking.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct RankingQuery {
    /// Column to sort by, or `handle`; by default the order of the objective.
    pub sort: Option<String>,
    /// Greatest first; for `handle`, Z first. By default true, and false for `handle`.
    pub descending: Option<bool>,
    /// Part of a handle or a name, case and accents ignored.
    pub search: String,
    /// Only this network.
    pub platform: Option<String>,
    /// Only this size, once sizes are known.
    pub size: Option<String>,
    /// Only accounts of this language, by its code.
    pub language: Option<String>,
    /// `true`: accounts with enough data (default); `false`: those listed apart; `null`: all.
    pub enough: Option<bool>,
    /// Least values; an unknown value never passes.
    pub min: BTreeMap<String, f64>,
    /// Greatest values; an unknown value never passes.
    pub max: BTreeMap<String, f64>,
    /// First row.
    pub from: usize,
    /// Row after the last.
    pub to: usize,
}

impl Default for RankingQuery {
    fn default() -> Self {
        RankingQuery {
            sort: None,
            descending: None,
            search: String::new(),
            platform: None,
            size: None,
            language: None,
            enough: Some(true),
            min: BTreeMap::new(),
            max: BTreeMap::new(),
            from: 0,
            to: 100,
        }
    }
}

/// One account of the ranking.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct RankingRow {
    pub index: u32,
    pub rank: Option<u32>,
    pub handle: String,
    pub name: Option<String>,
    pub platform: Platform,
    pub score: Option<f64>,
    pub reach: Option<f64>,
    pub relevance: Option<f64>,
    pub resonance: Option<f64>,
    pub credit: Option<f64>,
    pub resharers: Option<u32>,
    pub followers: Option<f64>,
    pub posts: Option<u32>,
    pub coverage: f64,
    pub enough: bool,
    /// Interval of the rank (90 %) and tier; `None` before they are computed, or where they cannot be told.
    pub rank_low: Option<u32>,
    pub rank_high: Option<u32>,
    pub tier: Option<u32>,
    pub size: Option<Tier>,
    #[serde(rename = "type")]
    pub kind: Option<Type>,
    pub direction: Option<Direction>,
    pub authenticity: Option<f64>,
}

/// A window of the ranking.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RankingWindow {
    /// Accounts that pass the filters.
    pub matched: usize,
    /// Accounts with enough data, before filters.
    pub ranked: usize,
    /// Accounts listed apart, before filters.
    pub apart: usize,
    /// The rows.
    pub rows: Vec<RankingRow>,
}

/// The accounts that pass the filters, in the order asked for.
///
/// # Errors
/// `argument.invalid` for an unknown column, platform or size.
pub fn select(view: View<'_>, query: &RankingQuery) -> Result<Vec<u32>> {
    let analysis = view.analysis;
    let scores = &analysis.scores;
    let mut order = match query.enough {
        Some(true) => scores.order[..scores.ranked].to_vec(),
        Some(false) => scores.order[scores.ranked..].to_vec(),
        None => scores.order.clone(),
    };
    if let Some(name) = &query.platform {
        let platform = Platform::ALL.into_iter().find(|p| p.name() == name);
        let invalid = || ErrorKind::InvalidArgument { name: "platform", given: name.clone() };
        let platform = platform.ok_or_else(invalid)?;
        order.retain(|a| analysis.data.accounts.platform[*a as usize] == platform);
    }
    if let Some(name) = &query.size {
        let tier = Tier::ALL.into_iter().find(|tier| tier.name() == name);
        let tier = tier.ok_or_else(|| ErrorKind::InvalidArgument { name: "size", given: name.clone() })?;
        let sizes = view.insights.sizes.as_deref();
        order.retain(|a| sizes.is_some_and(|sizes| sizes.tier[*a as usize] == Some(tier)));
    }
    if let Some(code) = &query.language {
        let readings = analysis.readings.as_deref();
        order.retain(|a| readings.and_then(|r| r.language_of(*a as usize)) == Some(code.as_str()));
    }
    for (bounds, below) in [(&query.min, true), (&query.max, false)] {
        for (name, bound) in bounds {
            let values = Column::named(name)?.values(view);
            order.retain(|a| {
                let value = values[*a as usize];
                if below { value >= *bound } else { value <= *bound }
            });
        }
    }
    let search = fold(query.search.trim().trim_start_matches('@'));
    if !search.is_empty() {
        let mut folded = String::new();
        order.retain(|a| {
            let account = *a as usize;
            [Some(view.handle(account)), view.name(account)].into_iter().flatten().any(|text| {
                folded.clear();
                fold_into(text, &mut folded);
                folded.contains(&search)
            })
        });
    }
    match query.sort.as_deref() {
        None => {
            if query.descending == Some(false) {
                order.reverse();
            }
        }
        Some("handle") => {
            let mut keyed: Vec<(String, u32)> =
                order.iter().map(|a| (fold(view.handle(*a as usize)), *a)).collect();
            keyed.sort_unstable();
            if query.descending == Some(true) {
                keyed.reverse();
            }
            order = keyed.into_iter().map(|k| k.1).collect();
        }
        Some(name) => {
            let values = Column::named(name)?.values(view);
            let descending = query.descending.unwrap_or(true);
            order.sort_unstable_by(|a, b| {
                let (x, y) = (values[*a as usize], values[*b as usize]);
                // Unknown comes last either way; what is equal keeps the order of the objective.
                let known = x.is_nan().cmp(&y.is_nan());
                let by_value = if descending { y.total_cmp(&x) } else { x.total_cmp(&y) };
                known.then(by_value).then(scores.place[*a as usize].cmp(&scores.place[*b as usize]))
            });
        }
    }
    Ok(order)
}

/// One window of rows.
///
/// # Errors
/// As [`select`]; `limit.reached` for a window of more than [`WINDOW_ROWS`] rows.
pub fn ranking(view: View<'_>, query: &RankingQuery) -> Result<RankingWindow> {
    if query.to.saturating_sub(query.from) > WINDOW_ROWS {
        return Err(ErrorKind::LimitReached { limit: "WINDOW_ROWS", value: WINDOW_ROWS as f64 }.into());
    }
    let order = select(view, query)?;
    let to = query.to.min(order.len());
    let from = query.from.min(to);
    Ok(RankingWindow {
        matched: order.len(),
        ranked: view.analysis.scores.ranked,
        apart: view.analysis.scores.order.len() - view.analysis.scores.ranked,
        rows: order[from..to].iter().map(|a| row(view, *a)).collect(),
    })
}

/// The row of an account.
pub fn row(view: View<'_>, account: u32) -> RankingRow {
    let (analysis, a) = (view.analysis, account as usize);
    let scores = &analysis.scores;
    let place = scores.place[a];
    let credited = analysis.has_credit();
    let insights = view.insights;
    let place_of = |column: fn(&Uncertainty) -> &Vec<u32>| {
        let found = insights.uncertainty.as_deref()?;
        column(found).get(a).copied().filter(|place| *place > 0)
    };
    RankingRow {
        index: account,
        rank: ((place as usize) < scores.ranked).then_some(place + 1),
        handle: view.handle(a).to_owned(),
        name: view.name(a).map(str::to_owned),
        platform: analysis.data.accounts.platform[a],
        score: some(scores.score[a]),
        reach: some(scores.pillars[0][a]),
        relevance: some(scores.pillars[1][a]),
        resonance: some(scores.pillars[2][a]),
        credit: credited.then_some(analysis.credit.of[a]),
        resharers: credited.then_some(analysis.credit.people[a]),
        followers: some(analysis.data.accounts.followers[a]),
        posts: (analysis.data.posts.known > 0).then(|| super::column::posts(view, a).count() as u32),
        coverage: scores.coverage[a],
        enough: scores.enough(a),
        rank_low: place_of(|u| &u.rank_low),
        rank_high: place_of(|u| &u.rank_high),
        tier: place_of(|u| &u.tier),
        size: insights.sizes.as_deref().and_then(|sizes| sizes.tier[a]),
        kind: insights.types.as_deref().and_then(|types| types[a].first),
        direction: insights.trends.as_deref().and_then(|trends| trends.direction.get(a).copied()),
        authenticity: analysis.authenticity.as_deref().and_then(|found| some(found.of[a])),
    }
}
