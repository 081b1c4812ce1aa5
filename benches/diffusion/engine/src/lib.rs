//! A network, a team and its spread, a step at a time.

use sillage::diffusion::{Choosing, Influence, Model, Opim, Simulating, Simulation, Targets};
use sillage::graph::Graph;
use sillage::graph::steps::{Steps, run};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

const CASCADE: Model = Model::IndependentCascade { hops: None };

/// A network under the weighted cascade, and a choice on it.
#[wasm_bindgen]
pub struct Bench {
    attention: Graph,
    influence: Option<Rc<Influence>>,
    opim: Option<Opim>,
}

#[wasm_bindgen]
impl Bench {
    /// Arcs u → v: u may activate v.
    #[wasm_bindgen(constructor)]
    pub fn new(nodes: usize, from: Vec<u32>, to: Vec<u32>) -> Bench {
        let weight = vec![1.0; from.len()];
        // Attention is against influence.
        let attention = Graph::from_arcs(nodes, to, from, weight).expect("memory").graph;
        Bench { attention, influence: None, opim: None }
    }

    /// Computes the probabilities.
    pub fn cascade(&mut self) {
        self.opim = None;
        self.influence = None;
        self.influence = Some(Rc::new(Influence::weighted_cascade(&self.attention).expect("memory")));
    }

    fn influence(&self) -> Rc<Influence> {
        self.influence.clone().expect("probabilities come first")
    }

    /// Begins a choice.
    pub fn choose(&mut self, size: usize, epsilon: f64, seed: u32) {
        self.opim = None;
        let choosing = Choosing { size, epsilon, seed: seed.into(), ..Choosing::default() };
        self.opim = Some(Opim::new(self.influence(), CASCADE, Targets::default(), &choosing).expect("arguments"));
    }

    /// The next piece; whether the round is done.
    pub fn step(&mut self) -> bool {
        self.opim.as_mut().is_none_or(Steps::step)
    }

    /// Another round; whether there is one.
    pub fn go_on(&mut self) -> bool {
        self.opim.as_mut().is_some_and(Opim::go_on)
    }

    /// The team so far.
    pub fn seeds(&self) -> Vec<u32> {
        self.opim.as_ref().map(|opim| opim.chosen().seeds).unwrap_or_default()
    }

    /// Sets, spread, its lower bound, the upper bound of the best, and the guarantee.
    pub fn figures(&self) -> Vec<f64> {
        let chosen = self.opim.as_ref().map(Opim::chosen);
        chosen.map_or(Vec::new(), |c| vec![c.sets as f64, c.spread, c.spread_low, c.spread_high, c.guarantee])
    }

    /// Mean, low and high of what any team reaches over some runs forward.
    pub fn simulate(&self, seeds: &[u32], runs: usize) -> Vec<f64> {
        let simulating = Simulating { seeds, competitors: &[], communities: None, runs, seed: 12_345 };
        let spread = Simulation::new(self.influence(), CASCADE, Targets::default(), &simulating).map(run);
        spread.map_or(Vec::new(), |spread| vec![spread.mean, spread.low, spread.high])
    }
}
