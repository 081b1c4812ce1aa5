//! Threshold cascades: what if people follow only once a share of those they attend to has?

use crate::error::Result;
use crate::graph::Graph;
use crate::graph::column::{filled, room};
use std::rc::Rc;

/// Threshold of the susceptible audience and of the multiplier test: that of Watts and Dodds' figures.
pub const THRESHOLD: f64 = 0.18;

/// Threshold cascades on an attention graph.
///
/// An account becomes active once the active share of its attention reaches φ: `Σ_{active b} w_ab ≥ φ·Σ_b w_ab`.
/// Nobody ever becomes inactive again, so where it ends does not depend on the order in which people act. An account
/// that attends to nobody follows nobody.
///
/// # Complexity
/// Each cascade O(arcs of those it reaches), after O(nodes + arcs) once. Memory: 20 bytes a node.
///
/// # Source
/// Watts, "A simple model of global cascades on random networks", PNAS 99, 2002; Watts and Dodds, "Influentials,
/// networks, and public opinion formation", Journal of Consumer Research 34, 2007.
///
/// # Examples
/// ```
/// use sillage::diffusion::threshold::Thresholds;
/// use sillage::graph::Graph;
/// // 1 attends to 0; 2 attends to 0 and 1.
/// let graph = Graph::from_sorted(3, &[1, 2, 2], vec![0, 0, 1], vec![1.0; 3])?;
/// let mut thresholds = Thresholds::new(&graph.into())?;
/// assert_eq!(thresholds.cascade(&[0], 0.5), 3);
/// assert_eq!(thresholds.susceptible(0, 1.0), 1);
/// # Ok::<(), sillage::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Thresholds {
    graph: Rc<Graph>,
    /// Attention that each account pays in all.
    total: Vec<f64>,
    /// Active part of it, in the cascade whose number is in `when`.
    active: Vec<f64>,
    when: Vec<u32>,
    /// Cascade in which each account was reached last.
    reached: Vec<u32>,
    cascade: u32,
    queue: Vec<u32>,
    /// Of the cascade under way: its threshold, and the next of its accounts.
    threshold: f64,
    at: usize,
}

/// A weight as it counts.
fn counts(weight: f32) -> f64 {
    if weight > 0.0 && weight.is_finite() { f64::from(weight) } else { 0.0 }
}

impl Thresholds {
    /// Prepares cascades on a graph; weights that are not positive numbers count 0.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(graph: &Rc<Graph>) -> Result<Thresholds> {
        let n = graph.nodes();
        let mut total = room(n)?;
        total.extend((0..n).map(|a| graph.out_arcs(a).map(|arc| counts(graph.weight(arc))).sum::<f64>()));
        Ok(Thresholds {
            graph: graph.clone(),
            total,
            active: filled(0.0, n)?,
            when: filled(0, n)?,
            reached: filled(0, n)?,
            cascade: 0,
            queue: room(n)?,
            threshold: 0.0,
            at: 0,
        })
    }

    /// Whether a share of an account's attention is enough for it. Sums of parts may miss the whole by rounding.
    fn follows(&self, account: usize, active: f64, threshold: f64) -> bool {
        let total = self.total[account];
        total > 0.0 && active > 0.0 && active >= threshold * total * (1.0 - 1e-9)
    }

    /// Accounts active in the end when these begin, themselves included.
    pub fn cascade(&mut self, seeds: &[u32], threshold: f64) -> usize {
        self.begin(seeds, threshold);
        while !self.go_on(usize::MAX) {}
        self.queue.len()
    }

    /// Begins a cascade, which [`Thresholds::go_on`] does.
    pub fn begin(&mut self, seeds: &[u32], threshold: f64) {
        if self.cascade == u32::MAX {
            self.when.fill(0);
            self.reached.fill(0);
            self.cascade = 0;
        }
        self.cascade += 1;
        let now = self.cascade;
        self.queue.clear();
        for seed in seeds {
            if self.reached.get(*seed as usize).is_some_and(|when| *when != now) {
                self.reached[*seed as usize] = now;
                self.queue.push(*seed);
            }
        }
        (self.threshold, self.at) = (threshold, 0);
    }

    /// Goes on for about as many arcs; whether the cascade is at its end. [`Thresholds::last`] is then whom it reached.
    pub fn go_on(&mut self, arcs: usize) -> bool {
        let (graph, now, threshold) = (self.graph.clone(), self.cascade, self.threshold);
        let mut work = 0;
        while let Some(b) = self.queue.get(self.at).copied() {
            if work >= arcs {
                return false;
            }
            self.at += 1;
            work += 1 + graph.in_degree(b as usize);
            let places = graph.in_places(b as usize);
            for (a, weight) in graph.in_from[places.clone()].iter().zip(&graph.in_weight[places]) {
                let account = *a as usize;
                if self.reached[account] == now {
                    continue;
                }
                if self.when[account] != now {
                    self.when[account] = now;
                    self.active[account] = 0.0;
                }
                self.active[account] += counts(*weight);
                if self.follows(account, self.active[account], threshold) {
                    self.reached[account] = now;
                    self.queue.push(*a);
                }
            }
        }
        true
    }

    /// Accounts of the last cascade, in the order in which they were reached.
    pub fn last(&self) -> &[u32] {
        &self.queue
    }

    /// People who follow an account though nobody else does: their *susceptible audience* share is its alone.
    pub fn susceptible(&self, account: usize, threshold: f64) -> usize {
        let places = self.graph.in_places(account);
        let (from, weight) = (&self.graph.in_from[places.clone()], &self.graph.in_weight[places]);
        from.iter().zip(weight).filter(|(a, w)| self.follows(**a as usize, counts(**w), threshold)).count()
    }

    /// Arcs of the graph: what a cascade costs at the most.
    pub fn arcs(&self) -> usize {
        self.graph.arcs()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::testing::{from_triples, golden};

    #[test]
    fn the_karate_club() {
        let mut thresholds = Thresholds::new(&golden("karate")).unwrap();
        let cases: [(f64, &[u32], usize); 9] = [
            (0.34, &[0], 5),
            (0.34, &[33], 20),
            (0.34, &[32], 20),
            (0.34, &[0, 33], 29),
            (0.5, &[0], 5),
            (0.5, &[33], 14),
            (0.5, &[32], 6),
            (0.5, &[0, 33], 29),
            (0.18, &[33], 34),
        ];
        for (threshold, seeds, size) in cases {
            assert_eq!(thresholds.cascade(seeds, threshold), size, "{threshold} {seeds:?}");
        }
        // Node 11 attends to 0 alone.
        assert!(thresholds.susceptible(0, 1.0) == 1 && thresholds.susceptible(0, 1e-9) == 16);
    }

    #[test]
    fn weights_that_do_not_count_and_seeds_that_are_not_there() {
        let graph = from_triples(
            4,
            vec![(1, 0, f32::NAN), (1, 2, 1.0), (2, 0, -1.0), (2, 3, f32::INFINITY), (3, 0, 0.0)],
        );
        let mut thresholds = Thresholds::new(&graph).unwrap();
        assert_eq!(thresholds.cascade(&[0, 0, 9], 0.0), 1);
        assert_eq!(thresholds.cascade(&[2], 1.0), 2);
        assert_eq!(thresholds.last(), [2, 1]);
        assert_eq!(thresholds.cascade(&[], 0.5), 0);
        assert_eq!(Thresholds::new(&Rc::new(Graph::default())).unwrap().cascade(&[0], 0.5), 0);
    }

    #[test]
    fn a_long_path_is_no_deep_recursion() {
        let n = 300_000;
        let graph = from_triples(n, (1..n as u32).map(|a| (a, a - 1, 1.0)).collect());
        let mut thresholds = Thresholds::new(&graph).unwrap();
        assert_eq!(thresholds.cascade(&[0], 1.0), n);
        thresholds.begin(&[0], 1.0);
        let pieces = (1..).take_while(|_| !thresholds.go_on(1000)).count();
        assert!(pieces > 100 && thresholds.last().len() == n, "{pieces}");
    }

    #[test]
    fn higher_thresholds_and_fewer_seeds_never_reach_more() {
        let graph = golden("karate");
        let mut thresholds = Thresholds::new(&graph).unwrap();
        for seed in 0..34 {
            let sizes: Vec<usize> =
                (1..=10).map(|t| thresholds.cascade(&[seed], 0.05 * f64::from(t))).collect();
            assert!(sizes.is_sorted_by(|a, b| a >= b));
            assert!(thresholds.cascade(&[seed, 0], 0.3) >= thresholds.cascade(&[seed], 0.3));
        }
    }
}
