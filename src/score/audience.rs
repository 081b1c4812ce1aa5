//! Who belongs to the target audience.

use super::target::Audience;
use crate::graph::community::Communities;
use crate::model::{Accounts, Asked, Strings};
use crate::text::fold;

/// What an audience is told by, beside the accounts themselves.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The texts.
    pub strings: &'a Strings,
    /// Communities; `None` without ties.
    pub communities: Option<&'a Communities>,
    /// Language of each account: 0 unknown, else 1 + index into `languages`.
    pub language: &'a [u16],
    /// Codes of the languages.
    pub languages: &'a [String],
}

/// Whether each account belongs to a target audience; `None` when no target is named.
///
/// An account belongs when it meets one entry of every kind that has any (a community, a language, a place in where it
/// says it is or in what it says of itself), or when it is named. What is not known of an account does not speak for
/// it; nothing is concluded from its words, its contacts or its hours.
pub fn members(audience: &Audience, accounts: &Accounts, known: &Known<'_>) -> Option<Vec<bool>> {
    if audience.is_empty() {
        return None;
    }
    let n = accounts.len();
    let described =
        !(audience.communities.is_empty() && audience.languages.is_empty() && audience.places.is_empty());
    let mut members = vec![described; n];
    let mut keep = |meets: &dyn Fn(usize) -> bool| {
        for (account, member) in members.iter_mut().enumerate() {
            *member = *member && meets(account);
        }
    };
    if !audience.communities.is_empty() {
        keep(&|a| known.communities.is_some_and(|c| audience.communities.contains(&c.of[a])));
    }
    if !audience.languages.is_empty() {
        let wanted: Vec<bool> =
            known.languages.iter().map(|code| speaks(code, &audience.languages)).collect();
        keep(&|a| known.language.get(a).is_some_and(|l| *l > 0 && wanted[usize::from(*l) - 1]));
    }
    let places: Vec<String> = audience.places.iter().map(|p| fold(p)).filter(|p| !p.is_empty()).collect();
    if !places.is_empty() {
        let says = |text| known.strings.get_some(text).is_some_and(|text| mentions(&fold(text), &places));
        keep(&|a| says(accounts.location[a]) || says(accounts.bio[a]));
    }
    Asked::new(audience.accounts.iter().map(String::as_str)).each(accounts, known.strings, |_, account| {
        members[account] = true;
    });
    Some(members)
}

/// Whether a language is one of those asked for; `fr` is also `fr-CA`.
fn speaks(code: &str, wanted: &[String]) -> bool {
    let main = |code: &str| code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    wanted.iter().any(|w| w.eq_ignore_ascii_case(code) || w.eq_ignore_ascii_case(&main(code)))
}

/// Whether a text holds one of the places as whole words.
fn mentions(text: &str, places: &[String]) -> bool {
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    places.iter().any(|place| {
        text.match_indices(place.as_str()).any(|(at, found)| {
            apart(text[..at].chars().next_back()) && apart(text[at + found.len()..].chars().next())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_whole_words_without_case_or_accents() {
        let places = [fold("Orléans"), fold("Aix-en-Provence")];
        assert!(mentions(&fold("Née à ORLEANS, France"), &places));
        assert!(mentions(&fold("aix-en-provence & ailleurs"), &places));
        assert!(!mentions(&fold("orléanais de toujours"), &places));
        assert!(speaks("fr-CA", &["FR".to_owned()]) && !speaks("fro", &["fr".to_owned()]));
    }
}
