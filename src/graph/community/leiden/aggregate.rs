//! Aggregation: each refined community becomes one node of the next level.

use super::level::{Level, Owned, refill};
use crate::error::{ErrorKind, Result};

/// The state of an aggregation.
#[derive(Debug, Default)]
pub(super) struct Aggregate {
    /// Group of each node of the level below.
    pub group: Vec<u32>,
    /// Strength of each group.
    pub strength: Vec<f64>,
    /// Rows of the groups, as far as they are written.
    pub rows: Owned,
    /// Nodes of the level below, group after group, and where each group begins.
    members: Vec<u32>,
    first: Vec<u32>,
    toward: Vec<f64>,
    touched: Vec<u32>,
}

impl Aggregate {
    /// Numbers the groups in the order of their first node and gathers their nodes, by counting.
    pub fn restart(&mut self, level: &Level, groups: &[u32], room: Owned) -> Result<()> {
        let n = level.nodes();
        self.rows = room;
        refill(&mut self.group, n, 0)?;
        refill(&mut self.first, n, u32::MAX)?;
        let mut count = 0_u32;
        for (node, label) in groups.iter().enumerate() {
            let number = &mut self.first[*label as usize];
            if *number == u32::MAX {
                *number = count;
                count += 1;
            }
            self.group[node] = *number;
        }
        let count = count as usize;
        refill(&mut self.strength, count, 0.0)?;
        refill(&mut self.first, count + 1, 0)?;
        for (group, strength) in self.group.iter().zip(&level.strength) {
            self.strength[*group as usize] += strength;
            self.first[*group as usize + 1] += 1;
        }
        for group in 0..count {
            self.first[group + 1] += self.first[group];
        }
        refill(&mut self.members, n, 0)?;
        refill(&mut self.touched, count, 0)?;
        self.touched.copy_from_slice(&self.first[..count]);
        for (node, group) in self.group.iter().enumerate() {
            let at = &mut self.touched[*group as usize];
            self.members[*at as usize] = node as u32;
            *at += 1;
        }
        refill(&mut self.toward, count, 0.0)?;
        refill(&mut self.touched, count + 1, 0)?;
        refill(&mut self.rows.start, count + 1, 0)?;
        self.rows.start.truncate(1);
        self.rows.to.clear();
        self.rows.weight.clear();
        Ok(())
    }

    /// Writes the rows of groups until about `budget` entries below are read; returns whether all are written.
    #[inline(never)]
    pub fn advance(&mut self, level: &Level, budget: usize) -> Result<bool> {
        let rows = level.rows();
        let groups = self.strength.len();
        let mut read = 0;
        while read < budget {
            let group = self.rows.start.len() - 1;
            if group == groups {
                return Ok(true);
            }
            let members = &self.members[self.first[group] as usize..self.first[group + 1] as usize];
            let mut count = 0;
            for member in members {
                let (neighbours, weights) = rows.row(*member as usize);
                read += 4 + neighbours.len();
                for (other, weight) in neighbours.iter().zip(weights) {
                    let there = self.group[*other as usize];
                    let toward = &mut self.toward[there as usize];
                    self.touched[count] = there;
                    count += usize::from(*toward == 0.0 && *weight > 0.0);
                    *toward += f64::from(*weight);
                }
            }
            let no_room = |_| ErrorKind::OutOfMemory { what: "communities" };
            self.rows.to.try_reserve(count).map_err(no_room)?;
            self.rows.weight.try_reserve(count).map_err(no_room)?;
            for there in &self.touched[..count] {
                let weight = std::mem::take(&mut self.toward[*there as usize]);
                if *there as usize != group {
                    self.rows.to.push(*there);
                    self.rows.weight.push((weight as f32).min(f32::MAX));
                }
            }
            self.rows.start.push(self.rows.to.len() as u32);
        }
        Ok(false)
    }
}
