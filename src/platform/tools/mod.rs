//! Exports of known tools: each is told by columns that only it writes, in any order, some of them missing.

mod brandwatch;
mod crowdtangle;
mod four_cat;
mod linkedin_page;
mod meltwater;
mod minet;
mod netlytic;
mod sprout;
mod tags;
mod takeout;
mod talkwalker;
mod tcat;
mod twarc_csv;
mod youtube_data_tools;
mod youtube_studio;

use super::guess::{fits, guess_rest};
use super::naming::squeeze;
use super::roles::{Field, IGNORED, Role, Side};
use crate::ingest::layout::Layout;
use crate::model::Platform;

/// The export of one tool.
#[derive(Debug)]
pub struct Tool {
    /// Stable code of the format.
    pub code: &'static str,
    /// Columns that tell it, squeezed; `name*` is any column that begins so.
    pub signature: &'static str,
    /// How many of them are enough.
    pub enough: usize,
    /// The columns of each role, squeezed, the surest first. Where a row leaves the first one empty, the next one is
    /// read; of counts the greatest.
    pub columns: &'static [(Role, &'static str)],
    /// Columns whose names promise what they do not hold.
    pub left: &'static str,
    /// The network, where the tool knows one only.
    pub platform: Option<Platform>,
    /// What its rows do differently.
    pub ways: Ways,
}

/// What the rows of a table do differently from those of most tables.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ways {
    /// Every row is a comment.
    pub comments: bool,
    /// A row that passes something on has counters of its own.
    pub own_counts: bool,
    /// The address of a post holds its id.
    pub id_in_url: bool,
    /// The address of a post names its author better than the column of authors.
    pub author_in_url: bool,
    /// The text is a list of JSON pieces.
    pub json_text: bool,
    /// Ids are `chat-12`; what they refer to is the bare `12` of the same chat.
    pub scoped_ids: bool,
    /// Dates are worked out from words such as "2 weeks ago".
    pub rough_dates: bool,
    /// Numbers are English: `1,234.5`.
    pub english_numbers: bool,
    /// Dates are American: `03/13/2023`.
    pub month_first: bool,
    /// No column names an author: all posts are those of whoever has the file.
    pub own: bool,
    /// A row is a day of a post, and its counts are those of that day.
    pub of_days: bool,
}

impl Ways {
    /// Nothing.
    pub const NONE: Ways = Ways {
        comments: false,
        own_counts: false,
        id_in_url: false,
        author_in_url: false,
        json_text: false,
        scoped_ids: false,
        rough_dates: false,
        english_numbers: false,
        month_first: false,
        own: false,
        of_days: false,
    };
}

/// Those that read their columns by name, the most particular first.
pub const TOOLS: &[&Tool] = &[
    &twarc_csv::TOOL,
    &minet::TOOL,
    &tcat::TOOL,
    &tags::TOOL,
    &four_cat::TIKTOK_COMMENTS,
    &four_cat::TELEGRAM,
    &four_cat::BLUESKY,
    &four_cat::INSTAGRAM,
    &four_cat::TIKTOK,
    &four_cat::TWITTER,
    &four_cat::TUMBLR,
    &four_cat::LINKEDIN,
    &four_cat::REDDIT,
    &four_cat::ANY,
    &brandwatch::TOOL,
    &talkwalker::TOOL,
    &meltwater::TOOL,
    &meltwater::LEGACY,
    &crowdtangle::FACEBOOK,
    &crowdtangle::INSTAGRAM,
    &sprout::TOOL,
    &linkedin_page::TOOL,
    &youtube_data_tools::COMMENTS,
    &youtube_data_tools::VIDEOS,
    &youtube_studio::DAYS,
    &youtube_studio::VIDEOS,
    &takeout::TOOL,
    &netlytic::TOOL,
];

/// Codes of the formats.
pub const FORMATS: [&str; 15] = [
    "twarc_csv",
    "minet",
    "dmi_tcat",
    "tags",
    "four_cat",
    "brandwatch",
    "talkwalker",
    "meltwater",
    "crowdtangle",
    "sprout",
    "linkedin_page",
    "youtube_data_tools",
    "youtube_studio",
    "youtube_takeout",
    "netlytic",
];

/// The columns of a table by role.
#[derive(Debug, Clone)]
pub struct Found {
    /// The role of each column.
    pub roles: Vec<Role>,
    /// Of columns that share a role, the lowest comes first.
    pub ranks: Vec<usize>,
}

impl From<Vec<Role>> for Found {
    fn from(roles: Vec<Role>) -> Self {
        Found { ranks: vec![0; roles.len()], roles }
    }
}

/// The tool that wrote a table, told by the columns that it alone writes.
pub fn detect(layout: &Layout) -> Option<&'static Tool> {
    layout.header_line?;
    let names: Vec<String> = layout.columns.iter().map(|name| squeeze(name)).collect();
    TOOLS.iter().copied().find(|tool| seen(tool, &names) >= tool.enough)
}

/// The tool of that code that fits a table best.
pub fn of_code(code: &str, layout: &Layout) -> Option<&'static Tool> {
    let names: Vec<String> = layout.columns.iter().map(|name| squeeze(name)).collect();
    TOOLS.iter().copied().filter(|tool| tool.code == code).max_by_key(|tool| seen(tool, &names))
}

fn seen(tool: &Tool, names: &[String]) -> usize {
    tool.signature.split_ascii_whitespace().filter(|word| names.iter().any(|name| is(name, word))).count()
}

fn is(name: &str, word: &str) -> bool {
    match word.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == word,
    }
}

/// The role of each column: those the tool tells, then what the names of the others say.
pub fn roles(tool: &Tool, layout: &Layout) -> Found {
    let names: Vec<String> = layout.columns.iter().map(|name| squeeze(name)).collect();
    let mut found = Found::from(vec![IGNORED; names.len()]);
    let mut settled = vec![false; names.len()];
    for (role, words) in tool.columns {
        for (rank, word) in words.split_ascii_whitespace().enumerate() {
            for column in 0..names.len() {
                if !settled[column] && is(&names[column], word) && fits(layout, column, *role) {
                    settled[column] = true;
                    // A second column of dates is the same date written otherwise.
                    if !(role.1.is_time() && found.roles.contains(role)) {
                        found.roles[column] = *role;
                        found.ranks[column] = rank;
                    }
                }
            }
        }
    }
    for (settled, name) in settled.iter_mut().zip(&names) {
        *settled |= tool.left.split_ascii_whitespace().any(|word| is(name, word));
    }
    // Columns of the post that a row refers to may bear other names than the tool gives them.
    let given = found.roles.clone();
    let renamed = |role: Role| tool.columns.iter().any(|(of, _)| *of == role) && !given.contains(&role);
    guess_rest(layout, &mut found, &settled, |(side, field)| {
        if side != Side::Row {
            return renamed((side, field));
        }
        !matches!(
            field,
            Field::Source
                | Field::Target
                | Field::Weight
                | Field::Layer
                | Field::Directed
                | Field::Platform
                | Field::Kind
                | Field::IsReply
                | Field::FirstName
                | Field::LastName
                | Field::Email
        )
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_can_be_met_and_are_squeezed() {
        for tool in TOOLS {
            assert!(FORMATS.contains(&tool.code), "{}", tool.code);
            let words: Vec<&str> = tool.signature.split_ascii_whitespace().collect();
            assert!(tool.enough >= 3 && words.len() >= tool.enough, "{}", tool.code);
            let columns = tool.columns.iter().flat_map(|(_, words)| words.split_ascii_whitespace());
            for word in words.into_iter().chain(columns).chain(tool.left.split_ascii_whitespace()) {
                assert_eq!(squeeze(word), word.trim_end_matches('*'), "{}", tool.code);
            }
        }
    }
}
