//! The best of many candidates whose worth only goes down, without looking at most of them.

use crate::error::Result;
use crate::graph::column::room;
use std::cmp::Ordering;

/// Worth and node; the smaller node comes first among equals.
pub(crate) type Worth = (f64, u32);

fn before(a: &Worth, b: &Worth) -> Ordering {
    b.0.total_cmp(&a.0).then(a.1.cmp(&b.1))
}

/// Candidates by what they were worth when the list was made.
///
/// Since nobody's worth goes up, a candidate that was worth less than another is now need not be looked at.
#[derive(Debug, Default)]
pub(crate) struct Ranked {
    list: Vec<Worth>,
    /// The best of those that are not in the list.
    rest: Option<Worth>,
    want: usize,
    /// How many the last bound had to look at.
    looked: usize,
}

impl Ranked {
    /// The `want` best by worth now; those worth nothing are left out.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(crate) fn new(nodes: usize, want: usize, worth: impl Fn(u32) -> f64) -> Result<Ranked> {
        let mut ranked = Ranked { want: want.max(1), looked: want.min(64), ..Ranked::default() };
        ranked.make(nodes, &worth)?;
        Ok(ranked)
    }

    fn make(&mut self, nodes: usize, worth: &impl Fn(u32) -> f64) -> Result<()> {
        let mut list: Vec<Worth> = room(nodes.min(self.want.saturating_mul(2)))?;
        // The best that was left out, and the worst that was kept when some were: nobody after it comes in.
        let (mut rest, mut worst): (Option<Worth>, Option<Worth>) = (None, None);
        let leave = |rest: &mut Option<Worth>, one: Worth| {
            if rest.is_none_or(|best| before(&one, &best) == Ordering::Less) {
                *rest = Some(one);
            }
        };
        for node in 0..nodes as u32 {
            let one = (worth(node), node);
            if one.0 > 0.0 {
                if worst.is_some_and(|worst| before(&worst, &one) == Ordering::Less) {
                    leave(&mut rest, one);
                    continue;
                }
                list.push(one);
                if list.len() / 2 == self.want {
                    worst = self.halve(&mut list).map(|left_out| {
                        leave(&mut rest, left_out);
                        list[self.want - 1]
                    });
                }
            }
        }
        if let Some(left_out) = self.halve(&mut list) {
            leave(&mut rest, left_out);
        }
        self.rest = rest;
        list.sort_unstable_by(before);
        self.list = list;
        Ok(())
    }

    /// Keeps the `want` best, the last of them at the end; gives the best of the others.
    fn halve(&self, list: &mut Vec<Worth>) -> Option<Worth> {
        if list.len() <= self.want {
            return None;
        }
        let left_out = *list.select_nth_unstable_by(self.want, before).1;
        list.truncate(self.want);
        list.select_nth_unstable_by(self.want - 1, before);
        Some(left_out)
    }

    /// Makes a longer list by what everybody is worth now.
    fn widen(&mut self, nodes: usize, worth: &impl Fn(u32) -> f64) -> Result<()> {
        self.want = self.want.saturating_mul(4);
        self.make(nodes, worth)
    }

    /// The best now among those `allowed`.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(crate) fn best(
        &mut self,
        nodes: usize,
        worth: impl Fn(u32) -> f64,
        allowed: impl Fn(u32) -> bool,
    ) -> Result<Option<u32>> {
        loop {
            let mut best: Option<Worth> = None;
            let is_before = |best: &Option<Worth>, other: &Worth| {
                best.as_ref().is_some_and(|best| before(best, other) == Ordering::Less)
            };
            for was in &self.list {
                if is_before(&best, was) {
                    break;
                }
                let now = (worth(was.1), was.1);
                if now.0 > 0.0 && !is_before(&best, &now) && allowed(was.1) {
                    best = Some(now);
                }
            }
            match &self.rest {
                Some(rest) if !is_before(&best, rest) => self.widen(nodes, &worth)?,
                _ => return Ok(best.map(|best| best.1)),
            }
        }
    }

    /// Gives `take` the candidates by worth now, the best first, until it wants no more.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(crate) fn each_by_worth<T: Default>(
        &mut self,
        nodes: usize,
        worth: impl Fn(u32) -> f64,
        mut take: impl FnMut(&mut T, Worth) -> bool,
    ) -> Result<T> {
        let mut now: Vec<Worth> = Vec::new();
        loop {
            let looked = self.looked.min(self.list.len());
            let next = self.list.get(looked).copied().or(self.rest);
            now.clear();
            now.extend(self.list[..looked].iter().map(|was| (worth(was.1), was.1)).filter(|now| now.0 > 0.0));
            now.sort_unstable_by(before);
            let mut taken = T::default();
            // Beyond the next one that was not looked at nothing is certain.
            let ended = now
                .iter()
                .take_while(|now| next.is_none_or(|next| now.0 >= next.0))
                .any(|now| !take(&mut taken, *now));
            if ended || next.is_none() {
                return Ok(taken);
            }
            if looked == self.list.len() {
                self.widen(nodes, &worth)?;
            }
            self.looked = (looked * 2).max(16);
        }
    }
}
