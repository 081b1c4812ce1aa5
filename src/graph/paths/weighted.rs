//! Brandes' two passes from one source, by length.

use super::core::Core;
use super::sssp::Near;
use super::{filled, room};
use crate::error::Result;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

/// Nodes and arcs looked at between two looks up.
const PIECE: usize = 1 << 13;

/// Two lengths that differ by less than this share are the same: 1/3 + 1/3 + 1/3 is as long as 1.
const SAME: f64 = 1e-12;

/// Path counts are kept below this, their powers of it apart, so that they never grow out of bounds.
const LARGE: f64 = f64::from_bits((1023 + 500) << 52);
const SCALE: f64 = f64::from_bits((1023 - 500) << 52);

/// No predecessor.
const NONE: u32 = u32::MAX;

/// What a search knows of a node.
#[derive(Debug, Clone, Copy)]
struct Place {
    distance: f64,
    /// Shortest paths from the source: `paths · 2^(500 · power)`.
    paths: f64,
    power: i32,
    /// The last of the links to those before it on a shortest path.
    link: u32,
    settled: bool,
}

const FAR: Place = Place { distance: f64::INFINITY, paths: 0.0, power: 0, link: NONE, settled: false };

/// Dijkstra's search from one source, then the dependencies of the nodes in reverse order.
#[derive(Debug)]
pub(super) struct Weighted {
    core: Rc<Core>,
    targets: Rc<Vec<f64>>,
    place: Vec<Place>,
    delta: Vec<f64>,
    queue: BinaryHeap<Reverse<Near>>,
    order: Vec<u32>,
    links: Vec<(u32, u32)>,
    source: u32,
    weight: f64,
    back: usize,
    /// Targets that the source reaches, its own included.
    pub reached: f64,
}

impl Weighted {
    /// Room for searches in a core with lengths.
    pub fn new(core: Rc<Core>, targets: Rc<Vec<f64>>) -> Result<Weighted> {
        let (n, arcs) = (core.nodes(), core.ahead.arcs());
        let queue = room::<Reverse<Near>>(arcs + 1)?.into();
        Ok(Weighted {
            core,
            targets,
            place: filled(n, FAR)?,
            delta: filled(n, 0.0)?,
            queue,
            order: room(n)?,
            links: room(arcs)?,
            source: 0,
            weight: 0.0,
            back: 0,
            reached: 0.0,
        })
    }

    /// Starts from a source of some weight.
    pub fn start(&mut self, (source, weight): (u32, f64)) {
        self.place.fill(FAR);
        self.delta.fill(0.0);
        self.order.clear();
        self.links.clear();
        (self.source, self.weight, self.back, self.reached) = (source, weight, 0, 0.0);
        self.place[source as usize] = Place { distance: 0.0, paths: 1.0, ..FAR };
        self.queue.push(Reverse(Near { far: 0.0, node: source }));
    }

    /// Whether the search is at its end.
    pub fn is_done(&self) -> bool {
        self.queue.is_empty() && self.back == self.order.len()
    }

    /// Does the next piece.
    pub fn advance(&mut self, score: &mut [f64], arrived: &mut [f64]) {
        if self.queue.is_empty() { self.depend(score, arrived) } else { self.search() }
    }

    #[inline(never)]
    fn search(&mut self) {
        let mut left = PIECE as isize;
        while left > 0 {
            let Some(Reverse(Near { node, .. })) = self.queue.pop() else { return };
            let from = &mut self.place[node as usize];
            if from.settled {
                continue;
            }
            from.settled = true;
            if from.paths > LARGE {
                from.paths *= SCALE;
                from.power += 1;
            }
            let from = *from;
            self.order.push(node);
            let places = self.core.ahead.places(node as usize);
            let row = self.core.ahead.row(node as usize);
            for (&other, length) in row.iter().zip(&self.core.length[places]) {
                let place = &mut self.place[other as usize];
                if place.settled {
                    continue;
                }
                let through = from.distance + length;
                if through < place.distance * (1.0 - SAME) {
                    *place = Place { distance: through, link: NONE, ..FAR };
                    self.queue.push(Reverse(Near { far: through, node: other }));
                } else if through > place.distance * (1.0 + SAME) {
                    continue;
                }
                add(place, from);
                self.links.push((node, place.link));
                place.link = (self.links.len() - 1) as u32;
            }
            left -= 1 + row.len() as isize;
        }
    }

    #[inline(never)]
    fn depend(&mut self, score: &mut [f64], arrived: &mut [f64]) {
        let mut left = PIECE as isize;
        while left > 0 && self.back < self.order.len() {
            self.back += 1;
            let node = self.order[self.order.len() - self.back];
            let index = node as usize;
            let (place, targets) = (self.place[index], self.targets[index]);
            self.reached += targets;
            if node != self.source {
                score[index] += self.weight * (self.delta[index] + (targets - 1.0));
                arrived[index] += self.weight;
            }
            let worth = (targets + self.delta[index]) / place.paths;
            let mut link = place.link;
            while link != NONE {
                let (before, next) = self.links[link as usize];
                let paths = self.place[before as usize];
                let share = match place.power - paths.power {
                    0 => paths.paths,
                    1 => paths.paths * SCALE,
                    _ => 0.0,
                };
                self.delta[before as usize] += share * worth;
                link = next;
                left -= 1;
            }
            left -= 1;
        }
    }
}

/// Adds the paths through a node to those of one after it.
fn add(place: &mut Place, from: Place) {
    match from.power - place.power {
        0 => place.paths += from.paths,
        -1 => place.paths += from.paths * SCALE,
        1 => (place.paths, place.power) = (place.paths * SCALE + from.paths, from.power),
        2.. => (place.paths, place.power) = (from.paths, from.power),
        _ => {}
    }
}
