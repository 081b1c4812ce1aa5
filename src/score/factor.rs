//! What every sub-factor is made of.

use super::objective::{Effect, Lifetime};
use super::pillar::SubFactor;
use crate::graph::community::Communities;
use crate::graph::credit::Credit;
use crate::graph::{Attention, Window};
use crate::math::scale::Scale;
use crate::model::{Dataset, Millis};
use crate::text::Topic;
use crate::text::expansion::TopicWords;
use crate::text::vocabulary::Vocabulary;
use serde::Serialize;

/// Unit of a natural value: a stable code that pages turn into a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Followers.
    Followers,
    /// Median views a post.
    MedianViews,
    /// PageRank, as a multiple of the average account's.
    TimesAverage,
    /// Share of the subject in what is said, as a multiple of the average, faded by time since the last post on it.
    SubjectLift,
    /// Weeks with at least one credited reaction, out of those observed (shrunk share).
    ShareOfWeeks,
    /// The same by days, for short spans.
    ShareOfDays,
    /// The same by hours, for spans of a few days.
    ShareOfHours,
    /// Re-share credit: distinct, recent, credible people.
    Credit,
    /// Re-share credit earned with negative words.
    NegativeCredit,
    /// Hours until half of the re-shares have come (median over posts, shrunk): short first.
    HoursToHalf,
    /// Reactions per original post (shrunken mean), where the file names nobody who reacts.
    ReactionsPerPost,
    /// Clicks per original post (shrunken mean).
    ClicksPerPost,
    /// People of the target within two steps, the fewer the smaller its share among those who react.
    PeopleWithinTwoSteps,
    /// Share of those who answer or quote that do so without hostility (shrunk).
    ShareOfKindPeople,
    /// People who came back on another day, weighted by credit and by the variety of their circles.
    ReturningPeople,
    /// Hours until four re-shares out of five have come (median over posts, shrunk).
    HoursToMost,
}

/// Everything a sub-factor may read.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The study.
    pub data: &'a Dataset,
    /// The attention graph.
    pub attention: &'a Attention,
    /// Credit of accounts and arcs.
    pub credit: &'a Credit,
    /// Layers that give credit.
    pub credit_layers: [bool; 7],
    /// Whether the data hold anything that credit can be drawn from.
    pub has_credit: bool,
    /// PageRank on the subject.
    pub pagerank: &'a [f64],
    /// Match of posts with the brief; `None` without brief, without text or without any match.
    pub topic: Option<&'a Topic>,
    /// Whether the caller asked for a brief at all.
    pub has_brief: bool,
    /// Span that counts.
    pub window: Window,
    /// First and last moment of the data inside the window.
    pub span: Option<(Millis, Millis)>,
    /// Which effect amplitude counts, where the data hold it.
    pub effect: Effect,
    /// What period rewards.
    pub lifetime: Lifetime,
    /// Tone of each post, NaN where it is unknown; `None` where texts were not read.
    pub tone: Option<&'a [f32]>,
    /// Words that go with the subject, and who says them; `None` without brief or text.
    pub vocabulary: Option<(&'a TopicWords, &'a Vocabulary)>,
    /// Communities of the attention graph; `None` without ties.
    pub communities: Option<&'a Communities>,
    /// Whether each account belongs to the target audience; `None` when the caller named none.
    pub audience: Option<&'a [bool]>,
    /// Share of each account's credit that the discount leaves, 0 to 1, NaN where it cannot be told; `None` without it.
    pub genuine: Option<&'a [f64]>,
}

impl Context<'_> {
    /// Accounts of the study.
    pub fn accounts(&self) -> usize {
        self.data.accounts.len()
    }

    /// Posts of an account that lie inside the window.
    pub fn posts_of(&self, account: usize) -> impl Iterator<Item = usize> + '_ {
        let posts = &self.data.posts;
        posts.of(account).iter().map(|p| *p as usize).filter(|p| self.window.contains(posts.time.at(*p)))
    }
}

/// One sub-factor of every account.
#[derive(Debug, Clone)]
pub struct FactorColumn {
    /// Which.
    pub name: SubFactor,
    /// What the natural values count.
    pub unit: Unit,
    /// Values in the natural unit; NaN is unknown. Empty when the data cannot tell it for anybody.
    pub natural: Vec<f64>,
    /// Values from 0 to 100; NaN is unknown.
    pub score: Vec<f64>,
    /// Why nobody has it: a stable code.
    pub missing: Option<&'static str>,
}

impl FactorColumn {
    /// A sub-factor that the data cannot tell, and why.
    pub fn missing(name: SubFactor, unit: Unit, accounts: usize, reason: &'static str) -> FactorColumn {
        let unknown = vec![f64::NAN; accounts];
        FactorColumn { name, unit, natural: unknown.clone(), score: unknown, missing: Some(reason) }
    }

    /// Amounts, scaled by their logarithm.
    pub fn of_amounts(name: SubFactor, unit: Unit, natural: Vec<f64>) -> FactorColumn {
        let scale = Scale::of_amounts(&natural);
        let score = natural.iter().map(|x| scale.score(*x)).collect();
        FactorColumn { name, unit, natural, score, missing: None }
    }

    /// Shares already shrunk, scaled by their logit; `zero` marks those whose raw share is 0, which score 0.
    pub fn of_shares(name: SubFactor, unit: Unit, natural: Vec<f64>, zero: &[bool]) -> FactorColumn {
        let known: Vec<f64> = natural.iter().zip(zero).filter(|s| !s.1).map(|s| *s.0).collect();
        let scale = Scale::of_shares(&known);
        let score =
            natural.iter().zip(zero).map(|(x, zero)| if *zero { 0.0 } else { scale.score(*x) }).collect();
        FactorColumn { name, unit, natural, score, missing: None }
    }

    /// Accounts for which it is known.
    pub fn known(&self) -> usize {
        self.score.iter().filter(|s| !s.is_nan()).count()
    }
}
