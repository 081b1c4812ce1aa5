//! What chance alone would do: two permutation tests, and false findings among many.

use super::Measured;
use crate::math::rng::Stream;

/// What the tests need of an event.
#[derive(Debug, Clone)]
pub(super) struct Event {
    /// People of the public.
    pub weight: f64,
    /// The difference between public and match in its own week, and in the quiet ones.
    pub weeks: Vec<f64>,
    /// The same of the window before it.
    pub before: Vec<f64>,
    /// By how much more comes after it than before.
    pub ahead: f64,
}

/// Probabilities of as much or more by chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Chances {
    /// With the events in other weeks.
    pub times: f64,
    /// The same of what comes before them.
    pub before: f64,
    /// With before and after exchanged.
    pub order: f64,
}

/// Draws events to other weeks, and the signs of what comes after less what comes before.
pub(super) fn tests(events: &[Event], permutations: u32, seed: u64, account: u32) -> Chances {
    // What an event comes to in each of its weeks, against the mean of its other weeks: after and before.
    let mut values = Vec::new();
    let mut rows = Vec::with_capacity(events.len());
    for event in events {
        let others = (event.weeks.len() - 1) as f64;
        let total = |of: &[f64]| of.iter().sum::<f64>();
        let (after, before) = (total(&event.weeks), total(&event.before));
        let against = |x: f64, total: f64| event.weight * (x - (total - x) / others);
        rows.push((values.len(), event.weeks.len() as u64));
        values.extend(
            event.weeks.iter().zip(&event.before).map(|(x, y)| [against(*x, after), against(*y, before)]),
        );
    }
    let ahead: Vec<f64> = events.iter().map(|event| event.weight * event.ahead).collect();
    let own = |which: usize| slack(rows.iter().map(|row| values[row.0][which]).sum());
    let (observed, earlier, in_order) = (own(0), own(1), slack(ahead.iter().sum()));
    let mut stream = Stream::new(seed, "effect", u64::from(account));
    let mut counts = [1_u32; 3];
    for _ in 0..permutations {
        let mut moved = [0.0; 2];
        for (start, weeks) in &rows {
            let [after, before] = values[start + stream.below(*weeks) as usize];
            moved[0] += after;
            moved[1] += before;
        }
        let (mut bits, mut turned) = (0, 0.0);
        for (i, ahead) in ahead.iter().enumerate() {
            if i % 64 == 0 {
                bits = stream.next_u64();
            }
            turned += if bits >> (i % 64) & 1 == 1 { *ahead } else { -ahead };
        }
        counts[0] += u32::from(moved[0] >= observed);
        counts[1] += u32::from(moved[1] >= earlier);
        counts[2] += u32::from(turned >= in_order);
    }
    let [times, before, order] = counts.map(|count| f64::from(count) / f64::from(permutations + 1));
    Chances { times, before, order }
}

/// Sums in another order differ in their last bits.
fn slack(sum: f64) -> f64 {
    sum - 1e-9 * sum.abs()
}

/// Sets q of every measurement: the least rate of false findings at which it would be one, `min_(j≥i) p_j n / j` over
/// the measurements in order of p.
///
/// # Source
/// Benjamini and Hochberg 1995, "Controlling the false discovery rate".
pub(super) fn false_discovery(mut measured: Vec<&mut Measured>) {
    measured.sort_by(|a, b| a.p.total_cmp(&b.p));
    let n = measured.len() as f64;
    let mut least = 1.0_f64;
    for (rank, measured) in measured.iter_mut().enumerate().rev() {
        least = least.min(measured.p * n / (rank + 1) as f64);
        measured.q = least;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_events_cannot_be_certain_and_many_can() {
        let event = Event { weight: 10.0, weeks: vec![1.0, 0.0, 0.0, 0.0], before: vec![0.0; 4], ahead: 0.5 };
        let found = tests(&vec![event.clone(); 2], 9999, 1, 0);
        assert!((found.times - 1.0 / 16.0).abs() < 0.01 && (found.order - 0.25).abs() < 0.02, "{found:?}");
        assert_eq!(found.before, 1.0);
        let found = tests(&vec![event; 20], 999, 1, 0);
        assert_eq!((found.times, found.order), (0.001, 0.001));
        let reversed = Event { weight: 10.0, weeks: vec![0.0, 1.0], before: vec![1.0, 0.0], ahead: -0.5 };
        let found = tests(&vec![reversed; 20], 999, 1, 0);
        assert!(found.times > 0.99 && found.order > 0.99 && found.before == 0.001);
        let nothing = Event { weight: 10.0, weeks: vec![0.0, 0.0], before: vec![0.0, 0.0], ahead: 0.0 };
        assert_eq!(tests(&[nothing], 999, 1, 0), Chances { times: 1.0, before: 1.0, order: 1.0 });
    }

    #[test]
    fn benjamini_and_hochberg_s_own_example() {
        // R: p.adjust(c(.01, .02, .03, .04, .9), "BH")
        let p = [0.04, 0.01, 0.9, 0.02, 0.03];
        let of = |p| Measured {
            per_100: 1.0,
            public_per_100: 1.0,
            others_per_100: 0.0,
            events: 5,
            exposed: 20.0,
            p_times: p,
            p_order: p,
            p_before: 1.0,
            p,
            q: f64::NAN,
        };
        let mut all = p.map(of);
        false_discovery(all.iter_mut().collect());
        for (measured, q) in all.iter().zip([0.05, 0.05, 0.9, 0.05, 0.05]) {
            assert!((measured.q - q).abs() < 1e-12, "{}", measured.q);
        }
        false_discovery(Vec::new());
    }
}
