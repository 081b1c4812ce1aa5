//! Projections of a study: accounts tied by what they have in common, or what goes with what.

use super::beside::Beside;
use super::incidence::{Object, Reading};
use super::{Measured, Subject};
use crate::error::{ErrorKind, Result};
use crate::graph::Window;
use crate::graph::projection::{
    CoAction, CoActionParams, Projected, Shared, SharedParams, Table, TwoModeParams, Weighting, two_mode,
};
use crate::graph::steps::Steps;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// What a projection is made of, as a caller says it: a name alone, or with parameters.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(from = "Said")]
pub struct Projection {
    asked: Asked,
}

/// What accounts have in common, or that they act together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Of {
    Hashtag,
    Link,
    Domain,
    Word,
    Repost,
    CoAction,
}

/// What is tied.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Onto {
    #[default]
    Accounts,
    Objects,
    /// Nothing: accounts and objects are shown side by side.
    Both,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Asked {
    of: Of,
    #[serde(default)]
    onto: Onto,
    /// For co-action: what is acted on.
    on: Option<Object>,
    weighting: Option<Weighting>,
    min_shared: Option<u32>,
    min_weight: Option<f64>,
    min_cosine: Option<f64>,
    max_degree: Option<usize>,
    /// For co-action, in seconds.
    window: Option<f64>,
    /// For both side by side: objects and accounts at the most.
    objects: Option<usize>,
    accounts: Option<usize>,
    #[serde(default)]
    seed: u64,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Said {
    Name(Of),
    Whole(Asked),
}

impl From<Said> for Projection {
    fn from(said: Said) -> Projection {
        let asked = match said {
            Said::Whole(asked) => asked,
            Said::Name(of) => Asked {
                of,
                onto: Onto::Accounts,
                on: None,
                weighting: None,
                min_shared: None,
                min_weight: None,
                min_cosine: None,
                max_degree: None,
                window: None,
                objects: None,
                accounts: None,
                seed: 0,
            },
        };
        Projection { asked }
    }
}

fn invalid<T>(name: &'static str, given: impl ToString) -> Result<T> {
    Err(ErrorKind::InvalidArgument { name, given: given.to_string() }.into())
}

impl Projection {
    /// Whether accounts are tied, and not objects.
    pub(super) fn ties_accounts(&self) -> bool {
        self.asked.onto == Onto::Accounts
    }

    fn object(&self) -> Object {
        match self.asked.of {
            Of::Hashtag => Object::Hashtag,
            Of::Link => Object::Link,
            Of::Domain => Object::Domain,
            Of::Word => Object::Word,
            Of::Repost => Object::Repost,
            Of::CoAction => self.asked.on.unwrap_or_default(),
        }
    }

    /// Refuses what does not go together.
    fn check(&self) -> Result<()> {
        let asked = &self.asked;
        let both = asked.onto == Onto::Both;
        if !both && (asked.objects.is_some() || asked.accounts.is_some()) {
            return invalid("onto", format!("{:?}", asked.onto).to_lowercase());
        }
        if both && (asked.weighting.is_some() || asked.min_weight.is_some() || asked.max_degree.is_some()) {
            return invalid("onto", "both");
        }
        if asked.of == Of::CoAction {
            if asked.onto != Onto::Accounts {
                return invalid("onto", format!("{:?}", asked.onto).to_lowercase());
            }
            if asked.weighting.is_some() || asked.min_weight.is_some() {
                return invalid("weighting", "coAction");
            }
        } else if asked.on.is_some() || asked.window.is_some() || asked.min_cosine.is_some() {
            return invalid("of", format!("{:?}", asked.of));
        }
        Ok(())
    }

    fn shared(&self) -> SharedParams {
        // Words of a subject: together more often than by chance, by five accounts or more.
        let defaults = match self.asked.onto {
            Onto::Accounts | Onto::Both => SharedParams::default(),
            Onto::Objects => SharedParams {
                weighting: Weighting::Npmi,
                min_shared: 5,
                min_weight: 0.3,
                ..SharedParams::default()
            },
        };
        let weighting = self.asked.weighting.unwrap_or(defaults.weighting);
        let min_weight = if weighting == defaults.weighting { defaults.min_weight } else { 0.0 };
        SharedParams {
            weighting,
            min_shared: self.asked.min_shared.unwrap_or(defaults.min_shared),
            min_weight: self.asked.min_weight.unwrap_or(min_weight),
            max_degree: self.asked.max_degree.unwrap_or(defaults.max_degree),
        }
    }

    fn side_by_side(&self) -> TwoModeParams {
        let defaults = TwoModeParams::default();
        TwoModeParams {
            objects: self.asked.objects.unwrap_or(defaults.objects),
            accounts: self.asked.accounts.unwrap_or(defaults.accounts),
            min_users: self.asked.min_shared.map_or(defaults.min_users, |least| least as usize),
        }
    }

    fn co_action(&self) -> Result<CoActionParams> {
        let defaults = CoActionParams::default();
        let seconds = self.asked.window.unwrap_or(60.0);
        if !(0.0..=31_536_000.0).contains(&seconds) {
            return invalid("window", seconds);
        }
        Ok(CoActionParams {
            window: (seconds * 1_000.0) as i64,
            min_shared: self.asked.min_shared.unwrap_or(defaults.min_shared),
            min_cosine: self.asked.min_cosine.unwrap_or(defaults.min_cosine),
            max_degree: self.asked.max_degree.unwrap_or(defaults.max_degree),
        })
    }
}

/// A projection under way.
#[derive(Debug)]
pub(super) struct Projecting {
    projection: Projection,
    reading: Reading,
    stage: Stage,
    uses: usize,
}

#[derive(Debug)]
enum Stage {
    Reading,
    Shared(Box<Shared>),
    CoAction(Box<CoAction>),
    Beside(Box<Beside>),
    Done(Projected),
}

impl Projecting {
    /// Prepares a projection of the posts inside a window.
    ///
    /// # Errors
    /// `argument.invalid` for parameters that are out of range or do not go together.
    pub(super) fn new(projection: Projection, window: Window) -> Result<Projecting> {
        projection.check()?;
        // What is out of range is said at once, not after all texts are read.
        Shared::new(Table::default(), projection.shared())?;
        CoAction::new(&Default::default(), projection.co_action()?)?;
        let reading = Reading::new(projection.object(), window);
        Ok(Projecting { projection, reading, stage: Stage::Reading, uses: 0 })
    }

    /// Does the next piece; returns whether all is done.
    ///
    /// # Errors
    /// `memory.exhausted`; `limit.reached`.
    pub(super) fn step(&mut self, subject: &Subject<'_>) -> Result<bool> {
        let data = &subject.analysis.data;
        match &mut self.stage {
            Stage::Reading => {
                if self.reading.step(data, subject.strings)? {
                    let incidence = self.reading.incidence(data);
                    self.uses = incidence.len();
                    self.stage = if self.projection.asked.of == Of::CoAction {
                        let params = self.projection.co_action()?;
                        Stage::CoAction(Box::new(CoAction::new(&incidence, params)?))
                    } else if self.projection.asked.onto == Onto::Both {
                        let found = two_mode(&Table::of(&incidence)?, &self.projection.side_by_side())?;
                        Stage::Beside(Box::new(Beside::new(found, self.projection.asked.seed)?))
                    } else {
                        let table = Table::of(&incidence)?;
                        let table = if self.projection.ties_accounts() { table } else { table.turned() };
                        Stage::Shared(Box::new(Shared::new(table, self.projection.shared())?))
                    };
                }
            }
            Stage::Shared(shared) => {
                if shared.step() {
                    self.end()?;
                }
            }
            Stage::CoAction(co_action) => {
                if co_action.step() {
                    self.end()?;
                }
            }
            Stage::Beside(beside) => return Ok(beside.step()),
            Stage::Done(_) => {}
        }
        Ok(matches!(self.stage, Stage::Done(_)))
    }

    fn end(&mut self) -> Result<()> {
        let projected = match std::mem::replace(&mut self.stage, Stage::Reading) {
            Stage::Shared(shared) => shared.finish()?,
            Stage::CoAction(co_action) => co_action.finish()?,
            Stage::Done(projected) => projected,
            Stage::Reading | Stage::Beside(_) => Projected::default(),
        };
        self.stage = Stage::Done(projected);
        Ok(())
    }

    pub(super) fn share_done(&self, subject: &Subject<'_>) -> f64 {
        match &self.stage {
            Stage::Reading => 0.6 * self.reading.share_done(&subject.analysis.data),
            Stage::Shared(shared) => 0.6 + 0.4 * shared.share_done(),
            Stage::CoAction(co_action) => 0.6 + 0.4 * co_action.share_done(),
            Stage::Beside(beside) => 0.6 + 0.4 * beside.share_done(),
            Stage::Done(_) => 1.0,
        }
    }

    /// The ties; none before the end.
    pub(super) fn ties(&self) -> Option<&Projected> {
        match &self.stage {
            Stage::Done(ties) => Some(ties),
            _ => None,
        }
    }

    /// What holds for the whole, for whoever reads the ties.
    pub(super) fn facts(&self, subject: &Subject<'_>) -> Map<String, Value> {
        let none = Projected::default();
        let ties = self.ties().unwrap_or(&none);
        let mut facts = Map::new();
        let mut set = |name: &str, value: Value| facts.insert(name.to_owned(), value);
        set("uses", self.uses.into());
        set("makers", ties.makers.into());
        set("leftOut", ties.left_out.into());
        set("ties", ties.len().into());
        if self.projection.ties_accounts() {
            let groups = ties.groups(subject.analysis.data.accounts.len());
            let threes = groups.iter().filter(|size| **size > 2).count();
            set("groups", json!({ "three": threes, "largest": groups.first().copied().unwrap_or(0) }));
        }
        facts
    }

    /// What was found as columns, with the names of objects where those are tied.
    pub(super) fn measured(&mut self, subject: &Subject<'_>) -> Measured {
        if let Stage::Beside(beside) = &mut self.stage {
            let name =
                |object: u32| self.reading.label(object as usize, &subject.analysis.data, subject.strings);
            return beside.measured(self.uses, name);
        }
        let none = Projected::default();
        let ties = self.ties().unwrap_or(&none);
        let (mut from, mut to) = (ties.from.clone(), ties.to.clone());
        let mut labels = Vec::new();
        if !self.projection.ties_accounts() {
            // Only objects with a tie are named, in their order.
            let mut named: Vec<u32> = from.iter().chain(&to).copied().collect();
            named.sort_unstable();
            named.dedup();
            for end in from.iter_mut().chain(&mut to) {
                *end = named.binary_search(end).unwrap_or_default() as u32;
            }
            let name =
                |object: &u32| self.reading.label(*object as usize, &subject.analysis.data, subject.strings);
            labels = named.iter().map(name).collect();
        }
        let column = |values: &[u32]| values.iter().map(|v| f64::from(*v)).collect();
        let real = |values: &[f32]| values.iter().map(|v| f64::from(*v)).collect();
        let mut measured = Measured::column("from", column(&from))
            .and("to", column(&to))
            .and("weight", real(&ties.weight))
            .and("shared", column(&ties.shared));
        if self.projection.asked.of == Of::CoAction {
            measured = measured.and("cosine", real(&ties.cosine));
        }
        measured.facts = self.facts(subject);
        measured.labels = labels;
        measured
    }
}
