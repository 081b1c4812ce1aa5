//! Rising, fading, lasting, swinging: what the rows of a panel say of each account.

use super::panels::Panels;
use crate::math::beta::beta_quantile;
use crate::math::quantile::median_unsorted;
use crate::math::{Sum, log2};
use serde::Serialize;

/// Periods that are "recent".
pub const RECENT: usize = 4;
/// Periods before them that they are compared with.
pub const BASE: usize = 12;
/// Share of the active accounts of a period that is its top.
pub const TOP: f32 = 0.9;
/// Bounds of the prior: at least Jeffreys' half person, at most ten.
pub const PRIOR: (f64, f64) = (0.5, 10.0);
/// Accounts of one step.
const A_STEP: usize = 1 << 10;

/// Where an account is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Cannot be told.
    #[default]
    Unknown,
    /// Neither.
    Steady,
    /// More people than before, beyond chance, and a percentile that climbs.
    Rising,
    /// Fewer, and a percentile that falls.
    Fading,
}

/// Trends of every account. NaN is unknown: no panel, or nobody gave it credit in the periods compared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trends {
    /// `log2` of how many times as many people as before: 1 is twice as many.
    pub rise: Vec<f64>,
    /// Lower bound of 90 %.
    pub rise_low: Vec<f64>,
    /// Upper bound of 90 %.
    pub rise_high: Vec<f64>,
    /// Where it is going.
    pub direction: Vec<Direction>,
    /// Share of the periods in which it was active that it spent in the top tenth of those active.
    pub persistence: Vec<f64>,
    /// Median absolute deviation of its percentile, period by period.
    pub volatility: Vec<f64>,
    /// Periods in which it was active.
    pub active: Vec<u32>,
    /// Recent periods, and periods they are compared with.
    pub compared: (usize, usize),
    /// The prior: people that every account is given in advance, recently and before.
    pub prior: f64,
    /// Why nothing is known of anybody: a stable code.
    pub missing: Option<&'static str>,
}

/// Trends under way, some accounts a step.
///
/// `rise = log2((E_recent + m) / (E_base·ρ + m))`, `E` the people (counted once a period) of the last [`RECENT`]
/// periods and of the [`BASE`] before them, ρ the ratio of the two lengths. `m` is the shape of a gamma prior fitted to
/// all accounts by moments, between half a person and ten: one re-share more than none is not a rise. With
/// `λ_recent ~ Gamma(E_recent + m)` and `λ_base ~ Gamma(E_base + m/ρ)`, the share of the recent rate is a Beta number,
/// whose 5 % and 95 % quantiles bound the rise. Where fewer than 16 periods are complete, recent ones are at most half
/// of them.
///
/// Rising is a lower bound above 0 *and* a Theil–Sen slope of the percentile above 0; fading is the reverse.
///
/// # Complexity
/// O(accounts · periods).
#[derive(Debug)]
pub struct MakeTrends {
    trends: Trends,
    at: usize,
}

impl MakeTrends {
    /// Fits the prior. O(entries).
    pub fn new(panels: &Panels) -> MakeTrends {
        let accounts = panels.start.len().saturating_sub(1);
        let unknown = || vec![f64::NAN; accounts];
        let recent = RECENT.min(panels.periods / 2);
        let base = BASE.min(panels.periods - recent);
        let mut trends = Trends {
            rise: unknown(),
            rise_low: unknown(),
            rise_high: unknown(),
            direction: vec![Direction::Unknown; accounts],
            persistence: unknown(),
            volatility: unknown(),
            active: vec![0; accounts],
            compared: (recent, base),
            prior: f64::NAN,
            missing: panels.missing,
        };
        if panels.missing.is_none() {
            trends.prior = prior(panels, recent + base);
        }
        MakeTrends { at: if panels.missing.is_some() { accounts } else { 0 }, trends }
    }

    /// Reads some more accounts; returns whether all are read.
    pub fn step(&mut self, panels: &Panels) -> bool {
        let to = self.trends.rise.len().min(self.at + A_STEP);
        let mut percentiles = Vec::new();
        for account in self.at..to {
            self.read(panels, account, &mut percentiles);
        }
        self.at = to;
        self.at == self.trends.rise.len()
    }

    fn read(&mut self, panels: &Panels, account: usize, percentiles: &mut Vec<f64>) {
        let row = panels.row(account);
        if row.is_empty() {
            return;
        }
        let trends = &mut self.trends;
        let (recent, base) = trends.compared;
        let active = row.len() as u32;
        let top = panels.among_active[row.clone()].iter().filter(|p| **p >= TOP).count();
        trends.active[account] = active;
        trends.persistence[account] = top as f64 / f64::from(active);
        panels.percentiles(account, percentiles);
        let lately = percentiles[panels.periods - recent - base..].to_vec();
        trends.volatility[account] = spread(percentiles);
        let from = panels.periods - recent;
        let people = |periods: std::ops::Range<usize>| -> f64 {
            let inside = row.clone().filter(|e| periods.contains(&(panels.at[*e] as usize)));
            inside.map(|e| f64::from(panels.people[e])).sum()
        };
        let (now, before) = (people(from..panels.periods), people(from - base..from));
        if now + before == 0.0 {
            return;
        }
        let (ratio, m) = (recent as f64 / base as f64, trends.prior);
        let bound = |p: f64| {
            let share = beta_quantile(p, now + m, before + m / ratio);
            log2(share / ((1.0 - share) * ratio))
        };
        let (low, high) = (bound(0.05), bound(0.95));
        trends.rise[account] = log2((now + m) / (before * ratio + m));
        (trends.rise_low[account], trends.rise_high[account]) = (low, high);
        trends.direction[account] = if low > 0.0 && theil_sen(&lately) > 0.0 {
            Direction::Rising
        } else if high < 0.0 && theil_sen(&lately) < 0.0 {
            Direction::Fading
        } else {
            Direction::Steady
        };
    }

    /// Share of the accounts read.
    pub fn share_done(&self) -> f64 {
        if self.trends.rise.is_empty() { 1.0 } else { self.at as f64 / self.trends.rise.len() as f64 }
    }

    /// The trends.
    pub fn finish(self) -> Trends {
        self.trends
    }
}

impl Trends {
    /// Trends of a panel in one go.
    pub fn of(panels: &Panels) -> Trends {
        let mut making = MakeTrends::new(panels);
        while !making.step(panels) {}
        making.finish()
    }
}

/// Shape of the gamma that the accounts' rates are drawn from, by moments of their counts in the last periods.
fn prior(panels: &Panels, periods: usize) -> f64 {
    let from = panels.periods - periods;
    let (mut accounts, mut total, mut squares) = (0.0, Sum::default(), Sum::default());
    for account in 0..panels.start.len() - 1 {
        let row = panels.row(account);
        if row.is_empty() {
            continue;
        }
        let inside = row.filter(|e| panels.at[*e] as usize >= from);
        let people: f64 = inside.map(|e| f64::from(panels.people[e])).sum();
        accounts += 1.0;
        total.add(people);
        squares.add(people * people);
    }
    let mean = total.total() / accounts;
    let variance = squares.total() / accounts - mean * mean;
    // Beyond what chance alone makes counts differ; where there is nothing beyond it, all are alike.
    let beyond = variance - mean;
    let shape = if beyond > 0.0 { mean * mean / beyond } else { PRIOR.1 };
    shape.clamp(PRIOR.0, PRIOR.1)
}

/// Median absolute deviation from the median; the values are left in another order.
fn spread(values: &mut [f64]) -> f64 {
    let middle = median_unsorted(values);
    values.iter_mut().for_each(|v| *v = (*v - middle).abs());
    median_unsorted(values)
}

/// Slope of Theil and Sen: the median of the slopes of all pairs of values, one a period. NaN below two.
///
/// Source: Sen 1968.
///
/// ```
/// use sillage::time::theil_sen;
/// assert_eq!(theil_sen(&[1.0, 2.0, 3.0, 90.0, 5.0]), 1.0);
/// ```
pub fn theil_sen(values: &[f64]) -> f64 {
    let mut slopes = Vec::with_capacity(values.len() * values.len() / 2);
    for (j, later) in values.iter().enumerate() {
        slopes.extend(values[..j].iter().enumerate().map(|(i, earlier)| (later - earlier) / (j - i) as f64));
    }
    median_unsorted(&mut slopes)
}
