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

    /// Makes the list anew by what everybody is worth now, four times as long where it was new already.
    fn renew(&mut self, nodes: usize, worth: &impl Fn(u32) -> f64, is_new: &mut bool) -> Result<()> {
        if std::mem::replace(is_new, true) {
            self.want = self.want.saturating_mul(4);
        }
        self.looked = 64;
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
        let mut is_new = false;
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
                Some(rest) if !is_before(&best, rest) => self.renew(nodes, &worth, &mut is_new)?,
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
        let mut is_new = false;
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
                self.renew(nodes, &worth, &mut is_new)?;
            } else {
                self.looked = (looked * 2).max(16);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::rng::Stream;

    /// Worths that go down by chance, looked at both ways after each change.
    fn compare(nodes: usize, want: usize, values: u64) {
        let mut stream = Stream::new(3, "worths", want as u64);
        let mut worth: Vec<f64> = (0..nodes).map(|_| stream.below(values) as f64).collect();
        let mut ranked = Ranked::new(nodes, want, |node| worth[node as usize]).unwrap();
        for round in 0..60 {
            let of = |node: u32| worth[node as usize];
            let allowed = |node: u32| node as usize % 3 != round % 3;
            let mut all: Vec<Worth> = (0..nodes as u32).map(|node| (of(node), node)).collect();
            all.retain(|one| one.0 > 0.0);
            all.sort_by(before);
            let expected = all.iter().find(|one| allowed(one.1)).map(|one| one.1);
            assert_eq!(ranked.best(nodes, of, allowed).unwrap(), expected, "{nodes} {want} {round}");
            let limit = round + 1;
            let taken = ranked.each_by_worth(nodes, of, |taken: &mut Vec<f64>, one| {
                taken.push(one.0);
                taken.len() < limit
            });
            let expected: Vec<f64> = all.iter().take(limit).map(|one| one.0).collect();
            assert_eq!(taken.unwrap(), expected, "{nodes} {want} {round}");
            for worth in &mut worth {
                if stream.below(4) == 0 {
                    *worth = stream.below(*worth as u64 + 1) as f64;
                }
            }
        }
    }

    #[test]
    fn the_best_as_if_all_were_sorted() {
        for want in [1, 2, 7, 50, 1000] {
            for values in [2, 10, 1000] {
                compare(300, want, values);
            }
        }
        compare(0, 4, 5);
        compare(1, 4, 5);
    }
}
