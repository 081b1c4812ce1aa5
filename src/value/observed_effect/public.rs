//! The public of an account, people like them who do not know it, and how many of either are active when.

use super::Params;
use super::calendar::Calendar;
use crate::error::Result;
use crate::graph::column::{add_up, filled, room};
use crate::math::rng::Stream;
use crate::model::{Layer, NONE};
use crate::score::Context;

/// Draws for somebody of the same community, and for anybody as active.
const TRIES: usize = 12;

/// What is needed for any public: who is how active, and who is like whom.
#[derive(Debug)]
pub(super) struct Publics {
    /// Accounts with posts on the subject, by (how active, community, number).
    alike: Vec<u32>,
    /// (how active, community) of each account; how active is 0 without a post on the subject.
    kind: Vec<(u8, u32)>,
    /// The account whose public was last looked at among whose reactions a post was.
    reaction_to: Vec<u32>,
}

/// For every slot, how many people the public is, and how many of it and of its match are active in the window after the
/// slot and before it.
#[derive(Debug)]
pub(super) struct Series {
    /// People who came to the public more than a window before.
    pub exposed: Vec<u32>,
    active: [Vec<u32>; 4],
}

impl Series {
    fn share(&self, which: usize, at: usize) -> f64 {
        f64::from(self.active[which][at]) / f64::from(self.exposed[at].max(1))
    }

    /// Share of the public that is active in the window after a slot.
    pub fn public_after(&self, at: usize) -> f64 {
        self.share(0, at)
    }

    /// Share of the public that is active in the window before a slot.
    pub fn public_before(&self, at: usize) -> f64 {
        self.share(1, at)
    }

    /// Share of the matched people who are active in the window after a slot.
    pub fn others_after(&self, at: usize) -> f64 {
        self.share(2, at)
    }

    /// Share of the matched people who are active in the window before a slot.
    pub fn others_before(&self, at: usize) -> f64 {
        self.share(3, at)
    }
}

impl Publics {
    /// Sorts the accounts by how active they are on the subject (by powers of two) and by community.
    pub fn of(context: &Context<'_>, calendar: &Calendar) -> Result<Publics> {
        let (n, posts) = (context.accounts(), &context.data.posts);
        let mut kind = room(n)?;
        kind.extend((0..n).map(|account| {
            let own = posts.of(account).iter().filter(|p| calendar.of_post[**p as usize] != NONE).count();
            let community = context.communities.and_then(|c| c.of.get(account)).copied().unwrap_or(NONE);
            ((usize::BITS - own.leading_zeros()) as u8, community)
        }));
        let mut alike = room(n)?;
        alike.extend((0..n as u32).filter(|a| kind[*a as usize].0 > 0));
        alike.sort_unstable_by_key(|a| (kind[*a as usize], *a));
        Ok(Publics { alike, kind, reaction_to: filled(NONE, posts.known)? })
    }

    /// The series of an account's public; inside, why there is none.
    pub fn series(
        &mut self,
        context: &Context<'_>,
        calendar: &Calendar,
        account: u32,
        params: &Params,
    ) -> Result<std::result::Result<Series, &'static str>> {
        let mut public = self.public(context, calendar, account, params);
        if public.len() < params.min_exposed as usize {
            return Ok(Err("few_exposed"));
        }
        let mut stream = Stream::new(params.seed, "public", u64::from(account));
        if public.len() > params.most_exposed {
            // The first of a shuffle is a sample.
            for i in 0..params.most_exposed {
                let at = i + stream.below((public.len() - i) as u64) as usize;
                public.swap(i, at);
            }
            public.truncate(params.most_exposed);
        }
        let whole = public.len();
        let mut pairs = room(whole)?;
        for (person, since) in public {
            if let Some(other) = self.like(context, account, person, &mut stream) {
                pairs.push((person, other, since));
            }
        }
        if 2 * pairs.len() < whole || pairs.is_empty() {
            return Ok(Err("no_comparison"));
        }
        let slots = calendar.slots;
        let mut exposed = filled(0_u32, slots + 1)?;
        let mut active =
            [filled(0, slots + 1)?, filled(0, slots + 1)?, filled(0, slots + 1)?, filled(0, slots + 1)?];
        for (person, other, since) in pairs {
            // Wrapping differences: the sums of a beginning are never below 0.
            let from = since as usize + calendar.window + 1;
            if from < slots {
                exposed[from] += 1;
                let [after, before, others_after, others_before] = &mut active;
                self.fill(context, calendar, (person, account), from, after, before);
                self.fill(context, calendar, (other, NONE), from, others_after, others_before);
            }
        }
        add_up(&mut exposed);
        active.iter_mut().for_each(|column| add_up(column));
        Ok(Ok(Series { exposed, active }))
    }

    /// Who reacted to an account or followed it, and since which slot: those who post on the subject themselves. Marks
    /// their reactions to the account, unless they are to count.
    fn public(
        &mut self,
        context: &Context<'_>,
        calendar: &Calendar,
        account: u32,
        params: &Params,
    ) -> Vec<(u32, u32)> {
        let (graph, ties) = (&context.attention.graph, &context.data.ties);
        let mut public = Vec::new();
        for (person, arc) in graph.sources(account as usize).iter().zip(graph.in_arcs(account as usize)) {
            if self.kind[*person as usize].0 == 0 {
                continue;
            }
            let mut since = None;
            for t in context.attention.ties_of(*arc as usize, ties, context.window) {
                let slot = match ties.time.at(t) {
                    Some(time) => calendar.slot(time),
                    None => (ties.layer[t] == Layer::Follow).then_some(0),
                };
                since = since.min(slot).or(since).or(slot);
                if let Some(mark) = self.reaction_to.get_mut(ties.post[t] as usize)
                    && !params.with_reactions
                {
                    *mark = account;
                }
            }
            public.extend(since.map(|since| (*person, since)));
        }
        public
    }

    /// Somebody as active as a person, of the same community if it has one, who pays no attention to an account.
    fn like(&self, context: &Context<'_>, account: u32, person: u32, stream: &mut Stream) -> Option<u32> {
        let (active, community) = self.kind[person as usize];
        let place = |key: (u8, u32)| self.alike.partition_point(|a| self.kind[*a as usize] < key);
        let next = |key: (u8, u32)| self.alike.partition_point(|a| self.kind[*a as usize] <= key);
        let same = place((active, community))..next((active, community));
        let any = place((active, 0))..next((active, NONE));
        [same, any].into_iter().find_map(|pool| {
            (0..TRIES).find_map(|_| {
                let at = pool.start + stream.below(pool.len() as u64) as usize;
                let other = self.alike.get(at).copied().filter(|_| !pool.is_empty())?;
                let knows =
                    other == account || context.attention.graph.arc(other as usize, account).is_some();
                (!knows).then_some(other)
            })
        })
    }

    /// Adds a person to the slots, from one on, whose window after or before holds a post of theirs on the subject;
    /// reactions to an account left out. A slot's own posts are in neither.
    fn fill(
        &self,
        context: &Context<'_>,
        calendar: &Calendar,
        (person, account): (u32, u32),
        from: usize,
        after: &mut [u32],
        before: &mut [u32],
    ) {
        let (window, slots) = (calendar.window, calendar.slots);
        let (mut after_from, mut before_from) = (from, from);
        for post in context.data.posts.of(person as usize) {
            let slot = calendar.of_post[*post as usize];
            if slot == NONE || (account != NONE && self.reaction_to[*post as usize] == account) {
                continue;
            }
            let slot = slot as usize;
            // Posts are in order of time: what an earlier one covered is left out.
            let start = after_from.max(slot.saturating_sub(window));
            if start < slot {
                after[start] = after[start].wrapping_add(1);
                after[slot] = after[slot].wrapping_sub(1);
                after_from = slot;
            }
            let (start, end) = (before_from.max(slot + 1), (slot + window + 1).min(slots));
            if start < end {
                before[start] = before[start].wrapping_add(1);
                before[end] = before[end].wrapping_sub(1);
                before_from = end;
            }
        }
    }
}
