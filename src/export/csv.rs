//! The ranking as CSV: safe from formulas, in the dialect of the reader's spreadsheet.

use super::cells::Writer;
use super::pseudonym::Pseudonyms;
use crate::error::Result;
use crate::model::Platform;
use crate::query::ranking::{RankingQuery, row, select};
use crate::query::{Column, View};
use serde::Deserialize;
use std::collections::BTreeMap;

pub use super::cells::Dialect;

/// How the file is written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CsvOptions {
    /// `en` (comma, decimal point) or `fr` (semicolon, decimal comma).
    pub dialect: Dialect,
    /// Leaves text cells as they are, for programs: no guard against formulas.
    pub raw: bool,
    /// Rows at the most; all by default.
    pub top: Option<usize>,
    /// Which accounts, in what order; as in the ranking.
    pub query: RankingQuery,
    /// Titles of the columns, by code; the code itself where there is none.
    pub headers: BTreeMap<String, String>,
    /// The word of [pseudonyms](super::pseudonym); handles, names and addresses are left out then.
    pub pseudonyms: Option<String>,
}

/// Columns of numbers that the file holds after the names.
const NUMBERS: [Column; 25] = [
    Column::Score,
    Column::Reach,
    Column::Relevance,
    Column::Resonance,
    Column::Popularity,
    Column::Proximity,
    Column::Goodwill,
    Column::Authority,
    Column::Trust,
    Column::Affinity,
    Column::Frequency,
    Column::Period,
    Column::Amplitude,
    Column::Credit,
    Column::Resharers,
    Column::Followers,
    Column::Posts,
    Column::InDegree,
    Column::Pagerank,
    Column::Coverage,
    // How sure the rank is: empty before it is computed.
    Column::RankLow,
    Column::RankHigh,
    Column::Tier,
    Column::InTop10,
    Column::InTop50,
];

/// Writes the ranking: UTF-8 with a byte-order mark (spreadsheets misread it otherwise), CRLF, handles without `@`
/// and their profile address beside, unknown numbers empty.
///
/// A text cell that a spreadsheet would take for a formula is prefixed with `'`; numbers never are.
///
/// # Errors
/// As [`select`].
pub fn csv(view: View<'_>, options: &CsvOptions) -> Result<Vec<u8>> {
    let order = select(view, &options.query)?;
    let columns: Vec<Vec<f64>> = NUMBERS.iter().map(|c| c.values(view)).collect();
    let names = Pseudonyms::new(view, options.pseudonyms.as_deref());
    let mut out = Writer::new(options.dialect, options.raw);
    for code in
        ["rank", "handle", "name", "profileUrl", "platform"].into_iter().chain(NUMBERS.map(Column::name))
    {
        out.text(options.headers.get(code).map_or(code, String::as_str));
    }
    out.end();
    for account in order.iter().take(options.top.unwrap_or(usize::MAX)) {
        let row = row(view, *account);
        out.number(row.rank.map_or(f64::NAN, f64::from));
        match &names {
            Some(names) => [names.of(view, *account).as_str(), "", ""].iter().for_each(|cell| out.text(cell)),
            None => {
                out.text(&row.handle);
                out.text(row.name.as_deref().unwrap_or_default());
                out.text(&profile_url(row.platform, &row.handle).unwrap_or_default());
            }
        }
        out.text(row.platform.name());
        for column in &columns {
            out.number(column[*account as usize]);
        }
        out.end();
    }
    Ok(out.finish())
}

/// Address of a profile, where the platform's form is known and the handle is plainly one.
pub fn profile_url(platform: Platform, handle: &str) -> Option<String> {
    let plain = |extra: &str| {
        let ok = |c: char| c.is_ascii_alphanumeric() || extra.contains(c);
        !handle.is_empty() && handle.len() <= 100 && handle.chars().all(ok)
    };
    let url = |before: &str, extra: &str| plain(extra).then(|| format!("https://{before}{handle}"));
    match platform {
        Platform::X => url("x.com/", "_"),
        Platform::Instagram => url("www.instagram.com/", "_."),
        Platform::TikTok => url("www.tiktok.com/@", "_."),
        Platform::Threads => url("www.threads.net/@", "_."),
        Platform::YouTube => url("www.youtube.com/@", "_.-"),
        Platform::Bluesky => url("bsky.app/profile/", ".-"),
        Platform::Reddit => url("www.reddit.com/user/", "_-"),
        Platform::Telegram => url("t.me/", "_"),
        Platform::Mastodon => {
            let (user, host) = handle.split_once('@')?;
            plain("_.-@").then(|| format!("https://{host}/@{user}"))
        }
        Platform::Pinterest => url("www.pinterest.com/", "_"),
        Platform::Truth => url("truthsocial.com/@", "_"),
        Platform::Gab => url("gab.com/", "_"),
        Platform::Vk => url("vk.com/", "_."),
        Platform::Tumblr => url("www.tumblr.com/", "-"),
        Platform::Facebook
        | Platform::LinkedIn
        | Platform::Discord
        | Platform::Slack
        | Platform::WhatsApp
        | Platform::Web
        | Platform::Email
        | Platform::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profile_addresses_are_only_built_from_plain_handles() {
        assert_eq!(profile_url(Platform::X, "zoe_b").as_deref(), Some("https://x.com/zoe_b"));
        assert_eq!(profile_url(Platform::X, "zoe/../b"), None);
        assert_eq!(profile_url(Platform::Mastodon, "zoe@mas.to").as_deref(), Some("https://mas.to/@zoe"));
        assert_eq!(profile_url(Platform::Unknown, "zoe"), None);
    }
}
