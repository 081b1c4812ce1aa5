//! Objectives: which pillars count, and how much. Opinions, shown and open to change.

use super::factor::Pillar;
use crate::error::{ErrorKind, Result};
use serde::{Deserialize, Serialize};

/// What the campaign is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Objective {
    /// None chosen: the order is by re-share credit, resonance first.
    #[default]
    None,
    /// To be known.
    Awareness,
    /// To be considered.
    Consideration,
    /// To be bought.
    Conversion,
}

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
    /// Weight of a pillar.
    pub fn of(&self, pillar: Pillar) -> f64 {
        match pillar {
            Pillar::Reach => self.reach,
            Pillar::Relevance => self.relevance,
            Pillar::Resonance => self.resonance,
        }
    }

    /// The same weights, adding up to 1.
    ///
    /// # Errors
    /// `argument.invalid` when one is negative or not finite, or all are 0.
    pub fn normalised(self) -> Result<PillarWeights> {
        let all = [self.reach, self.relevance, self.resonance];
        let total: f64 = all.iter().sum();
        if all.iter().any(|w| *w < 0.0) || !(total > 0.0 && total.is_finite()) {
            return Err(ErrorKind::InvalidArgument { name: "weights", given: format!("{all:?}") }.into());
        }
        Ok(PillarWeights {
            reach: self.reach / total,
            relevance: self.relevance / total,
            resonance: self.resonance / total,
        })
    }
}

impl Objective {
    /// Weights of the objective.
    pub fn weights(self) -> PillarWeights {
        let (reach, relevance, resonance) = match self {
            Objective::None => (1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0),
            Objective::Awareness => (0.45, 0.20, 0.35),
            Objective::Consideration => (0.20, 0.45, 0.35),
            Objective::Conversion => (0.15, 0.35, 0.50),
        };
        PillarWeights { reach, relevance, resonance }
    }
}
