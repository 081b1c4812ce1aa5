//! How much each pillar counts, and each sub-factor inside its pillar.

use super::pillar::{Pillar, SubFactor};
use crate::error::{ErrorKind, Result};
use serde::{Deserialize, Serialize};

/// Weight of each pillar; they add up to 1 once normalised.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PillarWeights {
    /// Reach.
    pub reach: f64,
    /// Relevance.
    pub relevance: f64,
    /// Resonance.
    pub resonance: f64,
}

impl PillarWeights {
    /// Weights in the order of [`Pillar::ALL`].
    pub const fn new([reach, relevance, resonance]: [f64; 3]) -> PillarWeights {
        PillarWeights { reach, relevance, resonance }
    }

    /// Weight of a pillar.
    pub fn of(&self, pillar: Pillar) -> f64 {
        self.all()[pillar as usize]
    }

    /// Weights in the order of [`Pillar::ALL`].
    pub fn all(&self) -> [f64; 3] {
        [self.reach, self.relevance, self.resonance]
    }

    /// The same weights, adding up to 1.
    ///
    /// # Errors
    /// `argument.invalid` when one is negative or not finite, or all are 0.
    pub fn normalised(self) -> Result<PillarWeights> {
        let all = self.all();
        let total: f64 = all.iter().sum();
        if all.iter().any(|w| *w < 0.0) || !(total > 0.0 && total.is_finite()) {
            return Err(ErrorKind::InvalidArgument { name: "weights", given: format!("{all:?}") }.into());
        }
        Ok(PillarWeights::new(all.map(|w| w / total)))
    }
}

/// Weight of every sub-factor inside its pillar, 0 or more; only the ratios inside a pillar matter.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[allow(missing_docs)]
pub struct FactorWeights {
    pub popularity: f64,
    pub proximity: f64,
    pub goodwill: f64,
    pub authority: f64,
    pub trust: f64,
    pub affinity: f64,
    pub frequency: f64,
    pub period: f64,
    pub amplitude: f64,
}

impl Default for FactorWeights {
    fn default() -> Self {
        FactorWeights::of([1.0; 9])
    }
}

impl FactorWeights {
    /// Weights in the order of [`SubFactor::ALL`].
    pub const fn of(weights: [f64; 9]) -> FactorWeights {
        let [popularity, proximity, goodwill, authority, trust, affinity, frequency, period, amplitude] =
            weights;
        FactorWeights {
            popularity,
            proximity,
            goodwill,
            authority,
            trust,
            affinity,
            frequency,
            period,
            amplitude,
        }
    }

    /// Weight of a sub-factor.
    pub fn weight(&self, factor: SubFactor) -> f64 {
        match factor {
            SubFactor::Popularity => self.popularity,
            SubFactor::Proximity => self.proximity,
            SubFactor::Goodwill => self.goodwill,
            SubFactor::Authority => self.authority,
            SubFactor::Trust => self.trust,
            SubFactor::Affinity => self.affinity,
            SubFactor::Frequency => self.frequency,
            SubFactor::Period => self.period,
            SubFactor::Amplitude => self.amplitude,
        }
    }
}
