//! Tiers: who cannot be told apart stands together.

/// Chance of overtaking the first of a tier below which a new tier begins.
pub const APART: f64 = 0.1;

/// The tier of each place, from 1: a new one begins where the chance that the next account stands above the first of
/// the tier is below [`APART`].
///
/// `keys` holds, for each sample, what the order goes by in each replicate, `replicates` numbers a place. The chance
/// is the share of replicates (half of those that are equal), in the sample where it is greatest. `breaks` are places
/// that begin a tier whatever the chance: a gate.
///
/// ```
/// use sillage::uncertainty::tiers;
/// // The second overtakes the first in two replicates of four; the third never does.
/// let keys = [9.0, 8.0, 9.0, 8.0, /* */ 8.0, 9.0, 8.0, 9.0, /* */ 1.0, 2.0, 1.0, 2.0];
/// assert_eq!(tiers(&[&keys], 3, 4, &[]), [1, 1, 2]);
/// ```
pub fn tiers(keys: &[&[f32]], places: usize, replicates: usize, breaks: &[usize]) -> Vec<u32> {
    let mut tier = Vec::with_capacity(places);
    let (mut first, mut number) = (0, 1);
    for place in 0..places {
        let overtakes = |sample: &&[f32]| {
            let of = |place: usize| &sample[place * replicates..(place + 1) * replicates];
            let twice: usize =
                of(place).iter().zip(of(first)).map(|(a, b)| usize::from(a > b) + usize::from(a >= b)).sum();
            0.5 * twice as f64 / replicates as f64
        };
        let chance = keys.iter().map(overtakes).fold(0.0, f64::max);
        if place > first && (chance < APART || breaks.contains(&place)) {
            first = place;
            number += 1;
        }
        tier.push(number);
    }
    tier
}
