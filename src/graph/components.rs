//! Weakly connected components.

use super::column::{filled, piece_of_rows, room};
use super::csr::Graph;
use super::steps::{Steps, run};
use crate::error::Result;
use petgraph::unionfind::UnionFind;
use std::rc::Rc;

/// Nodes and arcs of a piece.
const PIECE: usize = 1 << 18;

/// Components of the graph, the direction of arcs left aside.
#[derive(Debug, Clone, Default)]
pub struct Components {
    /// Component of each node, numbered by size, largest first, then by smallest node.
    pub of: Vec<u32>,
    /// Nodes of each component.
    pub sizes: Vec<u32>,
}

/// Weakly connected components, a block of rows at a time.
///
/// # Complexity
/// O(nodes + arcs · α(nodes)), by petgraph's union-find.
///
/// # Errors
/// `memory.exhausted`.
#[derive(Debug)]
pub struct Finding {
    graph: Rc<Graph>,
    sets: UnionFind<u32>,
    row: usize,
}

impl Finding {
    /// Every node alone.
    pub fn new(graph: Rc<Graph>) -> Finding {
        Finding { sets: UnionFind::new(graph.nodes()), graph, row: 0 }
    }

    #[inline(never)]
    fn unite(&mut self, rows: std::ops::Range<usize>) {
        for node in rows {
            for other in self.graph.targets(node) {
                self.sets.union(node as u32, *other);
            }
        }
    }
}

impl Steps for Finding {
    type Output = Result<Components>;

    fn step(&mut self) -> bool {
        let n = self.graph.nodes();
        if self.row < n {
            let rows = piece_of_rows(&self.graph.out_start, self.row, PIECE);
            self.row = rows.end;
            self.unite(rows);
        }
        self.row >= n
    }

    fn share_done(&self) -> f64 {
        self.row as f64 / self.graph.nodes().max(1) as f64
    }

    fn finish(self) -> Result<Components> {
        let n = self.graph.nodes();
        Components::numbered(self.sets.into_labeling(), n)
    }
}

/// Weakly connected components in one call; see [`Finding`].
///
/// # Errors
/// As [`Finding`].
pub fn components(graph: &Rc<Graph>) -> Result<Components> {
    run(Finding::new(graph.clone()))
}

impl Components {
    /// Components by labels below `labels`, in any order.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(super) fn numbered(mut of: Vec<u32>, labels: usize) -> Result<Components> {
        let (mut size, mut smallest) = (filled(0_u32, labels)?, filled(u32::MAX, labels)?);
        for (node, label) in of.iter().enumerate() {
            size[*label as usize] += 1;
            smallest[*label as usize] = smallest[*label as usize].min(node as u32);
        }
        let mut order: Vec<u32> = room(labels)?;
        order.extend((0..labels as u32).filter(|l| size[*l as usize] > 0));
        order.sort_unstable_by_key(|l| (std::cmp::Reverse(size[*l as usize]), smallest[*l as usize]));
        let mut number = smallest;
        let mut sizes = room(order.len())?;
        for (at, label) in order.iter().enumerate() {
            number[*label as usize] = at as u32;
            sizes.push(size[*label as usize]);
        }
        for label in &mut of {
            *label = number[*label as usize];
        }
        Ok(Components { of, sizes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_are_numbered_by_size_then_by_smallest_node() {
        let graph = Graph::from_sorted(6, &[1, 4, 5], vec![2, 5, 1], vec![1.0; 3]).unwrap();
        let found = components(&Rc::new(graph)).unwrap();
        assert_eq!(found.sizes, [4, 1, 1]);
        assert_eq!(found.of, [1, 0, 0, 2, 0, 0]);
    }
}
