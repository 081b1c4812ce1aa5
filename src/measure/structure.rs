//! Degrees and components: the graph as it stands.

use super::running::ready;
use super::{Measured, Running, Subject, parsed};
use crate::error::Result;
use crate::graph::components::components;
use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct None {}

/// `degree`: distinct accounts that pay attention (`in`), that attention is paid to (`out`), either (`neighbours`), and
/// the weights of those arcs together.
pub(super) fn degree(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let None {} = parsed("params", params)?;
    let (graph, flat) = (subject.graph()?, subject.flat()?);
    let each = |of: &dyn Fn(usize) -> f64| (0..graph.nodes()).map(of).collect::<Vec<f64>>();
    let weight = |arcs: &mut dyn Iterator<Item = usize>| {
        arcs.map(|arc| f64::from(graph.weight(arc)).max(0.0)).sum::<f64>()
    };
    Ok(ready(
        Measured::column("in", each(&|node| graph.in_degree(node) as f64))
            .and("out", each(&|node| graph.out_degree(node) as f64))
            .and("neighbours", each(&|node| flat.degree(node) as f64))
            .and("inStrength", each(&|node| weight(&mut graph.in_arcs(node).iter().map(|arc| *arc as usize))))
            .and("outStrength", each(&|node| weight(&mut graph.out_arcs(node))))
            .fact("arcs", graph.arcs())
            .fact("ties", flat.ties()),
    ))
}

/// `component`: weakly connected components, numbered by size.
pub(super) fn component(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let None {} = parsed("params", params)?;
    let found = components(&*subject.graph()?)?;
    let largest = found.sizes.first().copied().unwrap_or(0);
    Ok(ready(
        Measured::column("component", found.of.iter().map(|c| f64::from(*c)).collect())
            .fact("components", found.sizes.len())
            .fact("largest", largest),
    ))
}
