//! Signal 7, rate anomaly: far more, or less, engagement than accounts of this size have.
//!
//! Mean of `ln(1 + likes + re-shares + comments)` per post, against the median of accounts of the same network and a
//! similar number of followers (twenty classes of equal size); the residual over the median absolute deviation of all
//! residuals, scaled to a standard deviation (1.4826). Unusual from 3.5 on. The same is asked of comments for a like.
//! Needs: followers and counters; three counted posts at least, and [`MIN_ACCOUNTS`] accounts to compare with.

use super::{Parts, ramp};
use crate::error::Result;
use crate::graph::column::filled;
use crate::math::ln;
use crate::math::quantile::{median, median_unsorted};
use crate::model::{PostKind, count};

/// Robust standard deviations from which it is unusual (Iglewicz and Hoaglin).
pub const THRESHOLD: f64 = 3.5;
/// Counted posts of an account below which its mean is luck.
pub const MIN_POSTS: u32 = 3;
/// Accounts of a network below which there is nothing to compare with.
pub const MIN_ACCOUNTS: usize = 40;
const CLASSES: usize = 20;
/// Least spread, so that a file where all are alike makes nobody stand out.
const MIN_SPREAD: f64 = 0.1;

/// Residuals of every account.
#[derive(Debug, Clone, Default)]
pub struct Rates {
    /// Robust residual of engagement per post; NaN cannot be told. Empty when nobody has it.
    pub residual: Vec<f64>,
    /// The same of comments for a like.
    pub comments: Vec<f64>,
}

/// Reads counters account by account, then compares.
#[derive(Debug, Default)]
pub(super) struct Rating {
    at: usize,
    engagement: Vec<f64>,
    comments: Vec<f64>,
}

impl Rating {
    pub(super) fn step(&mut self, parts: &Parts<'_>) -> bool {
        let posts = &parts.data.posts;
        let accounts = parts.data.accounts.len();
        let mut left = super::ground::PIECE;
        while self.at < accounts && left > 0 {
            let (mut n, mut sum, mut likes, mut replies) = (0_u32, 0.0, 0.0, 0.0);
            for post in posts.of(self.at) {
                let post = *post as usize;
                left = left.saturating_sub(1);
                if posts.kind[post] == PostKind::Repost || !parts.window.contains(posts.time.at(post)) {
                    continue;
                }
                let counted = |which| posts.count(which, post);
                let all = [count::LIKES, count::REPOSTS, count::REPLIES].map(counted);
                if all.iter().any(Option::is_some) {
                    n += 1;
                    sum += crate::math::ln_1p(all.iter().flatten().sum::<f64>().max(0.0));
                }
                if let [Some(l), _, Some(r)] = all {
                    likes += l;
                    replies += r;
                }
            }
            let enough = n >= MIN_POSTS;
            self.engagement.push(if enough { sum / f64::from(n) } else { f64::NAN });
            let ratio = ln((replies + 1.0) / (likes + 1.0));
            self.comments.push(if enough && likes + replies >= 30.0 { ratio } else { f64::NAN });
            self.at += 1;
            left = left.saturating_sub(1);
        }
        self.at == accounts
    }

    pub(super) fn finish(self, parts: &Parts<'_>) -> Result<Rates> {
        Ok(Rates {
            residual: residuals(&self.engagement, parts)?,
            comments: residuals(&self.comments, parts)?,
        })
    }
}

/// Robust residuals of a column on the number of followers, network by network.
fn residuals(column: &[f64], parts: &Parts<'_>) -> Result<Vec<f64>> {
    let accounts = &parts.data.accounts;
    let mut found = filled(f64::NAN, column.len())?;
    let known = |a: &u32| !column[*a as usize].is_nan() && accounts.followers[*a as usize] >= 0.0;
    let mut order: Vec<u32> = (0..column.len() as u32).filter(known).collect();
    order.sort_by(|a, b| {
        let (a, b) = (*a as usize, *b as usize);
        (accounts.platform[a], accounts.followers[a])
            .partial_cmp(&(accounts.platform[b], accounts.followers[b]))
            .unwrap_or(std::cmp::Ordering::Equal)
            .then(a.cmp(&b))
    });
    let mut any = false;
    for network in order.chunk_by(|a, b| accounts.platform[*a as usize] == accounts.platform[*b as usize]) {
        if network.len() < MIN_ACCOUNTS {
            continue;
        }
        any = true;
        // Classes of ten accounts at least, twenty at most.
        let size = network.len().div_ceil(CLASSES).max(10);
        for class in network.chunks(size) {
            let mut values: Vec<f64> = class.iter().map(|a| column[*a as usize]).collect();
            let middle = median_unsorted(&mut values);
            for a in class {
                found[*a as usize] = column[*a as usize] - middle;
            }
        }
        let mut sizes: Vec<f64> = network.iter().map(|a| found[*a as usize].abs()).collect();
        sizes.sort_unstable_by(f64::total_cmp);
        let spread = (1.4826 * median(&sizes)).max(MIN_SPREAD);
        for a in network {
            found[*a as usize] /= spread;
        }
    }
    Ok(if any { found } else { Vec::new() })
}

impl Rates {
    /// Strength; NaN cannot be told.
    pub fn strength(&self, account: usize) -> f64 {
        let of = |column: &[f64]| column.get(account).map_or(f64::NAN, |r| r.abs());
        let far = of(&self.residual).max(of(&self.comments));
        if far.is_nan() { far } else { ramp(far, THRESHOLD - 1.5, THRESHOLD + 1.5) }
    }
}
