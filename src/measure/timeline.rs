//! Communities through time: the span is cut into windows, each has its communities, and those are followed.

use super::{GraphChoice, Measured, Running, Subject, parsed};
use crate::error::{ErrorKind, Result};
use crate::graph::community::leiden::{self, Leiden};
use crate::graph::community::timeline::{History, NONE, Params, Presence, Timeline};
use crate::graph::steps::{Steps, run};
use crate::graph::{LayerWeights, Undirected, Window};
use crate::model::{Dataset, Millis};
use serde::Deserialize;
use serde_json::{Value, json};
use std::rc::Rc;

/// Windows at the most.
const MOST: usize = 104;

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct TimelineParams {
    /// Windows of equal length.
    windows: Option<usize>,
    resolution: Option<f64>,
    restarts: Option<usize>,
    seed: u64,
    jaccard: Option<f64>,
    containment: Option<f64>,
    growth: Option<f64>,
    min_size: Option<usize>,
}

/// `timeline`: the communities of each window and what becomes of them. Ties without a time are in no window.
pub(super) fn timeline(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: TimelineParams = parsed("params", params)?;
    let analysis = subject.analysis;
    let windows = given.windows.unwrap_or(6);
    if !(2..=MOST).contains(&windows) {
        return Err(ErrorKind::InvalidArgument { name: "windows", given: windows.to_string() }.into());
    }
    let asked = subject.choice.window(analysis.settings.window);
    let inside = |t: &Millis| asked.contains(Some(*t));
    let times = &analysis.data.ties.time;
    let (first, last) = times
        .known(analysis.data.ties.len())
        .filter(inside)
        .fold((Millis::MAX, Millis::MIN), |(first, last), t| (first.min(t), last.max(t)));
    let defaults = Params::default();
    Ok(Box::new(Windows {
        data: analysis.data.clone(),
        choice: subject.choice.clone(),
        weights: analysis.settings.ties.weights,
        bounds: if first <= last { bounds(first, last, windows) } else { Vec::new() },
        leiden: leiden::Params {
            resolution: given.resolution.unwrap_or(1.0),
            restarts: given.restarts.unwrap_or(1),
            seed: given.seed,
            ..leiden::Params::default()
        },
        params: Params {
            jaccard: given.jaccard.unwrap_or(defaults.jaccard),
            containment: given.containment.unwrap_or(defaults.containment),
            growth: given.growth.unwrap_or(defaults.growth),
            min_size: given.min_size.unwrap_or(defaults.min_size),
        },
        running: None,
        partitions: Vec::new(),
        failed: None,
    }))
}

/// Bounds of windows of equal length, the last one closed.
fn bounds(first: Millis, last: Millis, windows: usize) -> Vec<(Millis, Millis)> {
    let span = i128::from(last) - i128::from(first) + 1;
    let at = |k: usize| (i128::from(first) + span * k as i128 / windows as i128) as Millis;
    (0..windows).map(|k| (at(k), at(k + 1))).collect()
}

/// The windows, one Leiden after the other.
#[derive(Debug)]
struct Windows {
    data: Rc<Dataset>,
    choice: GraphChoice,
    weights: LayerWeights,
    bounds: Vec<(Millis, Millis)>,
    leiden: leiden::Params,
    params: Params,
    running: Option<(Leiden, Rc<Undirected>)>,
    partitions: Vec<Vec<u32>>,
    failed: Option<crate::error::Error>,
}

impl Windows {
    fn begin(&self, (from, to): (Millis, Millis)) -> Result<(Leiden, Rc<Undirected>)> {
        let window = Window { from: Some(from), to: Some(to) };
        let choice = GraphChoice { from: None, to: None, ..self.choice.clone() };
        let accounts = self.data.accounts.len();
        let graph = choice.build(accounts, &self.data.ties, &self.weights, window, to)?;
        let flat = Rc::new(Undirected::of(&graph)?);
        // From the communities of the window before, so that what lasts keeps its shape.
        let initial = self.partitions.last().cloned();
        Ok((Leiden::new(&flat, leiden::Params { initial, ..self.leiden.clone() })?, flat))
    }

    fn advance(&mut self) -> Result<bool> {
        let at = self.partitions.len();
        let Some(bounds) = self.bounds.get(at) else { return Ok(true) };
        let Some((leiden, _)) = &mut self.running else {
            self.running = Some(self.begin(*bounds)?);
            return Ok(false);
        };
        if leiden.step()
            && let Some((leiden, flat)) = self.running.take()
        {
            let mut of = leiden.finish()?.of;
            for (node, label) in of.iter_mut().enumerate() {
                if flat.degree(node) == 0 {
                    *label = NONE;
                }
            }
            self.partitions.push(of);
        }
        Ok(self.partitions.len() == self.bounds.len())
    }
}

impl Running for Windows {
    fn step(&mut self) -> bool {
        self.advance().unwrap_or_else(|error| {
            self.failed = Some(error);
            true
        })
    }

    fn share_done(&self) -> f64 {
        let begun = self.running.as_ref().map_or(0.0, |(leiden, _)| leiden.share_done());
        (self.partitions.len() as f64 + begun) / self.bounds.len().max(1) as f64
    }

    fn finish(self: Box<Self>) -> Result<Measured> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        let history = run(Timeline::new(self.partitions, self.params)?)?;
        Ok(told(&history, &self.bounds, self.data.accounts.len()))
    }
}

/// The history as columns (a window each; the first column is the last window) and facts.
fn told(history: &History, bounds: &[(Millis, Millis)], accounts: usize) -> Measured {
    let column = |of: &Vec<u32>| -> Vec<f64> {
        of.iter().map(|id| if *id == NONE { f64::NAN } else { f64::from(*id) }).collect()
    };
    let last = history.of.last().map_or_else(|| vec![f64::NAN; accounts], column);
    let mut measured = Measured::column("community", last);
    for (at, of) in history.of.iter().enumerate() {
        measured = measured.and(format!("window{at}"), column(of));
    }
    let present = |found: &Vec<Presence>| -> Value {
        found.iter().map(|p| json!({ "id": p.id, "size": p.size })).collect()
    };
    let windows: Vec<Value> = bounds
        .iter()
        .zip(&history.windows)
        .map(|((from, to), found)| json!({ "from": from, "to": to, "communities": present(found) }))
        .collect();
    let events: Vec<Value> = history
        .events
        .iter()
        .map(|e| json!({ "window": e.window, "change": e.change.name(), "before": e.before, "after": e.after }))
        .collect();
    measured.fact("communities", history.communities).fact("windows", windows).fact("events", events)
}
