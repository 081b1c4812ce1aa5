//! What a choice of a team is asked, and what comes of it.

/// What the choice may do.
#[derive(Debug, Clone)]
pub struct Choosing<'a> {
    /// Members at the most; must-haves beyond it stay.
    pub size: usize,
    /// Cost of the team at the most. Without `costs` everybody costs 1.
    pub budget: Option<f64>,
    /// What each node costs. Unknown (`NaN`): never chosen under a budget. Zero or negative: for nothing.
    pub costs: Option<&'a [f64]>,
    /// Who may be chosen; `None`: everybody.
    pub candidates: Option<&'a [bool]>,
    /// Who is in whatever it costs, in this order, before anybody is chosen.
    pub must_have: &'a [u32],
    /// The community of each node ([`super::NONE`]: none, without a cap) and members of one at the most.
    pub caps: Option<(&'a [u32], usize)>,
    /// Whose message is out already. Whom they reach first, or at the same step, they have.
    pub competitors: &'a [u32],
    /// Seed of the random streams.
    pub seed: u64,
    /// How far from 1 − 1/e the first certificate may be.
    pub epsilon: f64,
    /// Probability that a bound fails; `None`: 1 / nodes.
    pub delta: Option<f64>,
}

impl Default for Choosing<'_> {
    fn default() -> Self {
        Choosing {
            size: 10,
            budget: None,
            costs: None,
            candidates: None,
            must_have: &[],
            caps: None,
            competitors: &[],
            seed: 0,
            epsilon: 0.05,
            delta: None,
        }
    }
}

/// Which greedy rule found the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The most gain for its cost first.
    Ratio,
    /// The best single member that can be paid.
    Singleton,
    /// The most gain first, whatever it costs, as long as it can be paid.
    Uniform,
}

/// A team.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// The members in the order of choice, must-haves first.
    pub seeds: Vec<u32>,
    /// What each adds to those before; they add up to `spread`.
    pub gains: Vec<f64>,
    /// Weight reached in the mean, estimated from sets that had no part in the choice.
    pub spread: f64,
    /// Lower bound of the team's spread.
    pub spread_low: f64,
    /// Upper bound of the spread of the best possible team.
    pub spread_high: f64,
    /// `spread_low / spread_high`: the team reaches at least this share of the best possible.
    pub guarantee: f64,
    /// Reverse-reachable sets in each of the two collections.
    pub sets: usize,
    /// What the team costs: `NaN` where a cost is unknown, members where there are no costs.
    pub cost: f64,
    /// The rule that found it.
    pub way: Way,
}
