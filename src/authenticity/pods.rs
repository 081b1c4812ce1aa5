//! Signal 2, reciprocity: re-shares that are paid back, and dense groups of accounts that all re-share one another.
//!
//! Two parts, of which the stronger counts:
//! - the share of those who re-share the account whom it re-shares too, unusual above 20 % or twice what is usual in the
//!   data, whichever is more;
//! - membership of a pod: a connected part of the k-core, k ≥ 5, of the graph of mutual re-shares, in which more than
//!   half of all pairs are mutual.
//!
//! In the published log of re-shares about the Higgs boson 0.4 % of the arcs are mutual. Needs: re-shares or quotes with
//! names; where credit comes from replies, where being mutual is the rule, it cannot be told.
//!
//! # Source
//! Weerasinghe et al., *The pod people: understanding manipulation of social media popularity via reciprocity abuse*,
//! WWW 2020.

use super::group::{Group, largest_first};
use super::{Ground, Parts, ramp};
use crate::error::Result;
use crate::graph::column::filled;
use crate::graph::local::cores::Cores;
use crate::graph::steps::Steps;
use crate::graph::{Graph, Undirected};
use crate::model::NONE;
use std::rc::Rc;

/// Those who re-share below which their reciprocated share means nothing.
pub const MIN_ENGAGERS: u32 = 10;
/// Share of mutual re-shares above which it is unusual, at the least (opinion).
pub const THRESHOLD: f64 = 0.2;
/// Depth of core from which a group may be a pod.
pub const MIN_CORE: u32 = 5;
/// Density above which it is one.
pub const MIN_DENSITY: f64 = 0.5;

/// The threshold of the share in these data.
pub fn threshold(ground: &Ground) -> f64 {
    let usual = ground.usual_mutual;
    if usual.is_nan() { THRESHOLD } else { THRESHOLD.max(2.0 * usual).min(0.8) }
}

/// Share of those who re-share an account whom it re-shares too; NaN without any.
pub fn share(ground: &Ground, parts: &Parts<'_>, account: usize) -> f64 {
    let mutual = ground.engaged(parts, account).filter(|(_, arc)| ground.mutual[*arc]).count();
    mutual as f64 / f64::from(ground.engagers[account])
}

/// Strength; NaN cannot be told.
pub fn strength(ground: &Ground, parts: &Parts<'_>, account: usize, in_pod: bool) -> f64 {
    if in_pod {
        return 1.0;
    }
    if ground.engagers[account] < MIN_ENGAGERS {
        return f64::NAN;
    }
    let threshold = threshold(ground);
    ramp(share(ground, parts, account), 0.5 * threshold, 1.5 * threshold)
}

/// The search for pods, a level of the cores at a time.
#[derive(Debug)]
pub(super) struct Pods {
    stage: Stage,
    /// Pod of each account; [`NONE`].
    of: Vec<u32>,
    found: Vec<Group>,
}

#[derive(Debug)]
enum Stage {
    Start,
    Cores(Rc<Undirected>, Box<Cores>),
    Levels { graph: Rc<Undirected>, core: Vec<u32>, level: u32, seen: Vec<u32>, turn: u32 },
    Done,
}

impl Pods {
    pub(super) fn new(accounts: usize) -> Result<Pods> {
        Ok(Pods { stage: Stage::Start, of: filled(NONE, accounts)?, found: Vec::new() })
    }

    /// Does the next piece; returns whether all is done.
    pub(super) fn step(&mut self, ground: &Ground, parts: &Parts<'_>) -> Result<bool> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Start => {
                let graph = Rc::new(mutual_graph(ground, parts)?);
                if graph.ties() < (MIN_CORE * (MIN_CORE + 1) / 2) as usize {
                    Stage::Done
                } else {
                    Stage::Cores(graph.clone(), Box::new(Cores::new(graph)?))
                }
            }
            Stage::Cores(graph, mut cores) => {
                if cores.step() {
                    let seen = filled(0, graph.nodes())?;
                    Stage::Levels { graph, core: cores.finish(), level: MIN_CORE, seen, turn: 1 }
                } else {
                    Stage::Cores(graph, cores)
                }
            }
            Stage::Levels { graph, core, level, mut seen, turn } => {
                if self.level(&graph, &core, level, &mut seen, turn) {
                    // A group too loose at this depth may hold a dense one further down.
                    let level = (level + level / 3).max(level + 1);
                    Stage::Levels { graph, core, level, seen, turn: turn + 1 }
                } else {
                    Stage::Done
                }
            }
            Stage::Done => Stage::Done,
        };
        Ok(matches!(self.stage, Stage::Done))
    }

    /// Looks at the connected parts of one core; returns whether any was left that is not dense.
    fn level(&mut self, graph: &Undirected, core: &[u32], level: u32, seen: &mut [u32], turn: u32) -> bool {
        let mut loose = false;
        let mut queue = Vec::new();
        for first in 0..graph.nodes() {
            let inside = |node: usize| core[node] >= level;
            if !inside(first) || seen[first] == turn || self.of[first] != NONE {
                continue;
            }
            queue.clear();
            queue.push(first as u32);
            seen[first] = turn;
            let (mut at, mut ends) = (0, 0_u64);
            while at < queue.len() {
                for other in graph.neighbours(queue[at] as usize) {
                    if inside(*other as usize) && self.of[*other as usize] == NONE {
                        ends += 1;
                        if seen[*other as usize] != turn {
                            seen[*other as usize] = turn;
                            queue.push(*other);
                        }
                    }
                }
                at += 1;
            }
            let n = queue.len() as f64;
            let density = ends as f64 / (n * (n - 1.0)).max(1.0);
            if density > MIN_DENSITY {
                queue.sort_unstable();
                for member in &queue {
                    self.of[*member as usize] = self.found.len() as u32;
                }
                self.found.push(Group { accounts: queue.clone(), ties: (ends / 2) as u32, density });
            } else {
                loose = true;
            }
        }
        loose
    }

    /// The pods, largest first, and the pod of each account.
    pub(super) fn finish(self) -> (Vec<Group>, Vec<u32>) {
        largest_first(self.found, self.of)
    }
}

/// The graph of mutual re-shares.
fn mutual_graph(ground: &Ground, parts: &Parts<'_>) -> Result<Undirected> {
    let graph = &parts.attention.graph;
    let arcs = || (0..graph.arcs()).filter(|arc| ground.mutual[*arc]);
    let from: Vec<u32> = arcs().map(|arc| parts.attention.from[arc]).collect();
    let to: Vec<u32> = arcs().map(|arc| graph.out_to[arc]).collect();
    let weight = vec![1.0; to.len()];
    Undirected::counting(&Graph::from_sorted(graph.nodes(), &from, to, weight)?)
}
