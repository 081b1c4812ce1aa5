//! A part of the graph, for a map of some accounts only.

use crate::error::{ErrorKind, Result};
use crate::graph::undirected::Undirected;

/// The ties among some nodes, which are numbered in the order given; each is given once.
///
/// Cost: O(all nodes + ties of those given).
///
/// # Errors
/// `memory.exhausted`.
pub fn among(graph: &Undirected, nodes: &[u32]) -> Result<Undirected> {
    let no_room = |_| ErrorKind::OutOfMemory { what: "layout" };
    let mut number = Vec::new();
    number.try_reserve_exact(graph.nodes()).map_err(no_room)?;
    number.resize(graph.nodes(), u32::MAX);
    for (new, old) in nodes.iter().enumerate() {
        number[*old as usize] = new as u32;
    }
    let mut part = Undirected { start: vec![0], ..Undirected::default() };
    let mut row: Vec<(u32, f32)> = Vec::new();
    for old in nodes {
        let ties = graph.neighbours(*old as usize).iter().zip(graph.weights(*old as usize));
        row.clear();
        row.extend(
            ties.map(|(other, w)| (number[*other as usize], *w)).filter(|(other, _)| *other != u32::MAX),
        );
        row.sort_unstable_by_key(|(other, _)| *other);
        part.to.try_reserve(row.len()).map_err(no_room)?;
        part.weight.try_reserve(row.len()).map_err(no_room)?;
        part.to.extend(row.iter().map(|(other, _)| *other));
        part.weight.extend(row.iter().map(|(_, w)| *w));
        part.start.push(part.to.len() as u32);
    }
    Ok(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::csr::Graph;

    #[test]
    fn ties_among_those_given_in_their_order() {
        // 0-1, 0-2, 1-3, 2-3.
        let graph = Graph::from_sorted(4, &[0, 0, 1, 2], vec![1, 2, 3, 3], vec![1.0, 2.0, 3.0, 4.0]).unwrap();
        let part = among(&Undirected::of(&graph).unwrap(), &[3, 0, 2]).unwrap();
        assert_eq!((part.nodes(), part.ties()), (3, 2));
        assert_eq!((part.neighbours(2), part.weights(2)), (&[0, 1][..], &[4.0, 2.0][..]));
        assert_eq!(part.neighbours(0), [2]);
        assert_eq!(among(&Undirected::default(), &[]).unwrap().nodes(), 0);
    }
}
