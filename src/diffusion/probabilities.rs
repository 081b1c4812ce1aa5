//! How probably somebody re-shares a post of somebody else, learnt from what happened.

use super::Influence;
use super::build::Build;
use super::reshares::Reshares;
use crate::error::{ErrorKind, Result};
use crate::graph::column::{add_up, filled, room};
use crate::graph::steps::Steps;
use crate::graph::{Attention, Window};
use crate::math::beta_binomial::BetaBinomial;
use crate::math::{exp, exp2, ln_1p};
use crate::model::{Dataset, Millis, NONE, PostKind};
use crate::text::Topic;
use std::rc::Rc;

/// No probability is above this: nobody re-shares everything.
pub const MOST: f64 = 0.5;
/// Re-shares that name their post, at least, for anything to be learnt.
pub const LEAST: usize = 20;
/// Trials on the subject, weighted by how much they are, below which all posts are learnt from.
pub const ON_SUBJECT: f64 = 100.0;
/// Prior sample size where no pair has enough trials to tell.
pub const PRIOR: f64 = 10.0;
/// Pairs at the most that the prior sample size is fitted to.
const FITTED: usize = 200_000;
/// Shortest and longest time that somebody counts as present before the first and after the last action, where ties
/// do not fade.
const SLACK: (f64, f64) = (86_400_000.0, 90.0 * 86_400_000.0);
/// Arcs of one piece.
const PIECE: usize = 1 << 15;

/// What probabilities are learnt from.
#[derive(Debug, Clone)]
pub struct Log {
    /// The study.
    pub data: Rc<Dataset>,
    /// Its attention graph: only who ever attended to somebody can be activated by them.
    pub attention: Rc<Attention>,
    /// The span that counts.
    pub window: Window,
    /// First and last moment inside it.
    pub span: (Millis, Millis),
    /// Age at which a trial counts half, milliseconds; `None` is never.
    pub half_life: Option<f64>,
    /// How much posts are on the subject; `None` without one.
    pub topic: Option<Rc<Topic>>,
    /// Messages that each member of a team will publish, 1 or more: a pair's probability is that of re-sharing one of
    /// them at least.
    pub messages: f64,
}

/// Probabilities and what they rest on.
#[derive(Debug, Clone)]
pub struct Learned {
    /// Who may activate whom.
    pub influence: Influence,
    /// Pairs of a post and somebody who could have re-shared it.
    pub trials: f64,
    /// Those where it was re-shared.
    pub successes: f64,
    /// Whether they were learnt from posts on the subject.
    pub on_subject: bool,
    /// Prior sample size M.
    pub prior: f64,
}

/// Learns tie probabilities, a block of pairs at a time; `None` where the log does not say enough.
///
/// For a who attended to b at least once, the *trials* n are b's posts published while a was there: between a's first
/// and last action, give or take one half-life. The *successes* k are those that a re-shared. Both fade with the age
/// of the post. Then `p(b → a) = (k + M·μ_a)/(n + M)`, at most 0.5: μ_a is a's readiness to re-share anything, drawn
/// to that of all by a beta-binomial; M is the prior sample size of a beta-binomial over pairs, both fitted to counts
/// that do not fade. With a subject, the same is done with posts weighted by how much they are on it, and all posts
/// take the place of μ_a: `(k_s + M·p)/(n_s + M)`. Whoever had no trial gets no arc.
///
/// For a campaign of several messages, `1 − (1 − p)^messages` takes the place of p.
///
/// Posts whose own record is not in the files count when somebody re-shared them; re-shares that do not say of which
/// post cannot count. Where they are more than half, or [`LEAST`] is not met, nothing is learnt.
///
/// # Parameters
/// [`Log`].
///
/// # Complexity
/// O(posts · log posts + arcs · log posts of their targets + ties). Memory: 24 bytes an arc, 40 a post.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Goyal, Bonchi and Lakshmanan, "Learning influence probabilities in social networks", WSDM 2010 (the Bernoulli
/// model); presence, shrinkage and the back-off to all posts are ours.
#[derive(Debug)]
pub struct Learn {
    log: Log,
    slack: f64,
    published: Published,
    /// First and last action of each account; none where the first is after the last.
    present: Vec<(Millis, Millis)>,
    pairs: Vec<Pair>,
    totals: Totals,
    phase: Phase,
    failed: Option<crate::error::Error>,
    learned: Option<Learned>,
}

#[derive(Debug)]
enum Phase {
    Posts,
    Pairs,
    /// Adding up the counts of some pairs.
    Totals(usize),
    Fit,
    /// Telling the probabilities of some pairs.
    Arcs(usize, Fitted, Build),
    Build(Fitted, Build),
    Done,
}

/// Counts of all pairs: of each account (successes, trials), and together.
#[derive(Debug, Default)]
struct Totals {
    of: Vec<(f64, f64)>,
    successes: f64,
    trials: f64,
    on_subject: f64,
}

/// What probabilities are drawn to.
#[derive(Debug)]
struct Fitted {
    readiness: Option<BetaBinomial>,
    overall: f64,
    m: f64,
    by_subject: bool,
}

/// Counts of a pair: all that happened, the same faded, and faded on the subject.
#[derive(Debug, Clone, Copy, Default)]
struct Pair {
    k: u32,
    n: u32,
    faded: (f32, f32),
    subject: (f32, f32),
}

/// Posts that could be re-shared, by author and in order of time, with running totals.
#[derive(Debug, Default)]
struct Published {
    start: Vec<u32>,
    time: Vec<Millis>,
    /// Totals of faded and of faded on-subject weights before each post; one more entry than posts, over all authors.
    faded: Vec<f64>,
    subject: Vec<f64>,
    /// Place of each post in these columns; [`NONE`] where it is not.
    place: Vec<u32>,
}

impl Learn {
    /// Prepares learning.
    pub fn new(log: Log) -> Learn {
        let span = (log.span.1 - log.span.0).max(0) as f64;
        let slack = log.half_life.unwrap_or((span / 8.0).clamp(SLACK.0, SLACK.1));
        Learn {
            log,
            slack,
            published: Published::default(),
            present: Vec::new(),
            pairs: Vec::new(),
            totals: Totals::default(),
            phase: Phase::Posts,
            failed: None,
            learned: None,
        }
    }

    /// Finds what could be re-shared; whether it is enough to learn from.
    fn posts(&mut self) -> Result<bool> {
        let (log, data) = (&self.log, &*self.log.data);
        let posts = &data.posts;
        let reshares = Reshares::of(data, log.window)?;
        if reshares.named.len() < LEAST || reshares.named.len() * 2 < reshares.dated {
            return Ok(false);
        }
        let on_subject = |post: u32| {
            let q = log.topic.as_ref()?.q.get(post as usize)?;
            (!q.is_nan()).then(|| f64::from(*q))
        };
        // (author, time, post, how much on the subject)
        let mut list: Vec<(u32, Millis, u32, f64)> = Vec::new();
        let no_room = |_| ErrorKind::OutOfMemory { what: "probabilities" };
        list.try_reserve_exact(posts.known + reshares.by_post().count()).map_err(no_room)?;
        for post in (0..posts.known).filter(|post| posts.kind[*post] != PostKind::Repost) {
            let time = posts.time.at(post).filter(|time| log.window.contains(Some(*time)));
            if let (Some(time), true) = (time, posts.author[post] != NONE) {
                list.push((posts.author[post], time, post as u32, on_subject(post as u32).unwrap_or(0.0)));
            }
        }
        for shares in reshares.by_post() {
            let post = shares[0].post;
            let at = post as usize;
            let recorded = at < posts.known && posts.time.at(at).is_some();
            if !recorded && posts.author[at] != NONE {
                let subject = on_subject(post).or_else(|| on_subject(shares[0].by)).unwrap_or(0.0);
                list.push((posts.author[at], shares[0].time, post, subject));
            }
        }
        list.sort_unstable_by_key(|entry| (entry.0, entry.1, entry.2));
        let n = data.accounts.len();
        let mut published = Published {
            start: filled(0, n + 1)?,
            time: room(list.len())?,
            faded: room(list.len() + 1)?,
            subject: room(list.len() + 1)?,
            place: filled(NONE, posts.author.len())?,
        };
        let (mut faded, mut subject) = (0.0, 0.0);
        for (author, time, post, q) in &list {
            published.start[*author as usize + 1] += 1;
            published.place[*post as usize] = published.time.len() as u32;
            published.time.push(*time);
            published.faded.push(faded);
            published.subject.push(subject);
            let weight = fade(log, *time);
            faded += weight;
            subject += weight * q;
        }
        published.faded.push(faded);
        published.subject.push(subject);
        add_up(&mut published.start);
        self.published = published;
        self.present = present(data, log.window)?;
        self.pairs = room(log.attention.from.len())?;
        Ok(true)
    }

    /// Counts of the next arcs.
    fn count(&mut self) {
        let attention = self.log.attention.clone();
        let data = self.log.data.clone();
        let (graph, ties, posts) = (&attention.graph, &data.ties, &data.posts);
        let published = &self.published;
        let end = graph.arcs().min(self.pairs.len() + PIECE);
        let mut shared: Vec<u32> = Vec::new();
        for arc in self.pairs.len()..end {
            let (a, b) = (attention.from[arc] as usize, graph.out_to[arc] as usize);
            let row = published.start[b] as usize..published.start[b + 1] as usize;
            let (first, last) = self.present[a];
            let times = &published.time[row.clone()];
            let low = row.start + times.partition_point(|t| (*t as f64) < first as f64 - self.slack);
            let high = row.start + times.partition_point(|t| (*t as f64) <= last as f64 + self.slack);
            let high = if first <= last { high.max(low) } else { low };
            shared.clear();
            for tie in attention.ties_of(arc, ties, self.log.window) {
                let share =
                    matches!(ties.layer[tie], crate::model::Layer::Repost | crate::model::Layer::Quote);
                let by = ties.post[tie] as usize;
                if share && let Some(post) = posts.ref_post.get(by).filter(|post| **post != NONE) {
                    let place = published.place[super::reshares::root(&data, *post) as usize];
                    if row.contains(&(place as usize)) {
                        shared.push(place);
                    }
                }
            }
            shared.sort_unstable();
            shared.dedup();
            let mut pair = Pair {
                n: (high - low) as u32,
                faded: (0.0, (published.faded[high] - published.faded[low]) as f32),
                subject: (0.0, (published.subject[high] - published.subject[low]) as f32),
                k: shared.len() as u32,
            };
            for place in &shared {
                let at = *place as usize;
                let faded = (published.faded[at + 1] - published.faded[at]) as f32;
                let subject = (published.subject[at + 1] - published.subject[at]) as f32;
                pair.faded.0 += faded;
                pair.subject.0 += subject;
                // An old post that was re-shared all the same could be re-shared.
                if at < low || at >= high {
                    pair.n += 1;
                    pair.faded.1 += faded;
                    pair.subject.1 += subject;
                }
            }
            self.pairs.push(pair);
        }
    }

    /// Adds up the counts of some pairs; where the next ones begin.
    fn add_up(&mut self, from: usize) -> usize {
        let end = self.pairs.len().min(from + PIECE);
        let totals = &mut self.totals;
        for (pair, a) in self.pairs[from..end].iter().zip(&self.log.attention.from[from..end]) {
            let total = &mut totals.of[*a as usize];
            total.0 += f64::from(pair.k);
            total.1 += f64::from(pair.n);
            totals.successes += f64::from(pair.k);
            totals.trials += f64::from(pair.n);
            totals.on_subject += f64::from(pair.subject.1);
        }
        end
    }

    /// Fits the priors.
    fn fit(&self) -> Fitted {
        let totals = &self.totals;
        let stride = self.pairs.len().div_ceil(FITTED).max(1);
        let fitted = self.pairs.iter().step_by(stride).map(|p| (f64::from(p.k), f64::from(p.n)));
        Fitted {
            readiness: BetaBinomial::fit(totals.of.iter().copied()),
            overall: if totals.trials > 0.0 { totals.successes / totals.trials } else { 0.0 },
            m: BetaBinomial::fit(fitted).map_or(PRIOR, |prior| prior.alpha + prior.beta),
            by_subject: totals.on_subject >= ON_SUBJECT,
        }
    }

    /// Probabilities of some pairs; where the next ones begin.
    fn tell(&self, from: usize, fitted: &Fitted, build: &mut Build) -> Result<usize> {
        let end = self.pairs.len().min(from + PIECE);
        let (attention, totals) = (&*self.log.attention, &self.totals.of);
        let readiness_of = |a: usize| match &fitted.readiness {
            Some(prior) => prior.mean(totals[a].0, totals[a].1),
            None => fitted.overall,
        };
        let (m, messages) = (fitted.m, self.log.messages.max(1.0));
        let shrunk = |(k, n): (f32, f32), prior: f64| (f64::from(k) + m * prior) / (f64::from(n) + m);
        let known = (from..end).filter(|arc| self.pairs[*arc].n > 0);
        build.add(known.map(|arc| {
            let (a, pair) = (attention.from[arc], &self.pairs[arc]);
            let mut p = shrunk(pair.faded, readiness_of(a as usize));
            if fitted.by_subject {
                p = shrunk(pair.subject, p);
            }
            // 1 − (1 − p)^messages.
            let missed = exp(messages * ln_1p(-p.min(MOST)));
            (attention.graph.out_to[arc], a, (1.0 - missed) as f32)
        }))?;
        Ok(end)
    }

    fn advance(&mut self, phase: Phase) -> Result<Phase> {
        Ok(match phase {
            Phase::Posts => match self.posts()? {
                true => Phase::Pairs,
                false => Phase::Done,
            },
            Phase::Pairs => {
                self.count();
                if self.pairs.len() < self.log.attention.graph.arcs() {
                    return Ok(Phase::Pairs);
                }
                self.totals.of = filled((0.0, 0.0), self.log.data.accounts.len())?;
                Phase::Totals(0)
            }
            Phase::Totals(from) => match self.add_up(from) {
                end if end == self.pairs.len() => Phase::Fit,
                end => Phase::Totals(end),
            },
            Phase::Fit => {
                Phase::Arcs(0, self.fit(), Build::new(self.log.data.accounts.len(), self.pairs.len())?)
            }
            Phase::Arcs(from, fitted, mut build) => match self.tell(from, &fitted, &mut build)? {
                end if end == self.pairs.len() => {
                    self.pairs = Vec::new();
                    Phase::Build(fitted, build)
                }
                end => Phase::Arcs(end, fitted, build),
            },
            Phase::Build(fitted, mut build) => {
                if !build.step() {
                    return Ok(Phase::Build(fitted, build));
                }
                let learned = Learned {
                    influence: build.finish()?,
                    trials: self.totals.trials,
                    successes: self.totals.successes,
                    on_subject: fitted.by_subject,
                    prior: fitted.m,
                };
                self.learned = Some(learned).filter(|learned| learned.influence.arcs() > 0);
                Phase::Done
            }
            Phase::Done => Phase::Done,
        })
    }
}

/// What a trial of a moment counts.
fn fade(log: &Log, time: Millis) -> f64 {
    log.half_life.map_or(1.0, |h| exp2(-((log.span.1 - time).max(0) as f64) / h))
}

/// First and last action of each account inside a window.
fn present(data: &Dataset, window: Window) -> Result<Vec<(Millis, Millis)>> {
    let mut present = filled((Millis::MAX, Millis::MIN), data.accounts.len())?;
    let mut acted = |account: u32, time: Option<Millis>| {
        if let Some(time) = time.filter(|time| window.contains(Some(*time)))
            && let Some((first, last)) = present.get_mut(account as usize)
        {
            *first = time.min(*first);
            *last = time.max(*last);
        }
    };
    for post in 0..data.posts.known {
        acted(data.posts.author[post], data.posts.time.at(post));
    }
    for tie in 0..data.ties.len() {
        acted(data.ties.from[tie], data.ties.time.at(tie));
    }
    Ok(present)
}

impl Steps for Learn {
    type Output = Result<Option<Learned>>;

    fn step(&mut self) -> bool {
        let phase = std::mem::replace(&mut self.phase, Phase::Done);
        match self.advance(phase) {
            Ok(phase) => self.phase = phase,
            Err(error) => self.failed = Some(error),
        }
        matches!(self.phase, Phase::Done)
    }

    fn share_done(&self) -> f64 {
        let all = self.log.attention.graph.arcs().max(1) as f64;
        match &self.phase {
            Phase::Posts => 0.0,
            Phase::Pairs => 0.3 + 0.3 * self.pairs.len() as f64 / all,
            Phase::Totals(_) | Phase::Fit => 0.6,
            Phase::Arcs(at, ..) => 0.65 + 0.15 * *at as f64 / all,
            Phase::Build(_, build) => 0.8 + 0.2 * build.share_done(),
            Phase::Done => 1.0,
        }
    }

    fn finish(mut self) -> Result<Option<Learned>> {
        while !self.step() {}
        self.failed.map_or(Ok(self.learned), Err)
    }
}
