//! Progress of long work, done in steps that the caller paces.

use serde::Serialize;

/// What an analysis is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// Accounts, posts and ties are put in their canonical order.
    Model,
    /// Posts are matched with the brief.
    Text,
    /// Posts are read: tone, brands, language.
    Reading,
    /// The graph is built.
    Graph,
    /// Communities are found.
    Communities,
    /// The half-life is chosen by internal back-test, and credit computed.
    Credit,
    /// How far engagement can be taken for genuine.
    Authenticity,
    /// PageRank.
    Authority,
    /// Sub-factors, pillars and composite.
    Score,
    /// How sure ranks are: bootstraps.
    Uncertainty,
    /// Source or relay, value, behaviours.
    Value,
    /// Sizes, types, ambassadors.
    People,
    /// Who rises and who fades.
    Time,
    /// What the public of an account does after its posts.
    Effect,
    /// A measure of the graph that was asked for by name.
    Measure,
    /// Everything is there.
    Done,
}

/// Where an analysis stands.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// What is being done.
    pub phase: Phase,
    /// Share of the whole that is done, 0 to 1.
    pub share: f64,
    /// Whether the analysis is finished.
    pub finished: bool,
}
