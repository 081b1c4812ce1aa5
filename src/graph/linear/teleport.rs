//! Vectors that say where PageRank's walks start again.

use crate::error::Result;
use crate::graph::Graph;
use crate::graph::column::filled;
use crate::graph::undirected::positive;

/// The same mass on each of the accounts given, none elsewhere: personalised PageRank. Accounts outside the graph
/// are left out.
///
/// # Errors
/// `memory.exhausted`.
pub fn on_accounts(nodes: usize, accounts: &[u32]) -> Result<Vec<f64>> {
    let mut teleport = filled(0.0, nodes)?;
    for account in accounts {
        if let Some(mass) = teleport.get_mut(*account as usize) {
            *mass = 1.0;
        }
    }
    Ok(teleport)
}

/// The same mass on every account that at least `least` distinct credible others pay attention to.
///
/// Accounts that somebody made up receive no attention of others, so that any number of them adds nothing to the one
/// they were made for. `None` when no account is trusted so.
///
/// # Parameters
/// - `credible`: whether each account is; `None` when all are.
/// - `least`: 2 is usual.
///
/// # Complexity
/// O(nodes + arcs), 8 bytes a node.
///
/// # Errors
/// `memory.exhausted`.
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, linear::teleport::trusted};
/// let graph = Graph::from_sorted(4, &[0, 1, 3], vec![2, 2, 0], vec![1.0; 3])?;
/// assert_eq!(trusted(&graph, None, 2)?.unwrap(), [0.0, 0.0, 1.0, 0.0]);
/// assert_eq!(trusted(&graph, Some(&[true, false, true, true]), 2)?, None, "one of its two readers is not credible");
/// # Ok::<(), sillage::error::Error>(())
/// ```
pub fn trusted(graph: &Graph, credible: Option<&[bool]>, least: usize) -> Result<Option<Vec<f64>>> {
    let mut teleport = filled(0.0, graph.nodes())?;
    let mut any = false;
    let believed = |a: u32| credible.is_none_or(|c| c.get(a as usize).copied().unwrap_or(false));
    for (node, mass) in teleport.iter_mut().enumerate() {
        let places = graph.in_places(node);
        let attention = graph.in_from[places.clone()].iter().zip(&graph.in_weight[places]);
        let counts = |(a, w): &(&u32, &f32)| **a as usize != node && positive(**w) > 0.0 && believed(**a);
        if attention.filter(counts).take(least).count() == least {
            (*mass, any) = (1.0, true);
        }
    }
    Ok(any.then_some(teleport))
}
