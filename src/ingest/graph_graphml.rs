//! GraphML, as networkx, igraph, Gephi, yEd and NodeXL write it.
//!
//! Edges say their direction themselves or take the graph's. Nested graphs are read as one; hyperedges are listed and
//! left out; the ports that edges end at are passed over.

use super::decode::FieldDecoder;
use super::graph_items::{Attribute, Edge, Node, Parser, Sink};
use super::graph_xml::{Elements, Xml};
use super::sniff::Encoding;
use crate::error::Result;
use crate::limits;

/// Reads GraphML by slices.
#[derive(Debug)]
pub struct GraphMl {
    xml: Xml,
    document: Document,
}

impl GraphMl {
    /// A reader at the beginning of a document.
    pub fn new(encoding: Option<Encoding>) -> Self {
        GraphMl { xml: Xml::new(encoding), document: Document::default() }
    }
}

impl Parser for GraphMl {
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

#[derive(Debug)]
struct Key {
    id: String,
    name: String,
    /// `node`, `edge`, `all`…
    of: String,
    default: Option<String>,
}

#[derive(Debug)]
struct Item {
    is_edge: bool,
    line: u64,
    attributes: Vec<(String, String)>,
}

/// Whose text is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Reading {
    #[default]
    Nothing,
    Default,
    /// The `<data>` of the innermost node or edge.
    Data,
    /// The label that yEd draws, inside `<data>`.
    Label,
}

#[derive(Debug, Default)]
struct Document {
    keys: Vec<Key>,
    items: Vec<Item>,
    reading: Reading,
    /// Name of the value that is open.
    name: String,
    text: String,
    graphs: u32,
    nested: bool,
}

fn value<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

impl Item {
    fn set(&mut self, name: &str, text: &str) {
        if self.attributes.len() < limits::GRAPH_ATTRIBUTES && value(&self.attributes, name).is_none() {
            self.attributes.push((name.to_string(), text.to_string()));
        }
    }
}

impl Document {
    fn emit(&mut self, mut item: Item, sink: &mut dyn Sink) -> Result<()> {
        let of = if item.is_edge { "edge" } else { "node" };
        for key in self.keys.iter().filter(|key| key.of == of || key.of == "all") {
            if let Some(default) = &key.default {
                item.set(&key.name, default);
            }
        }
        let all = &item.attributes;
        let own = |name: &str| {
            matches!(name, "id" | "source" | "target" | "directed" | "sourceport" | "targetport")
        };
        // The first `id` is the element's own; a value may bear that name too.
        let rest: Vec<Attribute<'_>> =
            all.iter().filter(|(k, _)| !own(k)).map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let id = value(all, "id").filter(|id| !id.trim().is_empty());
        if !item.is_edge {
            return match id {
                Some(id) => sink.node(item.line, &Node { id, attributes: &rest }),
                None => {
                    sink.fault(item.line, "graph.no_id", "");
                    Ok(())
                }
            };
        }
        let (Some(source), Some(target)) = (value(all, "source"), value(all, "target")) else {
            sink.fault(item.line, "row.no_ends", id.unwrap_or_default());
            return Ok(());
        };
        let directed = match value(all, "directed") {
            Some("true" | "1") => Some(true),
            Some("false" | "0") => Some(false),
            _ => None,
        };
        sink.edge(item.line, &Edge { id, source, target, directed, attributes: &rest })
    }

    fn read(&mut self, reading: Reading, name: &str) {
        self.reading = reading;
        self.name.clear();
        self.name.push_str(name);
        self.text.clear();
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
                self.graphs += 1;
                // networkx and the standard: without a word, directed.
                let directed = value(attributes, "edgedefault") != Some("undirected");
                if self.graphs == 1 {
                    sink.directed(directed);
                } else if !std::mem::replace(&mut self.nested, true) {
                    sink.note("graph.hierarchy", value(attributes, "id").unwrap_or_default());
                }
            }
            "key" if self.keys.len() < limits::GRAPH_ATTRIBUTES => {
                if let Some(id) = value(attributes, "id") {
                    let name = value(attributes, "attr.name").filter(|n| !n.trim().is_empty());
                    self.keys.push(Key {
                        id: id.to_string(),
                        name: name.unwrap_or(id).to_string(),
                        of: value(attributes, "for").unwrap_or("all").to_string(),
                        default: None,
                    });
                }
            }
            "default" => self.read(Reading::Default, ""),
            "node" | "edge" => {
                self.items.push(Item { is_edge: name == "edge", line, attributes: attributes.to_vec() })
            }
            "hyperedge" => {
                sink.fault(line, "graph.hyperedge", value(attributes, "id").unwrap_or_default());
            }
            "data" => {
                let id = value(attributes, "key").unwrap_or_default();
                let is_edge = self.items.last().is_some_and(|item| item.is_edge);
                let of = if is_edge { "edge" } else { "node" };
                let key = self.keys.iter().find(|k| k.id == id && (k.of == of || k.of == "all"));
                let found = key.or_else(|| self.keys.iter().find(|k| k.id == id));
                if found.is_none() && !self.items.is_empty() {
                    sink.note("graph.attribute_undeclared", id);
                }
                let name = found.map_or(id, |key| key.name.as_str()).to_string();
                self.read(Reading::Data, &name);
            }
            // yEd writes what it draws into `<data>`; the label alone is of use.
            "NodeLabel" | "EdgeLabel" => self.read(Reading::Label, "label"),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.reading != Reading::Nothing && self.text.len() + text.len() <= limits::TEXT_BYTES {
            self.text.push_str(text);
        }
    }

    fn close(&mut self, name: &str, sink: &mut dyn Sink) -> Result<()> {
        let reading = match name {
            "data" => Reading::Data,
            "default" => Reading::Default,
            "NodeLabel" | "EdgeLabel" => Reading::Label,
            "node" | "edge" => {
                return self.items.pop().map_or(Ok(()), |item| self.emit(item, sink));
            }
            _ => return Ok(()),
        };
        if self.reading != reading {
            return Ok(());
        }
        self.reading = Reading::Nothing;
        let text = self.text.trim();
        match (reading, self.items.last_mut()) {
            (Reading::Default, _) => {
                if let Some(key) = self.keys.last_mut() {
                    key.default = Some(text.to_string());
                }
            }
            (_, Some(item)) if !text.is_empty() => item.set(&self.name, text),
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
        Seen::of(|| Box::new(GraphMl::new(None)), text)
    }

    #[test]
    fn keys_and_directions() {
        let text = r#"<?xml version='1.0' encoding='utf-8'?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="node" attr.name="followers" attr.type="long"><default>0</default></key>
<key id="d0" for="edge" attr.name="weight"/><graph edgedefault="undirected">
<node id="lea"><data key="d0">12</data></node><node id="omar"/>
<edge source="lea" target="omar"><data key="d0">3</data></edge><edge source="omar" target="lea" directed="true"/>
</graph></graphml>"#;
        assert_eq!(
            seen(text),
            [
                "undirected",
                "node lea followers=12",
                "node omar followers=0",
                "edge lea?omar weight=3",
                "edge omar>lea"
            ]
        );
    }

    #[test]
    fn labels_that_yed_draws() {
        let text = r#"<graphml><key for="node" id="d6" yfiles.type="nodegraphics"/><graph edgedefault="directed" id="G">
<node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30"/><y:NodeLabel a="b">L&#233;a<y:Model/></y:NodeLabel></y:ShapeNode></data></node>
<node id="n1"><port name="p"/></node><edge id="e0" source="n0" target="n1" sourceport="p"/>
<hyperedge id="h"><endpoint node="n0"/></hyperedge><node id="n2"><graph id="n2:" edgedefault="directed"><node id="n2::n0"/></graph></node>
</graph></graphml>"#;
        assert_eq!(
            seen(text),
            [
                "directed",
                "node n0 label=Léa",
                "node n1",
                "edge n0?n1",
                "fault graph.hyperedge",
                "note graph.hierarchy n2:",
                "node n2::n0",
                "node n2"
            ]
        );
    }

    #[test]
    fn xml_6_undeclared_keys_are_told_and_kept() {
        let text = r#"<graphml><graph><node id="a"><data key="followers">3</data></node></graph></graphml>"#;
        assert_eq!(
            seen(text),
            ["directed", "note graph.attribute_undeclared followers", "node a followers=3"]
        );
    }
}
