//! The state machine that a boundary drives: files in, settings, an analysis by steps, questions.

mod doing;
mod looking_back;
mod made;
mod parts;
pub mod sharing;
mod work;

use crate::error::{Error, ErrorKind, Result};
use crate::export::{NetworkOptions, csv, gexf, graphml, json, pseudonym};
use crate::insight::{Deepening, Insights};
use crate::issue::Receipt;
use crate::measure::{GraphChoice, Graphs, Helper, Subject};
use crate::model::{Builder, Mark, OptOut};
use crate::people::look_alikes::{LookAlikes, look_alikes};
use crate::platform::{ImportOptions, Importer};
use crate::progress::{Phase, Progress};
use crate::query::movers::{self, Movers};
use crate::query::people;
use crate::query::{Column, Dossier, RankingQuery, RankingWindow, Summary, View, dossier, ranking, summary};
use crate::score::{Settings, SettingsPatch};
use crate::text::expansion::Suggestion;
use doing::Doing;
use made::Made;
use work::Work;

/// A study: any number of files, settings, and the last finished analysis.
///
/// Long work is done by [`Session::step`]; not calling it again cancels. The last finished analysis stays answerable
/// until the next one is finished.
#[derive(Debug, Default)]
pub struct Session {
    builder: Builder,
    files: Vec<FileState>,
    settings: Settings,
    finished_files: usize,
    /// The last finished analysis, or the graph alone where that was asked for later.
    made: Option<Made>,
    work: Option<Work>,
    /// What is known of the last analysis beyond the ranking.
    insights: Insights,
    deepening: Option<Deepening>,
    /// What look-alikes are found by, once somebody asked.
    vectors: Option<Box<LookAlikes>>,
    graphs: Graphs,
    measuring: Option<Doing>,
    /// What this engine does for another one.
    helping: Option<Helper>,
}

#[derive(Debug)]
enum FileState {
    /// Being read, with where the builder stood before.
    Reading(Box<Importer>, Mark),
    /// Read to its end: its name and the fingerprint of its bytes.
    Read(String, String),
    Failed,
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

    /// Gives a file up that was opened and will not be finished. Rows of it that were read stay in the study: where
    /// there are any, the caller begins another one.
    pub fn abandon_file(&mut self, file: usize) {
        if let Some(state @ FileState::Reading(..)) = self.files.get_mut(file) {
            *state = FileState::Failed;
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
            FileState::Read(name, fingerprint) if *fingerprint == receipt.fingerprint => Some(name.clone()),
            _ => None,
        });
        let name = match &receipt.bundle {
            Some(bundle) => format!("{bundle}/{}", receipt.name),
            None => receipt.name.clone(),
        };
        self.files[file] = FileState::Read(name, receipt.fingerprint.clone());
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

    /// The list of people to leave out as fingerprints, a line each: what a file can keep without their names.
    pub fn opt_out_fingerprints(&self, salt: &str) -> String {
        OptOut::new(self.settings.opt_out.iter().map(String::as_str)).fingerprints(salt).join("\n")
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
    /// As [`crate::text::Brief::parse`].
    pub fn start(&mut self) -> Result<()> {
        self.work = Some(Work::begin(self.finished_files, &self.settings, self.current())?);
        Ok(())
    }

    /// What was made last, where no file was read since.
    fn current(&self) -> Option<&Made> {
        self.made.as_ref().filter(|made| made.files == self.finished_files)
    }

    /// Works for about `budget` units (a unit is about a millisecond of native work), then says where it stands.
    /// Some stages cannot be divided and take longer than a small budget.
    ///
    /// # Errors
    /// `analysis.missing` when nothing was started; `memory.exhausted`.
    pub fn step(&mut self, budget: f64) -> Result<Progress> {
        let mut work = self.work.take().ok_or(ErrorKind::NotAnalysed)?;
        let (phase, share) = work.step(&mut self.builder, budget.max(1.0))?;
        if phase == Phase::Done {
            self.insights = if work.is_reranked() {
                self.insights.without_weights()
            } else {
                Insights { ambassadors: work.ambassadors(), ..Insights::default() }
            };
            self.made = work.finish();
            self.deepening = None;
            self.vectors = None;
            self.graphs = Graphs::default();
            self.measuring = None;
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

    /// Begins what comes after the ranking; parts that are there already are not computed again.
    ///
    /// # Errors
    /// `analysis.missing`.
    pub fn begin_deepening(&mut self) -> Result<()> {
        self.view()?;
        self.deepening = Some(Deepening::default());
        Ok(())
    }

    /// Works at it for about `budget` units, then says where it stands. A part that is finished can be asked about at
    /// once.
    ///
    /// # Errors
    /// `analysis.missing` when nothing was begun; `memory.exhausted`.
    pub fn deepen(&mut self, budget: f64) -> Result<Progress> {
        let Made { analysis, .. } = Made::ranking(self.made.as_ref())?;
        let mut deepening = self.deepening.take().ok_or(ErrorKind::NotAnalysed)?;
        let strings = self.builder.strings();
        let (phase, share, finished) =
            deepening.step(analysis, strings, &mut self.insights, budget.max(1.0))?;
        if !finished {
            self.deepening = Some(deepening);
        }
        Ok(Progress { phase, share, finished })
    }

    /// Runs it to its end.
    ///
    /// # Errors
    /// As [`Session::begin_deepening`] and [`Session::deepen`].
    pub fn deepen_all(&mut self) -> Result<()> {
        self.begin_deepening()?;
        while !self.deepen(1e9)?.finished {}
        Ok(())
    }

    pub(crate) fn view(&self) -> Result<View<'_>> {
        Ok(Made::ranking(self.made.as_ref())?.view(&self.builder, &self.insights))
    }

    /// What is known of accounts and ties alone, of an analysis or of a graph made without one.
    fn studied(&self) -> Result<View<'_>> {
        Ok(Made::any(self.made.as_ref())?.view(&self.builder, &self.insights))
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
        let view = self.studied()?;
        Ok((0..view.analysis.data.accounts.len()).map(move |account| view.handle(account)))
    }

    /// Platforms in account order, by code.
    pub fn platforms(&self) -> Result<Vec<u8>> {
        Ok(self.studied()?.analysis.data.accounts.platform.iter().map(|p| *p as u8).collect())
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
        Ok(self.sourced(dossier::dossier(view, index as u32)))
    }

    /// Says of each piece of evidence which file it is from.
    fn sourced(&self, mut dossier: Dossier) -> Dossier {
        for post in &mut dossier.evidence {
            post.source = match self.files.get(usize::from(post.file)) {
                Some(FileState::Read(name, _)) => Some(name.clone()),
                _ => None,
            };
        }
        dossier
    }

    /// The dossier of an account, by its handle or id.
    pub fn account_named(&self, asked: &str) -> Result<Dossier> {
        let view = self.view()?;
        let unknown = || Error::new(ErrorKind::AccountUnknown { asked: asked.to_owned() });
        Ok(self.sourced(dossier::dossier(view, view.find(asked).ok_or_else(unknown)? as u32)))
    }

    /// People who matter to the brand, and posts about it to review.
    pub fn brand_people(&self) -> Result<people::BrandPeople> {
        Ok(people::brand_people(self.view()?))
    }

    /// The largest communities, by name.
    pub fn communities(&self) -> Result<Vec<people::CommunityRow>> {
        Ok(people::communities(self.view()?))
    }

    /// Who rises and who fades; `None` before that is computed.
    pub fn movers(&self) -> Result<Option<Movers>> {
        Ok(movers::movers(self.view()?))
    }

    /// Words that the brief could have as well.
    pub fn suggestions(&self) -> Result<Vec<Suggestion>> {
        people::brief_suggestions(self.view()?)
    }

    /// The accounts nearest to those ticked. The first question takes a pass over all posts.
    ///
    /// # Errors
    /// `account.unknown`; `memory.exhausted`.
    pub fn look_alikes(&mut self, ticked: &[u32], most: usize) -> Result<Vec<people::LookAlikeRow>> {
        let view = self.view()?;
        let accounts = view.analysis.data.accounts.len();
        if let Some(wrong) = ticked.iter().find(|a| **a as usize >= accounts) {
            return Err(ErrorKind::AccountUnknown { asked: wrong.to_string() }.into());
        }
        let mut vectors = match self.vectors.take() {
            Some(vectors) => vectors,
            None => Box::new(look_alikes(&people::look_alike_sources(self.view()?))?),
        };
        let found = people::look_alikes(self.view()?, &mut vectors, ticked, most);
        self.vectors = Some(vectors);
        Ok(found)
    }

    /// Does something with the study as measures see it.
    fn on_subject<T>(&mut self, what: impl FnOnce(&mut Subject<'_>) -> Result<T>) -> Result<T> {
        let made = Made::any(self.made.as_ref())?;
        let view = made.view(&self.builder, &self.insights);
        what(&mut Subject {
            analysis: &made.analysis,
            ranked: made.ranked,
            strings: view.strings,
            find: &|asked: &[&str]| view.find_all(asked),
            graphs: &mut self.graphs,
            choice: GraphChoice::default(),
        })
    }

    /// The ranking as CSV.
    pub fn export_csv(&self, options: &csv::CsvOptions) -> Result<Vec<u8>> {
        csv::csv(self.view()?, options)
    }

    /// Who is behind the pseudonyms of the other exports, as CSV.
    pub fn export_key(&self, options: &pseudonym::KeyOptions) -> Result<Vec<u8>> {
        pseudonym::key(self.view()?, options)
    }

    /// Settings, summary and ranking as JSON.
    pub fn export_json(&self, options: &json::JsonOptions) -> Result<Vec<u8>> {
        json::json(self.view()?, options)
    }

    /// Accounts and ties as GEXF.
    pub fn export_gexf(&self, options: &NetworkOptions) -> Result<Vec<u8>> {
        gexf::gexf(self.view()?, options)
    }

    /// Accounts and ties as GraphML.
    pub fn export_graphml(&self, options: &NetworkOptions) -> Result<Vec<u8>> {
        graphml::graphml(self.view()?, options)
    }
}

fn nothing_measured() -> Error {
    ErrorKind::InvalidArgument { name: "measure", given: String::new() }.into()
}

fn not_open(file: usize) -> Error {
    ErrorKind::InvalidArgument { name: "file", given: file.to_string() }.into()
}
