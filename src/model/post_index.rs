//! Finds posts by their ids, and builds a table for it only when one is asked for that may be known.

use super::column::Column;
use super::intern::Key;
use super::post_id::PostId;
use super::record::Platform;
use super::rows::PostRow;
use super::strings::Strings;
use super::table::{Table, hash};
use crate::error::Result;

/// Ids of posts → rows.
///
/// Nearly every export is in order of time, and so are the ids of most networks: an id above or below all others is
/// new, and needs no look. Rows wait to be put into the table until an id comes that may be among them: a file in order
/// never costs a table at all.
#[derive(Debug, Default)]
pub(super) struct PostIndex {
    table: Table,
    /// Rows before this one are in the table, those of them that have an id.
    indexed: usize,
    /// The smallest and the greatest id that is a number.
    range: Option<(u64, u64)>,
}

impl PostIndex {
    /// The row of an id: a number, or else a text.
    #[inline]
    pub fn find(
        &mut self,
        platform: Platform,
        number: Option<PostId>,
        text: &str,
        posts: &Column<PostRow>,
        strings: &Strings,
    ) -> Result<Option<u32>> {
        if let Some(value) = number.and_then(PostId::number)
            && self.range.is_none_or(|(least, greatest)| value < least || value > greatest)
        {
            let (least, greatest) = self.range.unwrap_or((value, value));
            self.range = Some((least.min(value), greatest.max(value)));
            return Ok(None);
        }
        self.look_up(platform, number, text, posts, strings)
    }

    fn look_up(
        &mut self,
        platform: Platform,
        number: Option<PostId>,
        text: &str,
        posts: &Column<PostRow>,
        strings: &Strings,
    ) -> Result<Option<u32>> {
        if self.indexed < posts.len() {
            self.index(posts, strings)?;
        }
        let is = |row: u32| {
            let held = &posts[row as usize];
            held.platform == platform
                && number.map_or_else(|| held.id.is_text(text, strings), |number| held.id == number)
        };
        let hash = match number.and_then(PostId::number) {
            Some(number) => of_number(platform, number),
            None => of_text(platform, text),
        };
        Ok(self.table.find(hash, is))
    }

    /// Puts the rows that wait into the table.
    fn index(&mut self, posts: &Column<PostRow>, strings: &Strings) -> Result<()> {
        self.table.reserve(posts.len() - self.indexed, "posts")?;
        for row in self.indexed..posts.len() {
            let post = &posts[row];
            if post.id.is_some() {
                let hash = match post.id.number() {
                    Some(number) => of_number(post.platform, number),
                    None => of_text(post.platform, post.id.text(strings, &mut Default::default())),
                };
                self.table.insert(hash, row as u32);
            }
        }
        self.indexed = posts.len();
        Ok(())
    }

    /// Forgets rows that were taken back, of which none has an id.
    pub fn truncate(&mut self, rows: usize) {
        self.indexed = self.indexed.min(rows);
    }
}

fn of_number(platform: Platform, number: u64) -> u32 {
    hash(number, platform as u64)
}

fn of_text(platform: Platform, text: &str) -> u32 {
    let key = Key::of(platform as u8, text);
    hash(key.low, key.high)
}

#[cfg(test)]
mod tests {
    use crate::model::{Builder, Platform};
    use std::collections::HashMap;

    #[test]
    fn ids_lead_to_their_rows_in_whatever_order_they_come() {
        let orders: [fn(u64) -> u64; 4] = [|i| i + 5, |i| 1_000 - i, |i| (i * 7 + 3) % 400, |i| i / 3];
        for order in orders {
            let mut builder = Builder::new();
            let mut known = HashMap::new();
            for i in 0..900 {
                let (platform, id) = match i % 11 {
                    3 => (Platform::X, format!("p{}", order(i))),
                    7 => (Platform::Reddit, order(i).to_string()),
                    _ => (Platform::X, order(i).to_string()),
                };
                let next = known.len() as u32;
                let row = *known.entry((platform, id.clone())).or_insert(next);
                assert_eq!(builder.post_number(platform, &id).unwrap(), row, "{id}");
            }
            assert_eq!(builder.posts.len(), known.len());
        }
    }
}
