//! Pajek: `*Vertices`, then arcs, edges, lists of them, or a matrix. Other parts of a project are passed over.

use super::graph_items::{Attribute, Edge, Node, Sink};
use super::graph_lines::{Lines, number, words};
use crate::error::Result;
use crate::limits;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    None,
    Vertices,
    Ties {
        directed: bool,
    },
    Lists {
        directed: bool,
    },
    Matrix,
}

/// Reads the lines of a Pajek network.
#[derive(Debug, Default)]
pub struct Pajek {
    part: Part,
    /// How many vertices there are.
    announced: u64,
    declared: u64,
    /// Name of the relation that the ties are of.
    relation: String,
    matrix_row: u64,
}

impl Pajek {
    fn begin(&mut self, text: &str, sink: &mut dyn Sink) {
        let mut all = words(text);
        let name = all.next().unwrap_or_default().to_ascii_lowercase();
        let name = name.split(':').next().unwrap_or_default();
        self.relation.clear();
        self.part = match name {
            "*vertices" => {
                self.announced = all.next().and_then(|n| n.parse().ok()).unwrap_or(0);
                Part::Vertices
            }
            "*arcs" => Part::Ties { directed: true },
            "*edges" => Part::Ties { directed: false },
            "*arcslist" => Part::Lists { directed: true },
            "*edgeslist" => Part::Lists { directed: false },
            "*matrix" => {
                self.matrix_row = 0;
                Part::Matrix
            }
            "*network" => Part::None,
            _ => {
                sink.note("graph.section_ignored", text);
                Part::None
            }
        };
        // `*Arcs :2 "mentions"`
        if let Some(at) = text.find('"') {
            self.relation.push_str(words(&text[at..]).next().unwrap_or_default());
        }
    }

    fn tie(
        &self,
        line: u64,
        (source, target): (&str, &str),
        directed: bool,
        weight: Option<&str>,
        sink: &mut dyn Sink,
    ) -> Result<()> {
        let mut attributes: Vec<Attribute<'_>> = Vec::new();
        attributes.extend(weight.map(|w| ("weight", w)));
        if !self.relation.is_empty() {
            attributes.push(("relation", &self.relation));
        }
        let edge = Edge { attributes: &attributes, ..Edge::between(source, target, directed) };
        sink.edge(line, &edge)
    }
}

impl Lines for Pajek {
    fn line(&mut self, text: &str, line: u64, sink: &mut dyn Sink) -> Result<()> {
        let text = text.trim();
        if text.is_empty() || text.starts_with('%') || text.starts_with("/*") {
            return Ok(());
        }
        if text.starts_with('*') {
            self.begin(text, sink);
            return Ok(());
        }
        let mut all = words(text);
        let first = all.next().unwrap_or_default();
        match self.part {
            Part::None => {}
            Part::Vertices => {
                self.declared += 1;
                let label = all.next().filter(|l| !l.is_empty());
                let attributes: Vec<Attribute<'_>> = label.map(|l| ("label", l)).into_iter().collect();
                sink.node(line, &Node { id: first, attributes: &attributes })?;
            }
            Part::Ties { directed } => match all.next() {
                Some(second) => {
                    let weight = all.next().filter(|w| number(w).is_some());
                    self.tie(line, (first, second), directed, weight, sink)?;
                }
                None => sink.fault(line, "row.no_ends", text),
            },
            Part::Lists { directed } => {
                for second in all {
                    self.tie(line, (first, second), directed, None, sink)?;
                }
            }
            Part::Matrix => {
                self.matrix_row += 1;
                let row = self.matrix_row.to_string();
                for (column, cell) in words(text).enumerate() {
                    if number(cell) != Some(0.0) {
                        let column = (column + 1).to_string();
                        self.tie(line, (&row, &column), true, Some(cell), sink)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, sink: &mut dyn Sink) -> Result<()> {
        // Vertices may be left out when nothing is said of them.
        if self.declared < self.announced {
            if self.announced > limits::IMPLIED_NODES {
                sink.note("graph.nodes_not_listed", &self.announced.to_string());
                return Ok(());
            }
            for vertex in 1..=self.announced {
                sink.implied(&vertex.to_string())?;
            }
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
        Seen::of(|| Box::new(LineParser::new(Pajek::default(), None)), text)
    }

    #[test]
    fn vertices_arcs_and_edges() {
        let text = "*Network x\n*Vertices 3\n1 \"Caf\u{e9} Lumen\" 0.1 0.2 ic Red\n2 lea\n3 \"Nina\"\n% c\n*Arcs :1 \"mention\"\n3 1 -3 [1-2]\n\
                    *Edges\n2 3\n*arcslist\n1 2 3\n*Partition p\n1\n";
        assert_eq!(
            seen(text),
            [
                "node 1 label=Caf\u{e9} Lumen",
                "node 2 label=lea",
                "node 3 label=Nina",
                "edge 3>1 weight=-3 relation=mention",
                "edge 2-3",
                "edge 1>2",
                "edge 1>3",
                "note graph.section_ignored *Partition p"
            ]
        );
    }

    #[test]
    fn vertices_without_a_line_exist() {
        assert_eq!(
            seen("*Vertices 3\n*Matrix\n0 1 0\n0 0 0\n2.5 0 0\n"),
            ["edge 1>2 weight=1", "edge 3>1 weight=2.5", "implied 1", "implied 2", "implied 3"]
        );
        assert_eq!(seen("*vertices 4000000000\n"), ["note graph.nodes_not_listed 4000000000"]);
    }
}
