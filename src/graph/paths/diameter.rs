//! An upper bound of the vertex diameter: the most nodes that a shortest path can have.

use super::{Ties, filled};
use crate::error::Result;

/// At most how many nodes lie on any shortest path, ends included; 0 without a node.
///
/// Undirected: twice the farthest distance from one node of each component, plus 1. Directed: within each strong
/// component the farthest distance to one of its nodes and from it, and the longest chain of components.
/// Never below the truth, and for graphs of people rarely more than twice it, which costs one bit.
///
/// # Complexity
/// O(nodes + arcs).
///
/// # Source
/// Borassi and Natale 2016, § 4; strong components by petgraph.
pub(super) fn vertex_diameter(ties: &Ties) -> Result<usize> {
    let n = ties.nodes();
    if n == 0 {
        return Ok(0);
    }
    match ties {
        Ties::Undirected(_) => {
            let mut search =
                Search { component: filled(n, 0)?, far: filled(n, UNSEEN)?, queue: super::room(n)? };
            let mut order = super::room::<u32>(n)?;
            order.extend(0..n as u32);
            order.sort_unstable_by_key(|node| (std::cmp::Reverse(ties.ahead(*node as usize).len()), *node));
            let mut most = 0;
            for node in order {
                if search.far[node as usize] == UNSEEN {
                    most = most.max(search.farthest(node, |node| ties.ahead(node)));
                }
            }
            Ok(2 * most as usize + 1)
        }
        Ties::Directed(graph) => {
            // Components come after all those that they lead to.
            let components = petgraph::algo::kosaraju_scc(&**graph);
            let mut ahead =
                Search { component: filled(n, 0)?, far: filled(n, UNSEEN)?, queue: super::room(n)? };
            for (at, component) in components.iter().enumerate() {
                component.iter().for_each(|node| ahead.component[*node as usize] = at as u32);
            }
            let mut behind = Search {
                component: ahead.component.clone(),
                far: filled(n, UNSEEN)?,
                queue: super::room(n)?,
            };
            // The most steps that a path can take from each component on.
            let mut chain = filled(components.len(), 0_usize)?;
            let mut most = 0;
            for (at, component) in components.iter().enumerate() {
                let degree = |node: u32| ties.ahead(node as usize).len() + ties.behind(node as usize).len();
                let Some(&centre) = component.iter().max_by_key(|node| (degree(**node), **node)) else {
                    continue;
                };
                let mut inside = 0;
                if component.len() > 1 {
                    inside = ahead.farthest(centre, |node| ties.ahead(node))
                        + behind.farthest(centre, |node| ties.behind(node));
                }
                let beyond =
                    component.iter().flat_map(|node| ties.ahead(*node as usize)).filter_map(|other| {
                        let to = ahead.component[*other as usize] as usize;
                        (to != at).then(|| 1 + chain[to])
                    });
                // No path has more steps inside than the component has other nodes.
                let inside = (inside as usize).min(component.len() - 1);
                chain[at] = inside + beyond.max().unwrap_or(0);
                most = most.max(chain[at]);
            }
            Ok((most + 1).min(n))
        }
    }
}

const UNSEEN: u32 = u32::MAX;

/// Breadth-first search within components.
struct Search {
    component: Vec<u32>,
    far: Vec<u32>,
    queue: Vec<u32>,
}

impl Search {
    /// The farthest distance from a node within its component.
    fn farthest<'a>(&mut self, from: u32, row: impl Fn(usize) -> &'a [u32]) -> u32 {
        let home = self.component[from as usize];
        self.queue.clear();
        self.queue.push(from);
        self.far[from as usize] = 0;
        let (mut at, mut most) = (0, 0);
        while let Some(&node) = self.queue.get(at) {
            at += 1;
            most = self.far[node as usize];
            for &other in row(node as usize) {
                let index = other as usize;
                if self.component[index] == home && self.far[index] == UNSEEN {
                    self.far[index] = most + 1;
                    self.queue.push(other);
                }
            }
        }
        most
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Undirected;
    use crate::graph::paths::bfs::{UNREACHED, bfs};
    use crate::graph::paths::twins::{directed, random};
    use std::rc::Rc;

    #[test]
    fn never_below_the_truth_and_seldom_far_above() {
        for seed in 0..30 {
            let nodes = 30 + 4 * seed as u32;
            let graph = directed(nodes as usize, &random(nodes, 20 * (seed as usize + 1), seed));
            let flat = Rc::new(Undirected::of(&graph).unwrap());
            for ties in [Ties::from(graph), Ties::from(flat)] {
                let all = (0..nodes).flat_map(|node| bfs(ties.clone(), node).unwrap());
                let exact = all.filter(|hops| *hops != UNREACHED).max().unwrap() as usize + 1;
                let bound = vertex_diameter(&ties).unwrap();
                assert!((exact..=3 * exact + 2).contains(&bound), "{seed}: {bound}, for {exact}");
            }
        }
        let path: Vec<_> = (1..500_000).map(|a| (a - 1, a, 1.0)).collect();
        assert_eq!(vertex_diameter(&directed(500_000, &path).into()).unwrap(), 500_000);
        assert_eq!(vertex_diameter(&directed(0, &[]).into()).unwrap(), 0);
        assert_eq!(vertex_diameter(&directed(3, &[(1, 1, 1.0)]).into()).unwrap(), 1);
    }
}
