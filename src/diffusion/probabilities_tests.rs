//! Probabilities counted by hand on small logs.

use super::probabilities::{Learn, Learned, Log, MOST};
use super::reshares::Reshares;
use crate::graph::Window;
use crate::graph::steps::run;
use crate::model::{Layer, PostKind};
use crate::score::testing::{Done, HOUR, Study};
use crate::text::Topic;
use std::rc::Rc;

/// `star` publishes 40 posts, an hour apart. `fan` re-shares the first 20, `rare` one in ten of those it was there
/// for (hours 0 to 19), `quiet` names star once and re-shares nothing.
fn study() -> Study {
    let mut study = Study::new();
    for hour in 0..40 {
        study.post("star", hour, PostKind::Original, None, "tea");
    }
    for n in 0..20 {
        study.post("fan", n as i64 + 1, PostKind::Repost, Some(("star", n)), "tea");
    }
    study.post("fan", 39, PostKind::Original, None, "coffee");
    for n in [0, 10] {
        study.post("rare", n as i64 + 1, PostKind::Repost, Some(("star", n)), "tea");
    }
    study.post("rare", 19, PostKind::Original, None, "coffee");
    study.tie("quiet", "star", Layer::Mention, Some(0));
    study.tie("quiet", "star", Layer::Mention, Some(39));
    study
}

fn log(done: Done, half_life: Option<f64>, topic: Option<Topic>) -> Log {
    Log {
        data: Rc::new(done.data),
        attention: Rc::new(done.attention),
        window: Window::default(),
        span: done.span.unwrap(),
        half_life,
        topic: topic.map(Rc::new),
        messages: 1.0,
    }
}

fn learned(log: Log) -> Option<Learned> {
    run(Learn::new(log)).unwrap()
}

fn p(learned: &Learned, from: usize, to: usize) -> f64 {
    let (whom, how) = learned.influence.activates(from);
    whom.iter().position(|a| *a as usize == to).map_or(f64::NAN, |at| f64::from(how[at]))
}

#[test]
fn trials_are_posts_while_somebody_was_there() {
    let done = study().done();
    let [star, fan, rare, quiet] = ["star", "fan", "rare", "quiet"].map(|h| done.account(h));
    let found = learned(log(done, None, None)).unwrap();
    // A day of slack each way: fan and quiet could see 40 posts; rare was last seen at hour 19, and 19 + 24 is beyond
    // the last post.
    assert_eq!((found.trials, found.successes), (120.0, 22.0));
    assert_eq!(found.influence.arcs(), 3);
    // Ordered by what they did, each drawn towards all: 20/40, 2/40, 0/40.
    let all = [fan, rare, quiet].map(|a| p(&found, star, a));
    assert!(all[0] > all[1] && all[1] > all[2] && all[2] > 0.0, "{all:?}");
    assert!(all[0] < 0.5 && all[1] > 0.05, "{all:?}");
    assert!(p(&found, fan, star).is_nan(), "nobody attended to fan");
    assert!(!found.on_subject);
}

#[test]
fn presence_ends_a_half_life_after_the_last_action() {
    let done = study().done();
    let [star, rare] = ["star", "rare"].map(|h| done.account(h));
    // Ties that fade by half in two hours: rare was there from −1 to 21 h, 22 posts.
    let found = learned(log(done, Some(2.0 * HOUR as f64), None)).unwrap();
    assert_eq!((found.trials, found.successes), (40.0 + 22.0 + 40.0, 22.0));
    // Its re-shares are 39 and 29 hours old: nothing is left of them but how ready it is to re-share.
    assert!(p(&found, star, rare) > 0.02 && p(&found, star, rare) < 0.25);
}

#[test]
fn posts_without_a_record_count_once_they_were_reshared() {
    let mut study = Study::new();
    for n in 0..30 {
        // Hidden's own posts are not in the files.
        for who in ["x", "y"] {
            if who == "x" || n % 3 == 0 {
                study.post(who, n as i64, PostKind::Repost, Some(("hidden", n)), "tea");
            }
        }
    }
    let done = study.done();
    let [hidden, x, y] = ["hidden", "x", "y"].map(|h| done.account(h));
    let found = learned(log(done, None, None)).unwrap();
    assert_eq!((found.trials, found.successes), (60.0, 40.0));
    assert!((p(&found, hidden, x) - MOST).abs() < 1e-7, "capped");
    assert!(p(&found, hidden, y) > 1.0 / 3.0 && p(&found, hidden, y) <= MOST + 1e-7);
}

#[test]
fn the_subject_is_learnt_from_its_own_posts_and_falls_back_to_all() {
    let topic = |done: &Done, hot: &dyn Fn(usize) -> f32| {
        let q: Vec<f32> = (0..done.data.posts.known).map(hot).collect();
        Topic { q, ..Topic::default() }
    };
    let done = study().done();
    let [star, fan] = ["star", "fan"].map(|h| done.account(h));
    let plain = p(&learned(log(study().done(), None, None)).unwrap(), star, fan);
    // On the subject are the posts of star from hour 20 on, none of which anybody re-shared: 60 trials are too few.
    let times: Vec<i64> = (0..done.data.posts.known).map(|p| done.data.posts.time.at(p).unwrap()).collect();
    let late = topic(&done, &|post| f32::from(times[post] >= 20 * HOUR));
    let found = learned(log(study().done(), None, Some(late))).unwrap();
    assert!(!found.on_subject && p(&found, star, fan) == plain);
    // All posts half on the subject: fewer trials than 100 again; wholly: 120, and nearly what all posts give.
    let all = topic(&done, &|_| 1.0);
    let found = learned(log(study().done(), None, Some(all))).unwrap();
    assert!(found.on_subject && (p(&found, star, fan) - plain).abs() < 0.05);
}

#[test]
fn logs_that_do_not_say_enough_teach_nothing() {
    assert!(learned(Log { span: (0, 0), ..log(study().done(), None, None) }).is_some());
    let mut few = Study::new();
    few.post("b", 0, PostKind::Original, None, "");
    few.post("a", 1, PostKind::Repost, Some(("b", 0)), "");
    assert!(learned(log(few.done(), None, None)).is_none());
    // A log of re-shares that does not say of what.
    let mut nameless = study();
    for hour in 0..60 {
        nameless.tie("fan", "star", Layer::Repost, Some(hour));
    }
    assert!(learned(log(nameless.done(), None, None)).is_none());
}

#[test]
fn cascades_begin_with_the_author() {
    let mut study = study();
    // A re-share of a re-share belongs to the first post.
    study.post("late", 50, PostKind::Repost, Some(("fan", 0)), "tea");
    let done = study.done();
    let reshares = Reshares::of(&done.data, Window::default()).unwrap();
    assert_eq!((reshares.named.len(), reshares.dated), (23, 23));
    let cascades = reshares.cascades(&done.data).unwrap();
    assert_eq!(cascades.len(), 20);
    let star = done.account("star") as u32;
    let sizes: Vec<usize> = (0..20)
        .map(|c| {
            let row = cascades.start[c] as usize..cascades.start[c + 1] as usize;
            assert_eq!(cascades.who[row.start], star);
            row.len()
        })
        .collect();
    let mut sorted = sizes.clone();
    sorted.sort_unstable();
    assert_eq!((sorted[..18].to_vec(), sorted[18..].to_vec()), (vec![2; 18], vec![3, 4]));
}

#[test]
fn a_campaign_of_several_messages_is_more_probable() {
    let done = study().done();
    let [star, fan] = ["star", "fan"].map(|h| done.account(h));
    let one = p(&learned(log(study().done(), None, None)).unwrap(), star, fan);
    let ten = p(&learned(Log { messages: 10.0, ..log(done, None, None) }).unwrap(), star, fan);
    assert!((ten - (1.0 - (1.0 - one).powi(10))).abs() < 1e-5);
}
