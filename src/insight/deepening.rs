//! The parts of the insights, one after the other.

use super::{Insights, TypeColumns};
use crate::error::Result;
use crate::graph::steps::{Steps, run};
use crate::model::Strings;
use crate::people::discoverer::discoveries;
use crate::people::size::{self, Scheme, Sizes};
use crate::people::types::{Thresholds, Types};
use crate::progress::Phase;
use crate::score::{Analysis, SubFactor};
use crate::value::behaviours::behaviours;
use crate::value::capillarity::capillarity;
use crate::value::{Params, Responding, Solving, Value};
use std::rc::Rc;

/// The insights under way: the part that is being computed, where it takes more than one step.
#[derive(Debug, Default)]
pub struct Deepening {
    at: usize,
    solving: Option<Box<Solving>>,
}

/// Arcs that an iteration walks over for one unit of budget.
const ARCS_A_UNIT: f64 = 2e5;

/// The parts in their order, with the share of the whole at which each begins.
const PARTS: [(Part, f64); 6] = [
    (Part::Value, 0.0),
    (Part::Behaviours, 0.3),
    (Part::Capillarity, 0.5),
    (Part::Discoveries, 0.6),
    (Part::Sizes, 0.9),
    (Part::Types, 0.95),
];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    Value,
    Behaviours,
    Capillarity,
    Discoveries,
    Sizes,
    Types,
}

impl Deepening {
    /// Does the next piece; returns the phase that comes next, the share done, and whether all is done. What is there
    /// already is passed over.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn step(
        &mut self,
        analysis: &Analysis,
        strings: &Strings,
        insights: &mut Insights,
        budget: f64,
    ) -> Result<(Phase, f64, bool)> {
        if let Some((part, _)) = PARTS.get(self.at)
            && self.part(*part, analysis, strings, insights, budget)?
        {
            self.at += 1;
        }
        Ok(match PARTS.get(self.at) {
            Some((part, share)) => (part.phase(), *share, false),
            None => (Phase::Done, 1.0, true),
        })
    }

    /// Works at a part; returns whether it is there.
    fn part(
        &mut self,
        part: Part,
        analysis: &Analysis,
        strings: &Strings,
        insights: &mut Insights,
        budget: f64,
    ) -> Result<bool> {
        let context = analysis.context();
        match part {
            Part::Value if insights.value.is_none() => return self.value(analysis, insights, budget),
            Part::Behaviours if insights.behaviours.is_none() => {
                insights.behaviours = Some(Rc::new(run(behaviours(&context)?)));
            }
            Part::Capillarity if insights.capillarity.is_none() => {
                insights.capillarity = Some(Rc::new(capillarity(&context)?));
            }
            Part::Discoveries if insights.discoveries.is_none() => {
                insights.discoveries =
                    Some(Rc::new(discoveries(&analysis.data, strings, analysis.window())?));
            }
            Part::Sizes if insights.sizes.is_none() => {
                let circles = analysis.communities.as_deref();
                let columns = size::Columns {
                    followers: &analysis.data.accounts.followers,
                    reach: &analysis.factors[SubFactor::Popularity as usize].natural,
                    z: circles.map_or(&[], |c| &c.z),
                    credit: if analysis.has_credit() { &analysis.credit.of } else { &[] },
                    community: circles.map_or(&[], |c| &c.of),
                };
                let sizes = Sizes::of(context.accounts(), &columns, &Scheme::default());
                insights.sizes = Some(Rc::new(sizes));
            }
            Part::Types if insights.types.is_none() => {
                let columns = TypeColumns::of(analysis)?;
                let read = columns.with(
                    analysis,
                    insights.value.as_ref().and_then(|v| v.as_deref()),
                    insights.discoveries.as_deref(),
                );
                let types = run(Types::new(context.accounts(), read, Thresholds::default())?);
                insights.types = Some(Rc::new(types));
                insights.type_columns = Some(Rc::new(columns));
            }
            _ => {}
        }
        Ok(true)
    }

    fn value(&mut self, analysis: &Analysis, insights: &mut Insights, budget: f64) -> Result<bool> {
        if analysis.attention.graph.arcs() == 0 {
            insights.value = Some(None);
            return Ok(true);
        }
        let mut solving = match self.solving.take() {
            Some(solving) => solving,
            None => {
                let responding = Responding::new(
                    &analysis.attention,
                    &analysis.data.ties,
                    &analysis.credit_params(),
                    analysis.tone(),
                    Params::default(),
                )?;
                let values = &analysis.data.accounts.value;
                let values = values.iter().any(|v| !v.is_nan()).then(|| values.clone());
                Box::new(Value::of(run(responding)?, values))
            }
        };
        for _ in 0..(budget * ARCS_A_UNIT / (analysis.attention.graph.arcs() + 1) as f64).max(1.0) as usize {
            if solving.step() {
                insights.value = Some(Some(Rc::new(solving.finish()?)));
                return Ok(true);
            }
        }
        self.solving = Some(solving);
        Ok(false)
    }
}

impl Part {
    fn phase(self) -> Phase {
        match self {
            Part::Value | Part::Behaviours | Part::Capillarity => Phase::Value,
            Part::Discoveries | Part::Sizes | Part::Types => Phase::People,
        }
    }
}
