//! What the column of addresses tells that the others do not: ids of posts, and handles behind display names.

use super::address;
use super::guess::values;
use super::roles::{Field, Role, Side};
use super::tools::Ways;
use crate::ingest::layout::Layout;
use std::collections::BTreeSet;

/// So many first rows decide.
const ROWS: usize = 200;

/// Decides whether the addresses of a table's posts hold their ids and name their authors.
pub fn settle(layout: &Layout, roles: &[Role], ways: &mut Ways) {
    let column = |field| roles.iter().position(|role| *role == (Side::Row, field));
    let Some(url) = column(Field::Url) else { return };
    // An address of what a comment stands under is the comment's neither by id nor by author.
    if ways.comments {
        return;
    }
    if column(Field::PostId).is_none() {
        let ids: Vec<&str> = values(layout, url).take(ROWS).filter_map(address::post).collect();
        let distinct: BTreeSet<&str> = ids.iter().copied().collect();
        ways.id_in_url |= !ids.is_empty() && distinct.len() * 50 >= ids.len() * 49;
    }
    let Some(author) = column(Field::Author) else { return };
    let (mut all, mut others) = (0_usize, 0_usize);
    for row in layout.sample.iter().take(ROWS) {
        let (Some(url), Some(author)) = (row.get(url), row.get(author)) else { continue };
        if address::author(url).is_some() && !author.trim().is_empty() {
            all += 1;
            // `Café Lumen` beside …/cafe_lumen/…: the column shows names, the address handles. Two handles that
            // differ are two people: the address is that of a post passed on.
            let spoken = author.trim().trim_start_matches('@').contains(|c: char| {
                !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | '@' | ':' | '/'))
            });
            others += usize::from(spoken);
        }
    }
    // One word in three may be a name and a handle alike.
    ways.author_in_url |= all > 0 && others * 3 > all;
}
