//! One cascade step by step, and what a team reaches over many.

use super::{Probabilities, Reached, Simulates, Whom, facts, told};
use crate::diffusion::replay::{Replay, replay};
use crate::diffusion::{Influence, Model, Simulating, Simulation, Spread, Targets};
use crate::error::{ErrorKind, Result};
use crate::graph::steps::Steps;
use crate::measure::Measured;
use crate::query::View;
use crate::team::Note;
use crate::team::ground::Ground;
use crate::team::outcome::{Estimate, Source, Ties};
use crate::team::ties::FindTies;
use serde::Serialize;
use std::rc::Rc;

/// What was asked for.
#[derive(Debug)]
pub struct Asked {
    pub members: Vec<u32>,
    pub linear: bool,
    pub probabilities: Probabilities,
    pub audience: Whom,
    pub hops: Option<u32>,
    pub messages: u32,
    pub runs: usize,
    pub seed: u64,
}

/// A simulation under way.
#[derive(Debug)]
pub struct Cascade {
    ground: Rc<Ground>,
    asked: Asked,
    members: Vec<u32>,
    weights: Option<Vec<f64>>,
    notes: Vec<Note>,
    ties: Ties,
    replay: Replay,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Ties(Box<FindTies>),
    Runs(Box<Simulation>),
    Done(Box<Spread>),
    Between,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    kind: &'static str,
    spread: Estimate,
    by_hop: Vec<f64>,
    communities: Vec<Reached>,
    probabilities: Ties,
    relative: bool,
    runs: usize,
}

impl Cascade {
    /// Prepares a simulation.
    pub fn new(ground: Rc<Ground>, asked: Asked) -> Cascade {
        let mut notes = Vec::new();
        let members = ground.known(&asked.members, &mut notes);
        if members.is_empty() {
            notes.push(Note::NoMembers);
        }
        let weights = ground.weights(asked.audience, &mut notes);
        let stage = Stage::Ties(Box::new(FindTies::new(&ground, asked.probabilities, asked.messages)));
        Cascade {
            ground,
            asked,
            members,
            weights,
            notes,
            ties: Ties::default(),
            replay: Replay::default(),
            stage,
        }
    }

    fn run(&mut self, influence: Rc<Influence>) -> Result<Simulation> {
        let model = match self.asked.linear {
            true => Model::LinearThreshold,
            false => Model::IndependentCascade { hops: self.asked.hops },
        };
        self.replay = replay(&influence, model, &self.members, self.asked.seed)?;
        let (of, sizes) = self.ground.communities();
        Simulation::new(
            influence,
            model,
            Targets { weights: self.weights.as_deref() },
            &Simulating {
                seeds: &self.members,
                competitors: &[],
                communities: Some((&of, sizes.len())),
                runs: self.asked.runs,
                seed: self.asked.seed,
            },
        )
    }
}

impl Simulates for Cascade {
    fn step(&mut self) -> Result<bool> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Between) {
            Stage::Ties(mut ties) => {
                if ties.step() {
                    let (found, notes) = ties.finish();
                    let found = found?;
                    self.notes.extend(notes);
                    self.ties = found.used;
                    Stage::Runs(Box::new(self.run(found.influence)?))
                } else {
                    Stage::Ties(ties)
                }
            }
            Stage::Runs(mut runs) => match runs.step() {
                true => Stage::Done(Box::new(runs.finish())),
                false => Stage::Runs(runs),
            },
            ended => ended,
        };
        Ok(matches!(self.stage, Stage::Done(_)))
    }

    fn share_done(&self) -> f64 {
        match &self.stage {
            Stage::Ties(ties) => 0.3 * ties.share_done(),
            Stage::Runs(runs) => 0.3 + 0.7 * runs.share_done(),
            _ => 1.0,
        }
    }

    fn finish(self: Box<Self>, _: View<'_>) -> Result<Measured> {
        let Stage::Done(spread) = &self.stage else {
            return Err(ErrorKind::InvalidArgument { name: "simulate", given: String::new() }.into());
        };
        let elsewhere = (spread.mean - spread.by_community.iter().sum::<f64>()).max(0.0);
        let communities = told(&self.ground)
            .into_iter()
            .map(|(community, size)| Reached {
                community,
                size,
                members: self.members.iter().filter(|m| self.ground.community(**m) == community).count(),
                reached: community.map_or(elsewhere, |c| spread.by_community[c as usize]),
            })
            .collect();
        let known = |x: f64| (!x.is_nan()).then_some(x);
        let told = Told {
            kind: "cascade",
            spread: Estimate { value: spread.mean, low: known(spread.low), high: known(spread.high) },
            by_hop: spread.by_hop.clone(),
            communities,
            probabilities: self.ties,
            relative: self.ties.from == Source::WeightedCascade,
            runs: spread.runs,
        };
        let column = |values: &[u32]| values.iter().map(|v| f64::from(*v)).collect();
        let facts = facts(&told, self.notes)?;
        let measured = Measured::column("account", column(&self.replay.account))
            .and("by", column(&self.replay.by))
            .and("hop", column(&self.replay.hop));
        Ok(Measured { facts, ..measured })
    }
}
