//! The weighted cascade of an attention graph.

use super::Influence;
use super::build::Build;
use super::columns::{PIECE, Rows};
use crate::error::Result;
use crate::graph::Graph;
use crate::graph::column::{filled, piece_of_rows, room};
use crate::graph::steps::Steps;

/// Makes the [`Influence`] of [`Influence::weighted_cascade`], a piece at a time. The graph is given anew with each
/// piece, and has to be the same.
#[derive(Debug)]
pub(crate) struct WeightedCascade {
    stage: Stage,
    at: usize,
    /// What the attention of each node adds up to.
    total: Vec<f64>,
    in_p: Vec<f32>,
    out_p: Vec<f32>,
}

#[derive(Debug)]
enum Stage {
    Divide,
    Gather,
    Rows(Rows),
    /// Some attention counts for nothing, and makes no arc.
    Add(Build),
    Build(Build),
    Done(Box<Influence>),
    Between,
}

impl WeightedCascade {
    pub(crate) fn new(attention: &Graph) -> Result<WeightedCascade> {
        let (nodes, arcs) = (attention.nodes(), attention.arcs());
        Ok(WeightedCascade {
            stage: Stage::Divide,
            at: 0,
            total: room(nodes)?,
            in_p: room(arcs)?,
            out_p: room(arcs)?,
        })
    }

    /// The next piece; whether all is done.
    pub(crate) fn step(&mut self, attention: &Graph) -> Result<bool> {
        let stage = std::mem::replace(&mut self.stage, Stage::Between);
        self.stage = self.advance(stage, attention)?;
        Ok(matches!(self.stage, Stage::Done(_)))
    }

    fn advance(&mut self, stage: Stage, attention: &Graph) -> Result<Stage> {
        let nodes = attention.nodes();
        let (start, to, weight) = attention.rows();
        Ok(match stage {
            Stage::Divide if self.at == nodes => {
                self.at = 0;
                match self.in_p.contains(&0.0) {
                    true => Stage::Add(Build::new(nodes, to.len())?),
                    false => Stage::Gather,
                }
            }
            Stage::Divide => {
                for node in self.rows(start) {
                    let own = attention.out_arcs(node);
                    self.total.push(divide(
                        node as u32,
                        attention.targets(node),
                        &weight[own],
                        &mut self.in_p,
                    ));
                }
                Stage::Divide
            }
            Stage::Gather if self.at == nodes => Stage::Rows(Rows::new(nodes)?),
            Stage::Gather => {
                for node in self.rows(&attention.in_start) {
                    let row = attention.in_places(node);
                    let (from, weight) = (&attention.in_from[row.clone()], &attention.in_weight[row]);
                    gather(from, weight, &self.total, &mut self.out_p);
                }
                Stage::Gather
            }
            Stage::Rows(mut rows) => {
                if !rows.step(start, &self.in_p) {
                    return Ok(Stage::Rows(rows));
                }
                let (mut in_from, mut out_to) = (room(to.len())?, room(to.len())?);
                in_from.extend_from_slice(to);
                out_to.extend_from_slice(&attention.in_from);
                let mut out_start = filled(0, nodes + 1)?;
                out_start[..attention.in_start.len()].copy_from_slice(&attention.in_start);
                let (in_p, out_p) = (std::mem::take(&mut self.in_p), std::mem::take(&mut self.out_p));
                Stage::Done(Box::new(Influence {
                    rows: rows.finish(),
                    in_from,
                    in_p,
                    out_start,
                    out_to,
                    out_p,
                }))
            }
            Stage::Add(build) if self.at == nodes => Stage::Build(build),
            Stage::Add(mut build) => {
                let rows = self.rows(start);
                let arcs = rows.flat_map(|node| attention.out_arcs(node).map(move |place| (node, place)));
                build.add(arcs.map(|(v, place)| (to[place], v as u32, self.in_p[place])))?;
                Stage::Add(build)
            }
            Stage::Build(mut build) => match build.step() {
                true => Stage::Done(Box::new(build.finish()?)),
                false => Stage::Build(build),
            },
            ended => ended,
        })
    }

    /// The next rows.
    fn rows(&mut self, start: &[u32]) -> std::ops::Range<usize> {
        let rows = piece_of_rows(start, self.at, PIECE);
        self.at = rows.end;
        rows
    }

    pub(crate) fn share_done(&self) -> f64 {
        match &self.stage {
            Stage::Divide => 0.0,
            Stage::Gather | Stage::Add(_) => 0.3,
            Stage::Rows(_) => 0.7,
            Stage::Build(build) => 0.5 + 0.5 * build.share_done(),
            Stage::Done(_) | Stage::Between => 1.0,
        }
    }

    pub(crate) fn finish(mut self, attention: &Graph) -> Result<Influence> {
        loop {
            if let Stage::Done(influence) = self.stage {
                return Ok(*influence);
            }
            self.step(attention)?;
        }
    }
}

/// What a weight of attention counts for.
fn counts(weight: f32) -> f64 {
    if weight > 0.0 && weight.is_finite() { f64::from(weight) } else { 0.0 }
}

/// The share of each weight of a row in its total, which it returns; none goes to oneself.
#[inline(never)]
fn divide(node: u32, to: &[u32], weight: &[f32], shares: &mut Vec<f32>) -> f64 {
    let own = |(to, weight): (&u32, &f32)| if *to == node { 0.0 } else { counts(*weight) };
    let total: f64 = to.iter().zip(weight).map(own).sum();
    let of = if total > 0.0 { total } else { 1.0 };
    shares.extend(to.iter().zip(weight).map(|one| (own(one) / of) as f32));
    total
}

/// The same shares by the other end of their arcs.
#[inline(never)]
fn gather(from: &[u32], weight: &[f32], total: &[f64], shares: &mut Vec<f32>) {
    shares.extend(
        from.iter().zip(weight).map(|(from, weight)| (counts(*weight) / total[*from as usize]) as f32),
    );
}
