//! Which sets a team hits: an index by node, and degrees that go down as sets are hit.

use super::sampling::Sets;
use crate::error::Result;
use crate::graph::column::{filled, room};

/// The sets of each node.
#[derive(Debug, Default)]
pub(crate) struct Index {
    start: Vec<u32>,
    sets: Vec<u32>,
    next: Vec<u32>,
    /// Sets that are in.
    done: usize,
}

impl Index {
    /// An index to be filled, of nodes that are in so many sets.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(crate) fn new(nodes: usize, degrees: impl Iterator<Item = u32>) -> Result<Index> {
        let mut start = room(nodes + 1)?;
        let mut end = 0;
        start.push(0);
        for degree in degrees {
            end += degree;
            start.push(end);
        }
        let mut next = filled(0, start.len())?;
        next.copy_from_slice(&start);
        Ok(Index { sets: filled(0, end as usize)?, start, next, done: 0 })
    }

    /// Puts in about `work` nodes of the sets that are not in; whether all are.
    pub(crate) fn fill(&mut self, sets: &Sets, work: usize) -> bool {
        let from = if self.done < sets.len() { sets.range(self.done).start } else { 0 };
        while self.done < sets.len() {
            let range = sets.range(self.done);
            if range.start > from + work {
                return false;
            }
            for node in &sets.nodes[range] {
                let next = &mut self.next[*node as usize];
                self.sets[*next as usize] = self.done as u32;
                *next += 1;
            }
            self.done += 1;
        }
        true
    }

    #[inline]
    pub(crate) fn sets_of(&self, node: u32) -> &[u32] {
        &self.sets[self.start[node as usize] as usize..self.start[node as usize + 1] as usize]
    }

    pub(crate) fn degree(&self, node: u32) -> u32 {
        self.start[node as usize + 1] - self.start[node as usize]
    }
}

/// Sets hit by a team that grows, and how many more each node would hit.
#[derive(Debug)]
pub(crate) struct Cover {
    pub(crate) degree: Vec<u32>,
    hit: Vec<bool>,
    pub(crate) hits: u64,
    /// The member being added, and how many of its sets are done.
    adding: Option<(u32, usize)>,
}

impl Cover {
    /// # Errors
    /// `memory.exhausted`.
    pub(crate) fn new(index: &Index, sets: usize) -> Result<Cover> {
        let nodes = index.start.len() - 1;
        let mut degree = room(nodes)?;
        degree.extend((0..nodes as u32).map(|node| index.degree(node)));
        Ok(Cover { degree, hit: filled(false, sets)?, hits: 0, adding: None })
    }

    /// Begins to add a member; [`Cover::work`] does it.
    pub(crate) fn add(&mut self, node: u32) {
        self.adding = Some((node, 0));
    }

    /// Goes on adding for about `work` nodes; whether the member is in.
    pub(crate) fn work(&mut self, sets: &Sets, index: &Index, work: usize) -> bool {
        let Some((node, mut at)) = self.adding else { return true };
        let of = index.sets_of(node);
        let mut done = 0;
        while at < of.len() {
            if done > work {
                self.adding = Some((node, at));
                return false;
            }
            let set = of[at] as usize;
            at += 1;
            done += 1;
            if !self.hit[set] {
                self.hit[set] = true;
                self.hits += 1;
                for other in sets.set(set) {
                    self.degree[*other as usize] -= 1;
                    done += 1;
                }
            }
        }
        self.adding = None;
        true
    }
}
