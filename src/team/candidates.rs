//! Who may be chosen, and why others may not.

use super::Note;
use super::costs::{CostColumn, costs};
use super::ground::Ground;
use super::options::TeamOptions;
use crate::error::Result;
use crate::graph::column::filled;
use crate::model::NONE;

/// Everything that binds the choice.
#[derive(Debug, Clone, Default)]
pub struct Bounds {
    pub size: usize,
    pub budget: Option<f64>,
    pub costs: CostColumn,
    pub candidates: Vec<bool>,
    pub must_have: Vec<u32>,
    pub competitors: Vec<u32>,
    pub shortlist: Vec<u32>,
    /// Community of each account, and members of one at the most.
    pub cap: Option<(Vec<u32>, usize)>,
}

impl Bounds {
    /// Reads what the options allow. `reaches`: whether anybody follows an account at all.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn of(
        ground: &Ground,
        options: &TeamOptions,
        reaches: impl Fn(usize) -> bool,
        notes: &mut Vec<Note>,
    ) -> Result<Bounds> {
        let costs = costs(ground, &options.costs, notes);
        let budget = options.budget.filter(|_| {
            if !costs.any {
                notes.push(Note::NoCosts);
            }
            costs.any
        });
        let must_have = ground.known(&options.must_have, notes);
        let mut competitors = ground.known(&options.competitors, notes);
        competitors.retain(|account| !must_have.contains(account));
        let mut bounds = Bounds {
            size: options.size,
            budget,
            candidates: filled(false, ground.accounts())?,
            shortlist: ground.known(&options.shortlist, notes),
            cap: options.per_community.map(|most| (ground.communities().0, most)),
            costs,
            must_have,
            competitors,
        };
        let exclude = ground.known(&options.exclude, notes);
        bounds.open(ground, options, &exclude, reaches, notes)?;
        Ok(bounds)
    }

    /// Marks the candidates.
    fn open(
        &mut self,
        ground: &Ground,
        options: &TeamOptions,
        exclude: &[u32],
        reaches: impl Fn(usize) -> bool,
        notes: &mut Vec<Note>,
    ) -> Result<()> {
        let mut taken = filled(false, ground.accounts())?;
        for account in self.must_have.iter().chain(&self.competitors) {
            taken[*account as usize] = true;
        }
        let mut out = filled(false, ground.accounts())?;
        for account in exclude {
            out[*account as usize] = true;
        }
        let spent: f64 = self.must_have.iter().map(|a| self.cost(*a)).filter(|c| !c.is_nan()).sum();
        if self.budget.is_some_and(|budget| spent > budget) {
            notes.push(Note::MustHaveOverBudget);
        }
        if self.must_have.len() > self.size {
            notes.push(Note::MustHaveOverSize);
        }
        let confidence = |account: usize| {
            ground.authenticity.as_ref().and_then(|found| found.of.get(account)).copied().unwrap_or(f64::NAN)
        };
        let least = options.min_confidence.unwrap_or(0.0);
        // Accounts left after each condition.
        let (mut reaching, mut wanted, mut genuine, mut priced, mut open) = (0, 0, 0, 0, 0);
        let mut free = false;
        for account in 0..ground.accounts() {
            if taken[account] || !reaches(account) {
                continue;
            }
            reaching += 1;
            if out[account] {
                continue;
            }
            wanted += 1;
            // Unknown passes: it speaks neither for nor against.
            if confidence(account) < least {
                continue;
            }
            genuine += 1;
            let cost = self.costs.of[account];
            if self.budget.is_some() && cost.is_nan() {
                continue;
            }
            priced += 1;
            free |= cost == 0.0;
            if self.budget.is_some_and(|budget| spent + cost > budget) {
                continue;
            }
            open += 1;
            self.candidates[account] = true;
        }
        if genuine < wanted {
            notes.push(Note::LowConfidenceLeftOut);
        }
        if priced < genuine {
            notes.push(Note::SomeCostsUnknown);
        }
        if free && self.budget.is_some() {
            notes.push(Note::ZeroCosts);
        }
        if open == 0 && self.must_have.is_empty() {
            notes.push(match (reaching, wanted, priced) {
                (1.., 0, _) => Note::AllExcluded,
                (_, _, 1..) => Note::BudgetBelowEveryCost,
                _ => Note::NoCandidates,
            });
        } else if open + self.must_have.len() < self.size && self.budget.is_none() {
            notes.push(Note::FewCandidates);
        }
        Ok(())
    }

    /// Cost of an account; NaN is unknown.
    pub fn cost(&self, account: u32) -> f64 {
        self.costs.of[account as usize]
    }

    /// What some accounts cost together, as far as it is known.
    pub fn cost_of(&self, accounts: &[u32]) -> Option<f64> {
        let known: Vec<f64> = accounts.iter().map(|a| self.cost(*a)).filter(|cost| !cost.is_nan()).collect();
        (!known.is_empty()).then(|| known.iter().sum())
    }

    /// The candidates, in order.
    pub fn open_accounts(&self) -> Vec<u32> {
        (0..self.candidates.len() as u32).filter(|account| self.candidates[*account as usize]).collect()
    }

    /// Whether anybody can be in the team.
    pub fn is_open(&self) -> bool {
        !self.must_have.is_empty() || self.candidates.iter().any(|open| *open)
    }

    /// The first accounts of an order that may be a team together, must-haves first.
    pub fn first_of(&self, order: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut team = self.must_have.clone();
        let mut spent = self.cost_of(&team).unwrap_or(0.0);
        let mut members: std::collections::BTreeMap<u32, usize> = std::collections::BTreeMap::new();
        let of = |account: u32| self.cap.as_ref().map_or(NONE, |(of, _)| of[account as usize]);
        let most = self.cap.as_ref().map_or(usize::MAX, |cap| cap.1);
        for account in &team {
            *members.entry(of(*account)).or_default() += 1;
        }
        for account in order {
            if team.len() >= self.size {
                break;
            }
            let cost = self.cost(account);
            let affordable = self.budget.is_none_or(|budget| spent + cost <= budget);
            let community = of(account);
            let room = community == NONE || members.get(&community).is_none_or(|count| *count < most);
            if self.candidates[account as usize] && affordable && room {
                team.push(account);
                *members.entry(community).or_default() += 1;
                spent += if self.budget.is_some() { cost } else { 0.0 };
            }
        }
        team
    }
}
