use super::*;
use crate::graph::paths::betweenness::{self, Unit, betweenness};
use crate::graph::paths::known::KARATE;
use crate::graph::paths::twins::{directed, random, undirected};
use crate::graph::steps::Steps;
use crate::math::rng::Stream;

fn exact(ties: &Ties) -> Vec<f64> {
    betweenness(ties.clone(), betweenness::Params { unit: Unit::ShareOfAll, ..Default::default() }).unwrap()
}

/// How many of 100 seeds keep all errors within epsilon, and all intervals around the truth.
fn kept(ties: &Ties, epsilon: f64) -> (usize, usize) {
    let exact = exact(ties);
    // Nobody may keep the guarantee by an estimate of zero.
    let far = exact.iter().filter(|share| **share > 2.0 * epsilon).count();
    assert!(far >= 3, "{far} of the largest: {:?}", exact.iter().copied().fold(0.0, f64::max));
    let (mut errors, mut intervals) = (0, 0);
    for seed in 0..100 {
        let found = kadabra(ties.clone(), Params { epsilon, delta: 0.1, seed }).unwrap();
        assert!(found.samples <= found.most_samples, "{} of {}", found.samples, found.most_samples);
        let off = |v: usize| (found.share[v] - exact[v]).abs();
        errors += usize::from((0..exact.len()).all(|v| off(v) <= epsilon));
        intervals += usize::from(
            (0..exact.len()).all(|v| (found.lower[v] - 1e-12..=found.upper[v] + 1e-12).contains(&exact[v])),
        );
    }
    (errors, intervals)
}

#[test]
fn the_guarantee_holds_on_karate() {
    let (errors, intervals) = kept(&undirected(KARATE.nodes, KARATE.ties).into(), 0.05);
    assert!(errors >= 90 && intervals >= 90, "{errors} {intervals}");
}

/// Circles of 100 that hang together by one account each.
fn circles(count: u32) -> Vec<(u32, u32, f32)> {
    let mut stream = Stream::new(11, "circles", 0);
    let mut arcs = Vec::new();
    for circle in 0..count {
        let (hub, next) = (100 * circle, 100 * ((circle + 1) % count));
        arcs.push((hub, next, 1.0));
        arcs.extend((1..20).flat_map(|member| [(hub, hub + member, 1.0), (hub + member, hub, 1.0)]));
        let mut member = || hub + stream.below(100) as u32;
        arcs.extend((0..300).map(|_| (member(), member(), 1.0)).filter(|(a, b, _)| a != b));
    }
    arcs
}

#[test]
fn the_guarantee_holds_on_a_directed_graph() {
    let (errors, intervals) = kept(&directed(600, &circles(6)).into(), 0.05);
    assert!(errors >= 90 && intervals >= 90, "{errors} {intervals}");
}

#[test]
fn the_guarantee_holds_on_an_undirected_graph() {
    // A few go-betweens carry most paths.
    let ties: Vec<(u32, u32)> = circles(5).into_iter().map(|(a, b, _)| (a, b)).collect();
    let (errors, intervals) = kept(&undirected(500, &ties).into(), 0.06);
    assert!(errors >= 90 && intervals >= 90, "{errors} {intervals}");
}

#[test]
fn every_shortest_path_is_as_likely() {
    // From 0 to 5 by 1 and 2 (two ways) or by 3 and 4 (one): a third each.
    let graph: Ties = directed(
        7,
        &[
            (0, 1, 1.0),
            (1, 2, 1.0),
            (1, 6, 1.0),
            (2, 5, 1.0),
            (6, 5, 1.0),
            (0, 3, 1.0),
            (3, 4, 1.0),
            (4, 5, 1.0),
        ],
    )
    .into();
    let exact = exact(&graph);
    let mut sampler = Sampler::new(&graph, 3).unwrap();
    let samples = 50_000;
    let mut range = 0..samples;
    while !range.is_empty() {
        sampler.draw(&mut range, 1 << 20);
    }
    let mut counts = [0; 7];
    sampler.take(|node, count| counts[node as usize] = count);
    for (count, share) in counts.iter().zip(&exact) {
        let deviation = (share * (1.0 - share) / samples as f64).sqrt();
        assert!((f64::from(*count) / samples as f64 - share).abs() <= 5.0 * deviation, "{count} {share}");
    }
}

#[test]
fn any_number_of_workers_gives_the_same() {
    let graph: Ties = directed(800, &random(800, 4000, 2)).into();
    let params = || Params { epsilon: 0.02, ..Params::default() };
    let whole = kadabra(graph.clone(), params()).unwrap();
    let mut worker = Kadabra::new(graph.clone(), params()).unwrap();
    for given in [1, 2, 5] {
        let mut dealt = Dealt::new(Kadabra::new(graph.clone(), params()).unwrap());
        let mut elsewhere = 0;
        loop {
            let blocks: Vec<usize> = (0..given).map_while(|_| dealt.give(true)).collect();
            while !dealt.is_waiting() && !dealt.step() {}
            for block in blocks {
                dealt.take(block, worker.do_block(block)).unwrap();
                elsewhere += 1;
            }
            if dealt.step() {
                break;
            }
        }
        assert!(elsewhere >= 2, "{elsewhere}");
        assert_eq!(dealt.finish(), whole);
    }
    assert_ne!(kadabra(graph, Params { seed: 2, ..params() }).unwrap().share, whole.share);
}

#[test]
fn the_stop_rule_is_looked_at_at_fixed_numbers() {
    for (most, first, last) in [(30.0, 1, 32), (31_512.0, 315, 31_828), (1e9, 10_000_000, 1_010_000_001_u64)]
    {
        let plan = plan(most);
        assert_eq!(plan[0].numbers.start, 0);
        assert!(plan.windows(2).all(|two| two[0].numbers.end == two[1].numbers.start));
        let looks: Vec<u64> = plan.iter().filter(|b| b.looks).map(|b| b.numbers.end).collect();
        assert_eq!((looks[0], *looks.last().unwrap()), (first, last));
        for look in looks.windows(2).rev().skip(1) {
            assert_eq!(look[1] - look[0], 1000.max((look[0] - first) / 10));
        }
    }
    assert!(plan(1e300).len() < 5000, "what nobody will ever draw is not planned");
}

#[test]
fn samples_that_suffice() {
    assert_eq!(most_samples(0.01, 0.1, 10) as u64, 31_512);
    assert_eq!(most_samples(0.005, 0.1, 10) as u64, 126_051);
    assert!(most_samples(0.01, 0.1, 0) > 0.0);
    // Where few paths lead through any node, far fewer do.
    let graph = directed(3000, &random(3000, 30_000, 6));
    let found = kadabra(graph, Params { epsilon: 0.01, ..Params::default() }).unwrap();
    assert!(found.samples < found.most_samples * 3 / 5, "{} of {}", found.samples, found.most_samples);
    assert!(exact_is_affordable(&directed(10, &[(0, 1, 1.0)]).into()));
    assert!(!exact_is_affordable(&directed(600_000, &random(600_000, 1000, 1)).into()));
}

#[test]
fn bad_input() {
    for value in [0.0, 1.0, -1.0, f64::NAN, f64::INFINITY] {
        for params in
            [Params { epsilon: value, ..Params::default() }, Params { delta: value, ..Params::default() }]
        {
            assert_eq!(kadabra(directed(3, &[]), params).unwrap_err().code(), "argument.invalid");
        }
    }
    let star: Vec<_> = (1..40).map(|a| (a, 0, f32::NAN)).collect();
    let both: Vec<_> = (1..40).flat_map(|a| [(a, 0, 1.0), (0, a, 1.0)]).collect();
    for (n, arcs) in [
        (0, vec![]),
        (1, vec![(0, 0, 1.0)]),
        (2, vec![(0, 1, 1.0), (1, 0, 1.0)]),
        (40, star),
        (50_000, vec![]),
    ] {
        let found = kadabra(directed(n, &arcs), Params::default()).unwrap();
        assert!(found.share.len() == n && found.upper.iter().all(|share| *share == 0.0));
        assert_eq!(found.samples, 0, "certain without any");
    }
    let found = kadabra(directed(40, &both), Params { epsilon: 0.05, ..Params::default() }).unwrap();
    assert!((found.share[0] - 38.0 / 40.0).abs() <= 0.05 && found.share[1] == 0.0);
    // Path counts beyond all bounds: 2^800 from end to end.
    let mut arcs = Vec::new();
    for at in 0..800 {
        let first = 3 * at;
        for side in 1..3 {
            arcs.extend([(first, first + side, 1.0), (first + side, first + 3, 1.0)]);
        }
    }
    let graph: Ties = directed(2401, &arcs).into();
    let found = kadabra(graph.clone(), Params { epsilon: 0.1, ..Params::default() }).unwrap();
    let exact = exact(&graph);
    assert!((0..2401).all(|v| (found.share[v] - exact[v]).abs() <= 0.1));
    let path: Vec<_> = (1..100_000).map(|a| (a - 1, a, 1.0)).collect();
    let mut long = Dealt::new(Kadabra::new(directed(100_000, &path), Params::default()).unwrap());
    for _ in 0..50 {
        assert!(!long.step());
    }
    assert!(long.finish().share.iter().all(|share| share.is_finite()));
}
