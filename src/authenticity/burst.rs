//! Signal 6, burst timing: engagement at moments that people do not choose.
//!
//! Five tests of when people engage with an account, each with an effect that must be seen and a chance that it is luck:
//!
//! | test | effect | chance |
//! |---|---|---|
//! | instant | share within 60 s of the post, 30 % and three times what is usual | binomial, Chernoff's bound |
//! | crowd of strangers | ten minutes that hold a fifth of all, 20 at least, of whom one-purpose accounts are 20 points above what is usual | binomial, Chernoff's bound |
//! | regular | coefficient of variation of the gaps below one half, where chance gives 1 | asymptotic normal |
//! | second | the seconds of the minute agree (mean resultant length above 0.3) | Rayleigh |
//! | hour | the hours of the day are more even than chance makes them, 100 at least | lower tail of χ² with 23 degrees |
//!
//! All chances of all accounts are adjusted together (Holm); unusual below 1e-4. A post that spreads fast is no burst:
//! only who comes, and how regularly, is looked at. Needs: dated ties; 20 at least.

use super::ground::PIECE;
use super::tail::{below, chi_square_below, holm, more_than_expected};
use super::{Ground, Parts, ramp};
use crate::math::{exp, log10, sqrt};
use crate::model::{Millis, NONE};

/// Dated engagements below which nothing can be told.
pub const MIN_DATED: usize = 20;
/// Adjusted chance below which it is unusual.
pub const THRESHOLD: f64 = 1e-4;
/// Delay that counts as instant.
pub const INSTANT: Millis = 60_000;
/// The crowd of strangers is looked for in windows of this length.
pub const WINDOW: Millis = 600_000;

/// What the times of an account say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timing {
    /// Dated engagements.
    pub dated: u32,
    /// Those whose post's moment is known, and those that came within [`INSTANT`].
    pub delays: u32,
    /// See `delays`.
    pub instant: u32,
    /// First moment of the window that holds most, what it holds, and the one-purpose accounts of it.
    pub peak_start: Millis,
    /// See `peak_start`.
    pub peak: u32,
    /// See `peak_start`.
    pub peak_strangers: u32,
    /// Coefficient of variation of the gaps.
    pub variation: f64,
    /// Mean resultant length of the seconds of the minute.
    pub second: f64,
    /// χ² of the hours of the day against evenness.
    pub hours: f64,
}

/// Reads the times of an account; `None` below [`MIN_DATED`] of them. `met` is a buffer.
pub fn timing(
    ground: &Ground,
    parts: &Parts<'_>,
    account: usize,
    met: &mut Vec<(Millis, bool)>,
) -> Option<Timing> {
    let (ties, posts) = (&parts.data.ties, &parts.data.posts);
    let mut found = Timing::default();
    met.clear();
    for (a, arc) in ground.engaged(parts, account) {
        let stranger = ground.one_purpose(a as usize);
        for t in parts.attention.ties_of(arc, ties, parts.window) {
            if !parts.credit_layers[ties.layer[t] as usize] {
                continue;
            }
            let Some(time) = ties.time.at(t) else { continue };
            met.push((time, stranger));
            let post = ties.post[t] as usize;
            let of = if ties.post[t] == NONE { NONE } else { posts.ref_post[post] };
            let posted = if of == NONE { None } else { posts.time.at(of as usize) };
            if let Some(posted) = posted.filter(|p| *p <= time) {
                found.delays += 1;
                found.instant += u32::from(time - posted <= INSTANT);
            }
        }
    }
    if met.len() < MIN_DATED {
        return None;
    }
    met.sort_unstable();
    found.dated = met.len() as u32;
    let (mut first, mut strangers) = (0, 0_u32);
    for (last, (time, stranger)) in met.iter().enumerate() {
        strangers += u32::from(*stranger);
        while time - met[first].0 > WINDOW {
            strangers -= u32::from(met[first].1);
            first += 1;
        }
        let held = (last + 1 - first) as u32;
        if held > found.peak {
            (found.peak_start, found.peak, found.peak_strangers) = (met[first].0, held, strangers);
        }
    }
    spread(met, &mut found);
    Some(found)
}

fn second_of(time: Millis) -> usize {
    time.div_euclid(1000).rem_euclid(60) as usize
}

/// Gaps, seconds and hours of sorted moments.
fn spread(met: &[(Millis, bool)], found: &mut Timing) {
    let gaps = (met.len() - 1) as f64;
    let mean = (met[met.len() - 1].0 - met[0].0) as f64 / gaps;
    let squares: f64 =
        met.windows(2).map(|w| ((w[1].0 - w[0].0) as f64 - mean) * ((w[1].0 - w[0].0) as f64 - mean)).sum();
    found.variation = if mean > 0.0 { sqrt(squares / gaps) / mean } else { f64::NAN };
    let mut seconds = [0_u32; 60];
    let mut hours = [0_u32; 24];
    for (time, _) in met {
        seconds[second_of(*time)] += 1;
        hours[(time.div_euclid(3_600_000)).rem_euclid(24) as usize] += 1;
    }
    let (mut x, mut y) = (0.0, 0.0);
    for (second, count) in seconds.iter().enumerate() {
        let angle = second as f64 * std::f64::consts::TAU / 60.0;
        x += f64::from(*count) * libm::cos(angle);
        y += f64::from(*count) * libm::sin(angle);
    }
    let n = met.len() as f64;
    found.second = sqrt(x * x + y * y) / n;
    found.hours = hours.iter().map(|h| (f64::from(*h) - n / 24.0) * (f64::from(*h) - n / 24.0)).sum::<f64>()
        / (n / 24.0);
}

/// What is usual in the data, to compare with.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Usual {
    /// Share of instant engagements; NaN when no post's moment is known.
    pub instant: f64,
    /// Share of one-purpose accounts among those who engage.
    pub strangers: f64,
    /// Whether moments are known to the second.
    pub to_the_second: bool,
}

/// Names of the five tests, in order.
pub const TESTS: [&str; 5] = ["instant", "strangers", "regular", "second", "hour"];

/// The chances of the five tests: 1 where the effect is not seen or cannot be told.
pub fn chances(found: &Timing, usual: &Usual) -> [f64; 5] {
    let n = f64::from(found.dated);
    let instant = f64::from(found.instant) / f64::from(found.delays);
    let strangers = f64::from(found.peak_strangers) / f64::from(found.peak);
    let seen = [
        found.delays as usize >= MIN_DATED && instant >= 0.3_f64.max(3.0 * usual.instant),
        found.peak as usize >= MIN_DATED
            && f64::from(found.peak) >= 0.2 * n
            && strangers >= usual.strangers + 0.2,
        found.variation < 0.5,
        usual.to_the_second && found.second > 0.3,
        n >= 100.0 && found.hours < 23.0,
    ];
    let p = [
        more_than_expected(f64::from(found.instant), f64::from(found.delays), usual.instant.max(0.01)),
        more_than_expected(f64::from(found.peak_strangers), f64::from(found.peak), usual.strangers.max(0.01)),
        below((found.variation * found.variation - 1.0) / (2.0 / sqrt(n - 1.0))),
        exp(-n * found.second * found.second),
        chi_square_below(found.hours, 23.0),
    ];
    std::array::from_fn(|test| if seen[test] { p[test] } else { 1.0 })
}

/// The test of every account, some accounts at a time.
#[derive(Debug, Default)]
pub(super) struct Bursts {
    at: usize,
    met: Vec<(Millis, bool)>,
    found: Vec<(u32, Timing)>,
    /// Moments seen by second of the minute; sums for what is usual.
    seconds: Vec<u64>,
    instant: f64,
    with_delays: f64,
}

impl Bursts {
    pub(super) fn step(&mut self, ground: &Ground, parts: &Parts<'_>) -> bool {
        let nodes = ground.engagers.len();
        let mut left = PIECE;
        while self.at < nodes && left > 0 {
            let account = self.at;
            self.at += 1;
            left = left.saturating_sub(1);
            if ground.engagers[account] == 0 {
                continue;
            }
            let Some(found) = timing(ground, parts, account, &mut self.met) else { continue };
            left = left.saturating_sub(4 * self.met.len());
            self.seconds.resize(60, 0);
            for (time, _) in &self.met {
                self.seconds[second_of(*time)] += 1;
            }
            if found.delays > 0 {
                self.instant += f64::from(found.instant) / f64::from(found.delays);
                self.with_delays += 1.0;
            }
            self.found.push((account as u32, found));
        }
        self.at == nodes
    }

    pub(super) fn share_done(&self, ground: &Ground) -> f64 {
        self.at as f64 / ground.engagers.len().max(1) as f64
    }

    /// What is usual, the smallest adjusted chance of each account that has enough moments, and their number.
    pub(super) fn finish(self, ground: &Ground) -> (Usual, Vec<(u32, f64)>) {
        let usual = Usual {
            instant: self.instant / self.with_delays,
            strangers: if ground.usual_one_purpose.is_nan() { 0.0 } else { ground.usual_one_purpose },
            // Chance puts one moment in sixty at each second; files to the minute put all at one.
            to_the_second: self.seconds.iter().all(|s| s * 10 < self.seconds.iter().sum::<u64>()),
        };
        let mut p: Vec<f64> = self.found.iter().flat_map(|(_, found)| chances(found, &usual)).collect();
        holm(&mut p);
        let least = |five: &[f64]| five.iter().copied().fold(1.0, f64::min);
        let chances = self.found.iter().zip(p.chunks(5)).map(|((account, _), five)| (*account, least(five)));
        (usual, chances.collect())
    }
}

/// Strength of an adjusted chance: one half at [`THRESHOLD`], 1 at its square.
pub fn strength(p: f64) -> f64 {
    let digits = -log10(p.max(1e-300));
    let threshold = -log10(THRESHOLD);
    ramp(digits, 0.5 * threshold, 1.5 * threshold)
}
