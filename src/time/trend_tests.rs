//! Panels and trends on series that were planted.

use super::*;
use crate::model::Layer;
use crate::score::testing::{Done, Study};

/// A Monday, in hours.
const MONDAY: i64 = 24 * 4;

/// A study where, in each week (or day) of a series, so many people re-share an account.
fn planted(series: &[(&str, &[u32])], length: i64) -> Done {
    let mut study = Study::new();
    for (name, people) in series {
        for (period, people) in people.iter().enumerate() {
            for person in 0..*people {
                let hour = MONDAY + period as i64 * length + i64::from(person % 20);
                let reader = format!("r{name}{}", (person + 3 * period as u32) % 90);
                study.tie(&reader, name, Layer::Repost, Some(hour));
                // Twice by one person in one period is one person.
                study.tie(&reader, name, Layer::Repost, Some(hour + 1));
            }
        }
    }
    // The first and the last day of the span are those of the series.
    let periods = series.iter().map(|s| s.1.len()).max().unwrap_or(0) as i64;
    study.tie("early", "nobody", Layer::Repost, Some(MONDAY));
    study.tie("late", "nobody", Layer::Repost, Some(MONDAY + periods * length - 1));
    study.done()
}

fn trends_of(done: &Done, period: Period) -> (Panels, Trends) {
    let panels = Panels::of(&done.context(), period);
    let trends = Trends::of(&panels);
    (panels, trends)
}

const WEEK: i64 = 24 * 7;
const FLAT: [u32; 16] = [10; 16];
const UP: [u32; 16] = [2, 2, 3, 2, 3, 3, 4, 4, 5, 6, 8, 9, 20, 25, 30, 40];
const DOWN: [u32; 16] = [40, 35, 30, 30, 25, 22, 20, 18, 16, 12, 10, 9, 4, 3, 2, 1];
const ONCE: [u32; 16] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
const SWING: [u32; 16] = [1, 30, 1, 30, 1, 30, 1, 30, 1, 30, 1, 30, 1, 30, 1, 30];

#[test]
fn who_rises_and_who_fades_is_seen_and_one_reshare_is_neither() {
    let all: [(&str, &[u32]); 5] =
        [("flat", &FLAT), ("up", &UP), ("down", &DOWN), ("once", &ONCE), ("swing", &SWING)];
    let done = planted(&all, WEEK);
    let (panels, trends) = trends_of(&done, Period::Weeks);
    assert_eq!((panels.periods, panels.missing, trends.compared), (16, None, (4, 12)));
    let of = |name| done.account(name);
    let direction = |name| trends.direction[of(name)];
    assert_eq!(direction("up"), Direction::Rising);
    assert_eq!(direction("down"), Direction::Fading);
    assert_eq!(direction("flat"), Direction::Steady);
    assert_eq!(direction("swing"), Direction::Steady);
    assert_eq!(direction("once"), Direction::Steady, "{}", trends.rise_low[of("once")]);
    assert_eq!(direction("early"), Direction::Unknown);
    assert!(trends.rise[of("early")].is_nan() && trends.volatility[of("early")].is_nan());
    // 115 people lately against 51 in three times as long.
    let (m, up) = (trends.prior, of("up"));
    assert!((trends.rise[up] - crate::math::log2((115.0 + m) / (51.0 / 3.0 + m))).abs() < 1e-12);
    assert!(trends.rise_low[up] < trends.rise[up] && trends.rise[up] < trends.rise_high[up]);
    assert!(trends.rise[of("flat")].abs() < 0.2);
    // Persons are counted once a period.
    let row = panels.row(up);
    assert_eq!(panels.people[row], UP);
}

#[test]
fn persistence_and_volatility() {
    let quiet = [1_u32; 16];
    let names: Vec<String> = (0..9).map(|i| format!("q{i}")).collect();
    let mut all: Vec<(&str, &[u32])> = names.iter().map(|n| (n.as_str(), &quiet[..])).collect();
    all.extend([("flat", &FLAT[..]), ("swing", &SWING[..])]);
    let done = planted(&all, WEEK);
    let (_, trends) = trends_of(&done, Period::Weeks);
    let (flat, swing) = (done.account("flat"), done.account("swing"));
    // Eleven accounts a week: only the first of them is in the top tenth.
    assert_eq!((trends.persistence[flat], trends.persistence[swing]), (0.5, 0.5));
    assert_eq!(trends.persistence[done.account("q0")], 0.0);
    assert!(trends.volatility[swing] > trends.volatility[flat], "{:?}", trends.volatility);
    assert_eq!((trends.active[swing], trends.active[done.account("rflat0")]), (16, 0));
}

#[test]
fn below_six_complete_weeks_nothing_is_said_of_weeks_but_days_can_be_asked() {
    let five = [3_u32; 5];
    let done = planted(&[("a", &five)], WEEK);
    let (panels, trends) = trends_of(&done, Period::Weeks);
    assert_eq!((panels.missing, trends.missing), (Some("too_few_weeks"), Some("too_few_weeks")));
    assert!(trends.rise.iter().chain(&trends.persistence).chain(&trends.volatility).all(|v| v.is_nan()));
    assert!(trends.direction.iter().all(|d| *d == Direction::Unknown));
    let days = planted(&[("flat", &FLAT), ("up", &UP), ("down", &DOWN), ("level", &[5; 16])], 24);
    assert_eq!(Panels::of(&days.context(), Period::Weeks).missing, Some("too_few_weeks"));
    let (panels, trends) = trends_of(&days, Period::Days);
    assert_eq!((panels.period, panels.periods, panels.missing), (Period::Days, 16, None));
    assert_eq!(trends.direction[days.account("up")], Direction::Rising);
}

#[test]
fn only_complete_weeks_count() {
    // Six whole weeks, and a ragged one on either side.
    let mut study = Study::new();
    for week in 0..6 {
        study.tie("r", "a", Layer::Repost, Some(MONDAY + week * WEEK));
    }
    study.tie("x", "a", Layer::Repost, Some(MONDAY - 24));
    study.tie("y", "a", Layer::Repost, Some(MONDAY + 6 * WEEK + 24));
    let done = study.done();
    let panels = Panels::of(&done.context(), Period::Weeks);
    assert_eq!((panels.periods, panels.first), (6, MONDAY * 3_600_000));
    let row = panels.row(done.account("a"));
    assert_eq!((&panels.at[row.clone()], &panels.people[row]), (&[0, 1, 2, 3, 4, 5][..], &[1; 6][..]));
}

#[test]
fn without_ties_or_without_dates_there_is_no_panel() {
    let nothing = Study::new().done();
    assert_eq!(Panels::of(&nothing.context(), Period::Weeks).missing, Some("no_ties"));
    let mut undated = Study::new();
    undated.undated("r", "a");
    let undated = undated.done();
    let panels = Panels::of(&undated.context(), Period::Weeks);
    assert_eq!(panels.missing, Some("no_time"));
    assert!(Trends::of(&panels).rise.iter().all(|r| r.is_nan()));
    // Dated posts make a span, and undated ties still tell nothing of weeks.
    let mut mixed = Study::new();
    mixed.undated("r", "a");
    for week in 0..10 {
        mixed.post("a", MONDAY + week * WEEK, crate::model::PostKind::Original, None, "bonjour");
    }
    assert_eq!(Panels::of(&mixed.done().context(), Period::Weeks).missing, Some("no_time"));
}

#[test]
fn a_percentile_is_that_of_the_accounts_that_anybody_reshares() {
    let done =
        planted(&[("a", &[2, 0, 0, 0, 0, 1]), ("b", &[1, 1, 1, 1, 1, 1]), ("c", &[1, 0, 0, 0, 0, 0])], WEEK);
    let panels = Panels::of(&done.context(), Period::Weeks);
    let mut row = Vec::new();
    panels.percentiles(done.account("c"), &mut row);
    // With "nobody", re-shared in the first and the last week, four accounts: three of one person, one of two.
    assert!((row[0] - 0.375).abs() < 1e-6 && (row[1] - 0.375).abs() < 1e-6, "{row:?}");
    assert!((row[5] - 0.125).abs() < 1e-6, "{row:?}");
    panels.percentiles(done.account("a"), &mut row);
    assert!((row[0] - 0.875).abs() < 1e-6, "{row:?}");
}
