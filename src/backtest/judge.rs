//! How good an order is at saying who comes next.

use crate::math::{exp, lgamma, log2};

/// How many of an order are kept beyond the places looked at, so that a bootstrap can draw some of them several times
/// and some not at all.
pub fn head_length(top: usize) -> usize {
    4 * top + 40
}

/// The first ones of `candidates` by a value, highest first; unknown values last, equal ones in the order of candidates.
pub fn head(candidates: &[u32], length: usize, value: impl Fn(u32) -> f64) -> Vec<u32> {
    let mut keyed: Vec<(f64, u32)> = candidates
        .iter()
        .map(|c| (Some(value(*c)).filter(|v| !v.is_nan()).unwrap_or(f64::NEG_INFINITY), *c))
        .collect();
    let order = |a: &(f64, u32), b: &(f64, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    if length < keyed.len() && length > 0 {
        keyed.select_nth_unstable_by(length - 1, order);
        keyed.truncate(length);
    }
    keyed.sort_unstable_by(order);
    keyed.truncate(length);
    keyed.into_iter().map(|k| k.1).collect()
}

/// What a place is worth: `1 / log2(place + 1)`, the first place being 1.
pub fn discounts(top: usize) -> Vec<f64> {
    (0..top).map(|i| 1.0 / log2(i as f64 + 2.0)).collect()
}

/// Discounted gain of an order whose members count `times` each (1 outside a bootstrap).
pub fn discounted(gains: impl Iterator<Item = (f64, u32)>, discounts: &[f64]) -> f64 {
    let (mut place, mut sum) = (0, 0.0);
    for (gain, times) in gains {
        for _ in 0..times {
            let Some(discount) = discounts.get(place) else { return sum };
            sum += gain * discount;
            place += 1;
        }
    }
    sum
}

/// Who mattered: those whom the best possible first `top` places could hold. Where several are equal at the last place,
/// any of them may hold it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Mattered {
    /// How many can be found at the most: `top`, or fewer where fewer were passed on at all.
    pub seats: usize,
    /// People counted for the last seat.
    least: u32,
    /// Candidates above it.
    above: usize,
    /// Candidates exactly there.
    at: usize,
    candidates: usize,
    top: usize,
}

impl Mattered {
    /// From the later people of every candidate. O(candidates).
    pub fn of(mut later: Vec<u32>, top: usize) -> Mattered {
        let candidates = later.len();
        let positive = later.iter().filter(|y| **y > 0).count();
        let seats = top.min(positive);
        if seats == 0 {
            return Mattered { candidates, top, ..Mattered::default() };
        }
        let (_, least, _) = later.select_nth_unstable_by(seats - 1, |a, b| b.cmp(a));
        let least = *least;
        let above = later.iter().filter(|y| **y > least).count();
        let at = later.iter().filter(|y| **y == least).count();
        Mattered { seats, least, above, at, candidates, top }
    }

    /// How many of them are among the first places of an order, given by the later people of each.
    pub fn found(&self, first: impl Iterator<Item = u32>) -> usize {
        if self.seats == 0 {
            return 0;
        }
        let (mut above, mut at) = (0, 0);
        for later in first {
            above += usize::from(later > self.least);
            at += usize::from(later == self.least);
        }
        above + at.min(self.seats - self.above)
    }

    /// Whether somebody with so many later people is among those who mattered, or could be.
    pub fn includes(&self, later: u32) -> bool {
        self.seats > 0 && later >= self.least
    }

    /// How many a draw of the first places by lot finds on average: the mean of a hypergeometric number, and of another
    /// one that stops at the seats that are left.
    pub fn by_lot(&self) -> f64 {
        if self.seats == 0 {
            return 0.0;
        }
        let (n, k, t) = (self.candidates, self.top.min(self.candidates), self.at);
        let left = self.seats - self.above;
        let choose = |n: usize, k: usize| {
            lgamma(n as f64 + 1.0) - lgamma(k as f64 + 1.0) - lgamma((n - k) as f64 + 1.0)
        };
        let mut mean = self.above as f64 * k as f64 / n as f64;
        for j in 1..=t.min(k) {
            if k - j <= n - t {
                let chance = exp(choose(t, j) + choose(n - t, k - j) - choose(n, k));
                mean += chance * j.min(left) as f64;
            }
        }
        mean
    }
}

/// How many people at least one of `top` candidates drawn by lot would have on average, from how many candidates each
/// person passes on.
pub fn covered_by_lot(degrees: &[u32], candidates: usize, top: usize) -> f64 {
    // Degree by degree: there are few different ones.
    let mut sorted = degrees.to_vec();
    sorted.sort_unstable();
    let mut covered = 0.0;
    for alike in sorted.chunk_by(|a, b| a == b) {
        let degree = alike[0] as usize;
        let mut missed = 1.0;
        for i in 0..top.min(candidates) {
            missed *= (candidates.saturating_sub(degree + i)) as f64 / (candidates - i) as f64;
        }
        covered += alike.len() as f64 * (1.0 - missed);
    }
    covered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_are_the_highest_and_equal_ones_stay_in_order() {
        let values = [1.0, f64::NAN, 3.0, 3.0, 0.0];
        let all = [0, 1, 2, 3, 4];
        assert_eq!(head(&all, 5, |c| values[c as usize]), [2, 3, 0, 4, 1]);
        assert_eq!(head(&all, 2, |c| values[c as usize]), [2, 3]);
        assert_eq!(head(&all, 0, |c| values[c as usize]), [0; 0]);
        assert_eq!(head(&[], 3, |_| 0.0), [0; 0]);
    }

    #[test]
    fn gains_are_counted_place_by_place() {
        // 3/1 + 1/log2(3) by hand, then with the first one drawn twice and the second not at all.
        let places = discounts(2);
        let plain = discounted([(3.0, 1), (1.0, 1), (9.0, 1)].into_iter(), &places);
        assert!((plain - (3.0 + 0.630_929_753_571_457_4)).abs() < 1e-12);
        let drawn = discounted([(3.0, 2), (1.0, 0), (9.0, 1)].into_iter(), &places);
        assert!((drawn - 3.0 * 1.630_929_753_571_457_4).abs() < 1e-12);
    }

    #[test]
    fn equal_ones_share_the_last_seat() {
        let mattered = Mattered::of(vec![5, 1, 1, 1, 0, 0], 2);
        assert_eq!(mattered.seats, 2);
        assert_eq!(mattered.found([5, 1].into_iter()), 2);
        assert_eq!(mattered.found([1, 1].into_iter()), 1, "one seat is left for those at 1");
        assert_eq!(mattered.found([0, 0].into_iter()), 0);
        assert!(mattered.includes(1) && !mattered.includes(0));
        assert_eq!(Mattered::of(vec![0, 0], 2).seats, 0);
        assert_eq!(Mattered::of(Vec::new(), 2).by_lot(), 0.0);
    }

    /// Every draw of 2 out of 6, one by one.
    #[test]
    fn a_draw_by_lot_is_exact() {
        let later = [5_u32, 1, 1, 1, 0, 0];
        let mattered = Mattered::of(later.to_vec(), 2);
        let (mut total, mut draws) = (0, 0);
        for i in 0..6 {
            for j in i + 1..6 {
                total += mattered.found([later[i], later[j]].into_iter());
                draws += 1;
            }
        }
        assert!((mattered.by_lot() - total as f64 / draws as f64).abs() < 1e-9);
    }

    #[test]
    fn coverage_by_lot_is_exact() {
        // One of four drawn twice without putting back: a person who passes on one candidate is missed by 3/4 · 2/3.
        assert!((covered_by_lot(&[1], 4, 2) - 0.5).abs() < 1e-12);
        assert!((covered_by_lot(&[1, 4], 4, 2) - 1.5).abs() < 1e-12);
        assert_eq!(covered_by_lot(&[], 0, 2), 0.0);
    }
}
