//! Which adapter reads a table: a known tool's, or the one that its columns and values ask for.

use super::address;
use super::guess::{guess, guess_all, platform_hint, settle_comments, values};
use super::naming;
use super::roles::{self, Field, Role, Side};
use super::tools::{self, Found, Tool};
use super::{
    ImportOptions, by_values, connections, contacts, edges, graph_nodes, influencers, interaction_log,
    mastodon_list, rtweet, worth,
};
use crate::error::{ErrorKind, Result};
use crate::ingest::delimited::Separator;
use crate::ingest::layout::Layout;
use crate::ingest::number::looks_numeric;
use crate::issue::Confidence;
use crate::limits;
use crate::model::Platform;

/// Codes of the adapters of tables, surest first.
pub const FORMATS: [&str; 9] = [
    "rtweet",
    "linkedin_connections",
    "mastodon_list",
    "interaction_log",
    "edges",
    "nodes",
    "posts",
    "influencers",
    "contacts",
];

/// How a table is read.
#[derive(Debug)]
pub struct Choice {
    /// Stable code of the format.
    pub format: &'static str,
    /// The tool that wrote it, where it is a known one.
    pub tool: Option<&'static Tool>,
    /// What each column is.
    pub found: Found,
    /// Whether nobody is named for posts that only their author can know so much of.
    pub own: bool,
}

/// Whether some table is of that format.
pub fn is_format(code: &str) -> bool {
    FORMATS.contains(&code) || tools::FORMATS.contains(&code)
}

/// A first line of `0,1,2…` numbers the columns: it is the header, and no row.
pub fn numbered_header(layout: &mut Layout) {
    if layout.header_line.is_some() || layout.dialect.separator == Separator::Blanks {
        return;
    }
    let Some(first) = layout.sample.first() else { return };
    let numbers: Vec<u64> = first.iter().filter_map(|cell| cell.trim().parse().ok()).collect();
    let filled = first.iter().filter(|cell| !cell.trim().is_empty()).count();
    let steps = numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    if filled >= 4 && numbers.len() == filled && numbers[0] <= 1 && steps {
        layout.sample.remove(0);
        layout.dialect.header = true;
        layout.header_line = Some(layout.dialect.skip_lines + 1);
    }
}

/// Certain is a known tool; likely a table whose columns say who, what and when.
pub fn confidence(format: &str, tool: Option<&Tool>, layout: &Layout, roles: &[Role]) -> Confidence {
    let headed = layout.header_line.is_some() && !layout.columns.iter().all(|name| name.starts_with('#'));
    if tool.is_some() || (headed && matches!(format, "rtweet" | "linkedin_connections" | "mastodon_list")) {
        return Confidence::Certain;
    }
    let has = |field| roles.contains(&(Side::Row, field));
    let named = |field| {
        let column = roles.iter().position(|role| *role == (Side::Row, field));
        column.is_some_and(|column| naming::is_known(&layout.columns[column]))
    };
    let told = match format {
        "posts" => {
            (named(Field::Author) || named(Field::AuthorId)) && named(Field::Text) && named(Field::Time)
        }
        "contacts" => has(Field::Author),
        _ => true,
    };
    if told && headed { Confidence::Likely } else { Confidence::Guess }
}

/// The adapter that the evidence points to, and the role of each column.
pub fn choose(layout: &Layout, options: &ImportOptions) -> Result<Choice> {
    let forced = options.format.as_deref();
    let tool = match forced {
        Some(code) => tools::of_code(code, layout),
        None if rtweet::detect(layout) => None,
        None => tools::detect(layout),
    };
    if let Some(tool) = tool {
        return Ok(Choice {
            format: tool.code,
            tool: Some(tool),
            found: with_given(tools::roles(tool, layout), layout, options),
            own: tool.ways.own,
        });
    }
    let order: Vec<&'static str> = match forced {
        Some(given) => FORMATS.iter().copied().filter(|f| *f == given).collect(),
        None => FORMATS.to_vec(),
    };
    for format in order {
        let found = match format {
            "rtweet" => (forced.is_some() || rtweet::detect(layout)).then(|| rtweet::roles(layout).into()),
            "interaction_log" | "edges"
                if forced.is_none() && has_text(layout) && !edges::has_vertices(layout) =>
            {
                None
            }
            "linkedin_connections" => connections::detect(layout),
            "mastodon_list" => mastodon_list::detect(layout).map(|(found, _)| found),
            "interaction_log" => interaction_log::detect(layout).map(Found::from),
            "edges" => edges::detect(layout).map(Found::from),
            "nodes" => graph_nodes::detect(layout).map(Found::from),
            "posts" => {
                posts_roles(layout, options).filter(|found| forced.is_some() || is_posts(found, layout))
            }
            "contacts" => contacts::detect(layout),
            _ => influencers::detect(layout).map(Found::from),
        };
        // Who names the format may name the columns too: nothing need be recognised any more.
        let found = found.or_else(|| forced.map(|_| guess_all(layout, |role| belongs(format, role))));
        if let Some(found) = found {
            let found = with_given(found, layout, options);
            let own = format == "posts" && is_own(layout, &found.roles);
            return Ok(Choice { format, tool: None, found, own });
        }
    }
    // Names that say nothing: the values may.
    if forced.is_none() {
        let mut found = guess_all(layout, is_posts_role);
        by_values::fill(layout, &mut found.roles);
        let has = |field| found.roles.contains(&(Side::Row, field));
        if has(Field::Text) && (has(Field::Author) || has(Field::AuthorId)) {
            let found = with_given(found, layout, options);
            return Ok(Choice { format: "posts", tool: None, found, own: false });
        }
    }
    if is_sums(layout) {
        return Err(ErrorKind::FormatUnsupported { detected: "totals".into() }.into());
    }
    let mut seen = layout.columns.join(", ");
    if layout.header_line.is_none() {
        seen = layout.sample.first().map(|r| r.join(", ")).unwrap_or(seen);
    }
    crate::issue::clip(&mut seen, limits::EXCERPT_CHARS * 2);
    Err(ErrorKind::FormatUnknown { seen }.into())
}

/// Whether a table holds nothing but numbers for each day: how many, and nobody.
fn is_sums(layout: &Layout) -> bool {
    let found = guess(layout, |role| role == (Side::Row, Field::Time));
    let Some(day) = found.iter().position(|(_, field)| *field == Field::Time) else { return false };
    let mut others = (0..layout.columns.len()).filter(|column| *column != day);
    let numbers = |column: usize| values(layout, column).all(looks_numeric);
    layout.header_line.is_some() && layout.columns.len() > 1 && others.all(numbers)
}

/// Whether a role means anything to an adapter.
fn belongs(format: &str, role: Role) -> bool {
    let (side, field) = role;
    let row = side == Side::Row;
    match format {
        "interaction_log" | "edges" => {
            row && (!is_posts_role(role) || matches!(field, Field::Time | Field::Platform))
        }
        "influencers" | "nodes" => row && is_account_role(field),
        "contacts" => row && (is_posts_role(role) || is_worth_role(field)),
        _ => is_posts_role(role),
    }
}

fn is_account_role(field: Field) -> bool {
    use Field::*;
    let name = matches!(field, Author | AuthorId | AuthorName | Bio | Location | Platform | Url);
    name || matches!(field, Followers | Following | PostsTotal | Verified | CollectedAt)
        || is_worth_role(field)
}

/// Whether only lists of people have it.
fn is_worth_role(field: Field) -> bool {
    matches!(field, Field::Value | Field::Orders | Field::Cost)
}

/// The roles with the caller's own choices: a role that is given to a column is taken from the one that had it.
fn with_given(mut found: Found, layout: &Layout, options: &ImportOptions) -> Found {
    found.roles.resize(layout.columns.len(), roles::IGNORED);
    for (name, code) in &options.roles {
        let (Some(role), Some(column)) =
            (roles::from_code(code), layout.columns.iter().position(|c| c == name))
        else {
            continue;
        };
        found.roles.iter_mut().filter(|r| **r == role).for_each(|r| *r = roles::IGNORED);
        found.roles[column] = role;
    }
    found
}

fn is_posts_role((_, field): Role) -> bool {
    let of_tie =
        matches!(field, Field::Source | Field::Target | Field::Weight | Field::Layer | Field::Directed);
    !of_tie && !is_worth_role(field)
}

/// A list of contacts may hold dates too: posts have a text, or no mail addresses.
fn is_posts(found: &Found, layout: &Layout) -> bool {
    let has = |roles: &[Role], field| roles.contains(&(Side::Row, field));
    let counters = [Field::Likes, Field::Reposts, Field::Replies, Field::Views];
    // The title of somebody: a post.
    let titled = found.roles.iter().position(|role| *role == (Side::Row, Field::Text));
    let title = titled.is_some_and(|column| naming::is_title(&layout.columns[column]));
    let mail = || contacts::detect(layout).is_some_and(|contacts| has(&contacts.roles, Field::Email));
    let people =
        title && (mail() || (has(&found.roles, Field::Followers) && !has(&found.roles, Field::Time)));
    (has(&found.roles, Field::Text) && !people)
        || !contacts::detect(layout).is_some_and(|contacts| {
            let counted = counters.iter().any(|field| has(&found.roles, *field));
            has(&contacts.roles, Field::Email) || (worth::is_list(layout) && !counted)
        })
}

fn has_text(layout: &Layout) -> bool {
    layout.header_line.is_some() && guess(layout, is_posts_role).contains(&(Side::Row, Field::Text))
}

/// An author, with a text or a date.
fn posts_roles(layout: &Layout, options: &ImportOptions) -> Option<Found> {
    let mut found = guess_all(layout, is_posts_role);
    let row = |field| (Side::Row, field);
    let dated = found.roles.contains(&row(Field::Time));
    if layout.header_line.is_some() && dated && !found.roles.contains(&row(Field::Text)) {
        // Somebody said something some day: a column of sentences is what was said, whatever its name.
        by_values::fill(layout, &mut found.roles);
    }
    settle_comments(layout, &mut found);
    let given: Vec<Role> = options.roles.values().filter_map(|code| roles::from_code(code)).collect();
    let has = |field| found.roles.contains(&(Side::Row, field)) || given.contains(&(Side::Row, field));
    // The addresses of posts name their authors too.
    let author = has(Field::Author)
        || has(Field::AuthorId)
        || (has(Field::Outlet) && has(Field::Text) && dated)
        || addresses_name_authors(layout, &found.roles)
        || is_own(layout, &found.roles);
    (author && (has(Field::Text) || has(Field::Time))).then_some(found)
}

/// Whether a table without authors is of posts of whoever has the file: posts of a network, with what a network tells
/// nobody but their author.
fn is_own(layout: &Layout, roles: &[Role]) -> bool {
    const TOLD: &str = "reach accountsreached postreach couverture comptestouches portee alcance cuentasalcanzadas \
                        reichweite erreichtekonten copertura bereik profilevisits visitesduprofil visitasalperfil \
                        profilbesuche follows newfollows nouveauxabonnes";
    let told = |name: &String| {
        let name = naming::squeeze(name);
        TOLD.split_ascii_whitespace().any(|word| word == name)
    };
    let has = |field| roles.contains(&(Side::Row, field));
    let named = [Field::Author, Field::AuthorId, Field::AuthorName, Field::Outlet].into_iter().any(has);
    !named
        && has(Field::Text)
        && has(Field::Time)
        && layout.columns.iter().any(told)
        && platform_hint(layout, roles) != Platform::Unknown
        && !addresses_name_authors(layout, roles)
}

/// Whether most addresses of a table are those of posts that name who wrote them.
fn addresses_name_authors(layout: &Layout, roles: &[Role]) -> bool {
    let Some(column) = roles.iter().position(|role| *role == (Side::Row, Field::Url)) else { return false };
    let (mut all, mut named) = (0, 0);
    for url in values(layout, column).take(100) {
        all += 1;
        named += usize::from(address::author(url).is_some());
    }
    all > 0 && named * 2 > all
}
