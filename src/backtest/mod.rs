//! The back-test: is the ranking right on the user's own data?
//!
//! The data are cut at some moments. What came before a cut ([`crate::model::Cut`]) is ranked as if nothing else were
//! known, everything recomputed; then the first places are compared with the people who really were passed on next, and
//! with what plain orders (followers, counts, PageRank, chance) would have found. Nothing of what came after a cut
//! can reach the ranking before it, since the cut study does not hold it.
//!
//! # Formula
//! `y_i` is the number of distinct people who re-shared `i` in `[T, T + H)`; the gain of a candidate is
//! `log2(1 + y_i)`; NDCG@k is `Σ gain / log2(place + 1)` over the first `k`, divided by the best possible sum;
//! `k = min(100, candidates / 10)`. Differences of NDCG, averaged over the cuts that can tell, have 95 % intervals by a
//! paired bootstrap over people: each counts a Poisson(1) number of times, the same in every order and every cut.
//!
//! # Symbols
//! | symbol | name |
//! |---|---|
//! | T | cut: 50, 60, 70, 80 % of the time between the first and the last event |
//! | H | horizon: a sixth of that time |
//! | candidate | account that received any interaction before T |
//! | y | people who re-shared it from T and before T + H |
//!
//! # Complexity
//! An analysis of what came before each cut, and O(ties + posts + candidates) for each; one cut study is held at a
//! time: at most the memory of the study and of its analysis again.
//!
//! # Source
//! The protocol of `docs/validity.md`, and of Bakshy, Hofman, Mason and Watts 2011 and DeVerna et al. 2024 before it:
//! observe, then evaluate on what comes next. NDCG: Järvelin and Kekäläinen 2002.

mod judge;
mod options;
mod outcome;
mod plan;
mod resample;
mod rivals;

pub use options::BackTestOptions;
pub use outcome::{CutAt, Difference, Marks, Named, OrderAt, OrderOver, Outcome, Verdict};
pub use plan::{MIN_EVENTS, Origin};
pub use rivals::Rival;

use crate::error::Result;
use crate::graph::pagerank::PageRank;
use crate::graph::steps::Steps;
use crate::math::log2;
use crate::model::{Dataset, Strings};
use crate::score::{Analysis, Settings};
use judge::Mattered;
use options::TENTH;
use plan::{DAY, Later, Plan};
use resample::{Heads, Resample};
use rivals::Before;
use std::rc::Rc;

/// Candidates passed on below which orders cannot be told apart.
pub const MIN_PASSED_ON: usize = 40;
/// Arcs and nodes that PageRank walks over in a step.
const ARCS_A_STEP: usize = 2_000_000;
/// Share of the candidates whose followers must be known for a reader to lean on them.
const MOSTLY: f64 = 0.5;

/// A back-test under way.
#[derive(Debug)]
pub struct BackTest {
    options: BackTestOptions,
    /// The analysis of the whole study.
    whole: Analysis,
    plan: Plan,
    cuts: Vec<CutAt>,
    /// First ones of every order after every cut.
    heads: Vec<Heads>,
    /// Share of the candidates that each order knows anything of, summed over the cuts.
    known: [f64; Rival::ALL.len()],
    people: Vec<Named>,
    /// Who the accounts of the present cut are.
    accounts: Vec<u32>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Cut,
    /// The cut study is being ranked by the caller.
    Ranking,
    Judge(Box<Judging>),
    Resample(Box<Resample>),
    Done,
}

/// The orders after one cut, under way.
#[derive(Debug)]
struct Judging {
    analysis: Analysis,
    pagerank: PageRank,
}

/// What a back-test asks of its caller.
#[derive(Debug)]
pub enum Ask {
    /// Rank this study with these settings, then call [`BackTest::ranked`].
    Rank(Box<Settings>, Rc<Dataset>),
    /// Go on.
    More,
    /// All is done.
    Nothing,
}

impl BackTest {
    /// Plans a back-test of an analysis.
    ///
    /// # Errors
    /// `argument.invalid` for options that cannot be.
    pub fn new(analysis: &Analysis, options: BackTestOptions) -> Result<BackTest> {
        let options = options.checked()?;
        let plan = Plan::of(analysis, &options);
        let stage = if plan.origins.is_empty() { Stage::Done } else { Stage::Cut };
        Ok(BackTest {
            options,
            whole: analysis.clone(),
            plan,
            cuts: Vec::new(),
            heads: Vec::new(),
            known: Default::default(),
            people: Vec::new(),
            accounts: Vec::new(),
            stage,
        })
    }

    /// Does the next piece, and says what comes next.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn step(&mut self, strings: &Strings) -> Result<Ask> {
        match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Cut => {
                let origin = self.plan.origins[self.cuts.len()];
                let cut = self.whole.data.before(origin.at)?;
                self.accounts = cut.accounts;
                self.stage = Stage::Ranking;
                return Ok(Ask::Rank(Box::new(self.settings()), Rc::new(cut.data)));
            }
            Stage::Ranking => self.stage = Stage::Ranking,
            Stage::Judge(mut judging) => {
                if rivals::step_pagerank(&mut judging.pagerank, ARCS_A_STEP) {
                    self.judge(*judging, strings);
                    self.accounts = Vec::new();
                    self.stage = if self.cuts.len() < self.plan.origins.len() {
                        Stage::Cut
                    } else {
                        let enough = self.cuts.iter().zip(&self.heads).filter(|c| c.0.enough).map(|c| c.1);
                        let seed = self.whole.settings.seed;
                        Stage::Resample(Box::new(Resample::new(enough, self.options.replicates, seed)))
                    };
                } else {
                    self.stage = Stage::Judge(judging);
                }
            }
            Stage::Resample(mut resample) => {
                let finished = resample.step();
                self.stage = Stage::Resample(resample);
                if finished {
                    return Ok(Ask::Nothing);
                }
            }
            Stage::Done => return Ok(Ask::Nothing),
        }
        Ok(Ask::More)
    }

    /// Takes the ranking that was asked for.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn ranked(&mut self, analysis: Analysis) -> Result<()> {
        let pagerank = rivals::pagerank_of_events(&analysis)?;
        self.stage = Stage::Judge(Box::new(Judging { analysis, pagerank }));
        Ok(())
    }

    /// Share of the whole that is done, `within` being that of the ranking under way.
    pub fn share_done(&self, within: f64) -> f64 {
        let cuts = self.plan.origins.len().max(1) as f64;
        match &self.stage {
            Stage::Done => 1.0,
            Stage::Resample(resample) => 0.95 + 0.05 * resample.share_done(),
            Stage::Cut => 0.95 * self.cuts.len() as f64 / cuts,
            Stage::Ranking => 0.95 * (self.cuts.len() as f64 + 0.9 * within) / cuts,
            Stage::Judge(_) => 0.95 * (self.cuts.len() as f64 + 0.95) / cuts,
        }
    }

    /// The settings, without what is only known of the whole.
    fn settings(&self) -> Settings {
        let mut settings = self.whole.settings.clone();
        // Communities are found again, and have other numbers.
        settings.audience.communities.clear();
        settings
    }

    /// Sets every order of a cut beside what came after it.
    fn judge(&mut self, judging: Judging, strings: &Strings) {
        let Judging { analysis, pagerank } = judging;
        let origin = self.plan.origins[self.cuts.len()];
        let later = Later::of(&self.whole, origin);
        let before = Before::of(&analysis);
        let candidates: Vec<u32> =
            (0..analysis.data.accounts.len() as u32).filter(|a| before.degree[*a as usize] > 0.0).collect();
        let who = |a: u32| self.accounts[a as usize];
        let people = |a: u32| later.people[who(a) as usize];
        let top = self.options.top.min(candidates.len() / TENTH).max(1).min(candidates.len());
        let mattered = Mattered::of(candidates.iter().map(|a| people(*a)).collect(), top);
        let passed_on = candidates.iter().filter(|a| people(**a) > 0).count();
        let posted: Vec<u32> =
            candidates.iter().copied().filter(|a| later.posts[who(*a) as usize] >= 2).collect();
        let rate = |a: u32| {
            let at = who(a) as usize;
            log2(1.0 + f64::from(later.events[at]) / f64::from(later.posts[at].max(1)))
        };
        let rated = posted.iter().filter(|a| later.events[who(**a) as usize] > 0).count();
        let rated_top = self.options.top.min(posted.len() / TENTH);
        let rates = if rated >= MIN_PASSED_ON && rated_top > 0 { &posted[..] } else { &[] };

        let mut is_candidate = vec![false; self.whole.data.accounts.len()];
        candidates.iter().for_each(|a| is_candidate[who(*a) as usize] = true);
        let to_candidates = |pair: &&(u32, u32)| is_candidate[pair.1 as usize];
        let mut passes = vec![0_u32; self.whole.data.accounts.len()];
        later.pairs.iter().filter(to_candidates).for_each(|pair| passes[pair.0 as usize] += 1);
        let passes: Vec<u32> = passes.into_iter().filter(|p| *p > 0).collect();
        let all: u64 = later.events.iter().map(|e| u64::from(*e)).sum();
        let reached: u64 = candidates.iter().map(|a| u64::from(later.events[who(*a) as usize])).sum();

        let pagerank = pagerank.finish().values;
        let followers = &self.whole.data.accounts.followers;
        let values = |name: Rival, a: u32| -> f64 {
            let at = a as usize;
            match name {
                Rival::Ours => -f64::from(analysis.scores.place[at]),
                Rival::Followers => followers[who(a) as usize],
                Rival::Reshares => before.reshares[at],
                Rival::People => before.people[at],
                Rival::Degree => before.degree[at],
                Rival::Mentions => before.mentions.as_ref().map_or(f64::NAN, |m| m[at]),
                Rival::Pagerank => pagerank[at],
                Rival::Activity => before.activity[at],
                Rival::Oracle => f64::from(people(a)),
                Rival::Random => f64::NAN,
            }
        };
        let places = judge::discounts(top);
        let gain = |a: u32| log2(1.0 + f64::from(people(a)));
        let gained = |order: &[u32], gain: &dyn Fn(u32) -> f64, places: &[f64]| {
            judge::discounted(order.iter().map(|a| (gain(*a), 1)), places)
        };
        let length = judge::head_length(top).min(candidates.len());
        let best = judge::head(&candidates, length, |a| values(Rival::Oracle, a));
        let ideal = gained(&best, &gain, &places);
        let most: u64 = best.iter().take(top).map(|a| u64::from(people(*a))).sum();
        let rated_places = judge::discounts(rated_top);
        let rated_ideal = gained(&judge::head(rates, rated_top, rate), &rate, &rated_places);
        let mean = |of: &[u32], gain: &dyn Fn(u32) -> f64| {
            crate::math::sum(of.iter().map(|a| gain(*a))) / of.len().max(1) as f64
        };
        let places_worth = crate::math::sum(places.iter().copied());

        let mut heads = Heads::new(top, mean(&candidates, &gain) * places_worth);
        let mut orders = Vec::with_capacity(Rival::ALL.len());
        let covered = |order: &[u32]| {
            let mut chosen = vec![false; self.whole.data.accounts.len()];
            order.iter().take(top).for_each(|a| chosen[who(*a) as usize] = true);
            let mut people: Vec<u32> =
                later.pairs.iter().filter(|p| chosen[p.1 as usize]).map(|p| p.0).collect();
            people.sort_unstable();
            people.dedup();
            people.len() as f64
        };
        for (at, name) in Rival::ALL.into_iter().enumerate() {
            let known = candidates.iter().filter(|a| !values(name, **a).is_nan()).count();
            let share =
                if name == Rival::Random { 1.0 } else { known as f64 / candidates.len().max(1) as f64 };
            self.known[at] += share;
            let marks = if share == 0.0 || ideal <= 0.0 {
                None
            } else if name == Rival::Random {
                let found = mattered.by_lot();
                let sum: u64 = candidates.iter().map(|a| u64::from(people(*a))).sum();
                let worth = crate::math::sum(rated_places.iter().copied());
                Some(Marks {
                    found,
                    precision: found / top as f64,
                    ndcg: heads.by_lot / ideal,
                    capture: sum as f64 * top as f64 / candidates.len() as f64 / most as f64,
                    covered: judge::covered_by_lot(&passes, candidates.len(), top),
                    per_post: (rated_ideal > 0.0).then(|| mean(rates, &rate) * worth / rated_ideal),
                })
            } else {
                let order = judge::head(&candidates, length, |a| values(name, a));
                let found = mattered.found(order.iter().take(top).map(|a| people(*a))) as f64;
                let kept: u64 = order.iter().take(top).map(|a| u64::from(people(*a))).sum();
                let per_post = (rated_ideal > 0.0).then(|| {
                    let first = judge::head(rates, rated_top, |a| values(name, a));
                    // The best order by the rate itself, not by people.
                    if name == Rival::Oracle {
                        1.0
                    } else {
                        gained(&first, &rate, &rated_places) / rated_ideal
                    }
                });
                let marks = Marks {
                    found,
                    precision: found / top as f64,
                    ndcg: gained(&order, &gain, &places) / ideal,
                    capture: kept as f64 / most as f64,
                    covered: covered(&order),
                    per_post,
                };
                heads.add(name, order.iter().map(|a| (who(*a), gain(*a))).collect());
                Some(marks)
            };
            orders.push(OrderAt { name, marks });
        }
        let enough = passed_on >= MIN_PASSED_ON;
        if enough {
            let first = judge::head(&candidates, top, |a| values(Rival::Ours, a));
            let view = |a: u32| {
                let accounts = &self.whole.data.accounts;
                let handle = accounts.handle[who(a) as usize];
                let shown = if handle.is_some() { handle } else { accounts.key[who(a) as usize] };
                strings.get(shown).to_owned()
            };
            let named = first.iter().enumerate().map(|(place, a)| Named {
                index: who(*a),
                handle: view(*a),
                place: place + 1,
                later: people(*a),
                mattered: mattered.includes(people(*a)),
            });
            self.people = named.collect();
        }
        let half_life_days = analysis.half_life.millis.map(|millis| millis / DAY);
        self.heads.push(heads);
        self.cuts.push(CutAt {
            at: origin.at as f64,
            until: origin.until as f64,
            candidates: candidates.len(),
            passed_on,
            top,
            mattered: mattered.seats,
            later_events: all as usize,
            ceiling: (all > 0).then(|| reached as f64 / all as f64),
            later_people: passes.len(),
            half_life_days,
            enough,
            posted: posted.len(),
            orders,
        });
    }

    /// The result.
    pub fn finish(self) -> Outcome {
        let counts = plan::Counts::of(&self.whole);
        let enough: Vec<&CutAt> = self.cuts.iter().filter(|c| c.enough).collect();
        let mean = |value: &dyn Fn(&CutAt) -> f64| {
            if enough.is_empty() {
                0.0
            } else {
                enough.iter().map(|c| value(c)).sum::<f64>() / enough.len() as f64
            }
        };
        let differences = match &self.stage {
            Stage::Resample(resample) if !enough.is_empty() => resample.differences(),
            _ => Default::default(),
        };
        let cuts = self.cuts.len().max(1) as f64;
        let orders = Rival::ALL.into_iter().enumerate().map(|(at, name)| {
            let all: Option<Vec<Marks>> = enough.iter().map(|c| c.orders[at].marks).collect();
            let marks = all.filter(|all| !all.is_empty()).map(|all| means(&all));
            let difference = differences[at].filter(|_| marks.is_some());
            let verdict = difference.map(|d| match d {
                d if d.low > 0.0 => Verdict::Better,
                d if d.high < 0.0 => Verdict::Worse,
                _ => Verdict::Alike,
            });
            OrderOver { name, marks, known: self.known[at] / cuts, difference, verdict }
        });
        let orders: Vec<OrderOver> = orders.collect();
        let best = self.cuts.iter().map(|c| c.passed_on).max().unwrap_or(0);
        let span = self.plan.span.map_or(0.0, |(first, last)| (last - first) as f64);
        let (reason, have, need) = match self.plan.reason {
            Some("few_events") => {
                (Some("few_events"), Some(self.plan.events as f64), Some(MIN_EVENTS as f64))
            }
            Some("short_span") => (Some("short_span"), Some(span / DAY), Some(2.0 * self.plan.horizon / DAY)),
            Some(reason) => (Some(reason), None, None),
            None if enough.is_empty() => (Some("few_people"), Some(best as f64), Some(MIN_PASSED_ON as f64)),
            None => (None, None, None),
        };
        let mut notes = Vec::new();
        if !self.cuts.is_empty() {
            notes.push("as_of_collection");
            if orders[Rival::Followers as usize].known > 0.0 {
                notes.push("followers_later");
            }
            if orders[Rival::Followers as usize].known < MOSTLY {
                notes.push(if orders[Rival::Followers as usize].known > 0.0 {
                    "followers_few"
                } else {
                    "no_followers"
                });
            }
            if !self.whole.settings.audience.communities.is_empty() {
                notes.push("target_communities");
            }
            if enough.len() < self.cuts.len() {
                notes.push("some_cuts");
            }
        }
        Outcome {
            reason,
            have,
            need,
            outcome: if counts.reshares() { "reshares" } else { "reactions" },
            on_subject: self.whole.topic.is_some(),
            events: self.plan.events,
            from: self.plan.span.map(|s| s.0 as f64),
            to: self.plan.span.map(|s| s.1 as f64),
            horizon_days: self.plan.horizon / DAY,
            enough: enough.len(),
            top: mean(&|c| c.top as f64),
            mattered: mean(&|c| c.mattered as f64),
            orders,
            people: self.people,
            replicates: self.options.replicates,
            seed: self.whole.settings.seed,
            notes,
            cuts: self.cuts,
        }
    }
}

/// Means of marks.
fn means(all: &[Marks]) -> Marks {
    let mean = |value: fn(&Marks) -> f64| all.iter().map(value).sum::<f64>() / all.len() as f64;
    let rated: Vec<f64> = all.iter().filter_map(|m| m.per_post).collect();
    Marks {
        found: mean(|m| m.found),
        precision: mean(|m| m.precision),
        ndcg: mean(|m| m.ndcg),
        capture: mean(|m| m.capture),
        covered: mean(|m| m.covered),
        per_post: (!rated.is_empty()).then(|| rated.iter().sum::<f64>() / rated.len() as f64),
    }
}
