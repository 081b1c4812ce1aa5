//! How sure a difference between two orders is: a paired bootstrap over people.

use super::judge::{discounted, discounts};
use super::outcome::Difference;
use super::rivals::Rival;
use crate::math::quantile::quantile;
use crate::uncertainty::poisson_weights;

/// Replicates drawn at a time.
const LANES: usize = 8;
const ORDERS: usize = Rival::ALL.len();

/// The first ones of every order after one cut: who, and what each is worth.
#[derive(Debug, Default)]
pub struct Heads {
    top: usize,
    /// Discounted gain that chance has on average.
    pub by_lot: f64,
    orders: [Vec<(u32, f64)>; ORDERS],
}

impl Heads {
    /// Without any order yet.
    pub fn new(top: usize, by_lot: f64) -> Heads {
        Heads { top, by_lot, orders: Default::default() }
    }

    /// Adds one order.
    pub fn add(&mut self, name: Rival, head: Vec<(u32, f64)>) {
        self.orders[name as usize] = head;
    }

    fn has(&self, order: usize) -> bool {
        order == Rival::Random as usize || !self.orders[order].is_empty()
    }
}

/// One cut, its people renumbered.
#[derive(Debug)]
struct At {
    discounts: Vec<f64>,
    by_lot: f64,
    orders: [Vec<(u32, f64)>; ORDERS],
    has: [bool; ORDERS],
}

/// A bootstrap under way, [`LANES`] replicates a step.
///
/// Only those who are in the first places of some order can change a mark: the others are not drawn.
#[derive(Debug)]
pub struct Resample {
    cuts: Vec<At>,
    people: usize,
    replicates: usize,
    seed: u64,
    drawn: [Vec<f64>; ORDERS],
}

impl Resample {
    /// Prepares a bootstrap over some cuts.
    pub fn new<'a>(heads: impl Iterator<Item = &'a Heads>, replicates: usize, seed: u64) -> Resample {
        let heads: Vec<&Heads> = heads.collect();
        let mut people: Vec<u32> =
            heads.iter().flat_map(|h| h.orders.iter().flatten()).map(|p| p.0).collect();
        people.sort_unstable();
        people.dedup();
        let number = |who: u32| people.binary_search(&who).unwrap_or(0) as u32;
        let cut = |head: &&Heads| At {
            discounts: discounts(head.top),
            by_lot: head.by_lot,
            orders: std::array::from_fn(|o| head.orders[o].iter().map(|p| (number(p.0), p.1)).collect()),
            has: std::array::from_fn(|o| head.has(o)),
        };
        let cuts: Vec<At> = heads.iter().map(cut).collect();
        Resample { cuts, people: people.len(), replicates, seed, drawn: Default::default() }
    }

    /// NDCG of every order, mean over the cuts, where people count as often as `times` says; NaN where an order is
    /// missing after some cut, and where nobody who was passed on was drawn.
    fn ndcg(&self, times: &dyn Fn(u32) -> u32) -> [f64; ORDERS] {
        std::array::from_fn(|order| {
            let of = |cut: &At| {
                let gain =
                    |list: &[(u32, f64)]| discounted(list.iter().map(|p| (p.1, times(p.0))), &cut.discounts);
                let own = match order {
                    _ if !cut.has[order] => f64::NAN,
                    o if o == Rival::Random as usize => cut.by_lot,
                    o => gain(&cut.orders[o]),
                };
                let ideal = gain(&cut.orders[Rival::Oracle as usize]);
                if ideal > 0.0 { own / ideal } else { f64::NAN }
            };
            self.cuts.iter().map(of).sum::<f64>() / self.cuts.len() as f64
        })
    }

    /// Draws the next replicates; returns whether all are drawn.
    pub fn step(&mut self) -> bool {
        let done = self.drawn[0].len();
        if done >= self.replicates || self.cuts.is_empty() {
            return true;
        }
        let weights = poisson_weights(self.seed, "back-test", (done / LANES) as u64, self.people);
        for replicate in done..(done + LANES).min(self.replicates) {
            let lane = replicate - done;
            let marks = self.ndcg(&|who| u32::from(weights[who as usize][lane]));
            for (into, mark) in self.drawn.iter_mut().zip(marks) {
                into.push(marks[Rival::Ours as usize] - mark);
            }
        }
        self.drawn[0].len() >= self.replicates
    }

    /// Share of the replicates drawn.
    pub fn share_done(&self) -> f64 {
        self.drawn[0].len() as f64 / self.replicates.max(1) as f64
    }

    /// NDCG of ours less that of every other order, with 95 % intervals.
    pub fn differences(&self) -> [Option<Difference>; ORDERS] {
        let plain = self.ndcg(&|_| 1);
        std::array::from_fn(|order| {
            let value = plain[Rival::Ours as usize] - plain[order];
            let mut sorted: Vec<f64> = self.drawn[order].iter().copied().filter(|d| !d.is_nan()).collect();
            sorted.sort_unstable_by(f64::total_cmp);
            let told = order != Rival::Ours as usize && !value.is_nan() && !sorted.is_empty();
            told.then(|| Difference { value, low: quantile(&sorted, 0.025), high: quantile(&sorted, 0.975) })
        })
    }
}
