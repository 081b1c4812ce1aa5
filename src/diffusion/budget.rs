//! What a team may be: who, how many, at what cost, and how many of one community.

use super::NONE;
use super::choosing::Choosing;
use super::sampling::{check_length, mask};
use crate::error::Result;
use crate::graph::column::{filled, room};
use crate::math::Sum;
use std::collections::BTreeMap;

/// Smallest cost by which gains are divided, so that those who cost nothing come in the order of their gains.
const LEAST: f64 = 1e-9;

/// The rules of a choice.
#[derive(Debug)]
pub(crate) struct Rules {
    /// Members to choose beside the must-haves, at the most.
    pub(crate) size: usize,
    /// What they may cost together.
    pub(crate) budget: f64,
    pub(crate) has_budget: bool,
    costs: Option<Vec<f64>>,
    /// Who may be chosen.
    pub(crate) open: Vec<bool>,
    pub(crate) must_have: Vec<u32>,
    caps: Option<(Vec<u32>, usize)>,
    /// Members that the must-haves are in each community.
    used: BTreeMap<u32, usize>,
}

impl Rules {
    /// # Errors
    /// `argument.invalid` for columns of another length; `memory.exhausted`.
    pub(crate) fn new(nodes: usize, choosing: &Choosing<'_>) -> Result<Rules> {
        let competitors = mask(nodes, choosing.competitors)?;
        let is_competitor = |node: usize| competitors.as_ref().is_some_and(|c| c[node]);
        let mut open = filled(true, nodes)?;
        if let Some(candidates) = choosing.candidates {
            check_length("candidates", candidates.len(), nodes)?;
            open.copy_from_slice(candidates);
        }
        for (node, open) in open.iter_mut().enumerate() {
            *open &= !is_competitor(node);
        }
        let mut must_have: Vec<u32> = Vec::new();
        let mut taken = filled(false, nodes)?;
        for node in choosing.must_have.iter().copied() {
            let at = node as usize;
            if at < nodes && !taken[at] && !is_competitor(at) {
                taken[at] = true;
                open[at] = false;
                must_have.push(node);
            }
        }
        let caps = match choosing.caps {
            Some((of, most)) => {
                check_length("caps", of.len(), nodes)?;
                let mut own = room(nodes)?;
                own.extend_from_slice(of);
                Some((own, most))
            }
            None => None,
        };
        let costs = match choosing.costs {
            Some(given) => {
                check_length("costs", given.len(), nodes)?;
                let mut own = room(nodes)?;
                own.extend(given.iter().map(|cost| if *cost <= 0.0 { 0.0 } else { *cost }));
                Some(own)
            }
            None => None,
        };
        let size = choosing.size.saturating_sub(must_have.len());
        let mut used = BTreeMap::new();
        if let Some((of, _)) = &caps {
            for node in must_have.iter().filter(|node| of[**node as usize] != NONE) {
                *used.entry(of[*node as usize]).or_insert(0) += 1;
            }
        }
        // A budget that is not a number pays nobody; without one nobody's cost matters.
        let has_budget = choosing.budget.is_some();
        let mut rules = Rules { size, budget: f64::INFINITY, has_budget, costs, open, must_have, caps, used };
        if let Some(budget) = choosing.budget {
            let mut spent = Sum::default();
            for node in &rules.must_have {
                spent.add(known(rules.cost(*node)));
            }
            rules.budget = (budget - spent.total()).max(0.0);
        }
        let never: Vec<usize> = (0..nodes)
            .filter(|node| rules.open[*node])
            .filter(|node| !rules.can_pay(*node as u32, 0.0) || !rules.has_place(*node as u32, &rules.used))
            .collect();
        for node in never {
            rules.open[node] = false;
        }
        Ok(rules)
    }

    /// What a node costs: 1 where there are no costs, `NaN` where it is unknown.
    pub(crate) fn cost(&self, node: u32) -> f64 {
        self.costs.as_ref().map_or(1.0, |costs| costs[node as usize])
    }

    /// Cost of a team, unknown if that of a member is.
    pub(crate) fn cost_of(&self, seeds: &[u32]) -> f64 {
        crate::math::sum(seeds.iter().map(|node| self.cost(*node)))
    }

    /// By what a gain is divided.
    pub(crate) fn price(&self, node: u32) -> f64 {
        self.cost(node).max(LEAST)
    }

    /// Whether the node can be paid beside what is spent. An unknown cost cannot.
    pub(crate) fn can_pay(&self, node: u32, spent: f64) -> bool {
        !self.has_budget || spent + self.cost(node) <= self.budget * (1.0 + 1e-12)
    }

    /// Whether the node's community has a place, `used` of them being taken.
    pub(crate) fn has_place(&self, node: u32, used: &BTreeMap<u32, usize>) -> bool {
        let Some((of, most)) = &self.caps else { return true };
        let community = of[node as usize];
        community == NONE || used.get(&community).copied().unwrap_or(0) < *most
    }

    /// Takes a place in the node's community.
    pub(crate) fn take_place(&self, node: u32, used: &mut BTreeMap<u32, usize>) {
        if let Some((of, _)) = &self.caps {
            *used.entry(of[node as usize]).or_insert(0) += 1;
        }
    }

    /// Places that the must-haves take.
    pub(crate) fn used(&self) -> &BTreeMap<u32, usize> {
        &self.used
    }

    /// How many may be chosen from.
    pub(crate) fn choices(&self) -> usize {
        self.open.iter().filter(|open| **open).count()
    }

    /// How many may be chosen, whoever they are.
    pub(crate) fn most_members(&self) -> usize {
        let size = self.size.min(self.choices());
        let Some(costs) = self.costs.as_ref().filter(|_| self.has_budget) else {
            return if self.has_budget { size.min(self.budget as usize) } else { size };
        };
        let mut open: Vec<f64> =
            costs.iter().zip(&self.open).filter(|(_, open)| **open).map(|(cost, _)| *cost).collect();
        open.sort_unstable_by(f64::total_cmp);
        let mut spent = Sum::default();
        let paid = open.iter().take_while(|cost| {
            spent.add(**cost);
            spent.total() <= self.budget * (1.0 + 1e-12)
        });
        paid.count().min(size)
    }
}

/// A cost that is unknown spends nothing of the budget.
fn known(cost: f64) -> f64 {
    if cost.is_finite() { cost } else { 0.0 }
}
