//! Columns whose names say nothing, told by their values: a text, a moment, and short words that come back.

use super::guess::values;
use super::roles::{Field, IGNORED, Role, Side};
use crate::ingest::date::{self, DateStyle};
use crate::ingest::layout::Layout;
use std::collections::BTreeSet;

/// So many values of a column decide.
const VALUES: usize = 300;
/// 1990 and 2100, in milliseconds since 1970: moments of posts lie between.
const YEARS: std::ops::Range<i64> = 631_152_000_000..4_102_444_800_000;

/// Gives the author, the text and the date to columns that have no role yet, where their values suggest it.
pub fn fill(layout: &Layout, roles: &mut [Role]) {
    let has = |roles: &[Role], field| roles.contains(&(Side::Row, field));
    let free = |roles: &[Role]| -> Vec<usize> { (0..roles.len()).filter(|&c| roles[c] == IGNORED).collect() };
    if !has(roles, Field::Text)
        && let Some(column) = free(roles).into_iter().filter_map(|c| Some((text(layout, c)?, c))).max()
    {
        roles[column.1] = (Side::Row, Field::Text);
    }
    if !has(roles, Field::Time)
        && let Some(column) = free(roles).into_iter().find(|&c| moments(layout, c))
    {
        roles[column] = (Side::Row, Field::Time);
    }
    if !has(roles, Field::Author)
        && !has(roles, Field::AuthorId)
        && let Some((_, std::cmp::Reverse(column))) =
            free(roles).into_iter().filter_map(|c| Some((names(layout, c)?, std::cmp::Reverse(c)))).max()
    {
        roles[column] = (Side::Row, Field::Author);
    }
}

/// How long the texts of a column are, where they are sentences.
fn text(layout: &Layout, column: usize) -> Option<usize> {
    let (mut all, mut sentences, mut chars) = (0_usize, 0_usize, 0_usize);
    for value in values(layout, column).take(VALUES) {
        all += 1;
        chars += value.chars().count();
        sentences += usize::from(value.split_whitespace().count() >= 3);
    }
    let mean = chars.checked_div(all)?;
    (sentences * 2 >= all && mean >= 15).then_some(mean)
}

fn moments(layout: &Layout, column: usize) -> bool {
    let style = DateStyle { day_first: true, ambiguous: false, year_first: false };
    let month_first = DateStyle { day_first: false, ..style };
    let mut all = 0_usize;
    let mut read = 0_usize;
    for value in values(layout, column).take(VALUES) {
        all += 1;
        // Days of a spreadsheet are but numbers: not a moment by themselves.
        let plain = value.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let long = !plain || value.split('.').next().is_some_and(|whole| whole.len() >= 9);
        let moment = date::read(value, style).or_else(|| date::read(value, month_first));
        read += usize::from(long && value.len() >= 8 && moment.is_some_and(|m| YEARS.contains(&m)));
    }
    all > 0 && read * 10 >= all * 9
}

/// How much the values of a column look like handles: short words, of many lengths, more than a few of them.
fn names(layout: &Layout, column: usize) -> Option<(usize, usize)> {
    let cells: Vec<&str> = values(layout, column).take(VALUES).collect();
    let mut different = BTreeSet::new();
    let mut lengths = BTreeSet::new();
    let (mut like, mut signed, mut letters) = (0_usize, 0_usize, 0_usize);
    for value in &cells {
        let bare = value.trim_start_matches('@');
        let word = (2..=40).contains(&bare.len())
            && bare.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-'));
        like += usize::from(word);
        signed += usize::from(value.starts_with('@'));
        letters += usize::from(bare.bytes().filter(u8::is_ascii_alphabetic).count() * 2 >= bare.len());
        different.insert(*value);
        lengths.insert(bare.len());
    }
    let all = cells.len();
    let few = all >= 20 && different.len() * 50 < all;
    // Ids are all different and of one length; labels are few.
    let ids = all >= 5 && different.len() == all && lengths.len() <= 2 && signed == 0;
    let truths = different.iter().all(|v| super::words::truth(v).is_some());
    let named = like * 10 >= all * 9 && letters * 10 >= all * 7;
    (all > 0 && named && !few && !ids && !truths && different.len() > 1).then_some((signed, different.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::delimited::{Dialect, Separator};

    fn layout(rows: &[&[&str]]) -> Layout {
        Layout {
            dialect: Dialect {
                separator: Separator::Byte(b','),
                quotes: true,
                comment: None,
                cr_lines: false,
                skip_lines: 0,
                header: false,
            },
            columns: (0..rows[0].len()).map(|i| format!("#{i}")).collect(),
            header: Vec::new(),
            header_line: None,
            sample: rows.iter().map(|r| r.iter().map(ToString::to_string).collect()).collect(),
        }
    }

    #[test]
    fn author_text_and_date_are_told_by_what_they_look_like() {
        let table = layout(&[
            &["0", "bonjour à toutes et tous", "d02u4j6", "cafe", "1455682967", "lea_b", "2", "0.0"],
            &["1", "le café est servi maintenant", "466d3p1", "cafe", "1455680638", "Omar-Verne", "2", "0.0"],
            &["2", "encore un peu de pluie", "46ab3pz", "cafe", "1455680639", "nina", "2", "0.0"],
            &["3", "à demain peut-être alors", "46ab3p9", "cafe", "1455680640", "lea_b", "2", "0.0"],
            &["4", "merci pour les conseils", "46ab3py", "cafe", "1455680641", "zoe.t", "2", "0.0"],
        ]);
        let mut roles = vec![IGNORED; 8];
        fill(&table, &mut roles);
        let found: Vec<_> = (0..8).filter(|&c| roles[c] != IGNORED).map(|c| (c, roles[c].1)).collect();
        assert_eq!(found, [(1, Field::Text), (4, Field::Time), (5, Field::Author)]);
    }

    #[test]
    fn fruit_is_nobody() {
        let table = layout(&[&["apple", "red", "0.2"], &["pear", "green", "0.3"]]);
        let mut roles = vec![IGNORED; 3];
        fill(&table, &mut roles);
        assert!(!roles.contains(&(Side::Row, Field::Text)) && !roles.contains(&(Side::Row, Field::Time)));
    }
}
