//! GML, as Gephi, igraph, networkx, yEd and Cytoscape write it: keys and values, lists in brackets.
//!
//! Nodes and edges are the lists of that name directly inside `graph`; lists inside them (`graphics`) are passed over.

use super::decode::FieldDecoder;
use super::delimited::Span;
use super::graph_entities::unescape;
use super::graph_items::{Attribute, Edge, Node, Parser, Sink};
use super::sniff::Encoding;
use crate::error::Result;
use crate::limits;
use memchr::memchr;

/// Reads GML by slices.
#[derive(Debug)]
pub struct Gml {
    decoder: FieldDecoder,
    /// Bytes of a word that is not whole yet.
    word: Vec<u8>,
    state: State,
    line: u64,
    /// The word was too long to be kept.
    too_long: bool,
    key: Option<String>,
    depth: usize,
    in_graph: bool,
    item: Option<Item>,
    warned: bool,
    /// Whether edges have a direction has been told.
    told: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Between,
    Word,
    Text,
    Comment,
}

#[derive(Debug)]
struct Item {
    is_edge: bool,
    line: u64,
    attributes: Vec<(String, String)>,
}

impl Gml {
    /// A reader at the beginning of a file.
    pub fn new(encoding: Option<Encoding>) -> Self {
        Gml {
            decoder: FieldDecoder::new(encoding),
            word: Vec::new(),
            state: State::Between,
            line: 1,
            too_long: false,
            key: None,
            depth: 0,
            in_graph: false,
            item: None,
            warned: false,
            told: false,
        }
    }

    fn keep(&mut self, part: &[u8]) {
        if self.too_long || self.word.len() + part.len() > limits::FIELD_BYTES {
            self.too_long = true;
            self.word.clear();
        } else {
            self.word.extend_from_slice(part);
        }
    }

    /// A word or a text has ended: it is a key, or the value of the key before it.
    fn end_word(&mut self, is_text: bool, sink: &mut dyn Sink) {
        let bytes = std::mem::take(&mut self.word);
        if std::mem::take(&mut self.too_long) {
            sink.note("graph.element_too_long", self.key.as_deref().unwrap_or_default());
            self.key = None;
            return;
        }
        let all = [Span::all(&bytes)];
        let decoded = self.decoder.decode(&bytes, &all);
        if decoded.damaged {
            sink.damaged();
        }
        match self.key.take() {
            None if is_text => {}
            None => self.key = Some(decoded.text.to_string()),
            Some(key) => {
                let value = unescape(decoded.text, true, |entity| sink.note("graph.entity", entity));
                let value = value.into_owned();
                self.value(key, value, sink);
            }
        }
        self.word = bytes;
        self.word.clear();
    }

    fn value(&mut self, key: String, value: String, sink: &mut dyn Sink) {
        if self.in_graph && self.depth == 1 && key.eq_ignore_ascii_case("directed") {
            self.told = true;
            sink.directed(value == "1");
        }
        if self.depth == 2
            && let Some(item) = &mut self.item
            && item.attributes.len() < limits::GRAPH_ATTRIBUTES
        {
            item.attributes.push((key, value));
        }
    }

    fn open(&mut self, sink: &mut dyn Sink) {
        let key = self.key.take().unwrap_or_default();
        if self.depth == 0 {
            self.in_graph = key.eq_ignore_ascii_case("graph");
        } else if self.depth == 1 && self.in_graph {
            let is_edge = key.eq_ignore_ascii_case("edge");
            if is_edge && !std::mem::replace(&mut self.told, true) {
                // The standard's own default.
                sink.directed(false);
            }
            if is_edge || key.eq_ignore_ascii_case("node") {
                self.item = Some(Item { is_edge, line: self.line, attributes: Vec::new() });
            }
        }
        self.depth += 1;
        if self.depth > limits::GRAPH_DEPTH && !std::mem::replace(&mut self.warned, true) {
            sink.note("graph.too_deep", &key);
        }
    }

    fn close(&mut self, sink: &mut dyn Sink) -> Result<()> {
        self.key = None;
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 1
            && let Some(item) = self.item.take()
        {
            return emit(&item, sink);
        }
        Ok(())
    }
}

fn emit(item: &Item, sink: &mut dyn Sink) -> Result<()> {
    let find = |name: &str| {
        let found = item.attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str()).filter(|v| !v.is_empty())
    };
    let own =
        |name: &str| ["id", "source", "target", "directed"].iter().any(|o| name.eq_ignore_ascii_case(o));
    let all = item.attributes.iter().map(|(k, v)| (k.as_str(), v.as_str()));
    let rest: Vec<Attribute<'_>> = all.filter(|(k, _)| !own(k)).collect();
    if !item.is_edge {
        // Some writers name nodes by their label alone, and edges refer to it.
        match find("id").or_else(|| find("label")) {
            Some(id) => sink.node(item.line, &Node { id, attributes: &rest })?,
            None => sink.fault(item.line, "graph.no_id", ""),
        }
        return Ok(());
    }
    let (Some(source), Some(target)) = (find("source"), find("target")) else {
        sink.fault(item.line, "row.no_ends", find("label").unwrap_or_default());
        return Ok(());
    };
    let directed = find("directed").map(|d| d == "1");
    sink.edge(item.line, &Edge { id: find("id"), source, target, directed, attributes: &rest })
}

impl Parser for Gml {
    fn push(&mut self, bytes: &[u8], sink: &mut dyn Sink) -> Result<()> {
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            match self.state {
                State::Text => {
                    let rest = &bytes[at..];
                    let length = memchr(b'"', rest).unwrap_or(rest.len());
                    self.keep(&rest[..length]);
                    self.line += memchr::memchr_iter(b'\n', &rest[..length]).count() as u64;
                    at += length;
                    if at < bytes.len() {
                        at += 1;
                        self.state = State::Between;
                        self.end_word(true, sink);
                    }
                    continue;
                }
                State::Comment => {
                    if byte == b'\n' {
                        self.state = State::Between;
                    }
                }
                State::Word if byte.is_ascii_whitespace() || matches!(byte, b'[' | b']' | b'"') => {
                    self.state = State::Between;
                    self.end_word(false, sink);
                    // The byte itself is looked at again.
                    continue;
                }
                State::Word => self.keep(&[byte]),
                State::Between => match byte {
                    b'[' => self.open(sink),
                    b']' => self.close(sink)?,
                    b'"' => self.state = State::Text,
                    b'#' => self.state = State::Comment,
                    _ if byte.is_ascii_whitespace() => {}
                    _ => {
                        self.state = State::Word;
                        self.keep(&[byte]);
                    }
                },
            }
            self.line += u64::from(byte == b'\n');
            at += 1;
        }
        Ok(())
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> Result<()> {
        if self.depth > 0 || self.state == State::Text {
            sink.note("file.truncated", "");
        }
        Ok(())
    }

    fn decoder(&self) -> &FieldDecoder {
        &self.decoder
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::graph_items::Seen;

    fn seen(text: &str) -> Vec<String> {
        Seen::of(|| Box::new(Gml::new(None)), text)
    }

    #[test]
    fn lists_of_keys_and_values() {
        let text = "Creator \"x [ y\"\n# node [ id 9 ]\ngraph\n[\n directed 1\n node [ id 0 label \"Caf&#233;\nLum&egrave;re\" followers 1500 graphics [ id 7 x 1.5 ] ]\n\
                    node [id 1]node[ label \"omar\" ]\n edge [ source 0 target 1 weight 2.5 ] edge [ source 1 ] \n]\n";
        assert_eq!(
            seen(text),
            [
                "directed",
                "node 0 label=Caf\u{e9}\nLum\u{e8}re followers=1500",
                "node 1",
                "node omar label=omar",
                "edge 0?1 weight=2.5",
                "fault row.no_ends"
            ]
        );
    }

    #[test]
    fn a_cut_file_keeps_what_was_whole() {
        assert_eq!(seen("graph [ node [ id 1 ] node [ id 2 "), ["node 1", "note file.truncated "]);
        let deep = "graph [ ".to_string() + &"a [ ".repeat(100_000);
        assert_eq!(seen(&deep), ["note graph.too_deep a", "note file.truncated "]);
    }
}
