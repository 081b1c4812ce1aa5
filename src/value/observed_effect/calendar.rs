//! Time in slots of a quarter of an hour, and the events of an account.

use crate::error::Result;
use crate::graph::column::room;
use crate::model::{Millis, NONE, PostKind};
use crate::score::Context;

const QUARTER: Millis = 900_000;
const WEEK: Millis = 604_800_000;
/// Slots at the most: beyond fifteen years, they are longer.
const MOST_SLOTS: Millis = 1 << 19;
/// The longest slot: a part of a week.
const LONGEST: Millis = 32 * QUARTER;

/// The span of the data in slots, and the slot of every post.
#[derive(Debug)]
pub(super) struct Calendar {
    first: Millis,
    length: Millis,
    /// Slots of the span.
    pub slots: usize,
    /// Slots of a week.
    pub week: usize,
    /// Slots of the window.
    pub window: usize,
    /// Slot of each known post on the subject; [`NONE`] for the others.
    pub of_post: Vec<u32>,
}

/// When an account posted on the subject.
#[derive(Debug)]
pub(super) struct Events {
    /// Slots with a post, in order.
    pub posts: Vec<usize>,
    /// First and last slot of each run of posts that follow one another within the window, as far as the windows around
    /// it lie inside the span.
    pub bursts: Vec<(usize, usize)>,
}

impl Calendar {
    /// The calendar of a study; inside, why nothing can be measured.
    pub fn of(context: &Context<'_>, hours: u32) -> Result<std::result::Result<Calendar, &'static str>> {
        let posts = &context.data.posts;
        if posts.known == 0 {
            return Ok(Err("no_posts"));
        }
        let Some((first, last)) = context.span else { return Ok(Err("no_time")) };
        let mut length = QUARTER;
        while (last - first) / length >= MOST_SLOTS && length < LONGEST {
            length *= 2;
        }
        let slots = (last - first) / length + 1;
        let window = Millis::from(hours) * 3_600_000 / length;
        if slots < WEEK / length + 2 * window || slots >= 8 * MOST_SLOTS || window == 0 {
            return Ok(Err("too_short"));
        }
        let mut of_post = room(posts.known)?;
        of_post.extend((0..posts.known).map(|post| {
            let on_topic = context.topic.is_none_or(|topic| topic.q[post] > 0.0);
            let time = posts.time.at(post).filter(|t| on_topic && (first..=last).contains(t));
            time.map_or(NONE, |t| ((t - first) / length) as u32)
        }));
        if of_post.iter().all(|slot| *slot == NONE) {
            let dated = (0..posts.known).any(|post| posts.time.at(post).is_some());
            return Ok(Err(if dated { "no_posts" } else { "no_time" }));
        }
        Ok(Ok(Calendar {
            first,
            length,
            slots: slots as usize,
            week: (WEEK / length) as usize,
            window: window as usize,
            of_post,
        }))
    }

    /// Slot of a moment; `None` outside the span.
    pub fn slot(&self, time: Millis) -> Option<u32> {
        let slot = time.checked_sub(self.first)?.div_euclid(self.length);
        (0..self.slots as Millis).contains(&slot).then_some(slot as u32)
    }

    /// Whether both windows around a slot lie inside the span.
    fn is_inside(&self, slot: usize) -> bool {
        slot >= self.window && slot + self.window < self.slots
    }

    /// When an account posted itself, re-shares left out.
    pub fn events(&self, context: &Context<'_>, account: u32) -> Events {
        let posts = &context.data.posts;
        let own = posts.of(account as usize).iter().map(|p| *p as usize);
        let own = own.filter(|p| posts.kind[*p] != PostKind::Repost && self.of_post[*p] != NONE);
        let mut slots: Vec<usize> = own.map(|p| self.of_post[p] as usize).collect();
        slots.dedup();
        let runs = slots.chunk_by(|a, b| b - a <= self.window).map(|run| (run[0], run[run.len() - 1]));
        let bursts = runs.filter(|(first, last)| self.is_inside(*first) && self.is_inside(*last)).collect();
        Events { posts: slots, bursts }
    }

    /// The same hour of the same weekday in the other weeks in which the account did not post within the window on either
    /// side, in order of time. `posts` are its slots with a post.
    pub fn quiet_weeks<'a>(&'a self, posts: &'a [usize], event: usize) -> impl Iterator<Item = usize> + 'a {
        let weeks = (event % self.week..self.slots).step_by(self.week);
        weeks.filter(move |at| {
            let next = posts.partition_point(|post| post + self.window < *at);
            self.is_inside(*at) && posts.get(next).is_none_or(|post| *post > at + self.window)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::testing::Study;

    #[test]
    fn runs_of_posts_are_one_event_and_quiet_weeks_are_quiet() {
        let mut study = Study::new();
        study.post("z", 0, PostKind::Original, None, "text");
        for hour in [10, 100, 120, 160, 400, 1000] {
            study.post("a", hour, PostKind::Original, None, "text");
        }
        study.post("a", 700, PostKind::Repost, Some(("z", 0)), "text");
        study.post("z", 1040, PostKind::Original, None, "text");
        let study = study.done();
        let context = study.context();
        let calendar = Calendar::of(&context, 48).unwrap().unwrap();
        assert_eq!((calendar.slots, calendar.week, calendar.window), (1040 * 4 + 1, 672, 192));
        let events = calendar.events(&context, study.account("a") as u32);
        assert_eq!(events.posts, [10, 100, 120, 160, 400, 1000].map(|h| h * 4));
        assert_eq!(
            events.bursts,
            [(400, 640), (1600, 1600)],
            "the first and the last are too close to an end"
        );
        let quiet: Vec<usize> = calendar.quiet_weeks(&events.posts, 1600).map(|at| at / 4).collect();
        assert_eq!(quiet, [232, 568, 736, 904], "not 64 or 400, where it posts");
        assert_eq!(calendar.slot(-1), None);
        assert_eq!(calendar.slot(3_600_000), Some(4));
    }

    #[test]
    fn what_cannot_be_measured_is_said() {
        let why = |study: Study| Calendar::of(&study.done().context(), 48).unwrap().unwrap_err();
        assert_eq!(why(Study::new()), "no_posts");
        let mut study = Study::new();
        study.counted("a", None, PostKind::Original, None, "text", crate::model::Counts::default());
        assert_eq!(why(study), "no_time");
        let mut study = Study::new();
        study.post("a", 0, PostKind::Original, None, "text");
        study.post("a", 200, PostKind::Original, None, "text");
        assert_eq!(why(study), "too_short");
        // A wrong clock: a span of ten thousand years.
        let mut study = Study::new();
        study.post("a", -40_000_000, PostKind::Original, None, "text");
        study.post("a", 40_000_000, PostKind::Original, None, "text");
        assert_eq!(why(study), "too_short");
    }
}
