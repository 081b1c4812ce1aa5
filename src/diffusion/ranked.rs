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
        let all = || (0..nodes as u32).map(|node| (worth(node), node)).filter(|(worth, _)| *worth > 0.0);
        let mut list: Vec<Worth> = room(all().count())?;
        list.extend(all());
        self.rest = None;
        if list.len() > self.want {
            list.select_nth_unstable_by(self.want, before);
            self.rest = Some(list[self.want]);
            list.truncate(self.want);
        }
        list.sort_unstable_by(before);
        self.list = list;
        Ok(())
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
