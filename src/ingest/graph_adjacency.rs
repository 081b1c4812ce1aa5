//! Adjacency lists: on each line a node, then those it is tied to, as networkx and LDBC write them.

use super::graph_items::{Edge, Node, Sink};
use super::graph_lines::Lines;
use crate::error::Result;
use std::collections::HashSet;

/// Reads the lines of an adjacency list.
#[derive(Debug, Default)]
pub struct Adjacency;

/// Whether the first lines are an adjacency list: rows of ids of all lengths, each beginning with another id, and
/// whose other ids begin rows of their own.
pub fn knows(text: &str, whole: bool) -> bool {
    let mut rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split_whitespace().collect())
        .collect();
    if !whole {
        rows.pop();
    }
    let firsts: HashSet<&str> = rows.iter().filter_map(|row| row.first().copied()).collect();
    let widths: HashSet<usize> = rows.iter().map(Vec::len).collect();
    // Words with marks in them are sentences, or cells of a table.
    let plain = |word: &&str| word.len() <= 64 && !word.contains([',', ';', '"', '|', ':', '(', '{', '<']);
    let ids = |row: &Vec<&str>| row.iter().all(plain);
    if rows.len() < 2 || firsts.len() < rows.len() || widths.len() < 2 || !rows.iter().all(ids) {
        return false;
    }
    if !widths.iter().any(|&width| width > 2) {
        return false;
    }
    let (mut all, mut known) = (0_usize, 0_usize);
    for word in rows.iter().flat_map(|row| row.iter().skip(1)) {
        all += 1;
        known += usize::from(firsts.contains(word));
    }
    all > 0 && known * if whole { 2 } else { 20 } >= all
}

/// Whether every line holds one id of digits: a list of nodes.
pub fn only_ids(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    lines.peek().is_some() && lines.all(|line| line.len() <= 20 && line.bytes().all(|b| b.is_ascii_digit()))
}

impl Lines for Adjacency {
    fn line(&mut self, text: &str, line: u64, sink: &mut dyn Sink) -> Result<()> {
        let mut words = text.split_whitespace();
        let Some(own) = words.next().filter(|own| !own.starts_with('#')) else { return Ok(()) };
        sink.node(line, &Node { id: own, attributes: &[] })?;
        for other in words {
            sink.edge(line, &Edge::between(own, other, true))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::graph_items::Seen;
    use crate::ingest::graph_lines::LineParser;

    #[test]
    fn a_node_and_those_it_is_tied_to() {
        assert!(knows("# c\n1 2 3\n2 3 1\n3\n", true));
        assert!(knows("lea omar nina\nomar nina\nnina\n", true));
        assert_eq!(
            Seen::of(|| Box::new(LineParser::new(Adjacency, None)), "# c\n1 2 3\n\n2 1\n3\n"),
            ["node 1", "edge 1>2", "edge 1>3", "node 2", "edge 2>1", "node 3"]
        );
    }

    #[test]
    fn groups_and_pairs_are_none() {
        assert!(!knows("15226 15227 15228\n15224 15225\n15207 15208\n", true), "groups hold an id once");
        assert!(!knows("1 2\n1 3\n2 3\n", true));
        assert!(!knows("1 2\n2 3\n3\n", true));
        assert!(!knows("the cat\nsat on the mat\n", true));
        assert!(!knows("17 1719 853\n", true));
    }
}
