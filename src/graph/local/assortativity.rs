//! Degree assortativity: whether the much heeded heed the much heeded.

use crate::error::Result;
use crate::graph::Graph;
use crate::graph::column::room;
use crate::graph::steps::{Steps, run};
use std::rc::Rc;

/// Arcs and nodes of a piece.
const PIECE: usize = 1 << 20;

/// The result of [`Assortativity`]: correlations from −1 to 1; `NaN` where one side does not vary.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Over ties of the undirected view, by their numbers of neighbours.
    pub undirected: f64,
    /// Over arcs, in-degree of the source with in-degree of the target.
    pub in_in: f64,
    /// In-degree of the source with out-degree of the target.
    pub in_out: f64,
    /// Out-degree of the source with in-degree of the target.
    pub out_in: f64,
    /// Out-degree of the source with out-degree of the target.
    pub out_out: f64,
}

/// Degree assortativity, undirected and in the four directed variants, a piece at a time.
///
/// Pearson's correlation between the degrees at the two ends of the arcs; undirected, each tie counts from both ends.
/// Near −1 a few hubs are heeded by many who have nobody else; near 1 circles of equals. Sums are of whole numbers,
/// so that nothing is rounded before the last division. Arcs from a node to itself are left out.
///
/// # Complexity
/// O(nodes + arcs), twice; 12 bytes a node.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Source
/// Newman, "Mixing patterns in networks", Physical Review E 67, 2003; directed variants as networkx and igraph.
#[derive(Debug)]
pub struct Assortativity {
    graph: Rc<Graph>,
    /// In-degree, out-degree and neighbours of each node.
    degree: Vec<[u32; 3]>,
    at: usize,
    sums: [Sums; 5],
}

/// Of the degrees at the two ends, the sums that a correlation is made of.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    n: i128,
    x: i128,
    y: i128,
    xx: i128,
    yy: i128,
    xy: i128,
}

impl Sums {
    /// A node of degree `x` at the near end of `near` arcs, and of degree `y` at the far end of `far`.
    fn add(&mut self, (near, x): (u32, u32), (far, y): (u32, u32)) {
        let (near, x, far, y) = (i128::from(near), i128::from(x), i128::from(far), i128::from(y));
        self.n += near;
        self.x += near * x;
        self.xx += near * x * x;
        self.y += far * y;
        self.yy += far * y * y;
    }

    fn correlation(&self) -> f64 {
        let both = self.n * self.xy - self.x * self.y;
        let (x, y) = (self.n * self.xx - self.x * self.x, self.n * self.yy - self.y * self.y);
        if x == 0 || y == 0 {
            return f64::NAN;
        }
        both as f64 / ((x as f64).sqrt() * (y as f64).sqrt())
    }
}

impl Assortativity {
    /// Prepares the walk.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(graph: Rc<Graph>) -> Result<Assortativity> {
        let degree = room(graph.nodes())?;
        Ok(Assortativity { graph, degree, at: 0, sums: [Sums::default(); 5] })
    }

    /// Degrees without loops, and the number of neighbours in either direction.
    fn count(&mut self) {
        let (out, into) = (self.graph.targets(self.at), self.graph.sources(self.at));
        let (mut i, mut j, mut both, mut loops) = (0, 0, 0, 0);
        while i < out.len() && j < into.len() {
            let (a, b) = (out[i], into[j]);
            if a == b {
                both += 1;
                loops += u32::from(a as usize == self.at);
            }
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        let (in_degree, out_degree) = (into.len() as u32 - loops, out.len() as u32 - loops);
        // A loop is in both rows, and counted once in `both`.
        self.degree.push([in_degree, out_degree, in_degree + out_degree - (both - loops)]);
    }

    fn add(&mut self) {
        let node = self.at as u32;
        let [a_in, a_out, a] = self.degree[self.at];
        let into = self.graph.sources(self.at);
        let mut j = 0;
        let (mut b_in, mut b_out, mut b) = (0_u64, 0_u64, 0_u64);
        for other in self.graph.targets(self.at) {
            if *other == node {
                continue;
            }
            let degree = self.degree[*other as usize].map(u64::from);
            b_in += degree[0];
            b_out += degree[1];
            while j < into.len() && into[j] < *other {
                j += 1;
            }
            // A tie counts from both ends; of two arcs that make one tie, each counts for one end.
            b += if into.get(j) == Some(other) { degree[2] } else { 2 * degree[2] };
        }
        let ends = [(a, b), (a_in, b_in), (a_in, b_out), (a_out, b_in), (a_out, b_out)];
        for (sums, (a, b)) in self.sums.iter_mut().zip(ends) {
            sums.xy += i128::from(a) * i128::from(b);
        }
        self.sums[0].add((a, a), (a, a));
        self.sums[1].add((a_out, a_in), (a_in, a_in));
        self.sums[2].add((a_out, a_in), (a_in, a_out));
        self.sums[3].add((a_out, a_out), (a_in, a_in));
        self.sums[4].add((a_out, a_out), (a_in, a_out));
    }
}

impl Steps for Assortativity {
    type Output = Found;

    fn step(&mut self) -> bool {
        let n = self.graph.nodes();
        let mut left = PIECE;
        while self.at < n && left > 0 {
            left = left.saturating_sub(self.graph.out_degree(self.at) + self.graph.in_degree(self.at) + 1);
            if self.degree.len() < n {
                self.count();
                // The second walk begins where the first ends.
                self.at = (self.at + 1) % n;
            } else {
                self.add();
                self.at += 1;
            }
        }
        self.at == n
    }

    fn share_done(&self) -> f64 {
        let n = self.graph.nodes().max(1) as f64;
        if self.degree.len() < self.graph.nodes() {
            0.4 * self.at as f64 / n
        } else {
            0.4 + 0.6 * self.at as f64 / n
        }
    }

    fn finish(self) -> Found {
        let [undirected, in_in, in_out, out_in, out_out] = self.sums.map(|sums| sums.correlation());
        Found { undirected, in_in, in_out, out_in, out_out }
    }
}

/// Degree assortativity in one call; see [`Assortativity`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, local::assortativity::assortativity};
/// // A star: whoever has one neighbour has the one that has all.
/// let graph = Graph::from_sorted(4, &[1, 2, 3], vec![0; 3], vec![1.0; 3])?;
/// let found = assortativity(&graph.into())?;
/// assert!((found.undirected + 1.0).abs() < 1e-15 && found.in_in.is_nan());
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// `memory.exhausted`.
pub fn assortativity(graph: &Rc<Graph>) -> Result<Found> {
    Ok(run(Assortativity::new(graph.clone())?))
}
