//! Where rules begin to hold.

use crate::error::{ErrorKind, Result};
use serde::{Deserialize, Serialize};

/// Where rules begin to hold, and how wide the border is. Opinions, all of them: shown, and open to change.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Thresholds {
    /// Followers of a macro-influencer.
    pub macro_followers: f64,
    /// Percentile of popularity, 0 to 100, of a macro-influencer.
    pub macro_popularity: f64,
    /// Share on the subject below which somebody is known for other things.
    pub celebrity_on_topic: f64,
    /// Reciprocity below which somebody answers nobody.
    pub celebrity_reciprocity: f64,
    /// Relevance of an opinion leader.
    pub leader_relevance: f64,
    /// Within-module degree of an opinion leader.
    pub leader_z: f64,
    /// Share on the subject of a specialist.
    pub specialist_on_topic: f64,
    /// Authority of a specialist.
    pub specialist_authority: f64,
    /// Median rank quantile of a discoverer, at most.
    pub discoverer_rank: f64,
    /// Hashtags and links that make a discoverer, at least.
    pub discoverer_items: f64,
    /// Participation of a networker, more than.
    pub networker_participation: f64,
    /// Quantile of betweenness of a networker.
    pub networker_betweenness: f64,
    /// Share of re-shares of a broadcaster.
    pub broadcaster_reshares: f64,
    /// Relay index of a broadcaster, more than.
    pub broadcaster_relay: f64,
    /// Quantile of posts a week of a heavy user.
    pub heavy_rhythm: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds {
            macro_followers: 1e5,
            macro_popularity: 95.0,
            celebrity_on_topic: 0.2,
            celebrity_reciprocity: 0.05,
            leader_relevance: 75.0,
            leader_z: 2.5,
            specialist_on_topic: 0.6,
            specialist_authority: 75.0,
            discoverer_rank: 0.2,
            discoverer_items: 3.0,
            networker_participation: 0.62,
            networker_betweenness: 0.9,
            broadcaster_reshares: 0.6,
            broadcaster_relay: 0.0,
            heavy_rhythm: 0.9,
        }
    }
}

impl Thresholds {
    /// Checks that thresholds can be.
    ///
    /// # Errors
    /// `argument.invalid` for one that is not finite, or a share or quantile outside 0 to 1.
    pub fn check(&self) -> Result<()> {
        let shares = [
            self.celebrity_on_topic,
            self.celebrity_reciprocity,
            self.specialist_on_topic,
            self.discoverer_rank,
            self.networker_participation,
            self.networker_betweenness,
            self.broadcaster_reshares,
            self.heavy_rhythm,
        ];
        let others = [
            self.macro_followers,
            self.macro_popularity,
            self.leader_relevance,
            self.leader_z,
            self.specialist_authority,
            self.discoverer_items,
            self.broadcaster_relay,
        ];
        let wrong = shares.iter().find(|s| !(0.0..=1.0).contains(*s));
        match wrong.or_else(|| others.iter().find(|o| !o.is_finite())) {
            None => Ok(()),
            Some(given) => Err(ErrorKind::InvalidArgument { name: "types", given: given.to_string() }.into()),
        }
    }
}
