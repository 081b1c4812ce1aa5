//! The network as GraphML, for networkx, igraph, yEd, Cytoscape.

use super::network::{Kind, Network, NetworkOptions, TEXTS};
use super::xml::Xml;
use crate::error::Result;
use crate::query::View;

/// Writes accounts and ties: ids as strings, unknown values left out, places on the map (`x`, `y`) where they are given.
///
/// Cost: O(accounts + ties) time, and the memory of the file.
///
/// # Errors
/// `account.unknown` for an account that there is not; `argument.invalid`; `memory.exhausted`.
pub fn graphml(view: View<'_>, options: &NetworkOptions) -> Result<Vec<u8>> {
    let network = Network::new(view, options)?;
    let mut xml = Xml::default();
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
    xml.raw("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")?;
    key(&mut xml, "node", "label", Kind::Text)?;
    for name in TEXTS {
        key(&mut xml, "node", name, Kind::Text)?;
    }
    key(&mut xml, "node", "rank", Kind::Whole)?;
    for numbers in &network.numbers {
        key(&mut xml, "node", numbers.name, numbers.kind)?;
    }
    key(&mut xml, "node", "x", Kind::Real)?;
    key(&mut xml, "node", "y", Kind::Real)?;
    key(&mut xml, "edge", "weight", Kind::Real)?;
    for layer in &network.layers {
        key(&mut xml, "edge", layer.name(), Kind::Real)?;
    }
    xml.raw("<graph id=\"sillage\" edgedefault=\"directed\">\n")?;
    for account in &network.nodes {
        xml.raw("<node")?;
        xml.attribute("id", &network.id(*account))?;
        xml.raw(">")?;
        text(&mut xml, "label", &network.label(*account))?;
        for (name, value) in TEXTS.iter().zip(network.texts(*account)) {
            text(&mut xml, name, &value)?;
        }
        if let Some(rank) = network.rank(*account) {
            number(&mut xml, "node", "rank", rank)?;
        }
        for (at, value) in network.known(*account) {
            number(&mut xml, "node", network.numbers[at].name, value)?;
        }
        if let Some((x, y)) = network.at(*account) {
            number(&mut xml, "node", "x", 1_000.0 * x)?;
            number(&mut xml, "node", "y", 1_000.0 * y)?;
        }
        xml.raw("</node>\n")?;
    }
    for (id, edge) in network.edges().enumerate() {
        xml.raw("<edge")?;
        xml.attribute("id", &format!("e{id}"))?;
        xml.attribute("source", &network.id(edge.from))?;
        xml.attribute("target", &network.id(edge.to))?;
        xml.raw(">")?;
        number(&mut xml, "edge", "weight", edge.weight)?;
        for (layer, value) in network.layers.iter().zip(edge.layers).filter(|(_, value)| *value > 0.0) {
            number(&mut xml, "edge", layer.name(), value)?;
        }
        xml.raw("</edge>\n")?;
    }
    xml.raw("</graph>\n</graphml>\n")?;
    Ok(xml.finish())
}

/// Declares an attribute. Keys of accounts and of ties have names of their own, whatever the attributes are called.
fn key(xml: &mut Xml, of: &str, name: &str, kind: Kind) -> Result<()> {
    xml.raw("<key")?;
    xml.attribute("id", &format!("{of}-{name}"))?;
    xml.attribute("for", of)?;
    xml.attribute("attr.name", name)?;
    xml.attribute("attr.type", kind.name())?;
    xml.raw("/>\n")
}

fn text(xml: &mut Xml, name: &str, value: &str) -> Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    xml.raw("<data")?;
    xml.attribute("key", &format!("node-{name}"))?;
    xml.raw(">")?;
    xml.data(value)?;
    xml.raw("</data>")
}

fn number(xml: &mut Xml, of: &str, name: &str, value: f64) -> Result<()> {
    xml.raw("<data")?;
    xml.attribute("key", &format!("{of}-{name}"))?;
    xml.raw(">")?;
    xml.number(value)?;
    xml.raw("</data>")
}
