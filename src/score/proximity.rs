//! Proximity (Reach): how much of the target audience an account is close to.
//!
//! `share · ln(1 + people)`. The share is that of the target among those who react to the account, by the credit they
//! give it, shrunk to the share in the whole study with M = 10: `(Σ_target c + M·g) / (Σ c + M)`. People are the
//! members of the target within two steps: those who pay attention to the account, and those who pay attention to them,
//! each once. Natural unit: people, `(1 + people)^share − 1`: the people within two steps where the whole of the
//! account's public is the target, fewer where it is not. Tier T2.
//! The target is the audience that the caller names; without one, all who took part in the subject (published,
//! re-shared or quoted a post on it); without a brief, everybody: then the share is 1, and the number of people decides.
//! Missing: without ties, or with a target that holds nobody, nobody has it.

use super::factor::{Context, FactorColumn, Unit};
use super::pillar::SubFactor;
use crate::error::Result;
use crate::graph::Graph;
use crate::graph::column::{filled, room};
use crate::math::rng::Stream;
use crate::math::{exp, exp_m1, ln_1p};
use crate::model::NONE;

/// What the share of the whole study weighs against that of an account's own public.
pub const PRIOR: f64 = 10.0;
/// Arcs looked at for an account at the most, beyond its own: where two steps have more, a sample of people counts.
const MOST: usize = 1 << 14;
/// Arcs looked at for an account at the least before a sample counts: then the count is some 5 % off.
const LEAST: usize = 1 << 9;
/// Arcs looked at for all accounts together, as far as [`LEAST`] allows.
const BUDGET: usize = 1 << 22;

/// The accounts that count.
pub fn target(context: &Context<'_>) -> Vec<bool> {
    if let Some(audience) = context.audience {
        return audience.to_vec();
    }
    let Some(topic) = context.topic else { return vec![true; context.accounts()] };
    let posts = &context.data.posts;
    let mut target = vec![false; context.accounts()];
    for (post, author) in posts.author[..posts.known].iter().enumerate().filter(|(_, a)| **a != NONE) {
        if topic.q[post] > 0.0 && context.window.contains(posts.time.at(post)) {
            target[*author as usize] = true;
        }
    }
    target
}

/// Share of the target among those who react to each account, shrunk; `None` where nobody reacts to anybody.
///
/// `weight` is what the source of each arc counts.
fn shares(graph: &Graph, weight: impl Fn(usize) -> f64, target: &[bool]) -> Option<Vec<f64>> {
    let of = |b: usize| {
        graph.sources(b).iter().zip(graph.in_arcs(b)).fold((0.0, 0.0), |(inside, all), (a, arc)| {
            let weight = weight(*arc as usize);
            (if target[*a as usize] { inside + weight } else { inside }, all + weight)
        })
    };
    let sums: Vec<(f64, f64)> = (0..graph.nodes()).map(of).collect();
    let (inside, all) = sums.iter().fold((0.0, 0.0), |(inside, all), s| (inside + s.0, all + s.1));
    let whole = inside / all;
    (all > 0.0).then(|| sums.iter().map(|(inside, all)| (inside + PRIOR * whole) / (all + PRIOR)).collect())
}

/// Members of the target within two steps of each account, itself left out: those who pay attention to it, and those
/// who pay attention to them.
///
/// Exact where two steps are few arcs. Where they are many, only a part 2^−k of the target is looked for, drawn by a
/// hash that is the same for all accounts, and the count is multiplied by 2^k: unbiased, off by √(2^k / people). The
/// sources of each account stand in order of that hash, so that a smaller part is the beginning of a row.
///
/// # Complexity
/// O(accounts + arcs), and at most about 4 million arcs looked at or 512 an account. Memory: 8 bytes an arc.
///
/// # Errors
/// `memory.exhausted`.
pub fn within_two_steps(graph: &Graph, target: &[bool], seed: u64) -> Result<Vec<f64>> {
    let n = graph.nodes();
    let work = |b: usize| graph.sources(b).iter().map(|a| graph.in_degree(*a as usize)).sum::<usize>();
    let mut works = room(n)?;
    works.extend((0..n).map(work));
    let mut cap = MOST;
    while cap > LEAST && works.iter().map(|w| (*w).min(cap)).sum::<usize>() > BUDGET {
        cap /= 2;
    }
    // Level k holds a part 2^−k of the target; what is not of the target is on no level.
    let mut level = room(n)?;
    level.extend((0..n).map(|a| {
        let hash = Stream::new(seed, "proximity", a as u64).next_u64();
        if target[a] { hash.leading_zeros() as u8 + 1 } else { 0 }
    }));
    let rows = by_level(graph, &level)?;
    let mut walk = Walk { graph, level, rows, seen: filled(NONE, n)? };
    let part_of = |work: usize| (0..usize::BITS).find(|parts| work >> parts <= cap).unwrap_or_default() as u8;
    let mut found = room(n)?;
    found.extend((0..n).map(|b| walk.count(b, part_of(works[b]))));
    Ok(found)
}

/// What a count of people walks over.
struct Walk<'a> {
    graph: &'a Graph,
    level: Vec<u8>,
    /// Sources of each account, highest level first.
    rows: Vec<u32>,
    /// For which account another was last met.
    seen: Vec<u32>,
}

impl Walk<'_> {
    /// People of the target within two steps of an account, by those on a level above `parts`. A call of its own for
    /// every account: a browser swaps a function for its optimised form between two calls.
    #[inline(never)]
    fn count(&mut self, b: usize, parts: u8) -> f64 {
        self.seen[b] = b as u32;
        let mut count = self.look(b, b, parts);
        for a in self.graph.sources(b) {
            count += self.look(*a as usize, b, parts);
        }
        count as f64 * (1_u64 << parts) as f64
    }

    /// How many of the sources of an account are met for the first time.
    #[inline]
    fn look(&mut self, row: usize, b: usize, parts: u8) -> usize {
        let mut count = 0;
        for a in &self.rows[self.graph.in_places(row)] {
            if self.level[*a as usize] <= parts {
                break;
            }
            let seen = &mut self.seen[*a as usize];
            count += usize::from(*seen != b as u32);
            *seen = b as u32;
        }
        count
    }
}

/// The sources of each account, highest level first; and those of one level in order.
fn by_level(graph: &Graph, level: &[u8]) -> Result<Vec<u32>> {
    let most = level.iter().max().map_or(0, |most| usize::from(*most));
    let mut start = vec![0_u32; most + 2];
    for l in level {
        start[most - usize::from(*l) + 1] += 1;
    }
    for l in 1..start.len() {
        start[l] += start[l - 1];
    }
    let mut order = filled(0_u32, level.len())?;
    for (account, l) in level.iter().enumerate() {
        let at = &mut start[most - usize::from(*l)];
        order[*at as usize] = account as u32;
        *at += 1;
    }
    let mut next = room(level.len())?;
    next.extend((0..level.len()).map(|b| graph.in_places(b).start as u32));
    let mut rows = filled(0_u32, graph.arcs())?;
    for a in order {
        for b in graph.targets(a as usize) {
            let at = &mut next[*b as usize];
            rows[*at as usize] = a;
            *at += 1;
        }
    }
    Ok(rows)
}

/// Computes proximity.
///
/// # Errors
/// `memory.exhausted`.
pub fn proximity(context: &Context<'_>, seed: u64) -> Result<FactorColumn> {
    let (name, unit) = (SubFactor::Proximity, Unit::PeopleWithinTwoSteps);
    let missing = |reason| Ok(FactorColumn::missing(name, unit, context.accounts(), reason));
    let graph = &context.attention.graph;
    if graph.arcs() == 0 {
        return missing("no_ties");
    }
    let target = target(context);
    if !target.contains(&true) {
        return missing("no_audience");
    }
    let shares = if context.has_credit {
        shares(graph, |arc| f64::from(context.credit.arc[arc]), &target)
    } else {
        // Follows alone: each pair as credit would count it.
        shares(graph, |arc| 1.0 - exp(-f64::from(graph.weight(arc).max(0.0))), &target)
    };
    let Some(shares) = shares else { return missing("no_ties") };
    let people = within_two_steps(graph, &target, seed)?;
    let natural = shares.iter().zip(&people).map(|(share, people)| exp_m1(share * ln_1p(*people))).collect();
    Ok(FactorColumn::of_amounts(name, unit, natural))
}

#[cfg(test)]
mod tests {
    use super::super::testing::Study;
    use super::*;
    use crate::graph::testing::{from_triples, small_graph};
    use crate::model::PostKind::{Original, Repost};
    use proptest::prelude::*;

    /// The same by sets.
    fn plain(graph: &Graph, target: &[bool], b: usize) -> f64 {
        let mut met: Vec<u32> = graph.sources(b).to_vec();
        graph.sources(b).iter().for_each(|a| met.extend(graph.sources(*a as usize)));
        met.sort_unstable();
        met.dedup();
        met.iter().filter(|a| **a as usize != b && target[**a as usize]).count() as f64
    }

    proptest! {
        #[test]
        fn two_steps_by_sets(graph in small_graph(12), inside in prop::collection::vec(any::<bool>(), 12)) {
            let target = &inside[..graph.nodes()];
            let found = within_two_steps(&graph, target, 1).unwrap();
            for (b, found) in found.iter().enumerate() {
                prop_assert_eq!(*found, plain(&graph, target, b));
            }
        }
    }

    #[test]
    fn large_publics_are_counted_by_a_sample_that_is_close() {
        // 300 accounts of 250 followers each out of 40,000; one account that all of them follow.
        let mut stream = Stream::new(5, "test", 0);
        let n = 40_301;
        let mut arcs = Vec::new();
        for hub in 0..300 {
            for _ in 0..250 {
                arcs.push((301 + stream.below(40_000) as u32, hub + 1, 1.0));
            }
            arcs.push((hub + 1, 0, 1.0));
        }
        arcs.sort_by_key(|a| (a.0, a.1));
        arcs.dedup_by_key(|a| (a.0, a.1));
        let graph = from_triples(n, arcs);
        let target: Vec<bool> = (0..n).map(|a| a % 2 == 0).collect();
        for seed in 1..6 {
            let found = within_two_steps(&graph, &target, seed).unwrap();
            let exact = plain(&graph, &target, 0);
            assert!((found[0] / exact - 1.0).abs() < 0.06, "{} is not about {exact}", found[0]);
            assert_eq!(found[7], plain(&graph, &target, 7), "few arcs: exact");
        }
    }

    #[test]
    fn a_public_inside_the_target_counts_for_more() {
        let mut study = Study::new();
        for account in ["in", "out"] {
            study.post(account, 0, Original, None, "text");
            for i in 0..20 {
                study.post(&format!("{account}{i}"), 1, Repost, Some((account, 0)), "text");
            }
        }
        let study = study.done();
        let all = proximity(&study.context(), 1).unwrap();
        let (inside, outside) = (study.account("in"), study.account("out"));
        assert_eq!(all.natural[inside], all.natural[outside]);
        assert!((all.natural[inside] - 20.0).abs() < 1e-9, "no target: {}", all.natural[inside]);
        let audience: Vec<bool> = study.handles().map(|h| h.starts_with("in")).collect();
        let context = Context { audience: Some(&audience), ..study.context() };
        let named = proximity(&context, 1).unwrap();
        assert!(named.natural[inside] > 1.0 && named.natural[outside] == 0.0, "{:?}", named.natural);
        // Twenty of one purpose, a quarter of 1 − 1/e each.
        let own = study.credit.of[inside];
        let share = (own + PRIOR * 0.5) / (own + PRIOR);
        assert!((named.natural[inside] - (exp(share * ln_1p(20.0)) - 1.0)).abs() < 1e-6);
        assert_eq!(named.natural[study.account("in3")], 0.0, "nobody reacts");
    }

    #[test]
    fn what_is_missing_is_said() {
        assert_eq!(proximity(&Study::new().done().context(), 1).unwrap().missing, Some("no_ties"));
        let mut study = Study::new();
        study.undated("a", "b");
        let study = study.done();
        let context = Context { audience: Some(&[false, false]), ..study.context() };
        assert_eq!(proximity(&context, 1).unwrap().missing, Some("no_audience"));
    }
}
