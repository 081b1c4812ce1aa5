//! Whether communities hang together, and what to do with one that does not.

use super::numbering::{check, filled};
use crate::error::Result;
use crate::graph::Undirected;

/// Splits every community into the parts that ties of positive weight hold together, a block of nodes at a time.
///
/// # Complexity
/// O(nodes + ties); 8 bytes a node.
#[derive(Debug, Default)]
pub(super) struct Split {
    /// Part of each node: the smallest node of the part; `u32::MAX` where none has come by yet.
    pub part: Vec<u32>,
    /// Parts found so far.
    pub parts: usize,
    waiting: Vec<u32>,
    next: usize,
}

impl Split {
    /// Starts over, for a graph of `nodes` nodes.
    pub fn restart(&mut self, nodes: usize) -> Result<()> {
        self.part.clear();
        if self.part.capacity() < nodes {
            self.part = filled(nodes, u32::MAX)?;
        } else {
            self.part.resize(nodes, u32::MAX);
        }
        self.waiting.clear();
        (self.parts, self.next) = (0, 0);
        Ok(())
    }

    /// Reads about `budget` entries of rows; returns whether all nodes have their part.
    #[inline(never)]
    pub fn advance(&mut self, graph: &Undirected, of: &[u32], budget: usize) -> bool {
        let mut read = 0;
        while read < budget {
            let Some(node) = self.waiting.pop() else {
                while self.next < of.len() && self.part[self.next] != u32::MAX {
                    self.next += 1;
                }
                if self.next == of.len() {
                    return true;
                }
                self.part[self.next] = self.next as u32;
                self.parts += 1;
                self.waiting.push(self.next as u32);
                continue;
            };
            let node = node as usize;
            let (own, part) = (of[node], self.part[node]);
            read += 1 + graph.degree(node);
            for (other, weight) in graph.neighbours(node).iter().zip(graph.weights(node)) {
                let at = *other as usize;
                if of[at] == own && self.part[at] == u32::MAX && *weight > 0.0 {
                    self.part[at] = part;
                    self.waiting.push(*other);
                }
            }
        }
        false
    }
}

/// Splits every community into the parts that ties of positive weight hold together.
///
/// Returns the partition, its labels the smallest node of each part, and how many parts were added. None is added
/// exactly when every community was connected. A split never lowers the modularity: what is inside stays inside, and
/// the weight that chance would put there falls.
///
/// # Complexity
/// O(nodes + ties); 8 bytes a node.
///
/// # Errors
/// `argument.invalid` for labels that do not fit the graph; `memory.exhausted`.
pub fn split(graph: &Undirected, of: &[u32]) -> Result<(Vec<u32>, usize)> {
    check(of, graph.nodes())?;
    let mut split = Split::default();
    split.restart(of.len())?;
    while !split.advance(graph, of, usize::MAX) {}
    let mut seen = filled(of.len(), false)?;
    let communities = of.iter().filter(|label| !std::mem::replace(&mut seen[**label as usize], true)).count();
    Ok((split.part, split.parts - communities))
}

/// Communities that ties of positive weight do not hold together, counted as the parts too many.
///
/// # Errors
/// As [`split`].
pub fn parts_too_many(graph: &Undirected, of: &[u32]) -> Result<usize> {
    Ok(split(graph, of)?.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Graph;

    #[test]
    fn a_community_in_two_parts_is_split_and_a_tie_without_weight_holds_nothing() {
        let graph = Graph::from_sorted(5, &[0, 1, 3], vec![1, 2, 4], vec![1.0, 1.0, 0.0]).unwrap();
        let graph = Undirected::of(&graph).unwrap();
        assert_eq!(split(&graph, &[0, 1, 0, 2, 2]).unwrap(), (vec![0, 1, 2, 3, 4], 2));
        assert_eq!(split(&graph, &[3, 3, 3, 1, 2]).unwrap(), (vec![0, 0, 0, 3, 4], 0));
        assert_eq!(parts_too_many(&graph, &[0; 5]).unwrap(), 2);
        assert_eq!(parts_too_many(&graph, &[0; 4]).unwrap_err().code(), "argument.invalid");
    }
}
