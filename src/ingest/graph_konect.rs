//! KONECT: pairs under a comment that says what they are, `% asym posweighted`.

use super::graph_items::{Edge, Sink};
use super::graph_lines::{Lines, words};
use crate::error::Result;

/// Reads the lines of a KONECT network.
#[derive(Debug, Default)]
pub struct Konect {
    undirected: bool,
    two_sided: bool,
    told: bool,
}

/// Whether a first line is that of a KONECT network.
pub fn knows(line: &str) -> bool {
    let kind = line.strip_prefix('%').and_then(|rest| rest.split_whitespace().next());
    matches!(kind, Some("sym" | "asym" | "bip"))
}

impl Lines for Konect {
    fn line(&mut self, text: &str, line: u64, sink: &mut dyn Sink) -> Result<()> {
        if let Some(comment) = text.strip_prefix('%') {
            if std::mem::replace(&mut self.told, true) {
                return Ok(());
            }
            match comment.split_whitespace().next() {
                Some("sym") => self.undirected = true,
                Some("bip") => {
                    self.two_sided = true;
                    sink.note("graph.two_sided", "");
                }
                _ => {}
            }
            return Ok(());
        }
        let mut all = words(text);
        let (source, target) = match (all.next(), all.next()) {
            (None, _) => return Ok(()),
            (Some(source), Some(target)) => (source, target),
            _ => {
                sink.fault(line, "row.no_ends", text);
                return Ok(());
            }
        };
        let named = [("weight", all.next()), ("time", all.next())];
        let attributes: Vec<_> = named.iter().filter_map(|(name, value)| Some((*name, (*value)?))).collect();
        let (left, right);
        let (source, target) = if self.two_sided {
            (left, right) = (format!("left {source}"), format!("right {target}"));
            (left.as_str(), right.as_str())
        } else {
            (source, target)
        };
        sink.edge(line, &Edge { attributes: &attributes, ..Edge::between(source, target, !self.undirected) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::graph_items::Seen;
    use crate::ingest::graph_lines::LineParser;

    fn seen(text: &str) -> Vec<String> {
        Seen::of(|| Box::new(LineParser::new(Konect::default(), None)), text)
    }

    #[test]
    fn kinds_of_network() {
        assert!(knows("% asym posweighted") && knows("%sym") && !knows("% a comment"));
        assert_eq!(
            seen("% asym posweighted\n% 2 3 3\n1 2  1.5\n1 2 1 1082040961\n9\n\n"),
            ["edge 1>2 weight=1.5", "edge 1>2 weight=1 time=1082040961", "fault row.no_ends"]
        );
        assert_eq!(seen("% sym unweighted\n1\t2\n"), ["edge 1-2"]);
        assert_eq!(seen("% bip\n1 1\n"), ["note graph.two_sided ", "edge left 1>right 1"]);
    }
}
