//! The ties that a projection gives.

use crate::error::{ErrorKind, Result};
use crate::graph::column::filled;
use crate::graph::csr::Graph;
use crate::limits::PROJECTED_TIES;

/// Ties of a projection, each pair once, the lower number first, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Projected {
    /// One end.
    pub from: Vec<u32>,
    /// The other, of a higher number.
    pub to: Vec<u32>,
    /// Weight, by the rule that was chosen.
    pub weight: Vec<f32>,
    /// What both have in common, counted: objects, accounts, or times they acted together.
    pub shared: Vec<u32>,
    /// Cosine of what both did; empty where it was not asked for.
    pub cosine: Vec<f32>,
    /// What could make ties: objects (or accounts) that two or more have in common.
    pub makers: usize,
    /// Those of them that were left out because too many have them in common.
    pub left_out: usize,
}

impl Projected {
    /// How many ties.
    pub fn len(&self) -> usize {
        self.from.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.from.is_empty()
    }

    pub(super) fn add(&mut self, from: u32, to: u32, weight: f64, shared: u32) -> Result<()> {
        if self.from.len() == self.from.capacity() {
            let no_room = |_| ErrorKind::OutOfMemory { what: "projection" };
            let more = self.from.len().max(1024);
            self.from.try_reserve(more).map_err(no_room)?;
            self.to.try_reserve(more).map_err(no_room)?;
            self.weight.try_reserve(more).map_err(no_room)?;
            self.shared.try_reserve(more).map_err(no_room)?;
        }
        if self.from.len() >= PROJECTED_TIES {
            let value = PROJECTED_TIES as f64;
            return Err(ErrorKind::LimitReached { limit: "PROJECTED_TIES", value }.into());
        }
        self.from.push(from);
        self.to.push(to);
        self.weight.push(weight as f32);
        self.shared.push(shared);
        Ok(())
    }

    /// The ties as a graph: an arc each way, of the weight of the tie.
    ///
    /// Cost: O(nodes + ties).
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn graph(&self, nodes: usize) -> Result<Graph> {
        let mut start = filled(0_usize, nodes + 1)?;
        for node in self.from.iter().chain(&self.to) {
            start[*node as usize + 1] += 1;
        }
        for node in 0..nodes {
            start[node + 1] += start[node];
        }
        let arcs = 2 * self.len();
        let (mut from, mut to) = (filled(0_u32, arcs)?, filled(0_u32, arcs)?);
        let mut weight = filled(0.0_f32, arcs)?;
        // A row's lower neighbours all come before its upper ones: ties are in order, once by each end.
        for (near, far) in [(&self.to, &self.from), (&self.from, &self.to)] {
            for (tie, (a, b)) in near.iter().zip(far).enumerate() {
                let at = start[*a as usize];
                start[*a as usize] += 1;
                (from[at], to[at], weight[at]) = (*a, *b, self.weight[tie]);
            }
        }
        Graph::from_sorted(nodes, &from, to, weight)
    }

    /// Components of two accounts or more, by their sizes, the largest first: for co-action, the groups that may act
    /// together. O(nodes + ties).
    pub fn groups(&self, nodes: usize) -> Vec<u32> {
        let mut root: Vec<u32> = (0..nodes as u32).collect();
        let find = |root: &mut [u32], mut node: u32| {
            while root[node as usize] != node {
                root[node as usize] = root[root[node as usize] as usize];
                node = root[node as usize];
            }
            node
        };
        for (a, b) in self.from.iter().zip(&self.to) {
            let (a, b) = (find(&mut root, *a), find(&mut root, *b));
            root[a.max(b) as usize] = a.min(b);
        }
        let mut size = vec![0; nodes];
        for node in 0..nodes as u32 {
            size[find(&mut root, node) as usize] += 1;
        }
        size.retain(|size| *size > 1);
        size.sort_unstable_by(|a, b| b.cmp(a));
        size
    }
}
