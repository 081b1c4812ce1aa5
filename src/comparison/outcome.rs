//! What a comparison answers.

use serde::Serialize;

/// One window as a whole. `null` is unknown.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Side {
    /// First moment.
    pub from: f64,
    /// First moment after it.
    pub to: f64,
    /// Its length, days.
    pub days: f64,
    /// Posts, re-shares included.
    pub posts: usize,
    /// Accounts that posted.
    pub authors: usize,
    /// Ties with a date: re-shares, replies, mentions and the rest.
    pub interactions: usize,
    /// Accounts that made them.
    pub people: usize,
    /// Accounts that received them.
    pub received: usize,
    /// Accounts of whom something was passed on.
    pub sources: usize,
    /// Half-life used, days; `null` is none.
    pub half_life_days: Option<f64>,
    /// Posts that name the brand.
    pub brand: Option<usize>,
    /// Posts that name the brand or a competitor.
    pub named: Option<usize>,
    /// Brand over both, and its 95 % interval.
    pub voice: Option<[f64; 3]>,
    /// Posts with a tone.
    pub toned: usize,
    /// Share of these that are positive, and that are negative; `null` where too few have a tone.
    pub positive: Option<f64>,
    /// See `positive`.
    pub negative: Option<f64>,
}

/// A ratio of rates a day, after over before, with its 90 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TotalChange {
    /// What is counted: `posts`, `interactions`.
    pub of: &'static str,
    /// After over before.
    pub ratio: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// An account in one window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// Rank, where there is enough to rank it by.
    pub rank: Option<u32>,
    /// Best and worst of its 90 % interval.
    pub rank_low: Option<u32>,
    /// See `rank_low`.
    pub rank_high: Option<u32>,
    /// Distinct people who passed it on.
    pub people: u32,
    /// The same, each counted once in every unit of time.
    pub times: u32,
    /// Posts of its own.
    pub posts: u32,
}

/// What became of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// More people than before, beyond chance.
    Up,
    /// Fewer, beyond chance.
    Down,
    /// The data cannot tell.
    Same,
}

/// A change with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Changed {
    /// `log2` of the ratio of rates: 1 is twice as many.
    pub log2: f64,
    /// Lower bound of 90 %.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// Chance of as much without any change.
    pub p: f64,
    /// What is told, false alarms counted over all accounts.
    pub kind: Kind,
}

/// One account.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AccountChange {
    /// Number of the account.
    pub index: u32,
    /// Handle.
    pub handle: String,
    /// Before.
    pub before: Mark,
    /// After.
    pub after: Mark,
    /// Passed on in one of the two windows only.
    pub only: Option<&'static str>,
    /// What changed; `null` where nothing was passed on in either, or too little was for anybody.
    pub change: Option<Changed>,
}

/// What became of communities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CommunityChange {
    /// What happened.
    pub change: &'static str,
    /// Sizes before, largest first.
    pub before: Vec<u32>,
    /// Sizes after.
    pub after: Vec<u32>,
    /// Handles of the people most passed on in it.
    pub central: Vec<String>,
}

/// The result.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// Why nothing is compared: a stable code.
    pub reason: Option<&'static str>,
    /// What there is of what is missing, and how much it would take.
    pub have: Option<f64>,
    /// See `have`.
    pub need: Option<f64>,
    /// `reshares`, or `reactions` where the files hold no re-share.
    pub outcome: &'static str,
    /// The earlier window.
    pub before: Side,
    /// The later window.
    pub after: Side,
    /// Ratios of rates.
    pub totals: Vec<TotalChange>,
    /// Milliseconds of the unit in which people count once.
    pub unit: f64,
    /// How much more counts vary from unit to unit than chance alone would make them; 1 is not at all.
    pub dispersion: f64,
    /// Accounts tested, and those told as changed.
    pub tested: usize,
    /// See `tested`.
    pub up: usize,
    /// See `tested`.
    pub down: usize,
    /// Accounts passed on after but not before, and the reverse.
    pub appeared: usize,
    /// See `appeared`.
    pub gone: usize,
    /// The first of both rankings, and those who changed most surely, by their rank after.
    pub accounts: Vec<AccountChange>,
    /// Largest communities first.
    pub communities: Vec<CommunityChange>,
    /// What a reader has to know: stable codes.
    pub notes: Vec<&'static str>,
}
