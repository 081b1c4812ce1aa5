//! Who is named in a text or in a cell that lists accounts.

use crate::error::Result;
use crate::ingest::value::Value;
use crate::model::{AccountIn, Builder, NameId, Platform};
use memchr::memchr;

/// Calls `found` for each account that a text names with `@`: not inside e-mail addresses, nor inside URLs. The
/// handles of some networks may hold points and dashes, or name a server; on Reddit, `u/name` names somebody too.
pub fn in_text_of<'t>(platform: Platform, text: &'t str, mut found: impl FnMut(&'t str)) {
    if platform == Platform::Reddit {
        after_slash(text, &mut found);
    }
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(next) = memchr(b'@', &bytes[at..]) {
        let sign = at + next;
        at = sign + 1;
        if stands_free(text, sign)
            && let Some(handle) = handle_of(platform, text, at)
        {
            at += handle.len();
            found(handle);
        }
    }
}

/// Calls `found` for each `u/name` and `/u/name`.
pub fn after_slash<'t>(text: &'t str, mut found: impl FnMut(&'t str)) {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    for (at, _) in text.match_indices("u/") {
        let before = text[..at].trim_end_matches('/');
        let slash = at - before.len() <= 1;
        if !slash || before.chars().next_back().is_some_and(|c| word(c) || matches!(c, '/' | '.' | ':')) {
            continue;
        }
        let rest = &text[at + 2..];
        let end = rest.find(|c| !word(c)).unwrap_or(rest.len());
        if (3..=20).contains(&end) {
            found(&rest[..end]);
        }
    }
}

/// Adds to `names` the accounts that a text names, each as a handle of that network.
///
/// # Errors
/// As [`Builder::account`].
pub fn accounts_in_text(
    platform: Platform,
    text: &str,
    names: &mut Vec<NameId>,
    into: &mut Builder,
) -> Result<()> {
    let mut failed = Ok(());
    in_text_of(platform, text, |handle| {
        match into.account(&AccountIn::named(platform, None, Some(handle))) {
            Ok(name) => names.extend(name),
            Err(error) => failed = Err(error),
        }
    });
    failed
}

/// The handle of a network that begins at a place.
fn handle_of(platform: Platform, text: &str, start: usize) -> Option<&str> {
    let inner: &[char] = match platform {
        Platform::Instagram | Platform::TikTok | Platform::Threads => &['.'],
        Platform::YouTube | Platform::Bluesky | Platform::Pinterest | Platform::LinkedIn => &['.', '-'],
        Platform::Mastodon | Platform::Truth => &['.', '-', '@'],
        Platform::Reddit | Platform::Discord => &['-', '.'],
        _ => return handle_at(text, start),
    };
    let rest = &text[start..];
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || inner.contains(&c)));
    let handle = rest[..end.unwrap_or(rest.len())].trim_end_matches(inner);
    let whole = rest[handle.len()..].starts_with('@');
    (!handle.is_empty() && !handle.starts_with(inner) && handle.len() <= 100 && !whole).then_some(handle)
}

/// A table tells at once: 1 for letters, digits and `_`, 2 for what else names may be written with.
const WORD: [u8; 256] = {
    let mut word = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        let sign = byte as u8;
        if sign.is_ascii_alphanumeric() || sign == b'_' {
            word[byte] = 1;
        } else if matches!(sign, b'.' | b'-' | b'@') {
            word[byte] = 2;
        }
        byte += 1;
    }
    word
};

/// Whether a byte is one of the characters that every network allows in handles.
#[inline]
pub fn is_word(byte: u8) -> bool {
    WORD[usize::from(byte)] == 1
}

/// Whether a byte may be one of a name written by itself, with its `@`, points and dashes.
#[inline]
pub fn is_name(byte: u8) -> bool {
    WORD[usize::from(byte)] != 0
}

/// The handle that begins at a place: 1 to 30 letters, digits or `_`, and not the beginning of `name@host`.
fn handle_at(text: &str, start: usize) -> Option<&str> {
    let bytes = text.as_bytes();
    let length = bytes[start..].iter().take_while(|b| is_word(**b)).count();
    let after = bytes.get(start + length);
    ((1..=30).contains(&length) && after != Some(&b'@')).then(|| &text[start..start + length])
}

/// Whether the `@` at a place begins a name rather than standing in a word, a mail address or a URL.
fn stands_free(text: &str, sign: usize) -> bool {
    let before = &text[..sign];
    let Some(previous) = before.chars().next_back() else { return true };
    if previous.is_whitespace() {
        return true;
    }
    if previous.is_alphanumeric() || matches!(previous, '_' | '@' | '+' | '!' | '$' | '%' | '*') {
        return false;
    }
    if previous == '.' && before.len() > 1 && before[..before.len() - 1].ends_with(char::is_alphanumeric) {
        // `end of sentence.@name` is a mention, `first.@` is not an address either.
        return !in_url(before);
    }
    !in_url(before)
}

fn in_url(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    word.as_bytes().windows(3).any(|three| three == b"://")
        || word.as_bytes().windows(4).any(|four| four == b"www.")
        || word.ends_with('/')
}

/// `RT @x: text` → (`x`, `text`).
#[inline]
pub fn repost_of(text: &str) -> Option<(&str, &str)> {
    if begins_with_other(text, b"Rr") { None } else { repost_told(text) }
}

fn repost_told(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start();
    let rest = rest.get(..2).filter(|rt| rt.eq_ignore_ascii_case("RT")).map(|_| rest[2..].trim_start())?;
    let rest = rest.strip_prefix('@')?;
    let handle = handle_at(rest, 0)?;
    let rest = &rest[handle.len()..];
    Some((handle, rest.strip_prefix(':').unwrap_or(rest).trim_start()))
}

/// Whether a text begins with a visible character that is none of these.
#[inline]
fn begins_with_other(text: &str, than: &[u8; 2]) -> bool {
    text.bytes().next().is_none_or(|b| (0x21..0x7f).contains(&b) && !than.contains(&b))
}

/// The account that a text answers, by the rules of a network for handles: the one it begins with.
#[inline]
pub fn answered(platform: Platform, text: &str) -> Option<&str> {
    if begins_with_other(text, b"@=") { None } else { answer_told(platform, text) }
}

fn answer_told(platform: Platform, text: &str) -> Option<&str> {
    let text = text.trim_start();
    // A spreadsheet's guard against formulas.
    let text = text.strip_prefix('=').unwrap_or(text);
    handle_of(platform, text.strip_prefix('@')?, 0)
}

/// Calls `found` for each account of a cell that lists them: parted by blanks, commas, semicolons or bars, as JSON or
/// as Python writes lists, or a JSON list of objects with a `username` or `screen_name`.
pub fn in_list(cell: &str, found: impl FnMut(&str)) {
    let cell = cell.trim();
    if cell.starts_with("[{") || cell.starts_with('{') {
        let json = Value::parse(cell).ok();
        let json = json
            .as_ref()
            .and_then(|value| value.as_array().or_else(|| value.get("user_mentions")?.as_array()));
        match json {
            Some(list) => list.iter().filter_map(name_of).for_each(found),
            // Python writes what JSON does not read: the names stand behind their keys all the same.
            None => python_names(cell).for_each(found),
        }
        return;
    }
    parts(cell).for_each(found);
}

/// The account that a cell with an object in it is about, as JSON or Python writes objects: `{'screen_name': 'zoe'}`.
pub fn in_object(cell: &str) -> Option<&str> {
    if cell.starts_with('{') || cell.starts_with("[{") { python_names(cell).next() } else { None }
}

fn name_of<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    KEYS.iter().find_map(|key| value.get(key)?.as_str())
}

const KEYS: [&str; 4] = ["username", "screen_name", "handle", "uniqueId"];

fn python_names(cell: &str) -> impl Iterator<Item = &str> {
    KEYS.iter().flat_map(move |key| {
        cell.split(key).skip(1).filter_map(|rest| {
            let rest = rest.strip_prefix(['\'', '"'])?.trim_start().strip_prefix(':')?.trim_start();
            let quote = rest.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
            let name = rest[1..].split(quote).next()?;
            (!name.is_empty()).then_some(name)
        })
    })
}

/// The pieces of a cell that lists names or ids.
pub fn parts(cell: &str) -> impl Iterator<Item = &str> {
    let edge = |c: char| matches!(c, '[' | ']' | '"' | '\'' | '@' | '(' | ')' | '{' | '}');
    cell.split([',', ';', '|', ' ', '\t', '\n'])
        .map(move |part| part.trim_matches(edge))
        .filter(|part| !crate::ingest::id::missing(part))
}

/// Whether a cell begins as JSON and does not end as such: a spreadsheet cut it.
pub fn is_broken(cell: &str) -> bool {
    let cell = cell.trim_end();
    (cell.starts_with("[{") && !cell.ends_with(']')) || (cell.starts_with('{') && !cell.ends_with('}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Vec<&str> {
        let mut names = Vec::new();
        in_text_of(Platform::X, text, |name| names.push(name));
        names
    }

    #[test]
    fn names_in_a_text() {
        assert_eq!(text("@a (@b) \"@c\" .@d, 🔥@e l’@f -@g"), ["a", "b", "c", "d", "e", "f", "g"]);
        assert!(text("presse@agence.example https://ex.fr/p?ref=@x#top www.x.fr/@y a@b @@c").is_empty());
        assert!(text("@ @@ @é user@host @name@host.social").is_empty());
        assert_eq!(text("https://x.com/a @b"), ["b"]);
    }

    #[test]
    fn handles_of_other_networks_hold_points_dashes_and_servers() {
        let named = |platform, text| {
            let mut names = Vec::new();
            in_text_of(platform, text, |name| names.push(name));
            names
        };
        assert_eq!(named(Platform::TikTok, "@cafe.lumen. (@a_b) x@y.fr"), ["cafe.lumen", "a_b"]);
        assert_eq!(named(Platform::Bluesky, "@lea.bsky.social, oui"), ["lea.bsky.social"]);
        assert_eq!(
            named(Platform::Mastodon, "@lea@mastodon.example et @nina"),
            ["lea@mastodon.example", "nina"]
        );
        assert!(named(Platform::Instagram, "@. @.. mail@x.fr").is_empty());
    }

    #[test]
    fn reposts_and_answers_told_by_the_text() {
        assert_eq!(repost_of("RT @Zoe: bonjour @x"), Some(("Zoe", "bonjour @x")));
        assert_eq!(repost_of("rt @zoe bonjour"), Some(("zoe", "bonjour")));
        assert_eq!(repost_of("RTL @zoe"), None);
        assert_eq!(answered(Platform::X, "@zoe, oui"), Some("zoe"));
        assert_eq!(answered(Platform::X, "=@zoe oui"), Some("zoe"));
        assert_eq!(answered(Platform::X, ".@zoe oui"), None);
    }

    #[test]
    fn names_in_a_cell() {
        let list = |cell: &str| {
            let mut names = Vec::new();
            in_list(cell, |name| names.push(name.to_string()));
            names
        };
        for cell in [
            "a b",
            "@a, @b",
            "a|b",
            "[\"a\",\"b\"]",
            "['a', 'b']",
            "[{\"username\":\"a\"},{\"screen_name\":\"b\"}]",
            "[{'username': 'a', 'id': 1}, {'username': 'b', 'n': None}]",
        ] {
            assert_eq!(list(cell), ["a", "b"], "{cell}");
        }
        assert!(list("[]").is_empty() && list("NA").is_empty());
    }
}
