//! A map of the accounts: places at which those that share ties lie together.

use super::running::drive;
use super::{Measured, Running, Subject, parsed};
use crate::error::{ErrorKind, Result};
use crate::graph::Undirected;
use crate::graph::community::leiden::{self, Leiden};
use crate::graph::layout::{ForceAtlas2, Layout, Params, Start, among};
use crate::graph::steps::Steps;
use serde::Deserialize;
use serde_json::Value;
use std::rc::Rc;

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct LayoutParams {
    iterations: Option<usize>,
    tolerance: Option<f64>,
    seed: u64,
    gravity: Option<f64>,
    strong_gravity: Option<bool>,
    scaling: Option<f64>,
    lin_log: bool,
    dissuade_hubs: bool,
    weight_influence: Option<f64>,
    theta: Option<f64>,
    /// Whether to begin with communities side by side.
    communities: bool,
    /// Accounts to draw, by index; all by default.
    accounts: Option<Vec<u32>>,
    /// An earlier map to go on from, in account order.
    start: Option<Places>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Places {
    x: Vec<Option<f32>>,
    y: Vec<Option<f32>>,
}

/// `layout`: columns `x` and `y`, within −1 and 1; unknown for accounts that were not asked for.
pub(super) fn layout(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: LayoutParams = parsed("params", params)?;
    let defaults = Params::default();
    let params = Params {
        max_iterations: given.iterations.unwrap_or(defaults.max_iterations),
        tolerance: given.tolerance.unwrap_or(defaults.tolerance),
        seed: given.seed,
        scaling: given.scaling.unwrap_or(defaults.scaling),
        gravity: given.gravity.unwrap_or(defaults.gravity),
        strong_gravity: given.strong_gravity.unwrap_or(defaults.strong_gravity),
        lin_log: given.lin_log,
        dissuade_hubs: given.dissuade_hubs,
        weight_influence: given.weight_influence.unwrap_or(defaults.weight_influence),
        theta: given.theta.unwrap_or(defaults.theta),
    };
    let whole = subject.flat()?;
    let all = whole.nodes();
    let (graph, drawn) = match given.accounts {
        None => (whole, None),
        Some(asked) => {
            let asked = distinct(asked, all)?;
            (Rc::new(among(&whole, &asked)?), Some(asked))
        }
    };
    let places = given.start.map(|places| {
        let each = |node: usize| {
            let at = drawn.as_ref().map_or(node, |drawn| drawn[node] as usize);
            let coordinate = |of: &[Option<f32>]| of.get(at).copied().flatten().unwrap_or(f32::NAN);
            [coordinate(&places.x), coordinate(&places.y)]
        };
        Start::Given((0..graph.nodes()).map(each).collect())
    });
    let stage = match places {
        None if given.communities => {
            let communities = leiden::Params { restarts: 1, seed: given.seed, ..leiden::Params::default() };
            // Checked here: by then it would be too late to say so.
            ForceAtlas2::new(&Undirected::default(), &Start::Scattered, params.clone())?;
            Stage::Communities(Box::new(Leiden::new(&graph, communities)?))
        }
        places => {
            Stage::Places(Box::new(ForceAtlas2::new(&graph, &places.unwrap_or_default(), params.clone())?))
        }
    };
    Ok(drive(Drawing { graph, params, stage }, move |map| {
        let map = map?;
        let column = |values: &[f32]| match &drawn {
            None => values.iter().map(|v| f64::from(*v)).collect(),
            Some(drawn) => {
                let mut column = vec![f64::NAN; all];
                for (account, value) in drawn.iter().zip(values) {
                    column[*account as usize] = f64::from(*value);
                }
                column
            }
        };
        Ok(Measured::column("x", column(&map.x))
            .and("y", column(&map.y))
            .fact("iterations", map.iterations)
            .fact("settled", map.settled)
            .fact("lastStep", map.moved))
    }))
}

/// Accounts without those named before.
pub(super) fn distinct(mut asked: Vec<u32>, all: usize) -> Result<Vec<u32>> {
    let mut seen = vec![false; all];
    for account in &asked {
        if *account as usize >= all {
            return Err(ErrorKind::AccountUnknown { asked: account.to_string() }.into());
        }
    }
    asked.retain(|account| !std::mem::replace(&mut seen[*account as usize], true));
    Ok(asked)
}

/// A map under way: communities first, where it begins with them.
struct Drawing {
    graph: Rc<Undirected>,
    params: Params,
    stage: Stage,
}

enum Stage {
    Communities(Box<Leiden>),
    Places(Box<ForceAtlas2>),
    Failed(crate::error::Error),
}

impl Drawing {
    fn next(&mut self, found: Result<leiden::Communities>) -> Result<ForceAtlas2> {
        ForceAtlas2::new(&self.graph, &Start::Groups(found?.of), self.params.clone())
    }
}

impl Steps for Drawing {
    type Output = Result<Layout>;

    fn step(&mut self) -> bool {
        match &mut self.stage {
            Stage::Communities(leiden) => {
                if leiden.step() {
                    let placeholder = Stage::Failed(ErrorKind::NotAnalysed.into());
                    if let Stage::Communities(leiden) = std::mem::replace(&mut self.stage, placeholder) {
                        self.stage = match self.next(leiden.finish()) {
                            Ok(layout) => Stage::Places(Box::new(layout)),
                            Err(error) => Stage::Failed(error),
                        };
                    }
                }
                false
            }
            Stage::Places(layout) => layout.step(),
            Stage::Failed(_) => true,
        }
    }

    fn share_done(&self) -> f64 {
        match &self.stage {
            Stage::Communities(leiden) => 0.5 * leiden.share_done(),
            Stage::Places(layout) => 0.5 + 0.5 * layout.share_done(),
            Stage::Failed(_) => 1.0,
        }
    }

    fn finish(self) -> Result<Layout> {
        match self.stage {
            Stage::Places(layout) => Ok(layout.finish()),
            // Not at its end: every account in its first place.
            Stage::Communities(_) => {
                ForceAtlas2::new(&self.graph, &Start::Scattered, self.params).map(Steps::finish)
            }
            Stage::Failed(error) => Err(error),
        }
    }
}
