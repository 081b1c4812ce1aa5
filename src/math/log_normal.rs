//! Shrinkage of counts per post (re-sharers, likes): a log-normal random-effects model by ANOVA moments.
//!
//! With `y_ij = ln(1 + count)` for post `j` of account `i`, `m_i` the mean of an account over its `n_i` posts, `m` the
//! mean over all `N` posts of the `K` accounts:
//!
//! - within variance `s² = Σ_ij (y_ij - m_i)² / (N - K)`;
//! - between variance `τ² = (Σ n_i (m_i - m)² - (K-1) s²) / (N - Σ n_i² / N)`, at least 0;
//! - weight of the account's own posts `B_i = τ² / (τ² + s²/n_i)`;
//! - shrunken mean `E_i = m + B_i (m_i - m)`, with standard deviation `√(B_i s² / n_i)`;
//! - intra-class correlation `ICC = τ² / (τ² + s²)`: how much the *person* matters, as against luck of the post.
//!
//! Source: Searle, Casella & McCulloch, *Variance Components*, 1992, §3.6 (unbalanced one-way classification).

use super::functions::{exp_m1, ln_1p, sqrt};
use super::sum::Sum;

/// Accumulates the counts of posts, account by account or in any order. 24 bytes per account.
#[derive(Debug, Clone, Default)]
pub struct LogNormal {
    accounts: Vec<Moments>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Moments {
    posts: u32,
    mean: f64,
    /// Sum of squared deviations from the mean (Welford).
    squares: f64,
}

/// The fitted model.
#[derive(Debug, Clone)]
pub struct LogNormalEffects {
    /// Mean of `ln(1 + count)` over all posts.
    pub mean: f64,
    /// Within-account variance `s²`.
    pub within: f64,
    /// Between-account variance `τ²`.
    pub between: f64,
    /// Accounts with at least one post.
    pub accounts: usize,
    /// Posts whose count is known.
    pub posts: usize,
    moments: Vec<Moments>,
}

/// What the model says of one account.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// Posts whose count is known.
    pub posts: u32,
    /// Shrunken mean of `ln(1 + count)`.
    pub mean: f64,
    /// Its standard deviation, same unit.
    pub sd: f64,
    /// Weight of the account's own posts, 0 (all pooled) to 1.
    pub own_weight: f64,
}

impl LogNormal {
    /// For `accounts` accounts, none of which has a post yet.
    pub fn new(accounts: usize) -> Self {
        LogNormal { accounts: vec![Moments::default(); accounts] }
    }

    /// Adds one post. An unknown (`NaN`), negative or infinite count is left out.
    ///
    /// The last bits depend on the order of an account's posts: feed them in the canonical order of the study.
    #[inline]
    pub fn add(&mut self, account: usize, count: f64) {
        if !(count.is_finite() && count >= 0.0) {
            return;
        }
        let m = &mut self.accounts[account];
        let y = ln_1p(count);
        m.posts += 1;
        let delta = y - m.mean;
        m.mean += delta / f64::from(m.posts);
        m.squares += delta * (y - m.mean);
    }

    /// Fits the model. `None` when no account has two posts with a known count: luck and person cannot be told apart.
    ///
    /// ```
    /// use sillage::math::log_normal::LogNormal;
    /// let mut data = LogNormal::new(3);
    /// for (account, count) in [(0, 9.0), (0, 12.0), (0, 8.0), (1, 0.0), (1, 1.0), (2, 40.0)] {
    ///     data.add(account, count);
    /// }
    /// let model = data.finish().unwrap();
    /// // One lucky post is drawn towards the others more than three steady ones.
    /// assert!(model.effect(2).unwrap().own_weight < model.effect(0).unwrap().own_weight);
    /// assert!(model.effect(2).unwrap().count() < 40.0);
    /// ```
    pub fn finish(self) -> Option<LogNormalEffects> {
        let (mut posts, mut accounts) = (0.0, 0.0);
        let (mut total, mut squares, mut sizes) = (Sum::default(), Sum::default(), Sum::default());
        for m in self.accounts.iter().filter(|m| m.posts > 0) {
            let n = f64::from(m.posts);
            posts += n;
            accounts += 1.0;
            total.add(n * m.mean);
            squares.add(m.squares);
            sizes.add(n * n);
        }
        if posts <= accounts {
            return None;
        }
        let mean = total.total() / posts;
        let within = squares.total() / (posts - accounts);
        let mut spread = Sum::default();
        for m in self.accounts.iter().filter(|m| m.posts > 0) {
            spread.add(f64::from(m.posts) * (m.mean - mean) * (m.mean - mean));
        }
        let denominator = posts - sizes.total() / posts;
        let between = if accounts > 1.0 && denominator > 0.0 {
            ((spread.total() - (accounts - 1.0) * within) / denominator).max(0.0)
        } else {
            0.0
        };
        Some(LogNormalEffects {
            mean,
            within,
            between,
            accounts: accounts as usize,
            posts: posts as usize,
            moments: self.accounts,
        })
    }
}

impl LogNormalEffects {
    /// Intra-class correlation, 0 to 1. `None` when nothing varies at all.
    pub fn icc(&self) -> Option<f64> {
        let total = self.between + self.within;
        (total > 0.0).then(|| self.between / total)
    }

    /// The shrunken mean of an account. `None` when it has no post with a known count.
    pub fn effect(&self, account: usize) -> Option<Effect> {
        let m = self.moments.get(account).filter(|m| m.posts > 0)?;
        let noise = self.within / f64::from(m.posts);
        // Nothing varies within accounts: each mean is exact. (0/0 when nothing varies between them either.)
        let own_weight = if self.between > 0.0 { self.between / (self.between + noise) } else { 0.0 };
        Some(Effect {
            posts: m.posts,
            mean: self.mean + own_weight * (m.mean - self.mean),
            sd: sqrt(own_weight * noise),
            own_weight,
        })
    }
}

impl Effect {
    /// The shrunken mean in the unit of the counts: `exp(E) - 1`, per post.
    pub fn count(&self) -> f64 {
        exp_m1(self.mean)
    }

    /// Lower bound that the true mean exceeds with probability 0.9, in the unit of the counts (at least 0): what
    /// "safe picks" are ranked by.
    pub fn lower_bound(&self) -> f64 {
        /// 90 % quantile of the normal distribution.
        const Z90: f64 = 1.281_551_565_544_600_4;
        exp_m1(self.mean - Z90 * self.sd).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::rng::Stream;
    use crate::math::{exp, ln, sqrt};
    use proptest::prelude::*;

    fn fit(groups: &[&[f64]]) -> Option<LogNormalEffects> {
        let mut data = LogNormal::new(groups.len());
        for (i, counts) in groups.iter().enumerate() {
            counts.iter().for_each(|&c| data.add(i, c));
        }
        data.finish()
    }

    #[test]
    fn worked_by_hand() {
        // ln(1+count): (1, 3), (5, 7, 9), (2). N = 6, K = 3, m = 27/6 = 4.5, m_i = 2, 7, 2.
        let c = |y: f64| exp(y) - 1.0;
        let model = fit(&[&[c(1.0), c(3.0)], &[c(5.0), c(7.0), c(9.0)], &[c(2.0)]]).expect("replicates");
        let within: f64 = (2.0 + 8.0) / 3.0;
        let between = (2.0 * 6.25 + 3.0 * 6.25 + 6.25 - 2.0 * within) / (6.0 - 14.0 / 6.0);
        assert!((model.mean - 4.5).abs() < 1e-12);
        assert!((model.within - within).abs() < 1e-12);
        assert!((model.between - between).abs() < 1e-12);
        let own = between / (between + within / 2.0);
        let effect = model.effect(0).expect("has posts");
        assert!((effect.mean - (4.5 + own * (2.0 - 4.5))).abs() < 1e-12);
        assert!((effect.sd - sqrt(own * within / 2.0)).abs() < 1e-12);
        assert!((model.icc().expect("varies") - between / (between + within)).abs() < 1e-12);
        assert!((effect.count() - (exp(effect.mean) - 1.0)).abs() < 1e-10);
        assert!(effect.lower_bound() < effect.count());
    }

    #[test]
    fn unknown_and_degenerate() {
        assert!(fit(&[]).is_none());
        assert!(fit(&[&[3.0], &[9.0]]).is_none(), "one post each: person and luck cannot be told apart");
        assert!(fit(&[&[f64::NAN, 1.0], &[2.0]]).is_none());
        let constant = fit(&[&[4.0, 4.0], &[4.0]]).expect("replicates");
        assert_eq!(constant.icc(), None);
        assert!((constant.effect(0).expect("posts").count() - 4.0).abs() < 1e-12);
        let exact = fit(&[&[4.0, 4.0], &[9.0, 9.0], &[]]).expect("replicates");
        assert!((exact.effect(1).expect("posts").count() - 9.0).abs() < 1e-12);
        assert_eq!(exact.effect(2), None);
        assert_eq!(exact.effect(99), None);
        let alone = fit(&[&[1.0, 5.0, 30.0]]).expect("replicates");
        let effect = alone.effect(0).expect("posts");
        assert!(effect.mean.is_finite() && effect.sd == 0.0);
    }

    #[test]
    fn recovers_known_variances() {
        let mut stream = Stream::new(5, "log-normal test", 0);
        let mut normal = || (0..12).map(|_| stream.next_f64()).sum::<f64>() - 6.0;
        let mut data = LogNormal::new(3000);
        for i in 0..3000 {
            let own = 5.0 + 0.6 * normal();
            for _ in 0..(2 + i % 9) {
                data.add(i, exp(own + 0.8 * normal()) - 1.0);
            }
        }
        let model = data.finish().expect("replicates");
        assert!((model.within - 0.64).abs() < 0.02, "{}", model.within);
        assert!((model.between - 0.36).abs() < 0.03, "{}", model.between);
        assert!((model.mean - 5.0).abs() < 0.05 && ln(2.0) > 0.6);
    }

    proptest! {
        #[test]
        fn between_the_own_mean_and_the_grand_mean(
            groups in prop::collection::vec(prop::collection::vec(0u32..5000, 0..7), 1..20)
        ) {
            let mut data = LogNormal::new(groups.len());
            for (i, counts) in groups.iter().enumerate() {
                counts.iter().for_each(|&c| data.add(i, f64::from(c)));
            }
            if let Some(model) = data.finish() {
                for (i, counts) in groups.iter().enumerate() {
                    let Some(effect) = model.effect(i) else {
                        prop_assert!(counts.is_empty());
                        continue;
                    };
                    let own = counts.iter().map(|&c| ln_1p(f64::from(c))).sum::<f64>() / counts.len() as f64;
                    let (low, high) = (own.min(model.mean), own.max(model.mean));
                    prop_assert!(effect.mean >= low - 1e-9 && effect.mean <= high + 1e-9);
                    prop_assert!(effect.sd >= 0.0 && effect.sd.is_finite());
                    prop_assert!(effect.lower_bound() <= effect.count() + 1e-9);
                }
            }
        }
    }
}
