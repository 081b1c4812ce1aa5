//! Circles: over which communities an account's ties are spread.

use crate::graph::Graph;
use crate::model::NONE;

/// Communities that are kept of an account.
const KEPT: usize = 4;

/// The communities of the accounts that one has ties with, those it shares most with first: as many as are kept, with
/// shares out of 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circles {
    of: [u32; KEPT],
    share: [u8; KEPT],
}

impl Circles {
    /// Nothing is known.
    pub const UNKNOWN: Circles = Circles { of: [NONE; KEPT], share: [0; KEPT] };

    /// Whether anything is known.
    pub fn are_known(&self) -> bool {
        self.share[0] > 0
    }

    /// Adds the shares to a sum over communities.
    pub fn add_to(&self, sums: &mut [f32], weight: f32) {
        for (community, share) in self.of.iter().zip(self.share) {
            if let Some(sum) = sums.get_mut(*community as usize) {
                *sum += weight * f32::from(share) / 255.0;
            }
        }
    }

    /// `Σ_c min(share_c, typical_c)`, 0 to 1; NaN where nothing is known.
    pub fn overlap(&self, typical: &[f32]) -> f64 {
        if !self.are_known() {
            return f64::NAN;
        }
        let mut overlap = 0.0;
        for (community, share) in self.of.iter().zip(self.share) {
            let typical = typical.get(*community as usize).copied().unwrap_or(0.0);
            overlap += f64::from(typical.min(f32::from(share) / 255.0));
        }
        overlap
    }
}

/// Finds [`Circles`], an account at a time.
#[derive(Debug)]
pub struct Finder {
    toward: Vec<f64>,
    touched: Vec<u32>,
}

impl Finder {
    /// For so many communities; `None` where there is no memory for it.
    pub fn new(communities: usize) -> Option<Finder> {
        let mut toward = Vec::new();
        toward.try_reserve_exact(communities).ok()?;
        toward.resize(communities, 0.0);
        Some(Finder { toward, touched: Vec::new() })
    }

    /// The circles of an account by its ties in either direction.
    pub fn of(&mut self, graph: &Graph, community: &[u32], account: usize) -> Circles {
        let out = graph.targets(account).iter().zip(graph.out_arcs(account));
        let into = graph.sources(account).iter().zip(graph.in_arcs(account).iter().map(|arc| *arc as usize));
        let mut all = 0.0;
        for (other, arc) in out.chain(into) {
            let weight = f64::from(graph.weight(arc));
            let at = community.get(*other as usize).copied().unwrap_or(NONE);
            if let Some(toward) = self.toward.get_mut(at as usize)
                && weight > 0.0
            {
                if *toward == 0.0 {
                    self.touched.push(at);
                }
                *toward += weight;
                all += weight;
            }
        }
        let toward = &self.toward;
        self.touched
            .sort_unstable_by(|a, b| toward[*b as usize].total_cmp(&toward[*a as usize]).then(a.cmp(b)));
        let mut circles = Circles::UNKNOWN;
        for (at, community) in self.touched.iter().take(KEPT).enumerate() {
            circles.of[at] = *community;
            circles.share[at] = (toward[*community as usize] / all * 255.0 + 0.5) as u8;
        }
        for community in self.touched.drain(..) {
            self.toward[community as usize] = 0.0;
        }
        circles
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_are_spread_over_communities_in_both_directions() {
        let graph = Graph::from_sorted(4, &[0, 0, 3], vec![1, 2, 0], vec![1.0, 2.0, 1.0]).unwrap();
        let mut finder = Finder::new(2).unwrap();
        let community = [0, 0, 1, 0];
        let circles = finder.of(&graph, &community, 0);
        assert_eq!((circles.of[..2].to_vec(), circles.share[..2].to_vec()), (vec![0, 1], vec![128, 128]));
        let alone = finder.of(&graph, &community, 1);
        assert_eq!((alone.of[0], alone.share[0]), (0, 255));
        assert!((circles.overlap(&[1.0, 0.0]) - 0.5).abs() < 0.01 && alone.overlap(&[0.0, 1.0]) == 0.0);
        let graph = Graph::from_sorted(1, &[], vec![], vec![]).unwrap();
        assert_eq!(finder.of(&graph, &[0], 0), Circles::UNKNOWN);
        assert!(Circles::UNKNOWN.overlap(&[1.0]).is_nan());
    }
}
