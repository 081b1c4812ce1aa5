//! How far two partitions of the same nodes agree.

use super::numbering::filled;
use crate::error::{ErrorKind, Result};
use crate::graph::column::add_up;
use crate::math::{Sum, ln};

/// Two measures of how far two partitions agree: 1 for the same partition.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// Adjusted Rand index: of the pairs of nodes together in one partition, the share together in the other as well,
    /// beyond what chance would give; around 0 for unrelated partitions.
    pub ari: f64,
    /// Normalised mutual information: what knowing one partition tells of the other, over the mean of what each holds.
    pub nmi: f64,
}

/// Measures the agreement of two partitions given by any labels below the number of nodes.
///
/// `ARI = (Σ C(n_ab,2) − E) / ((Σ C(a,2) + Σ C(b,2)) / 2 − E)`, with `E = Σ C(a,2) Σ C(b,2) / C(n,2)`;
/// `NMI = 2 I(A;B) / (H(A) + H(B))`, over the sizes a and b of the communities and n_ab of what they share. Two
/// partitions that both are one community, or both all nodes alone, agree: 1 and 1.
///
/// # Complexity
/// O(nodes); 20 bytes a node.
///
/// # Examples
/// ```
/// use sillage::graph::community::agreement::agreement;
/// let made = agreement(&[0, 0, 1, 1], &[3, 3, 2, 2])?;
/// assert_eq!((made.ari, made.nmi), (1.0, 1.0)); // the names of communities do not matter
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// `argument.invalid` for partitions of different lengths or labels that do not fit; `memory.exhausted`.
///
/// # Source
/// Hubert and Arabie 1985; Danon, Díaz-Guilera, Duch and Arenas 2005. As in scikit-learn.
pub fn agreement(a: &[u32], b: &[u32]) -> Result<Agreement> {
    let n = a.len();
    if b.len() != n {
        let given = format!("{n} and {} labels", b.len());
        return Err(ErrorKind::InvalidArgument { name: "communities", given }.into());
    }
    super::numbering::check(a, n)?;
    super::numbering::check(b, n)?;
    // The labels of b, gathered by the community of a.
    let mut start = filled(n + 1, 0_u32)?;
    let mut size_b = filled(n, 0_u32)?;
    for (x, y) in a.iter().zip(b) {
        start[*x as usize + 1] += 1;
        size_b[*y as usize] += 1;
    }
    add_up(&mut start);
    let mut gathered = filled(n, 0_u32)?;
    let mut next = start.clone();
    for (x, y) in a.iter().zip(b) {
        let at = &mut next[*x as usize];
        gathered[*at as usize] = *y;
        *at += 1;
    }
    let (mut both, mut of_a, mut of_b) = (Counts::default(), Counts::default(), Counts::default());
    let mut shared = next;
    shared.fill(0);
    for row in start.windows(2) {
        let row = row[0] as usize..row[1] as usize;
        of_a.add(row.len() as u32);
        for y in &gathered[row.clone()] {
            shared[*y as usize] += 1;
        }
        for y in &gathered[row] {
            both.add(std::mem::take(&mut shared[*y as usize]));
        }
    }
    for size in &size_b {
        of_b.add(*size);
    }
    Ok(Agreement { ari: ari(n, &both, &of_a, &of_b), nmi: nmi(n, &both, &of_a, &of_b) })
}

/// What the measures need of the sizes of groups.
#[derive(Debug, Default)]
struct Counts {
    pairs: f64,
    groups: usize,
    size_ln_size: Sum,
}

impl Counts {
    fn add(&mut self, size: u32) {
        if size > 0 {
            let size = f64::from(size);
            self.pairs += size * (size - 1.0) / 2.0;
            self.groups += 1;
            self.size_ln_size.add(size * ln(size));
        }
    }
}

fn ari(n: usize, both: &Counts, a: &Counts, b: &Counts) -> f64 {
    if (a.groups, b.groups) == (both.groups, both.groups) {
        return 1.0;
    }
    let all = n as f64 * (n as f64 - 1.0) / 2.0;
    let expected = a.pairs / all * b.pairs;
    (both.pairs - expected) / ((a.pairs + b.pairs) / 2.0 - expected)
}

fn nmi(n: usize, both: &Counts, a: &Counts, b: &Counts) -> f64 {
    if (a.groups, b.groups) == (both.groups, both.groups) {
        return 1.0;
    }
    // n times the entropies and the mutual information.
    let whole = n as f64 * ln(n as f64);
    let of = |counts: &Counts| whole - counts.size_ln_size.total();
    let mutual = of(a) + of(b) - of(both);
    (2.0 * mutual / (of(a) + of(b))).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_scikit_learn() {
        // adjusted_rand_score and normalized_mutual_info_score.
        let made = agreement(&[0, 0, 0, 1, 1, 1, 2, 2], &[0, 0, 1, 1, 2, 2, 2, 2]).unwrap();
        assert!((made.ari - 0.181_818_181_818_181_82).abs() < 1e-12, "{made:?}");
        assert!((made.nmi - 0.530_025_754_914_032_7).abs() < 1e-12, "{made:?}");
    }

    #[test]
    fn extremes() {
        let same = Agreement { ari: 1.0, nmi: 1.0 };
        assert_eq!(agreement(&[], &[]).unwrap(), same);
        assert_eq!(agreement(&[0], &[0]).unwrap(), same);
        assert_eq!(agreement(&[0; 5], &[4; 5]).unwrap(), same);
        assert_eq!(agreement(&[0, 1, 2], &[2, 0, 1]).unwrap(), same);
        let opposite = agreement(&[0; 4], &[0, 1, 2, 3]).unwrap();
        assert_eq!((opposite.ari, opposite.nmi), (0.0, 0.0));
        assert_eq!(agreement(&[0], &[0, 1]).unwrap_err().code(), "argument.invalid");
        assert_eq!(agreement(&[1], &[0]).unwrap_err().code(), "argument.invalid");
    }
}
