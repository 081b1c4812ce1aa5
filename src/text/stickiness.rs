//! Stickiness: who talks about the subject more than the others do (the affinity factor).
//!
//! With `t_u` words on the subject out of `n_u` words of account `u`, and `S̄ = Σ t_u / Σ n_u` the share of the whole
//! export: `SI_u = ((t_u + K S̄) / (n_u + K)) / S̄`, K = 50 words. 1 = as much as the export as a whole; an account of few words
//! stays near 1.
//!
//! After the stickiness index of Kumar, Bhaskaran, Mirchandani & Shah, *Marketing Science* 32(2), 2013, in Sillage's
//! own formulation: the exact formula of the paper is not public. An export collected with the very words of the brief
//! has a high `S̄`: the index compares accounts inside the export, not with the public at large.

use crate::math::Sum;

/// Words of prior: an account is half itself, half the average at this number of words (opinion).
pub const PRIOR_WORDS: f64 = 50.0;

/// The index, learnt from the words of every account.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stickiness {
    /// Share of the words of the whole export that are on the subject, `S̄`.
    pub share: f64,
    /// Prior words, `K`.
    pub prior: f64,
}

impl Stickiness {
    /// Learns `S̄` from `(words on the subject, words)` of every account. `None` when no word at all is on the subject:
    /// the index is then unknown for everyone.
    ///
    /// ```
    /// use sillage::text::stickiness::Stickiness;
    /// let accounts = [(7.4, 20.0), (1.0, 20.0), (0.7, 5.0)];
    /// let index = Stickiness::learn(accounts).unwrap();
    /// assert!((index.share - 0.20222222).abs() < 1e-8);
    /// assert!((index.of(7.4, 20.0).unwrap() - 1.2370486656).abs() < 1e-9);
    /// ```
    pub fn learn(accounts: impl IntoIterator<Item = (f64, f64)>) -> Option<Self> {
        let (mut topic, mut words) = (Sum::default(), Sum::default());
        for (t, n) in accounts {
            if t >= 0.0 && n > 0.0 && n.is_finite() {
                topic.add(t.min(n));
                words.add(n);
            }
        }
        let share = topic.total() / words.total();
        (share > 0.0).then_some(Stickiness { share, prior: PRIOR_WORDS })
    }

    /// The index of an account with `topic` words on the subject out of `words`. `None` when it has no word: unknown.
    pub fn of(&self, topic: f64, words: f64) -> Option<f64> {
        let known = topic >= 0.0 && words > 0.0 && words.is_finite();
        known.then(|| (topic.min(words) + self.prior * self.share) / (words + self.prior) / self.share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn golden() {
        // glace counts 1, sorbet 0.7: u1 glace 6, sorbet 2, le 12; u2 glace 1, velo 9, le 10; u3 sorbet 1, le 4.
        let accounts = [(6.0 + 0.7 * 2.0, 20.0), (1.0, 20.0), (0.7, 5.0)];
        let index = Stickiness::learn(accounts).expect("some words on the subject");
        assert!((index.share - 0.202_222_222_222_222_22).abs() < 1e-12);
        let expected = [1.237_048_665_620_094_3, 0.784_929_356_357_927_7, 0.972_027_972_027_972];
        for ((topic, words), expected) in accounts.into_iter().zip(expected) {
            assert!((index.of(topic, words).expect("has words") - expected).abs() < 1e-9);
        }
    }

    #[test]
    fn unknown() {
        assert_eq!(Stickiness::learn([(0.0, 10.0), (0.0, 4.0)]), None);
        assert_eq!(Stickiness::learn([]), None);
        let index = Stickiness::learn([(1.0, 10.0)]).expect("some words on the subject");
        assert_eq!(index.of(0.0, 0.0), None);
        assert_eq!(index.of(f64::NAN, 3.0), None);
        assert_eq!(index.of(1.0, f64::NAN), None);
    }

    proptest! {
        #[test]
        fn rises_with_the_share_and_shrinks_to_one(topic in 1u32..50, more in 1u32..50, other in 1u32..1000) {
            let words = f64::from(topic + more + other);
            let index = Stickiness::learn([(f64::from(topic), words), (3.0, 40.0)]).expect("some");
            let less = index.of(f64::from(topic), words).expect("words");
            prop_assert!(index.of(f64::from(topic + more), words).expect("words") > less);
            let raw = f64::from(topic) / words / index.share;
            prop_assert!((less - 1.0).abs() <= (raw - 1.0).abs() + 1e-12);
        }
    }
}
