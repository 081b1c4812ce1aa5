//! Where opinions settle after a message, and after the counter-message as well.

use super::{Simulates, facts, told};
use crate::diffusion::opinion::{Opinions, Params};
use crate::error::{ErrorKind, Result};
use crate::graph::steps::Steps;
use crate::measure::Measured;
use crate::query::View;
use crate::team::Note;
use crate::team::ground::Ground;
use serde::Serialize;
use std::rc::Rc;

/// Opinions under way: the message first, then both.
#[derive(Debug)]
pub struct Settling {
    ground: Rc<Ground>,
    first: Vec<f64>,
    counter: Vec<u32>,
    firm: Vec<bool>,
    stubbornness: Option<f64>,
    running: Option<Box<Opinions>>,
    /// Settled with the message, and with both.
    settled: Vec<Vec<f64>>,
    notes: Vec<Note>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    community: Option<u32>,
    size: u32,
    before: f64,
    after: f64,
    with_counter: Option<f64>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Mean {
    before: f64,
    after: f64,
    with_counter: Option<f64>,
}

#[derive(Debug, Serialize)]
struct Told {
    kind: &'static str,
    communities: Vec<Row>,
    mean: Mean,
}

impl Settling {
    /// Prepares both.
    ///
    /// # Errors
    /// `argument.invalid` for a stubbornness outside (0, 1]; `memory.exhausted`.
    pub fn new(
        ground: Rc<Ground>,
        message: &[u32],
        counter: &[u32],
        stubbornness: Option<f64>,
    ) -> Result<Settling> {
        let mut notes = Vec::new();
        let message = ground.known(message, &mut notes);
        let mut counter = ground.known(counter, &mut notes);
        if message.is_empty() {
            notes.push(Note::NoMembers);
        }
        if ground.attention.graph.arcs() == 0 {
            notes.push(Note::NoTies);
        }
        let both = counter.len();
        counter.retain(|account| !message.contains(account));
        if counter.len() < both {
            notes.push(Note::BothSides);
        }
        let n = ground.accounts();
        let (mut first, mut firm) = (vec![0.0; n], vec![false; n]);
        for account in &message {
            first[*account as usize] = 1.0;
            firm[*account as usize] = true;
        }
        let mut settling = Settling {
            ground,
            first,
            counter,
            firm,
            stubbornness,
            running: None,
            settled: Vec::new(),
            notes,
        };
        settling.begin()?;
        Ok(settling)
    }

    fn begin(&mut self) -> Result<()> {
        let params = Params::new(self.first.clone(), self.firm.clone(), self.stubbornness);
        self.running = Some(Box::new(Opinions::new(self.ground.attention.graph.clone(), params)?));
        Ok(())
    }

    /// Means over the accounts of a community, or over all where `None` is asked of all.
    fn mean(&self, values: &[f64], belongs: impl Fn(u32) -> bool) -> f64 {
        let (mut total, mut count) = (0.0, 0.0);
        for (account, value) in values.iter().enumerate() {
            if belongs(account as u32) {
                total += value;
                count += 1.0;
            }
        }
        if count > 0.0 { total / count } else { 0.0 }
    }
}

impl Simulates for Settling {
    fn step(&mut self) -> Result<bool> {
        let Some(mut running) = self.running.take() else { return Ok(true) };
        if !running.step() {
            self.running = Some(running);
            return Ok(false);
        }
        let settled = running.finish();
        if !settled.converged && !settled.values.is_empty() {
            self.notes.push(Note::NotSettled);
        }
        self.settled.push(settled.values);
        if self.settled.len() == 1 && !self.counter.is_empty() {
            for account in &self.counter {
                self.first[*account as usize] = -1.0;
                self.firm[*account as usize] = true;
            }
            self.begin()?;
            return Ok(false);
        }
        Ok(true)
    }

    fn share_done(&self) -> f64 {
        let runs = if self.counter.is_empty() { 1.0 } else { 2.0 };
        let now = self.running.as_ref().map_or(0.0, |running| running.share_done());
        ((self.settled.len() as f64 + now) / runs).min(1.0)
    }

    fn finish(self: Box<Self>, _: View<'_>) -> Result<Measured> {
        let Some(after) = self.settled.first() else {
            return Err(ErrorKind::InvalidArgument { name: "simulate", given: String::new() }.into());
        };
        let counter = self.settled.get(1);
        // Before it settles, only those who carry the message hold any opinion.
        let before: Vec<f64> = self.first.iter().map(|x| x.max(0.0)).collect();
        let communities = told(&self.ground)
            .into_iter()
            .map(|(community, size)| {
                let belongs = |account: u32| self.ground.community(account) == community;
                Row {
                    community,
                    size,
                    before: self.mean(&before, belongs),
                    after: self.mean(after, belongs),
                    with_counter: counter.map(|values| self.mean(values, belongs)),
                }
            })
            .collect();
        let mean = Mean {
            before: self.mean(&before, |_| true),
            after: self.mean(after, |_| true),
            with_counter: counter.map(|values| self.mean(values, |_| true)),
        };
        let told = Told { kind: "opinion", communities, mean };
        Ok(Measured { facts: facts(&told, self.notes)?, ..Measured::column("opinion", after.clone()) })
    }
}
