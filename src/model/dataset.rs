//! The study's data in canonical order: what every later layer reads.

use super::counter::Counter;
use super::post_id::PostId;
use super::record::{Layer, Millis, Platform, PostKind};
use super::rows::NO_TIME;
use super::strings::StrId;
use super::withdraw::Withdrawn;
use super::worth::List;

/// "None" in columns of `u32` ids.
pub const NONE: u32 = u32::MAX;

/// Moments, of which some may be unknown, in eight bytes each.
#[derive(Debug, Clone, Default)]
pub struct Moments(Vec<Millis>);

impl Moments {
    /// A column of moments as the builder holds them.
    pub(super) fn of(column: Vec<Millis>) -> Self {
        Moments(column)
    }

    /// Adds a moment as the builder holds it.
    pub(super) fn push(&mut self, moment: Millis) {
        self.0.push(moment);
    }

    /// The moment of a row as the builder holds it.
    pub(super) fn held(&self, row: usize) -> Millis {
        self.0[row]
    }

    /// The moment of a row; `None` is unknown.
    #[inline]
    pub fn at(&self, row: usize) -> Option<Millis> {
        Some(self.0[row]).filter(|moment| *moment != NO_TIME)
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The column as the builder holds it.
    pub(super) fn column(&mut self) -> &mut Vec<Millis> {
        &mut self.0
    }

    /// The known moments of the first rows, in order.
    pub fn known(&self, rows: usize) -> impl Iterator<Item = Millis> {
        self.0[..rows].iter().copied().filter(|moment| *moment != NO_TIME)
    }
}

/// An account of the study. Accounts are numbered in the order of (platform, key).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(pub u32);

impl AccountId {
    /// Its place in columns.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Accounts, a column each. Unknown numbers are NaN.
#[derive(Debug, Default)]
pub struct Accounts {
    /// Network.
    pub platform: Vec<Platform>,
    /// Stable id where known, else the folded handle: what order and ties in rank go by.
    pub key: Vec<StrId>,
    /// Whether `key` is a stable id.
    pub has_id: Vec<bool>,
    /// Handle as last seen; none where only an id is known.
    pub handle: Vec<StrId>,
    /// Display name.
    pub name: Vec<StrId>,
    /// Self-description.
    pub bio: Vec<StrId>,
    /// Where the account says it is.
    pub location: Vec<StrId>,
    /// Followers.
    pub followers: Vec<f64>,
    /// Accounts followed.
    pub following: Vec<f64>,
    /// Posts ever published, by the platform's own count.
    pub posts_total: Vec<f64>,
    /// Verified: 1 yes, 0 no, −1 unknown.
    pub verified: Vec<i8>,
    /// Ties of the account with itself, which are used nowhere.
    pub self_ties: Vec<u32>,
    /// What a customer is worth, by a list. Empty when no file is a list; see [`Accounts::value_of`].
    pub value: Vec<f64>,
    /// Orders of a customer, by a list. Empty when no file is a list.
    pub orders: Vec<f64>,
    /// What it costs to work with the account, by a list. Empty when no file is a list.
    pub cost: Vec<f64>,
    /// Lists that hold the account, a bit each ([`List::bit`]). Empty when no file is a list.
    pub lists: Vec<u8>,
}

impl Accounts {
    /// How many accounts.
    pub fn len(&self) -> usize {
        self.platform.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.platform.is_empty()
    }

    /// What a customer is worth, in the currency of the list; NaN is unknown.
    pub fn value_of(&self, account: usize) -> f64 {
        self.value.get(account).copied().unwrap_or(f64::NAN)
    }

    /// How many times a customer ordered; NaN is unknown.
    pub fn orders_of(&self, account: usize) -> f64 {
        self.orders.get(account).copied().unwrap_or(f64::NAN)
    }

    /// What it costs to work with an account; NaN is unknown.
    pub fn cost_of(&self, account: usize) -> f64 {
        self.cost.get(account).copied().unwrap_or(f64::NAN)
    }

    /// Whether one of the files is such a list, and holds the account.
    pub fn is_listed(&self, account: usize, list: List) -> bool {
        self.lists.get(account).is_some_and(|lists| lists & list.bit() != 0)
    }
}

/// Posts in order of time, a column each; after them the posts that are only referred to.
#[derive(Debug, Default)]
pub struct Posts {
    /// How many are known (a record of their own, or found inside another): the first ones of every column.
    pub known: usize,
    /// Stable id, where the file has one.
    pub id: Vec<PostId>,
    /// Author; [`NONE`] for a post only referred to, of an unknown author.
    pub author: Vec<u32>,
    /// Moment.
    pub time: Moments,
    /// What it is.
    pub kind: Vec<PostKind>,
    /// Text.
    pub text: Vec<StrId>,
    /// Address. Empty when no file has any.
    pub url: Vec<StrId>,
    /// Language: 0 unknown, else 1 + index into [`Dataset::langs`].
    pub lang: Vec<u16>,
    /// Post that it re-shares, quotes or answers; [`NONE`].
    pub ref_post: Vec<u32>,
    /// Counters: likes, reposts, replies, quotes, views, saves, clicks. A column is empty when no file has it.
    pub counts: [Counter; 7],
    /// File, by number.
    pub file: Vec<u16>,
    /// Record of that file, from 1.
    pub row: Vec<u32>,
    /// Whether it was a record of its own.
    pub of_record: Vec<bool>,
    /// Start of each account's posts in `by_author`; one more entry than accounts.
    pub author_start: Vec<u32>,
    /// Known posts grouped by author, in order of time.
    pub by_author: Vec<u32>,
}

/// Index of a counter in [`Posts::counts`].
pub mod count {
    /// Likes or reactions.
    pub const LIKES: usize = 0;
    /// Re-shares.
    pub const REPOSTS: usize = 1;
    /// Replies or comments.
    pub const REPLIES: usize = 2;
    /// Quotes.
    pub const QUOTES: usize = 3;
    /// Views.
    pub const VIEWS: usize = 4;
    /// Saves.
    pub const SAVES: usize = 5;
    /// Clicks.
    pub const CLICKS: usize = 6;
}

impl Posts {
    /// Counter of a post; `None` is unknown.
    pub fn count(&self, which: usize, post: usize) -> Option<f64> {
        Some(self.counts[which].get(post)).filter(|v| !v.is_nan())
    }

    /// Known posts of an account, in order of time.
    pub fn of(&self, account: usize) -> &[u32] {
        &self.by_author[self.author_start[account] as usize..self.author_start[account + 1] as usize]
    }
}

/// Ties "`from` paid attention to `to`", sorted by (from, to, layer, time). Self-ties are left out.
#[derive(Debug, Default)]
pub struct Ties {
    /// Who paid attention.
    pub from: Vec<u32>,
    /// To whom.
    pub to: Vec<u32>,
    /// How.
    pub layer: Vec<Layer>,
    /// When.
    pub time: Moments,
    /// Strength: 1 unless the file says otherwise.
    pub weight: Vec<f32>,
    /// Post that made the tie; [`NONE`] for a row of a log or of a network file.
    pub post: Vec<u32>,
}

impl Ties {
    /// How many ties.
    pub fn len(&self) -> usize {
        self.from.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.from.is_empty()
    }
}

/// The whole study, in an order that depends on its content alone. Texts are in the builder's arena.
#[derive(Debug, Default)]
pub struct Dataset {
    /// Accounts.
    pub accounts: Accounts,
    /// Posts.
    pub posts: Posts,
    /// Ties.
    pub ties: Ties,
    /// Language codes.
    pub langs: Vec<String>,
    /// Who was left out, at their own wish.
    pub withdrawn: Withdrawn,
}
