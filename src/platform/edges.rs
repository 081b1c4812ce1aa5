//! Networks as lists of edges: Gephi's `Source,Target,Type,Weight`, SNAP's pairs under `#` comments.

use super::columns::{guess, values};
use super::roles::{Field, IGNORED, Role, Side};
use super::words;
use crate::ingest::layout::Layout;
use crate::ingest::number::{self, NumberStyle};

/// The roles of the columns when the table is a list of edges.
pub fn detect(layout: &Layout) -> Option<Vec<Role>> {
    if layout.header_line.is_some() { with_header(layout) } else { without_header(layout) }
}

fn with_header(layout: &Layout) -> Option<Vec<Role>> {
    // Gephi's `Type` says whether an edge has a direction; elsewhere a `type` is the kind of tie.
    let directed = (0..layout.columns.len()).find(|&column| {
        let mut cells = values(layout, column).peekable();
        cells.peek().is_some() && cells.all(|v| words::directed(v).is_some())
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
            let named = matches!(
                super::naming::squeeze(&layout.columns[c]).as_str(),
                "label" | "type" | "relationship"
            );
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
    directed?;
    let mut others = (0..found.len()).filter(|&c| found[c] == IGNORED);
    let (source, target) = (others.next()?, others.next()?);
    found[source] = (Side::Row, Field::Source);
    found[target] = (Side::Row, Field::Target);
    Some(found)
}

fn without_header(layout: &Layout) -> Option<Vec<Role>> {
    let width = layout.columns.len();
    let plain = NumberStyle::default();
    let short = |column: usize| {
        let mut cells = values(layout, column).peekable();
        cells.peek().is_some() && cells.all(|v| v.len() <= 64 && !v.contains(' '))
    };
    if !(2..=3).contains(&width) || !short(0) || !short(1) {
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
