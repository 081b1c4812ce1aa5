//! An upper bound of the vertex diameter: the most nodes that a shortest path can have.

use super::{Ties, filled};
use crate::error::Result;
use crate::graph::column::add_up;

/// At most how many nodes lie on any shortest path, ends included; 0 without a node.
///
/// Undirected: twice the farthest distance from one node of each component, plus 1. Directed: within each strong
/// component the farthest distance to one of its nodes and from it, and the longest chain of components.
/// Never below the truth, and for graphs of people rarely more than twice it, which costs one bit.
///
/// # Complexity
/// O(nodes + arcs).
///
/// `parts` are the strong components of a directed graph, each with a higher number than all that it leads to, and how
/// many numbers there are.
///
/// # Source
/// Borassi and Natale 2016, § 4.
pub(super) fn vertex_diameter(ties: &Ties, parts: (Vec<u32>, usize)) -> Result<usize> {
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
        Ties::Directed(_) => {
            let (component, count) = parts;
            let mut start = filled(count + 1, 0_u32)?;
            for at in &component {
                start[*at as usize + 1] += 1;
            }
            add_up(&mut start);
            let (mut members, mut next) = (filled(n, 0_u32)?, filled(count, 0)?);
            next.copy_from_slice(&start[..count]);
            for (node, at) in component.iter().enumerate() {
                members[next[*at as usize] as usize] = node as u32;
                next[*at as usize] += 1;
            }
            let mut ahead = Search { component, far: filled(n, UNSEEN)?, queue: super::room(n)? };
            let mut behind = Search {
                component: ahead.component.clone(),
                far: filled(n, UNSEEN)?,
                queue: super::room(n)?,
            };
            // The most steps that a path can take from each component on.
            let mut chain = filled(count, 0_usize)?;
            let mut most = 0;
            for at in 0..count {
                let component = &members[start[at] as usize..start[at + 1] as usize];
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
    use crate::graph::local::strong::Strong;
    use crate::graph::paths::bfs::{UNREACHED, bfs};
    use crate::graph::paths::twins::{directed, random};
    use crate::graph::steps::Steps;
    use std::rc::Rc;

    fn bound_of(ties: &Ties) -> usize {
        let parts = match ties {
            Ties::Directed(graph) => {
                let mut strong = Strong::new(graph.clone()).unwrap();
                while !strong.step() {}
                strong.labels()
            }
            Ties::Undirected(_) => Default::default(),
        };
        vertex_diameter(ties, parts).unwrap()
    }

    #[test]
    fn never_below_the_truth_and_seldom_far_above() {
        for seed in 0..30 {
            let nodes = 30 + 4 * seed as u32;
            let graph = directed(nodes as usize, &random(nodes, 20 * (seed as usize + 1), seed));
            let flat = Rc::new(Undirected::of(&graph).unwrap());
            for ties in [Ties::from(graph), Ties::from(flat)] {
                let all = (0..nodes).flat_map(|node| bfs(ties.clone(), node).unwrap());
                let exact = all.filter(|hops| *hops != UNREACHED).max().unwrap() as usize + 1;
                let bound = bound_of(&ties);
                assert!((exact..=3 * exact + 2).contains(&bound), "{seed}: {bound}, for {exact}");
            }
        }
        let path: Vec<_> = (1..500_000).map(|a| (a - 1, a, 1.0)).collect();
        assert_eq!(bound_of(&directed(500_000, &path).into()), 500_000);
        assert_eq!(bound_of(&directed(0, &[]).into()), 0);
        assert_eq!(bound_of(&directed(3, &[(1, 1, 1.0)]).into()), 1);
    }
}
