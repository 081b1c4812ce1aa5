//! Modularity: how much more weight lies inside communities than chance would put there.

use super::numbering::{check, filled};
use crate::error::{ErrorKind, Result};
use crate::graph::steps::{Steps, run};
use crate::graph::undirected::positive;
use crate::graph::{Graph, Undirected};
use crate::math::Sum;
use std::ops::Range;
use std::rc::Rc;

/// Entries of rows that one step reads.
const STEP: usize = 1 << 20;

/// The graph whose partition is judged.
#[derive(Debug, Clone)]
pub enum Ties {
    /// Ties without direction.
    Undirected(Rc<Undirected>),
    /// Arcs; those of a node to itself count as well.
    Directed(Rc<Graph>),
}

impl Ties {
    fn nodes(&self) -> usize {
        match self {
            Ties::Undirected(graph) => graph.nodes(),
            Ties::Directed(graph) => graph.nodes(),
        }
    }

    fn degree(&self, node: usize) -> usize {
        match self {
            Ties::Undirected(graph) => graph.degree(node),
            Ties::Directed(graph) => graph.out_degree(node),
        }
    }
}

/// Modularity of a partition, a block of nodes at a time.
///
/// Share of the weight that lies inside communities, less the share that would lie there if every account kept its
/// own activity and chose with whom by chance. 0: no better than chance; above 0.3 to 0.4: clear communities. The value
/// grows with the size of a graph, so that only partitions of one graph are compared by it.
///
/// Undirected: `Q = Σ_c [ in_c / 2m − γ (K_c / 2m)² ]`; directed (Leicht and Newman):
/// `Q = Σ_c [ in_c / m − γ K_c^out K_c^in / m² ]`.
///
/// | here | in the paper |
/// |---|---|
/// | `resolution` | γ: above 1 favours smaller communities |
/// | `inside` | in_c, the entries of the weight matrix inside community c |
/// | `leaves`, `reaches` | K_c^out, K_c^in; both K_c when there is no direction |
/// | `total` | 2m or m, the sum of the weight matrix |
///
/// A weight that is not a positive finite number counts as 0. Without any weight the modularity is `NaN`: unknown.
///
/// # Complexity
/// O(nodes + arcs); 16 bytes a node.
///
/// # Source
/// Newman and Girvan 2004; Reichardt and Bornholdt 2006 for γ; Leicht and Newman 2008 for the directed form. The same
/// values as networkx, igraph and leidenalg.
#[derive(Debug)]
pub struct Modularity {
    ties: Ties,
    of: Vec<u32>,
    resolution: f64,
    leaves: Vec<f64>,
    reaches: Vec<f64>,
    inside: Sum,
    total: Sum,
    next: usize,
}

impl Modularity {
    /// Prepares the sums for the communities `of` the nodes, whose labels are any numbers below that of the nodes.
    ///
    /// # Errors
    /// `argument.invalid` for a resolution that is negative or not finite, or labels that do not fit the graph;
    /// `memory.exhausted`.
    pub fn new(ties: Ties, of: Vec<u32>, resolution: f64) -> Result<Modularity> {
        check_resolution(resolution)?;
        let n = ties.nodes();
        check(&of, n)?;
        let directed = matches!(ties, Ties::Directed(_));
        Ok(Modularity {
            leaves: filled(n, 0.0)?,
            reaches: filled(if directed { n } else { 0 }, 0.0)?,
            ties,
            of,
            resolution,
            inside: Sum::default(),
            total: Sum::default(),
            next: 0,
        })
    }

    /// Takes the labels back out; the sums are not touched.
    pub(super) fn take_labels(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.of)
    }

    #[inline(never)]
    fn add(&mut self, nodes: Range<usize>) {
        let of = self.of.as_slice();
        for node in nodes {
            let own = of[node];
            let (mut inside, mut strength) = (0.0, 0.0);
            match &self.ties {
                Ties::Undirected(graph) => {
                    // Its weights are 0 or positive as it is.
                    for (other, weight) in graph.neighbours(node).iter().zip(graph.weights(node)) {
                        let weight = f64::from(*weight);
                        strength += weight;
                        inside += if of[*other as usize] == own { weight } else { 0.0 };
                    }
                }
                Ties::Directed(graph) => {
                    let row = graph.out_arcs(node);
                    for (other, weight) in graph.out_to[row.clone()].iter().zip(&graph.out_weight[row]) {
                        let weight = f64::from(positive(*weight));
                        let there = of[*other as usize];
                        strength += weight;
                        inside += if there == own { weight } else { 0.0 };
                        self.reaches[there as usize] += weight;
                    }
                }
            }
            self.leaves[own as usize] += strength;
            self.inside.add(inside);
            self.total.add(strength);
        }
    }
}

impl Steps for Modularity {
    type Output = f64;

    fn step(&mut self) -> bool {
        let (n, from) = (self.of.len(), self.next);
        let mut entries = 0;
        while self.next < n && entries < STEP {
            entries += 1 + self.ties.degree(self.next);
            self.next += 1;
        }
        self.add(from..self.next);
        self.next == n
    }

    fn share_done(&self) -> f64 {
        self.next as f64 / self.of.len().max(1) as f64
    }

    fn finish(self) -> f64 {
        let total = self.total.total();
        if total <= 0.0 {
            return f64::NAN;
        }
        let mut by_chance = Sum::default();
        for (community, leaves) in self.leaves.iter().enumerate() {
            let reaches = self.reaches.get(community).unwrap_or(leaves);
            by_chance.add((leaves / total) * (reaches / total));
        }
        self.inside.total() / total - self.resolution * by_chance.total()
    }
}

/// Modularity of a partition of an undirected graph in one call; see [`Modularity`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, Undirected, community::modularity};
/// use std::rc::Rc;
/// // Two pairs that know each other, and one tie between them.
/// let graph = Graph::from_sorted(4, &[0, 1, 2], vec![1, 2, 3], vec![1.0; 3])?;
/// let ties = Rc::new(Undirected::of(&graph)?);
/// let q = modularity::undirected(&ties, &[0, 0, 1, 1], 1.0)?;
/// assert!((q - (2.0 / 3.0 - 0.5)).abs() < 1e-15);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Modularity::new`].
pub fn undirected(graph: &Rc<Undirected>, of: &[u32], resolution: f64) -> Result<f64> {
    Ok(run(Modularity::new(Ties::Undirected(Rc::clone(graph)), of.to_vec(), resolution)?))
}

/// Modularity of a partition of a directed graph in one call; see [`Modularity`].
///
/// # Errors
/// As [`Modularity::new`].
pub fn directed(graph: &Rc<Graph>, of: &[u32], resolution: f64) -> Result<f64> {
    Ok(run(Modularity::new(Ties::Directed(Rc::clone(graph)), of.to_vec(), resolution)?))
}

/// That a resolution is a number from 0 up.
pub(super) fn check_resolution(resolution: f64) -> Result<()> {
    if resolution >= 0.0 && resolution.is_finite() {
        return Ok(());
    }
    Err(ErrorKind::InvalidArgument { name: "resolution", given: resolution.to_string() }.into())
}

#[cfg(test)]
mod tests {
    use super::super::examples::{KARATE_BEST, directed as graph, karate, random_arcs, ties};
    use super::*;

    const TOY: [(u32, u32, f32); 10] = [
        (0, 1, 2.0),
        (1, 2, 1.0),
        (2, 0, 3.5),
        (2, 3, 1.0),
        (3, 4, 2.0),
        (4, 5, 4.0),
        (5, 3, 1.0),
        (5, 0, 0.5),
        (1, 0, 1.0),
        (4, 4, 2.0),
    ];

    #[test]
    fn values_of_networkx_and_igraph() {
        for (resolution, expected) in
            [(0.5, 0.575_279_421_433_267_6), (1.0, 0.419_789_612_097_304_37), (2.0, 0.108_809_993_425_378_02)]
        {
            let found = undirected(&karate(), &KARATE_BEST, resolution).unwrap();
            assert!((found - expected).abs() < 1e-14, "{found} is not {expected}");
        }
        let of = [4, 4, 4, 1, 1, 1];
        for (resolution, with, without) in [
            (1.0, 0.413_580_246_913_580_3, 0.405_761_718_75),
            (1.7, 0.061_419_753_086_419_84, 0.055_419_921_875_000_056),
        ] {
            let found = directed(&graph(6, &TOY), &of, resolution).unwrap();
            assert!((found - with).abs() < 1e-14, "{found} is not {with}");
            let found = undirected(&ties(6, &TOY), &of, resolution).unwrap();
            assert!((found - without).abs() < 1e-14, "{found} is not {without}");
        }
    }

    /// The definition, pair by pair.
    fn naive(weights: &[Vec<f64>], of: &[u32], resolution: f64) -> f64 {
        let total: f64 = weights.iter().flatten().sum();
        let column = |b: usize| weights.iter().map(|row| row[b]).sum::<f64>();
        let mut q = 0.0;
        for (a, row) in weights.iter().enumerate() {
            for (b, weight) in row.iter().enumerate().filter(|(b, _)| of[a] == of[*b]) {
                q += weight - resolution * row.iter().sum::<f64>() * column(b) / total;
            }
        }
        q / total
    }

    #[test]
    fn the_definition_pair_by_pair() {
        let mut random = crate::math::rng::Stream::new(5, "modularity", 0);
        for seed in 0..50 {
            let n = 2 + random.below(12) as u32;
            let arcs = random_arcs(n, 3 * n as usize, seed);
            let of: Vec<u32> = (0..n).map(|_| random.below(u64::from(n)) as u32).collect();
            let resolution = random.next_f64() * 3.0;
            let graph = graph(n as usize, &arcs);
            let mut with = vec![vec![0.0; n as usize]; n as usize];
            let mut without = with.clone();
            for node in 0..n as usize {
                for arc in graph.out_arcs(node) {
                    let (other, weight) = (graph.out_to[arc] as usize, f64::from(graph.weight(arc)));
                    with[node][other] = weight;
                    if other != node {
                        without[node][other] += weight;
                        without[other][node] += weight;
                    }
                }
            }
            let close = |found: f64, expected: f64| {
                let both = found.is_nan() && expected.is_nan();
                assert!(both || (found - expected).abs() < 1e-12, "{found} is not {expected}");
            };
            close(directed(&graph, &of, resolution).unwrap(), naive(&with, &of, resolution));
            let flat = Rc::new(Undirected::of(&graph).unwrap());
            close(undirected(&flat, &of, resolution).unwrap(), naive(&without, &of, resolution));
        }
    }

    #[test]
    fn without_weight_unknown_and_what_does_not_fit_refused() {
        assert!(undirected(&ties(0, &[]), &[], 1.0).unwrap().is_nan());
        assert!(undirected(&ties(2, &[(0, 1, 0.0)]), &[0, 0], 1.0).unwrap().is_nan());
        assert!(directed(&graph(2, &[(0, 1, f32::INFINITY)]), &[0, 0], 1.0).unwrap().is_nan());
        for resolution in [-0.1, f64::NAN, f64::INFINITY] {
            assert_eq!(
                undirected(&karate(), &KARATE_BEST, resolution).unwrap_err().code(),
                "argument.invalid"
            );
        }
        assert_eq!(undirected(&karate(), &[0; 33], 1.0).unwrap_err().code(), "argument.invalid");
        assert_eq!(undirected(&karate(), &[34; 34], 1.0).unwrap_err().code(), "argument.invalid");
    }
}
