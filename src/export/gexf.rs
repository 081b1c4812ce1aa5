//! The network as GEXF 1.3, for Gephi and Gephi Lite.

use super::network::{Kind, Network, NetworkOptions, TEXTS};
use super::xml::Xml;
use crate::error::Result;
use crate::query::View;

/// Writes accounts and ties: ids as strings, unknown values left out, places on the map where they are given.
///
/// Cost: O(accounts + ties) time, and the memory of the file.
///
/// # Errors
/// `account.unknown` for an account that there is not; `argument.invalid`; `memory.exhausted`.
pub fn gexf(view: View<'_>, options: &NetworkOptions) -> Result<Vec<u8>> {
    let network = Network::new(view, options)?;
    let mut xml = Xml::default();
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
    xml.raw("<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n")?;
    xml.raw("<meta><creator>Sillage</creator></meta>\n")?;
    xml.raw("<graph defaultedgetype=\"directed\" idtype=\"string\" mode=\"static\">\n")?;
    let titles = TEXTS.iter().map(|name| (*name, Kind::Text));
    let titles = titles.chain([("rank", Kind::Whole)]);
    let titles = titles.chain(network.numbers.iter().map(|numbers| (numbers.name, numbers.kind)));
    attributes(&mut xml, "node", titles)?;
    attributes(&mut xml, "edge", network.layers.iter().map(|layer| (layer.name(), Kind::Real)))?;
    nodes(&mut xml, &network)?;
    edges(&mut xml, &network)?;
    xml.raw("</graph>\n</gexf>\n")?;
    Ok(xml.finish())
}

fn attributes<'a>(xml: &mut Xml, class: &str, titles: impl Iterator<Item = (&'a str, Kind)>) -> Result<()> {
    xml.raw("<attributes")?;
    xml.attribute("class", class)?;
    xml.raw(" mode=\"static\">\n")?;
    for (id, (title, kind)) in titles.enumerate() {
        xml.raw("<attribute")?;
        xml.attribute("id", &id.to_string())?;
        xml.attribute("title", title)?;
        xml.attribute("type", kind.name())?;
        xml.raw("/>\n")?;
    }
    xml.raw("</attributes>\n")
}

fn nodes(xml: &mut Xml, network: &Network<'_>) -> Result<()> {
    xml.raw("<nodes>\n")?;
    for account in &network.nodes {
        xml.raw("<node")?;
        xml.attribute("id", &network.id(*account))?;
        xml.attribute("label", &network.label(*account))?;
        xml.raw("><attvalues>")?;
        for (id, text) in network.texts(*account).iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            xml.raw("<attvalue")?;
            xml.attribute("for", &id.to_string())?;
            xml.attribute("value", text)?;
            xml.raw("/>")?;
        }
        let rank = network.rank(*account).map(|rank| (TEXTS.len(), rank));
        let numbers = network.known(*account).map(|(id, value)| (TEXTS.len() + 1 + id, value));
        for (id, value) in rank.into_iter().chain(numbers) {
            number(xml, id, value)?;
        }
        xml.raw("</attvalues>")?;
        if let Some((x, y)) = network.at(*account) {
            // Gephi counts in hundreds.
            xml.raw("<viz:position x=\"")?;
            xml.number(1_000.0 * x)?;
            xml.raw("\" y=\"")?;
            xml.number(1_000.0 * y)?;
            xml.raw("\" z=\"0.0\"/>")?;
        }
        xml.raw("</node>\n")?;
    }
    xml.raw("</nodes>\n")
}

fn edges(xml: &mut Xml, network: &Network<'_>) -> Result<()> {
    xml.raw("<edges>\n")?;
    for (id, edge) in network.edges().enumerate() {
        xml.raw("<edge")?;
        xml.attribute("id", &id.to_string())?;
        xml.attribute("source", &network.id(edge.from))?;
        xml.attribute("target", &network.id(edge.to))?;
        xml.raw(" weight=\"")?;
        xml.number(edge.weight)?;
        xml.raw("\"><attvalues>")?;
        for (id, value) in edge.layers.iter().enumerate().filter(|(_, value)| **value > 0.0) {
            number(xml, id, *value)?;
        }
        xml.raw("</attvalues></edge>\n")?;
    }
    xml.raw("</edges>\n")
}

fn number(xml: &mut Xml, id: usize, value: f64) -> Result<()> {
    xml.raw("<attvalue")?;
    xml.attribute("for", &id.to_string())?;
    xml.raw(" value=\"")?;
    xml.number(value)?;
    xml.raw("\"/>")
}
