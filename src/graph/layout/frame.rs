//! The finished map: isolates around the rest, and one scale for all.

use super::start::sunflower;

/// Room that a ring of nodes without ties takes at the most, as a part of the disc it surrounds.
const RING: f64 = 0.5;

/// Places of all nodes within −1 and 1, `at` those of `nodes`; the others lie on a ring around them.
pub(super) fn framed(all: usize, nodes: &[u32], at: &[[f32; 2]]) -> (Vec<f32>, Vec<f32>) {
    let mut places = vec![[f64::NAN; 2]; all];
    let (low, high) = bounds(at.iter().map(|p| p.map(f64::from)));
    let middle = [0, 1].map(|s| if nodes.is_empty() { 0.0 } else { (low[s] + high[s]) / 2.0 });
    let mut radius = 0.0_f64;
    for (node, place) in nodes.iter().zip(at) {
        let place = [0, 1].map(|s| f64::from(place[s]) - middle[s]);
        radius = radius.max(libm::sqrt(place[0] * place[0] + place[1] * place[1]));
        places[*node as usize] = place;
    }
    // Seeds of a sunflower go on where the disc ends, as densely as it is filled on average, or closer.
    let alone = all - nodes.len();
    let inside = (nodes.len() as f64).max(alone as f64 / RING);
    let inner = if nodes.is_empty() { 0.0 } else { 1.1 * 1.1 * inside };
    let unit = if nodes.is_empty() { 1.0 } else { radius.max(1e-12) / libm::sqrt(inside) };
    let mut seed = inner;
    for place in places.iter_mut().filter(|p| p[0].is_nan()) {
        *place = sunflower(seed).map(|c| c * unit);
        seed += 1.0;
    }
    let (mut low, mut high) = bounds(places.iter().copied());
    if places.len() > 1 && low == high {
        // Forces beyond all measure drew everybody into one point: there is nothing to keep apart but the accounts.
        places.iter_mut().zip(0_u32..).for_each(|(place, seed)| *place = sunflower(f64::from(seed)));
        (low, high) = bounds(places.iter().copied());
    }
    let half = ((high[0] - low[0]).max(high[1] - low[1]) / 2.0).max(1e-300);
    let coordinate = |s: usize| {
        let middle = (low[s] + high[s]) / 2.0;
        // A map of one place has no scale: it lies in the middle.
        places.iter().map(|p| ((p[s] - middle) / half) as f32).collect()
    };
    (coordinate(0), coordinate(1))
}

fn bounds(places: impl Iterator<Item = [f64; 2]>) -> ([f64; 2], [f64; 2]) {
    places.fold(([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]), |(low, high), p| {
        ([0, 1].map(|s: usize| low[s].min(p[s])), [0, 1].map(|s: usize| high[s].max(p[s])))
    })
}
