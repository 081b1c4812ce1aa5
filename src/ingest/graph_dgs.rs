//! DGS, the event log of GraphStream: nodes and edges as they are added. What changes or goes later is told, not replayed.

use super::graph_items::{Attribute, Edge, Node, Sink};
use super::graph_lines::{Lines, words};
use crate::error::Result;
use crate::limits;

/// Reads the lines of a DGS file.
#[derive(Debug, Default)]
pub struct Dgs {
    name_read: bool,
}

/// Values behind the names of an event: `weight=1`, `label:"x"`, `+old`, `-gone`.
fn values<'a>(rest: &[&'a str]) -> Vec<Attribute<'a>> {
    let pairs = rest.iter().filter_map(|word| {
        let (name, value) = word.split_once(['=', ':'])?;
        Some((name.trim_start_matches('+'), value.trim_matches('"')))
    });
    pairs.take(limits::GRAPH_ATTRIBUTES).collect()
}

impl Lines for Dgs {
    fn line(&mut self, text: &str, line: u64, sink: &mut dyn Sink) -> Result<()> {
        let text = text.trim();
        if text.starts_with("DGS00") || text.is_empty() || text.starts_with('#') {
            return Ok(());
        }
        let all: Vec<&str> = words(text).collect();
        match all.as_slice() {
            ["an", id, rest @ ..] => sink.node(line, &Node { id, attributes: &values(rest) }),
            ["ae", id, source, "<", target, rest @ ..] => {
                let edge =
                    Edge { id: Some(id), attributes: &values(rest), ..Edge::between(target, source, true) };
                sink.edge(line, &edge)
            }
            ["ae", id, source, ">", target, rest @ ..] => {
                let edge =
                    Edge { id: Some(id), attributes: &values(rest), ..Edge::between(source, target, true) };
                sink.edge(line, &edge)
            }
            ["ae", id, source, target, rest @ ..] => {
                let edge =
                    Edge { id: Some(id), attributes: &values(rest), ..Edge::between(source, target, false) };
                sink.edge(line, &edge)
            }
            ["an" | "ae", ..] => {
                sink.fault(line, "row.no_ends", text);
                Ok(())
            }
            ["cn" | "ce" | "cg" | "dn" | "de" | "rn" | "re" | "cl" | "st", ..] => {
                sink.note("graph.dynamic", text);
                Ok(())
            }
            _ if !std::mem::replace(&mut self.name_read, true) => Ok(()),
            _ => {
                sink.fault(line, "graph.markup", text);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::graph_items::Seen;
    use crate::ingest::graph_lines::LineParser;

    #[test]
    fn events() {
        let text = "DGS004\nname 0 0\nan 1 label:lea\nan \"2\"\nae 12 1 2 weight=3\nae 21 2 > 1\nae x 2 < 1\nce 12 weight=4\nde 12\nae 3\n??\n";
        assert_eq!(
            Seen::of(|| Box::new(LineParser::new(Dgs::default(), None)), text),
            [
                "node 1 label=lea",
                "node 2",
                "edge 1-2 weight=3",
                "edge 2>1",
                "edge 1>2",
                "note graph.dynamic ce 12 weight=4",
                "note graph.dynamic de 12",
                "fault row.no_ends",
                "fault graph.markup"
            ]
        );
    }
}
