//! The probabilities that a team or a simulation goes by.

use super::Note;
use super::ground::Ground;
use super::options::Probabilities;
use super::outcome::{Source, Ties};
use crate::diffusion::Influence;
use crate::diffusion::build::Build;
use crate::diffusion::probabilities::{Learn, Learned, Log};
use crate::diffusion::weighted_cascade::WeightedCascade;
use crate::error::{ErrorKind, Result};
use crate::graph::column::{filled, piece_of_rows};
use crate::graph::steps::Steps;
use crate::math::exp2;
use crate::model::Millis;
use std::rc::Rc;

/// Arcs of one piece.
const PIECE: usize = 1 << 16;
/// Re-shares below which numbers of people are orders of magnitude.
const FEW: f64 = 200.0;

/// Probabilities, and what they rest on.
#[derive(Debug, Clone)]
pub struct Found {
    pub influence: Rc<Influence>,
    pub used: Ties,
}

/// Finds them, a piece at a time.
#[derive(Debug)]
pub struct FindTies {
    ground: Rc<Ground>,
    asked: Probabilities,
    stage: Stage,
    failed: Option<crate::error::Error>,
    notes: Vec<Note>,
}

#[derive(Debug)]
enum Stage {
    Learn(Box<Learn>),
    /// Nothing could be learnt.
    Fallback,
    Cascade(Box<WeightedCascade>),
    Faded(Box<Faded>),
    /// What is carried by attention that nobody vouches for counts as little as in the ranking.
    Vouch {
        found: Found,
        at: usize,
        build: Box<Build>,
    },
    Done(Found),
    Between,
}

impl FindTies {
    /// Prepares the search.
    pub fn new(ground: &Rc<Ground>, asked: Probabilities, messages: u32) -> FindTies {
        let span = ground.span.filter(|_| asked != Probabilities::WeightedCascade);
        let stage = match span {
            Some(span) => Stage::Learn(Box::new(Learn::new(Log {
                data: ground.data.clone(),
                attention: ground.attention.clone(),
                window: ground.window,
                span,
                half_life: ground.half_life,
                topic: ground.topic.clone(),
                messages: f64::from(messages),
            }))),
            None => Stage::Fallback,
        };
        FindTies { ground: ground.clone(), asked, stage, failed: None, notes: Vec::new() }
    }

    /// What was learnt, and what is to be said about it.
    fn learned(&mut self, learned: Learned) -> Found {
        if learned.successes < FEW {
            self.notes.push(Note::FewTrials);
        }
        if self.ground.topic.is_some() && !learned.on_subject {
            self.notes.push(Note::OffSubject);
        }
        let used = Ties {
            from: Source::Learned,
            trials: learned.trials,
            successes: learned.successes,
            arcs: learned.influence.arcs(),
            on_subject: learned.on_subject,
        };
        Found { influence: Rc::new(learned.influence), used }
    }

    /// Begins the weighted cascade, the share of each one's attention.
    fn fallback(&mut self) -> Result<Stage> {
        if self.asked == Probabilities::Learned {
            self.notes.push(Note::LearnedUnavailable);
        }
        Ok(match (self.ground.half_life, self.ground.span) {
            (Some(half_life), Some(span)) => {
                Stage::Faded(Box::new(Faded::new(&self.ground, half_life, span.1)?))
            }
            _ => Stage::Cascade(Box::new(WeightedCascade::new(&self.ground.attention.graph)?)),
        })
    }

    fn relative(&mut self, influence: Influence) -> Result<Stage> {
        let used = Ties { from: Source::WeightedCascade, arcs: influence.arcs(), ..Ties::default() };
        self.notes.push(Note::RelativeOnly);
        self.found(Found { influence: Rc::new(influence), used })
    }

    fn found(&mut self, found: Found) -> Result<Stage> {
        self.look(&found);
        Ok(match self.ground.genuine.as_deref() {
            Some(genuine) if genuine.iter().any(|left| *left < 1.0) => {
                let build = Build::new(found.influence.nodes(), found.influence.arcs())?;
                Stage::Vouch { found, at: 0, build: Box::new(build) }
            }
            _ => Stage::Done(found),
        })
    }

    /// Notes what is odd about the whole.
    fn look(&mut self, found: &Found) {
        let influence = &found.influence;
        if self.ground.attention.graph.arcs() == 0 {
            self.notes.retain(|note| *note != Note::RelativeOnly);
            self.notes.push(Note::NoTies);
        } else if influence.arcs() == 0 {
            self.notes.push(Note::ProbabilitiesZero);
        } else if (0..influence.nodes()).all(|node| influence.activates(node).1.iter().all(|p| *p >= 1.0)) {
            self.notes.push(Note::ProbabilitiesOne);
        }
    }

    fn advance(&mut self, stage: Stage) -> Result<Stage> {
        Ok(match stage {
            Stage::Learn(mut learn) => {
                if !learn.step() {
                    return Ok(Stage::Learn(learn));
                }
                match learn.finish()? {
                    Some(learned) => {
                        let found = self.learned(learned);
                        self.found(found)?
                    }
                    None => Stage::Fallback,
                }
            }
            Stage::Fallback => self.fallback()?,
            Stage::Cascade(mut cascade) => {
                let ground = self.ground.clone();
                let graph = &ground.attention.graph;
                match cascade.step(graph)? {
                    true => self.relative(cascade.finish(graph)?)?,
                    false => Stage::Cascade(cascade),
                }
            }
            Stage::Faded(mut faded) => match faded.step(&self.ground)? {
                true => self.relative(faded.build.finish()?)?,
                false => Stage::Faded(faded),
            },
            Stage::Vouch { found, at, mut build } => {
                let (influence, nodes) = (&found.influence, found.influence.nodes());
                if at < nodes {
                    let rows = piece_of_rows(&influence.out_start, at, PIECE);
                    let genuine = self.ground.genuine.as_deref().map_or(&[][..], Vec::as_slice);
                    build.add(influence.arcs_in_shares(rows.clone(), genuine))?;
                    return Ok(Stage::Vouch { found, at: rows.end, build });
                }
                match build.step() {
                    true => Stage::Done(Found { influence: Rc::new(build.finish()?), ..found }),
                    false => Stage::Vouch { found, at, build },
                }
            }
            ended => ended,
        })
    }
}

/// The weighted cascade where ties fade: attention that was paid long ago counts less, and the rest is attention to
/// nobody: whoever was last heard of long ago passes on less.
#[derive(Debug)]
struct Faded {
    half_life: f64,
    now: Millis,
    /// What the attention of each account adds up to, and the arcs that are in it.
    total: Vec<f64>,
    totalled: usize,
    added: usize,
    build: Build,
}

impl Faded {
    fn new(ground: &Ground, half_life: f64, now: Millis) -> Result<Faded> {
        let graph = &ground.attention.graph;
        let build = Build::new(graph.nodes(), graph.arcs())?;
        Ok(Faded { half_life, now, total: filled(0.0, graph.nodes())?, totalled: 0, added: 0, build })
    }

    /// The next piece; whether all is done.
    fn step(&mut self, ground: &Ground) -> Result<bool> {
        let (attention, graph) = (&ground.attention, &ground.attention.graph);
        let piece = |from: usize| from..graph.arcs().min(from + PIECE);
        if self.totalled < graph.arcs() {
            for arc in piece(self.totalled) {
                self.total[attention.from[arc] as usize] += f64::from(graph.weight(arc)).max(0.0);
            }
            self.totalled = piece(self.totalled).end;
            return Ok(false);
        }
        if self.added == graph.arcs() {
            return Ok(self.build.step());
        }
        let (total, ties) = (&self.total, &ground.data.ties);
        self.build.add(piece(self.added).map(|arc| {
            let a = attention.from[arc];
            let mut faded = 0.0;
            for tie in attention.ties_of(arc, ties, ground.window) {
                let weight = ground.layers.of(ties.layer[tie]) * f64::from(ties.weight[tie]).max(0.0);
                let age = ties.time.at(tie).map_or(0.0, |time| (self.now - time).max(0) as f64);
                faded += weight * exp2(-age / self.half_life);
            }
            (graph.out_to[arc], a, (faded / total[a as usize]) as f32)
        }))?;
        self.added = piece(self.added).end;
        Ok(false)
    }

    fn share_done(&self) -> f64 {
        let all = self.total.len().max(1).max(self.totalled) as f64;
        0.2 * (self.totalled as f64 / all).min(1.0)
            + 0.4 * (self.added as f64 / all).min(1.0)
            + 0.4 * self.build.share_done()
    }
}

impl Steps for FindTies {
    type Output = (Result<Found>, Vec<Note>);

    fn step(&mut self) -> bool {
        let stage = std::mem::replace(&mut self.stage, Stage::Between);
        match self.advance(stage) {
            Ok(stage) => self.stage = stage,
            Err(error) => self.failed = Some(error),
        }
        matches!(self.stage, Stage::Done(_) | Stage::Between)
    }

    fn share_done(&self) -> f64 {
        match &self.stage {
            Stage::Learn(learn) => 0.8 * learn.share_done(),
            Stage::Fallback => 0.1,
            Stage::Cascade(cascade) => 0.1 + 0.7 * cascade.share_done(),
            Stage::Faded(faded) => 0.1 + 0.7 * faded.share_done(),
            Stage::Vouch { build, .. } => 0.8 + 0.2 * build.share_done(),
            Stage::Done(_) | Stage::Between => 1.0,
        }
    }

    fn finish(mut self) -> (Result<Found>, Vec<Note>) {
        while !self.step() {}
        let found = match (self.stage, self.failed) {
            (Stage::Done(found), _) => Ok(found),
            (_, error) => Err(error.unwrap_or_else(|| ErrorKind::NotAnalysed.into())),
        };
        (found, self.notes)
    }
}
