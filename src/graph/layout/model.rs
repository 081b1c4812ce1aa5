//! The forces other than the push: ties, gravity, and what becomes of their sum.

use super::{ForceAtlas2, Params};
use crate::error::{ErrorKind, Result};
use crate::graph::undirected::{Undirected, positive};
use crate::math::{Sum, exp2, ln_1p, pow, sqrt};

/// Nodes move at most this part of the map's radius, divided by the square of the number of the iteration, on average: a
/// layout whose nodes only swing comes to rest too. What still has a way to go is not held up by it.
pub(super) const CALM: f64 = 100.0;

/// Ties as springs: each once, at its lower end.
#[derive(Debug)]
pub(super) struct Springs {
    start: Vec<u32>,
    to: Vec<u32>,
    /// Pull for each unit of length (or of its logarithm).
    pull: Vec<f32>,
}

impl Springs {
    /// The ties among `nodes`, which are all that have any. O(ties).
    pub(super) fn of(graph: &Undirected, nodes: &[u32], mass: &[f32], params: &Params) -> Result<Springs> {
        let no_room = |_| ErrorKind::OutOfMemory { what: "layout" };
        let mut place = Vec::new();
        place.try_reserve_exact(graph.nodes()).map_err(no_room)?;
        place.resize(graph.nodes(), 0_u32);
        for (at, node) in nodes.iter().enumerate() {
            place[*node as usize] = at as u32;
        }
        let (mut start, mut to, mut pull) = (Vec::new(), Vec::new(), Vec::new());
        start.try_reserve_exact(nodes.len() + 1).map_err(no_room)?;
        to.try_reserve_exact(graph.ties()).map_err(no_room)?;
        pull.try_reserve_exact(graph.ties()).map_err(no_room)?;
        start.push(0);
        let influence = params.weight_influence;
        let mut total = Sum::default();
        for (at, node) in nodes.iter().enumerate() {
            let row = graph.neighbours(*node as usize).iter().zip(graph.weights(*node as usize));
            for (other, weight) in row.filter(|(other, _)| *other > node) {
                let other = place[*other as usize];
                let mut strength = f64::from(positive(*weight));
                if influence == 0.0 {
                    strength = 1.0;
                } else if influence != 1.0 {
                    strength = pow(strength, influence);
                }
                if params.dissuade_hubs {
                    strength /= f64::from(mass[at].max(mass[other as usize]));
                }
                total.add(strength);
                to.push(other);
                pull.push(strength as f32);
            }
            start.push(to.len() as u32);
        }
        let mean = total.total() / to.len() as f64;
        if mean > 0.0 && mean.is_finite() {
            for strength in &mut pull {
                *strength = (f64::from(*strength) / mean).min(1e6) as f32;
            }
        }
        Ok(Springs { start, to, pull })
    }

    /// Adds the pull of the ties of nodes from `from` on, until about `work` ties are done; returns the node to go on
    /// with, and the ties done.
    pub(super) fn pull(
        &self,
        from: usize,
        work: usize,
        at: &[[f32; 2]],
        force: &mut [[f32; 2]],
        lin_log: bool,
    ) -> (usize, usize) {
        let first = self.start[from] as usize;
        let nodes = at.len();
        let mut node = from;
        while node < nodes && self.start[node] as usize - first < work {
            // Some nodes at a time: the inner loops are functions of their own.
            let to = nodes.min(node + 64);
            if lin_log {
                self.pull_nodes(node..to, at, force, |square| {
                    let length = sqrt(f64::from(square));
                    if length > 0.0 { (ln_1p(length) / length) as f32 } else { 1.0 }
                });
            } else {
                self.pull_nodes(node..to, at, force, |_| 1.0);
            }
            node = to;
        }
        (node, (self.start[node] as usize - first).max(node - from))
    }

    #[inline(always)]
    fn pull_nodes(
        &self,
        nodes: std::ops::Range<usize>,
        at: &[[f32; 2]],
        force: &mut [[f32; 2]],
        shortened: impl Fn(f32) -> f32,
    ) {
        for node in nodes {
            let row = self.start[node] as usize..self.start[node + 1] as usize;
            let [x, y] = at[node];
            let mut total = [0.0_f32; 2];
            for (other, pull) in self.to[row.clone()].iter().zip(&self.pull[row]) {
                let [other_x, other_y] = at[*other as usize];
                let (dx, dy) = (other_x - x, other_y - y);
                let pull = pull * shortened(dx * dx + dy * dy);
                total[0] += pull * dx;
                total[1] += pull * dy;
                let back = &mut force[*other as usize];
                back[0] -= pull * dx;
                back[1] -= pull * dy;
            }
            force[node][0] += total[0];
            force[node][1] += total[1];
        }
    }

    /// Every tie: both ends and its pull.
    #[cfg(test)]
    pub(super) fn each(&self) -> impl Iterator<Item = (usize, usize, f32)> {
        (0..self.start.len() - 1).flat_map(move |node| {
            let row = self.start[node] as usize..self.start[node + 1] as usize;
            row.map(move |tie| (node, self.to[tie] as usize, self.pull[tie]))
        })
    }

    /// Ties at a regular distance, at most about `most`: both ends and pull; and how many ties each stands for.
    fn sample(&self, most: usize) -> (Vec<(usize, usize, f64)>, f64) {
        let every = self.to.len().div_ceil(most).max(1);
        let mut node = 0;
        let ties = (0..self.to.len()).step_by(every).map(|tie| {
            while self.start[node + 1] as usize <= tie {
                node += 1;
            }
            (node, self.to[tie] as usize, f64::from(self.pull[tie]))
        });
        let ties: Vec<_> = ties.collect();
        let each = self.to.len() as f64 / ties.len().max(1) as f64;
        (ties, each)
    }
}

/// Adds the pull to the middle.
pub(super) fn gravity(at: &[[f32; 2]], mass: &[f32], strength: f32, strong: bool, force: &mut [[f32; 2]]) {
    for ((place, mass), force) in at.iter().zip(mass).zip(force) {
        let [x, y] = *place;
        let mut pull = strength * mass;
        if !strong {
            pull /= (x * x + y * y).sqrt().max(f32::MIN_POSITIVE);
        }
        force[0] -= (pull * x).clamp(-1e30, 1e30);
        force[1] -= (pull * y).clamp(-1e30, 1e30);
    }
}

/// Brings places to the scale at which the forces balance as a whole.
///
/// Blown up by a factor `s`, the push gains `kr · Σ m(a)·m(b)` of energy with `ln s`, whatever the places; ties and
/// gravity cost the sum of their force times length. The factor at which both are equal is found by halving.
///
/// Returns the strength of gravity by its share: 1 pulls as much as all ties do in these places.
pub(super) fn balance(places: &mut [[f64; 2]], springs: &Springs, mass: &[f32], params: &Params) -> f32 {
    let (ties, each) = springs.sample(20_000);
    let length = |d: [f64; 2]| sqrt(d[0] * d[0] + d[1] * d[1]);
    let pulls: Vec<(f64, f64)> = ties
        .iter()
        .map(|(a, b, pull)| {
            (length([places[*b][0] - places[*a][0], places[*b][1] - places[*a][1]]), pull * each)
        })
        .collect();
    let (mut total, mut squares, mut weight) = (0.0, 0.0, 0.0);
    for (place, mass) in places.iter().zip(mass) {
        let mass = f64::from(*mass);
        total += mass;
        squares += mass * mass;
        let d = length(*place);
        weight += mass * if params.strong_gravity { d * d } else { d };
    }
    let push = params.scaling * (total * total - squares) / 2.0;
    let pulled = |s: f64| -> f64 {
        pulls.iter().map(|(d, pull)| pull * s * d * if params.lin_log { ln_1p(s * d) } else { s * d }).sum()
    };
    // Gravity adds its share to the pull of the ties, whatever the scale.
    let share = 1.0 + params.gravity;
    let (mut low, mut high) = (-60.0, 60.0);
    for _ in 0..20 {
        let middle = (low + high) / 2.0;
        if share * pulled(exp2(middle)) < push { low = middle } else { high = middle }
    }
    let tied = high < 60.0 && low > -60.0;
    let scale = if tied { exp2((low + high) / 2.0) } else { 1.0 };
    for place in places {
        *place = place.map(|c| (c * scale).clamp(-1e15, 1e15));
    }
    let weight = weight * if params.strong_gravity { scale * scale } else { scale };
    // Where no tie pulls, gravity holds the nodes in the places where they are.
    let against = if tied {
        params.gravity * pulled(scale)
    } else if params.gravity > 0.0 {
        push
    } else {
        0.0
    };
    if weight > 0.0 { (against / weight).min(1e18) as f32 } else { 0.0 }
}

impl ForceAtlas2 {
    /// Chooses the speed and moves every node.
    pub(super) fn advance(&mut self) {
        let (mut swinging, mut traction, mut spread) = (Sum::default(), Sum::default(), Sum::default());
        for i in 0..self.at.len() {
            let ([x, y], [last_x, last_y]) = (self.force[i], self.last[i]);
            let mass = f64::from(self.mass[i]);
            swinging.add(mass * f64::from(length([x - last_x, y - last_y])));
            traction.add(mass * f64::from(length([x + last_x, y + last_y])) / 2.0);
            let [x, y] = self.at[i].map(f64::from);
            spread.add(x * x + y * y);
        }
        let n = self.at.len() as f64;
        let radius = sqrt(spread.total() / n).max(1e-30);
        self.choose_speed(swinging.total(), traction.total());
        let mut way = Sum::default();
        for i in 0..self.at.len() {
            way.add(f64::from(length(self.way(i, radius))));
        }
        let wanted = way.total() / n / radius;
        let iteration = self.iterations as f64 + 1.0;
        let allowed = wanted.min(CALM / (iteration * iteration));
        let share = if wanted > 0.0 { (allowed / wanted) as f32 } else { 0.0 };
        for i in 0..self.at.len() {
            let [x, y] = self.way(i, radius);
            self.at[i][0] += share * x;
            self.at[i][1] += share * y;
        }
        // The mean of some iterations, the last one counting a fifth.
        self.moved = 0.8 * self.moved + 0.2 * allowed;
    }

    /// How far a node would go: slower the more it swings, and never across the map at once.
    #[inline]
    fn way(&self, i: usize, radius: f64) -> [f32; 2] {
        let ([x, y], [last_x, last_y]) = (self.force[i], self.last[i]);
        let swinging = f64::from(self.mass[i]) * f64::from(length([x - last_x, y - last_y]));
        let factor = self.speed / (1.0 + sqrt(self.speed * swinging));
        let longest = factor * f64::from(length([x, y]));
        let factor = (if longest > radius { factor * radius / longest } else { factor }) as f32;
        [factor * x, factor * y]
    }

    /// The speed of the paper, with the corrections that Gephi made since.
    fn choose_speed(&mut self, swinging: f64, traction: f64) {
        let n = self.at.len() as f64;
        let swinging = swinging.max(1e-30);
        let optimal = 0.05 * sqrt(n);
        let mut jitter = sqrt(optimal).max((optimal * traction / (n * n)).min(10.0));
        if swinging > 2.0 * traction {
            if self.efficiency > 0.05 {
                self.efficiency *= 0.5;
            }
            jitter = jitter.max(1.0);
        }
        let target = jitter * self.efficiency * traction / swinging;
        if swinging > jitter * traction {
            if self.efficiency > 0.05 {
                self.efficiency *= 0.7;
            }
        } else if self.speed < 1000.0 {
            self.efficiency *= 1.3;
        }
        self.warming = target > 1.5 * self.speed;
        self.speed += (target - self.speed).min(0.5 * self.speed);
    }
}

/// Length of a force; a force too strong for its square is cut.
#[inline]
fn length(force: [f32; 2]) -> f32 {
    (force[0] * force[0] + force[1] * force[1]).sqrt().min(f32::MAX)
}
