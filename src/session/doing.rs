//! Long questions to a finished analysis, one at a time: measures of the graph, teams, simulations, looks back.

use super::looking_back::{LookBack, SideBySide};
use super::work::Work;
use super::{Session, nothing_measured};
use crate::error::Result;
use crate::insight::Insights;
use crate::measure::{Graphs, Measured, Offer, Shares, Task, no_params};
use crate::overview::OverviewTask;
use crate::progress::{Phase, Progress};
use crate::team::{SimulateTask, TeamTask};
use serde_json::Value;

/// What is under way.
#[derive(Debug)]
pub(super) enum Doing {
    /// A measure of the graph, or a projection.
    Measure(Box<Task>),
    /// The study at a glance.
    Overview(Box<OverviewTask>),
    /// A team.
    Team(Box<TeamTask>),
    /// A simulation.
    Simulation(Box<SimulateTask>),
    /// A back-test.
    LookBack(Box<LookBack>),
    /// Two windows.
    SideBySide(Box<SideBySide>),
    /// The graph alone; none where what was made last has it.
    Graph(Option<Box<Work>>),
}

impl Doing {
    /// What other engines need that may do a part of it.
    pub(super) fn offer(&self) -> Option<&Offer> {
        match self {
            Doing::Measure(task) => task.offer(),
            _ => None,
        }
    }

    /// The measure, once there is something to do for others.
    pub(super) fn shares(&mut self) -> Option<&mut dyn Shares> {
        match self {
            Doing::Measure(task) => task.shares(),
            _ => None,
        }
    }
}

impl Session {
    /// Begins a measure of the graph, or a projection (see [`crate::measure`]); `team` and `simulate` begin what
    /// [`crate::team`] does, `overview` what [`crate::overview`] does, `backTest` what [`crate::backtest`] does,
    /// `compareWindows` what [`crate::comparison`] does. `graph` makes the graph alone, which measures can be taken of
    /// before anything is ranked. What was under way is given up.
    ///
    /// # Errors
    /// As [`Task::begin`], [`TeamTask::begin`] and [`SimulateTask::begin`].
    pub fn begin_measure(&mut self, name: &str, params: Value) -> Result<()> {
        self.measuring = None;
        self.measuring = Some(match name {
            "overview" => Doing::Overview(Box::new(OverviewTask::begin(params, self.view()?)?)),
            "team" => Doing::Team(Box::new(TeamTask::begin(params, self.view()?)?)),
            "simulate" => Doing::Simulation(Box::new(SimulateTask::begin(params, self.view()?)?)),
            "backTest" => Doing::LookBack(Box::new(LookBack::begin(params, self.view()?)?)),
            "compareWindows" => Doing::SideBySide(Box::new(SideBySide::begin(params, self.view()?)?)),
            "graph" => {
                no_params(&params)?;
                Doing::Graph(self.begin_graph()?.map(Box::new))
            }
            _ => Doing::Measure(Box::new(self.on_subject(|subject| Task::begin(name, params, subject))?)),
        });
        Ok(())
    }

    /// Does the next `pieces` of what is under way.
    ///
    /// # Errors
    /// `argument.invalid` when nothing was begun; what shows while it goes on.
    pub fn step_measure(&mut self, pieces: f64) -> Result<Progress> {
        // Back in its place only if all went well: what failed is over.
        let mut doing = self.measuring.take().ok_or_else(nothing_measured)?;
        let pieces = pieces.max(1.0) as usize;
        let (share, finished) = match &mut doing {
            Doing::Overview(task) => {
                let view = self.view()?;
                let finished = until(pieces, || task.step(view))?;
                (task.share_done(), finished)
            }
            Doing::Team(task) => {
                let finished = until(pieces, || task.step())?;
                (task.share_done(), finished)
            }
            Doing::Simulation(task) => {
                let finished = until(pieces, || task.step())?;
                (task.share_done(), finished)
            }
            Doing::LookBack(task) => {
                let finished = until(pieces, || task.step(&mut self.builder))?;
                (task.share_done(), finished)
            }
            Doing::SideBySide(task) => {
                let finished = until(pieces, || task.step(&mut self.builder))?;
                (task.share_done(), finished)
            }
            Doing::Graph(None) => (1.0, true),
            Doing::Graph(Some(work)) => {
                let (phase, share) = work.step(&mut self.builder, pieces as f64)?;
                (share, phase == Phase::Done)
            }
            Doing::Measure(task) => self.on_subject(|subject| {
                let mut finished = false;
                for _ in 0..pieces {
                    finished = task.step(subject)?;
                    if finished || task.shares().is_some_and(|shares| shares.is_waiting()) {
                        break;
                    }
                }
                Ok((task.share_done(subject), finished))
            })?,
        };
        self.measuring = Some(doing);
        Ok(Progress { phase: Phase::Measure, share: if finished { 1.0 } else { share }, finished })
    }

    /// The result of what is under way, which is over then.
    ///
    /// # Errors
    /// `argument.invalid` when nothing was begun; what only shows at the end.
    pub fn finish_measure(&mut self) -> Result<Measured> {
        let doing = self.measuring.take().ok_or_else(nothing_measured)?;
        match doing {
            Doing::Measure(task) => task.finish(),
            Doing::Overview(task) => task.finish(self.view()?),
            Doing::Team(task) => task.finish(self.view()?),
            Doing::Simulation(task) => task.finish(self.view()?),
            Doing::LookBack(task) => task.finish(),
            Doing::SideBySide(task) => task.finish(self.builder.strings()),
            Doing::Graph(work) => {
                if let Some(work) = work {
                    self.made = work.finish();
                    (self.insights, self.graphs) = (Insights::default(), Graphs::default());
                    (self.deepening, self.vectors) = (None, None);
                }
                self.on_subject(|subject| Ok(subject.size()))
            }
        }
    }

    /// Prepares the graph alone; none where what was made last has it as the settings ask for it.
    fn begin_graph(&self) -> Result<Option<Work>> {
        let last = self.current();
        if last.is_some_and(|made| made.has_graph_of(&self.settings)) {
            return Ok(None);
        }
        Work::graph_alone(self.finished_files, &self.settings, last).map(Some)
    }

    /// A measure, a team or a simulation from beginning to end.
    ///
    /// # Errors
    /// As [`Session::begin_measure`] and [`Session::finish_measure`].
    pub fn measure(&mut self, name: &str, params: Value) -> Result<Measured> {
        self.begin_measure(name, params)?;
        while !self.step_measure(1e9)?.finished {}
        self.finish_measure()
    }
}

/// Does some pieces, or as many as there are.
fn until(pieces: usize, mut step: impl FnMut() -> Result<bool>) -> Result<bool> {
    for _ in 0..pieces {
        if step()? {
            return Ok(true);
        }
    }
    Ok(false)
}
