//! Credit Distribution: who made whom act, told from the cascades that really happened.

use crate::error::{ErrorKind, Result};
use crate::graph::Graph;
use crate::graph::column::{add_up, filled, room};
use crate::graph::steps::Steps;
use crate::math::{Sum, exp};
use crate::model::NONE;
use std::rc::Rc;

/// Cascades as they were seen: for each, who acted and when, the first of each person.
#[derive(Debug, Clone, Default)]
pub struct Cascades {
    /// Where each begins in the other columns; one more entry than cascades.
    pub start: Vec<u32>,
    /// Who acted, in order of time inside a cascade; nobody twice.
    pub who: Vec<u32>,
    /// When, in the unit of [`Params::decay`].
    pub time: Vec<f64>,
}

impl Cascades {
    /// No cascade yet.
    pub fn new() -> Cascades {
        Cascades { start: vec![0], ..Cascades::default() }
    }

    /// Adds a cascade: people and moments in any order; of somebody who acted twice the first time counts. Moments
    /// that are not numbers are left out, and so is a cascade of nobody.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn add(&mut self, acts: &mut Vec<(f64, u32)>) -> Result<()> {
        acts.retain(|act| act.0.is_finite());
        acts.sort_unstable_by(|a, b| a.1.cmp(&b.1).then(a.0.total_cmp(&b.0)));
        acts.dedup_by_key(|act| act.1);
        if acts.is_empty() {
            return Ok(());
        }
        acts.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let no_room = |_| ErrorKind::OutOfMemory { what: "cascades" };
        self.who.try_reserve(acts.len()).map_err(no_room)?;
        self.time.try_reserve(acts.len()).map_err(no_room)?;
        self.start.try_reserve(1).map_err(no_room)?;
        self.who.extend(acts.iter().map(|act| act.1));
        self.time.extend(acts.iter().map(|act| act.0));
        self.start.push(self.who.len() as u32);
        Ok(())
    }

    /// How many cascades.
    pub fn len(&self) -> usize {
        self.start.len().saturating_sub(1)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Parameters of [`Build`].
#[derive(Debug, Clone, Copy)]
pub struct Params {
    /// Time after which direct credit is down to 1/e; `None`: parents share it equally, however old.
    pub decay: Option<f64>,
    /// Added to the number of somebody's actions: whoever acted once would otherwise count fully for whoever came
    /// before.
    pub prior: f64,
    /// Credit of this much and less is not kept for the choice.
    pub least: f64,
}

impl Default for Params {
    fn default() -> Self {
        Params { decay: None, prior: 2.0, least: 1e-3 }
    }
}

/// Credits of every action of a log, ready to choose from; made by [`Build`].
///
/// An *entry* is one person in one cascade. Entries are numbered in the order of the log, so that whoever came before
/// has the lower number.
#[derive(Debug, Clone, Default)]
pub struct Credits {
    /// Person of each entry.
    pub(super) who: Vec<u32>,
    /// Weight of each entry: the person's own, divided by the number of the person's actions plus the prior.
    pub(super) share: Vec<f64>,
    /// Direct credit: parents of each entry.
    pub(super) parent_start: Vec<u32>,
    pub(super) parent: Vec<u32>,
    pub(super) direct: Vec<f64>,
    /// Credit along all ways: ancestors of each entry in order.
    pub(super) above_start: Vec<u32>,
    pub(super) above: Vec<u32>,
    pub(super) credit: Vec<f64>,
    /// The same from the other side: descendants of each entry, and the place of their credit.
    pub(super) below_start: Vec<u32>,
    pub(super) below: Vec<(u32, u32)>,
    /// Entries of each person.
    pub(super) of_start: Vec<u32>,
    pub(super) of: Vec<u32>,
    /// Where each cascade begins among the entries, and the cascade of each.
    pub(super) cascade_start: Vec<u32>,
    pub(super) cascade: Vec<u32>,
}

impl Credits {
    /// Entries of a person.
    pub(super) fn entries(&self, person: usize) -> &[u32] {
        &self.of[self.of_start[person] as usize..self.of_start[person + 1] as usize]
    }

    /// Cascades of the log.
    pub fn cascades(&self) -> usize {
        self.cascade_start.len().saturating_sub(1)
    }

    /// Direct credits, over all cascades.
    pub fn direct_credits(&self) -> usize {
        self.direct.len()
    }

    /// Accounts of the study.
    pub fn people(&self) -> usize {
        self.of_start.len().saturating_sub(1)
    }

    /// Actions of a person in the log.
    pub fn actions(&self, person: usize) -> usize {
        self.entries(person).len()
    }

    /// Spread of a team, `σ_cd(S)`, from direct credits alone: nothing is left out.
    ///
    /// Cost: O(entries + direct credits) of the cascades that members took part in.
    pub fn spread(&self, team: &[u32]) -> f64 {
        let mut total = Sum::default();
        self.each(team, |_, weight| total.add(weight));
        total.total()
    }

    /// What a team reaches in each of `count` groups, `of` being the group of each person; those in none come last.
    pub fn reached_in(&self, team: &[u32], of: &[u32], count: usize) -> Vec<f64> {
        let mut totals = vec![Sum::default(); count + 1];
        self.each(team, |person, weight| {
            let group = of.get(person).map_or(count, |group| (*group as usize).min(count));
            totals[group].add(weight);
        });
        totals.iter().map(Sum::total).collect()
    }

    /// Calls `reached` with every person that a team reaches in a cascade, and how much.
    fn each(&self, team: &[u32], mut reached: impl FnMut(usize, f64)) {
        let mut members: Vec<u32> = team.iter().copied().filter(|p| (*p as usize) < self.people()).collect();
        members.sort_unstable();
        let entries = members.iter().flat_map(|person| self.entries(*person as usize));
        let mut cascades: Vec<u32> = entries.map(|entry| self.cascade[*entry as usize]).collect();
        cascades.sort_unstable();
        cascades.dedup();
        let mut credit: Vec<f64> = Vec::new();
        for cascade in cascades {
            let row = self.cascade_start[cascade as usize] as usize
                ..self.cascade_start[cascade as usize + 1] as usize;
            credit.clear();
            for entry in row.clone() {
                let person = self.who[entry];
                let got = if members.binary_search(&person).is_ok() {
                    1.0
                } else {
                    let parents = self.parent_start[entry] as usize..self.parent_start[entry + 1] as usize;
                    parents.map(|at| credit[self.parent[at] as usize - row.start] * self.direct[at]).sum()
                };
                credit.push(got);
                if got > 0.0 {
                    reached(person as usize, got * self.share[entry]);
                }
            }
        }
    }
}

/// Computes the credits of a log of cascades, a block of cascades at a time.
///
/// In a cascade, the *parents* of u are those it pays attention to and who acted before it: N(u). Each gets the
/// direct credit `γ_vu = 1/|N(u)|`, or `exp(−(t_u − t_v)/τ)/|N(u)|`. Credit goes on along ways:
/// `Γ_vu = Σ_{w ∈ N(u)} Γ_vw·γ_wu`, `Γ_vv = 1`. Over all cascades, `σ_cd(S) = Σ_u ω_u/(A_u + prior)·Σ_a Γ_Su(a)`,
/// where Γ_Su is 1 for members, A_u is the number of u's actions and ω_u what it is worth to reach u: the expected
/// weight of the people who act in a cascade because of S.
///
/// | here | in the paper |
/// |---|---|
/// | `direct` | γ |
/// | `credit` | UC |
/// | [`Params::least`] | λ, truncation |
/// | [`Params::decay`] | τ, one for all |
///
/// # Parameters
/// The attention graph (an arc u → v: u may follow v), the cascades, what each person is worth, [`Params`].
///
/// # Complexity
/// O(Σ over cascades of credits kept × parents). Memory: 16 bytes a direct credit, 24 a credit kept.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Goyal, Bonchi and Lakshmanan, "A data-based approach to social influence maximization", PVLDB 5(1), 2011,
/// arXiv 1109.6886. The prior is ours: with A_u alone, people who acted once weigh most.
#[derive(Debug)]
pub struct Build {
    graph: Rc<Graph>,
    cascades: Cascades,
    params: Params,
    credits: Credits,
    /// Place of each person in the cascade at hand.
    place: Vec<u32>,
    /// Credit of each place of the cascade at hand, and which are set.
    got: Vec<f64>,
    touched: Vec<u32>,
    at: usize,
    failed: Option<crate::error::Error>,
}

/// Entries of one piece.
const PIECE: usize = 1 << 14;

impl Build {
    /// Prepares the computation. `worth`: what it is worth to reach each; `None` is 1.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(graph: Rc<Graph>, cascades: Cascades, worth: Option<&[f64]>, params: Params) -> Result<Build> {
        let (n, entries) = (graph.nodes(), cascades.who.len());
        let mut of_start = filled(0_u32, n + 1)?;
        for person in &cascades.who {
            of_start[*person as usize + 1] += 1;
        }
        add_up(&mut of_start);
        let mut next = of_start.clone();
        let mut of = filled(0, entries)?;
        let mut share = room(entries)?;
        for (entry, person) in cascades.who.iter().enumerate() {
            let person = *person as usize;
            of[next[person] as usize] = entry as u32;
            next[person] += 1;
            let actions = f64::from(of_start[person + 1] - of_start[person]);
            let worth = worth.map_or(1.0, |w| w[person]);
            share.push(if worth > 0.0 { worth / (actions + params.prior) } else { 0.0 });
        }
        let mut cascade = room(entries)?;
        for at in 0..cascades.len() {
            cascade.extend((cascades.start[at]..cascades.start[at + 1]).map(|_| at as u32));
        }
        let credits = Credits {
            who: cascades.who.clone(),
            cascade_start: cascades.start.clone(),
            cascade,
            share,
            parent_start: vec![0],
            above_start: vec![0],
            of_start,
            of,
            ..Credits::default()
        };
        let place = filled(NONE, n)?;
        Ok(Build {
            graph,
            cascades,
            params,
            credits,
            place,
            got: Vec::new(),
            touched: Vec::new(),
            at: 0,
            failed: None,
        })
    }

    /// Credits of one cascade.
    fn cascade(&mut self, cascade: usize) -> Result<()> {
        let (from, to) = (self.cascades.start[cascade] as usize, self.cascades.start[cascade + 1] as usize);
        self.got.resize(self.got.len().max(to - from), 0.0);
        let no_room = |_| ErrorKind::OutOfMemory { what: "credits" };
        let credits = &mut self.credits;
        for entry in from..to {
            let (person, time) = (self.cascades.who[entry], self.cascades.time[entry]);
            let first = credits.parent.len();
            for target in self.graph.targets(person as usize) {
                let place = self.place[*target as usize];
                if place != NONE && self.cascades.time[place as usize] < time {
                    credits.parent.try_reserve(1).map_err(no_room)?;
                    credits.direct.try_reserve(1).map_err(no_room)?;
                    credits.parent.push(place);
                    let age = time - self.cascades.time[place as usize];
                    credits.direct.push(self.params.decay.map_or(1.0, |tau| exp(-age / tau)));
                }
            }
            self.place[person as usize] = entry as u32;
            let parents = (credits.parent.len() - first) as f64;
            for at in first..credits.parent.len() {
                credits.direct[at] /= parents;
                let (parent, direct) = (credits.parent[at] as usize, credits.direct[at]);
                let above = credits.above_start[parent] as usize..credits.above_start[parent + 1] as usize;
                let ways = above.map(|a| (credits.above[a], credits.credit[a]));
                for (ancestor, credit) in ways.chain([(parent as u32, 1.0)]) {
                    let place = ancestor as usize - from;
                    if self.got[place] == 0.0 {
                        self.touched.push(place as u32);
                    }
                    self.got[place] += credit * direct;
                }
            }
            self.touched.sort_unstable();
            credits.above.try_reserve(self.touched.len()).map_err(no_room)?;
            credits.credit.try_reserve(self.touched.len()).map_err(no_room)?;
            for place in self.touched.drain(..) {
                let credit = std::mem::replace(&mut self.got[place as usize], 0.0);
                if credit > self.params.least {
                    credits.above.push((from + place as usize) as u32);
                    credits.credit.push(credit);
                }
            }
            credits.above_start.push(credits.above.len() as u32);
            credits.parent_start.push(credits.parent.len() as u32);
        }
        for entry in from..to {
            self.place[self.cascades.who[entry] as usize] = NONE;
        }
        Ok(())
    }

    /// Descendants from ancestors, by a counting sort.
    fn turn(&mut self) -> Result<()> {
        let credits = &mut self.credits;
        let entries = credits.who.len();
        let mut start = filled(0_u32, entries + 1)?;
        for ancestor in &credits.above {
            start[*ancestor as usize + 1] += 1;
        }
        add_up(&mut start);
        let mut next = start.clone();
        let mut below = filled((0, 0), credits.above.len())?;
        for entry in 0..entries {
            for at in credits.above_start[entry]..credits.above_start[entry + 1] {
                let ancestor = credits.above[at as usize] as usize;
                below[next[ancestor] as usize] = (entry as u32, at);
                next[ancestor] += 1;
            }
        }
        credits.below_start = start;
        credits.below = below;
        Ok(())
    }

    fn piece(&mut self) -> Result<bool> {
        let mut done = 0;
        while self.at < self.cascades.len() && done < PIECE {
            self.cascade(self.at)?;
            done += (self.cascades.start[self.at + 1] - self.cascades.start[self.at]) as usize;
            self.at += 1;
        }
        if self.at < self.cascades.len() {
            return Ok(false);
        }
        if self.credits.below_start.is_empty() {
            self.turn()?;
        }
        Ok(true)
    }
}

impl Steps for Build {
    type Output = Result<Credits>;

    fn step(&mut self) -> bool {
        match self.piece() {
            Ok(done) => done,
            Err(error) => {
                self.failed = Some(error);
                true
            }
        }
    }

    fn share_done(&self) -> f64 {
        self.at as f64 / self.cascades.len().max(1) as f64
    }

    fn finish(mut self) -> Result<Credits> {
        while self.failed.is_none() && !self.step() {}
        self.failed.map_or(Ok(self.credits), Err)
    }
}
