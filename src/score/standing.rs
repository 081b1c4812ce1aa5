//! Where an account stands: its percentile among all that are ranked, and among those of its size.

use super::composite::Scores;
use crate::math::quantile::mid_rank_percentiles;
use serde::Serialize;

/// Followers at which each size begins: below a thousand, nano, micro, macro, mega.
pub const FOLLOWERS: [f64; 5] = [0.0, 1e3, 1e4, 1e5, 1e6];
/// Percentile of Reach at which each size begins where no file tells followers.
pub const REACH: [f64; 4] = [0.0, 0.5, 0.9, 0.99];

/// What sizes go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SizeBy {
    /// Followers; see [`FOLLOWERS`].
    Followers,
    /// Percentile of the Reach pillar; see [`REACH`].
    Reach,
}

/// Size that is unknown.
pub const NO_SIZE: u8 = u8::MAX;

/// Percentiles of every account. NaN is unknown: listed apart, or of unknown size.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Standings {
    /// Mid-rank percentile, 0 to 1, of what the order goes by, among the accounts that are ranked.
    pub overall: Vec<f64>,
    /// What sizes go by; `None` where neither followers nor Reach are known.
    pub by: Option<SizeBy>,
    /// Size of each account, from small to large; [`NO_SIZE`] is unknown.
    pub size: Vec<u8>,
    /// Ranked accounts of each size.
    pub peers: Vec<u32>,
    /// Mid-rank percentile among the ranked accounts of the same size.
    pub among_peers: Vec<f64>,
}

impl Standings {
    /// Computes the standing of every account.
    ///
    /// The percentile is `(#below + 0.5·#equal) / N`; equal are accounts of the same credit (or score) on the same
    /// side of the gate. Cost: O(accounts), and one sort by Reach where followers are unknown.
    pub fn of(scores: &Scores, credit: &[f64], followers: &[f64]) -> Standings {
        let n = scores.order.len();
        let (by, size) = sizes(scores, followers);
        let sizes = by.map_or(0, |by| if by == SizeBy::Followers { FOLLOWERS.len() } else { REACH.len() });
        let mut peers = vec![0_u32; sizes];
        for account in &scores.order[..scores.ranked] {
            if let Some(count) = peers.get_mut(size[*account as usize] as usize) {
                *count += 1;
            }
        }
        let (mut overall, mut among_peers) = (vec![f64::NAN; n], vec![f64::NAN; n]);
        // From the last to the first, a group of equals at a time: how many came before is how many are below.
        let mut below = 0;
        let mut below_of = vec![0_u32; sizes];
        let mut equal_of = vec![0_u32; sizes];
        for side in [scores.passed..scores.ranked, 0..scores.passed] {
            let alike = |a: &u32, b: &u32| scores.key(*a as usize, credit) == scores.key(*b as usize, credit);
            let groups: Vec<&[u32]> = scores.order[side].chunk_by(alike).collect();
            for group in groups.into_iter().rev() {
                equal_of.fill(0);
                for account in group {
                    if let Some(equal) = equal_of.get_mut(size[*account as usize] as usize) {
                        *equal += 1;
                    }
                }
                for account in group.iter().map(|a| *a as usize) {
                    overall[account] = (f64::from(below) + 0.5 * group.len() as f64) / scores.ranked as f64;
                    let own = size[account] as usize;
                    if own < sizes {
                        let rank = f64::from(below_of[own]) + 0.5 * f64::from(equal_of[own]);
                        among_peers[account] = rank / f64::from(peers[own]);
                    }
                }
                below += group.len() as u32;
                for (below, equal) in below_of.iter_mut().zip(&equal_of) {
                    *below += equal;
                }
            }
        }
        Standings { overall, by, size, peers, among_peers }
    }
}

fn sizes(scores: &Scores, followers: &[f64]) -> (Option<SizeBy>, Vec<u8>) {
    let cut = |values: &[f64], bounds: &[f64]| {
        let size = |value: &f64| match bounds.iter().rposition(|bound| value >= bound) {
            Some(size) => size as u8,
            None => NO_SIZE,
        };
        values.iter().map(size).collect()
    };
    let known = |values: &[f64]| values.iter().any(|v| !v.is_nan());
    if known(followers) {
        return (Some(SizeBy::Followers), cut(followers, &FOLLOWERS));
    }
    let reach = &scores.pillars[0];
    if known(reach) {
        return (Some(SizeBy::Reach), cut(&mid_rank_percentiles(reach), &REACH));
    }
    (None, vec![NO_SIZE; scores.order.len()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::quantile::mid_rank_percentile;
    use proptest::prelude::*;

    fn scores(score: &[f64], apart: usize) -> Scores {
        let mut order: Vec<u32> = (0..score.len() as u32).collect();
        order.sort_by(|a, b| score[*b as usize].total_cmp(&score[*a as usize]));
        let ranked = score.len().saturating_sub(apart);
        Scores {
            score: score.to_vec(),
            pillars: [score.to_vec(), score.to_vec(), score.to_vec()],
            order,
            ranked,
            passed: ranked,
            ..Scores::default()
        }
    }

    #[test]
    fn sizes_are_those_of_followers_where_any_is_known() {
        let followers = [f64::NAN, 0.0, 999.0, 1e3, 5e4, 1e6, 1e9];
        let standings = Standings::of(&scores(&[7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0], 0), &[], &followers);
        assert_eq!(standings.by, Some(SizeBy::Followers));
        assert_eq!(standings.size, [NO_SIZE, 0, 0, 1, 2, 4, 4]);
        assert_eq!(standings.peers, [2, 1, 1, 0, 2]);
        assert!(standings.among_peers[0].is_nan());
        assert_eq!(&standings.among_peers[1..3], [0.75, 0.25]);
        assert_eq!(standings.among_peers[3], 0.5, "alone among its size");
    }

    #[test]
    fn without_followers_sizes_go_by_reach_and_without_reach_there_are_none() {
        let score: Vec<f64> = (0..200).map(f64::from).collect();
        let mut scores = scores(&score, 0);
        let standings = Standings::of(&scores, &[], &[f64::NAN; 200]);
        assert_eq!((standings.by, &standings.peers[..]), (Some(SizeBy::Reach), &[100, 80, 18, 2][..]));
        scores.pillars[0].fill(f64::NAN);
        let standings = Standings::of(&scores, &[], &[f64::NAN; 200]);
        assert_eq!(standings.by, None);
        assert!(standings.among_peers.iter().all(|p| p.is_nan()) && standings.overall[7] > 0.0);
        assert_eq!(Standings::of(&Scores::default(), &[], &[]), Standings::default());
    }

    #[test]
    fn accounts_listed_apart_have_no_percentile() {
        let standings = Standings::of(&scores(&[3.0, 2.0, 1.0], 1), &[], &[f64::NAN; 3]);
        assert_eq!(&standings.overall[..2], [0.75, 0.25]);
        assert!(standings.overall[2].is_nan());
    }

    proptest! {
        #[test]
        fn overall_is_the_mid_rank_percentile(values in prop::collection::vec(0_u8..9, 1..60)) {
            let score: Vec<f64> = values.iter().map(|v| f64::from(*v)).collect();
            let standings = Standings::of(&scores(&score, 0), &[], &vec![5.0; score.len()]);
            for (account, own) in score.iter().enumerate() {
                prop_assert_eq!(standings.overall[account], mid_rank_percentile(&score, *own));
                prop_assert_eq!(standings.among_peers[account], standings.overall[account]);
            }
        }
    }
}
