//! Network files: GEXF, GraphML, and the formats written as text.

use super::ImportOptions;
use super::graph_naming::Naming;
use super::graph_network::Network;
use super::ledger::Ledger;
use super::naming::squeeze;
use super::reader::{Described, Head, Reader};
use super::words;
use crate::error::{ErrorKind, Result};
use crate::ingest::graph_items::{Edge, Node, Parser, Sink};
use crate::ingest::graph_sniff;
use crate::ingest::sniff::Encoding;
use crate::model::{Builder, Platform};

/// Whether that is the code of a format read here.
pub fn is_format(code: &str) -> bool {
    graph_sniff::XML.contains(&code) || graph_sniff::TEXT.contains(&code)
}

/// Reads networks in XML.
pub fn open_xml(head: &Head<'_>, options: &ImportOptions, _: &mut Ledger) -> Result<Option<Box<dyn Reader>>> {
    let format = match options.format.as_deref() {
        Some(given) => graph_sniff::XML.into_iter().find(|format| *format == given),
        None => graph_sniff::xml(head.text),
    };
    format.map_or(Ok(None), |format| open(format, head, options))
}

/// Reads networks written as text.
pub fn open_text(
    head: &Head<'_>,
    options: &ImportOptions,
    _: &mut Ledger,
) -> Result<Option<Box<dyn Reader>>> {
    let format = match options.format.as_deref() {
        Some(given) => graph_sniff::TEXT.into_iter().find(|format| *format == given),
        None => {
            let text = String::from_utf8_lossy(head.text);
            if graph_sniff::cascades(&text) {
                // Who took part and when, but not whose post it was: no tie can be told from it.
                return Err(ErrorKind::FormatUnsupported { detected: "cascades".into() }.into());
            }
            graph_sniff::text(&text, head.whole, head.name)
        }
    };
    format.map_or(Ok(None), |format| open(format, head, options))
}

fn open(format: &'static str, head: &Head<'_>, options: &ImportOptions) -> Result<Option<Box<dyn Reader>>> {
    let (Some(parser), Some(mut survey)) =
        (graph_sniff::parser(format, head.encoding), graph_sniff::parser(format, head.encoding))
    else {
        return Ok(None);
    };
    let mut seen = Survey::default();
    survey.push(head.text, &mut seen)?;
    if head.whole {
        survey.finish(&mut seen)?;
    }
    let naming = Naming::of(seen.nodes.iter().map(|(id, label)| (id.as_str(), label.as_deref())));
    let platform = match options.platform()? {
        Some(platform) => platform,
        None if naming.platform == Platform::Unknown => seen.platform(),
        None => naming.platform,
    };
    let network = Network::new(naming, platform, !graph_sniff::declares_nodes(format));
    Ok(Some(Box::new(Graph { format, parser, network })))
}

/// The first nodes of a file, looked at before any is made an account.
#[derive(Debug, Default)]
struct Survey {
    nodes: Vec<(String, Option<String>)>,
    /// Names of the values that nodes have.
    names: Vec<String>,
}

impl Survey {
    /// The network that the names of the values point to, when they point to one only.
    fn platform(&self) -> Platform {
        let mut told = self.names.iter().filter_map(|name| words::platform_of_name(&squeeze(name)));
        match told.next() {
            Some(platform) if told.all(|other| other == platform) => platform,
            _ => Platform::Unknown,
        }
    }

    fn add(&mut self, id: &str, label: Option<&str>) {
        self.nodes.push((id.trim().to_string(), label.map(str::to_string)));
    }
}

impl Sink for Survey {
    fn node(&mut self, _: u64, node: &Node<'_>) -> Result<()> {
        let label = node.attributes.iter().find(|(name, value)| *name == "label" && !value.trim().is_empty());
        self.add(node.id, label.map(|(_, value)| *value));
        for (name, _) in node.attributes {
            if self.names.len() < crate::limits::GRAPH_ATTRIBUTES && !self.names.iter().any(|n| n == name) {
                self.names.push(name.to_string());
            }
        }
        Ok(())
    }

    fn edge(&mut self, _: u64, edge: &Edge<'_>) -> Result<()> {
        self.add(edge.source, None);
        self.add(edge.target, None);
        Ok(())
    }

    fn implied(&mut self, _: &str) -> Result<()> {
        Ok(())
    }

    fn fault(&mut self, _: u64, _: &'static str, _: &str) {}

    fn note(&mut self, _: &'static str, _: &str) {}

    fn damaged(&mut self) {}

    fn directed(&mut self, _: bool) {}
}

/// A network file that is being imported.
#[derive(Debug)]
struct Graph {
    format: &'static str,
    parser: Box<dyn Parser>,
    network: Network,
}

impl Reader for Graph {
    fn push(&mut self, text: &[u8], ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        self.parser.push(text, &mut self.network.sink(ledger, into))
    }

    fn finish(&mut self, ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        self.parser.finish(&mut self.network.sink(ledger, into))?;
        self.network.finish(ledger, into)
    }

    fn describe(self: Box<Self>) -> Described {
        let encoding: Encoding = self.parser.decoder().encoding();
        Described::certain(self.format, encoding)
    }
}
