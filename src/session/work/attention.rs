//! Stages over the ties: the graph, its communities, credit and its memory, how genuine it is, authority.

use super::stage::Stage;
use super::{READING_UNITS, Work};
use crate::authenticity::Assessment;
use crate::error::Result;
use crate::graph::Attention;
use crate::graph::community::FindCommunities;
use crate::graph::components::components;
use crate::graph::credit::{CreditParams, credit, credit_layers};
use crate::graph::half_life::{Choice, Source};
use crate::graph::pagerank::{PageRank, Params};
use crate::graph::steps::Steps;
use crate::model::Builder;
use crate::score::{Analysis, HalfLife, HalfLifeUsed, Scores, authority};
use std::rc::Rc;

/// Arcs and nodes that PageRank walks over for one unit of budget.
const ARCS_A_UNIT: f64 = 2e5;

impl Work {
    /// The graph of the ties that the settings ask for, unless it is there.
    pub(super) fn build_graph(&mut self) -> Result<()> {
        if self.attention.is_none() {
            let data = self.data();
            let (weights, window) = (self.settings.ties.weights, self.settings.window);
            let attention = Attention::build(data.accounts.len(), &data.ties, &weights, window)?;
            self.attention = Some(Rc::new(attention));
            self.base = None;
        }
        Ok(())
    }

    /// Communities; none where there is no tie.
    pub(super) fn find_communities(
        &mut self,
        search: Option<Box<FindCommunities>>,
        budget: f64,
    ) -> Result<Stage> {
        let attention = self.attention.clone().unwrap_or_default();
        if attention.graph.arcs() == 0 {
            self.communities = Some(None);
            return Ok(Stage::HalfLife(None));
        }
        let mut search = match search {
            Some(search) => search,
            None => Box::new(FindCommunities::new(&attention.graph, self.settings.seed)?),
        };
        for _ in 0..budget.max(1.0) as usize {
            if search.step() {
                self.communities = Some(Some(Rc::new(search.finish()?)));
                return Ok(Stage::HalfLife(None));
            }
        }
        Ok(Stage::Communities(Some(search)))
    }

    /// How fast credit fades: as it is given, or as it foretells best.
    pub(super) fn choose_half_life(&mut self, choice: Option<Box<Choice>>) -> Result<Stage> {
        let (data, attention) = (self.data(), self.attention.clone().unwrap_or_default());
        let first = choice.is_none();
        if first {
            self.prepare()?;
        }
        let Some(base) = &mut self.base else { return Ok(Stage::Credit) };
        let given =
            |millis| HalfLifeUsed { millis, tested: None, source: Source::Given, candidates: Vec::new() };
        match self.settings.ties.half_life_days {
            HalfLife::Days(days) => base.half_life = given(Some(days * 86_400_000.0)),
            HalfLife::Never => base.half_life = given(None),
            HalfLife::Auto if self.tested.is_some() => {
                base.half_life = self.tested.take().unwrap_or_else(|| given(None));
                remember(base);
            }
            HalfLife::Auto => {
                // Without the subject, so that what was tried holds for any brief.
                let params = CreditParams { topic: None, ..base.credit_params_with(None) };
                let mut choice =
                    choice.unwrap_or_else(|| Box::new(Choice::new(&attention, &data.ties, &params)));
                if !choice.step(&attention, &data.ties, &params) {
                    return Ok(Stage::HalfLife(Some(choice)));
                }
                let (millis, source, candidates) = choice.finish();
                base.half_life = HalfLifeUsed { millis, tested: Some(millis), source, candidates };
                remember(base);
            }
        }
        Ok(Stage::Credit)
    }

    /// The parts that credit, authority and score will be added to.
    pub(super) fn prepare(&mut self) -> Result<()> {
        let (data, attention) = (self.data(), self.attention.clone().unwrap_or_default());
        let window = self.settings.window;
        let times = data.ties.time.known(data.ties.len()).chain(data.posts.time.known(data.posts.known));
        let inside = times.filter(|t| window.contains(Some(*t)));
        let span = inside.fold(None, |span: Option<(i64, i64)>, t| {
            Some(span.map_or((t, t), |(first, last)| (first.min(t), last.max(t))))
        });
        let known = self.base.take().filter(|b| Rc::ptr_eq(&b.attention, &attention));
        let components = match known {
            Some(known) => known.components,
            None => Rc::new(components(&attention.graph)?),
        };
        self.base = Some(Analysis {
            settings: self.settings.clone(),
            data: data.clone(),
            topic: self.topic.clone().flatten(),
            brief_terms: self.brief.display_terms(),
            components,
            readings: self.readings.clone().flatten(),
            vocabulary: self.vocabulary.clone().flatten(),
            communities: self.communities.clone().flatten(),
            audience: None,
            ambassadors: None,
            corrected: None,
            span,
            credit_layers: credit_layers(&data.ties, &self.settings.ties.weights),
            attention,
            half_life: HalfLifeUsed {
                millis: None,
                tested: None,
                source: Source::None,
                candidates: Vec::new(),
            },
            raw_credit: Rc::default(),
            credit: Rc::default(),
            authenticity: None,
            genuine: None,
            pagerank: Rc::default(),
            factors: Vec::new(),
            scores: Scores::default(),
        });
        Ok(())
    }

    /// Who is re-shared, and how lately.
    pub(super) fn credit(&mut self) {
        if let Some(base) = &mut self.base {
            let params = base.credit_params();
            base.raw_credit = Rc::new(credit(&base.attention, &base.data.ties, &params));
            base.credit = base.raw_credit.clone();
        }
    }

    /// How far engagement can be taken for genuine, and what credit comes to with that.
    pub(super) fn assess(
        &mut self,
        builder: &Builder,
        assessment: Option<Box<Assessment>>,
        budget: f64,
    ) -> Result<Stage> {
        let Some(base) = &mut self.base else { return Ok(Stage::Score(Vec::new())) };
        if !base.has_credit() {
            return Ok(Stage::Authority(None));
        }
        let parts = base.authenticity_parts(builder.strings());
        let mut assessment = match assessment {
            Some(assessment) => assessment,
            None => Box::new(Assessment::new(&parts)?),
        };
        for _ in 0..(budget / READING_UNITS).max(1.0) as usize {
            if assessment.step(&parts)? {
                base.authenticity = Some(Rc::new(assessment.finish()));
                return Ok(Stage::Authority(None));
            }
        }
        Ok(Stage::Authenticity(Some(assessment)))
    }

    /// PageRank, on the subject where there is one.
    pub(super) fn authority(&mut self, running: Option<Box<PageRank>>, budget: f64) -> Result<Stage> {
        let Some(base) = &mut self.base else { return Ok(Stage::Score(Vec::new())) };
        let mut running = match running {
            Some(running) => running,
            None => {
                let (weights, window) = (self.settings.ties.weights, self.settings.window);
                let graph = match base.topic_of_ties() {
                    Some(topic) => {
                        Rc::new(base.attention.on_topic(&base.data.ties, &weights, window, topic)?)
                    }
                    None => base.attention.graph.clone(),
                };
                let teleport =
                    base.topic.as_deref().and_then(|topic| authority::teleport(&base.data, topic, window));
                Box::new(PageRank::new(graph, Params { teleport, ..Params::default() })?)
            }
        };
        let steps = (budget * ARCS_A_UNIT / (running.work_of_a_step() + 1) as f64).max(1.0) as usize;
        for _ in 0..steps {
            if running.step() {
                base.pagerank = Rc::new(running.finish().values);
                return Ok(Stage::Score(Vec::new()));
            }
        }
        Ok(Stage::Authority(Some(running)))
    }
}

/// Bends the half-life that was tested as the objective asks.
fn remember(base: &mut Analysis) {
    let Some(tested) = base.half_life.tested else { return };
    let span = base.span.map_or(0.0, |(first, last)| (last - first) as f64);
    base.half_life.millis = base.settings.objective.preset().memory.half_life(tested, span);
}
