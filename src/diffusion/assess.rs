//! What any team reaches, and its members by themselves and beside one another.
//!
//! All of it is counted on the second collection of an [`Opim`], which had no part in any choice.

use super::sampling::{Sets, counts, mask};
use super::{Estimate, NONE, Opim};
use crate::error::Result;
use crate::graph::column::filled;
use crate::math::{Sum, sqrt};

/// Normal quantile of a 95 % interval.
const Z: f64 = 1.959_963_984_540_054;

/// Counts for each member of a team the sets that it is the first of the team to hit.
#[derive(Debug)]
pub(crate) struct Tally {
    position: Vec<u32>,
    pub(crate) first: Vec<u64>,
    at: usize,
}

impl Tally {
    /// # Errors
    /// `memory.exhausted`.
    pub(crate) fn new(nodes: usize, seeds: &[u32]) -> Result<Tally> {
        Ok(Tally { position: positions(nodes, seeds)?, first: vec![0; seeds.len()], at: 0 })
    }

    /// Goes on for about `work` nodes of the first `len` sets; whether all are counted.
    pub(crate) fn count(&mut self, sets: &Sets, len: usize, work: usize) -> bool {
        let mut done = 0;
        while self.at < len && done < work {
            let set = sets.set(self.at);
            let first = set.iter().map(|node| self.position[*node as usize]).min().unwrap_or(NONE);
            if let Some(hits) = self.first.get_mut(first as usize) {
                *hits += 1;
            }
            done += set.len() + 1;
            self.at += 1;
        }
        self.at == len
    }
}

/// Place of each node in a team, the first one of those given twice; [`NONE`] of the others.
fn positions(nodes: usize, seeds: &[u32]) -> Result<Vec<u32>> {
    let mut position = filled(NONE, nodes)?;
    for (at, seed) in seeds.iter().enumerate().rev() {
        if let Some(position) = position.get_mut(*seed as usize) {
            *position = at as u32;
        }
    }
    Ok(position)
}

impl Opim {
    /// Spread of any team, by Wilson's interval. `NaN` before the first round is finished.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn evaluate(&self, seeds: &[u32]) -> Result<Estimate> {
        let mut hits = 0;
        self.each_hit(seeds, |_, members| hits += u64::from(!members.is_empty()))?;
        Ok(self.estimate(hits))
    }

    /// What each of a team reaches by itself.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn alone(&self, seeds: &[u32]) -> Result<Vec<f64>> {
        let mut hits = vec![0_u64; seeds.len()];
        self.each_hit(seeds, |_, members| members.iter().for_each(|member| hits[*member as usize] += 1))?;
        Ok(self.scaled(&hits))
    }

    /// What each of a team reaches and no other member does.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn unique(&self, seeds: &[u32]) -> Result<Vec<f64>> {
        let mut hits = vec![0_u64; seeds.len()];
        self.each_hit(seeds, |_, members| {
            if let [member] = members {
                hits[*member as usize] += 1;
            }
        })?;
        Ok(self.scaled(&hits))
    }

    /// k × k by rows: of those whom the row's member reaches, the share that the column's member reaches too (1 on
    /// the diagonal; `NaN` in the row of a member who reaches nobody).
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn overlap(&self, seeds: &[u32]) -> Result<Vec<f64>> {
        let k = seeds.len();
        let mut both = filled(0_u64, k * k)?;
        self.each_hit(seeds, |_, members| {
            for a in members {
                for b in members {
                    both[*a as usize * k + *b as usize] += 1;
                }
            }
        })?;
        let mut share = filled(f64::NAN, k * k)?;
        for row in 0..k {
            let own = both[row * k + row] as f64;
            for column in 0..k {
                share[row * k + column] = both[row * k + column] as f64 / own;
            }
        }
        Ok(share)
    }

    /// What a team reaches in each of `count` communities, `of` being the community of each node.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn reached_in(&self, seeds: &[u32], of: &[u32], count: usize) -> Result<Vec<f64>> {
        let mut hits = filled(0_u64, count)?;
        self.each_hit(seeds, |root, members| {
            let community = of.get(root as usize).copied().unwrap_or(NONE);
            if let (Some(hits), false) = (hits.get_mut(community as usize), members.is_empty()) {
                *hits += 1;
            }
        })?;
        Ok(self.scaled(&hits))
    }

    /// The most that all who may be in the team could reach together, if every try succeeded.
    ///
    /// Cost: O(nodes + arcs).
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn reachable(&self) -> Result<f64> {
        let nodes = self.influence.nodes();
        let mut closed = mask(nodes, &self.competitors)?.map_or_else(|| filled(false, nodes), Ok)?;
        let mut queue: Vec<u32> = self.rules.must_have.clone();
        queue.extend((0..nodes as u32).filter(|node| self.rules.open[*node as usize]));
        for node in &queue {
            closed[*node as usize] = true;
        }
        let (mut head, mut layer_end, mut layer) = (0, 0, 0);
        let mut total = Sum::default();
        while head < queue.len() {
            let node = queue[head] as usize;
            let at_end = head == layer_end;
            if at_end {
                layer += 1;
                layer_end = queue.len();
            }
            head += 1;
            total.add(self.weights.get(node).map_or(1.0, |weight| counts(*weight)));
            if self.hops.is_some_and(|hops| layer > hops) {
                continue;
            }
            for other in self.influence.activates(node).0 {
                if !std::mem::replace(&mut closed[*other as usize], true) {
                    queue.push(*other);
                }
            }
        }
        Ok(total.total())
    }

    /// What a team counts for without reaching anybody else.
    pub(super) fn weight_of(&self, seeds: &[u32]) -> f64 {
        crate::math::sum(seeds.iter().map(|node| {
            self.weights
                .get(*node as usize)
                .map_or(f64::from(u8::from(self.weights.is_empty())), |w| counts(*w))
        }))
    }

    /// Gives the first node of each set, and the places of those of the team who hit it.
    fn each_hit(&self, seeds: &[u32], mut with: impl FnMut(u32, &[u32])) -> Result<()> {
        let position = positions(self.influence.nodes(), seeds)?;
        let mut members: Vec<u32> = Vec::new();
        for set in (0..self.sets()).map(|set| self.check.set(set)) {
            members.clear();
            members.extend(set.iter().map(|node| position[*node as usize]).filter(|place| *place != NONE));
            if let Some(root) = set.first() {
                with(*root, &members);
            }
        }
        Ok(())
    }

    /// Sets of the rounds that are finished.
    fn sets(&self) -> usize {
        self.chosen_sets().min(self.check.len())
    }

    fn scaled(&self, hits: &[u64]) -> Vec<f64> {
        let sets = if self.total() == 0.0 { 1.0 } else { self.sets() as f64 };
        hits.iter().map(|hits| self.total() * *hits as f64 / sets).collect()
    }

    fn estimate(&self, hits: u64) -> Estimate {
        let (n, total) = (self.sets() as f64, self.total());
        if total == 0.0 {
            return Estimate { mean: 0.0, low: 0.0, high: 0.0 };
        }
        let p = hits as f64 / n;
        let centre = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z * sqrt(p * (1.0 - p) / n + Z * Z / (4.0 * n * n)) / (1.0 + Z * Z / n);
        Estimate {
            mean: total * p,
            low: total * (centre - half).max(0.0),
            high: total * (centre + half).min(1.0),
        }
    }
}
