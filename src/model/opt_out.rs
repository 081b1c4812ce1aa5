//! People who asked to be left out: how they are named, and in which words of a text their names are.

use super::handle::normalise_handle;
use super::record::Platform;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

/// What stands where a name was.
pub const MASK: &str = "•••";
/// What an entry begins with that is only a fingerprint: `sha256:<salt>:<64 hex digits>`.
const FINGERPRINT: &str = "sha256:";
/// Bytes of a name that may be behind a fingerprint.
const LONGEST: usize = 100;
/// Beginnings of a run that are looked at: `a.b.c` has three.
const PREFIXES: usize = 24;
/// Servers whose profile addresses have an `@` and name nobody of the fediverse.
const AT_SITES: [&str; 7] = [
    "tiktok.com",
    "youtube.com",
    "threads.net",
    "threads.com",
    "truthsocial.com",
    "medium.com",
    "instagram.com",
];

/// A list of names: handles, ids, addresses of profiles, or fingerprints of these.
///
/// A handle is the same whatever its capitals, with or without `@`, and on every network: who asks to be left out is
/// rather left out once too often than shown once.
#[derive(Debug, Default)]
pub struct OptOut {
    names: BTreeSet<String>,
    /// Fingerprints by salt.
    prints: BTreeMap<String, BTreeSet<String>>,
}

impl OptOut {
    /// Reads a list; entries that name nobody count for nothing.
    pub fn new<'a>(entries: impl IntoIterator<Item = &'a str>) -> OptOut {
        let mut list = OptOut::default();
        for entry in entries {
            let entry = entry.trim();
            match entry.strip_prefix(FINGERPRINT).and_then(|rest| rest.split_once(':')) {
                Some((salt, print)) => {
                    list.prints.entry(salt.to_owned()).or_default().insert(print.to_ascii_lowercase());
                }
                None => list.names.extend(name_of(entry)),
            }
        }
        list
    }

    /// Whether nobody is named.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.prints.is_empty()
    }

    /// Names and fingerprints on the list.
    pub fn len(&self) -> usize {
        self.names.len() + self.prints.values().map(BTreeSet::len).sum::<usize>()
    }

    /// Whether a name, in its one form (small letters, no `@` before it), is on the list; its entry.
    pub fn entry_of(&self, name: &str) -> Option<String> {
        if self.names.contains(name) {
            return Some(name.to_owned());
        }
        self.prints.iter().find_map(|(salt, prints)| {
            let print = fingerprint(salt, name);
            prints.contains(&print).then_some(print)
        })
    }

    /// Whether an entry of another list, as typed, names somebody of this one.
    pub fn names(&self, typed: &str) -> bool {
        !self.is_empty() && name_of(typed).is_some_and(|name| self.entry_of(&name).is_some())
    }

    /// The list as fingerprints, in an order that tells nothing: what a file can keep without anybody's name.
    pub fn fingerprints(&self, salt: &str) -> Vec<String> {
        let own = self.names.iter().map(|name| format!("{FINGERPRINT}{salt}:{}", fingerprint(salt, name)));
        let held = self.prints.iter().flat_map(|(salt, prints)| {
            prints.iter().map(move |print| format!("{FINGERPRINT}{salt}:{print}"))
        });
        let all: BTreeSet<String> = own.chain(held).collect();
        all.into_iter().collect()
    }
}

/// The one form of a name as somebody types it: `@Zoe` and `https://x.com/zoe` are `zoe`, a profile of the fediverse
/// is `zoe@server`.
fn name_of(typed: &str) -> Option<String> {
    let typed = typed.trim().trim_matches(['"', '\'', '<', '>', ',', ';']);
    let typed = typed.strip_prefix("mailto:").unwrap_or(typed);
    let address = match typed.split_once('/') {
        // As people copy it: without its beginning.
        Some((host, _)) if !typed.contains("://") && host.contains('.') => format!("https://{typed}"),
        _ => typed.to_owned(),
    };
    let mut key = String::new();
    let fediverse =
        address.split_once("://").and_then(|(_, rest)| rest.split_once("/@")).is_some_and(|(host, _)| {
            let host = host.strip_prefix("www.").or_else(|| host.strip_prefix("m.")).unwrap_or(host);
            !host.contains('/') && !AT_SITES.contains(&host)
        });
    let platform = if fediverse { Platform::Mastodon } else { Platform::Unknown };
    normalise_handle(platform, &address, &mut key)?;
    Some(key)
}

fn fingerprint(salt: &str, name: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(":");
    hash.update(name);
    hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Finds the names of people in texts, and covers them.
///
/// A name is covered where it is plainly one: after `@`, in the address of a profile or a post, and, if it has a digit, a
/// dot, a hyphen or an underscore, wherever it stands as a word. `rose` after `@` is a name; `rose` alone is a flower.
/// Names of two words or more (display names) are covered as they are written.
#[derive(Debug)]
pub struct Cover {
    list: OptOut,
    names: BTreeSet<String>,
    /// Names of several words, in small letters, by their first word.
    phrases: BTreeMap<String, Vec<String>>,
    /// Words already compared with fingerprints.
    known: HashMap<String, bool>,
    /// Bytes of the longest name.
    longest: usize,
}

/// What was met of a word between spaces: whether it is an address.
#[derive(Debug, Default)]
struct Word {
    dot: bool,
    scheme: bool,
    /// The run before, where it is one letter: `u/name`.
    last: Option<char>,
}

impl Word {
    /// What stands between two runs: a space begins another word.
    fn goes_on(&mut self, between: &str) {
        if between.contains(char::is_whitespace) {
            *self = Word::default();
        }
        self.scheme |= between.ends_with("://");
    }
}

impl Cover {
    /// For a list, and all names that its people are known by: handles, ids, display names.
    pub fn new<'n>(list: OptOut, names: impl IntoIterator<Item = &'n str>) -> Cover {
        let listed = list.names.clone();
        let mut cover =
            Cover { list, names: listed, phrases: BTreeMap::new(), known: HashMap::new(), longest: LONGEST };
        for name in names {
            let small = name.trim().to_lowercase();
            match first_word(&small) {
                Some(word) if small.split_whitespace().nth(1).is_some() => {
                    cover.phrases.entry(word.to_owned()).or_default().push(small);
                }
                _ => {
                    // Whoever is on the same server is called without it.
                    if let Some((user, _)) = small.split_once('@') {
                        cover.names.insert(user.to_owned());
                    }
                    cover.names.insert(small);
                }
            }
        }
        cover.longest = cover.names.iter().map(String::len).fold(LONGEST, usize::max);
        cover
    }

    /// The text with every name covered; `None` where there is none in it.
    pub fn cover(&mut self, text: &str) -> Option<String> {
        let mut out = String::new();
        let (mut copied, mut at) = (0, 0);
        // What the present word, between spaces, has held so far.
        let mut word = Word::default();
        while let Some(start) = text[at..].find(is_part).map(|found| at + found) {
            let end = text[start..].find(|c| !is_part(c)).map_or(text.len(), |length| start + length);
            word.goes_on(&text[at..start]);
            at = end;
            if let Some((from, to)) = self.name_in(text, start, end, &word) {
                out.push_str(&text[copied..from]);
                out.push_str(MASK);
                copied = to;
                at = to.max(from + 1);
            }
            word.dot |= text[start..end].contains('.');
            word.last = text[start..end].chars().next().filter(|_| end - start == 1);
        }
        if copied == 0 {
            return None;
        }
        out.push_str(&text[copied..]);
        Some(out)
    }

    /// Where the first name of a run of letters, digits and `_.-@` lies, and up to where the text goes with it. Cost: the
    /// run, times the longest name at the worst.
    fn name_in(&mut self, text: &str, start: usize, end: usize, word: &Word) -> Option<(usize, usize)> {
        if let Some(to) = self.phrase_at(text, start) {
            return Some((start, to));
        }
        let in_address = text[..start].ends_with('/') && (word.dot || word.scheme || word.last == Some('u'));
        let mut from = start;
        while from < end {
            let run = &text[from..end];
            let signs = run.len() - run.trim_start_matches(is_at).len();
            let called = signs > 0 || (in_address && from == start);
            from += signs;
            let whole = &text[from..end];
            if whole.is_empty() {
                return None;
            }
            // The longest name first: `zoe@server`, then `zoe`; `zoe.b.` without its full stop, then `zoe`.
            // No name has two `@` in it.
            let most = whole.match_indices(is_at).nth(1).map_or(whole.len(), |(second, _)| second);
            let mut length = whole.floor_char_boundary(most.min(self.longest + 1));
            let mut is_cut = length < most;
            for _ in 0..PREFIXES {
                let name = whole[..length].trim_end_matches(['.', '-']);
                if !is_cut && !name.is_empty() && self.is_name(name, called) {
                    let to = from + name.len();
                    // What follows in an address leads to the person as well.
                    let rest = &text[to..];
                    let tail = rest.find(char::is_whitespace).unwrap_or(rest.len());
                    return Some((from, if in_address || word.scheme { to + tail } else { to }));
                }
                is_cut = false;
                match whole[..length].rfind(['.', '-', '@', '＠']) {
                    Some(cut) if cut > 0 => length = cut,
                    _ => break,
                }
            }
            // On with what follows the next `@`.
            match whole.find(is_at) {
                Some(next) => from += next,
                None => return None,
            }
        }
        None
    }

    fn phrase_at(&self, text: &str, start: usize) -> Option<usize> {
        if self.phrases.is_empty() {
            return None;
        }
        let end =
            text[start..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |length| start + length);
        let word = text[start..end].to_lowercase();
        self.phrases
            .get(&word)?
            .iter()
            .find_map(|phrase| after(&text[start..], phrase).map(|length| start + length))
    }

    fn is_name(&mut self, name: &str, called: bool) -> bool {
        let plain = |c: char| matches!(c, '_' | '.' | '-' | '@' | '＠') || c.is_ascii_digit();
        let is_plainly_one = name.contains(plain) && name.contains(char::is_alphabetic);
        if !called && !is_plainly_one {
            return false;
        }
        let mut key = String::new();
        if normalise_handle(Platform::Unknown, name, &mut key).is_none() {
            return false;
        }
        if self.names.contains(&key) {
            return true;
        }
        if self.list.prints.is_empty() {
            return false;
        }
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let found = self.list.entry_of(&key).is_some();
        self.known.insert(key, found);
        found
    }
}

fn is_at(c: char) -> bool {
    matches!(c, '@' | '＠')
}

/// Characters that names are made of.
fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '-') || is_at(c)
}

fn first_word(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty())
        .filter(|word| text.starts_with(word))
}

/// Bytes of `text` that say `phrase` (in small letters) and end with a word.
fn after(text: &str, phrase: &str) -> Option<usize> {
    let mut wanted = phrase.chars();
    let mut at = 0;
    let mut chars = text.chars();
    loop {
        if wanted.as_str().is_empty() {
            return (!text[at..].starts_with(char::is_alphanumeric)).then_some(at);
        }
        let found = chars.next()?;
        for small in found.to_lowercase() {
            if wanted.next() != Some(small) {
                return None;
            }
        }
        at += found.len_utf8();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(list: &[&str], names: &[&str], text: &str) -> String {
        let list = OptOut::new(list.iter().copied());
        let mut cover = Cover::new(list, names.iter().copied());
        cover.cover(text).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn people_are_named_as_they_are_typed() {
        for typed in [
            "@Zoe_B",
            "zoe_b",
            " ZOE_B ",
            "https://x.com/Zoe_B",
            "x.com/zoe_b/status/12",
            "www.instagram.com/zoe_b/",
            "https://www.tiktok.com/@zoe_b",
            "https://www.youtube.com/@zoe_b",
        ] {
            assert!(OptOut::new([typed]).entry_of("zoe_b").is_some(), "{typed}");
        }
        let far = OptOut::new(["https://mas.to/@Zoe"]);
        assert!(far.entry_of("zoe@mas.to").is_some() && far.entry_of("zoe").is_none());
        assert!(OptOut::new(["", "  ", "@", "null"]).is_empty());
    }

    #[test]
    fn fingerprints_name_the_same_people_and_hold_no_name() {
        let prints = OptOut::new(["@Zoe_B", "Max"]).fingerprints("salt");
        assert!(prints.iter().all(|print| !print.contains("zoe") && print.starts_with("sha256:salt:")));
        let list = OptOut::new(prints.iter().map(String::as_str));
        assert_eq!(list.len(), 2);
        assert!(list.entry_of("zoe_b").is_some() && list.names("@MAX") && !list.names("zoe"));
        assert_eq!(list.fingerprints("other"), prints, "what is only a fingerprint stays as it is");
    }

    #[test]
    fn names_are_covered_where_they_are_names() {
        let list = &["@Rose", "lea.b_2", "Zoé"];
        for (text, wanted) in [
            ("bonjour @rose!", "bonjour @•••!"),
            ("RT @ROSE: une rose", "RT @•••: une rose"),
            ("une rose, des @roses", "une rose, des @roses"),
            ("voir https://x.com/rose/status/12?s=1 ou x.com/Rose.", "voir https://x.com/••• ou x.com/•••"),
            ("https://example.org/?u=@rose&x=1", "https://example.org/?u=@•••"),
            ("(lea.b_2) et #lea.b_2, lea.b_2.", "(•••) et #•••, •••."),
            ("xlea.b_2 lea.b_23", "xlea.b_2 lea.b_23"),
            ("@@rose ＠rose @max@rose", "@@••• ＠••• @max@•••"),
            ("@zoé et zoé", "@••• et zoé"),
            ("@rose", "@•••"),
            ("ça/rose 50/rose", "ça/rose 50/rose"),
            ("u/rose /u/rose", "u/••• /u/•••"),
            ("", ""),
            ("@", "@"),
            ("....@...", "....@..."),
        ] {
            assert_eq!(covered(list, &[], text), wanted);
        }
    }

    #[test]
    fn a_text_made_to_take_long_does_not() {
        let list = OptOut::new(["@rose", "sha256:s:00"]);
        let mut cover = Cover::new(list, ["zoe@mas.to", "Zoé Ducret"]);
        for unit in ["a/", "a.", "a@", "a.a@a-a/", "@", "://a.", "zoé-", "u/"] {
            let text = unit.repeat((1 << 16) / unit.len());
            assert_eq!(cover.cover(&text), None, "{unit}");
            assert_eq!(cover.cover(&format!("{text} @rose")), Some(format!("{text} @•••")), "{unit}");
        }
    }

    #[test]
    fn other_names_of_the_same_person_are_covered_too() {
        let names = &["zoe@mas.to", "Zoé Ducret", "1234567"];
        assert_eq!(covered(&["x"], names, "@zoe @zoe@mas.to zoe"), "@••• @••• zoe");
        assert_eq!(covered(&["x"], names, "merci ZOÉ DUCRET, Zoé Ducretet"), "merci •••, Zoé Ducretet");
    }

    #[test]
    fn fingerprints_cover_as_names_do() {
        let prints = OptOut::new(["@Rose", "lea.b_2"]).fingerprints("s");
        let prints: Vec<&str> = prints.iter().map(String::as_str).collect();
        let text = "@rose, rose, lea.b_2 https://x.com/lea.b_2/status/3 @max @max";
        assert_eq!(covered(&prints, &[], text), covered(&["rose", "lea.b_2"], &[], text));
    }
}
