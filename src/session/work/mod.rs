//! An analysis under way, cut into stages that a caller can pace.

mod attention;
mod inputs;
mod keep;
mod stage;
mod texts;

use super::made::Made;
use crate::error::Result;
use crate::graph::Attention;
use crate::graph::community::Communities;
use crate::model::{Builder, Dataset, OptOut, Withdrawal, freeze};
use crate::people::ambassadors::Ambassadors;
use crate::progress::Phase;
use crate::score::{Analysis, HalfLifeUsed, Settings, SubFactor};
use crate::text::expansion::TopicWords;
use crate::text::vocabulary::Vocabulary;
use crate::text::{Brief, Readings, Topic};
use inputs::{ambassadors_of, corrections, discount, gate_column, target_audience};
use stage::Stage;
use std::rc::Rc;

/// Texts searched for names for one unit of budget (about a millisecond of native work).
const TEXTS_A_UNIT: f64 = 1_000.0;
/// Units of budget of a step of reading.
const READING_UNITS: f64 = 10.0;

/// An analysis under way: the parts already there, and the stage that is running.
#[derive(Debug)]
pub struct Work {
    files: usize,
    settings: Settings,
    brief: Brief,
    data: Option<Rc<Dataset>>,
    names: Option<freeze::Names>,
    topic: Option<Option<Rc<Topic>>>,
    /// Read already (`None` inside: there is no text).
    readings: Option<Option<Rc<Readings>>>,
    vocabulary: Option<Option<Rc<(TopicWords, Vocabulary)>>>,
    attention: Option<Rc<Attention>>,
    /// Found already (`None` inside: there is no tie).
    communities: Option<Option<Rc<Communities>>>,
    /// The half-life that the same ties were tested for before.
    tested: Option<HalfLifeUsed>,
    /// Who stands up for the brand; `None` before that is known, or without a brand.
    ambassadors: Option<Rc<Ambassadors>>,
    base: Option<Analysis>,
    reranked: bool,
    /// Whether it ends with the graph.
    graph_alone: bool,
    stage: Stage,
}

impl Work {
    /// Prepares the graph alone, for measures of it. `last` is as in [`Work::begin`].
    pub fn graph_alone(files: usize, settings: &Settings, last: Option<&Made>) -> Result<Work> {
        let mut work = Work::begin(files, settings, last)?;
        work.graph_alone = true;
        work.stage = if work.data.is_some() { Stage::Graph } else { Stage::Accounts };
        Ok(work)
    }

    /// Prepares an analysis of a study that is at hand, and was made of the builder that [`Work::step`] is given.
    pub fn on(data: Rc<Dataset>, settings: &Settings) -> Result<Work> {
        let mut work = Work::begin(0, settings, None)?;
        work.data = Some(data);
        work.stage = Stage::Text(None, 0);
        Ok(work)
    }

    /// Runs the present stage, or a part of it; returns the phase that comes next and the share done.
    pub fn step(&mut self, builder: &mut Builder, budget: f64) -> Result<(Phase, f64)> {
        let stage = std::mem::replace(&mut self.stage, Stage::Graph);
        self.stage = match stage {
            Stage::Accounts => {
                let (names, accounts) = freeze::Names::resolve(builder)?;
                self.names = Some(names);
                Stage::Posts(Box::new(Dataset {
                    accounts,
                    langs: builder.langs().to_vec(),
                    ..Dataset::default()
                }))
            }
            Stage::Posts(mut data) => {
                let names = self.names.get_or_insert_default();
                data.posts = freeze::order_posts(builder, names, &data.accounts)?;
                Stage::Ties(data)
            }
            Stage::Ties(mut data) => {
                let names = self.names.take().unwrap_or_default();
                data.ties = freeze::order_ties(builder, &names, &data.posts, &mut data.accounts)?;
                let list = OptOut::new(self.settings.opt_out.iter().map(String::as_str));
                if list.is_empty() {
                    self.with_data(data)
                } else {
                    let withdrawal = Withdrawal::begin(builder, &names, &mut data, list)?;
                    Stage::Withdrawal(data, Box::new(withdrawal))
                }
            }
            Stage::Withdrawal(mut data, mut withdrawal) => {
                if withdrawal.step(builder, &mut data, (budget * TEXTS_A_UNIT) as usize)? {
                    self.with_data(data)
                } else {
                    Stage::Withdrawal(data, withdrawal)
                }
            }
            Stage::Text(relevance, at) => self.text(builder, relevance, at, budget),
            Stage::Reading(reading) => self.read(builder, reading, budget)?,
            Stage::Vocabulary(collection) => self.collect(builder, collection, budget)?,
            Stage::Graph => {
                self.build_graph()?;
                if self.graph_alone {
                    self.prepare()?;
                    return Ok((Phase::Done, 1.0));
                }
                Stage::Communities(None)
            }
            Stage::Communities(search) => self.find_communities(search, budget)?,
            Stage::HalfLife(choice) => self.choose_half_life(choice)?,
            Stage::Credit => {
                self.credit();
                Stage::Authenticity(None)
            }
            Stage::Authenticity(assessment) => self.assess(builder, assessment, budget)?,
            Stage::Authority(iteration) => self.authority(iteration, budget)?,
            Stage::Score(mut factors) => {
                let Some(base) = &mut self.base else { return Ok((Phase::Done, 1.0)) };
                base.settings = self.settings.clone();
                if factors.is_empty() {
                    discount(base);
                    base.corrected = corrections(base, builder)?;
                    base.audience = target_audience(base, builder);
                    self.ambassadors = ambassadors_of(base, builder)?.map(Rc::new);
                    base.ambassadors = self.ambassadors.as_deref().map(|all| Rc::new(gate_column(base, all)));
                }
                match SubFactor::ALL.get(factors.len()) {
                    Some(next) => factors.push(base.factor(*next)?),
                    None => {
                        base.compose(factors);
                        return Ok((Phase::Done, 1.0));
                    }
                }
                Stage::Score(factors)
            }
        };
        Ok(self.stage.progress())
    }

    /// Whether the sub-factors are those of the analysis before: only their weights changed.
    pub fn is_reranked(&self) -> bool {
        self.reranked
    }

    /// What was made.
    pub fn finish(self) -> Option<Made> {
        let (files, ranked) = (self.files, !self.graph_alone);
        self.base.map(|analysis| Made { files, ranked, analysis })
    }

    /// Who stands up for the brand, where that was looked for in this run.
    pub fn ambassadors(&self) -> Option<Rc<Ambassadors>> {
        self.ambassadors.clone()
    }

    /// The stage after the study is made.
    fn with_data(&mut self, data: Box<Dataset>) -> Stage {
        self.data = Some(Rc::new(*data));
        if self.graph_alone { Stage::Graph } else { Stage::Text(None, 0) }
    }

    fn data(&self) -> Rc<Dataset> {
        self.data.clone().unwrap_or_default()
    }
}
