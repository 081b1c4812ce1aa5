//! From ties to the attention graph: one arc a pair, with the ties behind it.

use super::csr::Graph;
use crate::error::{ErrorKind, Result};
use crate::math::narrow;
use crate::model::{Layer, Millis, Ties};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The span of time that counts: `from` included, `to` left out; open where `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Window {
    /// First moment that counts.
    pub from: Option<Millis>,
    /// First moment that no longer counts.
    pub to: Option<Millis>,
}

impl Window {
    /// Whether a moment counts. What has no time counts only where the window is open on both sides.
    #[inline]
    pub fn contains(&self, time: Option<Millis>) -> bool {
        match time {
            Some(t) => self.from.is_none_or(|from| from <= t) && self.to.is_none_or(|to| t < to),
            None => self.is_open(),
        }
    }

    /// Whether everything counts.
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

/// How much a tie of each layer weighs, 0 or more. Opinions, all of them: shown, and open to change.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct LayerWeights {
    /// Re-share: the outcome that is predicted.
    pub repost: f64,
    /// Quote: a re-share that may disagree.
    pub quote: f64,
    /// Reply or comment.
    pub reply: f64,
    /// Mention: the weakest evidence of an effect.
    pub mention: f64,
    /// Like of a known account.
    pub like: f64,
    /// Follow: exposure, not effect; never a source of credit.
    pub follow: f64,
    /// Tie of a network file that does not say its kind.
    pub link: f64,
}

impl Default for LayerWeights {
    fn default() -> Self {
        LayerWeights { repost: 1.0, quote: 0.8, reply: 0.5, mention: 0.3, like: 0.1, follow: 0.1, link: 1.0 }
    }
}

impl LayerWeights {
    /// Weight of a layer.
    pub fn of(&self, layer: Layer) -> f64 {
        match layer {
            Layer::Repost => self.repost,
            Layer::Quote => self.quote,
            Layer::Reply => self.reply,
            Layer::Mention => self.mention,
            Layer::Like => self.like,
            Layer::Follow => self.follow,
            Layer::Link => self.link,
        }
    }
}

/// How much the post behind a tie is on the subject.
#[derive(Debug, Clone, Copy)]
pub struct TopicOfTies<'a> {
    /// Topic weight of each post, 0 to 1; NaN where its text is unknown.
    pub of_post: &'a [f32],
    /// What a tie counts whose text is unknown: the mean over known posts, so that silence is neither for nor
    /// against.
    pub unknown: f64,
}

impl TopicOfTies<'_> {
    /// Topic weight of a tie made by a post.
    #[inline]
    pub fn of(&self, post: u32) -> f64 {
        match self.of_post.get(post as usize) {
            Some(q) if !q.is_nan() => f64::from(*q),
            _ => self.unknown,
        }
    }
}

/// The attention graph of a study, and the ties behind each of its arcs.
#[derive(Debug, Default)]
pub struct Attention {
    /// The graph; its weights are the sums of the weights of the ties, by layer, without decay.
    pub graph: Rc<Graph>,
    /// Source of each arc.
    pub from: Vec<u32>,
    /// For each arc, its ties as a span of [`Ties`]; some of them may lie outside the window.
    pub ties: Vec<(u32, u32)>,
}

impl Attention {
    /// Builds the graph of the ties inside the window whose layer weighs something.
    ///
    /// Cost: O(accounts + ties).
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn build(accounts: usize, ties: &Ties, weights: &LayerWeights, window: Window) -> Result<Attention> {
        let (mut from, mut to, mut weight, mut spans) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut start = 0;
        while start < ties.len() {
            let pair = (ties.from[start], ties.to[start]);
            let mut end = start;
            let mut total = 0.0;
            while end < ties.len() && (ties.from[end], ties.to[end]) == pair {
                if window.contains(ties.time.at(end)) {
                    total += weights.of(ties.layer[end]) * f64::from(ties.weight[end]).max(0.0);
                }
                end += 1;
            }
            if total > 0.0 {
                if from.len() == from.capacity() {
                    let more = (from.len()).max(1024);
                    let no_room = |_| ErrorKind::OutOfMemory { what: "graph" };
                    from.try_reserve(more).map_err(no_room)?;
                    to.try_reserve(more).map_err(no_room)?;
                    weight.try_reserve(more).map_err(no_room)?;
                    spans.try_reserve(more).map_err(no_room)?;
                }
                from.push(pair.0);
                to.push(pair.1);
                weight.push(narrow(total));
                spans.push((start as u32, end as u32));
            }
            start = end;
        }
        let graph = Rc::new(Graph::from_sorted(accounts, &from, to, weight)?);
        Ok(Attention { graph, from, ties: spans })
    }

    /// The ties of an arc that lie inside a window, by index.
    #[inline]
    pub fn ties_of<'a>(
        &self,
        arc: usize,
        ties: &'a Ties,
        window: Window,
    ) -> impl Iterator<Item = usize> + 'a {
        let (start, end) = self.ties[arc];
        (start as usize..end as usize).filter(move |t| window.contains(ties.time.at(*t)))
    }

    /// The same graph with each tie weighted by how much its post is on the subject.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn on_topic(
        &self,
        ties: &Ties,
        weights: &LayerWeights,
        window: Window,
        topic: TopicOfTies<'_>,
    ) -> Result<Graph> {
        let weight = (0..self.from.len())
            .map(|arc| {
                let total: f64 = self
                    .ties_of(arc, ties, window)
                    .map(|t| {
                        weights.of(ties.layer[t])
                            * f64::from(ties.weight[t]).max(0.0)
                            * topic.of(ties.post[t])
                    })
                    .sum();
                narrow(total)
            })
            .collect();
        Graph::from_sorted(self.graph.nodes(), &self.from, self.graph.out_to.clone(), weight)
    }
}
