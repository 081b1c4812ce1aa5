//! What the signals share: who engages with whom how often, which attention is mutual, and how each account stands.

use super::Parts;
use crate::error::Result;
use crate::graph::column::filled;
use crate::model::Layer;

/// How an account stands as one that pays attention to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nobody pays attention to it, and it pays attention to one account only (those it is mutual with left aside).
    OnePurpose,
    /// It pays attention to several accounts; nobody pays attention to it.
    Active,
    /// Somebody pays attention to it whom it does not re-share back.
    Vouched,
}

const RECEIVED: u8 = 1;
const ACTED: u8 = 2;
const ACTED_ON_TWO: u8 = 4;
const VOUCHED: u8 = 8;
const ACTED_APART: u8 = 16;
const ACTED_ON_TWO_APART: u8 = 32;

/// Counts that the signals and the discount share.
#[derive(Debug, Clone, Default)]
pub struct Ground {
    /// Ties of each arc inside the window that can give credit.
    pub uses: Vec<u32>,
    /// Whether the two accounts of the arc re-shared each other.
    pub mutual: Vec<bool>,
    /// Accounts that engaged with each account.
    pub engagers: Vec<u32>,
    marks: Vec<u8>,
    /// Share of one-purpose accounts among those who engage, the mean over accounts with enough of them: what is usual
    /// in these data. NaN where nobody has enough.
    pub usual_one_purpose: f64,
    /// The same of mutual re-shares.
    pub usual_mutual: f64,
    stage: u8,
    at: usize,
    /// Sums of the two shares, and how many accounts they are of.
    sums: (f64, f64, f64),
}

/// Accounts that engaged below which shares are not looked at for what is usual.
pub const ENOUGH: u32 = 3;
/// Arcs or nodes of a piece.
pub(super) const PIECE: usize = 1 << 16;

impl Ground {
    /// Makes room.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub(super) fn new(parts: &Parts<'_>) -> Result<Ground> {
        let (nodes, arcs) = (parts.attention.graph.nodes(), parts.attention.graph.arcs());
        Ok(Ground {
            uses: filled(0, arcs)?,
            mutual: filled(false, arcs)?,
            engagers: filled(0, nodes)?,
            marks: filled(0, nodes)?,
            usual_one_purpose: f64::NAN,
            usual_mutual: f64::NAN,
            ..Ground::default()
        })
    }

    /// Whether credit is drawn from re-shares and quotes: only there is attention that is paid back unusual. In
    /// conversations it is the rule.
    pub fn of_shares(parts: &Parts<'_>) -> bool {
        parts.credit_layers[Layer::Repost as usize] || parts.credit_layers[Layer::Quote as usize]
    }

    /// Counts the next piece; returns whether all is counted.
    pub(super) fn step(&mut self, parts: &Parts<'_>) -> bool {
        let graph = &parts.attention.graph;
        let size = if self.stage < 2 { graph.arcs() } else { graph.nodes() };
        let to = size.min(self.at + PIECE);
        match self.stage {
            0 => (self.at..to).for_each(|arc| self.count(parts, arc)),
            1 => (self.at..to).for_each(|arc| self.mark(parts, arc)),
            _ => (self.at..to).for_each(|node| self.usual(parts, node)),
        }
        self.at = to;
        if to == size {
            self.at = 0;
            self.stage += 1;
        }
        if self.stage == 3 {
            let (one_purpose, mutual, accounts) = self.sums;
            self.usual_one_purpose = one_purpose / accounts;
            self.usual_mutual = mutual / accounts;
        }
        self.stage >= 3
    }

    fn count(&mut self, parts: &Parts<'_>, arc: usize) {
        let ties = &parts.data.ties;
        let gives = |t: &usize| {
            let layer = ties.layer[*t];
            parts.credit_layers[layer as usize] && parts.weights.of(layer) > 0.0 && ties.weight[*t] > 0.0
        };
        let uses = parts.attention.ties_of(arc, ties, parts.window).filter(gives).count() as u32;
        self.uses[arc] = uses;
        self.engagers[parts.attention.graph.out_to[arc] as usize] += u32::from(uses > 0);
    }

    fn mark(&mut self, parts: &Parts<'_>, arc: usize) {
        let graph = &parts.attention.graph;
        let (a, b) = (parts.attention.from[arc] as usize, graph.out_to[arc] as usize);
        let mutual = Ground::of_shares(parts)
            && self.uses[arc] > 0
            && graph.arc(b, a as u32).is_some_and(|back| self.uses[back] > 0);
        self.mutual[arc] = mutual;
        self.marks[b] |= RECEIVED | if mutual { 0 } else { VOUCHED };
        let marks = &mut self.marks[a];
        *marks |= if *marks & ACTED == 0 { ACTED } else { ACTED_ON_TWO };
        if !mutual {
            *marks |= if *marks & ACTED_APART == 0 { ACTED_APART } else { ACTED_ON_TWO_APART };
        }
    }

    fn usual(&mut self, parts: &Parts<'_>, node: usize) {
        if self.engagers[node] < ENOUGH {
            return;
        }
        let (mut one_purpose, mut mutual) = (0_u32, 0_u32);
        for (a, arc) in self.engaged(parts, node) {
            one_purpose += u32::from(self.one_purpose(a as usize));
            mutual += u32::from(self.mutual[arc]);
        }
        let all = f64::from(self.engagers[node]);
        self.sums.0 += f64::from(one_purpose) / all;
        self.sums.1 += f64::from(mutual) / all;
        self.sums.2 += 1.0;
    }

    /// Share of the work done.
    pub(super) fn share_done(&self, parts: &Parts<'_>) -> f64 {
        let size = if self.stage < 2 { parts.attention.graph.arcs() } else { parts.attention.graph.nodes() };
        (f64::from(self.stage) + self.at as f64 / size.max(1) as f64) / 3.0
    }

    /// Who engaged with an account, and by which arc.
    pub fn engaged<'a>(
        &'a self,
        parts: &Parts<'a>,
        account: usize,
    ) -> impl Iterator<Item = (u32, usize)> + 'a {
        let graph = &parts.attention.graph;
        let pairs = graph.sources(account).iter().zip(graph.in_arcs(account));
        pairs.map(|(a, arc)| (*a, *arc as usize)).filter(|(_, arc)| self.uses[*arc] > 0)
    }

    /// How an account stands.
    pub fn standing(&self, account: usize) -> Standing {
        let marks = self.marks[account];
        if marks & VOUCHED != 0 {
            Standing::Vouched
        } else if marks & ACTED_ON_TWO_APART != 0 {
            Standing::Active
        } else {
            Standing::OnePurpose
        }
    }

    /// Whether nobody pays attention to an account and it pays attention to one account only. Stricter than
    /// [`Standing::OnePurpose`]: what re-share credit weighs down already.
    pub fn one_purpose(&self, account: usize) -> bool {
        self.marks[account] & (RECEIVED | ACTED_ON_TWO) == 0
    }
}
