//! Weakly connected components.

use super::column::{filled, room};
use super::csr::Graph;
use crate::error::Result;
use petgraph::unionfind::UnionFind;
use petgraph::visit::{EdgeRef, IntoEdgeReferences};

/// Components of the graph, the direction of arcs left aside.
#[derive(Debug, Clone, Default)]
pub struct Components {
    /// Component of each node, numbered by size, largest first, then by smallest node.
    pub of: Vec<u32>,
    /// Nodes of each component.
    pub sizes: Vec<u32>,
}

/// Finds the weakly connected components.
///
/// # Complexity
/// O(nodes + arcs · α(nodes)), by petgraph's union-find.
///
/// # Errors
/// `memory.exhausted`.
pub fn components(graph: &Graph) -> Result<Components> {
    let n = graph.nodes();
    let mut sets = UnionFind::<u32>::new(n);
    for arc in graph.edge_references() {
        sets.union(arc.source(), arc.target());
    }
    let labels = sets.into_labeling();
    Components::numbered(labels, n)
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
        let found = components(&graph).unwrap();
        assert_eq!(found.sizes, [4, 1, 1]);
        assert_eq!(found.of, [1, 0, 0, 2, 0, 0]);
    }
}
