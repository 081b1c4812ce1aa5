//! The ranking as CSV: safe from formulas, in the dialect of the reader's spreadsheet.

use super::pseudonym::Pseudonyms;
use crate::error::Result;
use crate::model::Platform;
use crate::query::ranking::{RankingQuery, row, select};
use crate::query::{Column, View};
use serde::Deserialize;
use std::collections::BTreeMap;

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

/// Which spreadsheet will open the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    /// Comma between cells, point before decimals.
    #[default]
    En,
    /// Semicolon between cells, comma before decimals.
    Fr,
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

/// Writes cells and lines in a dialect.
#[derive(Debug)]
pub(super) struct Writer {
    out: String,
    dialect: Dialect,
    raw: bool,
    at_start: bool,
}

impl Writer {
    pub(super) fn new(dialect: Dialect, raw: bool) -> Writer {
        Writer { out: "\u{feff}".to_owned(), dialect, raw, at_start: true }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    fn separate(&mut self) {
        if !self.at_start {
            self.out.push(if self.dialect == Dialect::Fr { ';' } else { ',' });
        }
        self.at_start = false;
    }

    pub(super) fn text(&mut self, text: &str) {
        self.separate();
        let guarded = !self.raw && is_formula(text);
        let quoted = guarded || text.contains([',', ';', '"', '\n', '\r', '\t']) || text.trim() != text;
        if !quoted {
            self.out.push_str(text);
            return;
        }
        self.out.push('"');
        if guarded {
            self.out.push('\'');
        }
        self.out.push_str(&text.replace('"', "\"\""));
        self.out.push('"');
    }

    fn number(&mut self, value: f64) {
        self.separate();
        if value.is_finite() {
            let text = value.to_string();
            self.out.push_str(&if self.dialect == Dialect::Fr { text.replace('.', ",") } else { text });
        }
    }

    pub(super) fn end(&mut self) {
        self.out.push_str("\r\n");
        self.at_start = true;
    }
}

/// Whether a spreadsheet could take a text for a formula: by its first character, full-width forms included.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(options: &CsvOptions, cells: &[&str], numbers: &[f64]) -> String {
        let mut writer = Writer { out: String::new(), ..Writer::new(options.dialect, options.raw) };
        cells.iter().for_each(|c| writer.text(c));
        numbers.iter().for_each(|n| writer.number(*n));
        writer.end();
        writer.out
    }

    #[test]
    fn inj_1_text_that_looks_like_a_formula_is_guarded() {
        let options = CsvOptions::default();
        for cell in ["=1+1", "+33", "-x", "@zoe", "\tx", "\rx", "\nx", "＝A1", "＠SUM"] {
            let line = written(&options, &[cell], &[]);
            assert!(line.starts_with("\"'"), "{cell:?} → {line:?}");
        }
        assert_eq!(written(&options, &["Zoé \"B\", x"], &[]), "\"Zoé \"\"B\"\", x\"\r\n");
        let raw = CsvOptions { raw: true, ..CsvOptions::default() };
        assert_eq!(written(&raw, &["=1+1"], &[]), "=1+1\r\n");
    }

    #[test]
    fn inj_2_numbers_stay_numbers_and_unknown_is_empty() {
        let options = CsvOptions::default();
        assert_eq!(written(&options, &["a"], &[-12.0, 0.5, f64::NAN]), "a,-12,0.5,\r\n");
    }

    #[test]
    fn inj_6_french_dialect() {
        let options = CsvOptions { dialect: Dialect::Fr, ..CsvOptions::default() };
        assert_eq!(written(&options, &["a,b"], &[0.5]), "\"a,b\";0,5\r\n");
    }

    #[test]
    fn profile_addresses_are_only_built_from_plain_handles() {
        assert_eq!(profile_url(Platform::X, "zoe_b").as_deref(), Some("https://x.com/zoe_b"));
        assert_eq!(profile_url(Platform::X, "zoe/../b"), None);
        assert_eq!(profile_url(Platform::Mastodon, "zoe@mas.to").as_deref(), Some("https://mas.to/@zoe"));
        assert_eq!(profile_url(Platform::Unknown, "zoe"), None);
    }
}
