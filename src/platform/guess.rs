//! Which column of a table plays which role, told by its name and its first values.

use super::naming;
use super::roles::{Field, IGNORED, Role, Side};
use super::tools::Found;
use super::words;
use crate::ingest::date::{self, DateStyle};
use crate::ingest::id;
use crate::ingest::layout::Layout;
use crate::ingest::number::{self, NumberStyle};
use crate::model::{Platform, PostKind};
use std::collections::BTreeMap;

/// Guesses the role of each column by its name and its first values. `allowed` keeps to the roles an adapter knows.
pub fn guess(layout: &Layout, allowed: impl Fn(Role) -> bool) -> Vec<Role> {
    guess_all(layout, allowed).roles
}

/// As [`guess`], with the order of columns that share a role.
pub fn guess_all(layout: &Layout, allowed: impl Fn(Role) -> bool) -> Found {
    let mut found = Found::from(vec![IGNORED; layout.columns.len()]);
    guess_rest(layout, &mut found, &vec![false; layout.columns.len()], &allowed);
    let roles = &mut found.roles;
    let has = |roles: &[Role], role| roles.contains(&role);
    let rename = |roles: &mut Vec<Role>, from, to| {
        if let Some(at) = roles.iter().position(|r| *r == from)
            && !has(roles, to)
            && allowed(to)
        {
            roles[at] = to;
        }
    };
    let row = |field| (Side::Row, field);
    if !has(roles, row(Field::AuthorId)) {
        rename(roles, row(Field::AuthorName), row(Field::Author));
    }
    // `Account` beside an id is the handle, if it looks like one.
    if !has(roles, row(Field::Author))
        && let Some(at) = roles.iter().position(|r| *r == row(Field::AuthorName))
        && naming::names_author(&layout.columns[at])
        && most(layout, at, |v| !v.contains(' '))
        && allowed(row(Field::Author))
    {
        roles[at] = row(Field::Author);
    }
    // Beside an id, names that are all written as handles are handles.
    if !has(roles, row(Field::Author))
        && let Some(at) = roles.iter().position(|r| *r == row(Field::AuthorName))
        && allowed(row(Field::Author))
        && values(layout, at).any(|v| v.contains(['.', '_', '@']))
        && values(layout, at).all(is_handle)
    {
        roles[at] = row(Field::Author);
    }
    // `Identifiant du compte` may be a number, or what the account is called.
    if !has(roles, row(Field::Author))
        && let Some(id) = roles.iter().position(|r| *r == row(Field::AuthorId))
        && most(layout, id, |v| v.len() <= 20 && !v.contains(':') && !v.bytes().any(|b| b.is_ascii_digit()))
        && values(layout, id).next().is_some()
    {
        roles[id] = row(Field::Author);
    }
    // The author of a post is whom a comment answers, where somebody else is the author of the row.
    if !has(roles, row(Field::Author))
        && !has(roles, row(Field::AuthorId))
        && let Some(at) = (0..roles.len()).find(|&c| {
            roles[c] == (Side::Reply, Field::Author)
                && matches!(naming::squeeze(&layout.columns[c]).as_str(), "postauthor" | "videoauthor")
        })
    {
        roles[at] = row(Field::Author);
    }
    settle_ids(layout, &mut found, &allowed);
    let roles = &mut found.roles;
    // A description beside dates and counts is a caption, beside a text it is the author's.
    let counted = [Field::Time, Field::Likes, Field::Reposts, Field::Replies, Field::Views];
    if counted.into_iter().any(|field| has(roles, row(field))) {
        rename(roles, row(Field::Bio), row(Field::Text));
    }
    found
}

/// Guesses the roles of the columns that are not settled yet. A role that a column already has is not given again,
/// but to columns that hold the same count for other networks.
pub fn guess_rest(layout: &Layout, found: &mut Found, settled: &[bool], allowed: impl Fn(Role) -> bool) {
    let mut candidates: Vec<(usize, usize, Role)> = Vec::new();
    for (column, name) in layout.columns.iter().enumerate().filter(|(column, _)| !settled[*column]) {
        for (mut role, rank) in naming::readings(name) {
            // `mentions/0`, `mentions/1`: a list with a column for each of its places.
            if role == (Side::Row, Field::Mentions) && naming::is_numbered(name) {
                role.1 = Field::Tagged;
            }
            if allowed(role) && fits(layout, column, role) {
                candidates.push((rank + unlikeliness(layout, column, role), column, role));
            }
        }
    }
    candidates.sort_unstable();
    for (rank, column, role) in candidates {
        if found.roles[column] != IGNORED {
            continue;
        }
        let network = |column: usize| words::platform_of_name(&layout.columns[column].to_lowercase());
        let holder = found.roles.iter().position(|r| *r == role);
        let other_network = role.1.is_number()
            && holder.is_some_and(|holder| {
                network(holder).is_some() && network(column).is_some() && network(holder) != network(column)
            });
        let listed = matches!(role.1, Field::Tagged | Field::Mentions) && role.0 == Side::Row;
        if holder.is_none() || other_network || listed {
            found.roles[column] = role;
            found.ranks[column] = rank;
        }
    }
}

/// Whether a name is written as handles are: `lea.brule`, `@omar_v`.
fn is_handle(name: &str) -> bool {
    let word = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'.' | b'-');
    name.strip_prefix('@').unwrap_or(name).bytes().all(word)
}

/// An id that many authors share is not theirs: it is that of the channel or page where they speak.
fn settle_ids(layout: &Layout, found: &mut Found, allowed: &impl Fn(Role) -> bool) {
    let id = (Side::Row, Field::AuthorId);
    let Some(author) = found.roles.iter().position(|role| *role == (Side::Row, Field::Author)) else {
        return;
    };
    let Some(column) = found.roles.iter().position(|role| *role == id) else { return };
    if !shared(layout, column, author) {
        return;
    }
    found.roles[column] = IGNORED;
    let own = |c: usize| {
        let told = naming::readings(&layout.columns[c]).iter().any(|(role, _)| *role == id);
        told && c != column && found.roles[c] == IGNORED && allowed(id) && fits(layout, c, id)
    };
    if let Some(other) = (0..found.roles.len()).find(|&c| own(c) && !shared(layout, c, author)) {
        found.roles[other] = id;
    }
}

/// Comments may carry the id and the address of the post they stand under: one and the same for many authors and
/// texts. Neither is theirs.
pub fn settle_comments(layout: &Layout, found: &mut Found) {
    let row = |field| (Side::Row, field);
    let at = |found: &Found, field| found.roles.iter().position(|role| *role == row(field));
    let Some(text) = at(found, Field::Text) else { return };
    for (field, other) in [(Field::PostId, Field::PostId), (Field::Url, Field::Url)] {
        let Some(column) = at(found, field).filter(|&column| shared(layout, column, text)) else { continue };
        if field == Field::Url && !values(layout, column).any(|url| super::address::post(url).is_some()) {
            continue;
        }
        let taken = found.roles.contains(&(Side::Reply, other));
        found.roles[column] = if taken { IGNORED } else { (Side::Reply, other) };
        let own = |name: &String| {
            let readings = naming::readings(name);
            readings.iter().any(|(role, _)| *role == row(field))
        };
        let free = (0..found.roles.len()).find(|&c| {
            found.roles[c] == IGNORED && c != column && own(&layout.columns[c]) && !shared(layout, c, text)
        });
        if let Some(free) = free {
            found.roles[free] = row(field);
        }
    }
}

/// Whether the values of a column come back in rows of other texts, mostly.
fn shared(layout: &Layout, column: usize, text: usize) -> bool {
    let mut texts: BTreeMap<&str, &str> = BTreeMap::new();
    let (mut again, mut others) = (0_usize, 0_usize);
    for record in &layout.sample {
        let (Some(id), Some(text)) = (record.get(column), record.get(text)) else { continue };
        // What a spreadsheet destroyed looks shared, and is not.
        if id::read(id).known().is_none() {
            continue;
        }
        match texts.get(id.as_str()) {
            None => {
                texts.insert(id, text);
            }
            Some(first) => {
                again += 1;
                others += usize::from(*first != text);
            }
        }
    }
    others * 2 > again && others * 3 >= layout.sample.len()
}

/// What speaks against a column whose name and values could be of a role: `13800000` comes before `13.8M`, a column of
/// handles before one of display names.
fn unlikeliness(layout: &Layout, column: usize, role: Role) -> usize {
    let rounded = || values(layout, column).any(|v| v.ends_with(char::is_alphabetic));
    let spoken = || !most(layout, column, |v| !v.contains(' '));
    match role.1 {
        field if field.is_number() && rounded() => 1000,
        // `2 days ago` beside a moment.
        Field::Time if most(layout, column, date::is_relative) && values(layout, column).next().is_some() => {
            1000
        }
        Field::Author if role.0 == Side::Row && spoken() => 200,
        // Where there is a text too, a title is not it.
        Field::Text if naming::is_title(&layout.columns[column]) => 900,
        _ => 0,
    }
}

/// Values of a column among the first records, without the missing ones.
pub fn values(layout: &Layout, column: usize) -> impl Iterator<Item = &str> + Clone {
    layout.sample.iter().filter_map(move |r| r.get(column)).map(|v| v.trim()).filter(|v| !id::missing(v))
}

/// Whether at least half of a column's values (or none at all) pass a test.
fn most(layout: &Layout, column: usize, test: impl Fn(&str) -> bool) -> bool {
    let (mut all, mut passed) = (0, 0);
    for value in values(layout, column).take(100) {
        all += 1;
        passed += usize::from(test(value));
    }
    passed * 2 >= all
}

/// Whether the values of a column can be what its name says.
pub fn fits(layout: &Layout, column: usize, role: Role) -> bool {
    let any_date = DateStyle { day_first: true, ambiguous: false, year_first: false };
    let month_first = DateStyle { day_first: false, ..any_date };
    match role.1 {
        // A score is likes on Reddit, and anything elsewhere.
        Field::Likes
            if matches!(naming::squeeze(&layout.columns[column]).as_str(), "score" | "ups" | "upvotes")
                && !layout.columns.iter().any(|name| naming::squeeze(name).contains("reddit")) =>
        {
            false
        }
        field if field.is_number() => {
            let style = NumberStyle::of(values(layout, column));
            let shares =
                values(layout, column).next().is_some() && most(layout, column, |v| v.ends_with('%'));
            !shares && most(layout, column, |v| number::read(v, style).is_some())
        }
        field if field.is_time() => most(layout, column, |v| {
            date::read(v, any_date).or_else(|| date::read(v, month_first)).is_some() || date::is_relative(v)
        }),
        Field::TimeOfDay => most(layout, column, |v| date::time_of_day(v).is_some()),
        // Where all are plain posts, the column tells nothing: an answer may be among them.
        Field::Kind => {
            let told = |v: &str| words::kind(v).is_some_and(|kind| kind != PostKind::Original);
            most(layout, column, |v| words::kind(v).is_some())
                && (layout.sample.is_empty() || values(layout, column).any(told))
        }
        Field::Layer => {
            let told = layout.sample.is_empty() || values(layout, column).next().is_some();
            told && most(layout, column, |v| words::layer(v).is_some())
        }
        Field::Directed => most(layout, column, |v| words::directed(v).is_some()),
        Field::IsRepost | Field::IsQuote | Field::IsReply | Field::Verified | Field::LikesHidden => {
            most(layout, column, |v| words::truth(v).is_some())
        }
        // A press review calls the newspaper so, and other tables a post.
        Field::Outlet | Field::Text if naming::squeeze(&layout.columns[column]) == "publication" => {
            (role.1 == Field::Outlet) == layout.columns.iter().any(|name| naming::is_headline(name))
        }
        // An empty column, or one of links to applications, is not the text whatever its name.
        Field::Text => {
            let told = layout.sample.is_empty() || values(layout, column).next().is_some();
            told && most(layout, column, |v| !v.starts_with("<a ") && !number::looks_numeric(v))
        }
        Field::Author if role.0 == Side::Reply => {
            most(layout, column, |v| !v.bytes().all(|b| b.is_ascii_digit()))
        }
        // The same word may stand for a name or for an id: `reply_to`.
        Field::PostId if role.0 == Side::Reply => {
            most(layout, column, |v| v.bytes().any(|b| b.is_ascii_digit()) && !v.starts_with('@'))
        }
        // Counts, truths and moments are no names.
        Field::Author if role.0 == Side::Row => most(layout, column, |v| {
            let word = !v.bytes().all(|b| b.is_ascii_digit());
            let id = !word && naming::squeeze(&layout.columns[column]).ends_with("id");
            v.len() <= 120
                && !id
                && !(word && (words::truth(v).is_some() || date::read(v, any_date).is_some()))
        }),
        Field::Author => most(layout, column, |v| words::truth(v).is_none()),
        // Where a column of mentions is empty, the texts tell them.
        Field::Mentions if !layout.sample.is_empty() && values(layout, column).next().is_none() => false,
        Field::Mentions | Field::Tagged => {
            most(layout, column, |v| !(v.len() <= 4 && v.bytes().all(|b| b.is_ascii_digit())))
        }
        Field::Email => most(layout, column, |v| v.contains('@') && v.contains('.')),
        Field::Url => {
            let picture =
                |v: &str| [".jpg", ".jpeg", ".png", ".webp", ".gif"].iter().any(|end| v.ends_with(end));
            most(layout, column, |v| (v.contains("://") || v.contains('.')) && !picture(v))
        }
        Field::Platform => most(layout, column, |v| words::platform(v).is_some()),
        _ => true,
    }
}

/// Addresses of posts and of authors tell the network; addresses inside texts and links that posts share do not.
fn tells_network(name: &str, role: Option<&Role>) -> bool {
    role.is_some_and(|(_, field)| matches!(field, Field::Url | Field::Author))
        || matches!(
            naming::squeeze(name).as_str(),
            "uri" | "collectedfromurl" | "profileurl" | "authorurl" | "userurl"
        )
}

/// The network that the names of the columns and the addresses in them point to, when they point to one only.
pub fn platform_hint(layout: &Layout, found: &[Role]) -> Platform {
    let mut seen = [0usize; Platform::ALL.len()];
    for column in (0..layout.columns.len()).filter(|&c| tells_network(&layout.columns[c], found.get(c))) {
        for value in values(layout, column).take(100) {
            if let Some(platform) = words::platform_of_url(value) {
                seen[platform as usize] += 1;
            }
        }
    }
    if seen.iter().all(|&n| n == 0) {
        let names: Vec<String> = layout.columns.iter().map(|name| naming::squeeze(name)).collect();
        for name in &names {
            if let Some(platform) = words::platform_of_name(name) {
                seen[platform as usize] += 1;
            }
        }
        // Other networks have videos too.
        if seen.iter().all(|&n| n == 0) && names.iter().any(|name| name.contains("videoid")) {
            return Platform::YouTube;
        }
    }
    let mut told = Platform::ALL.into_iter().filter(|p| seen[*p as usize] > 0);
    match (told.next(), told.next()) {
        (Some(platform), None) => platform,
        _ => Platform::Unknown,
    }
}
