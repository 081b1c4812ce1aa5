//! METIS (also Chaco and DIMACS10 `.graph`): a line a node, holding the numbers of its neighbours.

use super::graph_items::{Edge, Node, Sink};
use super::graph_lines::Lines;
use crate::error::Result;
use std::collections::{HashMap, HashSet};

/// Reads the lines of a METIS graph.
#[derive(Debug, Default)]
pub struct Metis {
    header: Option<Header>,
    node: u64,
    edges: u64,
    /// Edges told by their lower end, until the higher end tells them again.
    told: HashMap<(u64, u64), u32>,
}

#[derive(Debug, Clone, Copy)]
struct Header {
    nodes: u64,
    edges: u64,
    /// Numbers before the neighbours: size and weights of the node.
    before: usize,
    weighted: bool,
}

/// The first line: nodes, edges, then what is weighted, and by how many weights a node.
fn header(text: &str) -> Option<Header> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if !(2..=4).contains(&words.len()) || !words.iter().all(|w| w.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let format = words.get(2).copied().unwrap_or("0");
    let digit = |place: usize| format.bytes().rev().nth(place).is_some_and(|b| b == b'1');
    if format.len() > 3 || !format.bytes().all(|b| matches!(b, b'0' | b'1')) {
        return None;
    }
    let weights = words.get(3).and_then(|w| w.parse().ok()).unwrap_or(1_usize).min(64);
    Some(Header {
        nodes: words[0].parse().ok()?,
        edges: words[1].parse().ok()?,
        before: usize::from(digit(2)) + if digit(1) { weights } else { 0 },
        weighted: digit(0),
    })
}

/// Whether the first lines are those of a METIS graph: numbers that keep the promise of the header.
pub fn knows(text: &str, whole: bool) -> bool {
    let mut lines = text.lines().filter(|line| !line.starts_with('%'));
    let Some(header) = lines.next().and_then(header) else { return false };
    let mut rows: Vec<&str> = lines.collect();
    if !whole {
        rows.pop();
    }
    while rows.len() as u64 > header.nodes && rows.last().is_some_and(|row| row.trim().is_empty()) {
        rows.pop();
    }
    let step = if header.weighted { 2 } else { 1 };
    let (mut ends, mut back, mut pairs) = (0_u64, 0_u64, HashSet::new());
    for (row, number) in rows.iter().zip(1_u64..) {
        let numbers: Option<Vec<u64>> = row.split_whitespace().map(|w| w.parse().ok()).collect();
        let Some(numbers) = numbers else { return false };
        let neighbours = numbers.get(header.before..).unwrap_or_default();
        if neighbours.len() % step != 0 {
            return false;
        }
        for &other in neighbours.iter().step_by(step) {
            if !(1..=header.nodes).contains(&other) {
                return false;
            }
            ends += 1;
            back += u64::from(other <= number && pairs.contains(&(other, number)));
            pairs.insert((number, other));
        }
    }
    if header.nodes == 0 || rows.len() as u64 > header.nodes {
        return false;
    }
    // A table of pairs has two numbers in each row; here each edge stands twice, once in the row of each of its ends.
    let kept = whole && rows.len() as u64 == header.nodes && ends == header.edges * 2;
    let longest = rows.iter().map(|row| row.split_whitespace().count()).max().unwrap_or(0);
    let earlier = pairs.iter().filter(|(row, other)| other < row).count() as u64;
    kept || (longest > 3 && earlier > 0 && back * 10 >= earlier * 9)
        || (whole && longest > 3 && rows.len() as u64 == header.nodes)
}

impl Lines for Metis {
    fn line(&mut self, text: &str, line: u64, sink: &mut dyn Sink) -> Result<()> {
        if text.starts_with('%') {
            return Ok(());
        }
        let Some(head) = self.header else {
            self.header = header(text);
            return Ok(());
        };
        if self.node == head.nodes {
            if !text.trim().is_empty() {
                sink.fault(line, "row.long", text);
            }
            return Ok(());
        }
        self.node += 1;
        let own = self.node.to_string();
        sink.node(line, &Node { id: &own, attributes: &[] })?;
        let mut words = text.split_whitespace().skip(head.before);
        while let Some(word) = words.next() {
            let weight = if head.weighted { words.next() } else { None };
            let Some(other) = word.parse::<u64>().ok().filter(|n| (1..=head.nodes).contains(n)) else {
                sink.fault(line, "row.no_ends", word);
                continue;
            };
            // Each edge stands in the lines of both its ends; in one of them only, it is read there.
            if other < self.node
                && let Some(count) = self.told.get_mut(&(other, self.node))
            {
                *count -= 1;
                if *count == 0 {
                    self.told.remove(&(other, self.node));
                }
                continue;
            }
            if other > self.node {
                *self.told.entry((self.node, other)).or_insert(0) += 1;
            }
            self.edges += 1;
            let attributes: Vec<_> = weight.map(|w| ("weight", w)).into_iter().collect();
            let edge = Edge { attributes: &attributes, ..Edge::between(&own, word, false) };
            sink.edge(line, &edge)?;
        }
        Ok(())
    }

    fn end(&mut self, sink: &mut dyn Sink) -> Result<()> {
        let Some(head) = self.header else { return Ok(()) };
        if self.node < head.nodes {
            sink.note("file.truncated", &format!("{} / {}", self.node, head.nodes));
        } else if self.edges != head.edges {
            sink.note("graph.count_differs", &format!("{} / {}", self.edges, head.edges));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::graph_items::Seen;
    use crate::ingest::graph_lines::LineParser;

    fn seen(text: &str) -> Vec<String> {
        Seen::of(|| Box::new(LineParser::new(Metis::default(), None)), text)
    }

    #[test]
    fn each_edge_once_and_nodes_alone() {
        assert!(knows("4 2 0\n2 3\n1\n1\n\n", true));
        assert_eq!(
            seen("% c\n4 2 0\n2 3\n1\n1\n\n"),
            ["node 1", "edge 1-2", "edge 1-3", "node 2", "node 3", "node 4"]
        );
        assert_eq!(
            seen("2 1 011 2\n7 7 2 5\n7 7 1 5\n"),
            ["node 1", "edge 1-2 weight=5", "node 2"],
            "weights of nodes are not neighbours"
        );
    }

    #[test]
    fn one_sided_edges_and_cut_files() {
        assert_eq!(seen("2 1\n\n1\n"), ["node 1", "node 2", "edge 2-1"]);
        assert_eq!(seen("3 1\n2\n1\n"), ["node 1", "edge 1-2", "node 2", "note file.truncated 2 / 3"]);
        assert_eq!(seen("1 0\n\n9 9\n"), ["node 1", "fault row.long"]);
    }

    #[test]
    fn tables_of_numbers_are_none() {
        assert!(knows("9 20\n2 3 4 5\n1 3 4\n1 2\n1", true), "cut");
        assert!(!knows("1 2\n1 3\n2 3\n", true));
        assert!(!knows("15229 62752\n0 1 0.5\n", true));
        assert!(!knows("10 20 5\n1 2 3\n", true));
    }
}
