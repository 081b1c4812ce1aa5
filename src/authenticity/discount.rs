//! The discount: credit in which attention weighs by who pays it.
//!
//! Attention comes in three kinds:
//! - **vouched**: the one who pays it is itself paid attention to, by somebody it does not re-share back;
//! - **active**: it pays attention to several accounts, nobody does to it;
//! - **doubtful**: it acts on one account only and nobody knows it; or it is paid back; or it comes from a group that
//!   acts together (pod, coordinated re-shares, same texts).
//!
//! Anybody can make up accounts of the last two kinds in any number; nobody can make himself be paid attention to by
//! others. So doubtful and active attention count in proportion to what is vouched, generously so:
//!
//! ```text
//! W' = soft(W, max(λ_w · V, m − V))     λ_w = 10 · max(1, w̄ / v̄)
//! S  = V + W'
//! D' = soft(D, max(λ_d · S, m − S))     λ_d = max(1, 10 · d̄ / (v̄ + w̄))
//! R' = S + D'                           soft(x, cap) = min(x, cap) + (x − cap)⁺ / 1000
//! ```
//!
//! | symbol | meaning |
//! |---|---|
//! | V, W, D | vouched, active and doubtful credit of the account: sums of c_ab |
//! | v̄, w̄, d̄ | their usual shares in these data: means over accounts with three engagers or more, one account one vote |
//! | λ | ten times what is usual: an honest account is hardly ever so far from it |
//! | m | upper quartile of the credit of all accounts: what needs nobody to vouch for it |
//!
//! So attention that nobody vouches for carries an account into the upper quarter at most, whatever its volume. The
//! excess keeps a thousandth, for order: more attention never lowers an account. Where nobody is vouched for, or too few
//! accounts are engaged with to say what is usual, nothing is capped.
//!
//! The attention of a group that acts together weighs [`ONE_PURPOSE`], as that of one-purpose accounts does.
//! Each arc's credit is scaled alike, so that sums over arcs stay the credit of the account.

use super::ground::{ENOUGH, PIECE};
use super::{Ground, Parts, Standing};
use crate::error::Result;
use crate::graph::column::filled;
use crate::graph::credit::{Credit, ONE_PURPOSE, RECIPROCATED};
use crate::math::quantile::quantile_unsorted;

/// How far from the usual the share of unvouched attention may be before it is capped (opinion).
pub const MULTIPLE: f64 = 10.0;
/// What the excess over a cap still counts.
pub const EXCESS: f64 = 0.001;
/// Quantile of the credit of all accounts up to which nobody needs to vouch for attention (opinion).
pub const FREE: f64 = 0.75;
/// Accounts with [`ENOUGH`] engagers below which nobody can say what is usual.
pub const MIN_ACCOUNTS: f64 = 5.0;

/// Credit with the discount, and how it came about.
#[derive(Debug, Clone, Default)]
pub struct Discount {
    /// The credit: what takes the place of the undiscounted one.
    pub credit: Credit,
    /// Caps used: λ_w; infinite when nothing is capped.
    pub active_cap: f64,
    /// λ_d.
    pub doubtful_cap: f64,
    /// m.
    pub free: f64,
}

/// Kinds of attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Vouched,
    Active,
    Doubtful,
}

/// The discount under way.
#[derive(Debug)]
pub(super) struct Discounting {
    at: usize,
    stage: u8,
    /// Σ of the shares of doubtful, active and vouched attention, and accounts summed.
    usual: [f64; 4],
    found: Discount,
}

fn kind(ground: &Ground, together: &[bool], a: u32, arc: usize) -> Kind {
    match ground.standing(a as usize) {
        _ if ground.mutual[arc] || together[a as usize] => Kind::Doubtful,
        Standing::OnePurpose => Kind::Doubtful,
        Standing::Active => Kind::Active,
        Standing::Vouched => Kind::Vouched,
    }
}

/// What the attention of an account weighs, whomever it is paid to.
pub(super) fn genuine(ground: &Ground, together: &[bool], account: usize) -> f64 {
    if together[account] || ground.standing(account) == Standing::OnePurpose { ONE_PURPOSE } else { 1.0 }
}

/// `min(x, cap)` and a little of what is above.
fn soft(x: f64, cap: f64) -> f64 {
    x.min(cap) + EXCESS * (x - cap).max(0.0)
}

impl Discounting {
    pub(super) fn new(parts: &Parts<'_>) -> Result<Discounting> {
        let credit = Credit {
            of: filled(0.0, parts.credit.of.len())?,
            people: parts.credit.people.clone(),
            arc: filled(0.0, parts.credit.arc.len())?,
        };
        let found =
            Discount { credit, active_cap: f64::INFINITY, doubtful_cap: f64::INFINITY, free: f64::INFINITY };
        Ok(Discounting { at: 0, stage: 0, usual: [0.0; 4], found })
    }

    /// Does the next piece; `together` marks accounts of groups that act together.
    pub(super) fn step(&mut self, ground: &Ground, together: &[bool], parts: &Parts<'_>) -> bool {
        let nodes = parts.credit.of.len();
        if self.stage == 2 {
            return true;
        }
        let mut left = PIECE;
        while self.at < nodes && left > 0 {
            left = left.saturating_sub(1 + parts.attention.graph.in_degree(self.at));
            match self.stage {
                0 => self.count(ground, together, parts, self.at),
                _ => self.weigh(ground, together, parts, self.at),
            }
            self.at += 1;
        }
        if self.at == nodes {
            (self.at, self.stage) = (0, self.stage + 1);
            if self.stage == 1 {
                self.caps(parts);
            }
        }
        self.stage == 2
    }

    pub(super) fn share_done(&self, parts: &Parts<'_>) -> f64 {
        (f64::from(self.stage) + self.at as f64 / parts.credit.of.len().max(1) as f64) / 2.0
    }

    fn count(&mut self, ground: &Ground, together: &[bool], parts: &Parts<'_>, account: usize) {
        if ground.engagers[account] < ENOUGH {
            return;
        }
        let mut shares = [0.0; 3];
        for (a, arc) in ground.engaged(parts, account) {
            let paid_back = if ground.mutual[arc] { RECIPROCATED } else { 1.0 };
            match kind(ground, together, a, arc) {
                Kind::Doubtful => shares[0] += paid_back * genuine(ground, together, a as usize),
                Kind::Active => shares[1] += 1.0,
                Kind::Vouched => shares[2] += 1.0,
            }
        }
        for (usual, share) in self.usual.iter_mut().zip(shares) {
            *usual += share / f64::from(ground.engagers[account]);
        }
        self.usual[3] += 1.0;
    }

    fn caps(&mut self, parts: &Parts<'_>) {
        let [doubtful, active, vouched, accounts] = self.usual;
        let mut credited: Vec<f64> = parts.credit.of.iter().copied().filter(|c| *c > 0.0).collect();
        if accounts < MIN_ACCOUNTS || credited.is_empty() {
            return;
        }
        self.found.free = quantile_unsorted(&mut credited, FREE);
        if vouched > 0.0 {
            self.found.active_cap = MULTIPLE * (active / vouched).max(1.0);
        }
        if vouched + active > 0.0 {
            self.found.doubtful_cap = (MULTIPLE * doubtful / (vouched + active)).max(1.0);
        }
    }

    fn weigh(&mut self, ground: &Ground, together: &[bool], parts: &Parts<'_>, account: usize) {
        let graph = &parts.attention.graph;
        let pairs = || graph.sources(account).iter().zip(graph.in_arcs(account));
        let weighed = |a: u32, arc: usize| {
            let credit = f64::from(parts.credit.arc[arc]);
            // Credit weighs those down already that it takes for one-purpose.
            if ground.one_purpose(a as usize) {
                credit
            } else {
                credit * genuine(ground, together, a as usize)
            }
        };
        let (mut vouched, mut active, mut doubtful) = (0.0, 0.0, 0.0);
        for (a, arc) in pairs() {
            let arc = *arc as usize;
            let credit = weighed(*a, arc);
            match kind(ground, together, *a, arc) {
                Kind::Vouched => vouched += credit,
                Kind::Active => active += credit,
                Kind::Doubtful => doubtful += credit,
            }
        }
        let Discount { active_cap, doubtful_cap, free, .. } = self.found;
        // Infinity times nothing would be unknown.
        let cap =
            |times: f64, of: f64| if times.is_finite() { (times * of).max(free - of) } else { f64::INFINITY };
        let kept = |sum: f64, cap: f64| if sum > 0.0 { soft(sum, cap) / sum } else { 1.0 };
        let active_kept = kept(active, cap(active_cap, vouched));
        let sure = vouched + active * active_kept;
        let doubtful_kept = kept(doubtful, cap(doubtful_cap, sure));
        let mut total = 0.0;
        for (a, arc) in pairs() {
            let arc = *arc as usize;
            let factor = match kind(ground, together, *a, arc) {
                Kind::Vouched => 1.0,
                Kind::Active => active_kept,
                Kind::Doubtful => doubtful_kept,
            };
            let credit = (weighed(*a, arc) * factor) as f32;
            self.found.credit.arc[arc] = credit;
            total += f64::from(credit);
        }
        self.found.credit.of[account] = total;
    }

    pub(super) fn finish(self) -> Discount {
        self.found
    }
}
