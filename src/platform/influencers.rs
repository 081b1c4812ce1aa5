//! Lists of accounts with their followers and rates, without posts: what directories of influencers sell.

use super::columns::{Columns, guess, values};
use super::ledger::Ledger;
use super::record::Record;
use super::roles::{Field, IGNORED, Role, Side};
use super::words;
use crate::error::Result;
use crate::ingest::layout::Layout;
use crate::model::{AccountIn, Builder, Platform};

/// Maps rows to accounts.
#[derive(Debug)]
pub struct Influencers {
    columns: Columns,
}

/// The roles of the columns when the table is such a list.
///
/// Which column holds the handles is told by what they look like: in real lists `Instagram name` is now the handle,
/// now the display name.
pub fn detect(layout: &Layout) -> Option<Vec<Role>> {
    let mut found = guess(layout, |(side, field)| {
        side == Side::Row
            && matches!(
                field,
                Field::AuthorId
                    | Field::Followers
                    | Field::Following
                    | Field::PostsTotal
                    | Field::Verified
                    | Field::Bio
                    | Field::Platform
                    | Field::Url
                    | Field::CollectedAt
            )
    });
    let mut named: Vec<(std::cmp::Reverse<(usize, usize)>, usize)> = (0..layout.columns.len())
        .filter(|&c| found[c] == IGNORED && may_be_name(&layout.columns[c]))
        .map(|c| (std::cmp::Reverse(likeness(layout, c)), c))
        .collect();
    named.sort_unstable();
    let mut named = named.into_iter().map(|(_, column)| column);
    if !found.contains(&(Side::Row, Field::Followers)) {
        return None;
    }
    match named.next() {
        Some(handle) => found[handle] = (Side::Row, Field::Author),
        None if found.contains(&(Side::Row, Field::AuthorId)) => {}
        None => return None,
    }
    if let Some(display) = named.next() {
        found[display] = (Side::Row, Field::AuthorName);
    }
    Some(found)
}

fn may_be_name(column: &str) -> bool {
    const PARTS: [&str; 12] = [
        "name",
        "nom",
        "handle",
        "pseudo",
        "tiktoker",
        "youtuber",
        "youtubechannel",
        "influenc",
        "compte",
        "account",
        "user",
        "creator",
    ];
    let squeezed = super::naming::squeeze(column);
    let excluded = ["brand", "campaign", "categor", "country", "number"].iter().any(|p| squeezed.contains(p));
    !excluded && (PARTS.iter().any(|p| squeezed.contains(p)) || squeezed == "auteur" || squeezed == "author")
}

/// How much the values of a column look like handles: in percent, then those in lower case.
fn likeness(layout: &Layout, column: usize) -> (usize, usize) {
    let (mut all, mut like, mut lower) = (0, 0, 0);
    for value in values(layout, column) {
        let handle = value.trim_start_matches('@');
        let word = handle.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-'));
        all += 1;
        like += usize::from(word || words::platform_of_url(value).is_some());
        lower += usize::from(word && !handle.bytes().any(|b| b.is_ascii_uppercase()));
    }
    let percent = |part: usize| (part * 100).checked_div(all).unwrap_or(0);
    (percent(like), percent(lower))
}

/// The network that the file's own name tells, where its columns do not.
pub fn platform_of_file(name: &str) -> Platform {
    words::platform_of_name(&name.to_lowercase()).unwrap_or(Platform::Unknown)
}

impl Influencers {
    /// An adapter for a table whose columns were settled.
    pub fn new(columns: Columns) -> Self {
        Influencers { columns }
    }

    /// The columns, for the receipt.
    pub fn into_columns(self) -> Columns {
        self.columns
    }

    /// Maps one row.
    pub fn row(&mut self, record: &Record<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let columns = &self.columns;
        let at = columns.time(record, Side::Row, Field::CollectedAt, ledger);
        let seen = AccountIn {
            platform: columns.platform_of(record),
            id: columns.id(record, Side::Row, Field::AuthorId, ledger),
            handle: columns.word(record, Side::Row, Field::Author),
            name: columns.word(record, Side::Row, Field::AuthorName),
            bio: columns.word(record, Side::Row, Field::Bio),
            followers: columns.number(record, Side::Row, Field::Followers, ledger),
            following: columns.number(record, Side::Row, Field::Following, ledger),
            posts_total: columns.number(record, Side::Row, Field::PostsTotal, ledger),
            verified: columns.truth(record, Side::Row, Field::Verified),
            at,
        };
        if into.account(&seen)?.is_none() {
            ledger.drop("row.no_author", || record.excerpt());
            return Ok(());
        }
        ledger.keep(None);
        Ok(())
    }
}
