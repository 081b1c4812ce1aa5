//! ForceAtlas2: a map of the graph on which accounts that share ties lie together.

mod among;
mod frame;
mod model;
mod quadtree;
mod start;
#[cfg(test)]
mod tests;

pub use among::among;
pub use start::Start;

use super::column::filled;
use super::steps::Steps;
use super::undirected::Undirected;
use crate::error::{ErrorKind, Result};
use model::Springs;
use quadtree::{PASSES, Quadtree};

/// Parameters of [`ForceAtlas2`].
#[derive(Debug, Clone, PartialEq)]
pub struct Params {
    /// Iterations at the most.
    pub max_iterations: usize,
    /// It has settled when nodes move less than this part of the map's radius, on average over some iterations.
    pub tolerance: f64,
    /// Seed of the places drawn by lot.
    pub seed: u64,
    /// Strength of the push between nodes. It changes the tightness of groups for LinLog, else the scale alone.
    pub scaling: f64,
    /// Pull to the middle, which keeps components together, as a share of what ties pull in the first places.
    pub gravity: f64,
    /// Whether gravity grows with the distance from the middle.
    pub strong_gravity: bool,
    /// Whether a tie pulls with the logarithm of its length: tighter groups, farther apart.
    pub lin_log: bool,
    /// Whether the pull of a tie is divided by the mass of its heavier end: hubs move to the border.
    pub dissuade_hubs: bool,
    /// Exponent of the weights: 0 counts all ties alike, 1 takes weights as they are.
    pub weight_influence: f64,
    /// A far group acts as one when it is smaller than this many times its distance. 0: never, at quadratic cost.
    pub theta: f64,
}

impl Default for Params {
    fn default() -> Self {
        Params {
            max_iterations: 1_000,
            tolerance: 1e-3,
            seed: 0,
            scaling: 2.0,
            gravity: 0.1,
            strong_gravity: true,
            lin_log: false,
            dissuade_hubs: false,
            weight_influence: 1.0,
            theta: 1.2,
        }
    }
}

impl Params {
    fn check(&self) -> Result<()> {
        let numbers = [
            ("tolerance", self.tolerance, 0.0, 1.0),
            ("scaling", self.scaling, 1e-6, 1e6),
            ("gravity", self.gravity, 0.0, 1e6),
            ("weightInfluence", self.weight_influence, 0.0, 4.0),
            ("theta", self.theta, 0.0, 4.0),
        ];
        for (name, value, low, high) in numbers {
            if !(low..=high).contains(&value) {
                return Err(ErrorKind::InvalidArgument { name, given: value.to_string() }.into());
            }
        }
        Ok(())
    }
}

/// A finished layout.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Places, one a node, within −1 and 1; the longer side of the map reaches both.
    pub x: Vec<f32>,
    /// The other coordinate.
    pub y: Vec<f32>,
    /// Iterations done.
    pub iterations: usize,
    /// Whether it came to rest, and was not cut off by the number of iterations.
    pub settled: bool,
    /// How far nodes moved in the last iterations, as a part of the map's radius.
    pub moved: f64,
}

/// ForceAtlas2 with the approximation of Barnes and Hut, an iteration at a time (or a part of one, on large graphs).
///
/// Every two nodes push each other apart, ties pull their ends together, gravity pulls all to the middle; where the
/// forces balance, distance can be read: who lies together shares more ties inside the group than outside. Distances
/// say nothing exact, and the directions left and right say nothing at all.
///
/// For nodes a and b at the distance d, with masses m = 1 + degree:
///
/// - push `kr · m(a) · m(b) / d`,
/// - pull of a tie `wᵟ · d` (linear) or `wᵟ · ln(1 + d)` (LinLog),
/// - gravity `kg · m · d` (strong) or `kg · m`, with d the distance from the middle.
///
/// Speed is that of the paper: a node slows down by its swinging, how much its force turned since the last iteration;
/// all of them go as fast as the total of swinging stays a set part of the total of traction.
///
/// | here | in the paper |
/// |---|---|
/// | `scaling` | kr |
/// | `gravity` | kg |
/// | `weight_influence` | δ |
/// | `theta` | θ |
///
/// What differs from the paper, on purpose:
///
/// - wᵟ is taken relative to its mean, so that the unit of weights changes nothing.
/// - The first places are brought to the scale at which push and pull balance.
/// - Gravity is given as a share of what ties pull at that scale, not as kg itself, and the strong one is the default:
///   with the other, whatever is outside the largest component drifts so far that the rest becomes a dot.
/// - Nodes without ties take no part and lie on a ring around the others.
/// - The mean movement of an iteration falls at least with the square of its number, so that the layout ends by itself:
///   with the default tolerance after 330 iterations at the most.
///
/// The same seed gives the same bits, natively and in WebAssembly.
///
/// # Complexity
/// Time O(ties + nodes · log nodes) an iteration. Memory: 8 bytes a tie and about 120 bytes a node that has one.
///
/// # Errors
/// `argument.invalid` for a parameter out of range; `memory.exhausted`.
///
/// # Source
/// Jacomy, Venturini, Heymann and Bastian, *ForceAtlas2, a continuous graph layout algorithm for handy network
/// visualization designed for the Gephi software*, PLoS ONE 9(6), 2014; Barnes and Hut, *Nature* 324, 1986.
///
/// # Examples
/// ```
/// use sillage::graph::layout::{ForceAtlas2, Params, Start};
/// use sillage::graph::{Graph, Undirected, steps};
/// // Two pairs.
/// let graph = Undirected::of(&Graph::from_sorted(4, &[0, 2], vec![1, 3], vec![1.0, 1.0])?)?;
/// let map = steps::run(ForceAtlas2::new(&graph, &Start::Scattered, Params::default())?);
/// let apart = |a: usize, b: usize| (map.x[a] - map.x[b]).hypot(map.y[a] - map.y[b]);
/// assert!(map.settled && apart(0, 1) < apart(0, 2));
/// # Ok::<(), sillage::error::Error>(())
/// ```
#[derive(Debug)]
pub struct ForceAtlas2 {
    params: Params,
    /// Nodes of the graph.
    all: usize,
    /// Those with ties: what is laid out. Everything below is in their order.
    nodes: Vec<u32>,
    springs: Springs,
    /// Strength of gravity, in the unit of the forces.
    gravity: f32,
    mass: Vec<f32>,
    at: Vec<[f32; 2]>,
    force: Vec<[f32; 2]>,
    /// Forces of the iteration before.
    last: Vec<[f32; 2]>,
    tree: Quadtree,
    phase: Phase,
    speed: f64,
    efficiency: f64,
    /// Whether the speed still has to rise to what it should be.
    warming: bool,
    iterations: usize,
    moved: f64,
    settled: bool,
}

/// Parts of an iteration, with how far each has come.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Phase {
    Place,
    Sort(u32),
    Build,
    Push(usize),
    Pull(usize),
    Move,
    Done,
}

/// Work of one step, in nodes or ties touched: some milliseconds.
const STEP: usize = 200_000;
/// Work of pushing one leaf, in the same unit.
const LEAF_WORK: usize = 200;

impl ForceAtlas2 {
    /// Prepares a layout.
    ///
    /// # Errors
    /// `argument.invalid` for a parameter out of range; `memory.exhausted`.
    pub fn new(graph: &Undirected, start: &Start, params: Params) -> Result<ForceAtlas2> {
        params.check()?;
        let all = graph.nodes();
        let nodes: Vec<u32> = (0..all as u32).filter(|node| graph.degree(*node as usize) > 0).collect();
        let mass: Vec<f32> = nodes.iter().map(|node| 1.0 + graph.degree(*node as usize) as f32).collect();
        let springs = Springs::of(graph, &nodes, &mass, &params)?;
        let mut places = start::places(start, &nodes, &params);
        let gravity = model::balance(&mut places, &springs, &mass, &params);
        let phase = if nodes.is_empty() || params.max_iterations == 0 { Phase::Done } else { Phase::Place };
        Ok(ForceAtlas2 {
            all,
            gravity,
            springs,
            mass,
            at: places.into_iter().map(|place| place.map(|c| c as f32)).collect(),
            force: filled([0.0; 2], nodes.len())?,
            last: filled([0.0; 2], nodes.len())?,
            tree: Quadtree::default(),
            settled: nodes.is_empty(),
            nodes,
            params,
            phase,
            speed: 1.0,
            efficiency: 1.0,
            warming: true,
            iterations: 0,
            moved: if phase == Phase::Done { 0.0 } else { 0.1 },
        })
    }

    /// Does one part of an iteration; returns its work.
    fn part(&mut self) -> usize {
        let n = self.nodes.len();
        let (next, work) = match self.phase {
            Phase::Place => {
                self.tree.place(&self.at);
                (Phase::Sort(0), n)
            }
            Phase::Sort(pass) => {
                self.tree.sort(pass);
                (if pass + 1 < PASSES { Phase::Sort(pass + 1) } else { Phase::Build }, n)
            }
            Phase::Build => {
                self.tree.build(&self.at, &self.mass);
                std::mem::swap(&mut self.force, &mut self.last);
                self.force.fill([0.0; 2]);
                (Phase::Push(0), 2 * n)
            }
            Phase::Push(from) => {
                let to = self.tree.leaves().min(from + STEP / LEAF_WORK);
                let theta = self.params.theta as f32;
                let soft = self.soft();
                for leaf in from..to {
                    self.tree.push(leaf, self.params.scaling as f32, theta * theta, soft, &mut self.force);
                }
                let done = to == self.tree.leaves();
                (if done { Phase::Pull(0) } else { Phase::Push(to) }, (to - from) * LEAF_WORK)
            }
            Phase::Pull(from) => {
                let (to, ties) =
                    self.springs.pull(from, STEP, &self.at, &mut self.force, self.params.lin_log);
                (if to == n { Phase::Move } else { Phase::Pull(to) }, ties)
            }
            Phase::Move => {
                let strong = self.params.strong_gravity;
                model::gravity(&self.at, &self.mass, self.gravity, strong, &mut self.force);
                self.advance();
                self.iterations += 1;
                self.settled = self.moved < self.params.tolerance && !self.warming;
                let over = self.settled || self.iterations >= self.params.max_iterations;
                (if over { Phase::Done } else { Phase::Place }, 3 * n)
            }
            Phase::Done => (Phase::Done, 0),
        };
        self.phase = next;
        work
    }

    /// Square of the distance below which the push no longer grows.
    fn soft(&self) -> f32 {
        1e-4 * self.params.scaling as f32
    }
}

impl Steps for ForceAtlas2 {
    type Output = Layout;

    fn step(&mut self) -> bool {
        let (iteration, mut work) = (self.iterations, 0);
        while self.phase != Phase::Done && self.iterations == iteration && work < STEP {
            work += self.part();
        }
        self.phase == Phase::Done
    }

    fn share_done(&self) -> f64 {
        if self.phase == Phase::Done {
            return 1.0;
        }
        let most =
            crate::math::sqrt(model::CALM / self.params.tolerance).min(self.params.max_iterations as f64);
        (self.iterations as f64 / most).min(1.0)
    }

    fn finish(self) -> Layout {
        let (x, y) = frame::framed(self.all, &self.nodes, &self.at);
        Layout { x, y, iterations: self.iterations, settled: self.settled, moved: self.moved }
    }
}
