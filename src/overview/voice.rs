//! Share of voice: how much of what is said of the brand and its competitors is said of each.
//!
//! | version | one vote | weight |
//! |---|---|---|
//! | posts | a post that names k brands gives 1/k to each | 1 |
//! | accounts | an account that names k brands gives 1/k to each | 1 |
//! | engagement | as posts | reactions to the post |
//!
//! Each share has Wilson's 95 % interval; that of engagement with the number of posts that so uneven weights are worth,
//! `(Σw)² / Σw²` (Kish 1965). Posts by the brands' own handles are counted apart: they are not what others say. Posts of one
//! account resemble each other, so that the share of accounts is the one to trust.
//!
//! Net tone: (positive − negative) / toned, of the posts that name this brand alone. Awareness: of the people who speak of
//! the subject (of anything, without a brief), those who name the brand.

use super::told::Told;
use crate::error::{ErrorKind, Result};
use crate::math::wilson::{Z95, balance, share};
use crate::model::{Asked, PostKind, Strings, count};
use crate::score::goodwill::NEUTRAL;
use crate::score::{Analysis, Brand, Reactions};
use crate::text::brands::MOST;
use serde::Serialize;

/// Posts that name a brand below which no share of posts is told.
pub const MIN_POSTS: u32 = 30;
/// Accounts that name a brand, or speak of the subject, below which no share of accounts is told; and posts that the
/// engagement must be worth.
pub const MIN_AUTHORS: u32 = 10;
/// Posts with a tone below which no net tone is told.
pub const ENOUGH_TONED: u32 = 10;

/// Net tone of what is said of a brand.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NetTone {
    /// (positive − negative) / toned; `None` below [`ENOUGH_TONED`].
    pub net: Option<Told>,
    /// Posts that name this brand alone and have a tone.
    pub toned: u32,
    /// Those of them that are positive.
    pub positive: u32,
    /// Those that are negative.
    pub negative: u32,
}

/// What is said of a brand.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BrandVoice {
    /// Its name.
    pub name: String,
    /// Whether it is the caller's own.
    pub own: bool,
    /// Posts that name it, those that name others as well included.
    pub posts: u32,
    /// Accounts that do.
    pub accounts: u32,
    /// Share of voice in posts.
    pub share: Option<Told>,
    /// In accounts.
    pub by_accounts: Option<Told>,
    /// In reactions.
    pub by_engagement: Option<Told>,
    /// How it sounds.
    pub tone: NetTone,
    /// Share of the people who speak of the subject that name it.
    pub awareness: Option<Told>,
}

/// Why numbers are missing: stable codes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reasons {
    /// Of shares of posts.
    pub share: Option<&'static str>,
    /// Of shares of accounts.
    pub by_accounts: Option<&'static str>,
    /// Of shares of reactions.
    pub by_engagement: Option<&'static str>,
    /// Of awareness.
    pub awareness: Option<&'static str>,
}

/// Share of voice of the brief's brands.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Voice {
    /// The caller's own first, then the competitors as they were given.
    pub brands: Vec<BrandVoice>,
    /// Posts that name any of them.
    pub posts: u32,
    /// Accounts that do.
    pub accounts: u32,
    /// Posts that name two or more.
    pub several: u32,
    /// Posts by the brands' own handles, which are left out.
    pub official: u32,
    /// Posts whose reactions are known.
    pub counted: u32,
    /// Where reactions come from: `counters` of the files, or `ties` of the study.
    pub reactions: Option<&'static str>,
    /// Whom awareness is among: `topic`, or `all` without a brief; and how many they are.
    pub among: Option<&'static str>,
    /// How many they are.
    pub among_accounts: u32,
    /// Why a kind of number is missing.
    pub reasons: Reasons,
    /// Why nothing is told: a stable code.
    pub reason: Option<&'static str>,
}

/// What is counted of a brand.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    bit: u32,
    posts: u32,
    accounts: u32,
    split: f64,
    votes: f64,
    engagement: f64,
    toned: u32,
    positive: u32,
    negative: u32,
    aware: u32,
}

/// Voices under way, account by account.
#[derive(Debug)]
pub(super) struct Hearing {
    counts: Vec<Count>,
    /// Handles of the brands.
    official: Vec<bool>,
    /// Reactions where the files have no counters.
    reactions: Option<Reactions>,
    /// Sum of the weights of posts, and of their squares.
    weight: f64,
    square: f64,
    out: Voice,
}

/// The brands of the settings with their bits, the caller's own first where there is one.
fn brands(analysis: &Analysis) -> impl Iterator<Item = (u32, &Brand)> {
    let own = analysis.settings.brand.iter().map(|brand| (0, brand));
    own.chain((1..MOST as u32).zip(&analysis.settings.competitors))
}

impl Hearing {
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(analysis: &Analysis, strings: &Strings) -> Result<Hearing> {
        let data = &analysis.data;
        let known = brands(analysis).next();
        let reason = match (known, analysis.readings.is_some()) {
            (None, _) => Some("no_brand"),
            (_, false) => Some("no_text"),
            _ => None,
        };
        let (mut official, mut reactions) = (Vec::new(), None);
        if reason.is_none() {
            let accounts = data.accounts.len();
            official.try_reserve_exact(accounts).map_err(|_| ErrorKind::OutOfMemory { what: "overview" })?;
            official.resize(accounts, false);
            let handles =
                brands(analysis).flat_map(|(_, brand)| brand.names()).filter(|name| name.starts_with('@'));
            Asked::new(handles).each(&data.accounts, strings, |_, account| official[account] = true);
            if !(0..data.posts.known).any(|post| counters(analysis, post).is_some()) {
                reactions = Some(Reactions::of(data, analysis.window())?).filter(|found| !found.is_empty());
            }
        }
        let mut out = Voice { reason, ..Voice::default() };
        out.reactions = reactions.is_some().then_some("ties");
        out.among = reason.is_none().then(|| if analysis.topic.is_some() { "topic" } else { "all" });
        let of = brands(analysis).filter(|_| reason.is_none());
        let counts = of.map(|(bit, _)| Count { bit, ..Count::default() }).collect();
        Ok(Hearing { counts, official, reactions, weight: 0.0, square: 0.0, out })
    }

    /// Counts the posts of an account.
    pub fn account(&mut self, analysis: &Analysis, account: usize) {
        let (Some(readings), true) = (analysis.readings.as_deref(), self.out.reason.is_none()) else {
            return;
        };
        let (posts, window) = (&analysis.data.posts, analysis.window());
        let (tones, topic) = (analysis.tone().unwrap_or_default(), analysis.topic.as_deref());
        let (mut named, mut speaks) = (0_u32, false);
        for post in posts.of(account).iter().map(|post| *post as usize) {
            if posts.kind[post] == PostKind::Repost
                || !posts.text[post].is_some()
                || !window.contains(posts.time.at(post))
            {
                continue;
            }
            let bits = readings.brands.get(post).copied().unwrap_or(0);
            if self.official[account] {
                self.out.official += u32::from(bits != 0);
                continue;
            }
            speaks |= topic.is_none_or(|topic| topic.q.get(post).is_some_and(|q| *q > 0.0));
            if bits != 0 {
                named |= bits;
                self.post(analysis, post, bits, tones.get(post).map_or(f64::NAN, |tone| f64::from(*tone)));
            }
        }
        self.out.accounts += u32::from(named != 0);
        self.out.among_accounts += u32::from(speaks);
        let vote = 1.0 / f64::from(named.count_ones().max(1));
        for count in self.named(named) {
            count.accounts += 1;
            count.votes += vote;
            count.aware += u32::from(speaks);
        }
    }

    fn named(&mut self, bits: u32) -> impl Iterator<Item = &mut Count> {
        self.counts.iter_mut().filter(move |count| bits >> count.bit & 1 != 0)
    }

    /// Counts a post that names brands.
    fn post(&mut self, analysis: &Analysis, post: usize, bits: u32, tone: f64) {
        let k = bits.count_ones();
        let reactions = match &self.reactions {
            Some(reactions) => Some(reactions.to(post).len() as f64),
            None => counters(analysis, post),
        };
        self.out.posts += 1;
        self.out.several += u32::from(k > 1);
        self.out.counted += u32::from(reactions.is_some());
        let weight = reactions.unwrap_or(0.0);
        self.weight += weight;
        self.square += weight * weight;
        let vote = 1.0 / f64::from(k);
        for count in self.named(bits) {
            count.posts += 1;
            count.split += vote;
            count.engagement += vote * weight;
            if k == 1 && !tone.is_nan() {
                count.toned += 1;
                count.positive += u32::from(tone >= NEUTRAL);
                count.negative += u32::from(tone <= -NEUTRAL);
            }
        }
    }

    /// What was counted.
    pub fn finish(self, analysis: &Analysis) -> Voice {
        let Hearing { counts, weight, square, mut out, .. } = self;
        if out.reason.is_some() {
            return out;
        }
        if out.reactions.is_none() && out.counted > 0 {
            out.reactions = Some("counters");
        }
        let worth = if square > 0.0 { weight * weight / square } else { 0.0 };
        let alone = (counts.len() < 2).then_some("one_brand");
        out.reasons = Reasons {
            share: alone.or((out.posts < MIN_POSTS).then_some("few_posts")),
            by_accounts: alone.or((out.accounts < MIN_AUTHORS).then_some("few_accounts")),
            by_engagement: alone.or(match out.reactions {
                None => Some("no_counters"),
                // Of too few posts, or all on a few of them: what they are worth says nothing.
                Some(_) if out.posts < MIN_POSTS || worth < f64::from(MIN_AUTHORS) => Some("few_reactions"),
                Some(_) => None,
            }),
            awareness: (out.among_accounts < MIN_POSTS).then_some("few_accounts"),
        };
        let told = |reason: Option<&str>, hits: f64, n: f64| {
            reason.is_none().then(|| share(hits, n, Z95)).flatten().map(|found| Told::new(found, n))
        };
        let voices = brands(analysis).zip(&counts).map(|((bit, brand), count)| {
            let toned = f64::from(count.toned);
            let net = (count.toned >= ENOUGH_TONED)
                .then(|| balance(f64::from(count.positive), f64::from(count.negative), toned, Z95));
            BrandVoice {
                name: brand.names().next().unwrap_or_default().to_owned(),
                own: bit == 0,
                posts: count.posts,
                accounts: count.accounts,
                share: told(out.reasons.share, count.split, f64::from(out.posts)),
                by_accounts: told(out.reasons.by_accounts, count.votes, f64::from(out.accounts)),
                by_engagement: told(out.reasons.by_engagement, count.engagement / weight * worth, worth),
                tone: NetTone {
                    net: net.flatten().map(|found| Told::new(found, toned)),
                    toned: count.toned,
                    positive: count.positive,
                    negative: count.negative,
                },
                awareness: told(out.reasons.awareness, f64::from(count.aware), f64::from(out.among_accounts)),
            }
        });
        out.brands = voices.collect();
        out
    }
}

/// Reactions to a post by the counters of its file: likes, re-shares, answers, quotes, saves; `None` without any of them.
fn counters(analysis: &Analysis, post: usize) -> Option<f64> {
    const REACTIONS: [usize; 5] = [count::LIKES, count::REPOSTS, count::REPLIES, count::QUOTES, count::SAVES];
    let posts = &analysis.data.posts;
    let mut known = REACTIONS.iter().filter_map(|which| posts.count(*which, post)).peekable();
    known.peek()?;
    Some(known.map(|value| value.clamp(0.0, 1e15)).sum())
}
