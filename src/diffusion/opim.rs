//! The choice of a team with a bound on the best possible (OPIM-C).

use super::assess::Tally;
use super::budget::Rules;
use super::choosing::{Choosing, Chosen, Way};
use super::coverage::Index;
use super::greedy::{Found, Greedy};
use super::sampling::{Filled, Roots, Sampler, Sets, largest};
use super::{Influence, Model, Targets};
use crate::error::{ErrorKind, Result};
use crate::graph::steps::Steps;
use crate::math::{ceil, exp, lgamma, ln, log2, sqrt};
use std::rc::Rc;

/// Arcs or nodes of sets that one step walks over, about.
const WORK: usize = 100_000;
/// Rounds at the most.
const ROUNDS: f64 = 40.0;
/// How often the first round may be halved where there is no room for it.
const HALVES: u32 = 10;
/// Sets of which candidates hit none before they are given up.
const HOPELESS: usize = 1 << 18;
/// Sets of the first round at the least.
const FEWEST: f64 = 1024.0;

/// OPIM-C: a team that provably reaches at least some share of what the best possible would.
///
/// Reverse-reachable sets are drawn into two collections. A greedy cover of the first is the team; what it hits of
/// the second bounds its spread from below, and the first bounds the spread of the best possible team from above.
/// Each round draws as many sets again, until the ratio of the bounds, the guarantee, is 1 − 1/e − ε or more, and on
/// from there as long as the driver has time ([`Opim::go_on`]).
///
/// `σ_l = ((√(Λ₂ + 2a/9) − √(a/2))² − a/18)·Ω/θ`, `σ_u = (√(Λ̄₁ + a/2) + √(a/2))²·Ω/θ`, `a = ln(3·rounds/δ)`.
///
/// | here | in the paper |
/// |---|---|
/// | `spread_low`, `spread_high` | σ_l, σ_u |
/// | sets of the second collection that the team hits | Λ₂ |
/// | sets of the first that no team hits more of, by marginal gains | Λ̄₁ |
/// | sets of a collection | θ |
/// | weight of everybody ([`Targets`]) | Ω (n in the paper) |
/// | `guarantee` | α |
///
/// Both bounds hold together with probability 1 − δ, over all rounds. They hold for budgets, caps and must-haves as
/// well: Λ̄₁ is then the best that the marginal gains allow under the same rules (a fractional knapsack, the largest
/// of each community), and the best possible team is the best with the same must-haves. A must-have counts its cost
/// against the budget, and stays where that is not enough.
///
/// # Parameters
/// [`Choosing`]; [`Model`]; [`Targets`]. With competitors, a set ends before the first layer that holds one: it is
/// reached first by whoever is nearest, and they win ties.
///
/// # Complexity
/// Time in proportion to the arcs that the sets look at; memory 12 bytes a node of a set in each collection, of which
/// there are [`super::sampling::MOST_ENTRIES`] at the most (900 MiB), and 22 bytes a node of the network. Where sets
/// would need more, the last round that was whole stays, and in the first a power of two of its sets. Where none of
/// 262,144 sets is hit by anybody who may be chosen, it ends without a team.
///
/// # Errors
/// `argument.invalid`, `memory.exhausted`: see [`Opim::new`]. Memory that cannot be had later ends the rounds.
///
/// # Source
/// Tang, Tang, Xiao and Yuan 2018 (OPIM-C); Borgs and others 2014 (reverse-reachable sets); weighted roots: Li,
/// Zhang and Tan 2015.
///
/// # Examples
/// ```
/// use sillage::diffusion::{Choosing, Influence, Model, Opim, Targets};
/// use sillage::graph::steps::run;
/// // Two stars: 0 activates 1 to 5 for sure, 6 activates 7 to 9.
/// let arcs = (1..6).map(|v| (0, v, 1.0)).chain((7..10).map(|v| (6, v, 1.0)));
/// let influence = Influence::new(10, arcs)?.into();
/// let choosing = Choosing { size: 2, ..Choosing::default() };
/// let cascade = Model::IndependentCascade { hops: None };
/// let team = run(Opim::new(influence, cascade, Targets::default(), &choosing)?);
/// assert_eq!(team.seeds, [0, 6]);
/// assert!(team.guarantee > 0.5 && (team.spread - 10.0).abs() < 1e-9);
/// # Ok::<(), sillage::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Opim {
    pub(super) influence: Rc<Influence>,
    pub(super) hops: Option<u32>,
    pub(super) rules: Rules,
    /// What reaching each node counts for; empty: 1.
    pub(super) weights: Vec<f64>,
    pub(super) competitors: Vec<u32>,
    sampler: Sampler,
    pub(super) choice: Sets,
    pub(super) check: Sets,
    /// Sets of a collection in the first round, rounds done, and the most there may be.
    first: usize,
    round: u32,
    rounds: u32,
    /// `ln(3·rounds/δ)`.
    a: f64,
    /// Guarantee of a certificate.
    enough: f64,
    phase: Phase,
    out_of_room: bool,
    best: Option<Found>,
    chosen: Chosen,
}

#[derive(Debug)]
enum Phase {
    /// Drawing sets to choose on.
    Choice,
    /// Drawing sets to check on.
    Check,
    /// Indexing the first ones by node.
    Index(Index),
    /// Choosing on them by one rule, and by the other after it.
    Greedy(Box<Greedy>, Index),
    /// Counting what the team hits of the second ones.
    Weigh(Tally, Found),
    /// Nothing is under way.
    Rest,
}

impl Opim {
    /// Prepares the choice.
    ///
    /// # Errors
    /// `argument.invalid` for columns of another length or ε or δ outside (0, 1); `memory.exhausted`.
    pub fn new(
        influence: Rc<Influence>,
        model: Model,
        targets: Targets<'_>,
        choosing: &Choosing<'_>,
    ) -> Result<Opim> {
        let nodes = influence.nodes();
        let unit = |x: f64| x > 0.0 && x < 1.0;
        if !unit(choosing.epsilon) {
            return Err(invalid("epsilon", choosing.epsilon));
        }
        let delta = choosing.delta.unwrap_or((1.0 / nodes.max(1) as f64).min(0.01));
        if !unit(delta) {
            return Err(invalid("delta", delta));
        }
        let rules = Rules::new(nodes, choosing)?;
        let roots = Roots::new(nodes, targets.weights)?;
        let total = roots.total();
        let members = rules.most_members();
        let part = 1.0 - exp(-1.0);
        let log = ln(6.0 / delta);
        let teams = ln_choose(rules.choices(), members);
        let base = part * sqrt(log) + sqrt(part * (teams + log));
        let first = (2.0 * base * base).max(FEWEST);
        let open = (0..nodes).filter(|node| rules.open[*node]);
        let least = largest(targets.weights, open, members)?;
        let ratio = total / (choosing.epsilon * choosing.epsilon * least);
        let rounds = ceil(log2(ratio)).clamp(1.0, ROUNDS);
        let mut weights = crate::graph::column::room(targets.weights.map_or(0, <[f64]>::len))?;
        weights.extend_from_slice(targets.weights.unwrap_or_default());
        let sampler = Sampler::new(influence.clone(), model, roots, choosing.competitors, choosing.seed)?;
        let nothing = Chosen {
            seeds: Vec::new(),
            gains: Vec::new(),
            spread: 0.0,
            spread_low: 0.0,
            spread_high: total,
            guarantee: 0.0,
            sets: 0,
            cost: 0.0,
            way: Way::Uniform,
        };
        let mut opim = Opim {
            influence,
            hops: match model {
                Model::IndependentCascade { hops } => hops,
                Model::LinearThreshold => None,
            },
            rules,
            weights,
            competitors: choosing.competitors.to_vec(),
            sampler,
            choice: Sets::default(),
            check: Sets::default(),
            first: ceil(first) as usize,
            round: 0,
            rounds: if rounds.is_nan() { 1 } else { rounds as u32 },
            a: ln(3.0 * (rounds.max(1.0) + f64::from(HALVES)) / delta),
            enough: part - choosing.epsilon,
            phase: Phase::Choice,
            out_of_room: false,
            best: None,
            chosen: nothing,
        };
        if total == 0.0 {
            opim.nobody();
        }
        Ok(opim)
    }

    /// Sets how many nodes all sets of a collection may hold, instead of [`super::sampling::MOST_ENTRIES`].
    #[must_use]
    pub fn with_room(mut self, entries: usize) -> Opim {
        self.sampler.limit(entries.min(u32::MAX as usize));
        self
    }

    /// Whether the guarantee of the last finished round is 1 − 1/e − ε or more, or there was no other team to choose.
    pub fn certified(&self) -> bool {
        // An unknown guarantee is that of a choice of nothing.
        self.round > 0 && (self.chosen.guarantee.is_nan() || self.chosen.guarantee >= self.enough)
    }

    /// Begins another round, of twice the sets, after [`Steps::step`] has said that all is done; `false` where none
    /// is left. A driver with time goes on with it: `while time && opim.go_on() { while time && !opim.step() {} }`,
    /// and takes [`Opim::chosen`], which is that of the last finished round.
    pub fn go_on(&mut self) -> bool {
        if matches!(self.phase, Phase::Rest) && self.has_more() {
            self.phase = Phase::Choice;
        }
        !matches!(self.phase, Phase::Rest)
    }

    fn has_more(&self) -> bool {
        self.round < self.rounds && !self.out_of_room && self.total() > 0.0
    }

    /// The team of the last finished round; without members and of guarantee 0 before the first.
    ///
    /// Where nobody may be chosen, or nobody is worth reaching, the guarantee is `NaN`: there is nothing to compare.
    pub fn chosen(&self) -> Chosen {
        self.chosen.clone()
    }

    /// Weight of everybody, reachable or not.
    pub fn total(&self) -> f64 {
        self.sampler.roots().total()
    }

    pub(super) fn chosen_sets(&self) -> usize {
        self.chosen.sets
    }

    /// Sets of a collection that the round under way, or the next, asks for.
    fn goal(&self) -> usize {
        self.first.saturating_mul(1 << self.round.min(40))
    }

    /// Ends the rounds for want of room in a collection that came to `has` sets.
    fn no_room(&mut self, has: usize) {
        self.out_of_room = true;
        self.phase = Phase::Rest;
        if self.round > 0 {
            self.choice.cut(self.chosen.sets);
            self.check.cut(self.chosen.sets);
            return;
        }
        let fewer = (1..=HALVES).map(|half| self.first >> half).find(|sets| (1..=has).contains(sets));
        if let Some(fewer) = fewer {
            self.first = fewer;
            self.choice.cut(fewer);
            self.check.cut(fewer);
            self.sampler.recount(&self.choice);
            self.phase = Phase::Check;
        }
    }

    /// Takes what a greedy run found, if it is better than what there is.
    fn take(&mut self, found: Found) {
        let Some(best) = &mut self.best else {
            self.best = Some(found);
            return;
        };
        let (most, whole) = (best.most.min(found.most), best.whole || found.whole);
        if found.hits > best.hits {
            *best = found;
        }
        (best.most, best.whole) = (most, whole);
    }

    /// Ends a round by what its team hits of the second collection.
    fn weigh(&mut self, best: Found, tally: &Tally) {
        let (sets, total) = (self.check.len(), self.total());
        let scale = total / sets as f64;
        let gains: Vec<f64> = tally.first.iter().map(|hits| *hits as f64 * scale).collect();
        let hits = tally.first.iter().sum::<u64>() as f64;
        let a = self.a;
        let low = (sqrt(hits + 2.0 * a / 9.0) - sqrt(a / 2.0)).max(0.0);
        let low = ((low * low - a / 18.0) * scale).max(self.weight_of(&best.seeds));
        let high = sqrt(best.most + a / 2.0) + sqrt(a / 2.0);
        let high = (high * high * scale).min(total).max(low);
        let guarantee = match (best.seeds.is_empty(), best.whole) {
            (true, true) => f64::NAN,
            (false, true) => 1.0,
            _ => low / high,
        };
        self.chosen = Chosen {
            gains,
            spread: hits * scale,
            spread_low: low,
            spread_high: high,
            guarantee,
            sets,
            cost: self.rules.cost_of(&best.seeds),
            way: best.way,
            seeds: best.seeds,
        };
        self.round += 1;
    }

    /// The team where nobody is worth reaching.
    fn nobody(&mut self) {
        let seeds = self.rules.must_have.clone();
        self.chosen.gains = vec![0.0; seeds.len()];
        self.chosen.cost = self.rules.cost_of(&seeds);
        self.chosen.guarantee = f64::NAN;
        self.chosen.seeds = seeds;
        self.round = 1;
        self.phase = Phase::Rest;
    }

    /// The next piece; memory that cannot be had ends the rounds.
    fn advance(&mut self, phase: Phase) -> Result<Phase> {
        Ok(match phase {
            Phase::Choice => {
                let goal = self.goal();
                match self.sampler.fill(&mut self.choice, "team: choice", goal, true, WORK) {
                    Filled::Piece => Phase::Choice,
                    Filled::All => Phase::Check,
                    Filled::NoRoom => {
                        self.no_room(self.choice.len());
                        std::mem::replace(&mut self.phase, Phase::Rest)
                    }
                }
            }
            Phase::Check => {
                let goal = self.goal();
                match self.sampler.fill(&mut self.check, "team: check", goal, false, WORK) {
                    Filled::Piece => Phase::Check,
                    Filled::All => Phase::Index(Index::new(self.sampler.nodes(), self.sampler.degrees())?),
                    Filled::NoRoom => {
                        self.no_room(self.check.len());
                        std::mem::replace(&mut self.phase, Phase::Rest)
                    }
                }
            }
            Phase::Index(mut index) => {
                if !index.fill(&self.choice, WORK) {
                    return Ok(Phase::Index(index));
                }
                let way = if self.rules.has_budget { Way::Ratio } else { Way::Uniform };
                let greedy = Greedy::new(way, &self.rules, &index, self.choice.len())?;
                Phase::Greedy(Box::new(greedy), index)
            }
            Phase::Greedy(mut greedy, index) => {
                if !greedy.step(&self.rules, &self.choice, &index, WORK)? {
                    return Ok(Phase::Greedy(greedy, index));
                }
                let single = greedy.single.take();
                let found = greedy.found(&self.rules);
                let by_ratio = found.way == Way::Ratio;
                self.take(found);
                if let Some(single) = single {
                    self.take(single);
                }
                if by_ratio {
                    let greedy = Greedy::new(Way::Uniform, &self.rules, &index, self.choice.len())?;
                    return Ok(Phase::Greedy(Box::new(greedy), index));
                }
                match self.best.take() {
                    Some(mut best) => {
                        if best.most == 0.0 {
                            // Nobody hits a set: either nobody can, or so rarely that more sets would not tell.
                            best.whole |= self.reachable()? == 0.0;
                            self.out_of_room |= self.choice.len() >= HOPELESS;
                        }
                        Phase::Weigh(Tally::new(self.sampler.nodes(), &best.seeds)?, best)
                    }
                    None => Phase::Rest,
                }
            }
            Phase::Weigh(mut tally, best) => {
                if !tally.count(&self.check, self.check.len(), WORK) {
                    return Ok(Phase::Weigh(tally, best));
                }
                self.weigh(best, &tally);
                if self.certified() || !self.has_more() { Phase::Rest } else { Phase::Choice }
            }
            Phase::Rest => Phase::Rest,
        })
    }
}

impl Steps for Opim {
    type Output = Chosen;

    /// Done when a round is certified, or none is left; [`Opim::go_on`] begins another.
    fn step(&mut self) -> bool {
        let phase = std::mem::replace(&mut self.phase, Phase::Rest);
        match self.advance(phase) {
            Ok(phase) => self.phase = phase,
            Err(_) => self.out_of_room = true,
        }
        matches!(self.phase, Phase::Rest)
    }

    /// How far the round under way is. How many rounds it will take is not known.
    fn share_done(&self) -> f64 {
        let of = |len: usize| len as f64 / self.goal().max(1) as f64;
        match &self.phase {
            Phase::Choice => 0.4 * of(self.choice.len()).min(1.0),
            Phase::Check => 0.4 + 0.4 * of(self.check.len()).min(1.0),
            Phase::Index(_) => 0.8,
            Phase::Greedy(..) => 0.9,
            Phase::Weigh(..) => 0.95,
            Phase::Rest => 1.0,
        }
    }

    fn finish(self) -> Chosen {
        self.chosen
    }
}

fn invalid(name: &'static str, given: f64) -> crate::error::Error {
    ErrorKind::InvalidArgument { name, given: given.to_string() }.into()
}

/// Logarithm of the number of teams of `k` out of `n`.
fn ln_choose(n: usize, k: usize) -> f64 {
    let (n, k) = (n as f64, k.min(n) as f64);
    lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0)
}
