//! The team that Credit Distribution chooses, by lazy greedy.

use super::credit_distribution::Credits;
use crate::error::Result;
use crate::graph::column::filled;
use crate::graph::steps::Steps;
use crate::model::NONE;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::rc::Rc;

/// What the choice may do.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Members at the most.
    pub size: usize,
    /// What they may cost together.
    pub budget: Option<f64>,
    /// Cost of each account, 0 or more; needed with a budget.
    pub costs: Option<Vec<f64>>,
    /// Who may be chosen; `None`: anybody.
    pub candidates: Option<Vec<bool>>,
    /// Who is chosen first, whatever they bring.
    pub must_have: Vec<u32>,
    /// Community of each account ([`NONE`]: none), and how many members one may have.
    pub caps: Option<(Vec<u32>, usize)>,
    /// Who has spoken already: what they get is not to be had any more.
    pub competitors: Vec<u32>,
    /// Whether gain per cost decides, or gain alone.
    pub by_ratio: bool,
}

/// A team, in the order in which it was chosen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picked {
    /// The members.
    pub members: Vec<u32>,
    /// What each added to those before.
    pub gains: Vec<f64>,
}

#[derive(Debug, PartialEq)]
struct Waiting {
    /// Gain, or gain per cost.
    value: f64,
    gain: f64,
    person: u32,
    /// Members there were when the gain was computed.
    when: u32,
}

impl Eq for Waiting {}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value
            .total_cmp(&other.value)
            .then(self.gain.total_cmp(&other.gain))
            .then(other.person.cmp(&self.person))
    }
}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Chooses by lazy greedy: the member who adds most, again and again, at least 1 − 1/e of the best spread there is
/// where nothing but the size binds.
///
/// Adding x to S gains `Σ_a (1 − Γ_Sx(a))·Σ_u ω_u/(A_u + prior)·Γ_xu(a)`, Γ_xu along ways that avoid S. After it,
/// `Γ_vu −= Γ_vx·Γ_xu` for every v before x, and `Γ_Su += (1 − Γ_Sx)·Γ_xu`. Gains only fall, so a person whose old
/// gain is below another's new one need not be looked at again.
///
/// # Complexity
/// O(credits kept) for the first gains; each member costs the product of those above and below in its cascades.
///
/// # Source
/// Goyal, Bonchi and Lakshmanan 2011, algorithms 3 to 5; Leskovec et al., "Cost-effective outbreak detection in
/// networks", KDD 2007, for the lazy queue and gain per cost.
#[derive(Debug)]
pub struct Greedy {
    credits: Rc<Credits>,
    rules: Rules,
    /// Credits left along ways that avoid the members.
    left: Vec<f64>,
    /// Γ_S of each entry.
    team: Vec<f64>,
    taken: Vec<bool>,
    of_community: Vec<u32>,
    queue: BinaryHeap<Waiting>,
    picked: Picked,
    spent: f64,
    /// Next person whose first gain is to be computed.
    at: usize,
    done: bool,
}

/// People of one piece of first gains.
const PIECE: usize = 4096;

impl Greedy {
    /// Prepares the choice; competitors and must-haves are taken at once.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(credits: Rc<Credits>, rules: Rules) -> Result<Greedy> {
        let mut left = filled(0.0, credits.credit.len())?;
        left.copy_from_slice(&credits.credit);
        let communities = rules.caps.as_ref().map_or(0, |(of, _)| {
            of.iter().filter(|c| **c != NONE).max().map_or(0, |most| *most as usize + 1)
        });
        let mut greedy = Greedy {
            left,
            team: filled(0.0, credits.who.len())?,
            taken: filled(false, credits.people())?,
            credits,
            of_community: filled(0, communities)?,
            queue: BinaryHeap::new(),
            picked: Picked::default(),
            spent: 0.0,
            at: 0,
            done: false,
            rules,
        };
        for person in greedy.rules.competitors.clone() {
            greedy.take(person, false);
        }
        for person in greedy.rules.must_have.clone() {
            if !greedy.taken[person as usize] {
                greedy.take(person, true);
            }
        }
        Ok(greedy)
    }

    /// What is picked so far.
    pub fn picked(&self) -> Picked {
        self.picked.clone()
    }

    fn gain(&self, person: usize) -> f64 {
        let credits = &*self.credits;
        let mut gain = 0.0;
        for entry in credits.entries(person) {
            let entry = *entry as usize;
            let mut reached = credits.share[entry];
            let below = credits.below_start[entry] as usize..credits.below_start[entry + 1] as usize;
            for (other, at) in &credits.below[below] {
                reached += self.left[*at as usize] * credits.share[*other as usize];
            }
            gain += (1.0 - self.team[entry]).max(0.0) * reached;
        }
        gain
    }

    /// Makes somebody a member, or a competitor.
    fn take(&mut self, person: u32, member: bool) {
        let gain = if member { self.gain(person as usize) } else { 0.0 };
        let credits = self.credits.clone();
        for entry in credits.entries(person as usize) {
            let entry = *entry as usize;
            let below = credits.below_start[entry] as usize..credits.below_start[entry + 1] as usize;
            let above = credits.above_start[entry] as usize..credits.above_start[entry + 1] as usize;
            let free = (1.0 - self.team[entry]).max(0.0);
            for (other, at) in &credits.below[below] {
                let credit = self.left[*at as usize];
                if credit == 0.0 {
                    continue;
                }
                // Ways through the new member are closed: both lists are in order.
                let end = credits.above_start[*other as usize + 1] as usize;
                let mut place = credits.above_start[*other as usize] as usize;
                for ancestor in above.clone() {
                    let through = self.left[ancestor] * credit;
                    while place < end && credits.above[place] < credits.above[ancestor] {
                        place += 1;
                    }
                    if place < end && credits.above[place] == credits.above[ancestor] {
                        self.left[place] = (self.left[place] - through).max(0.0);
                    }
                }
                self.team[*other as usize] += free * credit;
                self.left[*at as usize] = 0.0;
            }
            for ancestor in above {
                self.left[ancestor] = 0.0;
            }
            self.team[entry] = 1.0;
        }
        self.taken[person as usize] = true;
        if member {
            self.spent += self.cost(person);
            if let Some((of, _)) = &self.rules.caps
                && let Some(count) = self.of_community.get_mut(of[person as usize] as usize)
            {
                *count += 1;
            }
            self.picked.members.push(person);
            self.picked.gains.push(gain);
        }
    }

    fn cost(&self, person: u32) -> f64 {
        self.rules.costs.as_ref().map_or(0.0, |costs| costs[person as usize])
    }

    fn may(&self, person: u32) -> bool {
        let open = self.rules.candidates.as_ref().is_none_or(|c| c[person as usize]);
        let affordable = self.rules.budget.is_none_or(|budget| self.spent + self.cost(person) <= budget);
        let room = self.rules.caps.as_ref().is_none_or(|(of, most)| {
            self.of_community.get(of[person as usize] as usize).is_none_or(|count| (*count as usize) < *most)
        });
        open && affordable && room && !self.taken[person as usize]
    }

    fn waiting(&self, person: u32) -> Waiting {
        let gain = self.gain(person as usize);
        let cost = self.cost(person);
        let value = match (self.rules.by_ratio, cost > 0.0) {
            (true, true) => gain / cost,
            (true, false) if gain > 0.0 => f64::INFINITY,
            _ => gain,
        };
        Waiting { value, gain, person, when: self.picked.members.len() as u32 }
    }

    /// The next member, if anybody adds anything.
    fn pick(&mut self) -> bool {
        while let Some(top) = self.queue.pop() {
            // What is not affordable now, or over a cap, never will be.
            if !self.may(top.person) {
                continue;
            }
            if top.when == self.picked.members.len() as u32 {
                if top.gain <= 0.0 {
                    return false;
                }
                self.take(top.person, true);
                return true;
            }
            let again = self.waiting(top.person);
            self.queue.push(again);
        }
        false
    }
}

impl Steps for Greedy {
    type Output = Picked;

    fn step(&mut self) -> bool {
        let n = self.credits.people();
        if self.done {
            return true;
        }
        if self.at < n {
            let end = n.min(self.at + PIECE);
            for person in self.at..end {
                if self.may(person as u32) && !self.credits.entries(person).is_empty() {
                    let waiting = self.waiting(person as u32);
                    self.queue.push(waiting);
                }
            }
            self.at = end;
            return false;
        }
        self.done = self.picked.members.len() >= self.rules.size || !self.pick();
        self.done
    }

    fn share_done(&self) -> f64 {
        let first = self.at as f64 / self.credits.people().max(1) as f64;
        let picked = self.picked.members.len() as f64 / self.rules.size.max(1) as f64;
        0.5 * first + 0.5 * picked.min(1.0)
    }

    fn finish(self) -> Picked {
        self.picked
    }
}
