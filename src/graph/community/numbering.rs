//! Communities in a fixed order, so that the same partition always bears the same numbers.

use crate::error::{ErrorKind, Result};

/// A partition with its communities numbered by size, largest first, then by smallest node.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbered {
    /// Community of each node.
    pub of: Vec<u32>,
    /// Nodes of each community.
    pub sizes: Vec<u32>,
}

/// Numbers the communities of a partition by size, largest first, then by smallest node.
///
/// # Complexity
/// O(nodes + communities · log communities); 12 bytes a node.
///
/// # Errors
/// `argument.invalid` for a label that is not below the number of nodes; `memory.exhausted`.
pub fn numbered(labels: &[u32]) -> Result<Numbered> {
    let n = labels.len();
    check(labels, n)?;
    let mut size = filled(n, 0_u32)?;
    let mut smallest = filled(n, u32::MAX)?;
    for (node, label) in labels.iter().enumerate() {
        let label = *label as usize;
        size[label] += 1;
        smallest[label] = smallest[label].min(node as u32);
    }
    let mut order: Vec<u32> = (0..n as u32).filter(|label| size[*label as usize] > 0).collect();
    order.sort_unstable_by_key(|label| (std::cmp::Reverse(size[*label as usize]), smallest[*label as usize]));
    let number = &mut smallest;
    for (at, label) in order.iter().enumerate() {
        number[*label as usize] = at as u32;
    }
    Ok(Numbered {
        of: labels.iter().map(|label| number[*label as usize]).collect(),
        sizes: order.iter().map(|label| size[*label as usize]).collect(),
    })
}

/// That a partition has one label a node, each below the number of nodes.
///
/// # Errors
/// `argument.invalid`.
pub(crate) fn check(labels: &[u32], nodes: usize) -> Result<()> {
    if labels.len() != nodes {
        let given = format!("{} labels for {nodes} nodes", labels.len());
        return Err(ErrorKind::InvalidArgument { name: "communities", given }.into());
    }
    if let Some(label) = labels.iter().find(|label| **label as usize >= nodes) {
        return Err(ErrorKind::InvalidArgument { name: "communities", given: label.to_string() }.into());
    }
    Ok(())
}

/// A column of one value, or the error that there is no room for it.
pub(crate) fn filled<T: Clone>(len: usize, value: T) -> Result<Vec<T>> {
    let mut column = Vec::new();
    column.try_reserve_exact(len).map_err(|_| ErrorKind::OutOfMemory { what: "communities" })?;
    column.resize(len, value);
    Ok(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn largest_first_then_smallest_node() {
        let made = numbered(&[5, 3, 5, 3, 0, 1]).unwrap();
        assert_eq!(made.of, [0, 1, 0, 1, 2, 3]);
        assert_eq!(made.sizes, [2, 2, 1, 1]);
        assert_eq!(numbered(&made.of).unwrap(), made);
        assert_eq!(numbered(&[]).unwrap(), Numbered::default());
        assert_eq!(numbered(&[0, 2]).unwrap_err().code(), "argument.invalid");
    }
}
