//! The communities of a study: Leiden on the attention graph, and the place of every account among them.

use super::leiden::{self, Leiden};
use super::participation::{self, Participation};
use crate::error::Result;
use crate::graph::steps::Steps;
use crate::graph::{Graph, Undirected};
use crate::model::NONE;
use std::rc::Rc;

/// Communities of a study, and the place of every account among them.
#[derive(Debug, Clone, Default)]
pub struct Communities {
    /// Community of each account, numbered by size, largest first; [`NONE`] for an account without any tie.
    pub of: Vec<u32>,
    /// Accounts of each community.
    pub sizes: Vec<u32>,
    /// Modularity of the partition; NaN when no tie has a weight.
    pub modularity: f64,
    /// Within-module degree of each account, in standard deviations; NaN without a tie.
    pub z: Vec<f64>,
    /// Participation coefficient of each account, 0 to 1; NaN with fewer than five neighbours.
    pub participation: Vec<f64>,
}

/// Finds the [`Communities`] of a graph, in pieces: one run of Leiden at resolution 1, then participation and
/// within-module degree.
///
/// # Complexity
/// That of [`Leiden`] with a single run, plus a pass over the ties.
#[derive(Debug)]
pub struct FindCommunities {
    ties: Rc<Undirected>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Leiden(Box<Leiden>),
    Places(Box<leiden::Communities>, Box<Participation>),
    Done(Box<leiden::Communities>, participation::Places),
    Failed(crate::error::Error),
    /// While one stage becomes the next.
    Between,
}

impl FindCommunities {
    /// Prepares the search.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(graph: &Graph, seed: u64) -> Result<FindCommunities> {
        let ties = Rc::new(Undirected::of(graph)?);
        let params = leiden::Params { restarts: 1, seed, ..leiden::Params::default() };
        let stage = Stage::Leiden(Box::new(Leiden::new(&ties, params)?));
        Ok(FindCommunities { ties, stage })
    }

    fn places(&self, leiden: Leiden) -> Result<Stage> {
        let found = leiden.finish()?;
        let params = participation::Params::default();
        let places = Participation::new(&self.ties, found.of.clone(), &params)?;
        Ok(Stage::Places(Box::new(found), Box::new(places)))
    }
}

impl Steps for FindCommunities {
    type Output = Result<Communities>;

    fn step(&mut self) -> bool {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Between) {
            Stage::Leiden(mut leiden) => match leiden.step() {
                false => Stage::Leiden(leiden),
                true => self.places(*leiden).unwrap_or_else(Stage::Failed),
            },
            Stage::Places(found, mut places) => match places.step() {
                false => Stage::Places(found, places),
                true => places.finish().map_or_else(Stage::Failed, |places| Stage::Done(found, places)),
            },
            ended => ended,
        };
        matches!(self.stage, Stage::Done(..) | Stage::Failed(_))
    }

    fn share_done(&self) -> f64 {
        match &self.stage {
            Stage::Leiden(leiden) => 0.9 * leiden.share_done(),
            Stage::Places(_, places) => 0.9 + 0.1 * places.share_done(),
            _ => 1.0,
        }
    }

    fn finish(mut self) -> Result<Communities> {
        while !self.step() {}
        let (found, places) = match self.stage {
            Stage::Done(found, places) => (*found, places),
            Stage::Failed(error) => return Err(error),
            _ => return Ok(Communities::default()),
        };
        let mut communities = Communities {
            of: found.of,
            sizes: found.sizes,
            modularity: found.quality,
            z: places.within,
            participation: places.participation,
        };
        // Accounts without a tie are communities of one in the algorithm; for a reader they belong to none. They are
        // the last ones of the numbering, which goes by size.
        let alone = |account: usize| self.ties.degree(account) == 0;
        for account in (0..communities.of.len()).filter(|a| alone(*a)) {
            communities.of[account] = NONE;
            communities.z[account] = f64::NAN;
        }
        let named = communities.of.iter().filter(|c| **c != NONE).max().map_or(0, |c| *c as usize + 1);
        communities.sizes.truncate(named);
        Ok(communities)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_without_ties_belong_to_no_community() {
        // Two triangles, joined once, and two accounts that nobody knows, numbered in between.
        let (from, to): (Vec<u32>, Vec<u32>) =
            [(0, 1), (1, 3), (3, 0), (3, 4), (4, 6), (6, 7), (7, 4)].into_iter().unzip();
        let mut arcs: Vec<(u32, u32)> = from.into_iter().zip(to).collect();
        arcs.sort_unstable();
        let (from, to): (Vec<u32>, Vec<u32>) = arcs.into_iter().unzip();
        let graph = Graph::from_sorted(8, &from, to, vec![1.0; 7]).unwrap();
        let found = FindCommunities::new(&graph, 0).unwrap().finish().unwrap();
        assert_eq!(found.sizes, [3, 3]);
        assert_eq!(found.of[0], found.of[3]);
        assert_eq!(found.of[4], found.of[7]);
        assert_ne!(found.of[0], found.of[4]);
        assert_eq!((found.of[2], found.of[5]), (NONE, NONE));
        assert!(found.z[2].is_nan() && found.participation[2].is_nan());
        assert!(found.participation[3].is_nan() && found.modularity > 0.3, "three neighbours are too few");
    }

    #[test]
    fn a_graph_without_ties_has_no_community() {
        let graph = Graph::from_sorted(3, &[], vec![], vec![]).unwrap();
        let found = FindCommunities::new(&graph, 0).unwrap().finish().unwrap();
        assert_eq!((found.sizes.len(), found.of), (0, vec![NONE; 3]));
        assert!(found.modularity.is_nan());
    }
}
