//! What every format of networks comes down to: nodes and edges with named values, handed over one by one.

use super::decode::FieldDecoder;
use crate::error::Result;

/// A named value of a node or an edge.
pub type Attribute<'a> = (&'a str, &'a str);

/// A node as its file shows it.
#[derive(Debug, Clone, Copy)]
pub struct Node<'a> {
    /// Its id inside the file.
    pub id: &'a str,
    /// What else is said of it, a `label` included.
    pub attributes: &'a [Attribute<'a>],
}

/// An edge as its file shows it.
#[derive(Debug, Clone, Copy)]
pub struct Edge<'a> {
    /// Id of the edge, where it has one.
    pub id: Option<&'a str>,
    /// Id of the node it leaves.
    pub source: &'a str,
    /// Id of the node it reaches.
    pub target: &'a str,
    /// Whether it has a direction; none where only the file as a whole could say.
    pub directed: Option<bool>,
    /// What else is said of it: `weight`, `label`, `start`…
    pub attributes: &'a [Attribute<'a>],
}

impl<'a> Edge<'a> {
    /// An edge of which only the ends are known.
    pub fn between(source: &'a str, target: &'a str, directed: bool) -> Self {
        Edge { id: None, source, target, directed: Some(directed), attributes: &[] }
    }
}

/// Where nodes and edges go. `line` is where a record begins, from 1; 0 where lines have no meaning.
pub trait Sink {
    /// A node.
    fn node(&mut self, line: u64, node: &Node<'_>) -> Result<()>;

    /// An edge.
    fn edge(&mut self, line: u64, edge: &Edge<'_>) -> Result<()>;

    /// A node that no record of the file shows, but that the file says exists.
    fn implied(&mut self, id: &str) -> Result<()>;

    /// A record that cannot be used, with the reason.
    fn fault(&mut self, line: u64, code: &'static str, excerpt: &str);

    /// Something worth knowing of the file.
    fn note(&mut self, code: &'static str, excerpt: &str);

    /// Something of the record that comes next was replaced: bytes that are no text.
    fn damaged(&mut self);

    /// Whether edges have a direction where they do not say it.
    fn directed(&mut self, directed: bool);
}

/// Reads a network slice by slice. Any slicing gives the same nodes and edges.
pub trait Parser: std::fmt::Debug {
    /// Reads a slice.
    fn push(&mut self, bytes: &[u8], sink: &mut dyn Sink) -> Result<()>;

    /// Reads what is left once the file has ended.
    fn finish(&mut self, sink: &mut dyn Sink) -> Result<()>;

    /// What makes text of its bytes.
    fn decoder(&self) -> &FieldDecoder;
}

/// Collects everything in words: what the tests of the parsers look at.
#[cfg(test)]
#[derive(Debug, Default, PartialEq)]
pub struct Seen {
    /// `node id a=b`, `edge s>t`, `edge s-t`, `edge s?t`, `fault code`, `note code`.
    pub words: Vec<String>,
}

#[cfg(test)]
impl Seen {
    /// What a parser sees in a text, the same whatever the slices.
    pub fn of(make: impl Fn() -> Box<dyn Parser>, text: impl AsRef<[u8]>) -> Vec<String> {
        let by = |chunk: usize| {
            let (mut parser, mut seen) = (make(), Seen::default());
            for slice in text.as_ref().chunks(chunk) {
                parser.push(slice, &mut seen).unwrap();
            }
            parser.finish(&mut seen).unwrap();
            seen.words
        };
        let whole = by(usize::MAX);
        for chunk in [1, 2, 7] {
            assert_eq!(by(chunk), whole);
        }
        whole
    }

    fn add(&mut self, mut word: String, attributes: &[Attribute<'_>]) {
        for (name, value) in attributes {
            word.push_str(&format!(" {name}={value}"));
        }
        self.words.push(word);
    }
}

#[cfg(test)]
impl Sink for Seen {
    fn node(&mut self, _: u64, node: &Node<'_>) -> Result<()> {
        self.add(format!("node {}", node.id), node.attributes);
        Ok(())
    }

    fn edge(&mut self, _: u64, edge: &Edge<'_>) -> Result<()> {
        let mark = match edge.directed {
            Some(true) => '>',
            Some(false) => '-',
            None => '?',
        };
        self.add(format!("edge {}{mark}{}", edge.source, edge.target), edge.attributes);
        Ok(())
    }

    fn implied(&mut self, id: &str) -> Result<()> {
        self.words.push(format!("implied {id}"));
        Ok(())
    }

    fn fault(&mut self, _: u64, code: &'static str, _: &str) {
        self.words.push(format!("fault {code}"));
    }

    fn note(&mut self, code: &'static str, excerpt: &str) {
        self.words.push(format!("note {code} {excerpt}"));
    }

    fn damaged(&mut self) {
        self.words.push("damaged".into());
    }

    fn directed(&mut self, directed: bool) {
        self.words.push(if directed { "directed" } else { "undirected" }.into());
    }
}
