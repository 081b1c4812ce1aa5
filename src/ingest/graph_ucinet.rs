//! UCINET DL: a header of `N=`, `FORMAT=` and labels, then a matrix or lists.

use super::graph_items::{Attribute, Edge, Node, Sink};
use super::graph_lines::{Lines, number};
use crate::error::Result;
use crate::limits;
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Format {
    #[default]
    Full,
    Lower,
    Upper,
    EdgeList,
    NodeList,
    Unknown,
}

/// What the words after a title are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    Header,
    Labels,
    /// Labels of columns, or of levels: which of the two.
    Columns,
    Levels,
    Data,
}

/// Reads the lines of a DL file.
#[derive(Debug, Default)]
pub struct Dl {
    begun: bool,
    part: Part,
    format: Format,
    size: usize,
    rows_embedded: bool,
    columns_embedded: bool,
    no_diagonal: bool,
    labels: Vec<String>,
    columns: Vec<String>,
    levels: Vec<String>,
    /// Place of each label, from 1, by its lower case: known once the labels became nodes.
    places: HashMap<String, usize>,
    named: bool,
    row: usize,
    column: usize,
    level: usize,
    /// The row's own label has been read.
    in_row: bool,
    row_label: String,
}

/// Words of a line: parted by blanks and commas, enclosed in quotes or not.
fn split(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let Some(first) = rest.chars().next() else { return found };
        if matches!(first, '"' | '\'')
            && let Some(length) = rest[1..].find(first)
        {
            found.push(&rest[1..=length]);
            rest = &rest[length + 2..];
            continue;
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == ',').unwrap_or(rest.len());
        found.push(&rest[..end]);
        rest = &rest[end..];
    }
}

impl Dl {
    /// Reads what a line of the header sets: `N=3`, `N = 3`, `FORMAT = EDGELIST1`, `DIAGONAL ABSENT`.
    fn settings(&mut self, text: &str, sink: &mut dyn Sink) {
        let spaced = text.replace('=', " = ").to_ascii_lowercase();
        let all: Vec<&str> = spaced.split([' ', ',', '\t']).filter(|w| !w.is_empty() && *w != "=").collect();
        for pair in all.windows(2) {
            match pair {
                ["n" | "nr", count] => self.size = count.parse().unwrap_or(self.size),
                ["nc", count]
                    if count.parse::<usize>().ok().is_some_and(|c| self.size != 0 && c != self.size) =>
                {
                    sink.note("graph.two_sided", text);
                }
                ["format", name] => {
                    self.format = match *name {
                        "fullmatrix" | "fm" => Format::Full,
                        "lowerhalf" | "lh" => Format::Lower,
                        "upperhalf" | "uh" => Format::Upper,
                        "edgelist1" | "el1" | "edgelist2" | "el2" | "edgelist" => Format::EdgeList,
                        "nodelist1" | "nl1" | "nodelist2" | "nl2" | "nodelist" => Format::NodeList,
                        _ => {
                            sink.note("graph.section_ignored", name);
                            Format::Unknown
                        }
                    };
                }
                ["diagonal", "absent"] => self.no_diagonal = true,
                _ => {}
            }
        }
    }

    /// Follows a title of the header. Returns what stands behind it on its line.
    fn title<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        let lower = text.to_ascii_lowercase();
        if lower.contains("embedded") {
            self.rows_embedded |= !lower.contains("col");
            self.columns_embedded |= !lower.contains("row");
            self.part = Part::Header;
            return Some("");
        }
        let (head, _) = lower.split_once(':')?;
        let words: Vec<&str> = head.split_whitespace().collect();
        self.part = match words.as_slice() {
            ["data"] => Part::Data,
            ["labels"] | ["row", "labels"] => Part::Labels,
            ["col" | "column", "labels"] => Part::Columns,
            ["matrix" | "level", "labels"] => Part::Levels,
            _ => return None,
        };
        text.get(head.len() + 1..)
    }

    /// The labels of the header become nodes, once, when the data begin.
    fn name_nodes(&mut self, line: u64, sink: &mut dyn Sink) -> Result<()> {
        if std::mem::replace(&mut self.named, true) {
            return Ok(());
        }
        for (place, label) in self.labels.iter().enumerate() {
            let id = (place + 1).to_string();
            self.places.entry(label.to_lowercase()).or_insert(place + 1);
            sink.node(line, &Node { id: &id, attributes: &[("label", label)] })?;
        }
        Ok(())
    }

    fn edge(&self, line: u64, ends: (&str, &str), weight: Option<&str>, sink: &mut dyn Sink) -> Result<()> {
        let mut attributes: Vec<Attribute<'_>> = weight.map(|w| ("weight", w)).into_iter().collect();
        if let Some(level) = self.levels.get(self.level) {
            attributes.push(("relation", level));
        }
        let directed = !matches!(self.format, Format::Lower | Format::Upper);
        sink.edge(line, &Edge { attributes: &attributes, ..Edge::between(ends.0, ends.1, directed) })
    }

    /// A list writes numbers where the header has the labels, and labels where they are embedded; some writers put
    /// labels in both.
    fn end_of<'a>(&self, word: &'a str, place: &'a mut String) -> &'a str {
        if self.places.is_empty() || word.bytes().all(|b| b.is_ascii_digit()) {
            return word;
        }
        let Some(at) = self.places.get(&word.to_lowercase()) else { return word };
        *place = at.to_string();
        place
    }

    fn list(&self, words: &[&str], line: u64, sink: &mut dyn Sink) -> Result<()> {
        let (mut left, mut right) = (String::new(), String::new());
        match (self.format, words) {
            (Format::EdgeList, [source, target, rest @ ..]) => {
                let weight = rest.first().copied().filter(|w| number(w).is_some());
                self.edge(
                    line,
                    (self.end_of(source, &mut left), self.end_of(target, &mut right)),
                    weight,
                    sink,
                )
            }
            (Format::NodeList, [source, targets @ ..]) => {
                for target in targets {
                    let ends = (self.end_of(source, &mut left), self.end_of(target, &mut right));
                    self.edge(line, ends, None, sink)?;
                }
                Ok(())
            }
            _ => {
                sink.fault(line, "row.no_ends", words.first().copied().unwrap_or_default());
                Ok(())
            }
        }
    }

    fn matrix(&mut self, words: &[&str], line: u64, sink: &mut dyn Sink) -> Result<()> {
        let mut words = words;
        if self.columns_embedded && self.columns.len() < self.size && self.row == 0 && !self.in_row {
            let room = self.size - self.columns.len();
            let (names, rest) = words.split_at(words.len().min(room));
            self.columns.extend(names.iter().map(|n| n.to_string()));
            words = rest;
        }
        for word in words {
            if self.size == 0 || self.row >= self.size {
                sink.fault(line, "row.long", word);
                continue;
            }
            if self.rows_embedded && !std::mem::replace(&mut self.in_row, true) {
                self.row_label = word.to_string();
                if self.level == 0 {
                    sink.node(line, &Node { id: word, attributes: &[] })?;
                }
                continue;
            }
            let name = |labels: &[String], place: usize| {
                labels.get(place).cloned().unwrap_or_else(|| (place + 1).to_string())
            };
            let place = self.column + self.first_column();
            let source = if self.rows_embedded { self.row_label.clone() } else { (self.row + 1).to_string() };
            let target = if self.columns_embedded {
                name(&self.columns, place)
            } else if self.rows_embedded {
                name(&self.labels, place)
            } else {
                (place + 1).to_string()
            };
            if number(word) != Some(0.0) && !word.is_empty() {
                self.edge(line, (&source, &target), Some(word), sink)?;
            }
            self.advance();
        }
        Ok(())
    }

    fn first_column(&self) -> usize {
        match self.format {
            Format::Upper => self.row + usize::from(self.no_diagonal),
            _ => 0,
        }
    }

    fn width(&self) -> usize {
        let off = usize::from(self.no_diagonal);
        match self.format {
            Format::Lower => (self.row + 1).saturating_sub(off),
            Format::Upper => (self.size - self.row).saturating_sub(off),
            _ => self.size,
        }
    }

    fn advance(&mut self) {
        self.column += 1;
        while self.row < self.size && self.column >= self.width() {
            self.column = 0;
            self.in_row = false;
            self.row += 1;
            if self.row == self.size && self.level + 1 < self.levels.len() {
                self.row = 0;
                self.level += 1;
            }
        }
    }
}

impl Lines for Dl {
    fn line(&mut self, text: &str, line: u64, sink: &mut dyn Sink) -> Result<()> {
        let mut text = text.trim();
        if self.part != Part::Data {
            if let Some(head) = text.get(..2)
                && head.eq_ignore_ascii_case("dl")
                && !std::mem::replace(&mut self.begun, true)
            {
                text = text[2..].trim_start();
            }
            // `DL N=3 FORMAT=FULLMATRIX DATA:` on one line, too.
            let lower = text.to_ascii_lowercase();
            if let Some(at) = lower.find("data:")
                && at > 0
            {
                self.line(&text[..at], line, sink)?;
                text = &text[at..];
            }
            match self.title(text) {
                Some(rest) => text = rest,
                None if self.part == Part::Header => {
                    self.settings(text, sink);
                    return Ok(());
                }
                None => {}
            }
        }
        let words = split(text);
        if words.is_empty() {
            return Ok(());
        }
        let into = match self.part {
            Part::Labels => &mut self.labels,
            Part::Columns => &mut self.columns,
            Part::Levels => &mut self.levels,
            Part::Header => return Ok(()),
            Part::Data => {
                self.name_nodes(line, sink)?;
                return match self.format {
                    Format::EdgeList | Format::NodeList => self.list(&words, line, sink),
                    Format::Unknown => {
                        sink.fault(line, "graph.markup", text);
                        Ok(())
                    }
                    _ => {
                        if self.row == 0 && self.column == 0 && self.no_diagonal && self.width() == 0 {
                            self.row = 1;
                        }
                        self.matrix(&words, line, sink)
                    }
                };
            }
        };
        let room = (limits::IMPLIED_NODES as usize).saturating_sub(into.len());
        into.extend(words.iter().take(room).map(|w| w.to_string()));
        Ok(())
    }

    fn end(&mut self, sink: &mut dyn Sink) -> Result<()> {
        self.name_nodes(0, sink)?;
        let embedded = self.rows_embedded || self.columns_embedded;
        if self.size as u64 > limits::IMPLIED_NODES {
            sink.note("graph.nodes_not_listed", &self.size.to_string());
        } else if !embedded {
            for place in self.labels.len() + 1..=self.size {
                sink.implied(&place.to_string())?;
            }
        }
        let matrix = matches!(self.format, Format::Full | Format::Lower | Format::Upper);
        if matrix && self.row < self.size && self.size > usize::from(self.no_diagonal) {
            sink.note("file.truncated", &format!("{} / {}", self.row, self.size));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::graph_items::Seen;
    use crate::ingest::graph_lines::LineParser;

    fn seen(text: &str) -> Vec<String> {
        Seen::of(|| Box::new(LineParser::new(Dl::default(), None)), text)
    }

    #[test]
    fn lists() {
        assert_eq!(
            seen("DL N = 3 FORMAT = EDGELIST1\nLABELS:\nlumen,\"l\u{e9}a b\"\nnina\nDATA:\n3 1 3\n2 1 1.5\n"),
            [
                "node 1 label=lumen",
                "node 2 label=l\u{e9}a b",
                "node 3 label=nina",
                "edge 3>1 weight=3",
                "edge 2>1 weight=1.5"
            ]
        );
        assert_eq!(
            seen("dl n=3, format=nodelist1\nlabels embedded\ndata:\nlea nina lumen\nnina lumen\n"),
            ["edge lea>nina", "edge lea>lumen", "edge nina>lumen"]
        );
    }

    #[test]
    fn matrices() {
        assert_eq!(
            seen(
                "DL N=2 FORMAT=FULLMATRIX\nROW LABELS EMBEDDED\nCOL LABELS EMBEDDED\nDATA:\n a b\na 0 0\nb 1.5 0\n"
            ),
            ["node a", "node b", "edge b>a weight=1.5"]
        );
        assert_eq!(
            seen("dl n=3 format=lowerhalf diagonal=absent\ndata:\n1\n0 2\n"),
            ["edge 2-1 weight=1", "edge 3-2 weight=2", "implied 1", "implied 2", "implied 3"]
        );
        assert_eq!(
            seen("dl nm=2 n=2\nmatrix labels:\nlike,follow\ndata:\n0 1 0\n0\n0 0 1 0\n"),
            [
                "edge 1>2 weight=1 relation=like",
                "edge 2>1 weight=1 relation=follow",
                "implied 1",
                "implied 2"
            ]
        );
        assert_eq!(
            seen("dl n=2 data:\n0 1\n"),
            ["edge 1>2 weight=1", "implied 1", "implied 2", "note file.truncated 1 / 2"]
        );
    }
}
