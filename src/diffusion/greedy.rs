//! The greedy choice on one collection of sets, and a bound on the best there.
//!
//! # Source
//! Nemhauser, Wolsey and Fisher 1978; with a budget Khuller, Moss and Naor 1999 and Leskovec and others 2007. The
//! bound of an instance, `min over i of Λ(S_i) + the best that the marginals given S_i allow`: Leskovec and others
//! 2007, and Tang, Tang, Xiao and Yuan 2018 in this setting. With costs the second part is a fractional knapsack.

use super::budget::Rules;
use super::choosing::Way;
use super::coverage::{Cover, Index};
use super::ranked::{Ranked, Worth};
use super::sampling::Sets;
use crate::error::Result;
use std::collections::BTreeMap;

/// What a greedy run found.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) way: Way,
    pub(crate) seeds: Vec<u32>,
    /// Sets that they hit.
    pub(crate) hits: u64,
    /// Sets that no team can hit more of.
    pub(crate) most: f64,
    /// Nobody else could have been chosen: it is the best team.
    pub(crate) whole: bool,
}

/// One run, by gain ([`Way::Uniform`]) or by gain for its cost ([`Way::Ratio`]).
#[derive(Debug)]
pub(crate) struct Greedy {
    way: Way,
    cover: Cover,
    ranked: Option<Ranked>,
    open: Vec<bool>,
    seeds: Vec<u32>,
    chosen: usize,
    spent: f64,
    used: BTreeMap<u32, usize>,
    most: f64,
    /// The best single member beside the must-haves, of a run by ratio.
    pub(crate) single: Option<Found>,
}

impl Greedy {
    /// # Errors
    /// `memory.exhausted`.
    pub(crate) fn new(way: Way, rules: &Rules, index: &Index, sets: usize) -> Result<Greedy> {
        let mut open = crate::graph::column::room(rules.open.len())?;
        open.extend_from_slice(&rules.open);
        Ok(Greedy {
            way,
            cover: Cover::new(index, sets)?,
            ranked: None,
            open,
            seeds: Vec::new(),
            chosen: 0,
            spent: 0.0,
            used: rules.used().clone(),
            most: f64::INFINITY,
            single: None,
        })
    }

    /// Goes on for about `work` nodes of sets; whether the team is whole.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(crate) fn step(&mut self, rules: &Rules, sets: &Sets, index: &Index, work: usize) -> Result<bool> {
        if !self.cover.work(sets, index, work) {
            return Ok(false);
        }
        if let Some(member) = rules.must_have.get(self.seeds.len()) {
            self.seeds.push(*member);
            self.cover.add(*member);
            return Ok(false);
        }
        let (nodes, by_ratio) = (self.open.len(), self.way == Way::Ratio);
        let ranked = self.ranked.take();
        let Greedy { cover, open, .. } = &*self;
        let worth = |node: u32| {
            let gain = if open[node as usize] { f64::from(cover.degree[node as usize]) } else { 0.0 };
            if by_ratio { gain / rules.price(node) } else { gain }
        };
        let mut ranked = match ranked {
            Some(ranked) => ranked,
            None => Ranked::new(nodes, (4 * rules.size.min(nodes)).max(4096), worth)?,
        };
        let beyond = if by_ratio {
            knapsack(&mut ranked, nodes, worth, rules)?
        } else {
            largest(&mut ranked, nodes, worth, rules)?
        };
        let most = self.most.min(cover.hits as f64 + beyond);
        let next = match self.chosen < rules.size {
            true => ranked.best(nodes, worth, |node| {
                rules.can_pay(node, self.spent) && rules.has_place(node, &self.used)
            })?,
            false => None,
        };
        if by_ratio && self.chosen == 0 {
            self.single = self.best_single(rules);
        }
        self.most = most;
        self.ranked = Some(ranked);
        let Some(next) = next else { return Ok(true) };
        self.open[next as usize] = false;
        self.spent += rules.cost(next);
        rules.take_place(next, &mut self.used);
        self.chosen += 1;
        self.seeds.push(next);
        self.cover.add(next);
        Ok(false)
    }

    fn best_single(&self, rules: &Rules) -> Option<Found> {
        let open = (0..self.open.len()).filter(|node| self.open[*node] && rules.size > 0);
        let best = open.max_by_key(|node| (self.cover.degree[*node], std::cmp::Reverse(*node)))?;
        let mut seeds = self.seeds.clone();
        seeds.push(best as u32);
        let hits = self.cover.hits + u64::from(self.cover.degree[best]);
        Some(Found { way: Way::Singleton, seeds, hits, most: f64::INFINITY, whole: false })
    }

    /// What was found.
    pub(crate) fn found(self, rules: &Rules) -> Found {
        let whole = self.chosen == rules.choices() || rules.size == 0;
        Found { way: self.way, seeds: self.seeds, hits: self.cover.hits, most: self.most, whole }
    }
}

/// Most that any choice beside the must-haves adds, by number and by community.
fn largest(ranked: &mut Ranked, nodes: usize, worth: impl Fn(u32) -> f64, rules: &Rules) -> Result<f64> {
    if rules.size == 0 {
        return Ok(0.0);
    }
    #[derive(Default)]
    struct Taken {
        sum: f64,
        members: usize,
        places: BTreeMap<u32, usize>,
        begun: bool,
    }
    let taken = ranked.each_by_worth(nodes, worth, |taken: &mut Taken, (gain, node): Worth| {
        if !std::mem::replace(&mut taken.begun, true) {
            taken.places = rules.used().clone();
        }
        if rules.has_place(node, &taken.places) {
            rules.take_place(node, &mut taken.places);
            taken.sum += gain;
            taken.members += 1;
        }
        taken.members < rules.size
    })?;
    Ok(taken.sum)
}

/// Most that any choice beside the must-haves adds, by cost: the last one taken in part.
fn knapsack(ranked: &mut Ranked, nodes: usize, worth: impl Fn(u32) -> f64, rules: &Rules) -> Result<f64> {
    let (sum, _) = ranked.each_by_worth(nodes, worth, |taken: &mut (f64, f64), (ratio, node): Worth| {
        let (cost, price) = (rules.cost(node), rules.price(node));
        let left = (rules.budget - taken.1).max(0.0);
        let part = if cost <= left { 1.0 } else { left / cost };
        taken.0 += ratio * price * part;
        taken.1 += cost * part;
        part == 1.0
    })?;
    Ok(sum)
}
