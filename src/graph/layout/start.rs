//! Where nodes begin.

use super::Params;
use crate::math::rng::Stream;

/// Where a layout begins.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Start {
    /// Anywhere on a disc.
    #[default]
    Scattered,
    /// At given places, one a node: a layout that goes on. A place that is not finite is drawn by lot.
    Given(Vec<[f32; 2]>),
    /// By a partition, one number a node: groups side by side on a disc, the larger the nearer to its middle, members
    /// around the middle of their group.
    Groups(Vec<u32>),
}

/// The golden angle: seeds of a sunflower.
const GOLDEN: f64 = 2.399_963_229_728_653;

/// The place of the `i`-th seed of a sunflower, whose `n` seeds fill a disc of radius √n.
pub(super) fn sunflower(i: f64) -> [f64; 2] {
    let (radius, angle) = (libm::sqrt(i), GOLDEN * i);
    [radius * libm::cos(angle), radius * libm::sin(angle)]
}

/// Places of `nodes` (numbers in the whole graph), of any scale; no two alike.
pub(super) fn places(start: &Start, nodes: &[u32], params: &Params) -> Vec<[f64; 2]> {
    let mut stream = Stream::new(params.seed, "layout", 0);
    let mut disc = |radius: f64| {
        // Fixed order of draws: angle, then radius.
        let angle = stream.next_f64() * std::f64::consts::TAU;
        let radius = radius * libm::sqrt(stream.next_f64());
        [radius * libm::cos(angle), radius * libm::sin(angle)]
    };
    match start {
        Start::Scattered => nodes.iter().map(|_| disc(1.0)).collect(),
        Start::Given(given) => {
            let known: Vec<Option<[f64; 2]>> = nodes
                .iter()
                .map(|node| {
                    let place = given.get(*node as usize).filter(|p| p.iter().all(|c| c.is_finite()))?;
                    Some(place.map(|c| f64::from(c).clamp(-1e15, 1e15)))
                })
                .collect();
            around_middle(&known, &mut disc)
        }
        Start::Groups(group) => {
            let group: Vec<u32> =
                nodes.iter().map(|node| group.get(*node as usize).copied().unwrap_or(u32::MAX)).collect();
            let middle = middles(&group);
            let near = group.iter().zip(&middle);
            near.map(|(_, (middle, radius))| {
                let off = disc(*radius);
                [middle[0] + off[0], middle[1] + off[1]]
            })
            .collect()
        }
    }
}

/// Given places around their middle, at the unit of their spread, each moved a little: nodes in one place never part.
fn around_middle(known: &[Option<[f64; 2]>], disc: &mut impl FnMut(f64) -> [f64; 2]) -> Vec<[f64; 2]> {
    let count = known.iter().flatten().count().max(1) as f64;
    let sum = |of: &dyn Fn(&[f64; 2]) -> f64| crate::math::sum(known.iter().flatten().map(of)) / count;
    let middle = [sum(&|p| p[0]), sum(&|p| p[1])];
    let spread = libm::sqrt(sum(&|p| {
        (p[0] - middle[0]) * (p[0] - middle[0]) + (p[1] - middle[1]) * (p[1] - middle[1])
    }));
    let scale = if spread > 0.0 { 1.0 / spread } else { 0.0 };
    known
        .iter()
        .map(|place| match place {
            Some(place) => {
                let off = disc(1e-3);
                // One that is thousands of times farther out than most would leave them no room on the grid.
                [0, 1].map(|s| ((place[s] - middle[s]) * scale).clamp(-20.0, 20.0) + off[s])
            }
            None => disc(1.0),
        })
        .collect()
}

/// For each node the middle and the radius of its group.
///
/// Groups in the order of size, ties by number, take seeds of a sunflower: each at the seed that is the middle of as
/// many seeds as it has members.
fn middles(group: &[u32]) -> Vec<([f64; 2], f64)> {
    let mut by_group: Vec<u32> = (0..group.len() as u32).collect();
    by_group.sort_by_key(|node| group[*node as usize]);
    let mut groups: Vec<&[u32]> =
        by_group.chunk_by(|a, b| group[*a as usize] == group[*b as usize]).collect();
    groups.sort_by_key(|members| std::cmp::Reverse(members.len()));
    let mut of = vec![([0.0; 2], 0.0); group.len()];
    let mut before = 0.0;
    for (place, members) in groups.iter().enumerate() {
        let size = members.len() as f64;
        let middle = if place == 0 { [0.0; 2] } else { ring(before + size / 2.0, place) };
        before += size;
        for node in *members {
            of[*node as usize] = (middle, 0.8 * libm::sqrt(size));
        }
    }
    of
}

/// The place on the disc inside which `area` lies, turned by the golden angle a group.
fn ring(area: f64, turn: usize) -> [f64; 2] {
    let angle = GOLDEN * turn as f64;
    let radius = libm::sqrt(area);
    [radius * libm::cos(angle), radius * libm::sin(angle)]
}
