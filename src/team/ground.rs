//! What a team is chosen on: the parts of a study that outlive a question.

use super::Note;
use super::options::Whom;
use crate::authenticity::Authenticity;
use crate::graph::community::Communities;
use crate::graph::components::Components;
use crate::graph::{Attention, LayerWeights, Window};
use crate::insight::sizes;
use crate::model::{Dataset, Millis, NONE};
use crate::people::size::Sizes;
use crate::query::View;
use crate::text::Topic;
use std::rc::Rc;

/// The parts of a study.
#[derive(Debug, Clone)]
pub struct Ground {
    pub data: Rc<Dataset>,
    pub attention: Rc<Attention>,
    pub window: Window,
    pub span: Option<(Millis, Millis)>,
    pub half_life: Option<f64>,
    pub layers: LayerWeights,
    pub topic: Option<Rc<Topic>>,
    pub communities: Option<Rc<Communities>>,
    pub components: Rc<Components>,
    pub audience: Option<Rc<Vec<bool>>>,
    pub authenticity: Option<Rc<Authenticity>>,
    /// Share of each account's credit that the discount leaves; `None` without it.
    pub genuine: Option<Rc<Vec<f64>>>,
    pub sizes: Rc<Sizes>,
    /// Accounts in the order of the ranking, and how many of them are ranked.
    pub order: Vec<u32>,
    pub ranked: usize,
    pub place: Vec<u32>,
    pub seed: u64,
}

impl Ground {
    /// That of a finished analysis.
    pub fn of(view: View<'_>) -> Ground {
        let analysis = view.analysis;
        Ground {
            data: analysis.data.clone(),
            attention: analysis.attention.clone(),
            window: analysis.settings.window,
            span: analysis.span,
            half_life: analysis.half_life.millis,
            layers: analysis.settings.ties.weights,
            topic: analysis.topic.clone(),
            communities: analysis.communities.clone(),
            components: analysis.components.clone(),
            audience: analysis.audience.clone(),
            authenticity: analysis.authenticity.clone(),
            genuine: analysis.genuine.clone(),
            sizes: view.insights.sizes.clone().unwrap_or_else(|| Rc::new(sizes(analysis))),
            order: analysis.scores.order.clone(),
            ranked: analysis.scores.ranked,
            place: analysis.scores.place.clone(),
            seed: analysis.settings.seed,
        }
    }

    /// Accounts.
    pub fn accounts(&self) -> usize {
        self.data.accounts.len()
    }

    /// Rank of an account, from 1, if it has one.
    pub fn rank(&self, account: u32) -> Option<u32> {
        Some(self.place[account as usize])
            .filter(|place| (*place as usize) < self.ranked)
            .map(|place| place + 1)
    }

    /// Community of an account.
    pub fn community(&self, account: u32) -> Option<u32> {
        let communities = self.communities.as_ref()?;
        Some(communities.of[account as usize]).filter(|community| *community != NONE)
    }

    /// Community of every account, and how many there are.
    pub fn communities(&self) -> (Vec<u32>, Vec<u32>) {
        match &self.communities {
            Some(communities) => (communities.of.clone(), communities.sizes.clone()),
            None => (vec![NONE; self.accounts()], Vec::new()),
        }
    }

    /// The accounts of the study among some, each once, in their order.
    pub fn known(&self, asked: &[u32], notes: &mut Vec<Note>) -> Vec<u32> {
        let mut seen = std::collections::BTreeSet::new();
        let all = self.accounts();
        let known: Vec<u32> =
            asked.iter().copied().filter(|a| (*a as usize) < all && seen.insert(*a)).collect();
        if asked.iter().any(|a| *a as usize >= all) {
            notes.push(Note::UnknownAccounts);
        }
        known
    }

    /// What reaching each account counts for; `None`: 1.
    pub fn weights(&self, whom: Whom, notes: &mut Vec<Note>) -> Option<Vec<f64>> {
        if whom == Whom::Everybody {
            return None;
        }
        let Some(audience) = &self.audience else {
            notes.push(Note::NoTarget);
            return None;
        };
        let weights: Vec<f64> = audience.iter().map(|member| f64::from(u8::from(*member))).collect();
        if weights.iter().all(|weight| *weight == 0.0) {
            notes.push(Note::TargetEmpty);
        }
        Some(weights)
    }

    /// Notes a part of the audience that cannot be reached from where most are: a fifth or more.
    pub fn parts(&self, weights: Option<&[f64]>, notes: &mut Vec<Note>) {
        const FIFTH: f64 = 0.2;
        let (mut whole, mut apart) = (0.0, 0.0);
        for (account, component) in self.components.of.iter().enumerate() {
            // Accounts without any tie are a matter of the files, not of the network.
            if self.components.sizes[*component as usize] < 2 {
                continue;
            }
            let weight = weights.map_or(1.0, |w| w[account]);
            whole += weight;
            if *component != 0 {
                apart += weight;
            }
        }
        if whole > 0.0 && apart >= FIFTH * whole {
            notes.push(Note::DisconnectedAudience);
        }
    }
}
