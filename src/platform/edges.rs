//! Networks as lists of edges: Gephi's `Source,Target,Type,Weight`, SNAP's pairs under `#` comments, NodeXL's `Edges`.

use super::guess::{guess, values};
use super::naming::squeeze;
use super::roles::{Field, IGNORED, Role, Side};
use super::words;
use crate::ingest::layout::Layout;
use crate::ingest::number::{self, NumberStyle};
use std::collections::HashSet;

/// Rows looked at where the names of the columns say nothing.
const LOOKED: usize = 200;

/// The roles of the columns when the table is a list of edges.
pub fn detect(layout: &Layout) -> Option<Vec<Role>> {
    if layout.header_line.is_some() { with_header(layout) } else { without_header(layout) }
}

/// Whether the table has the two columns of NodeXL's edges: whatever else a row says, it is a tie.
pub fn has_vertices(layout: &Layout) -> bool {
    let has = |name: &str| layout.columns.iter().any(|column| squeeze(column) == name);
    has("vertex1") && has("vertex2")
}

fn with_header(layout: &Layout) -> Option<Vec<Role>> {
    // Gephi's `Type` says whether an edge has a direction; elsewhere a `type` is the kind of tie.
    let directed = (0..layout.columns.len()).find(|&column| {
        let mut cells = values(layout, column).peekable();
        let named = squeeze(&layout.columns[column]) == "directed";
        let says = |v: &str| words::directed(v).is_some() || (named && words::truth(v).is_some());
        cells.peek().is_some() && cells.all(says)
    });
    let mut found = guess(layout, |(side, field)| {
        side == Side::Row && matches!(field, Field::Source | Field::Target | Field::Weight | Field::Layer)
    });
    if let Some(column) = directed {
        found[column] = (Side::Row, Field::Directed);
    }
    let has = |found: &[Role], field| found.contains(&(Side::Row, field));
    if !has(&found, Field::Layer)
        && let Some(column) = (0..found.len()).find(|&c| {
            let named =
                matches!(squeeze(&layout.columns[c]).as_str(), "label" | "type" | "relationship" | "kind");
            named
                && found[c] == IGNORED
                && values(layout, c).next().is_some()
                && values(layout, c).all(|v| words::layer(v).is_some())
        })
    {
        found[column] = (Side::Row, Field::Layer);
    }
    if has(&found, Field::Source) && has(&found, Field::Target) {
        return Some(found);
    }
    // With directions told, the first two other columns are the ends whatever their names.
    let mut others =
        (0..found.len()).filter(|&c| matches!(found[c].1, Field::Ignored | Field::Source | Field::Target));
    let (source, target) = (others.next()?, others.next()?);
    if directed.is_none() && !same_people(layout, source, target) {
        return None;
    }
    found[source] = (Side::Row, Field::Source);
    found[target] = (Side::Row, Field::Target);
    Some(found)
}

/// Whether two columns of a narrow table, with or without a weight, hold the same people: then they are the ends of
/// ties, whatever they are called.
fn same_people(layout: &Layout, left: usize, right: usize) -> bool {
    if layout.columns.len() > 4 || !is_end(layout, left) || !is_end(layout, right) {
        return false;
    }
    let all = |column| values(layout, column).take(LOOKED).collect::<HashSet<&str>>();
    let (left, right) = (all(left), all(right));
    let both = left.iter().filter(|value| right.contains(*value)).count();
    both >= 2 && both * 5 >= left.len().min(right.len())
}

/// Whether a column can hold names or ids of people: short words, and no numbers with decimals.
fn is_end(layout: &Layout, column: usize) -> bool {
    let mut cells = values(layout, column).peekable();
    let decimal = |v: &str| {
        v.contains(['.', ',']) && !v.bytes().all(|b| b.is_ascii_digit()) && v.parse::<f64>().is_ok()
    };
    let mut decimals = values(layout, column).filter(|v| decimal(v));
    cells.peek().is_some() && cells.all(|v| v.len() <= 64 && !v.contains(' ')) && decimals.next().is_none()
}

fn without_header(layout: &Layout) -> Option<Vec<Role>> {
    let width = layout.columns.len();
    let plain = NumberStyle::default();
    if !(2..=3).contains(&width) || !is_end(layout, 0) || !is_end(layout, 1) {
        return None;
    }
    // Rows of all lengths are groups, or lists of neighbours.
    let longer =
        layout.sample.iter().filter(|row| row.iter().filter(|c| !c.trim().is_empty()).count() > width);
    if longer.count() * 10 > layout.sample.len() {
        return None;
    }
    let mut found = vec![(Side::Row, Field::Source), (Side::Row, Field::Target)];
    if width == 3 {
        if !values(layout, 2).all(|v| number::read(v, plain).is_some()) {
            let words = values(layout, 2).all(|v| words::layer(v).is_some());
            return words.then(|| {
                found.push((Side::Row, Field::Layer));
                found
            });
        }
        found.push((Side::Row, Field::Weight));
    }
    Some(found)
}
