//! What a score is made of, by name: three pillars of three sub-factors each.

use serde::{Deserialize, Serialize};

/// The three pillars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pillar {
    /// How many people could be reached.
    Reach,
    /// How much the subject is theirs.
    Relevance,
    /// How much people act on what they publish.
    Resonance,
}

impl Pillar {
    /// Every pillar, in order.
    pub const ALL: [Pillar; 3] = [Pillar::Reach, Pillar::Relevance, Pillar::Resonance];

    /// Stable name.
    pub fn name(self) -> &'static str {
        match self {
            Pillar::Reach => "reach",
            Pillar::Relevance => "relevance",
            Pillar::Resonance => "resonance",
        }
    }
}

/// The sub-factors of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SubFactor {
    /// Reach: followers, or median views.
    Popularity,
    /// Reach: how much of who reacts belongs to the target audience.
    Proximity,
    /// Reach: how kindly people answer.
    Goodwill,
    /// Relevance: recognised by recognised people, on the subject.
    Authority,
    /// Relevance: how many people come back, from how many circles.
    Trust,
    /// Relevance: how much of what they say is about the subject.
    Affinity,
    /// Resonance: how regularly they make people act.
    Frequency,
    /// Resonance: how long what they publish lives.
    Period,
    /// Resonance: how many people they make act.
    Amplitude,
}

impl SubFactor {
    /// Every sub-factor, in the order of the pillars.
    pub const ALL: [SubFactor; 9] = [
        SubFactor::Popularity,
        SubFactor::Proximity,
        SubFactor::Goodwill,
        SubFactor::Authority,
        SubFactor::Trust,
        SubFactor::Affinity,
        SubFactor::Frequency,
        SubFactor::Period,
        SubFactor::Amplitude,
    ];

    /// The pillar it belongs to.
    pub fn pillar(self) -> Pillar {
        match self {
            SubFactor::Popularity | SubFactor::Proximity | SubFactor::Goodwill => Pillar::Reach,
            SubFactor::Authority | SubFactor::Trust | SubFactor::Affinity => Pillar::Relevance,
            SubFactor::Frequency | SubFactor::Period | SubFactor::Amplitude => Pillar::Resonance,
        }
    }

    /// Stable name.
    pub fn name(self) -> &'static str {
        match self {
            SubFactor::Popularity => "popularity",
            SubFactor::Proximity => "proximity",
            SubFactor::Goodwill => "goodwill",
            SubFactor::Authority => "authority",
            SubFactor::Trust => "trust",
            SubFactor::Affinity => "affinity",
            SubFactor::Frequency => "frequency",
            SubFactor::Period => "period",
            SubFactor::Amplitude => "amplitude",
        }
    }
}
