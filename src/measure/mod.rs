//! Graph measures by name: what `study.measure(name, params)` answers.
//!
//! Each measure chooses its graph ([`GraphChoice`]), reads its parameters, and runs in pieces. A result is one number
//! an account in one or more columns (NaN is unknown), and facts about the whole: iterations, error bounds, modularity.

mod beside;
mod choice;
mod community;
mod incidence;
mod linear;
mod local;
mod map;
mod paths;
mod project;
mod running;
mod shared;
mod strongest;
mod structure;
mod subject;
mod task;
mod timeline;

pub use choice::GraphChoice;
pub use project::Projection;
pub use running::Running;
pub use shared::{Helper, Job, Offer, Shares};
pub use structure::no_params;
pub use subject::{Graphs, Subject};
pub use task::Task;

use crate::error::{ErrorKind, Result};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// The result of a measure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measured {
    /// Columns in account order; the first is the measure itself.
    pub columns: Vec<(Cow<'static, str>, Vec<f64>)>,
    /// What holds for the whole.
    pub facts: Map<String, Value>,
    /// Names of what is tied, where a projection ties other things than accounts.
    pub labels: Vec<String>,
}

impl Measured {
    /// A result of one column.
    pub(crate) fn column(name: &'static str, values: Vec<f64>) -> Measured {
        Measured { columns: vec![(name.into(), values)], facts: Map::new(), labels: Vec::new() }
    }

    /// With one more column.
    #[must_use]
    pub(crate) fn and(mut self, name: impl Into<Cow<'static, str>>, values: Vec<f64>) -> Measured {
        self.columns.push((name.into(), values));
        self
    }

    /// With one more fact. A number that is not finite is unknown: `null`.
    #[must_use]
    pub(crate) fn fact(mut self, name: &str, value: impl Into<Value>) -> Measured {
        self.facts.insert(name.to_owned(), value.into());
        self
    }
}

/// How a measure begins: with its parameters, on a study.
type Begin = fn(Value, &mut Subject<'_>) -> Result<Box<dyn Running>>;

/// Whether a measure with such parameters is taken of the undirected view.
fn is_flat(name: &str, params: &Value) -> bool {
    let given = |member: &str| params.get(member).is_some_and(|given| *given == Value::Bool(true));
    match name {
        "core" | "constraint" | "assortativity" | "degree" | "leiden" | "layout" | "ties" => true,
        "clustering" => !given("directed"),
        "betweenness" | "harmonic" | "reach" | "distance" => given("undirected"),
        _ => false,
    }
}

/// Every measure.
const MEASURES: &[(&str, Begin)] = &[
    // Linear.
    ("pagerank", linear::pagerank),
    ("katz", linear::katz),
    ("hubbell", linear::hubbell),
    ("socialPower", linear::social_power),
    ("hits", linear::hits),
    // Shortest paths.
    ("betweenness", paths::betweenness),
    ("harmonic", paths::harmonic),
    ("reach", paths::reach),
    ("distance", paths::distance),
    // Communities.
    ("leiden", community::leiden),
    ("labelPropagation", community::label_propagation),
    ("timeline", timeline::timeline),
    // Local structure.
    ("core", local::core),
    ("clustering", local::clustering),
    ("constraint", local::constraint),
    ("reciprocity", local::reciprocity),
    ("assortativity", local::assortativity),
    ("strongComponent", local::strong_component),
    // A map.
    ("layout", map::layout),
    ("ties", strongest::ties),
    // The graph as it stands.
    ("degree", structure::degree),
    ("component", structure::component),
];

/// Names of the measures.
pub fn names() -> impl Iterator<Item = &'static str> {
    MEASURES.iter().map(|(name, _)| *name)
}

/// Begins a measure. `params` is an object; its member `graph` is a [`GraphChoice`], the others are the measure's own.
///
/// # Errors
/// `argument.invalid` for an unknown name or parameter, or a value out of range; `account.unknown` for a handle that
/// nobody has; `memory.exhausted`.
pub fn begin(name: &str, params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let (begin, mut params) = check(name, &params)?;
    subject.choice = match params.remove("graph") {
        None | Some(Value::Null) => GraphChoice::default(),
        Some(choice) => parsed("graph", choice)?,
    };
    begin(Value::Object(params), subject)
}

/// The measure of a name, and its parameters as an object.
fn check(name: &str, params: &Value) -> Result<(Begin, Map<String, Value>)> {
    let found = MEASURES.iter().find(|(known, _)| *known == name);
    let (_, begin) =
        found.ok_or_else(|| ErrorKind::InvalidArgument { name: "measure", given: name.to_owned() })?;
    Ok((*begin, members(params)?))
}

/// Parameters as an object: nothing is none of them.
fn members(params: &Value) -> Result<Map<String, Value>> {
    match params {
        Value::Null => Ok(Map::new()),
        Value::Object(members) => Ok(members.clone()),
        other => Err(ErrorKind::InvalidArgument { name: "params", given: other.to_string() }.into()),
    }
}

/// Parameters from their JSON.
fn parsed<T: DeserializeOwned>(name: &'static str, value: Value) -> Result<T> {
    serde_json::from_value(value)
        .map_err(|error| ErrorKind::InvalidArgument { name, given: error.to_string() }.into())
}
