//! Questions to a finished analysis: columns, one window of a ranking, one dossier, the summary.

pub mod circles;
pub mod column;
pub mod dossier;
pub mod findings;
pub mod movers;
pub mod people;
pub mod profile;
pub mod ranking;
pub mod stability;
pub mod summary;
pub mod tone;

use crate::insight::Insights;
use crate::model::{Asked, Strings};
use crate::score::Analysis;
use std::fmt::Write as _;

pub use column::Column;
pub use dossier::Dossier;
pub use ranking::{RankingQuery, RankingRow, RankingWindow};
pub use summary::Summary;

/// An analysis and the texts it refers to.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The texts.
    pub strings: &'a Strings,
    /// The analysis.
    pub analysis: &'a Analysis,
    /// What is known beyond the ranking.
    pub insights: &'a Insights,
}

impl<'a> View<'a> {
    /// The handle of an account as shown; its id where no handle is known.
    pub fn handle(&self, account: usize) -> &'a str {
        let accounts = &self.analysis.data.accounts;
        let handle = accounts.handle[account];
        self.strings.get(if handle.is_some() { handle } else { accounts.key[account] })
    }

    /// Its display name.
    pub fn name(&self, account: usize) -> Option<&'a str> {
        self.strings.get_some(self.analysis.data.accounts.name[account])
    }

    /// The account of a handle (any case, with or without `@`) or of an id; of several on different platforms, the
    /// best ranked.
    pub fn find(&self, asked: &str) -> Option<usize> {
        self.find_all(&[asked])[0]
    }

    /// The accounts of several handles or ids, in one pass over all accounts.
    pub fn find_all(&self, asked: &[&str]) -> Vec<Option<usize>> {
        let accounts = &self.analysis.data.accounts;
        let mut found: Vec<Option<usize>> = vec![None; asked.len()];
        let place = |account: usize| self.analysis.scores.place[account];
        Asked::new(asked.iter().copied()).each(accounts, self.strings, |at, account| {
            if found[at].is_none_or(|other| place(account) < place(other)) {
                found[at] = Some(account);
            }
        });
        found
    }
}

/// SHA-256 of the canonical result: method version, then for every account in order its names and the bits of every
/// number of the ranking; the tones that were corrected by hand come first, where there are any. What is computed after the ranking is no part of it: the hash is the same before and after. Equal for the same bytes and settings on every engine, whatever the order of rows.
pub fn result_hash(view: View<'_>) -> String {
    use sha2::{Digest, Sha256};
    let analysis = view.analysis;
    let mut hash = Sha256::new();
    hash.update(crate::score::METHOD_VERSION);
    // What somebody corrected is a part of the result even where it moves no number.
    for (key, label) in &analysis.settings.tones {
        hash.update(key);
        hash.update([0]);
        hash.update(label.name());
        hash.update([0]);
    }
    // The rank says what the place says, which is written below.
    let columns = Column::ALL.iter().filter(|c| !c.is_insight() && **c != Column::Rank);
    let columns: Vec<Vec<f64>> = columns.map(|c| c.values(view)).collect();
    let mut line = Vec::new();
    for account in 0..analysis.data.accounts.len() {
        line.clear();
        line.push(analysis.data.accounts.platform[account] as u8);
        line.extend(view.handle(account).as_bytes());
        line.push(0);
        for column in &columns {
            let value = column[account];
            let bits = if value.is_nan() { u64::MAX } else { (value + 0.0).to_bits() };
            line.extend(bits.to_le_bytes());
        }
        line.extend(analysis.scores.place[account].to_le_bytes());
        hash.update(&line);
    }
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Unknown as `None`.
fn some(value: f64) -> Option<f64> {
    (!value.is_nan()).then_some(value)
}
