//! The frozen graph from arcs in any order, by counting sorts.

use super::column::{add_up, filled, piece_of_rows};
use super::csr::Graph;
use super::steps::Steps;
use crate::error::{Error, ErrorKind, Result};

/// Arcs and rows of a piece: a few milliseconds of work.
pub(super) const PIECE: usize = 1 << 18;

/// A graph, and what of the arcs given it does not hold.
#[derive(Debug, Clone, Default)]
pub struct Built {
    /// The graph.
    pub graph: Graph,
    /// Arcs from a node to itself: left out.
    pub loops: usize,
    /// Arcs beyond the first of their pair: added to it.
    pub parallel: usize,
}

/// Builds a [`Graph`] from arcs in any order, a piece at a time.
///
/// Three counting sorts: by target into a buffer; from there by source, which leaves the targets of each source in
/// order and parallel arcs side by side, in the order given; and the finished rows by target again. Weights of
/// parallel arcs are added in double precision. A weight that is not finite counts as 0.
///
/// # Complexity
/// O(nodes + arcs). Memory: 20 bytes an arc and 16 bytes a node at any time, the columns given included: they
/// become the columns of the graph. The graph itself keeps 20 and 8.
///
/// # Errors
/// `argument.invalid` for columns of different lengths or a node that is not below `nodes`; `memory.exhausted`.
///
/// # Examples
/// ```
/// use sillage::graph::Graph;
/// let built = Graph::from_arcs(3, vec![2, 0, 1, 0], vec![0, 1, 1, 1], vec![1.0, 2.0, 9.0, 0.5])?;
/// assert_eq!((built.graph.arcs(), built.loops, built.parallel), (2, 1, 1));
/// assert_eq!(built.graph.weight(0), 2.5);
/// # Ok::<(), sillage::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Build {
    nodes: usize,
    from: Vec<u32>,
    to: Vec<u32>,
    weight: Vec<f32>,
    /// Rows by target: source and weight.
    buffer: Vec<(u32, f32)>,
    next: Vec<u32>,
    graph: Graph,
    phase: Phase,
    /// Next arc or row of the phase.
    at: usize,
    /// Arcs kept so far by the phase that merges.
    kept: usize,
    loops: usize,
    parallel: usize,
    error: Option<Error>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Phase {
    Count,
    ByTarget,
    BySource,
    Merge,
    Incoming,
    Done,
}

impl Build {
    /// Takes the columns of sources, targets and weights.
    ///
    /// # Errors
    /// `argument.invalid` for columns of different lengths; `memory.exhausted`.
    pub fn new(nodes: usize, from: Vec<u32>, to: Vec<u32>, weight: Vec<f32>) -> Result<Build> {
        if from.len() != to.len() || from.len() != weight.len() {
            let given = format!("{} {} {}", from.len(), to.len(), weight.len());
            return Err(ErrorKind::InvalidArgument { name: "arcs", given }.into());
        }
        if u32::try_from(from.len()).is_err() || u32::try_from(nodes).is_err() {
            return Err(ErrorKind::OutOfMemory { what: "graph" }.into());
        }
        let graph =
            Graph { out_start: filled(0, nodes + 1)?, in_start: filled(0, nodes + 1)?, ..Graph::default() };
        Ok(Build {
            nodes,
            from,
            to,
            weight,
            buffer: Vec::new(),
            next: Vec::new(),
            graph,
            phase: Phase::Count,
            at: 0,
            kept: 0,
            loops: 0,
            parallel: 0,
            error: None,
        })
    }

    fn advance(&mut self) -> Result<()> {
        match self.phase {
            Phase::Count => {
                let piece = self.at..self.from.len().min(self.at + PIECE);
                self.at = piece.end;
                let (from, to) = (&self.from[piece.clone()], &self.to[piece]);
                let graph = &mut self.graph;
                self.loops += count(from, to, self.nodes, &mut graph.out_start, &mut graph.in_start)?;
                if self.at == self.from.len() {
                    add_up(&mut self.graph.out_start);
                    add_up(&mut self.graph.in_start);
                    self.next = copy(&self.graph.in_start)?;
                    self.buffer = filled((0, 0.0), self.from.len() - self.loops)?;
                    self.begin(Phase::ByTarget);
                }
            }
            Phase::ByTarget => {
                let piece = self.at..self.from.len().min(self.at + PIECE);
                self.at = piece.end;
                let (from, to, weight) =
                    (&self.from[piece.clone()], &self.to[piece.clone()], &self.weight[piece]);
                by_target(from, to, weight, &mut self.next, &mut self.buffer);
                if self.at == self.from.len() {
                    self.from = Vec::new();
                    self.to.truncate(self.buffer.len());
                    self.weight.truncate(self.buffer.len());
                    self.next.copy_from_slice(&self.graph.out_start);
                    self.begin(Phase::BySource);
                }
            }
            Phase::BySource => {
                let rows = piece_of_rows(&self.graph.in_start, self.at, PIECE);
                self.at = rows.end;
                let start = &self.graph.in_start[rows.start..=rows.end];
                by_source(rows.start, start, &self.buffer, &mut self.next, &mut self.to, &mut self.weight);
                if self.at == self.nodes {
                    self.buffer = Vec::new();
                    // Where a row ends is no longer in `out_start` once the row before has been merged.
                    self.next.copy_from_slice(&self.graph.out_start);
                    self.begin(Phase::Merge);
                }
            }
            Phase::Merge => {
                let rows = piece_of_rows(&self.next, self.at, PIECE);
                self.at = rows.end;
                self.merge(rows);
                if self.at == self.nodes {
                    self.parallel = self.to.len() - self.kept;
                    self.to.truncate(self.kept);
                    self.weight.truncate(self.kept);
                    self.begin_incoming()?;
                }
            }
            Phase::Incoming => {
                let rows = piece_of_rows(&self.graph.out_start, self.at, PIECE);
                self.at = rows.end;
                incoming(rows, &mut self.graph, &mut self.next);
                if self.at == self.nodes {
                    self.next = Vec::new();
                    self.begin(Phase::Done);
                }
            }
            Phase::Done => {}
        }
        Ok(())
    }

    fn begin(&mut self, phase: Phase) {
        // Without nodes there are no rows to walk over.
        self.phase = if self.nodes == 0 { Phase::Done } else { phase };
        self.at = 0;
    }

    fn begin_incoming(&mut self) -> Result<()> {
        let graph = &mut self.graph;
        (graph.out_to, graph.out_weight) = (std::mem::take(&mut self.to), std::mem::take(&mut self.weight));
        if self.parallel > 0 {
            graph.in_start.fill(0);
            for target in &graph.out_to {
                graph.in_start[*target as usize + 1] += 1;
            }
            add_up(&mut graph.in_start);
        }
        let arcs = graph.out_to.len();
        (graph.in_from, graph.in_arc, graph.in_weight) =
            (filled(0, arcs)?, filled(0, arcs)?, filled(0.0, arcs)?);
        self.next.copy_from_slice(&graph.in_start);
        self.begin(Phase::Incoming);
        Ok(())
    }

    /// Moves the rows up to where the ones before end, parallel arcs as one.
    fn merge(&mut self, rows: std::ops::Range<usize>) {
        let (to, weight, mut kept) = (&mut self.to, &mut self.weight, self.kept);
        for row in rows {
            let (mut at, end) = (self.next[row] as usize, self.next[row + 1] as usize);
            self.graph.out_start[row] = kept as u32;
            while at < end {
                let target = to[at];
                if at + 1 < end && to[at + 1] == target {
                    let mut total = 0.0;
                    while at < end && to[at] == target {
                        total += f64::from(weight[at]);
                        at += 1;
                    }
                    weight[kept] = total.clamp(f64::from(f32::MIN), f64::from(f32::MAX)) as f32;
                } else {
                    weight[kept] = weight[at];
                    at += 1;
                }
                to[kept] = target;
                kept += 1;
            }
        }
        self.graph.out_start[self.nodes] = kept as u32;
        self.kept = kept;
    }
}

impl Steps for Build {
    type Output = Result<Built>;

    fn step(&mut self) -> bool {
        if self.error.is_none() {
            self.error = self.advance().err();
        }
        self.error.is_some() || self.phase == Phase::Done
    }

    fn share_done(&self) -> f64 {
        let (before, share) = match self.phase {
            Phase::Count => (0.0, 0.05),
            Phase::ByTarget => (0.05, 0.3),
            Phase::BySource => (0.35, 0.3),
            Phase::Merge => (0.65, 0.05),
            Phase::Incoming => (0.7, 0.3),
            Phase::Done => return 1.0,
        };
        let of = match self.phase {
            Phase::Count | Phase::ByTarget => self.from.len(),
            _ => self.nodes,
        };
        before + share * self.at as f64 / of.max(1) as f64
    }

    /// # Errors
    /// As [`Build`]; `argument.invalid` too when stopped before the end.
    fn finish(self) -> Result<Built> {
        match self.error {
            Some(error) => Err(error),
            None if self.phase != Phase::Done => {
                Err(ErrorKind::InvalidArgument { name: "arcs", given: "unfinished".to_owned() }.into())
            }
            None => Ok(Built { graph: self.graph, loops: self.loops, parallel: self.parallel }),
        }
    }
}

fn copy(column: &[u32]) -> Result<Vec<u32>> {
    let mut copy = filled(0, column.len())?;
    copy.copy_from_slice(column);
    Ok(copy)
}

// Each of these is called once a piece: V8 optimises a function between two calls of it, never during one.

#[inline(never)]
fn count(from: &[u32], to: &[u32], nodes: usize, out: &mut [u32], into: &mut [u32]) -> Result<usize> {
    let mut loops = 0;
    for (a, b) in from.iter().zip(to) {
        if (*a).max(*b) as usize >= nodes {
            return Err(ErrorKind::InvalidArgument { name: "arcs", given: format!("{a} → {b}") }.into());
        }
        if a == b {
            loops += 1;
        } else {
            out[*a as usize + 1] += 1;
            into[*b as usize + 1] += 1;
        }
    }
    Ok(loops)
}

#[inline(never)]
fn by_target(from: &[u32], to: &[u32], weight: &[f32], next: &mut [u32], buffer: &mut [(u32, f32)]) {
    for ((a, b), w) in from.iter().zip(to).zip(weight) {
        if a != b {
            let place = &mut next[*b as usize];
            buffer[*place as usize] = (*a, if w.is_finite() { *w } else { 0.0 });
            *place += 1;
        }
    }
}

#[inline(never)]
fn by_source(
    first: usize,
    start: &[u32],
    buffer: &[(u32, f32)],
    next: &mut [u32],
    to: &mut [u32],
    weight: &mut [f32],
) {
    for (row, ends) in start.windows(2).enumerate() {
        for (a, w) in &buffer[ends[0] as usize..ends[1] as usize] {
            let place = &mut next[*a as usize];
            let at = *place as usize;
            *place += 1;
            to[at] = (first + row) as u32;
            weight[at] = *w;
        }
    }
}

/// Fills the columns of incoming arcs from a piece of the rows of outgoing ones.
#[inline(never)]
pub(super) fn incoming(rows: std::ops::Range<usize>, graph: &mut Graph, next: &mut [u32]) {
    let arcs = graph.in_from.len();
    // Equal lengths, so that one check of a place is enough for three columns.
    let (in_from, in_arc, in_weight) =
        (&mut graph.in_from[..arcs], &mut graph.in_arc[..arcs], &mut graph.in_weight[..arcs]);
    for row in rows {
        let (start, end) = (graph.out_start[row] as usize, graph.out_start[row + 1] as usize);
        let targets = graph.out_to[start..end].iter().zip(&graph.out_weight[start..end]);
        for (arc, (b, w)) in (start..end).zip(targets) {
            let place = &mut next[*b as usize];
            let at = *place as usize;
            *place += 1;
            (in_from[at], in_arc[at], in_weight[at]) = (row as u32, arc as u32, *w);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn any_order_gives_the_rows_of_a_sorted_map(
            nodes in 1_usize..20,
            arcs in prop::collection::vec((0_u32..20, 0_u32..20, -1.0_f32..9.0), 0..200),
        ) {
            let arcs: Vec<_> = arcs.into_iter().map(|(a, b, w)| (a % nodes as u32, b % nodes as u32, w)).collect();
            let mut sums: BTreeMap<(u32, u32), f64> = BTreeMap::new();
            for (a, b, w) in arcs.iter().filter(|a| a.0 != a.1) {
                *sums.entry((*a, *b)).or_default() += f64::from(*w);
            }
            let from = arcs.iter().map(|a| a.0).collect();
            let to = arcs.iter().map(|a| a.1).collect();
            let weight = arcs.iter().map(|a| a.2).collect();
            let built = Graph::from_arcs(nodes, from, to, weight).unwrap();
            let loops = arcs.iter().filter(|a| a.0 == a.1).count();
            prop_assert_eq!(built.loops, loops);
            prop_assert_eq!(built.parallel, arcs.len() - loops - sums.len());
            let sorted: Vec<u32> = sums.keys().map(|p| p.0).collect();
            let weights = sums.values().map(|w| *w as f32).collect();
            let expected = Graph::from_sorted(nodes, &sorted, sums.keys().map(|p| p.1).collect(), weights).unwrap();
            let graph = built.graph;
            prop_assert_eq!(&graph.out_start, &expected.out_start);
            prop_assert_eq!(&graph.out_to, &expected.out_to);
            prop_assert_eq!(&graph.out_weight, &expected.out_weight);
            prop_assert_eq!(&graph.in_start, &expected.in_start);
            prop_assert_eq!(&graph.in_from, &expected.in_from);
            prop_assert_eq!(&graph.in_arc, &expected.in_arc);
            prop_assert_eq!(&graph.in_weight, &expected.in_weight);
            for arc in 0..graph.nodes() {
                for (source, arc) in graph.sources(arc).iter().zip(graph.in_arcs(arc)) {
                    prop_assert!(graph.out_arcs(*source as usize).contains(&(*arc as usize)));
                }
            }
        }
    }

    #[test]
    fn what_is_not_a_graph_is_refused_or_counted() {
        assert_eq!(Graph::from_arcs(0, vec![], vec![], vec![]).unwrap().graph.nodes(), 0);
        assert_eq!(Graph::from_arcs(3, vec![], vec![], vec![]).unwrap().graph.nodes(), 3);
        let code = |built: Result<Built>| built.unwrap_err().code();
        assert_eq!(code(Graph::from_arcs(2, vec![0], vec![2], vec![1.0])), "argument.invalid");
        assert_eq!(code(Graph::from_arcs(0, vec![0], vec![0], vec![1.0])), "argument.invalid");
        assert_eq!(code(Graph::from_arcs(2, vec![0], vec![1, 1], vec![1.0])), "argument.invalid");
        let weights = vec![f32::NAN, 2.0, f32::INFINITY, f32::MAX, f32::MAX, 5.0];
        let built = Graph::from_arcs(3, vec![0, 0, 1, 2, 2, 1], vec![1, 1, 0, 1, 1, 1], weights).unwrap();
        assert_eq!(built.graph.out_weight, [2.0, 0.0, f32::MAX]);
        assert_eq!((built.loops, built.parallel), (1, 2));
    }

    #[test]
    fn pieces_join_whatever_their_number() {
        let nodes = PIECE + 10;
        let from: Vec<u32> = (0..2 * nodes as u32).map(|i| i.wrapping_mul(7919) % nodes as u32).collect();
        let to: Vec<u32> = (0..2 * nodes as u32).map(|i| i.wrapping_mul(104_729) % nodes as u32).collect();
        let built = Graph::from_arcs(nodes, from, to, vec![1.0; 2 * nodes]).unwrap();
        let graph = &built.graph;
        assert_eq!(graph.arcs() + built.loops + built.parallel, 2 * nodes);
        assert!((0..nodes).all(|a| graph.targets(a).is_sorted() && graph.sources(a).is_sorted()));
        assert_eq!(graph.out_weight.iter().sum::<f32>() as usize, 2 * nodes - built.loops);
        assert!(graph.bytes() <= 20 * graph.arcs() + 8 * (nodes + 1));
    }
}
