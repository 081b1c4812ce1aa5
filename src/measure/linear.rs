//! Measures that are the fixed point of a linear map: who is recognised by the recognised.

use super::running::drive;
use super::{Measured, Running, Subject, parsed};
use crate::error::Result;
use crate::graph::Graph;
use crate::graph::pagerank::{PageRank, Params};
use crate::graph::steps::Steps;
use serde::Deserialize;
use serde_json::Value;
use std::rc::Rc;

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct PageRankParams {
    damping: Option<f64>,
    tolerance: Option<f64>,
    max_iterations: Option<usize>,
    /// Handles to start walks from; everywhere by default.
    seeds: Vec<String>,
}

/// `pagerank`.
pub(super) fn pagerank(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: PageRankParams = parsed("params", params)?;
    let graph = subject.graph()?;
    let defaults = Params::default();
    let teleport = match &given.seeds[..] {
        [] => None,
        seeds => {
            let mut teleport = vec![0.0; graph.nodes()];
            for seed in subject.accounts(seeds)? {
                teleport[seed] = 1.0;
            }
            Some(teleport)
        }
    };
    let params = Params {
        damping: given.damping.unwrap_or(defaults.damping),
        tolerance: given.tolerance.unwrap_or(defaults.tolerance),
        max_iterations: given.max_iterations.unwrap_or(defaults.max_iterations),
        teleport,
    };
    let walk = Walk { iteration: PageRank::new(&graph, params)?, graph };
    Ok(drive(walk, |iteration| {
        let (iterations, moved) = (iteration.iterations(), iteration.moved);
        Ok(Measured::column("pagerank", iteration.finish())
            .fact("iterations", iterations)
            .fact("lastStep", moved))
    }))
}

/// PageRank with its graph.
struct Walk {
    graph: Rc<Graph>,
    iteration: PageRank,
}

impl Steps for Walk {
    type Output = PageRank;

    fn step(&mut self) -> bool {
        self.iteration.step(&self.graph)
    }

    fn share_done(&self) -> f64 {
        self.iteration.share_done()
    }

    fn finish(self) -> PageRank {
        self.iteration
    }
}
