//! The state machine that a boundary drives: files in, settings, an analysis by steps, questions.

use crate::error::{Error, ErrorKind, Result};
use crate::export::{csv, json};
use crate::graph::components::components;
use crate::graph::credit::{CreditParams, credit, credit_layers};
use crate::graph::half_life::{Choice, Source};
use crate::graph::pagerank::{PageRank, Params};
use crate::graph::{Attention, Graph, attention::TopicOfTies};
use crate::issue::Receipt;
use crate::model::{Builder, Dataset, Mark, freeze};
use crate::platform::{ImportOptions, Importer};
use crate::progress::{Phase, Progress};
use crate::query::{Column, Dossier, RankingQuery, RankingWindow, Summary, View, dossier, ranking, summary};
use crate::score::{Analysis, HalfLife, HalfLifeUsed, Scores, Settings, SettingsPatch, authority};
use crate::text::{Brief, Relevance, Topic};
use std::rc::Rc;

/// Posts matched with the brief for one unit of budget (about a millisecond of native work).
const POSTS_A_UNIT: usize = 400;
/// Arcs and nodes that PageRank walks over for one unit of budget.
const ARCS_A_UNIT: f64 = 2e5;

/// A study: any number of files, settings, and the last finished analysis.
///
/// Long work is done by [`Session::step`]; not calling it again cancels. The last finished analysis stays answerable
/// until the next one is finished.
#[derive(Debug, Default)]
pub struct Session {
    builder: Builder,
    files: Vec<FileState>,
    settings: Settings,
    /// How many files were finished when the analysis was made: what tells whether its data are current.
    finished_files: usize,
    analysis: Option<(usize, Analysis)>,
    work: Option<Work>,
}

#[derive(Debug)]
enum FileState {
    /// Being read, with where the builder stood before.
    Reading(Box<Importer>, Mark),
    /// Read to its end: its name and the hash of its bytes.
    Read(String, String),
    Failed,
}

/// An analysis under way: the parts already there, and the stage that is running.
#[derive(Debug)]
struct Work {
    files: usize,
    settings: Settings,
    brief: Brief,
    data: Option<Rc<Dataset>>,
    names: Option<freeze::Names>,
    topic: Option<Option<Rc<Topic>>>,
    attention: Option<Rc<Attention>>,
    base: Option<Analysis>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Accounts,
    Posts(Box<Dataset>),
    Ties(Box<Dataset>),
    Text(Option<Box<Relevance>>, usize),
    Graph,
    HalfLife(Option<Box<Choice>>),
    Credit,
    /// The iteration, and the graph of ties on the subject that it runs on (the attention graph without a brief).
    Authority(Option<Box<(PageRank, Option<Graph>)>>),
    Score,
}

impl Session {
    /// An empty study with default settings.
    pub fn new() -> Session {
        Session::default()
    }

    /// Opens a file and returns its number, from 0. Files are read one after the other.
    ///
    /// # Errors
    /// `argument.invalid` for options that cannot be, or while another file is open.
    pub fn begin_file(&mut self, name: &str, options: ImportOptions) -> Result<usize> {
        if let Some(FileState::Reading(..)) = self.files.last() {
            return Err(ErrorKind::InvalidArgument { name: "file", given: name.to_owned() }.into());
        }
        let importer = Importer::new(name, options)?;
        let mark = self.builder.mark();
        self.builder.begin_file();
        self.files.push(FileState::Reading(Box::new(importer), mark));
        Ok(self.files.len() - 1)
    }

    /// Reads the next bytes of a file; slices may be of any length.
    ///
    /// # Errors
    /// `argument.invalid` for a file that is not open; what the importer cannot go on with (formats it does not read,
    /// limits, memory).
    pub fn push(&mut self, file: usize, bytes: &[u8]) -> Result<()> {
        match self.files.get_mut(file) {
            Some(FileState::Reading(importer, _)) => {
                let read = importer.push(bytes, &mut self.builder);
                if read.is_err() {
                    self.files[file] = FileState::Failed;
                }
                read
            }
            _ => Err(not_open(file)),
        }
    }

    /// Ends a file and says what became of it. A file whose bytes were all read before, under any name, adds nothing.
    ///
    /// # Errors
    /// As [`Session::push`]; `file.empty`.
    pub fn finish_file(&mut self, file: usize) -> Result<Receipt> {
        let state = self.files.get_mut(file).map(|state| std::mem::replace(state, FileState::Failed));
        let Some(FileState::Reading(importer, mark)) = state else { return Err(not_open(file)) };
        let receipt = importer.finish(&mut self.builder)?;
        let copied = self.files.iter().find_map(|f| match f {
            FileState::Read(name, sha256) if *sha256 == receipt.sha256 => Some(name.clone()),
            _ => None,
        });
        self.files[file] = FileState::Read(receipt.name.clone(), receipt.sha256.clone());
        self.finished_files += 1;
        Ok(match copied {
            Some(earlier) => {
                self.builder.undo(&mark);
                receipt.as_copy_of(&earlier)
            }
            None => receipt,
        })
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Changes some settings, and returns them all.
    ///
    /// # Errors
    /// As [`Settings::patched`]; nothing is changed then.
    pub fn configure(&mut self, patch: SettingsPatch) -> Result<&Settings> {
        self.settings = self.settings.patched(patch)?;
        Ok(&self.settings)
    }

    /// Begins an analysis, or begins again; only the stages that the last changes touch will run.
    ///
    /// # Errors
    /// As [`Brief::parse`].
    pub fn start(&mut self) -> Result<()> {
        let brief = Brief::parse(&self.settings.brief)?;
        let last = self.analysis.as_ref().filter(|(files, _)| *files == self.finished_files).map(|(_, a)| a);
        let settings = &self.settings;
        let same =
            |unchanged: fn(&Settings, &Settings) -> bool| last.filter(|a| unchanged(&a.settings, settings));
        let same_brief = same(|a, b| a.brief == b.brief);
        let same_ties = same(|a, b| (a.window, a.ties.weights) == (b.window, b.ties.weights));
        let same_credit = same(|a, b| (a.window, a.ties, &a.brief) == (b.window, b.ties, &b.brief));
        let mut work = Work {
            files: self.finished_files,
            settings: self.settings.clone(),
            brief,
            data: last.map(|a| a.data.clone()),
            names: None,
            topic: same_brief.map(|a| a.topic.clone()),
            attention: same_ties.map(|a| a.attention.clone()),
            base: last.cloned(),
            stage: Stage::Accounts,
        };
        work.stage = match &work {
            Work { data: None, .. } => Stage::Accounts,
            Work { topic: None, .. } => Stage::Text(None, 0),
            Work { attention: None, .. } => Stage::Graph,
            _ if same_credit.is_none() => Stage::HalfLife(None),
            _ => Stage::Score,
        };
        self.work = Some(work);
        Ok(())
    }

    /// Works for about `budget` units (a unit is about a millisecond of native work), then says where it stands.
    /// Some stages cannot be divided and take longer than a small budget.
    ///
    /// # Errors
    /// `analysis.missing` when nothing was started; `memory.exhausted`.
    pub fn step(&mut self, budget: f64) -> Result<Progress> {
        let mut work = self.work.take().ok_or(ErrorKind::NotAnalysed)?;
        let (phase, share) = work.step(&self.builder, budget.max(1.0))?;
        if phase == Phase::Done {
            if let Some(mut analysis) = work.base.take() {
                analysis.settings = work.settings;
                self.analysis = Some((work.files, analysis));
            }
            return Ok(Progress { phase, share: 1.0, finished: true });
        }
        self.work = Some(work);
        Ok(Progress { phase, share, finished: false })
    }

    /// Runs an analysis to its end.
    ///
    /// # Errors
    /// As [`Session::start`] and [`Session::step`].
    pub fn analyse(&mut self) -> Result<()> {
        self.start()?;
        while !self.step(1e9)?.finished {}
        Ok(())
    }

    fn view(&self) -> Result<View<'_>> {
        let (_, analysis) = self.analysis.as_ref().ok_or(ErrorKind::NotAnalysed)?;
        Ok(View { strings: self.builder.strings(), analysis })
    }

    /// The summary.
    ///
    /// # Errors
    /// `analysis.missing`, here as in every question below.
    pub fn summary(&self) -> Result<Summary> {
        Ok(summary::summary(self.view()?))
    }

    /// SHA-256 of the canonical result.
    pub fn result_hash(&self) -> Result<String> {
        Ok(crate::query::result_hash(self.view()?))
    }

    /// Handles in account order.
    pub fn handles(&self) -> Result<impl Iterator<Item = &str>> {
        let view = self.view()?;
        Ok((0..view.analysis.data.accounts.len()).map(move |a| {
            let accounts = &view.analysis.data.accounts;
            let handle = accounts.handle[a];
            view.strings.get(if handle.is_some() { handle } else { accounts.key[a] })
        }))
    }

    /// Platforms in account order, by code.
    pub fn platforms(&self) -> Result<Vec<u8>> {
        Ok(self.view()?.analysis.data.accounts.platform.iter().map(|p| *p as u8).collect())
    }

    /// A column in account order; NaN is unknown.
    pub fn column(&self, name: &str) -> Result<Vec<f64>> {
        Ok(Column::named(name)?.values(self.view()?))
    }

    /// One window of the ranking.
    pub fn ranking(&self, query: &RankingQuery) -> Result<RankingWindow> {
        ranking::ranking(self.view()?, query)
    }

    /// The dossier of an account, by its index.
    pub fn account(&self, index: usize) -> Result<Dossier> {
        let view = self.view()?;
        if index >= view.analysis.data.accounts.len() {
            return Err(ErrorKind::AccountUnknown { asked: index.to_string() }.into());
        }
        Ok(dossier::dossier(view, index as u32))
    }

    /// The dossier of an account, by its handle or id.
    pub fn account_named(&self, asked: &str) -> Result<Dossier> {
        let view = self.view()?;
        let unknown = || Error::new(ErrorKind::AccountUnknown { asked: asked.to_owned() });
        Ok(dossier::dossier(view, view.find(asked).ok_or_else(unknown)? as u32))
    }

    /// A graph measure by name, with its own parameters: `pagerank` (damping, tolerance, maxIterations, seeds: handles
    /// to start from), `inDegree`, `outDegree`, `component`.
    ///
    /// # Errors
    /// `argument.invalid` for an unknown measure or parameter.
    pub fn measure(&self, name: &str, params: &MeasureParams) -> Result<Vec<f64>> {
        let view = self.view()?;
        match name {
            "pagerank" => {
                let graph = &view.analysis.attention.graph;
                let mut asked = Params::default();
                asked.damping = params.damping.unwrap_or(asked.damping);
                asked.tolerance = params.tolerance.unwrap_or(asked.tolerance);
                asked.max_iterations = params.max_iterations.unwrap_or(asked.max_iterations);
                if !params.seeds.is_empty() {
                    let mut teleport = vec![0.0; graph.nodes()];
                    for seed in &params.seeds {
                        let unknown = || Error::new(ErrorKind::AccountUnknown { asked: seed.clone() });
                        teleport[view.find(seed).ok_or_else(unknown)?] = 1.0;
                    }
                    asked.teleport = Some(teleport);
                }
                crate::graph::pagerank::pagerank(graph, asked)
            }
            "inDegree" | "outDegree" | "component" => self.column(name),
            _ => Err(ErrorKind::InvalidArgument { name: "measure", given: name.to_owned() }.into()),
        }
    }

    /// The ranking as CSV.
    pub fn export_csv(&self, options: &csv::CsvOptions) -> Result<Vec<u8>> {
        csv::csv(self.view()?, options)
    }

    /// Settings, summary and ranking as JSON.
    pub fn export_json(&self, options: &json::JsonOptions) -> Result<Vec<u8>> {
        json::json(self.view()?, options)
    }
}

/// Parameters of [`Session::measure`].
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct MeasureParams {
    /// Probability of following an arc.
    pub damping: Option<f64>,
    /// L1 distance of two steps at which to stop.
    pub tolerance: Option<f64>,
    /// Steps at the most.
    pub max_iterations: Option<usize>,
    /// Handles to start walks from; everywhere by default.
    pub seeds: Vec<String>,
}

impl Work {
    /// Runs the present stage, or a part of it; returns the phase that comes next and the share done.
    fn step(&mut self, builder: &Builder, budget: f64) -> Result<(Phase, f64)> {
        let stage = std::mem::replace(&mut self.stage, Stage::Score);
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
                data.ties = freeze::order_ties(builder, &names, &mut data.accounts)?;
                self.data = Some(Rc::new(*data));
                Stage::Text(None, 0)
            }
            Stage::Text(relevance, at) => self.text(builder, relevance, at, budget),
            Stage::Graph => {
                let data = self.data();
                let (weights, window) = (self.settings.ties.weights, self.settings.window);
                let attention = Attention::build(data.accounts.len(), &data.ties, &weights, window)?;
                self.attention = Some(Rc::new(attention));
                self.base = None;
                Stage::HalfLife(None)
            }
            Stage::HalfLife(choice) => self.choose_half_life(choice),
            Stage::Credit => {
                self.credit();
                Stage::Authority(None)
            }
            Stage::Authority(iteration) => self.authority(iteration, budget)?,
            Stage::Score => {
                if let Some(base) = &mut self.base {
                    base.settings = self.settings.clone();
                    base.score();
                }
                return Ok((Phase::Done, 1.0));
            }
        };
        Ok(self.stage.progress())
    }

    fn data(&self) -> Rc<Dataset> {
        self.data.clone().unwrap_or_default()
    }

    fn text(
        &mut self,
        builder: &Builder,
        relevance: Option<Box<Relevance>>,
        at: usize,
        budget: f64,
    ) -> Stage {
        let data = self.data();
        let known = data.posts.known;
        if self.brief.is_empty() {
            self.topic = Some(None);
        } else {
            let mut relevance = relevance.unwrap_or_else(|| Box::new(Relevance::new(&self.brief)));
            let to = known.min(at + (budget * POSTS_A_UNIT as f64) as usize);
            for post in at..to {
                let repost = data.posts.kind[post] == crate::model::PostKind::Repost;
                relevance.add(builder.strings().get_some(data.posts.text[post]), repost);
            }
            if to < known {
                return Stage::Text(Some(relevance), to);
            }
            let topic = relevance.finish();
            self.topic = Some((topic.matching_posts > 0).then(|| Rc::new(topic)));
        }
        if self.attention.is_some() { Stage::HalfLife(None) } else { Stage::Graph }
    }

    fn choose_half_life(&mut self, choice: Option<Box<Choice>>) -> Stage {
        let (data, attention) = (self.data(), self.attention.clone().unwrap_or_default());
        let first = choice.is_none();
        if first {
            self.prepare(&data, &attention);
        }
        let Some(base) = &mut self.base else { return Stage::Credit };
        let given = |millis| HalfLifeUsed { millis, source: Source::Given, candidates: Vec::new() };
        match self.settings.ties.half_life_days {
            HalfLife::Days(days) => base.half_life = given(Some(days * 86_400_000.0)),
            HalfLife::Never => base.half_life = given(None),
            HalfLife::Auto => {
                let params = credit_params(base, &self.settings, None);
                let mut choice =
                    choice.unwrap_or_else(|| Box::new(Choice::new(&attention, &data.ties, &params)));
                if !choice.step(&attention, &data.ties, &params) {
                    return Stage::HalfLife(Some(choice));
                }
                let (millis, source, candidates) = choice.finish();
                base.half_life = HalfLifeUsed { millis, source, candidates };
            }
        }
        Stage::Credit
    }

    /// The parts that credit, authority and score will be added to.
    fn prepare(&mut self, data: &Rc<Dataset>, attention: &Rc<Attention>) {
        let window = self.settings.window;
        let times = data.ties.time.iter().chain(&data.posts.time[..data.posts.known]);
        let inside = times.flatten().filter(|t| window.contains(Some(**t)));
        let span = inside.fold(None, |span: Option<(i64, i64)>, t| {
            Some(span.map_or((*t, *t), |(first, last)| (first.min(*t), last.max(*t))))
        });
        let known = self.base.take().filter(|b| Rc::ptr_eq(&b.attention, attention));
        self.base = Some(Analysis {
            settings: self.settings.clone(),
            data: data.clone(),
            topic: self.topic.clone().flatten(),
            brief_terms: self.brief.display_terms(),
            components: known.map_or_else(|| Rc::new(components(&attention.graph)), |b| b.components),
            span,
            credit_layers: credit_layers(&data.ties, &self.settings.ties.weights),
            attention: attention.clone(),
            half_life: HalfLifeUsed { millis: None, source: Source::None, candidates: Vec::new() },
            credit: Rc::default(),
            pagerank: Rc::default(),
            factors: Vec::new(),
            scores: Scores::default(),
        });
    }

    fn credit(&mut self) {
        if let Some(base) = &mut self.base {
            let params = credit_params(base, &self.settings, base.half_life.millis);
            base.credit = Rc::new(credit(&base.attention, &base.data.ties, &params));
        }
    }

    fn authority(&mut self, running: Option<Box<(PageRank, Option<Graph>)>>, budget: f64) -> Result<Stage> {
        let Some(base) = &mut self.base else { return Ok(Stage::Score) };
        let mut running = match running {
            Some(running) => running,
            None => {
                let (weights, window) = (self.settings.ties.weights, self.settings.window);
                let on_topic = match topic_of_ties(base) {
                    Some(topic) => Some(base.attention.on_topic(&base.data.ties, &weights, window, topic)?),
                    None => None,
                };
                let teleport =
                    base.topic.as_deref().and_then(|topic| authority::teleport(&base.data, topic, window));
                let graph = on_topic.as_ref().unwrap_or(&base.attention.graph);
                Box::new((PageRank::new(graph, Params { teleport, ..Params::default() })?, on_topic))
            }
        };
        let (iteration, on_topic) = &mut *running;
        let graph = on_topic.as_ref().unwrap_or(&base.attention.graph);
        let steps = (budget * ARCS_A_UNIT / (graph.arcs() + graph.nodes() + 1) as f64).max(1.0) as usize;
        for _ in 0..steps {
            if iteration.step(graph) {
                base.pagerank = Rc::new(running.0.finish());
                return Ok(Stage::Score);
            }
        }
        Ok(Stage::Authority(Some(running)))
    }
}

fn topic_of_ties(base: &Analysis) -> Option<TopicOfTies<'_>> {
    let topic = base.topic.as_deref()?;
    let known = topic.q.iter().filter(|q| !q.is_nan());
    let (sum, count) = known.fold((0.0, 0.0), |(sum, count), q| (sum + f64::from(*q), count + 1.0));
    Some(TopicOfTies { of_post: &topic.q, unknown: if count > 0.0 { sum / count } else { 1.0 } })
}

fn credit_params<'a>(base: &'a Analysis, settings: &Settings, half_life: Option<f64>) -> CreditParams<'a> {
    CreditParams {
        weights: settings.ties.weights,
        layers: base.credit_layers,
        window: settings.window,
        end: base.span.map_or(0, |s| s.1),
        half_life,
        topic: topic_of_ties(base),
    }
}

impl Stage {
    /// The phase of a stage, and the share of the whole done when it begins. Shares are those of a large posts file.
    fn progress(&self) -> (Phase, f64) {
        match self {
            Stage::Accounts => (Phase::Model, 0.0),
            Stage::Posts(_) => (Phase::Model, 0.1),
            Stage::Ties(_) => (Phase::Model, 0.3),
            Stage::Text(..) => (Phase::Text, 0.4),
            Stage::Graph => (Phase::Graph, 0.55),
            Stage::HalfLife(choice) => {
                (Phase::Credit, 0.6 + 0.2 * choice.as_ref().map_or(0.0, |c| c.share_done()))
            }
            Stage::Credit => (Phase::Credit, 0.8),
            Stage::Authority(iteration) => {
                (Phase::Authority, 0.82 + 0.13 * iteration.as_ref().map_or(0.0, |i| i.0.share_done()))
            }
            Stage::Score => (Phase::Score, 0.95),
        }
    }
}

fn not_open(file: usize) -> Error {
    ErrorKind::InvalidArgument { name: "file", given: file.to_string() }.into()
}
