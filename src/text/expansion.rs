//! What the vocabulary answers: words that go with the subject, and words of a group of accounts.
//!
//! - [`suggestions`]: words and tags for the brief. A word: z above 3 (see [`log_odds`](super::log_odds)) between posts on
//!   the subject and others, used on it by 3 accounts; by 5 where fewer than 100 accounts write on the subject, for there
//!   one sentence that a few people repeat is enough for a high z. A tag: nPMI above 0.3 (see [`association`](super::association)) and 5
//!   accounts. The caller ticks what it wants.
//! - [`terms_of`]: what a group says more than all others: the name of a community, its other interests.
//! - [`TopicWords`]: the vocabulary of the subject with its association, for [`stickiness`](super::stickiness).
//!
//! **One account, one vote**: uses beyond [`VOTES`](super::vocabulary::VOTES) of one account do not count.

use super::association::npmi;
use super::brief::Brief;
use super::log_odds::{LogOdds, PRIOR};
use super::matcher::{Found, Matcher};
use super::tokens::Tokenizer;
use super::vocabulary::{FEWEST, Use, Vocabulary};
use serde::Serialize;

/// z above which a word is no chance.
pub const ENOUGH_Z: f64 = 3.0;
/// nPMI above which a tag goes with the subject.
pub const ENOUGH_NPMI: f64 = 0.3;
/// Accounts on the subject below which a word needs as many accounts as a tag.
pub const SMALL: u32 = 100;
/// Accounts that a tag, or a word of the subject's vocabulary, needs.
pub const ENOUGH_ACCOUNTS: u32 = 5;
/// How many times more of a group's accounts than of the others use a word that names it.
pub const ENOUGH_LIFT: f64 = 1.5;
/// Words of the subject's vocabulary at the most.
const MOST_TOPIC_WORDS: usize = 300;

/// A word or a tag that goes with the subject.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// As most often written; tags with their `#`.
    pub text: String,
    /// Whether it is a tag.
    pub tag: bool,
    /// Log-odds with a prior, on the subject against the rest.
    pub z: f64,
    /// Association with the subject, −1 to 1.
    pub npmi: f64,
    /// Accounts that use it on the subject.
    pub accounts: u32,
}

/// A word or a tag of a group.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupTerm {
    /// As most often written; tags with their `#`.
    pub text: String,
    /// Whether it is a tag.
    pub tag: bool,
    /// Log-odds with a prior, the group against all others.
    pub z: f64,
    /// Accounts of the group that use it.
    pub accounts: u32,
}

/// Words and tags that the brief could have as well, at most `most`, the surest first. Nothing that the brief finds
/// already. O(vocabulary).
pub fn suggestions(vocabulary: &Vocabulary, brief: &Brief, most: usize) -> Vec<Suggestion> {
    let mut asked = Asked::new(brief);
    let least = if vocabulary.on_writers < SMALL { ENOUGH_ACCOUNTS } else { FEWEST };
    let mut found: Vec<(u32, f64, f64)> = associated(vocabulary)
        .filter(|&(term, z, npmi)| {
            let on = vocabulary.term(term).on_accounts;
            let word = z > ENOUGH_Z && on >= least;
            word || vocabulary.is_tag(term) && npmi > ENOUGH_NPMI && on >= ENOUGH_ACCOUNTS
        })
        .collect();
    sort(vocabulary, &mut found);
    let mut seen = Seen::default();
    let mut out = Vec::new();
    for (term, z, npmi) in found {
        let text = vocabulary.text(term);
        if out.len() >= most {
            break;
        }
        if !asked.finds(text) && seen.add(text) {
            let (tag, accounts) = (vocabulary.is_tag(term), vocabulary.term(term).on_accounts);
            out.push(Suggestion { text: text.to_owned(), tag, z, npmi, accounts });
        }
    }
    out
}

/// What a group of accounts says more than the others do: its best `most` words and tags with z above 3, used by 3 of its
/// accounts (all of a smaller group) and by half as many of them again as of the others. O(words of its accounts), whatever the rest.
pub fn terms_of(vocabulary: &Vocabulary, accounts: &[u32], most: usize) -> Vec<GroupTerm> {
    let mut uses: Vec<(u32, Use)> = accounts.iter().flat_map(|a| vocabulary.of(*a as usize)).collect();
    uses.sort_unstable_by_key(|(term, _)| *term);
    let votes: f64 = uses.iter().map(|(_, times)| f64::from(times.votes())).sum();
    let groups = LogOdds { first: votes, second: vocabulary.votes - votes, prior: PRIOR };
    let least = FEWEST.min(accounts.len() as u32);
    let writers = accounts.iter().filter(|a| vocabulary.of(**a as usize).next().is_some()).count() as f64;
    let mut found: Vec<(u32, f64, f64)> = uses
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|same| same.len() >= least as usize)
        .filter(|same| {
            // Accounts of the group that use it, against the others.
            let (inside, all) = (same.len() as f64, f64::from(vocabulary.term(same[0].0).accounts));
            let others = f64::from(vocabulary.writers) - writers;
            others > 0.0 && inside / writers >= ENOUGH_LIFT * (all - inside) / others
        })
        .map(|same| {
            let term = same[0].0;
            let own: f64 = same.iter().map(|(_, times)| f64::from(times.votes())).sum();
            let z = groups.z(own, f64::from(vocabulary.term(term).votes) - own);
            (term, z, same.len() as f64)
        })
        .filter(|(_, z, _)| *z > ENOUGH_Z)
        .collect();
    sort(vocabulary, &mut found);
    let mut seen = Seen::default();
    let mut out = Vec::new();
    for (term, z, users) in found {
        let text = vocabulary.text(term);
        if out.len() >= most {
            break;
        }
        if seen.add(text) {
            let tag = vocabulary.is_tag(term);
            out.push(GroupTerm { text: text.to_owned(), tag, z, accounts: users as u32 });
        }
    }
    out
}

/// Words of the subject beyond those of the brief, with their association `a`, 0 to 1: those with z above 3 that five
/// accounts use on it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TopicWords {
    /// By term; 0 for all others, and for the words of the brief, which are counted by [`Topic`](super::Topic).
    association: Vec<f32>,
}

impl TopicWords {
    /// Learns them. Empty where every post is on the subject: nothing tells its words from others then.
    pub fn learn(vocabulary: &Vocabulary, brief: &Brief) -> TopicWords {
        let mut asked = Asked::new(brief);
        let mut found: Vec<(u32, f64, f64)> = associated(vocabulary)
            .filter(|&(term, z, npmi)| {
                z > ENOUGH_Z && npmi > 0.0 && vocabulary.term(term).on_accounts >= ENOUGH_ACCOUNTS
            })
            .collect();
        sort(vocabulary, &mut found);
        found.truncate(MOST_TOPIC_WORDS);
        let mut association = vec![0.0; vocabulary.len()];
        for (term, _, npmi) in found {
            if !asked.is_part(vocabulary.text(term)) {
                association[term as usize] = npmi as f32;
            }
        }
        TopicWords { association }
    }

    /// `Σ a n` of an account: what to add to its words on the subject.
    pub fn of(&self, vocabulary: &Vocabulary, account: usize) -> f64 {
        vocabulary.of(account).map(|(term, times)| self.weight(term) * f64::from(times.times())).sum()
    }

    /// The words that give an account most of it, at most `most`: (word, `a n`).
    pub fn contributions(&self, vocabulary: &Vocabulary, account: usize, most: usize) -> Vec<(String, f64)> {
        let mut parts: Vec<(u32, f64)> = vocabulary
            .of(account)
            .map(|(term, times)| (term, self.weight(term) * f64::from(times.times())))
            .filter(|(_, part)| *part > 0.0)
            .collect();
        parts.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        parts.truncate(most);
        parts.into_iter().map(|(term, part)| (vocabulary.text(term).to_owned(), part)).collect()
    }

    fn weight(&self, term: u32) -> f64 {
        self.association.get(term as usize).map_or(0.0, |a| f64::from(*a))
    }
}

/// z and nPMI of each term with the subject.
fn associated(vocabulary: &Vocabulary) -> impl Iterator<Item = (u32, f64, f64)> + '_ {
    let groups =
        LogOdds { first: vocabulary.on_votes, second: vocabulary.votes - vocabulary.on_votes, prior: PRIOR };
    let (all, on) = (f64::from(vocabulary.writers), f64::from(vocabulary.on_writers));
    (0..vocabulary.len() as u32).filter(|t| vocabulary.term(*t).on_accounts >= FEWEST).map(move |term| {
        let t = vocabulary.term(term);
        let z = groups.z(t.on_votes, f64::from(t.votes) - t.on_votes);
        (term, z, npmi(f64::from(t.on_accounts), f64::from(t.accounts), on, all))
    })
}

/// The surest first; equal ones by their letters, so that the order of the files says nothing.
fn sort(vocabulary: &Vocabulary, found: &mut [(u32, f64, f64)]) {
    found.sort_by(|a, b| {
        b.1.total_cmp(&a.1).then_with(|| vocabulary.text(a.0).cmp(vocabulary.text(b.0))).then(a.0.cmp(&b.0))
    });
}

/// Words that were chosen: `#glaces` says nothing new beside `glace`.
#[derive(Default)]
struct Seen(Vec<String>);

impl Seen {
    fn add(&mut self, text: &str) -> bool {
        let folded = super::fold(text.trim_start_matches(['#', '\u{ff03}']));
        let stem = folded.trim_end_matches(['s', 'x']);
        let stem = if stem.is_empty() { folded.as_str() } else { stem };
        let new = !self.0.iter().any(|known| known == stem);
        if new {
            self.0.push(stem.to_owned());
        }
        new
    }
}

/// What the brief holds already.
struct Asked<'a> {
    brief: &'a Brief,
    matcher: Matcher,
    tokenizer: Tokenizer,
}

impl Asked<'_> {
    fn new(brief: &Brief) -> Asked<'_> {
        Asked { brief, matcher: Matcher::new(brief.terms()), tokenizer: Tokenizer::new() }
    }

    fn finds(&mut self, text: &str) -> bool {
        let (mut found, mut counts) = (Found::default(), [0; 64]);
        let matcher = &self.matcher;
        self.tokenizer.each(text, |token| matcher.take(text, token, &mut found, &mut counts));
        found.terms != 0
    }

    /// Whether the brief finds the word, or has it in one of its phrases.
    fn is_part(&mut self, text: &str) -> bool {
        let word = super::fold(text);
        let inside = self.brief.terms().iter().flat_map(|t| &t.elements);
        inside.into_iter().any(|e| super::brief::is_inflection(&e.text, &word)) || self.finds(text)
    }
}
