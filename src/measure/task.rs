//! A measure with all that it needs first.

use super::project::{Projecting, Projection};
use super::{GraphChoice, Measured, Offer, Running, Shares, Subject, begin, check, is_flat, parsed};
use crate::error::{ErrorKind, Result};
use crate::graph::Flatten;
use serde_json::{Map, Value};

/// Which part of a measure the undirected view before it is, about.
const FLATTENING: f64 = 0.05;

/// A measure under way, the projection that its graph is made of before it.
#[derive(Debug)]
pub struct Task {
    stage: Stage,
    /// What is told of the projection.
    facts: Option<Map<String, Value>>,
    /// Whether the undirected view was made for it.
    flattened: bool,
}

#[derive(Debug)]
enum Stage {
    /// A projection, and the measure that is waiting for it: name and parameters; none where its ties are the answer.
    Projecting(Box<Projecting>, Option<(String, Value)>),
    /// The undirected view, and the measure that is waiting for it.
    Flattening(Flatten, String, Value),
    Running(Box<dyn Running>),
    Done(Measured),
    Over,
}

/// The graph that the parameters of a measure ask for.
fn chosen(params: &Value) -> Result<GraphChoice> {
    match params.get("graph") {
        None | Some(Value::Null) => Ok(GraphChoice::default()),
        Some(choice) => parsed("graph", choice.clone()),
    }
}

impl Stage {
    /// A measure, or what a large graph needs before it: its undirected view, in pieces.
    fn first(name: String, params: Value, subject: &mut Subject<'_>) -> Result<Stage> {
        if is_flat(&name, &params) {
            subject.choice = chosen(&params)?;
            if subject.is_worth_flattening()? {
                check(&name, &params)?;
                return Ok(Stage::Flattening(Flatten::default(), name, params));
            }
        }
        Ok(Stage::Running(begin(&name, params, subject)?))
    }
}

impl Task {
    /// Begins a measure, as [`begin`] does, or a `projection`: the ties themselves.
    ///
    /// # Errors
    /// As [`begin`].
    pub fn begin(name: &str, params: Value, subject: &mut Subject<'_>) -> Result<Task> {
        let mut choice = GraphChoice::default();
        let mut waiting = None;
        if name == "projection" {
            let mut params = params;
            for (bound, name) in [(&mut choice.from, "from"), (&mut choice.to, "to")] {
                let given = params.as_object_mut().and_then(|params| params.remove(name));
                *bound = parsed("params", given.unwrap_or_default())?;
            }
            choice.project = Some(parsed("params", params)?);
        } else {
            if let Some(graph) = params.get("graph").filter(|graph| !graph.is_null()) {
                choice = parsed("graph", graph.clone())?;
            }
            waiting = Some((name.to_owned(), params));
        }
        let known = waiting.as_ref().and_then(|_| subject.graphs.projected(&choice));
        let stage = match (&choice.project, waiting) {
            (Some(projection), waiting) if known.is_none() => {
                choice.check()?;
                if let Some((name, params)) = &waiting {
                    if !projection.ties_accounts() {
                        let given = "objects".to_owned();
                        return Err(ErrorKind::InvalidArgument { name: "onto", given }.into());
                    }
                    check(name, params)?;
                }
                let window = choice.window(subject.analysis.settings.window);
                Stage::Projecting(Box::new(Projecting::new(Projection::clone(projection), window)?), waiting)
            }
            (_, Some((name, params))) => Stage::first(name, params, subject)?,
            (_, None) => Stage::Over,
        };
        Ok(Task { stage, facts: known, flattened: false })
    }

    /// Does the next piece; returns whether all is done.
    ///
    /// # Errors
    /// What shows while a projection is made, or a measure begins on it.
    pub fn step(&mut self, subject: &mut Subject<'_>) -> Result<bool> {
        match &mut self.stage {
            Stage::Running(running) => Ok(running.step()),
            Stage::Flattening(flatten, name, params) => {
                subject.choice = chosen(params)?;
                if subject.flatten(flatten)? {
                    self.stage = Stage::Running(begin(&std::mem::take(name), params.take(), subject)?);
                    self.flattened = true;
                }
                Ok(false)
            }
            Stage::Projecting(projecting, waiting) => {
                if projecting.step(subject)? {
                    self.stage = match waiting.take() {
                        None => Stage::Done(projecting.measured(subject)),
                        Some((name, params)) => {
                            let choice = parsed("graph", params.get("graph").cloned().unwrap_or_default())?;
                            let facts = projecting.facts(subject);
                            if let Some(ties) = projecting.ties() {
                                subject.keep(choice, ties, facts.clone())?;
                            }
                            self.facts = Some(facts);
                            Stage::first(name, params, subject)?
                        }
                    };
                }
                Ok(matches!(self.stage, Stage::Done(_)))
            }
            Stage::Done(_) | Stage::Over => Ok(true),
        }
    }

    /// What other engines need that may do a part of the measure.
    pub fn offer(&self) -> Option<&Offer> {
        match &self.stage {
            Stage::Running(running) => running.offer(),
            _ => None,
        }
    }

    /// The measure, once there is something to do for others.
    pub fn shares(&mut self) -> Option<&mut dyn Shares> {
        match &mut self.stage {
            Stage::Running(running) => running.shares(),
            _ => None,
        }
    }

    /// Share of the work done, 0 to 1.
    pub fn share_done(&self, subject: &Subject<'_>) -> f64 {
        match &self.stage {
            Stage::Projecting(projecting, None) => projecting.share_done(subject),
            Stage::Projecting(projecting, Some(_)) => 0.5 * projecting.share_done(subject),
            Stage::Flattening(..) if self.facts.is_some() => 0.5,
            Stage::Flattening(flatten, ..) => FLATTENING * flatten.share_done(),
            Stage::Running(running) if self.facts.is_some() => 0.5 + 0.5 * running.share_done(),
            Stage::Running(running) if self.flattened => {
                FLATTENING + (1.0 - FLATTENING) * running.share_done()
            }
            Stage::Running(running) => running.share_done(),
            Stage::Done(_) | Stage::Over => 1.0,
        }
    }

    /// The result.
    ///
    /// # Errors
    /// What only shows at the end of a measure; `argument.invalid` before the end of a projection.
    pub fn finish(self) -> Result<Measured> {
        match self.stage {
            Stage::Running(running) => {
                let mut measured = running.finish()?;
                if let Some(facts) = self.facts {
                    measured.facts.insert("projection".to_owned(), facts.into());
                }
                Ok(measured)
            }
            Stage::Done(measured) => Ok(measured),
            Stage::Projecting(..) | Stage::Flattening(..) | Stage::Over => {
                Err(ErrorKind::InvalidArgument { name: "measure", given: String::new() }.into())
            }
        }
    }
}
