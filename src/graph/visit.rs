//! petgraph's `visit` traits on `&Graph`: its linear algorithms run on the frozen graph without a copy.

use super::csr::Graph;
use petgraph::Direction::{self, Outgoing};
use petgraph::visit::{
    Data, EdgeCount, EdgeRef, GraphBase, GraphProp, IntoEdgeReferences, IntoEdges, IntoEdgesDirected,
    IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers, NodeCompactIndexable, NodeCount,
    NodeIndexable, Visitable,
};
use std::ops::Range;

impl GraphBase for Graph {
    type NodeId = u32;
    type EdgeId = u32;
}

impl Data for Graph {
    type NodeWeight = ();
    type EdgeWeight = f32;
}

impl GraphProp for Graph {
    type EdgeType = petgraph::Directed;
}

impl NodeCount for Graph {
    fn node_count(&self) -> usize {
        self.nodes()
    }
}

impl EdgeCount for Graph {
    fn edge_count(&self) -> usize {
        self.arcs()
    }
}

impl NodeIndexable for Graph {
    fn node_bound(&self) -> usize {
        self.nodes()
    }
    fn to_index(&self, node: u32) -> usize {
        node as usize
    }
    fn from_index(&self, index: usize) -> u32 {
        index as u32
    }
}

impl NodeCompactIndexable for Graph {}

impl Visitable for Graph {
    type Map = fixedbitset::FixedBitSet;
    fn visit_map(&self) -> Self::Map {
        fixedbitset::FixedBitSet::with_capacity(self.nodes())
    }
    fn reset_map(&self, map: &mut Self::Map) {
        map.clear();
        map.grow(self.nodes());
    }
}

impl IntoNodeIdentifiers for &Graph {
    type NodeIdentifiers = Range<u32>;
    fn node_identifiers(self) -> Range<u32> {
        0..self.nodes() as u32
    }
}

impl<'a> IntoNeighbors for &'a Graph {
    type Neighbors = std::iter::Copied<std::slice::Iter<'a, u32>>;
    fn neighbors(self, node: u32) -> Self::Neighbors {
        self.targets(node as usize).iter().copied()
    }
}

impl<'a> IntoNeighborsDirected for &'a Graph {
    type NeighborsDirected = std::iter::Copied<std::slice::Iter<'a, u32>>;
    fn neighbors_directed(self, node: u32, direction: Direction) -> Self::NeighborsDirected {
        let side =
            if direction == Outgoing { self.targets(node as usize) } else { self.sources(node as usize) };
        side.iter().copied()
    }
}

/// One arc, for petgraph.
#[derive(Debug, Clone, Copy)]
pub struct ArcRef<'a> {
    source: u32,
    target: u32,
    arc: u32,
    weight: &'a f32,
}

impl EdgeRef for ArcRef<'_> {
    type NodeId = u32;
    type EdgeId = u32;
    type Weight = f32;
    fn source(&self) -> u32 {
        self.source
    }
    fn target(&self) -> u32 {
        self.target
    }
    fn weight(&self) -> &f32 {
        self.weight
    }
    fn id(&self) -> u32 {
        self.arc
    }
}

/// The arcs of one node, or of all.
#[derive(Debug, Clone)]
pub struct Arcs<'a> {
    graph: &'a Graph,
    node: u32,
    places: Range<usize>,
    direction: Direction,
}

impl<'a> Iterator for Arcs<'a> {
    type Item = ArcRef<'a>;
    fn next(&mut self) -> Option<ArcRef<'a>> {
        let at = self.places.next()?;
        let graph = self.graph;
        if self.direction == Outgoing {
            // Walking over all arcs, the source is the row that `at` has reached.
            while graph.out_start[self.node as usize + 1] as usize <= at {
                self.node += 1;
            }
            let (target, weight) = (graph.out_to[at], &graph.out_weight[at]);
            return Some(ArcRef { source: self.node, target, arc: at as u32, weight });
        }
        let (source, weight) = (graph.in_from[at], &graph.in_weight[at]);
        Some(ArcRef { source, target: self.node, arc: graph.in_arc[at], weight })
    }
}

impl<'a> IntoEdgeReferences for &'a Graph {
    type EdgeRef = ArcRef<'a>;
    type EdgeReferences = Arcs<'a>;
    fn edge_references(self) -> Arcs<'a> {
        Arcs { graph: self, node: 0, places: 0..self.arcs(), direction: Outgoing }
    }
}

impl<'a> IntoEdges for &'a Graph {
    type Edges = Arcs<'a>;
    fn edges(self, node: u32) -> Arcs<'a> {
        self.edges_directed(node, Outgoing)
    }
}

impl<'a> IntoEdgesDirected for &'a Graph {
    type EdgesDirected = Arcs<'a>;
    fn edges_directed(self, node: u32, direction: Direction) -> Arcs<'a> {
        let index = node as usize;
        let places = if direction == Outgoing { self.out_arcs(index) } else { self.in_places(index) };
        Arcs { graph: self, node, places, direction }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use petgraph::algo::{connected_components, dijkstra, tarjan_scc};

    fn toy() -> Graph {
        let from = [0, 0, 1, 2, 4];
        Graph::from_sorted(6, &from, vec![1, 2, 2, 0, 5], vec![1.0, 5.0, 1.5, 2.0, 1.0]).unwrap()
    }

    #[test]
    fn petgraph_runs_on_the_frozen_graph() {
        let graph = toy();
        assert_eq!(connected_components(&graph), 3);
        let mut sizes: Vec<_> = tarjan_scc(&graph).iter().map(Vec::len).collect();
        sizes.sort_unstable();
        assert_eq!(sizes, [1, 1, 1, 3]);
        let lengths = dijkstra(&graph, 0, None, |arc| *arc.weight());
        assert_eq!(lengths[&2], 2.5, "the shortest way is through 1");
    }

    #[test]
    fn arcs_are_the_same_both_ways() {
        let graph = toy();
        let mut out: Vec<_> =
            graph.edge_references().map(|a| (a.source(), a.target(), a.id(), *a.weight())).collect();
        let mut back: Vec<_> = graph
            .node_identifiers()
            .flat_map(|n| graph.edges_directed(n, Direction::Incoming))
            .map(|a| (a.source(), a.target(), a.id(), *a.weight()))
            .collect();
        out.sort_by_key(|a| a.2);
        back.sort_by_key(|a| a.2);
        assert_eq!(out, back);
        assert_eq!(graph.arc(0, 2), Some(1));
        assert_eq!(graph.arc(2, 1), None);
    }
}
