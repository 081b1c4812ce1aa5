//! The overview under way.

use super::activity::{Activity, Counting};
use super::languages::{Languages, Listening};
use super::themes::{Gathering, Themes};
use super::voice::{Hearing, Voice};
use crate::error::{ErrorKind, Result};
use crate::measure::Measured;
use crate::query::View;
use serde::Serialize;
use serde_json::Value;

/// Posts looked at in one step of the second pass.
const STEP: usize = 1 << 16;
/// Where each stage begins, as a share of the work.
const BEGINS: [f64; 3] = [0.0, 0.1, 0.25];

/// An overview under way, a piece at a time; the study is handed in at each step.
#[derive(Debug)]
pub struct OverviewTask {
    stage: Stage,
    account: usize,
    listening: Listening,
    hearing: Hearing,
    share: f64,
    out: Overview,
}

#[derive(Debug)]
enum Stage {
    Activity(Box<Counting>),
    Posts,
    Themes(Box<Gathering>),
    Done,
}

/// What is told.
#[derive(Debug, Default, Serialize)]
struct Overview {
    activity: Option<Activity>,
    languages: Option<Languages>,
    themes: Option<Themes>,
    voice: Option<Voice>,
}

impl OverviewTask {
    /// Begins on a finished analysis. There is nothing to choose: `params` is empty.
    ///
    /// # Errors
    /// `argument.invalid` for a parameter; `memory.exhausted`.
    pub fn begin(params: Value, view: View<'_>) -> Result<OverviewTask> {
        match params {
            Value::Null => {}
            Value::Object(members) if members.is_empty() => {}
            other => {
                return Err(ErrorKind::InvalidArgument { name: "params", given: other.to_string() }.into());
            }
        }
        Ok(OverviewTask {
            stage: Stage::Activity(Box::new(Counting::new(view.analysis)?)),
            account: 0,
            listening: Listening::default(),
            hearing: Hearing::new(view.analysis, view.strings)?,
            share: 0.0,
            out: Overview::default(),
        })
    }

    /// Does the next piece; returns whether all is done.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn step(&mut self, view: View<'_>) -> Result<bool> {
        let (analysis, accounts) = (view.analysis, view.analysis.data.accounts.len());
        let within = |stage: usize, done: f64| {
            let next = BEGINS.get(stage + 1).copied().unwrap_or(1.0);
            BEGINS[stage] + (next - BEGINS[stage]) * done
        };
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Activity(mut counting) => match counting.step(&analysis.data, analysis.window()) {
                false => {
                    self.share = within(0, counting.share_done(&analysis.data));
                    Stage::Activity(counting)
                }
                true => {
                    self.out.activity = Some(counting.finish());
                    Stage::Posts
                }
            },
            Stage::Posts => {
                let mut posts = 0;
                while posts < STEP && self.account < accounts {
                    self.listening.account(analysis, self.account, analysis.window());
                    self.hearing.account(analysis, self.account);
                    posts += analysis.data.posts.of(self.account).len() + 1;
                    self.account += 1;
                }
                if self.account < accounts {
                    self.share = within(1, self.account as f64 / accounts as f64);
                    Stage::Posts
                } else {
                    Stage::Themes(Box::new(Gathering::new(analysis)))
                }
            }
            Stage::Themes(mut gathering) => match gathering.step(analysis, view.strings)? {
                false => {
                    self.share = within(2, gathering.share_done(accounts));
                    Stage::Themes(gathering)
                }
                true => {
                    self.out.themes = Some(gathering.finish(analysis));
                    Stage::Done
                }
            },
            Stage::Done => Stage::Done,
        };
        Ok(matches!(self.stage, Stage::Done))
    }

    /// Share of the work done, 0 to 1.
    pub fn share_done(&self) -> f64 {
        self.share
    }

    /// The result; what is not there yet is `null`.
    ///
    /// # Errors
    /// `argument.invalid` where it cannot be told, which does not happen.
    pub fn finish(mut self, view: View<'_>) -> Result<Measured> {
        self.out.languages = Some(self.listening.finish());
        self.out.voice = Some(self.hearing.finish(view.analysis));
        let told = serde_json::to_value(&self.out);
        let facts = told.ok().and_then(|told| match told {
            Value::Object(facts) => Some(facts),
            _ => None,
        });
        let facts = facts
            .ok_or_else(|| ErrorKind::InvalidArgument { name: "measure", given: "overview".to_owned() })?;
        Ok(Measured { facts, ..Measured::default() })
    }
}
