//! Types of influencers, after Morin: by rules, the first that holds, with how far each is from holding.
//!
//! | type | rule |
//! |---|---|
//! | celebrity | macro, on the subject in less than .2 of what they say, reciprocity below .05 |
//! | opinion leader | macro, relevance ≥ 75, z ≥ 2.5 in their own community |
//! | specialist | on the subject in at least .6, authority ≥ 75 |
//! | discoverer | at least 3 hashtags or links that 10 people came to use, used at a median rank ≤ .2 |
//! | networker | participation > .62 or betweenness in the top tenth; reciprocity at least the median, and not nothing |
//! | broadcaster | at least .6 of their posts are re-shares, relay index above 0 |
//! | heavy user | posts a week in the top tenth, and none of the above |
//!
//! *Macro*: at least 100,000 followers, or popularity in the top twentieth of the study. A condition whose input is
//! unknown is unknown; a rule holds when all its conditions do, fails when one does, and is *untold* otherwise. The type
//! is the first rule that holds; it is *provisional* when an earlier rule is untold.
//!
//! **Soft membership.** Each condition has a width: at the threshold membership is one half, half a width beyond it is 1,
//! half a width short of it is 0. A rule has the least of its conditions' memberships. A second type is shown where
//! another rule holds as well, or nearly does while the first only just does.
//!
//! Source: types of F. Morin's typology; z and participation after Guimerà and Amaral 2005.

mod condition;
mod judge;
#[cfg(test)]
mod tests;
mod thresholds;

pub use condition::{Condition, Input};
pub use thresholds::Thresholds;

use crate::error::{ErrorKind, Result};
use crate::graph::steps::{Steps, run};
use crate::math::quantile::median_unsorted;
use condition::{Top, width};
use judge::{Rule, judge_all};
use serde::Serialize;

/// The types, in the order in which their rules are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Type {
    /// Known by all, for other things.
    Celebrity,
    /// Large, on the subject, and at the heart of a community.
    OpinionLeader,
    /// Speaks of the subject and is recognised for it.
    Specialist,
    /// Uses first what others use later.
    Discoverer,
    /// Ties circles together.
    Networker,
    /// Passes on what others say.
    Broadcaster,
    /// Speaks more than anybody.
    HeavyUser,
}

impl Type {
    /// Every type, in the order of the rules.
    pub const ALL: [Type; 7] = [
        Type::Celebrity,
        Type::OpinionLeader,
        Type::Specialist,
        Type::Discoverer,
        Type::Networker,
        Type::Broadcaster,
        Type::HeavyUser,
    ];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Type::Celebrity => "celebrity",
            Type::OpinionLeader => "opinion_leader",
            Type::Specialist => "specialist",
            Type::Discoverer => "discoverer",
            Type::Networker => "networker",
            Type::Broadcaster => "broadcaster",
            Type::HeavyUser => "heavy_user",
        }
    }
}

/// What rules read, a column each: NaN where unknown, empty where the study has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Columns<'a> {
    /// Followers.
    pub followers: &'a [f64],
    /// Percentile of popularity, 0 to 100.
    pub popularity: &'a [f64],
    /// Share of what they say that is on the subject, 0 to 1.
    pub on_topic: &'a [f64],
    /// Share of their ties that are answered, 0 to 1.
    pub reciprocity: &'a [f64],
    /// Relevance, 0 to 100.
    pub relevance: &'a [f64],
    /// Within-module degree.
    pub z: &'a [f64],
    /// Authority, 0 to 100.
    pub authority: &'a [f64],
    /// Median rank quantile of first uses; see [`super::discoverer`].
    pub discovery: &'a [f64],
    /// Hashtags and links that it was found on.
    pub discoveries: &'a [f64],
    /// Participation coefficient, 0 to 1.
    pub participation: &'a [f64],
    /// Distinct neighbours: with few of them participation is unknown, and yet cannot be high.
    pub neighbours: &'a [f64],
    /// Betweenness in any unit; where it was not computed, networkers are told by participation alone.
    pub betweenness: &'a [f64],
    /// Share of re-shares among all their posts, 0 to 1.
    pub reshares: &'a [f64],
    /// Relay index ρ.
    pub relay: &'a [f64],
    /// Posts a week.
    pub rhythm: &'a [f64],
}

/// A rule, looked at.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Looked {
    /// Its type.
    pub of: Type,
    /// Whether it holds; `None`: the data cannot tell.
    pub holds: Option<bool>,
    /// Soft membership, 0 to 1; NaN where the data cannot tell.
    pub membership: f64,
    /// Its conditions: all lists must hold, of each list one condition.
    pub conditions: Vec<Vec<Condition>>,
}

/// The type of one account.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TypeOf {
    /// The first rule that holds.
    pub first: Option<Type>,
    /// Another one that holds as well or nearly does: the account is between two types.
    pub second: Option<Type>,
    /// Whether a rule before the first could not be told.
    pub provisional: bool,
    /// Membership of each type, in the order of [`Type::ALL`]; NaN where the data cannot tell.
    pub membership: [f32; 7],
}

/// Memberships from which another type is shown beside the first, and how sure of the first that must leave us.
const SECOND: f64 = 0.5;
const NEAR: f64 = 0.35;
const ONLY_JUST: f64 = 0.65;
/// Accounts of a piece.
const PIECE: usize = 1 << 13;

/// Types of all accounts, a block of them at a time.
///
/// # Complexity
/// O(accounts), with three selections beforehand; 36 bytes an account.
#[derive(Debug)]
pub struct Types<'a> {
    columns: Columns<'a>,
    thresholds: Thresholds,
    betweenness: Top,
    rhythm: Top,
    median_reciprocity: f64,
    found: Vec<TypeOf>,
    accounts: usize,
}

impl<'a> Types<'a> {
    /// Prepares the rules.
    ///
    /// # Errors
    /// As [`Thresholds::check`]; `memory.exhausted`.
    pub fn new(accounts: usize, columns: Columns<'a>, thresholds: Thresholds) -> Result<Types<'a>> {
        thresholds.check()?;
        let mut known: Vec<f64> = columns.reciprocity.iter().copied().filter(|r| !r.is_nan()).collect();
        let mut found = Vec::new();
        found.try_reserve_exact(accounts).map_err(|_| ErrorKind::OutOfMemory { what: "types" })?;
        Ok(Types {
            betweenness: Top::of(columns.betweenness, thresholds.networker_betweenness),
            rhythm: Top::of(columns.rhythm, thresholds.heavy_rhythm),
            median_reciprocity: median_unsorted(&mut known),
            columns,
            thresholds,
            found,
            accounts,
        })
    }

    /// The rules of an account, each with its conditions: what a dossier shows.
    pub fn rules(&self, account: usize) -> Vec<Looked> {
        let conditions = self.conditions(account);
        let judged = judge_all(&conditions);
        let rules = Type::ALL.into_iter().zip(conditions).zip(judged);
        rules
            .map(|((of, conditions), (holds, membership))| Looked {
                of,
                holds,
                membership,
                conditions: conditions
                    .iter()
                    .map(|any| any.iter().flatten().copied().collect::<Vec<_>>())
                    .filter(|any| !any.is_empty())
                    .collect(),
            })
            .collect()
    }

    /// The conditions of every rule, in the order of [`Type::ALL`].
    fn conditions(&self, account: usize) -> [Rule; 7] {
        use Input as I;
        let at = |column: &[f64]| column.get(account).copied().unwrap_or(f64::NAN);
        let least = |input, column: &[f64], threshold, width, strict| {
            Condition::least(input, at(column), threshold, width, strict)
        };
        let (c, t) = (&self.columns, &self.thresholds);
        let followers = (width::FOLLOWERS * t.macro_followers).max(1.0);
        let large = [
            Some(least(I::Followers, c.followers, t.macro_followers, followers, false)),
            Some(least(I::Popularity, c.popularity, t.macro_popularity, width::POINTS / 4.0, false)),
        ];
        let off_topic = Condition::most(I::OnTopic, at(c.on_topic), t.celebrity_on_topic, width::SHARE, true);
        let (reciprocity, answers) = (at(c.reciprocity), t.celebrity_reciprocity);
        let distant = Condition::most(I::Reciprocity, reciprocity, answers, width::SMALL, true);
        let relevant = least(I::Relevance, c.relevance, t.leader_relevance, width::POINTS, false);
        let central = least(I::Z, c.z, t.leader_z, width::Z, false);
        let on_topic = least(I::OnTopic, c.on_topic, t.specialist_on_topic, width::SHARE, false);
        let recognised = least(I::Authority, c.authority, t.specialist_authority, width::POINTS, false);
        let early = Condition::most(I::Discovery, at(c.discovery), t.discoverer_rank, width::SHARE, false);
        let often = least(I::Discoveries, c.discoveries, t.discoverer_items, width::ITEMS, false);
        let between = (!c.betweenness.is_empty())
            .then(|| self.betweenness.condition(I::Betweenness, at(c.betweenness)));
        let median =
            Condition::least(I::Reciprocity, reciprocity, self.median_reciprocity, width::SMALL, false);
        let at_all = Condition::least(I::Reciprocity, reciprocity, 0.0, width::SMALL, true);
        let passes_on = least(I::Reshares, c.reshares, t.broadcaster_reshares, width::SHARE, false);
        let relays = least(I::Relay, c.relay, t.broadcaster_relay, width::RELAY, true);
        let busy = self.rhythm.condition(I::Rhythm, at(c.rhythm));
        let one = |condition| [Some(condition), None];
        const NONE: [Option<Condition>; 2] = [None, None];
        [
            [large, one(off_topic), one(distant)],
            [large, one(relevant), one(central)],
            [one(on_topic), one(recognised), NONE],
            [one(often), one(early), NONE],
            [[Some(self.bridges(account)), between], one(median), one(at_all)],
            [one(passes_on), one(relays), NONE],
            [one(busy), NONE, NONE],
        ]
    }

    /// The participation of a networker.
    fn bridges(&self, account: usize) -> Condition {
        let at = |column: &[f64]| column.get(account).copied().unwrap_or(f64::NAN);
        let threshold = self.thresholds.networker_participation;
        let participation = at(self.columns.participation);
        let neighbours = at(self.columns.neighbours);
        let mut condition =
            Condition::least(Input::Participation, participation, threshold, width::SHARE, true);
        // However its ties are spread, an account with k neighbours reaches no more than 1 − 1/k.
        let most = 1.0 - 1.0 / neighbours.max(1.0);
        if participation.is_nan() && neighbours >= 0.0 && most <= threshold {
            condition.holds = Some(false);
            condition.margin = -0.5;
        }
        condition
    }

    fn type_of(&self, account: usize) -> TypeOf {
        let judged = judge_all(&self.conditions(account));
        let first = judged.iter().position(|rule| rule.0 == Some(true));
        let provisional = judged[..first.unwrap_or(judged.len())].iter().any(|rule| rule.0.is_none());
        let sure = first.map_or(0.0, |first| judged[first].1);
        let mut second: Option<(usize, f64)> = None;
        for (at, (holds, membership)) in judged.iter().enumerate().filter(|(at, _)| Some(*at) != first) {
            let near = *membership >= NEAR && sure < ONLY_JUST;
            let as_well = *holds == Some(true) && *membership >= SECOND;
            if (near || as_well) && second.is_none_or(|held| *membership > held.1) {
                second = Some((at, *membership));
            }
        }
        TypeOf {
            first: first.map(|first| Type::ALL[first]),
            second: second.map(|(at, _)| Type::ALL[at]),
            provisional,
            membership: judged.map(|rule| rule.1 as f32),
        }
    }
}

impl Steps for Types<'_> {
    type Output = Vec<TypeOf>;

    fn step(&mut self) -> bool {
        let to = self.accounts.min(self.found.len() + PIECE);
        for account in self.found.len()..to {
            let of = self.type_of(account);
            self.found.push(of);
        }
        self.found.len() == self.accounts
    }

    fn share_done(&self) -> f64 {
        self.found.len() as f64 / self.accounts.max(1) as f64
    }

    fn finish(self) -> Vec<TypeOf> {
        self.found
    }
}

/// Types of all accounts in one call; see [`Types`].
///
/// # Examples
/// ```
/// use sillage::people::types::{Columns, Thresholds, Type, types};
/// let found = types(1, Columns { on_topic: &[0.9], authority: &[80.0], ..Columns::default() }, Thresholds::default())?;
/// assert_eq!(found[0].first, Some(Type::Specialist));
/// assert!(found[0].provisional, "without followers nobody knows whether this is a celebrity");
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Types::new`].
pub fn types(accounts: usize, columns: Columns<'_>, thresholds: Thresholds) -> Result<Vec<TypeOf>> {
    Ok(run(Types::new(accounts, columns, thresholds)?))
}
