//! Logs of who reacted to whom and when: `actor target time type`, with or without a header.
//!
//! Types are words such as `RT`, `RE`, `MT`, `QT`, `like`, `follow`. The published Higgs data are of this form.

use super::edges;
use super::guess::{guess, values};
use super::naming::squeeze;
use super::roles::{Field, Role, Side};
use super::words;
use crate::ingest::date::{self, DateStyle};
use crate::ingest::layout::Layout;

/// The roles of the columns when the table is a log.
pub fn detect(layout: &Layout) -> Option<Vec<Role>> {
    if layout.header_line.is_some() { with_header(layout) } else { without_header(layout) }
}

fn with_header(layout: &Layout) -> Option<Vec<Role>> {
    let mut found = guess(layout, |(side, field)| {
        side == Side::Row
            && matches!(
                field,
                Field::Source | Field::Target | Field::Time | Field::Layer | Field::Weight | Field::Platform
            )
    });
    if edges::has_vertices(layout) {
        // NodeXL: the moment of the tie, else that of the post it was found in.
        let dates = ["relationshipdateutc", "tweetdateutc", "edgecreationdate", "date"];
        let named = |name: &&str| layout.columns.iter().position(|column| squeeze(column) == *name);
        let date = dates.iter().filter_map(named).find(|&column| values(layout, column).next().is_some());
        if let Some(date) = date
            && !found.contains(&(Side::Row, Field::Time))
        {
            found[date] = (Side::Row, Field::Time);
        }
    }
    let has = |field| found.contains(&(Side::Row, field));
    (has(Field::Source) && has(Field::Target) && has(Field::Time)).then_some(found)
}

/// Without names, by content: two ends, then a moment and a word for the kind in either order.
fn without_header(layout: &Layout) -> Option<Vec<Role>> {
    let width = layout.columns.len();
    if !(3..=4).contains(&width) || layout.sample.is_empty() {
        return None;
    }
    let style = DateStyle { day_first: true, ambiguous: false, year_first: false };
    let all = |column: usize, test: &dyn Fn(&str) -> bool| {
        let mut cells = values(layout, column).peekable();
        cells.peek().is_some() && cells.all(test)
    };
    let ends = (0..2).all(|c| all(c, &|v| v.len() <= 64 && !v.contains(' ')));
    let time = (2..width).find(|&c| all(c, &|v| date::read(v, style).is_some()))?;
    let kind = (2..width).find(|&c| c != time && all(c, &|v| words::layer(v).is_some()));
    if !ends || (width == 4 && kind.is_none()) {
        return None;
    }
    let mut found = vec![(Side::Row, Field::Source), (Side::Row, Field::Target)];
    found.extend((2..width).map(|c| (Side::Row, if c == time { Field::Time } else { Field::Layer })));
    Some(found)
}
