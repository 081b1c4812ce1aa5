//! Signal 5, coordination: accounts that re-share the same posts within a minute of one another, again and again.
//!
//! Two accounts act together when they re-shared three posts or more within sixty seconds of each other, and the cosine
//! of their TF-IDF vectors of re-shared posts is above [`MIN_COSINE`]. A group is a connected part of three accounts or
//! more of the graph of such pairs. Pacheco et al. ask for a cosine above 0.9 without regard to time; asking for seconds,
//! repeated, lets the cosine be lower. Posts that more than [`MAX_TOGETHER`] accounts re-share within one minute make no
//! pair: there everybody is together with everybody.
//!
//! Strength: 1 for a member, else the share of those who engage who are members, unusual above 20 %. Needs: re-shares
//! with a moment and the post that is re-shared.
//!
//! # Complexity
//! As [`CoAction`]: at most [`MAX_TOGETHER`] comparisons an act.
//!
//! # Source
//! Pacheco et al., *Uncovering coordinated networks on social media*, ICWSM 2021.

use super::group::{Group, largest_first};
use super::{Ground, Parts, ramp};
use crate::error::Result;
use crate::graph::column::filled;
use crate::graph::projection::{CoAction, CoActionParams, Incidence};
use crate::graph::steps::Steps;
use crate::model::{Layer, NONE};
use petgraph::unionfind::UnionFind;

/// Least cosine of two accounts of a pair (opinion).
pub const MIN_COSINE: f64 = 0.5;
/// Least number of posts re-shared together.
pub const MIN_SHARED: u32 = 3;
/// Acts in one minute beyond which a post makes no pair.
pub const MAX_TOGETHER: usize = 50;
/// Accounts from which a group counts.
pub const MIN_ACCOUNTS: usize = 3;
/// Share of members among those who engage above which it is unusual (opinion).
pub const THRESHOLD: f64 = 0.2;
/// Engagers below which their share means nothing.
pub const MIN_ENGAGERS: u32 = 10;

/// The search under way.
#[derive(Debug)]
pub(super) struct Coordination {
    search: Option<Box<CoAction>>,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Coordinated {
    /// The groups, largest first.
    pub groups: Vec<Group>,
    /// Group of each account; [`NONE`].
    pub of: Vec<u32>,
    /// Whether there was any re-share with a moment and a post.
    pub any: bool,
}

impl Coordination {
    /// Gathers the re-shares.
    pub(super) fn new(parts: &Parts<'_>) -> Result<Coordination> {
        let (ties, posts) = (&parts.data.ties, &parts.data.posts);
        let mut acts = Incidence::default();
        for t in 0..ties.len() {
            let time = ties.time.at(t);
            if ties.layer[t] != Layer::Repost || ties.post[t] == NONE || !parts.window.contains(time) {
                continue;
            }
            let object = posts.ref_post[ties.post[t] as usize];
            if object != NONE && time.is_some() {
                acts.add(ties.from[t], object, time)?;
            }
        }
        let params = CoActionParams {
            min_shared: MIN_SHARED,
            min_cosine: MIN_COSINE,
            max_degree: MAX_TOGETHER,
            ..CoActionParams::default()
        };
        let search = if acts.is_empty() { None } else { Some(Box::new(CoAction::new(&acts, params)?)) };
        Ok(Coordination { search })
    }

    pub(super) fn step(&mut self) -> bool {
        self.search.as_mut().is_none_or(|search| search.step())
    }

    pub(super) fn finish(self, parts: &Parts<'_>) -> Result<Coordinated> {
        let accounts = parts.data.accounts.len();
        let Some(search) = self.search else { return Ok(Coordinated::default()) };
        let pairs = match search.finish() {
            Ok(pairs) => pairs,
            // More pairs than can be held: whole crowds act together, and nobody stands out.
            Err(error) if error.code() == "limit.reached" => return Ok(Coordinated::default()),
            Err(error) => return Err(error),
        };
        let mut sets = UnionFind::<u32>::new(accounts);
        for (a, b) in pairs.from.iter().zip(&pairs.to) {
            sets.union(*a, *b);
        }
        let label = sets.into_labeling();
        let mut members: Vec<(u32, u32)> =
            pairs.from.iter().chain(&pairs.to).map(|a| (label[*a as usize], *a)).collect();
        members.sort_unstable();
        members.dedup();
        let mut ties = filled(0_u32, accounts)?;
        for a in &pairs.from {
            ties[label[*a as usize] as usize] += 1;
        }
        let mut groups = Vec::new();
        for group in members.chunk_by(|a, b| a.0 == b.0).filter(|g| g.len() >= MIN_ACCOUNTS) {
            let n = group.len() as f64;
            let ties = ties[group[0].0 as usize];
            let accounts = group.iter().map(|m| m.1).collect();
            groups.push(Group { accounts, ties, density: f64::from(ties) / (n * (n - 1.0) / 2.0) });
        }
        let (groups, of) = largest_first(groups, filled(NONE, accounts)?);
        Ok(Coordinated { groups, of, any: true })
    }
}

impl Coordinated {
    /// Whether an account is of a group.
    pub fn member(&self, account: usize) -> bool {
        self.of.get(account).is_some_and(|g| *g != NONE)
    }

    /// Share of members among those who engage; NaN below [`MIN_ENGAGERS`].
    pub fn of_engagers(&self, ground: &Ground, parts: &Parts<'_>, account: usize) -> f64 {
        let all = ground.engagers[account];
        let members = ground.engaged(parts, account).filter(|(a, _)| self.member(*a as usize)).count();
        if all < MIN_ENGAGERS { f64::NAN } else { members as f64 / f64::from(all) }
    }

    /// Strength; NaN cannot be told.
    pub fn strength(&self, ground: &Ground, parts: &Parts<'_>, account: usize) -> f64 {
        if self.member(account) {
            return 1.0;
        }
        let share = self.of_engagers(ground, parts, account);
        if share.is_nan() { share } else { ramp(share, 0.5 * THRESHOLD, 1.5 * THRESHOLD) }
    }
}
