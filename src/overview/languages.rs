//! Languages: how many posts and how many people.

use crate::graph::Window;
use crate::model::{Dataset, PostKind};
use crate::score::Analysis;
use crate::text::tone::Tongue;
use serde::Serialize;
use std::collections::BTreeMap;

/// A language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LanguageShare {
    /// Its code, without the country.
    pub code: String,
    /// Posts in it: as the file says, else as their author writes.
    pub posts: u32,
    /// Accounts that write in it most of the time.
    pub accounts: u32,
}

/// Languages of the own words inside the window.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Languages {
    /// Those known, by accounts, then posts, then code.
    pub known: Vec<LanguageShare>,
    /// Posts and accounts whose language is not known: too few words, or another language than those told apart.
    pub unknown: [u32; 2],
    /// Posts and accounts in all.
    pub posts: u32,
    /// Accounts in all.
    pub accounts: u32,
    /// Why nothing is told: a stable code.
    pub reason: Option<&'static str>,
}

/// Languages under way.
#[derive(Debug, Default)]
pub(super) struct Listening {
    counts: BTreeMap<String, [u32; 2]>,
    out: Languages,
}

impl Listening {
    /// Counts the posts of an account.
    pub fn account(&mut self, analysis: &Analysis, account: usize, window: Window) {
        let (data, posts) = (&analysis.data, &analysis.data.posts);
        let own = analysis.readings.as_deref().and_then(|readings| readings.language_of(account));
        let own = own.and_then(known);
        let mut wrote = false;
        for post in posts.of(account).iter().map(|post| *post as usize) {
            if posts.kind[post] == PostKind::Repost
                || !posts.text[post].is_some()
                || !window.contains(posts.time.at(post))
            {
                continue;
            }
            wrote = true;
            self.out.posts += 1;
            match language(data, post).or(own) {
                Some(code) => self.count(code, 0),
                None => self.out.unknown[0] += 1,
            }
        }
        if wrote {
            self.out.accounts += 1;
            match own {
                Some(code) => self.count(code, 1),
                None => self.out.unknown[1] += 1,
            }
        }
    }

    fn count(&mut self, code: &str, which: usize) {
        match self.counts.get_mut(code) {
            Some(counts) => counts[which] += 1,
            None => {
                let mut counts = [0; 2];
                counts[which] = 1;
                self.counts.insert(code.to_owned(), counts);
            }
        }
    }

    /// What was counted.
    pub fn finish(mut self) -> Languages {
        let share = |(code, [posts, accounts]): (String, [u32; 2])| LanguageShare { code, posts, accounts };
        self.out.known = self.counts.into_iter().map(share).collect();
        // In the order of codes already.
        self.out.known.sort_by_key(|language| std::cmp::Reverse((language.accounts, language.posts)));
        if self.out.posts == 0 {
            self.out.reason = Some("no_text");
        }
        self.out
    }
}

/// The language that the file gives a post.
fn language(data: &Dataset, post: usize) -> Option<&str> {
    let code = data.langs.get(usize::from(data.posts.lang[post]).checked_sub(1)?)?;
    known(code)
}

/// A code without its country; `None` for the codes of no language.
fn known(code: &str) -> Option<&str> {
    let language = code.split(['-', '_']).next().unwrap_or(code);
    match Tongue::of_code(language) {
        Tongue::Unknown => None,
        Tongue::French => Some("fr"),
        Tongue::English => Some("en"),
        Tongue::Other => Some(language),
    }
}
