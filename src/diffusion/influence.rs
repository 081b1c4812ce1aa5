//! Who may activate whom, and how probably.

use crate::error::Result;
use crate::graph::Graph;
use crate::graph::column::{filled, room};
use crate::math::pow;

/// Arcs below which a node's tries are drawn one by one.
const FEW: usize = 6;
/// Largest probability of a node whose tries are counted first and placed then.
const RARE: f32 = 0.2;
/// Most successes expected of such a node.
const EXPECTED: f64 = 16.0;

/// How the tries at a node are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Draw {
    /// One by one.
    Each,
    /// All arcs have one probability: how many succeed is drawn first, then which.
    Equal,
    /// The same by the largest probability, and each success is then kept with its share of it.
    Thinned,
}

/// What a reverse search needs of a node, in one place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// Where its arcs begin; they end where those of the next node begin.
    pub(crate) start: u32,
    /// The largest probability among them.
    pub(crate) most: f32,
    /// Probability that none of them succeeds, if all had the largest.
    pub(crate) none: f32,
    pub(crate) draw: Draw,
}

/// Probabilities on arcs: u → v says that u, once active, may activate v.
///
/// This is the direction of influence, against that of attention in [`Graph`]. Each pair has at most one arc and no
/// node an arc to itself. Stored by target for reverse searches and by source for simulations; both columns hold the
/// neighbours in order. Memory: 16 bytes an arc and 20 bytes a node.
#[derive(Debug, Clone)]
pub struct Influence {
    pub(crate) rows: Vec<Row>,
    pub(crate) in_from: Vec<u32>,
    pub(crate) in_p: Vec<f32>,
    pub(crate) out_start: Vec<u32>,
    pub(crate) out_to: Vec<u32>,
    pub(crate) out_p: Vec<f32>,
}

impl Influence {
    /// Arcs (u, v, probability) in any order.
    ///
    /// Probabilities above 1 count as 1; those that are 0, negative or not a number make no arc, nor does an arc to
    /// itself or to a node that is not there. Several arcs of one pair are independent tries: `1 − Π(1 − p)`.
    ///
    /// Cost: O(nodes + arcs) and 12 bytes an arc while it runs.
    ///
    /// # Errors
    /// `memory.exhausted`.
    ///
    /// # Examples
    /// ```
    /// use sillage::diffusion::Influence;
    /// let influence = Influence::new(3, [(0, 1, 0.5), (0, 1, 0.5), (2, 2, 1.0), (1, 2, f32::NAN)].into_iter())?;
    /// assert_eq!((influence.nodes(), influence.arcs()), (3, 1));
    /// assert_eq!(influence.activates(0), (&[1][..], &[0.75][..]));
    /// # Ok::<(), sillage::error::Error>(())
    /// ```
    pub fn new(nodes: usize, arcs: impl Iterator<Item = (u32, u32, f32)>) -> Result<Influence> {
        let mut list: Vec<(u32, u32, f32)> = room(arcs.size_hint().0)?;
        for (u, v, p) in arcs {
            if p > 0.0 && u != v && (u as usize) < nodes && (v as usize) < nodes {
                if list.len() == list.capacity() {
                    grow(&mut list)?;
                }
                list.push((u, v, p.min(1.0)));
            }
        }
        // By source, then by target without changing the order of sources: two passes of counting.
        let start = starts(nodes, list.iter().map(|arc| arc.0))?;
        let mut next = filled(0, nodes + 1)?;
        next.copy_from_slice(&start);
        let (mut to, mut p) = (filled(0, list.len())?, filled(0.0, list.len())?);
        for &(u, v, probability) in &list {
            let place = next[u as usize] as usize;
            next[u as usize] += 1;
            (to[place], p[place]) = (v, probability);
        }
        drop(list);
        let (in_start, from, in_p) = transposed(nodes, &start, &to, &p)?;
        let (in_start, from, in_p) = merged((in_start, from, in_p));
        let (out_start, out_to, out_p) = transposed(nodes, &in_start, &from, &in_p)?;
        let rows = rows(&in_start, &in_p)?;
        Ok(Influence { rows, in_from: from, in_p, out_start, out_to, out_p })
    }

    /// The weighted cascade of an attention graph: u activates v with the share of v's attention that goes to u, so
    /// that everybody is activated by one try in the mean. Where weights do not count it is `1 / out-degree` of v.
    ///
    /// Weights that are negative or not finite count as 0. Spreads under it mean something relative to one another
    /// only: it knows how attention is shared out, not how readily anybody acts.
    ///
    /// Cost: O(nodes + arcs).
    ///
    /// # Errors
    /// `memory.exhausted`.
    ///
    /// # Source
    /// Kempe, Kleinberg and Tardos 2003, section 4.
    pub fn weighted_cascade(attention: &Graph) -> Result<Influence> {
        let nodes = attention.nodes();
        let (start, to, weight) = attention.rows();
        let counts = |w: f32| if w > 0.0 && w.is_finite() { f64::from(w) } else { 0.0 };
        let mut share = filled(0.0_f32, to.len())?;
        for node in 0..nodes {
            let row = start[node] as usize..start[node + 1] as usize;
            let total: f64 = weight[row.clone()].iter().map(|w| counts(*w)).sum();
            for place in row {
                let itself = to[place] as usize == node;
                share[place] =
                    if total > 0.0 && !itself { (counts(weight[place]) / total) as f32 } else { 0.0 };
            }
        }
        let mut arcs =
            (0..nodes).flat_map(|v| (start[v]..start[v + 1]).map(move |place| (v, place as usize)));
        if share.iter().any(|p| *p == 0.0) {
            return Influence::new(nodes, arcs.map(|(v, place)| (to[place], v as u32, share[place])));
        }
        // Every arc stays: its rows are those of the graph.
        debug_assert!(arcs.all(|(v, place)| to[place] as usize != v));
        let mut in_from = filled(0, to.len())?;
        in_from.copy_from_slice(to);
        let (out_start, out_to, out_p) = transposed(nodes, start, to, &share)?;
        Ok(Influence { rows: rows(start, &share)?, in_from, in_p: share, out_start, out_to, out_p })
    }

    /// Nodes.
    pub fn nodes(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    /// Arcs.
    pub fn arcs(&self) -> usize {
        self.in_from.len()
    }

    /// Whom a node may activate, in order, and the probabilities.
    pub fn activates(&self, node: usize) -> (&[u32], &[f32]) {
        let row = self.out_start[node] as usize..self.out_start[node + 1] as usize;
        (&self.out_to[row.clone()], &self.out_p[row])
    }

    /// Who may activate a node, in order, and the probabilities.
    pub fn activated_by(&self, node: usize) -> (&[u32], &[f32]) {
        let row = self.rows[node].start as usize..self.rows[node + 1].start as usize;
        (&self.in_from[row.clone()], &self.in_p[row])
    }

    /// Memory that the columns take, in bytes.
    pub fn bytes(&self) -> usize {
        16 * self.arcs() + (4 + size_of::<Row>()) * self.rows.len()
    }
}

/// Room for half as many again, at the least for some thousands.
fn grow<T>(list: &mut Vec<T>) -> Result<()> {
    let more = (list.len() / 2).max(4096);
    list.try_reserve_exact(more)
        .map_err(|_| crate::error::ErrorKind::OutOfMemory { what: "diffusion" }.into())
}

/// Where the arcs of each node begin, counted by one of their ends.
fn starts(nodes: usize, ends: impl Iterator<Item = u32>) -> Result<Vec<u32>> {
    let mut start = filled(0_u32, nodes + 1)?;
    for end in ends {
        start[end as usize + 1] += 1;
    }
    for node in 0..nodes {
        start[node + 1] += start[node];
    }
    Ok(start)
}

type Columns = (Vec<u32>, Vec<u32>, Vec<f32>);

/// The same arcs by their other end; each row is in the order of the first.
fn transposed(nodes: usize, start: &[u32], to: &[u32], p: &[f32]) -> Result<Columns> {
    let turned = starts(nodes, to.iter().copied())?;
    let mut next = filled(0, nodes + 1)?;
    next.copy_from_slice(&turned);
    let (mut from, mut turned_p) = (filled(0, to.len())?, filled(0.0, to.len())?);
    for node in 0..nodes {
        for place in start[node] as usize..start[node + 1] as usize {
            let next = &mut next[to[place] as usize];
            (from[*next as usize], turned_p[*next as usize]) = (node as u32, p[place]);
            *next += 1;
        }
    }
    Ok((turned, from, turned_p))
}

/// Makes one arc of those of a pair, which stand beside one another.
fn merged((mut start, mut from, mut p): Columns) -> Columns {
    let mut kept = 0;
    let mut begin = 0;
    for node in 0..start.len() - 1 {
        let (end, first) = (start[node + 1] as usize, kept);
        for place in begin..end {
            if kept > first && from[kept - 1] == from[place] {
                let missed = (1.0 - f64::from(p[kept - 1])) * (1.0 - f64::from(p[place]));
                p[kept - 1] = (1.0 - missed) as f32;
            } else {
                (from[kept], p[kept]) = (from[place], p[place]);
                kept += 1;
            }
        }
        begin = end;
        start[node + 1] = kept as u32;
    }
    from.truncate(kept);
    p.truncate(kept);
    (start, from, p)
}

/// How the tries at each node are drawn.
fn rows(start: &[u32], p: &[f32]) -> Result<Vec<Row>> {
    let mut rows = room(start.len())?;
    let mut last = (0, 0.0_f32, 0.0_f32);
    for node in 0..start.len() {
        let end = start.get(node + 1).map_or(p.len(), |end| *end as usize);
        let of = &p[start[node] as usize..end];
        let most = of.iter().copied().fold(0.0, f32::max);
        let counted = of.len() >= FEW && most <= RARE && f64::from(most) * of.len() as f64 <= EXPECTED;
        let draw = match counted {
            false => Draw::Each,
            true if of.iter().all(|p| *p == most) => Draw::Equal,
            true => Draw::Thinned,
        };
        if counted && (last.0, last.1) != (of.len(), most) {
            last = (of.len(), most, pow(1.0 - f64::from(most), of.len() as f64) as f32);
        }
        rows.push(Row { start: start[node], most, none: if counted { last.2 } else { 0.0 }, draw });
    }
    Ok(rows)
}
