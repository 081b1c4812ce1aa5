//! What a back-test answers.

use super::rivals::Rival;
use serde::Serialize;

/// How good an order was after one cut, or on average over the cuts that can tell. NaN never leaves: unknown is `null`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Marks {
    /// People who mattered next among the first places.
    pub found: f64,
    /// `found` over the places looked at.
    pub precision: f64,
    /// Gains of the first places over the best possible ones, earlier places counting more.
    pub ndcg: f64,
    /// Later re-sharers of the first places over those of the best possible ones.
    pub capture: f64,
    /// Distinct people who passed on somebody of the first places.
    pub covered: f64,
    /// NDCG by later re-shares a post, among those who posted twice or more; `null` where too few did.
    pub per_post: Option<f64>,
}

/// One order after one cut.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderAt {
    /// Which order.
    pub name: Rival,
    /// Its marks; `null` where the files hold nothing to order by.
    pub marks: Option<Marks>,
}

/// One cut.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CutAt {
    /// Everything strictly before was known.
    pub at: f64,
    /// What happened from then and before this was to be found.
    pub until: f64,
    /// Accounts that had received anything before.
    pub candidates: usize,
    /// Candidates passed on afterwards.
    pub passed_on: usize,
    /// Places looked at.
    pub top: usize,
    /// People who mattered next: those whom the best possible first places would have held.
    pub mattered: usize,
    /// Events afterwards.
    pub later_events: usize,
    /// Share of them that candidates received: nobody can foretell newcomers.
    pub ceiling: Option<f64>,
    /// Distinct people who passed candidates on.
    pub later_people: usize,
    /// Half-life that was chosen on what came before, days; `null` is none.
    pub half_life_days: Option<f64>,
    /// Whether enough candidates were passed on to tell orders apart.
    pub enough: bool,
    /// Candidates who posted twice or more afterwards.
    pub posted: usize,
    /// Every order.
    pub orders: Vec<OrderAt>,
}

/// A difference and its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// Ours less the other.
    pub value: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// What a difference says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Ours found more, beyond chance.
    Better,
    /// The data cannot tell them apart.
    Alike,
    /// Ours found less, beyond chance.
    Worse,
}

/// One order over all cuts that can tell.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderOver {
    /// Which order.
    pub name: Rival,
    /// Means of its marks; `null` where the files hold nothing to order by.
    pub marks: Option<Marks>,
    /// Share of the candidates that it knows anything of.
    pub known: f64,
    /// NDCG of ours less its own; `null` for ours, and where nothing can be told.
    pub difference: Option<Difference>,
    /// What that says.
    pub verdict: Option<Verdict>,
}

/// Somebody whom our ranking put first at the last cut.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Named {
    /// Number of the account.
    pub index: u32,
    /// Handle.
    pub handle: String,
    /// Its place among the candidates then.
    pub place: usize,
    /// People who passed it on afterwards.
    pub later: u32,
    /// Whether it is among those who mattered.
    pub mattered: bool,
}

/// The result.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// Why nothing can be told: a stable code; `null` where something can.
    pub reason: Option<&'static str>,
    /// What there is of what is missing, and how much it would take.
    pub have: Option<f64>,
    /// See `have`.
    pub need: Option<f64>,
    /// What counts: `reshares`, or `reactions` where the files hold no re-share.
    pub outcome: &'static str,
    /// Whether posts on the subject alone count.
    pub on_subject: bool,
    /// Events in all, with a date.
    pub events: usize,
    /// First and last of them.
    pub from: Option<f64>,
    /// See `from`.
    pub to: Option<f64>,
    /// How long people were looked at after a cut, days.
    pub horizon_days: f64,
    /// The cuts, from early to late.
    pub cuts: Vec<CutAt>,
    /// Cuts that can tell.
    pub enough: usize,
    /// Places looked at, mean over the cuts that can tell.
    pub top: f64,
    /// People who mattered next, mean over the same.
    pub mattered: f64,
    /// Every order over the cuts that can tell.
    pub orders: Vec<OrderOver>,
    /// Whom our ranking put first at the last cut that can tell.
    pub people: Vec<Named>,
    /// Replicates of the bootstrap.
    pub replicates: usize,
    /// Its seed.
    pub seed: u64,
    /// What a reader has to know: stable codes.
    pub notes: Vec<&'static str>,
}
