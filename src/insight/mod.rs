//! What an analysis tells beyond the ranking: how sure it is, source or relay, value, types of people, time.
//!
//! The ranking is there first and can be looked at; these parts are computed after it, one at a time, and change no
//! score. A part that is not there yet is `None`, which is not the same as a part that the data cannot give.

mod columns;
mod deepening;

use crate::people::ambassadors::Ambassadors;
use crate::people::discoverer::Discoveries;
use crate::people::paid::Paid;
use crate::people::size::Sizes;
use crate::people::types::TypeOf;
use crate::score::standing::Standings;
use crate::text::vocabulary::Vocabulary;
use crate::time::{Panels, Trends};
use crate::uncertainty::{Agreement, Uncertainty, Variant};
use crate::value::Value;
use crate::value::behaviours::Behaviours;
use crate::value::capillarity::Capillarity;
use crate::value::observed_effect::EffectOf;
use std::rc::Rc;

pub use columns::TypeColumns;
pub use deepening::{Deepening, MEASURED, sizes};

/// The parts that are there.
#[derive(Debug, Clone, Default)]
pub struct Insights {
    /// CIE, source or relay, CIV; `Some(None)` without ties.
    pub value: Option<Option<Rc<Value>>>,
    /// Spread, influence, social impact.
    pub behaviours: Option<Rc<Behaviours>>,
    /// Percentile of popularity.
    pub visibility: Option<Rc<Vec<f64>>>,
    /// How many communities an account's people come from.
    pub capillarity: Option<Rc<Capillarity>>,
    /// Who uses first what others take up.
    pub discoveries: Option<Rc<Discoveries>>,
    /// Size of every account.
    pub sizes: Option<Rc<Sizes>>,
    /// What types are told by.
    pub type_columns: Option<Rc<TypeColumns>>,
    /// Type of every account.
    pub types: Option<Rc<Vec<TypeOf>>>,
    /// Who stands up for the brand, who works for it, who speaks against it; `None` without a brand.
    pub ambassadors: Option<Rc<Ambassadors>>,
    /// Posts about the brand that are paid for, or that should perhaps say so.
    pub paid: Option<Rc<Vec<Paid>>>,
    /// Percentiles of every account.
    pub standings: Option<Rc<Standings>>,
    /// How sure every rank and score is.
    pub uncertainty: Option<Rc<Uncertainty>>,
    /// How far the order hangs on what nobody can know: each variant of the settings, and how far it agrees.
    pub stability: Option<Rc<Vec<(Variant, Agreement)>>>,
    /// Who says which word, where there is no subject; with one, the analysis holds it.
    pub vocabulary: Option<Rc<Vocabulary>>,
    /// Credited people by week, or by day where the weeks are too few.
    pub panels: Option<Rc<Panels>>,
    /// Who rises and who fades.
    pub trends: Option<Rc<Trends>>,
    /// Observed effect of the first accounts of the ranking.
    pub effects: Option<Rc<Vec<EffectOf>>>,
}

impl Insights {
    /// The parts that a change of weights leaves as they are.
    #[must_use]
    pub fn without_weights(&self) -> Insights {
        Insights {
            types: None,
            type_columns: None,
            standings: None,
            uncertainty: None,
            stability: None,
            ..self.clone()
        }
    }
}
