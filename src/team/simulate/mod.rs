//! What would happen: a cascade step by step, a sweep of thresholds, or where opinions settle.

mod cascade;
mod opinion;
mod threshold;

use super::Note;
use super::ground::Ground;
use super::options::{DiffusionModel, MESSAGES, Probabilities, Whom, check_hops, check_messages, need};
use super::outcome::Reached;
use crate::error::{ErrorKind, Result};
use crate::measure::Measured;
use crate::query::View;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;
use std::rc::Rc;

/// Runs at the most of a simulation.
const MOST_RUNS: usize = 100_000;
/// Communities told of, beside the accounts in none.
const COMMUNITIES: usize = 30;

/// What is to be simulated.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum SimulateOptions {
    /// A cascade step by step, and what it reaches over many runs.
    Cascade {
        /// Who begins, by index.
        members: Vec<u32>,
        /// Independent cascade or linear threshold.
        #[serde(default)]
        model: DiffusionModel,
        /// The probabilities.
        #[serde(default)]
        probabilities: Probabilities,
        /// Who is worth reaching.
        #[serde(default)]
        audience: Whom,
        /// Steps at the most; `None`: as far as it goes.
        #[serde(default = "three")]
        hops: Option<u32>,
        /// Messages that each member publishes.
        #[serde(default = "campaign")]
        messages: u32,
        /// Runs that the mean is taken of.
        #[serde(default = "thousand")]
        runs: usize,
        /// Seed; that of the settings by default.
        #[serde(default)]
        seed: Option<u64>,
    },
    /// Threshold cascades.
    Threshold {
        /// Who begins.
        members: Vec<u32>,
        /// Seed of the random teams; that of the settings by default.
        #[serde(default)]
        seed: Option<u64>,
    },
    /// Settled opinions.
    Opinion {
        /// Who carries the message.
        message: Vec<u32>,
        /// Who carries the counter-message.
        #[serde(default)]
        counter: Vec<u32>,
        /// How much of its own opinion everybody keeps.
        #[serde(default)]
        stubbornness: Option<f64>,
    },
}

fn three() -> Option<u32> {
    Some(3)
}

fn campaign() -> u32 {
    MESSAGES
}

fn thousand() -> usize {
    1_000
}

/// A simulation under way.
trait Simulates: fmt::Debug {
    /// Does the next piece; returns whether all is done.
    fn step(&mut self) -> Result<bool>;
    /// Share of the work done.
    fn share_done(&self) -> f64;
    /// The result.
    fn finish(self: Box<Self>, view: View<'_>) -> Result<Measured>;
}

/// Simulates, a piece at a time.
#[derive(Debug)]
pub struct SimulateTask {
    running: Box<dyn Simulates>,
}

impl SimulateTask {
    /// Begins a simulation on a finished analysis.
    ///
    /// # Errors
    /// `argument.invalid` for options that cannot be; `memory.exhausted`.
    pub fn begin(options: Value, view: View<'_>) -> Result<SimulateTask> {
        let options: SimulateOptions = serde_json::from_value(options)
            .map_err(|error| ErrorKind::InvalidArgument { name: "options", given: error.to_string() })?;
        let ground = Rc::new(Ground::of(view));
        let running: Box<dyn Simulates> = match options {
            SimulateOptions::Cascade {
                members,
                model,
                probabilities,
                audience,
                hops,
                messages,
                runs,
                seed,
            } => {
                check_hops(hops)?;
                check_messages(messages)?;
                need((1..=MOST_RUNS).contains(&runs), "runs", runs)?;
                let linear = model == DiffusionModel::LinearThreshold;
                let asked = cascade::Asked {
                    members,
                    linear,
                    probabilities,
                    audience,
                    hops: hops.filter(|_| !linear),
                    messages,
                    runs,
                    seed: seed.unwrap_or(ground.seed),
                };
                Box::new(cascade::Cascade::new(ground, asked))
            }
            SimulateOptions::Threshold { members, seed } => {
                let seed = seed.unwrap_or(ground.seed);
                Box::new(threshold::Sweep::new(ground, &members, seed)?)
            }
            SimulateOptions::Opinion { message, counter, stubbornness } => {
                Box::new(opinion::Settling::new(ground, &message, &counter, stubbornness)?)
            }
        };
        Ok(SimulateTask { running })
    }

    /// Does the next piece; returns whether all is done.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn step(&mut self) -> Result<bool> {
        self.running.step()
    }

    /// Share of the work done, 0 to 1.
    pub fn share_done(&self) -> f64 {
        self.running.share_done()
    }

    /// The result, as a measure.
    ///
    /// # Errors
    /// `argument.invalid` before the end.
    pub fn finish(self, view: View<'_>) -> Result<Measured> {
        self.running.finish(view)
    }
}

/// The communities that are told of, with their sizes: the largest, and the accounts in none where there are any.
fn told(ground: &Ground) -> Vec<(Option<u32>, u32)> {
    let (_, sizes) = ground.communities();
    let mut told: Vec<(Option<u32>, u32)> =
        sizes.iter().take(COMMUNITIES).enumerate().map(|(at, size)| (Some(at as u32), *size)).collect();
    let none = ground.accounts() as u32 - sizes.iter().sum::<u32>();
    if none > 0 {
        told.push((None, none));
    }
    told
}

/// What is told as facts.
fn facts(told: &impl Serialize, mut notes: Vec<Note>) -> Result<serde_json::Map<String, Value>> {
    notes.sort_unstable();
    notes.dedup();
    let mut facts = match serde_json::to_value(told) {
        Ok(Value::Object(facts)) => facts,
        _ => return Err(ErrorKind::InvalidArgument { name: "simulate", given: String::new() }.into()),
    };
    facts.insert("notes".to_owned(), notes.iter().map(|note| note.code()).collect());
    Ok(facts)
}
