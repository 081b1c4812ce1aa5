//! Panels: how many people made each account's posts travel, week by week.

use crate::model::Millis;
use crate::score::Context;
use serde::Serialize;

const DAY: Millis = 86_400_000;
/// The epoch was a Thursday: weeks begin on Monday.
const MONDAY: Millis = -3 * DAY;
/// Complete periods below which nothing is said.
pub const MIN_PERIODS: usize = 6;
/// Ties looked at in one step.
const TIES_A_STEP: usize = 1 << 15;

/// What a panel is cut into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    /// ISO weeks.
    Weeks,
    /// Days, UTC.
    Days,
}

impl Period {
    fn length(self) -> Millis {
        match self {
            Period::Weeks => 7 * DAY,
            Period::Days => DAY,
        }
    }

    fn too_few(self) -> &'static str {
        match self {
            Period::Weeks => "too_few_weeks",
            Period::Days => "too_few_days",
        }
    }
}

/// People who gave each account credit in each complete period: sparse, one row an account.
#[derive(Debug, Clone, PartialEq)]
pub struct Panels {
    /// What the periods are.
    pub period: Period,
    /// How many are complete.
    pub periods: usize,
    /// Start of the first one.
    pub first: Millis,
    /// Where the row of each account begins; one more than accounts.
    pub start: Vec<u32>,
    /// Periods in which somebody gave credit, in order.
    pub at: Vec<u32>,
    /// How many people did.
    pub people: Vec<u32>,
    /// Mid-rank percentile of each entry among the accounts that anybody gave credit in the panel, 0 to 1.
    pub percentile: Vec<f32>,
    /// The percentile of an account that nobody gave any in a period.
    pub percentile_of_none: Vec<f32>,
    /// Mid-rank percentile of each entry among the accounts active in its period.
    pub among_active: Vec<f32>,
    /// Why there is no panel: a stable code.
    pub missing: Option<&'static str>,
}

/// A panel under way, over some ties a step. The study is handed in at each step.
#[derive(Debug)]
pub struct MakePanels {
    panels: Panels,
    account: usize,
    counts: Vec<u32>,
    met: Vec<u32>,
}

impl Panels {
    /// Makes a panel in one go. O(ties + entries · log entries).
    pub fn of(context: &Context<'_>, period: Period) -> Panels {
        let mut making = MakePanels::new(context, period);
        while !making.step(context) {}
        making.finish()
    }

    /// The periods and people of an account.
    pub fn row(&self, account: usize) -> std::ops::Range<usize> {
        self.start[account] as usize..self.start[account + 1] as usize
    }

    /// Weekly percentiles of an account, period by period, nobody's included.
    pub fn percentiles(&self, account: usize, into: &mut Vec<f64>) {
        into.clear();
        into.extend(self.percentile_of_none.iter().map(|p| f64::from(*p)));
        for entry in self.row(account) {
            into[self.at[entry] as usize] = f64::from(self.percentile[entry]);
        }
    }

    /// Fills the percentiles in, all rows being there.
    fn rank(&mut self) {
        let active = (1..self.start.len()).filter(|a| self.start[*a] > self.start[a - 1]).count();
        let mut by_period: Vec<Vec<u32>> = vec![Vec::new(); self.periods];
        for (entry, period) in self.at.iter().enumerate() {
            by_period[*period as usize].push(entry as u32);
        }
        self.percentile = vec![f32::NAN; self.at.len()];
        self.among_active = vec![f32::NAN; self.at.len()];
        for entries in &mut by_period {
            let people = |entry: &u32| self.people[*entry as usize];
            entries.sort_unstable_by_key(people);
            let none = active - entries.len();
            self.percentile_of_none.push((0.5 * none as f64 / active.max(1) as f64) as f32);
            let mut below = 0;
            for alike in entries.chunk_by(|a, b| people(a) == people(b)) {
                let middle = below as f64 + 0.5 * alike.len() as f64;
                for entry in alike {
                    self.percentile[*entry as usize] = ((none as f64 + middle) / active as f64) as f32;
                    self.among_active[*entry as usize] = (middle / entries.len() as f64) as f32;
                }
                below += alike.len();
            }
        }
    }
}

impl MakePanels {
    /// Prepares a panel. What cannot be is missing from the start.
    pub fn new(context: &Context<'_>, period: Period) -> MakePanels {
        let length = period.length();
        let origin = if period == Period::Weeks { MONDAY } else { 0 };
        let day = |time: Millis| time.div_euclid(DAY) * DAY;
        // The first and the last day count as whole ones; a week needs all its seven.
        let (first, periods) = context.span.map_or((0, 0), |(first, last)| {
            let up = (day(first) - origin + length - 1).div_euclid(length);
            let down = (day(last) + DAY - origin).div_euclid(length);
            (up * length + origin, (down - up).max(0) as usize)
        });
        let missing = match (context.has_credit, context.span) {
            (false, _) => Some("no_ties"),
            (_, None) => Some("no_time"),
            _ => (periods < MIN_PERIODS).then(|| period.too_few()),
        };
        let panels = Panels {
            period,
            periods,
            first,
            start: vec![0],
            at: Vec::new(),
            people: Vec::new(),
            percentile: Vec::new(),
            percentile_of_none: Vec::new(),
            among_active: Vec::new(),
            missing,
        };
        MakePanels {
            panels,
            account: 0,
            counts: vec![0; if missing.is_none() { periods } else { 0 }],
            met: Vec::new(),
        }
    }

    /// Reads the ties of some more accounts; returns whether all are read.
    pub fn step(&mut self, context: &Context<'_>) -> bool {
        let accounts = context.accounts();
        let mut read = 0;
        while self.account < accounts && read < TIES_A_STEP {
            if self.panels.missing.is_none() {
                read += self.read(context) + 1;
            } else {
                read += 1;
            }
            self.panels.start.push(self.panels.at.len() as u32);
            self.account += 1;
        }
        self.account == accounts
    }

    fn read(&mut self, context: &Context<'_>) -> usize {
        let (ties, length) = (&context.data.ties, self.panels.period.length());
        let mut read = 0;
        for arc in context.attention.graph.in_arcs(self.account) {
            self.met.clear();
            for tie in context.attention.ties_of(*arc as usize, ties, context.window) {
                read += 1;
                let off_topic = context
                    .topic
                    .is_some_and(|topic| topic.q.get(ties.post[tie] as usize).is_some_and(|q| *q <= 0.0));
                if !context.credit_layers[ties.layer[tie] as usize] || ties.weight[tie] <= 0.0 || off_topic {
                    continue;
                }
                let Some(time) = ties.time.at(tie) else { continue };
                let period = (time - self.panels.first).div_euclid(length);
                if (0..self.panels.periods as i64).contains(&period) {
                    self.met.push(period as u32);
                }
            }
            self.met.sort_unstable();
            self.met.dedup();
            for period in &self.met {
                self.counts[*period as usize] += 1;
            }
        }
        if read > 0 {
            for (period, count) in self.counts.iter_mut().enumerate().filter(|(_, count)| **count > 0) {
                self.panels.at.push(period as u32);
                self.panels.people.push(std::mem::take(count));
            }
        }
        read
    }

    /// Share of the accounts read.
    pub fn share_done(&self, context: &Context<'_>) -> f64 {
        if context.accounts() == 0 { 1.0 } else { self.account as f64 / context.accounts() as f64 }
    }

    /// The panel. Dated ties that all lie outside complete periods, or no dated tie at all, are said to be missing.
    pub fn finish(mut self) -> Panels {
        if self.panels.missing.is_none() && self.panels.at.is_empty() {
            self.panels.missing = Some("no_time");
        }
        if self.panels.missing.is_none() {
            self.panels.rank();
        }
        self.panels
    }
}
