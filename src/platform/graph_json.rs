//! Networks as JSON: node-link (networkx, d3, sigma, vis.js, JSON Graph), graphology, Cytoscape, Gephi Lite.

use super::graph_naming::Naming;
use super::graph_network::Network;
use super::json::{Adapter, At, JsonAdapter, JsonHead};
use super::ledger::Ledger;
use super::naming::squeeze;
use super::words;
use crate::error::Result;
use crate::ingest::graph_items::{Edge, Node, Sink};
use crate::ingest::json_paths::PathFramer;
use crate::ingest::value::Value;
use crate::limits;
use crate::model::{Builder, Platform};
use std::collections::HashMap;

/// What lies at each path of an adapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Node,
    Edge,
    /// A node or an edge: which of the two its keys tell.
    Either,
    /// `true` when edges have a direction.
    Directed,
    /// `directed`, `undirected` or `mixed`.
    Kind,
    /// An object whose keys are the ids of nodes, or a list of nodes.
    Nodes,
    /// An object whose keys are the ids of edges, told before the edges themselves.
    EdgeValues,
}

type Paths = (&'static [&'static str], &'static [Part]);

const NODE_LINK: Paths = (
    &[
        "nodes[]",
        "links[]",
        "edges[]",
        "directed",
        "graph.nodes[]",
        "graph.edges[]",
        "graph.links[]",
        "graph.directed",
    ],
    &[Part::Node, Part::Edge, Part::Edge, Part::Directed, Part::Node, Part::Edge, Part::Edge, Part::Directed],
);
const GRAPHOLOGY: Paths = (&["nodes[]", "edges[]", "options.type"], &[Part::Node, Part::Edge, Part::Kind]);
const CYTOSCAPE: Paths = (
    &["elements.nodes[]", "elements.edges[]", "elements[]", "[]", "directed"],
    &[Part::Node, Part::Edge, Part::Either, Part::Either, Part::Directed],
);
const GEPHI_LITE: Paths = (
    &[
        "graphDataset.nodeData",
        "graphDataset.edgeData",
        "graphDataset.fullGraph.edges[]",
        "graphDataset.fullGraph.options.type",
    ],
    &[Part::Nodes, Part::EdgeValues, Part::Edge, Part::Kind],
);
const KEYED: Paths =
    (&["graph.nodes", "graph.edges[]", "graph.directed"], &[Part::Nodes, Part::Edge, Part::Directed]);

/// Gephi Lite's own files.
pub const GEPHI_LITE_ADAPTER: Adapter = Adapter {
    code: "gephi_lite",
    paths: GEPHI_LITE.0,
    open: |head| (head.forced || head.has_key("nodeData")).then(|| open(head, GEPHI_LITE)),
};

/// Cytoscape and cytoscape.js.
pub const CYTOSCAPE_ADAPTER: Adapter = Adapter {
    code: "cytoscape",
    paths: CYTOSCAPE.0,
    open: |head| {
        let elements = head.has_key("elements") || head.text.starts_with('[');
        let known = elements && head.has_key("data") && has_ends(head);
        (head.forced || known).then(|| open(head, CYTOSCAPE))
    },
};

/// Graphology's own serialisation.
pub const GRAPHOLOGY_ADAPTER: Adapter = Adapter {
    code: "graphology",
    paths: GRAPHOLOGY.0,
    open: |head| {
        let known = head.has_key("nodes") && head.has_key("key") && head.has_key("attributes");
        (head.forced || (known && !head.has_key("id"))).then(|| open(head, GRAPHOLOGY))
    },
};

/// JSON Graph Format, version 2: nodes under their ids.
pub const KEYED_ADAPTER: Adapter = Adapter {
    code: "json_graph",
    paths: KEYED.0,
    open: |head| {
        let squeezed: String = head.text.chars().take(65_536).filter(|c| !c.is_whitespace()).collect();
        let known = head.has_key("graph") && squeezed.contains("\"nodes\":{");
        (head.forced || (known && !squeezed.contains("\"nodes\":[") && has_ends(head)))
            .then(|| open(head, KEYED))
    },
};

/// Lists of nodes and of links.
pub const NODE_LINK_ADAPTER: Adapter = Adapter {
    code: "node_link",
    paths: NODE_LINK.0,
    open: |head| {
        let near: String = head.text.chars().take(4_096).filter(|c| !c.is_whitespace()).collect();
        let nodes = near.contains("\"nodes\":[");
        // Without an edge, or with none in sight behind a long list of nodes.
        let listed = nodes && (head.has_key("links") || head.has_key("edges") || !head.whole);
        let known =
            (head.has_key("nodes") || head.has_key("links") || head.has_key("edges")) && has_ends(head);
        (head.forced || known || listed).then(|| open(head, NODE_LINK))
    },
};

/// Whether the ends of edges are in sight.
fn has_ends(head: &JsonHead<'_>) -> bool {
    let nodes = head.has_key("nodes") || head.has_key("elements") || head.text.starts_with('[');
    (head.has_key("source") && head.has_key("target"))
        || (nodes && head.has_key("from") && head.has_key("to"))
        // A long list of nodes hides its edges.
        || (nodes && !head.whole && head.has_key("elements"))
}

fn open(head: &JsonHead<'_>, (paths, parts): Paths) -> Box<dyn JsonAdapter> {
    let mut survey =
        Reading::new(parts, Network::new(Naming::of(std::iter::empty()), Platform::Unknown, false));
    let mut nodes: Vec<(String, Option<String>)> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut look = |which: usize, raw: crate::ingest::json::RawValue<'_>| {
        let Some(value) = std::str::from_utf8(raw.bytes).ok().and_then(|text| Value::parse(text).ok()) else {
            return Ok(());
        };
        for item in survey.items(which, &value) {
            let label = item.values.iter().find(|(name, _)| name == "label" || name == "name");
            nodes.push((item.id, label.map(|(_, value)| value.clone())));
            for (name, _) in &item.values {
                if names.len() < limits::GRAPH_ATTRIBUTES && !names.contains(name) {
                    names.push(name.clone());
                }
            }
        }
        Ok(())
    };
    // Looking cannot fail.
    let _ = PathFramer::new(paths).push(head.text.as_bytes(), &mut look);
    let naming = Naming::of(nodes.iter().map(|(id, label)| (id.as_str(), label.as_deref())));
    let mut told = names.iter().filter_map(|name| words::platform_of_name(&squeeze(name)));
    let platform = match (naming.platform, told.next()) {
        (Platform::Unknown, Some(first)) if told.all(|other| other == first) => first,
        (platform, _) => platform,
    };
    Box::new(Reading::new(parts, Network::new(naming, platform, false)))
}

/// A node as its value shows it.
#[derive(Debug)]
struct Item {
    id: String,
    values: Vec<(String, String)>,
    /// The node has no id but its place in the list.
    by_place: bool,
}

/// A network in JSON that is being read.
#[derive(Debug)]
struct Reading {
    parts: &'static [Part],
    network: Network,
    /// Nodes met, for those that edges name by their place.
    place: u64,
    edge_values: HashMap<String, Vec<(String, String)>>,
    told: bool,
}

/// A value as text: none for what holds others, or nothing.
fn plain(value: &Value<'_>) -> Option<String> {
    match value {
        Value::String(text) => Some(text.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Whole(number) => Some(number.to_string()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The named values of an object, with those of the objects that writers put them into.
fn values(value: &Value<'_>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let nested = ["attributes", "data", "attrs", "properties", "metadata"];
    let inner = nested.iter().filter_map(|name| value.get(name)).flat_map(|inner| inner.members());
    for (name, value) in value.members().iter().chain(inner) {
        if found.len() == limits::GRAPH_ATTRIBUTES {
            break;
        }
        if let Some(text) = plain(value) {
            found.push((name.to_string(), text));
        }
    }
    found
}

/// Takes the first value of one of these names out of a list.
fn take(values: &mut Vec<(String, String)>, names: &[&str]) -> Option<String> {
    let at = names.iter().find_map(|name| values.iter().position(|(n, _)| n == name))?;
    Some(values.remove(at).1)
}

impl Reading {
    fn new(parts: &'static [Part], network: Network) -> Self {
        Reading { parts, network, place: 0, edge_values: HashMap::new(), told: false }
    }

    fn part(&self, which: usize, value: &Value<'_>) -> Part {
        match self.parts.get(which).copied().unwrap_or(Part::Either) {
            Part::Either if value.get("data").unwrap_or(value).get("source").is_some() => Part::Edge,
            Part::Either => Part::Node,
            part => part,
        }
    }

    /// The nodes that a value holds.
    fn items(&mut self, which: usize, value: &Value<'_>) -> Vec<Item> {
        match self.part(which, value) {
            Part::Node => vec![self.item(value)],
            Part::Nodes if value.is_array() => value.elements().iter().map(|v| self.item(v)).collect(),
            Part::Nodes => value
                .members()
                .iter()
                .map(|(id, value)| Item { id: id.to_string(), values: values(value), by_place: false })
                .collect(),
            _ => Vec::new(),
        }
    }

    fn item(&mut self, value: &Value<'_>) -> Item {
        let place = self.place;
        self.place += 1;
        if let Some(id) = plain(value) {
            return Item { id, values: Vec::new(), by_place: false };
        }
        let mut values = values(value);
        match take(&mut values, &["id", "key", "_id"]) {
            Some(id) => Item { id, values, by_place: false },
            None => Item { id: place.to_string(), values, by_place: true },
        }
    }

    fn node(&mut self, item: &Item, line: u64, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let attributes: Vec<_> = item.values.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let node = Node { id: &item.id, attributes: &attributes };
        self.network.sink_opened(ledger, into).node(line, &node)?;
        // Edges may name such a node by its name, too.
        if item.by_place
            && let Some((_, name)) = item.values.iter().find(|(n, _)| matches!(n.as_str(), "name" | "label"))
        {
            self.network.alias(&item.id, name)?;
        }
        Ok(())
    }

    fn edge(&mut self, value: &Value<'_>, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let mut all = values(value);
        // d3 replaces the ends by the nodes themselves once it has drawn them.
        let end = |names: &[&str]| {
            let inner = value.get("data").filter(|data| data.is_object());
            let found =
                names.iter().find_map(|n| value.get(n).or_else(|| inner.and_then(|data| data.get(n))))?;
            plain(found).or_else(|| ["id", "key", "index"].iter().find_map(|n| plain(found.get(n)?)))
        };
        let (source, target) = (end(&["source", "from"]), end(&["target", "to"]));
        for ends in [["source", "from"], ["target", "to"]] {
            take(&mut all, &ends);
        }
        let id = take(&mut all, &["id", "key", "_id"]);
        let undirected = take(&mut all, &["undirected"]).map(|word| word != "true");
        if let Some(told) = id.as_deref().and_then(|id| self.edge_values.get(id)) {
            all.extend(told.iter().cloned());
        }
        // d3 calls the weight of a link its value.
        if !all.iter().any(|(name, _)| name == "weight")
            && let Some((name, _)) = all.iter_mut().find(|(name, _)| name == "value")
        {
            *name = "weight".into();
        }
        let attributes: Vec<_> = all.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let edge = Edge {
            id: id.as_deref(),
            source: source.as_deref().unwrap_or_default(),
            target: target.as_deref().unwrap_or_default(),
            directed: undirected,
            attributes: &attributes,
        };
        self.network.sink_opened(ledger, into).edge(0, &edge)
    }
}

impl JsonAdapter for Reading {
    fn record(
        &mut self,
        which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        match self.part(which, value) {
            Part::Node | Part::Nodes | Part::Either => {
                for item in self.items(which, value) {
                    place.open(ledger);
                    self.node(&item, 0, ledger, into)?;
                }
            }
            Part::Edge => {
                place.open(ledger);
                self.edge(value, ledger, into)?;
            }
            Part::Directed => {
                if let Some(directed) = value.as_bool() {
                    self.told = true;
                    self.network.set_directed(directed);
                }
            }
            Part::Kind => {
                self.told = true;
                self.network.set_directed(value.as_str() != Some("undirected"));
            }
            Part::EdgeValues => {
                for (id, value) in value.members() {
                    self.edge_values.insert(id.to_string(), values(value));
                }
            }
        }
        Ok(())
    }

    fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        if !self.told && self.network.undecided() {
            ledger.note_file("graph.direction_unknown", None, String::new());
        }
        self.network.finish(ledger, into)
    }
}
