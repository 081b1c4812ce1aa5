//! From conditions to rules: all must hold, each or another, and what is unknown stays unknown.

use super::condition::Condition;

/// Conditions of one rule: each list holds when any of its conditions does, the rule when all lists do.
pub(super) type Rule = [[Option<Condition>; 2]; 3];

/// Whether each rule holds, and how much. Whoever is of a type is a heavy user so much the less.
pub(super) fn judge_all(rules: &[Rule; 7]) -> [(Option<bool>, f64); 7] {
    let mut judged = [(None, f64::NAN); 7];
    for (judged, rule) in judged.iter_mut().zip(rules) {
        *judged = judge(rule);
    }
    let [above @ .., heavy] = &mut judged;
    if above.iter().any(|rule| rule.0 == Some(true)) {
        heavy.0 = Some(false);
    }
    let most = above.iter().map(|rule| rule.1).fold(0.0, f64::max);
    heavy.1 = if heavy.1.is_nan() { f64::NAN } else { heavy.1.min(1.0 - most) };
    judged
}

/// Whether a rule holds, and how much.
fn judge(rule: &Rule) -> (Option<bool>, f64) {
    let (mut holds, mut membership) = (Some(true), 1.0_f64);
    for any in rule.iter().filter(|any| any.iter().any(Option::is_some)) {
        let mut one = Some(false);
        let mut most = 0.0_f64;
        for condition in any.iter().flatten() {
            one = or(one, condition.holds);
            most = most.max(condition.membership());
        }
        holds = and(holds, one);
        if one.is_some() {
            membership = membership.min(most);
        }
    }
    (holds, if holds.is_none() { f64::NAN } else { membership })
}

fn and(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn or(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    and(a.map(|a| !a), b.map(|b| !b)).map(|neither| !neither)
}
