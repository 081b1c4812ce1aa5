//! How the columns of an [`Influence`](super::Influence) are made from arcs.
//!
//! What walks over all arcs is a function of a row or of some thousands: V8 optimises a WebAssembly function only
//! between two calls of it.

use super::influence::{Draw, Row};
use crate::error::{ErrorKind, Result};
use crate::graph::column::{filled, room};
use crate::math::pow;

/// Source, target, probability.
pub(crate) type Arc = (u32, u32, f32);
/// Where rows begin, the other ends of their arcs, and the probabilities.
pub(crate) type Columns = (Vec<u32>, Vec<u32>, Vec<f32>);

/// Arcs of one call.
const SOME: usize = 4096;
/// Arcs below which a node's tries are drawn one by one.
const FEW: usize = 6;
/// Largest probability of a node whose tries are counted first and placed then.
const RARE: f32 = 0.2;
/// Most successes expected of such a node.
const EXPECTED: f64 = 16.0;

/// Takes some arcs that count; whether there may be more.
#[inline(never)]
pub(crate) fn take_some(
    nodes: usize,
    arcs: &mut impl Iterator<Item = Arc>,
    list: &mut Vec<Arc>,
) -> Result<bool> {
    if list.capacity() - list.len() < SOME {
        let more = (list.len() / 2).max(SOME);
        list.try_reserve(more).map_err(|_| ErrorKind::OutOfMemory { what: "diffusion" })?;
    }
    for _ in 0..SOME {
        let Some((u, v, p)) = arcs.next() else { return Ok(false) };
        if p > 0.0 && u != v && (u as usize) < nodes && (v as usize) < nodes {
            list.push((u, v, p.min(1.0)));
        }
    }
    Ok(true)
}

/// The rows of arcs in any order; each row is in the order given.
pub(crate) fn by_source(nodes: usize, list: Vec<Arc>) -> Result<Columns> {
    let mut start = filled(0_u32, nodes + 1)?;
    let mut sorted = true;
    let mut last = 0;
    for some in list.chunks(SOME) {
        for (u, _, _) in some {
            start[*u as usize + 1] += 1;
            sorted &= last <= *u;
            last = *u;
        }
    }
    add_up(&mut start);
    let (mut to, mut p) = (room(list.len())?, room(list.len())?);
    if sorted {
        to.extend(list.iter().map(|arc| arc.1));
        p.extend(list.iter().map(|arc| arc.2));
        return Ok((start, to, p));
    }
    let mut next = filled(0, nodes + 1)?;
    next.copy_from_slice(&start);
    to.resize(list.len(), 0);
    p.resize(list.len(), 0.0);
    for some in list.chunks(SOME) {
        scatter(some, &mut next, &mut to, &mut p);
    }
    Ok((start, to, p))
}

#[inline(never)]
fn scatter(some: &[Arc], next: &mut [u32], to: &mut [u32], p: &mut [f32]) {
    for (u, v, probability) in some {
        let place = next[*u as usize] as usize;
        next[*u as usize] += 1;
        (to[place], p[place]) = (*v, *probability);
    }
}

fn add_up(start: &mut [u32]) {
    for node in 1..start.len() {
        start[node] += start[node - 1];
    }
}

#[inline(never)]
fn count(some: &[u32], start: &mut [u32]) {
    for end in some {
        start[*end as usize + 1] += 1;
    }
}

/// The same arcs by their other end; each row is in the order of the first.
pub(crate) fn transposed(nodes: usize, start: &[u32], to: &[u32], p: &[f32]) -> Result<Columns> {
    let mut turned = filled(0_u32, nodes + 1)?;
    to.chunks(SOME).for_each(|some| count(some, &mut turned));
    add_up(&mut turned);
    let mut next = filled(0, nodes + 1)?;
    next.copy_from_slice(&turned);
    let mut other = (filled(0, to.len())?, filled(0.0, to.len())?);
    for node in 0..nodes {
        let row = start[node] as usize..start[node + 1] as usize;
        turn(node as u32, &to[row.clone()], &p[row], &mut next, &mut other);
    }
    Ok((turned, other.0, other.1))
}

#[inline(never)]
fn turn(node: u32, to: &[u32], p: &[f32], next: &mut [u32], other: &mut (Vec<u32>, Vec<f32>)) {
    for (to, p) in to.iter().zip(p) {
        let next = &mut next[*to as usize];
        (other.0[*next as usize], other.1[*next as usize]) = (node, *p);
        *next += 1;
    }
}

/// Makes one arc of those of a pair, which stand beside one another.
pub(crate) fn merged((mut start, mut from, mut p): Columns) -> Columns {
    let (mut kept, mut begin) = (0, 0);
    for end in start.iter_mut().skip(1) {
        kept = merge(begin..*end as usize, kept, &mut from, &mut p);
        begin = *end as usize;
        *end = kept as u32;
    }
    from.truncate(kept);
    p.truncate(kept);
    (start, from, p)
}

#[inline(never)]
fn merge(row: std::ops::Range<usize>, first: usize, from: &mut [u32], p: &mut [f32]) -> usize {
    let mut kept = first;
    for place in row {
        if kept > first && from[kept - 1] == from[place] {
            let missed = (1.0 - f64::from(p[kept - 1])) * (1.0 - f64::from(p[place]));
            p[kept - 1] = (1.0 - missed) as f32;
        } else {
            (from[kept], p[kept]) = (from[place], p[place]);
            kept += 1;
        }
    }
    kept
}

/// How the tries at each node are drawn.
pub(crate) fn rows(start: &[u32], p: &[f32]) -> Result<Vec<Row>> {
    let mut rows = room(start.len())?;
    let mut last = Row { start: 0, most: 0.0, none: 0.0, draw: Draw::Each };
    let mut of = 0;
    for node in 0..start.len() {
        let end = start.get(node + 1).map_or(p.len(), |end| *end as usize);
        let tries = &p[start[node] as usize..end];
        let mut row = row(start[node], tries);
        if matches!(row.draw, Draw::Equal | Draw::Thinned) {
            let known = last.draw != Draw::Each && of == tries.len() && last.most == row.most;
            let none = || pow(1.0 - f64::from(row.most), tries.len() as f64) as f32;
            row.none = if known { last.none } else { none() };
            (last, of) = (row, tries.len());
        }
        rows.push(row);
    }
    Ok(rows)
}

#[inline(never)]
fn row(start: u32, p: &[f32]) -> Row {
    let most = p.iter().copied().fold(0.0, f32::max);
    let counted = p.len() >= FEW && most <= RARE && f64::from(most) * p.len() as f64 <= EXPECTED;
    let draw = match (counted, p.iter().all(|p| *p == most)) {
        (false, false) => Draw::Each,
        (false, true) => Draw::EachEqual,
        (true, true) => Draw::Equal,
        (true, false) => Draw::Thinned,
    };
    Row { start, most, none: 0.0, draw }
}

/// What a weight of attention counts for.
fn counts(weight: f32) -> f64 {
    if weight > 0.0 && weight.is_finite() { f64::from(weight) } else { 0.0 }
}

/// The share of each weight of a row in its total, which it returns; none goes to oneself.
#[inline(never)]
pub(crate) fn divide(node: u32, to: &[u32], weight: &[f32], shares: &mut Vec<f32>) -> f64 {
    let own = |(to, weight): (&u32, &f32)| if *to == node { 0.0 } else { counts(*weight) };
    let total: f64 = to.iter().zip(weight).map(own).sum();
    let of = if total > 0.0 { total } else { 1.0 };
    shares.extend(to.iter().zip(weight).map(|one| (own(one) / of) as f32));
    total
}

/// The same shares by the other end of their arcs.
#[inline(never)]
pub(crate) fn gather(from: &[u32], weight: &[f32], total: &[f64], shares: &mut Vec<f32>) {
    shares.extend(
        from.iter().zip(weight).map(|(from, weight)| (counts(*weight) / total[*from as usize]) as f32),
    );
}
