//! Objectives: which pillars and sub-factors count, and how much. Opinions, shown and open to change.
//!
//! A preset is data: weights of the pillars, weights of the sub-factors inside them, a gate, and which reading of
//! amplitude, of period and of time it asks for. Whatever a caller sets takes the place of the preset's.

use super::weights::{FactorWeights, PillarWeights};
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
    /// To be spoken for by those who already love it.
    Advocacy,
    /// To know who carries bad news, and how fast.
    Crisis,
}

/// What an account must show before it competes with the others. Those that do not are listed after those that do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// Posts of its own on the subject: [`MIN_ON_TOPIC`] or more. One lucky post does not make a voice.
    OnTopicPosts,
    /// An ambassador score above 0: it works for the brand, or uses it and says so.
    Ambassador,
}

/// Own posts on the subject that consideration asks for.
pub const MIN_ON_TOPIC: f64 = 5.0;

impl Gate {
    /// Least value that passes.
    pub fn least(self) -> f64 {
        match self {
            Gate::OnTopicPosts => MIN_ON_TOPIC,
            Gate::Ambassador => f64::MIN_POSITIVE,
        }
    }
}

/// Which effect amplitude counts, where the data hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Distinct recent people who re-shared.
    Reshares,
    /// Clicks per post.
    Clicks,
    /// Distinct recent people who passed on or answered what was negative.
    Negative,
}

/// What period rewards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lifetime {
    /// Posts that live long.
    Long,
    /// Posts that spread fast: the time to half of their re-shares, short first.
    Fast,
}

/// How long what happened counts, when the caller leaves the half-life to the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Memory {
    /// As the back-test says.
    AsTested,
    /// At least a quarter of the span: reputation outlives a week.
    Long,
    /// At most a day: what happened yesterday is over.
    Short,
}

impl Memory {
    /// The half-life to use (milliseconds; `None` is no decay), given what the back-test chose and the span of the
    /// data.
    pub fn half_life(self, tested: Option<f64>, span: f64) -> Option<f64> {
        match (self, tested) {
            (Memory::AsTested, _) | (Memory::Long, None) => tested,
            (Memory::Long, Some(tested)) => Some(tested.max(span / 4.0)),
            // Without times nothing can fade.
            (Memory::Short, _) if span.is_nan() || span <= 0.0 => tested,
            (Memory::Short, tested) => Some(tested.unwrap_or(f64::INFINITY).min(DAY)),
        }
    }
}

const DAY: f64 = 86_400_000.0;

/// Everything that an objective decides.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Preset {
    /// Weights of the pillars.
    pub weights: PillarWeights,
    /// Weights of the sub-factors inside their pillars.
    pub factor_weights: FactorWeights,
    /// What is asked of an account first.
    pub gate: Option<Gate>,
    /// Which effect amplitude counts.
    pub effect: Effect,
    /// What period rewards.
    pub lifetime: Lifetime,
    /// How long what happened counts.
    pub memory: Memory,
}

impl Objective {
    /// Every objective, in the order in which they are offered.
    pub const ALL: [Objective; 6] = [
        Objective::None,
        Objective::Awareness,
        Objective::Consideration,
        Objective::Conversion,
        Objective::Advocacy,
        Objective::Crisis,
    ];

    /// What the objective decides.
    pub const fn preset(self) -> Preset {
        // Sub-factors in the order of SubFactor::ALL:
        // popularity, proximity, goodwill | authority, trust, affinity | frequency, period, amplitude.
        let (weights, factors) = match self {
            Objective::None => ([1.0 / 3.0; 3], [1.0; 9]),
            Objective::Awareness => ([0.45, 0.20, 0.35], [2.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0]),
            Objective::Consideration => ([0.20, 0.45, 0.35], [1.0, 1.0, 1.0, 2.0, 1.0, 1.0, 1.0, 2.0, 1.0]),
            Objective::Conversion => ([0.15, 0.35, 0.50], [1.0, 2.0, 1.0, 1.0, 1.0, 2.0, 1.0, 1.0, 3.0]),
            Objective::Advocacy => ([0.10, 0.40, 0.50], [0.0, 1.0, 2.0, 1.0, 3.0, 1.0, 1.0, 1.0, 1.0]),
            Objective::Crisis => ([0.35, 0.25, 0.40], [2.0, 1.0, 0.0, 2.0, 1.0, 1.0, 1.0, 2.0, 3.0]),
        };
        let (gate, effect, lifetime, memory) = match self {
            Objective::None => (None, Effect::Reshares, Lifetime::Long, Memory::AsTested),
            Objective::Awareness => (None, Effect::Reshares, Lifetime::Long, Memory::Long),
            Objective::Consideration => {
                (Some(Gate::OnTopicPosts), Effect::Reshares, Lifetime::Long, Memory::AsTested)
            }
            Objective::Conversion => (None, Effect::Clicks, Lifetime::Long, Memory::AsTested),
            Objective::Advocacy => {
                (Some(Gate::Ambassador), Effect::Reshares, Lifetime::Long, Memory::AsTested)
            }
            Objective::Crisis => (None, Effect::Negative, Lifetime::Fast, Memory::Short),
        };
        Preset {
            weights: PillarWeights::new(weights),
            factor_weights: FactorWeights::of(factors),
            gate,
            effect,
            lifetime,
            memory,
        }
    }

    /// Weights of the pillars.
    pub fn weights(self) -> PillarWeights {
        self.preset().weights
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_of_pillars_add_up_to_one() {
        for objective in Objective::ALL {
            let total: f64 = objective.weights().all().iter().sum();
            assert!((total - 1.0).abs() < 1e-12, "{objective:?}");
        }
    }

    #[test]
    fn memory_bends_the_half_life_that_was_tested() {
        let (hour, span) = (3_600_000.0, 40.0 * DAY);
        assert_eq!(Memory::AsTested.half_life(Some(hour), span), Some(hour));
        assert_eq!(Memory::Long.half_life(Some(hour), span), Some(10.0 * DAY));
        assert_eq!(Memory::Long.half_life(None, span), None);
        assert_eq!(Memory::Short.half_life(Some(hour), span), Some(hour));
        assert_eq!(Memory::Short.half_life(None, span), Some(DAY));
        assert_eq!(Memory::Short.half_life(None, 0.0), None);
    }
}
