//! Weakly connected components.

use super::csr::Graph;
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
pub fn components(graph: &Graph) -> Components {
    let n = graph.nodes();
    let mut sets = UnionFind::<u32>::new(n);
    for arc in graph.edge_references() {
        sets.union(arc.source(), arc.target());
    }
    let labels = sets.into_labeling();
    let mut size = vec![0_u32; n];
    let mut smallest = vec![u32::MAX; n];
    for (node, label) in labels.iter().enumerate() {
        size[*label as usize] += 1;
        smallest[*label as usize] = smallest[*label as usize].min(node as u32);
    }
    let mut order: Vec<u32> = (0..n as u32).filter(|l| size[*l as usize] > 0).collect();
    order.sort_unstable_by_key(|l| (std::cmp::Reverse(size[*l as usize]), smallest[*l as usize]));
    let mut number = vec![0; n];
    for (at, label) in order.iter().enumerate() {
        number[*label as usize] = at as u32;
    }
    Components {
        of: labels.iter().map(|l| number[*l as usize]).collect(),
        sizes: order.iter().map(|l| size[*l as usize]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_are_numbered_by_size_then_by_smallest_node() {
        let graph = Graph::from_sorted(6, &[1, 4, 5], vec![2, 5, 1], vec![1.0; 3]).unwrap();
        let found = components(&graph);
        assert_eq!(found.sizes, [4, 1, 1]);
        assert_eq!(found.of, [1, 0, 0, 2, 0, 0]);
    }
}
