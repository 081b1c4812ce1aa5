//! Exact spread of small networks, by going through everything that may happen.

use super::{Influence, Model};
use crate::error::{ErrorKind, Result};
use crate::math::Sum;

/// Worlds at the most.
const MOST: f64 = (1_u64 << 24) as f64;

/// Nodes at the most: one bit each.
pub const MOST_NODES: usize = 64;

/// One of the alternatives of a draw, an arc or none, and its probability.
type Way = (Option<(u8, u8)>, f64);

/// Everything that may happen in a small network, with its probability.
///
/// Under independent cascade a world says of each arc whether its try succeeds; under linear threshold, of each node,
/// whom it listens to if anybody. What a team reaches in a world is what it can walk to. With probabilities in double
/// precision it is the value that samples are checked against.
///
/// `σ(S) = Σ_worlds P(world) · Σ_{v reached from S} w_v`.
///
/// # Parameters
/// Arcs (u, v, probability), each pair once; the model.
///
/// # Complexity
/// O(worlds · nodes · arcs): 2^arcs worlds under independent cascade (arcs of probability 1 aside), the product of
/// in-degrees + 1 under linear threshold; 2^24 at the most.
///
/// # Errors
/// `argument.invalid` for more nodes or worlds than that.
///
/// # Source
/// Kempe, Kleinberg and Tardos 2003 (both equivalences).
///
/// # Examples
/// ```
/// use sillage::diffusion::{Model, exact::Worlds};
/// let worlds = Worlds::new(3, &[(0, 1, 0.5), (1, 2, 0.5)], Model::IndependentCascade { hops: None })?;
/// assert_eq!(worlds.spreads(None, &[vec![0], vec![0, 2]])?, [1.75, 2.5]);
/// assert_eq!(worlds.best(None, 1)?, (vec![0], 1.75));
/// # Ok::<(), sillage::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Worlds {
    nodes: usize,
    hops: usize,
    /// What is drawn one by one, with its alternatives.
    draws: Vec<Vec<Way>>,
}

impl Worlds {
    /// The worlds of some arcs.
    ///
    /// # Errors
    /// `argument.invalid` where there are too many, or for an arc to nowhere.
    pub fn new(nodes: usize, arcs: &[(u32, u32, f64)], model: Model) -> Result<Worlds> {
        let too_many = |what: f64| ErrorKind::InvalidArgument { name: "worlds", given: what.to_string() };
        let outside = arcs.iter().any(|(u, v, _)| *u.max(v) as usize >= nodes);
        if nodes > MOST_NODES || outside {
            return Err(too_many(nodes as f64).into());
        }
        let known = arcs.iter().filter(|(u, v, p)| *p > 0.0 && u != v);
        let mut hops = MOST_NODES;
        let mut draws: Vec<Vec<Way>> = Vec::new();
        match model {
            Model::IndependentCascade { hops: cap } => {
                hops = cap.map_or(MOST_NODES, |cap| cap as usize);
                for (u, v, p) in known {
                    let arc = Some((*u as u8, *v as u8));
                    draws.push(if *p >= 1.0 { vec![(arc, 1.0)] } else { vec![(arc, *p), (None, 1.0 - p)] });
                }
            }
            Model::LinearThreshold => {
                for node in 0..nodes as u32 {
                    let at: Vec<_> = known.clone().filter(|arc| arc.1 == node).collect();
                    let total = crate::math::sum(at.iter().map(|arc| arc.2));
                    let mut draw: Vec<_> = at
                        .iter()
                        .map(|arc| (Some((arc.0 as u8, arc.1 as u8)), arc.2 / total.max(1.0)))
                        .collect();
                    if total < 1.0 {
                        draw.push((None, 1.0 - total));
                    }
                    draws.push(draw);
                }
            }
        }
        draws.retain(|draw| !draw.is_empty());
        let worlds: f64 = draws.iter().map(|draw| draw.len() as f64).product();
        if worlds > MOST {
            return Err(too_many(worlds).into());
        }
        Ok(Worlds { nodes, hops, draws })
    }

    /// The worlds of a small [`Influence`].
    ///
    /// # Errors
    /// As [`Worlds::new`].
    pub fn of(influence: &Influence, model: Model) -> Result<Worlds> {
        let mut arcs = Vec::new();
        for u in 0..influence.nodes() {
            let (to, p) = influence.activates(u);
            arcs.extend(to.iter().zip(p).map(|(v, p)| (u as u32, *v, f64::from(*p))));
        }
        Worlds::new(influence.nodes(), &arcs, model)
    }

    /// Spread of each team; `weights` says what reaching each node counts for.
    ///
    /// # Errors
    /// `argument.invalid` for weights of another length or a member that is not there.
    pub fn spreads(&self, weights: Option<&[f64]>, teams: &[Vec<u32>]) -> Result<Vec<f64>> {
        if let Some(weights) = weights {
            super::sampling::check_length("targets", weights.len(), self.nodes)?;
        }
        if let Some(node) = teams.iter().flatten().find(|node| **node as usize >= self.nodes) {
            return Err(ErrorKind::InvalidArgument { name: "seeds", given: node.to_string() }.into());
        }
        let mut sums = vec![Sum::default(); teams.len()];
        self.each(|probability, reached| {
            for (sum, team) in sums.iter_mut().zip(teams) {
                let mut bits = team.iter().fold(0_u64, |bits, node| bits | reached[*node as usize]);
                let mut weight = 0.0;
                while bits != 0 {
                    weight += weights.map_or(1.0, |weights| weights[bits.trailing_zeros() as usize]);
                    bits &= bits - 1;
                }
                sum.add(probability * weight);
            }
        });
        Ok(sums.iter().map(Sum::total).collect())
    }

    /// The best team of `size`, the first in order among equals, and its spread.
    ///
    /// # Errors
    /// `argument.invalid` for weights of another length or more than 2^16 teams.
    pub fn best(&self, weights: Option<&[f64]>, size: usize) -> Result<(Vec<u32>, f64)> {
        let size = size.min(self.nodes);
        let mut teams: Vec<Vec<u32>> = vec![Vec::new()];
        for _ in 0..size {
            let longer = |team: &Vec<u32>| {
                let from = team.last().map_or(0, |last| last + 1);
                let team = team.clone();
                (from..self.nodes as u32).map(move |node| [&team[..], &[node]].concat())
            };
            teams = teams.iter().flat_map(longer).collect();
            if teams.len() > 1 << 16 {
                return Err(ErrorKind::InvalidArgument { name: "size", given: size.to_string() }.into());
            }
        }
        let spreads = self.spreads(weights, &teams)?;
        let mut best = 0;
        for at in 1..teams.len() {
            // Sums of the same worlds in one order: what is equal but for rounding is equal.
            if spreads[at] > spreads[best] * (1.0 + 1e-12) {
                best = at;
            }
        }
        Ok((teams.swap_remove(best), spreads[best]))
    }

    /// Gives each world's probability and whom each node reaches in it.
    fn each(&self, mut with: impl FnMut(f64, &[u64])) {
        let mut taken = vec![0; self.draws.len()];
        let mut next = vec![0_u64; self.nodes];
        let mut reached = vec![0_u64; self.nodes];
        loop {
            next.fill(0);
            let mut probability = 1.0;
            for (draw, at) in self.draws.iter().zip(&taken) {
                let (arc, p) = draw[*at];
                probability *= p;
                if let Some((u, v)) = arc {
                    next[u as usize] |= 1 << v;
                }
            }
            for (node, reached) in reached.iter_mut().enumerate() {
                *reached = walk(1 << node, &next, self.hops);
            }
            with(probability, &reached);
            // The next world, as a number of as many digits.
            let Some(digit) = (0..taken.len()).find(|digit| taken[*digit] + 1 < self.draws[*digit].len())
            else {
                return;
            };
            taken[..digit].fill(0);
            taken[digit] += 1;
        }
    }
}

/// Whom some nodes reach within some steps.
fn walk(from: u64, next: &[u64], hops: usize) -> u64 {
    let (mut all, mut layer) = (from, from);
    for _ in 0..hops {
        let mut further = 0;
        while layer != 0 {
            further |= next[layer.trailing_zeros() as usize];
            layer &= layer - 1;
        }
        layer = further & !all;
        if layer == 0 {
            break;
        }
        all |= layer;
    }
    all
}
