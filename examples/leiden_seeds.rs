//! Leiden on networks of files, from one seed after the other: the best and the worst modularity, and whether any
//! community of any seed is in parts, which is checked here by a search of its own.
//!
//! ```text
//! cargo run --release --example leiden_seeds -- [--seeds 100] [--directions] FILE[=REFERENCE]…
//! ```
//!
//! A file is a METIS graph (`.graph`) or a list of edges: two nodes a line, a weight after them if there is one,
//! separated by commas or blanks; lines that begin with `#` or are no numbers are passed over. Every tie counts once,
//! whatever its direction; with `--directions` one that goes both ways has the weight of both. With a reference the
//! best modularity may not be more than 0.002 below it. Ends with 1 where anything is not as it should be.

use sillage::graph::community::leiden::{Params, leiden};
use sillage::graph::{Graph, Undirected};
use std::collections::HashMap;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Instant;

/// How far the best may be below the reference.
const SHORT: f64 = 0.002;

fn main() -> ExitCode {
    let (mut seeds, mut directions, mut files) = (100, false, Vec::new());
    let mut given = std::env::args().skip(1);
    while let Some(argument) = given.next() {
        match argument.as_str() {
            "--seeds" => seeds = given.next().and_then(|count| count.parse().ok()).unwrap_or(seeds),
            "--directions" => directions = true,
            _ => files.push(argument),
        }
    }
    println!(
        "| network | accounts | ties | best Q | reference | worst Q | communities | in parts | a seed |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    let mut good = true;
    for file in files {
        let (path, reference) = match file.rsplit_once('=') {
            Some((path, wanted)) => (path, wanted.parse::<f64>().ok()),
            None => (file.as_str(), None),
        };
        match measured(path, reference, seeds, directions) {
            Ok(fine) => good &= fine,
            Err(error) => {
                eprintln!("{path}: {error}");
                good = false;
            }
        }
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints the row of a network; returns whether it is as it should be.
#[expect(clippy::disallowed_methods, reason = "a clock beside the result, not in it")]
fn measured(
    path: &str,
    reference: Option<f64>,
    seeds: u64,
    directions: bool,
) -> Result<bool, Box<dyn std::error::Error>> {
    let graph = Rc::new(read(path, directions)?);
    let (mut best, mut worst, mut communities, mut parts) = (f64::NEG_INFINITY, f64::INFINITY, 0, 0);
    let began = Instant::now();
    for seed in 0..seeds {
        let found = leiden(&graph, Params { seed, restarts: 1, ..Params::default() })?;
        if found.quality > best {
            (best, communities) = (found.quality, found.sizes.len());
        }
        worst = worst.min(found.quality);
        parts += in_parts(&graph, &found.of, found.sizes.len());
    }
    let took = began.elapsed().as_secs_f64() / seeds.max(1) as f64;
    let name = path.rsplit('/').next().unwrap_or(path);
    let wanted = reference.map_or(String::new(), |wanted| format!("{wanted:.4}"));
    println!(
        "| {name} | {} | {} | {best:.4} | {wanted} | {worst:.4} | {communities} | {parts} of {seeds} seeds | {:.0} ms |",
        graph.nodes(),
        graph.ties(),
        1e3 * took,
    );
    Ok(parts == 0 && reference.is_none_or(|wanted| best >= wanted - SHORT))
}

/// Communities that a search from one of their members does not reach all of.
fn in_parts(graph: &Undirected, of: &[u32], communities: usize) -> usize {
    let (mut size, mut reached) = (vec![0_usize; communities], vec![0_usize; communities]);
    for community in of {
        size[*community as usize] += 1;
    }
    let mut seen = vec![false; of.len()];
    let mut waiting = Vec::new();
    for (node, community) in of.iter().enumerate() {
        if reached[*community as usize] > 0 {
            continue;
        }
        seen[node] = true;
        waiting.push(node);
        while let Some(at) = waiting.pop() {
            reached[*community as usize] += 1;
            for (other, weight) in graph.neighbours(at).iter().zip(graph.weights(at)) {
                let other = *other as usize;
                if of[other] == *community && !seen[other] && *weight > 0.0 {
                    seen[other] = true;
                    waiting.push(other);
                }
            }
        }
    }
    size.iter().zip(&reached).filter(|(size, reached)| size != reached).count()
}

/// The network of a file; nodes are numbered as they come.
fn read(path: &str, directions: bool) -> Result<Undirected, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path)?;
    let mut arcs: Vec<(u32, u32, f32)> = Vec::new();
    let nodes;
    if path.ends_with(".graph") {
        let mut lines = text.lines().filter(|line| !line.starts_with('%'));
        let head: Vec<&str> = lines.next().unwrap_or_default().split_whitespace().collect();
        nodes = head.first().ok_or("no header")?.parse()?;
        let weighted = head.get(2).is_some_and(|format| format.ends_with('1'));
        for (node, line) in lines.take(nodes).enumerate() {
            let mut row = line.split_whitespace();
            while let Some(other) = row.next() {
                let weight = if weighted { row.next().ok_or("no weight")?.parse()? } else { 1.0 };
                let other = other.parse::<u32>()?.checked_sub(1).ok_or("node 0")?;
                if other as usize >= nodes {
                    return Err("a node beyond the last".into());
                }
                arcs.push((node as u32, other, weight));
            }
        }
    } else {
        let mut number: HashMap<u64, u32> = HashMap::new();
        for line in text.lines() {
            let cells: Vec<&str> =
                line.split(|c: char| c == ',' || c.is_whitespace()).filter(|c| !c.is_empty()).collect();
            let [Some(a), Some(b)] = [0, 1].map(|at| cells.get(at).and_then(|cell| cell.parse::<u64>().ok()))
            else {
                continue;
            };
            let weight = cells.get(2).and_then(|cell| cell.parse().ok()).unwrap_or(1.0);
            let mut named = |name| {
                let next = number.len() as u32;
                *number.entry(name).or_insert(next)
            };
            arcs.push((named(a), named(b), weight));
        }
        nodes = number.len();
    }
    if !directions {
        for (a, b, _) in &mut arcs {
            (*a, *b) = (*a.min(b), *a.max(b));
        }
        arcs.sort_by_key(|(a, b, _)| (*a, *b));
        arcs.dedup_by_key(|(a, b, _)| (*a, *b));
    }
    let (from, to) = (arcs.iter().map(|arc| arc.0).collect(), arcs.iter().map(|arc| arc.1).collect());
    let weight = arcs.iter().map(|arc| arc.2).collect();
    Ok(Undirected::of(&Graph::from_arcs(nodes, from, to, weight)?.graph)?)
}
