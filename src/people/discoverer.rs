//! Discoverers: who uses first what many come to use.

use crate::error::{ErrorKind, Result};
use crate::graph::Window;
use crate::graph::column::add_up;
use crate::math::quantile::median_unsorted;
use crate::model::{Dataset, NONE, PostKind, Strings};
use crate::text::link::canonical;
use crate::text::{TokenKind, Tokenizer};
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

/// Distinct authors that a hashtag or link has to reach.
pub const AUTHORS: usize = 10;

/// Posts read, and uses gone through, in one step.
const POSTS: usize = 1_000;
const USES: usize = 1 << 15;
/// Tells links from hashtags of the same letters.
const LINK: u64 = 1;
/// Parts that uses are sorted in, by their hashtag or link.
const PARTS: usize = 256;

/// A use of a hashtag or link by an account: the first one is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    item: u64,
    account: u32,
    /// Place of the post in time; posts of the same moment share one.
    moment: u32,
}

/// What is found of each account.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Discoveries {
    /// Median rank quantile of its first uses: 0 is before everybody, 1 after everybody. NaN without any.
    pub rank: Vec<f64>,
    /// Hashtags and links that it was found on; NaN where the study has no dated text.
    pub items: Vec<f64>,
    /// Hashtags and links that so many people came to use.
    pub spread: usize,
    /// Why nobody has it: a stable code.
    pub missing: Option<&'static str>,
}

/// Finds [`Discoveries`], a block of posts at a time, then a part of the uses at a time. The study is handed in at each
/// step.
///
/// Of each hashtag and link that at least [`AUTHORS`] distinct people use, its users are put in the order of their first
/// use. The rank quantile of the r-th of m is (r − 1) / (m − 1), the mean of the ranks for those of the same moment. An
/// account's statistic is the median over what it used. For a reader: whether somebody is early, on things that took.
///
/// Re-shares use nothing: the words are somebody else's. Posts without a moment, and the sites of links without a path,
/// are left out.
///
/// # Complexity
/// O(text + uses · log uses); 16 bytes a use.
///
/// # Errors
/// `memory.exhausted`.
#[derive(Debug)]
pub struct Discoverers {
    window: Window,
    tokenizer: Tokenizer,
    link: String,
    post: usize,
    moment: u32,
    last: Option<i64>,
    dated: bool,
    parts: Vec<Vec<Use>>,
    part: usize,
    /// (account, rank quantile).
    ranks: Vec<(u32, f32)>,
    /// Where the ranks of each account end in `placed`, and where the next of them goes.
    next: Vec<u32>,
    placed: Vec<f32>,
    at: usize,
    account: usize,
    found: Discoveries,
}

impl Discoverers {
    /// Prepares to read the posts of a window.
    pub fn new(window: Window) -> Discoverers {
        Discoverers {
            window,
            tokenizer: Tokenizer::new(),
            link: String::new(),
            post: 0,
            moment: 0,
            last: None,
            dated: false,
            parts: vec![Vec::new(); PARTS],
            part: 0,
            ranks: Vec::new(),
            next: Vec::new(),
            placed: Vec::new(),
            at: 0,
            account: 0,
            found: Discoveries::default(),
        }
    }

    fn read(&mut self, data: &Dataset, strings: &Strings) -> Result<()> {
        let posts = &data.posts;
        let to = posts.known.min(self.post + POSTS);
        for post in self.post..to {
            let Some(time) = posts.time.at(post) else { continue };
            let own = posts.author[post] != NONE && posts.kind[post] != PostKind::Repost;
            if !own || !self.window.contains(Some(time)) {
                continue;
            }
            if self.last != Some(time) {
                self.last = Some(time);
                self.moment += 1;
            }
            let text = strings.get(posts.text[post]);
            self.dated |= !text.is_empty();
            if memchr::memchr2(b'#', b'/', text.as_bytes()).is_some() || !text.is_ascii() {
                self.uses_of(text, posts.author[post])?;
            }
        }
        self.post = to;
        Ok(())
    }

    fn uses_of(&mut self, text: &str, account: u32) -> Result<()> {
        let (moment, parts, link) = (self.moment, &mut self.parts, &mut self.link);
        let mut room = Ok(());
        self.tokenizer.each(text, |token| {
            let item = match token.kind {
                TokenKind::Tag { .. } => xxh3_64(token.text.as_bytes()),
                TokenKind::Domain => {
                    let (written, after) = (&text[token.start..token.end], &text[token.end..]);
                    // A site without a path is no discovery.
                    if !canonical(written, after, token.text, link) || link.len() == token.text.len() {
                        return;
                    }
                    xxh3_64_with_seed(link.as_bytes(), LINK)
                }
                _ => return,
            };
            let part = &mut parts[(item >> 56) as usize % PARTS];
            if part.len() == part.capacity() && part.try_reserve(part.len().max(16)).is_err() {
                room = Err(ErrorKind::OutOfMemory { what: "discoveries" }.into());
                return;
            }
            part.push(Use { item, account, moment });
        });
        room
    }

    /// Ranks the users of the hashtags and links of one part.
    fn rank(&mut self) -> Result<()> {
        let mut uses = std::mem::take(&mut self.parts[self.part]);
        uses.sort_unstable();
        uses.dedup_by_key(|u| (u.item, u.account));
        for users in uses.chunk_by_mut(|a, b| a.item == b.item).filter(|users| users.len() >= AUTHORS) {
            self.found.spread += 1;
            users.sort_unstable_by_key(|u| (u.moment, u.account));
            self.ranks
                .try_reserve(users.len())
                .map_err(|_| ErrorKind::OutOfMemory { what: "discoveries" })?;
            let last = (users.len() - 1) as f64;
            let mut before = 0;
            for alike in users.chunk_by(|a, b| a.moment == b.moment) {
                let rank = (before as f64 + (alike.len() - 1) as f64 / 2.0) / last;
                self.ranks.extend(alike.iter().map(|u| (u.account, rank as f32)));
                before += alike.len();
            }
        }
        self.part += 1;
        Ok(())
    }

    /// Makes room for the ranks of each account.
    fn make_room(&mut self, accounts: usize) -> Result<()> {
        let room = |_| ErrorKind::OutOfMemory { what: "discoveries" };
        self.found.rank.try_reserve_exact(accounts).map_err(room)?;
        self.found.items.try_reserve_exact(accounts).map_err(room)?;
        self.placed.try_reserve_exact(self.ranks.len()).map_err(room)?;
        self.placed.resize(self.ranks.len(), 0.0);
        self.next.try_reserve_exact(accounts + 1).map_err(room)?;
        self.next.resize(accounts + 1, 0);
        for (account, _) in &self.ranks {
            self.next[*account as usize + 1] += 1;
        }
        add_up(&mut self.next);
        Ok(())
    }

    /// Puts the next ranks with those of their accounts.
    fn place(&mut self) {
        let to = self.ranks.len().min(self.at + USES);
        for (account, rank) in &self.ranks[self.at..to] {
            let next = &mut self.next[*account as usize];
            self.placed[*next as usize] = *rank;
            *next += 1;
        }
        self.at = to;
    }

    /// The medians of the next accounts. What was each one's beginning is its end by now.
    fn medians(&mut self, accounts: usize) {
        let to = accounts.min(self.account + USES);
        let none = if self.dated { 0.0 } else { f64::NAN };
        let mut from = match self.account {
            0 => 0,
            account => self.next[account - 1] as usize,
        };
        let mut ranks: Vec<f64> = Vec::new();
        for account in self.account..to {
            let end = self.next[account] as usize;
            ranks.clear();
            ranks.extend(self.placed[from..end].iter().map(|rank| f64::from(*rank)));
            from = end;
            self.found.items.push(if ranks.is_empty() { none } else { ranks.len() as f64 });
            self.found.rank.push(median_unsorted(&mut ranks));
        }
        self.account = to;
    }

    /// Reads some more posts, or goes through some more of their uses; returns whether all is done.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn step(&mut self, data: &Dataset, strings: &Strings) -> Result<bool> {
        let accounts = data.accounts.len();
        if self.post < data.posts.known {
            self.read(data, strings)?;
        } else if self.part < PARTS {
            self.rank()?;
        } else if self.next.is_empty() {
            self.make_room(accounts)?;
        } else if self.at < self.ranks.len() {
            self.place();
        } else {
            self.medians(accounts);
        }
        Ok(!self.next.is_empty() && self.at == self.ranks.len() && self.account == accounts)
    }

    /// Share of the work done.
    pub fn share_done(&self, data: &Dataset) -> f64 {
        let read = self.post as f64 / data.posts.known.max(1) as f64;
        0.8 * read + 0.2 * self.part as f64 / PARTS as f64
    }

    /// What was found; before the end, nothing of the accounts not yet reached.
    pub fn finish(mut self, data: &Dataset) -> Discoveries {
        if !self.dated {
            let any = data.posts.text[..data.posts.known].iter().any(|text| text.is_some());
            self.found.missing = Some(if any { "no_time" } else { "no_text" });
        }
        self.found
    }
}

/// [`Discoveries`] in one call; see [`Discoverers`].
///
/// # Errors
/// As [`Discoverers`].
pub fn discoveries(data: &Dataset, strings: &Strings, window: Window) -> Result<Discoveries> {
    let mut discoverers = Discoverers::new(window);
    while !discoverers.step(data, strings)? {}
    Ok(discoverers.finish(data))
}

#[cfg(test)]
mod tests {
    use super::super::testing::Cast;
    use super::*;

    fn found(cast: &Cast) -> Discoveries {
        let data = cast.data();
        discoveries(&data, cast.strings(), Window::default()).unwrap()
    }

    #[test]
    fn the_first_to_use_what_many_use_are_discoverers() {
        let mut cast = Cast::new();
        for user in 0..11 {
            let handle = format!("u{user:02}");
            cast.says(&handle, user, "avec #Latte et #latte");
            cast.says(&handle, 20 + user, "voir https://exemple.fr/recette?utm_source=x");
            cast.says(&handle, 40 - user, "un #FiltreLent");
        }
        cast.says("u00", 90, "#latte encore");
        cast.says("early", 0, "#RienNiPersonne https://exemple.fr/");
        let found = found(&cast);
        assert_eq!(found.spread, 3);
        let at = |handle: &str| cast.find(handle);
        assert_eq!((found.items[at("u00")], found.rank[at("u00")]), (3.0, 0.0), "0, 0 and 1");
        assert_eq!(found.rank[at("u10")], 1.0);
        assert!((found.rank[at("u05")] - 0.5).abs() < 1e-6);
        assert_eq!(found.items[at("early")], 0.0, "what nobody took up is no discovery");
        assert!(found.rank[at("early")].is_nan() && found.missing.is_none());
    }

    #[test]
    fn the_same_moment_is_the_same_rank_and_reshares_use_nothing() {
        let mut cast = Cast::new();
        for user in 0..10 {
            cast.says(&format!("u{user}"), 3, "#tag");
        }
        cast.shares("copy", 1, "u0", "#tag");
        let found = found(&cast);
        assert!((0..10).all(|u| (found.rank[cast.find(&format!("u{u}"))] - 0.5).abs() < 1e-6));
        assert_eq!(found.items[cast.find("copy")], 0.0);
        assert_eq!(found.spread, 1);
    }

    #[test]
    fn nine_people_are_too_few_and_no_text_is_unknown() {
        let mut cast = Cast::new();
        (0..9).for_each(|user| cast.says(&format!("u{user}"), user, "#tag"));
        assert_eq!(found(&cast).spread, 0);
        let mut cast = Cast::new();
        cast.says("a", 1, "");
        let found = found(&cast);
        assert_eq!(found.missing, Some("no_text"));
        assert!(found.items[0].is_nan());
    }
}
