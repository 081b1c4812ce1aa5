//! MatrixMarket: a matrix by its entries, or whole column after column.

use super::graph_items::{Edge, Sink};
use super::graph_lines::Lines;
use crate::error::Result;
use crate::limits;

/// Reads the lines of a MatrixMarket file.
#[derive(Debug, Default)]
pub struct MatrixMarket {
    array: bool,
    symmetric: bool,
    pattern: bool,
    size: Option<(u64, u64, u64)>,
    /// No line of sizes is to be waited for any more.
    sized: bool,
    /// Place in a whole matrix.
    row: u64,
    column: u64,
    entries: u64,
}

impl MatrixMarket {
    fn size(&mut self, words: &[&str], sink: &mut dyn Sink) -> bool {
        let numbers: Option<Vec<u64>> = words.iter().map(|w| w.parse().ok()).collect();
        let size = match (numbers.as_deref(), self.array) {
            (Some(&[rows, columns, entries]), false) => (rows, columns, entries),
            (Some(&[rows, columns]), true) => (rows, columns, 0),
            _ => return false,
        };
        if size.0 != size.1 {
            sink.note("graph.two_sided", &format!("{} × {}", size.0, size.1));
        }
        self.size = Some(size);
        true
    }

    /// Ids of a row and a column: two kinds of node where the matrix is no square.
    fn ends(&self, row: &str, column: &str) -> (String, String) {
        if self.size.is_some_and(|s| s.0 != s.1) {
            (format!("row {row}"), format!("column {column}"))
        } else {
            (row.to_string(), column.to_string())
        }
    }

    fn next_place(&mut self, size: (u64, u64, u64)) {
        self.row += 1;
        if self.row > size.0 {
            self.column += 1;
            self.row = if self.symmetric { self.column } else { 1 };
        }
    }
}

impl Lines for MatrixMarket {
    fn line(&mut self, text: &str, line: u64, sink: &mut dyn Sink) -> Result<()> {
        if text.starts_with("%%") && !self.sized {
            let has = |word: &str| text.split_whitespace().any(|w| w.eq_ignore_ascii_case(word));
            self.array = has("array");
            self.pattern = has("pattern");
            self.symmetric = has("symmetric") || has("skew-symmetric") || has("hermitian");
            return Ok(());
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.is_empty() || text.starts_with('%') {
            return Ok(());
        }
        if !std::mem::replace(&mut self.sized, true) {
            (self.row, self.column) = (1, 1);
            if self.size(&words, sink) {
                return Ok(());
            }
        }
        let (row, column) = (self.row.to_string(), self.column.to_string());
        let (row, column, weight) = match (self.array, words.as_slice()) {
            (true, [weight, ..]) => {
                let Some(size) = self.size else { return Ok(()) };
                self.next_place(size);
                if weight.parse::<f64>() == Ok(0.0) {
                    return Ok(());
                }
                (row.as_str(), column.as_str(), Some(*weight))
            }
            (false, [row, column, rest @ ..])
                if row.parse::<u64>().is_ok() && column.parse::<u64>().is_ok() =>
            {
                (*row, *column, rest.first().copied().filter(|_| !self.pattern))
            }
            _ => {
                sink.fault(line, "row.no_ends", text);
                return Ok(());
            }
        };
        self.entries += 1;
        let (source, target) = self.ends(row, column);
        let attributes: Vec<_> = weight.map(|w| ("weight", w)).into_iter().collect();
        let edge = Edge { attributes: &attributes, ..Edge::between(&source, &target, !self.symmetric) };
        sink.edge(line, &edge)
    }

    fn end(&mut self, sink: &mut dyn Sink) -> Result<()> {
        let Some((rows, columns, entries)) = self.size else { return Ok(()) };
        if !self.array && self.entries < entries {
            sink.note("file.truncated", &format!("{} / {entries}", self.entries));
        }
        if rows.max(columns) > limits::IMPLIED_NODES {
            sink.note("graph.nodes_not_listed", &rows.max(columns).to_string());
            return Ok(());
        }
        for row in 1..=rows {
            sink.implied(&self.ends(&row.to_string(), "").0)?;
        }
        if rows != columns {
            for column in 1..=columns {
                sink.implied(&self.ends("", &column.to_string()).1)?;
            }
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
        Seen::of(|| Box::new(LineParser::new(MatrixMarket::default(), None)), text)
    }

    #[test]
    fn entries() {
        assert_eq!(
            seen("%%MatrixMarket matrix coordinate real general\n% c\n3 3 2\n1 2 0.5\n3 1 -2\n"),
            ["edge 1>2 weight=0.5", "edge 3>1 weight=-2", "implied 1", "implied 2", "implied 3"]
        );
        assert_eq!(
            seen("%%MatrixMarket matrix coordinate pattern symmetric\n%3 3 1\n2 1\n3 x\n"),
            ["edge 2-1", "fault row.no_ends"]
        );
        assert_eq!(
            seen("%%MatrixMarket matrix coordinate pattern general\n1 2 2\n1 2\n"),
            [
                "note graph.two_sided 1 × 2",
                "edge row 1>column 2",
                "note file.truncated 1 / 2",
                "implied row 1",
                "implied column 1",
                "implied column 2"
            ]
        );
    }

    #[test]
    fn a_whole_matrix() {
        assert_eq!(
            seen("%%MatrixMarket matrix array real symmetric\n2 2\n0\n4\n1\n"),
            ["edge 2-1 weight=4", "edge 2-2 weight=1", "implied 1", "implied 2"]
        );
        assert_eq!(
            seen("%%MatrixMarket matrix coordinate pattern general\n4000000000 4000000000 0\n"),
            ["note graph.nodes_not_listed 4000000000"]
        );
    }
}
