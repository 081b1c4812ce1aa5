//! What is told of a team.

use super::Note;
use super::costs::CostFrom;
use super::options::DiffusionModel;
use serde::Serialize;

/// An estimate with its 95 % interval, where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Estimate {
    /// People, weighted by the audience.
    pub value: f64,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

/// Where probabilities come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Source {
    /// Trials and successes of the log.
    Learned,
    /// Shares of attention.
    #[default]
    WeightedCascade,
    /// Credit of cascades that happened.
    Cascades,
}

/// The ties that were gone by.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ties {
    /// Where they come from.
    pub from: Source,
    /// Posts that somebody could have re-shared, each time for each of them.
    pub trials: f64,
    /// Those that were re-shared.
    pub successes: f64,
    /// Pairs of which one may activate the other.
    pub arcs: usize,
    /// Whether they were learnt from posts on the subject.
    pub on_subject: bool,
}

/// Why somebody is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// For what they bring.
    Chosen,
    /// The caller said so.
    MustHave,
}

/// A member of the team.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// Index of the account.
    pub index: u32,
    /// Handle.
    pub handle: String,
    /// Display name.
    pub name: Option<String>,
    /// Rank in the list, from 1.
    pub rank: Option<u32>,
    /// Community.
    pub community: Option<u32>,
    /// Cost.
    pub cost: Option<f64>,
    /// Who says so.
    pub cost_from: Option<CostFrom>,
    /// What it adds to those before.
    pub gain: f64,
    /// What it reaches by itself.
    pub alone: f64,
    /// What nobody else of the team reaches.
    pub unique: f64,
    /// Why it is in.
    pub why: Why,
}

/// What a team reaches in a community.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reached {
    /// The community; `None`: accounts in none.
    pub community: Option<u32>,
    /// Its accounts.
    pub size: u32,
    /// Members in it.
    pub members: usize,
    /// People reached.
    pub reached: f64,
}

/// A team that something simpler would have made.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Alternative {
    /// `followers`, `score`, `random`, `optimum`, `shortlist`.
    pub name: &'static str,
    /// Its members.
    pub members: Vec<u32>,
    /// What it reaches.
    pub spread: Estimate,
    /// What it costs.
    pub cost: Option<f64>,
}

/// The team beside the first of the ranking.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OverRanking {
    /// Spread over spread.
    pub ratio: f64,
    /// Its 95 % interval, from sampling alone.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Whether it is worth telling.
    pub significant: bool,
}

/// A team, and all there is to say about it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Team {
    /// Its members in the order of choice.
    pub members: Vec<Member>,
    /// What it reaches.
    pub spread: Estimate,
    /// What all candidates together would reach.
    pub reachable: f64,
    /// Share of the best possible team's spread that it reaches at least.
    pub guarantee: Option<f64>,
    /// Known costs of the members together.
    pub cost: Option<f64>,
    /// What each person beyond the best ranking costs more.
    pub cost_per_additional: Option<f64>,
    /// Probabilities.
    pub probabilities: Ties,
    /// Whether only ratios may be told.
    pub relative: bool,
    /// Communities, largest first.
    pub communities: Vec<Reached>,
    /// Members × members by rows: people reached by both.
    #[serde(skip)]
    pub overlap: Vec<f64>,
    /// Simpler teams.
    pub alternatives: Vec<Alternative>,
    /// Beside the ranking.
    pub over_ranking: Option<OverRanking>,
    /// What to know.
    pub notes: Vec<Note>,
    /// The model that was used.
    pub model: DiffusionModel,
    /// Messages that each member publishes.
    pub messages: u32,
    /// Its steps at the most.
    pub hops: Option<u32>,
    /// The seed.
    pub seed: u64,
    /// Samples drawn, or cascades read.
    pub sets: usize,
}
