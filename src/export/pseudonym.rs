//! Names that stand for names: `Influencer 001` is the first of the ranking.

use super::cells::{Dialect, Writer};
use crate::error::Result;
use crate::query::View;
use serde::Deserialize;

/// Bytes of the word before the number.
const WORD: usize = 60;

/// Numbers accounts in the order of the ranking, those listed apart after the others. The same study and settings give
/// the same numbers, whatever part of it a file holds.
#[derive(Debug)]
pub struct Pseudonyms {
    word: String,
    digits: usize,
}

impl Pseudonyms {
    /// With a word before the number, in the reader's language; `None` where people keep their names.
    pub fn new(view: View<'_>, word: Option<&str>) -> Option<Pseudonyms> {
        let word = word?.trim();
        let word = word[..word.floor_char_boundary(WORD)].to_owned();
        let accounts = view.analysis.data.accounts.len();
        Some(Pseudonyms { word, digits: accounts.checked_ilog10().map_or(1, |log| log as usize + 1).max(3) })
    }

    /// What an account is called.
    pub fn of(&self, view: View<'_>, account: u32) -> String {
        let place = view.analysis.scores.place[account as usize];
        format!("{} {:0digits$}", self.word, u64::from(place) + 1, digits = self.digits).trim().to_owned()
    }
}

/// How the key is written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct KeyOptions {
    /// The word before the number.
    pub pseudonyms: String,
    /// As in [`super::csv::CsvOptions`].
    pub dialect: Dialect,
    /// Titles of the columns, by code.
    pub headers: std::collections::BTreeMap<String, String>,
}

/// The key to the names, as CSV: who is behind each number. It is kept apart from the files that it opens.
///
/// # Errors
/// None today; the form is that of the other exports.
pub fn key(view: View<'_>, options: &KeyOptions) -> Result<Vec<u8>> {
    let Some(names) = Pseudonyms::new(view, Some(&options.pseudonyms)) else { return Ok(Vec::new()) };
    let accounts = &view.analysis.data.accounts;
    let mut out = Writer::new(options.dialect, false);
    for code in ["pseudonym", "handle", "name", "platform", "id"] {
        out.text(options.headers.get(code).map_or(code, String::as_str));
    }
    out.end();
    for account in &view.analysis.scores.order {
        let at = *account as usize;
        out.text(&names.of(view, *account));
        out.text(view.handle(at));
        out.text(view.name(at).unwrap_or_default());
        out.text(accounts.platform[at].name());
        out.text(if accounts.has_id[at] { view.strings.get(accounts.key[at]) } else { "" });
        out.end();
    }
    Ok(out.finish())
}
