//! Numbers: the elementary functions, sums, quantiles, random streams, shrinkage and scaling of the scores.
//!
//! Rules of the whole engine: `f64`; `libm` instead of the platform's transcendental functions, so that native code
//! and WebAssembly agree bit for bit; compensated sums in a fixed order for totals; seeded random streams that do
//! not depend on scheduling; `NaN` means *unknown*, never zero.

pub mod beta;
pub mod beta_binomial;
mod functions;
mod gamma;
pub mod log_normal;
mod narrow;
mod ndcg;
pub mod quantile;
pub mod rng;
pub mod scale;
mod sum;
pub mod wilson;

pub use functions::{
    cbrt, ceil, exp, exp_m1, exp2, floor, lgamma, ln, ln_1p, log2, log10, logit, pow, sigmoid, sqrt,
};
pub use narrow::narrow;
pub use ndcg::ndcg;
pub use sum::{Sum, mean, sum};
