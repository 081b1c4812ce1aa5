//! All signals and the discount, a piece at a time.

use super::burst::{self, Bursts};
use super::coordination::Coordination;
use super::discount::{self, Discounting};
use super::duplicated::Duplicates;
use super::ground::PIECE;
use super::pods::{self, Pods};
use super::rate::Rating;
use super::{Authenticity, Ground, Parts, Signal, concentration, first_digits, follows, one_purpose};
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
    Texts(Box<Duplicates>),
    Coordination(Box<Coordination>),
    Pods(Pods),
    Rates(Box<Rating>),
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
                    Stage::Texts(Box::new(Duplicates::new()))
                } else {
                    Stage::Ground
                }
            }
            Stage::Texts(mut texts) => {
                if texts.step(parts)? {
                    self.found.texts = texts.finish(parts)?;
                    Stage::Coordination(Box::new(Coordination::new(parts)?))
                } else {
                    Stage::Texts(texts)
                }
            }
            Stage::Coordination(mut coordination) => {
                if coordination.step() {
                    self.found.coordination = coordination.finish(parts)?;
                    Stage::Pods(Pods::new(accounts)?)
                } else {
                    Stage::Coordination(coordination)
                }
            }
            Stage::Pods(mut pods) => {
                if pods.step(&self.found.ground, parts)? {
                    (self.found.pods, self.pod_of) = pods.finish();
                    self.mark_groups();
                    Stage::Rates(Box::default())
                } else {
                    Stage::Pods(pods)
                }
            }
            Stage::Rates(mut rating) => {
                if rating.step(parts) {
                    self.found.rates = rating.finish(parts)?;
                    Stage::Bursts(Box::default())
                } else {
                    Stage::Rates(rating)
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
            Stage::Ground => 0.1 * self.found.ground.share_done(parts),
            Stage::Texts(texts) => 0.1 + 0.3 * texts.share_done(parts),
            Stage::Coordination(_) => 0.4,
            Stage::Pods(_) => 0.45,
            Stage::Rates(_) => 0.5,
            Stage::Bursts(bursts) => 0.55 + 0.15 * bursts.share_done(&self.found.ground),
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
        for (account, together) in self.together.iter_mut().enumerate() {
            *together = self.pod_of[account] != NONE
                || self.found.coordination.member(account)
                || self.found.texts.acts_together(account);
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
        let found = &self.found;
        let ties = found.ground.engagers.iter().any(|n| *n > 0);
        let known = |column: &[f64]| column.iter().any(|x| !x.is_nan());
        let (followers, following) = (&parts.data.accounts.followers, &parts.data.accounts.following);
        let missing = [
            (Signal::Concentration, (!ties).then_some("no_ties")),
            (Signal::Reciprocity, (!ties || !Ground::of_shares(parts)).then_some("no_ties")),
            (Signal::OnePurpose, (!ties).then_some("no_ties")),
            (Signal::DuplicatedText, (!found.texts.any).then_some("no_text")),
            (Signal::Coordination, (!found.coordination.any).then_some("no_shared_posts")),
            (Signal::RateAnomaly, found.rates.residual.is_empty().then_some("no_counts")),
            (Signal::FollowPattern, (!known(followers) || !known(following)).then_some("no_followers")),
            (Signal::FirstDigits, (!ties || !known(followers)).then_some("no_followers")),
        ];
        for (signal, missing) in missing {
            self.found.missing[signal as usize] = missing;
            if missing.is_none() {
                self.found.strength[signal as usize] = room(accounts)?;
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
            let found = &self.found;
            let strength = [
                (Signal::Concentration, concentration::strength(ground, parts, at)),
                (Signal::Reciprocity, pods::strength(ground, parts, at, in_pod)),
                (Signal::OnePurpose, one_purpose::strength(ground, parts, at)),
                (Signal::DuplicatedText, found.texts.strength(ground, parts, at)),
                (Signal::Coordination, found.coordination.strength(ground, parts, at)),
                (Signal::RateAnomaly, found.rates.strength(at)),
                (Signal::FollowPattern, follows::strength(parts, at)),
                (Signal::FirstDigits, first_digits::strength(ground, parts, at)),
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

/// The whole assessment in one call.
///
/// # Errors
/// As [`Assessment`].
pub fn assess(parts: &Parts<'_>) -> Result<Authenticity> {
    let mut assessment = Assessment::new(parts)?;
    while !assessment.step(parts)? {}
    Ok(assessment.finish())
}
