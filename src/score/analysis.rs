//! A finished analysis: every part that queries and exports read.

use super::composite::{Recipe, Scores};
use super::factor::{Context, FactorColumn};
use super::gate::{self, GateColumn};
use super::objective::{Gate, Objective};
use super::pillar::SubFactor;
use super::settings::Settings;
use super::{affinity, amplitude, authority, frequency, goodwill, period, popularity, proximity, trust};
use crate::authenticity::{self, Authenticity};
use crate::error::Result;
use crate::graph::attention::TopicOfTies;
use crate::graph::community::Communities;
use crate::graph::components::Components;
use crate::graph::credit::{Credit, CreditParams};
use crate::graph::half_life::{Candidate, Source};
use crate::graph::{Attention, Window};
use crate::model::{Dataset, Millis, Strings};
use crate::text::expansion::TopicWords;
use crate::text::vocabulary::Vocabulary;
use crate::text::{Readings, Topic};
use std::rc::Rc;

/// The half-life used, milliseconds, and how it was chosen.
#[derive(Debug, Clone)]
pub struct HalfLifeUsed {
    /// Milliseconds; `None` is no decay.
    pub millis: Option<f64>,
    /// What the back-test chose, before the objective had its say; the outer `None` is not tested.
    pub tested: Option<Option<f64>>,
    /// Where it comes from.
    pub source: Source,
    /// What the internal back-test saw.
    pub candidates: Vec<Candidate>,
}

/// All the parts of a finished analysis. Parts that a change of settings leaves alone are shared, not copied.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// Settings it was made with.
    pub settings: Settings,
    /// The study.
    pub data: Rc<Dataset>,
    /// Match with the brief; `None` without brief, without text, or when nothing matches.
    pub topic: Option<Rc<Topic>>,
    /// Words of the brief, for display.
    pub brief_terms: Vec<String>,
    /// The attention graph.
    pub attention: Rc<Attention>,
    /// Its components.
    pub components: Rc<Components>,
    /// Words that go with the subject, and who says which word; `None` without brief or text.
    pub vocabulary: Option<Rc<(TopicWords, Vocabulary)>>,
    /// What posts say besides the subject: tone, brands, marks; `None` without any text.
    pub readings: Option<Rc<Readings>>,
    /// Tone of each post where some were corrected; `None` where they are as they were read.
    pub corrected: Option<Rc<Vec<f32>>>,
    /// Communities; `None` without ties.
    pub communities: Option<Rc<Communities>>,
    /// Who belongs to the target audience; `None` when none is named.
    pub audience: Option<Rc<Vec<bool>>>,
    /// Ambassador score of each account, 0 for those who are none; `None` without a brand.
    pub ambassadors: Option<Rc<Vec<f64>>>,
    /// First and last moment inside the window.
    pub span: Option<(Millis, Millis)>,
    /// Layers that give credit.
    pub credit_layers: [bool; 7],
    /// The half-life.
    pub half_life: HalfLifeUsed,
    /// Credit before the discount.
    pub raw_credit: Rc<Credit>,
    /// Credit: with the discount, unless the settings leave it out.
    pub credit: Rc<Credit>,
    /// How far engagement can be taken for genuine; `None` without ties.
    pub authenticity: Option<Rc<Authenticity>>,
    /// Share of each account's credit that the discount leaves, 0 to 1; `None` without it.
    pub genuine: Option<Rc<Vec<f64>>>,
    /// PageRank on the subject.
    pub pagerank: Rc<Vec<f64>>,
    /// Sub-factors, in the order of [`super::SubFactor::ALL`].
    pub factors: Vec<FactorColumn>,
    /// Pillars, composite, order.
    pub scores: Scores,
}

impl Analysis {
    /// What sub-factors read.
    pub fn context(&self) -> Context<'_> {
        Context {
            data: &self.data,
            attention: &self.attention,
            credit: &self.credit,
            credit_layers: self.credit_layers,
            has_credit: self.has_credit(),
            pagerank: &self.pagerank,
            topic: self.topic.as_deref(),
            has_brief: !self.brief_terms.is_empty(),
            window: self.window(),
            span: self.span,
            vocabulary: self.vocabulary.as_deref().map(|v| (&v.0, &v.1)),
            communities: self.communities.as_deref(),
            audience: self.audience.as_deref().map(Vec::as_slice),
            genuine: self.genuine.as_deref().map(Vec::as_slice),
            effect: self.settings.objective.preset().effect,
            lifetime: self.settings.objective.preset().lifetime,
            tone: self.tone(),
        }
    }

    /// Computes one sub-factor of every account.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn factor(&self, name: SubFactor) -> Result<FactorColumn> {
        let context = self.context();
        let mut column = match name {
            SubFactor::Popularity => popularity::popularity(&context),
            SubFactor::Proximity => proximity::proximity(&context, self.settings.seed)?,
            SubFactor::Goodwill => goodwill::goodwill(&context, self.tone()),
            SubFactor::Authority => authority::authority(&context),
            SubFactor::Trust => trust::trust(&context),
            SubFactor::Affinity => affinity::affinity(&context),
            SubFactor::Frequency => frequency::frequency(&context),
            SubFactor::Period => period::period(&context)?,
            SubFactor::Amplitude => amplitude::amplitude(&context),
        };
        // Other measures of the same attention weigh as much as its credit does.
        let of_attention = matches!(name, SubFactor::Proximity | SubFactor::Frequency | SubFactor::Period);
        if let Some(genuine) = self.genuine.as_deref().filter(|_| of_attention) {
            column.score.iter_mut().zip(genuine).for_each(|(score, left)| *score *= left);
        }
        // The files may hold all that is needed: it is the window that holds nothing.
        if !self.window().is_open() && self.span.is_none() && column.missing.is_some_and(|r| r != "no_brief")
        {
            column.missing = Some("empty_window");
        }
        Ok(column)
    }

    /// Composes the score out of the sub-factors, in the order of [`SubFactor::ALL`]: all that a change of weights
    /// needs.
    pub fn compose(&mut self, factors: Vec<FactorColumn>) {
        let gate = self.gate();
        let recipe = Recipe {
            weights: self.settings.pillar_weights(),
            factor_weights: self.settings.sub_factor_weights(),
            by_credit: self.settings.objective == Objective::None && self.has_credit(),
            gate: gate.as_ref(),
        };
        self.scores = Scores::compose(&factors, &recipe, &self.credit.of);
        self.factors = factors;
    }

    /// What the objective asks of an account first, and what each account has of it.
    pub fn gate(&self) -> Option<GateColumn> {
        match self.settings.objective.preset().gate? {
            Gate::OnTopicPosts => Some(gate::on_topic_posts(&self.context())),
            Gate::Ambassador => Some(match self.ambassadors.as_deref() {
                Some(score) => GateColumn::of(Gate::Ambassador, score.clone(), "no_brand"),
                None => GateColumn::missing(Gate::Ambassador, "no_brand"),
            }),
        }
    }

    /// Weight of each tie on the subject; `None` without one.
    pub fn topic_of_ties(&self) -> Option<TopicOfTies<'_>> {
        let topic = self.topic.as_deref()?;
        let known = topic.q.iter().filter(|q| !q.is_nan());
        let (sum, count) = known.fold((0.0, 0.0), |(sum, count), q| (sum + f64::from(*q), count + 1.0));
        Some(TopicOfTies { of_post: &topic.q, unknown: if count > 0.0 { sum / count } else { 1.0 } })
    }

    /// How ties give credit, and how it fades.
    pub fn credit_params(&self) -> CreditParams<'_> {
        self.credit_params_with(self.half_life.millis)
    }

    /// The same with another half-life.
    pub fn credit_params_with(&self, half_life: Option<f64>) -> CreditParams<'_> {
        CreditParams {
            weights: self.settings.ties.weights,
            layers: self.credit_layers,
            window: self.settings.window,
            end: self.span.map_or(0, |s| s.1),
            half_life,
            topic: self.topic_of_ties(),
        }
    }

    /// What the assessment of engagement reads.
    pub fn authenticity_parts<'a>(&'a self, strings: &'a Strings) -> authenticity::Parts<'a> {
        authenticity::Parts {
            data: &self.data,
            strings,
            attention: &self.attention,
            credit: &self.raw_credit,
            credit_layers: self.credit_layers,
            weights: self.settings.ties.weights,
            window: self.settings.window,
        }
    }

    /// Tone of each post, corrected where somebody did; `None` where texts were not read.
    pub fn tone(&self) -> Option<&[f32]> {
        let read = self.readings.as_deref().map(|readings| &readings.tone[..]);
        read.map(|read| self.corrected.as_deref().map_or(read, |tones| &tones[..]))
    }

    /// The span that counts.
    pub fn window(&self) -> Window {
        self.settings.window
    }

    /// Whether the data hold anything that credit can be drawn from.
    pub fn has_credit(&self) -> bool {
        self.credit_layers.iter().any(|l| *l) && self.attention.graph.arcs() > 0
    }
}
