//! How a reverse search draws the tries at a node.

/// Arcs below which a node's tries are drawn one by one.
const FEW: usize = 6;
/// Largest probability of a node whose tries are counted first and placed then.
const RARE: f32 = 0.2;
/// Most successes expected of such a node.
const EXPECTED: f64 = 16.0;

/// How the tries at a node are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Draw {
    /// One by one.
    Each,
    /// One by one, all arcs having one probability.
    EachEqual,
    /// All arcs have one small probability: how many succeed is drawn first, then which.
    Equal,
    /// The same by the largest probability, and each success is then kept with its share of it.
    Thinned,
}

/// What a reverse search needs of a node, in one place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// Where its arcs begin; they end where those of the next node begin.
    pub(crate) start: u32,
    /// The largest probability among them.
    pub(crate) most: f32,
    /// Probability that none of them succeeds, if all had the largest.
    pub(crate) none: f32,
    pub(crate) draw: Draw,
}

impl Row {
    /// The row whose arcs begin there and have these probabilities; [`Row::none`] is left to the caller.
    #[inline(never)]
    pub(crate) fn of(start: u32, p: &[f32]) -> Row {
        let most = p.iter().copied().fold(0.0, f32::max);
        let counted = p.len() >= FEW && most <= RARE && f64::from(most) * p.len() as f64 <= EXPECTED;
        let draw = match (counted, p.iter().all(|p| *p == most)) {
            (false, false) => Draw::Each,
            (false, true) => Draw::EachEqual,
            (true, true) => Draw::Equal,
            (true, false) => Draw::Thinned,
        };
        Row { start, most, none: 0.0, draw }
    }
}
