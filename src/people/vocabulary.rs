//! What accounts talk about, as vectors: hashed words by how telling they are, and small projections of them.

use crate::graph::Window;
use crate::math::{ln, sqrt};
use crate::model::{Dataset, PostKind, Strings};
use crate::text::{TokenKind, Tokenizer, is_stop_word};
use xxhash_rust::xxh3::xxh3_64;

/// Buckets that words fall into.
const BUCKETS: usize = 1 << 18;
/// Numbers of a projection.
pub const DIMENSIONS: usize = 128;
/// Posts that are read of an account, evenly spaced in time.
const POSTS: usize = 200;
/// Accounts of which a word must be before it tells anything.
const ACCOUNTS: u32 = 2;

/// A small projection of what an account says: a direction, each number from −127 to 127.
pub type Sketch = [i8; DIMENSIONS];

/// Words of the study by how many accounts use them; reads the words of accounts.
#[derive(Debug)]
pub struct Vocabulary {
    /// Accounts that use a word of each bucket; once learnt, see [`Vocabulary::weight`].
    accounts: Vec<u32>,
    /// Accounts that were learnt from.
    learnt: f64,
    tokenizer: Tokenizer,
    hashes: Vec<u64>,
}

impl Vocabulary {
    /// Nothing learnt yet; `None` where there is no memory for it.
    pub fn new() -> Option<Vocabulary> {
        let mut accounts = Vec::new();
        accounts.try_reserve_exact(BUCKETS).ok()?;
        accounts.resize(BUCKETS, 0);
        Some(Vocabulary { accounts, learnt: 0.0, tokenizer: Tokenizer::new(), hashes: Vec::new() })
    }

    /// Reads what an account wrote itself; returns the posts read. The words are in `hashes`, in order.
    fn read(&mut self, data: &Dataset, strings: &Strings, window: Window, account: usize) -> usize {
        self.hashes.clear();
        let posts = data.posts.of(account);
        let stride = posts.len().div_ceil(POSTS).max(1);
        let Vocabulary { tokenizer, hashes, .. } = self;
        let mut read = 0;
        for post in posts.iter().step_by(stride).map(|p| *p as usize) {
            if data.posts.kind[post] == PostKind::Repost || !window.contains(data.posts.time.at(post)) {
                continue;
            }
            read += 1;
            tokenizer.each(strings.get(data.posts.text[post]), |token| {
                let word =
                    matches!(token.kind, TokenKind::Word | TokenKind::Part | TokenKind::Tag { parts: 0 });
                let told = token.text.len() > 2 && !token.text.bytes().all(|b| b.is_ascii_digit());
                if word && told && !is_stop_word(token.text) {
                    hashes.push(xxh3_64(token.text.as_bytes()));
                }
            });
        }
        hashes.sort_unstable();
        read
    }

    /// Learns the words of an account; returns the posts read.
    pub fn learn(&mut self, data: &Dataset, strings: &Strings, window: Window, account: usize) -> usize {
        let read = self.read(data, strings, window, account);
        self.learnt += f64::from(u8::from(!self.hashes.is_empty()));
        for word in self.hashes.chunk_by(|a, b| a == b) {
            self.accounts[bucket(word[0])] += 1;
        }
        read
    }

    /// Weight of a word: `ln(accounts / accounts that use it)`; 0 for one that only an account or nobody uses.
    fn weight(&self, hash: u64) -> f64 {
        let users = self.accounts[bucket(hash)];
        if users < ACCOUNTS { 0.0 } else { ln((self.learnt / f64::from(users)).max(1.0)) }
    }

    /// The words of an account as (bucket, weight): `(1 + ln count) · weight`, of length 1; empty where nothing tells.
    /// With the posts read.
    pub fn words(
        &mut self,
        data: &Dataset,
        strings: &Strings,
        window: Window,
        account: usize,
        into: &mut Vec<(u64, f64)>,
    ) -> usize {
        let read = self.read(data, strings, window, account);
        into.clear();
        for word in self.hashes.chunk_by(|a, b| a == b) {
            let weight = self.weight(word[0]);
            if weight > 0.0 {
                into.push((word[0], weight * (1.0 + ln(word.len() as f64))));
            }
        }
        let length = sqrt(into.iter().map(|(_, w)| w * w).sum());
        into.iter_mut().for_each(|(_, w)| *w /= length);
        read
    }
}

fn bucket(hash: u64) -> usize {
    (hash >> 46) as usize
}

/// Projects words: each falls on one number, with a sign of its own (count sketch, Charikar, Chen and Farach-Colton
/// 2002). `None` where nothing is left.
pub fn sketch(words: &[(u64, f64)]) -> Option<Sketch> {
    let mut sums = [0.0; DIMENSIONS];
    for (hash, weight) in words {
        let sign = if hash >> 7 & 1 == 0 { 1.0 } else { -1.0 };
        sums[(hash & 127) as usize] += sign * weight;
    }
    quantised(&sums)
}

/// A direction in whole numbers, the greatest of them 127; `None` for no direction.
pub fn quantised(sums: &[f64; DIMENSIONS]) -> Option<Sketch> {
    let most = sums.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
    // Rounding half away from zero, by truncation of a whole number and a half.
    let whole = |x: f64| (x / most * 127.0 + if x < 0.0 { -0.5 } else { 0.5 }) as i8;
    (most > 0.0).then(|| sums.map(whole))
}

/// Cosine of two directions.
pub fn cosine(a: &Sketch, b: &Sketch) -> f64 {
    let (mut dot, mut aa, mut bb) = (0_i32, 0_i32, 0_i32);
    for (x, y) in a.iter().zip(b) {
        let (x, y) = (i32::from(*x), i32::from(*y));
        dot += x * y;
        aa += x * x;
        bb += y * y;
    }
    f64::from(dot) / sqrt(f64::from(aa) * f64::from(bb))
}

/// Cosine of words, both of length 1 and in order.
pub fn alike(a: &[(u64, f64)], b: &[(u64, f64)]) -> f64 {
    let (mut at, mut dot) = (0, 0.0);
    for (word, weight) in a {
        while b.get(at).is_some_and(|held| held.0 < *word) {
            at += 1;
        }
        if let Some(held) = b.get(at).filter(|held| held.0 == *word) {
            dot += weight * held.1;
        }
    }
    dot
}

#[cfg(test)]
mod tests {
    use super::super::testing::Cast;
    use super::*;

    #[test]
    fn words_that_few_use_tell_most_and_those_of_one_nothing() {
        let mut cast = Cast::new();
        cast.says("a", 1, "le café filtre torréfié unique");
        cast.says("b", 2, "café filtre torréfié");
        cast.says("c", 3, "café vélo");
        cast.says("d", 4, "café vélo montagne");
        let (data, strings) = (cast.data(), cast.strings());
        let mut vocabulary = Vocabulary::new().unwrap();
        let window = Window::default();
        (0..4).for_each(|a| assert_eq!(vocabulary.learn(&data, strings, window, a), 1));
        let mut words = |handle: &str| {
            let mut words = Vec::new();
            vocabulary.words(&data, strings, window, cast.find(handle), &mut words);
            words
        };
        let (a, b, c) = (words("a"), words("b"), words("c"));
        assert_eq!((a.len(), b.len(), c.len()), (2, 2, 1), "everybody says one word, nobody else another");
        assert!((alike(&a, &b) - 1.0).abs() < 1e-12 && alike(&a, &c) == 0.0);
        let (x, y, z) = (sketch(&a).unwrap(), sketch(&b).unwrap(), sketch(&c).unwrap());
        assert!((cosine(&x, &y) - 1.0).abs() < 1e-12 && cosine(&x, &z).abs() < 0.8);
        assert!(sketch(&[]).is_none());
    }
}
