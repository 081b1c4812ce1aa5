use super::*;
use crate::graph::community::Communities;
use crate::math::rng::Stream;
use crate::model::PostKind::{Original, Repost};
use crate::score::testing::Study;

/// Mean entropy over all subsets of m people.
fn plain(counts: &[u32], m: u32) -> f64 {
    let people: Vec<usize> =
        counts.iter().enumerate().flat_map(|(c, x)| std::iter::repeat_n(c, *x as usize)).collect();
    let (mut total, mut subsets) = (0.0, 0.0);
    for set in 0_u32..1 << people.len() {
        if set.count_ones() == m {
            let mut own = vec![0; counts.len()];
            (0..people.len()).filter(|i| set >> i & 1 == 1).for_each(|i| own[people[i]] += 1);
            own.retain(|x| *x > 0);
            total += observed(&own, f64::from(m));
            subsets += 1.0;
        }
    }
    total / subsets
}

#[test]
fn rarefaction_is_the_mean_over_all_samples() {
    for counts in [&[1, 1, 3, 6][..], &[2, 2, 2, 2], &[12], &[1, 1, 1, 1, 1], &[1, 9, 2]] {
        let n = counts.iter().sum();
        let mut sorted = counts.to_vec();
        sorted.sort_unstable();
        for m in 1..=n {
            let found = entropy_at(&sorted, m as usize);
            assert!(
                (found - plain(counts, m)).abs() < 1e-9,
                "{counts:?} at {m}: {found} {}",
                plain(counts, m)
            );
        }
    }
}

#[test]
fn extrapolation_begins_where_rarefaction_ends_and_comes_closer_to_the_truth() {
    // A public of 20 communities alike, of which 30 people are seen: what 60 would show.
    let mut stream = Stream::new(3, "test", 0);
    let (mut seen, mut further, mut truth) = (0.0, 0.0, 0.0);
    for _ in 0..300 {
        let mut draw = |people: usize| {
            let mut counts = [0_u32; 20];
            (0..people).for_each(|_| counts[stream.below(20) as usize] += 1);
            let mut counts: Vec<u32> = counts.into_iter().filter(|x| *x > 0).collect();
            counts.sort_unstable();
            counts
        };
        let (few, many) = (draw(30), draw(60));
        seen += observed(&few, 30.0);
        further += entropy_at(&few, 60);
        truth += observed(&many, 60.0);
        assert!((entropy_at(&few, 30) - observed(&few, 30.0)).abs() < 1e-12);
        assert_eq!(
            entropy_at(&few, 60),
            entropy_at(&few, 500),
            "nobody is taken further than twice their number"
        );
    }
    assert!((further - truth).abs() < 0.2 * (truth - seen), "{seen} {further} {truth}");
    for counts in [vec![1; 5], vec![1; 200], vec![100, 100], vec![1, 199], vec![1, 1, 198], vec![2; 50]] {
        let n = counts.iter().sum::<u32>() as usize;
        let found = of_the_whole(&counts, n);
        assert!(found.is_finite() && found >= observed(&counts, n as f64) - 1e-9, "{counts:?} {found}");
    }
}

#[test]
fn both_forms_of_what_is_unseen_agree() {
    // One community met once, one twice, the rest often: b^(n−1) is above 1e-6, and then below.
    let mut stream = Stream::new(9, "test", 0);
    for _ in 0..50 {
        let mut counts = vec![1; 1 + stream.below(6) as usize];
        counts.extend(vec![2; 1 + stream.below(6) as usize]);
        counts.push(5 + stream.below(60) as u32);
        let n = counts.iter().sum::<u32>() as usize;
        let size = n as f64;
        let (once, twice) = (
            counts.iter().filter(|x| **x == 1).count() as f64,
            counts.iter().filter(|x| **x == 2).count() as f64,
        );
        let b = 1.0 - 2.0 * twice / ((size - 1.0) * once + 2.0 * twice);
        let series: f64 = (1..200_000).map(|j| pow(b, f64::from(j)) / (size - 1.0 + f64::from(j))).sum();
        let harmonic = |x: u32| (x..n as u32).map(|k| 1.0 / f64::from(k)).sum::<f64>();
        let seen: f64 = counts.iter().map(|x| f64::from(*x) / size * harmonic(*x)).sum();
        let found = of_the_whole(&counts, n);
        assert!((found - seen - once / size * series).abs() < 1e-7, "{counts:?}");
    }
}

#[test]
fn circles_count_not_crowds_and_few_people_tell_nothing() {
    let mut study = Study::new();
    for (account, people) in [("wide", 12), ("deep", 48), ("few", 4)] {
        study.post(account, 0, Original, None, "text");
        for i in 0..people {
            study.post(&format!("{account}{i}"), 1, Repost, Some((account, 0)), "text");
        }
    }
    let study = study.done();
    // The people of wide come from four circles, those of deep from one.
    let of: Vec<u32> = study
        .handles()
        .map(|h| h.strip_prefix("wide").and_then(|i| i.parse::<u32>().ok()).map_or(4, |i| i % 4))
        .collect();
    let communities = Communities { sizes: vec![3, 3, 3, 3, 55], of, ..Communities::default() };
    let context = Context { communities: Some(&communities), ..study.context() };
    let found = capillarity(&context).unwrap();
    let at = |account: &str| found.communities[study.account(account)];
    assert_eq!(found.people, 30);
    assert!(
        at("wide") > 3.9 && (at("deep") - 1.0).abs() < 1e-12 && at("few").is_nan(),
        "{:?}",
        found.communities
    );
    assert_eq!(capillarity(&study.context()).unwrap().missing, Some("no_ties"));
}
