//! Look-alikes: who resembles the people that somebody ticked.

use super::circles::{Circles, Finder};
use super::vocabulary::{DIMENSIONS, Sketch, Vocabulary, alike, cosine, quantised, sketch};
use crate::error::{ErrorKind, Result};
use crate::graph::steps::{Steps, run};
use crate::graph::{Graph, Window};
use crate::math::{Sum, sqrt};
use crate::model::{Dataset, NONE, Strings};
use serde::Serialize;

/// Weight of features, of what is talked about, and of circles in the similarity.
pub const WEIGHTS: [f64; 3] = [0.4, 0.4, 0.2];
/// Standard deviations beyond which a feature counts no more.
const MOST: f64 = 4.0;
/// Features that must be known of both before they are compared: so many, and this share of those of the profile.
const LEAST: usize = 3;
const SHARE: f64 = 0.5;
/// Accounts of which words are learnt, evenly spaced: more would change no weight by much.
const LEARNT: usize = 20_000;
/// Posts, arcs and accounts that one step reads.
const POSTS: usize = 1_000;
const ARCS: usize = 1 << 18;
const ROWS: usize = 1 << 14;
/// Best accounts by their sketches whose words are then compared one by one.
const CLOSER: usize = 200;
/// Features that are shown, the closest ones and the most different ones.
const SHOWN: usize = 3;

/// What accounts are compared by.
#[derive(Debug, Clone)]
pub struct Sources<'a> {
    /// The study.
    pub data: &'a Dataset,
    /// Its texts.
    pub strings: &'a Strings,
    /// Span that counts.
    pub window: Window,
    /// Features by their names, a column each, NaN where unknown: scores of sub-factors, share on the subject, shares
    /// of re-shares and replies, participation, within-module degree, relay index, posts a week.
    pub features: Vec<(&'static str, &'a [f64])>,
    /// The attention graph and the community of each account; none without ties.
    pub circles: Option<(&'a Graph, &'a [u32])>,
}

/// Every account as vectors: what [`LookAlikes::like`] compares.
#[derive(Debug)]
pub struct LookAlikes {
    names: Vec<&'static str>,
    /// Mean and standard deviation of each feature.
    scales: Vec<(f64, f64)>,
    /// Standard scores, a row an account.
    features: Vec<f32>,
    /// Row of each account in `sketches`; [`NONE`] for one without words.
    sketch_of: Vec<u32>,
    sketches: Vec<Sketch>,
    circles: Vec<Circles>,
    communities: usize,
    accounts: usize,
    vocabulary: Vocabulary,
}

/// Makes the vectors of [`LookAlikes`], a block at a time.
///
/// - *Features* are standardised over the accounts where they are known.
/// - *Topics*: the words of an account's own posts (at most 200 of them, evenly spaced), each by
///   `(1 + ln count) · ln(accounts / accounts that use it)`, projected to 128 numbers of a byte.
/// - *Circles*: the shares of an account's ties that go to each community, the four greatest.
///
/// # Complexity
/// O(features + text + arcs); 4 bytes a feature, 128 for an account that writes, 20 for its circles.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Hashed TF-IDF by count sketch: Charikar, Chen and Farach-Colton 2002.
#[derive(Debug)]
pub struct MakeVectors<'a> {
    sources: Sources<'a>,
    made: LookAlikes,
    stage: Stage,
    at: usize,
    words: Vec<(u64, f64)>,
    finder: Option<Finder>,
    failed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Scale,
    Features,
    Learn,
    Sketch,
    Circles,
    Done,
}

impl<'a> MakeVectors<'a> {
    /// Prepares the vectors.
    ///
    /// # Errors
    /// `argument.invalid` for a feature that has not one number an account; `memory.exhausted`.
    pub fn new(sources: Sources<'a>) -> Result<MakeVectors<'a>> {
        let accounts = sources.data.accounts.len();
        let wrong =
            |name: &'static str| ErrorKind::InvalidArgument { name: "features", given: name.to_owned() };
        if let Some((name, _)) = sources.features.iter().find(|(_, column)| column.len() != accounts) {
            return Err(wrong(name).into());
        }
        let full = || ErrorKind::OutOfMemory { what: "look_alikes" };
        let mut made = LookAlikes {
            names: sources.features.iter().map(|(name, _)| *name).collect(),
            scales: Vec::new(),
            features: Vec::new(),
            sketch_of: Vec::new(),
            sketches: Vec::new(),
            circles: Vec::new(),
            communities: 0,
            accounts,
            vocabulary: Vocabulary::new().ok_or_else(full)?,
        };
        let mut finder = None;
        made.features.try_reserve_exact(accounts * made.names.len()).map_err(|_| full())?;
        made.sketch_of.try_reserve_exact(accounts).map_err(|_| full())?;
        if let Some((graph, community)) = sources.circles {
            if graph.nodes() != accounts || community.len() != accounts {
                return Err(wrong("circles").into());
            }
            made.circles.try_reserve_exact(accounts).map_err(|_| full())?;
            made.communities = community.iter().filter(|c| **c != NONE).max().map_or(0, |c| *c as usize + 1);
            finder = Some(Finder::new(made.communities).ok_or_else(full)?);
        }
        let words = Vec::new();
        Ok(MakeVectors { sources, made, stage: Stage::Scale, at: 0, words, finder, failed: false })
    }

    /// Goes on with the next stage once the present one has gone through all accounts.
    fn after(&mut self, next: Stage) {
        if self.at >= self.made.accounts {
            (self.stage, self.at) = (next, 0);
        }
    }

    fn scale(&mut self) {
        if let Some((_, column)) = self.sources.features.get(self.made.scales.len()) {
            let (mut sum, mut squares, mut known) = (Sum::default(), Sum::default(), 0.0);
            let values = || column.iter().filter(|x| x.is_finite());
            values().for_each(|x| sum.add(*x));
            values().for_each(|_| known += 1.0);
            let mean = sum.total() / known;
            values().for_each(|x| squares.add((x - mean) * (x - mean)));
            self.made.scales.push((mean, sqrt(squares.total() / known)));
        } else {
            self.stage = Stage::Features;
        }
    }

    fn features(&mut self) {
        let to = self.made.accounts.min(self.at + ROWS);
        for account in self.at..to {
            for ((_, column), (mean, deviation)) in self.sources.features.iter().zip(&self.made.scales) {
                let apart = (column[account] - mean) / deviation;
                // A feature that is the same for all tells nobody from anybody.
                let known = apart.is_finite() && *deviation > 1e-12 * mean.abs();
                let score = if known { apart.clamp(-MOST, MOST) as f32 } else { f32::NAN };
                self.made.features.push(score);
            }
        }
        self.at = to;
        self.after(Stage::Learn);
    }

    fn learn(&mut self) {
        let Sources { data, strings, window, .. } = self.sources;
        let (stride, mut read) = (self.made.accounts.div_ceil(LEARNT).max(1), 0);
        while read < POSTS && self.at < self.made.accounts {
            read += 1 + self.made.vocabulary.learn(data, strings, window, self.at);
            self.at += stride;
        }
        self.after(Stage::Sketch);
    }

    fn sketch(&mut self) {
        let Sources { data, strings, window, .. } = self.sources;
        let mut read = 0;
        while read < POSTS && self.at < self.made.accounts {
            read += 1 + self.made.vocabulary.words(data, strings, window, self.at, &mut self.words);
            let row = match sketch(&self.words) {
                Some(sketch) => {
                    self.failed |= self.made.sketches.try_reserve(1).is_err();
                    if self.failed {
                        return;
                    }
                    self.made.sketches.push(sketch);
                    self.made.sketches.len() as u32 - 1
                }
                None => NONE,
            };
            self.made.sketch_of.push(row);
            self.at += 1;
        }
        self.after(Stage::Circles);
    }

    fn circles(&mut self) {
        if let (Some((graph, community)), Some(finder)) = (self.sources.circles, &mut self.finder) {
            let mut read = 0;
            while read < ARCS && self.at < self.made.accounts {
                read += 16 + graph.in_degree(self.at) + graph.out_degree(self.at);
                self.made.circles.push(finder.of(graph, community, self.at));
                self.at += 1;
            }
        } else {
            self.at = self.made.accounts;
        }
        self.after(Stage::Done);
    }
}

impl Steps for MakeVectors<'_> {
    type Output = Result<LookAlikes>;

    fn step(&mut self) -> bool {
        match self.stage {
            _ if self.failed => return true,
            Stage::Scale => self.scale(),
            Stage::Features => self.features(),
            Stage::Learn => self.learn(),
            Stage::Sketch => self.sketch(),
            Stage::Circles => self.circles(),
            Stage::Done => {}
        }
        self.stage == Stage::Done
    }

    fn share_done(&self) -> f64 {
        let (from, length) = match self.stage {
            Stage::Scale => (0.0, 0.0),
            Stage::Features => (0.02, 0.08),
            Stage::Learn => (0.1, 0.3),
            Stage::Sketch => (0.4, 0.5),
            Stage::Circles => (0.9, 0.1),
            Stage::Done => (1.0, 0.0),
        };
        from + length * (self.at as f64 / self.made.accounts.max(1) as f64).min(1.0)
    }

    fn finish(self) -> Result<LookAlikes> {
        if self.failed { Err(ErrorKind::OutOfMemory { what: "look_alikes" }.into()) } else { Ok(self.made) }
    }
}

/// A feature of somebody beside that of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Beside {
    /// Its name.
    pub feature: &'static str,
    /// Value of the account.
    pub value: f64,
    /// Value of the profile: the mean of those ticked.
    pub typical: f64,
    /// How many standard deviations lie between the two; positive where the account has more.
    pub apart: f64,
}

/// Somebody who resembles the profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LookAlike {
    /// Account.
    pub account: u32,
    /// Similarity, at most 1, by what could be compared.
    pub similarity: f64,
    /// Share of the weight of the profile that could be compared, 0 to 1: people are ordered by the product of the two.
    pub compared: f64,
    /// Cosine of the features; NaN where too few are known.
    pub features: f64,
    /// Cosine of what is talked about; NaN where one of the two says nothing.
    pub topics: f64,
    /// Overlap of circles; NaN where one has no ties.
    pub circles: f64,
    /// The features that are closest, and those most different.
    pub closest: Vec<Beside>,
    /// The features that are most different.
    pub different: Vec<Beside>,
}

/// The profile of the people ticked.
struct Profile {
    features: Vec<f64>,
    sketch: Option<Sketch>,
    circles: Vec<f32>,
    has_circles: bool,
    /// Features that are known.
    known: usize,
}

impl LookAlikes {
    /// The accounts nearest to those ticked, best first, these left out: by similarity times the share of the profile that
    /// could be compared, so that whoever says nothing is not put before those who speak alike.
    ///
    /// `.4 cos(features) + .4 cos(topics) + .2 overlap(circles)`; what is unknown of one of the two is left out, and the
    /// other weights scaled up. The profile is the mean of those ticked: three of them or more make a better one. The
    /// best by their sketches are compared again by all of their words.
    ///
    /// # Complexity
    /// O(accounts · (features + 128)), then the text of 200 accounts.
    pub fn like(&mut self, sources: &Sources<'_>, ticked: &[u32], most: usize) -> Vec<LookAlike> {
        let mut ticked: Vec<u32> = ticked.iter().copied().filter(|a| (*a as usize) < self.accounts).collect();
        ticked.sort_unstable();
        ticked.dedup();
        if ticked.is_empty() || most == 0 {
            return Vec::new();
        }
        let profile = self.profile(&ticked);
        let mut found: Vec<(f64, u32, [f64; 3])> = Vec::new();
        let mut ahead = ticked.iter().copied().peekable();
        for account in 0..self.accounts as u32 {
            if ahead.next_if_eq(&account).is_some() {
                continue;
            }
            let parts = self.parts(account, &profile);
            let (similarity, compared) = combined(parts, &profile);
            if !similarity.is_nan() {
                found.push((similarity * compared, account, parts));
            }
        }
        let best =
            |a: &(f64, u32, [f64; 3]), b: &(f64, u32, [f64; 3])| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        let kept = most.max(CLOSER).min(found.len());
        if kept < found.len() {
            found.select_nth_unstable_by(kept, best);
            found.truncate(kept);
        }
        let typical = self.typical_words(sources, &ticked);
        let mut words = Vec::new();
        for (order, account, parts) in found.iter_mut().filter(|held| !held.2[1].is_nan()) {
            let Sources { data, strings, window, .. } = *sources;
            self.vocabulary.words(data, strings, window, *account as usize, &mut words);
            parts[1] = alike(&words, &typical);
            let (similarity, compared) = combined(*parts, &profile);
            *order = similarity * compared;
        }
        found.sort_unstable_by(best);
        found.truncate(most);
        found.into_iter().map(|(_, account, parts)| self.shown(account, parts, &profile)).collect()
    }

    fn row(&self, account: u32) -> &[f32] {
        let width = self.names.len();
        &self.features[account as usize * width..][..width]
    }

    fn sketch_of(&self, account: u32) -> Option<&Sketch> {
        self.sketches.get(self.sketch_of[account as usize] as usize)
    }

    fn profile(&self, ticked: &[u32]) -> Profile {
        let features: Vec<f64> = (0..self.names.len())
            .map(|at| {
                let known = || ticked.iter().map(|a| f64::from(self.row(*a)[at])).filter(|x| !x.is_nan());
                known().sum::<f64>() / known().count() as f64
            })
            .collect();
        let mut sums = [0.0; DIMENSIONS];
        for sketch in ticked.iter().filter_map(|a| self.sketch_of(*a)) {
            let length = sqrt(sketch.iter().map(|x| f64::from(*x) * f64::from(*x)).sum());
            sums.iter_mut().zip(sketch).for_each(|(sum, x)| *sum += f64::from(*x) / length);
        }
        let mut circles = vec![0.0; self.communities];
        let tied: Vec<&Circles> =
            ticked.iter().filter_map(|a| self.circles.get(*a as usize)).filter(|c| c.are_known()).collect();
        tied.iter().for_each(|c| c.add_to(&mut circles, 1.0 / tied.len() as f32));
        Profile {
            known: features.iter().filter(|x| !x.is_nan()).count(),
            features,
            sketch: quantised(&sums),
            circles,
            has_circles: !tied.is_empty(),
        }
    }

    /// Features, topics and circles of an account beside those of the profile.
    fn parts(&self, account: u32, profile: &Profile) -> [f64; 3] {
        let (mut dot, mut own, mut typical, mut known) = (0.0, 0.0, 0.0, 0);
        for (x, y) in self.row(account).iter().map(|x| f64::from(*x)).zip(&profile.features) {
            if !x.is_nan() && !y.is_nan() {
                dot += x * y;
                own += x * x;
                typical += y * y;
                known += 1;
            }
        }
        let enough =
            known >= LEAST.max((SHARE * profile.known as f64) as usize) && own > 0.0 && typical > 0.0;
        let features = if enough { dot / sqrt(own * typical) } else { f64::NAN };
        let topics = match (self.sketch_of(account), &profile.sketch) {
            (Some(own), Some(typical)) => cosine(own, typical),
            _ => f64::NAN,
        };
        let circles = match self.circles.get(account as usize) {
            Some(circles) if profile.has_circles => circles.overlap(&profile.circles),
            _ => f64::NAN,
        };
        [features, topics, circles]
    }

    /// The mean of the words of those ticked, of length 1.
    fn typical_words(&mut self, sources: &Sources<'_>, ticked: &[u32]) -> Vec<(u64, f64)> {
        let Sources { data, strings, window, .. } = *sources;
        let (mut all, mut words) = (Vec::new(), Vec::new());
        for account in ticked {
            self.vocabulary.words(data, strings, window, *account as usize, &mut words);
            all.extend_from_slice(&words);
        }
        all.sort_by_key(|word| word.0);
        let sum = |same: &[(u64, f64)]| (same[0].0, same.iter().map(|word| word.1).sum::<f64>());
        let mut typical: Vec<(u64, f64)> = all.chunk_by(|a, b| a.0 == b.0).map(sum).collect();
        let length = sqrt(typical.iter().map(|word| word.1 * word.1).sum());
        typical.iter_mut().for_each(|word| word.1 /= length);
        typical
    }

    fn shown(&self, account: u32, parts: [f64; 3], profile: &Profile) -> LookAlike {
        let (similarity, compared) = combined(parts, profile);
        let natural = |at: usize, score: f64| self.scales[at].0 + score * self.scales[at].1;
        let mut beside: Vec<Beside> = Vec::new();
        for (at, (x, y)) in self.row(account).iter().map(|x| f64::from(*x)).zip(&profile.features).enumerate()
        {
            if !x.is_nan() && !y.is_nan() {
                let (value, typical) = (natural(at, x), natural(at, *y));
                beside.push(Beside { feature: self.names[at], value, typical, apart: x - y });
            }
        }
        beside.sort_by(|a, b| a.apart.abs().total_cmp(&b.apart.abs()));
        // A feature is either close or different, where there are few.
        let shown = SHOWN.min(beside.len() / 2);
        let different = beside.iter().rev().take(shown).copied().collect();
        beside.truncate(SHOWN.min(beside.len() - shown));
        let [features, topics, circles] = parts;
        LookAlike { account, similarity, compared, features, topics, circles, closest: beside, different }
    }
}

/// The weighted mean of what is known, NaN where neither features nor topics are; and its share of the weight of what is
/// known of the profile.
fn combined(parts: [f64; 3], profile: &Profile) -> (f64, f64) {
    if parts[0].is_nan() && parts[1].is_nan() {
        return (f64::NAN, 0.0);
    }
    let told = [profile.known >= LEAST, profile.sketch.is_some(), profile.has_circles];
    let (mut total, mut weight, mut all) = (0.0, 0.0, 0.0);
    for ((part, w), told) in parts.into_iter().zip(WEIGHTS).zip(told) {
        all += if told { w } else { 0.0 };
        if !part.is_nan() {
            total += w * part;
            weight += w;
        }
    }
    (total / weight, (weight / all).min(1.0))
}

/// [`LookAlikes`] in one call; see [`MakeVectors`].
///
/// # Errors
/// As [`MakeVectors::new`].
pub fn look_alikes(sources: &Sources<'_>) -> Result<LookAlikes> {
    run(MakeVectors::new(sources.clone())?)
}

#[cfg(test)]
mod tests {
    use super::super::testing::Cast;
    use super::*;

    #[test]
    fn who_resembles_those_ticked_in_numbers_words_and_circles() {
        let mut cast = Cast::new();
        for (who, words) in [
            ("t1", "café filtre torréfaction"),
            ("t2", "torréfaction café grains"),
            ("like", "filtre torréfaction grains"),
            ("number", "vélo montagne route"),
            ("word", "café filtre torréfaction grains"),
            ("far", "montagne vélo route"),
        ] {
            cast.says(who, 1, words);
        }
        let data = cast.data();
        let at = |handle: &str| cast.find(handle) as u32;
        let column = |values: [(&str, f64); 6]| {
            let mut column = vec![f64::NAN; 6];
            values.iter().for_each(|(who, x)| column[at(who) as usize] = *x);
            column
        };
        let make = |t1, t2, like, number, word, far| {
            column([("t1", t1), ("t2", t2), ("like", like), ("number", number), ("word", word), ("far", far)])
        };
        let reach = make(9.0, 8.0, 8.5, 9.0, 1.0, 0.0);
        let trust = make(7.0, 9.0, 8.0, 7.5, 2.0, 1.0);
        let rhythm = make(1.0, 2.0, 1.5, 1.5, 9.0, 9.5);
        let same = vec![4.0; 6];
        let sources = Sources {
            data: &data,
            strings: cast.strings(),
            window: Window::default(),
            features: vec![("reach", &reach), ("trust", &trust), ("rhythm", &rhythm), ("same", &same)],
            circles: None,
        };
        let mut made = look_alikes(&sources).unwrap();
        let found = made.like(&sources, &[at("t1"), at("t2"), at("t1"), 99], 10);
        let order: Vec<u32> = found.iter().map(|l| l.account).collect();
        assert_eq!(order, [at("like"), at("number"), at("word"), at("far")]);
        let best = &found[0];
        assert!(best.features > 0.95 && best.topics > 0.5 && best.circles.is_nan());
        assert!((best.similarity - (0.4 * best.features + 0.4 * best.topics) / 0.8).abs() < 1e-12);
        assert!(found[1].topics.abs() < 1e-12, "words in common are compared, not their sketches");
        assert!(found[2].topics > found[0].topics && found[2].features < -0.9);
        assert_eq!(
            (best.closest.len(), best.different.len()),
            (2, 1),
            "one that is the same for all is not shown"
        );
        assert!((best.closest[0].value - best.closest[0].typical).abs() < 1.0);
        assert!(made.like(&sources, &[], 5).is_empty());
        assert_eq!(made.like(&sources, &[at("t1")], 1).len(), 1);
    }

    #[test]
    fn whoever_says_nothing_is_not_put_before_those_who_speak_alike() {
        let mut cast = Cast::new();
        for (who, words) in [
            ("t", "café filtre"),
            ("alike", "café filtre"),
            ("silent", ""),
            ("other", "vélo"),
            ("last", "vélo"),
        ] {
            cast.says(who, 1, words);
        }
        let data = cast.data();
        let mut x = vec![0.0; 5];
        let at = |handle: &str| cast.find(handle);
        // In numbers, the silent one is nearer.
        (x[at("t")], x[at("silent")], x[at("alike")]) = (9.0, 9.0, 7.0);
        let mut y = x.clone();
        y[at("alike")] = 9.5;
        let sources = Sources {
            data: &data,
            strings: cast.strings(),
            window: Window::default(),
            features: vec![("x", &x), ("y", &y), ("z", &x)],
            circles: None,
        };
        let found = look_alikes(&sources).unwrap().like(&sources, &[at("t") as u32], 2);
        let shown: Vec<(usize, f64)> = found.iter().map(|l| (l.account as usize, l.compared)).collect();
        assert_eq!(shown, [(at("alike"), 1.0), (at("silent"), 0.5)]);
        assert!(found[1].similarity > found[0].similarity && found[1].topics.is_nan());
    }

    #[test]
    fn circles_break_ties_and_unknown_dimensions_are_skipped() {
        let mut cast = Cast::new();
        ["a", "b", "c", "d"].into_iter().for_each(|who| cast.says(who, 1, ""));
        let data = cast.data();
        let graph = Graph::from_sorted(4, &[0, 1, 2], vec![1, 0, 3], vec![1.0; 3]).unwrap();
        let community = [0, 0, 1, 1];
        let x = [1.0, 2.0, 2.0, 5.0];
        let y = [1.0, 2.0, 2.0, 5.0];
        let z = [1.0, f64::NAN, 2.0, 5.0];
        let w = [1.0, 2.0, 2.0, 5.0];
        let sources = Sources {
            data: &data,
            strings: cast.strings(),
            window: Window::default(),
            features: vec![("x", &x), ("y", &y), ("z", &z), ("w", &w)],
            circles: Some((&graph, &community)),
        };
        let found = look_alikes(&sources).unwrap().like(&sources, &[0], 3);
        assert_eq!(found.iter().map(|l| l.account).collect::<Vec<_>>(), [1, 2, 3]);
        assert!((found[0].circles, found[1].circles) == (1.0, 0.0) && found[0].topics.is_nan());
        assert!((found[0].features - found[1].features).abs() < 0.1);
        let nothing = Sources { features: vec![], circles: None, ..sources.clone() };
        assert!(look_alikes(&nothing).unwrap().like(&nothing, &[0], 3).is_empty(), "nothing to compare by");
        let short = Sources { features: vec![("x", &x[..2])], ..sources };
        assert_eq!(look_alikes(&short).unwrap_err().code(), "argument.invalid");
    }
}
