//! How often each account is passed on in a window, people counted once in a unit of time; and what changed.

use super::outcome::{Changed, Kind};
use crate::graph::Window;
use crate::math::beta::{beta_cdf, beta_quantile};
use crate::math::{Sum, exp, ln, log2, sqrt};
use crate::model::{Dataset, Millis};
use crate::time::PRIOR;

/// Milliseconds of a day.
pub const DAY: Millis = 86_400_000;
/// Units that the shorter window must hold.
const UNITS: f64 = 7.0;
/// Times passed on below which an account says nothing of how counts vary.
const SPOKEN_FOR: u32 = 5;
/// Share of false alarms among those told as changed.
const FALSE_ALARMS: f64 = 0.1;

/// Milliseconds of the unit: a day, or a shorter one where the shorter window holds too few.
pub fn unit(shortest: f64) -> Millis {
    let units = [DAY, DAY / 4, DAY / 24];
    units.into_iter().find(|unit| shortest / *unit as f64 >= UNITS).unwrap_or(DAY / 24)
}

/// Counts of one window.
#[derive(Debug, Default)]
pub struct Counted {
    /// Distinct people by account.
    pub people: Vec<u32>,
    /// The same, each counted once a unit.
    pub times: Vec<u32>,
    /// Units that the window holds.
    pub units: f64,
    /// Pearson's statistic of counts by unit, and its degrees of freedom.
    pearson: (f64, f64),
}

impl Counted {
    /// Counts the events of a window: ties for which `counts` holds. O(events · log events).
    pub fn of(data: &Dataset, window: Window, unit: Millis, counts: impl Fn(usize) -> bool) -> Counted {
        let n = data.accounts.len();
        let (from, to) = (window.from.unwrap_or(0), window.to.unwrap_or(0));
        let units = ((to - from) as f64 / unit as f64).max(1.0);
        let mut counted = Counted { people: vec![0; n], times: vec![0; n], units, pearson: (0.0, 0.0) };
        let ties = &data.ties;
        // One entry for each person, account and unit.
        let mut entries: Vec<(u32, u32)> = Vec::new();
        let mut start = 0;
        while start < ties.len() {
            let pair = (ties.from[start], ties.to[start]);
            let first = entries.len();
            let mut end = start;
            while end < ties.len() && (ties.from[end], ties.to[end]) == pair {
                if let Some(time) = ties.time.at(end).filter(|t| window.contains(Some(*t)) && counts(end)) {
                    entries.push((pair.1, ((time - from) / unit) as u32));
                }
                end += 1;
            }
            entries[first..].sort_unstable();
            let mut kept = first;
            for at in first..entries.len() {
                if at == first || entries[at] != entries[kept - 1] {
                    entries[kept] = entries[at];
                    kept += 1;
                }
            }
            entries.truncate(kept);
            counted.people[pair.1 as usize] += u32::from(kept > first);
            counted.times[pair.1 as usize] += (kept - first) as u32;
            start = end;
        }
        entries.sort_unstable();
        let bins = units.ceil();
        let (mut statistic, mut freedom) = (Sum::default(), 0.0);
        for of_account in entries.chunk_by(|a, b| a.0 == b.0) {
            let total = counted.times[of_account[0].0 as usize];
            if total < SPOKEN_FOR || bins < 2.0 {
                continue;
            }
            let mean = f64::from(total) / bins;
            let squares: f64 =
                of_account.chunk_by(|a, b| a.1 == b.1).map(|c| (c.len() * c.len()) as f64).sum();
            statistic.add(squares / mean - f64::from(total));
            freedom += bins - 1.0;
        }
        counted.pearson = (statistic.total(), freedom);
        counted
    }
}

/// How much more counts vary than chance alone would make them, over both windows; at least 1.
pub fn dispersion(before: &Counted, after: &Counted) -> f64 {
    let (statistic, freedom) = (before.pearson.0 + after.pearson.0, before.pearson.1 + after.pearson.1);
    if freedom > 0.0 { (statistic / freedom).max(1.0) } else { 1.0 }
}

/// What changed, by account; `None` where nothing was passed on in either window. O(accounts · log accounts).
pub fn changes(before: &Counted, after: &Counted, dispersion: f64) -> Vec<Option<Changed>> {
    let ratio = after.units / before.units;
    let pairs = || before.times.iter().zip(&after.times).map(|(b, a)| (f64::from(*b), f64::from(*a)));
    let m = prior(pairs().map(|(b, a)| (b + a) / dispersion).filter(|e| *e > 0.0));
    let change = |(b, a): (f64, f64)| {
        if a + b == 0.0 {
            return None;
        }
        let (now, was) = (a / dispersion, b / dispersion);
        let (alpha, beta) = (now + m, was + m / ratio);
        let bound = |p: f64| {
            let share = beta_quantile(p, alpha, beta);
            log2(share / ((1.0 - share) * ratio))
        };
        let below = beta_cdf(ratio / (1.0 + ratio), alpha, beta);
        Some(Changed {
            log2: log2((now + m) / (was * ratio + m)),
            low: bound(0.05),
            high: bound(0.95),
            p: (2.0 * below.min(1.0 - below)).clamp(0.0, 1.0),
            kind: Kind::Same,
        })
    };
    let mut found: Vec<Option<Changed>> = pairs().map(change).collect();
    let mut chances: Vec<f64> = found.iter().flatten().map(|c| c.p).collect();
    chances.sort_unstable_by(f64::total_cmp);
    let tested = chances.len() as f64;
    let kept = (1..).zip(&chances).filter(|(i, p)| **p <= FALSE_ALARMS * f64::from(*i) / tested).last();
    if let Some((_, most)) = kept {
        for change in found.iter_mut().flatten().filter(|c| c.p <= *most) {
            // A bound on the other side cannot be, at these chances; told apart all the same.
            change.kind = match change {
                Changed { low, .. } if *low > 0.0 => Kind::Up,
                Changed { high, .. } if *high < 0.0 => Kind::Down,
                _ => Kind::Same,
            };
        }
    }
    found
}

/// Shape of the gamma that rates are drawn from, by moments of the counts.
fn prior(counts: impl Iterator<Item = f64>) -> f64 {
    let (mut n, mut total, mut squares) = (0.0, Sum::default(), Sum::default());
    for count in counts {
        n += 1.0;
        total.add(count);
        squares.add(count * count);
    }
    if n == 0.0 {
        return PRIOR.0;
    }
    let mean = total.total() / n;
    let beyond = squares.total() / n - mean * mean - mean;
    let shape = if beyond > 0.0 { mean * mean / beyond } else { PRIOR.1 };
    shape.clamp(PRIOR.0, PRIOR.1)
}

/// Ratio of two rates with its 90 % interval, from counts by unit of each window; `None` where one window holds nothing
/// or too few units to say how counts vary.
pub fn ratio(before: &[f64], after: &[f64], units: (f64, f64)) -> Option<(f64, f64, f64)> {
    let (b, a): (f64, f64) = (before.iter().sum(), after.iter().sum());
    if b == 0.0 || a == 0.0 || before.len() < 2 || after.len() < 2 {
        return None;
    }
    let pearson = |counts: &[f64], total: f64| -> f64 {
        let mean = total / counts.len() as f64;
        counts.iter().map(|x| (x - mean) * (x - mean) / mean).sum()
    };
    let freedom = (before.len() + after.len() - 2) as f64;
    let dispersion = ((pearson(before, b) + pearson(after, a)) / freedom).max(1.0);
    let log = ln((a / units.1) / (b / units.0));
    let error = 1.644_853_626_951_472_7 * sqrt(dispersion * (1.0 / a + 1.0 / b));
    Some((exp(log), exp(log - error), exp(log + error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(times: &[u32], units: f64) -> Counted {
        Counted { people: times.to_vec(), times: times.to_vec(), units, pearson: (0.0, 0.0) }
    }

    #[test]
    fn the_unit_fits_the_shorter_window() {
        assert_eq!(unit(30.0 * DAY as f64), DAY);
        assert_eq!(unit(3.0 * DAY as f64), DAY / 4);
        assert_eq!(unit(DAY as f64), DAY / 24);
        assert_eq!(unit(0.0), DAY / 24);
    }

    #[test]
    fn rates_are_compared_and_not_counts() {
        // Twice as many in twice the time is no change.
        let mut times = vec![100, 10, 0];
        let before = counted(&times, 5.0);
        times = vec![200, 20, 0];
        let after = counted(&times, 10.0);
        let found = changes(&before, &after, 1.0);
        assert!(found[2].is_none());
        for change in found.iter().flatten() {
            assert!(change.log2.abs() < 0.1 && change.low < 0.0 && change.high > 0.0, "{change:?}");
            assert_eq!(change.kind, Kind::Same);
        }
    }

    #[test]
    fn a_sure_change_is_told_and_one_event_is_not() {
        let found = changes(&counted(&[10, 100, 0, 1], 7.0), &counted(&[100, 10, 1, 0], 7.0), 1.0);
        let kinds: Vec<Kind> = found.iter().flatten().map(|c| c.kind).collect();
        assert_eq!(kinds, [Kind::Up, Kind::Down, Kind::Same, Kind::Same]);
        // The same counts in bursts say far less.
        let bursts = changes(&counted(&[10, 100, 0, 1], 7.0), &counted(&[100, 10, 1, 0], 7.0), 60.0);
        assert!(bursts.iter().flatten().all(|c| c.kind == Kind::Same));
    }

    #[test]
    fn many_accounts_by_chance_alone_are_not_told() {
        // 900 quiet accounts and 100 whose counts merely differ: at one chance in twenty each, fifty would be told.
        let before: Vec<u32> = (0..1000).map(|i| if i % 10 == 0 { 6 } else { 4 }).collect();
        let after: Vec<u32> = (0..1000).map(|i| if i % 10 == 5 { 6 } else { 4 }).collect();
        let found = changes(&counted(&before, 7.0), &counted(&after, 7.0), 1.0);
        assert!(found.iter().flatten().all(|c| c.kind == Kind::Same));
    }

    #[test]
    fn totals_have_an_interval_as_wide_as_their_days_differ() {
        let (ratio_, low, high) = ratio(&[10.0; 7], &[20.0; 7], (7.0, 7.0)).unwrap();
        assert!((ratio_ - 2.0).abs() < 1e-12 && low > 1.0 && high < 3.0);
        let uneven = ratio(&[0.0, 0.0, 70.0, 0.0, 0.0, 0.0, 0.0], &[20.0; 7], (7.0, 7.0)).unwrap();
        assert!(uneven.1 < low && uneven.2 > high);
        assert_eq!(ratio(&[0.0; 7], &[1.0; 7], (7.0, 7.0)), None);
        assert_eq!(ratio(&[3.0], &[1.0; 7], (1.0, 7.0)), None);
    }
}
