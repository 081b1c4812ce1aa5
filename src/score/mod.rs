//! The score: sub-factors (one file each), pillars, objectives, composite and its exact explanation.
//!
//! A sub-factor is one file with its formula, its natural unit, what it needs, what "missing" means and its tests.
//! Unknown stays NaN from one end to the other: it is never replaced by 0 or 50, the weights of what is known are
//! scaled up instead and the coverage says so.

pub mod affinity;
pub mod amplitude;
pub mod analysis;
pub mod audience;
pub mod authority;
pub mod composite;
#[cfg(test)]
mod composite_tests;
pub mod explain;
pub mod factor;
pub mod frequency;
pub mod gate;
pub mod goodwill;
mod inverse;
pub mod moves;
#[cfg(test)]
mod moves_tests;
pub mod negative;
pub mod objective;
pub mod period;
mod pillar;
pub mod popularity;
pub mod proximity;
mod reactions;
mod settings;
pub mod standing;
pub mod target;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
pub mod trust;
mod weights;

pub use analysis::{Analysis, HalfLifeUsed};
pub use composite::{ENOUGH as ENOUGH_COVERAGE, Recipe, Scores};
pub use factor::{Context, FactorColumn, Unit};
pub use objective::Objective;
pub use pillar::{Pillar, SubFactor};
pub use reactions::Reactions;
pub use settings::{HalfLife, Settings, SettingsPatch};
pub use target::{Audience, Brand, Lists};
pub use weights::{FactorWeights, PillarWeights};

/// Version of the method: any change of a score on the golden sets changes it, and CHANGELOG says so.
pub const METHOD_VERSION: &str = "0.2";
