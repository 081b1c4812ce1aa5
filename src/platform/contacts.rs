//! Lists of contacts, as sales and personnel departments keep them: names, handles, mail addresses.
//!
//! Mail addresses stay out of the study, unless nothing else tells one contact from another.

use super::address;
use super::guess::{fits, guess_all, values};
use super::naming::squeeze;
use super::roles::{Field, IGNORED, Side};
use super::tools::Found;
use super::worth;
use crate::ingest::layout::Layout;

/// How names of columns begin that hold first names, family names and mail addresses of somebody.
const FIRST: &[&str] = &["prénom ", "prenom ", "first name ", "vorname ", "nombre ", "nome "];
const LAST: &[&str] =
    &["nom ", "last name ", "surname ", "nachname ", "apellido ", "apellidos ", "sobrenome ", "cognome "];
const MAIL: &[&str] = &[
    "email ",
    "e-mail ",
    "mail ",
    "adresse e-mail ",
    "adresse mail ",
    "courriel ",
    "correo ",
    "e-mail-adresse ",
];

/// The roles of the columns when the table is such a list.
pub fn detect(layout: &Layout) -> Option<Found> {
    layout.header_line?;
    let mut found = guess_all(layout, |(side, field)| {
        use Field::*;
        side == Side::Row
            && matches!(
                field,
                Author
                    | AuthorId
                    | AuthorName
                    | FirstName
                    | LastName
                    | Email
                    | Url
                    | Platform
                    | Followers
                    | Bio
                    | Location
            )
    });
    let row = |field| (Side::Row, field);
    // Beside a first name, `Nom` is the family's.
    if found.roles.contains(&row(Field::FirstName))
        && !found.roles.contains(&row(Field::LastName))
        && let Some(last) = (0..found.roles.len()).find(|&c| {
            matches!(squeeze(&layout.columns[c]).as_str(), "nom" | "name" | "nome" | "nombre" | "surname")
        })
    {
        found.roles[last] = row(Field::LastName);
    }
    // `Prénom participant`, `Email payeur`.
    for (field, words) in [(Field::FirstName, FIRST), (Field::LastName, LAST), (Field::Email, MAIL)] {
        let named = |c: usize| {
            let name = layout.columns[c].to_lowercase();
            let begins = words.iter().any(|word| name.starts_with(word));
            begins && matches!(found.roles[c], IGNORED | (Side::Row, Field::AuthorName | Field::Author))
        };
        if !found.roles.contains(&row(field))
            && let Some(column) = (0..found.roles.len())
                .find(|&c| named(c) && fits(layout, c, row(field)) && values(layout, c).next().is_some())
        {
            found.roles[column] = row(field);
        }
    }
    // What is empty tells nobody from anybody.
    for column in 0..found.roles.len() {
        let key = matches!(found.roles[column].1, Field::Author | Field::AuthorId | Field::Url);
        if key && !layout.sample.is_empty() && values(layout, column).next().is_none() {
            found.roles[column] = IGNORED;
        }
    }
    // A column of display names tells nobody from a namesake.
    if let Some(author) = found.roles.iter().position(|r| *r == row(Field::Author))
        && !handles(layout, author)
    {
        let named = found.roles.contains(&row(Field::AuthorName));
        found.roles[author] = if named { IGNORED } else { row(Field::AuthorName) };
    }
    if !found.roles.contains(&row(Field::Author))
        && let Some(column) =
            (0..found.roles.len()).find(|&c| found.roles[c] == IGNORED && written(layout, c))
    {
        found.roles[column] = row(Field::Author);
    }
    worth::settle(layout, &mut found.roles, &[Field::Value, Field::Orders, Field::Cost]);
    let has = |field| found.roles.contains(&row(field));
    let named = has(Field::AuthorName) || (has(Field::FirstName) && has(Field::LastName));
    let told = has(Field::Author) || (named && (has(Field::AuthorId) || has(Field::Url)));
    (told || has(Field::Email)).then_some(found)
}

/// Whether nearly all values of a column look like handles or addresses of profiles.
fn handles(layout: &Layout, column: usize) -> bool {
    let (mut all, mut like) = (0_usize, 0_usize);
    for value in values(layout, column) {
        all += 1;
        let bare = value.trim_start_matches('@');
        let handle = bare.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-'));
        like += usize::from(handle || address::author(value).is_some());
    }
    all > 0 && like * 10 >= all * 8
}

/// Whether nearly all values of a column are written `@handle`, or are addresses of profiles.
fn written(layout: &Layout, column: usize) -> bool {
    let (mut all, mut like) = (0_usize, 0_usize);
    for value in values(layout, column) {
        all += 1;
        let at = value.strip_prefix('@').is_some_and(|rest| !rest.contains([' ', '@']));
        like += usize::from(at || address::author(value).is_some());
    }
    all > 0 && like * 10 >= all * 8
}
