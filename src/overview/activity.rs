//! Activity through time: posts, interactions and people, period by period.

use super::calendar::Calendar;
use crate::error::{ErrorKind, Result};
use crate::graph::Window;
use crate::math::quantile::median_unsorted;
use crate::math::sqrt;
use crate::model::{Dataset, Layer, Millis, PostKind};
use crate::score::Analysis;
use serde::Serialize;

/// Rows (posts and ties) counted in one step.
const STEP: usize = 1 << 16;
/// Periods at the most, and milliseconds from 1970 that a calendar reaches (±273,790 years, as in JavaScript).
const MOST: usize = 1_000;
const FARTHEST: Millis = 8_640_000_000_000_000;
/// Complete periods, and things counted in them, below which no trend is told.
const MIN_PERIODS: usize = 4;
const MIN_COUNTED: f64 = 30.0;
/// A period stands out that holds so many times the usual one.
pub const PEAK: f64 = 3.0;
/// The second half is busier, or quieter, from this ratio on, and only where chance would not do it (|z| above 3).
const CHANGE: f64 = 1.25;
const SURE: f64 = 3.0;

/// A period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Period {
    /// First moment, and first moment after it.
    pub from: f64,
    /// First moment after it.
    pub to: f64,
    /// Whether the data, or the window, cover all of it, as far as can be told.
    pub complete: bool,
    /// Posts with words of their own: originals, answers, quotes.
    pub posts: u32,
    /// Re-shares, quotes, answers, mentions, likes and ties of a log; follows are none.
    pub interactions: u32,
    /// Accounts that wrote or interacted.
    pub accounts: u32,
}

/// What stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum TrendKind {
    /// One period holds far more than the usual one.
    Peak,
    /// The second half is busier.
    Rising,
    /// The second half is quieter.
    Falling,
    /// Neither.
    Steady,
}

/// What stands out, and by how much.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trend {
    /// What.
    pub kind: TrendKind,
    /// Times the usual period, or times the first half.
    pub ratio: f64,
    /// The period of a peak.
    pub at: Option<usize>,
    /// What was counted: `posts`, or `interactions` where there is no post.
    pub of: &'static str,
}

/// Activity through time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Activity {
    /// What a period is.
    pub unit: Option<Calendar>,
    /// First and last moment inside the window.
    pub from: Option<f64>,
    /// Last moment inside the window.
    pub to: Option<f64>,
    /// The window of the settings.
    pub window: [Option<f64>; 2],
    /// The periods, empty ones included.
    pub periods: Vec<Period>,
    /// What is inside the window in all, with a date or without: posts, interactions, accounts.
    pub posts: u32,
    /// Interactions in all.
    pub interactions: u32,
    /// Accounts that wrote or interacted.
    pub accounts: u32,
    /// Posts without a date, and interactions.
    pub undated: [u32; 2],
    /// What stands out; `None` where too little is known.
    pub trend: Option<Trend>,
    /// Why there is no period: a stable code.
    pub reason: Option<&'static str>,
}

/// Counting under way, account by account.
#[derive(Debug)]
pub(super) struct Counting {
    out: Activity,
    cuts: Vec<Millis>,
    account: usize,
    tie: usize,
    /// The last account, from 1, that was active in each period.
    met: Vec<u32>,
}

impl Counting {
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(analysis: &Analysis) -> Result<Counting> {
        let window = analysis.window();
        let mut out = Activity {
            unit: None,
            from: None,
            to: None,
            window: [window.from, window.to].map(|bound| bound.map(|time| time as f64)),
            periods: Vec::new(),
            posts: 0,
            interactions: 0,
            accounts: 0,
            undated: [0, 0],
            trend: None,
            reason: None,
        };
        let mut cuts = Vec::new();
        match analysis.span {
            None => out.reason = Some(if window.is_open() { "no_time" } else { "empty_window" }),
            Some((first, last)) => {
                let unit = Calendar::of(first, last);
                (out.from, out.to) = (Some(first as f64), Some(last as f64));
                let known = (-FARTHEST..=FARTHEST).contains(&first) && last <= FARTHEST;
                match known.then(|| unit.cuts(first, last, MOST)).flatten() {
                    Some(found) => (out.unit, cuts) = (Some(unit), found),
                    None => out.reason = Some("span_too_long"),
                }
                out.periods =
                    cuts.windows(2).map(|cut| empty([cut[0], cut[1]], (first, last), window)).collect();
            }
        }
        let mut met = Vec::new();
        let periods = out.periods.len();
        met.try_reserve_exact(periods).map_err(|_| ErrorKind::OutOfMemory { what: "overview" })?;
        met.resize(periods, 0);
        Ok(Counting { out, cuts, account: 0, tie: 0, met })
    }

    /// Counts on; returns whether all is counted.
    pub fn step(&mut self, data: &Dataset, window: Window) -> bool {
        let (accounts, ties) = (data.accounts.len(), &data.ties);
        let mut rows = 0;
        while rows < STEP && self.account < accounts {
            let mut active = false;
            for post in data.posts.of(self.account).iter().map(|post| *post as usize) {
                rows += 1;
                let time = data.posts.time.at(post);
                if window.contains(time) {
                    active = true;
                    self.add(time, data.posts.kind[post] != PostKind::Repost, false);
                }
            }
            while ties.from.get(self.tie).is_some_and(|from| *from as usize == self.account) {
                rows += 1;
                let (time, layer) = (ties.time.at(self.tie), ties.layer[self.tie]);
                if layer != Layer::Follow && ties.weight[self.tie] > 0.0 && window.contains(time) {
                    active = true;
                    self.add(time, false, true);
                }
                self.tie += 1;
            }
            self.out.accounts += u32::from(active);
            self.account += 1;
            rows += 1;
        }
        self.account >= accounts
    }

    /// Share of the accounts that are counted.
    pub fn share_done(&self, data: &Dataset) -> f64 {
        if data.accounts.is_empty() { 1.0 } else { self.account as f64 / data.accounts.len() as f64 }
    }

    /// What was counted.
    pub fn finish(mut self) -> Activity {
        self.out.trend = trend(&self.out.periods);
        self.out
    }

    fn add(&mut self, time: Option<Millis>, post: bool, interaction: bool) {
        let (posts, interactions) = (u32::from(post), u32::from(interaction));
        self.out.posts = self.out.posts.saturating_add(posts);
        self.out.interactions = self.out.interactions.saturating_add(interactions);
        let Some(time) = time else {
            self.out.undated[0] = self.out.undated[0].saturating_add(posts);
            self.out.undated[1] = self.out.undated[1].saturating_add(interactions);
            return;
        };
        let at = self.cuts.partition_point(|cut| *cut <= time);
        let Some(period) = at.checked_sub(1).and_then(|at| self.out.periods.get_mut(at)) else { return };
        period.posts = period.posts.saturating_add(posts);
        period.interactions = period.interactions.saturating_add(interactions);
        let me = self.account as u32 + 1;
        if self.met[at - 1] != me {
            self.met[at - 1] = me;
            period.accounts += 1;
        }
    }
}

/// A period in which nothing was counted yet. The first and the last are complete where the data begin on their first day
/// and end on their last; where the window cuts them, they are not.
fn empty([from, to]: [Millis; 2], (first, last): (Millis, Millis), window: Window) -> Period {
    const DAY: Millis = 86_400_000;
    let day = |time: Millis| time.div_euclid(DAY);
    let begun = day(first) <= day(from) && window.from.is_none_or(|bound| bound <= from);
    let ended = day(last) >= day(to - 1) && window.to.is_none_or(|bound| to <= bound);
    let (from, to) = (from as f64, to as f64);
    Period { from, to, complete: begun && ended, posts: 0, interactions: 0, accounts: 0 }
}

/// What stands out among the complete periods.
///
/// A peak: the largest period holds [`PEAK`] times the median one or more. Otherwise the halves are compared (the middle
/// one of an odd number left out): `z = (b − a) / √(a + b)`.
fn trend(periods: &[Period]) -> Option<Trend> {
    let complete: Vec<usize> = (0..periods.len()).filter(|at| periods[*at].complete).collect();
    let total = |of: fn(&Period) -> u32| complete.iter().map(|at| f64::from(of(&periods[*at]))).sum::<f64>();
    let (of, count): (_, fn(&Period) -> u32) = match total(|period| period.posts) > 0.0 {
        true => ("posts", |period| period.posts),
        false => ("interactions", |period| period.interactions),
    };
    if complete.len() < MIN_PERIODS || total(count) < MIN_COUNTED {
        return None;
    }
    let counts: Vec<f64> = complete.iter().map(|at| f64::from(count(&periods[*at]))).collect();
    let usual = median_unsorted(&mut counts.clone());
    // The earliest of the largest.
    let top = (0..counts.len()).rev().max_by(|a, b| counts[*a].total_cmp(&counts[*b]))?;
    if usual > 0.0 && counts[top] >= PEAK * usual {
        return Some(Trend {
            kind: TrendKind::Peak,
            ratio: counts[top] / usual,
            at: Some(complete[top]),
            of,
        });
    }
    let half = counts.len() / 2;
    let (a, b) = (counts[..half].iter().sum::<f64>(), counts[counts.len() - half..].iter().sum::<f64>());
    let (ratio, z) = (b / a, (b - a) / sqrt(a + b));
    let kind = match () {
        () if a > 0.0 && ratio >= CHANGE && z > SURE => TrendKind::Rising,
        () if ratio <= 1.0 / CHANGE && z < -SURE => TrendKind::Falling,
        () if a > 0.0 => TrendKind::Steady,
        () => return None,
    };
    Some(Trend { kind, ratio, at: None, of })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn periods(posts: &[u32]) -> Vec<Period> {
        let one = |(at, posts): (usize, &u32)| {
            let from = at as f64;
            Period { from, to: from + 1.0, complete: true, posts: *posts, interactions: 0, accounts: 1 }
        };
        posts.iter().enumerate().map(one).collect()
    }

    fn told(posts: &[u32]) -> Option<(TrendKind, f64, Option<usize>)> {
        trend(&periods(posts)).map(|trend| (trend.kind, trend.ratio, trend.at))
    }

    #[test]
    fn what_stands_out() {
        assert_eq!(told(&[10, 10, 40, 10, 10]), Some((TrendKind::Peak, 4.0, Some(2))));
        assert_eq!(
            told(&[10, 40, 10, 40, 10, 10, 10]),
            Some((TrendKind::Peak, 4.0, Some(1))),
            "the earliest"
        );
        assert_eq!(told(&[20, 20, 40, 40]), Some((TrendKind::Rising, 2.0, None)));
        assert_eq!(told(&[40, 40, 20, 20]), Some((TrendKind::Falling, 0.5, None)));
        assert_eq!(told(&[20, 21, 22, 20]), Some((TrendKind::Steady, 42.0 / 41.0, None)));
        // Three more posts are half as many again, and may be chance.
        assert_eq!(told(&[8, 8, 11, 11]), Some((TrendKind::Steady, 22.0 / 16.0, None)));
    }

    #[test]
    fn too_little_is_not_told() {
        assert_eq!(told(&[]), None);
        assert_eq!(told(&[100, 100, 100]), None, "three periods");
        assert_eq!(told(&[7, 7, 7, 7]), None, "28 posts");
        assert_eq!(told(&[0, 0, 50, 50]), None, "nothing to compare with");
        let mut partial = periods(&[40, 40, 20, 20, 3]);
        partial[4].complete = false;
        assert_eq!(trend(&partial).unwrap().ratio, 0.5, "the last one is cut off");
    }

    #[test]
    fn interactions_where_nobody_wrote() {
        let mut log = periods(&[0, 0, 0, 0]);
        log.iter_mut().for_each(|period| period.interactions = 50);
        assert_eq!(
            trend(&log).map(|trend| (trend.kind, trend.of)),
            Some((TrendKind::Steady, "interactions"))
        );
    }
}
