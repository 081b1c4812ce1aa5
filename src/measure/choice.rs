//! Which graph a measure runs on: kinds of tie, weights, time, decay.

use super::Projection;
use crate::error::{ErrorKind, Result};
use crate::graph::{Graph, LayerWeights, Window};
use crate::math::exp2;
use crate::math::narrow;
use crate::model::{Layer, Millis, Ties};
use serde::Deserialize;

/// Which ties make the graph, and what they weigh. The default is the study's own attention graph: its window and its
/// weights by kind of tie, without decay.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct GraphChoice {
    /// Kinds of tie that count; all by default.
    pub layers: Option<Vec<Layer>>,
    /// Weights by kind of tie; the study's by default.
    pub weights: Option<LayerWeights>,
    /// First moment that counts, in milliseconds; the study's window by default.
    pub from: Option<f64>,
    /// First moment that no longer counts.
    pub to: Option<f64>,
    /// Age, in days, at which a tie counts half; nothing fades by default.
    pub half_life_days: Option<f64>,
    /// What an arc weighs.
    pub strength: Strength,
    /// Ties by what accounts have in common in their posts, instead of those of the files; of the other choices only
    /// the span of time goes with it.
    pub project: Option<Projection>,
}

/// What an arc weighs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Strength {
    /// The sum of its ties, weighted by kind and age.
    #[default]
    Sum,
    /// `1 − exp(−sum)`: many ties of one pair stay below one.
    Saturated,
    /// 1, however many ties.
    Unit,
}

impl GraphChoice {
    /// Whether it is the study's own graph.
    pub(super) fn is_default(&self) -> bool {
        *self == GraphChoice::default()
    }

    /// Refuses what does not go together.
    pub(super) fn check(&self) -> Result<()> {
        let span =
            GraphChoice { from: self.from, to: self.to, project: self.project.clone(), ..Self::default() };
        if self.project.is_some() && *self != span {
            return Err(ErrorKind::InvalidArgument { name: "graph", given: "project".to_owned() }.into());
        }
        Ok(())
    }

    /// The span that counts.
    pub(super) fn window(&self, study: Window) -> Window {
        match (self.from, self.to) {
            (None, None) => study,
            (from, to) => Window { from: from.map(|t| t as Millis), to: to.map(|t| t as Millis) },
        }
    }

    /// Builds the graph. `end` is the moment that ages are counted from.
    ///
    /// Cost: O(accounts + ties).
    ///
    /// # Errors
    /// `argument.invalid` for a weight or half-life that cannot be; `memory.exhausted`.
    pub(super) fn build(
        &self,
        accounts: usize,
        ties: &Ties,
        weights: &LayerWeights,
        window: Window,
        end: Millis,
    ) -> Result<Graph> {
        if self.project.is_some() {
            // Made of posts, not of ties; whoever asks for it finds it among the graphs that are kept.
            return Err(ErrorKind::InvalidArgument { name: "graph", given: "project".to_owned() }.into());
        }
        let weights = self.weights.as_ref().unwrap_or(weights);
        let window = self.window(window);
        let half_life = match self.half_life_days {
            Some(days) if !(days > 0.0 && days.is_finite()) => {
                return Err(
                    ErrorKind::InvalidArgument { name: "halfLifeDays", given: days.to_string() }.into()
                );
            }
            days => days.map(|days| days * 86_400_000.0),
        };
        let mut of_layer = [0.0; 7];
        for layer in Layer::ALL {
            let weight = weights.of(layer);
            if !(0.0..=1e6).contains(&weight) {
                return Err(ErrorKind::InvalidArgument { name: "weights", given: weight.to_string() }.into());
            }
            if self.layers.as_ref().is_none_or(|chosen| chosen.contains(&layer)) {
                of_layer[layer as usize] = weight;
            }
        }
        let tie_weight = |t: usize| {
            if !window.contains(ties.time.at(t)) {
                return 0.0;
            }
            let fade = match (half_life, ties.time.at(t)) {
                (Some(h), Some(time)) => exp2(-((end - time).max(0) as f64) / h),
                _ => 1.0,
            };
            of_layer[ties.layer[t] as usize] * f64::from(ties.weight[t]).max(0.0) * fade
        };
        let (mut from, mut to, mut weight) = (Vec::new(), Vec::new(), Vec::new());
        let mut start = 0;
        while start < ties.len() {
            let pair = (ties.from[start], ties.to[start]);
            let mut total = 0.0;
            while start < ties.len() && (ties.from[start], ties.to[start]) == pair {
                total += tie_weight(start);
                start += 1;
            }
            if total > 0.0 {
                if from.len() == from.capacity() {
                    let no_room = |_| ErrorKind::OutOfMemory { what: "graph" };
                    let more = from.len().max(1024);
                    from.try_reserve(more).map_err(no_room)?;
                    to.try_reserve(more).map_err(no_room)?;
                    weight.try_reserve(more).map_err(no_room)?;
                }
                from.push(pair.0);
                to.push(pair.1);
                weight.push(match self.strength {
                    Strength::Sum => narrow(total),
                    Strength::Saturated => narrow(-crate::math::exp_m1(-total)),
                    Strength::Unit => 1.0,
                });
            }
        }
        Graph::from_sorted(accounts, &from, to, weight)
    }
}
