//! Degrees and components: the graph as it stands.

use super::local::spread;
use super::running::{drive, ready};
use super::{Measured, Running, Subject, members, parsed};
use crate::error::Result;
use crate::graph::components::Finding;
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct None {}

/// Checks the parameters of what takes none: an empty object, or nothing.
///
/// # Errors
/// `argument.invalid` for a parameter, and for what is no object.
pub fn no_params(params: &Value) -> Result<()> {
    let None {} = parsed("params", members(params)?.into())?;
    Ok(())
}

/// `degree`: distinct accounts that pay attention (`in`), that attention is paid to (`out`), either (`neighbours`), and
/// the weights of those arcs together.
pub(super) fn degree(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let None {} = parsed("params", params)?;
    let (graph, flat) = (subject.graph()?, subject.flat()?);
    let each = |of: &dyn Fn(usize) -> f64| (0..graph.nodes()).map(of).collect::<Vec<f64>>();
    let weight = |arcs: &mut dyn Iterator<Item = usize>| {
        arcs.map(|arc| f64::from(graph.weight(arc)).max(0.0)).sum::<f64>()
    };
    let columns = [
        ("in", each(&|node| graph.in_degree(node) as f64)),
        ("out", each(&|node| graph.out_degree(node) as f64)),
        ("neighbours", each(&|node| flat.degree(node) as f64)),
        ("inStrength", each(&|node| weight(&mut graph.in_arcs(node).iter().map(|arc| *arc as usize)))),
        ("outStrength", each(&|node| weight(&mut graph.out_arcs(node)))),
    ];
    let mut distributions = Map::new();
    for (name, column) in &columns[..3] {
        distributions.insert((*name).to_owned(), spread(column)?);
    }
    let mut measured = Measured::default();
    for (name, column) in columns {
        measured = measured.and(name, column);
    }
    Ok(ready(
        measured.fact("arcs", graph.arcs()).fact("ties", flat.ties()).fact("distributions", distributions),
    ))
}

/// `component`: weakly connected components, numbered by size.
pub(super) fn component(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let None {} = parsed("params", params)?;
    Ok(drive(Finding::new(subject.graph()?), |found| {
        let found = found?;
        let largest = found.sizes.first().copied().unwrap_or(0);
        Ok(Measured::column("component", found.of.iter().map(|c| f64::from(*c)).collect())
            .fact("components", found.sizes.len())
            .fact("largest", largest))
    }))
}
