//! Adjacency matrices as tables: names in the first row and in the first column, weights in the cells.

use super::graph_items::{Edge, Node, Sink};
use super::graph_lines::{Lines, cells};
use crate::error::{ErrorKind, Result};
use crate::limits;

/// Reads the rows of an adjacency matrix.
#[derive(Debug, Default)]
pub struct Matrix {
    separator: Option<char>,
    columns: Vec<String>,
    rows: usize,
}

/// The weight of a cell: none where there is no tie.
fn weight(cell: &str, separator: char) -> Option<String> {
    let number = if separator == ',' { cell.to_string() } else { cell.replace(',', ".") };
    (!number.is_empty() && number.parse::<f64>() != Ok(0.0)).then_some(number)
}

/// Names of the columns of a first row, and the separator: the first cell is empty or a word for it.
fn header(line: &str) -> Option<(char, Vec<&str>)> {
    let separator = [';', '\t', ','].into_iter().max_by_key(|&c| line.matches(c).count())?;
    let mut all: Vec<&str> = cells(line, separator).collect();
    if all.len() < 3 || all.len() > limits::COLUMNS {
        return None;
    }
    let names = all.split_off(1);
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    (sorted.len() == names.len() && names.iter().all(|n| !n.is_empty())).then_some((separator, names))
}

/// Whether the first rows are those of a square matrix: the rows bear the names of the columns, and hold numbers.
pub fn knows(text: &str, whole: bool) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let Some((separator, names)) = lines.next().and_then(header) else { return false };
    let mut rows: Vec<&str> = lines.take(names.len() + 1).collect();
    if !whole {
        rows.pop();
    }
    if rows.is_empty() || (whole && rows.len() != names.len()) {
        return false;
    }
    rows.iter().enumerate().all(|(place, row)| {
        let mut all = cells(row, separator);
        let own = all.next().unwrap_or_default();
        let numeric = |cell: &str| {
            cell.is_empty() || weight(cell, separator).is_none_or(|number| number.parse::<f64>().is_ok())
        };
        let values: Vec<&str> = all.collect();
        names.get(place) == Some(&own)
            && values.len() == names.len()
            && values.iter().all(|cell| numeric(cell))
    })
}

impl Lines for Matrix {
    fn line(&mut self, text: &str, line: u64, sink: &mut dyn Sink) -> Result<()> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let Some(separator) = self.separator else {
            let Some((separator, names)) = header(text) else {
                let kind = ErrorKind::LimitReached { limit: "COLUMNS", value: limits::COLUMNS as f64 };
                return Err(kind.into());
            };
            self.columns = names.iter().map(|name| name.to_string()).collect();
            self.separator = Some(separator);
            return Ok(());
        };
        self.rows += 1;
        let mut all = cells(text, separator);
        let own = all.next().unwrap_or_default();
        if own.is_empty() {
            sink.fault(line, "graph.no_id", text);
            return Ok(());
        }
        sink.node(line, &Node { id: own, attributes: &[] })?;
        for (target, cell) in self.columns.iter().zip(all) {
            if let Some(weight) = weight(cell, separator) {
                let attributes = [("weight", weight.as_str())];
                sink.edge(line, &Edge { attributes: &attributes, ..Edge::between(own, target, true) })?;
            }
        }
        Ok(())
    }

    fn end(&mut self, sink: &mut dyn Sink) -> Result<()> {
        if self.rows < self.columns.len() {
            sink.note("file.truncated", &format!("{} / {}", self.rows, self.columns.len()));
        }
        self.columns.iter().try_for_each(|name| sink.implied(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::graph_items::Seen;
    use crate::ingest::graph_lines::LineParser;

    #[test]
    fn names_both_ways_and_weights() {
        let text = ";\"L\u{e9}a; B\";nina\r\n\"L\u{e9}a; B\";0;1,5\r\nnina;;2\r\n";
        assert!(knows(text, true));
        assert_eq!(
            Seen::of(|| Box::new(LineParser::new(Matrix::default(), None)), text),
            [
                "node L\u{e9}a; B",
                "edge L\u{e9}a; B>nina weight=1.5",
                "node nina",
                "edge nina>nina weight=2",
                "implied L\u{e9}a; B",
                "implied nina"
            ]
        );
    }

    #[test]
    fn other_tables_are_none() {
        assert!(!knows("name,a,b\na,1,2\nc,3,4\n", true));
        assert!(!knows("x,a,b\na,1,2\nb,oui,4\n", true));
        assert!(!knows("x,a,b\na,1,2\n", true));
        assert!(!knows("author,text\na,b\n", true));
    }
}
