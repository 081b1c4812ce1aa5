//! Trust (Relevance): how many people come back, and from how many circles.
//!
//! `Σ_a 1[a acted on at least two distinct days] c_ab · (1 − Σ_c q_c²)`: c_ab is the credit of the pair, q_c the share of
//! community c among those who react, by credit, shrunk to the share of c in the whole study with M = 10 people. So one
//! circle alone counts for little, a handful of people prove neither one circle nor many, and nobody is at 0 for being
//! small. Where the study is one community, or none is known, the factor is left out.
//! The score is at most 100 times the share of the account's credit that the discount leaves.
//! Natural unit: returning people. Tier T2 with dates.
//! Missing: without ties or without dates, or when all of the data lie on one day, nobody has it.

use super::factor::{Context, FactorColumn, Unit};
use super::pillar::SubFactor;
use crate::graph::community::Communities;
use crate::model::{Millis, NONE};

/// What the communities of the whole study weigh against those of an account's own people, in people.
pub const PRIOR: f64 = 10.0;
/// A day, UTC.
const DAY: Millis = 86_400_000;

/// Credit of those who came back to each account on another day.
///
/// Cost: O(ties).
pub fn returning(context: &Context<'_>) -> Vec<f64> {
    let (graph, ties) = (&context.attention.graph, &context.data.ties);
    let mut found = vec![0.0; context.accounts()];
    for (arc, credit) in context.credit.arc.iter().enumerate().filter(|(_, credit)| **credit > 0.0) {
        let days = context
            .attention
            .ties_of(arc, ties, context.window)
            .filter(|t| context.credit_layers[ties.layer[*t] as usize])
            .filter_map(|t| ties.time.at(t).map(|time| time.div_euclid(DAY)));
        let (first, last) = days.fold((Millis::MAX, Millis::MIN), |(low, high), d| (low.min(d), high.max(d)));
        if first < last {
            found[graph.out_to[arc] as usize] += f64::from(*credit);
        }
    }
    found
}

/// `1 − Σ q_c²` of the people who react to each account; `None` where the study has fewer than two communities.
///
/// Cost: O(arcs + communities).
fn variety(context: &Context<'_>, communities: &Communities) -> Option<Vec<f64>> {
    let graph = &context.attention.graph;
    let of = |account: u32| communities.of.get(account as usize).copied().filter(|c| *c != NONE);
    let people: f64 = communities.sizes.iter().map(|size| f64::from(*size)).sum();
    let whole: Vec<f64> = communities.sizes.iter().map(|size| f64::from(*size) / people).collect();
    if whole.iter().filter(|share| **share > 0.0).count() < 2 {
        return None;
    }
    let squares: f64 = whole.iter().map(|share| share * share).sum();
    let mut weight = vec![0.0; whole.len()];
    let mut met = Vec::new();
    let of_account = |b: usize| {
        let mut total = PRIOR;
        for (a, arc) in graph.sources(b).iter().zip(graph.in_arcs(b)) {
            let credit = f64::from(context.credit.arc[*arc as usize]);
            let Some(community) = of(*a).filter(|_| credit > 0.0) else { continue };
            if weight[community as usize] == 0.0 {
                met.push(community as usize);
            }
            weight[community as usize] += credit;
            total += credit;
        }
        met.sort_unstable();
        let mut sum = PRIOR * PRIOR * squares;
        for community in met.drain(..) {
            let own = std::mem::take(&mut weight[community]);
            sum += own * (own + 2.0 * PRIOR * whole[community]);
        }
        1.0 - sum / (total * total)
    };
    Some((0..graph.nodes()).map(of_account).collect())
}

/// Computes trust.
pub fn trust(context: &Context<'_>) -> FactorColumn {
    let (name, unit) = (SubFactor::Trust, Unit::ReturningPeople);
    let missing = |reason| FactorColumn::missing(name, unit, context.accounts(), reason);
    if !context.has_credit {
        return missing("no_ties");
    }
    let ties = &context.data.ties;
    let Some((first, last)) = context.span.filter(|_| (0..ties.len()).any(|t| ties.time.at(t).is_some()))
    else {
        return missing("no_time");
    };
    if first.div_euclid(DAY) == last.div_euclid(DAY) {
        return missing("too_short");
    }
    let mut natural = returning(context);
    if let Some(variety) = context.communities.and_then(|communities| variety(context, communities)) {
        for (people, variety) in natural.iter_mut().zip(&variety) {
            *people *= variety;
        }
    }
    let mut column = FactorColumn::of_amounts(name, unit, natural);
    for (score, genuine) in column.score.iter_mut().zip(context.genuine.unwrap_or_default()) {
        if genuine.is_finite() {
            *score = score.min(100.0 * genuine.clamp(0.0, 1.0));
        }
    }
    column
}

#[cfg(test)]
mod tests {
    use super::super::factor::Context;
    use super::super::testing::Study;
    use super::*;
    use crate::model::PostKind::{Original, Repost};

    /// a: ten people, each twice on one day. b: ten people, each on two days. c: the same ten people as b's, but two
    /// thirds of them from one circle.
    fn study() -> super::super::testing::Done {
        let mut study = Study::new();
        for account in ["a", "b"] {
            study.post(account, 0, Original, None, "text");
        }
        for i in 0..10 {
            for (to, hour) in [("a", 1), ("a", 2), ("b", 1), ("b", 30)] {
                study.post(&format!("{to}{i}"), hour, Repost, Some((to, 0)), "text");
            }
        }
        study.done()
    }

    fn communities(study: &super::super::testing::Done, of: impl Fn(&str) -> u32) -> Communities {
        let of: Vec<u32> = study.handles().map(|handle| of(&handle)).collect();
        let most = of.iter().max().map_or(0, |m| *m as usize + 1);
        let mut sizes = vec![0; most];
        of.iter().for_each(|c| sizes[*c as usize] += 1);
        Communities { of, sizes, ..Communities::default() }
    }

    #[test]
    fn only_those_who_come_back_on_another_day_count() {
        let study = study();
        let found = returning(&study.context());
        let credit = &study.credit.of;
        let (a, b) = (study.account("a"), study.account("b"));
        assert_eq!(found[a], 0.0);
        assert!((found[b] - credit[b]).abs() < 1e-6 && found[b] > 1.0, "{found:?} {credit:?}");
    }

    #[test]
    fn many_circles_count_for_more_than_one() {
        let study = study();
        let mixed = communities(&study, |h| u32::from(h.ends_with(['1', '3', '5', '7', '9'])));
        let parted = communities(&study, |h| u32::from(h.starts_with('b')));
        let of = |communities: &Communities| {
            let context = Context { communities: Some(communities), ..study.context() };
            trust(&context).natural[study.account("b")]
        };
        let (mixed, parted, unknown) =
            (of(&mixed), of(&parted), trust(&study.context()).natural[study.account("b")]);
        assert!(mixed > parted && unknown > mixed && parted > 0.0, "{mixed} {parted} {unknown}");
        let one = communities(&study, |_| 0);
        assert_eq!(of(&one), unknown, "a study of one circle says nothing about variety");
    }

    #[test]
    fn variety_is_the_shrunk_herfindahl() {
        let study = study();
        let parted = communities(&study, |h| u32::from(h.starts_with('b')));
        let context = Context { communities: Some(&parted), ..study.context() };
        let b = study.account("b");
        let own = study.credit.of[b];
        let q = [PRIOR * 0.5, own + PRIOR * 0.5].map(|w| w / (own + PRIOR));
        let found = variety(&context, &parted).unwrap()[b];
        assert!((found - (1.0 - q[0] * q[0] - q[1] * q[1])).abs() < 1e-6, "{found}");
    }

    #[test]
    fn what_does_not_seem_genuine_caps_the_score() {
        let study = study();
        let b = study.account("b");
        let mut genuine = vec![f64::NAN; study.context().accounts()];
        let of = |genuine: &[f64]| trust(&Context { genuine: Some(genuine), ..study.context() }).score[b];
        let free = of(&genuine);
        genuine[b] = 0.125;
        assert!(free > 12.5);
        assert_eq!(of(&genuine), 12.5);
    }

    #[test]
    fn what_is_missing_is_said() {
        assert_eq!(trust(&Study::new().done().context()).missing, Some("no_ties"));
        let mut study = Study::new();
        study.post("a", 0, Original, None, "text");
        study.post("b", 1, Repost, Some(("a", 0)), "text");
        assert_eq!(trust(&study.done().context()).missing, Some("too_short"));
        let mut study = Study::new();
        study.undated("b", "a");
        assert_eq!(trust(&study.done().context()).missing, Some("no_time"));
    }
}
