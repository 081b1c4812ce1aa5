//! GEXF 1.1 to 1.3, as Gephi, Gephi Lite, networkx and gexf.js write it.
//!
//! A network that changes over time gives its static part, and the first moment of each edge. Nodes inside nodes are
//! read as nodes like the others. Colours, sizes and places are passed over.

use super::decode::FieldDecoder;
use super::graph_items::{Attribute, Edge, Node, Parser, Sink};
use super::graph_xml::{Elements, Xml};
use super::sniff::Encoding;
use crate::error::Result;
use crate::limits;

/// Reads GEXF by slices.
#[derive(Debug)]
pub struct Gexf {
    xml: Xml,
    document: Document,
}

impl Gexf {
    /// A reader at the beginning of a document.
    pub fn new(encoding: Option<Encoding>) -> Self {
        Gexf { xml: Xml::new(encoding), document: Document::default() }
    }
}

impl Parser for Gexf {
    fn push(&mut self, bytes: &[u8], sink: &mut dyn Sink) -> Result<()> {
        self.xml.push(bytes, &mut self.document, sink)
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> Result<()> {
        if !self.xml.finish() {
            sink.note("file.truncated", "");
        }
        Ok(())
    }

    fn decoder(&self) -> &FieldDecoder {
        self.xml.decoder()
    }
}

/// A declared attribute.
#[derive(Debug)]
struct Declared {
    of_edges: bool,
    id: String,
    title: String,
    default: Option<String>,
}

/// A node or an edge that is open.
#[derive(Debug)]
struct Item {
    is_edge: bool,
    line: u64,
    attributes: Vec<(String, String)>,
    start: Option<String>,
}

#[derive(Debug, Default)]
struct Document {
    declared: Vec<Declared>,
    /// Class of the `<attributes>` that is open.
    of_edges: bool,
    in_default: bool,
    default: String,
    /// Nodes and edges that are open: nodes may hold nodes.
    items: Vec<Item>,
    numeric_time: bool,
    dynamic: bool,
    nested: bool,
}

fn value<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

impl Document {
    fn changes(&mut self, sink: &mut dyn Sink) {
        if !std::mem::replace(&mut self.dynamic, true) {
            sink.note("graph.dynamic", "");
        }
    }

    /// A moment as the file writes it, or nothing where it counts steps that are no dates.
    fn moment(&self, text: Option<&str>) -> Option<String> {
        let text = text?.trim();
        if !self.numeric_time {
            return (!text.is_empty()).then(|| text.to_string());
        }
        // Milliseconds or seconds since 1970 in what is otherwise a count of steps.
        let Ok(number) = text.parse::<f64>() else { return (!text.is_empty()).then(|| text.to_string()) };
        (1e8..1e15).contains(&number).then(|| format!("{}", number.trunc() as u64))
    }

    fn set(item: &mut Item, name: &str, value: &str) {
        if let Some((_, held)) = item.attributes.iter_mut().find(|(key, _)| key == name) {
            *held = value.to_string();
        } else if item.attributes.len() < limits::GRAPH_ATTRIBUTES {
            item.attributes.push((name.to_string(), value.to_string()));
        }
    }

    fn attvalue(&mut self, attributes: &[(String, String)], sink: &mut dyn Sink) {
        let Some(item) = self.items.last_mut() else { return };
        let Some(id) = value(attributes, "for").or_else(|| value(attributes, "id")) else { return };
        let text = value(attributes, "value").unwrap_or_default();
        let declared = self.declared.iter().find(|d| d.of_edges == item.is_edge && d.id == id);
        match declared {
            Some(declared) => Self::set(item, &declared.title, text),
            None => {
                sink.note("graph.attribute_undeclared", id);
                Self::set(item, id, text);
            }
        }
    }

    fn emit(&mut self, mut item: Item, sink: &mut dyn Sink) -> Result<()> {
        for declared in &self.declared {
            if declared.of_edges == item.is_edge
                && let Some(default) = &declared.default
                && value(&item.attributes, &declared.title).is_none()
            {
                Self::set(&mut item, &declared.title, default);
            }
        }
        let all = &item.attributes;
        let own = |name: &str| matches!(name, "id" | "source" | "target" | "pid" | "end" | "start");
        let mut rest: Vec<Attribute<'_>> =
            all.iter().filter(|(k, _)| !own(k)).map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let id = value(all, "id").filter(|id| !id.trim().is_empty());
        if !item.is_edge {
            return match id {
                Some(id) => sink.node(item.line, &Node { id, attributes: &rest }),
                None => {
                    sink.fault(item.line, "graph.no_id", value(all, "label").unwrap_or_default());
                    Ok(())
                }
            };
        }
        let (Some(source), Some(target)) = (value(all, "source"), value(all, "target")) else {
            sink.fault(item.line, "row.no_ends", id.unwrap_or_default());
            return Ok(());
        };
        let directed = match value(all, "type") {
            Some("directed") => Some(true),
            Some("undirected" | "mutual") => Some(false),
            _ => None,
        };
        if directed.is_some() {
            rest.retain(|(name, _)| *name != "type");
        }
        if let Some(start) = &item.start {
            rest.push(("start", start));
        }
        sink.edge(item.line, &Edge { id, source, target, directed, attributes: &rest })
    }
}

impl Elements for Document {
    fn open(
        &mut self,
        name: &str,
        attributes: &[(String, String)],
        line: u64,
        sink: &mut dyn Sink,
    ) -> Result<()> {
        match name {
            "graph" => {
                if let Some(kind) = value(attributes, "defaultedgetype") {
                    sink.directed(kind == "directed");
                } else if self.items.is_empty() {
                    sink.directed(false);
                }
                let format = value(attributes, "timeformat");
                self.numeric_time = !matches!(format, Some("date" | "dateTime" | "datetime"));
                if value(attributes, "mode") == Some("dynamic") {
                    self.changes(sink);
                }
            }
            "attributes" => self.of_edges = value(attributes, "class") == Some("edge"),
            "attribute" if self.declared.len() < limits::GRAPH_ATTRIBUTES => {
                if let Some(id) = value(attributes, "id") {
                    let title = value(attributes, "title").filter(|t| !t.trim().is_empty()).unwrap_or(id);
                    self.declared.push(Declared {
                        of_edges: self.of_edges,
                        id: id.to_string(),
                        title: title.to_string(),
                        default: None,
                    });
                }
            }
            "default" => {
                self.in_default = true;
                self.default.clear();
            }
            "node" | "edge" => {
                if name == "node"
                    && (value(attributes, "pid").is_some() || self.items.iter().any(|i| !i.is_edge))
                    && !std::mem::replace(&mut self.nested, true)
                {
                    sink.note("graph.hierarchy", value(attributes, "id").unwrap_or_default());
                }
                // 1.3 has moments, older versions intervals.
                let start = value(attributes, "start").or_else(|| value(attributes, "timestamp"));
                let start = self.moment(start.or_else(|| value(attributes, "startopen")));
                self.items.push(Item {
                    is_edge: name == "edge",
                    line,
                    attributes: attributes.to_vec(),
                    start,
                });
            }
            "attvalue" => self.attvalue(attributes, sink),
            "spell" | "slice" => {
                self.changes(sink);
                let start = value(attributes, "start").or_else(|| value(attributes, "timestamp"));
                let start = self.moment(start.or_else(|| value(attributes, "startopen")));
                if let Some(item) = self.items.last_mut() {
                    item.start = item.start.take().or(start);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.in_default && self.default.len() + text.len() <= limits::TEXT_BYTES {
            self.default.push_str(text);
        }
    }

    fn close(&mut self, name: &str, sink: &mut dyn Sink) -> Result<()> {
        match name {
            "default" if std::mem::take(&mut self.in_default) => {
                if let Some(declared) = self.declared.last_mut() {
                    declared.default = Some(self.default.trim().to_string());
                }
            }
            "node" | "edge" => {
                if let Some(item) = self.items.pop() {
                    self.emit(item, sink)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::graph_items::Seen;

    fn seen(text: impl AsRef<[u8]>) -> Vec<String> {
        Seen::of(|| Box::new(Gexf::new(None)), text)
    }

    #[test]
    fn nodes_edges_and_their_values() {
        let text = r#"<?xml version="1.0"?><!-- <node id="no"/> --><gexf xmlns="http:///wrong" xmlns:v="x">
<graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="followers" type="integer">
<default>7</default></attribute></attributes><attributes class="edge"><attribute id="0" title="kind"/></attributes>
<nodes><node id="a" label="L&#233;a &amp; co"><attvalues><attvalue for="0" value="12"/></attvalues><v:size value="3"/></node>
<node id="b"/></nodes><edges><edge id="1" source="a" target="b" weight="2.5"><attvalues><attvalue for="0" value="RT"/>
</attvalues></edge><edge source="b" target="a" type="undirected"/></edges></graph></gexf>"#;
        assert_eq!(
            seen(text),
            [
                "directed",
                "node a label=Léa & co followers=12",
                "node b followers=7",
                "edge a>b weight=2.5 kind=RT",
                "edge b-a",
            ]
            .map(|w| w.replace("edge a>b", "edge a?b"))
        );
    }

    #[test]
    fn a_network_in_time_gives_its_static_part() {
        let text = r#"<gexf><graph mode="dynamic" timeformat="date"><nodes><node id="a"><spells><spell start="2024-01-01"/>
</spells><attvalues><attvalue for="x" value="1"/><attvalue for="x" value="2"/></attvalues></node></nodes>
<edges><edge source="a" target="a" start="2024-02-01" end="2024-03-01"/>
<edge source="a" target="a"><spells><spell start="2024-04-01"/><spell start="2024-05-01"/></spells></edge></edges></graph></gexf>"#;
        assert_eq!(
            seen(text),
            [
                "undirected",
                "note graph.dynamic ",
                "note graph.attribute_undeclared x",
                "note graph.attribute_undeclared x",
                "node a x=2",
                "edge a?a start=2024-02-01",
                "edge a?a start=2024-04-01",
            ]
        );
        let steps = r#"<gexf><graph mode="dynamic" timeformat="double"><edges><edge source="a" target="b" start="25000.0"/>
<edge source="a" target="b" start="1.7E12"/></edges></graph></gexf>"#;
        assert_eq!(seen(steps)[2..], ["edge a?b", "edge a?b start=1700000000000"]);
    }

    #[test]
    fn nodes_inside_nodes_are_nodes() {
        let text = r#"<gexf><graph><nodes><node id="a"><nodes><node id="b"><nodes><node id="c"/></nodes></node></nodes>
<edges><edge source="b" target="c"/></edges></node></nodes></graph></gexf>"#;
        assert_eq!(
            seen(text),
            ["undirected", "note graph.hierarchy b", "node c", "node b", "edge b?c", "node a"]
        );
    }

    #[test]
    fn a_cut_file_keeps_what_was_whole() {
        let text = r#"<gexf><graph><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"/><edge sou"#;
        assert_eq!(seen(text), ["undirected", "node a", "node b", "edge a?b", "note file.truncated "]);
    }

    #[test]
    fn xml_1_entities_are_not_expanded() {
        let text = r#"<!DOCTYPE gexf [<!ENTITY a "x > ]"><!ENTITY b SYSTEM "file:///etc/passwd">]><gexf><graph><nodes>
<node id="n" label="&b;&a;"/></nodes></graph></gexf>"#;
        let seen = seen(text);
        assert_eq!(seen[3..], ["note graph.entity &b;", "note graph.entity &a;", "node n label=&b;&a;"][1..]);
    }

    #[test]
    fn xml_6_what_lacks_an_id_or_an_end_is_told() {
        let text = r#"<gexf><graph><nodes><node label="x"/></nodes><edges><edge source="a"/></edges></graph></gexf>"#;
        assert_eq!(seen(text), ["undirected", "fault graph.no_id", "fault row.no_ends"]);
    }
}
