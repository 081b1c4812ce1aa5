//! Popularity (Reach): followers, or median views where no file tells followers.
//!
//! Natural unit: followers (or views). Tier T0. Scaled by `ln(1 + x)`.
//! Missing: an account without a follower count is unknown, not small; without any count at all in the study, the
//! median views of each account's posts take their place; without views either, Reach cannot be told.

use super::factor::{Context, FactorColumn, Unit};
use super::pillar::SubFactor;
use crate::math::quantile::median_unsorted;
use crate::model::count;

/// Computes popularity.
pub fn popularity(context: &Context<'_>) -> FactorColumn {
    let name = SubFactor::Popularity;
    let followers = &context.data.accounts.followers;
    if followers.iter().any(|f| !f.is_nan()) {
        return FactorColumn::of_amounts(name, Unit::Followers, followers.clone());
    }
    let posts = &context.data.posts;
    if posts.counts[count::VIEWS].is_empty() {
        return FactorColumn::missing(name, Unit::Followers, context.accounts(), "no_followers");
    }
    let median = |account| {
        let mut views: Vec<f64> =
            context.posts_of(account).filter_map(|p| posts.count(count::VIEWS, p)).collect();
        median_unsorted(&mut views)
    };
    FactorColumn::of_amounts(name, Unit::MedianViews, (0..context.accounts()).map(median).collect())
}
