//! Re-share credit `R_b`: how many distinct, credible, recent people an account made act.

use super::attention::{Attention, LayerWeights, TopicOfTies, Window};
use crate::math::{exp, exp2};
use crate::model::{Layer, Millis, NONE, Ties};

/// What a reciprocated re-share is worth: pods re-share each other, hardly anybody else does.
pub const RECIPROCATED: f64 = 0.2;
/// What the attention of an account is worth that nobody ever answered and that acts on one account only.
pub const ONE_PURPOSE: f64 = 0.25;

/// Which ties give credit, and how it fades.
#[derive(Debug, Clone, Copy)]
pub struct CreditParams<'a> {
    /// Weights of the layers.
    pub weights: LayerWeights,
    /// Layers that credit is drawn from; see [`credit_layers`].
    pub layers: [bool; 7],
    /// The span that counts.
    pub window: Window,
    /// The moment that ages are counted from.
    pub end: Millis,
    /// Age at which a tie counts half, milliseconds; `None` is never.
    pub half_life: Option<f64>,
    /// Weight of each tie on the subject; `None` without one.
    pub topic: Option<TopicOfTies<'a>>,
}

/// Credit of every account and of every arc.
#[derive(Debug, Clone, Default)]
pub struct Credit {
    /// `R_b` of each account: 0 where nobody gave any.
    pub of: Vec<f64>,
    /// Distinct accounts that re-shared (or reacted) on the subject, however long ago.
    pub people: Vec<u32>,
    /// `c_ab` of each arc, 0 to 1.
    pub arc: Vec<f32>,
}

/// The layers that credit is drawn from: re-shares and quotes where the data hold any; else replies, mentions, likes
/// and links. Follows are exposure and never give credit.
///
/// A study mixes the two families nowhere: a re-share is an effect that was seen, a mention only says that somebody
/// was thought of.
pub fn credit_layers(ties: &Ties, weights: &LayerWeights) -> [bool; 7] {
    let mut met = [false; 7];
    for layer in &ties.layer {
        met[*layer as usize] = true;
    }
    let usable = |layer: Layer| met[layer as usize] && weights.of(layer) > 0.0;
    let shares = [Layer::Repost, Layer::Quote];
    let others = [Layer::Reply, Layer::Mention, Layer::Like, Layer::Link];
    let family: &[Layer] = if shares.iter().any(|l| usable(*l)) { &shares } else { &others };
    let mut layers = [false; 7];
    for layer in family.iter().filter(|l| usable(**l)) {
        layers[*layer as usize] = true;
    }
    layers
}

/// Computes the credit of every account.
///
/// For each ordered pair, `s_ab = 1 − exp(−Σ_e w_e q_e 2^(−age_e/h))`: a hundred re-shares by one person stay below
/// one person. Then `c_ab = s_ab · ρ_ab · κ_a`, where ρ is [`RECIPROCATED`] if b re-shared a too, and κ is
/// [`ONE_PURPOSE`] if nobody else ever reacted to a and a acts on one account only. `R_b = Σ_a c_ab`.
///
/// # Complexity
/// O(accounts + ties + arcs · log degree).
pub fn credit(attention: &Attention, ties: &Ties, params: &CreditParams<'_>) -> Credit {
    let graph = &attention.graph;
    let n = graph.nodes();
    let credible = credible(attention, ties, params);
    let gives = |t: usize| params.layers[ties.layer[t] as usize];
    let mut arc_credit = vec![0.0_f32; graph.arcs()];
    let mut given = vec![false; graph.arcs()];
    for arc in 0..graph.arcs() {
        let mut strength = 0.0;
        for t in attention.ties_of(arc, ties, params.window).filter(|t| gives(*t)) {
            let topic = params.topic.map_or(1.0, |topic| topic.of(ties.post[t]));
            let weight = params.weights.of(ties.layer[t]) * f64::from(ties.weight[t]).max(0.0) * topic;
            given[arc] |= weight > 0.0;
            let faded = match (params.half_life, ties.time.at(t)) {
                (Some(h), Some(time)) => exp2(-((params.end - time).max(0) as f64) / h),
                _ => 1.0,
            };
            strength += weight * faded;
        }
        if strength > 0.0 {
            arc_credit[arc] = (1.0 - exp(-strength)) as f32;
        }
    }
    let shares = [Layer::Repost, Layer::Quote].map(|l| l as usize);
    let shared = |arc: usize| {
        attention.ties_of(arc, ties, params.window).any(|t| shares.contains(&(ties.layer[t] as usize)))
    };
    let mut credit = Credit { of: vec![0.0; n], people: vec![0; n], arc: Vec::new() };
    for b in 0..n {
        let mut total = 0.0;
        for (a, arc) in graph.sources(b).iter().zip(graph.in_arcs(b)) {
            let arc = *arc as usize;
            if !given[arc] {
                continue;
            }
            credit.people[b] += 1;
            let back = graph.arc(b, *a).is_some_and(|back| shared(back) && shared(arc));
            let kept = f64::from(arc_credit[arc])
                * if back { RECIPROCATED } else { 1.0 }
                * if credible[*a as usize] { 1.0 } else { ONE_PURPOSE };
            arc_credit[arc] = kept as f32;
            total += kept;
        }
        credit.of[b] = total;
    }
    credit.arc = arc_credit;
    credit
}

/// Whether somebody else ever reacted to an account inside the window, or it acted on two accounts or more.
fn credible(attention: &Attention, ties: &Ties, params: &CreditParams<'_>) -> Vec<bool> {
    let graph = &attention.graph;
    let mut credible = vec![false; graph.nodes()];
    let mut acted_on = vec![NONE; graph.nodes()];
    for arc in 0..graph.arcs() {
        if attention.ties_of(arc, ties, params.window).next().is_none() {
            continue;
        }
        let (a, b) = (attention.from[arc] as usize, graph.out_to[arc]);
        credible[b as usize] = true;
        if acted_on[a] == NONE {
            acted_on[a] = b;
        } else {
            credible[a] = true;
        }
    }
    credible
}
