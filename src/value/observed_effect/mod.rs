//! Observed effect: whether the public of an account does more after its posts than it does otherwise.

mod calendar;
mod chance;
mod public;
#[cfg(test)]
mod tests;

use crate::error::{ErrorKind, Result};
use crate::graph::steps::Steps;
use crate::score::Context;
use calendar::Calendar;
use public::{Publics, Series};

/// Share of false findings among the effects called measured.
pub const FALSE_FINDINGS: f64 = 0.1;

/// Where what comes before the events is this unlikely, the public was astir before the account posted.
pub const ASTIR: f64 = 0.05;

/// Parameters of [`Effect`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Params {
    /// Hours that an effect may take.
    pub hours: u32,
    /// Events of an account below which nothing is measured.
    pub min_events: usize,
    /// People of its public below which an event does not count.
    pub min_exposed: u32,
    /// People of its public that are looked at, at the most: beyond, a sample.
    pub most_exposed: usize,
    /// Draws of either permutation test.
    pub permutations: u32,
    /// Whether what the public does counts when it is a reaction to the account itself (credit counts that already).
    pub with_reactions: bool,
    /// Seed of everything random.
    pub seed: u64,
}

impl Default for Params {
    fn default() -> Self {
        Params {
            hours: 48,
            min_events: 5,
            min_exposed: 20,
            most_exposed: 4096,
            permutations: 999,
            with_reactions: false,
            seed: 1,
        }
    }
}

/// What was found of one account.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EffectOf {
    /// The account.
    pub account: u32,
    /// What was found.
    pub found: Found,
}

/// The outcome of a measurement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found {
    /// The data cannot tell.
    NotMeasurable {
        /// Why: a stable code.
        why: &'static str,
    },
    /// It was measured; see whether [`Measured::is_compatible`] before speaking of an effect.
    Measured(Measured),
}

/// A measured difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Of 100 people of the public, how many more were active on the subject after an event than in other weeks, less
    /// the same difference of people who do not know the account.
    pub per_100: f64,
    /// The first difference alone.
    pub public_per_100: f64,
    /// The second alone.
    pub others_per_100: f64,
    /// Events that count.
    pub events: usize,
    /// People of the public at an event, in the mean.
    pub exposed: f64,
    /// Probability of as much when the account had posted in other weeks, at the same hour of the same weekday.
    pub p_times: f64,
    /// Probability of as much more after than before, were it chance which comes first: what co-adoption by like-minded
    /// people comes to.
    pub p_order: f64,
    /// Probability of as much in the window *before* the events: where that is small, the public was astir already.
    pub p_before: f64,
    /// The larger of the first two.
    pub p: f64,
    /// p after Benjamini and Hochberg over all accounts measured.
    pub q: f64,
}

impl Measured {
    /// Whether the data are compatible with an effect. Never that it was caused.
    pub fn is_compatible(&self) -> bool {
        self.per_100 > 0.0 && self.q <= FALSE_FINDINGS && self.p_before > ASTIR
    }
}

/// Measures the effect of some accounts' posts on their public, an account a step.
///
/// **Events.** An account's posts on the subject (re-shares of others left out) that follow one another within the
/// window of 48 hours are one event; it begins with the first of them. **Public**: who reacted to the account, or
/// followed it, at least 48 hours before. **y**: how many of them are active on the subject (publish, re-share, answer)
/// in the 48 hours after; what they do in reaction to the account itself does not count, since credit counts it already.
///
/// **Difference in differences.** From y of an event is taken its mean over the same hour of the same weekday in all weeks
/// where the account did not post within 48 hours on either side; and from that the same difference of a matched public:
/// for everybody, somebody as active on the subject, of the same community if there is one, who never paid attention to
/// the account.
///
/// **Two tests, of which the weaker counts.**
/// 1. *Times*: each event is moved at random to one of its weeks, its own among them, 999 times. It asks whether the
///    weeks with events differ from those without.
/// 2. *Order*, the shuffle test of Anagnostopoulos and others with events for units: people who are alike post at the
///    same times without any influence, but then as many before each other as after. The difference of the 48 hours after
///    the first post of an event and the 48 hours before its last one keeps or changes its sign at random, 999 times. What
///    turns around in time like that is homophily or a common cause, not influence.
///
/// And nothing is called an effect where the 48 hours *before* the events already differ from other weeks (p ≤ 0.05):
/// whatever stirred the public did so before the account spoke.
///
/// q is the false discovery rate after Benjamini and Hochberg over the accounts measured.
///
/// What the tests cannot tell from influence: somebody who is regularly the first to know.
///
/// | why not measurable | |
/// |---|---|
/// | `no_posts`, `no_time` | no post on the subject, or none with a date |
/// | `too_short` | the data span less than a week and two windows |
/// | `few_events` | fewer than five events |
/// | `never_quiet` | posts without a pause of 48 hours: one long event |
/// | `few_exposed` | fewer than five events at which the public is twenty people who post themselves |
/// | `no_quiet_weeks` | fewer than five events with another week to compare with |
/// | `no_comparison` | for more than half of the public nobody like them is outside it |
///
/// # Complexity
/// O(posts + accounts) once; for each account O(posts of its public + slots of a quarter of an hour in the span +
/// events · (weeks + permutations)). Memory: 4 bytes a post, 8 an account, 40 a slot.
///
/// # Errors
/// See [`Effect::new`].
///
/// # Source
/// Anagnostopoulos, Kumar and Mahdian 2008, "Influence and correlation in social networks"; Benjamini and Hochberg 1995.
#[derive(Debug)]
pub struct Effect<'a> {
    context: Context<'a>,
    measuring: Measuring,
}

/// [`Effect`] without what it reads, for those who cannot keep that: it is given anew, and the same, at every step.
#[derive(Debug)]
pub struct Measuring {
    params: Params,
    accounts: Vec<u32>,
    stage: Stage,
    found: Vec<EffectOf>,
}

#[derive(Debug)]
enum Stage {
    Begin,
    /// Why nobody can be measured.
    Nothing(&'static str),
    Measure(Box<(Calendar, Publics)>),
    Failed(crate::error::Error),
}

impl<'a> Effect<'a> {
    /// Prepares to measure some accounts, in the order given.
    ///
    /// # Errors
    /// `argument.invalid` for an account that is not there, no hours, or more than a week of them.
    pub fn new(context: &Context<'a>, accounts: &[u32], params: Params) -> Result<Effect<'a>> {
        Ok(Effect { context: *context, measuring: Measuring::new(context, accounts, params)? })
    }
}

impl Steps for Effect<'_> {
    type Output = Result<Vec<EffectOf>>;

    fn step(&mut self) -> bool {
        self.measuring.step(&self.context)
    }

    fn share_done(&self) -> f64 {
        self.measuring.share_done()
    }

    fn finish(self) -> Result<Vec<EffectOf>> {
        self.measuring.finish()
    }
}

impl Measuring {
    /// Prepares to measure some accounts, in the order given.
    ///
    /// # Errors
    /// As [`Effect::new`].
    pub fn new(context: &Context<'_>, accounts: &[u32], params: Params) -> Result<Measuring> {
        let invalid = |name, given: u32| ErrorKind::InvalidArgument { name, given: given.to_string() };
        if let Some(account) = accounts.iter().find(|a| **a as usize >= context.accounts()) {
            return Err(invalid("accounts", *account).into());
        }
        if params.hours == 0 || params.hours > 168 {
            return Err(invalid("hours", params.hours).into());
        }
        Ok(Measuring { params, accounts: accounts.to_vec(), stage: Stage::Begin, found: Vec::new() })
    }

    fn begin(&self, context: &Context<'_>) -> Result<Stage> {
        let calendar = match Calendar::of(context, self.params.hours)? {
            Ok(calendar) => calendar,
            Err(why) => return Ok(Stage::Nothing(why)),
        };
        let publics = Publics::of(context, &calendar)?;
        Ok(Stage::Measure(Box::new((calendar, publics))))
    }

    fn measure(&mut self, context: &Context<'_>, account: u32) -> Result<Found> {
        let Stage::Measure(parts) = &mut self.stage else {
            return Ok(Found::NotMeasurable { why: "no_posts" });
        };
        let (calendar, publics) = &mut **parts;
        let no = |why| Ok(Found::NotMeasurable { why });
        let events = calendar.events(context, account);
        if events.bursts.len() < self.params.min_events {
            let enough = events.posts.len() >= self.params.min_events;
            return no(if enough { "never_quiet" } else { "few_events" });
        }
        let series = match publics.series(context, calendar, account, &self.params)? {
            Ok(series) => series,
            Err(why) => return no(why),
        };
        Ok(self.compare(&events, &series, account))
    }

    fn compare(&self, events: &calendar::Events, series: &Series, account: u32) -> Found {
        let Stage::Measure(parts) = &self.stage else { return Found::NotMeasurable { why: "no_posts" } };
        let calendar = &parts.0;
        let known = |at: usize| series.exposed[at] >= self.params.min_exposed;
        let bursts: Vec<_> = events.bursts.iter().filter(|b| known(b.0) && known(b.1)).collect();
        if bursts.len() < self.params.min_events {
            return Found::NotMeasurable { why: "few_exposed" };
        }
        let mut drawn = Vec::new();
        let (mut people, mut public, mut others) = (0.0, 0.0, 0.0);
        for (first, last) in bursts {
            let weeks = calendar.quiet_weeks(&events.posts, *first).filter(|at| known(*at));
            let mut places = vec![*first];
            places.extend(weeks);
            if places.len() < 2 {
                continue;
            }
            let weight = f64::from(series.exposed[*first]);
            let apart = |of: fn(&Series, usize) -> f64| {
                let rest: f64 = places[1..].iter().map(|at| of(series, *at)).sum();
                of(series, *first) - rest / (places.len() - 1) as f64
            };
            public += weight * apart(Series::public_after);
            others += weight * apart(Series::others_after);
            people += weight;
            let after = |at: usize| series.public_after(at) - series.others_after(at);
            let before = |at: usize| series.public_before(at) - series.others_before(at);
            drawn.push(chance::Event {
                weight,
                weeks: places.iter().map(|at| after(*at)).collect(),
                before: places.iter().map(|at| before(*at)).collect(),
                ahead: after(*first) - before(*last),
            });
        }
        if drawn.len() < self.params.min_events {
            return Found::NotMeasurable { why: "no_quiet_weeks" };
        }
        let chances = chance::tests(&drawn, self.params.permutations, self.params.seed, account);
        Found::Measured(Measured {
            per_100: 100.0 * (public - others) / people,
            public_per_100: 100.0 * public / people,
            others_per_100: 100.0 * others / people,
            events: drawn.len(),
            exposed: people / drawn.len() as f64,
            p_times: chances.times,
            p_order: chances.order,
            p_before: chances.before,
            p: chances.times.max(chances.order),
            q: f64::NAN,
        })
    }

    fn advance(&mut self, context: &Context<'_>) -> Result<bool> {
        if let Stage::Begin = self.stage {
            self.stage = self.begin(context)?;
            return Ok(self.accounts.is_empty());
        }
        let Some(account) = self.accounts.get(self.found.len()).copied() else { return Ok(true) };
        let found = match self.stage {
            Stage::Nothing(why) => Found::NotMeasurable { why },
            _ => self.measure(context, account)?,
        };
        self.found.push(EffectOf { account, found });
        Ok(self.found.len() == self.accounts.len())
    }

    /// Does the next piece; returns whether all is done.
    pub fn step(&mut self, context: &Context<'_>) -> bool {
        if let Stage::Failed(_) = self.stage {
            return true;
        }
        self.advance(context).unwrap_or_else(|error| {
            self.stage = Stage::Failed(error);
            true
        })
    }

    /// Share of the accounts looked at.
    pub fn share_done(&self) -> f64 {
        if self.accounts.is_empty() { 1.0 } else { self.found.len() as f64 / self.accounts.len() as f64 }
    }

    /// What was found of the accounts looked at so far.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn finish(mut self) -> Result<Vec<EffectOf>> {
        if let Stage::Failed(error) = self.stage {
            return Err(error);
        }
        let measured = self.found.iter_mut().filter_map(|of| match &mut of.found {
            Found::Measured(measured) => Some(measured),
            Found::NotMeasurable { .. } => None,
        });
        chance::false_discovery(measured.collect());
        Ok(self.found)
    }
}
