//! Who responds to whom, and how much of what each account does is a response.

use crate::error::{ErrorKind, Result};
use crate::graph::column::{filled, room};
use crate::graph::credit::{CreditParams, ONE_PURPOSE};
use crate::graph::steps::Steps;
use crate::graph::{Attention, Graph, LayerWeights};
use crate::math::exp2;
use crate::model::{Layer, Ties};
use crate::score::goodwill::NEUTRAL;
use std::rc::Rc;

/// Arcs looked at in one step.
const PIECE: usize = 1 << 16;

/// Parameters of CIE and CIV.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Params {
    /// κ: what an account does by itself, in responses; it keeps those who respond seldom from counting as wholly led.
    pub own_initiative: f64,
    /// β: what each further response on a way is worth.
    pub attenuation: f64,
    /// Susceptibility at the most: nobody is led in everything. `None` is no limit below 1.
    pub most_led: Option<f64>,
    /// Whether the responses of accounts that nobody ever answered and that act on one account only count for a quarter.
    pub discount: bool,
}

impl Default for Params {
    fn default() -> Self {
        Params { own_initiative: 2.0, attenuation: 0.85, most_led: Some(0.95), discount: true }
    }
}

/// The layers that hold responses: re-shares, quotes and replies where the data hold any; else mentions, likes and
/// links. Follows are no response.
pub fn response_layers(ties: &Ties, weights: &LayerWeights) -> [bool; 7] {
    let mut met = [false; 7];
    ties.layer.iter().for_each(|layer| met[*layer as usize] = true);
    let usable = |layer: &Layer| met[*layer as usize] && weights.of(*layer) > 0.0;
    let (first, second) =
        ([Layer::Repost, Layer::Quote, Layer::Reply], [Layer::Mention, Layer::Like, Layer::Link]);
    let family = if first.iter().any(usable) { first } else { second };
    let mut layers = [false; 7];
    family.iter().filter(|l| usable(l)).for_each(|layer| layers[*layer as usize] = true);
    layers
}

/// Responses between accounts, and what the measures divide them by.
///
/// With `R_ji` the decayed, weighted responses of j to i and `R_j` their sum over i, `D_ji = k_j · min(1 / (R_j + κ),
/// m / R_j) · R_ji`: the part of what j does that answers i. m is [`Params::most_led`], k_j is 1, or
/// [`ONE_PURPOSE`] where the discount takes j's responses for those of a puppet. `a_j = Σ_i D_ji` is the susceptibility
/// of j.
#[derive(Debug, Clone)]
pub struct Responses {
    /// Responses without sign: an arc j → i of weight `R_ji`.
    pub graph: Rc<Graph>,
    /// The same arcs, hostile quotes and replies taken off instead of added; `None` where no tone is known.
    pub signed: Option<Rc<Graph>>,
    /// What the responses of each account are divided by.
    pub divisor: Vec<f64>,
    /// `a_j`.
    pub susceptibility: Vec<f64>,
    /// Parameters they were made with.
    pub params: Params,
}

impl Responses {
    /// Responses from graphs of `R_ji`; `credible` says of each account whether its responses count in full.
    ///
    /// # Errors
    /// `argument.invalid` for a κ that is not positive, an attenuation outside 0 to 1 or a limit outside 0 to 1;
    /// `memory.exhausted`.
    pub fn of(
        graph: Rc<Graph>,
        signed: Option<Rc<Graph>>,
        credible: impl Fn(usize) -> bool,
        params: Params,
    ) -> Result<Responses> {
        let invalid = |name, given: f64| ErrorKind::InvalidArgument { name, given: given.to_string() };
        let (kappa, most) = (params.own_initiative, params.most_led.unwrap_or(1.0));
        if !(kappa > 0.0 && kappa.is_finite()) {
            return Err(invalid("ownInitiative", kappa).into());
        }
        if !(0.0..=1.0).contains(&params.attenuation) {
            return Err(invalid("attenuation", params.attenuation).into());
        }
        if !(most > 0.0 && most <= 1.0) {
            return Err(invalid("mostLed", most).into());
        }
        let n = graph.nodes();
        let (mut divisor, mut susceptibility) = (room(n)?, room(n)?);
        for j in 0..n {
            let total: f64 = graph.out_weight[graph.out_arcs(j)].iter().map(|w| f64::from(*w)).sum();
            let kept = if params.discount && !credible(j) { ONE_PURPOSE } else { 1.0 };
            divisor.push((total + kappa).max(total / most) / kept);
            susceptibility.push(total / divisor[j]);
        }
        Ok(Responses { graph, signed, divisor, susceptibility, params })
    }

    /// Accounts.
    pub fn accounts(&self) -> usize {
        self.divisor.len()
    }

    /// Whether anybody ever responded to an account.
    pub fn is_answered(&self, account: usize) -> bool {
        self.graph.in_weight[self.graph.in_places(account)].iter().any(|w| *w > 0.0)
    }

    /// The part of what one account does that answers another, 0 to 1: its pairwise influence.
    pub fn on(&self, responder: usize, account: u32) -> f64 {
        let arc = self.graph.arc(responder, account);
        arc.map_or(0.0, |arc| f64::from(self.graph.weight(arc)) / self.divisor[responder])
    }
}

/// Adds up the [`Responses`] of a study, in pieces.
///
/// `R_ji = Σ w_layer · weight · q · 2^(−age/h)` over j's re-shares (1), quotes (0.8) and replies (0.5) of i's posts, q
/// being how much the reacting post is on the subject. For the signed sum, quotes and replies of a tone of −0.05 or less
/// count negatively; those of an unknown tone count as they are.
///
/// # Complexity
/// O(ties); memory 20 bytes an arc, twice that with signs.
///
/// # Errors
/// `memory.exhausted`; as [`Responses::of`].
#[derive(Debug)]
pub struct Responding<'a> {
    attention: &'a Attention,
    ties: &'a Ties,
    from: CreditParams<'a>,
    tone: Option<&'a [f32]>,
    params: Params,
    weight: Vec<f32>,
    signed: Vec<f32>,
    any_tone: bool,
}

impl<'a> Responding<'a> {
    /// Prepares the sum. Of `from`, the layers are not used: see [`response_layers`]. `tone` holds the tone of each
    /// post, NaN where it is unknown.
    ///
    /// # Errors
    /// `memory.exhausted`.
    pub fn new(
        attention: &'a Attention,
        ties: &'a Ties,
        from: &CreditParams<'a>,
        tone: Option<&'a [f32]>,
        params: Params,
    ) -> Result<Responding<'a>> {
        let arcs = attention.graph.arcs();
        let from = CreditParams { layers: response_layers(ties, &from.weights), ..*from };
        let signed = filled(0.0, if tone.is_some() { arcs } else { 0 })?;
        Ok(Responding { attention, ties, from, tone, params, weight: room(arcs)?, signed, any_tone: false })
    }

    /// Weight of a tie now.
    #[inline]
    fn weight_of(&self, t: usize) -> f64 {
        let (ties, from) = (self.ties, &self.from);
        let weight = from.weights.of(ties.layer[t]) * f64::from(ties.weight[t]).max(0.0);
        let topic = from.topic.map_or(1.0, |topic| topic.of(ties.post[t]));
        match (from.half_life, ties.time.at(t)) {
            (Some(h), Some(time)) => weight * topic * exp2(-((from.end - time).max(0) as f64) / h),
            _ => weight * topic,
        }
    }
}

impl Steps for Responding<'_> {
    type Output = Result<Responses>;

    fn step(&mut self) -> bool {
        let arcs = self.attention.graph.arcs();
        let to = arcs.min(self.weight.len() + PIECE);
        for arc in self.weight.len()..to {
            let (mut total, mut net) = (0.0, 0.0);
            let (start, end) = self.attention.ties[arc];
            for t in start as usize..end as usize {
                let layer = self.ties.layer[t];
                if !self.from.layers[layer as usize] || !self.from.window.contains(self.ties.time.at(t)) {
                    continue;
                }
                let weight = self.weight_of(t);
                total += weight;
                let tone = match self.tone {
                    Some(tone) if matches!(layer, Layer::Quote | Layer::Reply) => {
                        tone.get(self.ties.post[t] as usize).copied().unwrap_or(f32::NAN)
                    }
                    _ => f32::NAN,
                };
                self.any_tone |= !tone.is_nan();
                net += if f64::from(tone) <= -NEUTRAL { -weight } else { weight };
            }
            self.weight.push(held(total));
            if let Some(signed) = self.signed.get_mut(arc) {
                *signed = held(net);
            }
        }
        to == arcs
    }

    fn share_done(&self) -> f64 {
        self.weight.len() as f64 / self.attention.graph.arcs().max(1) as f64
    }

    fn finish(mut self) -> Result<Responses> {
        let graph = &self.attention.graph;
        self.weight.resize(graph.arcs(), 0.0);
        let of = |weight| {
            Graph::from_sorted(graph.nodes(), &self.attention.from, graph.out_to.clone(), weight).map(Rc::new)
        };
        let signed = if self.any_tone { Some(of(self.signed)?) } else { None };
        let credible = |j: usize| graph.in_degree(j) > 0 || graph.out_degree(j) != 1;
        Responses::of(of(self.weight)?, signed, credible, self.params)
    }
}

/// A sum as graphs hold it: what is no number counts as 0, and nothing is beyond single precision.
fn held(sum: f64) -> f32 {
    const MOST: f64 = 1e30;
    if sum.is_nan() { 0.0 } else { sum.clamp(-MOST, MOST) as f32 }
}
