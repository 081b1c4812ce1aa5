//! What would move a rank: the smallest change of one sub-factor, or of one weight, that gains a place, loses one, or
//! enters the first ones.

use super::composite::Scores;
use super::explain::shares_of;
use super::factor::FactorColumn;
use super::inverse::Inverse;
use super::pillar::{Pillar, SubFactor};
use crate::math::{exp, ln};
use serde::Serialize;

/// Where a change leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Goal {
    /// One place up.
    Gain,
    /// One place down.
    Lose,
    /// Among the first ones.
    Enter,
}

/// What changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// A sub-factor of the account.
    Factor(SubFactor),
    /// Its credit, where that gives the order.
    Credit,
    /// The weight of a pillar, the others kept in proportion.
    Weight(Pillar),
}

/// A change that is just enough.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// What changes.
    pub what: What,
    /// Now: 0 to 100 for a sub-factor, its amount for credit, 0 to 1 for a weight.
    pub from: f64,
    /// Then.
    pub to: f64,
    /// The same in natural units, where they can be told.
    pub natural_from: Option<f64>,
    /// The same in natural units, where they can be told.
    pub natural_to: Option<f64>,
}

/// Everything that would reach one goal, each by itself, all else staying as it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moves {
    /// The goal.
    pub goal: Goal,
    /// The place it leads to, from 0.
    pub place: u32,
    /// Changes of sub-factors (or of credit), the smallest on the scale of 0 to 100 first.
    pub changes: Vec<Change>,
    /// Changes of weights, the smallest first.
    pub weights: Vec<Change>,
}

/// How far beyond the account that is passed: far below anything that is shown, far above rounding.
const BEYOND: f64 = 1e-9;

/// What would move an account: up, down, and among the first `top` where it is not yet.
///
/// Sub-factors: the value at which the account has the score of the one to pass, from
/// `s_k' = exp((ln target − Σ_{others} w ln s) / w_k)`, then `(s_k' − Σ_{others} v s) / v_j` inside the pillar; left out
/// where it would not be between 0 and 100. The scales, and all other accounts, stay as they are.
///
/// Weights: for each other account, the weights at which the two change places are the roots of a quadratic; walking
/// away from the present weight and counting them gives the first at which the place is reached. Exact, among the
/// accounts that are ranked now.
///
/// Nothing is said of an account listed apart. O(accounts · log accounts), on demand.
pub fn moves(
    scores: &Scores,
    factors: &[FactorColumn],
    credit: &[f64],
    account: usize,
    top: usize,
) -> Vec<Moves> {
    let place = scores.place[account] as usize;
    let side = if place < scores.passed { 0..scores.passed } else { scores.passed..scores.ranked };
    if !side.contains(&place) {
        return Vec::new();
    }
    let mut goals = Vec::new();
    if place > side.start {
        goals.push((Goal::Gain, place - 1));
    }
    if place + 1 < side.end {
        goals.push((Goal::Lose, place + 1));
    }
    // Where one place up is the first ones already, the two goals are one.
    if top > side.start && place > top {
        goals.push((Goal::Enter, top - 1));
    }
    let weights = if scores.by_credit { Vec::new() } else { weight_events(scores, account, &side) };
    let of = |(goal, to): (Goal, usize)| {
        let target = scores.order[to] as usize;
        let up = to < place;
        let mut changes = if scores.by_credit {
            vec![by_credit(credit, account, target, up)]
        } else {
            let moved = |at| by_factor(scores, factors, account, scores.score[target], up, at);
            (0..factors.len()).filter_map(moved).collect()
        };
        let size = |c: &Change| (c.to - c.from).abs();
        changes.sort_by(|a, b| size(a).total_cmp(&size(b)));
        let mut weights: Vec<Change> =
            weights.iter().filter_map(|events| events.reach(place, to, scores)).collect();
        weights.sort_by(|a, b| size(a).total_cmp(&size(b)));
        Moves { goal, place: to as u32, changes, weights }
    };
    goals.into_iter().map(of).collect()
}

fn by_credit(credit: &[f64], account: usize, target: usize, up: bool) -> Change {
    let (from, to) = (credit[account], credit[target]);
    let to = if up { to + BEYOND * to.max(1.0) } else { (to - BEYOND * to.max(1.0)).max(0.0) };
    Change { what: What::Credit, from, to, natural_from: Some(from), natural_to: Some(to) }
}

fn by_factor(
    scores: &Scores,
    factors: &[FactorColumn],
    account: usize,
    target: f64,
    up: bool,
    at: usize,
) -> Option<Change> {
    let column = &factors[at];
    let pillar = column.name.pillar();
    let weights = scores.weights_of(account);
    let weight = weights[pillar as usize];
    let shares = shares_of(scores, factors, account, pillar);
    let inside = shares.iter().find(|share| share.0 == at)?.1;
    if !(weight > 0.0 && inside > 0.0) {
        return None;
    }
    let others: f64 = (0..3)
        .filter(|k| *k != pillar as usize && weights[*k] > 0.0)
        .map(|k| weights[k] * ln(scores.pillars[k][account].max(1.0)))
        .sum();
    let target = ln(target) + if up { BEYOND } else { -BEYOND };
    let needed = exp((target - others) / weight);
    let beside: f64 = shares
        .iter()
        .filter(|share| share.0 != at && share.1 > 0.0)
        .map(|(i, v)| v * factors[*i].score[account])
        .sum();
    let (from, to) = (column.score[account], (needed - beside) / inside);
    // Below 1 a pillar counts as 1: it cannot fall further.
    if !(0.0..=100.0).contains(&to) || needed < 1.0 {
        return None;
    }
    let inverse = Inverse::learn(column);
    Some(Change {
        what: What::Factor(column.name),
        from,
        to,
        natural_from: Some(column.natural[account]).filter(|n| !n.is_nan()),
        natural_to: inverse.map(|inverse| inverse.natural(to)),
    })
}

/// The weights at which an account changes places with others, as one weight moves away from its present value.
struct Events {
    pillar: Pillar,
    /// The present weight.
    from: f64,
    /// Upwards and downwards: the weight, and whether the other one comes to stand above.
    of: [Vec<(f64, bool)>; 2],
}

impl Events {
    /// The nearest weight at which the account stands where it is to stand.
    fn reach(&self, place: usize, to: usize, scores: &Scores) -> Option<Change> {
        let first = |(events, away): (&Vec<(f64, bool)>, f64)| {
            let mut at = place as i64;
            events.iter().find_map(|(weight, above)| {
                at += if *above { 1 } else { -1 };
                let there = if to < place { at <= to as i64 } else { at >= to as i64 };
                // A hair further, where the two are no longer equal.
                there.then_some((weight + BEYOND * away).max(0.0))
            })
        };
        let distance = |weight: &f64| (weight - self.from).abs();
        let both = self.of.iter().zip([1.0, -1.0]).filter_map(first);
        let weight = both.min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        let others = 1.0 - scores.weights.of(self.pillar);
        let share = |weight: f64| weight / (weight + others);
        let (from, to) = (share(self.from), share(weight));
        Some(Change { what: What::Weight(self.pillar), from, to, natural_from: None, natural_to: None })
    }
}

fn weight_events(scores: &Scores, account: usize, side: &std::ops::Range<usize>) -> Vec<Events> {
    let logs = |account: usize| [0, 1, 2].map(|k| ln(scores.pillars[k][account].max(1.0)));
    let own = logs(account);
    let others: Vec<[f64; 3]> = scores.order[side.clone()].iter().map(|a| logs(*a as usize)).collect();
    let place = scores.place[account] as usize - side.start;
    let all = scores.weights.all();
    Pillar::ALL
        .into_iter()
        .map(|pillar| {
            let k = pillar as usize;
            let from = all[k];
            // Sum of the other pillars' weighted logarithms, of their weights, and this pillar's logarithm if known.
            // A logarithm that is unknown came out as 0, which is that of a floor: what is known tells them apart.
            let parts = |account: usize, logs: [f64; 3]| {
                let known = |j: usize| !scores.pillars[j][account].is_nan();
                let rest = (0..3).filter(|j| *j != k && known(*j));
                let (sum, weight) = rest.fold((0.0, 0.0), |(s, w), j| (s + all[j] * logs[j], w + all[j]));
                (sum, weight, if known(k) { 1.0 } else { 0.0 }, logs[k])
            };
            let (a, b, m, l) = parts(account, own);
            let mut of = [Vec::new(), Vec::new()];
            for (at, logs) in others.iter().enumerate().filter(|(at, _)| *at != place) {
                let (ta, tb, tm, tl) = parts(scores.order[side.start + at] as usize, *logs);
                let square = m * tm * (l - tl);
                let linear = a * tm + m * l * tb - ta * m - tm * tl * b;
                let constant = a * tb - ta * b;
                // Equal whatever the weights: rounding must not tell them apart.
                let nothing = 1e-13 * (a.abs() + l.abs() + ta.abs() + tl.abs());
                if [square, linear, constant].iter().all(|c| c.abs() <= nothing) {
                    continue;
                }
                let roots = roots(square, linear, constant);
                for (events, away) in of.iter_mut().zip([1.0, -1.0]) {
                    let mut above = at < place;
                    let distance = |root: f64| (root - from) * away;
                    let mut beyond: Vec<f64> = roots.iter().flatten().copied().collect();
                    beyond.retain(|r| distance(*r) > BEYOND && *r > BEYOND);
                    beyond.sort_by(|x, y| distance(*x).total_cmp(&distance(*y)));
                    if roots.iter().flatten().any(|r| distance(*r).abs() <= BEYOND) {
                        // Equal now: who stands above is seen a little further on.
                        let near =
                            from + 0.5 * away * beyond.first().map_or(BEYOND, |r| distance(*r)).min(0.01);
                        let apart = (square * near + linear) * near + constant;
                        if apart != 0.0 && above != (apart < 0.0) {
                            above = !above;
                            events.push((from, above));
                        }
                    }
                    for root in beyond {
                        above = !above;
                        events.push((root, above));
                    }
                }
            }
            for events in &mut of {
                events.sort_by(|x, y| (x.0 - from).abs().total_cmp(&(y.0 - from).abs()).then(x.1.cmp(&y.1)));
            }
            Events { pillar, from, of }
        })
        .collect()
}

/// The two simple roots of a quadratic, or the one of a line.
fn roots(square: f64, linear: f64, constant: f64) -> [Option<f64>; 2] {
    if square == 0.0 {
        return [(linear != 0.0).then(|| -constant / linear), None];
    }
    let inside = linear * linear - 4.0 * square * constant;
    if inside <= 0.0 {
        return [None, None];
    }
    // Whichever does not subtract two numbers that are nearly the same.
    let half = -0.5 * (linear + inside.sqrt().copysign(linear));
    [Some(half / square), (half != 0.0).then(|| constant / half)]
}
