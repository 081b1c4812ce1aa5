//! All signals and the discount, a piece at a time.

use super::burst::{self, Bursts};
use super::discount::{self, Discounting};
use super::ground::PIECE;
use super::pods::{self, Pods};
use super::{Authenticity, Ground, Group, Parts, Signal, concentration, one_purpose};
use crate::error::Result;
use crate::graph::column::{filled, room};
use crate::model::NONE;

/// The assessment under way. [`Parts`] are given at every step, always the same.
///
/// # Complexity
/// O(accounts + ties · log degree + posts); see the signals.
///
/// # Errors
/// `memory.exhausted`.
#[derive(Debug)]
pub struct Assessment {
    stage: Stage,
    found: Authenticity,
    /// Pod of each account.
    pod_of: Vec<u32>,
    /// Accounts of groups that act together.
    together: Vec<bool>,
}

#[derive(Debug)]
enum Stage {
    Ground,
    Pods(Pods),
    Bursts(Box<Bursts>),
    Accounts(usize),
    Discount(Box<Discounting>),
    Done,
}

impl Assessment {
    /// Prepares the assessment.
    ///
    /// # Errors
    /// As [`Assessment`].
    pub fn new(parts: &Parts<'_>) -> Result<Assessment> {
        let found = Authenticity { ground: Ground::new(parts)?, ..Authenticity::default() };
        Ok(Assessment { stage: Stage::Ground, found, pod_of: Vec::new(), together: Vec::new() })
    }

    /// Does the next piece; returns whether all is done.
    ///
    /// # Errors
    /// As [`Assessment`].
    pub fn step(&mut self, parts: &Parts<'_>) -> Result<bool> {
        let accounts = parts.credit.of.len();
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Ground => {
                if self.found.ground.step(parts) {
                    self.together = filled(false, accounts)?;
                    Stage::Pods(Pods::new(accounts)?)
                } else {
                    Stage::Ground
                }
            }
            Stage::Pods(mut pods) => {
                if pods.step(&self.found.ground, parts)? {
                    (self.found.pods, self.pod_of) = pods.finish();
                    self.mark_groups();
                    Stage::Bursts(Box::default())
                } else {
                    Stage::Pods(pods)
                }
            }
            Stage::Bursts(mut bursts) => {
                if bursts.step(&self.found.ground, parts) {
                    self.take_bursts(*bursts, accounts)?;
                    self.columns(parts, accounts)?;
                    Stage::Accounts(0)
                } else {
                    Stage::Bursts(bursts)
                }
            }
            Stage::Accounts(at) => match self.accounts(parts, at) {
                Some(next) => Stage::Accounts(next),
                None => {
                    self.found.of = Authenticity::combine(&self.found.strength, accounts);
                    Stage::Discount(Box::new(Discounting::new(parts)?))
                }
            },
            Stage::Discount(mut discounting) => {
                if discounting.step(&self.found.ground, &self.together, parts) {
                    self.found.discount = discounting.finish();
                    Stage::Done
                } else {
                    Stage::Discount(discounting)
                }
            }
            Stage::Done => Stage::Done,
        };
        Ok(matches!(self.stage, Stage::Done))
    }

    /// Share of the work done.
    pub fn share_done(&self, parts: &Parts<'_>) -> f64 {
        let accounts = parts.credit.of.len().max(1) as f64;
        match &self.stage {
            Stage::Ground => 0.3 * self.found.ground.share_done(parts),
            Stage::Pods(_) => 0.3,
            Stage::Bursts(bursts) => 0.4 + 0.3 * bursts.share_done(&self.found.ground),
            Stage::Accounts(at) => 0.7 + 0.1 * *at as f64 / accounts,
            Stage::Discount(discounting) => 0.8 + 0.2 * discounting.share_done(parts),
            Stage::Done => 1.0,
        }
    }

    /// What was found.
    pub fn finish(self) -> Authenticity {
        self.found
    }

    fn mark_groups(&mut self) {
        for group in self.found.pods.iter().chain(&self.found.coordinated).chain(&self.found.duplicated) {
            for account in &group.accounts {
                self.together[*account as usize] = true;
            }
        }
    }

    fn take_bursts(&mut self, bursts: Bursts, accounts: usize) -> Result<()> {
        let (usual, chances) = bursts.finish(&self.found.ground);
        self.found.usual_timing = usual;
        if chances.is_empty() {
            self.found.missing[Signal::Burst as usize] = Some("no_time");
            return Ok(());
        }
        let mut column = filled(f32::NAN, accounts)?;
        for (account, p) in chances {
            column[account as usize] = burst::strength(p) as f32;
        }
        self.found.strength[Signal::Burst as usize] = column;
        Ok(())
    }

    /// Room for the columns that are filled account by account.
    fn columns(&mut self, parts: &Parts<'_>, accounts: usize) -> Result<()> {
        let ties = self.found.ground.engagers.iter().any(|n| *n > 0);
        for signal in [Signal::Concentration, Signal::Reciprocity, Signal::OnePurpose] {
            let told = ties && (signal != Signal::Reciprocity || Ground::of_shares(parts));
            if told {
                self.found.strength[signal as usize] = room(accounts)?;
            } else {
                self.found.missing[signal as usize] = Some("no_ties");
            }
        }
        self.found.genuine = room(accounts)?;
        Ok(())
    }

    /// The signals of some accounts; where to go on.
    fn accounts(&mut self, parts: &Parts<'_>, mut at: usize) -> Option<usize> {
        let accounts = parts.credit.of.len();
        let mut left = PIECE;
        while at < accounts && left > 0 {
            left = left.saturating_sub(1 + parts.attention.graph.in_degree(at));
            let ground = &self.found.ground;
            let in_pod = self.pod_of[at] != NONE;
            let strength = [
                (Signal::Concentration, concentration::strength(ground, parts, at)),
                (Signal::Reciprocity, pods::strength(ground, parts, at, in_pod)),
                (Signal::OnePurpose, one_purpose::strength(ground, parts, at)),
            ];
            self.found.genuine.push(discount::genuine(ground, &self.together, at));
            for (signal, strength) in strength {
                if self.found.missing[signal as usize].is_none() {
                    self.found.strength[signal as usize].push(strength as f32);
                }
            }
            at += 1;
        }
        (at < accounts).then_some(at)
    }
}

/// Groups in the order of their size, then of their first account, and the group of each account.
pub(super) fn largest_first(mut groups: Vec<Group>, mut of: Vec<u32>) -> (Vec<Group>, Vec<u32>) {
    groups.sort_by(|a, b| b.accounts.len().cmp(&a.accounts.len()).then(a.accounts.cmp(&b.accounts)));
    for (number, group) in groups.iter().enumerate() {
        for account in &group.accounts {
            of[*account as usize] = number as u32;
        }
    }
    (groups, of)
}

/// The whole assessment in one call.
///
/// # Errors
/// As [`Assessment`].
pub fn assess(parts: &Parts<'_>) -> Result<Authenticity> {
    let mut assessment = Assessment::new(parts)?;
    while !assessment.step(parts)? {}
    Ok(assessment.finish())
}
