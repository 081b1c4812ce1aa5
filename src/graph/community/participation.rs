//! Who bridges communities and who leads one: participation, within-module degree, roles.

use super::numbering::{check, filled};
use crate::error::{ErrorKind, Result};
use crate::graph::Undirected;
use crate::graph::steps::{Steps, run};
use crate::math::{Sum, sqrt};
use std::rc::Rc;

/// Entries of rows that one step reads, about.
const STEP: usize = 1 << 18;

/// Parameters of [`Participation`].
#[derive(Debug, Clone)]
pub struct Params {
    /// Neighbours below which an account's participation is unknown: with few ties it says nothing.
    pub min_degree: usize,
}

impl Default for Params {
    fn default() -> Self {
        Params { min_degree: 5 }
    }
}

/// The seven roles of Guimerà and Amaral, and unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Participation or strength within the community is unknown.
    Unknown,
    /// z < 2.5, P < 0.05: nearly all ties within the community.
    UltraPeripheral,
    /// z < 2.5, P < 0.62: most ties within the community.
    Peripheral,
    /// z < 2.5, P ≤ 0.80: many ties to other communities.
    Connector,
    /// z < 2.5, P > 0.80: ties spread over all communities.
    Kinless,
    /// z ≥ 2.5, P ≤ 0.30: leads its own community.
    ProvincialHub,
    /// z ≥ 2.5, P ≤ 0.75: leads its community and reaches others.
    ConnectorHub,
    /// z ≥ 2.5, P > 0.75: a hub of the whole more than of its community.
    KinlessHub,
}

impl Role {
    /// The role of an account by its within-module z and its participation P.
    pub fn of(z: f64, p: f64) -> Role {
        match (z >= 2.5, p) {
            _ if z.is_nan() || p.is_nan() => Role::Unknown,
            (true, p) if p <= 0.30 => Role::ProvincialHub,
            (true, p) if p <= 0.75 => Role::ConnectorHub,
            (true, _) => Role::KinlessHub,
            (false, p) if p < 0.05 => Role::UltraPeripheral,
            (false, p) if p < 0.62 => Role::Peripheral,
            (false, p) if p <= 0.80 => Role::Connector,
            (false, _) => Role::Kinless,
        }
    }
}

/// What [`Participation`] finds of every account.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// P, from 0 (all ties in one community) towards 1 (evenly over many); `NaN` below the least number of neighbours
    /// and without weight.
    pub participation: Vec<f64>,
    /// z, how many standard deviations more weight an account shares with its own community than its members do on
    /// average; 0 where all share alike.
    pub within: Vec<f64>,
    /// Role by both.
    pub role: Vec<Role>,
}

/// Participation coefficient and within-module degree of every account, a block of nodes at a time.
///
/// `P_i = 1 − Σ_c (k_ic / k_i)²` and `z_i = (k_i^in − mean) / sd` over the members of its community (population sd, 0
/// where sd is 0). For a reader: P says whether an account bridges circles, z whether it leads its own.
///
/// | here | in the paper |
/// |---|---|
/// | `toward` | k_ic, weight of the ties of account i to community c |
/// | `inside` | k_i^in, the same to its own community |
///
/// # Complexity
/// O(nodes + ties); 40 bytes a node.
///
/// # Source
/// Guimerà and Amaral 2005, “Functional cartography of complex metabolic networks”; thresholds of the roles from there.
#[derive(Debug)]
pub struct Participation {
    graph: Rc<Undirected>,
    of: Vec<u32>,
    min_degree: usize,
    toward: Vec<f64>,
    touched: Vec<u32>,
    participation: Vec<f64>,
    inside: Vec<f64>,
}

impl Participation {
    /// Prepares the measure for the communities `of` the nodes, whose labels are any numbers below that of the nodes.
    ///
    /// # Errors
    /// `argument.invalid` for labels that do not fit the graph; `memory.exhausted`.
    pub fn new(graph: &Rc<Undirected>, of: Vec<u32>, params: &Params) -> Result<Participation> {
        let n = graph.nodes();
        check(&of, n)?;
        let no_room = |_| ErrorKind::OutOfMemory { what: "communities" };
        let (mut participation, mut inside) = (Vec::new(), Vec::new());
        participation.try_reserve_exact(n).map_err(no_room)?;
        inside.try_reserve_exact(n).map_err(no_room)?;
        let toward = filled(n, 0.0)?;
        let min_degree = params.min_degree;
        let graph = Rc::clone(graph);
        Ok(Participation { graph, of, min_degree, toward, touched: Vec::new(), participation, inside })
    }

    fn look_at(&mut self, node: usize) {
        let (neighbours, weights) = (self.graph.neighbours(node), self.graph.weights(node));
        let mut strength = 0.0;
        for (other, weight) in neighbours.iter().zip(weights).filter(|tie| *tie.1 > 0.0) {
            let community = self.of[*other as usize];
            let toward = &mut self.toward[community as usize];
            if *toward == 0.0 {
                self.touched.push(community);
            }
            *toward += f64::from(*weight);
            strength += f64::from(*weight);
        }
        self.inside.push(self.toward[self.of[node] as usize]);
        let mut squares = 0.0;
        for community in self.touched.drain(..) {
            let share = std::mem::take(&mut self.toward[community as usize]) / strength;
            squares += share * share;
        }
        let known = strength > 0.0 && neighbours.len() >= self.min_degree;
        self.participation.push(if known { (1.0 - squares).max(0.0) } else { f64::NAN });
    }
}

impl Steps for Participation {
    type Output = Result<Places>;

    fn step(&mut self) -> bool {
        let mut read = 0;
        while read < STEP && self.inside.len() < self.of.len() {
            let node = self.inside.len();
            read += 8 + self.graph.degree(node);
            self.look_at(node);
        }
        self.inside.len() == self.of.len()
    }

    fn share_done(&self) -> f64 {
        self.inside.len() as f64 / self.of.len().max(1) as f64
    }

    fn finish(self) -> Result<Places> {
        let mut within = self.inside;
        standardise(&mut within, &self.of)?;
        let role = within.iter().zip(&self.participation).map(|(z, p)| Role::of(*z, *p)).collect();
        Ok(Places { participation: self.participation, within, role })
    }
}

/// Turns the weight inside into standard scores within each community.
fn standardise(values: &mut [f64], of: &[u32]) -> Result<()> {
    let communities = of.iter().max().map_or(0, |most| *most as usize + 1);
    let mut members = filled(communities, 0.0_f64)?;
    let mut sums = filled(communities, Sum::default())?;
    for (value, community) in values.iter().zip(of) {
        members[*community as usize] += 1.0;
        sums[*community as usize].add(*value);
    }
    let mean: Vec<f64> = sums.iter().zip(&members).map(|(sum, members)| sum.total() / members).collect();
    sums.fill(Sum::default());
    for (value, community) in values.iter().zip(of) {
        let apart = value - mean[*community as usize];
        sums[*community as usize].add(apart * apart);
    }
    for (value, community) in values.iter_mut().zip(of) {
        let at = *community as usize;
        let deviation = sqrt(sums[at].total() / members[at]);
        // Equal values whose mean is rounded have a deviation of a few units in the last place: they do not differ.
        let rounding = 1e-12 * mean[at].abs();
        *value = if deviation > rounding { (*value - mean[at]) / deviation } else { 0.0 };
    }
    Ok(())
}

/// Participation, within-module degree and role of every account in one call; see [`Participation`].
///
/// # Examples
/// ```
/// use sillage::graph::{Graph, Undirected, community::participation::{Params, Role, participation}};
/// use std::rc::Rc;
/// // One account that knows two pairs.
/// let graph = Graph::from_sorted(5, &[0, 0, 0, 0, 1, 3], vec![1, 2, 3, 4, 2, 4], vec![1.0; 6])?;
/// let ties = Rc::new(Undirected::of(&graph)?);
/// let found = participation(&ties, &[0, 0, 0, 1, 1], &Params { min_degree: 3 })?;
/// assert_eq!(found.participation[0], 0.5);
/// assert!(found.participation[1].is_nan() && found.role[1] == Role::Unknown);
/// # Ok::<(), sillage::error::Error>(())
/// ```
///
/// # Errors
/// As [`Participation::new`].
pub fn participation(graph: &Rc<Undirected>, of: &[u32], params: &Params) -> Result<Places> {
    run(Participation::new(graph, of.to_vec(), params)?)
}

#[cfg(test)]
mod tests {
    use super::super::examples::{KARATE_BEST, karate, ties};
    use super::*;

    #[test]
    fn karate_values_of_networkx() {
        let found = participation(&karate(), &KARATE_BEST, &Params::default()).unwrap();
        for (node, p, z) in [
            (0, 0.539_062_5, 2.135_707_661_651_199_6),
            (2, 0.62, 0.300_333_889_919_7),
            (33, 0.512_110_726_643_598_6, 2.511_655_074_836_764),
        ] {
            assert!(
                (found.participation[node] - p).abs() < 1e-12,
                "{} is not {p}",
                found.participation[node]
            );
            assert!((found.within[node] - z).abs() < 1e-12, "{} is not {z}", found.within[node]);
        }
        assert_eq!(found.role[33], Role::ConnectorHub);
        assert_eq!((found.role[0], found.role[2]), (Role::Peripheral, Role::Connector));
        assert!(found.participation[11].is_nan() && found.role[11] == Role::Unknown, "one neighbour");
    }

    #[test]
    fn without_weight_or_neighbours_all_is_unknown_and_a_clique_has_no_leader() {
        let params = Params { min_degree: 0 };
        let found = participation(&ties(3, &[(0, 1, 0.0), (1, 2, f32::NAN)]), &[0, 0, 0], &params).unwrap();
        assert!(found.participation.iter().all(|p| p.is_nan()));
        assert_eq!(found.within, [0.0; 3]);
        let pairs: Vec<_> = (0..7_u32).flat_map(|a| (a + 1..7).map(move |b| (a, b, 0.1))).collect();
        let found = participation(&ties(7, &pairs), &[3; 7], &params).unwrap();
        assert_eq!((found.participation, found.within), (vec![0.0; 7], vec![0.0; 7]));
        assert!(participation(&ties(0, &[]), &[], &params).unwrap().role.is_empty());
        assert_eq!(participation(&ties(2, &[]), &[0, 2], &params).unwrap_err().code(), "argument.invalid");
    }

    #[test]
    fn roles_at_their_borders() {
        let cases = [
            (0.0, 0.0, Role::UltraPeripheral),
            (0.0, 0.05, Role::Peripheral),
            (2.4, 0.62, Role::Connector),
            (2.4, 0.80, Role::Connector),
            (2.4, 0.81, Role::Kinless),
            (2.5, 0.30, Role::ProvincialHub),
            (2.5, 0.75, Role::ConnectorHub),
            (9.0, 0.76, Role::KinlessHub),
            (f64::NAN, 0.5, Role::Unknown),
            (3.0, f64::NAN, Role::Unknown),
        ];
        for (z, p, role) in cases {
            assert_eq!(Role::of(z, p), role, "z {z}, P {p}");
        }
    }

    #[test]
    fn a_community_of_equals_has_no_deviation() {
        let mut values = vec![0.1; 7];
        standardise(&mut values, &[0; 7]).unwrap();
        assert_eq!(values, [0.0; 7]);
        let mut values = vec![1.0, 3.0, 5.0];
        standardise(&mut values, &[1, 1, 2]).unwrap();
        assert_eq!(values, [-1.0, 1.0, 0.0]);
    }
}
