//! Studies with a known truth: influence, homophily, and neither.

use super::*;
use crate::graph::steps::run;
use crate::math::ln;
use crate::math::rng::Stream;
use crate::model::Layer;
use crate::model::PostKind::{Original, Reply, Repost};
use crate::score::testing::{Done, HOUR, Study};

const WEEKS: u64 = 30;
const HOURS: u64 = WEEKS * 168;
const PEOPLE: usize = 50;

/// What a group does besides posting now and then.
#[derive(Clone, Copy, PartialEq)]
enum Truth {
    /// One in four follows the leader's post within two days.
    Influence,
    /// All of them, the leader among them, hear of the same things from elsewhere, each in their own time.
    Homophily,
    /// Nothing.
    Nothing,
    /// They do nothing but re-share the leader.
    Echo,
}

/// Groups of a leader and people who follow it, and as many people again who follow nobody.
fn study(groups: &[Truth], events: usize, seed: u64) -> Done {
    let mut study = Study::new();
    let mut stream = Stream::new(seed, "planted", 0);
    let post = |study: &mut Study, who: &str, hour: f64| {
        if (0.0..HOURS as f64).contains(&hour) {
            let time = Some((hour * HOUR as f64) as i64);
            study.counted(who, time, Original, None, "text", crate::model::Counts::default());
        }
    };
    post(&mut study, "first", 0.0);
    post(&mut study, "last", HOURS as f64 - 0.5);
    for (group, truth) in groups.iter().enumerate() {
        let leader = format!("lead{group}");
        let mut own = 0;
        for _ in 0..events {
            let start = stream.below(HOURS) as f64;
            let hour = match truth {
                Truth::Homophily => start - 24.0 * ln(1.0 - stream.next_f64()),
                _ => start,
            };
            if hour >= HOURS as f64 {
                continue;
            }
            post(&mut study, &leader, hour);
            own += 1;
            for person in 0..PEOPLE {
                let name = format!("p{group}x{person}");
                let chance = stream.next_f64();
                match truth {
                    Truth::Influence if chance < 0.25 => {
                        post(&mut study, &name, hour + 48.0 * stream.next_f64())
                    }
                    Truth::Homophily if chance < 0.5 => {
                        post(&mut study, &name, start - 24.0 * ln(1.0 - stream.next_f64()));
                    }
                    Truth::Echo if chance < 0.25 => {
                        study.post(
                            &name,
                            (hour + 48.0 * stream.next_f64()) as i64,
                            Repost,
                            Some((&leader, own - 1)),
                            "",
                        );
                    }
                    _ => {}
                }
            }
        }
    }
    for group in 0..2 * groups.len() {
        for person in 0..PEOPLE {
            let name = format!("p{group}x{person}");
            for _ in 0..WEEKS {
                if stream.next_f64() < 0.8 {
                    post(&mut study, &name, stream.below(HOURS) as f64 + stream.next_f64());
                }
            }
            if group < groups.len() {
                study.tie(&name, &format!("lead{group}"), Layer::Follow, None);
            }
        }
    }
    study.done()
}

fn measure(study: &Done, groups: usize, params: Params) -> Vec<Found> {
    let leaders: Vec<u32> = (0..groups).map(|g| study.account(&format!("lead{g}")) as u32).collect();
    let found = run(Effect::new(&study.context(), &leaders, params).unwrap()).unwrap();
    assert!(found.iter().map(|of| of.account).eq(leaders));
    found.into_iter().map(|of| of.found).collect()
}

fn measured(found: &Found) -> &Measured {
    match found {
        Found::Measured(measured) => measured,
        Found::NotMeasurable { why } => panic!("not measurable: {why}"),
    }
}

#[test]
fn influence_is_found_and_like_minded_people_are_not_taken_for_it() {
    use Truth::{Homophily, Influence, Nothing};
    for seed in 1..4 {
        let groups = [[Influence; 3], [Homophily; 3], [Nothing; 3]].concat();
        let study = study(&groups, 16, seed);
        let found = measure(&study, groups.len(), Params::default());
        for (truth, found) in groups.iter().zip(&found) {
            let found = measured(found);
            match truth {
                Influence => {
                    assert!(found.is_compatible(), "seed {seed}: {found:?}");
                    // A quarter of the people, of whom some were active anyway.
                    assert!((10.0..30.0).contains(&found.per_100), "{found:?}");
                    assert!(found.others_per_100.abs() < 8.0, "{found:?}");
                }
                Homophily => {
                    assert!(!found.is_compatible(), "seed {seed}: {found:?}");
                    assert!(
                        found.p_times < 0.05 && found.p_before < 0.05,
                        "times alone would claim it: {found:?}"
                    );
                }
                _ => assert!(!found.is_compatible(), "seed {seed}: {found:?}"),
            }
        }
    }
}

#[test]
fn false_findings_are_as_rare_as_said() {
    // Twenty-four leaders without any effect: p is seldom small.
    for truth in [Truth::Nothing, Truth::Homophily] {
        let study = study(&[truth; 24], 12, 77);
        let found = measure(&study, 24, Params::default());
        let small = found.iter().filter(|f| measured(f).p <= 0.1).count();
        assert!(small <= 6, "{small} of 24 at p ≤ 0.1");
        let claimed = found.iter().filter(|f| measured(f).is_compatible()).count();
        assert!(claimed <= 1, "{claimed} of 24 claimed");
    }
}

#[test]
fn reactions_to_the_account_itself_count_only_where_asked() {
    let study = study(&[Truth::Echo; 2], 16, 5);
    let without = measure(&study, 2, Params::default());
    assert!(!measured(&without[0]).is_compatible(), "{:?}", without[0]);
    let with = measure(&study, 2, Params { with_reactions: true, ..Params::default() });
    assert!(measured(&with[0]).is_compatible(), "{:?}", with[0]);
}

#[test]
fn the_same_seed_gives_the_same_and_a_sample_of_the_public_is_enough() {
    let study = study(&[Truth::Influence; 3], 16, 9);
    let whole = measure(&study, 3, Params::default());
    assert_eq!(format!("{whole:?}"), format!("{:?}", measure(&study, 3, Params::default())));
    let sample = measure(&study, 3, Params { most_exposed: 30, ..Params::default() });
    for (whole, sample) in whole.iter().zip(&sample) {
        assert!(measured(sample).exposed <= 30.0);
        assert!((measured(whole).per_100 - measured(sample).per_100).abs() < 12.0);
    }
}

#[test]
fn what_cannot_be_measured_is_said() {
    let why = |study: &Done, params: Params| match measure(study, 1, params)[0] {
        Found::NotMeasurable { why } => why,
        Found::Measured(measured) => panic!("{measured:?}"),
    };
    let one = |events| study(&[Truth::Nothing], events, 3);
    assert_eq!(why(&one(4), Params::default()), "few_events");
    assert_eq!(why(&one(14), Params { min_exposed: 51, ..Params::default() }), "few_exposed");
    assert_eq!(why(&one(2000), Params::default()), "never_quiet");
    // Everybody there is belongs to the public.
    let mut all = Study::new();
    for hour in (0..3000).step_by(200) {
        all.post("lead0", hour, Original, None, "text");
        for person in 0..30 {
            all.post(&format!("p{person}"), hour + 3, Reply, Some(("lead0", 0)), "text");
        }
    }
    assert_eq!(why(&all.done(), Params::default()), "no_comparison");
    // Posts every week at every hour there is.
    let mut weekly = Study::new();
    for week in 0..10 {
        weekly.post("lead0", week * 168 + 50, Original, None, "text");
        for person in 0..60 {
            weekly.post(&format!("p{person}"), week * 168 + person, Original, None, "text");
        }
    }
    for person in 0..30 {
        weekly.tie(&format!("p{person}"), "lead0", Layer::Follow, None);
    }
    assert_eq!(why(&weekly.done(), Params::default()), "no_quiet_weeks");
    let mut short = Study::new();
    short.post("lead0", 0, Original, None, "text");
    assert_eq!(why(&short.done(), Params::default()), "too_short");
    let study = one(4);
    assert_eq!(
        Effect::new(&study.context(), &[9999], Params::default()).unwrap_err().code(),
        "argument.invalid"
    );
    let bad = Params { hours: 0, ..Params::default() };
    assert_eq!(Effect::new(&study.context(), &[0], bad).unwrap_err().code(), "argument.invalid");
    assert!(run(Effect::new(&study.context(), &[], Params::default()).unwrap()).unwrap().is_empty());
}
