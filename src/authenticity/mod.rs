//! Authenticity: how far the attention that an account receives can be taken for genuine, and what it counts for.
//!
//! Nine signals, one a file. Each gives a strength from 0 (nothing unusual) to 1 for every account, or NaN where the data
//! cannot tell; its threshold lies at one half. Together they make a confidence of 0 to 100,
//! `100 · Π(1 − w_i σ_i)`, in which no signal takes off more than 40. A signal is a reason to look ("to check"), with the
//! accounts and posts behind it; it is never a verdict.
//!
//! Apart from that, [`discount`] weighs each piece of attention by who pays it, so that attention which anybody can
//! make up moves no rank: what nobody vouches for counts only in proportion to what somebody does.
//!
//! [`Assessment`] computes all of it in pieces.

mod assessment;
pub mod burst;
pub mod concentration;
pub mod coordination;
pub mod discount;
pub mod duplicated;
mod evidence;
pub mod first_digits;
pub mod follows;
mod ground;
mod group;
pub mod one_purpose;
pub mod pods;
pub mod rate;
mod tail;
#[cfg(test)]
mod tests;

pub use assessment::{Assessment, assess};
pub use discount::Discount;
pub use evidence::Evidence;
pub use ground::{Ground, Standing};
pub use group::Group;

use crate::graph::credit::Credit;
use crate::graph::{Attention, LayerWeights, Window};
use crate::model::{Dataset, Strings};
use serde::Serialize;

/// The nine signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// Few of those who engage make nearly all of the engagement.
    Concentration,
    /// Attention paid back: mutual re-shares, and dense groups of them.
    Reciprocity,
    /// Most of those who engage do nothing else and are known to nobody.
    OnePurpose,
    /// The same text by three accounts or more within a day.
    DuplicatedText,
    /// Accounts that re-share the same posts within a minute of one another, again and again.
    Coordination,
    /// Engagement at moments that people do not choose.
    Burst,
    /// Far more, or less, engagement than accounts of this size have.
    RateAnomaly,
    /// Follows very many and is followed by few.
    FollowPattern,
    /// First digits of the followers of those who engage are not those of grown audiences.
    FirstDigits,
}

impl Signal {
    /// Every signal, in order.
    pub const ALL: [Signal; 9] = [
        Signal::Concentration,
        Signal::Reciprocity,
        Signal::OnePurpose,
        Signal::DuplicatedText,
        Signal::Coordination,
        Signal::Burst,
        Signal::RateAnomaly,
        Signal::FollowPattern,
        Signal::FirstDigits,
    ];

    /// Stable name.
    pub fn name(self) -> &'static str {
        match self {
            Signal::Concentration => "concentration",
            Signal::Reciprocity => "reciprocity",
            Signal::OnePurpose => "one_purpose",
            Signal::DuplicatedText => "duplicated_text",
            Signal::Coordination => "coordination",
            Signal::Burst => "burst",
            Signal::RateAnomaly => "rate_anomaly",
            Signal::FollowPattern => "follow_pattern",
            Signal::FirstDigits => "first_digits",
        }
    }

    /// Share of the confidence that the signal takes off at full strength, 0.4 at most. Opinions: signals that honest
    /// audiences hardly ever show weigh most, hints weigh least.
    pub fn weight(self) -> f64 {
        match self {
            Signal::Reciprocity | Signal::OnePurpose | Signal::Coordination => 0.4,
            Signal::DuplicatedText | Signal::Burst => 0.3,
            Signal::Concentration => 0.25,
            Signal::RateAnomaly => 0.2,
            Signal::FirstDigits => 0.15,
            Signal::FollowPattern => 0.1,
        }
    }
}

/// Strength from which a signal is worth a look: its threshold.
pub const TO_CHECK: f64 = 0.5;
/// The word for a signal at or above [`TO_CHECK`].
pub const TO_CHECK_CODE: &str = "to_check";

/// What the assessment reads; the same at every step.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// The study.
    pub data: &'a Dataset,
    /// Its texts.
    pub strings: &'a Strings,
    /// The attention graph.
    pub attention: &'a Attention,
    /// Credit before the discount.
    pub credit: &'a Credit,
    /// Layers that give credit.
    pub credit_layers: [bool; 7],
    /// Weights of the layers.
    pub weights: LayerWeights,
    /// Span that counts.
    pub window: Window,
}

/// What the assessment found.
#[derive(Debug, Clone, Default)]
pub struct Authenticity {
    /// Confidence that the engagement of each account is genuine, 0 to 100; NaN where no signal can be told.
    pub of: Vec<f64>,
    /// Strength of each signal, in the order of [`Signal::ALL`]: NaN cannot be told. A column is empty when the data
    /// tell the signal of nobody.
    pub strength: [Vec<f32>; 9],
    /// Why a column is empty.
    pub missing: [Option<&'static str>; 9],
    /// Dense groups of mutual re-shares.
    pub pods: Vec<Group>,
    /// What the attention of each account weighs, 0 to 1: see [`discount`].
    pub genuine: Vec<f64>,
    /// Credit when attention weighs by who pays it.
    pub discount: Discount,
    /// Texts, coordination and rates, for [`Authenticity::evidence`].
    texts: duplicated::Duplicated,
    coordination: coordination::Coordinated,
    rates: rate::Rates,
    /// What is usual about moments, for [`Authenticity::evidence`].
    usual_timing: burst::Usual,
    /// What was counted about arcs and accounts, for [`Authenticity::evidence`].
    ground: Ground,
}

impl Authenticity {
    /// Strength of a signal of an account; NaN cannot be told.
    pub fn strength(&self, signal: Signal, account: usize) -> f64 {
        self.strength[signal as usize].get(account).map_or(f64::NAN, |s| f64::from(*s))
    }

    /// Signals of an account that are worth a look.
    pub fn to_check(&self, account: usize) -> impl Iterator<Item = Signal> + '_ {
        Signal::ALL.into_iter().filter(move |s| self.strength(*s, account) >= TO_CHECK)
    }

    /// The rows behind every signal of an account that is worth a look.
    pub fn evidence(&self, parts: &Parts<'_>, account: usize) -> Vec<Evidence> {
        self.to_check(account).map(|signal| evidence::of(self, parts, signal, account)).collect()
    }

    /// Groups that re-share the same posts within a minute, again and again.
    pub fn coordinated(&self) -> &[Group] {
        &self.coordination.groups
    }

    /// Groups that publish the same text within a day.
    pub fn duplicated(&self) -> &[Group] {
        &self.texts.groups
    }

    fn combine(strength: &[Vec<f32>; 9], accounts: usize) -> Vec<f64> {
        let one = |account: usize| {
            let mut known = false;
            let mut left = 1.0;
            for (signal, column) in Signal::ALL.into_iter().zip(strength) {
                let sigma = column.get(account).map_or(f64::NAN, |s| f64::from(*s));
                if !sigma.is_nan() {
                    known = true;
                    left *= 1.0 - signal.weight() * sigma.clamp(0.0, 1.0);
                }
            }
            if known { 100.0 * left } else { f64::NAN }
        };
        (0..accounts).map(one).collect()
    }
}

/// Strength of a value: 0 up to `none`, 1 from `full`, a line between; `full` may lie below `none`.
fn ramp(value: f64, none: f64, full: f64) -> f64 {
    ((value - none) / (full - none)).clamp(0.0, 1.0)
}
