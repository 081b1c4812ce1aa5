//! An analysis under way, cut into stages that a caller can pace.

use super::made::Made;
use crate::authenticity::Assessment;
use crate::error::Result;
use crate::graph::Attention;
use crate::graph::community::{Communities, FindCommunities};
use crate::graph::components::components;
use crate::graph::credit::{CreditParams, credit, credit_layers};
use crate::graph::half_life::{Choice, Source};
use crate::graph::pagerank::{PageRank, Params};
use crate::graph::steps::Steps;
use crate::model::{Builder, Dataset, OptOut, PostKind, Withdrawal, freeze};
use crate::people::ambassadors::{Ambassadors, Needs, Sources, Standing, ambassadors};
use crate::people::regard::Signs;
use crate::progress::Phase;
use crate::score::{
    Analysis, Brand, FactorColumn, HalfLife, HalfLifeUsed, Scores, Settings, SubFactor, audience, authority,
};
use crate::text::brands::Brands;
use crate::text::corrections::corrected;
use crate::text::expansion::TopicWords;
use crate::text::reading::Reading;
use crate::text::tone::Tongue;
use crate::text::vocabulary::{Collection, Vocabulary};
use crate::text::{Brief, Readings, Relevance, Topic};
use std::rc::Rc;

/// Posts matched with the brief for one unit of budget (about a millisecond of native work).
const POSTS_A_UNIT: usize = 400;
/// Texts searched for names for one unit of budget.
const TEXTS_A_UNIT: f64 = 1_000.0;
/// Units of budget of a step of reading.
const READING_UNITS: f64 = 10.0;
/// Arcs and nodes that PageRank walks over for one unit of budget.
const ARCS_A_UNIT: f64 = 2e5;

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

#[derive(Debug)]
enum Stage {
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

impl Work {
    /// Prepares an analysis. `last` is what was made of the same files: whatever its settings leave unchanged is kept.
    pub fn begin(files: usize, settings: &Settings, last: Option<&Made>) -> Result<Work> {
        let brief = Brief::parse(&settings.brief)?;
        // Other people are left out: other data.
        let last = last.filter(|made| made.analysis.settings.opt_out == settings.opt_out);
        let ranking = last.filter(|made| made.ranked).map(|made| &made.analysis);
        let last = last.map(|made| &made.analysis);
        let same_ties: fn(&Settings, &Settings) -> bool =
            |a, b| (a.window, a.ties.weights) == (b.window, b.ties.weights);
        let same_graph = last.filter(|a| same_ties(&a.settings, settings));
        // A graph alone has nothing of what comes below.
        let same = |unchanged: fn(&Settings, &Settings) -> bool| {
            ranking.filter(|a| unchanged(&a.settings, settings))
        };
        let same_brief = same(|a, b| a.brief == b.brief);
        let same_brands = same(|a, b| (&a.brand, &a.competitors) == (&b.brand, &b.competitors));
        let same_ties = same(same_ties);
        let same_words = same(|a, b| (&a.brief, a.window) == (&b.brief, b.window));
        let same_seed = same(|a, b| a.seed == b.seed);
        let same_memory = same(|a, b| a.objective.preset().memory == b.objective.preset().memory);
        let same_credit = same(|a, b| (a.window, a.ties, &a.brief) == (b.window, b.ties, &b.brief));
        let same_credit = same_credit.and(same_memory);
        // The subject and the objective play no part in what is tried.
        let same_choice = same(|a, b| (a.window, a.ties) == (b.window, b.ties));
        let same_factors = same(|a, b| {
            // What amplitude counts and what period rewards; nothing else of a sub-factor hangs on the objective.
            let asks = |s: &Settings| (s.objective.preset().effect, s.objective.preset().lifetime);
            (asks(a), &a.audience, &a.lists, a.discount, &a.tones, a.seed)
                == (asks(b), &b.audience, &b.lists, b.discount, &b.tones, b.seed)
        });
        let mut work = Work {
            files,
            settings: settings.clone(),
            brief,
            data: last.map(|a| a.data.clone()),
            names: None,
            topic: same_brief.map(|a| a.topic.clone()),
            readings: same_brands.map(|a| a.readings.clone()),
            vocabulary: same_words.map(|a| a.vocabulary.clone()),
            attention: same_graph.map(|a| a.attention.clone()),
            communities: same_ties.and(same_seed).map(|a| a.communities.clone()),
            tested: same_choice.map(|a| a.half_life.clone()).filter(|used| used.tested.is_some()),
            ambassadors: None,
            base: last.cloned(),
            reranked: false,
            graph_alone: false,
            stage: Stage::Accounts,
        };
        work.stage = match &mut work {
            Work { data: None, .. } => Stage::Accounts,
            Work { topic: None, .. } => Stage::Text(None, 0),
            Work { readings: None, .. } => Stage::Reading(None),
            Work { vocabulary: None, .. } => Stage::Vocabulary(None),
            Work { attention: None, .. } => Stage::Graph,
            Work { communities: None, .. } => Stage::Communities(None),
            _ if same_credit.is_none() => Stage::HalfLife(None),
            _ if same_factors.is_some() => {
                work.reranked = true;
                Stage::Score(ranking.map(|a| a.factors.clone()).unwrap_or_default())
            }
            _ => Stage::Score(Vec::new()),
        };
        Ok(work)
    }

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
                let data = self.data();
                let attention = match self.attention.clone() {
                    Some(attention) => attention,
                    None => {
                        let (weights, window) = (self.settings.ties.weights, self.settings.window);
                        self.base = None;
                        Rc::new(Attention::build(data.accounts.len(), &data.ties, &weights, window)?)
                    }
                };
                self.attention = Some(attention.clone());
                if self.graph_alone {
                    self.prepare(&data, &attention)?;
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
                let repost = data.posts.kind[post] == PostKind::Repost;
                relevance.add(builder.strings().get_some(data.posts.text[post]), repost);
            }
            if to < known {
                return Stage::Text(Some(relevance), to);
            }
            let topic = relevance.finish();
            self.topic = Some((topic.matching_posts > 0).then(|| Rc::new(topic)));
        }
        if self.readings.is_none() { Stage::Reading(None) } else { self.after_reading() }
    }

    fn after_reading(&self) -> Stage {
        match (&self.vocabulary, &self.attention, &self.communities) {
            (None, ..) => Stage::Vocabulary(None),
            (_, None, _) => Stage::Graph,
            (.., None) => Stage::Communities(None),
            _ => Stage::HalfLife(None),
        }
    }

    fn read(&mut self, builder: &Builder, reading: Option<Box<Reading>>, budget: f64) -> Result<Stage> {
        let data = self.data();
        let mut reading = match reading {
            Some(reading) => reading,
            None if !data.posts.text[..data.posts.known].iter().any(|text| text.is_some()) => {
                self.readings = Some(None);
                return Ok(self.after_reading());
            }
            None => {
                let Settings { brand, competitors, .. } = &self.settings;
                // The caller's own has the first bit, whether it is named or not.
                let own = brand.iter().flat_map(Brand::names).collect::<Vec<_>>();
                let others = competitors.iter().map(|brand| brand.names().collect::<Vec<_>>());
                Box::new(Reading::new(&data, Brands::new(std::iter::once(own).chain(others)))?)
            }
        };
        for _ in 0..(budget / READING_UNITS).max(1.0) as usize {
            if reading.step(&data, builder.strings()) {
                self.readings = Some(Some(Rc::new(reading.finish())));
                return Ok(self.after_reading());
            }
        }
        Ok(Stage::Reading(Some(reading)))
    }

    /// Counts who says which word, where there is a subject that the words can go with.
    fn collect(
        &mut self,
        builder: &Builder,
        collection: Option<Box<Collection>>,
        budget: f64,
    ) -> Result<Stage> {
        let data = self.data();
        let Some(topic) = self.topic.clone().flatten() else {
            self.vocabulary = Some(None);
            return Ok(self.after_reading());
        };
        let mut collection = match collection {
            Some(collection) => collection,
            None => Box::new(Collection::new(&data)?),
        };
        let readings = self.readings.clone().flatten().unwrap_or_default();
        let window = self.settings.window;
        let tongue = |account: usize| readings.language_of(account).map(Tongue::of_code).unwrap_or_default();
        let subject = |post: usize| {
            let counts = window.contains(data.posts.time.at(post)) && !topic.q[post].is_nan();
            counts.then(|| topic.q[post] > 0.0)
        };
        for _ in 0..(budget / READING_UNITS).max(1.0) as usize {
            if collection.step(&data, builder.strings(), tongue, subject)? {
                let vocabulary = collection.finish();
                let words = TopicWords::learn(&vocabulary, &self.brief);
                self.vocabulary = Some(Some(Rc::new((words, vocabulary))));
                return Ok(self.after_reading());
            }
        }
        Ok(Stage::Vocabulary(Some(collection)))
    }

    fn find_communities(&mut self, search: Option<Box<FindCommunities>>, budget: f64) -> Result<Stage> {
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

    fn choose_half_life(&mut self, choice: Option<Box<Choice>>) -> Result<Stage> {
        let (data, attention) = (self.data(), self.attention.clone().unwrap_or_default());
        let first = choice.is_none();
        if first {
            self.prepare(&data, &attention)?;
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
    fn prepare(&mut self, data: &Rc<Dataset>, attention: &Rc<Attention>) -> Result<()> {
        let window = self.settings.window;
        let times = data.ties.time.known(data.ties.len()).chain(data.posts.time.known(data.posts.known));
        let inside = times.filter(|t| window.contains(Some(*t)));
        let span = inside.fold(None, |span: Option<(i64, i64)>, t| {
            Some(span.map_or((t, t), |(first, last)| (first.min(t), last.max(t))))
        });
        let known = self.base.take().filter(|b| Rc::ptr_eq(&b.attention, attention));
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
            attention: attention.clone(),
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

    fn credit(&mut self) {
        if let Some(base) = &mut self.base {
            let params = base.credit_params();
            base.raw_credit = Rc::new(credit(&base.attention, &base.data.ties, &params));
            base.credit = base.raw_credit.clone();
        }
    }

    /// How far engagement can be taken for genuine, and what credit comes to with that.
    fn assess(
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

    fn authority(&mut self, running: Option<Box<PageRank>>, budget: f64) -> Result<Stage> {
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

/// Who belongs to the target audience; `None` when none is named.
fn target_audience(base: &Analysis, builder: &Builder) -> Option<Rc<Vec<bool>>> {
    let (language, languages) =
        base.readings.as_deref().map_or((&[][..], &[][..]), |r| (&r.language, &r.languages));
    let known = audience::Known {
        strings: builder.strings(),
        communities: base.communities.as_deref(),
        language,
        languages,
    };
    audience::members(&base.settings.audience, &base.data.accounts, &known).map(Rc::new)
}

/// Bends the half-life that was tested as the objective asks.
fn remember(base: &mut Analysis) {
    let Some(tested) = base.half_life.tested else { return };
    let span = base.span.map_or(0.0, |(first, last)| (last - first) as f64);
    base.half_life.millis = base.settings.objective.preset().memory.half_life(tested, span);
}

/// Puts credit with the discount, or without it, in its place.
fn discount(base: &mut Analysis) {
    base.credit = base.raw_credit.clone();
    base.genuine = None;
    if let Some(found) = base.authenticity.as_deref().filter(|_| base.settings.discount) {
        base.credit = Rc::new(found.discount.credit.clone());
        // What is left of each account's credit: whatever else is drawn from the same attention counts as much.
        let left =
            |(raw, credit): (&f64, &f64)| if *raw > 0.0 { (credit / raw).clamp(0.0, 1.0) } else { 1.0 };
        base.genuine = Some(Rc::new(base.raw_credit.of.iter().zip(&base.credit.of).map(left).collect()));
    }
}

/// Tones with the caller's corrections in their place; `None` where none was corrected.
fn corrections(base: &Analysis, builder: &Builder) -> Result<Option<Rc<Vec<f32>>>> {
    let Some(readings) = base.readings.as_deref() else { return Ok(None) };
    let found = corrected(&readings.tone, &base.data, builder.strings(), &base.settings.tones)?;
    Ok(found.map(Rc::new))
}

/// Who stands up for the brand and who works for it; `None` without a brand.
fn ambassadors_of(base: &Analysis, builder: &Builder) -> Result<Option<Ambassadors>> {
    let settings = &base.settings;
    let Some(brand) = &settings.brand else { return Ok(None) };
    let sources = Sources {
        data: &base.data,
        strings: builder.strings(),
        window: settings.window,
        signs: Signs::in_analysis(base),
        brand: Some(brand),
        lists: &settings.lists,
        authenticity: base.authenticity.as_deref().map_or(&[], |found| &found.of),
        credit: if base.has_credit() { &base.credit.of } else { &[] },
        needs: Needs::default(),
    };
    ambassadors(sources).map(Some)
}

/// What the gate of ambassadors goes by: the score of those who stand up for the brand, 1 for those who work for it.
fn gate_column(base: &Analysis, all: &Ambassadors) -> Vec<f64> {
    let mut column = vec![0.0; base.data.accounts.len()];
    for person in &all.people {
        let own = if person.standing == Standing::Ambassador { person.score } else { 0.0 };
        column[person.account as usize] = if person.employee.is_some() { own.max(1.0) } else { own };
    }
    column
}

impl Stage {
    /// The phase of a stage, and the share of the whole done when it begins. Shares are those of a large posts file.
    fn progress(&self) -> (Phase, f64) {
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
