//! Which format of networks a text is, told by its first bytes.

use super::graph_adjacency::{self, Adjacency};
use super::graph_dgs::Dgs;
use super::graph_gdf::Gdf;
use super::graph_gexf::Gexf;
use super::graph_gml::Gml;
use super::graph_graphml::GraphMl;
use super::graph_items::Parser;
use super::graph_konect::{self, Konect};
use super::graph_lines::LineParser;
use super::graph_matrix::{self, Matrix};
use super::graph_matrix_market::MatrixMarket;
use super::graph_metis::{self, Metis};
use super::graph_networkx::{self, Pairs};
use super::graph_pajek::Pajek;
use super::graph_ucinet::Dl;
use super::sniff::Encoding;
use memchr::memmem;

/// Codes of the formats written in XML.
pub const XML: [&str; 2] = ["gexf", "graphml"];

/// Codes of the formats written as lines or words.
pub const TEXT: [&str; 11] = [
    "gdf",
    "pajek",
    "gml",
    "dgs",
    "matrix_market",
    "konect",
    "ucinet",
    "metis",
    "adjacency_list",
    "adjacency_matrix",
    "networkx_edges",
];

/// Whether edges may name nodes that no line of the format ever declares.
pub fn declares_nodes(format: &str) -> bool {
    matches!(format, "gexf" | "graphml" | "gdf" | "gml" | "dgs")
}

/// The format in XML that a text bears the mark of.
pub fn xml(text: &[u8]) -> Option<&'static str> {
    let text = text.trim_ascii_start();
    if text.first() != Some(&b'<') {
        return None;
    }
    // A long comment or a document type may stand above the root.
    let near = text[..text.len().min(64 << 10)].to_ascii_lowercase();
    let root = |name: &str| {
        memmem::find_iter(&near, name.as_bytes()).any(|at| {
            let before = near[..at].last();
            let after = near.get(at + name.len());
            // `<gexf`, or `<g:gexf` where a prefix is bound.
            (before == Some(&b'<') || before == Some(&b':'))
                && after.is_none_or(|b| b.is_ascii_whitespace() || *b == b'>')
        })
    };
    XML.into_iter().find(|name| root(name))
}

/// The format as text that the first bytes (`whole` when they are all) bear the mark of. `name` is the file's.
pub fn text(head: &str, whole: bool, name: &str) -> Option<&'static str> {
    let text = head.trim_start();
    let first = text.lines().next().unwrap_or_default();
    let begins = |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if begins("nodedef") && first[7..].trim_start().starts_with('>') {
        return Some("gdf");
    }
    let mut uncommented =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('%'));
    let body = uncommented.next().unwrap_or_default().to_ascii_lowercase();
    if ["*vertices", "*network", "*arcs", "*edges", "*matrix"].iter().any(|part| body.starts_with(part)) {
        return Some("pajek");
    }
    if begins("dgs00") {
        return Some("dgs");
    }
    if begins("%%matrixmarket") {
        return Some("matrix_market");
    }
    if graph_konect::knows(first) {
        return Some("konect");
    }
    if gml(text) {
        return Some("gml");
    }
    if begins("dl") && !text[2..].starts_with(|c: char| c.is_alphanumeric()) && dl(text) {
        return Some("ucinet");
    }
    // The lines as they stand: an empty one is a node without neighbours.
    if graph_metis::knows(head, whole) {
        return Some("metis");
    }
    if graph_adjacency::knows(text, whole) || (name.ends_with(".v") && graph_adjacency::only_ids(text)) {
        return Some("adjacency_list");
    }
    if graph_networkx::knows(text) {
        return Some("networkx_edges");
    }
    graph_matrix::knows(text, whole).then_some("adjacency_matrix")
}

/// Whether each line is a cascade: `account moment,account moment,…`, as studies of diffusion publish them.
pub fn cascades(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(20).peekable();
    let digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let is = |line: &str| {
        let mut items = line.split(',').map(str::trim).filter(|item| !item.is_empty());
        let pair = |item: &str| {
            let words: Vec<&str> = item.split(' ').collect();
            (2..=3).contains(&words.len())
                && words.iter().all(|word| digits(word))
                && words[words.len() - 1].len() > 4
        };
        // The last one may be cut by the end of what was looked at.
        line.matches(',').count() >= 2 && items.by_ref().take(3).filter(|item| pair(item)).count() >= 2
    };
    lines.peek().is_some() && lines.all(is)
}

/// `graph [` behind nothing but keys and values such as `Creator "…"`.
fn gml(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    let word = first.and_then(|line| line.split([' ', '\t', '[']).next()).unwrap_or_default();
    let opens = ["graph", "creator", "version", "comment", "directed", "label", "id", "name"];
    if !opens.iter().any(|open| word.eq_ignore_ascii_case(open)) {
        return false;
    }
    let near = text.get(..text.floor_char_boundary(16 << 10)).unwrap_or_default().to_ascii_lowercase();
    near.match_indices("graph").any(|(at, word)| {
        let before = near[..at].trim_end_matches([' ', '\t']);
        (before.is_empty() || before.ends_with(['\n', '\r']))
            && near[at + word.len()..].trim_start().starts_with('[')
    })
}

fn dl(text: &str) -> bool {
    let near = text.get(..text.floor_char_boundary(64 << 10)).unwrap_or_default().to_ascii_lowercase();
    let head = near.split("data:").next().unwrap_or_default();
    let squeezed: String = head.chars().filter(|c| !c.is_whitespace()).collect();
    ["n=", "nr=", "format="].iter().any(|key| squeezed.contains(key))
}

/// A parser of a format.
pub fn parser(format: &str, encoding: Option<Encoding>) -> Option<Box<dyn Parser>> {
    Some(match format {
        "gexf" => Box::new(Gexf::new(encoding)),
        "graphml" => Box::new(GraphMl::new(encoding)),
        "gml" => Box::new(Gml::new(encoding)),
        "gdf" => Box::new(LineParser::new(Gdf::default(), encoding)),
        "pajek" => Box::new(LineParser::new(Pajek::default(), encoding)),
        "dgs" => Box::new(LineParser::new(Dgs::default(), encoding)),
        "matrix_market" => Box::new(LineParser::new(MatrixMarket::default(), encoding)),
        "konect" => Box::new(LineParser::new(Konect::default(), encoding)),
        "ucinet" => Box::new(LineParser::new(Dl::default(), encoding)),
        "metis" => Box::new(LineParser::new(Metis::default(), encoding)),
        "adjacency_list" => Box::new(LineParser::new(Adjacency, encoding)),
        "adjacency_matrix" => Box::new(LineParser::new(Matrix::default(), encoding)),
        "networkx_edges" => Box::new(LineParser::new(Pairs, encoding)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_by_its_root() {
        assert_eq!(xml(b"\n<?xml version='1.0'?>\n<gexf xmlns='x'>"), Some("gexf"));
        assert_eq!(xml(b"<!DOCTYPE g [<!ENTITY a 'b'>]><!-- c --><g:graphml xmlns:g='x'>"), Some("graphml"));
        assert_eq!(xml(b"<html><p>gexf and graphml"), None);
        assert_eq!(xml(b"gexf"), None);
    }

    #[test]
    fn text_by_its_first_words() {
        for (head, format) in [
            ("nodedef> name VARCHAR\n", "gdf"),
            ("% x\r\n*Vertices 3\r\n", "pajek"),
            ("*network a\n*vertices 2\n", "pajek"),
            ("DGS004\n", "dgs"),
            ("%%MatrixMarket matrix coordinate\n", "matrix_market"),
            ("% sym\n1 2\n", "konect"),
            ("Creator \"x\"\nVersion 1\ngraph\n[\n", "gml"),
            ("graph[node[id 1]]", "gml"),
            ("dl\nn = 3\nformat = edgelist1\ndata:\n", "ucinet"),
            ("3 2\n2 3\n1\n1\n", "metis"),
            ("1 2 3\n2 1\n3 1\n", "adjacency_list"),
            (",a,b\na,0,1\nb,1,0\n", "adjacency_matrix"),
            ("a b {'weight': 1}\n", "networkx_edges"),
        ] {
            assert_eq!(text(head, true, ""), Some(format), "{head:?}");
        }
    }

    #[test]
    fn cascades_are_known() {
        assert!(cascades(
            "0 566 23498972,2515 120971777,2201 169447119\n712 21478000,474 38608746,390 122690371\n"
        ));
        assert!(!cascades("1 2,3 4,5 6\n"));
        assert!(!cascades("a,b,c\n1,2,3\n"));
    }

    #[test]
    fn other_texts_are_none() {
        for head in [
            "author,text\na,graph [ of likes ]\n",
            "graph,text\na,b\n",
            "dl,ul\n1,2\n",
            "Source,Target\na,b\n",
            "# a\n1\t2\n3\t4\n",
            "% a comment\n1 2\n",
            "12/9/20, 23:55 - Lea: bonjour\n",
            "id graph [x]\n",
            "1\n2\n3\n",
        ] {
            assert_eq!(text(head, true, "x.csv"), None, "{head:?}");
        }
        assert_eq!(text("1\n2\n3\n", true, "a.v"), Some("adjacency_list"));
    }
}
