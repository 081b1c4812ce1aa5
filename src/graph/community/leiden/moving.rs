//! Fast local moving: every node goes to the neighbouring community that gains most, and only those whose
//! surroundings changed are asked again.

use super::level::{Level, Slot, refill};
use crate::error::Result;

/// A share of the strength of a node below which a gain is rounding, not gain. Without it two nodes could change
/// places for ever.
const ROUNDING: f64 = 1e-11;

/// The state of local moving at one level.
#[derive(Debug, Default)]
pub(super) struct Moving {
    /// Community of each node of the level.
    pub community: Vec<u32>,
    /// What is known of each community.
    pub slots: Vec<Slot>,
    /// Nodes of each community.
    pub members: Vec<u32>,
    /// Moves made at this level.
    pub moves: u64,
    free: Vec<u32>,
    queue: Vec<u32>,
    head: usize,
    waiting: usize,
    queued: Vec<bool>,
    touched: Vec<u32>,
}

impl Moving {
    /// Starts from the partition in `community`, with every node in the queue, in the order given.
    pub fn restart(&mut self, level: &Level, order: &[u32]) -> Result<()> {
        let n = level.nodes();
        refill(&mut self.slots, n, Slot::default())?;
        refill(&mut self.members, n, 0)?;
        refill(&mut self.queued, n, true)?;
        refill(&mut self.free, n, 0)?;
        refill(&mut self.queue, n, 0)?;
        let rows = level.rows();
        let longest = rows.start.windows(2).map(|w| (w[1] - w[0]) as usize).max().unwrap_or(0);
        refill(&mut self.touched, longest + 1, 0)?;
        for (community, strength) in self.community.iter().zip(&level.strength) {
            self.slots[*community as usize].total += strength;
            self.members[*community as usize] += 1;
        }
        self.free.clear();
        self.free.extend((0..n as u32).rev().filter(|c| self.members[*c as usize] == 0));
        self.queue.copy_from_slice(order);
        (self.head, self.waiting, self.moves) = (0, n, 0);
        Ok(())
    }

    /// Communities that have a node.
    pub fn communities(&self) -> usize {
        self.community.len() - self.free.len()
    }

    /// Asks nodes of the queue until about `budget` entries of rows are read; returns whether the queue is empty.
    ///
    /// `pull` is γ / 2m: what the strength of a node and of a community, multiplied, would share by chance.
    #[inline(never)]
    pub fn advance(&mut self, level: &Level, pull: f64, budget: usize) -> bool {
        let rows = level.rows();
        let n = level.nodes();
        let mut read = 0;
        while read < budget {
            if self.waiting == 0 {
                return true;
            }
            let node = self.queue[self.head] as usize;
            self.head = if self.head + 1 == n { 0 } else { self.head + 1 };
            self.waiting -= 1;
            self.queued[node] = false;
            let strength = level.strength[node];
            let (neighbours, weights) = rows.row(node);
            read += 4 + neighbours.len();
            if strength <= 0.0 {
                continue;
            }
            let mut count = 0;
            for (other, weight) in neighbours.iter().zip(weights) {
                let community = self.community[*other as usize];
                let slot = &mut self.slots[community as usize];
                self.touched[count] = community;
                count += usize::from(slot.toward == 0.0);
                slot.toward += f64::from(*weight);
            }
            let own = self.community[node];
            let pull = pull * strength;
            let slot = &self.slots[own as usize];
            let mut best = own;
            let mut best_gain = slot.toward - pull * (slot.total - strength) + ROUNDING * strength;
            if best_gain < 0.0 && self.members[own as usize] > 1 {
                // Alone is better, in a community that has nobody.
                best = u32::MAX;
                best_gain = 0.0;
            }
            for community in &self.touched[..count] {
                let slot = &mut self.slots[*community as usize];
                let gain = slot.toward - pull * slot.total;
                slot.toward = 0.0;
                if gain > best_gain && *community != own {
                    (best, best_gain) = (*community, gain);
                }
            }
            if best != own {
                self.shift(node, own, best, strength);
                self.wake(neighbours, n, self.community[node]);
                read += neighbours.len();
            }
        }
        false
    }

    /// Takes a node from one community to another, or to an empty one.
    #[inline]
    fn shift(&mut self, node: usize, own: u32, best: u32, strength: f64) {
        let best = if best == u32::MAX { self.free.pop().unwrap_or(own) } else { best };
        let left = &mut self.slots[own as usize];
        left.total -= strength;
        self.members[own as usize] -= 1;
        if self.members[own as usize] == 0 {
            left.total = 0.0;
            self.free.push(own);
        }
        self.slots[best as usize].total += strength;
        self.members[best as usize] += 1;
        self.community[node] = best;
        self.moves += 1;
    }

    /// Puts the neighbours outside the new community into the queue.
    #[inline]
    fn wake(&mut self, neighbours: &[u32], n: usize, community: u32) {
        // Without branches, which would be guessed wrong half of the time: the place after the last is written whether
        // or not it then counts. It is free, since the node that moved is in the queue no more.
        let tail = self.head + self.waiting;
        let mut tail = if tail >= n { tail - n } else { tail };
        for other in neighbours {
            let at = *other as usize;
            let asked = (self.community[at] != community) & !self.queued[at];
            self.queue[tail] = *other;
            self.queued[at] |= asked;
            tail += usize::from(asked);
            tail = if tail == n { 0 } else { tail };
            self.waiting += usize::from(asked);
        }
    }
}
