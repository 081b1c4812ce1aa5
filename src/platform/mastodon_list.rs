//! Lists of a Mastodon account: whom it follows (with a header), its blocks, mutes and lists (mostly without).
//!
//! Only following is attention: the others make accounts known, and no tie.

use super::guess::values;
use super::naming::squeeze;
use super::roles::{Field, IGNORED, Side};
use super::tools::Found;
use crate::ingest::layout::Layout;

/// Mail is written the same way: these hosts are no servers of the fediverse.
const MAIL: &str = "gmail.com googlemail.com outlook.com hotmail.com hotmail.fr yahoo.com yahoo.fr live.com icloud.com \
                    orange.fr free.fr wanadoo.fr laposte.net sfr.fr gmx.de gmx.net web.de t-online.de aol.com \
                    protonmail.com proton.me";

/// The roles of the columns when the table is such a list, and whether the owner follows the accounts.
pub fn detect(layout: &Layout) -> Option<(Found, bool)> {
    let mut found = Found::from(vec![IGNORED; layout.columns.len()]);
    if layout.header_line.is_some() {
        let names: Vec<String> = layout.columns.iter().map(|name| squeeze(name)).collect();
        let column = names
            .iter()
            .position(|n| n == "accountaddress" || n == "adresseducompte" || n == "kontoadresse")?;
        let follows = names.iter().any(|n| n == "showboosts" || n == "notifyonnewposts");
        found.roles[column] = (Side::Row, Field::Author);
        return Some((found, follows));
    }
    if layout.columns.len() > 2 {
        return None;
    }
    let mut columns = (0..layout.columns.len()).filter(|&c| addresses(layout, c));
    let column = columns.next()?;
    if columns.next().is_some() {
        // Two accounts in a row are an edge.
        return None;
    }
    found.roles[column] = (Side::Row, Field::Author);
    Some((found, false))
}

/// Whether all values of a column are `name@server`.
fn addresses(layout: &Layout, column: usize) -> bool {
    let mut cells = values(layout, column).peekable();
    cells.peek().is_some()
        && cells.all(|value| {
            let word = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-');
            value.trim_start_matches('@').split_once('@').is_some_and(|(name, host)| {
                !name.is_empty()
                    && name.bytes().all(word)
                    && host.contains('.')
                    && host.bytes().all(word)
                    && !MAIL.split_ascii_whitespace().any(|mail| host.eq_ignore_ascii_case(mail))
            })
        })
}
