//! Signal 3, one-purpose engagers: most of those who engage do nothing else and are known to nobody.
//!
//! Share of those who engage whose only target is this account and whom nobody ever pays attention to. In a sample by
//! key word many honest accounts are so: the threshold is 60 %, or halfway between what is usual in the data and all of
//! them, whichever is more. Needs: arcs. Below [`MIN_ENGAGERS`] accounts it cannot be told.

use super::{Ground, Parts, ramp};

/// Engagers below which the share means nothing.
pub const MIN_ENGAGERS: u32 = 30;
/// Share above which it is unusual, at the least (opinion).
pub const THRESHOLD: f64 = 0.6;
/// Distance from the threshold to nothing unusual, and to full strength.
const WIDTH: f64 = 0.1;

/// The threshold in these data.
pub fn threshold(ground: &Ground) -> f64 {
    let usual = ground.usual_one_purpose;
    if usual.is_nan() { THRESHOLD } else { THRESHOLD.max(0.5 + 0.5 * usual) }
}

/// Share of one-purpose accounts among those who engage; NaN without any.
pub fn share(ground: &Ground, parts: &Parts<'_>, account: usize) -> f64 {
    let few = ground.engaged(parts, account).filter(|(a, _)| ground.one_purpose(*a as usize)).count();
    few as f64 / f64::from(ground.engagers[account])
}

/// Strength; NaN cannot be told.
pub fn strength(ground: &Ground, parts: &Parts<'_>, account: usize) -> f64 {
    if ground.engagers[account] < MIN_ENGAGERS {
        return f64::NAN;
    }
    let threshold = threshold(ground);
    let width = WIDTH.min(0.9 * (1.0 - threshold));
    if width <= 0.0 {
        // Everybody is so in these data: nothing sets an account apart.
        return 0.0;
    }
    ramp(share(ground, parts, account), threshold - width, threshold + width)
}
