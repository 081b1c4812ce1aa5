//! Lists of accounts with their followers and rates, without posts: what directories of influencers sell.

use super::address;
use super::columns::Columns;
use super::guess::{guess, values};
use super::ledger::Ledger;
use super::record::Record;
use super::roles::{Field, IGNORED, Role, Side};
use super::words;
use super::worth;
use crate::error::Result;
use crate::ingest::layout::Layout;
use crate::model::{AccountIn, Builder, Layer, List, Platform, TieIn, WorthIn};

/// Columns that say where somebody is, the most exact first.
const PLACES: [&str; 12] = [
    "location",
    "localisation",
    "ubicacion",
    "localizacao",
    "city",
    "ville",
    "ciudad",
    "cidade",
    "stadt",
    "country",
    "pays",
    "pais",
];

/// Maps rows to accounts.
#[derive(Debug)]
pub struct Influencers {
    columns: Columns,
    bond: Bond,
    /// Contacts are known by their mail addresses, for want of anything else.
    by_mail: bool,
    /// Whose list it is.
    list: Option<List>,
    bundle: String,
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
                    | Field::Location
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
    // Each row is an account: its place is the account's.
    let place = |name: &&str| {
        (0..layout.columns.len())
            .find(|c| found[*c] == IGNORED && super::naming::squeeze(&layout.columns[*c]) == **name)
    };
    if !found.contains(&(Side::Row, Field::Location))
        && let Some(column) = PLACES.iter().find_map(place)
    {
        found[column] = (Side::Row, Field::Location);
    }
    match named.next() {
        Some(handle) => found[handle] = (Side::Row, Field::Author),
        None if found.contains(&(Side::Row, Field::AuthorId)) => {}
        None => return None,
    }
    let address = |column: usize| values(layout, column).any(|v| words::platform_of_url(v).is_some());
    if let Some(display) = named.find(|column| !address(*column)) {
        found[display] = (Side::Row, Field::AuthorName);
    }
    worth::settle(layout, &mut found, &[Field::Cost]);
    Some(found)
}

fn may_be_name(column: &str) -> bool {
    const PARTS: [&str; 6] = ["name", "handle", "tiktoker", "youtuber", "youtubechannel", "influenc"];
    let squeezed = super::naming::squeeze(column);
    let excluded =
        ["brand", "campaign", "categor", "country", "number", "mail"].iter().any(|p| squeezed.contains(p));
    let named = super::naming::readings(column)
        .iter()
        .any(|(role, _)| matches!(role, (Side::Row, Field::Author | Field::AuthorName)));
    // `Instagram`, of a list that has a column for each network.
    let network = matches!(
        squeezed.as_str(),
        "instagram"
            | "tiktok"
            | "twitter"
            | "youtube"
            | "linkedin"
            | "facebook"
            | "threads"
            | "snapchat"
            | "twitch"
            | "pinterest"
            | "bluesky"
    );
    !excluded && (named || network || PARTS.iter().any(|part| squeezed.contains(part)))
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

/// What ties the owner of a download to the accounts of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Bond {
    /// Nothing.
    #[default]
    None,
    /// The owner follows them.
    Follows,
    /// They follow the owner.
    Followed,
    /// Each is connected with the other.
    Mutual,
}

impl Influencers {
    /// An adapter for a table whose columns were settled.
    pub fn new(columns: Columns, bond: Bond, bundle: &str) -> Self {
        let by_mail = columns.has(Side::Row, Field::Email)
            && ![Field::Author, Field::AuthorId, Field::Url]
                .iter()
                .any(|field| columns.has(Side::Row, *field))
            && bond == Bond::None;
        Influencers { columns, bond, by_mail, list: None, bundle: bundle.to_owned() }
    }

    /// The same, of a list that is known to be somebody's.
    pub fn of_list(self, list: Option<List>) -> Self {
        Influencers { list, ..self }
    }

    /// Whose list it is.
    pub fn list(&self) -> Option<List> {
        self.list
    }

    /// Says what becomes of mail addresses.
    pub fn note_mail(&self, layout: &Layout, roles: &[Role], ledger: &mut Ledger) {
        let mail = roles.iter().position(|role| *role == (Side::Row, Field::Email));
        let Some(name) = mail.and_then(|column| layout.columns.get(column)) else { return };
        if self.by_mail {
            ledger.note_file("email.as_key", Some(name), String::new());
        } else {
            ledger.note_file("email.left_out", Some(name), String::new());
        }
    }

    /// The columns, for the receipt.
    pub fn into_columns(self) -> Columns {
        self.columns
    }

    /// Maps one row.
    pub fn row(&mut self, record: &Record<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let columns = &self.columns;
        let word = |field| columns.word(record, Side::Row, field);
        let at = columns.time(record, Side::Row, Field::CollectedAt, ledger);
        let since = columns.time(record, Side::Row, Field::Time, ledger);
        let whole_name = match (word(Field::FirstName), word(Field::LastName)) {
            (Some(first), Some(last)) => Some(format!("{first} {last}")),
            (first, last) => first.or(last).map(str::to_owned),
        };
        let mut platform = columns.platform_of(record);
        let mut handle = word(Field::Author).or_else(|| word(Field::Url).and_then(address::author));
        // A name that is written as names are, beside the address of the profile.
        let mut shown = None;
        if let Some(name) = handle.filter(|name| name.contains(' '))
            && let Some(written) = word(Field::Url).and_then(address::author)
        {
            (handle, shown) = (Some(written), Some(name));
        }
        if self.by_mail {
            (platform, handle) = (Platform::Email, word(Field::Email));
        } else if handle.is_none() && self.bond == Bond::Mutual {
            // Older downloads have no addresses: the name is all there is.
            handle = whole_name.as_deref();
        }
        let seen = AccountIn {
            platform,
            id: columns.id(record, Side::Row, Field::AuthorId, ledger),
            handle,
            name: word(Field::AuthorName).or(shown).or(whole_name.as_deref()),
            bio: word(Field::Bio),
            location: word(Field::Location),
            followers: columns.number(record, Side::Row, Field::Followers, ledger),
            following: columns.number(record, Side::Row, Field::Following, ledger),
            posts_total: columns.number(record, Side::Row, Field::PostsTotal, ledger),
            verified: columns.truth(record, Side::Row, Field::Verified),
            at,
        };
        let worth = WorthIn {
            value: columns.amount(record, Field::Value, ledger),
            orders: columns.number(record, Side::Row, Field::Orders, ledger),
            cost: columns.number(record, Side::Row, Field::Cost, ledger),
            list: self.list,
        };
        let Some(account) = into.account(&seen)? else {
            ledger.drop("row.no_author", || record.excerpt());
            return Ok(());
        };
        into.worth(account, &worth, at)?;
        if self.bond != Bond::None {
            let owner = into.owner(platform, &self.bundle)?;
            let (from, to) = if self.bond == Bond::Followed { (account, owner) } else { (owner, account) };
            let tie = TieIn { from, to, layer: Layer::Follow, time: since, weight: 1.0, row: record.row };
            into.tie(&tie)?;
            if self.bond == Bond::Mutual {
                into.tie(&TieIn { from: account, to: owner, ..tie })?;
            }
        }
        ledger.keep(since);
        Ok(())
    }
}
