//! What a caller asks of a team.

use crate::error::{ErrorKind, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Members at the most.
pub const MOST_MEMBERS: usize = 500;
/// Steps of re-sharing at the most, where they are limited.
const MOST_HOPS: u32 = 100;
/// Messages of a campaign: each member publishes about one a week over a season.
pub const MESSAGES: u32 = 10;
/// Messages at the most.
const MOST_MESSAGES: u32 = 1_000;
/// Seconds of further sampling at the most.
const MOST_SECONDS: f64 = 600.0;

/// How something spreads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DiffusionModel {
    /// Each person reached tries once with each of those who attend to it.
    #[default]
    IndependentCascade,
    /// Each person follows once the active share of its attention passes a random threshold.
    LinearThreshold,
    /// No model: what cascades of the log credit people with.
    CreditDistribution,
}

/// Where tie probabilities come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Probabilities {
    /// Learnt where the log says enough, else the weighted cascade.
    #[default]
    Auto,
    /// The same, and a note where they cannot be learnt.
    Learned,
    /// The share of each one's attention.
    WeightedCascade,
}

/// Who is worth reaching.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Whom {
    /// Everybody counts 1.
    #[default]
    Everybody,
    /// Who belongs to the audience of the settings.
    Target,
}

/// Costs that the caller gives.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Costs {
    /// By the index of the account; `None`: unknown, whatever the files say.
    pub accounts: BTreeMap<String, Option<f64>>,
    /// By the name of a size.
    pub tiers: BTreeMap<String, Option<f64>>,
}

/// What a team may be, and how it is chosen.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct TeamOptions {
    /// Members at the most.
    pub size: usize,
    /// Cost of the team at the most.
    pub budget: Option<f64>,
    /// Costs over those of the files.
    pub costs: Costs,
    /// Who is in whatever they bring, by index.
    pub must_have: Vec<u32>,
    /// Who is not to be chosen.
    pub exclude: Vec<u32>,
    /// Least authenticity, 0 to 100.
    pub min_confidence: Option<f64>,
    /// Members of one community at the most.
    pub per_community: Option<usize>,
    /// Whose message is out already.
    pub competitors: Vec<u32>,
    /// The model.
    pub model: DiffusionModel,
    /// The probabilities.
    pub probabilities: Probabilities,
    /// Who is worth reaching.
    pub audience: Whom,
    /// Steps from the team at the most; `None`: as far as it goes.
    pub hops: Option<u32>,
    /// Messages that each member publishes.
    pub messages: u32,
    /// How long to go on after the first certificate, in work; see [`super::task`].
    pub seconds: f64,
    /// Seed; that of the settings by default.
    pub seed: Option<u64>,
    /// A team to compare with.
    pub shortlist: Vec<u32>,
}

impl Default for TeamOptions {
    fn default() -> Self {
        TeamOptions {
            size: 10,
            budget: None,
            costs: Costs::default(),
            must_have: Vec::new(),
            exclude: Vec::new(),
            min_confidence: None,
            per_community: None,
            competitors: Vec::new(),
            model: DiffusionModel::default(),
            probabilities: Probabilities::default(),
            audience: Whom::default(),
            hops: Some(3),
            messages: MESSAGES,
            seconds: 2.0,
            seed: None,
            shortlist: Vec::new(),
        }
    }
}

/// `argument.invalid` unless a condition holds.
pub(super) fn need(holds: bool, name: &'static str, given: impl ToString) -> Result<()> {
    if holds {
        return Ok(());
    }
    Err(ErrorKind::InvalidArgument { name, given: given.to_string() }.into())
}

/// A number of steps, if any.
pub(super) fn check_hops(hops: Option<u32>) -> Result<()> {
    need(hops.is_none_or(|hops| (1..=MOST_HOPS).contains(&hops)), "hops", hops.unwrap_or_default())
}

/// A number of messages.
pub(super) fn check_messages(messages: u32) -> Result<()> {
    need((1..=MOST_MESSAGES).contains(&messages), "messages", messages)
}

impl TeamOptions {
    /// Options from JSON; `null` is the default.
    ///
    /// # Errors
    /// `argument.invalid` for unknown options, and values of another type or out of range.
    pub fn read(value: serde_json::Value) -> Result<TeamOptions> {
        if value.is_null() {
            return Ok(TeamOptions::default());
        }
        // A list would be taken for the options in their order.
        need(value.is_object(), "options", &value)?;
        let options: TeamOptions = serde_json::from_value(value)
            .map_err(|error| ErrorKind::InvalidArgument { name: "options", given: error.to_string() })?;
        options.check()?;
        Ok(options)
    }

    fn check(&self) -> Result<()> {
        need((1..=MOST_MEMBERS).contains(&self.size), "size", self.size)?;
        need(self.must_have.len() <= MOST_MEMBERS, "mustHave", self.must_have.len())?;
        need(self.shortlist.len() <= MOST_MEMBERS, "shortlist", self.shortlist.len())?;
        let budget = self.budget.unwrap_or(0.0);
        need(budget >= 0.0 && budget.is_finite(), "budget", budget)?;
        let confidence = self.min_confidence.unwrap_or(0.0);
        need((0.0..=100.0).contains(&confidence), "minConfidence", confidence)?;
        need(self.per_community != Some(0), "perCommunity", 0)?;
        check_hops(self.hops)?;
        check_messages(self.messages)?;
        need((0.0..=MOST_SECONDS).contains(&self.seconds), "seconds", self.seconds)?;
        for (name, cost) in self.costs.accounts.iter().chain(&self.costs.tiers) {
            need(cost.is_none_or(f64::is_finite), "costs", name)?;
        }
        for name in self.costs.accounts.keys() {
            need(name.parse::<u32>().is_ok(), "costs", name)?;
        }
        for name in self.costs.tiers.keys() {
            need(crate::people::size::Tier::ALL.iter().any(|tier| tier.name() == name), "costs", name)?;
        }
        Ok(())
    }
}
