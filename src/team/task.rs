//! A team under way.

use super::Note;
use super::alternatives::Alternatives;
use super::candidates::Bounds;
use super::ground::Ground;
use super::judge::{ByCascades, BySets, Judge};
use super::options::{DiffusionModel, TeamOptions};
use super::outcome::{Estimate, Member, OverRanking, Reached, Source, Team, Ties, Why};
use super::ties::{FindTies, Found};
use crate::diffusion::credit_distribution::{Build, Credits, Params};
use crate::diffusion::credit_greedy::{Greedy, Picked, Rules};
use crate::diffusion::reshares::Reshares;
use crate::diffusion::{Choosing, Model, Opim, Targets};
use crate::error::{ErrorKind, Result};
use crate::graph::steps::Steps;
use crate::measure::Measured;
use crate::query::View;
use serde_json::Value;
use std::rc::Rc;

/// Pieces of sampling that a common laptop does in a second. Time is counted in them, so that the same options give
/// the same team on every machine.
const PIECES_A_SECOND: f64 = 200.0;
/// How far from 1 − 1/e the first certificate may be: near enough that its team reaches 0.98 of what IMM's does.
const EPSILON: f64 = 0.05;
/// Seconds after which sampling ends without a certificate.
const PATIENCE: f64 = 20.0;
/// Guarantee from which more samples would tell nothing new.
const ENOUGH: f64 = 0.95;
/// A team that reaches less than this much more than the ranking is no better: what probabilities are worth is not
/// known to one in twenty.
pub const WORTH_TELLING: f64 = 1.05;
/// Communities told of, beside the accounts in none.
const COMMUNITIES: usize = 30;

/// Chooses a team, a piece at a time.
#[derive(Debug)]
pub struct TeamTask {
    ground: Rc<Ground>,
    options: TeamOptions,
    weights: Option<Vec<f64>>,
    bounds: Bounds,
    ties: Ties,
    notes: Vec<Note>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Ties(Box<FindTies>),
    Reading(Box<Build>),
    Picking(Box<Picking>),
    Sampling(Box<Sampling>),
    Comparing(Box<Comparing>),
    /// Nobody can be chosen.
    Nobody,
    /// While one stage becomes the next.
    Between,
}

/// Greedy choices by credit, one rule after the other.
#[derive(Debug)]
struct Picking {
    credits: Rc<Credits>,
    greedy: Greedy,
    /// Rules still to try.
    rules: Vec<Rules>,
    best: Option<(f64, Picked)>,
}

/// Sampling, before and after the first certificate.
#[derive(Debug)]
struct Sampling {
    opim: Box<Opim>,
    /// Pieces done, and those that may still be done after the certificate.
    done: f64,
    left: f64,
    certified: bool,
}

/// A team that is chosen, beside others.
#[derive(Debug)]
struct Comparing {
    judge: Box<dyn Judge>,
    members: Vec<u32>,
    gains: Vec<f64>,
    guarantee: Option<f64>,
    sets: usize,
    reachable: f64,
    alternatives: Alternatives,
    done: bool,
}

impl TeamTask {
    /// Begins a team on a finished analysis.
    ///
    /// # Errors
    /// `argument.invalid` for options that cannot be; `memory.exhausted`.
    pub fn begin(options: Value, view: View<'_>) -> Result<TeamTask> {
        let options = TeamOptions::read(options)?;
        let ground = Rc::new(Ground::of(view));
        let mut notes = Vec::new();
        let weights = ground.weights(options.audience, &mut notes);
        ground.parts(weights.as_deref(), &mut notes);
        let mut task = TeamTask {
            weights,
            bounds: Bounds::default(),
            ties: Ties::default(),
            notes,
            stage: Stage::Nobody,
            options,
            ground,
        };
        task.stage = match task.options.model {
            DiffusionModel::CreditDistribution => task.cascades()?,
            _ => task.search(),
        };
        Ok(task)
    }

    fn search(&self) -> Stage {
        Stage::Ties(Box::new(FindTies::new(&self.ground, self.options.probabilities, self.options.messages)))
    }

    /// The cascades of the log; probabilities where there are none.
    fn cascades(&mut self) -> Result<Stage> {
        let ground = &self.ground;
        let cascades = Reshares::of(&ground.data, ground.window)?.cascades(&ground.data)?;
        if cascades.is_empty() {
            self.notes.push(Note::NoCascades);
            self.options.model = DiffusionModel::IndependentCascade;
            return Ok(self.search());
        }
        let graph = ground.attention.graph.clone();
        let build = Build::new(graph, cascades, self.weights.as_deref(), Params::default())?;
        Ok(Stage::Reading(Box::new(build)))
    }

    fn seed(&self) -> u64 {
        self.options.seed.unwrap_or(self.ground.seed)
    }

    /// What binds the choice, once it is known who reaches anybody; `false` where nobody can be chosen.
    fn bind(&mut self, reaches: impl Fn(usize) -> bool) -> Result<bool> {
        self.bounds = Bounds::of(&self.ground, &self.options, reaches, &mut self.notes)?;
        let stops = [Note::NoTies, Note::ProbabilitiesZero, Note::TargetEmpty];
        Ok(self.bounds.is_open() && !self.notes.iter().any(|note| stops.contains(note)))
    }

    fn sample(&mut self, found: Found) -> Result<Stage> {
        self.ties = found.used;
        let influence = found.influence;
        if !self.bind(|account| !influence.activates(account).0.is_empty())? {
            return Ok(Stage::Nobody);
        }
        let model = match self.options.model {
            DiffusionModel::LinearThreshold => Model::LinearThreshold,
            _ => Model::IndependentCascade { hops: self.options.hops },
        };
        let bounds = &self.bounds;
        let choosing = Choosing {
            size: bounds.size,
            budget: bounds.budget,
            costs: bounds.budget.is_some().then_some(&bounds.costs.of),
            candidates: Some(&bounds.candidates),
            must_have: &bounds.must_have,
            caps: bounds.cap.as_ref().map(|(of, most)| (of.as_slice(), *most)),
            competitors: &bounds.competitors,
            seed: self.seed(),
            epsilon: EPSILON,
            delta: None,
        };
        let targets = Targets { weights: self.weights.as_deref() };
        let opim = Box::new(Opim::new(influence, model, targets, &choosing)?);
        // Where nobody worth it can be reached, no sample would ever say so.
        if opim.reachable()? <= 0.0 {
            self.notes.push(match self.bounds.competitors.is_empty() {
                false => Note::CompetitorsReachAll,
                true => Note::TargetUnreachable,
            });
            return Ok(Stage::Nobody);
        }
        let left = self.options.seconds * PIECES_A_SECOND;
        Ok(Stage::Sampling(Box::new(Sampling { opim, done: 0.0, left, certified: false })))
    }

    /// Goes on sampling; each further round takes about as many pieces as all before it.
    fn sampled(&mut self, mut sampling: Box<Sampling>) -> Result<Stage> {
        sampling.done += 1.0;
        if sampling.certified {
            sampling.left -= 1.0;
        }
        let rested = sampling.opim.step();
        // Where next to nobody worth it is ever reached, a certificate may be out of reach as well.
        let late = !sampling.certified && sampling.done >= PATIENCE * PIECES_A_SECOND;
        let over = rested || (late && sampling.opim.chosen().sets > 0);
        if !over {
            return Ok(Stage::Sampling(sampling));
        }
        sampling.certified |= rested;
        let open = sampling.opim.chosen().guarantee < ENOUGH;
        if rested && open && sampling.left >= sampling.done && sampling.opim.go_on() {
            return Ok(Stage::Sampling(sampling));
        }
        let chosen = sampling.opim.chosen();
        if !sampling.opim.certified() {
            self.notes.push(Note::NotCertified);
        }
        let reachable = sampling.opim.reachable()?;
        Ok(Stage::Comparing(Box::new(Comparing {
            members: chosen.seeds.clone(),
            gains: chosen.gains.clone(),
            guarantee: Some(chosen.guarantee).filter(|g| !g.is_nan()),
            sets: chosen.sets,
            reachable,
            judge: Box::new(BySets { opim: sampling.opim, chosen }),
            alternatives: Alternatives::default(),
            done: false,
        })))
    }

    fn pick(&mut self, build: Build) -> Result<Stage> {
        let credits = Rc::new(build.finish()?);
        self.ties = Ties { from: Source::Cascades, arcs: credits.direct_credits(), ..Ties::default() };
        if !self.bind(|account| credits.actions(account) > 0)? {
            return Ok(Stage::Nobody);
        }
        let bounds = &self.bounds;
        let uniform = Rules {
            size: bounds.size,
            budget: bounds.budget,
            costs: bounds.budget.is_some().then(|| bounds.costs.of.clone()),
            candidates: Some(bounds.candidates.clone()),
            must_have: bounds.must_have.clone(),
            caps: bounds.cap.clone(),
            competitors: bounds.competitors.clone(),
            by_ratio: false,
        };
        let mut rules = Vec::new();
        if bounds.budget.is_some() {
            rules.push(Rules { by_ratio: true, ..uniform.clone() });
            rules.push(Rules { size: uniform.size.min(bounds.must_have.len() + 1), ..uniform.clone() });
        }
        let greedy = Greedy::new(credits.clone(), uniform)?;
        Ok(Stage::Picking(Box::new(Picking { credits, greedy, rules, best: None })))
    }

    fn picked(&mut self, mut picking: Box<Picking>) -> Result<Stage> {
        if !picking.greedy.step() {
            return Ok(Stage::Picking(picking));
        }
        let next = match picking.rules.pop() {
            Some(rules) => Some(Greedy::new(picking.credits.clone(), rules)?),
            None => None,
        };
        let last = next.is_none();
        let found = match next {
            Some(next) => std::mem::replace(&mut picking.greedy, next).finish(),
            None => picking.greedy.picked(),
        };
        let spread: f64 = found.gains.iter().sum();
        if picking.best.as_ref().is_none_or(|(most, _)| spread > *most) {
            picking.best = Some((spread, found));
        }
        if !last {
            return Ok(Stage::Picking(picking));
        }
        let Picked { members, gains } = picking.best.map(|best| best.1).unwrap_or_default();
        let judge = ByCascades::new(picking.credits.clone(), self.bounds.competitors.clone());
        let everybody: Vec<u32> = (0..self.ground.accounts() as u32)
            .filter(|a| self.bounds.candidates[*a as usize] || self.bounds.must_have.contains(a))
            .collect();
        self.notes.push(Note::NoInterval);
        let bound = self.bounds.budget.is_some() || self.bounds.cap.is_some();
        Ok(Stage::Comparing(Box::new(Comparing {
            guarantee: (!bound && self.bounds.must_have.is_empty()).then(|| 1.0 - crate::math::exp(-1.0)),
            sets: picking.credits.cascades(),
            reachable: judge.spread(&everybody)?.value,
            judge: Box::new(judge),
            members,
            gains,
            alternatives: Alternatives::default(),
            done: false,
        })))
    }

    fn advance(&mut self, stage: Stage) -> Result<Stage> {
        Ok(match stage {
            Stage::Ties(mut ties) => {
                if !ties.step() {
                    return Ok(Stage::Ties(ties));
                }
                let (found, notes) = ties.finish();
                self.notes.extend(notes);
                self.sample(found?)?
            }
            Stage::Reading(mut build) => match build.step() {
                false => Stage::Reading(build),
                true => self.pick(*build)?,
            },
            Stage::Picking(picking) => self.picked(picking)?,
            Stage::Sampling(sampling) => self.sampled(sampling)?,
            Stage::Comparing(mut comparing) => {
                let seed = self.seed();
                comparing.done =
                    comparing.alternatives.step(&self.ground, &self.bounds, &*comparing.judge, seed)?;
                Stage::Comparing(comparing)
            }
            ended => ended,
        })
    }

    /// Does the next piece; returns whether all is done.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn step(&mut self) -> Result<bool> {
        let stage = std::mem::replace(&mut self.stage, Stage::Between);
        self.stage = self.advance(stage)?;
        Ok(match &self.stage {
            Stage::Nobody => true,
            Stage::Comparing(comparing) => comparing.done,
            _ => false,
        })
    }

    /// Share of the work done, 0 to 1.
    pub fn share_done(&self) -> f64 {
        match &self.stage {
            Stage::Ties(ties) => 0.2 * ties.share_done(),
            Stage::Reading(build) => 0.5 * build.share_done(),
            Stage::Picking(picking) => 0.5 + 0.4 * picking.greedy.share_done(),
            Stage::Sampling(sampling) => {
                // How many rounds the certificate takes is not known: some, then those of the time that is left.
                const SOME: f64 = 20.0;
                0.2 + 0.7 * sampling.done / (sampling.done + sampling.left.max(0.0) + SOME)
            }
            Stage::Comparing(comparing) => 0.9 + 0.1 * comparing.alternatives.share_done(),
            Stage::Nobody | Stage::Between => 1.0,
        }
    }

    /// The team, as a measure: its overlap is the column, the rest are facts.
    ///
    /// # Errors
    /// `argument.invalid` before the end.
    pub fn finish(self, view: View<'_>) -> Result<Measured> {
        let team = self.team(view)?;
        let facts = serde_json::to_value(&team).ok();
        let Some(Value::Object(facts)) = facts else {
            return Err(ErrorKind::InvalidArgument { name: "team", given: String::new() }.into());
        };
        Ok(Measured { facts, ..Measured::column("overlap", team.overlap) })
    }

    /// The team.
    ///
    /// # Errors
    /// `argument.invalid` before the end.
    pub fn team(mut self, view: View<'_>) -> Result<Team> {
        let comparing = match std::mem::replace(&mut self.stage, Stage::Between) {
            Stage::Comparing(comparing) if comparing.done => Some(comparing),
            Stage::Nobody => None,
            _ => return Err(ErrorKind::InvalidArgument { name: "team", given: String::new() }.into()),
        };
        let relative = self.ties.from == Source::WeightedCascade;
        let mut team = Team {
            members: Vec::new(),
            spread: Estimate::default(),
            reachable: 0.0,
            guarantee: None,
            cost: None,
            cost_per_additional: None,
            probabilities: self.ties,
            relative,
            communities: Vec::new(),
            overlap: Vec::new(),
            alternatives: Vec::new(),
            over_ranking: None,
            notes: Vec::new(),
            model: self.options.model,
            messages: self.options.messages,
            hops: self.options.hops.filter(|_| self.options.model == DiffusionModel::IndependentCascade),
            seed: self.seed(),
            sets: 0,
        };
        if let Some(comparing) = comparing {
            self.tell(&mut team, *comparing, view)?;
        }
        self.notes.sort_unstable();
        self.notes.dedup();
        team.notes = self.notes;
        Ok(team)
    }

    fn tell(&mut self, team: &mut Team, comparing: Comparing, view: View<'_>) -> Result<()> {
        let (judge, members) = (&*comparing.judge, &comparing.members);
        let (alone, unique) = (judge.alone(members)?, judge.unique(members)?);
        team.overlap = judge.overlap(members)?;
        team.spread = judge.spread(members)?;
        team.reachable = comparing.reachable;
        team.guarantee = comparing.guarantee;
        team.sets = comparing.sets;
        team.cost = self.bounds.cost_of(members);
        for (at, account) in members.iter().enumerate() {
            let cost = self.bounds.cost(*account);
            team.members.push(Member {
                index: *account,
                handle: view.handle(*account as usize).to_owned(),
                name: view.name(*account as usize).map(str::to_owned),
                rank: self.ground.rank(*account),
                community: self.ground.community(*account),
                cost: (!cost.is_nan()).then_some(cost),
                cost_from: self.bounds.costs.from[*account as usize],
                gain: comparing.gains[at],
                alone: alone[at],
                unique: unique[at],
                why: if self.bounds.must_have.contains(account) { Why::MustHave } else { Why::Chosen },
            });
        }
        team.communities = self.reached(judge, members, team.spread.value)?;
        team.alternatives = comparing.alternatives.found;
        team.over_ranking = self.over_ranking(team, judge, members)?;
        team.cost_per_additional = per_additional(team);
        if team.reachable <= 0.0 {
            self.notes.push(Note::TargetUnreachable);
        } else if members.len() < self.bounds.size
            && self.bounds.budget.is_none()
            && !self.notes.contains(&Note::FewCandidates)
        {
            self.notes.push(Note::FewerThanAsked);
        }
        if team.over_ranking.is_some_and(|over| !over.significant) {
            self.notes.push(Note::NoGainOverRanking);
        }
        Ok(())
    }

    /// The largest communities, and the accounts in none.
    fn reached(&self, judge: &dyn Judge, members: &[u32], spread: f64) -> Result<Vec<Reached>> {
        let (of, sizes) = self.ground.communities();
        let reached = judge.reached_in(members, &of, sizes.len())?;
        let members_in = |community: Option<u32>| {
            members.iter().filter(|member| self.ground.community(**member) == community).count()
        };
        let row = |community: usize| Reached {
            community: Some(community as u32),
            size: sizes[community],
            members: members_in(Some(community as u32)),
            reached: reached[community],
        };
        let mut rows: Vec<Reached> = (0..sizes.len().min(COMMUNITIES)).map(row).collect();
        // A member's community is told of however small it is.
        let mut small: Vec<usize> =
            members.iter().filter_map(|m| self.ground.community(*m)).map(|c| c as usize).collect();
        small.retain(|community| *community >= COMMUNITIES);
        small.sort_unstable();
        small.dedup();
        rows.extend(small.into_iter().map(row));
        let none = self.ground.accounts() as u32 - sizes.iter().sum::<u32>();
        let elsewhere = (spread - reached.iter().sum::<f64>()).max(0.0);
        let members = members_in(None);
        if members > 0 || elsewhere > 1e-9 * spread {
            rows.push(Reached { community: None, size: none, members, reached: elsewhere });
        }
        Ok(rows)
    }

    /// The team beside the first of the ranking.
    fn over_ranking(&self, team: &Team, judge: &dyn Judge, members: &[u32]) -> Result<Option<OverRanking>> {
        let ranking = team.alternatives.iter().find(|other| other.name == "score");
        let Some(ranking) = ranking.filter(|other| other.spread.value > 0.0 && !members.is_empty()) else {
            return Ok(None);
        };
        let ratio = team.spread.value / ranking.spread.value;
        let interval = judge.ratio(members, &ranking.members)?;
        Ok(Some(OverRanking {
            ratio,
            low: interval.map(|i| i.0),
            high: interval.map(|i| i.1),
            significant: ratio >= WORTH_TELLING && interval.is_none_or(|i| i.0 > 1.0),
        }))
    }
}

/// What each person costs more whom the team reaches beyond the better of the two rankings.
fn per_additional(team: &Team) -> Option<f64> {
    let rankings = team.alternatives.iter().filter(|other| matches!(other.name, "followers" | "score"));
    let best = rankings.max_by(|a, b| a.spread.value.total_cmp(&b.spread.value))?;
    let more = team.spread.value - best.spread.value;
    let cost = team.cost? - best.cost?;
    (more > 1e-9 * team.spread.value).then(|| cost / more)
}
