//! An [`Influence`] from arcs in any order.

use super::Influence;
use super::columns::{Arc, Columns, Merging, Rows, Sorting, Turning};
use crate::error::{Error, ErrorKind, Result};
use crate::graph::column::room;
use crate::graph::steps::Steps;

/// Makes an [`Influence`], a piece at a time: arcs are added first, as many at a time as suits the caller, then sorted,
/// merged and laid out both ways.
///
/// # Complexity
/// O(nodes + arcs); 12 bytes an arc beside the result.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Examples
/// ```
/// use sillage::diffusion::build::Build;
/// use sillage::graph::steps::run;
/// let mut build = Build::new(3, 2)?;
/// build.add([(0, 1, 0.5)].into_iter())?;
/// build.add([(0, 2, 0.5)].into_iter())?;
/// assert_eq!(run(build)?.arcs(), 2);
/// # Ok::<(), sillage::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Build {
    nodes: usize,
    stage: Stage,
    failed: Option<Error>,
}

#[derive(Debug)]
enum Stage {
    Adding(Vec<Arc>),
    // By source, then by target, which leaves the sources of each in order and arcs of a pair side by side.
    Sorting(Sorting),
    ByTarget(Columns, Turning),
    Merging(Merging),
    BySource(Columns, Turning),
    Rows {
        into: Columns,
        out: Columns,
        rows: Rows,
    },
    Done(Box<Influence>),
    /// While one stage becomes the next, and after an error.
    Between,
}

impl Build {
    /// Begins with room for some arcs.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(nodes: usize, arcs: usize) -> Result<Build> {
        Ok(Build { nodes, stage: Stage::Adding(room(arcs)?), failed: None })
    }

    /// Adds arcs (u, v, probability), before the first step. What makes no arc is said at [`Influence::new`].
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn add(&mut self, arcs: impl Iterator<Item = Arc>) -> Result<()> {
        let (nodes, Stage::Adding(list)) = (self.nodes, &mut self.stage) else { return Ok(()) };
        let mut arcs = arcs;
        while take_some(nodes, &mut arcs, list)? {}
        Ok(())
    }

    fn advance(&mut self, stage: Stage) -> Result<Stage> {
        Ok(match stage {
            Stage::Adding(list) => Stage::Sorting(Sorting::new(self.nodes, list)?),
            Stage::Sorting(mut sorting) => {
                if !sorting.step()? {
                    return Ok(Stage::Sorting(sorting));
                }
                let columns = sorting.finish();
                let turning = Turning::new(&columns)?;
                Stage::ByTarget(columns, turning)
            }
            Stage::ByTarget(columns, mut turning) => match turning.step(&columns)? {
                false => Stage::ByTarget(columns, turning),
                true => Stage::Merging(Merging::new(turning.finish())),
            },
            Stage::Merging(mut merging) => {
                if !merging.step() {
                    return Ok(Stage::Merging(merging));
                }
                let columns = merging.finish();
                let turning = Turning::new(&columns)?;
                Stage::BySource(columns, turning)
            }
            Stage::BySource(into, mut turning) => match turning.step(&into)? {
                false => Stage::BySource(into, turning),
                true => Stage::Rows { into, out: turning.finish(), rows: Rows::new(self.nodes)? },
            },
            Stage::Rows { into, out, mut rows } => {
                if !rows.step(&into.0, &into.2) {
                    return Ok(Stage::Rows { into, out, rows });
                }
                let ((_, in_from, in_p), (out_start, out_to, out_p)) = (into, out);
                let rows = rows.finish();
                Stage::Done(Box::new(Influence { rows, in_from, in_p, out_start, out_to, out_p }))
            }
            ended => ended,
        })
    }
}

/// Arcs of one call.
const SOME: usize = 4096;

/// Takes some arcs that count; whether there may be more.
#[inline(never)]
fn take_some(nodes: usize, arcs: &mut impl Iterator<Item = Arc>, list: &mut Vec<Arc>) -> Result<bool> {
    if list.capacity() - list.len() < SOME {
        let more = (list.len() / 2).max(SOME);
        list.try_reserve(more).map_err(|_| ErrorKind::OutOfMemory { what: "diffusion" })?;
    }
    for _ in 0..SOME {
        let Some((u, v, p)) = arcs.next() else { return Ok(false) };
        if p > 0.0 && u != v && (u as usize) < nodes && (v as usize) < nodes {
            list.push((u, v, p.min(1.0)));
        }
    }
    Ok(true)
}

impl Steps for Build {
    type Output = Result<Influence>;

    fn step(&mut self) -> bool {
        let stage = std::mem::replace(&mut self.stage, Stage::Between);
        match self.advance(stage) {
            Ok(stage) => self.stage = stage,
            Err(error) => self.failed = Some(error),
        }
        matches!(self.stage, Stage::Done(_) | Stage::Between)
    }

    fn share_done(&self) -> f64 {
        match &self.stage {
            Stage::Adding(_) => 0.0,
            Stage::Sorting(_) => 0.1,
            Stage::ByTarget(..) => 0.3,
            Stage::Merging(_) => 0.6,
            Stage::BySource(..) => 0.7,
            Stage::Rows { .. } => 0.9,
            Stage::Done(_) | Stage::Between => 1.0,
        }
    }

    /// # Errors
    /// As [`Build`].
    fn finish(mut self) -> Result<Influence> {
        while !self.step() {}
        match (self.stage, self.failed) {
            (Stage::Done(influence), _) => Ok(*influence),
            (_, error) => Err(error.unwrap_or_else(|| ErrorKind::OutOfMemory { what: "diffusion" }.into())),
        }
    }
}
