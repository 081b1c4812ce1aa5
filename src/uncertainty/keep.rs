//! Quantiles of replicates without keeping the replicates: the smallest and the greatest of each account.

/// Share of replicates below an interval, and above it.
pub const TAIL: f64 = 0.05;

/// The extremes of a column of values, one line an account, as replicates come in.
#[derive(Debug, Clone)]
pub struct Extremes<T> {
    kept: usize,
    /// `kept` smallest in ascending order, then `kept` greatest in descending order, of each account.
    held: Vec<T>,
}

impl<T: Copy + PartialOrd> Extremes<T> {
    /// Room for the extremes of `accounts` out of `replicates`: `least` and `most` are values that any other replaces.
    pub fn new(accounts: usize, replicates: usize, least: T, most: T) -> Self {
        // Type 7 lies between the values at ⌊(B−1)·5 %⌋ and the next.
        let kept = ((replicates.saturating_sub(1)) as f64 * TAIL) as usize + 2;
        let mut held = Vec::with_capacity(2 * kept * accounts);
        for _ in 0..accounts {
            held.extend(std::iter::repeat_n(most, kept));
            held.extend(std::iter::repeat_n(least, kept));
        }
        Extremes { kept, held }
    }

    /// Adds the values of some replicates of an account.
    #[inline]
    pub fn add(&mut self, account: usize, values: &[T]) {
        let line = &mut self.held[2 * self.kept * account..][..2 * self.kept];
        let (small, great) = line.split_at_mut(self.kept);
        for value in values {
            if *value < small[small.len() - 1] {
                insert(small, *value, |a, b| a < b);
            }
            if *value > great[great.len() - 1] {
                insert(great, *value, |a, b| a > b);
            }
        }
    }

    /// The two values around the lower bound, and the two around the upper bound.
    pub fn around(&self, account: usize) -> [T; 4] {
        let line = &self.held[2 * self.kept * account..][..2 * self.kept];
        let (small, great) = line.split_at(self.kept);
        let last = self.kept - 1;
        [small[last - 1], small[last], great[last], great[last - 1]]
    }
}

fn insert<T: Copy>(line: &mut [T], value: T, before: impl Fn(&T, &T) -> bool) {
    let mut at = line.len() - 1;
    while at > 0 && before(&value, &line[at - 1]) {
        line[at] = line[at - 1];
        at -= 1;
    }
    line[at] = value;
}

/// How far the type 7 quantile lies between the two values that [`Extremes::around`] gives.
pub fn fraction(replicates: usize) -> f64 {
    let h = (replicates.saturating_sub(1)) as f64 * TAIL;
    h - h.floor()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::quantile::quantile;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn quantiles_are_those_of_all_the_values(values in prop::collection::vec(0_u32..500, 2..260)) {
            let mut extremes = Extremes::new(2, values.len(), 0, u32::MAX);
            for piece in values.chunks(8) {
                extremes.add(1, piece);
            }
            let mut sorted: Vec<f64> = values.iter().map(|v| f64::from(*v)).collect();
            sorted.sort_by(f64::total_cmp);
            let [a, b, c, d] = extremes.around(1).map(f64::from);
            let f = fraction(values.len());
            prop_assert!((a + f * (b - a) - quantile(&sorted, 0.05)).abs() < 1e-9);
            prop_assert!((d - f * (d - c) - quantile(&sorted, 0.95)).abs() < 1e-9);
        }
    }
}
