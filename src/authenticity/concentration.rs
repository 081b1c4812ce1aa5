//! Signal 1, concentration: few of those who engage make nearly all of the engagement.
//!
//! With p_a the share of the engagement (ties, not saturated) that account a makes, `1 / Σ p_a²` people of equal weight
//! would be as concentrated: the effective engagers. Unusual when they are fewer than a tenth of the actual ones.
//! Needs: arcs. Below [`MIN_ENGAGERS`] accounts it cannot be told.

use super::{Ground, Parts, ramp};

/// Engagers below which concentration means nothing.
pub const MIN_ENGAGERS: u32 = 10;
/// Effective over actual engagers below which it is unusual (opinion).
pub const THRESHOLD: f64 = 0.1;

/// What there is to see of an account.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shares {
    /// Effective over actual engagers.
    pub ratio: f64,
    /// Share of the engagement that the most active twentieth of them makes.
    pub top: f64,
    /// Gini coefficient of the engagement over them.
    pub gini: f64,
}

/// Strength; NaN cannot be told.
pub fn strength(ground: &Ground, parts: &Parts<'_>, account: usize) -> f64 {
    if ground.engagers[account] < MIN_ENGAGERS {
        return f64::NAN;
    }
    let (mut sum, mut squares) = (0.0, 0.0);
    for (_, arc) in ground.engaged(parts, account) {
        let uses = f64::from(ground.uses[arc]);
        sum += uses;
        squares += uses * uses;
    }
    let ratio = sum * sum / squares / f64::from(ground.engagers[account]);
    ramp(ratio, 1.5 * THRESHOLD, 0.5 * THRESHOLD)
}

/// All three figures of an account with engagers, for display.
pub fn shares(ground: &Ground, parts: &Parts<'_>, account: usize) -> Shares {
    let mut uses: Vec<f64> =
        ground.engaged(parts, account).map(|(_, arc)| f64::from(ground.uses[arc])).collect();
    uses.sort_unstable_by(|a, b| b.total_cmp(a));
    let n = uses.len() as f64;
    let sum: f64 = uses.iter().sum();
    let squares: f64 = uses.iter().map(|u| u * u).sum();
    let few = uses.len().div_ceil(20);
    let top: f64 = uses.iter().take(few).sum();
    // From the largest down: Σ (n + 1 − 2i) u_i over n Σ u.
    let weighted: f64 = uses.iter().enumerate().map(|(i, u)| (n + 1.0 - 2.0 * (i as f64 + 1.0)) * u).sum();
    Shares { ratio: sum * sum / squares / n, top: top / sum, gini: weighted / (n * sum) }
}
