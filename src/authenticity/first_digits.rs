//! Signal 9, first digits: the follower counts of those who engage do not begin as grown audiences' do.
//!
//! Counts that grow over orders of magnitude begin with 1 in 30 % of cases and with 9 in 5 % (Benford's law); Golbeck saw
//! follower counts on several networks obey it, and bought re-sharers depart from it. Mean absolute deviation of the nine
//! shares from the law, less what a sample of this size shows by chance; unusual above 0.015 (Nigrini). No more than a
//! hint: niche groups and capped counts depart as well. Needs: followers of [`MIN_KNOWN`] who engage.
//!
//! # Source
//! Golbeck, *Benford's law applies to online social networks*, PLOS ONE 2015; *Benford's law can detect malicious social
//! bots*, First Monday 2019.

use super::{Ground, Parts, ramp};
use crate::math::{log10, sqrt};

/// Engagers with known followers below which digits say nothing.
pub const MIN_KNOWN: u32 = 100;
/// Mean absolute deviation above which it is unusual.
pub const THRESHOLD: f64 = 0.015;

/// First digits counted.
pub fn digits(ground: &Ground, parts: &Parts<'_>, account: usize) -> [u32; 9] {
    let mut found = [0; 9];
    for (a, _) in ground.engaged(parts, account) {
        let followers = parts.data.accounts.followers[a as usize];
        if (1.0..1e15).contains(&followers) {
            let mut first = followers as u64;
            while first >= 10 {
                first /= 10;
            }
            found[first as usize - 1] += 1;
        }
    }
    found
}

/// Mean absolute deviation from Benford's law beyond chance, and how many were counted.
pub fn deviation(found: &[u32; 9]) -> (f64, u32) {
    let n: u32 = found.iter().sum();
    let (mut seen, mut chance) = (0.0, 0.0);
    for (digit, count) in found.iter().enumerate() {
        let p = log10(1.0 + 1.0 / (digit as f64 + 1.0));
        seen += (f64::from(*count) / f64::from(n) - p).abs() / 9.0;
        // Mean absolute deviation of a binomial share, by its normal limit: √(2/π) standard deviations.
        chance += 0.797_884_560_802_865_4 * sqrt(p * (1.0 - p) / f64::from(n)) / 9.0;
    }
    (seen - chance, n)
}

/// Strength; NaN cannot be told.
pub fn strength(ground: &Ground, parts: &Parts<'_>, account: usize) -> f64 {
    if ground.engagers[account] < MIN_KNOWN {
        return f64::NAN;
    }
    let (beyond, n) = deviation(&digits(ground, parts, account));
    if n < MIN_KNOWN { f64::NAN } else { ramp(beyond, 0.0, 2.0 * THRESHOLD) }
}
