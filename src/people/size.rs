//! Size: how large an audience is, told apart from the part that somebody plays.
//!
//! A *tier* is a band of followers. A *part* says how the audience is held: from above (macro) or from within a
//! community (micro). A micro-influencer of one study may be large in numbers, and a large account may lead nobody:
//! both are shown, side by side.

use crate::error::{ErrorKind, Result};
use crate::math::quantile::mid_rank_percentiles;
use serde::{Deserialize, Serialize};

/// Bands of followers, smallest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Fewer than a nano-influencer has.
    Below,
    /// From 1,000.
    Nano,
    /// From 10,000.
    Micro,
    /// A band that some schemes put between micro and macro.
    Mid,
    /// From 100,000.
    Macro,
    /// From 1,000,000.
    Mega,
}

impl Tier {
    /// Every tier, smallest first.
    pub const ALL: [Tier; 6] = [Tier::Below, Tier::Nano, Tier::Micro, Tier::Mid, Tier::Macro, Tier::Mega];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Tier::Below => "below",
            Tier::Nano => "nano",
            Tier::Micro => "micro",
            Tier::Mid => "mid",
            Tier::Macro => "macro",
            Tier::Mega => "mega",
        }
    }
}

/// Where tiers begin. Where followers are not known, ranks by reach stand in for them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Scheme {
    /// Followers from which an account is nano.
    pub nano: f64,
    /// Followers from which it is micro.
    pub micro: f64,
    /// Followers from which it is mid; none where the scheme has no such band.
    pub mid: Option<f64>,
    /// Followers from which it is macro.
    #[serde(rename = "macro")]
    pub macro_: f64,
    /// Followers from which it is mega.
    pub mega: f64,
    /// The same by rank, where followers are unknown: the share of the accounts, best reach first, that is at least
    /// nano, micro, mid, macro, mega.
    pub top: [f64; 5],
}

impl Default for Scheme {
    fn default() -> Self {
        Scheme::CLASSIC
    }
}

impl Scheme {
    /// Nano from 1,000, micro from 10,000, macro from 100,000, mega from 1,000,000 (Campbell and Farrell 2020).
    pub const CLASSIC: Scheme = Scheme {
        nano: 1e3,
        micro: 1e4,
        mid: None,
        macro_: 1e5,
        mega: 1e6,
        top: [0.5, 0.1, 0.03, 0.01, 0.001],
    };
    /// Nano from 1,000, micro from 5,000, mid from 20,000, macro from 100,000, mega from 1,000,000: as vendors count.
    pub const VENDORS: Scheme = Scheme { micro: 5e3, mid: Some(2e4), ..Scheme::CLASSIC };

    /// Where each tier but the lowest begins, with its tier.
    fn steps(&self) -> [(f64, Tier); 5] {
        let mid = self.mid.unwrap_or(self.macro_);
        [
            (self.nano, Tier::Nano),
            (self.micro, Tier::Micro),
            (mid, Tier::Mid),
            (self.macro_, Tier::Macro),
            (self.mega, Tier::Mega),
        ]
    }

    /// Checks that bands follow one another.
    ///
    /// # Errors
    /// `argument.invalid` for bounds that are not positive numbers in order, or shares that are not in (0, 1) falling.
    pub fn check(&self) -> Result<()> {
        let steps = self.steps();
        let rising =
            steps.iter().all(|s| s.0.is_finite() && s.0 > 0.0) && steps.windows(2).all(|p| p[0].0 <= p[1].0);
        let falling =
            self.top.iter().all(|t| *t > 0.0 && *t < 1.0) && self.top.windows(2).all(|p| p[0] >= p[1]);
        if rising && falling {
            Ok(())
        } else {
            let given = format!("{:?}", self);
            Err(ErrorKind::InvalidArgument { name: "sizes", given }.into())
        }
    }

    /// The tier of a number of followers.
    pub fn tier(&self, followers: f64) -> Option<Tier> {
        (followers >= 0.0).then(|| last(self.steps().into_iter().filter(|step| followers >= step.0)))
    }

    /// The tier of a percentile of reach, 0 to 1.
    fn tier_of_rank(&self, percentile: f64) -> Option<Tier> {
        let steps = self.steps().into_iter().zip(self.top);
        (percentile >= 0.0).then(|| {
            let known = steps.filter(|((_, tier), _)| self.mid.is_some() || *tier != Tier::Mid);
            last(known.filter(|(_, top)| percentile > 1.0 - top).map(|(step, _)| step))
        })
    }
}

fn last(steps: impl Iterator<Item = (f64, Tier)>) -> Tier {
    // A scheme without a mid band has one of no width: macro begins where it does, and comes later.
    steps.last().map_or(Tier::Below, |step| step.1)
}

/// What a tier was told by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Followers.
    Followers,
    /// Rank by reach among the accounts of the study, for want of followers.
    Reach,
    /// Nothing.
    Unknown,
}

/// The part that an account's audience gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// A large audience, whoever it is.
    Macro,
    /// Weight within a community.
    Micro,
    /// Neither.
    Public,
    /// The data cannot tell.
    Unknown,
}

/// Size of every account.
#[derive(Debug, Clone, Default)]
pub struct Sizes {
    /// Tier; `None` is unknown.
    pub tier: Vec<Option<Tier>>,
    /// What it was told by.
    pub basis: Vec<Basis>,
    /// Part.
    pub part: Vec<Part>,
}

/// What sizes are told by: a column each, NaN where unknown, empty where the study has none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Columns<'a> {
    /// Followers.
    pub followers: &'a [f64],
    /// Reach in any unit, such as the median views of a post.
    pub reach: &'a [f64],
    /// Within-module degree z.
    pub z: &'a [f64],
    /// Re-share credit R_b.
    pub credit: &'a [f64],
    /// Community of each account; any number that no other has for none.
    pub community: &'a [u32],
}

/// Followers from which an account plays the part of a macro-influencer.
pub const MACRO_FOLLOWERS: f64 = 1e5;
/// The best share by reach that stands in for them.
pub const MACRO_TOP: f64 = 0.01;
/// Within-module degree from which an account has weight in its community.
pub const MICRO_Z: f64 = 1.0;
/// The best share of the members of a community by credit.
pub const MICRO_TOP: f64 = 0.05;
/// Members below which the best twentieth of a community is nobody.
pub const MEMBERS: u32 = 20;

impl Sizes {
    /// Size of each of `accounts`.
    ///
    /// *Macro*: at least 100,000 followers; where an account's followers are unknown, among the top 1 % by reach.
    /// *Micro*: not macro, and z ≥ 1 within its community or in its top 5 % by credit (communities of at least 20).
    ///
    /// # Complexity
    /// O(accounts · log accounts): two sorts.
    pub fn of(accounts: usize, columns: &Columns<'_>, scheme: &Scheme) -> Sizes {
        let at = |column: &[f64], account: usize| column.get(account).copied().unwrap_or(f64::NAN);
        let rank = mid_rank_percentiles(columns.reach);
        let leads = leaders(accounts, columns);
        let mut sizes = Sizes::default();
        for (account, leads) in leads.into_iter().enumerate() {
            let (followers, rank) = (at(columns.followers, account), at(&rank, account));
            let by_followers = scheme.tier(followers);
            let tier = by_followers.or_else(|| scheme.tier_of_rank(rank));
            sizes.basis.push(match (by_followers, tier) {
                (Some(_), _) => Basis::Followers,
                (None, Some(_)) => Basis::Reach,
                _ => Basis::Unknown,
            });
            sizes.tier.push(tier);
            let large = match (followers >= 0.0, rank >= 0.0) {
                (true, _) => Some(followers >= MACRO_FOLLOWERS),
                (false, true) => Some(rank > 1.0 - MACRO_TOP),
                (false, false) => None,
            };
            let z = at(columns.z, account);
            let weighs = match (z >= MICRO_Z, leads) {
                (true, _) | (_, Some(true)) => Some(true),
                (false, Some(false)) => Some(false),
                (false, None) => (!z.is_nan()).then_some(false),
            };
            sizes.part.push(match (large, weighs) {
                (Some(true), _) => Part::Macro,
                (Some(false), Some(true)) => Part::Micro,
                (Some(false), Some(false)) => Part::Public,
                // Whoever weighs in a community is one or the other.
                _ => Part::Unknown,
            });
        }
        sizes
    }
}

/// Whether each account is in the top of its community by credit; `None` where that cannot be told.
fn leaders(accounts: usize, columns: &Columns<'_>) -> Vec<Option<bool>> {
    let mut leads = vec![None; accounts];
    let known = |a: &u32| columns.credit.get(*a as usize).is_some_and(|c| !c.is_nan());
    let community = |a: u32| columns.community.get(a as usize).copied();
    let mut order: Vec<u32> = (0..accounts as u32).filter(|a| known(a) && community(*a).is_some()).collect();
    let credit = |a: u32| columns.credit[a as usize];
    order.sort_unstable_by(|a, b| {
        community(*a).cmp(&community(*b)).then(credit(*b).total_cmp(&credit(*a))).then(a.cmp(b))
    });
    for members in order.chunk_by(|a, b| community(*a) == community(*b)) {
        let best = (members.len() as f64 * MICRO_TOP) as usize;
        let enough = members.len() >= MEMBERS as usize;
        // Members with the same credit as the last of the best are not told apart from it.
        let least = if enough && best > 0 { credit(members[best - 1]) } else { f64::INFINITY };
        let tied = members.iter().filter(|a| credit(**a) >= least).count();
        let least = if tied > 2 * best { f64::INFINITY } else { least };
        for a in members {
            leads[*a as usize] = Some(credit(*a) >= least && credit(*a) > 0.0);
        }
    }
    leads
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiers_at_their_borders() {
        for (followers, classic, vendors) in [
            (0.0, Tier::Below, Tier::Below),
            (999.0, Tier::Below, Tier::Below),
            (1_000.0, Tier::Nano, Tier::Nano),
            (5_000.0, Tier::Nano, Tier::Micro),
            (10_000.0, Tier::Micro, Tier::Micro),
            (20_000.0, Tier::Micro, Tier::Mid),
            (99_999.0, Tier::Micro, Tier::Mid),
            (100_000.0, Tier::Macro, Tier::Macro),
            (1_000_000.0, Tier::Mega, Tier::Mega),
        ] {
            assert_eq!(Scheme::CLASSIC.tier(followers), Some(classic), "{followers}");
            assert_eq!(Scheme::VENDORS.tier(followers), Some(vendors), "{followers}");
        }
        assert_eq!(Scheme::CLASSIC.tier(f64::NAN), None);
        assert!(Scheme::CLASSIC.check().is_ok() && Scheme::VENDORS.check().is_ok());
        assert_eq!(Scheme { micro: 1e6, ..Scheme::CLASSIC }.check().unwrap_err().code(), "argument.invalid");
        assert!(Scheme { nano: f64::NAN, ..Scheme::CLASSIC }.check().is_err());
    }

    #[test]
    fn reach_stands_in_for_followers_and_says_so() {
        let reach: Vec<f64> = (0..1_000).map(f64::from).collect();
        let mut followers = vec![f64::NAN; 1_000];
        followers[3] = 2e6;
        let columns = Columns { followers: &followers, reach: &reach, ..Columns::default() };
        let sizes = Sizes::of(1_000, &columns, &Scheme::CLASSIC);
        assert_eq!((sizes.tier[3], sizes.basis[3]), (Some(Tier::Mega), Basis::Followers));
        let tiers =
            |t| (0..1_000).filter(|a| sizes.basis[*a] == Basis::Reach && sizes.tier[*a] == Some(t)).count();
        assert_eq!((tiers(Tier::Mega), tiers(Tier::Macro), tiers(Tier::Mid)), (1, 9, 0));
        assert_eq!((tiers(Tier::Micro), tiers(Tier::Nano), tiers(Tier::Below)), (90, 400, 499));
        assert_eq!((sizes.part[3], sizes.part[995]), (Part::Macro, Part::Macro));
        assert_eq!(sizes.part[500], Part::Unknown, "no community: whether it is micro cannot be told");
    }

    #[test]
    fn part_and_tier_are_two_things() {
        let followers = [5e5, 800.0, 800.0, 800.0, f64::NAN];
        let z = [-1.0, 1.4, 0.2, f64::NAN, 3.0];
        let columns = Columns { followers: &followers, z: &z, ..Columns::default() };
        let sizes = Sizes::of(5, &columns, &Scheme::CLASSIC);
        assert_eq!(sizes.part, [Part::Macro, Part::Micro, Part::Public, Part::Unknown, Part::Unknown]);
        assert_eq!((sizes.tier[1], sizes.tier[4], sizes.basis[4]), (Some(Tier::Below), None, Basis::Unknown));
    }

    #[test]
    fn the_best_of_a_community_are_micro_unless_all_are_alike() {
        let followers = vec![100.0; 60];
        let community: Vec<u32> = (0..60).map(|a| u32::from(a >= 40)).collect();
        let mut credit = vec![0.0; 60];
        (0..40).for_each(|a| credit[a] = a as f64);
        let columns =
            Columns { followers: &followers, credit: &credit, community: &community, ..Columns::default() };
        let sizes = Sizes::of(60, &columns, &Scheme::CLASSIC);
        let micro: Vec<usize> = (0..60).filter(|a| sizes.part[*a] == Part::Micro).collect();
        assert_eq!(micro, [38, 39], "two of forty; nobody where all have nothing");
    }

    #[test]
    fn nothing_known_is_unknown() {
        let sizes = Sizes::of(2, &Columns::default(), &Scheme::CLASSIC);
        assert_eq!((sizes.tier, sizes.part), (vec![None, None], vec![Part::Unknown; 2]));
    }
}
