//! Each rule at its borders, and what the data cannot tell.

use super::*;

const N: f64 = f64::NAN;

/// One account of which everything is known and nothing stands out, changed by `change`.
fn one(change: impl Fn(&mut [f64; 15])) -> TypeOf {
    let mut v = [500.0, 40.0, 0.4, 0.2, 40.0, 0.3, 40.0, 0.6, 5.0, 0.4, 20.0, 0.0, 0.3, -0.2, 2.0];
    change(&mut v);
    let cell = |at: usize| std::slice::from_ref(&v[at]);
    // Quantiles are those of a study: the account among nine plain ones.
    let with = |value: f64, others: f64| -> Vec<f64> {
        std::iter::once(value).chain(std::iter::repeat_n(others, 19)).collect()
    };
    let (reciprocity, rhythm, betweenness) = (with(v[3], 0.25), with(v[14], 3.0), with(v[11], 1.0));
    let columns = Columns {
        followers: cell(0),
        popularity: cell(1),
        on_topic: cell(2),
        reciprocity: &reciprocity,
        relevance: cell(4),
        z: cell(5),
        authority: cell(6),
        discovery: cell(7),
        discoveries: cell(8),
        participation: cell(9),
        neighbours: cell(10),
        betweenness: &betweenness,
        reshares: cell(12),
        relay: cell(13),
        rhythm: &rhythm,
    };
    types(1, columns, Thresholds::default()).unwrap()[0]
}

fn first(change: impl Fn(&mut [f64; 15])) -> Option<Type> {
    one(change).first
}

#[test]
fn each_rule_makes_its_type_and_a_plain_account_has_none() {
    let plain = one(|_| {});
    assert_eq!((plain.first, plain.second, plain.provisional), (None, None, false));
    assert_eq!(first(|v| (v[0], v[2], v[3]) = (3e5, 0.05, 0.01)), Some(Type::Celebrity));
    assert_eq!(first(|v| (v[1], v[2], v[3]) = (99.0, 0.05, 0.01)), Some(Type::Celebrity));
    assert_eq!(first(|v| (v[0], v[4], v[5]) = (3e5, 90.0, 4.0)), Some(Type::OpinionLeader));
    assert_eq!(first(|v| (v[2], v[6]) = (0.9, 95.0)), Some(Type::Specialist));
    assert_eq!(first(|v| v[7] = 0.05), Some(Type::Discoverer));
    assert_eq!(first(|v| (v[9], v[3]) = (0.7, 0.4)), Some(Type::Networker));
    assert_eq!(first(|v| (v[11], v[3]) = (9.0, 0.4)), Some(Type::Networker));
    assert_eq!(first(|v| (v[12], v[13]) = (0.8, 0.9)), Some(Type::Broadcaster));
    assert_eq!(first(|v| v[14] = 9.0), Some(Type::HeavyUser));
}

#[test]
fn conditions_hold_at_their_borders_as_they_are_written() {
    assert_eq!(first(|v| (v[0], v[2], v[3]) = (1e5, 0.2, 0.01)), None, "below .2");
    assert_eq!(first(|v| (v[0], v[2], v[3]) = (1e5, 0.19, 0.05)), None, "below .05");
    assert_eq!(first(|v| (v[2], v[6]) = (0.6, 75.0)), Some(Type::Specialist));
    assert_eq!(first(|v| (v[7], v[8]) = (0.2, 3.0)), Some(Type::Discoverer));
    assert_eq!(first(|v| (v[7], v[8]) = (0.2, 2.0)), None);
    assert_eq!(first(|v| (v[9], v[3]) = (0.62, 0.4)), None, "more than .62");
    assert_eq!(first(|v| (v[9], v[3]) = (0.9, 0.2)), None, "reciprocity below the median");
    assert_eq!(first(|v| (v[12], v[13]) = (0.6, 0.0)), None, "more than 0");
    assert_eq!(first(|v| v[14] = 3.0), None, "as everybody");
}

#[test]
fn what_is_unknown_is_never_false_by_accident() {
    // Off the subject or not: nobody knows.
    let open = one(|v| (v[0], v[2], v[3]) = (3e5, N, 0.01));
    assert_eq!((open.first, open.provisional), (None, true));
    assert!(open.membership[0].is_nan() && open.membership[2] == 0.0, "authority is low: no specialist");
    // A rule that fails anyway is told.
    assert!(!one(|v| v[2] = N).provisional, "not macro: no celebrity; no authority: no specialist");
    // A later rule that holds is provisional behind an open one.
    let open = one(|v| (v[2], v[6], v[7]) = (N, 90.0, 0.05));
    assert_eq!((open.first, open.provisional), (Some(Type::Discoverer), true));
    // One of two inputs is enough to be macro, and both are needed not to be.
    assert_eq!(first(|v| (v[0], v[1], v[2], v[3]) = (N, 97.0, 0.05, 0.01)), Some(Type::Celebrity));
    assert!(one(|v| (v[0], v[2], v[3]) = (N, 0.05, 0.01)).provisional);
    let nothing = one(|v| *v = [N; 15]);
    assert_eq!((nothing.first, nothing.second, nothing.provisional), (None, None, true));
    assert!(nothing.membership.iter().all(|m| m.is_nan()));
}

#[test]
fn few_neighbours_cannot_bridge_much() {
    assert!(!one(|v| (v[9], v[10], v[11], v[3]) = (N, 2.0, 0.0, 0.4)).provisional);
    assert!(!one(|v| (v[9], v[10], v[11], v[3]) = (N, 0.0, 0.0, 0.4)).provisional);
    assert!(one(|v| (v[9], v[10], v[11], v[3]) = (N, 3.0, 0.0, 0.4)).provisional);
}

#[test]
fn betweenness_that_nobody_computed_is_not_asked_for() {
    let columns = Columns { participation: &[0.3], reciprocity: &[0.4], ..Columns::default() };
    let found = Types::new(1, columns, Thresholds::default()).unwrap();
    assert_eq!(found.rules(0)[4].holds, Some(false));
}

#[test]
fn between_two_types_both_are_shown() {
    // Both rules hold.
    let both = one(|v| (v[2], v[6], v[7]) = (0.9, 95.0, 0.02));
    assert_eq!((both.first, both.second), (Some(Type::Specialist), Some(Type::Discoverer)));
    // One only just holds, the other only just does not.
    let near = one(|v| (v[2], v[6], v[7]) = (0.9, 76.0, 0.22));
    assert_eq!((near.first, near.second), (Some(Type::Specialist), Some(Type::Discoverer)));
    // A sure type has no second one that nearly holds.
    assert_eq!(one(|v| (v[2], v[6], v[7]) = (0.9, 95.0, 0.22)).second, None);
    // No type, and one that is near.
    let almost = one(|v| (v[2], v[6]) = (0.9, 73.0));
    assert_eq!((almost.first, almost.second), (None, Some(Type::Specialist)));
    // A heavy user is none of the others.
    let heavy = one(|v| (v[2], v[6], v[14]) = (0.9, 95.0, 50.0));
    assert_eq!((heavy.first, heavy.second), (Some(Type::Specialist), None));
}

#[test]
fn thresholds_can_be_changed_within_reason() {
    let columns = Columns { on_topic: &[0.5], authority: &[60.0], ..Columns::default() };
    let lower = Thresholds { specialist_on_topic: 0.4, specialist_authority: 50.0, ..Thresholds::default() };
    assert_eq!(types(1, columns, lower).unwrap()[0].first, Some(Type::Specialist));
    let wrong = Thresholds { discoverer_rank: 2.0, ..Thresholds::default() };
    assert_eq!(types(1, columns, wrong).unwrap_err().code(), "argument.invalid");
    let wrong = Thresholds { leader_z: N, ..Thresholds::default() };
    assert!(types(0, columns, wrong).is_err());
}
