//! The edge lists that networkx writes: two nodes and a Python dictionary, `lea omar {'weight': 3}`.

use super::graph_items::{Attribute, Edge, Sink};
use super::graph_lines::Lines;
use crate::error::Result;
use crate::limits;

/// Reads the lines of such a list.
#[derive(Debug, Default)]
pub struct Pairs;

/// The two ends of a line, and what stands in its dictionary.
fn cut(line: &str) -> Option<(&str, &str, &str)> {
    let (ends, rest) = line.trim().split_once('{')?;
    let mut ends = ends.split_whitespace();
    let (source, target) = (ends.next()?, ends.next()?);
    let inner = rest.strip_suffix('}')?;
    ends.next().is_none().then_some((source, target, inner))
}

/// Whether the first lines are such a list.
pub fn knows(text: &str) -> bool {
    let mut lines =
        text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).take(20).peekable();
    // The last of them may be cut.
    lines.next().is_some_and(|line| cut(line).is_some())
        && lines.filter(|line| cut(line).is_none()).count() <= 1
}

/// Keys and values of a dictionary without others inside.
fn values(inner: &str) -> Vec<Attribute<'_>> {
    let mut found = Vec::new();
    let mut rest = inner.trim();
    while !rest.is_empty() && found.len() < limits::GRAPH_ATTRIBUTES {
        let Some((key, after)) = quoted(rest) else { break };
        let Some(after) = after.trim_start().strip_prefix(':') else { break };
        let after = after.trim_start();
        let (value, after) = match quoted(after) {
            Some(pair) => pair,
            None => after.split_at(after.find(',').unwrap_or(after.len())),
        };
        found.push((key, value.trim()));
        rest = after.trim_start().trim_start_matches(',').trim_start();
    }
    found
}

/// A text in quotes, and what stands behind it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let inner = &text[1..];
    let end = inner.find(quote)?;
    Some((&inner[..end], &inner[end + 1..]))
}

impl Lines for Pairs {
    fn line(&mut self, text: &str, line: u64, sink: &mut dyn Sink) -> Result<()> {
        if text.starts_with('#') || text.trim().is_empty() {
            return Ok(());
        }
        match cut(text) {
            Some((source, target, inner)) => {
                let attributes = values(inner);
                sink.edge(line, &Edge { attributes: &attributes, ..Edge::between(source, target, true) })
            }
            None => {
                sink.fault(line, "row.no_ends", text);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::graph_items::Seen;
    use crate::ingest::graph_lines::LineParser;

    #[test]
    fn pairs_and_dictionaries() {
        let text = "# networkx\nlea omar {'weight': 3, 'kind': \"re, rt\"}\nomar nina {}\nnina\n";
        assert!(knows(text) && !knows("a {b}\n") && !knows("lea, omar {x}\nbonjour\net toi\n"));
        assert_eq!(
            Seen::of(|| Box::new(LineParser::new(Pairs, None)), text),
            ["edge lea>omar weight=3 kind=re, rt", "edge omar>nina", "fault row.no_ends"]
        );
    }
}
