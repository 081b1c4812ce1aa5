//! The result as JSON: settings, summary and ranking, for programs.

use crate::error::Result;
use crate::query::ranking::{RankingQuery, RankingRow, row, select};
use crate::query::{Summary, View, result_hash, summary::summary};
use crate::score::Settings;
use serde::{Deserialize, Serialize};

/// What the file holds.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct JsonOptions {
    /// Rows at the most; all by default.
    pub top: Option<usize>,
    /// Which accounts, in what order; as in the ranking.
    pub query: RankingQuery,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document {
    /// Name and version of this form, so that readers can tell later ones.
    format: &'static str,
    version: u32,
    settings: Settings,
    summary: Summary,
    /// SHA-256 of the canonical result: what another engine, or another day, must find again.
    result_hash: String,
    ranking: Vec<RankingRow>,
}

/// Writes settings, summary and ranking. Unknown numbers are `null`.
///
/// # Errors
/// As [`select`].
pub fn json(view: View<'_>, options: &JsonOptions) -> Result<Vec<u8>> {
    let order = select(view, &options.query)?;
    let top = options.top.unwrap_or(usize::MAX);
    let document = Document {
        format: "sillage.ranking",
        version: 1,
        settings: view.analysis.settings.without_opted_out(),
        summary: summary(view),
        result_hash: result_hash(view),
        ranking: order.iter().take(top).map(|a| row(view, *a)).collect(),
    };
    // Plain data with string keys: there is nothing in it that cannot be written.
    Ok(serde_json::to_vec(&document).unwrap_or_default())
}
