//! The best team of small cases, by trying all.

use super::Opim;
use super::sampling::Sets;
use crate::error::Result;
use crate::graph::column::filled;
use std::collections::BTreeMap;

/// Sets of the first collection on which teams are compared, at the most.
const MOST_SETS: usize = 1 << 16;

/// A search under way, depth first.
struct Search<'a> {
    opim: &'a Opim,
    /// Who may be chosen, by gain alone, and the sets that each hits, a bit a set.
    nodes: Vec<u32>,
    bits: Vec<Vec<u64>>,
    alone: Vec<u64>,
    best: (u64, Vec<u32>),
    left: usize,
}

impl Opim {
    /// The best team under the same rules on the sets that the choice was made on, by trying all teams that could be
    /// better than the best so far; `None` where that would take more than `tries`, or before the first round.
    ///
    /// Of teams that are as good the first found is kept, which is the greedy choice's order: by gain alone, then by
    /// index. It is compared on at most 65,536 sets.
    ///
    /// # Complexity
    /// A try takes a pass over one bit a set. Memory: one bit a set for each who may be chosen.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn optimum(&self, tries: usize) -> Result<Option<Vec<u32>>> {
        let sets = self.choice.len().min(self.chosen_sets()).min(MOST_SETS);
        if sets == 0 {
            return Ok(None);
        }
        let words = sets.div_ceil(64);
        let mut first = filled(0_u64, words)?;
        for node in &self.rules.must_have {
            hits_of(&self.choice, sets, *node, &mut first);
        }
        let open: Vec<u32> =
            (0..self.rules.open.len() as u32).filter(|node| self.rules.open[*node as usize]).collect();
        // A bit a set for each of them has to fit, and be worth the passes.
        if open.len() > tries || open.len().saturating_mul(words) > tries.saturating_mul(1024) {
            return Ok(None);
        }
        let mut all: Vec<(u64, u32, Vec<u64>)> = Vec::new();
        let mut place = filled(u32::MAX, self.rules.open.len())?;
        for (at, node) in open.iter().enumerate() {
            place[*node as usize] = at as u32;
            all.push((0, *node, filled(0, words)?));
        }
        for set in 0..sets {
            for node in self.choice.set(set).iter().filter(|node| place[**node as usize] != u32::MAX) {
                all[place[*node as usize] as usize].2[set / 64] |= 1 << (set % 64);
            }
        }
        for each in &mut all {
            each.0 = beyond(&each.2, &first);
        }
        all.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut search = Search {
            opim: self,
            nodes: all.iter().map(|each| each.1).collect(),
            alone: all.iter().map(|each| each.0).collect(),
            bits: all.into_iter().map(|each| each.2).collect(),
            best: (0, Vec::new()),
            left: tries,
        };
        Ok(search.run(first)?.then(|| {
            let mut team = self.rules.must_have.clone();
            team.append(&mut search.best.1);
            team
        }))
    }
}

impl Search<'_> {
    /// Whether it came to its end.
    fn run(&mut self, first: Vec<u64>) -> Result<bool> {
        let rules = &self.opim.rules;
        // One level a member: sets hit, members by place, cost, places taken, and whom to try next.
        let mut hit = vec![first];
        let mut members: Vec<usize> = Vec::new();
        let mut next = vec![0];
        let (mut spent, mut gained) = (vec![0.0], vec![0]);
        while let Some(at) = next.last().copied() {
            let depth = next.len() - 1;
            let size = rules.size - depth;
            let so_far = gained[depth];
            // Nobody adds more than alone.
            let most: u64 = self.alone[at..].iter().take(size).sum();
            if size == 0 || at >= self.nodes.len() || so_far + most <= self.best.0 {
                next.pop();
                hit.pop();
                gained.pop();
                spent.pop();
                members.pop();
                continue;
            }
            next[depth] = at + 1;
            let node = self.nodes[at];
            let mut used: BTreeMap<u32, usize> = rules.used().clone();
            members.iter().for_each(|member| rules.take_place(self.nodes[*member], &mut used));
            if !rules.can_pay(node, spent[depth]) || !rules.has_place(node, &used) {
                continue;
            }
            if self.left == 0 {
                return Ok(false);
            }
            self.left -= 1;
            let mut with = filled(0, hit[depth].len())?;
            let mut count = so_far;
            for ((with, own), before) in with.iter_mut().zip(&self.bits[at]).zip(&hit[depth]) {
                *with = own | before;
                count += u64::from((own & !before).count_ones());
            }
            members.push(at);
            if count > self.best.0 {
                self.best = (count, members.iter().map(|member| self.nodes[*member]).collect());
            }
            hit.push(with);
            gained.push(count);
            spent.push(spent[depth] + rules.cost(node));
            next.push(at + 1);
        }
        Ok(true)
    }
}

/// Adds the sets of a node.
fn hits_of(sets: &Sets, len: usize, node: u32, bits: &mut [u64]) {
    for set in (0..len).filter(|set| sets.set(*set).contains(&node)) {
        bits[set / 64] |= 1 << (set % 64);
    }
}

/// How many bits are in one and not in the other.
fn beyond(one: &[u64], other: &[u64]) -> u64 {
    one.iter().zip(other).map(|(one, other)| u64::from((one & !other).count_ones())).sum()
}
