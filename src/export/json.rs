//! The result as JSON: settings, summary and ranking, for programs.

use super::pseudonym::Pseudonyms;
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
    /// The word of [pseudonyms](super::pseudonym); handles, names and ids of posts are left out then.
    pub pseudonyms: Option<String>,
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
    let names = Pseudonyms::new(view, options.pseudonyms.as_deref());
    let mut settings = view.analysis.settings.without_opted_out();
    let mut summary = summary(view);
    if let Some(names) = &names {
        settings = settings.without_people();
        summary.without_names(|handle| view.find(handle).map(|account| names.of(view, account as u32)));
    }
    let called = |account: u32| {
        let row = row(view, account);
        match &names {
            Some(names) => RankingRow { handle: names.of(view, account), name: None, ..row },
            None => row,
        }
    };
    let document = Document {
        format: "sillage.ranking",
        version: 1,
        settings,
        summary,
        result_hash: result_hash(view),
        ranking: order.iter().take(top).map(|a| called(*a)).collect(),
    };
    // Plain data with string keys: there is nothing in it that cannot be written.
    Ok(serde_json::to_vec(&document).unwrap_or_default())
}
