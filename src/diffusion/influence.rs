//! Who may activate whom, and how probably.

use super::build::Build;
use super::columns::Arc;
use super::row::Row;
use super::weighted_cascade::WeightedCascade;
use crate::error::Result;
use crate::graph::Graph;
use crate::graph::steps::run;

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
        let mut build = Build::new(nodes, arcs.size_hint().0)?;
        build.add(arcs)?;
        run(build)
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
        WeightedCascade::new(attention)?.finish(attention)
    }

    /// The same with every probability of a node's arcs to others times its share, 0 to 1; a share that is not a number
    /// takes nothing away.
    ///
    /// Cost: O(nodes + arcs).
    ///
    /// # Errors
    /// `memory.exhausted`.
    ///
    /// # Examples
    /// ```
    /// use sillage::diffusion::Influence;
    /// let all = Influence::new(3, [(0, 1, 0.5), (1, 2, 0.5), (2, 0, 0.5)].into_iter())?;
    /// let less = all.in_shares(&[0.5, f64::NAN, 0.0])?;
    /// assert_eq!((less.activates(0).1, less.activates(1).1, less.arcs()), (&[0.25][..], &[0.5][..], 2));
    /// # Ok::<(), sillage::error::Error>(())
    /// ```
    pub fn in_shares(&self, shares: &[f64]) -> Result<Influence> {
        Influence::new(self.nodes(), self.arcs_in_shares(0..self.nodes(), shares))
    }

    /// The arcs of some nodes, in those shares.
    pub(crate) fn arcs_in_shares(
        &self,
        nodes: std::ops::Range<usize>,
        shares: &[f64],
    ) -> impl Iterator<Item = Arc> {
        let share = |node: usize| shares.get(node).copied().filter(|s| !s.is_nan()).unwrap_or(1.0);
        nodes.flat_map(move |node| {
            let (to, p) = self.activates(node);
            let left = share(node);
            to.iter().zip(p).map(move |(v, p)| (node as u32, *v, (f64::from(*p) * left) as f32))
        })
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
