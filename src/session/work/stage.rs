//! Where an analysis stands.

use crate::authenticity::Assessment;
use crate::graph::community::FindCommunities;
use crate::graph::half_life::Choice;
use crate::graph::pagerank::PageRank;
use crate::graph::steps::Steps;
use crate::model::{Dataset, Withdrawal};
use crate::progress::Phase;
use crate::score::{FactorColumn, SubFactor};
use crate::text::Relevance;
use crate::text::reading::Reading;
use crate::text::vocabulary::Collection;

/// What runs next, with what of it is done.
#[derive(Debug)]
pub(super) enum Stage {
    Accounts,
    Posts(Box<Dataset>),
    Ties(Box<Dataset>),
    /// People who asked to be left out are taken out of the data.
    Withdrawal(Box<Dataset>, Box<Withdrawal>),
    Text(Option<Box<Relevance>>, usize),
    Reading(Option<Box<Reading>>),
    Vocabulary(Option<Box<Collection>>),
    Graph,
    Communities(Option<Box<FindCommunities>>),
    HalfLife(Option<Box<Choice>>),
    Credit,
    Authenticity(Option<Box<Assessment>>),
    /// The iteration, on the graph of ties on the subject (the attention graph without a brief).
    Authority(Option<Box<PageRank>>),
    /// The sub-factors computed so far.
    Score(Vec<FactorColumn>),
}

impl Stage {
    /// The phase of a stage, and the share of the whole done when it begins. Shares are those of a large posts file.
    pub fn progress(&self) -> (Phase, f64) {
        match self {
            Stage::Accounts => (Phase::Model, 0.0),
            Stage::Posts(_) => (Phase::Model, 0.1),
            Stage::Ties(_) => (Phase::Model, 0.3),
            Stage::Withdrawal(data, withdrawal) => (Phase::Model, 0.35 + 0.05 * withdrawal.share_done(data)),
            Stage::Text(..) => (Phase::Text, 0.4),
            Stage::Reading(reading) => {
                (Phase::Reading, 0.5 + 0.05 * reading.as_ref().map_or(0.0, |r| r.share_done()))
            }
            Stage::Vocabulary(_) => (Phase::Reading, 0.55),
            Stage::Graph => (Phase::Graph, 0.58),
            Stage::Communities(search) => {
                (Phase::Communities, 0.6 + 0.1 * search.as_ref().map_or(0.0, |s| s.share_done()))
            }
            Stage::HalfLife(choice) => {
                (Phase::Credit, 0.7 + 0.1 * choice.as_ref().map_or(0.0, |c| c.share_done()))
            }
            Stage::Credit => (Phase::Credit, 0.8),
            Stage::Authenticity(_) => (Phase::Authenticity, 0.81),
            Stage::Authority(iteration) => {
                (Phase::Authority, 0.82 + 0.13 * iteration.as_ref().map_or(0.0, |i| i.share_done()))
            }
            Stage::Score(factors) => {
                (Phase::Score, 0.95 + 0.04 * factors.len() as f64 / SubFactor::ALL.len() as f64)
            }
        }
    }
}
