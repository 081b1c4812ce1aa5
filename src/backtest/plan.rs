//! When the data are cut, and what counts as having mattered afterwards.

use super::options::BackTestOptions;
use crate::model::{Dataset, Layer, Millis};
use crate::score::Analysis;
use crate::text::Topic;

/// Re-shares (or reactions) below which nothing can be told.
pub const MIN_EVENTS: usize = 300;
/// Milliseconds of a day.
pub const DAY: f64 = 86_400_000.0;

/// Which ties are events: somebody passed on, or reacted to, what an account did.
#[derive(Debug, Clone, Copy)]
pub struct Counts {
    /// Layers that count: those that credit is drawn from.
    pub layers: [bool; 7],
    /// The span of the settings.
    pub window: crate::graph::Window,
}

impl Counts {
    /// The events of an analysis.
    pub fn of(analysis: &Analysis) -> Counts {
        Counts { layers: analysis.credit_layers, window: analysis.window() }
    }

    /// Whether re-shares are what counts; reactions where there is none.
    pub fn reshares(&self) -> bool {
        self.layers[Layer::Repost as usize] || self.layers[Layer::Quote as usize]
    }

    /// Whether a tie is an event. A post about something else than the subject is none; one whose text is unknown is.
    #[inline]
    pub fn tie(&self, data: &Dataset, t: usize, topic: Option<&Topic>) -> bool {
        let ties = &data.ties;
        self.layers[ties.layer[t] as usize]
            && ties.weight[t] > 0.0
            && ties.time.at(t).is_some_and(|time| self.window.contains(Some(time)))
            && topic
                .and_then(|topic| topic.q.get(ties.post[t] as usize))
                .is_none_or(|q| q.is_nan() || *q > 0.0)
    }
}

/// One cut.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Origin {
    /// Everything strictly before is known.
    pub at: Millis,
    /// What happens from `at` on and before this is what was to be found.
    pub until: Millis,
}

/// When the data are cut.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// Events in all.
    pub events: usize,
    /// First and last event.
    pub span: Option<(Millis, Millis)>,
    /// How long people are looked at after a cut, milliseconds.
    pub horizon: f64,
    /// The cuts, from early to late.
    pub origins: Vec<Origin>,
    /// Why there is none: a stable code.
    pub reason: Option<&'static str>,
}

impl Plan {
    /// Plans the cuts of an analysis.
    pub fn of(analysis: &Analysis, options: &BackTestOptions) -> Plan {
        let (data, counts) = (&analysis.data, Counts::of(analysis));
        let mut plan = Plan::default();
        for t in (0..data.ties.len()).filter(|t| counts.tie(data, *t, analysis.topic.as_deref())) {
            let Some(time) = data.ties.time.at(t) else { continue };
            plan.events += 1;
            plan.span = Some(plan.span.map_or((time, time), |(a, b)| (a.min(time), b.max(time))));
        }
        let Some((first, last)) = plan.span else {
            let credited = (0..data.ties.len()).any(|t| counts.layers[data.ties.layer[t] as usize]);
            plan.reason = Some(if credited { "no_times" } else { "no_ties" });
            return plan;
        };
        let span = (last - first) as f64;
        plan.horizon = options.horizon_days.map_or(span / 6.0, |days| days * DAY);
        if plan.events < MIN_EVENTS {
            plan.reason = Some("few_events");
            return plan;
        }
        let mut at: Vec<Millis> = if options.at.is_empty() {
            options.shares.iter().map(|share| first + (span * share) as Millis).collect()
        } else {
            options.at.iter().map(|at| *at as Millis).collect()
        };
        at.sort_unstable();
        at.dedup();
        // What comes after a cut has to be whole; a hair of room for the last event itself.
        let whole = at.into_iter().filter(|at| *at > first && *at as f64 + plan.horizon <= last as f64 + 1.0);
        plan.origins = whole
            .map(|at| Origin { at, until: at.saturating_add((plan.horizon as Millis).max(1)) })
            .collect();
        if plan.origins.is_empty() || span <= 0.0 {
            plan.origins.clear();
            plan.reason = Some("short_span");
        }
        plan
    }
}

/// What happened after a cut, by account of the whole study.
#[derive(Debug, Default)]
pub struct Later {
    /// Distinct people who passed something of the account on.
    pub people: Vec<u32>,
    /// How often, people counted as often as they did.
    pub events: Vec<u32>,
    /// Posts of its own, re-shares left out.
    pub posts: Vec<u32>,
    /// Who passed on whom, each pair once.
    pub pairs: Vec<(u32, u32)>,
}

impl Later {
    /// What happened from a cut to its horizon. O(ties + posts).
    pub fn of(analysis: &Analysis, origin: Origin) -> Later {
        let (data, counts) = (&*analysis.data, Counts::of(analysis));
        let accounts = data.accounts.len();
        let mut later = Later {
            people: vec![0; accounts],
            events: vec![0; accounts],
            posts: vec![0; accounts],
            pairs: Vec::new(),
        };
        let inside = |time: Option<Millis>| time.is_some_and(|t| origin.at <= t && t < origin.until);
        for t in 0..data.ties.len() {
            if !inside(data.ties.time.at(t)) || !counts.tie(data, t, analysis.topic.as_deref()) {
                continue;
            }
            let pair = (data.ties.from[t], data.ties.to[t]);
            later.events[pair.1 as usize] += 1;
            // Ties are in the order of pairs.
            if later.pairs.last() != Some(&pair) {
                later.people[pair.1 as usize] += 1;
                later.pairs.push(pair);
            }
        }
        for post in 0..data.posts.known {
            let author = data.posts.author[post] as usize;
            if author < accounts
                && data.posts.kind[post] != crate::model::PostKind::Repost
                && inside(data.posts.time.at(post))
            {
                later.posts[author] += 1;
            }
        }
        later
    }
}
