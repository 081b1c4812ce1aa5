//! GDF, the format of GUESS that Gephi, YouTube Data Tools and Netvizz write: a table of nodes, then one of edges.

use super::graph_items::{Attribute, Edge, Node, Sink};
use super::graph_lines::{Lines, cells};
use crate::error::Result;
use crate::limits;

/// Reads the lines of a GDF file.
#[derive(Debug, Default)]
pub struct Gdf {
    columns: Vec<String>,
    of_edges: bool,
}

impl Lines for Gdf {
    fn line(&mut self, text: &str, line: u64, sink: &mut dyn Sink) -> Result<()> {
        let text = text.trim();
        let defined = |word: &str| {
            let head = text.get(..word.len())?;
            head.eq_ignore_ascii_case(word)
                .then(|| text[word.len()..].trim_start().strip_prefix('>'))
                .flatten()
        };
        if let Some((columns, of_edges)) =
            defined("nodedef").map(|c| (c, false)).or_else(|| defined("edgedef").map(|c| (c, true)))
        {
            // `name VARCHAR(32) default x`: the first word names the column.
            let name = |cell: &str| cell.split_whitespace().next().unwrap_or_default().to_string();
            self.columns = cells(columns, ',').take(limits::GRAPH_ATTRIBUTES).map(name).collect();
            self.of_edges = of_edges;
            return Ok(());
        }
        if text.is_empty() || text.starts_with('#') {
            return Ok(());
        }
        let values: Vec<&str> = cells(text, ',').take(self.columns.len().max(2)).collect();
        let is = |column: usize, names: &[&str]| {
            self.columns.get(column).is_some_and(|c| names.iter().any(|n| c.eq_ignore_ascii_case(n)))
        };
        let find = |names: &[&str], otherwise: usize| {
            let place = (0..self.columns.len()).find(|&c| is(c, names)).unwrap_or(otherwise);
            (place, values.get(place).copied().unwrap_or_default())
        };
        let mut own = Vec::new();
        let rest = |own: &[usize]| -> Vec<Attribute<'_>> {
            let named = self.columns.iter().map(String::as_str).zip(values.iter().copied()).enumerate();
            named.filter(|(c, (_, v))| !own.contains(c) && !v.is_empty()).map(|(_, pair)| pair).collect()
        };
        if !self.of_edges {
            let (place, id) = find(&["name", "id"], 0);
            own.push(place);
            if id.is_empty() {
                sink.fault(line, "graph.no_id", text);
                return Ok(());
            }
            return sink.node(line, &Node { id, attributes: &rest(&own) });
        }
        let ((first, source), (second, target)) =
            (find(&["node1", "source"], 0), find(&["node2", "target"], 1));
        own.extend([first, second]);
        if source.is_empty() || target.is_empty() {
            sink.fault(line, "row.no_ends", text);
            return Ok(());
        }
        let (place, word) = find(&["directed"], usize::MAX);
        own.push(place);
        // The format's own default.
        let directed = word.eq_ignore_ascii_case("true") || word == "1";
        sink.edge(line, &Edge { id: None, source, target, directed: Some(directed), attributes: &rest(&own) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::graph_items::Seen;
    use crate::ingest::graph_lines::LineParser;

    #[test]
    fn nodes_then_edges() {
        let text = "nodedef>name VARCHAR,label VARCHAR(64),followers INT\r\nu1,'L\u{e9}a, de Lyon',12\r\nu2,\"Omar\",\r\n,x,1\r\n\
                    edgedef> node1 VARCHAR,node2 VARCHAR,weight DOUBLE,directed BOOLEAN\r\nu1,u2,2.5,true\r\nu2,u1,1\r\nu2\r\n";
        assert_eq!(
            Seen::of(|| Box::new(LineParser::new(Gdf::default(), None)), text),
            [
                "node u1 label=L\u{e9}a, de Lyon followers=12",
                "node u2 label=Omar",
                "fault graph.no_id",
                "edge u1>u2 weight=2.5",
                "edge u2-u1 weight=1",
                "fault row.no_ends"
            ]
        );
    }
}
