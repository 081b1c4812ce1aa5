//! All triangles, each once: ties directed from few to many neighbours.

use crate::error::Result;
use crate::graph::Undirected;
use crate::graph::column::{add_up, filled, room};

/// Pairs of ties looked at in a piece: a few milliseconds.
const PIECE: usize = 1 << 20;

/// The graph with each tie once, from the node with fewer neighbours to the one with more.
///
/// Nodes are numbered by rank, most neighbours first, and rows hold smaller ranks only: no row is longer than
/// √(2 ties), and what is looked up again and again, the ranks of hubs, lies close together.
#[derive(Debug, Default)]
pub(crate) struct Forward {
    /// Node of each rank.
    pub node: Vec<u32>,
    pub start: Vec<u32>,
    pub to: Vec<u32>,
    /// Weight of each tie.
    pub weight: Vec<f32>,
}

/// Makes a [`Forward`], a piece at a time, and then walks over its triangles.
#[derive(Debug)]
pub(crate) struct Walk {
    rank: Vec<u32>,
    pub forward: Forward,
    /// Of each rank, the place of its tie with the node at hand, plus 1; 0 without one.
    mark: Vec<u32>,
    with_weights: bool,
    making: bool,
    at: usize,
}

/// A triangle, by the ranks of its corners and the places of its ties: `of[0]` is the tie opposite `corner[0]`.
pub(crate) struct Triangle {
    pub corner: [u32; 3],
    pub of: [usize; 3],
}

impl Walk {
    /// Ranks the nodes.
    pub(crate) fn new(graph: &Undirected, with_weights: bool) -> Result<Walk> {
        let n = graph.nodes();
        let largest = (0..n).map(|node| graph.degree(node)).max().unwrap_or(0);
        let mut start = filled(0_u32, largest + 2)?;
        for node in 0..n {
            start[largest - graph.degree(node) + 1] += 1;
        }
        add_up(&mut start);
        let (mut rank, mut node_of) = (filled(0_u32, n)?, filled(0_u32, n)?);
        for (node, rank) in rank.iter_mut().enumerate() {
            let at = &mut start[largest - graph.degree(node)];
            *rank = *at;
            node_of[*at as usize] = node as u32;
            *at += 1;
        }
        let mut forward = Forward {
            node: node_of,
            start: room(n + 1)?,
            to: room(graph.ties())?,
            weight: room(if with_weights { graph.ties() } else { 0 })?,
        };
        forward.start.push(0);
        Ok(Walk { rank, forward, mark: filled(0, n)?, with_weights, making: true, at: 0 })
    }

    /// A piece of work, whose triangles are handed to `each`; returns whether it was the last.
    #[inline]
    pub(crate) fn step(&mut self, graph: &Undirected, each: impl FnMut(&Forward, Triangle)) -> bool {
        if self.making {
            self.make(graph);
            return false;
        }
        self.walk(each)
    }

    fn make(&mut self, graph: &Undirected) {
        let Forward { node, start, to, weight } = &mut self.forward;
        let mut left = PIECE / 4;
        while self.at < node.len() && left > 0 {
            let here = node[self.at] as usize;
            let neighbours = graph.neighbours(here);
            for (i, other) in neighbours.iter().enumerate() {
                let rank = self.rank[*other as usize];
                if (rank as usize) < self.at {
                    to.push(rank);
                    if self.with_weights {
                        weight.push(graph.weights(here)[i]);
                    }
                }
            }
            start.push(to.len() as u32);
            left = left.saturating_sub(neighbours.len() + 1);
            self.at += 1;
        }
        if self.at == node.len() {
            (self.making, self.at) = (false, 0);
            self.rank = Vec::new();
        }
    }

    #[inline]
    fn walk(&mut self, mut each: impl FnMut(&Forward, Triangle)) -> bool {
        let forward = &self.forward;
        let row = |rank: usize| forward.start[rank] as usize..forward.start[rank + 1] as usize;
        let n = forward.node.len();
        let mut left = PIECE;
        while self.at < n && left > 0 {
            let high = self.at;
            self.at += 1;
            let places = row(high);
            let mut looked = places.len() + 1;
            if places.len() > 1 {
                for (middle, at) in forward.to[places.clone()].iter().zip(places.clone()) {
                    self.mark[*middle as usize] = at as u32 + 1;
                }
                for (middle, at) in forward.to[places.clone()].iter().zip(places.clone()) {
                    let second = row(*middle as usize);
                    looked += second.len();
                    for (low, third) in forward.to[second.clone()].iter().zip(second) {
                        let mark = self.mark[*low as usize];
                        if mark > 0 {
                            let corner = [high as u32, *middle, *low];
                            each(forward, Triangle { corner, of: [third, mark as usize - 1, at] });
                        }
                    }
                }
                for middle in &forward.to[places] {
                    self.mark[*middle as usize] = 0;
                }
            }
            left = left.saturating_sub(looked);
        }
        self.at == n
    }

    /// Share of the nodes done. The last ranks are the many with few neighbours.
    pub(crate) fn share_done(&self) -> f64 {
        let share = self.at as f64 / self.mark.len().max(1) as f64;
        if self.making { 0.2 * share } else { 0.2 + 0.8 * share }
    }

    /// A column by rank as one by node.
    pub(crate) fn by_node<T: Copy + Default>(&self, by_rank: &[T]) -> Result<Vec<T>> {
        let mut column = filled(T::default(), by_rank.len())?;
        for (node, value) in self.forward.node.iter().zip(by_rank) {
            column[*node as usize] = *value;
        }
        Ok(column)
    }
}
