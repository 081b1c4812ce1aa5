//! The nodes that searches start from.

use super::{filled, room};
use crate::error::{ErrorKind, Result};
use crate::math::rng::Stream;
use serde::{Deserialize, Serialize};

/// From which nodes paths are counted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Sources {
    /// From every node: exact.
    #[default]
    All,
    /// From these nodes, each as often as it is named.
    List(Vec<u32>),
    /// From so many nodes drawn without replacement: unbiased once scaled, without a bound on the error of each node.
    Sample {
        /// How many; all, if there are not so many.
        count: usize,
        /// Seed of the draw.
        seed: u64,
    },
}

impl Sources {
    /// How often each node of a graph is a source.
    ///
    /// # Errors
    /// `argument.invalid` for a source that is no node; `memory.exhausted`.
    pub(super) fn weights(&self, nodes: usize) -> Result<Vec<f64>> {
        let mut own = filled(nodes, 0.0)?;
        match self {
            Sources::All => own.fill(1.0),
            Sources::List(list) => {
                for source in list {
                    *own.get_mut(*source as usize).ok_or_else(|| ErrorKind::InvalidArgument {
                        name: "source",
                        given: source.to_string(),
                    })? += 1.0;
                }
            }
            Sources::Sample { count, seed } => {
                for source in sample(nodes, *count, *seed)? {
                    own[source as usize] = 1.0;
                }
            }
        }
        Ok(own)
    }
}

/// So many of the nodes, drawn without replacement, in order.
fn sample(nodes: usize, count: usize, seed: u64) -> Result<Vec<u32>> {
    let mut all = room(nodes)?;
    all.extend(0..nodes as u32);
    let mut stream = Stream::new(seed, "sources", 0);
    let count = count.min(nodes);
    for at in 0..count {
        all.swap(at, at + stream.below((nodes - at) as u64) as usize);
    }
    all.truncate(count);
    Ok(all)
}
