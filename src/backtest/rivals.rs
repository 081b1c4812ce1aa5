//! The plain orders that a ranking is held against.

use super::plan::Counts;
use crate::error::Result;
use crate::graph::pagerank::{PageRank, Params};
use crate::graph::steps::Steps;
use crate::graph::{Attention, LayerWeights};
use crate::model::{Layer, PostKind};
use crate::score::Analysis;
use serde::Serialize;

/// Every order, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Rival {
    /// The ranking of the settings, on what came before the cut.
    Ours,
    /// Followers, as the files give them: on the day they were made, which is later.
    Followers,
    /// Re-shares received (reactions where there are no re-shares).
    Reshares,
    /// Distinct people who re-shared.
    People,
    /// Distinct people in ties of any kind.
    Degree,
    /// Mentions received.
    Mentions,
    /// PageRank on re-shares.
    Pagerank,
    /// What the account itself posted; ties it made, where there are no posts.
    Activity,
    /// Chance: the mean over all orders.
    Random,
    /// The best possible order, known afterwards.
    Oracle,
}

impl Rival {
    /// All of them.
    pub const ALL: [Rival; 10] = [
        Rival::Ours,
        Rival::Followers,
        Rival::Reshares,
        Rival::People,
        Rival::Degree,
        Rival::Mentions,
        Rival::Pagerank,
        Rival::Activity,
        Rival::Random,
        Rival::Oracle,
    ];
}

/// PageRank on the events before a cut.
///
/// # Errors
/// `memory.exhausted`.
pub fn pagerank_of_events(analysis: &Analysis) -> Result<PageRank> {
    let (mut weights, layers) = (analysis.settings.ties.weights, analysis.credit_layers);
    let LayerWeights { repost, quote, reply, mention, like, follow, link } = &mut weights;
    for (layer, weight) in [
        (Layer::Repost, repost),
        (Layer::Quote, quote),
        (Layer::Reply, reply),
        (Layer::Mention, mention),
        (Layer::Like, like),
        (Layer::Follow, follow),
        (Layer::Link, link),
    ] {
        if !layers[layer as usize] {
            *weight = 0.0;
        }
    }
    let data = &analysis.data;
    let events = Attention::build(data.accounts.len(), &data.ties, &weights, analysis.window())?;
    PageRank::new(events.graph, Params::default())
}

/// Runs some of it; returns the ranks at the end.
pub fn step_pagerank(running: &mut PageRank, arcs: usize) -> bool {
    let steps = (arcs / (running.work_of_a_step() + 1)).max(1);
    (0..steps).any(|_| running.step())
}

/// Counts before a cut, by account of the cut study. `None` where the files hold nothing to count.
#[derive(Debug, Default)]
pub struct Before {
    /// Events received.
    pub reshares: Vec<f64>,
    /// Distinct people behind them.
    pub people: Vec<f64>,
    /// Distinct people in ties of any kind.
    pub degree: Vec<f64>,
    /// Mentions received.
    pub mentions: Option<Vec<f64>>,
    /// Posts of its own, or ties it made.
    pub activity: Vec<f64>,
}

impl Before {
    /// Counts all of it. O(ties + posts).
    pub fn of(analysis: &Analysis) -> Before {
        let (data, counts) = (&*analysis.data, Counts::of(analysis));
        let n = data.accounts.len();
        let none = || vec![0.0; n];
        let mut found =
            Before { reshares: none(), people: none(), degree: none(), mentions: None, activity: none() };
        let (mut mentions, mut made) = (none(), none());
        let (mut last, mut last_event) = (None, None);
        for t in 0..data.ties.len() {
            if !counts.window.contains(data.ties.time.at(t)) {
                continue;
            }
            let pair = (data.ties.from[t], data.ties.to[t]);
            let (from, to) = (pair.0 as usize, pair.1 as usize);
            made[from] += 1.0;
            if last != Some(pair) {
                found.degree[to] += 1.0;
                last = Some(pair);
            }
            if data.ties.layer[t] == Layer::Mention {
                mentions[to] += 1.0;
            }
            if counts.tie(data, t, analysis.topic.as_deref()) {
                found.reshares[to] += f64::from(data.ties.weight[t]);
                if last_event != Some(pair) {
                    found.people[to] += 1.0;
                    last_event = Some(pair);
                }
            }
        }
        let mut posts = false;
        for post in 0..data.posts.known {
            let author = data.posts.author[post] as usize;
            if author < n && counts.window.contains(data.posts.time.at(post)) {
                found.activity[author] += 1.0;
                posts |= data.posts.kind[post] != PostKind::Repost;
            }
        }
        if !posts {
            found.activity = made;
        }
        found.mentions = mentions.iter().any(|m| *m > 0.0).then_some(mentions);
        found
    }
}
