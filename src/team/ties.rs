//! The probabilities that a team or a simulation goes by.

use super::Note;
use super::ground::Ground;
use super::options::Probabilities;
use super::outcome::{Source, Ties};
use crate::diffusion::Influence;
use crate::diffusion::probabilities::{Learn, Log};
use crate::error::Result;
use crate::graph::column::filled;
use crate::graph::steps::Steps;
use crate::math::exp2;
use std::rc::Rc;

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
    learn: Option<Box<Learn>>,
    found: Option<Result<Found>>,
    notes: Vec<Note>,
}

impl FindTies {
    /// Prepares the search.
    pub fn new(ground: &Rc<Ground>, asked: Probabilities, messages: u32) -> FindTies {
        let span = ground.span.filter(|_| asked != Probabilities::WeightedCascade);
        let learn = span.map(|span| {
            Box::new(Learn::new(Log {
                data: ground.data.clone(),
                attention: ground.attention.clone(),
                window: ground.window,
                span,
                half_life: ground.half_life,
                topic: ground.topic.clone(),
                messages: f64::from(messages),
            }))
        });
        FindTies { ground: ground.clone(), asked, learn, found: None, notes: Vec::new() }
    }

    fn piece(&mut self) -> Result<Option<Found>> {
        if let Some(mut learn) = self.learn.take() {
            if !learn.step() {
                self.learn = Some(learn);
                return Ok(None);
            }
            if let Some(learned) = learn.finish()? {
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
                return Ok(Some(Found { influence: Rc::new(learned.influence), used }));
            }
        }
        if self.asked == Probabilities::Learned {
            self.notes.push(Note::LearnedUnavailable);
        }
        let influence = cascade(&self.ground)?;
        let used = Ties { from: Source::WeightedCascade, arcs: influence.arcs(), ..Ties::default() };
        self.notes.push(Note::RelativeOnly);
        Ok(Some(Found { influence: Rc::new(influence), used }))
    }

    /// What is carried by attention that nobody vouches for counts as little as in the ranking.
    fn vouched(&self, found: Found) -> Result<Found> {
        match self.ground.genuine.as_deref() {
            Some(genuine) if genuine.iter().any(|left| *left < 1.0) => {
                Ok(Found { influence: Rc::new(found.influence.in_shares(genuine)?), ..found })
            }
            _ => Ok(found),
        }
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
}

/// The weighted cascade of the attention graph: the share of each one's attention. Where ties fade, attention that was
/// paid long ago counts less, and the rest is attention to nobody: whoever was last heard of long ago passes on less.
fn cascade(ground: &Ground) -> Result<Influence> {
    let (attention, graph) = (&ground.attention, &ground.attention.graph);
    let (Some(half_life), Some(span)) = (ground.half_life, ground.span) else {
        return Influence::weighted_cascade(graph);
    };
    let ties = &ground.data.ties;
    let mut total = filled(0.0_f64, graph.nodes())?;
    for arc in 0..graph.arcs() {
        total[attention.from[arc] as usize] += f64::from(graph.weight(arc)).max(0.0);
    }
    let arcs = (0..graph.arcs()).map(|arc| {
        let a = attention.from[arc];
        let mut faded = 0.0;
        for tie in attention.ties_of(arc, ties, ground.window) {
            let weight = ground.layers.of(ties.layer[tie]) * f64::from(ties.weight[tie]).max(0.0);
            let age = ties.time.at(tie).map_or(0.0, |time| (span.1 - time).max(0) as f64);
            faded += weight * exp2(-age / half_life);
        }
        (graph.out_to[arc], a, (faded / total[a as usize]) as f32)
    });
    Influence::new(graph.nodes(), arcs)
}

impl Steps for FindTies {
    type Output = (Result<Found>, Vec<Note>);

    fn step(&mut self) -> bool {
        if self.found.is_none() {
            match self.piece() {
                Ok(None) => {}
                Ok(Some(found)) => {
                    self.look(&found);
                    self.found = Some(self.vouched(found));
                }
                Err(error) => self.found = Some(Err(error)),
            }
        }
        self.found.is_some()
    }

    fn share_done(&self) -> f64 {
        match (&self.found, &self.learn) {
            (None, Some(learn)) => learn.share_done(),
            (None, None) => 0.0,
            _ => 1.0,
        }
    }

    fn finish(mut self) -> (Result<Found>, Vec<Note>) {
        while !self.step() {}
        let nothing = || Err(crate::error::ErrorKind::NotAnalysed.into());
        (self.found.unwrap_or_else(nothing), self.notes)
    }
}
