//! CIE, source or relay, and CIV of every account, in pieces.

use super::cie::{self, Influence};
use super::civ::{self, Worth};
use super::responses::{Params, Responding, Responses};
use super::source::{self, Sources};
use crate::error::Result;
use crate::graph::credit::CreditParams;
use crate::graph::linear::Solution;
use crate::graph::linear::leontief::Leontief;
use crate::graph::steps::Steps;
use crate::score::Context;

/// What the responses of a study say of every account.
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, steps::run};
/// use sillage::value::{Params, Responses, Standing, Value};
/// // 2 responds to 1 in two thirds of what it does, and 1 to 0.
/// let graph = Graph::from_sorted(3, &[1, 2], vec![0, 1], vec![4.0, 4.0])?;
/// let responses = Responses::of(graph.into(), None, |_| true, Params::default())?;
/// let found = run(Value::of(responses, Some(vec![0.0, 0.0, 90.0])))?;
/// // .85 · 2/3 from 1, and .85 · 2/3 of that again from 2 through 1.
/// assert!((found.influence.direct[0] - 0.566_667).abs() < 1e-6);
/// assert!((found.influence.indirect[0] - 0.321_111).abs() < 1e-6);
/// assert_eq!(found.sources.standing, [Standing::Source, Standing::Relay, Standing::Public]);
/// // Of the 90 that 2 is worth, two thirds are owed to 1, and of those two thirds to 0.
/// let worth = found.worth.unwrap().net;
/// assert!((worth[0] - 40.0).abs() < 1e-6 && (worth[1] - 20.0).abs() < 1e-6 && (worth[2] - 30.0).abs() < 1e-6);
/// # Ok::<(), sillage::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Value {
    /// Who responds to whom.
    pub responses: Responses,
    /// CIE.
    pub influence: Influence,
    /// Source or relay.
    pub sources: Sources,
    /// CIV; `None` without values.
    pub worth: Option<Worth>,
}

/// Computes [`Value`], a piece at a time.
///
/// # Complexity
/// O(ties) for the responses, then up to four iterations of O(accounts + arcs) each step: CIE ends within 140 steps, the
/// two without attenuation within 450, on real data within some 60. Memory: 20 bytes an arc, twice that with tones, and
/// some 100 bytes an account.
#[derive(Debug)]
pub struct ValueSteps<'a> {
    values: Option<Vec<f64>>,
    stage: Stage<'a>,
}

#[derive(Debug)]
enum Stage<'a> {
    Respond(Box<Responding<'a>>),
    Solve(Box<Solving>),
    Failed(crate::error::Error),
}

/// The iterations, one after the other.
#[derive(Debug)]
pub struct Solving {
    responses: Responses,
    values: Option<Vec<f64>>,
    running: Option<Leontief>,
    /// How many have ended.
    ended: usize,
    solutions: [Option<Solution>; 4],
    failed: Option<crate::error::Error>,
}

impl Value {
    /// Prepares the computation. `credit` says how ties count, as it does for credit; `tone` is the tone of each post,
    /// NaN where it is unknown; `values` is what each account is worth, NaN where it is unknown.
    ///
    /// # Errors
    /// `memory.exhausted`.
    #[expect(clippy::new_ret_no_self, reason = "what it makes is the way there")]
    pub fn new<'a>(
        context: &Context<'a>,
        credit: &CreditParams<'a>,
        tone: Option<&'a [f32]>,
        values: Option<Vec<f64>>,
        params: Params,
    ) -> Result<ValueSteps<'a>> {
        let responding = Responding::new(context.attention, &context.data.ties, credit, tone, params)?;
        Ok(ValueSteps { values, stage: Stage::Respond(Box::new(responding)) })
    }

    /// The same from responses that are there already.
    pub fn of(responses: Responses, values: Option<Vec<f64>>) -> Solving {
        Solving { responses, values, running: None, ended: 0, solutions: [const { None }; 4], failed: None }
    }
}

impl Solving {
    /// Begins the next iteration; `None` when it is not asked for.
    fn begin(&self) -> Result<Option<Leontief>> {
        match (self.ended, &self.values) {
            (0, _) => cie::solve(&self.responses, false),
            (1, _) => cie::solve(&self.responses, true),
            (2, _) => source::solve(&self.responses).map(Some),
            (_, Some(values)) => civ::solve(&self.responses, values).map(Some),
            (_, None) => Ok(None),
        }
    }

    fn advance(&mut self) -> Result<bool> {
        match &mut self.running {
            _ if self.ended == self.solutions.len() => return Ok(true),
            None => {
                self.running = self.begin()?;
                self.ended += usize::from(self.running.is_none());
            }
            Some(running) => {
                if running.step() {
                    self.solutions[self.ended] = self.running.take().map(Steps::finish);
                    self.ended += 1;
                }
            }
        }
        Ok(self.ended == self.solutions.len())
    }

    fn value(mut self) -> Result<Value> {
        // Whoever stops before the end gets what the iterations come to when they are run to it.
        while !self.advance()? {}
        let Solving { responses, values, solutions: [unsigned, signed, status, worth], .. } = self;
        let empty = || Solution {
            values: vec![1.0; responses.accounts()],
            iterations: 0,
            last_step: 0.0,
            error_bound: f64::NAN,
            converged: false,
        };
        let influence = cie::influence(&responses, unsigned.unwrap_or_else(empty), signed)?;
        let sources = source::sources(&responses, status.unwrap_or_else(empty));
        let worth = match (worth, values) {
            (Some(solution), Some(values)) => Some(civ::worth(&responses, &values, solution)?),
            _ => None,
        };
        Ok(Value { responses, influence, sources, worth })
    }
}

impl Steps for Solving {
    type Output = Result<Value>;

    fn step(&mut self) -> bool {
        self.failed.is_some()
            || self.advance().unwrap_or_else(|error| {
                self.failed = Some(error);
                true
            })
    }

    fn share_done(&self) -> f64 {
        let within = self.running.as_ref().map_or(0.0, Steps::share_done);
        (self.ended as f64 + within) / self.solutions.len() as f64
    }

    fn finish(self) -> Result<Value> {
        match self.failed {
            Some(error) => Err(error),
            None => self.value(),
        }
    }
}

impl Steps for ValueSteps<'_> {
    type Output = Result<Value>;

    fn step(&mut self) -> bool {
        match &mut self.stage {
            Stage::Respond(responding) => {
                if responding.step() {
                    let failed = Stage::Failed(crate::error::ErrorKind::OutOfMemory { what: "graph" }.into());
                    if let Stage::Respond(responding) = std::mem::replace(&mut self.stage, failed) {
                        self.stage = match responding.finish() {
                            Ok(responses) => Stage::Solve(Box::new(Value::of(responses, self.values.take()))),
                            Err(error) => Stage::Failed(error),
                        };
                    }
                }
                false
            }
            Stage::Solve(solving) => solving.step(),
            Stage::Failed(_) => true,
        }
    }

    fn share_done(&self) -> f64 {
        match &self.stage {
            Stage::Respond(responding) => 0.2 * responding.share_done(),
            Stage::Solve(solving) => 0.2 + 0.8 * solving.share_done(),
            Stage::Failed(_) => 1.0,
        }
    }

    fn finish(mut self) -> Result<Value> {
        while !self.step() {}
        match self.stage {
            Stage::Solve(solving) => solving.finish(),
            Stage::Failed(error) => Err(error),
            Stage::Respond(_) => Err(crate::error::ErrorKind::OutOfMemory { what: "graph" }.into()),
        }
    }
}
