//! The parts of the insights, one after the other.

use super::{Insights, TypeColumns};
use crate::error::Result;
use crate::graph::steps::{Steps, run};
use crate::model::Strings;
use crate::people::ambassadors::Ambassadors;
use crate::people::discoverer::discoveries;
use crate::people::paid::paid;
use crate::people::regard::Signs;
use crate::people::size::{self, Scheme, Sizes};
use crate::people::types::{Thresholds, Types};
use crate::progress::Phase;
use crate::score::standing::Standings;
use crate::score::{Analysis, SubFactor};
use crate::value::behaviours::behaviours;
use crate::value::capillarity::{capillarity, visibility};
use crate::value::observed_effect::{self, Measuring};
use crate::value::{Params, Responding, Solving, Value};
use std::rc::Rc;

/// The insights under way: the part that is being computed, where it takes more than one step.
#[derive(Debug, Default)]
pub struct Deepening {
    at: usize,
    solving: Option<Box<Solving>>,
    measuring: Option<Box<Measuring>>,
}

/// Arcs that an iteration walks over for one unit of budget.
const ARCS_A_UNIT: f64 = 2e5;

/// Accounts whose effect is measured.
const MEASURED: usize = 100;

/// The parts in their order, with the share of the whole at which each begins.
const PARTS: [(Part, f64); 9] = [
    (Part::Standings, 0.0),
    (Part::Value, 0.05),
    (Part::Behaviours, 0.2),
    (Part::Capillarity, 0.3),
    (Part::Discoveries, 0.35),
    (Part::Sizes, 0.5),
    (Part::Types, 0.52),
    (Part::Paid, 0.55),
    (Part::Effects, 0.6),
];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    Standings,
    Value,
    Behaviours,
    Capillarity,
    Discoveries,
    Sizes,
    Types,
    Paid,
    Effects,
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
            Some((part, share)) => (part.phase(), share + self.within(self.at), false),
            None => (Phase::Done, 1.0, true),
        })
    }

    /// What is done of the part under way, as a share of the whole.
    fn within(&self, at: usize) -> f64 {
        let to = PARTS.get(at + 1).map_or(1.0, |next| next.1);
        let solving = self.solving.as_ref().map_or(0.0, |s| s.share_done());
        let measuring = self.measuring.as_ref().map_or(0.0, |m| m.share_done());
        (to - PARTS[at].1) * solving.max(measuring)
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
            Part::Standings if insights.standings.is_none() => {
                let followers = &analysis.data.accounts.followers;
                let standings = Standings::of(&analysis.scores, &analysis.credit.of, followers);
                insights.standings = Some(Rc::new(standings));
            }
            Part::Value if insights.value.is_none() => return self.value(analysis, insights, budget),
            Part::Behaviours if insights.behaviours.is_none() => {
                insights.behaviours = Some(Rc::new(run(behaviours(&context)?)));
            }
            Part::Capillarity if insights.capillarity.is_none() => {
                insights.capillarity = Some(Rc::new(capillarity(&context)?));
                let popularity = &analysis.factors[SubFactor::Popularity as usize];
                insights.visibility = Some(Rc::new(visibility(popularity)));
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
            Part::Paid if insights.paid.is_none() && analysis.settings.brand.is_some() => {
                let signs = analysis.readings.as_deref().map(Signs::of).unwrap_or_default();
                let own = insights.ambassadors.as_deref().map(Ambassadors::staff).unwrap_or_default();
                let found = paid(&analysis.data, strings, analysis.window(), signs, &own)?;
                insights.paid = Some(Rc::new(found));
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
            Part::Effects => return self.effects(analysis, insights),
            _ => {}
        }
        Ok(true)
    }

    /// The observed effect of the first accounts of the ranking, an account a step.
    fn effects(&mut self, analysis: &Analysis, insights: &mut Insights) -> Result<bool> {
        let context = analysis.context();
        let mut measuring = match self.measuring.take() {
            Some(measuring) => measuring,
            None => {
                let scores = &analysis.scores;
                let first = &scores.order[..scores.ranked.min(MEASURED)];
                // Other weights may bring others to the top; false discoveries are counted over all that are measured.
                let known = insights.effects.as_deref();
                if known.is_some_and(|known| same_accounts(known.iter().map(|of| of.account), first)) {
                    return Ok(true);
                }
                let params = observed_effect::Params { seed: analysis.settings.seed, ..Default::default() };
                Box::new(Measuring::new(&context, first, params)?)
            }
        };
        if measuring.step(&context) {
            insights.effects = Some(Rc::new(measuring.finish()?));
            return Ok(true);
        }
        self.measuring = Some(measuring);
        Ok(false)
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

/// Whether two lists hold the same accounts, in any order.
fn same_accounts(a: impl Iterator<Item = u32>, b: &[u32]) -> bool {
    let (mut a, mut b): (Vec<u32>, Vec<u32>) = (a.collect(), b.to_vec());
    a.sort_unstable();
    b.sort_unstable();
    a == b
}

impl Part {
    fn phase(self) -> Phase {
        match self {
            Part::Standings | Part::Value | Part::Behaviours | Part::Capillarity => Phase::Value,
            Part::Discoveries | Part::Sizes | Part::Types | Part::Paid => Phase::People,
            Part::Effects => Phase::Effect,
        }
    }
}
