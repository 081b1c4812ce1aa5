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

use crate::error::{ErrorKind, Result};
use crate::graph::steps::{Steps, run};
use crate::math::quantile::{median_unsorted, quantile_unsorted};
use serde::{Deserialize, Serialize};

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

/// What rules look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// Followers.
    Followers,
    /// Percentile of popularity, 0 to 100.
    Popularity,
    /// Share of what they say that is on the subject.
    OnTopic,
    /// Share of their ties that are answered.
    Reciprocity,
    /// Relevance, 0 to 100.
    Relevance,
    /// Within-module degree.
    Z,
    /// Authority, 0 to 100.
    Authority,
    /// Median rank quantile of first uses.
    Discovery,
    /// Hashtags and links that it was found on.
    Discoveries,
    /// Participation coefficient.
    Participation,
    /// Betweenness.
    Betweenness,
    /// Share of re-shares among their posts.
    Reshares,
    /// Relay index.
    Relay,
    /// Posts a week.
    Rhythm,
}

/// Where rules begin to hold, and how wide the border is. Opinions, all of them: shown, and open to change.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Thresholds {
    /// Followers of a macro-influencer.
    pub macro_followers: f64,
    /// Percentile of popularity, 0 to 100, of a macro-influencer.
    pub macro_popularity: f64,
    /// Share on the subject below which somebody is known for other things.
    pub celebrity_on_topic: f64,
    /// Reciprocity below which somebody answers nobody.
    pub celebrity_reciprocity: f64,
    /// Relevance of an opinion leader.
    pub leader_relevance: f64,
    /// Within-module degree of an opinion leader.
    pub leader_z: f64,
    /// Share on the subject of a specialist.
    pub specialist_on_topic: f64,
    /// Authority of a specialist.
    pub specialist_authority: f64,
    /// Median rank quantile of a discoverer, at most.
    pub discoverer_rank: f64,
    /// Hashtags and links that make a discoverer, at least.
    pub discoverer_items: f64,
    /// Participation of a networker, more than.
    pub networker_participation: f64,
    /// Quantile of betweenness of a networker.
    pub networker_betweenness: f64,
    /// Share of re-shares of a broadcaster.
    pub broadcaster_reshares: f64,
    /// Relay index of a broadcaster, more than.
    pub broadcaster_relay: f64,
    /// Quantile of posts a week of a heavy user.
    pub heavy_rhythm: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds {
            macro_followers: 1e5,
            macro_popularity: 95.0,
            celebrity_on_topic: 0.2,
            celebrity_reciprocity: 0.05,
            leader_relevance: 75.0,
            leader_z: 2.5,
            specialist_on_topic: 0.6,
            specialist_authority: 75.0,
            discoverer_rank: 0.2,
            discoverer_items: 3.0,
            networker_participation: 0.62,
            networker_betweenness: 0.9,
            broadcaster_reshares: 0.6,
            broadcaster_relay: 0.0,
            heavy_rhythm: 0.9,
        }
    }
}

impl Thresholds {
    /// Checks that thresholds can be.
    ///
    /// # Errors
    /// `argument.invalid` for one that is not finite, or a share or quantile outside 0 to 1.
    pub fn check(&self) -> Result<()> {
        let shares = [
            self.celebrity_on_topic,
            self.celebrity_reciprocity,
            self.specialist_on_topic,
            self.discoverer_rank,
            self.networker_participation,
            self.networker_betweenness,
            self.broadcaster_reshares,
            self.heavy_rhythm,
        ];
        let others = [
            self.macro_followers,
            self.macro_popularity,
            self.leader_relevance,
            self.leader_z,
            self.specialist_authority,
            self.discoverer_items,
            self.broadcaster_relay,
        ];
        let wrong = shares.iter().find(|s| !(0.0..=1.0).contains(*s));
        match wrong.or_else(|| others.iter().find(|o| !o.is_finite())) {
            None => Ok(()),
            Some(given) => Err(ErrorKind::InvalidArgument { name: "types", given: given.to_string() }.into()),
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

/// A condition, looked at.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// What it looks at.
    pub input: Input,
    /// Value of the account; NaN is unknown.
    pub value: f64,
    /// Where it begins to hold.
    pub threshold: f64,
    /// Whether larger values hold; otherwise smaller ones.
    pub at_least: bool,
    /// Whether it holds; `None` is unknown.
    pub holds: Option<bool>,
    /// Distance to the threshold in widths of the border, positive where it holds; NaN is unknown.
    pub margin: f64,
}

impl Condition {
    /// `value ≥ threshold`, or `>` where `strict`.
    fn least(input: Input, value: f64, threshold: f64, width: f64, strict: bool) -> Condition {
        let margin = (value - threshold) / width;
        let holds = if strict { value > threshold } else { value >= threshold };
        let known = !value.is_nan() && !threshold.is_nan();
        Condition { input, value, threshold, at_least: true, holds: known.then_some(holds), margin }
    }

    /// `value ≤ threshold`, or `<` where `strict`.
    fn most(input: Input, value: f64, threshold: f64, width: f64, strict: bool) -> Condition {
        let margin = (threshold - value) / width;
        let holds = if strict { value < threshold } else { value <= threshold };
        let known = !value.is_nan() && !threshold.is_nan();
        Condition { input, value, threshold, at_least: false, holds: known.then_some(holds), margin }
    }

    /// 0 to 1, one half at the threshold; 0 where it is unknown.
    fn membership(&self) -> f64 {
        if self.margin.is_nan() { 0.0 } else { (0.5 + self.margin).clamp(0.0, 1.0) }
    }
}

/// Conditions of one rule: each list holds when any of its conditions does, the rule when all lists do.
type Rule = [[Option<Condition>; 2]; 3];

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

/// Widths of borders, in the unit of each input.
mod width {
    /// Of followers, as a share of the threshold.
    pub const FOLLOWERS: f64 = 0.5;
    /// Of scores and percentiles out of 100.
    pub const POINTS: f64 = 20.0;
    /// Of shares.
    pub const SHARE: f64 = 0.2;
    /// Of small shares such as reciprocity.
    pub const SMALL: f64 = 0.05;
    /// Of standard deviations.
    pub const Z: f64 = 1.0;
    /// Of hashtags and links.
    pub const ITEMS: f64 = 2.0;
    /// Of the relay index, a logarithm.
    pub const RELAY: f64 = 0.5;
    /// Of a quantile, as a share of its value.
    pub const TOP: f64 = 0.5;
}

/// Where a quantile of a column lies, and whether it is told apart from the middle.
#[derive(Debug, Clone, Copy)]
struct Top {
    least: f64,
    /// Half of the accounts are there already: only those above it stand out.
    strict: bool,
}

impl Top {
    fn of(column: &[f64], quantile: f64) -> Top {
        let mut known: Vec<f64> = column.iter().copied().filter(|x| !x.is_nan()).collect();
        let least = quantile_unsorted(&mut known, quantile);
        Top { least, strict: least <= median_unsorted(&mut known) }
    }

    fn condition(self, input: Input, value: f64) -> Condition {
        let width = (width::TOP * self.least).max(f64::MIN_POSITIVE);
        Condition::least(input, value, self.least, width, self.strict)
    }
}

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

/// Whether each rule holds, and how much. Whoever is of a type is a heavy user so much the less.
fn judge_all(rules: &[Rule; 7]) -> [(Option<bool>, f64); 7] {
    let mut judged = [(None, f64::NAN); 7];
    for (judged, rule) in judged.iter_mut().zip(rules) {
        *judged = judge(rule);
    }
    let [above @ .., heavy] = &mut judged;
    if above.iter().any(|rule| rule.0 == Some(true)) {
        heavy.0 = Some(false);
    }
    let most = above.iter().map(|rule| rule.1).fold(0.0, f64::max);
    heavy.1 = if heavy.1.is_nan() { f64::NAN } else { heavy.1.min(1.0 - most) };
    judged
}

/// Whether a rule holds, and how much.
fn judge(rule: &Rule) -> (Option<bool>, f64) {
    let (mut holds, mut membership) = (Some(true), 1.0_f64);
    for any in rule.iter().filter(|any| any.iter().any(Option::is_some)) {
        let mut one = Some(false);
        let mut most = 0.0_f64;
        for condition in any.iter().flatten() {
            one = or(one, condition.holds);
            most = most.max(condition.membership());
        }
        holds = and(holds, one);
        if one.is_some() {
            membership = membership.min(most);
        }
    }
    (holds, if holds.is_none() { f64::NAN } else { membership })
}

fn and(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn or(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    and(a.map(|a| !a), b.map(|b| !b)).map(|neither| !neither)
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

#[cfg(test)]
mod tests {
    use super::*;

    const N: f64 = f64::NAN;

    /// One account of which everything is known and nothing stands out, changed by `change`.
    fn one(change: impl Fn(&mut [f64; 15])) -> TypeOf {
        let mut v = [500.0, 40.0, 0.4, 0.2, 40.0, 0.3, 40.0, 0.6, 5.0, 0.4, 20.0, 0.0, 0.3, -0.2, 2.0];
        change(&mut v);
        let cell = |at: usize| std::slice::from_ref(&v[at]);
        // Quantiles are those of a study: the account among nine plain ones.
        let with = |value: f64, others: f64| -> Vec<f64> {
            std::iter::once(value).chain(std::iter::repeat_n(others, 19)).collect()
        };
        let (reciprocity, rhythm, betweenness) = (with(v[3], 0.25), with(v[14], 3.0), with(v[11], 1.0));
        let columns = Columns {
            followers: cell(0),
            popularity: cell(1),
            on_topic: cell(2),
            reciprocity: &reciprocity,
            relevance: cell(4),
            z: cell(5),
            authority: cell(6),
            discovery: cell(7),
            discoveries: cell(8),
            participation: cell(9),
            neighbours: cell(10),
            betweenness: &betweenness,
            reshares: cell(12),
            relay: cell(13),
            rhythm: &rhythm,
        };
        types(1, columns, Thresholds::default()).unwrap()[0]
    }

    fn first(change: impl Fn(&mut [f64; 15])) -> Option<Type> {
        one(change).first
    }

    #[test]
    fn each_rule_makes_its_type_and_a_plain_account_has_none() {
        let plain = one(|_| {});
        assert_eq!((plain.first, plain.second, plain.provisional), (None, None, false));
        assert_eq!(first(|v| (v[0], v[2], v[3]) = (3e5, 0.05, 0.01)), Some(Type::Celebrity));
        assert_eq!(first(|v| (v[1], v[2], v[3]) = (99.0, 0.05, 0.01)), Some(Type::Celebrity));
        assert_eq!(first(|v| (v[0], v[4], v[5]) = (3e5, 90.0, 4.0)), Some(Type::OpinionLeader));
        assert_eq!(first(|v| (v[2], v[6]) = (0.9, 95.0)), Some(Type::Specialist));
        assert_eq!(first(|v| v[7] = 0.05), Some(Type::Discoverer));
        assert_eq!(first(|v| (v[9], v[3]) = (0.7, 0.4)), Some(Type::Networker));
        assert_eq!(first(|v| (v[11], v[3]) = (9.0, 0.4)), Some(Type::Networker));
        assert_eq!(first(|v| (v[12], v[13]) = (0.8, 0.9)), Some(Type::Broadcaster));
        assert_eq!(first(|v| v[14] = 9.0), Some(Type::HeavyUser));
    }

    #[test]
    fn conditions_hold_at_their_borders_as_they_are_written() {
        assert_eq!(first(|v| (v[0], v[2], v[3]) = (1e5, 0.2, 0.01)), None, "below .2");
        assert_eq!(first(|v| (v[0], v[2], v[3]) = (1e5, 0.19, 0.05)), None, "below .05");
        assert_eq!(first(|v| (v[2], v[6]) = (0.6, 75.0)), Some(Type::Specialist));
        assert_eq!(first(|v| (v[7], v[8]) = (0.2, 3.0)), Some(Type::Discoverer));
        assert_eq!(first(|v| (v[7], v[8]) = (0.2, 2.0)), None);
        assert_eq!(first(|v| (v[9], v[3]) = (0.62, 0.4)), None, "more than .62");
        assert_eq!(first(|v| (v[9], v[3]) = (0.9, 0.2)), None, "reciprocity below the median");
        assert_eq!(first(|v| (v[12], v[13]) = (0.6, 0.0)), None, "more than 0");
        assert_eq!(first(|v| v[14] = 3.0), None, "as everybody");
    }

    #[test]
    fn what_is_unknown_is_never_false_by_accident() {
        // Off the subject or not: nobody knows.
        let open = one(|v| (v[0], v[2], v[3]) = (3e5, N, 0.01));
        assert_eq!((open.first, open.provisional), (None, true));
        assert!(open.membership[0].is_nan() && open.membership[2] == 0.0, "authority is low: no specialist");
        // A rule that fails anyway is told.
        assert!(!one(|v| v[2] = N).provisional, "not macro: no celebrity; no authority: no specialist");
        // A later rule that holds is provisional behind an open one.
        let open = one(|v| (v[2], v[6], v[7]) = (N, 90.0, 0.05));
        assert_eq!((open.first, open.provisional), (Some(Type::Discoverer), true));
        // One of two inputs is enough to be macro, and both are needed not to be.
        assert_eq!(first(|v| (v[0], v[1], v[2], v[3]) = (N, 97.0, 0.05, 0.01)), Some(Type::Celebrity));
        assert!(one(|v| (v[0], v[2], v[3]) = (N, 0.05, 0.01)).provisional);
        let nothing = one(|v| *v = [N; 15]);
        assert_eq!((nothing.first, nothing.second, nothing.provisional), (None, None, true));
        assert!(nothing.membership.iter().all(|m| m.is_nan()));
    }

    #[test]
    fn few_neighbours_cannot_bridge_much() {
        assert!(!one(|v| (v[9], v[10], v[11], v[3]) = (N, 2.0, 0.0, 0.4)).provisional);
        assert!(!one(|v| (v[9], v[10], v[11], v[3]) = (N, 0.0, 0.0, 0.4)).provisional);
        assert!(one(|v| (v[9], v[10], v[11], v[3]) = (N, 3.0, 0.0, 0.4)).provisional);
    }

    #[test]
    fn betweenness_that_nobody_computed_is_not_asked_for() {
        let columns = Columns { participation: &[0.3], reciprocity: &[0.4], ..Columns::default() };
        let found = Types::new(1, columns, Thresholds::default()).unwrap();
        assert_eq!(found.rules(0)[4].holds, Some(false));
    }

    #[test]
    fn between_two_types_both_are_shown() {
        // Both rules hold.
        let both = one(|v| (v[2], v[6], v[7]) = (0.9, 95.0, 0.02));
        assert_eq!((both.first, both.second), (Some(Type::Specialist), Some(Type::Discoverer)));
        // One only just holds, the other only just does not.
        let near = one(|v| (v[2], v[6], v[7]) = (0.9, 76.0, 0.22));
        assert_eq!((near.first, near.second), (Some(Type::Specialist), Some(Type::Discoverer)));
        // A sure type has no second one that nearly holds.
        assert_eq!(one(|v| (v[2], v[6], v[7]) = (0.9, 95.0, 0.22)).second, None);
        // No type, and one that is near.
        let almost = one(|v| (v[2], v[6]) = (0.9, 73.0));
        assert_eq!((almost.first, almost.second), (None, Some(Type::Specialist)));
        // A heavy user is none of the others.
        let heavy = one(|v| (v[2], v[6], v[14]) = (0.9, 95.0, 50.0));
        assert_eq!((heavy.first, heavy.second), (Some(Type::Specialist), None));
    }

    #[test]
    fn thresholds_can_be_changed_within_reason() {
        let columns = Columns { on_topic: &[0.5], authority: &[60.0], ..Columns::default() };
        let lower =
            Thresholds { specialist_on_topic: 0.4, specialist_authority: 50.0, ..Thresholds::default() };
        assert_eq!(types(1, columns, lower).unwrap()[0].first, Some(Type::Specialist));
        let wrong = Thresholds { discoverer_rank: 2.0, ..Thresholds::default() };
        assert_eq!(types(1, columns, wrong).unwrap_err().code(), "argument.invalid");
        let wrong = Thresholds { leader_z: N, ..Thresholds::default() };
        assert!(types(0, columns, wrong).is_err());
    }
}
