//! Shrinkage of rates that have a denominator: `y` successes out of `n` (engagements out of views, positive replies
//! out of signed ones…), by an empirical-Bayes beta-binomial.
//!
//! Each account's true rate is a draw from `Beta(α, β)`; `(α, β)` maximise the likelihood of all the accounts with
//! `n ≥ 5`; an account's shrunken rate is the posterior mean `(y + α) / (n + α + β)`. The search is a damped Newton
//! ascent in `(ln α/β, ln (α+β))`. When the accounts differ no more than chance makes them differ, the likelihood
//! grows for ever with `M = α + β`: `M` is capped at 10,000, which is full pooling, and flagged.
//!
//! Source: Griffiths 1973, *Biometrics* 29:637; Robinson, *Introduction to Empirical Bayes* 2017.

use super::functions::{exp, ln, logit, sigmoid};
use super::gamma::polygamma;
use super::sum::Sum;

/// Accounts with fewer trials than this do not take part in the fit (they are still shrunk by it).
pub const MIN_TRIALS: f64 = 5.0;
/// Largest prior sample size `α + β`: beyond, the data are not over-dispersed.
pub const MAX_PRIOR: f64 = 1e4;
/// Smallest prior sample size: reached when every account has either no success or nothing else.
pub const MIN_PRIOR: f64 = 1e-2;

/// A fitted beta-binomial.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BetaBinomial {
    /// First parameter of the prior: prior successes.
    pub alpha: f64,
    /// Second parameter of the prior: prior failures.
    pub beta: f64,
    /// The data show no difference between accounts beyond chance: `α + β` was capped, all are pooled.
    pub pooled: bool,
    /// Accounts that took part in the fit.
    pub accounts: usize,
}

impl BetaBinomial {
    /// Fits the prior to `(y, n)` pairs of counts, one per account. `None` when no account has `n ≥ 5`.
    ///
    /// Pairs that are not counts (`NaN`, negative, `y > n`, infinite) are unknown and left out. The order of the
    /// pairs does not matter to the last bit. Cost: one sort of three columns, then about 10 evaluations over their
    /// *distinct* values.
    ///
    /// ```
    /// use sillage::math::beta_binomial::BetaBinomial;
    /// let pairs = [(12.0, 100.0), (0.0, 20.0), (30.0, 1000.0), (9.0, 50.0), (2.0, 5.0), (3.0, 300.0)];
    /// let fit = BetaBinomial::fit(pairs).unwrap();
    /// assert!((fit.mean(2.0, 5.0) - 0.196695).abs() < 1e-6); // 2 out of 5 is not yet 40 %
    /// ```
    pub fn fit(pairs: impl IntoIterator<Item = (f64, f64)>) -> Option<Self> {
        let data = Data::new(pairs);
        if data.accounts == 0 {
            return None;
        }
        let (successes, trials) = (data.successes, data.trials);
        let pooled = |rate: f64| BetaBinomial {
            alpha: MAX_PRIOR * rate,
            beta: MAX_PRIOR * (1.0 - rate),
            pooled: true,
            accounts: data.accounts,
        };
        if successes == 0.0 || successes == trials {
            // No over-dispersion to see, and an odds of 0 or infinity: Jeffreys' half keeps the rate off the edge.
            return Some(pooled((successes + 0.5) / (trials + 1.0)));
        }
        if data.accounts == 1 {
            return Some(pooled(successes / trials));
        }
        let start = logit(successes / trials);
        let found = [2.0, 100.0]
            .map(|prior| data.ascend(start, ln(prior)))
            .into_iter()
            .max_by(|a, b| a.value.total_cmp(&b.value))?;
        let (rate, prior) = (sigmoid(found.odds), exp(found.prior));
        if prior >= MAX_PRIOR * (1.0 - 1e-9) {
            return Some(BetaBinomial {
                alpha: MAX_PRIOR * rate,
                beta: MAX_PRIOR * (1.0 - rate),
                ..pooled(rate)
            });
        }
        Some(BetaBinomial {
            alpha: prior * rate,
            beta: prior * (1.0 - rate),
            pooled: false,
            accounts: data.accounts,
        })
    }

    /// Posterior mean rate of an account with `y` successes out of `n`. `n = 0` gives the prior mean; unknown in,
    /// unknown out.
    pub fn mean(&self, y: f64, n: f64) -> f64 {
        (y + self.alpha) / (n + self.alpha + self.beta)
    }

    /// Weight of the account's own data in its posterior mean, 0 (all prior) to 1.
    pub fn own_weight(&self, n: f64) -> f64 {
        n / (n + self.alpha + self.beta)
    }
}

/// The sufficient statistics: the likelihood is a sum over distinct `y`, distinct `n - y` and distinct `n`.
struct Data {
    successes: f64,
    trials: f64,
    accounts: usize,
    hits: Vec<(f64, f64)>,
    misses: Vec<(f64, f64)>,
    sizes: Vec<(f64, f64)>,
}

/// Value, gradient and Hessian of the log-likelihood in (`ln α/β`, `ln (α+β)`).
#[derive(Clone, Copy)]
struct Local {
    odds: f64,
    prior: f64,
    value: f64,
    gradient: [f64; 2],
    hessian: [f64; 3],
}

impl Data {
    fn new(pairs: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let (mut hits, mut misses, mut sizes) = (Vec::new(), Vec::new(), Vec::new());
        for (y, n) in pairs {
            if n.is_finite() && n >= MIN_TRIALS && y >= 0.0 && y <= n {
                hits.push(y);
                misses.push(n - y);
                sizes.push(n);
            }
        }
        let accounts = sizes.len();
        let (hits, misses, sizes) = (distinct(hits), distinct(misses), distinct(sizes));
        let total = |groups: &[(f64, f64)]| super::sum(groups.iter().map(|&(value, times)| value * times));
        Data { successes: total(&hits), trials: total(&sizes), accounts, hits, misses, sizes }
    }

    fn at(&self, odds: f64, prior: f64) -> Local {
        let (rate, m) = (sigmoid(odds), exp(prior));
        let (a, b) = (m * rate, m * sigmoid(-odds));
        let over = |groups: &[(f64, f64)], shift: f64| {
            let (base, base1, base2) = polygamma(shift);
            let mut sums = [Sum::default(); 3];
            for &(value, times) in groups.iter().filter(|g| g.0 > 0.0) {
                let (g, d, t) = polygamma(value + shift);
                sums[0].add(times * (g - base));
                sums[1].add(times * (d - base1));
                sums[2].add(times * (t - base2));
            }
            sums.map(|s| s.total())
        };
        let [va, ga, ha] = over(&self.hits, a);
        let [vb, gb, hb] = over(&self.misses, b);
        let [vm, gm, hm] = over(&self.sizes, m);
        // Derivatives by (α, β), then the chain rule: dα/du = -dβ/du = M r(1-r), dα/dv = α, dβ/dv = β.
        let (da, db) = (ga - gm, gb - gm);
        let (haa, hbb, hab) = (ha - hm, hb - hm, -hm);
        let w = a * sigmoid(-odds);
        let curvature = w * (1.0 - 2.0 * rate);
        Local {
            odds,
            prior,
            value: va + vb - vm,
            gradient: [w * (da - db), a * da + b * db],
            hessian: [
                w * w * (haa - 2.0 * hab + hbb) + curvature * (da - db),
                w * (a * (haa - hab) + b * (hab - hbb)) + w * (da - db),
                a * a * haa + 2.0 * a * b * hab + b * b * hbb + a * da + b * db,
            ],
        }
    }

    /// Newton's ascent, damped until the likelihood grows, inside the box of odds and prior sizes.
    fn ascend(&self, odds: f64, prior: f64) -> Local {
        let (low, high) = (ln(MIN_PRIOR), ln(MAX_PRIOR));
        let mut here = self.at(odds.clamp(-30.0, 30.0), prior.clamp(low, high));
        let mut damping = 0.0_f64;
        for _ in 0..200 {
            let [gu, gv] = here.gradient;
            let [huu, huv, hvv] = here.hessian;
            let blocked = (here.prior >= high && gv > 0.0) || (here.prior <= low && gv < 0.0);
            let (p, q) = (damping - huu, damping - hvv);
            let step = if blocked {
                (p > 0.0).then(|| [gu / p, 0.0])
            } else {
                let determinant = p * q - huv * huv;
                (p > 0.0 && determinant > 0.0)
                    .then(|| [(q * gu + huv * gv) / determinant, (p * gv + huv * gu) / determinant])
            };
            let Some([du, dv]) = step else {
                damping = (damping * 4.0).max(1e-3 * (huu.abs() + hvv.abs() + huv.abs()).max(1e-3));
                if damping > 1e15 {
                    break;
                }
                continue;
            };
            let next = self.at(
                (here.odds + du.clamp(-3.0, 3.0)).clamp(-30.0, 30.0),
                (here.prior + dv.clamp(-3.0, 3.0)).clamp(low, high),
            );
            let moved = (next.odds - here.odds).abs().max((next.prior - here.prior).abs());
            let tolerance = 1e-13 * (here.value.abs() + 1.0);
            if next.value.is_finite() && next.value >= here.value - tolerance {
                here = next;
                damping *= 0.25;
                if damping < 1e-9 {
                    damping = 0.0;
                }
                if moved < 1e-11 {
                    break;
                }
            } else {
                if moved < 1e-11 {
                    break;
                }
                damping = (damping * 4.0).max(1e-3 * (huu.abs() + hvv.abs()));
            }
        }
        here
    }
}

/// Distinct values in ascending order, each with the number of times it occurs.
fn distinct(mut values: Vec<f64>) -> Vec<(f64, f64)> {
    values.sort_unstable_by(f64::total_cmp);
    values.chunk_by(|a, b| a == b).map(|group| (group[0], group.len() as f64)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::rng::Stream;
    use proptest::prelude::*;

    const N: [f64; 6] = [100.0, 20.0, 1000.0, 50.0, 5.0, 300.0];
    const Y: [f64; 6] = [12.0, 0.0, 30.0, 9.0, 2.0, 3.0];

    fn fit(pairs: &[(f64, f64)]) -> BetaBinomial {
        BetaBinomial::fit(pairs.iter().copied()).expect("enough data")
    }

    #[test]
    fn golden() {
        let model = BetaBinomial::fit(Y.into_iter().zip(N)).expect("enough data");
        // Root of the likelihood's gradient, solved with 40 digits.
        assert!((model.alpha - 0.891_214_226_403_776_2).abs() < 1e-9, "{model:?}");
        assert!((model.beta - 8.807_739_817_027_632).abs() < 1e-8, "{model:?}");
        assert!(!model.pooled);
        let means = [0.117_514, 0.030_008, 0.030_594, 0.165_685, 0.196_695, 0.012_565];
        for ((y, n), expected) in Y.into_iter().zip(N).zip(means) {
            assert!((model.mean(y, n) - expected).abs() < 1e-6);
        }
    }

    #[test]
    fn degenerate_inputs_stay_finite() {
        assert_eq!(BetaBinomial::fit([]), None);
        assert_eq!(BetaBinomial::fit([(1.0, 4.0), (f64::NAN, 50.0), (9.0, 5.0), (-1.0, 10.0)]), None);
        for pairs in [
            vec![(0.0, 10.0); 30],
            vec![(10.0, 10.0); 30],
            vec![(3.0, 10.0)],
            vec![(0.0, 10.0), (10.0, 10.0)],
            vec![(0.0, 1e6), (1e6, 1e6), (1e6, 1e6)],
            vec![(1.0, 1e9), (0.0, 5.0)],
            vec![(5.0, 10.0); 1000],
        ] {
            let model = fit(&pairs);
            assert!(model.alpha.is_finite() && model.alpha > 0.0, "{pairs:?} {model:?}");
            assert!(model.beta.is_finite() && model.beta > 0.0, "{pairs:?} {model:?}");
            let mean = model.mean(0.0, 0.0);
            assert!((0.0..=1.0).contains(&mean));
        }
    }

    #[test]
    fn no_over_dispersion_is_pooled_and_said() {
        let model = fit(&[(5.0, 10.0); 1000]);
        assert!(model.pooled);
        assert!((model.alpha + model.beta - MAX_PRIOR).abs() < 1e-6);
        assert!((model.mean(0.0, 0.0) - 0.5).abs() < 1e-12);
        assert!(fit(&[(3.0, 10.0)]).pooled && fit(&[(0.0, 10.0), (0.0, 99.0)]).pooled);
    }

    #[test]
    fn recovers_a_known_prior() {
        // Rates uniform on [0, 1] are Beta(1, 1).
        let mut stream = Stream::new(1, "beta-binomial test", 0);
        let pairs: Vec<(f64, f64)> = (0..4000)
            .map(|i| {
                let (rate, n) = (stream.next_f64(), 5 + i % 40);
                ((0..n).filter(|_| stream.next_f64() < rate).count() as f64, f64::from(n))
            })
            .collect();
        let model = fit(&pairs);
        assert!((model.alpha - 1.0).abs() < 0.08 && (model.beta - 1.0).abs() < 0.08, "{model:?}");
    }

    #[test]
    fn the_gradient_and_hessian_are_those_of_the_likelihood() {
        let data = Data::new(Y.into_iter().zip(N));
        let (u, v, e) = (-1.7, 1.3, 1e-5);
        let here = data.at(u, v);
        let (right, left, up, down) =
            (data.at(u + e, v), data.at(u - e, v), data.at(u, v + e), data.at(u, v - e));
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-5 * b.abs().max(1.0), "{a} {b}");
        close((right.value - left.value) / (2.0 * e), here.gradient[0]);
        close((up.value - down.value) / (2.0 * e), here.gradient[1]);
        close((right.gradient[0] - left.gradient[0]) / (2.0 * e), here.hessian[0]);
        close((up.gradient[0] - down.gradient[0]) / (2.0 * e), here.hessian[1]);
        close((right.gradient[1] - left.gradient[1]) / (2.0 * e), here.hessian[1]);
        close((up.gradient[1] - down.gradient[1]) / (2.0 * e), here.hessian[2]);
    }

    proptest! {
        #[test]
        fn finite_ordered_and_independent_of_order(
            raw in prop::collection::vec((0u32..200, 0u32..200), 1..40),
            shift in 0usize..40,
        ) {
            let pairs: Vec<(f64, f64)> =
                raw.iter().map(|&(a, b)| (f64::from(a.min(b)), f64::from(a.max(b)))).collect();
            let mut rotated = pairs.clone();
            rotated.rotate_left(shift % pairs.len());
            let model = BetaBinomial::fit(pairs.iter().copied());
            prop_assert_eq!(model, BetaBinomial::fit(rotated));
            if let Some(model) = model {
                for &(y, n) in &pairs {
                    let mean = model.mean(y, n);
                    prop_assert!(mean > 0.0 && mean < 1.0);
                    // Between the raw rate and the prior mean.
                    if n > 0.0 {
                        let (raw, prior) = (y / n, model.mean(0.0, 0.0));
                        prop_assert!(mean >= raw.min(prior) - 1e-12 && mean <= raw.max(prior) + 1e-12);
                    }
                }
            }
        }
    }
}
