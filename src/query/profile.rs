//! What is known of one account beyond its score: where it stands, what it is, whom its influence reaches.

use super::{View, some};
use crate::authenticity::Signal;
use crate::graph::community::participation::Role;
use crate::model::NONE;
use crate::people::size::{Basis, Part, Tier};
use crate::people::types::{Looked, Thresholds, Type, Types};
use crate::score::moves::{Moves, moves};
use crate::score::standing::{NO_SIZE, SizeBy};
use crate::time::{Direction, Period};
use crate::value::behaviours::{Behaviour, Source};
use crate::value::observed_effect::Found;
use crate::value::{Standing, Value};
use serde::Serialize;

/// How many accounts "the first ones" are in "what would move the rank".
const FIRST: usize = 10;

/// Percentiles of an account.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct StandingDetail {
    /// Among all that are ranked, 0 to 100.
    pub overall: Option<f64>,
    /// Among those of the same size.
    pub among_peers: Option<f64>,
    pub peers: Option<u32>,
    pub by: Option<SizeBy>,
}

/// Size and part.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct SizeDetail {
    pub tier: Option<Tier>,
    pub basis: Basis,
    pub part: Part,
}

/// Type, and how every rule looked.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct TypeDetail {
    pub first: Option<Type>,
    pub second: Option<Type>,
    pub provisional: bool,
    pub rules: Vec<Looked>,
}

/// The place of an account among the communities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct CommunityDetail {
    pub number: u32,
    pub size: u32,
    pub within_module: Option<f64>,
    pub participation: Option<f64>,
    pub role: &'static str,
}

/// Influence after Kumar and Mirchandani, and whether it is the account's own.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct InfluenceDetail {
    /// Share of all the influence there is, 0 to 1.
    pub cie: f64,
    /// In people.
    pub direct: f64,
    pub indirect: f64,
    pub positive: Option<f64>,
    pub negative: Option<f64>,
    /// Friedkin and Johnsen's source credit, 0 to 1.
    pub source_credit: f64,
    pub relay: Option<f64>,
    pub susceptibility: f64,
    pub standing: &'static str,
}

/// What the people are worth who respond to the account.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct WorthDetail {
    pub own: Option<f64>,
    pub direct: f64,
    pub net: f64,
    /// Accounts whose value is known, and their sum.
    pub known: usize,
    pub total: f64,
}

/// One of the three behaviours.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct BehaviourDetail {
    pub per_post: Option<f64>,
    pub at_least: Option<f64>,
    pub posts: u32,
    pub inferred: bool,
    pub reason: Option<&'static str>,
}

/// The observed effect.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct EffectDetail {
    pub compatible: bool,
    pub per_100: Option<f64>,
    pub public_per_100: Option<f64>,
    pub others_per_100: Option<f64>,
    pub events: Option<usize>,
    pub exposed: Option<f64>,
    pub p: Option<f64>,
    pub q: Option<f64>,
    pub p_before: Option<f64>,
    pub reason: Option<&'static str>,
}

/// How sure the rank and the score are.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct UncertaintyDetail {
    pub rank_low: Option<u32>,
    pub rank_high: Option<u32>,
    pub tier: Option<u32>,
    pub score_low: Option<f64>,
    pub score_high: Option<f64>,
    /// Chance of being among the first 10, 50, 100, were other people awake.
    pub in_top: [Option<f64>; 3],
    /// The same, were the weights others.
    pub in_top_by_weights: [Option<f64>; 3],
    /// Whether the interval comes from blocks of time.
    pub by_time: bool,
    pub replicates: usize,
    pub reason: Option<&'static str>,
}

/// Accounts and posts of one piece of evidence, by name.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct SignalDetail {
    pub signal: Signal,
    /// 0 to 1; `None` cannot be told.
    pub strength: Option<f64>,
    pub to_check: bool,
    pub reason: Option<&'static str>,
    pub figures: Vec<(&'static str, Option<f64>)>,
    pub accounts: Vec<Named>,
    pub accounts_total: u32,
    pub posts_total: u32,
}

/// An account by its index and handle.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Named {
    pub index: u32,
    pub handle: String,
}

/// How far engagement can be taken for genuine.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct AuthenticityDetail {
    /// 0 to 100.
    pub confidence: Option<f64>,
    pub signals: Vec<SignalDetail>,
    /// Credit without the discount and with it, and the ranks by either.
    pub raw_credit: f64,
    pub credit: f64,
    pub rank_raw: u32,
    pub rank_discounted: u32,
}

/// Where an account is going.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct TrendDetail {
    pub period: Period,
    /// Start of the first period, and people by period.
    pub first: f64,
    pub people: Vec<u32>,
    pub direction: Direction,
    pub rise: Option<f64>,
    pub rise_low: Option<f64>,
    pub rise_high: Option<f64>,
    pub persistence: Option<f64>,
    pub volatility: Option<f64>,
    pub compared: (usize, usize),
    pub reason: Option<&'static str>,
}

/// Accounts named in one piece of evidence.
const SHOWN: usize = 8;

/// Everything of one account that comes after the ranking. What is `None` is not computed yet, or cannot be told.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Profile {
    pub standing: Option<StandingDetail>,
    pub uncertainty: Option<UncertaintyDetail>,
    pub authenticity: Option<AuthenticityDetail>,
    pub trend: Option<TrendDetail>,
    pub moves: Vec<Moves>,
    pub size: Option<SizeDetail>,
    pub types: Option<TypeDetail>,
    pub community: Option<CommunityDetail>,
    pub influence: Option<InfluenceDetail>,
    pub worth: Option<WorthDetail>,
    pub spread: Option<BehaviourDetail>,
    pub chain: Option<BehaviourDetail>,
    pub social_impact: Option<BehaviourDetail>,
    /// Percentile of popularity, 0 to 100.
    pub visibility: Option<f64>,
    /// Effective number of communities.
    pub capillarity: Option<f64>,
    pub effect: Option<EffectDetail>,
}

/// The profile of an account. Cost: O(accounts · log accounts), for what would move its rank.
pub fn profile(view: View<'_>, account: usize) -> Profile {
    let (analysis, insights) = (view.analysis, view.insights);
    let behaviours = insights.behaviours.as_deref();
    let value = insights.value.as_ref().and_then(|value| value.as_deref());
    Profile {
        standing: standing(view, account),
        uncertainty: uncertainty(view, account),
        authenticity: authenticity(view, account),
        trend: trend(view, account),
        moves: moves(&analysis.scores, &analysis.factors, &analysis.credit.of, account, FIRST),
        size: insights.sizes.as_deref().map(|sizes| SizeDetail {
            tier: sizes.tier[account],
            basis: sizes.basis[account],
            part: sizes.part[account],
        }),
        types: types(view, account),
        community: community(view, account),
        influence: value.map(|value| influence(value, account)),
        worth: value.and_then(|value| worth(view, value, account)),
        spread: behaviours.map(|b| behaviour(&b.spread, account)),
        chain: behaviours.map(|b| behaviour(&b.influence, account)),
        social_impact: behaviours.map(|b| behaviour(&b.social_impact, account)),
        visibility: insights.visibility.as_deref().and_then(|v| some(v[account])),
        capillarity: insights.capillarity.as_deref().and_then(|c| some(c.communities[account])),
        effect: effect(view, account),
    }
}

fn standing(view: View<'_>, account: usize) -> Option<StandingDetail> {
    let standings = view.insights.standings.as_deref()?;
    let size = standings.size[account];
    let percent = |share: f64| some(100.0 * share);
    Some(StandingDetail {
        overall: percent(standings.overall[account]),
        among_peers: percent(standings.among_peers[account]),
        peers: (size != NO_SIZE).then(|| standings.peers[usize::from(size)]),
        by: standings.by,
    })
}

fn uncertainty(view: View<'_>, account: usize) -> Option<UncertaintyDetail> {
    let found = view.insights.uncertainty.as_deref()?;
    let place = |column: &[u32]| column.get(account).copied().filter(|place| *place > 0);
    let number = |column: &[f64]| column.get(account).copied().and_then(some);
    let chance = |column: &Vec<f32>| column.get(account).copied().map(f64::from).and_then(some);
    Some(UncertaintyDetail {
        rank_low: place(&found.rank_low),
        rank_high: place(&found.rank_high),
        tier: place(&found.tier),
        score_low: number(&found.score_low),
        score_high: number(&found.score_high),
        in_top: std::array::from_fn(|k| chance(&found.in_top[k])),
        in_top_by_weights: std::array::from_fn(|k| chance(&found.in_top_by_weights[k])),
        by_time: found.by_time.get(account).copied().unwrap_or(false),
        replicates: found.replicates,
        reason: found.missing,
    })
}

fn authenticity(view: View<'_>, account: usize) -> Option<AuthenticityDetail> {
    let analysis = view.analysis;
    let found = analysis.authenticity.as_deref()?;
    let parts = analysis.authenticity_parts(view.strings);
    let mut evidence = found.evidence(&parts, account);
    let signals = Signal::ALL.map(|signal| {
        let strength = some(found.strength(signal, account));
        let at = evidence.iter().position(|e| e.signal == signal);
        let shown = at.map(|at| evidence.swap_remove(at));
        let named = |a: &u32| Named { index: *a, handle: view.handle(*a as usize).to_owned() };
        SignalDetail {
            signal,
            strength,
            to_check: shown.is_some(),
            reason: if strength.is_none() {
                found.missing[signal as usize].or(Some("unknown_here"))
            } else {
                None
            },
            figures: shown
                .iter()
                .flat_map(|e| &e.figures)
                .map(|(name, value)| (*name, some(*value)))
                .collect(),
            accounts: shown.iter().flat_map(|e| e.accounts.iter().take(SHOWN).map(named)).collect(),
            accounts_total: shown.as_ref().map_or(0, |e| e.accounts_total),
            posts_total: shown.as_ref().map_or(0, |e| e.posts_total),
        }
    });
    let (raw, discounted) = (&analysis.raw_credit.of, &found.discount.credit.of);
    let rank = |column: &[f64]| 1 + column.iter().filter(|value| **value > column[account]).count() as u32;
    Some(AuthenticityDetail {
        confidence: some(found.of[account]),
        signals: signals.to_vec(),
        raw_credit: raw[account],
        credit: discounted[account],
        rank_raw: rank(raw),
        rank_discounted: rank(discounted),
    })
}

fn trend(view: View<'_>, account: usize) -> Option<TrendDetail> {
    let (panels, trends) = (view.insights.panels.as_deref()?, view.insights.trends.as_deref()?);
    let number = |column: &[f64]| column.get(account).copied().and_then(some);
    let mut people = vec![0; panels.periods];
    if panels.missing.is_none() {
        for entry in panels.row(account) {
            people[panels.at[entry] as usize] = panels.people[entry];
        }
    }
    Some(TrendDetail {
        period: panels.period,
        first: panels.first as f64,
        people,
        direction: trends.direction.get(account).copied().unwrap_or_default(),
        rise: number(&trends.rise),
        rise_low: number(&trends.rise_low),
        rise_high: number(&trends.rise_high),
        persistence: number(&trends.persistence),
        volatility: number(&trends.volatility),
        compared: trends.compared,
        reason: panels.missing.or(trends.missing),
    })
}

fn types(view: View<'_>, account: usize) -> Option<TypeDetail> {
    let insights = view.insights;
    let of = insights.types.as_deref()?.get(account)?;
    let value = insights.value.as_ref().and_then(|value| value.as_deref());
    let columns = insights.type_columns.as_deref()?;
    let read = columns.with(view.analysis, value, insights.discoveries.as_deref());
    let rules =
        Types::new(view.analysis.data.accounts.len(), read, Thresholds::default()).ok()?.rules(account);
    Some(TypeDetail { first: of.first, second: of.second, provisional: of.provisional, rules })
}

fn community(view: View<'_>, account: usize) -> Option<CommunityDetail> {
    let found = view.analysis.communities.as_deref()?;
    let number = found.of[account];
    (number != NONE).then(|| CommunityDetail {
        number,
        size: found.sizes[number as usize],
        within_module: some(found.z[account]),
        participation: some(found.participation[account]),
        role: match Role::of(found.z[account], found.participation[account]) {
            Role::Unknown => "unknown",
            Role::UltraPeripheral => "ultra_peripheral",
            Role::Peripheral => "peripheral",
            Role::Connector => "connector",
            Role::Kinless => "kinless",
            Role::ProvincialHub => "provincial_hub",
            Role::ConnectorHub => "connector_hub",
            Role::KinlessHub => "kinless_hub",
        },
    })
}

fn influence(value: &Value, account: usize) -> InfluenceDetail {
    let (influence, sources) = (&value.influence, &value.sources);
    InfluenceDetail {
        cie: influence.share[account],
        direct: influence.direct[account],
        indirect: influence.indirect[account],
        positive: influence.signed.as_ref().map(|signed| signed.positive[account]),
        negative: influence.signed.as_ref().map(|signed| signed.negative[account]),
        source_credit: sources.credit[account],
        relay: some(sources.relay[account]),
        susceptibility: value.responses.susceptibility[account],
        standing: match sources.standing[account] {
            Standing::NoInteraction => "no_interaction",
            Standing::Public => "public",
            Standing::Source => "source",
            Standing::Relay => "relay",
        },
    }
}

fn worth(view: View<'_>, value: &Value, account: usize) -> Option<WorthDetail> {
    let worth = value.worth.as_ref()?;
    Some(WorthDetail {
        own: some(view.analysis.data.accounts.value_of(account)),
        direct: worth.direct[account],
        net: worth.net[account],
        known: worth.known,
        total: worth.total,
    })
}

fn behaviour(behaviour: &Behaviour, account: usize) -> BehaviourDetail {
    let at = |column: &[f64]| column.get(account).copied().and_then(some);
    BehaviourDetail {
        per_post: at(&behaviour.per_post),
        at_least: at(&behaviour.at_least),
        posts: behaviour.posts.get(account).copied().unwrap_or(0),
        inferred: behaviour.source == Source::Inferred,
        reason: behaviour.missing,
    }
}

fn effect(view: View<'_>, account: usize) -> Option<EffectDetail> {
    let effects = view.insights.effects.as_deref()?;
    let found = effects.iter().find(|effect| effect.account as usize == account)?;
    let nothing = EffectDetail {
        compatible: false,
        per_100: None,
        public_per_100: None,
        others_per_100: None,
        events: None,
        exposed: None,
        p: None,
        q: None,
        p_before: None,
        reason: None,
    };
    Some(match found.found {
        Found::NotMeasurable { why } => EffectDetail { reason: Some(why), ..nothing },
        Found::Measured(measured) => EffectDetail {
            compatible: measured.is_compatible(),
            per_100: some(measured.per_100),
            public_per_100: some(measured.public_per_100),
            others_per_100: some(measured.others_per_100),
            events: Some(measured.events),
            exposed: some(measured.exposed),
            p: some(measured.p),
            q: some(measured.q),
            p_before: some(measured.p_before),
            reason: None,
        },
    })
}
