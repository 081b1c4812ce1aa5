//! The parts of the insights, one after the other.

use super::{Insights, TypeColumns};
use crate::error::Result;
use crate::graph::steps::{Steps, run};
use crate::model::Strings;
use crate::people::ambassadors::Ambassadors;
use crate::people::discoverer::Discoverers;
use crate::people::paid::paid;
use crate::people::regard::Signs;
use crate::people::size::{self, Scheme, Sizes};
use crate::people::types::{Thresholds, Types};
use crate::progress::Phase;
use crate::score::standing::Standings;
use crate::score::{Analysis, SubFactor};
use crate::text::tone::Tongue;
use crate::text::vocabulary::Collection;
use crate::time::{MakePanels, MakeTrends, Panels, Period};
use crate::uncertainty::{Bootstrap, BuildModel, REPLICATES, Stability};
use crate::value::behaviours::behaviours;
use crate::value::capillarity::{capillarity, visibility};
use crate::value::observed_effect::{self, Measuring};
use crate::value::{Params, Responding, Solving, Value};
use std::rc::Rc;

/// The insights under way: the part that is being computed, and what of it takes more than one step.
#[derive(Debug, Default)]
pub struct Deepening {
    at: usize,
    running: Running,
}

/// A long part under way.
#[derive(Debug, Default)]
enum Running {
    #[default]
    Nothing,
    Model(Box<BuildModel>),
    Bootstrap(Box<Bootstrap>),
    Stability(Box<Stability>),
    Value(Box<Solving>),
    Panels(Box<MakePanels>),
    Trends(Rc<Panels>, Box<MakeTrends>),
    Discoveries(Box<Discoverers>),
    Vocabulary(Box<Collection>),
    Effects(Box<Measuring>),
}

/// Accounts whose effect is measured.
pub const MEASURED: usize = 100;
/// Arcs that an iteration walks over for one unit of budget.
const ARCS_A_UNIT: f64 = 2e5;
/// Units of budget of a step of a part that paces itself.
const STEP_UNITS: f64 = 10.0;

/// The parts in their order, with the share of the whole at which each begins.
const PARTS: [(Part, f64); 13] = [
    (Part::Standings, 0.0),
    (Part::Uncertainty, 0.01),
    (Part::Value, 0.3),
    (Part::Behaviours, 0.4),
    (Part::Capillarity, 0.45),
    (Part::Time, 0.48),
    (Part::Sizes, 0.5),
    (Part::Discoveries, 0.52),
    (Part::Types, 0.6),
    (Part::Paid, 0.62),
    (Part::Vocabulary, 0.64),
    (Part::Effects, 0.75),
    (Part::Stability, 0.85),
];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    Standings,
    Uncertainty,
    Value,
    Behaviours,
    Capillarity,
    Time,
    Sizes,
    Discoveries,
    Types,
    Paid,
    Vocabulary,
    Effects,
    Stability,
}

/// What parts are made of.
#[derive(Debug, Clone, Copy)]
struct From<'a> {
    analysis: &'a Analysis,
    strings: &'a Strings,
    budget: f64,
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
        let from = From { analysis, strings, budget };
        if let Some((part, _)) = PARTS.get(self.at)
            && self.part(*part, from, insights)?
        {
            self.at += 1;
        }
        Ok(match PARTS.get(self.at) {
            Some((part, share)) => (part.phase(), share + self.within(analysis), false),
            None => (Phase::Done, 1.0, true),
        })
    }

    /// What is done of the part under way, as a share of the whole.
    fn within(&self, analysis: &Analysis) -> f64 {
        let (from, to) = (PARTS[self.at].1, PARTS.get(self.at + 1).map_or(1.0, |next| next.1));
        let done = match &self.running {
            Running::Nothing | Running::Model(_) | Running::Vocabulary(_) => 0.0,
            Running::Bootstrap(bootstrap) => bootstrap.share_done(),
            Running::Stability(stability) => stability.share_done(),
            Running::Value(solving) => solving.share_done(),
            Running::Panels(making) => 0.5 * making.share_done(&analysis.context()),
            Running::Trends(_, making) => 0.5 + 0.5 * making.share_done(),
            Running::Discoveries(discoverers) => discoverers.share_done(&analysis.data),
            Running::Effects(measuring) => measuring.share_done(),
        };
        (to - from) * done
    }

    /// Works at a part; returns whether it is there.
    fn part(&mut self, part: Part, from: From<'_>, insights: &mut Insights) -> Result<bool> {
        let From { analysis, strings, .. } = from;
        let context = analysis.context();
        match part {
            Part::Standings if insights.standings.is_none() => {
                let followers = &analysis.data.accounts.followers;
                let standings = Standings::of(&analysis.scores, &analysis.credit.of, followers);
                insights.standings = Some(Rc::new(standings));
            }
            Part::Uncertainty if insights.uncertainty.is_none() => return self.uncertainty(from, insights),
            Part::Value if insights.value.is_none() => return self.value(from, insights),
            Part::Behaviours if insights.behaviours.is_none() => {
                insights.behaviours = Some(Rc::new(run(behaviours(&context)?)));
            }
            Part::Capillarity if insights.capillarity.is_none() => {
                insights.capillarity = Some(Rc::new(capillarity(&context)?));
                let popularity = &analysis.factors[SubFactor::Popularity as usize];
                insights.visibility = Some(Rc::new(visibility(popularity)));
            }
            Part::Time if insights.panels.is_none() => return Ok(self.time(from, insights)),
            Part::Sizes if insights.sizes.is_none() => insights.sizes = Some(Rc::new(sizes(analysis))),
            Part::Discoveries if insights.discoveries.is_none() => return self.discoveries(from, insights),
            Part::Types if insights.types.is_none() => {
                let columns = TypeColumns::of(analysis)?;
                let value = insights.value.as_ref().and_then(|v| v.as_deref());
                let read = columns.with(analysis, value, insights.discoveries.as_deref());
                let types = run(Types::new(context.accounts(), read, Thresholds::default())?);
                insights.types = Some(Rc::new(types));
                insights.type_columns = Some(Rc::new(columns));
            }
            Part::Paid if insights.paid.is_none() && analysis.settings.brand.is_some() => {
                let signs = Signs::in_analysis(analysis);
                let own = insights.ambassadors.as_deref().map(Ambassadors::staff).unwrap_or_default();
                let found = paid(&analysis.data, strings, analysis.window(), signs, &own)?;
                insights.paid = Some(Rc::new(found));
            }
            Part::Vocabulary if insights.vocabulary.is_none() && analysis.vocabulary.is_none() => {
                return self.vocabulary(from, insights);
            }
            Part::Effects => return self.effects(analysis, insights),
            Part::Stability if insights.stability.is_none() => return self.stability(from, insights),
            _ => {}
        }
        Ok(true)
    }

    fn uncertainty(&mut self, from: From<'_>, insights: &mut Insights) -> Result<bool> {
        let seed = from.analysis.settings.seed;
        let mut running = std::mem::take(&mut self.running);
        for _ in 0..(from.budget / STEP_UNITS).max(1.0) as usize {
            running = match running {
                Running::Model(mut model) => match model.step() {
                    false => Running::Model(model),
                    true => Running::Bootstrap(Box::new(Bootstrap::new(model.finish()?, seed, REPLICATES)?)),
                },
                Running::Bootstrap(mut bootstrap) => match bootstrap.step() {
                    false => Running::Bootstrap(bootstrap),
                    true => {
                        insights.uncertainty = Some(Rc::new(bootstrap.finish()));
                        return Ok(true);
                    }
                },
                _ => Running::Model(Box::new(BuildModel::new(from.analysis))),
            };
        }
        self.running = running;
        Ok(false)
    }

    fn value(&mut self, from: From<'_>, insights: &mut Insights) -> Result<bool> {
        let analysis = from.analysis;
        let arcs = analysis.attention.graph.arcs();
        if arcs == 0 {
            insights.value = Some(None);
            return Ok(true);
        }
        let mut solving = match std::mem::take(&mut self.running) {
            Running::Value(solving) => solving,
            _ => {
                let (attention, ties) = (&analysis.attention, &analysis.data.ties);
                let (credit, tone) = (analysis.credit_params(), analysis.tone());
                let responses = run(Responding::new(attention, ties, &credit, tone, Params::default())?)?;
                let values = &analysis.data.accounts.value;
                let values = values.iter().any(|v| !v.is_nan()).then(|| values.clone());
                Box::new(Value::of(responses, values))
            }
        };
        for _ in 0..(from.budget * ARCS_A_UNIT / (arcs + 1) as f64).max(1.0) as usize {
            if solving.step() {
                insights.value = Some(Some(Rc::new(solving.finish()?)));
                return Ok(true);
            }
        }
        self.running = Running::Value(solving);
        Ok(false)
    }

    /// Panels, then the trends that they show.
    fn time(&mut self, from: From<'_>, insights: &mut Insights) -> bool {
        let context = from.analysis.context();
        self.running = match std::mem::take(&mut self.running) {
            Running::Panels(mut making) => {
                if !making.step(&context) {
                    Running::Panels(making)
                } else {
                    let panels = making.finish();
                    // Where there are too few weeks, days may do: the unit is shown.
                    if panels.missing == Some("too_few_weeks") {
                        Running::Panels(Box::new(MakePanels::new(&context, Period::Days)))
                    } else {
                        let trends = Box::new(MakeTrends::new(&panels));
                        Running::Trends(Rc::new(panels), trends)
                    }
                }
            }
            Running::Trends(panels, mut making) => {
                if making.step(&panels) {
                    insights.trends = Some(Rc::new(making.finish()));
                    insights.panels = Some(panels);
                    return true;
                }
                Running::Trends(panels, making)
            }
            _ => Running::Panels(Box::new(MakePanels::new(&context, Period::Weeks))),
        };
        false
    }

    fn discoveries(&mut self, from: From<'_>, insights: &mut Insights) -> Result<bool> {
        let data = &from.analysis.data;
        let mut discoverers = match std::mem::take(&mut self.running) {
            Running::Discoveries(discoverers) => discoverers,
            _ => Box::new(Discoverers::new(from.analysis.window())),
        };
        for _ in 0..(from.budget / STEP_UNITS).max(1.0) as usize {
            if discoverers.step(data, from.strings)? {
                insights.discoveries = Some(Rc::new(discoverers.finish(data)));
                return Ok(true);
            }
        }
        self.running = Running::Discoveries(discoverers);
        Ok(false)
    }

    /// Who says which word, where the analysis did not need to know.
    fn vocabulary(&mut self, from: From<'_>, insights: &mut Insights) -> Result<bool> {
        let (data, window) = (&from.analysis.data, from.analysis.window());
        let mut collection = match std::mem::take(&mut self.running) {
            Running::Vocabulary(collection) => collection,
            _ => Box::new(Collection::new(data)?),
        };
        let readings = from.analysis.readings.clone().unwrap_or_default();
        let tongue = |account: usize| readings.language_of(account).map(Tongue::of_code).unwrap_or_default();
        let subject = |post: usize| window.contains(data.posts.time.at(post)).then_some(false);
        for _ in 0..(from.budget / STEP_UNITS).max(1.0) as usize {
            if collection.step(data, from.strings, tongue, subject)? {
                insights.vocabulary = Some(Rc::new(collection.finish()));
                return Ok(true);
            }
        }
        self.running = Running::Vocabulary(collection);
        Ok(false)
    }

    /// The observed effect of the first accounts of the ranking, an account a step.
    fn effects(&mut self, analysis: &Analysis, insights: &mut Insights) -> Result<bool> {
        let context = analysis.context();
        let mut measuring = match std::mem::take(&mut self.running) {
            Running::Effects(measuring) => measuring,
            _ => {
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
        self.running = Running::Effects(measuring);
        Ok(false)
    }

    /// How far the order hangs on what nobody can know: one variant a step.
    fn stability(&mut self, from: From<'_>, insights: &mut Insights) -> Result<bool> {
        let mut stability = match std::mem::take(&mut self.running) {
            Running::Stability(stability) => stability,
            _ => Box::new(Stability::new(from.analysis)),
        };
        if stability.step(from.analysis) {
            insights.stability = Some(Rc::new(stability.finish()));
            return Ok(true);
        }
        self.running = Running::Stability(stability);
        Ok(false)
    }
}

/// Size of every account of an analysis.
pub fn sizes(analysis: &Analysis) -> Sizes {
    let circles = analysis.communities.as_deref();
    let columns = size::Columns {
        followers: &analysis.data.accounts.followers,
        reach: &analysis.factors[SubFactor::Popularity as usize].natural,
        z: circles.map_or(&[], |c| &c.z),
        credit: if analysis.has_credit() { &analysis.credit.of } else { &[] },
        community: circles.map_or(&[], |c| &c.of),
    };
    Sizes::of(analysis.data.accounts.len(), &columns, &Scheme::default())
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
            Part::Standings | Part::Uncertainty | Part::Stability => Phase::Uncertainty,
            Part::Value | Part::Behaviours | Part::Capillarity => Phase::Value,
            Part::Sizes | Part::Discoveries | Part::Types | Part::Paid | Part::Vocabulary => Phase::People,
            Part::Time => Phase::Time,
            Part::Effects => Phase::Effect,
        }
    }
}
