//! Local structure: how the surroundings of each account are knit, and how the whole is.

use super::running::drive;
use super::{Measured, Running, Subject, parsed};
use crate::error::Result;
use crate::graph::local::assortativity::Assortativity;
use crate::graph::local::brokerage::Brokerage;
use crate::graph::local::clustering::Clustering;
use crate::graph::local::cores::Cores;
use crate::graph::local::directed_clustering::DirectedClustering;
use crate::graph::local::distribution::{Distribution, distribution};
use crate::graph::local::reciprocity::Reciprocity;
use crate::graph::local::strong::Strong;
use serde::Deserialize;
use serde_json::{Value, json};

/// No parameters.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct None {}

/// `core`: k-core numbers.
pub(super) fn core(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let None {} = parsed("params", params)?;
    Ok(drive(Cores::new(subject.flat()?)?, |found| {
        let largest = found.iter().copied().max().unwrap_or(0);
        Ok(Measured::column("core", found.into_iter().map(f64::from).collect()).fact("largest", largest))
    }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ClusteringParams {
    /// Count the arcs among the neighbours, in either direction, as LDBC Graphalytics does.
    directed: bool,
}

/// `clustering`: local clustering and triangles.
pub(super) fn clustering(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let given: ClusteringParams = parsed("params", params)?;
    if given.directed {
        let algorithm = DirectedClustering::new(&*subject.graph()?)?;
        return Ok(drive(algorithm, |found| Ok(Measured::column("clustering", found?))));
    }
    Ok(drive(Clustering::new(subject.flat()?)?, |found| {
        let found = found?;
        let triangles = found.triangles.iter().map(|count| *count as f64).collect();
        Ok(Measured::column("clustering", found.clustering)
            .and("triangles", triangles)
            .fact("triangles", found.total)
            .fact("transitivity", found.transitivity)
            .fact("mean", found.mean))
    }))
}

/// `constraint`: Burt's constraint and effective size.
pub(super) fn constraint(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let None {} = parsed("params", params)?;
    Ok(drive(Brokerage::new(subject.flat()?)?, |found| {
        let found = found?;
        Ok(Measured::column("constraint", found.constraint).and("effectiveSize", found.effective_size))
    }))
}

/// `reciprocity`: the share of arcs that are answered.
pub(super) fn reciprocity(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let None {} = parsed("params", params)?;
    Ok(drive(Reciprocity::new(subject.graph()?)?, |found| {
        Ok(Measured::column("reciprocity", found.of)
            .fact("reciprocity", found.whole)
            .fact("mutualPairs", found.mutual_pairs))
    }))
}

/// `assortativity`: whether accounts of many ties are tied to one another. Facts of the whole; the column is the
/// number of neighbours that they are about.
pub(super) fn assortativity(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let None {} = parsed("params", params)?;
    let (graph, flat) = (subject.graph()?, subject.flat()?);
    Ok(drive(Assortativity::new(graph)?, move |found| {
        let neighbours = (0..flat.nodes()).map(|node| flat.degree(node) as f64).collect();
        Ok(Measured::column("neighbours", neighbours)
            .fact("undirected", found.undirected)
            .fact("inIn", found.in_in)
            .fact("inOut", found.in_out)
            .fact("outIn", found.out_in)
            .fact("outOut", found.out_out))
    }))
}

/// `strongComponent`: strongly connected components, numbered by size.
pub(super) fn strong_component(params: Value, subject: &mut Subject<'_>) -> Result<Box<dyn Running>> {
    let None {} = parsed("params", params)?;
    Ok(drive(Strong::new(subject.graph()?)?, |found| {
        let found = found?;
        let largest = found.sizes.first().copied().unwrap_or(0);
        Ok(Measured::column("component", found.of.iter().map(|c| f64::from(*c)).collect())
            .fact("components", found.sizes.len())
            .fact("largest", largest))
    }))
}

/// How a column is distributed, as a fact.
pub(super) fn spread(column: &[f64]) -> Result<Value> {
    let Distribution { values, counts, at_least, mean, gini, .. } = distribution(column.iter().copied())?;
    Ok(json!({ "values": values, "counts": counts, "atLeast": at_least, "mean": mean, "gini": gini }))
}
