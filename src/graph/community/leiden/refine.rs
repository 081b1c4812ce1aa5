//! Refinement: inside each community nodes start alone again and merge with care, so that what is aggregated is well
//! connected.

use super::level::{Level, Slot, refill};
use super::moving::Moving;
use crate::error::Result;
use crate::math::exp;
use crate::math::rng::Stream;

/// Exponents below this are as good as −∞: a chance of 1 in 10¹⁷.
const NEVER: f64 = -40.0;

/// Numbers that do not change within a run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    /// 2m.
    pub total: f64,
    /// γ.
    pub resolution: f64,
    /// γ / 2m.
    pub pull: f64,
    /// 1 / (θ · mean weight of a tie): gains are weighed against the mean weight.
    pub sharpness: f64,
}

/// The state of the refinement at one level.
#[derive(Debug, Default)]
pub(super) struct Refine {
    /// Refined community of each node, named by the node that started it.
    pub refined: Vec<u32>,
    slots: Vec<Slot>,
    members: Vec<u32>,
    /// Weight between a refined community and the rest of its community.
    cut: Vec<f64>,
    touched: Vec<u32>,
    chances: Vec<f64>,
    next: usize,
    /// Merges made.
    pub merges: usize,
}

impl Refine {
    /// Starts with every node alone.
    pub fn restart(&mut self, level: &Level) -> Result<()> {
        let n = level.nodes();
        refill(&mut self.refined, n, 0)?;
        refill(&mut self.slots, n, Slot::default())?;
        refill(&mut self.members, n, 1)?;
        refill(&mut self.cut, n, 0.0)?;
        let longest = level.rows().start.windows(2).map(|w| (w[1] - w[0]) as usize).max().unwrap_or(0);
        refill(&mut self.touched, longest + 1, 0)?;
        refill(&mut self.chances, longest + 1, 0.0)?;
        for (node, refined) in self.refined.iter_mut().enumerate() {
            *refined = node as u32;
            self.slots[node].total = level.strength[node];
        }
        (self.next, self.merges) = (0, 0);
        Ok(())
    }

    /// Measures how much ties each node to the rest of its community; returns whether all nodes are measured.
    #[inline(never)]
    pub fn measure(&mut self, level: &Level, moving: &Moving, budget: usize) -> bool {
        let rows = level.rows();
        let n = level.nodes();
        let mut read = 0;
        while read < budget && self.next < n {
            let (neighbours, weights) = rows.row(self.next);
            let own = moving.community[self.next];
            let mut cut = 0.0;
            for (other, weight) in neighbours.iter().zip(weights) {
                let inside = moving.community[*other as usize] == own;
                cut += if inside { f64::from(*weight) } else { 0.0 };
            }
            self.cut[self.next] = cut;
            self.next += 1;
            read += 4 + neighbours.len();
        }
        if self.next == n {
            self.next = 0;
            return true;
        }
        false
    }

    /// Whether a refined community is tied to the rest of its community as well as chance would tie it.
    #[inline(always)]
    fn well_connected(cut: f64, total: f64, community: f64, pull: f64) -> bool {
        cut >= pull * total * (community - total)
    }

    /// Merges nodes that are still alone, in the order given; returns whether all have been asked.
    #[inline(never)]
    pub fn merge(
        &mut self,
        level: &Level,
        moving: &Moving,
        (order, terms): (&[u32], Terms),
        random: &mut Stream,
        budget: usize,
    ) -> bool {
        let rows = level.rows();
        let mut read = 0;
        while read < budget {
            let Some(node) = order.get(self.next) else {
                return true;
            };
            self.next += 1;
            read += 4;
            let (at, strength) = (*node as usize, level.strength[*node as usize]);
            let own = moving.community[at];
            let whole = moving.slots[own as usize].total;
            if self.members[at] != 1 || !Self::well_connected(self.cut[at], strength, whole, terms.pull) {
                continue;
            }
            let (neighbours, weights) = rows.row(at);
            read += neighbours.len();
            let mut count = 0;
            for (other, weight) in neighbours.iter().zip(weights) {
                if moving.community[*other as usize] == own {
                    let refined = self.refined[*other as usize];
                    let slot = &mut self.slots[refined as usize];
                    self.touched[count] = refined;
                    count += usize::from(slot.toward == 0.0 && *weight > 0.0);
                    slot.toward += f64::from(*weight);
                }
            }
            if let Some((chosen, toward)) = self.choose(count, strength, whole, terms, random) {
                self.members[at] = 0;
                self.members[chosen as usize] += 1;
                self.refined[at] = chosen;
                self.cut[chosen as usize] += self.cut[at] - 2.0 * toward;
                self.slots[chosen as usize].total += strength;
                self.merges += 1;
            }
        }
        false
    }

    /// Draws one of the refined communities touched, each as likely as exp(gain / θ), staying alone (a gain of 0)
    /// included. Returns it and the weight of the ties to it; `None` is staying alone.
    #[inline]
    fn choose(
        &mut self,
        count: usize,
        strength: f64,
        whole: f64,
        terms: Terms,
        random: &mut Stream,
    ) -> Option<(u32, f64)> {
        let pull = terms.pull * strength;
        let mut kept = 0;
        let mut highest = 0.0_f64;
        for at in 0..count {
            let refined = self.touched[at];
            let slot = &self.slots[refined as usize];
            let gain = slot.toward - pull * slot.total;
            let cut = self.cut[refined as usize];
            if gain >= 0.0 && slot.toward > 0.0 && Self::well_connected(cut, slot.total, whole, terms.pull) {
                highest = highest.max(gain);
                self.touched[kept] = refined;
                self.chances[kept] = gain;
                kept += 1;
            } else {
                self.slots[refined as usize].toward = 0.0;
            }
        }
        let chance = |gain: f64| {
            let exponent = (gain - highest) * terms.sharpness;
            if exponent < NEVER { 0.0 } else { exp(exponent) }
        };
        let mut sum = chance(0.0);
        for gain in &mut self.chances[..kept] {
            *gain = chance(*gain);
            sum += *gain;
        }
        let drawn = if kept == 0 { 0.0 } else { random.next_f64() * sum };
        let mut passed = chance(0.0);
        let mut chosen = None;
        for at in 0..kept {
            let slot = &mut self.slots[self.touched[at] as usize];
            if chosen.is_none() && drawn >= passed && self.chances[at] > 0.0 {
                passed += self.chances[at];
                if drawn < passed {
                    chosen = Some((self.touched[at], slot.toward));
                }
            }
            slot.toward = 0.0;
        }
        chosen
    }
}
