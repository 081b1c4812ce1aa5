//! A comparison under way.

use super::counts::{self, Counted};
use super::options::CompareOptions;
use super::outcome::{self, AccountChange, Changed, CommunityChange, Comparison, Kind, Mark, TotalChange};
use super::side::{Kept, Totals, totals};
use crate::error::Result;
use crate::graph::Window;
use crate::graph::community::timeline::{self, Timeline};
use crate::graph::steps::{Steps, run};
use crate::model::{Layer, Millis, Strings};
use crate::score::{Analysis, Settings};
use crate::uncertainty::{Bootstrap, BuildModel, REPLICATES, Uncertainty};

/// Events below which a window says nothing of anybody.
const MIN_EVENTS: u32 = 30;
/// Communities listed at the most, of each kind of change together.
const COMMUNITIES: usize = 30;
/// People named in a community.
const CENTRAL: usize = 3;
/// Windows whose lengths differ by more are told apart with a word.
const ALIKE: f64 = 1.1;

/// A comparison under way.
#[derive(Debug)]
pub struct Compare {
    options: CompareOptions,
    /// The analysis of the whole study.
    whole: Analysis,
    windows: [Window; 2],
    reason: Option<&'static str>,
    kept: Vec<Kept>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// The next window is to be ranked.
    Next,
    /// The caller ranks it.
    Ranking,
    Model(Box<(Analysis, BuildModel)>),
    Bootstrap(Box<(Analysis, Bootstrap)>),
    Done,
}

/// What a comparison asks of its caller.
#[derive(Debug)]
pub enum Ask {
    /// Rank the study with these settings, then call [`Compare::ranked`].
    Rank(Box<Settings>),
    /// Go on.
    More,
    /// All is done.
    Nothing,
}

impl Compare {
    /// Prepares a comparison of two windows of an analysed study.
    ///
    /// # Errors
    /// `argument.invalid` for windows that cannot be.
    pub fn new(analysis: &Analysis, options: CompareOptions) -> Result<Compare> {
        let data = &analysis.data;
        let times = data.ties.time.known(data.ties.len()).chain(data.posts.time.known(data.posts.known));
        let span = times.fold(None, |span: Option<(Millis, Millis)>, t| {
            Some(span.map_or((t, t), |(first, last)| (first.min(t), last.max(t))))
        });
        let closed = span.unwrap_or((0, 0));
        let before = options.before.window("before", closed)?;
        let after = options.after.window("after", closed)?;
        let (ends, begins) = (before.to.unwrap_or(0), after.from.unwrap_or(0));
        let reason = match span {
            None => Some("no_times"),
            Some(_) if after.to.unwrap_or(0) <= before.from.unwrap_or(0) => Some("reversed"),
            Some(_) if begins < ends => Some("overlap"),
            Some(_) => None,
        };
        let stage = if reason.is_some() { Stage::Done } else { Stage::Next };
        let whole = analysis.clone();
        Ok(Compare { options, whole, windows: [before, after], reason, kept: Vec::new(), stage })
    }

    /// Does the next piece, and says what comes next.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn step(&mut self) -> Result<Ask> {
        match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Next => {
                let mut settings = self.whole.settings.clone();
                settings.window = self.windows[self.kept.len()];
                // Communities are found again, and have other numbers.
                settings.audience.communities.clear();
                self.stage = Stage::Ranking;
                return Ok(Ask::Rank(Box::new(settings)));
            }
            Stage::Ranking => self.stage = Stage::Ranking,
            Stage::Model(mut under_way) => {
                self.stage = if under_way.1.step() {
                    let (analysis, model) = *under_way;
                    let seed = analysis.settings.seed;
                    let bootstrap = Bootstrap::new(model.finish()?, seed, REPLICATES)?;
                    Stage::Bootstrap(Box::new((analysis, bootstrap)))
                } else {
                    Stage::Model(under_way)
                }
            }
            Stage::Bootstrap(mut under_way) => {
                if under_way.1.step() {
                    let (analysis, bootstrap) = *under_way;
                    self.keep(&analysis, Some(&bootstrap.finish()));
                } else {
                    self.stage = Stage::Bootstrap(under_way);
                }
            }
            Stage::Done => return Ok(Ask::Nothing),
        }
        Ok(Ask::More)
    }

    /// Takes the ranking that was asked for.
    pub fn ranked(&mut self, analysis: Analysis) {
        if self.options.intervals && analysis.has_credit() {
            let model = BuildModel::new(&analysis);
            self.stage = Stage::Model(Box::new((analysis, model)));
        } else {
            self.keep(&analysis, None);
        }
    }

    fn keep(&mut self, analysis: &Analysis, sure: Option<&Uncertainty>) {
        self.kept.push(Kept::of(analysis, sure.filter(|s| s.missing.is_none())));
        self.stage = if self.kept.len() < self.windows.len() { Stage::Next } else { Stage::Done };
    }

    /// Share of the whole that is done, `within` being that of the ranking under way.
    pub fn share_done(&self, within: f64) -> f64 {
        let inside = match &self.stage {
            Stage::Done => return 1.0,
            Stage::Next => 0.0,
            Stage::Ranking => 0.5 * within,
            Stage::Model(_) => 0.5,
            Stage::Bootstrap(under_way) => 0.5 + 0.5 * under_way.1.share_done(),
        };
        (self.kept.len() as f64 + inside) / self.windows.len() as f64
    }

    /// The result.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn finish(self, strings: &Strings) -> Result<Comparison> {
        let analysis = &self.whole;
        let (layers, data) = (analysis.credit_layers, &*analysis.data);
        let reshares = layers[Layer::Repost as usize] || layers[Layer::Quote as usize];
        let length = |w: &Window| (w.to.unwrap_or(0) - w.from.unwrap_or(0)) as f64;
        let lengths = (length(&self.windows[0]), length(&self.windows[1]));
        let unit = counts::unit(lengths.0.min(lengths.1));
        let mut found = Comparison {
            outcome: if reshares { "reshares" } else { "reactions" },
            reason: self.reason,
            unit: unit as f64,
            dispersion: 1.0,
            ..Comparison::default()
        };
        let [mut before, mut after] = self.windows.map(|w| totals(analysis, w, unit));
        let topic = analysis.topic.as_deref();
        let on_subject = |t: usize| {
            let q = topic.and_then(|topic| topic.q.get(data.ties.post[t] as usize));
            q.is_none_or(|q| q.is_nan() || *q > 0.0)
        };
        let counts =
            |t: usize| layers[data.ties.layer[t] as usize] && data.ties.weight[t] > 0.0 && on_subject(t);
        if self.reason.is_none() {
            let [b, a] = self.windows.map(|w| Counted::of(data, w, unit, counts));
            let times = |c: &Counted| c.times.iter().map(|t| u64::from(*t)).sum::<u64>();
            before.side.sources = b.people.iter().filter(|p| **p > 0).count();
            after.side.sources = a.people.iter().filter(|p| **p > 0).count();
            for (side, kept) in [&mut before.side, &mut after.side].into_iter().zip(&self.kept) {
                side.half_life_days = kept.half_life_days;
            }
            let least = times(&b).min(times(&a));
            let empty = |side: &outcome::Side| side.posts + side.interactions == 0;
            found.reason = if empty(&before.side) {
                Some("empty_before")
            } else if empty(&after.side) {
                Some("empty_after")
            } else if least < u64::from(MIN_EVENTS) {
                (found.have, found.need) = (Some(least as f64), Some(f64::from(MIN_EVENTS)));
                Some("few_events")
            } else {
                None
            };
            found.dispersion = counts::dispersion(&b, &a);
            let changes = match found.reason {
                None => counts::changes(&b, &a, found.dispersion),
                Some(_) => vec![None; data.accounts.len()],
            };
            let told = |kind: Kind| changes.iter().flatten().filter(|c| c.kind == kind).count();
            found.tested = changes.iter().flatten().count();
            (found.up, found.down) = (told(Kind::Up), told(Kind::Down));
            let pairs = || b.times.iter().zip(&a.times);
            found.appeared = pairs().filter(|(b, a)| **b == 0 && **a > 0).count();
            found.gone = pairs().filter(|(b, a)| **b > 0 && **a == 0).count();
            found.accounts = self.accounts(strings, [(&b, &before), (&a, &after)], &changes);
            found.communities = self.communities(strings, &b, &a)?;
            if lengths.0.max(lengths.1) > ALIKE * lengths.0.min(lengths.1) {
                found.notes.push("lengths_differ");
            }
        }
        let units = (lengths.0 / unit as f64, lengths.1 / unit as f64);
        for (of, b, a) in
            [("posts", &before.posts, &after.posts), ("interactions", &before.ties, &after.ties)]
        {
            if let Some((ratio, low, high)) = counts::ratio(b, a, units).filter(|_| self.reason.is_none()) {
                found.totals.push(TotalChange { of, ratio, low, high });
            }
        }
        found.notes.push("no_control");
        if !analysis.settings.audience.communities.is_empty() {
            found.notes.push("target_communities");
        }
        (found.before, found.after) = (before.side, after.side);
        Ok(found)
    }

    /// The first of both rankings, and those who changed most surely.
    fn accounts(
        &self,
        strings: &Strings,
        sides: [(&Counted, &Totals); 2],
        changes: &[Option<Changed>],
    ) -> Vec<AccountChange> {
        let n = self.whole.data.accounts.len();
        let rank = |side: usize, a: usize| self.kept.get(side).map_or(0, |k| k.rank[a]);
        let mut listed = vec![false; n];
        for side in 0..2 {
            // Places may have holes where the window says nothing of an account.
            let mut first: Vec<u32> = (0..n as u32).filter(|a| rank(side, *a as usize) > 0).collect();
            first.sort_unstable_by_key(|a| rank(side, *a as usize));
            first.iter().take(self.options.most).for_each(|a| listed[*a as usize] = true);
        }
        // How far the nearer bound lies from no change.
        let sure = |a: usize| match &changes[a] {
            Some(c) if c.kind == Kind::Up => c.low,
            Some(c) if c.kind == Kind::Down => -c.high,
            _ => f64::NEG_INFINITY,
        };
        let mut changed: Vec<usize> = (0..n).filter(|a| sure(*a) > f64::NEG_INFINITY).collect();
        changed.sort_by(|a, b| sure(*b).total_cmp(&sure(*a)).then(a.cmp(b)));
        changed.iter().take(self.options.most).for_each(|a| listed[*a] = true);
        let mark = |side: usize, a: usize| {
            let ((counted, totals), kept) = (sides[side], self.kept.get(side));
            let told = |rank: u32| Some(rank).filter(|r| *r > 0);
            let own = told(rank(side, a));
            Mark {
                rank: own,
                rank_low: own.and_then(|_| told(*kept?.rank_low.get(a)?)),
                rank_high: own.and_then(|_| told(*kept?.rank_high.get(a)?)),
                people: counted.people[a],
                times: counted.times[a],
                posts: totals.own[a],
            }
        };
        let account = |a: usize| {
            let (before, after) = (mark(0, a), mark(1, a));
            AccountChange {
                index: a as u32,
                handle: self.handle(strings, a),
                only: match (before.times, after.times) {
                    (0, 1..) => Some("after"),
                    (1.., 0) => Some("before"),
                    _ => None,
                },
                before,
                after,
                change: changes[a],
            }
        };
        let mut found: Vec<AccountChange> = (0..n).filter(|a| listed[*a]).map(account).collect();
        let place = |rank: Option<u32>| rank.unwrap_or(u32::MAX);
        found.sort_by_key(|a| (place(a.after.rank), place(a.before.rank), a.index));
        found
    }

    fn handle(&self, strings: &Strings, account: usize) -> String {
        let accounts = &self.whole.data.accounts;
        let handle = accounts.handle[account];
        strings.get(if handle.is_some() { handle } else { accounts.key[account] }).to_owned()
    }

    /// What became of communities.
    fn communities(
        &self,
        strings: &Strings,
        before: &Counted,
        after: &Counted,
    ) -> Result<Vec<CommunityChange>> {
        let [b, a] = &self.kept[..] else { return Ok(Vec::new()) };
        if b.community.is_empty() || a.community.is_empty() {
            return Ok(Vec::new());
        }
        let partitions = vec![b.community.clone(), a.community.clone()];
        let history = run(Timeline::new(partitions, timeline::Params::default())?)?;
        let sizes = |window: usize, ids: &[u32]| -> Vec<u32> {
            let windows = &history.windows[window];
            let of = |id: &u32| windows.iter().find(|p| p.id == *id).map(|p| p.size);
            let mut sizes: Vec<u32> = ids.iter().filter_map(of).collect();
            sizes.sort_unstable_by(|a, b| b.cmp(a));
            sizes
        };
        let mut events: Vec<(u32, CommunityChange)> = Vec::new();
        for event in &history.events {
            let (was, is) = (sizes(0, &event.before), sizes(1, &event.after));
            let (window, ids, counted) =
                if event.after.is_empty() { (0, &event.before, before) } else { (1, &event.after, after) };
            let mut members: Vec<usize> =
                (0..history.of[window].len()).filter(|m| ids.contains(&history.of[window][*m])).collect();
            members.sort_by(|a, b| counted.people[*b].cmp(&counted.people[*a]).then(a.cmp(b)));
            let central = members.iter().take(CENTRAL).map(|m| self.handle(strings, *m)).collect();
            let weight = was.iter().sum::<u32>().max(is.iter().sum());
            let change = event.change.name();
            events.push((weight, CommunityChange { change, before: was, after: is, central }));
        }
        events.sort_by_key(|event| std::cmp::Reverse(event.0));
        events.truncate(COMMUNITIES);
        Ok(events.into_iter().map(|e| e.1).collect())
    }
}
