//! One cascade, step by step: for a map that shows how it goes.

use super::{Influence, Model};
use crate::error::Result;
use crate::graph::column::filled;
use crate::math::rng::Stream;

/// A cascade: accounts in the order in which they were reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Replay {
    /// Who was reached.
    pub account: Vec<u32>,
    /// By whom: itself for the team.
    pub by: Vec<u32>,
    /// After how many steps.
    pub hop: Vec<u32>,
}

/// Runs a model once from a team.
///
/// Under the independent cascade each account that was just reached tries once with each of those it may activate,
/// in order. Under the linear threshold `by` is whoever filled the threshold. The same seed gives the same cascade.
///
/// # Complexity
/// O(arcs of the accounts reached), after a pass over the accounts.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Examples
/// ```
/// use sillage::diffusion::{Influence, Model, replay};
/// let influence = Influence::new(3, [(0, 1, 1.0), (1, 2, 1.0)].into_iter())?;
/// let cascade = replay::replay(&influence, Model::IndependentCascade { hops: Some(1) }, &[0], 7)?;
/// assert_eq!((cascade.account, cascade.by, cascade.hop), (vec![0, 1], vec![0, 0], vec![0, 1]));
/// # Ok::<(), sillage::error::Error>(())
/// ```
pub fn replay(influence: &Influence, model: Model, team: &[u32], seed: u64) -> Result<Replay> {
    let n = influence.nodes();
    let mut stream = Stream::new(seed, "replay", 0);
    let mut reached = filled(false, n)?;
    let mut cascade = Replay::default();
    for member in team {
        if let Some(reached) = reached.get_mut(*member as usize).filter(|reached| !**reached) {
            *reached = true;
            cascade.account.push(*member);
            cascade.by.push(*member);
            cascade.hop.push(0);
        }
    }
    let most = match model {
        Model::IndependentCascade { hops } => hops.unwrap_or(u32::MAX),
        Model::LinearThreshold => u32::MAX,
    };
    // Thresholds, drawn when an account is first tried; its active weight so far, and all of its weight.
    let threshold = model == Model::LinearThreshold;
    let mut held = filled((f64::NAN, 0.0_f64), if threshold { n } else { 0 })?;
    let mut at = 0;
    while at < cascade.account.len() && cascade.hop[at] < most {
        let (u, hop) = (cascade.account[at], cascade.hop[at]);
        let (whom, how) = influence.activates(u as usize);
        for (v, p) in whom.iter().zip(how) {
            let account = *v as usize;
            if reached[account] {
                continue;
            }
            let follows = if threshold {
                let (needed, active) = &mut held[account];
                if needed.is_nan() {
                    let total: f64 = influence.activated_by(account).1.iter().map(|p| f64::from(*p)).sum();
                    *needed = stream.next_f64() * total.max(1.0);
                }
                *active += f64::from(*p);
                *active >= *needed
            } else {
                stream.next_f64() < f64::from(*p)
            };
            if follows {
                reached[account] = true;
                cascade.account.push(*v);
                cascade.by.push(u);
                cascade.hop.push(hop + 1);
            }
        }
        at += 1;
    }
    Ok(cascade)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASCADE: Model = Model::IndependentCascade { hops: None };

    #[test]
    fn everybody_is_reached_by_somebody_reached_before() {
        let arcs = (0..200_u32).flat_map(|u| [(u, (u * 7 + 1) % 200, 0.6), (u, (u * 3 + 2) % 200, 0.5)]);
        let influence = Influence::new(200, arcs).unwrap();
        for model in [CASCADE, Model::IndependentCascade { hops: Some(2) }, Model::LinearThreshold] {
            let mut sizes = 0;
            for seed in 0..50 {
                let cascade = replay(&influence, model, &[3, 90, 3], seed).unwrap();
                assert_eq!(cascade.account[..2], [3, 90]);
                let mut seen = vec![u32::MAX; 200];
                for ((who, by), hop) in cascade.account.iter().zip(&cascade.by).zip(&cascade.hop) {
                    assert_eq!(seen[*who as usize], u32::MAX, "twice");
                    assert!(*hop == 0 || seen[*by as usize] == *hop - 1);
                    assert!(model == Model::LinearThreshold || *hop != 0 || who == by);
                    seen[*who as usize] = *hop;
                }
                assert!(cascade.hop.is_sorted());
                assert!(
                    model == CASCADE || model == Model::LinearThreshold || *cascade.hop.last().unwrap() <= 2
                );
                sizes += cascade.account.len();
                assert_eq!(cascade, replay(&influence, model, &[3, 90, 3], seed).unwrap());
            }
            assert!(sizes > 100, "it spreads");
        }
    }

    #[test]
    fn certain_and_impossible_cascades() {
        let path = Influence::new(100_000, (0..99_999).map(|u| (u, u + 1, 1.0))).unwrap();
        for model in [CASCADE, Model::LinearThreshold] {
            assert_eq!(replay(&path, model, &[0], 1).unwrap().account.len(), 100_000);
        }
        let nothing = Influence::new(3, [].into_iter()).unwrap();
        assert_eq!(replay(&nothing, CASCADE, &[1, 9], 1).unwrap().account, [1]);
        assert_eq!(
            replay(&Influence::new(0, [].into_iter()).unwrap(), CASCADE, &[0], 1).unwrap(),
            Replay::default()
        );
    }

    #[test]
    fn the_share_reached_is_the_probability() {
        let influence = Influence::new(1001, (1..1001).map(|v| (0, v, 0.3))).unwrap();
        for model in [CASCADE, Model::LinearThreshold] {
            let reached = replay(&influence, model, &[0], 5).unwrap().account.len() - 1;
            // Four standard errors of a thousand tries.
            assert!((reached as f64 - 300.0).abs() < 58.0, "{model:?} {reached}");
        }
    }
}
