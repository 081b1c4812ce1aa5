//! The choice of a team with a bound on the best possible (OPIM-C).

use super::{Estimate, Influence, Model, Targets};
use crate::error::Result;
use crate::graph::steps::Steps;
use std::rc::Rc;

/// What the choice may do.
#[derive(Debug, Clone)]
pub struct Choosing<'a> {
    /// Members at the most; must-haves beyond it stay.
    pub size: usize,
    /// Cost of the team at the most. Without `costs` everybody costs 1.
    pub budget: Option<f64>,
    /// What each node costs. Unknown (`NaN`): never chosen under a budget. Zero or negative: for nothing.
    pub costs: Option<&'a [f64]>,
    /// Who may be chosen; `None`: everybody.
    pub candidates: Option<&'a [bool]>,
    /// Who is in whatever it costs, in this order, before anybody is chosen.
    pub must_have: &'a [u32],
    /// The community of each node ([`super::NONE`]: none, without a cap) and members of one at the most.
    pub caps: Option<(&'a [u32], usize)>,
    /// Whose message is out already. Whom they reach first, or at the same step, they have.
    pub competitors: &'a [u32],
    /// Seed of the random streams.
    pub seed: u64,
    /// How far from 1 − 1/e the first certificate may be.
    pub epsilon: f64,
    /// Probability that a bound fails; `None`: 1 / nodes.
    pub delta: Option<f64>,
}

impl Default for Choosing<'_> {
    fn default() -> Self {
        Choosing {
            size: 10,
            budget: None,
            costs: None,
            candidates: None,
            must_have: &[],
            caps: None,
            competitors: &[],
            seed: 0,
            epsilon: 0.1,
            delta: None,
        }
    }
}

/// Which greedy rule found the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The most gain for its cost first.
    Ratio,
    /// The best single member that can be paid.
    Singleton,
    /// The most gain first, whatever it costs, as long as it can be paid.
    Uniform,
}

/// A team.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// The members in the order of choice, must-haves first.
    pub seeds: Vec<u32>,
    /// What each adds to those before; they add up to `spread`.
    pub gains: Vec<f64>,
    /// Weight reached in the mean, estimated from sets that had no part in the choice.
    pub spread: f64,
    /// Lower bound of the team's spread.
    pub spread_low: f64,
    /// Upper bound of the spread of the best possible team.
    pub spread_high: f64,
    /// `spread_low / spread_high`: the team reaches at least this share of the best possible.
    pub guarantee: f64,
    /// Reverse-reachable sets in each of the two collections.
    pub sets: usize,
    /// What the team costs: `NaN` where a cost is unknown, members where there are no costs.
    pub cost: f64,
    /// The rule that found it.
    pub way: Way,
}

/// OPIM-C.
#[derive(Debug)]
pub struct Opim {}

impl Opim {
    /// Prepares the choice.
    ///
    /// # Errors
    /// `argument.invalid` for columns of another length or ε outside (0, 1); `memory.exhausted`.
    pub fn new(
        _influence: Rc<Influence>,
        _model: Model,
        _targets: Targets<'_>,
        _choosing: &Choosing<'_>,
    ) -> Result<Opim> {
        todo!()
    }

    /// Whether the guarantee of the last finished round is 1 − 1/e − ε or more.
    pub fn certified(&self) -> bool {
        todo!()
    }

    /// Begins another round, of twice the sets, after [`Steps::step`] has said that all is done; `false` where none
    /// is left. A driver with time goes on with it: `while time && opim.go_on() { while time && !opim.step() {} }`,
    /// and takes [`Opim::chosen`], which is that of the last finished round.
    pub fn go_on(&mut self) -> bool {
        todo!()
    }

    /// The team of the last finished round; without members and of guarantee 0 before the first.
    pub fn chosen(&self) -> Chosen {
        todo!()
    }

    /// Spread of any team.
    pub fn evaluate(&self, _seeds: &[u32]) -> Estimate {
        todo!()
    }

    /// What each of a team reaches by itself.
    pub fn alone(&self, _seeds: &[u32]) -> Vec<f64> {
        todo!()
    }

    /// What each of a team reaches and no other member does.
    pub fn unique(&self, _seeds: &[u32]) -> Vec<f64> {
        todo!()
    }

    /// k × k by rows: of those whom the row's member reaches, the share that the column's member reaches too (1 on
    /// the diagonal; `NaN` in the row of a member who reaches nobody).
    pub fn overlap(&self, _seeds: &[u32]) -> Vec<f64> {
        todo!()
    }

    /// What a team reaches in each of `count` communities, `of` being the community of each node.
    pub fn reached_in(&self, _seeds: &[u32], _of: &[u32], _count: usize) -> Vec<f64> {
        todo!()
    }

    /// The most that all candidates together could reach.
    pub fn reachable(&self) -> f64 {
        todo!()
    }

    /// The best team under the same rules, found by trying all, where that takes no more than `tries` teams.
    pub fn optimum(&self, _tries: usize) -> Option<Vec<u32>> {
        todo!()
    }
}

impl Steps for Opim {
    type Output = Chosen;
    /// Done when a round is certified, or none is left; [`Opim::go_on`] begins another.
    fn step(&mut self) -> bool {
        todo!()
    }
    fn share_done(&self) -> f64 {
        todo!()
    }
    fn finish(self) -> Chosen {
        self.chosen()
    }
}
