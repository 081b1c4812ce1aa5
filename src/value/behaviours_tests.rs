use super::*;
use crate::graph::steps::run;
use crate::model::Counts;
use crate::model::Layer;
use crate::model::PostKind::{Original, Quote, Reply, Repost};
use crate::score::testing::{Done, Study};

fn of(study: &Done) -> Behaviours {
    run(behaviours(&study.context()).unwrap())
}

/// Counts of each post, by a study in which every post of an account comes to the same.
fn exactly(behaviour: &Behaviour, study: &Done, account: &str, expected: f64) {
    let found = behaviour.per_post[study.account(account)];
    assert!((found - expected).abs() < 1e-9, "{account}: {found} is not {expected}");
}

/// Two posts each of a, re-shared by p and q, quoted by r, answered by s; and of b, which nobody reacts to.
fn steady(mut study: Study) -> Study {
    for number in 0..2 {
        study.post("a", 0, Original, None, "text");
        study.post("b", 0, Original, None, "text");
        study.post("p", 1, Repost, Some(("a", number)), "text");
        study.post("q", 2, Repost, Some(("a", number)), "text");
        study.post("r", 3, Quote, Some(("a", number)), "text");
        study.post("s", 4, Reply, Some(("a", number)), "text");
        study.post("a", 5, Reply, Some(("a", number)), "text");
    }
    study
}

#[test]
fn reactions_in_the_data_are_counted_by_kind() {
    let mut study = Study::new();
    for number in 0..2 {
        study.post("a", 0, Original, None, "text");
        study.post("b", 0, Original, None, "text");
        for (who, kind) in [("p", Repost), ("q", Repost), ("r", Quote), ("s", Reply), ("a", Reply)] {
            study.post(who, 1, kind, Some(("b", number)), "text");
        }
    }
    let study = study.done();
    let found = of(&study);
    // The quotes and answers are posts too, which nobody forwards.
    assert_eq!(found.spread.source, Source::Reactions);
    exactly(&found.spread, &study, "b", 3.0);
    exactly(&found.spread, &study, "r", 0.0);
    exactly(&found.social_impact, &study, "b", 2.0);
    assert!(found.spread.per_post[study.account("p")].is_nan(), "only re-shares of others");
    assert_eq!(found.spread.posts[study.account("b")], 2);
    assert_eq!((found.influence.missing, found.attributed), (Some("flattened"), 0.0));
}

#[test]
fn own_answers_do_not_count() {
    let study = steady(Study::new()).done();
    let posts = &study.data.posts;
    let reactions = Reactions::of(&study.data, crate::graph::Window::default()).unwrap();
    let to: Vec<usize> = (0..posts.known).filter(|p| !reactions.to(*p).is_empty()).collect();
    assert_eq!(to.len(), 2);
    for post in to {
        let kinds: Vec<PostKind> = reactions.to(post).iter().map(|r| posts.kind[*r as usize]).collect();
        assert_eq!(kinds, [Repost, Repost, Quote, Reply]);
    }
}

#[test]
fn a_counter_and_the_reactions_in_the_data_are_both_a_lower_bound() {
    let mut study = Study::new();
    let counts = |reposts| Counts { reposts, replies: Some(7.0), ..Counts::default() };
    for number in 0..2 {
        study.counted("a", Some(0), Original, None, "text", counts(Some(40.0)));
        study.counted("b", Some(0), Original, None, "text", counts(Some(0.0)));
        study.counted("c", Some(0), Original, None, "text", Counts::default());
        study.post("p", 1, Repost, Some(("b", number)), "text");
    }
    let study = study.done();
    let found = of(&study);
    assert_eq!(found.spread.source, Source::Counters);
    exactly(&found.spread, &study, "a", 40.0);
    exactly(&found.spread, &study, "b", 1.0);
    exactly(&found.social_impact, &study, "a", 7.0);
    assert!(found.spread.per_post[study.account("c")].is_nan(), "no counter, no reaction: unknown");
}

#[test]
fn chains_that_the_data_keep_are_followed() {
    // a ← p ← q ← r, and s straight from a.
    let mut study = Study::new();
    for number in 0..2 {
        study.post("a", 0, Original, None, "text");
        study.post("p", 1, Repost, Some(("a", number)), "text");
        study.post("q", 2, Repost, Some(("p", number)), "text");
        study.post("r", 3, Repost, Some(("q", number)), "text");
        study.post("s", 3, Repost, Some(("a", number)), "text");
    }
    let study = study.done();
    let found = of(&study);
    assert_eq!(found.influence.source, Source::Reactions);
    exactly(&found.spread, &study, "a", 2.0);
    exactly(&found.influence, &study, "a", 2.0);
    assert_eq!(found.attributed, 1.0);
}

#[test]
fn flattened_chains_are_inferred_from_earlier_ties_and_said_to_be() {
    let mut study = Study::new();
    // q answered p long before; r did so only afterwards; t follows p; u answered a.
    study.post("p", -50, Original, None, "text");
    study.post("q", -40, Reply, Some(("p", 0)), "text");
    study.post("a", -39, Original, None, "text");
    study.post("u", -38, Reply, Some(("a", 0)), "text");
    study.tie("t", "p", Layer::Follow, None);
    for number in 1..3 {
        study.post("a", 0, Original, None, "text");
        for (hour, who) in [(1, "p"), (2, "q"), (2, "r"), (2, "t"), (3, "u"), (4, "p")] {
            study.post(who, hour, Repost, Some(("a", number)), "text");
        }
    }
    study.post("r", 60, Reply, Some(("p", 0)), "text");
    let study = study.done();
    let found = of(&study);
    assert_eq!(found.influence.source, Source::Inferred);
    // q and t through p; u, and p the second time, from a; r, and p the first time, from nobody knows whom.
    let post = study.post_of("a", 1);
    let context = study.context();
    let reactions = Reactions::of(&study.data, context.window).unwrap();
    let mut chains = Chains::of(&context, &reactions).unwrap();
    let first = chains.of_post(&context, &reactions, post);
    assert_eq!((first.deep, first.attributed), (2, 3 + 1), "{first:?}");
    assert!(found.attributed > 0.5 && found.attributed < 1.0);
    assert!(found.influence.per_post[study.account("a")] > 0.0);
}

#[test]
fn both_ways_to_look_for_a_parent_agree() {
    // Few known people and many sharers, or many known people and few sharers: the same shares are deep.
    for known in [1, 40] {
        let mut study = Study::new();
        for i in 0..known {
            study.post(&format!("k{i}"), -50, Original, None, "text");
            study.post("j", -40, Reply, Some((&format!("k{i}"), 0)), "text");
        }
        study.post("a", 0, Original, None, "text");
        study.post("k0", 1, Repost, Some(("a", 0)), "text");
        for i in 0..20 {
            study.post(&format!("x{i}"), 2, Repost, Some(("a", 0)), "text");
        }
        study.post("j", 3, Repost, Some(("a", 0)), "text");
        let study = study.done();
        let context = study.context();
        let reactions = Reactions::of(&study.data, context.window).unwrap();
        let mut chains = Chains::of(&context, &reactions).unwrap();
        assert_eq!(chains.of_post(&context, &reactions, study.post_of("a", 0)).deep, 1);
    }
}

#[test]
fn what_is_missing_is_said() {
    let found = of(&Study::new().done());
    assert_eq!(found.spread.missing, Some("no_reshares"));
    assert_eq!(found.social_impact.missing, Some("no_replies"));
    let mut study = Study::new();
    study.post("a", 0, Original, None, "text");
    study.post("b", 1, Repost, Some(("a", 0)), "text");
    let found = of(&study.done());
    assert_eq!(found.spread.missing, Some("few_posts"));
    let mut study = Study::new();
    study.undated("a", "b");
    assert_eq!(of(&study.done()).influence.missing, Some("no_reshares"));
}
