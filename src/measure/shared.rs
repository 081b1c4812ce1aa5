//! Measures that several engines work on: one begins, others do some of its blocks.
//!
//! An engine that only helps knows nothing of the study. It is given the graph as rows, and a [`Job`]: the algorithm with
//! all that decides its result, accounts as numbers.

use super::running::offered;
use super::{Measured, Running};
use crate::error::{ErrorKind, Result};
use crate::graph::blocks::{Blocks, Dealt};
use crate::graph::paths::betweenness::{self, Betweenness};
use crate::graph::paths::harmonic::{self, Direction, Harmonic};
use crate::graph::paths::kadabra::{self, Kadabra};
use crate::graph::paths::{Length, Sources, Ties};
use crate::graph::steps::Steps;
use crate::graph::{Graph, Undirected};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::rc::Rc;

/// Work that falls into blocks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Job {
    /// [`Betweenness`].
    Betweenness {
        /// From which sources.
        sources: Sources,
        /// The length of a tie.
        length: Option<Length>,
        /// Whether ties are walked both ways.
        undirected: bool,
    },
    /// [`Kadabra`].
    EstimatedBetweenness {
        /// The error that no account exceeds.
        epsilon: f64,
        /// The probability that one does.
        delta: f64,
        /// Seed of the samples.
        seed: u64,
        /// Whether ties are walked both ways.
        undirected: bool,
    },
    /// [`Harmonic`].
    Harmonic {
        /// The others.
        others: Sources,
        /// Which distances count.
        direction: Direction,
        /// Whether ties are walked both ways.
        undirected: bool,
    },
}

impl Job {
    fn undirected(&self) -> bool {
        match self {
            Job::Betweenness { undirected, .. }
            | Job::EstimatedBetweenness { undirected, .. }
            | Job::Harmonic { undirected, .. } => *undirected,
        }
    }

    /// Whether blocks are given away in their order: perhaps not all are needed.
    fn nearest(&self) -> bool {
        matches!(self, Job::EstimatedBetweenness { .. })
    }
}

/// What another engine needs to help with a measure.
#[derive(Debug, Clone)]
pub struct Offer {
    /// What to do,
    pub job: Job,
    /// on which graph.
    pub graph: Rc<Graph>,
}

/// A measure under way whose blocks may be given away; see [`Dealt`].
pub trait Shares {
    /// See [`Dealt::give`].
    fn give(&mut self) -> Option<usize>;
    /// See [`Dealt::take`].
    ///
    /// # Errors
    /// `argument.invalid`.
    fn take(&mut self, block: usize, partial: Vec<f64>) -> Result<()>;
    /// See [`Dealt::take_back`].
    fn take_back(&mut self, block: usize);
    /// See [`Dealt::is_waiting`].
    fn is_waiting(&self) -> bool;
}

struct Divided<A, F> {
    dealt: Dealt<A>,
    nearest: bool,
    into: F,
}

impl<A, F> fmt::Debug for Divided<A, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::any::type_name::<A>())
    }
}

impl<A: Blocks, F: FnOnce(A::Output) -> Result<Measured>> Running for Divided<A, F> {
    fn step(&mut self) -> bool {
        self.dealt.step()
    }

    fn share_done(&self) -> f64 {
        self.dealt.share_done()
    }

    fn finish(self: Box<Self>) -> Result<Measured> {
        (self.into)(self.dealt.finish())
    }

    fn shares(&mut self) -> Option<&mut dyn Shares> {
        Some(self)
    }
}

impl<A: Blocks, F> Shares for Divided<A, F> {
    fn give(&mut self) -> Option<usize> {
        self.dealt.give(self.nearest)
    }

    fn take(&mut self, block: usize, partial: Vec<f64>) -> Result<()> {
        self.dealt.take(block, partial)
    }

    fn take_back(&mut self, block: usize) {
        self.dealt.take_back(block);
    }

    fn is_waiting(&self) -> bool {
        self.dealt.is_waiting()
    }
}

/// Prepares an algorithm, then runs it as a measure whose blocks may be given away.
pub(super) fn divide<P: Steps<Output = Result<A>> + 'static, A: Blocks + 'static>(
    preparation: P,
    offer: Offer,
    into: impl FnOnce(A::Output) -> Result<Measured> + 'static,
) -> Box<dyn Running> {
    let nearest = offer.job.nearest();
    offered(preparation, offer, move |algorithm| {
        Ok(Box::new(Divided { dealt: Dealt::new(algorithm?), nearest, into }))
    })
}

/// An algorithm that does blocks for another engine.
trait Serves {
    fn serve(&mut self, block: usize) -> Option<Vec<f64>>;
}

impl<A: Blocks> Serves for A {
    fn serve(&mut self, block: usize) -> Option<Vec<f64>> {
        (block < self.blocks()).then(|| self.do_block(block))
    }
}

/// An engine's part in another's measure.
pub struct Helper {
    job: Job,
    algorithm: Box<dyn Serves>,
}

impl fmt::Debug for Helper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.job)
    }
}

impl Helper {
    /// Prepares for the blocks of a job (as JSON) on a graph, given by its rows.
    ///
    /// # Errors
    /// `argument.invalid` for what is no job or no graph; `memory.exhausted`.
    pub fn new(job: &str, start: &[u32], to: Vec<u32>, weight: Vec<f32>) -> Result<Helper> {
        let job: Job = serde_json::from_str(job).map_err(|error| invalid("job", error.to_string()))?;
        let graph = Rc::new(from_rows(start, to, weight)?);
        let ties: Ties =
            if job.undirected() { Rc::new(Undirected::of(&graph)?).into() } else { graph.into() };
        let algorithm: Box<dyn Serves> = match job.clone() {
            Job::Betweenness { sources, length, .. } => {
                let params = betweenness::Params { sources, length, ..Default::default() };
                Box::new(Betweenness::new(ties, params)?)
            }
            Job::EstimatedBetweenness { epsilon, delta, seed, .. } => {
                Box::new(Kadabra::new(ties, kadabra::Params { epsilon, delta, seed })?)
            }
            Job::Harmonic { others, direction, .. } => {
                Box::new(Harmonic::new(ties, harmonic::Params { others, direction })?)
            }
        };
        Ok(Helper { job, algorithm })
    }

    /// Does a block, and says what it comes to.
    ///
    /// # Errors
    /// `argument.invalid` for a block that there is not.
    pub fn block(&mut self, block: usize) -> Result<Vec<f64>> {
        self.algorithm.serve(block).ok_or_else(|| invalid("block", block.to_string()))
    }
}

/// A graph from its rows.
fn from_rows(start: &[u32], to: Vec<u32>, weight: Vec<f32>) -> Result<Graph> {
    let nodes = start.len().saturating_sub(1);
    let whole = start.first() == Some(&0)
        && start.last().is_some_and(|end| *end as usize == to.len())
        && start.is_sorted()
        && weight.len() == to.len()
        && to.iter().all(|node| (*node as usize) < nodes)
        && start.windows(2).all(|row| to[row[0] as usize..row[1] as usize].is_sorted_by(|a, b| a < b));
    if !whole {
        return Err(invalid("graph", format!("{nodes} nodes, {} arcs", to.len())));
    }
    let mut from = Vec::new();
    from.try_reserve_exact(to.len()).map_err(|_| ErrorKind::OutOfMemory { what: "graph" })?;
    for (node, row) in start.windows(2).enumerate() {
        from.resize(row[1] as usize, node as u32);
    }
    Graph::from_sorted(nodes, &from, to, weight)
}

fn invalid(name: &'static str, given: String) -> crate::error::Error {
    ErrorKind::InvalidArgument { name, given }.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::rng::Stream;

    fn graph() -> Rc<Graph> {
        let mut random = Stream::new(3, "test", 0);
        let mut arcs: Vec<(u32, u32)> =
            (0..9_000).map(|_| (random.below(900) as u32, random.below(900) as u32)).collect();
        arcs.sort_unstable();
        arcs.dedup();
        let (from, to): (Vec<u32>, Vec<u32>) = arcs.into_iter().filter(|(a, b)| a != b).unzip();
        let weight = (0..to.len()).map(|at| 1.0 + (at % 7) as f32 / 3.0).collect();
        Rc::new(Graph::from_sorted(900, &from, to, weight).unwrap())
    }

    fn measure(job: &Job, graph: &Rc<Graph>) -> Box<dyn Running> {
        let ties: Ties = if job.undirected() {
            Rc::new(Undirected::of(graph).unwrap()).into()
        } else {
            graph.clone().into()
        };
        let offer = Offer { job: job.clone(), graph: graph.clone() };
        match job.clone() {
            Job::Betweenness { sources, length, .. } => {
                let params = betweenness::Params { sources, length, ..Default::default() };
                let alone = betweenness::betweenness(ties.clone(), params.clone()).unwrap();
                divide(betweenness::Preparing::new(ties, params).unwrap(), offer, move |values| {
                    assert_eq!(values, alone, "as by one engine");
                    Ok(Measured::column("betweenness", values))
                })
            }
            Job::EstimatedBetweenness { epsilon, delta, seed, .. } => {
                let params = kadabra::Params { epsilon, delta, seed };
                let alone = kadabra::kadabra(ties.clone(), params.clone()).unwrap();
                divide(Kadabra::prepare(ties, params).unwrap(), offer, move |found| {
                    assert_eq!(found, alone, "as by one engine");
                    Ok(Measured::column("betweenness", found.share))
                })
            }
            Job::Harmonic { others, direction, .. } => {
                let params = harmonic::Params { others, direction };
                let alone = harmonic::harmonic(ties.clone(), params.clone()).unwrap();
                divide(Harmonic::prepare(ties, params).unwrap(), offer, move |found| {
                    assert_eq!(found.closeness, alone.closeness, "as by one engine");
                    let error = found.standard_error.unwrap_or_default();
                    assert_eq!(error, alone.standard_error.unwrap_or_default());
                    Ok(Measured::column("harmonic", found.closeness).and("standardError", error))
                })
            }
        }
    }

    fn jobs() -> Vec<Job> {
        let (undirected, sample) = (true, || Sources::Sample { count: 500, seed: u64::MAX - 5 });
        let list = Sources::List((0..700).map(|at| at % 333).collect());
        vec![
            Job::Betweenness { sources: Sources::All, length: None, undirected: false },
            Job::Betweenness { sources: sample(), length: None, undirected },
            Job::Betweenness { sources: list, length: Some(Length::Inverse), undirected: false },
            Job::EstimatedBetweenness { epsilon: 0.03, delta: 0.1, seed: u64::MAX, undirected: false },
            Job::EstimatedBetweenness { epsilon: 0.03, delta: 0.1, seed: 1, undirected },
            Job::Harmonic { others: Sources::All, direction: Direction::Incoming, undirected: false },
            Job::Harmonic { others: sample(), direction: Direction::Outgoing, undirected: false },
            Job::Harmonic { others: Sources::All, direction: Direction::Incoming, undirected },
        ]
    }

    #[test]
    fn blocks_of_another_engine_change_nothing() {
        let graph = graph();
        for job in &jobs() {
            let mut running = measure(job, &graph);
            let Offer { job: told, graph: shared } = running.offer().unwrap();
            let told = serde_json::to_string(told).unwrap();
            let (start, to, weight) = shared.rows();
            let mut helper = Helper::new(&told, start, to.to_vec(), weight.to_vec()).unwrap();
            assert!(running.shares().is_none(), "before it is prepared there are no blocks");
            while running.shares().is_none() {
                assert!(!running.step());
            }
            assert_eq!(&running.offer().unwrap().job, job);
            let mut given = 0;
            let mut finished = false;
            while !finished {
                finished = running.step();
                let shares = running.shares().unwrap();
                if let Some(block) = shares.give() {
                    given += 1;
                    let partial = helper.block(block).unwrap();
                    if given % 3 == 0 {
                        shares.take_back(block);
                    } else {
                        shares.take(block, partial).unwrap();
                    }
                }
            }
            assert!(given > 0, "{job:?}: {given}");
            running.finish().unwrap();
        }
    }

    #[test]
    fn what_is_no_job_or_no_graph_is_an_error() {
        let job = serde_json::to_string(&jobs()[0]).unwrap();
        let new = |job: &str, start: &[u32], to: &[u32]| {
            Helper::new(job, start, to.to_vec(), vec![1.0; to.len()]).map(|_| ()).map_err(|e| e.code())
        };
        assert_eq!(new(&job, &[0, 1, 2], &[1, 0]), Ok(()));
        assert_eq!(new("{}", &[0, 1, 2], &[1, 0]), Err("argument.invalid"));
        for (start, to) in [
            (&[][..], &[][..]),
            (&[0, 1], &[1]),
            (&[0, 2, 2], &[1, 1]),
            (&[0, 2, 1], &[1, 0]),
            (&[1, 1, 1], &[0]),
            (&[0, 1, 3], &[1, 0]),
        ] {
            assert_eq!(new(&job, start, to), Err("argument.invalid"), "{start:?} {to:?}");
        }
        let mut helper = Helper::new(&job, &[0, 1, 2], vec![1, 0], vec![1.0; 2]).unwrap();
        assert_eq!(helper.block(99).unwrap_err().code(), "argument.invalid");
    }
}
