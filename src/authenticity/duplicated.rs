//! Signal 4, duplicated text: the same text, or nearly, by three accounts or more within a day.
//!
//! Each text of eight words or more (links and handles left out) is cut into shingles of five words. One-permutation
//! MinHash keeps, in each of sixteen bins, the smallest hash of the shingles that fall into it; four bands of four bins
//! find the last text that shares a band. Two texts are the same when at least thirteen bins agree, which is a Jaccard
//! similarity of about 0.8. Chains of same texts, each within a day of the one before, are a group; it counts from
//! [`MIN_ACCOUNTS`] accounts. Re-shares are left out: to repeat is what they are for.
//!
//! Strength: the share of an account's texts in such groups, or the share of those who engage with it who have one,
//! whichever is more; unusual above 20 %. Needs: texts.
//!
//! # Complexity
//! O(bytes of text) once, then four passes over the texts with one table; 40 bytes a text. Each text is compared with
//! one other a band: no pairs.
//!
//! # Source
//! Broder, *On the resemblance and containment of documents*, 1997; Li, Owen and Zhang, *One permutation hashing*, 2012.

use super::group::{Group, largest_first};
use super::{Ground, Parts, ramp};
use crate::error::{ErrorKind, Result};
use crate::graph::column::{filled, room};
use crate::model::{Millis, NONE, PostKind};

/// Accounts from which a group counts.
pub const MIN_ACCOUNTS: usize = 3;
/// Time between a text and the next of its chain, at the most.
pub const WITHIN: Millis = 24 * 3_600_000;
/// Share above which it is unusual (opinion).
pub const THRESHOLD: f64 = 0.2;
/// Texts of an account, or engagers, below which the share means nothing.
pub const MIN_COUNT: u32 = 3;
const MIN_WORDS: usize = 8;
const SHINGLE: usize = 5;
const BINS: usize = 16;
const ALIKE: usize = 13;
/// Bytes of text, or texts, of a piece.
const PIECE: usize = 1 << 20;

/// The search under way.
#[derive(Debug)]
pub(super) struct Duplicates {
    stage: usize,
    at: usize,
    /// Posts that have a sketch, in order of time, and their sketches.
    post: Vec<u32>,
    sketch: Vec<[u16; BINS]>,
    /// Chains, as a forest over the posts with a sketch.
    parent: Vec<u32>,
    /// The last text of each band's hash: (hash, place), by open addressing.
    table: Vec<(u32, u32)>,
    words: Vec<u64>,
}

fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// Hashes of the words of a text, in lower case as far as ASCII goes, without links and handles.
fn words(text: &str, into: &mut Vec<u64>) {
    into.clear();
    for word in text.split_ascii_whitespace() {
        let bytes = word.as_bytes();
        if bytes[0] == b'@' || word.starts_with("http") {
            continue;
        }
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut any = false;
        for byte in bytes {
            let byte = byte.to_ascii_lowercase();
            if byte.is_ascii_alphanumeric() || byte >= 0x80 {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
                any = true;
            }
        }
        if any {
            into.push(mix(hash));
        }
    }
}

/// The sketch of a text; `None` when it is too short to be told from others.
fn sketch(text: &str, buffer: &mut Vec<u64>) -> Option<[u16; BINS]> {
    words(text, buffer);
    if buffer.len() < MIN_WORDS {
        return None;
    }
    let mut least = [u32::MAX; BINS];
    for shingle in buffer.windows(SHINGLE) {
        let hash = mix(shingle.iter().fold(0, |h: u64, w| h.rotate_left(7) ^ w));
        let bin = &mut least[(hash >> 60) as usize];
        *bin = (*bin).min((hash >> 16) as u32 & 0x7fff_ffff);
    }
    // An empty bin stays apart from all others by its top bit.
    Some(least.map(|l| if l == u32::MAX { u16::MAX } else { (l as u16) & 0x7fff }))
}

impl Duplicates {
    pub(super) fn new() -> Duplicates {
        Duplicates {
            stage: 0,
            at: 0,
            post: Vec::new(),
            sketch: Vec::new(),
            parent: Vec::new(),
            table: Vec::new(),
            words: Vec::new(),
        }
    }

    /// Does the next piece; returns whether all is done.
    pub(super) fn step(&mut self, parts: &Parts<'_>) -> Result<bool> {
        if self.stage == 0 {
            self.read(parts)?
        } else {
            self.chain(parts)
        }
        Ok(self.stage > 4)
    }

    pub(super) fn share_done(&self, parts: &Parts<'_>) -> f64 {
        let size = if self.stage == 0 { parts.data.posts.known } else { self.post.len() };
        (self.stage as f64 + self.at as f64 / size.max(1) as f64) / 5.0
    }

    fn read(&mut self, parts: &Parts<'_>) -> Result<()> {
        let posts = &parts.data.posts;
        let mut left = PIECE;
        while self.at < posts.known && left > 0 {
            let post = self.at;
            self.at += 1;
            left = left.saturating_sub(16 + posts.text[post].len());
            let dated = posts.time.at(post).is_some() && parts.window.contains(posts.time.at(post));
            if !dated || posts.kind[post] == PostKind::Repost || posts.text[post].len() < 2 * MIN_WORDS {
                continue;
            }
            let text = parts.strings.get(posts.text[post]);
            let Some(sketch) = sketch(text, &mut self.words) else { continue };
            if self.post.len() == self.post.capacity() {
                let more = self.post.len().max(1024);
                let no_room = |_| ErrorKind::OutOfMemory { what: "text" };
                self.post.try_reserve(more).map_err(no_room)?;
                self.sketch.try_reserve(more).map_err(no_room)?;
            }
            self.post.push(post as u32);
            self.sketch.push(sketch);
        }
        if self.at == posts.known {
            (self.stage, self.at) = (1, 0);
            self.parent = room(self.post.len())?;
            self.parent.extend(0..self.post.len() as u32);
            self.table = filled((0, NONE), (2 * self.post.len()).next_power_of_two())?;
        }
        Ok(())
    }

    fn chain(&mut self, parts: &Parts<'_>) {
        let band = 4 * (self.stage - 1);
        let to = self.post.len().min(self.at + PIECE / 16);
        let mask = self.table.len().wrapping_sub(1);
        for place in self.at..to {
            let bins = &self.sketch[place][band..band + 4];
            if bins.iter().all(|b| *b == u16::MAX) {
                continue;
            }
            let key = mix(bins.iter().fold(band as u64 + 1, |h, b| h << 14 ^ h >> 9 ^ u64::from(*b)));
            let (mut slot, hash) = (key as usize & mask, (key >> 32) as u32);
            while self.table[slot].1 != NONE && self.table[slot].0 != hash {
                slot = (slot + 1) & mask;
            }
            let last = self.table[slot].1;
            self.table[slot] = (hash, place as u32);
            if last != NONE && self.same(parts, last as usize, place) {
                let (a, b) = (root(&mut self.parent, last), root(&mut self.parent, place as u32));
                self.parent[a.max(b) as usize] = a.min(b);
            }
        }
        self.at = to;
        if self.at == self.post.len() {
            (self.stage, self.at) = (self.stage + 1, 0);
            self.table.fill((0, NONE));
        }
    }

    fn same(&self, parts: &Parts<'_>, a: usize, b: usize) -> bool {
        let time = |place: usize| parts.data.posts.time.at(self.post[place] as usize).unwrap_or(0);
        let alike = self.sketch[a].iter().zip(&self.sketch[b]).filter(|(a, b)| a == b).count();
        alike >= ALIKE && (time(b) - time(a)).abs() <= WITHIN
    }

    /// The groups, and for each account its texts that could be compared and those of them that are in a group; whether
    /// any text could be.
    pub(super) fn finish(mut self, parts: &Parts<'_>) -> Result<Duplicated> {
        let accounts = parts.data.accounts.len();
        let author = |place: usize| parts.data.posts.author[self.post[place] as usize];
        let mut members: Vec<(u32, u32, u32)> = room(self.post.len())?;
        let mut parent = std::mem::take(&mut self.parent);
        for place in 0..self.post.len() {
            members.push((root(&mut parent, place as u32), author(place), self.post[place]));
        }
        members.sort_unstable();
        let mut found = Duplicated {
            groups: Vec::new(),
            posts: Vec::new(),
            texts: filled((0, 0), accounts)?,
            any: !members.is_empty(),
        };
        for chain in members.chunk_by(|a, b| a.0 == b.0) {
            let mut who: Vec<u32> = chain.iter().map(|m| m.1).filter(|a| *a != NONE).collect();
            who.dedup();
            let grouped = who.len() >= MIN_ACCOUNTS;
            for (_, author, post) in chain.iter().filter(|m| m.1 != NONE) {
                let texts = &mut found.texts[*author as usize];
                texts.0 += 1;
                texts.1 += u32::from(grouped);
                if grouped {
                    found.posts.push(*post);
                }
            }
            if grouped {
                found.groups.push(Group { accounts: who, ties: chain.len() as u32, density: 1.0 });
            }
        }
        found.posts.sort_unstable();
        found.groups = largest_first(found.groups, filled(NONE, accounts)?).0;
        Ok(found)
    }
}

fn root(parent: &mut [u32], mut place: u32) -> u32 {
    while parent[place as usize] != place {
        parent[place as usize] = parent[parent[place as usize] as usize];
        place = parent[place as usize];
    }
    place
}

/// Texts found more than once.
#[derive(Debug, Clone, Default)]
pub struct Duplicated {
    /// Accounts of each group.
    pub groups: Vec<Group>,
    /// Posts of all groups, in order.
    pub posts: Vec<u32>,
    /// Texts of each account that could be compared, and those in a group.
    pub texts: Vec<(u32, u32)>,
    /// Whether any text could be compared.
    pub any: bool,
}

impl Duplicated {
    /// Share of an account's own texts in groups; NaN below [`MIN_COUNT`].
    pub fn own(&self, account: usize) -> f64 {
        let (all, same) = self.texts.get(account).copied().unwrap_or_default();
        if all < MIN_COUNT { f64::NAN } else { f64::from(same) / f64::from(all) }
    }

    /// Share of those who engage and have texts, who have one in a group; NaN below [`MIN_COUNT`].
    pub fn of_engagers(&self, ground: &Ground, parts: &Parts<'_>, account: usize) -> f64 {
        let (mut all, mut same) = (0_u32, 0_u32);
        for (a, _) in ground.engaged(parts, account) {
            let texts = self.texts.get(a as usize).copied().unwrap_or_default();
            all += u32::from(texts.0 > 0);
            same += u32::from(texts.1 > 0);
        }
        if all < MIN_COUNT { f64::NAN } else { f64::from(same) / f64::from(all) }
    }

    /// Strength; NaN cannot be told.
    pub fn strength(&self, ground: &Ground, parts: &Parts<'_>, account: usize) -> f64 {
        // `max` of a number and NaN is the number.
        let share = self.own(account).max(self.of_engagers(ground, parts, account));
        if share.is_nan() { share } else { ramp(share, 0.5 * THRESHOLD, 1.5 * THRESHOLD) }
    }

    /// Whether an account is one that publishes little else than texts of groups, and did so [`MIN_COUNT`] times: once
    /// is what the share button of any news site makes people do.
    pub(super) fn acts_together(&self, account: usize) -> bool {
        let (all, same) = self.texts.get(account).copied().unwrap_or_default();
        same >= MIN_COUNT && 2 * same >= all
    }
}
